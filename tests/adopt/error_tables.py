#!/usr/bin/env python3
"""Imports error tables of com_err and compares names and numbers with the header that compile_et makes of them.

The tables are those written here and those that the system has; without compile_et the test is skipped.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import adoption

import tap

TABLES = {
    "small": "error_table ab\nec AB_ONE, \"The first\"\nec AB_TWO,\n\t\"The second\"\n",
    "negative": "# A comment.\nerror_table zzzz\nerror_code Z_ONE, \"One\"\nerror_code Z_TWO, \"Two\"\n",
    "digits": "\tet a1_9\n\nerror_code D_ONE, \"A \\\"quoted\\\" word\"\nindex 5\nerror_code D_SIX, \"Six\"\nend\n",
    "prefixed": "error_table krb\nprefix KRB\nerror_code ONE, \"One\"\nprefix\nerror_code PLAIN, \"Two\"\nend\n",
    "based": "error_table kadm own_name\nec K_FAILURE, \"Failed\"\nec K_OTHER, \"Other\"\n",
}
FOLDERS = ["/usr/share", "/usr/include"]
DEFINED = re.compile(r"^#define (\w+)\s+\((-?\d+)L\)$", re.M)


def tables(folder):
    for name, text in TABLES.items():
        path = folder / f"{name}.et"
        path.write_text(text, encoding="utf-8")
        yield path
    for top in FOLDERS:
        for path in sorted(pathlib.Path(top).rglob("*.et")):
            if path.is_file() and b"error_table" in path.read_bytes():
                yield path


def compiled(table, folder):
    """Names and numbers in compile_et's header; what defines the base is no code."""
    made = folder / "compiled"
    made.mkdir()
    subprocess.run(["compile_et", table], cwd=made, check=True, capture_output=True)
    header = (made / (table.stem + ".h")).read_text(encoding="utf-8", errors="replace")
    return {name: int(number) for name, number in DEFINED.findall(header) if not name.startswith("ERROR_TABLE_BASE_")}


def imported(errspec, table, folder):
    made = folder / "imported"
    made.mkdir()
    for arguments in (["import", table], ["list", "--format=jsonl"]):
        result = adoption.run(errspec, made, *arguments)
        if result.returncode != 0:
            raise adoption.Broken(arguments[0], result)
    return {code["name"]: code["code"] for code in map(json.loads, result.stdout.decode().splitlines())}


def check(errspec, table):
    with tempfile.TemporaryDirectory(prefix="adopt-") as folder:
        theirs = compiled(table, pathlib.Path(folder))
        ours = imported(errspec, table, pathlib.Path(folder))
    if not theirs:
        return ["compile_et makes no code of it"]
    return [f"{name}: {theirs.get(name)} by compile_et, {ours.get(name)} by errspec"
            for name in sorted(theirs.keys() | ours.keys()) if theirs.get(name) != ours.get(name)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True, type=os.path.abspath)
    arguments = parser.parse_args()
    report = tap.Tap()
    if shutil.which("compile_et") is None:
        report.skip("error tables", "compile_et is not there")
        return report.done()
    with tempfile.TemporaryDirectory(prefix="adopt-") as folder:
        for table in tables(pathlib.Path(folder)):
            report.run(table.name, lambda table=table: check(arguments.errspec, table))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
