#!/usr/bin/env python3
"""Holds what the reader of headers finds against goldens, and against a compiler.

A case of golden/headers is a header, beside it what is found in it (.tsv) and what is reported (.report). --bless renews both.

For each of them, and for headers of the system, a program prints every name that was found, as the compiler counts it. A name that the reader says is
in doubt, because a condition decides it, may differ; any other one may not. A name may be missing for the compiler: the
branch that has it is not that of this system. A header that is not there is skipped.
"""

import argparse
import difflib
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

import tap

GOLDEN = pathlib.Path(__file__).resolve().parent / "golden" / "headers"
SECONDS = 300

# A header, what has to be included before it, and how many names must agree at least.
HEADERS = [
    ("asm-generic/errno-base.h", [], 34),
    ("asm-generic/errno.h", [], 90),
    ("sqlite3.h", [], 400),
    ("curl/curl.h", [], 900),
    ("curl/multi.h", ["curl/curl.h"], 20),
    ("zlib.h", [], 30),
    ("gpg-error.h", [], 500),
    ("gcrypt.h", [], 300),
    ("ksba.h", [], 40),
    ("openssl/sslerr.h", [], 300),
    ("openssl/evperr.h", [], 100),
    ("openssl/err.h", [], 100),
    ("openssl/ssl3.h", [], 100),
    ("libxml2/libxml/xmlerror.h", [], 700),
    ("lzma/base.h", ["lzma.h"], 10),
    ("yaml.h", [], 90),
    ("linux/netlink.h", [], 80),
    ("linux/input-event-codes.h", [], 600),
    ("linux/kvm.h", [], 250),
    ("linux/bpf.h", [], 500),
    ("linux/nl80211.h", [], 1000),
    ("linux/fs.h", [], 50),
    ("linux/elf.h", [], 200),
    ("elf.h", [], 2500),
    ("netdb.h", [], 15),
    ("sysexits.h", [], 16),
    ("unistd.h", [], 26),
    ("expat.h", [], 50),
    ("ncurses.h", [], 200),
    ("png.h", [], 150),
    ("jpeglib.h", [], 30),
    ("gnutls/gnutls.h", [], 600),
    ("idn2.h", [], 40),
    ("db.h", [], 200),
]

# Names that a header gives a number only if nobody did before, and an included one did.
OTHERS = {"KVM_DIRTY_LOG_PAGE_OFFSET"}

# Names before whose number a pragma stands.
PRAGMAS = {f"{kind}_IDN_{what}" for kind in ("AI", "NI") for what in ("ALLOW_UNASSIGNED", "USE_STD3_ASCII_RULES")}

ROW = re.compile(r"^([^\t]*)\t([^\t]*)\t([^\t]*)")
DOUBT = re.compile(r"warning: '(\w+)' is .*\[ES073[12]\]$", re.M)
LEFT_OUT = re.compile(r"warning: '(\w+)' is left out: .*\[ES07(?:1[5-9]|2\d|30)\]$", re.M)
UNDECLARED = re.compile(r":(\d+):\d+: error: ")
FLAGS = ["-w", "-std=gnu2x", "-D_GNU_SOURCE", "-I/usr/include/libxml2"]


def find(compiler, header):
    """The file that a compiler includes, or None."""
    result = subprocess.run([*compiler, *FLAGS, "-E", "-x", "c", "-"], input=f"#include <{header}>\n", text=True,
                            capture_output=True, timeout=SECONDS)
    if result.returncode != 0:
        return None
    hits = re.findall(r'^# 1 "([^"]+)" 1', result.stdout, re.M)
    return next((hit for hit in hits if hit.endswith("/" + header)), None)


def read(show, path, *options):
    """Names and numbers, the names in doubt or with variants, and those left out."""
    result = subprocess.run([show, *options, path], capture_output=True, text=True, timeout=SECONDS, check=True)
    varied = {line.split("\t")[1] for line in result.stdout.splitlines() if "\tif " in line}
    rows = [ROW.match(line) for line in result.stdout.splitlines() if not line.startswith("#")]
    return ({row[2]: int(row[3]) for row in rows}, varied | set(DOUBT.findall(result.stderr)),
            set(LEFT_OUT.findall(result.stderr)))


def program(includes, names):
    lines = ["#include <stdio.h>", *includes, "int main(void) {"]
    for name in names:
        lines.append(f'if ((typeof({name} + 0))-1 < 0) printf("{name} %lld\\n", (long long)({name})); '
                     f'else printf("{name} %llu\\n", (unsigned long long)({name}));')
    return "\n".join([*lines, "return 0; }", ""])


def compiled(compiler, includes, names, folder):
    """What the compiler makes of the names; those that it does not know are left out."""
    names = list(names)
    source, binary = folder / "names.c", folder / "names"
    for _ in range(5):
        source.write_text(program(includes, names))
        result = subprocess.run([*compiler, *FLAGS, "-O0", source, "-o", binary], capture_output=True, text=True,
                                timeout=SECONDS)
        if result.returncode == 0:
            shown = subprocess.run([binary], capture_output=True, text=True, timeout=SECONDS, check=True).stdout
            return {line.split()[0]: int(line.split()[1]) for line in shown.splitlines()}
        first = len(includes) + 3
        bad = {int(hit) - first for hit in UNDECLARED.findall(result.stderr)}
        if not any(0 <= line < len(names) for line in bad):
            raise RuntimeError(result.stderr[:2000])
        names = [name for line, name in enumerate(names) if line not in bad]
    raise RuntimeError("the compiler goes on complaining")


def constants(compiler, includes, path, known, folder):
    """The other macros that the header itself defines, and that the compiler takes for integer constants."""
    text = "".join(line + "\n" for line in includes)
    result = subprocess.run([*compiler, *FLAGS, "-E", "-dD", "-x", "c", "-"], input=text, capture_output=True, text=True,
                            timeout=SECONDS, check=True)
    names, here = [], False
    for line in result.stdout.splitlines():
        marker = re.match(r'# \d+ "([^"]+)"', line)
        define = re.match(r"#define (\w+) \S", line)
        here = marker[1] == path if marker else here
        if here and define and define[1] not in known and not re.search(r"(_H|_INCLUDED)_*$", define[1]):
            names.append(define[1])
    lines = [f"#ifndef {name}\n#error gone\n#else\nenum {{ constant_{i} = ({name}) }};\n#endif"
             for i, name in enumerate(names)]
    source = folder / "constants.c"
    source.write_text(text + "\n".join([*lines, ""]))
    result = subprocess.run([*compiler, *FLAGS, "-fsyntax-only", source], capture_output=True, text=True, timeout=SECONDS)
    bad = {(int(hit) - len(includes) - 1) // 5 for hit in
           re.findall(r"constants\.c:(\d+):\d+: (?:error|note: in expansion|fatal error)", result.stderr)}
    return [name for i, name in enumerate(names) if i not in bad]


def compare(show, compiler, path, includes, least, folder):
    """What the reader and the compiler make of a header; `includes` has its own line last."""
    found, doubts, left_out = read(show, path)
    truth = compiled(compiler, includes, found, folder)
    wrong = [f"{name} is {found[name]}, and {number} for the compiler" for name, number in truth.items()
             if number != found[name] and name not in doubts | OTHERS]
    agree = sum(number == found[name] for name, number in truth.items())
    no_codes = set(re.findall(r"#define (\w+) [^\n]*errspec: no code", pathlib.Path(path).read_text(encoding="utf-8", errors="replace")))
    missed = constants(compiler, includes, path, left_out | no_codes | set(found) | PRAGMAS, folder)
    doubtful = sum(number != found[name] for name, number in truth.items()) - len(wrong)
    print(f"# {path}: {agree} agree, {len(wrong)} differ, {doubtful} in doubt, "
          f"{len(found) - len(truth)} of another system, {len(left_out)} left out, "
          f"{len(missed)} missed")
    wrong += [f"{name} is a constant for the compiler, and was passed over in silence" for name in missed]
    if agree < least:
        wrong.append(f"only {agree} names of at least {least}")
    return wrong


def compare_expanded(show, compiler, path, includes, folder):
    """As compare, with what the compiler's preprocessor makes of the header: nothing stays in doubt."""
    expanded = folder / "expanded.i"
    result = subprocess.run([*compiler, *FLAGS, "-E", "-dD", *[word for line in includes[:-1] for word in
                             ("-include", line[10:-1])], "-x", "c", path], capture_output=True, timeout=SECONDS, check=True)
    expanded.write_bytes(result.stdout)
    found, doubts, left_out = read(show, path, "-e", str(expanded))
    truth = compiled(compiler, includes, found, folder)
    print(f"# {path}, preprocessed: {sum(truth[name] == found[name] for name in truth)} agree, "
          f"{len(found) - len(truth)} of another system, {len(left_out)} left out")
    return [f"{name} is {found[name]}, and {number} for the compiler" for name, number in truth.items()
            if number != found[name]] + [f"{name} is in doubt" for name in doubts]


def golden_cases():
    return sorted([*GOLDEN.glob("*.h"), *GOLDEN.glob("*.hpp")])


def outputs(show, case):
    """What the golden files of a case are to hold."""
    result = subprocess.run([show, case.name], cwd=case.parent, capture_output=True, timeout=SECONDS, check=True)
    return {case.with_suffix(".tsv"): result.stdout, case.with_suffix(".report"): result.stderr}


def golden(show, case):
    complaints = []
    for path, now in outputs(show, case).items():
        then = path.read_bytes() if path.exists() else b""
        lines = [text.decode(errors="backslashreplace").splitlines() for text in (then, now)]
        complaints += difflib.unified_diff(*lines, path.name, "now", lineterm="") if now != then else []
    return complaints


def goldens(report, show, compiler, folder):
    for case in golden_cases():
        report.case(f"golden {case.name}", golden(show, case))
        if case.suffix == ".h" and not case.stem.startswith("broken"):
            report.case(f"compiled {case.name}", compare(show, compiler, str(case), [f'#include "{case}"'], 1, folder))


class Expressions:
    """Random constant expressions, as macros that use those before them with and without parentheses."""

    BINARY = ["+", "-", "*", "/", "%", "<<", ">>", "&", "|", "^", "==", "!=", "<", ">", "<=", ">=", "&&", "||"]
    TYPES = ["int", "unsigned", "long", "unsigned long", "short", "unsigned char", "signed char", "long long unsigned",
             "int32_t", "uint64_t", "uint16_t"]

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = []

    def literal(self):
        value = self.random.choice([0, 1, 2, 3, 7, 31, 32, 63, 100, 255, 65535, 2**31 - 1, 2**31, 2**32 - 1, 2**32, 2**63 - 1])
        form = self.random.choice(["{}", "{:#x}", "0{:o}", "{:#b}"])
        suffix = self.random.choice(["", "", "", "u", "U", "l", "UL", "ll", "LLU"])
        return form.format(value) + suffix if self.random.random() < 0.9 else self.random.choice(["'a'", r"'\n'", r"'\x41'"])

    def expression(self, depth):
        kind = self.random.random()
        if depth == 0 or kind < 0.1:
            return self.literal()
        if kind < 0.2 and self.names:
            return self.random.choice(self.names)
        if kind < 0.3:
            return self.random.choice("-+~!") + " " + self.expression(depth - 1)
        if kind < 0.4:
            return f"({self.random.choice(self.TYPES)})" + self.expression(depth - 1)
        if kind < 0.45:
            return f"sizeof({self.random.choice(self.TYPES)})"
        if kind < 0.5:
            return " ".join([self.expression(depth - 1), "?", self.expression(depth - 1), ":", self.expression(depth - 1)])
        if kind < 0.7:
            return f"({self.expression(depth - 1)})"
        return f"{self.expression(depth - 1)} {self.random.choice(self.BINARY)} {self.expression(depth - 1)}"

    def header(self, count):
        lines = ["#include <stdint.h>"]
        for i in range(count):
            name = f"NAME_{i}"
            lines.append(f"#define {name} {self.expression(self.random.randint(1, 4))}")
            self.names = [*self.names[-20:], name]
        return "\n".join([*lines, ""])


def expressions(show, compiler, seed, folder):
    path = folder / "expressions.h"
    path.write_text(Expressions(seed).header(1000))
    found, _, left_out = read(show, str(path))
    wrong = compare(show, compiler, str(path), [f'#include "{path}"'], 300, folder)
    return [complaint for complaint in wrong if not complaint.endswith("in silence")] + \
        ([] if len(found) + len(left_out) == 1000 else ["names are lost"])


def system(report, show, compiler, folder):
    for header, before, least in HEADERS:
        path = find(compiler, header)
        includes = [f"#include <{name}>" for name in [*before, header]]
        if path is None:
            report.skip(header, "it is not installed")
        else:
            report.case(header, compare(show, compiler, path, includes, least, folder))
            report.case(f"{header}, preprocessed", compare_expanded(show, compiler, path, includes, folder))


def rows_of(show, path):
    """Group, name, number and message of each constant."""
    shown = subprocess.run([show, path], capture_output=True, text=True, timeout=SECONDS, check=True).stdout
    for line in shown.splitlines():
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        texts = dict(cell.split("=", 1) for cell in cells[5:])
        yield cells[0], cells[1], int(cells[2]), texts.get("message")


def plain(name):
    """A name whatever its case is."""
    return name.replace("_", "").lower()


def same_codes(show, path, group, prefix, codes):
    """Whether a generated header reads back to what the spec has, name by name."""
    wanted = sorted((code["code"], plain(prefix + name), code["message"])
                    for name, code in codes.items())
    there = sorted((number, plain(name), text) for title, name, number, text in rows_of(show, path) if title == group)
    return [f"{now} in place of {then}" for then, now in zip(wanted, there) if then != now] + \
        ([] if len(wanted) == len(there) else [f"{len(there)} codes in place of {len(wanted)}"])


def generated(report, show, errspec):
    """The headers that errspec makes of its own spec."""
    top = GOLDEN.parent.parent.parent
    dumped = subprocess.run([errspec, "dump"], cwd=top, capture_output=True, timeout=SECONDS, check=True).stdout
    for module in json.loads(dumped)["modules"]:
        name, codes = module["module"], module["codes"]
        if all(isinstance(code["code"], int) for code in codes.values()):
            header = top / "out/c" / f"{name}.h"
            report.case(f"{header.name} reads back", same_codes(show, str(header), f"{name}_code", name, codes))
            header = top / "out/cpp/include/reference_codes" / f"{name}.hpp"
            if not header.exists():  # errspec's own module is made for C alone
                continue
            report.case(f"{header.name} reads back", same_codes(show, str(header), "errc", "k", codes))


def import_with(errspec, folder, *options, stdin=b""):
    """Imports a header into a new spec; the status, what is said, and the codes by name."""
    shutil.rmtree(folder / "imported", ignore_errors=True)
    result = subprocess.run([errspec, "import", "--spec=imported/errspec.yaml", *options], cwd=folder, input=stdin, capture_output=True,
                            timeout=SECONDS)
    codes = {}
    for path in (folder / "imported").glob("*.yaml"):
        codes |= dict(re.findall(r"^  (\w+):\n    code: (\S+)$", path.read_text(encoding="utf-8"), re.M))
    return result.returncode, result.stderr.decode(), codes


def preprocessed(report, errspec, compiler, folder):
    """What becomes of a header with the output of a preprocessor, and without."""
    (folder / "system.h").write_text(
        "#include <limits.h>\n#include <errno.h>\n#define SYSTEM_AGAIN EAGAIN\n#define OTHER_PATH PATH_MAX\n"
        "#ifdef SIDE\n#define SYSTEM_SIDE 1\n#else\n#define SYSTEM_SIDE 2\n#endif\n")
    (folder / "second.h").write_text("#include \"system.h\"\nenum { SECOND_AGAIN = SYSTEM_AGAIN + 1 };\n")

    def expanded(*words):
        return subprocess.run([*compiler, "-E", "-dD", *words], cwd=folder, check=True, capture_output=True, timeout=SECONDS).stdout

    def check(name, options, status, codes, said="", stdin=b""):
        got = import_with(errspec, folder, *options, stdin=stdin)
        fits = got[0] == status and got[2] == codes and said in got[1]
        report.case(name, [] if fits else [f"{options}: {got}"])

    wanted = {"SYSTEM_AGAIN": "11", "OTHER_PATH": "4096", "SYSTEM_SIDE": "2"}
    check("import --expanded=-", ["--expanded=-", "system.h"], 0, wanted, stdin=expanded("system.h"))
    check("import --expanded of cc -D", ["--expanded=-", "system.h"], 0, wanted | {"SYSTEM_SIDE": "1"}, stdin=expanded("-DSIDE", "system.h"))
    check("import --expanded --only", ["--expanded=-", "--only=SYSTEM_*", "system.h"], 0,
          {name: code for name, code in wanted.items() if name != "OTHER_PATH"}, stdin=expanded("system.h"))
    (folder / "both.i").write_bytes(expanded("second.h"))
    check("import --expanded of two headers", ["--expanded=both.i", "second.h", "system.h"], 0, wanted | {"SECOND_AGAIN": "12"})
    check("import --expanded of a path with a dot", ["--expanded=-", "./system.h"], 0, wanted, stdin=expanded("system.h"))
    check("import --expanded of another header", ["--expanded=-", "second.h"], 1, {}, "has no line of 'second.h' [ES0734]",
          stdin=expanded("system.h"))
    check("import without --expanded", ["system.h"], 0, {"SYSTEM_SIDE": "2"}, "'EAGAIN' is not known here")
    check("import --undefine", ["--undefine=SIDE", "system.h"], 0, {"SYSTEM_SIDE": "2"})
    check("import --define", ["--define=SIDE=3", "--only=*_SIDE", "system.h"], 0, {"SYSTEM_SIDE": "1"})


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", required=True)
    parser.add_argument("--errspec")
    parser.add_argument("--cc", default="cc")
    parser.add_argument("--bless", action="store_true")
    options = parser.parse_args()
    options.show = str(pathlib.Path(options.show).resolve())
    if options.bless:
        for case in golden_cases():
            for path, text in outputs(options.show, case).items():
                path.write_bytes(text)
        return 0
    report = tap.Tap()
    compiler = options.cc.split()
    if not shutil.which(compiler[0]):
        report.skip("headers", f"there is no {compiler[0]}")
        return report.done()
    version = subprocess.run([*compiler, "--version"], capture_output=True, text=True, timeout=SECONDS).stdout
    FLAGS.append("-ferror-limit=0" if "clang" in version else "-fmax-errors=0")
    with tempfile.TemporaryDirectory() as name:
        for seed in range(4):
            report.case(f"expressions {seed}", expressions(options.show, compiler, seed, pathlib.Path(name)))
        goldens(report, options.show, compiler, pathlib.Path(name))
        if options.errspec:
            errspec = str(pathlib.Path(options.errspec).resolve())
            generated(report, options.show, errspec)
            preprocessed(report, errspec, compiler, pathlib.Path(name))
        system(report, options.show, compiler, pathlib.Path(name))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
