#!/usr/bin/env python3
"""Runs a program in Tally, the made-up language of templates/tally.

A line is a statement, or empty:

    note ANYTHING             a comment
    const WORD = VALUE        a constant: an integer or a text
    entry WORD TEXT...        keeps the constant of that name with texts
    list                      prints what is kept, each entry as a JSON line

A word is a small letter with small letters, digits and underscores behind it, and none of note, const, entry and
list. A text stands between < and >. In it ^^ is a caret, ^> is >, ^/ is a line break, and ^(1F600) the character of
that number. A program is ASCII.
"""

import json
import re
import sys

RESERVED = {"note", "const", "entry", "list"}
WORD = r"[a-z][a-z0-9_]*"
TEXT = r"<(?:[^<>^\n]|<|\^[\^>/]|\^\([0-9A-F]+\))*>"
CONST = re.compile(rf"const ({WORD}) = (-?(?:0|[1-9][0-9]*)|{TEXT})")
ENTRY = re.compile(rf"entry ({WORD})((?: {TEXT})*)")


def text_of(spelt):
    def character(match):
        mark = match[1]
        return {"/": "\n"}.get(mark, mark) if len(mark) == 1 else chr(int(mark[1:-1], 16))

    return re.sub(r"\^(\([0-9A-F]+\)|.)", character, spelt[1:-1])


class Program:
    def __init__(self):
        self.constants = {}
        self.entries = []

    def run(self, line):
        const, entry = CONST.fullmatch(line), ENTRY.fullmatch(line)
        if const and const[1] not in RESERVED | set(self.constants):
            self.constants[const[1]] = text_of(const[2]) if const[2].startswith("<") else int(const[2])
        elif entry and entry[1] in self.constants:
            self.entries.append([self.constants[entry[1]], *map(text_of, re.findall(TEXT, entry[2]))])
        elif line == "list":
            for kept in self.entries:
                print(json.dumps(kept))
        elif line and line != "note" and not line.startswith("note "):
            raise ValueError(f"not Tally: {line}")


def main():
    program = Program()
    with open(sys.argv[1], encoding="ascii", newline="\n") as file:
        for line in file:
            program.run(line.rstrip("\n"))


if __name__ == "__main__":
    main()
