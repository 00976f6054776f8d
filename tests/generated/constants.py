#!/usr/bin/env python3
"""Proves that each target has the constants of a spec, those of former names too: in each row of constants.yaml a program
uses them, and says what they are. Former names are marked where the language has a mark.

usage: constants.py ERRSPEC [TARGET…]"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import yaml

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import tap  # noqa: E402


def shell(line, folder):
    environment = {**os.environ, "GOCACHE": os.environ.get("GOCACHE", str(folder / "cache"))}
    return subprocess.run(["sh", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, check=False)


def complaints_of(errspec, table, row):
    with tempfile.TemporaryDirectory(prefix="errspec-constants-") as scratch:
        folder = pathlib.Path(scratch)
        for name, text in table["spec"].items():
            (folder / name).write_text(text, encoding="utf-8")
        made = subprocess.run([errspec, "generate", "all.yaml", "-t", row["target"], "-o", "out"], cwd=folder, capture_output=True, text=True,
                              check=False)
        if made.returncode:
            return [made.stderr]
        program = folder / "out" / row["file"]
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(row["program"], encoding="utf-8")
        said = shell(row["run"], folder / "out")
        complaints = [] if said.stdout == table["says"] else [f"it said {said.stdout!r}\n{said.stderr}"]
        warned = shell(row["warns"], folder / "out").stderr if "warns" in row else ""
        if row.get("warning", "") not in warned:
            complaints.append(f"it did not warn: {warned}")
        return complaints


def main():
    errspec = str(pathlib.Path(sys.argv[1]).resolve())
    table = yaml.safe_load((HERE / "constants.yaml").read_text(encoding="utf-8"))
    report = tap.Tap()
    for row in table["rows"]:
        if sys.argv[2:] and row["target"] not in sys.argv[2:]:
            continue
        missing = [tool for tool in row["tools"] if not shutil.which(tool)]
        if missing:
            report.skip(row["target"], f"there is no {missing[0]}")
        else:
            report.run(row["target"], lambda row=row: complaints_of(errspec, table, row))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
