#!/usr/bin/env python3
"""Imports the files of golden/import and compares the spec that comes out, byte for byte.

A case is a folder with what is there before: files to import, perhaps a spec/. Its file `run` holds the words behind
`errspec import`, one command in each line. Beside the folder stands NAME.golden: what each command says and how it ends, then
every file of spec/ that is new or changed. What comes out must also pass `errspec check`, and a second import of the
same files must change nothing. --bless renews the goldens.
"""

import argparse
import difflib
import pathlib
import shutil
import subprocess
import sys
import tempfile

import tap

HERE = pathlib.Path(__file__).resolve().parent
CASES = HERE / "golden" / "import"
SECONDS = 20
SCHEMA = "errspec.schema.json"


def files_of(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def run(errspec, words, folder):
    done = subprocess.run([errspec, *words], cwd=folder, capture_output=True, stdin=subprocess.DEVNULL, timeout=SECONDS)
    return done.returncode, done.stdout + done.stderr


def section(title, text):
    if text and not text.endswith(b"\n"):
        text += b"\n-- no line feed at the end\n"
    return f"==== {title}\n".encode() + text


def play(errspec, case, folder):
    """What the commands of a case say and make, and what is wrong with it besides."""
    shutil.copytree(case, folder)
    commands = [line.split() for line in (folder / "run").read_text().splitlines()]
    (folder / "run").unlink()
    before = files_of(folder)
    shown = b""
    status = 0
    for words in commands:
        status, said = run(errspec, ["import", *words], folder)
        shown += section(f"import {' '.join(words)}: {status}", said)
    after = files_of(folder)
    for name in sorted(after):
        if name not in before and name.endswith(SCHEMA):
            shown += section(f"{name}: the schema", b"")
        elif after[name] != before.get(name):
            shown += section(name, after[name])
    complaints = [f"{name} is gone" for name in before if name not in after]
    if status == 0:
        complaints += checked(errspec, folder, commands, after)
    elif after != before:
        complaints.append("it failed and changed files all the same")
    return shown, complaints


def checked(errspec, folder, commands, after):
    if "--diff" in commands[-1]:
        return
    spec = commands[-1][commands[-1].index("--spec") + 1:][:1] if "--spec" in commands[-1] else []
    status, said = run(errspec, ["check", *spec], folder)
    if status != 0:
        yield "check: " + said.decode(errors="replace")
    for words in commands:
        status, said = run(errspec, ["import", *words], folder)
        if status != 0:
            yield f"imported again it ends with {status}: {said.decode(errors='replace')}"
    if files_of(folder) != after:
        yield "imported again it changes: " + " ".join(
            name for name, text in files_of(folder).items() if after.get(name) != text)


def compare(path, shown, bless):
    if bless:
        path.write_bytes(shown)
        return []
    kept = path.read_bytes() if path.exists() else b""
    lines = [text.decode(errors="backslashreplace").splitlines() for text in (kept, shown)]
    return list(difflib.unified_diff(*lines, "golden", "now", lineterm="")) if kept != shown else []


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    parser.add_argument("--bless", action="store_true")
    options = parser.parse_args()
    errspec = pathlib.Path(options.errspec).resolve()
    report = tap.Tap()
    for case in sorted(path for path in CASES.iterdir() if path.is_dir()):
        with tempfile.TemporaryDirectory() as scratch:
            shown, complaints = play(errspec, case, pathlib.Path(scratch) / case.name)
        complaints += compare(case.with_name(case.name + ".golden"), shown, options.bless)
        report.case(case.name, complaints)
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
