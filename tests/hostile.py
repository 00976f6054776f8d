#!/usr/bin/env python3
"""Hostile specs that are too large for a golden, or no plain files: each ends soon, with a clear word and no signal."""

import argparse
import os
import pathlib
import re
import stat
import subprocess
import sys
import tempfile

import tap

SECONDS = 300  # a hang, even with the sanitizers on a busy machine; without them each takes a second or two
REPORT_MOST = 128 * 1024  # bytes of a report: a hundred diagnostics with their lines

CASES = []


def case(status, code=None, *words):
    """A case returns the spec to check, or makes files in the folder and returns the name of one."""
    def keep(function):
        CASES.append((function, status, code, words or ("check",)))
        return function
    return keep


def module(*codes, head=""):
    return "module: m\n" + head + "codes:\n" + "".join(f"  {code}\n" for code in codes)


def many(count, code):
    return [code.replace("#", str(number)) for number in range(count)]


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def catalogue(folder, rest="", module_text=module("A: {code: 1, title: A}")):
    write(folder, "module.yaml", module_text)
    return "catalogue: c\nmodules: [module.yaml]\n" + rest


# --- nesting and size

@case(2, "ES0112")
def lists_in_lists(folder):
    return "module: m\ncodes: " + "[" * 80_000


@case(2, "ES0112")
def maps_in_maps(folder):
    return "module: m\ncodes: " + "{a: " * 40_000


@case(2, "ES0112")
def lists_by_dashes(folder):
    return "module: m\ncodes:\n  " + "- " * 40_000


@case(2, "ES0112")
def maps_by_indentation(folder):
    return "module: m\ncodes:\n" + "".join(" " * (level + 1) + "a:\n" for level in range(500))


@case(2, "ES0112")
def keys_in_keys(folder):
    return "module: m\n" + "? " * 20_000


@case(2, "ES0112")
def free_data_in_free_data(folder):
    return catalogue(folder, "targets: {c: {vars: " + "{a: [" * 500)


@case(2, "ES0112")
def a_huge_text(folder):
    return module("A: {code: 1, title: " + "a" * (1 << 20) + "a}")


@case(2, "ES0112")
def a_huge_file(folder):
    return "module: m\n" + ("#" * 1023 + "\n") * (33 << 10)


@case(2, "ES0112", "generate", "--check")
def more_patterns_than_are_tried(folder):
    return catalogue(folder, "exclusive: true\nignore: [" + "'*?*a'," * 1001 + "]\n")


@case(2, "ES0112")
def a_huge_list(folder):
    return module("A: {code: 1, title: A, tags: [" + "a," * 1_000_001 + "a]}")


@case(1, "ES0211")
def a_huge_unknown_key(folder):
    return "module: m\n? " + "a" * 100_000 + "\n: b\n"


@case(1, "ES0220")
def a_huge_bad_name(folder):
    return "module: " + "-a" * 100_000 + "\ncodes: {A: {code: 1, title: A}}\n"


@case(0)
def a_long_good_text(folder):
    return module("A: {code: 1, title: " + "a" * (1 << 20) + "}")


# --- much work: each of these once took minutes

@case(1, "ES0313")
def a_long_chain_of_replacements(folder):
    links = [f"C{n}: {{code: {n}, title: A, status: deprecated, replaced_by: C{n + 1}}}" for n in range(50_000)]
    return module(*links, "C50000: {code: 50000, title: A}")


@case(1, "ES0313")
def a_chain_that_never_ends(folder):
    links = [f"C{n}: {{code: {n}, title: A, status: deprecated, replaced_by: C{(n + 1) % 50_000}}}" for n in range(50_000)]
    return module(*links)


@case(0)
def many_replaced_by_one(folder):
    return module(*many(100_000, "C#: {code: #, title: A, status: deprecated, replaced_by: LAST}"),
                  "LAST: {code: 100000, title: A}")


@case(0)
def many_ranges(folder):
    ranges = ", ".join(str(2 * number) for number in range(100_000))
    codes = [f"C{number}: {{code: {2 * number}, title: A}}" for number in range(100_000)]
    return module(*codes, head=f"ranges: [{ranges}]\n")


@case(1, "ES0315")
def many_ranges_that_overlap(folder):
    return module("A: {code: 1, title: A}", head="ranges: [" + ", ".join(f"1-{n}" for n in range(1, 100_000)) + "]\n")


@case(1, "ES0305")
def many_reserved_numbers(folder):
    return module(*many(50_000, "C#: {code: #, title: A}"), head="reserved: [" + ", ".join(map(str, range(50_000))) + "]\n")


@case(0)
def many_relabels(folder):
    relabel = "".join(f"      C{number}: {{causes: Reasons}}\n" for number in range(100_000))
    return catalogue(folder, "documents:\n  page:\n    layout: markdown_sections\n    parts: [{module: m}]\n    relabel:\n" + relabel,
                     module(*many(100_000, "C#: {code: #, title: A}")))


@case(1, "ES0329")
def many_equal_parts(folder):
    parts = "      - {module: m}\n" * 50_000
    return catalogue(folder, "documents:\n  page:\n    layout: markdown_sections\n    relabel: {C1: {causes: Reasons}}\n"
                     "    parts:\n" + parts, module(*many(10_000, "C#: {code: #, title: A}")))


@case(1, "ES0326")
def one_large_file_many_times(folder):
    write(folder, "module.yaml", module(*many(20_000, "C#: {code: #, title: A}")))
    return "catalogue: c\nmodules:\n" + "  - module.yaml\n" * 50_000


@case(1, "ES0540")
def many_vars(folder):
    return catalogue(folder, "targets:\n  c:\n    vars: {" + ", ".join(f"k{n}: 1" for n in range(200_000)) + "}\n")


@case(0)
def many_aliases(folder):
    return module("A: {code: 1, title: A, aliases: [" + ", ".join(f"B{n}" for n in range(200_000)) + "]}")


@case(0)
def many_parameters(folder):
    message = " ".join(f"{{p{n}}}" for n in range(50_000))
    return module(f'A: {{code: 1, message: "{message}", params: {{' + ", ".join(f"p{n}: string" for n in range(50_000)) + "}}")


@case(1, "ES0309")
def many_unknown_placeholders(folder):
    return module('A: {code: 1, message: "' + " ".join(f"{{p{n}}}" for n in range(100_000)) + '"}')


@case(1, "ES0310")
def many_unused_parameters(folder):
    return module("A: {code: 1, message: A, params: {" + ", ".join(f"p{n}: string" for n in range(100_000)) + "}}")


@case(1, "ES0211")
def many_unknown_keys(folder):
    return "module: m\n" + "".join(f"mesage_{n}_title: a\n" for n in range(200_000))


@case(1, "ES0219")
def many_unknown_choices(folder):
    return module(*many(100_000, "C#: {code: #, title: A, grpc: NOPE}"))


@case(1, "ES0212")
def many_equal_keys(folder):
    return module(*["A: {code: 1, title: A}"] * 100_000)


@case(1, "ES0302")
def many_equal_numbers(folder):
    return module(*many(100_000, "C#: {code: 1, title: A}"))


@case(1, "ES0214")
def many_faults_in_one_long_line(folder):
    return module("A: {code: 1, title: A, causes: [" + "no, " * 100_000 + "no]}")


@case(1, "ES0320")
def many_bad_links(folder):
    return module("A: {code: 1, description: '" + "[x](javascript:y) " * 5_000 + "'}")


@case(1, "ES0350")
def many_links_in_one_paragraph(folder):
    return module("A: {code: 1, message: m, description: '" + "[x](y&amp;z) " * 60_000 + "'}")


@case(1, "ES0350")
def many_uses_of_a_long_address(folder):
    return module(f"A: {{code: 1, message: m, description: \"[a]: <b&amp;{'c' * 400_000}>\\n\\n{'[a]' * 100_000}\"}}")


@case(1, "ES0350")
def many_definitions_that_are_one(folder):
    return module("A: {code: 1, message: m, description: 'x:y " + "[a]:" * 200_000 + "'}")


@case(1, "ES0350")
def many_openings_of_links(folder):
    return module("A: {code: 1, message: m, description: '" + "[a](<b " * 100_000 + "`<c:d `'}")


@case(0)
def many_braces(folder):
    return module("A: {code: 1, message: '" + "{" * 1_000_000 + "'}")


@case(0)
def many_brackets(folder):
    return module("A: {code: 1, description: '" + "<" * 500_000 + "]:" * 200_000 + "'}")


@case(0)
def many_comments(folder):
    return "#\n" * 2_000_000 + module("A: {code: 1, title: A}")


@case(1, "ES0242")
def many_quotes(folder):
    return module("A: {code: 1, title: A}") + "'" * 100_001


# --- files that are none

@case(2, "ES0110")
def a_module_link_that_leads_out(folder):
    os.symlink("/etc/passwd", folder / "module.yaml")
    return "catalogue: c\nmodules: [module.yaml]\n"


@case(2, "ES0110")
def a_module_folder_that_leads_out(folder):
    outside = folder.parent / "outside"
    write(outside, "module.yaml", module("A: {code: 1, title: A}"))
    os.symlink(outside, folder / "inside")
    return "catalogue: c\nmodules: [inside/module.yaml]\n"


@case(2, "ES0110")
def a_link_that_leads_to_itself(folder):
    os.symlink("module.yaml", folder / "module.yaml")
    return "catalogue: c\nmodules: [module.yaml]\n"


@case(2, "ES0110")
def a_link_to_nothing(folder):
    os.symlink("nothing", folder / "module.yaml")
    return "catalogue: c\nmodules: [module.yaml]\n"


@case(0)
def a_link_that_stays_inside(folder):
    text = catalogue(folder).replace("module.yaml", "link.yaml")
    os.symlink("module.yaml", folder / "link.yaml")
    return text


@case(2, "ES0110")
def a_pipe_that_nobody_writes_to(folder):
    os.mkfifo(folder / "module.yaml")
    return "catalogue: c\nmodules: [module.yaml]\n"


@case(1, "ES0203")
def zeros_without_end(folder):
    """A device of the folder's own; where none may be made or opened, a file that is long enough."""
    zeros = folder / "zeros"
    try:
        os.mknod(zeros, stat.S_IFCHR | 0o666, os.makedev(1, 5))
        zeros.open("rb").close()
    except OSError:
        zeros.unlink(missing_ok=True)
        with zeros.open("wb") as file:
            file.truncate(1 << 30)
    return zeros


@case(2, "ES0123")
def a_folder_for_a_spec(folder):
    return folder


# --- other commands and limits

@case(1, "ES0323", "generate", "--check")
def many_targets_that_nobody_has(folder):
    return catalogue(folder, "targets:\n" + "".join(f"  t{number}: {{}}\n" for number in range(60_000)))


@case(0, None, "dump", "--limit", "depth=1000")
def data_deeper_than_most_writers_go(folder):
    return catalogue(folder, "targets:\n  c:\n    vars: {a: " + "[" * 300 + "]" * 300 + "}\n")


@case(1, "ES0210", "generate", "--check")
def a_list_for_free_data(folder):
    return catalogue(folder, "targets:\n  c:\n    vars: [a, b, c]\n")


@case(2, "ES0104", "check", "--limit", "input=8G")
def more_bytes_than_positions(folder):
    return module("A: {code: 1, title: A}")


@case(1, "ES0323", "generate", "--check")
def many_faults_in_one_long_line_of_targets(folder):
    names = ",".join(f"t{number}: {{vars: {{a: '{'x' * 80}'}}}}" for number in range(300_000))
    return catalogue(folder, "targets: {" + names + "}\n")


def first_lines(report):
    return "\n".join(line[:200] for line in report.decode("utf-8", "backslashreplace").splitlines()[:12])


def complaints_of(errspec, folder, function, status, code, words):
    spec = function(folder)
    if not isinstance(spec, pathlib.Path):
        spec = folder / write(folder, "spec.yaml", spec)
    try:
        result = subprocess.run([errspec, *words, spec], capture_output=True, timeout=SECONDS, cwd=folder)
    except subprocess.TimeoutExpired:
        return [f"it takes more than {SECONDS} s"]
    complaints = []
    codes = set(re.findall(r"\[(ES\d{4})\]$", result.stderr.decode("utf-8", "backslashreplace"), re.M))
    if result.returncode != status or (code is not None and code not in codes):
        complaints.append(f"status {result.returncode}, expected {status} with {code}\n{first_lines(result.stderr)}")
    if status == 0 and result.stderr:
        complaints.append(f"unexpected\n{first_lines(result.stderr)}")
    if len(result.stderr) > REPORT_MOST:
        complaints.append(f"a report of {len(result.stderr)} bytes\n{first_lines(result.stderr)}")
    return complaints


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    errspec = str(pathlib.Path(parser.parse_args().errspec).resolve())
    report = tap.Tap()
    for function, status, code, words in CASES:
        with tempfile.TemporaryDirectory() as top:
            folder = pathlib.Path(top) / "spec"
            folder.mkdir()
            report.run(function.__name__.replace("_", " "),
                       lambda: complaints_of(errspec, folder, function, status, code, words))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
