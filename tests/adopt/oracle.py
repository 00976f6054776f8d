#!/usr/bin/env python3
"""Compares what the reader of markdown finds with a second parser's opinion, over a folder of real documents.

The folder is named by --corpus, and may be absent; it holds oracle_headings.tsv (a row for each heading of a code, with
the roles of its parts) and oracle_tables.tsv (a row for each table). Neither side is the truth, so the classes of
disagreement and how often each was seen are compared with what was looked at by eye, in EXPECTED.
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
import tap  # noqa: E402

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
    run = subprocess.run([program, file], capture_output=True, timeout=20)
    text = run.stdout.decode("utf-8", "surrogateescape")
    lines = [[unescaped(field) for field in line.split("\t")] for line in text.split("\n") if line]
    return Found(lines, file.read_bytes())


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def place(corpus, path):
    """Seeds are named in the oracle by what they were called once."""
    return path if (corpus / path).exists() else None


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


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", required=True)
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--list", action="store_true", help="show each disagreement")
    options = parser.parse_args()
    corpus, program = pathlib.Path(options.corpus), pathlib.Path(options.show).resolve()
    headings = group_by_path(rows(corpus / "oracle_headings.tsv"))
    tables = group_by_path(rows(corpus / "oracle_tables.tsv"))
    classes = collections.Counter()
    paths = sorted(file.relative_to(corpus).as_posix() for file in corpus.glob("docs/**/*.md"))
    for path in paths:
        found = show(program, corpus, path)

        def say(kind, what):
            classes[kind] += 1
            if options.list:
                print(f"{kind}\t{path}\t{what}")
        compare_headings(found, headings[path], say)
        compare_tables(found, tables[path], say)
    for kind, count in sorted(classes.items()):
        print(f"# {count}\t{kind}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
