#!/usr/bin/env python3
"""Imports headers whose numbers differ by platform, generates them again, and compiles both: each macro that conditions ask for
gives the same names the same numbers. The files are those of golden/import/variants.

usage: variants.py ERRSPEC"""

import itertools
import pathlib
import shutil
import subprocess
import sys
import tempfile

import tap

HEADERS = pathlib.Path(__file__).resolve().parent / "golden" / "import" / "variants"
MACROS = ["-D_WIN32", "-D__APPLE__", "-DNET_VERSION=3", "-DNET_OLD"]
# Of each header what is imported, the names, and what stands before it where it is compiled.
CASES = {
    "net.h": (["net.h", "--only", "NET_*", "--only", "NOTE_*", "--only", "WIDE_*"],
              ["NET_OK", "NET_TIMED_OUT", "NET_REFUSED", "NET_GONE", "NOTE_EMPTY", "NOTE_FULL", "WIDE_TOP"], ""),
    "clash.h": (["clash.h", "--only", "PART_*", "--only", "TOLD_LOST", "--only", "TOLD_OK"], ["PART_LOST", "TOLD_LOST", "TOLD_OK"], ""),
    "spelt.h": (["spelt.h"], ["SPELT_BEHIND", "SPELT_JOINED", "SPELT_PARTED", "SPELT_NAMED"], ""),
    "parted.h": (["parted.h"], ["PARTED_OK", "PARTED_LAST", "HALVED_A", "HALVED_B", "HALVED_C"], ""),
    "partial.h": (["partial.h", "--only", "PARTIAL_GIVEN", "--only", "PARTIAL_A*"], ["PARTIAL_GIVEN", "PARTIAL_ASKED", "PARTIAL_ALWAYS"], ""),
    "leant.h": (["leant.h"], ["LEANT_SHORT", "LEANT_LONG", "LEANT_USUAL", "LOOSE_ONE", "LOOSE_LIKE"], ""),
    "bare.h": (["bare.h"], ["BARE_SHORT", "BARE_LONG", "BARE_USUAL"], ""),
    "dev.h": (["--expanded=dev.i", "dev.h"], ["DEV_OK", "DEV_AGAIN", "DEV_BIG", "DEV_LAST"], """
#ifdef _WIN32
#define DEV__AGAIN 4088
#define DEV__BIG (-4093)
#else
#define DEV__AGAIN 11
#define DEV__BIG (-7)
#endif
"""),
}


def numbers(folder, headers, case, flags):
    """What a program says of the names of a case, which it has from these headers."""
    _, names, before = CASES[case]
    uses = "".join(f'printf("{name} %lld\\n", (long long){name});\n' for name in names)
    includes = "".join(f'#include "{header}"\n' for header in headers)
    (folder / "program.c").write_text(f"#include <stdio.h>\n{before}{includes}int main(void) {{\n{uses}return 0;\n}}\n", encoding="utf-8")
    subprocess.run(["gcc", "-std=c99", *flags, "-I.", "program.c", "-o", "program"], cwd=folder, check=True)
    return subprocess.run(["./program"], cwd=folder, check=True, capture_output=True, text=True).stdout


def complaints(errspec, case):
    with tempfile.TemporaryDirectory(prefix="errspec-variants-") as scratch:
        folder = pathlib.Path(scratch)
        shutil.copytree(HEADERS, folder, dirs_exist_ok=True)
        (folder / "dev_numbers.h").write_text("", encoding="utf-8")
        subprocess.run([errspec, "import", *CASES[case][0]], cwd=folder, check=True, capture_output=True)
        audited = subprocess.run([errspec, "audit", case], cwd=folder, capture_output=True, text=True, check=False)
        generated = subprocess.run([errspec, "generate", "-t", "c_api", "-o", "out"], cwd=folder, capture_output=True, text=True, check=False)
        yield from [audited.stderr] if case == "net.h" and "ES0764" in audited.stderr else []
        yield from [generated.stderr] if generated.returncode else []
        made = [f"out/c_api/{path.name}" for path in sorted((folder / "out/c_api").glob("*.h"))]
        for size in range(len(MACROS) + 1):
            for flags in itertools.combinations(MACROS, size):
                was, now = numbers(folder, [case], case, flags), numbers(folder, made, case, flags)
                if was != now:
                    yield f"{flags}: {was!r} became {now!r}"


def main():
    errspec = str(pathlib.Path(sys.argv[1]).resolve())
    report = tap.Tap()
    for case in CASES:
        if shutil.which("gcc"):
            report.case(f"{case}, made again", list(complaints(errspec, case)))
        else:
            report.skip(case, "there is no gcc")
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
