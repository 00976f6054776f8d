#!/usr/bin/env python3
"""The small program that packs files into the source of the program: what it makes of them, and what it refuses."""

import argparse
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

from tap import Tap

USAGE = "usage: embed OUTPUT PATH=FILE...\n"
EVERY_BYTE = bytes(range(256))
BEHIND = 32  # zeros behind each file


def few_bytes():
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))


def run(embed, folder, words, **options):
    result = subprocess.run([embed, *words], cwd=folder, capture_output=True, text=True, check=False, **options)
    return result.returncode, result.stderr


def packed(text):
    """The names and bytes of a source that was made, in the order of its table."""
    arrays = {number: [int(value) for value in values.split(",")]
              for number, values in re.findall(r"char bytes_(\d+)\[\] = \{([^}]*)\};", text)}
    table = re.findall(r'\{STR_INIT\("([^"]*)"\), \{bytes_(\d+), ', text)
    return [(name, bytes(value % 256 for value in arrays[number][:-BEHIND]), arrays[number][-BEHIND:])
            for name, number in table]


def check_packs(embed, folder):
    files = {"b/every": EVERY_BYTE, "a": b"", "c": b"one line\n"}
    for name, data in files.items():
        (folder / name.replace("/", "-")).write_bytes(data)
    status, report = run(embed, folder, ["out.c"] + [f"{name}={name.replace('/', '-')}" for name in files])
    text = (folder / "out.c").read_text(encoding="utf-8") if status == 0 else ""
    found = packed(text)
    complaints = [f"ended with {status}: {report}"] * (status != 0 or report != "")
    if [(name, data) for name, data, _ in found] != sorted(files.items()):
        complaints.append(f"holds {found}")
    if any(any(zeros) for _, _, zeros in found):
        complaints.append("no zeros stand behind a file")
    if f"embedded_count = {len(files)};" not in text:
        complaints.append("another count")
    return complaints


EVENTS = """\
	{0, 0, 0, 0, YAML_MAP_START, 0, 0},
	{0, 1, 0, 1, YAML_SCALAR, 1, 0},
	{3, 1, 2, 0, YAML_LIST_START, 0, 1},
	{4, 3, 2, 1, YAML_SCALAR, 0, 1},
	{7, 1, 4, 0, YAML_LIST_END, 0, 0},
	{9, 0, 4, 0, YAML_MAP_END, 0, 0},
	{9, 0, 4, 0, YAML_END, 0, 0},
"""


def check_events(embed, folder):
    """Those of YAML alone; they are none where embed was built without libyaml."""
    (folder / "a.yaml").write_bytes(b"k: ['x']\n")
    (folder / "b").write_bytes(b"k: ['x']\n")
    status, report = run(embed, folder, ["out.c", "a.yaml=a.yaml", "b=b"])
    text = (folder / "out.c").read_text(encoding="utf-8") if status == 0 else ""
    complaints = [f"ended with {status}: {report}"] * (status != 0 or report != "")
    written = "events_0[] = {\n" + EVENTS + "};" in text and "texts_0[] = {\n\t107,0,120,0,\n\t0};" in text
    if not written and "#define events_0 NULL\n" not in text:
        complaints.append(f"has {text[text.find('events_0'):][:400]}")
    if re.findall(r"\{bytes_(\d+), \{events", text) != ["0"]:
        complaints.append("has no events of the one file that is YAML")
    return complaints


# Each with what is said of it; a run that fails leaves no output.
REFUSED = {
    "no words": ([], USAGE),
    "an output alone": (["out.c"], USAGE),
    "a word that is no pair": (["out.c", "a=there", "b"], "embed: 'b' is not PATH=FILE\n"),
    "a file that is missing": (["out.c", "a=there", "b=missing"], "embed: cannot read missing\n"),
    "a folder for a file": (["out.c", "a=."], "embed: cannot read .\n"),
    "an output in a folder that is missing": (["no/out.c", "a=there"], "embed: cannot write no/out.c\n"),
}


def check_refused(embed, folder, words, expected):
    (folder / "there").write_bytes(EVERY_BYTE)
    status, report = run(embed, folder, words)
    left = sorted(path.name for path in folder.iterdir())
    if (status, report, left) != (2, expected, ["there"]):
        return [f"ended with {status}, said {report!r}, left {left}"]
    return []


def check_full(embed, folder):
    """Both where it shows while writing, and where it shows at the end alone."""
    complaints = []
    for size in (600, 100_000):
        (folder / "there").write_bytes(bytes(size))
        status, report = run(embed, folder, ["out.c", "a=there"], preexec_fn=few_bytes, restore_signals=False)
        left = (folder / "out.c").exists()
        if (status, report, left) != (2, "embed: cannot write out.c\n", False):
            complaints.append(f"{size} bytes: ended with {status}, said {report!r}, {'left' if left else 'removed'} it")
    return complaints


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("embed")
    embed = os.path.abspath(parser.parse_args().embed)
    tap = Tap()

    def case(name, check, *words):
        with tempfile.TemporaryDirectory() as folder:
            tap.run(name, lambda: check(embed, pathlib.Path(folder), *words))

    case("files of every byte, sorted by their names", check_packs)
    case("the events of a file that is YAML", check_events)
    for name, (words, expected) in REFUSED.items():
        case("refused: " + name, check_refused, words, expected)
    case("no room for the output", check_full)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
