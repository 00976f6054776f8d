#!/usr/bin/env python3
"""Proves that the target c_api keeps an API: with each set of vars in apis.yaml a program that uses it so compiles and says so.

usage: apis.py ERRSPEC"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import yaml

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import tap  # noqa: E402

LENIENT = ["-Wno-long-long", "-Wno-overlength-strings"]  # for what C89 is not asked to bear
STRICT = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wshadow", "-Wundef", *LENIENT, "-Werror"]
COMPILERS = [["gcc"], ["clang"], ["g++", "-x", "c++", "-std=c++11"]]


def spec_of(row, spec):
    """The codes of a row: as it says, so many, or one of a message that is so long; else those of all rows."""
    if "many" in row:
        return "codes:\n" + "".join(f"  C_{i}: {{code: {i * 7 + 3}, message: m{i}}}\n" for i in range(row["many"]))
    if "long" in row:
        return f'codes: {{A: {{code: 1, "message": "{"x" * row["long"]}"}}}}\n'
    if "unknown" in row:
        return f'catch_all: {{code: other, "message": "{"x" * row["unknown"]}"}}\ncodes: {{}}\n'
    return row.get("spec", spec)


def generate(errspec, spec, row, folder):
    targets = json.dumps({"c_api": {"vars": row.get("vars", {})}})
    (folder / "ink.yaml").write_text(f"module: {row.get('module', 'ink')}\ntargets: {targets}\n{spec_of(row, spec)}", encoding="utf-8")
    return subprocess.run([errspec, "generate", "ink.yaml", "-t", "c_api", "-o", "out"], cwd=folder, capture_output=True, text=True, check=False)


def holds(row, kind, text):
    for part in row.get(kind, []):
        if part not in text:
            yield f"the {kind} lacks {part!r}:\n{text}"
    for part in row.get("lacks", []):
        if part in text:
            yield f"the {kind} has {part!r}:\n{text}"


def build_and_run(row, out, compiler):
    """What is wrong with what the program says, with one compiler."""
    header = row.get("include", "c_api/ink.h")
    program = f'#include "{header}"\n#include <stdio.h>\n#include <string.h>\n\nint\nmain(void)\n{{\n{row["program"]}\nreturn 0;\n}}\n'
    (out / "program.c").write_text(program, encoding="utf-8")
    sources = [str(path.relative_to(out)) for path in out.rglob("*.c")]
    standard = [] if "c++" in compiler else [f"-std={row.get('standard', 'c89')}"]
    strict = [flag for flag in STRICT if flag not in LENIENT or not row.get("pedantic")]
    command = [*compiler, *standard, *strict, "-I.", *row.get("flags", []), *sources, "-o", "program"]
    built = subprocess.run(command, cwd=out, capture_output=True, text=True, check=False)
    if built.returncode:
        return f"{' '.join(command)}\n{built.stderr}"
    said = subprocess.run(["./program"], cwd=out, capture_output=True, text=True, check=False).stdout
    return "" if said == row["says"] else f"{compiler[0]}: the program said {said!r}"


def check_api(errspec, spec, row):
    with tempfile.TemporaryDirectory(prefix="errspec-api-") as scratch:
        folder = pathlib.Path(scratch)
        result = generate(errspec, spec, row, folder)
        if result.returncode:
            return result.stderr
        out = folder / "out"
        for name, text in row.get("files", {}).items():
            (out / name).write_text(text, encoding="utf-8")
        header = (out / row.get("vars", {}).get("header", "c_api/ink.h")).read_text(encoding="utf-8")
        source = (out / row.get("vars", {}).get("source", "c_api/ink.c")).read_text(encoding="utf-8")
        complaints = [*holds(row, "header", header), *holds(row, "source", source)]
        for compiler in COMPILERS:
            if shutil.which(compiler[0]) and compiler[0] in row.get("compilers", [compiler[0]]):
                complaints.append(build_and_run(row, out, compiler))
        return [text for text in complaints if text]


def check_refused(errspec, spec, row):
    with tempfile.TemporaryDirectory(prefix="errspec-api-") as scratch:
        folder = pathlib.Path(scratch)
        result = generate(errspec, spec, row, folder)
        if result.returncode != 1 or (folder / "out").exists():
            return f"it ended with {result.returncode}\n{result.stderr}"
        place, _, said = result.stderr.partition(": error: ")
        line = (folder / "ink.yaml").read_text(encoding="utf-8").splitlines()[int(place.split(":")[1]) - 1]
        before = line[:int(place.split(":")[2]) - 1]
        key = f'"{row["at"]}": ' if row["at"] else ""
        is_there = before.rstrip('"').endswith(key) or line[len(before):].lstrip('"').startswith(f'{row["at"]}"')
        errors = result.stderr.count(": error: ")
        if row["says"] not in said or not is_there or errors != 1:
            return f"{errors} errors, at {key!r}: {is_there}\n{result.stderr}"
        return ""


def main():
    errspec = str(pathlib.Path(sys.argv[1]).resolve())
    table = yaml.safe_load((HERE / "apis.yaml").read_text(encoding="utf-8"))
    report = tap.Tap()
    for row in table["apis"]:
        report.run(row["what"], lambda row=row: check_api(errspec, table["spec"], row))
    for row in table["refused"]:
        report.run(f"refused: {json.dumps(row['vars'])}", lambda row=row: check_refused(errspec, table["spec"], row))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
