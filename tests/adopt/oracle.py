#!/usr/bin/env python3
"""Compares what the reader of markdown finds with a second parser's opinion, over a folder of real documents.

The folder may be absent; it holds oracle_headings.tsv (a row for each heading of a code, with the roles of its parts)
and oracle_tables.tsv (a row for each table). Neither side is the truth, so the classes of disagreement and how often
each was seen are compared with what was looked at by eye, in EXPECTED.
"""

import argparse
import collections
import csv
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import corpus  # noqa: E402
import tap  # noqa: E402

# Each class with the number of times it was looked at, and who is right.
EXPECTED = {
    "heading: only here": 19,  # here: headings glued to text or swallowed by a fence; the oracle reads over them
    "heading: other parts": 10,  # here: nine have a glued heading's labels twice; one has cases under subheadings
    "heading: only the oracle": 6,  # here: "401 Status Code" heads a table of 401.1, 401.2 and so on
    "heading: olist-loose is text": 76,  # here: "1、first", which markdown takes for paragraphs
    "heading: olist is text": 1,  # here: "1.first" without a blank, which is a paragraph too
    "heading: olist+lead-in+list is text": 1,  # here: a paragraph follows the list
    "table: only here": 26,  # here: tables in HTML; the oracle reads GitHub's alone
    "table: only the oracle": 51,  # here: tables of fields and types, and of messages without codes
    "table: other rows": 3,  # here: rows without a code, which are reported
}

ROLES = {"message": "message", "description": "description", "causes": "cause", "actions": "solution"}


class Found:
    """What adopt-show printed of one document."""

    def __init__(self, lines, data):
        self.lines = lines
        self.sections = {}  # by line: (code, title, {role: is a list})
        self.tables = []  # (headings, number of codes)
        self.data = data
        self.read()

    def line_of(self, at):
        return self.data.count(b"\n", 0, at) + 1

    def read(self):
        section = table = None
        for fields in self.lines:
            kind = fields[0]
            if kind == "group":
                table = None
            elif kind == "column":
                if table is None:
                    table = [[], 0]
                    self.tables.append(table)
                table[0].append(fields[2])
            elif kind == "code":
                section = None
                if table is not None:
                    table[1] += 1
                else:
                    section = ["", "", collections.OrderedDict()]
                    self.sections[self.line_of(int(fields[1]))] = section
            elif kind == "case":
                section = None
            elif section is not None and kind == "value":
                if fields[1] == "code":
                    section[0] = fields[5]
                elif fields[1] == "title":
                    section[1] = fields[5]
                elif fields[1] in ROLES:
                    section[2][ROLES[fields[1]]] = "text"
            elif section is not None and kind == "list":
                section[2][ROLES[fields[1]]] = "list"


def unescaped(field):
    return re.sub(r"\\(.)", lambda hit: {"n": "\n", "r": "\r", "t": "\t"}.get(hit[1], hit[1]), field)


def show(program, corpus, path):
    file = corpus / path
    run = subprocess.run([program, file], capture_output=True, timeout=300)
    text = run.stdout.decode("utf-8", "surrogateescape")
    lines = [[unescaped(field) for field in line.split("\t")] for line in text.split("\n") if line]
    return Found(lines, file.read_bytes())


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def compare_headings(found, oracle, say):
    seen = set()
    for row in oracle:
        line = int(row["line"])
        seen.add(line)
        mine = found.sections.get(line)
        if mine is None:
            say("heading: only the oracle", f"{row['line']} {row['code']} {row['title']}")
            continue
        if mine[0] != row["code"]:
            say("heading: another code", f"{line} {mine[0]} / {row['code']}")
        if mine[1] != row["title"].strip():
            say("heading: another title", f"{line} {mine[1]} / {row['title']}")
        theirs = [part.split("(") for part in row["roles(kind)"].split()]
        if [name for name, _ in theirs] != sorted(mine[2], key=list(ROLES.values()).index):
            say("heading: other parts", f"{line} {' '.join(mine[2])} / {row['roles(kind)']}")
            continue
        for name, kind in theirs:
            kind = kind.rstrip(")")
            flat = kind in ("olist", "ulist", "olist-loose", "ulist-loose", "olist+lead-in+list", "ulist+lead-in+list")
            if flat != (mine[2][name] == "list"):
                say(f"heading: {kind} is {mine[2][name]}", f"{line} {name}")
    for line in sorted(set(found.sections) - seen):
        say("heading: only here", f"{line} {found.sections[line][0]} {found.sections[line][1]}")


def compare_tables(found, oracle, say):
    mine = [(" | ".join(table[0]), table[1]) for table in found.tables]
    theirs = [(row["header"], int(row["data_rows"])) for row in oracle]
    for header, count in theirs:
        match = [one for one in mine if one[0] == header]
        if not match:
            say("table: only the oracle", header)
            continue
        nearest = min(match, key=lambda one: abs(one[1] - count))
        mine.remove(nearest)
        if nearest[1] != count:
            say("table: other rows", f"{header}: {nearest[1]} / {count}")
    for header, count in mine:
        say("table: only here", f"{header}: {count}")


def group_by_path(table):
    groups = collections.defaultdict(list)
    for row in table:
        groups[row["path"]].append(row)
    return groups


def count(program, folder, is_listed):
    """How often each class of disagreement stands in the documents of a folder."""
    headings = group_by_path(rows(folder / "oracle_headings.tsv"))
    tables = group_by_path(rows(folder / "oracle_tables.tsv"))
    classes = collections.Counter()
    for file in sorted(folder.glob("docs/**/*.md")):
        path = file.relative_to(folder).as_posix()

        def say(kind, what):
            classes[kind] += 1
            if is_listed:
                print(f"# {kind}: {path}: {what}")
        found = show(program, folder, path)
        compare_headings(found, headings[path], say)
        compare_tables(found, tables[path], say)
    return classes


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", required=True)
    parser.add_argument("--list", action="store_true", help="show each disagreement")
    options = parser.parse_args()
    report = tap.Tap()
    folder = corpus.find()
    if folder is None or not (folder / "oracle_headings.tsv").exists():
        report.skip("oracle", "there is no folder of documents with an oracle; set ERRSPEC_CORPUS")
        return report.done()
    classes = count(pathlib.Path(options.show).resolve(), folder, options.list)
    for kind in sorted({*classes, *EXPECTED}):
        seen, expected = classes[kind], EXPECTED.get(kind, 0)
        report.case(f"{kind}: {expected}", [] if seen == expected else [f"{seen} where {expected} are known"])
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
