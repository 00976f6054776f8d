#!/usr/bin/env python3
"""Modules and catalogues with names that C++ headers use themselves: each is refused at its line, or compiles.

The names are all the words of generated headers, the keywords, and what the C library declares outside of all namespaces."""

import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import tap  # noqa: E402

TOP = pathlib.Path(__file__).resolve().parents[2]
GLOBAL = "open close read write time signal system link select main size_t int32_t log index stat socket remove".split()
KEYWORDS = "class namespace template default new delete operator std posix assert errno linux this".split()
STRICT = ["-std=c++17", "-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Werror", "-fsyntax-only", "-x", "c++"]
# A category, an exception with numbers, an exception with texts.
TYPES = {"int32": 1, "int64": 1, "string": "one"}


def words():
    headers = " ".join(path.read_text(encoding="utf-8") for path in (TOP / "out/cpp").rglob("*.hpp"))
    code = re.sub(r'//[^\n]*|"[^"\n]*"', " ", headers)
    own = {word for word in re.findall(r"\b[a-z]\w*\b", code) if not re.match(r"k[A-Z]|err_|ci_", word)}
    return sorted(own | set(GLOBAL) | set(KEYWORDS) | {"errors"})


def generate(errspec, folder, name, kind):
    """The headers of a module alone, which is its catalogue too; None where it is refused at its name."""
    path = folder / f"{name}.yaml"
    path.write_text(json.dumps({"module": name, "type": kind, "codes": {"ONLY": {"code": TYPES[kind], "message": "one"}}}), encoding="utf-8")
    result = subprocess.run([errspec, "generate", path, "-t", "cpp", "-o", folder / name], capture_output=True, text=True)
    if result.returncode == 0:
        return folder / name / "cpp"
    if f"{path.name}:1:12: error: " not in result.stderr:
        raise RuntimeError(f"{name}: {result.stderr}")
    return None


def includes(folders):
    return [word for folder in folders for word in ("-I", folder / "include")]


def compile_one(folder, source, folders):
    result = subprocess.run(["g++", *STRICT, *includes(folders), source], cwd=folder, capture_output=True, text=True)
    return result.stderr[:3000]


def alone(errspec, folder, kind):
    """Each name as a catalogue and its module; all headers in one source, and each example that could meet its name."""
    made = {name: found for name in words() if (found := generate(errspec, folder, name, kind))}
    if "info" not in made or "system" in made:
        return f"made are {sorted(made)}"
    headers = [path for found in made.values() for path in sorted((found / "include").glob("*/*.hpp"))]
    (folder / "all.cpp").write_text("".join(f'#include "{path}"\n' for path in headers), encoding="utf-8")
    complaints = [compile_one(folder, "all.cpp", [])]
    complaints += [compile_one(folder, made[name] / "examples/codes.cpp", [made[name]]) for name in ("errors", "error", "info", "code") if name in made]
    return [text for text in complaints if text]


def together(errspec, folder, kind):
    """The names as modules of one catalogue; those that are refused are left out."""
    names = [name for name in words() if generate(errspec, folder, name, kind) or name in GLOBAL]
    listing = {"catalogue": "whole", "modules": [f"{name}.yaml" for name in names if name != "whole"]}
    (folder / "catalogue.yaml").write_text(json.dumps(listing), encoding="utf-8")
    result = subprocess.run([errspec, "generate", folder / "catalogue.yaml", "-t", "cpp", "-o", folder / "whole"], capture_output=True, text=True)
    if result.returncode:
        return result.stderr
    headers = sorted((folder / "whole/cpp/include/whole").glob("*.hpp"))
    (folder / "all.cpp").write_text("".join(f'#include "{path}"\n' for path in headers), encoding="utf-8")
    return compile_one(folder, "all.cpp", [])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("errspec")
    arguments = parser.parse_args()
    if shutil.which("g++") is None:
        print("1..0 # SKIP there is no g++")
        return 0
    report = tap.Tap()
    for check, kind in ((alone, "int32"), (together, "int32"), (together, "int64"), (together, "string")):
        with tempfile.TemporaryDirectory() as folder:
            report.run(f"{check.__name__}, {kind}", lambda: check(arguments.errspec, pathlib.Path(folder), kind))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
