#!/usr/bin/env python3
"""Audits whole trees: what errspec generates, its own programs, the seeds, and editions of real documents.

The seeds and the documents are looked for beside the repository; what is not there is skipped. For pairs of editions there is
a table of what another parser found to differ: the older one is imported, and the newer one held against it.
"""

import argparse
import csv
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import tap

TOP = pathlib.Path(__file__).resolve().parent.parent
CASES = TOP / "tests" / "golden" / "audit"
SEEDS = TOP.parent / "shared" / "seeds"
CORPUS = TOP.parent / "shared" / "corpus"
SECONDS = 300  # a hang, however busy the machine is

# Rows of a seed that have a cell too many: file, line and code.
SEED_FINDINGS = {("tencent-ci.md", 29, "ES0707"), ("tencent-ci.md", 58, "ES0707")}

# Where errspec reads what the other parser lost: in a fence that is not closed, and in a heading that is glued to a text.
BETTER = {
    "docs/cangjie/en/AbilityKit/cj-errorcode-ability.md": {"18500001"},
    "docs/cangjie/en/ImageKit/cj-errorcode-image.md":
        {"7700101", "7700102", "7700103", "7700201", "7700203", "7700301", "7700302", "7800201", "7800301", "62980122"},
}

SUMMARY = """\
file               kind       spec  shown  not in spec  not in file  conflicts  drift  labels  retired  damage
clean/page.md      document      4      4            0            0          0      0       0        0       0
header/storage.h   header        4      4            1            1          2      1       0        1       0
programs/made.go   source        0      1            1            0          0      0       0        0       0
programs/store.c   source        0      3            2            0          0      0       0        2       0
programs/store.py  source        0      1            1            0          0      0       0        1       0
texts/page.md      document      4      5            1            0          1      3       0        1       0
total                           12     18            6            1          3      4       0        5       0
1 of 7 files with nothing to report are not listed
"""


class Audit:
    def __init__(self, errspec, scratch):
        self.errspec = errspec
        self.scratch = scratch

    def run(self, *words, folder=TOP):
        return subprocess.run([self.errspec, *map(str, words)], cwd=folder, capture_output=True, text=True,
                              encoding="utf-8", stdin=subprocess.DEVNULL, timeout=SECONDS)

    def findings(self, *words, folder=TOP):
        done = self.run("audit", "--format=json", "--limit=diagnostics=10000", *words, folder=folder)
        return done.returncode, json.loads(done.stdout)["diagnostics"]

    def clean(self, *words):
        """Complaints about a tree that has to be clean, but for damage that documents came with."""
        _, found = self.findings(*words)
        return [f"{one['file']}:{one['line']}: {one['message']} [{one['code']}]" for one in found
                if one["level"] == "error" and not re.match("ES07[012]", one["code"])]

    def seeds(self):
        status, found = self.findings(*sorted(SEEDS.glob("*.md")))
        seen = {(pathlib.Path(one["file"]).name, one["line"], one["code"]) for one in found}
        return [] if (status, seen) == (1, SEED_FINDINGS) else [f"exit {status}: {sorted(seen)}"]

    def tree(self):
        """A folder of the files of several goldens, with a spec."""
        tree = self.scratch / "tree"
        for name in ("clean/page.md", "header/storage.h", "texts/page.md"):
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(CASES / name, tree / name)
        shutil.copytree(CASES / "programs" / "src", tree / "programs")
        (tree / "programs" / "empty.c").write_text("int nothing;\n")
        shutil.copy(CASES / "clean" / "spec.yaml", tree / "spec.yaml")
        return tree

    def summary(self, tree):
        done = self.run("audit", "--summary", "--spec=spec.yaml", ".", folder=tree)
        complaints = [] if done.returncode == 1 else [f"exit {done.returncode}"]
        complaints += [done.stderr] if done.stderr else []
        return complaints + ([] if done.stdout == SUMMARY else [done.stdout])

    def summary_in_json(self, tree):
        done = self.run("audit", "--summary", "--format=json", "--spec=spec.yaml", ".", folder=tree)
        told = json.loads(done.stdout)
        rows = [line.split() for line in SUMMARY.splitlines()[1:-1]]
        kinds = [[row["path"], row["kind"], *map(str, list(row.values())[2:])] for row in told["files"]]
        total = ["total", *map(str, told["total"].values())]
        return [] if [*kinds, total] == rows and told["read"] == 7 else [done.stdout]

    def formats(self, tree):
        """Every format of check says how many there are, and ends as it should."""
        _, found = self.findings("--spec=spec.yaml", ".", folder=tree)
        marks = {"gcc": r"^\S+: (?:error|warning): ", "github": r"^::(?:error|warning) ", "junit": r"<failure ",
                 "sarif": r'"ruleId":'}
        complaints = []
        for name, mark in marks.items():
            done = self.run("audit", f"--format={name}", "--spec=spec.yaml", ".", folder=tree)
            count = len(re.findall(mark, done.stdout, re.M))
            if count < sum(one["level"] == "error" for one in found) or done.returncode != 1 or done.stderr:
                complaints.append(f"{name}: {count} of {len(found)}, exit {done.returncode}: {done.stderr}")
        return complaints

    def unable(self, tree):
        """What cannot be read ends with 2, and the rest is audited all the same."""
        complaints = []
        for words, code in [(["missing.md"], "ES0110"), (["--format=xml", "."], "ES0104"), ([], "ES0105"),
                            (["--limit=input=10", "header"], "ES0112"), (["--summary", "--format=gcc", "."], "ES0104"),
                            (["--spec=missing.yaml", "."], "ES0110")]:
            done = self.run("audit", *(words if words[:1] == ["--spec=missing.yaml"] else ["--spec=spec.yaml", *words]),
                            folder=tree)
            if done.returncode != 2 or code not in done.stderr:
                complaints.append(f"{words}: exit {done.returncode}: {done.stderr}")
        done = self.run("audit", "--spec=spec.yaml", "missing.md", "header/storage.h", folder=tree)
        if "ES0772" not in done.stderr:
            complaints.append(f"the second file was not audited: {done.stderr}")
        return complaints

    def hostile(self):
        """Bytes of any kind are read to their end."""
        tree = self.scratch / "hostile"
        tree.mkdir()
        names = [f"hostile.{end}" for end in ("c", "md", "h", "csv", "json", "py", "et", "hs")]
        pieces = [b"\xff\xfe\xed\xa0\x80", b"/*" * 3000, b"'\"\\" * 3000, b"41001" * 3000, b"| 41001 |\n" * 3000,
                  b"STG_ERR_" * 3000, b"## 41001 " * 3000, b"#define A (A\n" * 500, b"\\"]
        for name in names:
            (tree / name).write_bytes(b"\n".join(pieces))
        done = self.run("audit", f"--spec={CASES / 'clean' / 'spec.yaml'}", *names, folder=tree)
        return [] if done.returncode in (0, 1) else [f"exit {done.returncode}: {done.stderr[-500:]}"]

    def pair(self, row):
        """What differs between two editions, held against the table."""
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.scratch))
        spec = folder / "spec" / "errspec.yaml"
        done = self.run("import", "--module=m", f"--spec={spec}", CORPUS / row["A"], folder=folder)
        if done.returncode != 0:
            return [done.stderr]
        _, found = self.findings(f"--spec={spec}", "--module=m", CORPUS / row["B"])
        numbers = {name: str(code["code"]) for name, code in self.codes(spec).items()}
        gone, new, changed = set(), set(), set()
        for one in found:
            words = re.findall(r"'(.+?)'", one["message"])
            if one["code"] == "ES0771":
                gone.add(one["message"].split()[0])
            elif one["code"] == "ES0770":
                new.add(words[0].split()[0])
            elif one["code"] == "ES0774" or (one["code"] == "ES0775" and one["message"].startswith("the message")):
                changed.add(numbers[words[0]])
        better = BETTER.get(row["B"], set())
        wanted = [set(row[key].split()) - better for key in ("codes_only_in_A", "codes_only_in_B", "message_differs")]
        got = [gone - better, new - better, changed - better]
        return [] if got == wanted else [f"expected {wanted}", f"found    {got}"]

    def codes(self, spec):
        dump = json.loads(self.run("dump", spec).stdout)
        return {name: code for module in dump["modules"] for name, code in module["codes"].items()}


def pairs(report, audit):
    table = CORPUS / "drift_pairs.tsv"
    if not table.exists():
        report.skip("editions of documents", "they are not beside the repository")
        return
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["kind"] == "old-new" and all((CORPUS / row[side]).exists() for side in "AB"):
                report.case(row["B"], audit.pair(row))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    options = parser.parse_args()
    report = tap.Tap()
    with tempfile.TemporaryDirectory() as scratch:
        audit = Audit(str(pathlib.Path(options.errspec).resolve()), pathlib.Path(scratch))
        tree = audit.tree()
        report.case("what is generated agrees with the spec", audit.clean("out"))
        report.case("errspec itself names codes that it has", audit.clean("generator", "templates", "spec"))
        report.case("a summary is a table", audit.summary(tree))
        report.case("a summary is JSON", audit.summary_in_json(tree))
        report.case("all formats say the same", audit.formats(tree))
        report.case("what cannot be read is told", audit.unable(tree))
        report.case("any bytes are read", audit.hostile())
        if SEEDS.is_dir():
            report.case("the seeds differ from the spec in nothing but two rows", audit.seeds())
        else:
            report.skip("the seeds", "they are not beside the repository")
        pairs(report, audit)
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
