#!/usr/bin/env python3
"""The command line: its grammar, what goes to which stream, and how a run ends."""

import argparse
import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import tap

try:
    import yaml
except ImportError:
    yaml = None

TOP = pathlib.Path(__file__).resolve().parent.parent
SPEC = TOP / "spec" / "errspec.yaml"
GOOD = "module: demo\ncodes:\n  FIRST: {code: 1, message: It failed.}\n  SECOND: {code: 0x10, message: It failed again.}\n"
BAD = "module: demo\ncolour: red\ncodes:\n  FIRST: {code: 1, message: NO}\n"
SECONDS = 300  # a hang, however busy the machine is

CASES = []


def case(function):
    CASES.append(function)
    return function


class Bench:
    """A folder with a good and a bad spec, in which errspec runs."""

    def __init__(self, errspec, folder):
        self.errspec = errspec
        self.folder = pathlib.Path(folder)
        self.complaints = []
        self.write("good.yaml", GOOD)
        self.write("bad.yaml", BAD)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def run(self, *arguments, **options):
        environment = {"PATH": os.environ.get("PATH", ""), **options.pop("env", {})}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "LC_ALL", "LOCPATH"):
            if name in os.environ:
                environment[name] = os.environ[name]
        options.setdefault("stdout", subprocess.PIPE)
        options.setdefault("stderr", subprocess.PIPE)
        if "input" not in options:
            options.setdefault("stdin", subprocess.DEVNULL)
        options.setdefault("cwd", self.folder)
        return subprocess.run([self.errspec, *map(str, arguments)], env=environment, timeout=SECONDS, **options)

    def expect(self, arguments, status, code=None, text=None, **options):
        """Runs errspec, and complains unless it ends so and reports the code and the text."""
        result = self.run(*arguments, **options)
        report = (result.stderr or b"").decode()
        said = f"errspec {' '.join(map(str, arguments))}: "
        if result.returncode != status:
            self.complaints.append(f"{said}status {result.returncode}, expected {status}\n{report}")
        if code is not None and f"[{code}]" not in report:
            self.complaints.append(f"{said}no {code} in\n{report}")
        if text is not None and text not in report:
            self.complaints.append(f"{said}no {text!r} in\n{report}")
        if code is None and status == 0 and report:
            self.complaints.append(f"{said}unexpected\n{report}")
        if status != 0 and result.stdout:
            self.complaints.append(f"{said}data on standard output, though it failed:\n{result.stdout.decode()}")
        return result

    def demand(self, truth, complaint):
        if not truth:
            self.complaints.append(complaint)


@case
def options_stand_anywhere(bench):
    for arguments in (["--format=json", "good.yaml"], ["good.yaml", "--format=json"], ["--format", "json", "good.yaml"],
                      ["good.yaml", "-f", "json"], ["-fjson", "good.yaml"], ["--limit", "depth=9", "good.yaml", "-f", "json"]):
        result = bench.expect(["list", *arguments], 0)
        bench.demand(result.stdout.startswith(b"["), f"{arguments}: no JSON: {result.stdout!r}")


@case
def two_dashes_end_the_options(bench):
    bench.write("--format=json", GOOD)
    result = bench.expect(["list", "--", "--format=json"], 0)
    bench.demand(result.stdout.startswith(b"MODULE"), "the file behind -- was taken for an option")
    bench.write("@words", GOOD)
    bench.expect(["check", "--", "@words"], 0)
    bench.expect(["check", "--", "--help"], 2, "ES0110")


@case
def a_dash_is_standard_input(bench):
    bench.expect(["check", "-"], 0, input=GOOD.encode())
    bench.expect(["check", "-"], 1, "ES0211", "<stdin>:2:1:", input=BAD.encode())
    bench.expect(["check", "-"], 1, "ES0208", "<stdin>:1:1:", input=b"")


@case
def words_come_from_files(bench):
    bench.write("words", "list\n  --format\tjson\n")
    result = bench.expect(["@words", "good.yaml"], 0)
    bench.demand(result.stdout.startswith(b"["), "the words of the file were not taken")
    bench.write("a name.yaml", GOOD)
    bench.write("quoted", "check 'a name.yaml'")
    bench.expect(["@quoted"], 0)
    bench.write("escaped", "check a\\ name.yaml")
    bench.expect(["@escaped"], 0)
    bench.write("empty", "\n\n")
    bench.expect(["check", "@empty", "good.yaml"], 0)
    bench.expect(["check", "@nowhere"], 2, "ES0110")


@case
def unknown_words_get_a_suggestion(bench):
    bench.expect(["chekc", "good.yaml"], 2, "ES0101", "did you mean 'check'?")
    bench.expect(["frobnicate"], 2, "ES0101", "errspec help")
    bench.expect(["list", "--fromat=json"], 2, "ES0102", "did you mean '--format'?")
    bench.expect(["list", "-z"], 2, "ES0102")
    bench.expect(["list", "--prune", "good.yaml"], 2, "ES0102")
    bench.expect(["help", "chekc"], 2, "ES0101", "did you mean 'check'?")


@case
def values_are_checked(bench):
    bench.expect(["list", "good.yaml", "--format"], 2, "ES0103", "write '--format FORMAT'")
    bench.expect(["list", "good.yaml", "--format="], 2, "ES0103")
    bench.expect(["generate", "good.yaml", "-t"], 2, "ES0103", "write '-t TARGET,…'")
    bench.expect(["list", "--format=csv", "good.yaml"], 2, "ES0104")
    bench.expect(["check", "--format=csv", "good.yaml"], 2, "ES0104")
    bench.expect(["check", "--color=maybe", "good.yaml"], 2, "ES0104")
    bench.expect(["check", "--help=yes"], 2, "ES0107")
    bench.expect(["list", "good.yaml", "bad.yaml"], 2, "ES0106")
    bench.expect([], 2, "ES0105")
    bench.expect(["render"], 2, "ES0105")
    for limit in ("depth", "depth=", "depth=x", "depth=-1", "depth=1T", "width=5", "=5"):
        bench.expect(["check", f"--limit={limit}", "good.yaml"], 2, "ES0104")


@case
def all_faults_of_a_command_line_are_said(bench):
    report = bench.run("list", "--one", "--two", "good.yaml").stderr.decode()
    bench.demand(report.count("[ES0102]") == 2, f"two unknown options, said:\n{report}")


@case
def three_exit_statuses(bench):
    bench.expect(["check", "good.yaml"], 0)
    bench.expect(["check", "bad.yaml"], 1, "ES0211")
    bench.expect(["check", "nowhere.yaml"], 2, "ES0110")
    bench.expect(["check", "."], 2, "ES0123", "'.' is a folder")
    bench.expect(["check", "good.yaml/x"], 2, "ES0110")
    bench.expect(["check", ""], 2)
    for command in ("list", "dump"):
        bench.expect([command, "bad.yaml"], 1, "ES0211")


@case
def a_spec_that_is_here_needs_no_name(bench):
    bench.expect(["check"], 2, "ES0114")
    bench.write("errspec.yaml", BAD)
    bench.expect(["check"], 1, text="errspec.yaml:2:1:")
    bench.write("spec/errspec.yaml", GOOD)
    bench.expect(["check"], 0)


@case
def rule_9_limits_have_names_and_end_with_2(bench):
    for limit, spec in (("input=9", GOOD), ("depth=1", GOOD), ("entries=1", GOOD), ("scalar=5", GOOD)):
        name = limit.split("=")[0]
        bench.write("limited.yaml", spec)
        bench.expect(["check", f"--limit={limit}", "limited.yaml"], 2, "ES0112", f"--limit {name}=")
    bench.expect(["check", "--limit=input=1K", "good.yaml"], 0)
    bench.expect(["check", "--limit=depth=1", "--limit", "depth=8", "good.yaml"], 0)
    report = bench.run("check", "--limit=diagnostics=1", "bad.yaml").stderr.decode()
    bench.demand(report.count(": error: ") == 1 and "1 more not shown" in report, f"one of two diagnostics, said:\n{report}")
    help_text = bench.expect(["help", "limits"], 0).stdout.decode()
    for name in ("input", "depth", "entries", "scalar", "code", "template", "partials", "steps", "output", "diagnostics"):
        bench.demand(re.search(rf"^  {name} ", help_text, re.M), f"help limits does not name {name}")


@case
def a_full_output_ends_with_2(bench):
    for arguments in (["list", SPEC], ["dump", SPEC], ["schema"], ["help"], ["--version"]):
        with open("/dev/full", "wb") as full:
            bench.expect(arguments, 2, "ES0111", "<stdout>", stdout=full)


@case
def a_closed_output_ends_with_2(bench):
    closed = subprocess.run(["sh", "-c", '"$1" schema >&-', "sh", bench.errspec], cwd=bench.folder, capture_output=True,
                            timeout=SECONDS)
    bench.demand(closed.returncode == 2 and b"ES0111" in closed.stderr, f"closed: {closed}")
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as broken:
        bench.expect(["schema"], 2, "ES0111", "Broken pipe", stdout=broken)


@case
def a_closed_stream_elsewhere_does_no_harm(bench):
    for redirection, status in (("2>&-", 1), ("<&-", 1), (">&-", 1)):
        result = subprocess.run(["sh", "-c", f'"$1" check bad.yaml {redirection}', "sh", bench.errspec], cwd=bench.folder,
                                capture_output=True, timeout=SECONDS)
        bench.demand(result.returncode == status, f"{redirection}: {result}")
    result = subprocess.run(["sh", "-c", '"$1" check - <&-', "sh", bench.errspec], cwd=bench.folder, capture_output=True,
                            timeout=SECONDS)
    bench.demand(result.returncode == 2 and b"ES0110" in result.stderr, f"closed input: {result}")


def on_terminal(bench, *arguments, **options):
    """What errspec writes to a terminal."""
    try:
        master, slave = pty.openpty()
    except OSError as reason:
        raise tap.Skipped(f"there are no pseudoterminals: {reason}") from None
    with os.fdopen(slave, "wb") as terminal:
        bench.run(*arguments, stderr=terminal, **options)
    written = b""
    try:
        while piece := os.read(master, 65536):
            written += piece
    except OSError:
        pass  # what a terminal says at its end
    os.close(master)
    return written


@case
def colour_is_for_terminals(bench):
    def coloured(text):
        return b"\x1b[" in text

    check = ["check", "bad.yaml"]
    bench.demand(coloured(on_terminal(bench, *check)), "no colour on a terminal")
    bench.demand(not coloured(on_terminal(bench, *check, env={"NO_COLOR": "1"})), "colour in spite of NO_COLOR")
    bench.demand(coloured(on_terminal(bench, *check, env={"NO_COLOR": ""})), "an empty NO_COLOR says nothing")
    bench.demand(coloured(on_terminal(bench, *check, "--color=always", env={"NO_COLOR": "1"})), "--color=always is not heard")
    bench.demand(not coloured(on_terminal(bench, *check, "--color=never")), "--color=never is not heard")
    bench.demand(not coloured(bench.run(*check).stderr), "colour in a pipe")
    bench.demand(coloured(bench.run(*check, "--color", "always").stderr), "--color=always is not heard in a pipe")
    for names, on_terminal_, in_pipe in [
            ({"TERM": "dumb"}, False, False), ({"TERM": "xterm"}, True, False), ({"CLICOLOR": "0"}, False, False),
            ({"CLICOLOR": "1"}, True, False), ({"CLICOLOR_FORCE": "1"}, True, True), ({"CLICOLOR_FORCE": "0"}, False, False),
            ({"FORCE_COLOR": "1", "TERM": "dumb"}, True, True), ({"FORCE_COLOR": "3", "CLICOLOR": "0"}, True, True),
            ({"FORCE_COLOR": "0"}, False, False), ({"FORCE_COLOR": ""}, True, False), ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False)]:
        bench.demand(coloured(on_terminal(bench, *check, env=names)) == on_terminal_, f"{names} on a terminal")
        bench.demand(coloured(bench.run(*check, env=names).stderr) == in_pipe, f"{names} in a pipe")


PROJECT = {"spec/errspec.yaml": "catalogue: p\nmodules: [m.yaml]\ntargets: {c: {}, go: {}}\n",
           "spec/m.yaml": "module: disk\ncodes: {FULL: {code: 7, message: full}, GONE: {code: 8, message: gone, aliases: [LOST]}}\n",
           "src/deep/notes.md": "# A page\n\n## 7 FULL\n\n**Error Message**\n\nother\n"}


def in_project(bench, name="project"):
    for path, text in PROJECT.items():
        bench.write(f"{name}/{path}", text)
    top = bench.folder / name
    for folder in (top, *(path for path in top.rglob("*") if path.is_dir())):
        folder.chmod(0o755)  # whatever the umask: no folder is looked into that everybody may write to
    return top


@case
def the_spec_is_looked_for_upwards(bench):
    top = in_project(bench)
    deep = top / "src" / "deep"
    listed = bench.expect(["list"], 0, cwd=top).stdout
    bench.demand(bench.expect(["list"], 0, cwd=deep).stdout == listed, "list differs below")
    bench.expect(["check"], 0, cwd=deep)
    bench.expect(["generate"], 0, cwd=deep)
    bench.demand((top / "out" / "c" / "disk.h").exists() and not (deep / "out").exists(), "the outputs are not beside the spec")
    bench.expect(["generate", "--check"], 0, cwd=deep)
    bench.expect(["generate", "-t", "c", "--out=made"], 0, cwd=deep)
    bench.demand((deep / "made" / "c" / "disk.h").exists(), "--out is not seen from here")
    bench.expect(["generate", "-t", "c", "--depfile=made.d"], 2, "ES0114", cwd=deep)  # a build names its spec
    report = bench.run("audit", "notes.md", cwd=deep).stderr.decode()
    bench.demand("src/deep/notes.md:7:1" in report and "paths are seen from '../..'" in report, f"audit: {report}")
    bench.demand(b"FULL" in bench.expect(["explain", "7"], 0, cwd=deep).stdout, "explain")
    bench.write("project/src/deep/errspec.yaml", "module: other\ncodes: {A: {code: 1, message: a}}\n")
    bench.demand(b"other" in bench.expect(["list"], 0, cwd=deep).stdout, "the nearest spec is not the one")


@case
def no_foreign_folder_is_looked_into(bench):
    top = in_project(bench, "foreign")
    deep = top / "src" / "deep"
    (deep / ".git").mkdir()
    bench.expect(["list"], 2, "ES0114", cwd=deep)  # the top of a repository
    (deep / ".git").rmdir()
    (top / "src").chmod(0o777)
    bench.expect(["list"], 2, "ES0114", cwd=deep)
    (top / "src").chmod(0o755)
    top.chmod(0o777)
    bench.expect(["list"], 2, "ES0114", cwd=deep)
    top.chmod(0o755)
    bench.expect(["list"], 0, cwd=deep)
    bench.expect(["list", "errspec.yaml"], 2, "ES0110", cwd=deep)  # named, and not there
    bench.expect(["import", "notes.md"], 0, cwd=deep)
    bench.demand((deep / "spec" / "errspec.yaml").exists(), "import does not begin a spec here")


@case
def several_specs_are_taken_one_by_one(bench):
    bench.write("next.yaml", GOOD.replace("demo", "next"))
    bench.expect(["check", "good.yaml", "next.yaml"], 0)
    report = bench.run("check", "good.yaml", "bad.yaml", "next.yaml", "absent.yaml")
    bench.demand(report.returncode == 2 and b"bad.yaml:2" in report.stderr and b"absent.yaml" in report.stderr, f"{report}")
    bench.run("generate", "-t", "c", "-o", "both", "good.yaml", "next.yaml")
    bench.demand((bench.folder / "both/c/demo.h").exists() and (bench.folder / "both/c/next.h").exists(), "one is missing")
    for option in ("--depfile=x.d", "--stamp=x", "--output=header=x.h"):
        bench.expect(["generate", "-t", "c", "-o", "none", option, "good.yaml", "next.yaml"], 2, "ES0122")
    bench.demand(not (bench.folder / "none").exists(), "something was written")


@case
def explain_takes_words_and_identifiers(bench):
    top = in_project(bench, "explained")
    text = bench.expect(["explain", "FULL", "8"], 0, cwd=top).stdout.decode()
    bench.demand(re.findall(r"^disk (\d)", text, re.M) == ["7", "8"], f"two words: {text}")
    for word, code in [("DISK_FULL", "7"), ("ErrFull", "7"), ("ErrGone", "8"), ("LOST", "8"), ("0x8", "8")]:
        text = bench.expect(["explain", word], 0, cwd=top).stdout.decode()
        bench.demand(text.startswith(f"disk {code} "), f"{word}: {text}")
    codes = json.loads(bench.expect(["explain", "7", "GONE", "--format=json"], 0, cwd=top).stdout)
    bench.demand([code["code"] for code in codes] == [7, 8], f"json: {codes}")
    lines = bench.expect(["explain", "7", "GONE", "spec/m.yaml", "--format=jsonl"], 0, cwd=top).stdout.splitlines()
    bench.demand([json.loads(line)["name"] for line in lines] == ["FULL", "GONE"], f"jsonl: {lines}")
    bench.demand(b"FULL" in bench.expect(["explain", "DISK_FULL", "--spec=spec/m.yaml", "-f", "table"], 0, cwd=top).stdout, "no targets")
    result = bench.run("explain", "7", "NOPE", cwd=top)
    bench.demand(result.returncode == 1 and b"FULL" in result.stdout and b"ES0604" in result.stderr, f"one of two: {result}")
    bench.expect(["explain", "7", "--format=xml"], 2, "ES0104", cwd=top)


@case
def a_prefix_stands_once_where_the_module_says_so(bench):
    names = {"DISK_FULL": "DISK_FULL", "DISKETTE": "DISK_DISKETTE", "diskGone": "DISK_GONE", "DISK_2": "DISK_DISK_2", "DISK": "DISK_DISK",
             "Disk_low": "DISK_LOW", "diskette_disk": "DISK_DISKETTE_DISK"}
    codes = "".join(f"  {name}: {{code: {number}, message: a}}\n" for number, name in enumerate(names))
    for once, expected in [("prefix_once: true\n", list(names.values())),
                           ("", ["DISK_DISK_FULL", "DISK_DISKETTE", "DISK_DISK_GONE", "DISK_DISK_2", "DISK_DISK", "DISK_DISK_LOW",
                                 "DISK_DISKETTE_DISK"])]:
        bench.write("disk.yaml", f"module: disk\n{once}codes:\n{codes}")
        bench.expect(["generate", "-t", "c", "-o", "disk", "disk.yaml"], 0)
        found = re.findall(r"^\t(DISK_\w+) = ", (bench.folder / "disk/c/disk.h").read_text(), re.M)
        bench.demand(found == expected, f"{once}{found}")
    bench.write("disk.yaml", f"module: disk\nprefix_once: true\ncodes:\n{codes}  FULL: {{code: 99, message: a}}\n")
    bench.expect(["generate", "-t", "c", "-o", "disk", "disk.yaml"], 1, "ES0321")


@case
def targets_are_listed(bench):
    names = [line.split()[0] for line in bench.expect(["targets"], 0).stdout.decode().splitlines()]
    built_in = {path.parent.name for path in (TOP / "templates").glob("*/target.yaml")}
    bench.demand(set(names) == built_in - {"report", "common", "completion"} and names == sorted(names), f"{names}")
    whole = json.loads(bench.expect(["targets", "--format=json"], 0).stdout)
    bench.demand([target["target"] for target in whole] == names, "json has others")
    for target in whole:
        text = bench.expect(["targets", target["target"]], 0).stdout.decode()
        missing = [word for part in ("outputs", "vars") for entry in target[part] for word in (entry["name"], entry.get("path", ""),
                   *(["one of " + ", ".join(entry["choices"])] if entry.get("choices") else [])) if word not in text]
        bench.demand(not missing, f"{target['target']}: {missing} are not in\n{text}")
    bench.write("own/mine/target.yaml", "target: mine\ntitle: Mine\noutputs: {page: {per: module, path: a.txt, template: page}}\n")
    bench.write("own/mine/page.mustache", "{{module.name}}\n")
    bench.demand(bench.expect(["targets", "--templates=own"], 0).stdout.startswith(b"mine "), "a target of one's own is not listed")
    bench.expect(["targets", "pyton"], 1, "ES0323", text="did you mean 'python'?")
    bench.expect(["targets", "-f", "xml"], 2, "ES0104")


@case
def help_names_every_command_and_option(bench):
    overview = bench.expect(["help"], 0).stdout
    bench.demand(overview == bench.expect(["--help"], 0).stdout == bench.expect(["-h"], 0).stdout, "help, --help, -h differ")
    commands = [name for name in re.findall(r"^  (\w+) +\S", overview.decode(), re.M) if name not in ("help", "version")]
    bench.demand({"check", "generate", "list", "dump", "schema"} <= set(commands), f"commands: {commands}")
    for command in commands:
        text = bench.expect([command, "--help"], 0).stdout.decode()
        bench.demand(text.startswith(f"usage: errspec {command}"), f"{command} --help: {text}")
        bench.demand(text == bench.expect(["help", command], 0).stdout.decode(), f"help {command} differs")
        options = [line for line in text.splitlines() if re.match(r"  .{4}--", line)]
        in_line = all(re.match(r"  \S.{25} \S|      --.{20} \S", line) for line in options)
        bench.demand(len(options) >= 4 and in_line, f"{command} --help: the columns do not stand in line:\n{text}")
    for version in (["--version"], ["-V"], ["version"], ["check", "--version"]):
        bench.demand(re.fullmatch(rb"errspec \d+\.\d+\.\d+\n", bench.expect(version, 0).stdout), f"{version}")


@case
def list_says_the_same_in_every_format(bench):
    lines = bench.expect(["list", "--format=jsonl", SPEC], 0).stdout.decode().splitlines()
    codes = [json.loads(line) for line in lines]
    array = json.loads(bench.expect(["list", "--format=json", SPEC], 0).stdout)
    table = bench.expect(["list", SPEC], 0).stdout.decode().splitlines()
    bench.demand(codes == array, "json and jsonl differ")
    bench.demand(len(table) == len(codes) + 1, "the table has more or fewer rows")
    starts = [table[0].index(word) for word in ("MODULE", "CODE", "NAME", "MESSAGE")]
    for row, code in zip(table[1:], codes):
        cells = [row[start:end].strip() for start, end in zip(starts, [*starts[1:], None])]
        bench.demand(cells[0] == code["module"] and cells[2] == code["name"], f"row {row!r} is not {code}")
        bench.demand(cells[3] == code["message"].split("\n")[0], f"message of {row!r}")


@case
def list_gives_integers_as_they_are(bench):
    bench.write("wide.yaml", "module: wide\ntype: uint64\ncodes:\n  A: {code: 18446744073709551615, title: A}\n  B: {code: 7, title: B}\n")
    lines = bench.expect(["list", "--format=jsonl", "wide.yaml"], 0).stdout.decode().splitlines()
    found = [int(json.loads(line)["code"]) for line in lines]
    bench.demand(found == [2**64 - 1, 7], f"codes: {found}")


@case
def dump_holds_the_whole_spec(bench):
    if yaml is None:
        raise tap.Skipped("PyYAML is not there")
    catalogue = yaml.safe_load(SPEC.read_bytes())
    modules = [yaml.safe_load((SPEC.parent / name).read_bytes()) for name in catalogue["modules"]]
    dumped = json.loads(bench.expect(["dump", SPEC], 0).stdout)
    bench.demand(dumped["catalogue"] == catalogue["catalogue"], "the catalogue's name")
    bench.demand([module["module"] for module in dumped["modules"]] == [module["module"] for module in modules], "the modules")
    for theirs, ours in zip(modules, dumped["modules"]):
        names = list(ours["codes"]) if isinstance(ours["codes"], dict) else [code["name"] for code in ours["codes"]]
        bench.demand(names == list(theirs["codes"]), f"the codes of {theirs['module']}")


@case
def check_reports_for_machines(bench):
    lines = bench.run("check", "--format=gcc", "bad.yaml").stdout.decode().splitlines()
    bench.demand(all(re.match(r"bad\.yaml:\d+:\d+: error: .* \[ES\d{4}\]$", line) for line in lines) and len(lines) == 2,
                 f"gcc: {lines}")
    result = bench.run("check", "--format=json", "bad.yaml")
    bench.demand("ES0211" in json.dumps(json.loads(result.stdout)) and result.returncode == 1, f"json: {result}")
    sarif = json.loads(bench.run("check", "--format=sarif", "bad.yaml").stdout)
    bench.demand(len(sarif["runs"][0]["results"]) == 2, f"sarif: {sarif}")
    ElementTree.fromstring(bench.run("check", "--format=junit", "bad.yaml").stdout)
    github = bench.run("check", "--format=github", "bad.yaml").stdout.decode().splitlines()
    bench.demand(len(github) == 2 and all(line.startswith("::error ") for line in github), f"github: {github}")
    for machine in ("gcc", "json", "sarif", "junit", "github"):
        result = bench.run("check", f"--format={machine}", "bad.yaml")
        bench.demand(result.returncode == 1 and result.stderr == b"", f"{machine}: {result}")
        result = bench.run("check", f"--format={machine}", "good.yaml")
        bench.demand(result.returncode == 0 and result.stderr == b"", f"{machine} of a good spec: {result}")


@case
def github_lines_cannot_be_forged(bench):
    bench.write("a%b,c:d.yaml", 'module: demo\ncodes:\n  "::error::x%0A": {code: 1, title: A}\n')
    result = bench.run("check", "--format=github", "a%b,c:d.yaml").stdout.decode()
    bench.demand(result.count("\n") == 1 and "a%25b%2Cc%3Ad.yaml" in result and "%250A" in result, f"github: {result!r}")


@case
def explain_knows_its_own_codes(bench):
    texts = [bench.expect(["explain", word], 0).stdout for word in ("ES0211", "211", "0xd3", "UNKNOWN_KEY")]
    bench.demand(len(set(texts)) == 1 and b"UNKNOWN_KEY" in texts[0], f"four ways to one code: {texts}")
    bench.expect(["explain", "NO_SUCH_THING_AT_ALL"], 2, "ES0114")


@case
def init_begins_what_generates(bench):
    bench.expect(["init"], 0, cwd=bench.write("new/x", "").parent)
    folder = bench.folder / "new"
    bench.expect(["check"], 0, cwd=folder)
    bench.expect(["generate"], 0, cwd=folder)
    bench.expect(["generate", "--check"], 0, cwd=folder)
    bench.expect(["init"], 2, "ES0115", cwd=folder)
    for path in (folder / "spec").glob("*.yaml"):  # what yamllint asks for where nobody says otherwise
        lines = path.read_text(encoding="utf-8").splitlines()
        bench.demand("---" in lines and max(map(len, lines)) <= 80, f"{path.name}: no start of a document, or long lines")


@case
def rule_1_no_program_is_started_and_no_network_used(bench):
    """The program has no function for it. Sanitizers bring all of them along."""
    if shutil.which("nm") is None:
        raise tap.Skipped("nm is missing")
    asked = subprocess.run(["nm", "-D", "--undefined-only", bench.errspec], check=True, capture_output=True, text=True).stdout
    names = {line.split()[-1].split("@")[0].removesuffix("64") for line in asked.splitlines()}
    if any(name.startswith(("__asan", "__ubsan", "__sanitizer")) for name in names):
        raise tap.Skipped("the program has sanitizers")
    bench.demand({"openat", "linkat"} <= names, f"this is no list of functions: {sorted(names)}")
    starting = re.compile(r"v?fork|clone\d*|(f?exec|posix_spawn)\w*|system|p(idfd_)?open|pclose|wordexp|dl(m?open|v?sym)|pthread_create|thrd_create")
    network = re.compile(r"socket(pair)?|connect|bind|listen|accept4?|send(to|m?msg)?|recv(from|m?msg)?|get(addr|name)info|gethost\w*|res_\w+")
    found = sorted(name for name in names if starting.fullmatch(name) or network.fullmatch(name))
    bench.demand(not found, f"the program can call {found}")


@case
def rule_1_same_bytes_wherever_it_runs(bench):
    plain = bench.run("dump", SPEC).stdout
    for environment in ({"LC_ALL": "de_DE.UTF-8"}, {"TZ": "Asia/Tokyo"}, {"LANG": "tr_TR.UTF-8"}, {"HOME": "/nowhere"}):
        bench.demand(bench.run("dump", SPEC, env=environment).stdout == plain, f"{environment} changes the output")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    errspec = str(pathlib.Path(parser.parse_args().errspec).resolve())
    report = tap.Tap()
    for function in CASES:
        with tempfile.TemporaryDirectory() as folder:
            bench = Bench(errspec, folder)
            report.run(function.__name__.replace("_", " "), lambda: (function(bench), bench.complaints)[1])
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
