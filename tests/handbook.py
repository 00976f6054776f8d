#!/usr/bin/env python3
"""Holds errspec-templates(7) against the program and against the made-up language that it shows.

What stands between .\\" generated: or .\\" file: and .\\" end comes from `errspec schema --format=mdoc` and from the
files of the target tally, which another test runs. --bless renews it.
"""

import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys

import tap

HERE = pathlib.Path(__file__).resolve().parent
PAGE = HERE.parent / "generator" / "errspec-templates.7"
TARGET = HERE / "generated" / "templates" / "tally"
PART = re.compile(r'(^\.\\" (generated|file): (\S+)\n)(.*?)(^\.\\" end\n)', re.M | re.S)


def glossaries(errspec):
    """The lists of the program, by the section that they are for."""
    text = subprocess.run([errspec, "schema", "--format=mdoc"], check=True, capture_output=True).stdout.decode()
    parts = re.split(r"^\.Sh (\w+)\n", text, flags=re.M)
    return {name.lower(): part for name, part in zip(parts[1::2], parts[2::2])}


def literal(text):
    lines = [re.sub(r"^([.'])", r"\\&\1", line.replace("\\", "\\e")) for line in text.removesuffix("\n").split("\n")]
    return "\n".join([".Bd -literal -offset indent", *lines, ".Ed", ""])


def renewed(page, errspec):
    found = glossaries(errspec)

    def part(match):
        kind, name = match[2], match[3]
        text = found[name] if kind == "generated" else literal((TARGET / name).read_text(encoding="utf-8"))
        return match[1] + text + match[5]

    return PART.sub(part, page)


def shown_files(page):
    shown = {name for _, kind, name, _, _ in PART.findall(page) if kind == "file"}
    return [f"{path.name} is not shown" for path in sorted(TARGET.iterdir()) if path.name not in shown]


def casings(page, errspec):
    """The casings are those that a name has in the program."""
    dump = subprocess.run([errspec, "dump", "--target", "json", HERE / "generated/spec/one.yaml"], check=True,
                          capture_output=True).stdout
    real = [key.partition(".")[2] for key in json.loads(dump)["run"] if key.startswith("target.")]
    line = ".It Cm " + " , ".join(real)
    return [] if f"{line}\n" in page else f"the page lacks the line {line}"


def lint():
    return subprocess.run(["mandoc", "-Tlint", "-Wwarning", PAGE], capture_output=True, text=True).stdout


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    parser.add_argument("--bless", action="store_true")
    options = parser.parse_args()
    page = PAGE.read_text(encoding="utf-8")
    if options.bless:
        PAGE.write_text(renewed(page, options.errspec), encoding="utf-8")
        return 0
    report = tap.Tap()
    is_same = renewed(page, options.errspec) == page
    report.case("the page has what the program and the target have", "" if is_same else
                "it differs: run meson compile -C BUILD bless")
    report.case("the page shows the whole target", shown_files(page))
    report.case("the page has all casings", casings(page, options.errspec))
    if shutil.which("mandoc"):
        report.case("mandoc finds no fault", lint())
    else:
        report.skip("mandoc finds no fault", "there is no mandoc")
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
