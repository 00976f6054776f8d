"""Outputs that --output, or 'outputs' of a target in the catalogue, puts elsewhere, each of every target: no other file of
the target names the old place, or the run is refused, and the remedy of that works. The two ways do the same.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

from tap import Tap

ROOT = pathlib.Path(__file__).resolve().parent.parent
FILES = {
    "plain.yaml": "catalogue: islands\nmodules: [zanzibar.yaml]\n",
    "pages.yaml": "catalogue: islands\nmodules: [zanzibar.yaml]\ndocuments: {ferry: {layout: LAYOUT, parts: [{module: zanzibar}]}}\n",
    "pinned.yaml": "catalogue: islands\nmodules: [zanzibar.yaml]\n"
                   "documents: {ferry: {layout: pinned, path: ferry.md, template: ferry.mustache, parts: [{module: zanzibar}]}}\n",
    "zanzibar.yaml": "module: zanzibar\ncodes:\n  FULL: {code: 1, message: Full, actions: Wait.}\n  NOISY: {code: 2, message: 'No {id}', params: {id: string}}\n",
    "ferry.mustache": "# Ferry\n\n{{#parts.zanzibar}}{{codes.FULL.code}} {{codes.NOISY.code}}{{/parts.zanzibar}}\n",
}
OFFER = re.compile(r"^help: write --output=(\S+=\S+), or give '([a-z_.]+)' a path that fits as well$", re.MULTILINE)
OFFER_IN_SPEC = re.compile(r"^help: write '(\S+)', or give '([a-z_.]+)' a path that fits as well$", re.MULTILINE)


def targets():
    """The manifests of all targets that people are shown."""
    for path in sorted((ROOT / "templates").glob("*/target.yaml")):
        manifest = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        if "outputs" in manifest and not manifest.get("internal", False):
            yield manifest


def names(text, file, path):
    """Whether the text of a file names another one: by its name, or by the way to it without its ending between quotes."""
    ends = ["", "".join(path.suffixes)]
    ways = {os.path.normpath(file.parent / way) + end for way in re.findall(r"[\"']([\w./-]*/[\w.-]+)[\"'](?!:)", text) for end in ends}
    return str(path) in ways or re.search(rf"(?<![\w.-]){re.escape(path.name)}(?!\w)", text) is not None


class Place:
    """A folder with a spec for a target, and what the target makes of it as its manifest says."""

    def __init__(self, errspec, folder, manifest):
        self.errspec, self.folder, self.target = errspec, pathlib.Path(folder), manifest["target"]
        for name, text in FILES.items():
            (self.folder / name).write_text(text.replace("LAYOUT", self.target), encoding="utf-8")
        is_page = any(output["per"] == "document" for output in manifest["outputs"].values())
        self.spec = "pinned.yaml" if self.target == "pinned" else "pages.yaml" if is_page else "plain.yaml"
        seen = json.loads(self.run("dump", self.spec, "-t", self.target).stdout)
        self.paths = {file["output"]: pathlib.PurePath(file["path"]) for file in seen["files"]}

    def run(self, *words):
        return subprocess.run([self.errspec, *words], cwd=self.folder, capture_output=True, text=True, check=False, encoding="utf-8")

    def generate(self, out, *named):
        words = [f"--output={self.target}.{name}={path}" for name, path in named]
        return self.run("generate", self.spec, "-t", self.target, "-o", out, *words)

    def generate_by_spec(self, out, name, path, *words):
        """As generate, where the catalogue says where the output is in the output folder; it may say nothing."""
        text = (self.folder / self.spec).read_text(encoding="utf-8")
        text += f"targets:\n  {self.target}:\n    outputs:\n      {name}: {path}\n" if path else ""
        (self.folder / "keyed.yaml").write_text(text, encoding="utf-8")
        return self.run("generate", "keyed.yaml", "-t", self.target, "-o", out, *words)

    def files(self, *folders):
        """The texts below the folders, by path, but for the list of files."""
        found = [path for folder in folders for path in sorted((self.folder / folder).rglob("*")) if path.is_file()]
        return {path.relative_to(self.folder): path.read_text(encoding="utf-8") for path in found if path.name != "errspec-files.txt"}


def elsewhere(path):
    return f"moved/far/Elsewhere{path.name[path.name.index('.', 1):] if '.' in path.name[1:] else ''}"


def check_refusal(place, name, path, result, ties):
    """That an output is refused for a tie of its manifest, and may be where the remedy says."""
    offer = OFFER.search(result.stderr)
    if not ties or "[ES0537]" not in result.stderr or offer is None:
        return [f"refused, though tied to {ties}: {result.stderr}"]
    if offer[2] not in [f"{place.target}.{tie}" for tie in ties]:
        return [f"refused for {offer[2]}, though tied to {ties}"]
    again = place.run("generate", place.spec, "-t", place.target, "-o", "out-offered", f"--output={offer[1]}")
    offered = pathlib.Path(offer[1].partition("=")[2])
    told = [] if again.returncode == 1 and "ES0537" in again.stderr else ["the remedy of another folder was taken"]
    again = place.run("generate", place.spec, "-t", place.target, "-o", f"out-{name}", f"--output={offer[1]}")
    if again.returncode or offered != pathlib.Path(f"out-{name}") / path:
        return told + [f"the remedy was refused, or leads to {offered}: {again.stderr}"]
    return told


def check_output(place, name, path, ties):
    """What is wrong where one output has another path; and whether it was refused."""
    out = f"out-{name}"
    result = place.generate(out, (name, elsewhere(path)))
    if result.returncode:
        kept = place.files(out, "moved")
        return check_refusal(place, name, path, result, ties) + [f"{file} was written" for file in kept], True
    files = place.files(out, "moved")
    found = [f"{file} names {path.name}" for file, text in files.items() if names(text, file, pathlib.Path(out) / path)]
    if pathlib.Path(elsewhere(path)) not in files or pathlib.Path(out) / path in files:
        found.append(f"it is not at {elsewhere(path)} alone")
    (place.folder / elsewhere(path)).unlink(missing_ok=True)
    return found, False


def check_in_spec(place, name, path, ties):
    """What is wrong where the catalogue gives the path that --output has had."""
    out, other = f"spec-{name}", f"line-{name}"
    typed = place.generate_by_spec(other, name, None, f"--output={place.target}.{name}={other}/{elsewhere(path)}")
    result = place.generate_by_spec(out, name, elsewhere(path))
    if result.returncode != typed.returncode:
        return [f"the two ways differ: {result.stderr}{typed.stderr}"]
    if result.returncode:
        offer = OFFER_IN_SPEC.search(result.stderr)
        line = (place.folder / "keyed.yaml").read_text(encoding="utf-8").count("\n")
        if offer is None or f"keyed.yaml:{line}:{9 + len(name)}: error: " not in result.stderr or "[ES0537]" not in result.stderr:
            return [f"refused otherwise: {result.stderr}"]
        again = place.generate_by_spec(out, name, offer[1])
        return [] if again.returncode == 0 and offer[1] == str(path) else [f"the remedy was refused: {again.stderr}"]
    made, wanted = place.files(out), place.files(other)
    found = [f"{file} differs" for file, text in made.items() if wanted.get(other / file.relative_to(out)) != text.replace(out, other)]
    found += [] if len(made) == len(wanted) else [f"{sorted(map(str, made))} are not {sorted(map(str, wanted))}"]
    first = f"won-{name}/first{path.suffix}"
    won = place.generate_by_spec(f"won-{name}", name, elsewhere(path), f"--output={place.target}.{name}={first}")
    files = place.files(f"won-{name}")
    is_won = won.returncode == 0 and pathlib.Path(first) in files and len(files) == len(made)
    return found + ([] if is_won else [f"--output did not win: {won.stderr}{sorted(map(str, files))}"])


def check_together(place):
    """All files of a target may move alike, whatever ties there are."""
    result = place.generate("out-all", *((name, pathlib.PurePath("all", path)) for name, path in place.paths.items()))
    return [result.stderr] * result.returncode + [f"all/{path} is missing" for path in place.paths.values() if not (place.folder / "all" / path).exists()]


def mentions(place):
    """How many outputs another one names where nothing is moved: whether the test would see them."""
    place.generate("usual")
    texts = place.files("usual")
    return sum(any(names(text, file, "usual" / path) for file, text in texts.items() if file != "usual" / path) for path in place.paths.values())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    errspec = str(pathlib.Path(parser.parse_args().errspec).absolute())
    report, seen, refused = Tap(), 0, 0
    for manifest in targets():
        with tempfile.TemporaryDirectory() as folder:
            place = Place(errspec, folder, manifest)
            for name, output in manifest["outputs"].items():
                ties = output.get("tied_to", [])
                found, is_refused = check_output(place, name, place.paths[name], ties)
                refused += is_refused
                report.case(f"{place.target}: {name} {'stays' if is_refused else 'moves'}", found)
                report.case(f"{place.target}: {name} in the spec", check_in_spec(place, name, place.paths[name], ties))
            report.case(f"{place.target}: all move alike", check_together(place))
            seen += mentions(place)
    report.case("outputs that others name", "" if seen > 25 else f"only {seen} were seen")
    report.case("outputs that are tied", "" if refused > 25 else f"only {refused} were refused")
    print(f"1..{report.count}")
    return report.failed > 0


if __name__ == "__main__":
    sys.exit(main())
