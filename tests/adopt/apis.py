#!/usr/bin/env python3
"""Proves that the API of a real header comes back: import, then generate, and a program prints the same names and values with the
header that errspec writes as with the original; what is written compiles as C89. Headers that are not installed are skipped.

usage: apis.py ERRSPEC"""

import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import tap  # noqa: E402

# The header, the constants that are imported of it, what has to be defined before it, and the function that gives a message.
APIS = [
    ("archive.h", "ARCHIVE_*", "", None),
    ("curl/curl.h", "CURLE_*", "", "curl_easy_strerror(CURLcode"),
    ("expat.h", "XML_ERROR_*", "", None),
    ("git2/errors.h", "GIT_E*", "", None),
    ("gpg-error.h", "GPG_ERR_*", "", None),
    ("jansson.h", "json_error_*", "", None),
    ("libssh2.h", "LIBSSH2_ERROR_*", "", None),
    ("libusb-1.0/libusb.h", "LIBUSB_ERROR_*", "", None),
    ("lz4frame.h", "LZ4F_ERROR_*", "#define LZ4F_STATIC_LINKING_ONLY", None),
    ("mosquitto.h", "MOSQ_ERR_*", "", "mosquitto_strerror(int mosq_errno)"),
    ("nghttp2/nghttp2.h", "NGHTTP2_ERR_*", "", "nghttp2_strerror(int lib_error_code)"),
    ("pcre2.h", "PCRE2_ERROR_*", "#define PCRE2_CODE_UNIT_WIDTH 8", None),
    ("zlib.h", "Z_*", "", None),
    ("zstd_errors.h", "ZSTD_error_*", "", "ZSTD_getErrorString(ZSTD_ErrorCode code)"),
]
STRICT = ["-std=c89", "-Wall", "-Wextra", "-Wpedantic", "-Wno-long-long", "-Wno-overlength-strings", "-Werror"]


def run(*words, **options):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False, **options)


def find(header, before):
    """Where the compiler finds the header."""
    result = run("cc", "-M", "-x", "c", "-", input=f"{before}\n#include <{header}>\n")
    hits = [word for word in result.stdout.split() if word.endswith("/" + header)]
    if result.returncode or not hits:
        raise tap.Skipped(f"there is no {header}")
    return hits[0]


def names_of(folder):
    """The constants that were imported, by the names that they have in the header."""
    for path in sorted((folder / "spec").glob("*.yaml")):
        module = yaml.safe_load(path.read_text(encoding="utf-8"))
        for name, code in module.get("codes", {}).items():
            yield from (name, *code.get("aliases", ()))


def printed(folder, name, includes, flags):
    """What a program says of the constants, behind what it includes; what the compiler says if it does not compile."""
    lines = "".join(f'\tprintf("{constant} %lld\\n", (long long){constant});\n' for constant in names_of(folder))
    (folder / f"{name}.c").write_text(f"{includes}\n#include <stdio.h>\n\nint\nmain(void)\n{{\n{lines}\treturn 0;\n}}\n", encoding="utf-8")
    built = run("cc", "-w", f"{name}.c", *flags, "-o", name, cwd=folder)
    return built.stderr if built.returncode else run(f"./{name}", cwd=folder).stdout


def check(errspec, header, only, before, function):
    path = find(header, before)
    with tempfile.TemporaryDirectory(prefix="errspec-apis-") as scratch:
        folder = pathlib.Path(scratch)
        for command in (["import", path, f"--only={only}"], ["check"], ["generate"], ["generate", "--check"]):
            result = run(errspec, *command, cwd=folder)
            if result.returncode:
                return f"{command[0]} ended with {result.returncode}\n{result.stderr}"
        written = sorted((folder / "out/c_api").glob("*.h"))
        original = printed(folder, "original", f"{before}\n#include <{header}>", [])
        generated = printed(folder, "generated", "".join(f'#include "{path.name}"\n' for path in written), ["-Iout/c_api"])
        if original != generated or original.count("\n") < 10 or not re.fullmatch(r"(?:\w+ -?\d+\n)+", original):
            return f"original:\n{original}\ngenerated:\n{generated}"
        if function and not any(function in path.read_text(encoding="utf-8") for path in written):
            return f"there is no {function}"
        strict = run("cc", *STRICT, "-fsyntax-only", *(folder / "out/c_api").glob("*.c"))
        return strict.stderr


def main():
    errspec = pathlib.Path(sys.argv[1]).resolve()
    report = tap.Tap()
    for header, *rest in APIS:
        report.run(header, lambda header=header, rest=rest: check(errspec, header, *rest))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
