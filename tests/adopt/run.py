#!/usr/bin/env python3
"""Reads the documents and lists of golden/adopt and compares what is found in them, byte for byte.

Beside NAME.md, NAME.csv and the like stand NAME.found, what the reader finds, and NAME.report, what it says is damaged.
--bless renews both.
"""

import argparse
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
GOLDEN = HERE.parent / "golden" / "adopt"
sys.path.insert(0, str(HERE.parent))
import tap  # noqa: E402


def compare(path, shown, bless):
    if bless:
        path.write_bytes(shown)
        return []
    kept = path.read_bytes() if path.exists() else b""
    if kept == shown:
        return []
    return [f"{path.name} differs; it would be:", *shown.decode(errors="backslashreplace").splitlines()]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", required=True)
    parser.add_argument("--bless", action="store_true")
    options = parser.parse_args()
    show = pathlib.Path(options.show).resolve()
    report = tap.Tap()
    for path in sorted(path for path in GOLDEN.iterdir() if path.suffix not in (".found", ".report")):
        run = subprocess.run([show, path.name], cwd=GOLDEN, capture_output=True, timeout=300)
        complaints = [] if run.returncode == 0 else [f"status {run.returncode}"]
        complaints += compare(path.with_suffix(".found"), run.stdout, options.bless)
        complaints += compare(path.with_suffix(".report"), run.stderr, options.bless)
        report.case(path.stem, complaints)
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
