#!/usr/bin/env python3
"""Functions that nobody needs: those that the linker finds no way to, and those that are public for their own file alone.

    unused.py --build BUILD --cc gcc

Asked of the objects of a build, in which each function has a section of its own. What errspec generates for itself is whole."""

import argparse
import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import tap

TOP = pathlib.Path(__file__).resolve().parent.parent
GENERATED = "errspec_"
FOR_TESTS = {"store_add"}  # templates from memory
LIBRARIES = ["-lyaml", "-lmd4c"]


def unreachable(build, cc):
    """Functions that the linker drops when it begins at main."""
    with tempfile.TemporaryDirectory() as folder:
        result = subprocess.run(
            [cc, "-o", f"{folder}/all", *objects(build, "errspec.p"), *objects(build, "liberrspec-core.a.p"), "-Wl,--gc-sections",
             "-Wl,--print-gc-sections", *LIBRARIES], capture_output=True, text=True)
    if result.returncode != 0:
        raise tap.Skipped(f"the objects cannot be linked: {result.stderr.splitlines()[-1]}")
    dropped = set(re.findall(r"'\.text\.([a-z]\w*)'", result.stderr))
    if not any(name.startswith(GENERATED) for name in dropped):
        return ["the linker drops nothing, not even what was generated: this test sees nothing"]
    code = "\n".join(path.read_text(encoding="utf-8") for path in (TOP / "generator").rglob("*.c"))
    named = collections.Counter(re.findall(r"\w+", code))  # once: where it stands; what is named twice was put where it is called
    return [f"{name} is called by nobody but tests" for name in sorted(dropped - FOR_TESTS)
            if not name.startswith(GENERATED) and named[name] < 2]


def objects(build, folder):
    return sorted(map(str, (build / "generator" / folder).glob("*.o")))


def own_only(build):
    """Public functions that no other object uses, and no test."""
    homes, users = {}, collections.Counter()
    for path in objects(build, "errspec.p") + objects(build, "liberrspec-core.a.p"):
        for line in subprocess.run(["nm", path], check=True, capture_output=True, text=True).stdout.splitlines():
            kind, name = line.split()[-2:]
            if kind == "T":
                homes[name] = path
            elif kind == "U":
                users[name] += 1
    tests = "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in sorted((TOP / "tests").rglob("*.[ch]")))
    used = set(re.findall(r"\w+", tests)) | users.keys() | {"main"}
    return [f"{name} is used in {pathlib.Path(homes[name]).stem} alone, and not static" for name in sorted(homes.keys() - used)
            if not name.startswith(GENERATED)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--cc", required=True)
    options = parser.parse_args()
    report = tap.Tap()
    for name, check in (("no function is dead", lambda: unreachable(options.build, options.cc)),
                        ("what one file uses is static", lambda: own_only(options.build))):
        if shutil.which("nm") and shutil.which(options.cc):
            report.run(name, check)
        else:
            report.skip(name, f"there is no nm or no {options.cc}")
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
