#!/usr/bin/env python3
"""Generated C in compilers for small chips, where int has 16 bits: it compiles in both profiles, and each constant has its value.

What the compiler itself computes is compared, by arrays that have a negative size where a constant is wrong."""

import argparse
import functools
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import tap  # noqa: E402

# The limits of each type and of a short int, and what lies around them.
EDGES = {
    "int32": [-2**31, -2**31 + 1, -65536, -32769, -32768, -1, 0, 1, 32767, 32768, 40000, 65535, 65536, 2**31 - 1],
    "uint32": [0, 1, 32767, 32768, 65535, 65536, 2**31 - 1, 2**31, 2**32 - 1],
    "int64": [-2**63, -2**63 + 1, -2**31 - 1, -32769, -1, 0, 1, 65536, 2**31, 2**32, 2**63 - 1],
    "uint64": [0, 1, 65536, 2**32, 2**63 - 1, 2**63, 2**64 - 1],
    "string": ["a", "b", "c", "d", "e", "f"],
}
# Of both profiles or, where a compiler fails within itself or takes its time, of the small one.
BOTH, SMALL = ("plain", "small"), ("small",)
COMPILERS = [
    (["sdcc", "-mz80", "--std-c99", "--max-allocs-per-node", "100"], BOTH),
    (["sdcc", "-mstm8", "--std-c99", "--max-allocs-per-node", "100"], BOTH),
    (["sdcc", "-mmcs51", "--model-large", "--std-c99", "--max-allocs-per-node", "100"], BOTH),
    (["sdcc", "-mds390", "--std-c99", "--max-allocs-per-node", "100"], BOTH),
    (["sdcc", "-mhc08", "--std-c99", "--max-allocs-per-node", "100"], SMALL),
    (["sdcc", "-mpdk14", "--std-c99", "--max-allocs-per-node", "100"], SMALL),
    (["avr-gcc", "-mmcu=atmega328p", "-std=c99", "-Wall", "-Wextra", "-Werror"], BOTH),
    (["avr-gcc", "-mmcu=atmega328p", "-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic-errors"], SMALL),
    (["tcc", "-std=c99", "-Wall", "-Werror"], BOTH),
]
# Alone they would be searched; with these they are found by a hash.
MANY = [7 * i * i - 50000 for i in range(150)]


def module(name, kind, codes, profile):
    """SDCC 4.2 does not come to an end of a switch from the least int32 to the greatest, which tags in the plain profile make."""
    has_tags = profile == "small" or kind == "string" or codes[-1] - codes[0] < 2**31
    return {"module": name, "type": kind, "codes": {
        f"N{i}": {"code": code, "message": f"message {i}", "description": "what *happened*", **({"tags": ["odd" if i % 2 else "even"]} if has_tags else {})}
        for i, code in enumerate(codes)}}


def modules(profile):
    return [*(module(f"of_{kind}", kind, codes, profile) for kind, codes in EDGES.items()), module("many", "int32", MANY, profile)]


def write_spec(folder, profile):
    for each in modules(profile):
        (folder / f"{each['module']}.yaml").write_text(json.dumps(each), encoding="utf-8")
    listing = {"catalogue": "chips", "modules": [f"{each['module']}.yaml" for each in modules(profile)]}
    (folder / "catalogue.yaml").write_text(json.dumps(listing), encoding="utf-8")
    return folder / "catalogue.yaml"


def literal(kind, code):
    """The number for a compiler of any width."""
    if kind == "uint64":
        return f"{code}ULL"
    return f"({code + 1}LL - 1)" if code < 0 else f"{code}LL"


def assertions(each):
    """A source in which a wrong constant is an error."""
    lines = [f'#include "{each["module"]}.h"']
    for name, code in each["codes"].items():
        if each["type"] != "string":
            constant = f"{each['module'].upper()}_{name}"
            lines.append(f"typedef char {constant}_is_right[{constant} == {literal(each['type'], code['code'])} ? 1 : -1];")
    lines.append("typedef char code_is_wide[sizeof(%s_code_t) >= %d ? 1 : -1];" % (each["module"], 2 if each["type"] == "string" else 4))
    return "\n".join(lines) + "\n"


def run(programs, profiles):
    """Has each program that is there look at the headers and sources of the profiles, in folders of their names.

    A program is its name, what it looks at, and a function from the folder to complaints."""
    parser = argparse.ArgumentParser()
    parser.add_argument("errspec")
    arguments = parser.parse_args()
    report = tap.Tap()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for profile in profiles:
            subprocess.run([arguments.errspec, "generate", write_spec(folder, profile), "-t", "c", "-o", folder / profile,
                            f"--var=small={json.dumps(profile == 'small')}"], check=True)
        for name, what, check in programs:
            if shutil.which(name) is None:
                report.skip(what, f"there is no {name}")
            else:
                report.run(what, lambda: check(folder))
    return report.done()


def compile_all(command, profiles, folder):
    """What a compiler says of each source and of the constants in each header."""
    complaints = []
    for profile, each in ((profile, each) for profile in profiles for each in modules(profile)):
        headers = folder / profile / "c"
        source = headers / f"{each['module']}_constants.c"
        source.write_text(assertions(each), encoding="utf-8")
        for path in (source, headers / f"{each['module']}.c"):
            result = subprocess.run([*command, "-I", headers, "-c", path, "-o", folder / "made.rel"], capture_output=True, text=True, timeout=120)
            said = "\n".join(line for line in (result.stdout + result.stderr).splitlines() if ": " in line)
            if result.returncode or "error" in said or "warning" in said:
                complaints.append(f"{path.name}, {profile}: {result.returncode}\n{said[:1000]}")
    return complaints


def main():
    return run([(command[0], " ".join(command), functools.partial(compile_all, command, profiles)) for command, profiles in COMPILERS], BOTH)


if __name__ == "__main__":
    sys.exit(main())
