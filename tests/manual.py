#!/usr/bin/env python3
"""Holds the man page and the README's tables against the program: commands, options and the keys of the spec format.

Both ways: whatever the program has is described, and nothing else is. The program is asked for its help and its schema.
"""

import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys

import tap

TOP = pathlib.Path(__file__).resolve().parent.parent
PAGE = TOP / "generator" / "errspec.1"
COMMAND = re.compile(r"^  ([a-z-]+) +\S", re.M)
OPTION = re.compile(r"^  (?:-([A-Za-z]), |    )--([a-z-]+)", re.M)
BESIDES = {"help", "version"}  # commands that are not in the program's table
EVERYWHERE = {"color", "limit", "sandbox", "help", "version"}  # options of every command

# The sections that list keys: how they begin on the man page and in the README, and the record of the schema.
SECTIONS = [
    ("A catalogue has the keys:", "in a catalogue", "catalogue"),
    ("A document has the keys:", "in a document", "document"),
    ("It has the keys:", "in a module", "module"),
    ("A code has the keys:", "in a code", "code"),
    ("A translation has the keys:", "in a translation", "translation"),
    ("The manifest has the keys:", None, "manifest"),
]
# Records within records; their keys are named in the text of these sections.
INNER = {
    "catalogue": ["target", "document"],
    "document": ["part", "column", "labels"],
    "module": ["catch_all"],
    "code": ["prose", "link", "case"],
    "translation": ["wording", "wording_of_case", "wording_of_catch_all"],
    "manifest": ["output", "place", "replacement", "range", "var"],
}
ON_MAN_PAGE_ELSEWHERE = {"document"}  # has a section of its own there, too
UNWRITTEN = {"parameter", "pair", "relabel"}  # written short, or as another record


class Program:
    def __init__(self, errspec):
        self.errspec = errspec
        self.commands = set(COMMAND.findall(self.ask("help")))
        self.options = {}  # name: (letter, commands)
        for command in sorted(self.commands):
            for letter, name in OPTION.findall(self.ask("help", command)):
                self.options.setdefault(name, (letter, set()))[1].add(command)
        self.records = {}
        for name, record in json.loads(self.ask("schema"))["$defs"].items():
            self.add_record(re.sub(r"_\d+$", "", name), record)

    def ask(self, *words):
        result = subprocess.run([self.errspec, *words], check=True, capture_output=True)
        return result.stdout.decode()

    def add_record(self, name, record):
        keys = set(record.get("properties", {}))
        for shape in record.get("anyOf", []):
            keys |= set(shape.get("properties", {}))
        if name == "target" and "target" in keys:
            name = "manifest"
        self.records[name] = keys


def differences(what, described, real):
    return [f"{what} {word} is not described" for word in sorted(real - described)] + \
        [f"{what} {word} is described, and there is none" for word in sorted(described - real)]


def list_behind(page, heading):
    """The lines of the tagged list that comes next behind a line with this end."""
    lines = page.splitlines()
    start = next(i for i, line in enumerate(lines) if line.endswith(heading))
    begin = next(i for i in range(start, len(lines)) if lines[i].startswith(".Bl -tag"))
    end = next(i for i in range(begin, len(lines)) if lines[i] == ".El")
    return lines[begin + 1:end]


def words_of(line):
    """The words of a macro line that are literal: what stands behind Cm, without commas."""
    return re.findall(r"[a-z0-9_-]+", line.partition("Cm ")[2].replace("Cm ", ""))


def items(lines):
    return {word for line in lines if line.startswith(".It Cm ") for word in words_of(line)}


def literals(lines):
    return {word for line in lines if line.startswith(".Cm ") for word in words_of(line)}


def man_options(page):
    """Name: (letter, commands), as the list of options has them."""
    found = {}
    lines = list_behind(page, "The options are:")
    for line, following in zip(lines, [*lines[1:], ""]):
        match = re.match(r"\.It Fl (?:([A-Za-z]) , Fl )?-([a-z-]+)", line)
        if match:
            commands = set(words_of(following)) if following.startswith(".Pq Cm ") else set()
            found[match[2]] = (match[1] or "", commands)
    return found


def options_wrong(program, page):
    found = man_options(page)
    yield from differences("option", set(found), set(program.options))
    for name in sorted(set(found) & set(program.options)):
        letter, commands = program.options[name]
        commands = set() if name in EVERYWHERE else commands
        if found[name] != (letter, commands):
            yield f"--{name} is {letter or '-'} of {sorted(commands)}, described as {found[name]}"


def common_wrong(program):
    """What the page says without a command belongs to every command."""
    for name in sorted(EVERYWHERE):
        if program.options[name][1] != program.commands:
            yield f"--{name} is not an option of every command"


def table(readme, heading):
    """The rows of the table with this heading as their second: (first cell, second cell)."""
    rows = readme.partition(f"| {heading} |")[2].partition("\n\n")[0].splitlines()
    return [tuple(cell.strip() for cell in row.strip("|").split("|", 1)) for row in rows[2:]]


def ticked(cell):
    return set(re.findall(r"\b[a-z_]+\b", " ".join(re.findall(r"`([^`]+)`", cell))))


def key_cases(report, program, page, readme):
    for heading, title, record in SECTIONS:
        lines = list_behind(page, heading)
        inner = [name for name in INNER[record] if name not in ON_MAN_PAGE_ELSEWHERE]
        missing = set().union(*(program.records[name] for name in inner)) - literals(lines) - items(lines)
        report.case(f"errspec.1: keys of a {record}", differences("key", items(lines), program.records[record]) +
                    [f"nothing is said of {key}" for key in sorted(missing)])
        if title is not None:
            rows = table(readme, title)
            keys = set().union(*(ticked(first) for first, _ in rows))
            said = set().union(*(ticked(second) for _, second in rows)) | keys
            missing = set().union(*(program.records[name] for name in INNER[record])) - said
            report.case(f"README.md: keys of a {record}", differences("key", keys, program.records[record]) +
                        [f"nothing is said of {key}" for key in sorted(missing)])


def all_records(program):
    known = {record for _, _, record in SECTIONS} | {name for names in INNER.values() for name in names}
    return differences("record", known | UNWRITTEN, set(program.records))


def lint():
    result = subprocess.run(["mandoc", "-Tlint", "-Wwarning", PAGE], capture_output=True, text=True)
    return result.stdout


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    program = Program(parser.parse_args().errspec)
    page = PAGE.read_text(encoding="utf-8")
    readme = (TOP / "README.md").read_text(encoding="utf-8")
    report = tap.Tap()
    commands = items(list_behind(page, "The commands are:"))
    report.case("errspec.1: commands", differences("command", commands, program.commands | BESIDES))
    usage = set(re.findall(r"^\.Nm\n\.Cm ([a-z-]+)$", page, re.M))
    report.case("errspec.1: usage", differences("command", usage, program.commands | BESIDES))
    rows = {word for first, _ in table(readme, "what it does | example") for word in ticked(first)}
    report.case("README.md: commands", differences("command", rows, program.commands))
    report.case("errspec.1: options", list(options_wrong(program, page)))
    report.case("options of every command", list(common_wrong(program)))
    key_cases(report, program, page, readme)
    report.case("every record of the schema is described", all_records(program))
    if shutil.which("mandoc"):
        report.case("errspec.1: mandoc finds no fault", lint())
    else:
        report.skip("errspec.1: mandoc finds no fault", "there is no mandoc")
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
