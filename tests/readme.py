#!/usr/bin/env python3
"""Holds README.md, CONTRIBUTING.md, the page about builds and the manual pages to what they show.

A mark before a fenced block says what the block is:

    <!-- excerpt: PATH -->  these lines stand in that file of the repository, one behind the other
    <!-- file: PATH -->     a file of the reader's own, made in the scratch folder
    <!-- run -->            a session in the scratch folder: behind `$ ` a command, below it all that it prints

In a manual page the mark is a comment, .\\" run and the like, and the block is a literal display.
The blocks of a page share one scratch folder, in their order. Links to files of the repository must lead somewhere.
"""

import argparse
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import tap

TOP = pathlib.Path(__file__).resolve().parent.parent
PAGES = ["README.md", "CONTRIBUTING.md", "generator/packaging/README.md"]
MANUALS = ["generator/errspec.1", "generator/errspec-spec.5", "generator/errspec-adopt.7"]
BLOCK = re.compile(r"^<!-- (excerpt|file|run)(?:: (\S+))? -->\n+```\w*\n(.*?)^```$", re.M | re.S)
MARK = re.compile(r"^<!-- (?:excerpt|file|run)\b", re.M)
DISPLAY = re.compile(r'^\.\\" (excerpt|file|run)(?:: (\S+))?\n\.Bd [^\n]*\n(.*?)^\.Ed$', re.M | re.S)
DISPLAY_MARK = re.compile(r'^\.\\" (?:excerpt|file|run)\b', re.M)
LINK = re.compile(r"\]\(([^)#:]+)\)|href=\"([^\"#:]+)\"")
SECONDS = 300  # a hang, however busy the machine is
TOOLS = re.compile(r"\b(make|meson|ninja)\b")  # of builds; a session without its tools is skipped


def excerpt(path, body):
    file = TOP / path
    if not file.is_file():
        return f"there is no {path}"
    text = "\n" + file.read_text(encoding="utf-8")
    return "" if "\n" + body in text else f"these lines do not stand in {path}:\n{body}"


def session(body, folder, errspec):
    """Runs the commands of a session in one shell, and compares the whole with what is shown."""
    end = "end of output"
    script = []
    for line in body.splitlines():
        if line.startswith("$ "):
            script += [line[2:], f"status=$?; echo '{end}'; (exit $status)"]
    environment = dict(os.environ, PATH=f"{errspec.parent}{os.pathsep}{os.environ['PATH']}", LC_ALL="C")
    result = subprocess.run(["sh", "-c", "\n".join(script)], cwd=folder, env=environment, text=True, timeout=SECONDS,
                            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    outputs = result.stdout.split(end + "\n")
    found = []
    for line in body.splitlines():
        if line.startswith("$ "):
            found += [line, *outputs.pop(0).splitlines()]
    return "\n".join(difflib.unified_diff(body.splitlines(), found, "shown", "printed", lineterm=""))


def session_case(report, name, body, folder, errspec):
    missing = sorted(tool for tool in set(TOOLS.findall(body)) if shutil.which(tool) is None)
    if missing:
        report.skip(name, f"there is no {' and no '.join(missing)}")
    else:
        report.case(name, session(body, folder, errspec))


def plain(body):
    """What a literal display shows."""
    return body.replace("\\&", "").replace("\\e", "\\")


def blocks_cases(report, page, blocks, marks, errspec):
    report.case(f"{page}: every mark has its block", "" if marks == len(blocks) else f"{marks} marks, {len(blocks)} blocks")
    with tempfile.TemporaryDirectory() as folder:
        for kind, path, body in blocks:
            if kind == "excerpt":
                report.case(f"{page}: excerpt of {path}", excerpt(path, body))
            elif kind == "file":
                file = pathlib.Path(folder, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(body, encoding="utf-8")
            else:
                session_case(report, f"{page}: {body.splitlines()[0]}", body, folder, errspec)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True, type=pathlib.Path)
    errspec = parser.parse_args().errspec.resolve()
    report = tap.Tap()
    for page in PAGES:
        text = (TOP / page).read_text(encoding="utf-8")
        blocks_cases(report, page, BLOCK.findall(text), len(MARK.findall(text)), errspec)
        links = sorted({first or second for first, second in LINK.findall(text)})
        report.case(f"{page}: links", [f"{link} is not there" for link in links if not ((TOP / page).parent / link).exists()])
    for page in MANUALS:
        text = (TOP / page).read_text(encoding="utf-8")
        blocks = [(kind, path, plain(body)) for kind, path, body in DISPLAY.findall(text)]
        blocks_cases(report, page, blocks, len(DISPLAY_MARK.findall(text)), errspec)
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
