#!/usr/bin/env python3
"""Proves that the API of a real header comes back: import, then generate, and a program prints the same names and values with the
header that errspec writes as with the original; what is written compiles as C89. Where the library gives messages, these are fed as a
list beside the header, and the function that errspec writes gives them again, byte for byte, also for a code that is none. Headers
that are not installed are skipped.

usage: apis.py ERRSPEC"""

import csv
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import yaml

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import tap  # noqa: E402

# The header, the constants that are imported of it, what has to be defined before it, the function that gives a message, as it is
# declared and as it is called, and the library that has it; where the import does not find that function, the vars that ask for it,
# and under 'only' which codes it bears: no others then, as zError reads behind its table for them; under 'alone' the module that has
# them, which is then made of the list without the header, as the numbers of the list are those of several enumerations.
APIS = [
    ("archive.h", "ARCHIVE_*", "", None),
    ("curl/curl.h", "CURLE_*", "", "curl_easy_strerror(CURLcode", "curl_easy_strerror", "curl"),
    ("expat.h", "XML_ERROR_*", "", None, "XML_ErrorString", "expat", {"message_function": "XML_ErrorString", "unknown": "none"}),
    ("git2/errors.h", "GIT_E*", "", None),
    ("gpg-error.h", "GPG_ERR_*", "", None, "gpg_strerror", "gpg-error",
     {"message_function": "gpg_strerror", "parameter": "unsigned int", "alone": "gpg-err-code-t"}),
    ("jansson.h", "json_error_*", "", None),
    ("libssh2.h", "LIBSSH2_ERROR_*", "", None),
    ("libusb-1.0/libusb.h", "LIBUSB_ERROR_*", "", None, "libusb_strerror", "usb-1.0"),
    ("lz4frame.h", "LZ4F_ERROR_*", "#define LZ4F_STATIC_LINKING_ONLY", None),
    ("mosquitto.h", "MOSQ_ERR_*", "", "mosquitto_strerror(int mosq_errno)", "mosquitto_strerror", "mosquitto"),
    ("nghttp2/nghttp2.h", "NGHTTP2_ERR_*", "", "nghttp2_strerror(int lib_error_code)", "nghttp2_strerror", "nghttp2"),
    ("pcre2.h", "PCRE2_ERROR_*", "#define PCRE2_CODE_UNIT_WIDTH 8", None),
    ("zlib.h", "Z_*", "", None, "zError", "z", {"message_function": "zError", "parameter": "int", "only": "Z_*_ERROR,Z_ERRNO,Z_STREAM_END,Z_NEED_DICT"}),
    ("zstd_errors.h", "ZSTD_error_*", "", "ZSTD_getErrorString(ZSTD_ErrorCode code)", "ZSTD_getErrorString", "zstd"),
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


def names_of(folder, module="*"):
    """The constants that were imported, by the names that they have in the header."""
    for path in sorted((folder / "spec").glob(f"{module}.yaml")):
        module = yaml.safe_load(path.read_text(encoding="utf-8"))
        for name, code in module.get("codes", {}).items():
            yield from (name, *code.get("aliases", ()))


def printed(folder, name, includes, flags, module="*"):
    """What a program says of the constants, behind what it includes; what the compiler says if it does not compile."""
    lines = "".join(f'\tprintf("{constant} %lld\\n", (long long){constant});\n' for constant in names_of(folder, module))
    (folder / f"{name}.c").write_text(f"{includes}\n#include <stdio.h>\n\nint\nmain(void)\n{{\n{lines}\treturn 0;\n}}\n", encoding="utf-8")
    built = run("cc", "-w", f"{name}.c", *flags, "-o", name, cwd=folder)
    return built.stderr if built.returncode else run(f"./{name}", cwd=folder).stdout


UNKNOWN = 7654321  # no code of any library
NOTHING = "(null)"  # what is printed where a function gives no text


def told(folder, name, function, values, includes, flags):
    """What the function says of each number."""
    show = f'static void show(long value, const char *text)\n{{\n\tprintf("%ld\\t%s\\n", value, text == 0 ? "{NOTHING}" : text);\n}}\n'
    lines = "".join(f"\tshow({value}, {function}({value}));\n" for value in values)
    text = f"{includes}\n#include <stdio.h>\n\n{show}\nint\nmain(void)\n{{\n{lines}\treturn 0;\n}}\n"
    (folder / f"{name}.c").write_text(text, encoding="utf-8")
    built = run("cc", "-w", f"{name}.c", *flags, "-o", name, cwd=folder)
    return built.stderr if built.returncode else run(f"./{name}", cwd=folder).stdout


def check_texts(errspec, header, only, before, function, library, given=None):
    """The strings of the library come back, also of a number that is no code unless the library knows its own alone."""
    given = dict(given or {})
    others = () if "only" in given else (UNKNOWN,)
    only, alone = given.pop("only", only), given.pop("alone", None)
    asked = [f"--var={name}={value}" for name, value in ({"messages": "true", **given} if given else {}).items()]
    path = find(header, before)
    with tempfile.TemporaryDirectory(prefix="errspec-texts-") as scratch:
        folder = pathlib.Path(scratch)
        run(errspec, "import", path, f"--only={only}", cwd=folder)
        lines = printed(folder, "values", f"{before}\n#include <{header}>", [], alone or "*").splitlines()
        values = {value: constant for constant, value in reversed([line.split() for line in lines])}
        original = told(folder, "original", function, (*values, *others), f"{before}\n#include <{header}>", [f"-l{library}"])
        rows = [line.split("\t") for line in original.splitlines()]
        if len(rows) != len(values) + len(others):
            return f"original:\n{original}"
        texts = [(values.get(row[0], ""), row[0] if row[0] in values else "other", row[1]) for row in rows if row[1] != NOTHING]
        values = [row[0] for row in rows if row[1] != NOTHING or row[0] == str(UNKNOWN)]
        original = "".join(f"{row[0]}\t{row[1]}\n" for row in rows if row[0] in values)
        with open(folder / "texts.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("name", "code", "message"), *texts] if alone else [("code", "message"), *(text[1:] for text in texts)])
        shutil.rmtree(folder / "spec")
        files = ["texts.csv"] if alone else [path, "texts.csv", f"--only={only}"]
        for command in (["import", *files], ["check"], ["generate", "-t", "c_api", *asked]):
            result = run(errspec, *command, cwd=folder)
            if result.returncode:
                return f"{command[0]} ended with {result.returncode}\n{result.stderr}"
        written = sorted((folder / "out/c_api").glob("*.h"))
        includes = "".join(f'#include "{path.name}"\n' for path in written)
        generated = told(folder, "generated", function, values, includes, ["-Iout/c_api", *(folder / "out/c_api").glob("*.c")])
        return "" if original == generated else f"original:\n{original}\ngenerated:\n{generated}"


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
    for header, only, before, declared, *texts in APIS:
        report.run(header, lambda row=(header, only, before, declared): check(errspec, *row))
        if texts:
            report.run(f"{header}: {texts[0]}", lambda row=(header, only, before, *texts): check_texts(errspec, *row))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
