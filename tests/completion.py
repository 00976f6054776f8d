#!/usr/bin/env python3
"""What shells make of the completions that errspec has for them: a line is typed in each shell, and the tabulator."""

import argparse
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import tap

# A line, and what its last word becomes, behind a blank or an equals sign.
CASES = [
    ("errspec gener", "generate"),
    ("errspec help trans", "translate"),
    ("errspec generate --depf", "--depfile"),
    ("errspec check --format=jun", "junit"),
    ("errspec generate -t markdown_t", "markdown_table"),
    ("errspec generate --target c,markdown_t", "c,markdown_table"),
    ("errspec targets markdown_t", "markdown_table"),
    ("errspec explain DISK_F", "DISK_FULL"),
    ("errspec audit --module stor", "storage"),
    ("errspec check spec/errspec.y", "spec/errspec.yaml"),
    ("errspec init dee", "deep/"),
    ("errspec completion fi", "fish"),
]
# Each shell shows the line to a file where ^G is typed.
SHOWN = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "source ./completion; bind -x '\"\\C-g\": printf \"%s\\n\" \"$READLINE_LINE\" >line'"),
    "zsh": (["zsh", "-f", "-i"], "fpath=($PWD/functions $fpath); autoload -Uz compinit; compinit -u -D; "
            "show() { print -r -- \"$BUFFER\" >line }; zle -N show; bindkey '^G' show; setopt no_beep no_list_ambiguous"),
}
SECONDS = 60  # a hang, however busy the machine is


class Terminal:
    """A shell in a terminal of its own."""

    def __init__(self, words, folder, env):
        self.line = folder / "line"
        self.child, self.master = pty.fork()
        if self.child == 0:
            os.chdir(folder)
            os.execvpe(words[0], words, env)

    def type(self, text):
        os.write(self.master, text.encode())

    def shown(self):
        """Waits for the line that the shell shows, and reads away what it writes to the terminal."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            if select.select([self.master], [], [], 0.02)[0]:
                os.read(self.master, 65536)
            text = self.line.read_text() if self.line.exists() else ""
            if text.endswith("\n"):
                self.line.unlink()
                return text.removesuffix("\n")
        return "nothing"

    def completed(self, line):
        self.type(f"{line}\t\a")
        line = self.shown()
        self.type("\x15")
        return line

    def close(self):
        os.kill(self.child, signal.SIGKILL)
        os.close(self.master)
        os.waitpid(self.child, 0)


def last_word(line):
    return re.split(r"(?<!-)[ =]", line.rstrip(" ="))[-1]


def in_terminal(report, shell, folder, env):
    words, script = SHOWN[shell]
    terminal = Terminal(words, folder, env)
    terminal.type(script + "\n")
    terminal.type("ready\a")
    terminal.shown()
    terminal.type("\x15")
    for line, wanted in CASES:
        report.case(f"{shell}: {line}", tap.differs("the last word", last_word(terminal.completed(line)), wanted))
    terminal.close()


def in_fish(report, folder, env):
    for line, wanted in CASES:
        result = subprocess.run(["fish", "--no-config", "-c", f"source ./completion; complete -C '{line}'"], cwd=folder, env=env,
                                capture_output=True, text=True, timeout=SECONDS)
        found = {last_word(offer.partition("\t")[0]) for offer in result.stdout.splitlines()}
        report.case(f"fish: {line}", tap.differs("offered", found, {wanted}))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True, type=pathlib.Path)
    errspec = parser.parse_args().errspec.resolve()
    report = tap.Tap()
    for shell in ("bash", "fish", "zsh"):
        if shutil.which(shell) is None:
            report.skip(f"{shell}: completes", f"{shell} is missing")
            continue
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name).resolve()
            env = {**os.environ, "PATH": f"{errspec.parent}{os.pathsep}{os.environ['PATH']}", "HOME": name, "TERM": "dumb", "PS1": "",
                   "INPUTRC": "/dev/null", "LC_ALL": "C.UTF-8"}
            subprocess.run([errspec, "init"], cwd=folder, check=True, capture_output=True)
            (folder / "deep").mkdir()
            (folder / "functions").mkdir()
            script = subprocess.run([errspec, "completion", shell], check=True, capture_output=True).stdout
            (folder / "completion").write_bytes(script)
            (folder / "functions/_errspec").write_bytes(script)
            if shell == "fish":
                in_fish(report, folder, env)
            else:
                in_terminal(report, shell, folder, env)
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
