#!/usr/bin/env python3
"""Maps have no order: every spec here says the same with the keys of its files in any order.

The files of each spec are turned about, so that each of their keys comes first and last once, and reversed, and
sorted; what `dump` says of it stays.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import tap

TOP = pathlib.Path(__file__).resolve().parent.parent
SPECS = [TOP / "spec/errspec.yaml", TOP / "tests/translations/spec/catalogue.yaml"]
ENTRY = re.compile(r"^[A-Za-z]", re.M)


def entries(text):
    """What stands before the first key, and each key at the top with all that belongs to it."""
    starts = [hit.start() for hit in ENTRY.finditer(text)]
    ends = [*starts[1:], len(text)]
    return text[:starts[0]], [text[start:end] for start, end in zip(starts, ends)]


def orders(parts):
    yield from (parts[turn:] + parts[:turn] for turn in range(1, len(parts)))
    yield parts[::-1]
    yield sorted(parts)


def run(errspec, folder, *words):
    return subprocess.run([errspec, *words], cwd=folder, capture_output=True, text=True, timeout=120, check=False)


def turned(text, number):
    """The text with its keys in order `number`; files with fewer orders begin again."""
    head, parts = entries(text)
    ways = list(orders(parts))
    return head + "".join(ways[number % len(ways)])


def check_spec(errspec, catalogue):
    files = [path.relative_to(catalogue.parent) for path in sorted(catalogue.parent.rglob("*.yaml"))]
    texts = {file: (catalogue.parent / file).read_text(encoding="utf-8") for file in files}
    wanted = run(errspec, catalogue.parent, "dump", catalogue.name).stdout
    most = max(len(list(orders(entries(text)[1]))) for text in texts.values())
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "spec"
        shutil.copytree(catalogue.parent, folder)
        for number in range(most):
            for file, text in texts.items():
                (folder / file).write_text(turned(text, number), encoding="utf-8")
            shown = run(errspec, folder, "dump", catalogue.name)
            if shown.returncode != 0 or shown.stdout != wanted:
                yield f"order {number}: " + (shown.stderr or "dump says something else")
    if not wanted:
        yield "dump says nothing"


CODES = "codes:\n  FIRST: {code: 1, title: First}\n"


def check_writers(errspec):
    """Commands that write into a file of people find its parts wherever they stand."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        (folder / "spec").mkdir()
        (folder / "spec/errspec.yaml").write_text("modules: [demo.yaml]\nlanguages: [de]\ncatalogue: demo\n")
        (folder / "spec/demo.yaml").write_text(CODES + "module: demo\ntitle: Demo\n")
        (folder / "more.csv").write_text("name,code,message\nSECOND,2,A second one\n")
        for words in (["import", "--module=demo", "more.csv"], ["translate", "de"], ["check"]):
            done = run(errspec, folder, *words)
            if done.returncode != 0:
                yield f"{words[0]}: {done.stderr}"
        text = (folder / "spec/demo.yaml").read_text()
        if not text.endswith("module: demo\ntitle: Demo\n") or "SECOND" not in text:
            yield "the module became:\n" + text
        overlay = folder / "spec/i18n/de/demo.yaml"
        head, parts = entries(overlay.read_text())
        overlay.write_text(head + "".join(reversed(parts)))
        done = run(errspec, folder, "translate", "de")
        if done.returncode != 0 or run(errspec, folder, "check").returncode != 0:
            yield "a translation turned about: " + done.stderr


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    options = parser.parse_args()
    errspec = str(pathlib.Path(options.errspec).resolve())
    report = tap.Tap()
    for catalogue in SPECS:
        report.run(f"{catalogue.relative_to(TOP)} in every order", lambda: list(check_spec(errspec, catalogue)))
    report.run("what is written into files in another order", lambda: list(check_writers(errspec)))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
