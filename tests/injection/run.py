#!/usr/bin/env python3
"""Hostile values in every field, over every target: each is text where it stands, or refused at its place.

The fields are asked of the program, the variables read from the manifests, so none is forgotten. Entries with the value are
compared with the same entries that say "plain" there: what is made of both has one shape. Without --all each field has one
value of each kind, and the next field others, so that each kind comes to each place of each target.

With --templates the targets of a folder are tried, such as those that lack an escape on purpose (unescaped.py)."""

import argparse
import pathlib
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import planted  # noqa: E402
import tap  # noqa: E402
import values  # noqa: E402
from bench import TEMPLATES, Bench  # noqa: E402
from file_names import file_names  # noqa: E402
from specs import LAYOUTS, batches  # noqa: E402
from variables import variables  # noqa: E402


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    parser.add_argument("--all", action="store_true", help="all values in every field, not one of each kind")
    parser.add_argument("--target", default="", help="this target alone, and the documents")
    parser.add_argument("--templates", default=TEMPLATES, help="the folder of the targets")
    parser.add_argument("--only", default="", help="places that hold this text alone")
    arguments = parser.parse_args()
    report, began = tap.Tap(), time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(str(pathlib.Path(arguments.errspec).resolve()), pathlib.Path(folder), report, arguments.all, arguments.target,
                      pathlib.Path(arguments.templates).resolve())
        report.case("break-outs that are planted are seen", list(planted.complaints()))
        for target in sorted([*bench.targets, *LAYOUTS]):
            report.case(f"each escape of {target} has a kind of values", list(values.without_kind(bench.manifests[target])))
        for place, kind, entries, files, alone in batches(bench):
            if arguments.only in place:
                at = time.time()
                (bench.singles if alone else bench.batch)(place, kind, entries, files)
                print(f"# {kind}, {len(bench.values)} values, {time.time() - at:.1f} s", file=sys.stderr)
        if arguments.only in "vars":
            variables(bench)
        if arguments.only in "file names":
            file_names(bench)
        report.case("each file that is made has a reader", sorted(bench.shapes.unread))
        print(f"# {bench.turn} places, {len(bench.values)} values, {bench.tried} combinations, {bench.refusals} refused, "
              f"{bench.shapes.files} files compared, {time.process_time() - began:.0f} s of this program")
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
