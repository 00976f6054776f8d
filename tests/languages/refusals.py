#!/usr/bin/env python3
"""Texts that no spec may hold: each is refused at its place in every field, escaped and as it is."""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import specs  # noqa: E402
import tap  # noqa: E402

# Controls, line separators, what turns the direction of writing round, noncharacters, a byte order mark inside.
CHARACTERS = [*range(1, 32), 0x7F, *range(0x80, 0xA0), 0x61C, 0x200E, 0x200F, 0x2028, 0x2029, *range(0x202A, 0x202F),
              *range(0x2066, 0x206A), 0xFDD0, 0xFDEF, 0xFEFF, 0xFFFE, 0xFFFF, 0x1FFFE, 0xE0001, 0xE007F, 0x10FFFF]
FIELDS = ["title: {}", "message: {}", "description: {}", "causes: {}", "causes: [one, {}]", "actions: {{lead: {}, items: [one]}}",
          "actions: {{lead: one, items: [{}]}}", "since: {}", "links: [{{title: {}, url: x}}]", "cases: [{{when: {}, message: x}}]"]
FINE_IN_MARKDOWN = "\n\t"


def quoted(text):
    """The text in double quotes, all but ASCII as escapes."""
    return '"' + "".join(c if " " <= c <= "~" and c not in '"\\' else f"\\U{ord(c):08X}" for c in text) + '"'


def passes(errspec, folder, line):
    """Whether a code with this line passes, or is refused elsewhere than at the line."""
    path = folder / "refused.yaml"
    path.write_text(f"module: refused\ncodes:\n  A:\n    code: 1\n    {line}\n", encoding="utf-8", newline="")
    result = subprocess.run([errspec, "check", "--format=gcc", path], capture_output=True, text=True, encoding="utf-8")
    return result.returncode != 1 or f"{path}:5:" not in result.stdout + result.stderr


def unrefused(errspec, folder, texts, quote):
    """The fields and texts that pass, though none may."""
    return [f"{field} {text!r} passes" for text in texts for field in FIELDS if passes(errspec, folder, field.format(quote(text)))]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("errspec")
    parser.add_argument("--naughty", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    report = tap.Tap()
    everywhere = [f"a{chr(n)}b" for n in CHARACTERS if chr(n) not in FINE_IN_MARKDOWN]
    raw = [text for text in everywhere if "\r" not in text]  # that would end the line
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        report.run("characters, escaped", lambda: unrefused(arguments.errspec, folder, everywhere, quoted))
        report.run("characters as they are", lambda: unrefused(arguments.errspec, folder, raw, '"{}"'.format))
        if arguments.naughty.is_file():
            texts = json.loads(arguments.naughty.read_text(encoding="utf-8"))
            bad = [text for text in texts if not specs.allowed(text) and "\t" not in text]
            report.run(f"{len(bad)} naughty strings", lambda: unrefused(arguments.errspec, folder, bad, quoted))
        else:
            report.skip("naughty strings", "the list of them is not beside the repository")
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
