#!/usr/bin/env python3
"""What programs that read headers without a compiler make of the constants in generated ones: the right value, or none.

A constant that a reader does not see has to be one that it would get wrong: a uint64 above the greatest int64."""

import functools
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import compilers  # noqa: E402

UNSIGNED = {"unsigned int", "unsigned long long"}


def run(command, folder):
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300)
    if result.returncode:
        raise RuntimeError(f"{command}: {result.stdout}{result.stderr}")
    return result.stdout


def integer(text):
    """An integer of C or Ada, or a sum of two of them in parentheses."""
    plain = re.sub(r"16#([0-9A-Fa-f]+)#", r"0x\1", re.sub(r"(?<=[0-9A-Fa-f])(?:ULL|LL|U)\b", "", text)).strip("() ")
    numbers = re.fullmatch(r"(-?\w+)(?: ?- ?(\w+))?", plain)
    return int(numbers[1], 0) - int(numbers[2] or "0", 0)


def bindgen(folder, header):
    said = run(["bindgen", header], folder)
    return {name.removeprefix(f"{header.stem}_code_"): int(value) for name, value in re.findall(r"pub const (\w+): \w+ = (-?\d+);", said)}


def swig(folder, header):
    """The wrapper's own expressions, as a compiler takes them."""
    (folder / "read.i").write_text(f'%module read\n%include "{header}"\n', encoding="utf-8")
    run(["swig", "-python", "read.i"], folder)
    wrapper = (folder / "read_wrap.c").read_text(encoding="utf-8")
    found = re.findall(r'SWIG_Python_SetConstant\(d, "(\w+)",SWIG_From_\w+\(\(([\w ]+)\)\((.*)\)\)\);', wrapper)
    lines = "".join(f'printf("{name} %ll{"u" if kind in UNSIGNED else "d"}\\n", ({"unsigned " if kind in UNSIGNED else ""}long long)({kind})({value}));'
                    for name, kind, value in found)
    (folder / "read.c").write_text(f'#include <stdio.h>\n#include "{header}"\nint main(void) {{ {lines} return 0; }}\n', encoding="utf-8")
    run(["gcc", "-w", "read.c", "-o", "read"], folder)
    return {name: int(value) for name, value in (line.split() for line in run(["./read"], folder).splitlines())}


def g_ir_scanner(folder, header):
    prefix = header.stem
    run(["g-ir-scanner", "--header-only", "--quiet", "--namespace=Read", "--nsversion=1", f"--identifier-prefix={prefix.capitalize()}",
         f"--symbol-prefix={prefix}", header, "--output=read.gir"], folder)
    constants = xml.etree.ElementTree.parse(folder / "read.gir").iterfind(".//{*}constant")
    return {each.get("{http://www.gtk.org/introspection/c/1.0}type"): int(each.get("value")) for each in constants if each.get("value").lstrip("-").isdigit()}


def ada(folder, header):
    run(["gcc", "-fdump-ada-spec", "-fada-spec-parent=read", "-c", header], folder)
    said = (folder / f"read-{header.stem}_h.ads").read_text(encoding="utf-8")
    return {name.removeprefix(f"{header.stem}_code_"): integer(value)
            for name, value in re.findall(r"^ +(\w+) : constant(?: \w+)? := ([^;\"]+);", said, re.M)}


def cgo(folder, header):
    """Go names each constant by itself: here a program that prints those that there are."""
    names = expected(next(each for each in compilers.modules("plain") if each["module"] == header.stem), header)
    lines = "".join(f'\tfmt.Println("{name}", {"uint64" if value > 0 else "int64"}(C.{name}))\n' for name, value in names.items())
    (folder / "go.mod").write_text("module read\n", encoding="utf-8")
    (folder / "read.go").write_text(f'package main\n\n// #include "{header}"\nimport "C"\nimport "fmt"\n\nfunc main() {{\n{lines}}}\n', encoding="utf-8")
    return {name: int(value) for name, value in (line.split() for line in run(["go", "run", "."], folder).splitlines())}


# What each is called, who it is, and whether it sees enumerators of an enum that has a tag alone.
READERS = [("bindgen", bindgen, True), ("swig", swig, True), ("g-ir-scanner", g_ir_scanner, False), ("gcc", ada, True), ("go", cgo, True)]


def expected(module, header):
    """The constants of a header, and how many there are, and the fingerprint."""
    prefix = module["module"].upper()
    found = {f"{prefix}_{name}": code["code"] for name, code in module["codes"].items()}
    found[f"{prefix}_COUNT"] = len(found)
    found[f"{prefix}_FINGERPRINT"] = int(re.search(r"_FINGERPRINT (0x\w+)U\b", header.read_text(encoding="utf-8"), re.M)[1], 16)
    return found


def read(reader, sees_enums, folder):
    complaints = []
    for module in compilers.modules("plain"):
        if module["type"] == "string":
            continue
        header = folder / "plain/c" / f"{module['module']}.h"
        work = pathlib.Path(tempfile.mkdtemp(dir=folder))
        found = reader(work, header)
        for name, value in expected(module, header).items():
            is_hidden = value > 2**63 - 1 or (module["type"] == "int32" and not sees_enums and "_N" in name)
            if found.get(name, value if is_hidden else None) != value:
                complaints.append(f"{name} is {value}, read as {found.get(name)}")
    return complaints


def main():
    return compilers.run([(name, f"{name} ({reader.__name__})", functools.partial(read, reader, sees_enums))
                          for name, reader, sees_enums in READERS], ["plain"])


if __name__ == "__main__":
    sys.exit(main())
