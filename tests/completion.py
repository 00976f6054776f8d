#!/usr/bin/env python3
"""Types command lines into real shells, presses the tab key, and looks at what becomes of them.

bash and zsh run in a terminal of their own; fish is asked for what it would offer. The project has a code that a shell would obey."""

import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import time

import tap

# What is typed, and what stands there behind the tab key.
LINES = [
    ("errspec gen", "errspec generate"),
    ("errspec generate --form", "errspec generate --format"),
    ("errspec generate --format gi", "errspec generate --format github"),
    ("errspec generate --format=gi", "errspec generate --format=github"),
    ("errspec generate -t markdown_t", "errspec generate -t markdown_table"),
    ("errspec generate -t c,rus", "errspec generate -t c,rust"),
    ("errspec explain FILE_N", "errspec explain FILE_NOT_FOUND"),
    ("errspec explain 1002", "errspec explain 1002"),
    ("errspec audit --module stor", "errspec audit --module storage"),
    ("errspec help trans", "errspec help translate"),
    ("errspec completion zs", "errspec completion zsh"),
    ("errspec check spec/stor", "errspec check spec/storage.yaml"),
    ("errspec init spe", "errspec init spec/"),
]
HOSTILE = """
module: words
type: string
codes:
  EVIL: {code: "$(touch${IFS}hurt)", message: it is obeyed}
  TICKS: {code: "`touch${IFS}hurt`", message: it is obeyed}
"""
SECONDS = 60  # a hang, however busy the machine is


class Terminal:
    """A shell that somebody sits at."""

    def __init__(self, words, folder, environment):
        self.child, self.file = pty.fork()
        if self.child == 0:
            os.chdir(folder)
            os.execvpe(words[0], words, environment)

    def read_until(self, text):
        """All that is shown up to this text."""
        shown, end = "", time.monotonic() + SECONDS
        while text not in shown and time.monotonic() < end:
            if select.select([self.file], [], [], 1)[0]:
                shown += os.read(self.file, 65536).decode("utf-8", "replace")
        return shown

    def type(self, text):
        os.write(self.file, text.encode())

    def complete(self, line):
        """The line behind the tab key: it becomes the argument of a command that shows it."""
        self.type(line + "\t")
        time.sleep(0.2)
        self.type("\x05'\x01print_line '\r")
        shown = re.search(r"<<([^>\n]*)>>\r?\n", self.read_until(">>\r\n"))
        return shown[1].strip() if shown else "nothing"

    def close(self):
        self.type("\x03\x04")
        os.close(self.file)
        os.waitpid(self.child, 0)


class Project:
    def __init__(self, errspec, folder):
        self.folder = pathlib.Path(folder)
        self.errspec = errspec
        self.environment = {**os.environ, "PATH": f"{errspec.parent}{os.pathsep}{os.environ['PATH']}", "HOME": folder, "TERM": "dumb",
                            "XDG_CONFIG_HOME": f"{folder}/config", "XDG_DATA_HOME": f"{folder}/data", "HISTFILE": f"{folder}/history"}
        self.run("errspec", "init")
        (self.folder / "spec" / "words.yaml").write_text(HOSTILE, encoding="utf-8")
        catalogue = self.folder / "spec" / "errspec.yaml"
        catalogue.write_text(catalogue.read_text().replace("  - storage.yaml\n", "  - storage.yaml\n  - words.yaml\n", 1), encoding="utf-8")

    def run(self, *words):
        return subprocess.run(words, cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=SECONDS)

    def script(self, shell, name):
        path = self.folder / "scripts" / name
        path.parent.mkdir()
        path.write_text(self.run("errspec", "completion", shell).stdout, encoding="utf-8")
        return path

    def unharmed(self):
        return ["a code of the spec was obeyed"] * (self.folder / "hurt").exists()


def need(shell):
    if shutil.which(shell) is None:
        raise tap.Skipped(f"{shell} is missing")


def typed(project, words, begin):
    """What is wrong with the lines in this shell, which first obeys `begin`."""
    terminal = Terminal(words, project.folder, project.environment)
    found = []
    try:
        terminal.type(begin + "\nprint_line() { printf '<<%s>>\\n' \"$1\"; }\nprintf 're%s\\n' ady\n")
        terminal.read_until("ready")
        for line, wanted in LINES:
            found += tap.differs(line, terminal.complete(line).rstrip("/"), wanted.rstrip("/"))  # zsh takes the slash back
        terminal.type("errspec explain '$(touch\t\t\x15errspec explain \t\t\x15errspec explain `\t\t\x15printf 're%s\\n' ady\r")
        terminal.read_until("ready")
    finally:
        terminal.close()
    return found + project.unharmed()


def bash(project):
    need("bash")
    script = project.script("bash", "errspec")
    return typed(project, ["bash", "--norc", "--noprofile", "-i"], f"bind 'set enable-bracketed-paste off'; PS1='> '; source {script}")


def zsh(project):
    need("zsh")
    script = project.script("zsh", "_errspec")
    begin = f"PS1='> '; unsetopt prompt_sp auto_menu; fpath=({script.parent} $fpath); autoload -U compinit; compinit -u -D; bindkey -e"
    return typed(project, ["zsh", "-f", "-i"], begin)


def fish(project):
    need("fish")
    script = project.script("fish", "errspec.fish")
    found = []
    for line, wanted in LINES:
        result = project.run("fish", "--no-config", "-c", f"source {script}; complete -C '{line}'")
        words = [word.split("\t")[0] for word in result.stdout.splitlines()]
        found += [f"{line}: {wanted.split()[-1]} is not among {words}"] * (wanted.split()[-1] not in words)
    return found + project.unharmed()


def matches_help(project):
    """Each script names every option that the help of a command shows."""
    found = []
    commands = re.findall(r"^  (\w+)  ", project.run("errspec", "help").stdout, re.M)
    for shell in ("bash", "fish", "zsh"):
        text = project.run("errspec", "completion", shell).stdout
        for command in commands:
            options = set(re.findall(r"^  (?:-\w,|   ) --([\w-]+)", project.run("errspec", command, "--help").stdout, re.M))
            found += [f"{shell} does not know --{option} of {command}" for option in sorted(options) if option not in text]
        found += [f"{shell} does not know {command}" for command in commands if command not in text]
    return found + tap.ended(project.run("errspec", "completion", "csh"), 2, "'completion' takes bash, fish or zsh")


CASES = [matches_help, bash, fish, zsh]


if __name__ == "__main__":
    sys.exit(tap.run_each(CASES, Project))
