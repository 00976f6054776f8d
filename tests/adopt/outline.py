#!/usr/bin/env python3
"""Holds the reading of markdown against md4c's, over the goldens, the seeds of the spec and a folder of real documents.

The two must agree in every heading, table and fence, but for damage, which has codes of its own, and for tables that
GitHub has and md4c has not: behind the lines of a paragraph, and over a line of "|-|-|".
"""

import argparse
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
GOLDEN = HERE.parent / "golden" / "adopt"
sys.path.insert(0, str(HERE.parent))
import corpus  # noqa: E402
import tap  # noqa: E402


def differences(program, path):
    run = subprocess.run([program, path.name], cwd=path.parent, capture_output=True, timeout=300)
    return [*run.stdout.decode(errors="backslashreplace").splitlines(), *([f"it ended with {run.returncode}"] if run.returncode else [])]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--outline", required=True)
    options = parser.parse_args()
    program = pathlib.Path(options.outline).resolve()
    report = tap.Tap()
    for path in sorted(GOLDEN.glob("*.md")):
        report.case(path.name, differences(program, path))
    folder = corpus.find()
    if folder is None:
        report.skip("corpus", "there is no folder of documents; set ERRSPEC_CORPUS")
        return report.done()
    paths = sorted([*folder.glob("docs/**/*.md"), *folder.glob("../seeds/*.md")])
    said = [f"{path}: {line}" for path in paths for line in differences(program, path)]
    report.case(f"{len(paths)} documents", said)
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
