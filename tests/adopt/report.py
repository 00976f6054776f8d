#!/usr/bin/env python3
"""Imports every markdown document below some folders, gives each back, and says how it went.

usage: report.py --errspec FILE [--markdown] [--list] [FOLDER...]

Each document goes into a catalogue of its own, with a pinned template; what `errspec generate` makes of that is compared
with the document byte for byte. The table has a row for each folder: documents, those that have codes, codes, values that
templates take from the spec and those that they keep as they stand, documents given back exactly, and the diagnostics by
kind. Without a FOLDER those of ../shared are taken: the seeds and each source of the corpus. Ends with 1 if a document does
not come back, or its import breaks off.
"""

import argparse
import collections
import concurrent.futures
import os
import pathlib
import sys
import tempfile

import adoption


class Result:
    def __init__(self):
        self.codes = 0
        self.values = 0
        self.kept = 0
        self.is_exact = False
        self.problem = ""
        self.reported = []


def adopt(errspec, document):
    result = Result()
    with tempfile.TemporaryDirectory(prefix="adopt-") as folder:
        taken = adoption.Adoption(errspec, folder)
        try:
            taken.take(document)
            result.codes = taken.codes()
            given = taken.give_back()
            result.is_exact = list(given.values()) == [document.read_bytes()]
            result.problem = "" if result.is_exact else "comes back otherwise"
        except adoption.Broken as broken:
            result.problem = str(broken)
        result.reported, result.values, result.kept = taken.reported, taken.values, taken.kept
    return result


def sources():
    """The folders that lie beside the repository, by the names that the table gives them."""
    if not adoption.SHARED.is_dir():
        return {}
    folders = [adoption.SHARED / "seeds", *sorted((adoption.CORPUS / "docs").glob("*"))]
    return {folder.name: folder for folder in folders if folder.is_dir()}


def kinds(results, names):
    counted = collections.Counter(code for result in results for code in result.reported)
    return ", ".join(f"{count} {names.get(code, code)}" for code, count in sorted(counted.items()))


def table(folders, results):
    names = adoption.diagnostic_names()
    yield ["source", "documents", "with codes", "codes", "values", "kept", "byte for byte",
           "diagnostics"]
    for name in [*folders, "all"]:
        mine = [result for source, result in results if name in (source, "all")]
        yield [name, len(mine), sum(result.codes > 0 for result in mine), sum(result.codes for result in mine),
               sum(result.values for result in mine), sum(result.kept for result in mine),
               sum(result.is_exact for result in mine), kinds(mine, names)]


def show(rows, is_markdown):
    rows = [[str(cell) for cell in row] for row in rows]
    if is_markdown:
        rows[1:1] = [["---"] + ["---:"] * (len(rows[0]) - 2) + ["---"]]
        for row in rows:
            print("| " + " | ".join(row) + " |")
        return
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())


def main():
    parser = argparse.ArgumentParser(description="how many documents come back byte for byte")
    parser.add_argument("--errspec", required=True, type=os.path.abspath)
    parser.add_argument("--markdown", action="store_true", help="print the table as markdown")
    parser.add_argument("--list", action="store_true", help="name the documents without codes too")
    parser.add_argument("folder", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()
    folders = {folder.resolve().name: folder.resolve() for folder in arguments.folder} or sources()
    if not folders:
        print("there is nothing beside the repository to read; name a folder")
        return 77
    documents = [(name, path) for name, folder in folders.items() for path in sorted(folder.rglob("*.md"))]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda entry: adopt(arguments.errspec, entry[1]), documents))
    show(table(folders, [(name, result) for (name, _), result in zip(documents, results)]), arguments.markdown)
    bad = 0
    for (name, path), result in zip(documents, results):
        where = f"{name}/{path.relative_to(folders[name])}"
        if result.problem:
            bad += 1
            print(f"{where}: {result.problem}", file=sys.stderr)
        elif arguments.list and result.codes == 0:
            print(f"{where}: no codes", file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
