#!/usr/bin/env python3
"""Slips that people make: each gives one error at its place, and the remedy, followed to the letter, mends it."""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import yaml

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import tap  # noqa: E402

REPORT = re.compile(r"^(?:errspec|spec/(?P<file>[^\n:]+):(?P<at>\d+:\d+)): (?:error|warning): (?P<message>.*) \[(?P<code>ES\d{4})\]$", re.M)
HELP = re.compile(r"^help: (.*)$", re.M)


def run(errspec, folder, words):
    return subprocess.run([errspec, *words], cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60)


def judge(done, wanted):
    """What is wrong with a report that should be one error."""
    found = [(hit["file"], hit["at"], hit["code"]) for hit in REPORT.finditer(done.stderr)]
    helps = HELP.findall(done.stderr)
    place = (wanted.get("in", wanted.get("file")), wanted.get("at"), wanted["code"])
    if found != [place] or done.returncode != wanted["status"]:
        return f"expected {place} and {wanted['status']}, got {found} and {done.returncode}:\n{done.stderr}"
    if len(helps) != 1 or wanted["help"] not in helps[0] or wanted.get("says", "") not in done.stderr:
        return f"expected the remedy '{wanted['help']}':\n{done.stderr}"
    return ""


def replaced(text, old, new):
    if text.count(old) != 1:
        raise ValueError(f"{old!r} stands there {text.count(old)} times")
    return text.replace(old, new)


def check_file(errspec, slip, folder):
    for path, text in slip.get("files", {}).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    if "was" in slip:
        path = folder / "spec" / slip["file"]
        good = path.read_text(encoding="utf-8")
        path.write_text(replaced(good, slip["was"], slip["is"]), encoding="utf-8")
    status = 2 if slip["code"].startswith("ES01") else 1
    complaint = judge(run(errspec, folder, ["check"]), {"status": status, **slip})
    if complaint:
        return complaint
    if "was" in slip:
        path.write_text(replaced(good, slip["was"], slip.get("mended", slip["was"])), encoding="utf-8")
    for path, change in slip.get("mends", {}).items():
        text = (folder / path).read_text(encoding="utf-8")
        (folder / path).write_text(replaced(text, *change), encoding="utf-8")
    done = run(errspec, folder, ["check"])
    return "" if (done.returncode, done.stderr) == (0, "") else f"mended, but:\n{done.stderr}"


def check_words(errspec, slip, folder):
    complaint = judge(run(errspec, folder, slip["words"]), slip)
    if complaint:
        return complaint
    done = run(errspec, folder, slip["mended"])
    return "" if done.returncode == 0 else f"mended, but:\n{done.stderr}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errspec", type=pathlib.Path, required=True)
    errspec = parser.parse_args().errspec.resolve()
    report = tap.Tap()
    for table, check in ("files.yaml", check_file), ("words.yaml", check_words):
        for slip in yaml.safe_load((HERE / table).read_text(encoding="utf-8")):
            with tempfile.TemporaryDirectory() as name:
                folder = pathlib.Path(name)
                shutil.copytree(HERE / "harbour", folder / "spec")
                report.run(slip["slip"], lambda: check(errspec, slip, folder))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
