#!/usr/bin/env python3
"""Whether the test of injections notices an escape that is missing. In a copy of the templates each target lacks one; what is
then found in its files speaks for that. Not run with the tests: a round, one escape of each target, takes as long as they.

`--rounds 0 1 7` takes the first, the second and the eighth escape of each manifest."""

import argparse
import pathlib
import re
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import bench as benches  # noqa: E402
from bench import TEMPLATES, TEXTS, Bench  # noqa: E402
from file_names import file_names  # noqa: E402
from specs import batches  # noqa: E402
from variables import variables  # noqa: E402

NOTHING = '      - {text: "\\uF8FF", by: "?"}'
NO_TARGETS = {"completion", "import", "init", "pinned", "report"}


class Report:
    """What the cases of a bench find, by the folder of the file in which they find it."""

    def __init__(self):
        self.found = {}

    def run(self, name, check):
        for complaint in check():
            for folder in re.findall(r"(?<![\w-])([\w-]+)(?=/|\.md: )", complaint.split("\n")[0]):
                self.found.setdefault(folder, f"{name}: {complaint.splitlines()[0]}")


def rules(target):
    """The lines of a manifest that have an escape: number, place and text."""
    place = None
    for number, line in enumerate((TEMPLATES / target / "target.yaml").read_text(encoding="utf-8").split("\n")):
        place = found[1] if (found := re.match(r"  (\w+):$", line)) else place
        if line.startswith("      - {text: "):
            yield number, place, line.strip(" -")


def without(templates, target, number):
    """Takes an escape out of a manifest; the line stays, as a place has to have some. What is no target that ships writes no
    dot-names."""
    manifest = templates / target / "target.yaml"
    lines = re.sub(r"(?m)^( *path: .*/)\.", r"\1", manifest.read_text(encoding="utf-8")).split("\n")
    lines[number] = NOTHING
    manifest.write_text("\n".join(lines), encoding="utf-8")


def found(errspec, templates, is_quick):
    """By folder what the test finds."""
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(errspec, pathlib.Path(folder), report, templates=templates)
        for place, kind, entries, files, is_alone in batches(bench):
            if kind in TEXTS and not (is_alone and is_quick):
                (bench.singles if is_alone else bench.batch)(place, kind, entries, files)
        if not is_quick:
            variables(bench)
            file_names(bench)
    return report.found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    parser.add_argument("--quick", action="store_true", help="without the places that take a run for each value")
    parser.add_argument("--rounds", type=int, nargs="+", default=[0])
    arguments = parser.parse_args()
    benches.SHOWN = 1000000
    targets = sorted(path.parent.name for path in TEMPLATES.glob("*/target.yaml") if path.parent.name not in NO_TARGETS)
    for turn in arguments.rounds:
        with tempfile.TemporaryDirectory() as folder:
            templates = pathlib.Path(folder) / "templates"
            shutil.copytree(TEMPLATES, templates)
            tried = {target: all_of[turn % len(all_of)] for target in targets if (all_of := list(rules(target)))}
            for target, (number, *_) in tried.items():
                without(templates, target, number)
            seen = found(str(pathlib.Path(arguments.errspec).resolve()), templates, arguments.quick)
        for target, (_, place, rule) in tried.items():
            print(target, place, rule, seen.get(target.replace("_", "-"), "NOT NOTICED")[:200], sep="\t", flush=True)


if __name__ == "__main__":
    sys.exit(main())
