#!/usr/bin/env python3
"""Holds the manual pages against the program: commands, options, and the keys of specs and manifests.

Both ways: whatever the program has is described, and nothing else is. The program is asked for its help and its schema.
"""

import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import tap

TOP = pathlib.Path(__file__).resolve().parent.parent
PAGES = [TOP / "generator" / name for name in ("errspec.1", "errspec-spec.5", "errspec-adopt.7", "errspec-templates.7")]
COMMAND = re.compile(r"^  ([a-z-]+) +\S", re.M)
OPTION = re.compile(r"^  (?:-([A-Za-z]), |    )--([a-z-]+)", re.M)
BESIDES = {"help", "version"}  # commands that are not in the program's table
CHOICES = re.compile(r"--([a-z-]+)=\S+ +.*: ((?:\w+, )*\w+ or \w+)$", re.M)  # an option that takes some words alone
EVERYWHERE = {"color", "limit", "sandbox", "help", "version"}  # options of every command

UNWRITTEN = {"parameter", "pair"}  # written as a text under a key


class Program:
    def __init__(self, errspec):
        self.errspec = pathlib.Path(errspec).resolve()
        self.commands = set(COMMAND.findall(self.ask("help"))) - BESIDES
        self.options = {}  # name: (letter, commands)
        self.choices = {}  # command: {name of an option: the words that it takes}
        for command in sorted(self.commands):
            found = CHOICES.findall(self.ask("help", command))
            self.choices[command] = {name: re.split(", | or ", words) for name, words in found}
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
    """The words of a macro line that are literal: what stands behind Cm, without commas and a remark in parentheses."""
    return re.findall(r"[a-z0-9_-]+", line.partition("Cm ")[2].partition(" Pq ")[0].replace("Cm ", ""))


def items(lines):
    return {word for line in lines if line.startswith(".It Cm ") for word in words_of(line)}


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


def choices_wrong(program, page):
    """The page has all choices of an option, and no other word but those of commands."""
    described = {}
    lines = list_behind(page, "The options are:")
    for line in lines:
        match = re.match(r"\.It Fl (?:\w , Fl )?-([a-z-]+)", line)
        name = match[1] if match else name
        described.setdefault(name, set()).update(words_of(line) if line.startswith(".Cm ") else ())
    real = {}
    for choices in program.choices.values():
        for name, words in choices.items():
            real.setdefault(name, set()).update(words)
    for name, words in sorted(real.items()):
        yield from differences(f"--{name}:", described[name] - program.commands, words)


def refused(program, folder, command, name, word):
    arguments = {"import": ["spec/pilot.yaml"], "audit": ["spec/pilot.yaml"], "explain": ["PILOT_LATE"]}.get(command, [])
    done = subprocess.run([program.errspec, command, f"--{name}={word}", *arguments], cwd=folder, capture_output=True,
                          text=True, stdin=subprocess.DEVNULL)
    return "[ES0104]" in done.stderr and done.returncode == 2


def choices_refused(program, folder):
    """What the help names is taken, and nothing beside it."""
    shutil.copytree(TOP / "tests" / "slips" / "harbour", folder / "spec")
    for command, choices in sorted(program.choices.items()):
        for name, words in choices.items():
            if name == "min-coverage":
                yield from (f"{command} takes {word}" for word in words if not refused(program, folder, command, name, word))
                words = [f"{word}=0" for word in words]
            yield from (f"{command} refuses {word}" for word in words if refused(program, folder, command, name, word))
            yield from (f"{command} takes {word}x" for word in words if not refused(program, folder, command, name, f"{word}x"))


def lists_of_keys(page):
    """The keys of each record that has a subsection with a tagged list."""
    return {name: items(body.splitlines()) for name, body in
            re.findall(r"^\.Ss (\w+)\n(?:[^.\n][^\n]*\n)+\.Bl -tag -width Ds\n(.*?)^\.El$", page, re.M | re.S)}


def key_cases(report, program, spec, templates):
    """The records of a spec are on the page of specs, those of a manifest behind its heading."""
    manifest = lists_of_keys(templates.partition(".Sh MANIFEST\n")[2])
    described = {"manifest": manifest.pop("target")} | manifest | lists_of_keys(spec)
    report.case("every record of the schema is described", differences("record", set(described), set(program.records) - UNWRITTEN))
    for name in sorted(set(described) & set(program.records)):
        report.case(f"keys of a {name}", differences("key", described[name], program.records[name]))


def lint(page):
    return subprocess.run(["mandoc", "-Tlint", "-Wwarning", page], capture_output=True, text=True).stdout


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    program = Program(parser.parse_args().errspec)
    page, spec, _, templates = (path.read_text(encoding="utf-8") for path in PAGES)
    report = tap.Tap()
    commands = items(list_behind(page, "The commands are:"))
    report.case("errspec.1: commands", differences("command", commands, program.commands | BESIDES))
    usage = set(re.findall(r"^\.Nm\n\.Cm ([a-z-]+)$", page, re.M))
    report.case("errspec.1: usage", differences("command", usage, program.commands | BESIDES))
    report.case("errspec.1: options", list(options_wrong(program, page)))
    report.case("errspec.1: choices", list(choices_wrong(program, page)))
    report.case("options of every command", list(common_wrong(program)))
    with tempfile.TemporaryDirectory() as folder:
        report.case("choices", list(choices_refused(program, pathlib.Path(folder))))
    report.case("every command has the choices of --color, and some have others", [] if all(
        "color" in choices for choices in program.choices.values()) and len(program.choices["check"]) == 3 else str(program.choices))
    key_cases(report, program, spec, templates)
    for path in PAGES:
        if shutil.which("mandoc"):
            report.case(f"{path.name}: mandoc finds no fault", lint(path))
        else:
            report.skip(f"{path.name}: mandoc finds no fault", "there is no mandoc")
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
