#!/usr/bin/env python3
"""Imports of nothing are refused, and what an import writes is accepted: small inputs of each kind, whole and cut."""

import argparse
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

import tap

SECONDS = 60
TRIES = 60  # cut or changed inputs of a kind
SEED = 7

MARKDOWN = "# Storage\n\nAbout it.\n\n## 41001 Disk Full\n\n**Error Message**\n\nNo space.\n\n**Solution**\n\n1. Free some.\n\n## -7 Gone\n\nx\n"
TABLE = "# List\n\n| Code | Message | Description |\n| --- | --- | --- |\n| 0x10 | No `space` | It is full. |\n| 17 | Gone | a<br>b |\n"
HEADER = "/** Storage. */\n#define STORE_FULL 41001 /* no space */\n#define STORE_GONE (-7)\nenum store {\n\tSTORE_A = 1, /**< one */\n\tSTORE_B,\n};\n"

# Kinds of files: a name, and a sound text.
KINDS = {
    "sections.md": MARKDOWN,
    "table.md": TABLE,
    "codes.h": HEADER,
    "codes.hpp": "enum class Store : int { Full = 3, Gone };\n",
    "codes.csv": "code,name,message\n1,FULL,\"no, space\"\n2,GONE,gone\n",
    "codes.tsv": "code\tname\tmessage\n1\tFULL\tno space\n2\tGONE\tgone\n",
    "codes.json": '{"title": "Storage", "codes": {"FULL": {"code": 1, "message": "no space"}, "GONE": {"code": 2}}}\n',
    "rows.json": '[{"code": 1, "name": "FULL", "message": "no space"}, {"code": "E2", "name": "GONE"}]\n',
    "codes.yaml": "title: Storage\ncodes:\n  FULL: {code: 1, message: no space}\n  GONE: {code: 2, message: gone}\n",
    "plain.yaml": "1: no space\n2: gone\n",
    "codes.et": "error_table store\nec STORE_FULL, \"no space\"\nec STORE_GONE, \"gone\"\nend\n",
    "errcodes.txt": "# codes\nSection: Class 00 - Success\n00000    S    ERRCODE_OK    ok\n\nSection: Class 01\n01000    W    ERRCODE_W    warning\n",
}

# Other names of such files: each is read alike by an import, by an audit of the file, and, unless it is YAML, as specs are, by one of its folder.
ALIKE = {
    "a.H": ("codes.h", "header"), "a.h++": ("codes.hpp", "header"), "a.Hpp": ("codes.hpp", "header"), "a.hxx": ("codes.hpp", "header"),
    "a.MD": ("sections.md", "document"), "a.mdown": ("table.md", "document"), "a.mkd": ("table.md", "document"),
    "a.CSV": ("codes.csv", "list"), "a.tab": ("codes.tsv", "list"), "a.Tsv": ("codes.tsv", "list"), "a.JSON": ("codes.json", "list"),
    "a.ET": ("codes.et", "list"), "errcodes.txt": ("errcodes.txt", "list"), "a.yml": ("codes.yaml", "list"), "a.YAML": ("codes.yaml", "list"),
}

NOTHING = ["", " ", "\n", "\n \n\t\n", "\ufeff", "\ufeff\n", "\r\n\r\n", "# only a comment\n", "---\n", "--- # nothing\n...\n", "/* only a comment */\n",
           "// only a comment\n", "<!-- only a comment -->\n", "{}", "[]", "null\n", "~\n", "\"\"\n", "codes:\n", "{\"codes\": {}}", "codes: {}\n",
           "code,name\n", "code\tname\n", "| Code | Message |\n| --- | --- |\n", "# Title\n", "error_table x\nend\n", "Section: Nothing\n", "#ifndef A\n#define A\n#endif\n",
           "enum e { };\n", ",,,\n", "\t\t\n", ";"]


# Codes that are texts, though YAML or errspec reads some of them as something else where no quotes stand around them.
TEXTS = ["<", "base+2", "base+0x20", "base+", "base+99999999999999999999", "true", "NO", "null", "~", "007", "0o7", "0x", "1e3", "1.5", ".5", "1_000",
         "+1", "12:30", "2024-01-02", "---", "...", "- a", "? a", "a: b", "a #b", "&a", "*a", "!a", "%a", "@a", "`a", "{a}", "[a]", "=", "<<", "18446744073709551616"]

# Texts whose last block of code does not end, or seems not to.
BLOCKS = ["```", "```\nx", "```\nx\n\n", "~~~~ c\nx\n~~~\n", "   ````c\n```\nx\n", "a\n```\n\n\nx\n", "- a\n  ```\n  x\n", "> ```\n> x\n", "```\nx\n```\n\n~~~\ny\n",
          "```\nx\n ``` \n", "    ```\n    x\n", "a ``` b\n", "```\n~~~\n", "```\nx\r\n", "```\n- ```\n"]


class Imports:
    def __init__(self, errspec, folder):
        self.errspec = errspec
        self.folder = pathlib.Path(folder)

    def run(self, *words):
        return subprocess.run([self.errspec, *words], cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False)

    def take(self, name, content, *words):
        """Imports a file into a new spec; the result, and what the folder holds then."""
        shutil.rmtree(self.folder / "spec", ignore_errors=True)
        (self.folder / name).write_bytes(content)
        result = self.run("import", *words, name)
        made = sorted(str(path.relative_to(self.folder)) for path in (self.folder / "spec").rglob("*"))
        (self.folder / name).unlink()
        return result, made

    def judge(self, name, content, *words):
        """Complaints: an import is accepted by check, or says why not and has written nothing."""
        result, made = self.take(name, content, *words)
        if result.returncode == 0:
            checked = self.run("check")
            return [] if checked.returncode == 0 else [f"{name} {content!r}: check says {checked.stderr.decode()}"]
        if result.returncode not in (1, 2) or b"error: " not in result.stderr:
            return [f"{name} {content!r}: status {result.returncode}, {result.stderr!r}"]
        return [f"{name} {content!r}: made {made}"] if made else []


def nothing_is_refused(imports, name):
    complaints = []
    for text in NOTHING:
        result, made = imports.take(name, text.encode("utf-8"))
        if result.returncode != 1 or made or b"error: " not in result.stderr or b"help: " not in result.stderr:
            complaints.append(f"{text!r}: status {result.returncode}, made {made}, {result.stderr!r}")
    return complaints


def nothing_beside_something_is_refused(imports):
    """One file of nothing among others: nothing is written."""
    complaints = []
    (imports.folder / "good.md").write_text(MARKDOWN, encoding="utf-8")
    for name in KINDS:
        result, made = imports.take(name, b"", "good.md")
        if result.returncode != 1 or made:
            complaints.append(f"{name}: status {result.returncode}, made {made}")
    return complaints


def texts_stay_texts(imports):
    complaints = []
    for text in TEXTS:
        result, _ = imports.take("codes.json", json.dumps([{"code": text, "name": "ODD"}, {"code": "E2", "name": "EVEN"}]).encode())
        listed = imports.run("list", "--format=jsonl").stdout.decode().splitlines()
        codes = [json.loads(line)["code"] for line in listed]
        if result.returncode != 0 or codes != [text, "E2"]:
            complaints.append(f"{text!r}: status {result.returncode}, {codes}, {result.stderr.decode()}")
    return complaints


def open_blocks_are_ended(imports):
    complaints = []
    for block in BLOCKS:
        for head in ("# Storage\n\n## 1 Gone\n\n**Description**\n\n", "# Storage\n\n## 1 Gone\n\n**Solution**\n\n1. Free some.\n2. Or:\n\n"):
            for words in [[], ["--pin"]]:
                name = "blocks.md"
                result, _ = imports.take(name, (head + block).encode(), *words)
                if result.returncode != 0 or imports.run("check").returncode != 0:
                    complaints.append(f"{head + block!r} {words}: status {result.returncode}, {result.stderr.decode()}")
    return complaints


def long_names_are_no_keys(imports):
    """A name that YAML has no key for: it is made shorter or left out, and never the spec's fault."""
    name = "N" * 1100
    files = {
        "codes.h": f"enum e {{ {name} = 1, /* one */ B = 2 /* cannot open {{{name}}} */ }};\n#define {name}_M 3 /* three */\n",
        "codes.csv": f"code,name,message\n1,{name},one\n2,B,cannot open {{{name}}}\n",
        "codes.json": json.dumps({"codes": {name: {"code": 1, "message": "one"}, "B": {"code": 2, "message": f"cannot open {{{name}}}"}}}),
        "table.md": f"# List\n\n| Code | Name | Message |\n| --- | --- | --- |\n| 1 | {name} | one |\n| 2 | B | cannot open {{{name}}} |\n",
        "codes.et": f"error_table st\nec {name}, \"cannot open {{{name}}}\"\nend\n",
        "errcodes.txt": f"Section: Class 00 - Success\n00000    S    {name}    {name.lower()}\n",
    }
    complaints = []
    for file, text in files.items():
        complaints += imports.judge(file, text.encode())
        result, made = imports.take(file, text.encode())
        if not made:
            complaints.append(f"{file}: {result.stderr.decode()[:1000]}")
    return complaints


def names_are_read_alike(imports):
    complaints = []
    walked = imports.folder / "walked"
    for name, (like, kind) in ALIKE.items():
        content = KINDS[like].encode("utf-8")
        result, _ = imports.take(name, content, "--module=alike")
        codes = len(imports.run("list", "--format=jsonl").stdout.splitlines())
        walked.mkdir()
        (walked / name).write_bytes(content)
        met = [] if name.lower().endswith(("yml", "yaml")) else [(kind, codes)]
        for path, expected in ((f"walked/{name}", [(kind, codes)]), ("walked", met)):
            told = imports.run("audit", "--summary", "--format=json", path).stdout
            seen = [(row["kind"], row["shown"]) for row in json.loads(told)["files"]] if result.returncode == 0 else []
            if result.returncode != 0 or codes == 0 or seen != expected:
                complaints.append(f"{name}: status {result.returncode}, {codes} codes, audit {path} shows {seen}: {result.stderr.decode()}")
        shutil.rmtree(walked)
    return complaints


def changed(dice, text):
    """The text with a piece cut out, doubled, or replaced by something that may mean much."""
    start = dice.randrange(len(text) + 1)
    end = min(len(text), start + dice.choice([1, 1, 2, 5, 20, 1000]))
    piece = dice.choice(["", "", text[start:end] * 2, "0", "\"", "'", "\\", "\n", "\t", "[", "{", ":", "#", "é", "<b>", "*", "null", "::error::", "-", "99999999999"])
    return text[:start] + piece + text[end:]


def what_is_written_is_accepted(imports, name):
    dice = random.Random(f"{SEED} {name}")
    text = KINDS[name]
    result, _ = imports.take(name, text.encode("utf-8"))
    complaints = [] if result.returncode == 0 else [f"the sound text is refused: {result.stderr!r}"]
    for number in range(TRIES):
        other = changed(dice, text)
        if dice.random() < 0.3:
            other = changed(dice, other)
        words = ["--pin"] if name.endswith(".md") and number % 3 == 0 else []
        complaints += imports.judge(name, other.encode("utf-8"), *words)
    return complaints[:10]


def generated_headers_come_back(imports):
    """Each header that errspec makes of its own spec gives the codes again, with their titles and messages, and nothing else."""
    top = pathlib.Path(__file__).resolve().parent.parent
    said = subprocess.run([imports.errspec, "dump", top / "spec/errspec.yaml"], capture_output=True, text=True, check=True)
    complaints = []
    for module in json.loads(said.stdout)["modules"]:
        header = top / "out/c" / f"{module['module'].replace('-', '_')}.h"
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([imports.errspec, "import", header], cwd=folder, capture_output=True, text=True, check=True)
            back = json.loads(subprocess.run([imports.errspec, "dump", "spec/errspec.yaml"], cwd=folder, capture_output=True, text=True, check=True).stdout)
        wanted, found = ({code["code"]: (code["message"], code.get("title")) for each in modules for code in each["codes"].values()}
                         for modules in ([module], back["modules"]))
        wanted = {code: (message, title if title != message else None) for code, (message, title) in wanted.items()}
        complaints += [f"{module['module']}: {code}: wanted {wanted.get(code)}, got {found.get(code)}"
                       for code in {**wanted, **found} if wanted.get(code) != found.get(code)]
    return complaints


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errspec", required=True)
    options = parser.parse_args()
    report = tap.Tap()
    with tempfile.TemporaryDirectory() as folder:
        imports = Imports(os.path.abspath(options.errspec), folder)
        for name in KINDS:
            report.run(f"nothing in a file like {name} is refused", lambda name=name: nothing_is_refused(imports, name))
            report.run(f"what comes of a file like {name} is accepted", lambda name=name: what_is_written_is_accepted(imports, name))
        report.run("names of files are read alike by imports and audits", lambda: names_are_read_alike(imports))
        report.run("names that are too long for a key are none", lambda: long_names_are_no_keys(imports))
        report.run("nothing beside something is refused", lambda: nothing_beside_something_is_refused(imports))
        report.run("blocks of code that are left open are ended", lambda: open_blocks_are_ended(imports))
        report.run("generated headers come back", lambda: generated_headers_come_back(imports))
        report.run("texts that look like something else stay texts", lambda: texts_stay_texts(imports))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
