#!/usr/bin/env python3
"""Hostile values in every field, over every target: each is text where it stands, or refused at its place.

The fields are asked of the program, the variables read from the manifests, so none is forgotten. Entries with the value are
compared with the same entries that say "plain" there: what is made of both has one shape. Without --all one value in six for
each field, others for the next one."""

import argparse
import pathlib
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import planted  # noqa: E402
import tap  # noqa: E402
from bench import Bench  # noqa: E402
from file_names import file_names  # noqa: E402
from specs import batches  # noqa: E402
from variables import variables  # noqa: E402


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    parser.add_argument("--all", action="store_true", help="all values in every field, not one in six")
    parser.add_argument("--only", default="", help="places that hold this text alone")
    arguments = parser.parse_args()
    report, began = tap.Tap(), time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(str(pathlib.Path(arguments.errspec).resolve()), pathlib.Path(folder), report, arguments.all)
        report.case("break-outs that are planted are seen", list(planted.complaints()))
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
        print(f"# {bench.fields} places, {len(bench.values)} values, {bench.tried} combinations, {bench.refusals} refused, "
              f"{bench.shapes.files} files compared, {time.process_time() - began:.0f} s of this program")
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
