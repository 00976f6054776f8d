#!/usr/bin/env python3
"""Changes one value of a spec that was made of a document: just this changes in the document.

The documents are those that are generated here, and a sample of those beside the repository where there are any.
"""

import argparse
import concurrent.futures
import json
import os
import random
import re
import sys
import tempfile

import adoption

import tap

MARK = "Zebra"
VALUES = 12  # changed in each document
EVERY = 9  # of the documents beside the repository
TEXTS = ("title", "message", "description", "causes", "actions")
SCALAR = re.compile(r"[A-Za-z][^\n\"'\\:#{}\[\]&*!|>%@`]{8,}[A-Za-z]")


def documents():
    found = sorted((adoption.TOP / "out" / "docs").glob("*.md"))
    seeds = sorted((adoption.SHARED / "seeds").glob("*.md"))
    return found + seeds + sorted((adoption.CORPUS / "docs").rglob("*.md"))[::EVERY]


def texts(value):
    """All texts of a value: itself, its items, its lead-in."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key in ("lead", "items", "paragraph", "block"):
            yield from texts(value.get(key, ""))
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def modules(folder):
    return [path for path in sorted((folder / "spec").glob("*.yaml"))
            if re.search(r"^module:", path.read_text(encoding="utf-8"), re.M)]


def values(taken):
    """Texts of codes that stand just once in the spec, and as they read, with the file where they do."""
    dumped = adoption.run(taken.errspec, taken.folder, "dump")
    if dumped.returncode != 0:
        raise adoption.Broken("dump", dumped)
    codes = [code for module in json.loads(dumped.stdout)["modules"] for code in module["codes"].values()]
    said = {text for code in codes for key in TEXTS for text in texts(code.get(key, ""))}
    files = {path: path.read_text(encoding="utf-8") for path in modules(taken.folder)}
    for text in sorted(said):
        places = [path for path, spec in files.items() for _ in range(spec.count(text))]
        if SCALAR.fullmatch(text) and len(places) == 1:
            yield text, places[0]


def change(taken, before, text, path):
    """Adds a word to a text of the spec; it must turn up where the text stands, and nothing else may change."""
    spec = path.read_bytes()
    path.write_bytes(spec.replace(text.encode(), f"{text} {MARK}".encode()))
    after = list(taken.give_back().values())[0]
    path.write_bytes(spec)
    if MARK.encode() not in after:
        return [f"the document does not change with {text!r}"]
    if after.replace(f" {MARK}".encode(), b"") != before:
        return [f"more changes than {text!r}"]
    return []


def renumber(taken, before):
    """Another number for the first code: it turns up where the first one stood, and nothing else changes."""
    for path in modules(taken.folder):
        spec = path.read_bytes()
        code = re.search(rb"^    code: ([1-9]\d+)$", spec, re.M)
        free = next((str(number).encode() for number in range(777000001, 777000100)
                     if str(number).encode() not in spec + before), None)
        if code is None or free is None:
            continue
        path.write_bytes(spec[:code.start(1)] + free + spec[code.end(1):])
        after = list(taken.give_back().values())[0]
        path.write_bytes(spec)
        if free not in after:
            return [f"the document does not change with the number {code.group(1).decode()}"]
        if after.replace(free, code.group(1)) != before:
            return [f"more changes than the number {code.group(1).decode()}"]
    return []


def add_code(taken):
    """A code that no document shows is reported."""
    path = next(iter(modules(taken.folder)), None)
    spec = b"" if path is None else path.read_bytes()
    codes = re.search(rb"^codes:\n", spec, re.M)
    if codes is None:
        return []
    is_text = re.search(rb"^type: string", spec, re.M)
    code = b'"ZEBRA"' if is_text else b"2147480000"
    added = b"  ADDED_LATER:\n    code: " + code + b"\n    title: Added later\n"
    path.write_bytes(spec[:codes.end()] + added + spec[codes.end():])
    result = adoption.run(taken.errspec, taken.folder, "check")
    path.write_bytes(spec)
    return [] if b"ADDED_LATER" in result.stderr else ["a code that no document shows is not reported"]


def check(errspec, document):
    with tempfile.TemporaryDirectory(prefix="adopt-") as folder:
        taken = adoption.Adoption(errspec, folder)
        try:
            taken.take(document)
            before = list(taken.give_back().values())[0]
            found = list(values(taken))
            sample = random.Random(document.name).sample(found, min(VALUES, len(found)))
            complaints = [line for text, path in sample for line in change(taken, before, text, path)]
            return len(sample), complaints + renumber(taken, before) + add_code(taken)
        except adoption.Broken as broken:
            return 0, [str(broken)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True, type=os.path.abspath)
    arguments = parser.parse_args()
    report = tap.Tap()
    found = documents()
    changed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for document, (count, complaints) in zip(found, pool.map(lambda path: check(arguments.errspec, path), found)):
            changed += count
            report.case(f"{document.parent.name}/{document.name}: {count} values", complaints)
    report.case("some values were changed", [] if changed > 0 else ["none was"])
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
