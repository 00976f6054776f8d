#!/usr/bin/env python3
"""What a small spec shows: in explain, in documents that set nothing, and when one of its files is no file."""

import argparse
import itertools
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from tap import Tap

CATALOGUE = """\
catalogue: demo
modules: [demo.yaml, other.yaml]
documents:
  sections: {layout: markdown_sections, parts: [{module: demo}]}
  both: {layout: markdown_sections, parts: [{module: other}, {module: demo}]}
  table: {layout: markdown_table, parts: [{module: demo}]}
  cells: {layout: markdown_table, labels: {causes: Why}, columns: [{heading: Nr, field: code}], parts: [{module: demo}]}
targets: {markdown_sections: {}, markdown_table: {}}
"""

MODULE = """\
module: demo
catch_all: {code: Other, message: anything else, actions: [read the log]}
codes:
  RICH:
    code: -7
    message: "no {thing}"
    params: {thing: string}
    severity: fatal
    aliases: [OLD_RICH]
    symbols: {c: MY_RICH}
    links: [{title: The manual, url: "https://example.com/7"}]
    causes: "1. one\\n2. two\\n\\nlast"
    cases:
      - {when: the disk is full, message: no space, actions: [free some, try again]}
  TITLED: {code: 8, title: A Title}
  DESCRIBED: {code: 9, description: What happened.}
  MARKED: {code: 10, title: "call __init__ of a_b"}
"""


class Place:
    def __init__(self, errspec, folder):
        self.errspec = errspec
        self.folder = pathlib.Path(folder)
        self.write("errspec.yaml", CATALOGUE)
        self.write("demo.yaml", MODULE)
        self.write("other.yaml", "module: other\ncodes: {ONLY: {code: 1, message: only}}\n")

    def write(self, path, text):
        (self.folder / path).write_text(text, encoding="utf-8")

    def read(self, path):
        return (self.folder / path).read_text(encoding="utf-8")

    def run(self, *words):
        return subprocess.run([self.errspec, *words], cwd=self.folder, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", timeout=300, check=False)


def ended(result, status, *texts):
    """Complaints if the run did not end with `status` or says one of the texts nowhere."""
    said = result.stdout + result.stderr
    complaints = [f"exit status {result.returncode}, not {status}"] if result.returncode != status else []
    complaints += [f"no {text!r}" for text in texts if text not in said]
    return complaints + ([said] if complaints else [])


def lacks(text, *parts):
    return [f"{part!r} in:\n{text}" for part in parts if part in text]


def explain_shows_all_of_a_code(place):
    return ended(place.run("explain", "RICH"), 0, "demo -7 (0xFFFFFFF9) RICH\n", "Message: no {thing}\n",
                 "Also called: OLD_RICH\n", "Severity: fatal\n",
                 "Possible causes:\n  1. one\n  2. two\n\n  last\n",
                 "When: the disk is full\nMessage: no space\n\nWhat to do:\n  1. free some\n  2. try again\n",
                 "Read on:\n  The manual: https://example.com/7\n")


def explain_finds_by_every_name(place):
    complaints = []
    for word in ["-7", "0xFFFFFFF9", "rich", "old_rich", "MY_RICH"]:
        complaints += ended(place.run("explain", word), 0, "demo -7 ")
    complaints += ended(place.run("explain", "RICHE"), 1, "did you mean 'RICH'?")
    return complaints + ended(place.run("explain", "Other"), 0, "anything else", "1. read the log")


def explain_says_nothing_twice(place):
    titled, described = place.run("explain", "8"), place.run("explain", "9")
    complaints = ended(titled, 0, "A Title\n") + ended(described, 0, "\nWhat happened.\n")
    return complaints + lacks(titled.stdout + described.stdout, "Message:")


def a_pipe_that_a_spec_names_is_refused(place):
    os.mkfifo(place.folder / "pipe.yaml")
    place.write("errspec.yaml", CATALOGUE.replace("demo.yaml", "pipe.yaml"))
    return ended(place.run("check"), 2, "errspec.yaml:2:11: error: cannot read 'pipe.yaml': not a regular file")


def a_link_out_of_the_folder_is_not_followed(place):
    (place.folder / "demo.yaml").unlink()
    (place.folder / "demo.yaml").symlink_to("/etc/hostname")
    return ended(place.run("check"), 2, "errspec.yaml:2:11: error: cannot read 'demo.yaml'")


def a_document_needs_no_labels(place):
    complaints = ended(place.run("generate"), 0)
    sections = place.read("out/docs/sections.md")
    complaints += [f"no {label} in:\n{sections}" for label in ["Message", "Possible causes", "What to do"]
                   if f"\n**{label}**\n" not in sections]
    return complaints + lacks(sections, "****")


def a_document_needs_no_columns(place):
    complaints = ended(place.run("generate"), 0)
    table, cells = place.read("out/docs/table.md"), place.read("out/docs/cells.md")
    if "| Code | Message | Description | Possible causes | What to do |\n" not in table or "| 8 | A Title |" not in table:
        complaints.append(table)
    return complaints + ([] if "\n| Nr |\n| --- |\n| -7 |\n" in cells else [cells])


def underlines_at_the_edge_of_a_word_are_no_markup(place):
    complaints = ended(place.run("generate"), 0)
    text = place.read("out/docs/sections.md")
    return complaints + ([] if "\n## 10 call \\_\\_init\\_\\_ of a_b\n" in text else [text])


def sections_end_with_the_catch_all(place):
    complaints = ended(place.run("generate"), 0)
    for name, heading in [("sections", "## Other"), ("both", "### Other")]:
        wanted = f"\n{heading}\n\n**Message**\n\nanything else\n\n**What to do**\n\n1. read the log\n"
        text = place.read(f"out/docs/{name}.md")
        complaints += [] if text.endswith(wanted) else [text]
    return complaints


# The bits of a type, whether it has a sign, and some of its numbers.
TYPES = {"int32": (32, [0, 9, 2561, 2**31 - 1, -1, -2147024891, -2**31]), "uint32": (32, [0, 10, 0x2561, 2**32 - 1]),
         "int64": (64, [0, 2561, 2**63 - 1, -1, -2**63]), "uint64": (64, [0, 2561, 2**63, 2**64 - 1])}
HEXADECIMAL = ["0x", "0X", "#x", "16#", "U+", "&H", "ERR-0x", "\\x"]
DECIMAL = ["ES", "EX", "X", "H", "#", "16", "BOX"]
CONSTANT = re.compile(r"^(?:#define |\t)M_N(\d+)(?: =)? (.*?),?$", re.M)


def module_of(type_, numbers, display):
    codes = "".join(f"  N{place}: {{code: {number}, message: m}}\n" for place, number in enumerate(numbers))
    return f"module: m\ntype: {type_}\ndisplay: {json.dumps(display)}\ncodes:\n{codes}"


def digits_of(shown, prefix, base):
    return int(shown.removeprefix(prefix), base) if shown.startswith(prefix) else None


def a_display_shows_the_digits_that_it_promises(place):
    complaints = []
    kinds = [(prefix, 16) for prefix in HEXADECIMAL] + [(prefix, 10) for prefix in DECIMAL]
    for (prefix, base), (type_, (bits, numbers)) in itertools.product(kinds, TYPES.items()):
        place.write("m.yaml", module_of(type_, numbers, prefix + "0000"))
        rows = [row.split()[1] for row in place.run("list", "m.yaml").stdout.splitlines()[1:]]
        wanted = [number % 2**bits if base == 16 else number for number in numbers]
        if [digits_of(shown, prefix, base) for shown in rows] != wanted or any(len(row) < len(prefix) + 4 for row in rows):
            complaints.append(f"{prefix} and {type_}: {rows}")
    return complaints


def explain_finds_what_a_display_shows(place):
    complaints = []
    for prefix, (type_, (_, numbers)) in itertools.product(HEXADECIMAL, TYPES.items()):
        place.write("m.yaml", module_of(type_, numbers, prefix + "0000"))
        place.write("errspec.yaml", "catalogue: c\nmodules: [m.yaml]\ndocuments: {d: {layout: markdown_table, parts: [{module: m}]}}\n"
                    "targets: {json: {}}\n")
        complaints += ended(place.run("generate"), 0)
        rows = [row.split()[1:3] for row in place.run("list", "m.yaml").stdout.splitlines()[1:]]
        shown = place.read("out/docs/d.md").replace("\\", "")
        for spelling, name in rows[1:3] + rows[-1:]:
            complaints += ended(place.run("explain", spelling, "m.yaml"), 0, f" {name}\n")
            complaints += [] if f"| {spelling} |".replace("\\", "") in shown else [f"no {spelling} in {shown}"]
    return complaints


def value_of(constant):
    """What a constant of C is worth; its suffixes and macros change nothing in that."""
    return eval(re.sub(r"U?INT\d+_C|(?<=[0-9A-F])[UL]+\b", "", constant))


def c_has_hexadecimal_numbers_where_they_are_wanted(place):
    complaints = []
    for type_, (_, numbers) in TYPES.items():
        place.write("m.yaml", module_of(type_, numbers, "0x0000"))
        for wanted in "false", "true":
            complaints += ended(place.run("generate", "m.yaml", "-t", "c", f"--var=hex={wanted}"), 0)
            found = dict(CONSTANT.findall(place.read("out/c/m.h")))
            values = [value_of(found[str(index)]) for index in range(len(numbers))]
            is_hex = all("0x" in text for index, text in found.items() if abs(numbers[int(index)]) < 2**31 - 1)
            if values != numbers or is_hex != (wanted == "true"):
                complaints.append(f"{type_}: {found}")
    return complaints


CASES = [explain_shows_all_of_a_code, explain_finds_by_every_name, explain_says_nothing_twice,
         a_pipe_that_a_spec_names_is_refused, a_link_out_of_the_folder_is_not_followed,
         a_document_needs_no_labels, a_document_needs_no_columns, underlines_at_the_edge_of_a_word_are_no_markup,
         sections_end_with_the_catch_all, a_display_shows_the_digits_that_it_promises,
         explain_finds_what_a_display_shows, c_has_hexadecimal_numbers_where_they_are_wanted]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errspec", required=True)
    options = parser.parse_args()
    tap = Tap()
    for case in CASES:
        with tempfile.TemporaryDirectory() as folder:
            try:
                tap.case(case.__name__, case(Place(os.path.abspath(options.errspec), folder)))
            except (OSError, subprocess.TimeoutExpired) as error:
                tap.case(case.__name__, repr(error))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
