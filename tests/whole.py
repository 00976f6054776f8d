#!/usr/bin/env python3
"""Whether the targets that promise all that is known of a spec give each key that its schema has, with its value."""

import argparse
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import tap

# A module in which each key is used. A key of the schema that is missing here is a fault of this test.
CAUSES = ["the disk is full"]
CODE = {
    "code": 4001, "title": "a title", "message": "no room for {path}", "params": {"path": "string"}, "description": "it *happened*",
    "causes": CAUSES, "actions": {"lead": "do", "items": ["this", "that"]}, "status": "deprecated", "severity": "fatal", "since": "1.2",
    "replaced_by": "OTHER", "aliases": ["FORMER"], "http": 507, "grpc": "DATA_LOSS", "errno": "ENOSPC", "retry": True, "tags": ["disk"],
    "links": [{"title": "more", "url": "https://example.com/"}], "symbols": {"go": "ErrFull"}, "extra": {"team": "say \"us\"", "pages": True, "quiet": False, "rank": "7"},
    "group": "space", "lookup_only": True,
    "cases": [{"when": "it is small", "message": "small", "description": "a small one", "causes": CAUSES, "actions": "buy"}],
}
# What a code without a constant in C, as the other is, cannot have.
IN_C = {"variants": [{"if": "defined(X)", "code": 4003}], "expression": "-EOTHER"}
MODULE = {
    "module": "disk", "title": "Disks", "type": "int32", "prefix": "dsk", "prefix_once": True, "display": "D00000", "base": 4000, "ranges": ["4000-4999"],
    "reserved": ["4100-4199"], "owner": "storage", "since": "1.0", "metadata": {"Kit": "Disk Kit"}, "intro": "All of them.",
    "groups": {"space": {"title": "Space", "description": "It *ends*."}},
    "targets": {"c": {"vars": {"hex": True}}}, "extra": {"team": "storage"},
    "catch_all": {"code": "Other", "title": "Others", "message": "an error", "description": "unknown", "causes": CAUSES, "actions": "wait"},
    "codes": {"FULL": CODE, "OTHER": {"code": 4002, "message": "the other one", **IN_C}},
}
RECORDS = {"module": MODULE, "group": MODULE["groups"]["space"], "code": {**CODE, **IN_C}, "catch_all": MODULE["catch_all"], "case": CODE["cases"][0], "link": CODE["links"][0]}
SHORT = {"causes": CAUSES[0]}  # a list of one is a text
ELSEWHERE = {"codes", "catch_all", "targets"}  # what is compared by itself, and what says how other targets write the module
NO_COLUMN = {"params", "symbols", "cases", "lookup_only", "extra"}  # what a table has no column for


def keys_of(errspec):
    """The keys of each record in the schema."""
    schema = json.loads(subprocess.run([errspec, "schema"], check=True, capture_output=True).stdout)
    records = {}
    for name, record in schema["$defs"].items():
        shapes = [record, *record.get("anyOf", [])]
        records[re.sub(r"_\d+$", "", name)] = {key for shape in shapes for key in shape.get("properties", {})}
    return records


def lacks(wanted, found, where):
    """The keys of `wanted` that `found` has not, or with another value."""
    for key, value in wanted.items():
        got = found.get(key)
        if got != value and not (key in SHORT and got == SHORT[key]):
            yield f"{where}: {key} is {got!r} and not {value!r}"


def json_has_all(folder):
    made = json.loads((folder / "out/json/disk.json").read_text(encoding="utf-8"))
    code = next(code for code in made["codes"] if code["name"] == "FULL")
    yield from lacks({key: value for key, value in MODULE.items() if key not in ELSEWHERE}, made, "the module")
    yield from lacks({key: value for key, value in CODE.items() if key != "cases"}, code, "the code")
    yield from lacks(IN_C, next(code for code in made["codes"] if code["name"] == "OTHER"), "the other code")
    yield from lacks(MODULE["catch_all"], made["catch_all"], "the catch-all")
    yield from lacks(CODE["cases"][0], code["cases"][0], "the case")


def csv_has_all(folder):
    rows = list(csv.DictReader((folder / "out/csv/all.csv").read_text(encoding="utf-8").splitlines()))
    row = next(row for row in rows if row["name"] == "FULL")
    for key, value in CODE.items():
        if key not in NO_COLUMN and not row.get(key):
            yield f"the column {key} has nothing of {value!r}"


def known(errspec):
    """Each key of the schema is used in this test."""
    for name, keys in keys_of(errspec).items():
        for key in sorted(keys - RECORDS[name].keys() if name in RECORDS else ()):
            yield f"{name} has the key {key}, which this test does not use"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", type=pathlib.Path, required=True)
    errspec = parser.parse_args().errspec.resolve()
    report = tap.Tap()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        catalogue = {"catalogue": "all", "modules": ["disk.yaml"], "targets": {"json": {}, "csv": {}}}
        (folder / "disk.yaml").write_text(json.dumps(MODULE), encoding="utf-8")
        (folder / "all.yaml").write_text(json.dumps(catalogue), encoding="utf-8")
        result = subprocess.run([errspec, "generate", "--out=out", "all.yaml"], cwd=folder, capture_output=True, text=True)
        report.case("the spec has no fault", result.stderr.splitlines() if result.returncode else [])
        report.case("each key of the schema is used", list(known(errspec)))
        report.case("json has all that is known", list(json_has_all(folder)))
        report.case("csv has a column for each key", list(csv_has_all(folder)))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
