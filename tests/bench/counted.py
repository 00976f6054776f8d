"""Counts the instructions of a run by valgrind: they are the same however busy the machine is."""

import pathlib
import shutil
import subprocess
import tempfile

from measured import Failed


def is_there():
    return shutil.which("valgrind") is not None


def instructions(command, folder=None):
    """Those of a command that is run in a folder and has to end with 0."""
    with tempfile.NamedTemporaryFile() as log:
        words = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={log.name}", *command]
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True)
        lines = pathlib.Path(log.name).read_text().splitlines()
    counts = [line for line in lines if line.startswith("summary:")]
    if done.returncode != 0 or len(counts) != 1:
        raise Failed(f"callgrind could not count {command[0]}")
    return int(counts[0].split()[1])


def first_project(errspec, folder):
    """The project that `errspec init` makes, all of whose outputs are there; and how it is generated."""
    folder = pathlib.Path(folder)
    command = [errspec, "generate", str(folder / "spec/errspec.yaml"), "-o", str(folder / "out")]
    for words in [errspec, "init"], command:
        subprocess.run(words, cwd=folder, check=True, capture_output=True)
    return command
