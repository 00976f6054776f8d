#!/usr/bin/env python3
"""The bounds of what every build does, in instructions: they hold in any build that optimises, on any machine."""

import argparse
import os
import pathlib
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(TOP / "tests"))
import counted  # noqa: E402
from tap import Tap  # noqa: E402

FIRST_MOST = 8_000_000  # for the spec of `errspec init`, when there is nothing to do
OWN_MOST = 140_000_000  # to see that all that errspec makes of its own spec is up to date


def complaint(count, most):
    return [f"it takes {count / 1e6:.2f} M instructions, more than {most / 1e6:.0f} M"] if count > most else []


def check_first(errspec):
    with tempfile.TemporaryDirectory() as folder:
        return complaint(counted.instructions(counted.first_project(errspec, folder)), FIRST_MOST)


def check_own(errspec):
    return complaint(counted.instructions([errspec, "generate", "--check"], TOP), OWN_MOST)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errspec", required=True)
    errspec = os.path.abspath(parser.parse_args().errspec)
    report = Tap()
    for name, check in ("generate with nothing to do", check_first), ("generate --check of errspec's own spec", check_own):
        if counted.is_there():
            report.run(name, lambda: check(errspec))
        else:
            report.skip(name, "valgrind is missing")
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
