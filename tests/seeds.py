#!/usr/bin/env python3
"""Compares what `errspec list` says with the published references that the spec was founded on.

The references are read here by hand, knowing nothing of errspec: numbers, headings, labelled paragraphs and lists,
cells of tables. Where they are not beside the repository, the test is skipped.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys

import tap

TOP = pathlib.Path(__file__).resolve().parent.parent
SEEDS = TOP.parent / "shared" / "seeds"
LABELS = {
    "Error Message": "message", "Error Code Information": "message", "Symptom": "description",
    "Possible Cause": "causes", "Solution": "actions", "Procedure": "actions",
}
COLUMNS = {"Error Code": "code", "Error Message": "name", "Description": "description", "Action": "actions"}
PROSE = ("causes", "actions")


def prose(lines):
    """A numbered or bulleted list as lines that begin with a dash; anything else as one text."""
    items = [re.sub(r"^(\d+\.|[-*])\s+", "- ", line) for line in lines]
    return "\n".join(items) if all(item != line for item, line in zip(items, lines)) else " ".join(lines)


def sections(text):
    """The codes of a reference that has a heading for each."""
    for part in re.split(r"^## (?=\d)", text, flags=re.M)[1:]:
        heading, *lines = [line.strip() for line in part.splitlines() if line.strip()]
        number, title = heading.split(" ", 1)
        code = {"code": int(number), "title": title}
        label = None
        for line in lines:
            hit = re.fullmatch(r"\*\*(.+?)\*\*", line)
            if hit and hit.group(1) in LABELS:
                label = LABELS[hit.group(1)]
                code[label] = []
            else:
                code[label].append(line)
        for key in code.keys() - {"code", "title"}:
            code[key] = prose(code[key]) if key in PROSE else " ".join(code[key])
        yield code


def cells(line):
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def tables(text):
    """The codes of a reference that has a row for each; a row without a number is none."""
    keys = None
    for line in text.splitlines():
        if not line.startswith("|"):
            keys = None
        elif keys is None:
            keys = [COLUMNS[cell] for cell in cells(line)]
        elif re.match(r"\|\s*-?\d", line):
            code = dict(zip(keys, cells(line)))
            code["code"] = int(code["code"])
            if "actions" in code:
                code["actions"] = "" if code["actions"] == "-" else code["actions"]
            yield code


REFERENCES = [
    ("metadata-binding.md", sections, ["metadata_binding"], 5),
    ("image.md", sections, ["image"], 65),
    ("tencent-ci.md", tables, ["ci_download", "ci_persistence", "ci_file_preview", "ci_moderation", "ci_media"], 104),
]


def differences(theirs, ours):
    if [code["code"] for code in theirs] != [code["code"] for code in ours]:
        yield f"numbers: {[code['code'] for code in theirs]}\nspec:    {[code['code'] for code in ours]}"
        return
    for their, our in zip(theirs, ours):
        for key, value in their.items():
            if our[key] != value:
                yield f"{their['code']} {key}: {value!r}\nspec: {our[key]!r}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    options = parser.parse_args()
    if not SEEDS.is_dir():
        print("1..0 # SKIP the references are not beside the repository")
        return 0
    listed = subprocess.run([options.errspec, "list", "--format=jsonl", TOP / "spec" / "errspec.yaml"], check=True,
                            capture_output=True).stdout
    codes = [json.loads(line) for line in listed.splitlines()]
    report = tap.Tap()
    for name, parse, modules, count in REFERENCES:
        theirs = list(parse((SEEDS / name).read_text(encoding="utf-8")))
        ours = [code for module in modules for code in codes if code["module"] == module]
        found = list(differences(theirs, ours))
        report.case(name, found if len(theirs) == count else [f"{len(theirs)} codes, expected {count}", *found])
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
