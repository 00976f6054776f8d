#!/usr/bin/env python3
"""Imports the tables that errspec itself makes, and compares the spec that comes of them with the one they came from."""

import argparse
import csv
import json
import os
import sys
import tempfile

import adoption

import tap

OUT = adoption.TOP / "out"
DERIVED = {"display", "has_message", "has_more", "has_prefix", "rank"}


class Form:
    """What a form of tables tells: keys of a module, and not these of a code."""

    def __init__(self, keys, unsaid):
        self.keys = keys
        self.unsaid = DERIVED | unsaid


FORMS = {".json": Form(["type", "title", "intro", "catch_all"], set()), ".csv": Form(["type"], {"params"})}


def modules(errspec, folder):
    """The modules of the spec in `folder`: their types, and their codes by their names."""
    result = adoption.run(errspec, folder, "dump")
    if result.returncode != 0:
        raise adoption.Broken("dump", result)
    return {module["module"]: module for module in json.loads(result.stdout)["modules"]}


def modules_of(table):
    """The names in the first column."""
    with open(table, encoding="utf-8", newline="") as rows:
        return {row["module"] for row in csv.DictReader(rows)}


def said(module, form):
    """What a module says: its own texts, and of each code, by its name, all that a table can say."""
    own = {key: module[key] for key in form.keys if key in module}
    return own, {name: {key: value for key, value in code.items() if key not in form.unsaid}
                 for name, code in module["codes"].items()}


def differences(name, expected, found):
    if found is None:
        return [f"there is no module {name}"]
    lines = [] if expected[0] == found[0] else [f"{name}: {found[0]} instead of {expected[0]}"]
    for code in expected[1].keys() | found[1].keys():
        if expected[1].get(code) != found[1].get(code):
            lines.append(f"{name}: {code}: {found[1].get(code)} instead of {expected[1].get(code)}")
    return lines


def check(errspec, spec, table):
    form = FORMS[table.suffix]
    with tempfile.TemporaryDirectory(prefix="adopt-") as folder:
        for arguments in (["import", table], ["check"]):
            result = adoption.run(errspec, folder, *arguments)
            if result.returncode != 0:
                raise adoption.Broken(arguments[0], result)
        found = modules(errspec, folder)
    complaints = [] if found else ["no module came of it"]
    for name in found if table.suffix == ".json" else modules_of(table):
        complaints += differences(name, said(spec[name], form), said(found[name], form) if name in found else None)
    return complaints[:5]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True, type=os.path.abspath)
    arguments = parser.parse_args()
    report = tap.Tap()
    spec = modules(arguments.errspec, adoption.TOP)
    for table in sorted([*OUT.glob("json/*.json"), *OUT.glob("csv/*.csv")]):
        report.run(table.name, lambda table=table: check(arguments.errspec, spec, table))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
