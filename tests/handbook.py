#!/usr/bin/env python3
"""Holds errspec-templates(7) and errspec-spec(5) against the program and against the made-up language that the first shows.

What stands between .\\" generated: or .\\" part: and .\\" end comes from `errspec schema --format=mdoc` and from the
files of the target tally, which another test runs. --bless renews it.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys

import tap

HERE = pathlib.Path(__file__).resolve().parent
PAGE = HERE.parent / "generator" / "errspec-templates.7"
SPEC = HERE.parent / "generator" / "errspec-spec.5"
TARGET = HERE / "generated" / "templates" / "tally"
PART = re.compile(r'(^\.\\" (generated|part): (\S+)\n)(.*?)(^\.\\" end\n)', re.M | re.S)


def glossaries(errspec):
    """The lists of the program, by the section that they are for."""
    text = subprocess.run([errspec, "schema", "--format=mdoc"], check=True, capture_output=True).stdout.decode()
    parts = re.split(r"^\.Sh (\w+)\n", text, flags=re.M)
    found = {name.lower(): part for name, part in zip(parts[1::2], parts[2::2])}
    records = re.split(r"^(?=\.Ss )", found["spec"], flags=re.M)[1:]
    return found | {"spec." + record.split()[1]: record for record in records}


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
    shown = {name for _, kind, name, _, _ in PART.findall(page) if kind == "part"}
    return [f"{path.name} is not shown" for path in sorted(TARGET.iterdir()) if path.name not in shown]


def records_left_out(page, errspec):
    """Each record of the spec stands on its page once."""
    shown = [name for _, _, name, _, _ in PART.findall(page)]
    real = [name for name in glossaries(errspec) if name.startswith("spec.")]
    return [f"{name} is there {shown.count(name)} times" for name in real if shown.count(name) != 1]


def casings(page, errspec):
    """The casings are those that a name has in the program."""
    dump = subprocess.run([errspec, "dump", "--target", "json", HERE / "generated/spec/one.yaml"], check=True,
                          capture_output=True).stdout
    real = [key.partition(".")[2] for key in json.loads(dump)["run"] if key.startswith("target.")]
    line = ".It Cm " + " , ".join(real)
    return [] if f"{line}\n" in page else f"the page lacks the line {line}"


def page_cases(report, path, errspec):
    page = path.read_text(encoding="utf-8")
    report.case(f"{path.name} has what the program has", "" if renewed(page, errspec) == page else
                "it differs: run meson compile -C BUILD bless")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    parser.add_argument("--bless", action="store_true")
    options = parser.parse_args()
    if options.bless:
        for path in (PAGE, SPEC):
            path.write_text(renewed(path.read_text(encoding="utf-8"), options.errspec), encoding="utf-8")
        return 0
    report = tap.Tap()
    for path in (PAGE, SPEC):
        page_cases(report, path, options.errspec)
    page = PAGE.read_text(encoding="utf-8")
    report.case("the page shows the whole target", shown_files(page))
    report.case("the page has all casings", casings(page, options.errspec))
    report.case("every record of the spec has its place", records_left_out(SPEC.read_text(encoding="utf-8"), options.errspec))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
