#!/usr/bin/env python3
"""Runs errspec on every case of this folder and compares what it says, byte for byte.

A case is a file spec/NAME.yaml, a folder spec/NAME with a catalogue.yaml, or a file templates/NAME.mustache
with its data in NAME.yaml. Beside it stands the golden NAME.err: a line `exit N`, then what errspec writes to
standard error. A case without a golden must be found faultless. A template may have NAME.out too, what is rendered.
A folder audit/NAME has a spec.yaml and the files that are held against it.

A golden alone would take any position for right that was blessed once. So each bad case says in a comment what
its author expects, one `expect LINE:COLUMN CODE` for each diagnostic in its order (`expect - CODE` for one
without a place); a file that can hold no comment has them in NAME.expect. Both are compared. A spec may also say
in a comment `run COMMAND...` what is run on it in place of check.

--bless renews the goldens; the expectations are always made by hand.
"""

import argparse
import difflib
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import tap  # noqa: E402

EXPECTED = re.compile(rb"expect (?:(\d+):(\d+)|-) (ES\d{4})")
SHOWN = re.compile(rb"^(.+?)(?::(\d+):(\d+))?: (?:error|warning): .*\[(ES\d{4})\]$", re.M)
ERROR = re.compile(rb"error: .*\[ES\d{4}\]$", re.M)
COMMAND = re.compile(rb"^# run (.+)$", re.M)
CODE = re.compile(r"^    code: ([23]\d\d)$", re.M)
PATHS = {"ES0517", "ES0522", "ES0544"}  # paths of outputs that cannot be: check finds them too
SECONDS = 300  # a hang, however busy the machine is


class Case:
    def __init__(self, name, folder, arguments, files, stem):
        self.name = name
        self.folder = folder  # where errspec runs
        self.arguments = arguments
        self.files = files  # relative to `folder`; they may hold expectations
        self.golden = stem.with_name(stem.name + ".err")
        self.output = stem.with_name(stem.name + ".out")
        self.beside = stem.with_name(stem.name + ".expect")

    def run(self, errspec, arguments=None):
        return subprocess.run([errspec, *(arguments or self.arguments)], cwd=self.folder, capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=SECONDS)

    def expected(self):
        """What the author expects: (file, line, column, code) in the order of the report."""
        found = []
        for file in self.files:
            found += [(file, *hit) for hit in EXPECTED.findall((self.folder / file).read_bytes())]
        if self.beside.exists():
            found += [(self.files[0], *hit) for hit in EXPECTED.findall(self.beside.read_bytes())]
        return [("" if line == b"" else file, line.decode(), column.decode(), code.decode())
                for file, line, column, code in found]


def shown(report):
    found = []
    for path, line, column, code in SHOWN.findall(report):
        place = path.decode() if line else ""
        found.append((place, line.decode(), column.decode(), code.decode()))
    return found


def command_of(path):
    """What is run on a spec: check, or what it says in a line `# run COMMAND...`."""
    said = COMMAND.search(path.read_bytes())
    return said.group(1).decode().split() if said else ["check"]


def spec_cases():
    folder = HERE / "spec"
    for path in sorted(folder.glob("*.yaml")):
        yield Case(path.stem, folder, [*command_of(path), path.name], [path.name], path.with_suffix(""))
    for path in sorted(folder.glob("*/catalogue.yaml")):
        first = path.relative_to(folder).as_posix()
        others = sorted(file.relative_to(folder).as_posix() for file in path.parent.rglob("*")
                        if file.suffix in (".yaml", ".mustache") and file.is_file() and not file.is_symlink())
        others.remove(first)
        yield Case(path.parent.name, folder, [*command_of(path), first], [first, *others], path.parent)


def template_cases():
    folder = HERE / "templates"
    for path in sorted(folder.glob("*.mustache")):
        data = path.with_suffix(".yaml").name
        yield Case(path.name, folder, ["render", "--data", data, path.name], [path.name],
                   path.with_suffix(""))


def audit_cases():
    """Folders audit/NAME with a spec.yaml, which says what is run on it, and the files that are audited."""
    folder = HERE / "audit"
    for spec in sorted(folder.glob("*/spec.yaml")):
        beside = spec.parent
        files = sorted(path.relative_to(beside).as_posix() for path in beside.rglob("*")
                       if path.is_file() and path.suffix != ".yaml")
        yield Case(f"audit {beside.name}", beside, [*command_of(spec), spec.name], files or [spec.name], beside)


def templates_of(words):
    at = words.index("--templates") if "--templates" in words else len(words)
    return words[at:at + 2]


def differences(golden, found):
    lines = [text.decode("utf-8", "backslashreplace").splitlines() for text in (golden, found)]
    return "\n".join(difflib.unified_diff(*lines, "golden", "found", lineterm=""))


def silenced(case, errspec, status):
    """What no report has room for is counted all the same."""
    result = case.run(errspec, [case.arguments[0], "--limit=diagnostics=0", *case.arguments[1:]])
    if result.returncode != status or shown(result.stderr):
        yield f"without room for reports it ends with {result.returncode} and says {result.stderr.decode(errors='replace')}"


def complaints_of(case, errspec):
    result = case.run(errspec)
    report = b"exit %d\n" % result.returncode + result.stderr
    complaints = []
    expected = case.expected()
    if case.golden.exists():
        if report != case.golden.read_bytes():
            complaints.append(differences(case.golden.read_bytes(), report))
        ends = (1, 2) if ERROR.search(result.stderr) else (0,)
        if result.returncode not in ends:
            complaints.append(f"a bad case ends with 1 or 2, one with warnings alone with 0, not with {result.returncode}")
        if expected != shown(result.stderr):
            complaints.append(f"expected {expected}\nfound    {shown(result.stderr)}")
        if not expected:
            complaints.append("the case does not say what it expects")
        complaints += silenced(case, errspec, result.returncode)
    else:
        if report != b"exit 0\n":
            complaints.append("errspec finds faults, and there is no golden:\n" +
                              result.stderr.decode("utf-8", "backslashreplace"))
        if expected:
            complaints.append(f"expected {expected}, and there is no golden")
    if case.output.exists() and result.stdout != case.output.read_bytes():
        complaints.append(differences(case.output.read_bytes(), result.stdout))
    if expected and {hit[3] for hit in expected} <= PATHS and case.arguments[0] == "generate":
        checked = shown(case.run(errspec, ["check", *templates_of(case.arguments), case.arguments[-1]]).stderr)
        if checked != expected:
            complaints.append(f"check finds {checked}")
    return complaints


def bless(case, errspec):
    result = case.run(errspec)
    if result.returncode == 0 and result.stderr == b"":
        case.golden.unlink(missing_ok=True)
    else:
        case.golden.write_bytes(b"exit %d\n" % result.returncode + result.stderr)
    if case.output.exists():
        case.output.write_bytes(result.stdout)


def unprovoked(cases, codes):
    """The codes of ES02xx and ES03xx that no golden shows."""
    wanted = {f"ES0{code}" for code in CODE.findall(codes.read_text(encoding="utf-8"))}
    goldens = [case.golden.read_bytes() for case in cases if case.golden.exists()]
    seen = {hit[3] for golden in goldens for hit in shown(golden)}
    return [f"no golden provokes {code}" for code in sorted(wanted - seen)]


def strays(cases):
    """Files that say what no case is asked for."""
    asked = {path for case in cases for path in (case.golden, case.output, case.beside)}
    there = [path for end in ("err", "out", "expect") for path in HERE.glob(f"*/*.{end}")]
    return [f"{path.relative_to(HERE)} belongs to no case" for path in there if path not in asked]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    parser.add_argument("--codes", type=pathlib.Path, default=HERE / "../../spec/errspec/diagnostics.yaml")
    parser.add_argument("--bless", action="store_true")
    options = parser.parse_args()
    errspec = str(pathlib.Path(options.errspec).resolve())
    cases = [*spec_cases(), *template_cases(), *audit_cases()]
    if options.bless:
        for case in cases:
            bless(case, errspec)
        return 0
    report = tap.Tap()
    for case in cases:
        report.case(case.name, complaints_of(case, errspec))
    report.case("every code of ES02xx and ES03xx is provoked", unprovoked(cases, options.codes))
    report.case("no golden is without its case", strays(cases))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
