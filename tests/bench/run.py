#!/usr/bin/env python3
"""Measures errspec against its floors and prints a markdown table of ratios.

    run.py --errspec build/errspec --tools build/tests/bench [--only parse,run] [--strict]

Every figure is a ratio of programs run in turn on the same machine: absolute times would say more
about the machine than about errspec. A figure whose program is missing is listed as skipped.
"""

import argparse
import os
import pathlib
import platform
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the source tree stays as it is

from bench import Bench, Skipped
from figures import FIGURES, rows_of


def print_table(rows):
    print("| figure | goal | measured | |")
    print("| --- | --- | --- | --- |")
    for one in rows:
        print(f"| {one.what} | {one.goal} | {one.result} | {one.met} |", flush=True)
        yield one


def processor():
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        lines = []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def print_method(bench):
    codes = bench.options.codes
    size = os.path.getsize(bench.spec(codes)) / 1e6
    print()
    print(
        f"Method: {codes} generated codes ({size:.1f} MB) unless said otherwise; the programs run"
        " in turn, the ratio is taken in each round, and the table shows the median and the"
        " quartiles; CPU time is user and system time of the process; outputs were made twice and"
        f" compared by checksum first. {processor()}, {platform.system()}."
    )
    for note in bench.notes:
        print(note)


def figures_parse(text):
    names = text.split(",")
    for name in names:
        if name not in FIGURES:
            raise argparse.ArgumentTypeError(f"no figure `{name}`; there are {', '.join(FIGURES)}")
    return names


def growth_parse(text):
    small, large = (int(word) for word in text.split(":"))
    if not 0 < small < large:
        raise argparse.ArgumentTypeError("SMALL:LARGE, two rising numbers")
    return small, large


def options_parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    here = pathlib.Path(__file__).resolve().parent
    add = parser.add_argument
    add("--errspec", help="the program to measure")
    add("--tools", default=here, help="the folder of the floors and the generator")
    add("--codes", type=int, default=100000, help="codes in the spec (100000)")
    add("--rounds", type=int, help="rounds (9; 61 where a program takes less than 5 ms)")
    add("--only", type=figures_parse, default=list(FIGURES), metavar="FIGURE,...",
        help=", ".join(FIGURES))
    add("--growth", type=growth_parse, default=(10000, 1000000), metavar="SMALL:LARGE",
        help="codes between which growth is measured (10000:1000000)")
    add("--targets", default="c,json", help="targets to render (c,json)")
    add("--errspec-argument", action="append", default=[], metavar="WORD",
        help="a word for every errspec command line")
    add("--strict", action="store_true", help="exit 1 on a miss or a skip")
    return parser.parse_args()


def main():
    options = options_parse()
    with tempfile.TemporaryDirectory(prefix="errspec-bench-") as folder:
        try:
            bench = Bench(options, folder)
        except Skipped as reason:
            print(f"run.py: {reason}: nothing can be measured", file=sys.stderr)
            return 2
        rows = list(print_table(one for name in options.only for one in rows_of(name, bench)))
        print_method(bench)
    if options.only == list(FIGURES) and options.errspec:
        lookups = pathlib.Path(__file__).resolve().parent / "lookups/lookups.py"
        subprocess.run([sys.executable, lookups, "--errspec", options.errspec], check=True)
    bad = {"failed", "missed", "skipped"} if options.strict else {"failed"}
    return 1 if any(one.met in bad for one in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
