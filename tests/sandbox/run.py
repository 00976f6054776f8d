#!/usr/bin/env python3
"""Runs in the sandbox do what runs do, and a write that is planted in one is stopped; without a sandbox there is no run."""

import argparse
import filecmp
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
sys.path.insert(0, str(HERE.parent))
import tap  # noqa: E402

SECONDS = 120

MODULE = "module: m\ncodes: {A: {code: 1, title: A, message: a}}\n"
CATALOGUE = "catalogue: c\nmodules: [m.yaml]\nlanguages: [de]\ntargets: {c: {}, json: {}}\n"
PAGE = "# Storage\n\n## 41001 Disk Full\n\n**Error Message**\n\nNo space.\n"
HEADER = "#define STORE_FULL 41001 /* no space */\n"

# Command lines over the files of `begin`: each leaves the same files and says the same in a sandbox.
RUNS = [
    ["check"], ["check", "spec/errspec.yaml"], ["check", "--format=sarif", "bad.yaml"], ["check", "missing.yaml"],
    ["list", "--format=jsonl"], ["dump", "--target=c"], ["dump"], ["explain", "A"], ["explain", "ES0120"], ["schema"],
    ["generate"], ["generate", "--check"], ["generate", "--diff"], ["generate", "--prune", "--out=deep/er/out"],
    ["generate", "--target=c", "--templates=own", "--out=o", "--depfile=d/e/p.d", "--stamp=s/stamp"],
    ["generate", "--target=json", "--output=json=elsewhere/all.json"], ["generate", "--out=spec/errspec.yaml"],
    ["generate", "--target=nil"], ["init", "fresh"], ["init"], ["translate", "de"], ["translate", "--diff", "de"],
    ["import", "--spec=new/c.yaml", "page.md", "codes.h"], ["import", "--spec=new/c.yaml", "--pin", "page.md"],
    ["import", "page.md"], ["import", "--diff", "page.md"], ["import", "--names=names.tsv", "codes.h"], ["import", "missing.md"],
    ["audit", "page.md", "docs"], ["audit", "--summary", "."], ["render", "t.mustache", "--data=data.yaml"],
    ["render", "t.mustache", "--partials=own", "--data=data.yaml"], ["help"],
]


class Place:
    def __init__(self, options, scratch):
        self.errspec = os.path.abspath(options.errspec)
        self.plant = options.plant and os.path.abspath(options.plant)
        self.counts = {"LD_PRELOAD": self.plant, "PLANT_ALLOWS": os.path.abspath(options.counts)} if options.counts else {}
        self.scratch = scratch

    def begin(self, name):
        folder = self.scratch / name
        shutil.rmtree(folder, ignore_errors=True)
        for path, text in {"spec/errspec.yaml": CATALOGUE, "spec/m.yaml": MODULE, "bad.yaml": "module: m\ncodes: 1\n", "page.md": PAGE,
                           "docs/page.md": PAGE, "codes.h": HEADER, "names.tsv": "41001\tDISK_FULL\n", "data.yaml": "a: 1\n",
                           "t.mustache": "{{a}}{{>p}}\n", "p.mustache": "here", "own/p.mustache": "there"}.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        return folder

    def run(self, folder, *words, **environment):
        return subprocess.run([self.errspec, *words], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False,
                              env={**os.environ, **tap.WITHOUT_LEAKS, **self.counts, **environment}, pass_fds=[int(environment.get("PLANT_TELLS", 2))])

    def needs_sandbox(self):
        result = self.run(self.begin("probe"), "schema", "--sandbox")
        if b"ES0120" in result.stderr:
            raise tap.Skipped(result.stderr.decode().splitlines()[0])

    def needs_plant(self):
        if self.plant is None:
            raise tap.Skipped("no library can be planted in this build")


def differences(compared, path=""):
    found = [f"{path}{name}" for name in compared.left_only + compared.right_only + compared.diff_files + compared.funny_files]
    for name, below in compared.subdirs.items():
        found += differences(below, f"{path}{name}/")
    return found


def files_of(folder):
    """The bytes of each file; of the list of files without where it stands."""
    return {str(path.relative_to(folder)): re.sub(rb"(?m)^# spec: .*$", b"# spec:", path.read_bytes())
            for path in folder.rglob("*") if path.is_file()}


def same(place, words):
    place.needs_sandbox()
    free, held = place.begin("free"), place.begin("held")
    wanted, got = place.run(free, *words), place.run(held, words[0], "--sandbox", *words[1:])
    complaints = []
    for name in ("returncode", "stdout", "stderr"):
        was, now = getattr(wanted, name), getattr(got, name)
        if name != "returncode":
            now = now.replace(b" --sandbox", b"")  # the command that a remedy repeats
        complaints += [] if was == now else [f"{name} is {now!r}, not {was!r}"]
    if files_of(free) != files_of(held):
        complaints.append(f"the files differ: {differences(filecmp.dircmp(free, held))}")
    return complaints


def the_whole_catalogue_is_made(place):
    place.needs_sandbox()
    out = place.scratch / "whole"
    result = place.run(TOP, "generate", "--sandbox", f"--out={out}")
    return [result.stderr.decode()] if result.returncode else [
        name for name in files_of(TOP / "out") if files_of(TOP / "out")[name] != files_of(out).get(name)]


def planted(place, file, *words):
    """What the write to `file` that is planted in a run came to, and the run."""
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as pipe:
        result = place.run(place.begin("planted"), *words, LD_PRELOAD=place.plant, PLANT_FILE=str(file), PLANT_TELLS=str(writer))
        os.close(writer)
        return pipe.read().decode().split("\n")[0], result


def a_planted_write_is_stopped(place):
    place.needs_plant()
    place.needs_sandbox()
    target = place.scratch / "stolen"
    complaints = []
    for words in [["generate"], ["translate", "de"], ["import", "page.md"], ["generate", "--target=c", "--out=new", "--stamp=s/t"]]:
        told, result = planted(place, target, *words)
        if told != "done" or not target.exists():
            complaints.append(f"{words}: the plant does not bear: {told!r}, {result.stderr!r}")
        target.unlink(missing_ok=True)
        told, result = planted(place, target, words[0], "--sandbox", *words[1:])
        if told != "Permission denied" or target.exists() or result.returncode != 0:
            complaints.append(f"{words}: {told!r}, status {result.returncode}, {result.stderr!r}")
    return complaints


def a_planted_write_to_the_spec_is_stopped(place):
    place.needs_plant()
    place.needs_sandbox()
    told, _ = planted(place, "spec/m.yaml", "generate", "--sandbox")
    inside, _ = planted(place, "out/inside", "generate", "--sandbox")
    return [] if (told, inside) == ("Permission denied", "done") else [f"{told!r}, {inside!r}"]


def without_landlock_there_is_no_run(place):
    place.needs_plant()
    complaints = []
    for version, reason in [("0", b"the kernel has no Landlock"), ("2", b"does not hold files that are cut")]:
        folder = place.begin("refused")
        before = files_of(folder)
        for words in [["generate"], ["check"], ["init", "fresh"]]:
            result = place.run(folder, *words, "--sandbox", LD_PRELOAD=place.plant, PLANT_LANDLOCK=version)
            said = b"ES0120" in result.stderr and reason in result.stderr and b"help: " in result.stderr
            if result.returncode != 2 or not said or result.stdout or files_of(folder) != before or (folder / "out").exists():
                complaints.append(f"{words}, version {version}: {result}")
    return complaints


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errspec", required=True)
    parser.add_argument("--plant")
    parser.add_argument("--counts", help="the folder where runs leave what coverage has counted")
    report = tap.Tap()
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        place = Place(options, pathlib.Path(scratch))
        for words in RUNS:
            report.run("as without a sandbox: " + " ".join(words), lambda words=words: same(place, words))
        for check in [the_whole_catalogue_is_made, a_planted_write_is_stopped, a_planted_write_to_the_spec_is_stopped,
                      without_landlock_there_is_no_run]:
            report.run(check.__name__.replace("_", " "), lambda check=check: check(place))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
