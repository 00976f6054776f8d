#!/usr/bin/env python3
"""What commands make of words that are rare: each row of a table is a run over one small tree."""

import argparse
import os
import pathlib
import sys
import tempfile

import cli
import tap

FILES = {
    "spec/errspec.yaml": "catalogue: shop\nmodules: [store.yaml, cart.yaml, words.yaml]\nlanguage: en\nlanguages: [de, fr]\n"
                         "targets: {json: {}}\n",
    "spec/store.yaml": """\
module: store
type: int32
codes:
  FULL:
    code: 10
    message: No room.
    status: deprecated
    aliases: [NO_ROOM, CROWDED]
    links: [{title: Rooms, url: https://example.org/rooms}, {title: Doors, url: https://example.org/doors}]
  LOST: {code: -5, message: Gone., symbols: {c: STORE_GONE}}
  WIDE: {code: 7, message: Too wide.}
catch_all: {code: other, message: Something else.}
""",
    "spec/cart.yaml": "module: cart\ntype: uint64\ndisplay: ST-0000\ncodes:\n  FULL: {code: 0x1F, message: No more.}\n"
                      "catch_all: {code: other, message: Whatever.}\n",
    "spec/words.yaml": "module: words\ntype: string\ncodes:\n  NEVER: {code: not-now, message: Later.}\n",
    "spec/i18n/de/store.yaml": "translation: store\nlanguage: de\ncodes:\n  FULL: {message: Kein Platz.}\n",
    "one.yaml": "module: one\ncodes:\n  ONE: {code: 1, message: One.}\n",
    "page.md": "# Shop\n\n| Code | Name | Message |\n| --- | --- | --- |\n| 99 | NEW_ONE | New. |\n",
    "codes.h": "#define SHOP_A 1\n",
    "codes.proto": "enum Code {\n  OK = 0;\n  LOST = 1;\n}\n",
    "names.tsv": "99\tNEW_ONE\n", "bad-names.tsv": "no number\n",
    "words-of-ours.yaml": "vocabulary: ours\ncode: [Chiffre]\n", "bad-words.yaml": "colour: [red]\n",
    "t.mustache": "{{#a}}{{b}}{{/a}}{{>p}}", "p.mustache": "here\n", "parts/p.mustache": "there\n",
    "bad.mustache": "{{#a}}", "missing.mustache": "{{c}}",
    "data.json": '{"a": {"b": "x"}}', "data.yaml": "a: {b: x}\n", "bad.json": "{", "bad.yaml": "a: [\n", "two.yaml": "a: 1\n---\nb: 2\n",
    "held/taken.yaml": "mine\n", "many.csv": "code,name\n" + "".join(f"{i},N_{i}\n" for i in range(1, 500)),
    "long.md": "A line that says nothing of any code.\n" * 10000,
}

# Words, exit status, the diagnostic, and what is said of it or, without one, printed.
RUNS = [
    (["explain"], 2, None, "a code or a name"),
    (["explain", "full"], 0, None, "store 10 (0xA) FULL\n"),
    (["explain", "full"], 0, None, "cart ST-0031 (0x1F) FULL\n"),
    (["explain", "FULL"], 0, None, "Also called: NO_ROOM, CROWDED\n"),
    (["explain", "FULL"], 0, None, "Status: deprecated\n"),
    (["explain", "FULL"], 0, None, "Read on:\n  Rooms: https://example.org/rooms\n  Doors: https://example.org/doors\n"),
    (["explain", "other"], 0, None, "store other\n"),
    (["explain", "other"], 0, None, "\n\ncart other\n"),
    (["explain", "crowded"], 0, None, "store 10 "),
    (["explain", "no_room"], 0, None, "store 10 "),
    (["explain", "STORE_GONE"], 0, None, "store -5 (0xFFFFFFFB) LOST\n"),
    (["explain", "0xFFFFFFFB"], 0, None, "store -5 "),
    (["explain", "0x1FFFFFFFB"], 1, "ES0604", None),
    (["explain", "not-now"], 0, None, "words not-now NEVER\n"),
    (["explain", "ST-0032"], 1, "ES0604", "did you mean 'ST-0031'?"),
    (["explain", "gone"], 1, "ES0604", "did you mean 'STORE_GONE'?"),
    (["explain", "room"], 1, "ES0604", "did you mean 'NO_ROOM'?"),
    (["explain", "ONE", "one.yaml"], 0, None, "one 1 ONE\n"),
    (["explain", "ONE", "none.yaml"], 2, "ES0110", None),
    (["explain", "FULL", "--lang=de"], 0, None, "Message: Kein Platz.\n"),
    (["explain", "FULL", "--lang=en"], 0, None, "Message: No room.\n"),
    (["explain", "FULL", "--lang=xx"], 1, "ES0332", "the language 'xx'"),
    (["list", "--lang=fr"], 0, None, "No room."),
    (["--format=gcc", "check"], 2, "ES0102", "options stand behind the command"),
    (["check", "--limit=code=3"], 2, "ES0112", "words.yaml:4:17: error: 'NEVER' exceeds the limit 'code' of 3"),
    (["check", "--min-coverage=101"], 2, "ES0104", None),
    (["check", "--min-coverage=-1"], 2, "ES0104", None),
    (["check", "--min-coverage=x"], 2, "ES0104", None),
    (["check", "--min-coverage=18446744073709551615"], 2, "ES0104", None),
    (["check", "--min-coverage=0"], 0, None, ""),
    (["check", "--min-coverage=message=0", "--min-coverage=title=0"], 0, None, ""),
    (["check", "--min-coverage=messages=0"], 2, "ES0104", None),
    (["check", "--min-coverage=message="], 2, "ES0104", None),
    (["import", "--from=header", "codes.proto"], 1, "ES0715", "'OK' is left out"),
    (["import", "codes.h", "--module=only", "--spec=new.yaml"], 0, None, "codes.h: only: 1 code, 1 new\n"),
    (["import", "many.csv", "--spec=new/spec.yaml", "--limit=entries=400"], 2, "ES0112", "many.csv:402:1: error: "),
    (["import", "codes.h", "--module=taken", "--spec=held/spec.yaml"], 2, "ES0115", "'held/taken.yaml' already exists"),
    (["generate", "one.yaml"], 2, "ES0116", None),
    (["generate", "--limit=steps=100", "--out=made"], 2, "ES0112", "mustache' exceeds the limit 'steps' of 100"),
    (["check", "--templates=none"], 2, "ES0110", "No such file"),
    (["generate", "--templates=none"], 2, "ES0110", "No such file"),
    (["generate", "--templates=page.md"], 2, "ES0110", "Not a directory"),
    (["generate", "--templates=parts", "--check"], 1, None, None),
    (["generate", "--check", "--out=a b'c"], 1, None, "'--out=a b'\\''c'"),
    (["generate", "--output=json"], 2, "ES0104", None),
    (["generate", "--output==x"], 2, "ES0104", None),
    (["generate", "--output=json="], 2, "ES0104", None),
    (["generate", "--output=json.nothing=x"], 1, "ES0530", None),
    (["generate", "--target=json", "--depfile=none/../new.d", "--out=made"], 0, None, ""),
    (["dump", "--target=json", "--target=c"], 2, None, None),
    (["dump", "--target=json", "--var=x"], 2, "ES0104", None),
    (["import"], 2, None, None),
    (["import", "--cc=cc", "--spec=new/spec.yaml", "codes.h"], 2, "ES0102", "cc -E -dD FILE | errspec import --expanded=- FILE"),
    (["import", "--expanded=", "--spec=new/spec.yaml", "codes.h"], 2, "ES0103", None),
    (["import", "--expanded=none.i", "--spec=new/spec.yaml", "codes.h"], 2, "ES0110", None),
    (["import", "--expanded=codes.h", "--spec=new/spec.yaml", "codes.h"], 1, "ES0734", "has no line of 'codes.h'"),
    (["import", "--expanded=-", "--from=header", "--spec=new/spec.yaml", "-"], 2, "ES0122", None),
    (["import", "--expanded=codes.h", "--define=X", "--spec=new/spec.yaml", "codes.h"], 2, "ES0122", "--define"),
    (["import", "--expanded=codes.h", "--undefine=X", "--spec=new/spec.yaml", "codes.h"], 2, "ES0122", "--undefine"),
    (["import", "--define=1X", "--spec=new/spec.yaml", "codes.h"], 2, "ES0104", "'--define' takes NAME or NAME=VALUE"),
    (["import", "--define=F(x)=x", "--spec=new/spec.yaml", "codes.h"], 2, "ES0104", "without parameters"),
    (["import", "--define==1", "--spec=new/spec.yaml", "codes.h"], 2, "ES0104", None),
    (["import", "--define=_X$1=", "--undefine=_", "--spec=new/spec.yaml", "codes.h"], 0, None, None),
    (["import", "--undefine=X=1", "--spec=new/spec.yaml", "codes.h"], 2, "ES0104", "'--undefine' takes NAME, the name of a macro"),
    (["audit", "codes.h", "--define=A-B"], 2, "ES0104", "'--define' takes"),
    (["import", "--from=nothing", "page.md"], 2, "ES0104", None),
    (["import", "--module=9x", "page.md"], 2, "ES0104", None),
    (["import", "--spec=one.yaml", "page.md"], 2, "ES0104", "name the catalogue that lists the module"),
    (["import", "--spec=new/spec.yaml", "--lang=de", "page.md"], 2, "ES0114", None),
    (["import", "--names=none.tsv", "codes.h"], 2, "ES0110", None),
    (["import", "--names=bad-names.tsv", "--spec=new/spec.yaml", "page.md"], 1, None, None),
    (["import", "--vocabulary=none.yaml", "page.md"], 2, "ES0110", None),
    (["import", "--vocabulary=bad-words.yaml", "page.md"], 1, None, None),
    (["import", "--vocabulary=words-of-ours.yaml", "--spec=new/spec.yaml", "page.md"], 0, None, None),
    (["import", "--names=-", "--spec=new/spec.yaml", "page.md"], 0, None, None),
    (["audit"], 2, "ES0105", None),
    (["audit", "none.md"], 2, "ES0110", "No such file"),
    (["audit", "page.md", "--vocabulary=none.yaml"], 2, "ES0110", None),
    (["audit", "page.md", "--vocabulary=bad-words.yaml"], 1, None, None),
    (["audit", "page.md", "--vocabulary=words-of-ours.yaml"], 0, "ES0782", None),
    (["audit", "long.md", "--limit=input=200000"], 2, "ES0112", "'long.md' exceeds the limit 'input' of 200000"),
    (["audit", "page.md", "--format=nothing"], 2, "ES0104", None),
    (["audit", "page.md", "--module=nobody"], 2, None, "nobody"),
    (["audit", "page.md", "--module=store", "--module=cart"], 1, "ES0770", None),
    (["audit", "codes.h", "--module=store"], 1, "ES0771", None),
    (["audit", "."], 0, None, None),
    (["audit", "./parts/"], 0, None, ""),
    (["render"], 2, None, "a template"),
    (["render", "t.mustache"], 1, None, None),
    (["render", "t.mustache", "--lenient"], 0, None, "here\n"),
    (["render", "t.mustache", "--data=data.json"], 0, None, "xhere\n"),
    (["render", "t.mustache", "--data=data.yaml", "--partials=parts"], 0, None, "xthere\n"),
    (["render", "t.mustache", "--data=data.yaml", "--partials=parts/"], 0, None, "xthere\n"),
    (["render", "t.mustache", "--data=none.json"], 2, "ES0110", None),
    (["render", "t.mustache", "--data=bad.json"], 1, None, None),
    (["render", "t.mustache", "--data=bad.yaml"], 1, None, None),
    (["render", "t.mustache", "--data=two.yaml"], 1, None, None),
    (["render", "t.mustache", "--data=data.json", "--limit=input=3"], 2, "ES0112", None),
    (["render", "t.mustache", "--data=data.json", "--limit=output=3"], 2, "ES0112", None),
    (["render", "bad.mustache"], 1, None, None),
    (["render", "missing.mustache"], 1, None, None),
    (["render", "none.mustache"], 2, None, None),
    (["schema", "--format=nothing"], 2, "ES0104", None),
    (["list", "--format=nothing"], 2, "ES0104", None),
    (["check", "--color=nothing"], 2, "ES0104", None),
    (["list", "-fjsonl", "one.yaml"], 0, None, '"name": "ONE"'),
    (["list", "-f"], 2, "ES0103", "-f"),
    (["list", "-f", ""], 2, "ES0103", "-f"),
    (["list", "-hV"], 0, None, "usage: errspec list"),
    (["list", "-hx"], 2, "ES0102", "unknown option '-x'"),
    (["check", "--help=no"], 2, None, "--help"),
    (["help", "help"], 0, None, "usage: errspec"),
    (["help", "-x"], 0, None, "usage: errspec"),
    (["generate", "-t", "json,,csv", "--out=made"], 0, None, ""),
    (["generate", "-t", "c", "--limit=output=100", "--out=made"], 2, "ES0112", "names.mustache' exceeds the limit 'output' of 100"),
    (["explain", "ONE", "parts"], 1, "ES0604", "'ONE' is not in this spec"),
    (["import", "--from=header", "--spec=new/spec.yaml", "-"], 1, "ES0750", "<stdin>:1:1: error: "),
    (["check", "--format=sarif", "//dev/null"], 1, None, "file:///dev/null"),
    (["dump", "none.yaml"], 2, "ES0110", None),
    (["@quoted"], 0, None, "one 1 ONE\n"),
    (["@none"], 2, "ES0110", None),
    (["-"], 2, None, None),
]


def begin(folder):
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    (folder / "quoted").write_text("explain 'ON'\"E\" \"one\\.yaml\"\n".replace("\\.", "."))


def check(errspec, words, status, code, text):
    with tempfile.TemporaryDirectory() as folder:
        begin(pathlib.Path(folder))
        bench = cli.Bench(errspec, folder)
        before = {path: path.read_bytes() for path in pathlib.Path(folder).rglob("*") if path.is_file()}
        result = bench.run(*words)
        after = {path: path.read_bytes() for path in pathlib.Path(folder).rglob("*") if path.is_file()}
    said = (result.stdout + result.stderr).decode()
    complaints = [f"status {result.returncode}, not {status}"] * (result.returncode != status)
    complaints += [f"no {code}"] * (code is not None and f"[{code}]" not in said)
    complaints += [f"no {text!r}"] * (text is not None and text not in said)
    complaints += ["it failed and changed files"] * (status != 0 and before != after)
    return complaints + ([said] if complaints else [])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errspec", required=True)
    errspec = os.path.abspath(parser.parse_args().errspec)
    report = tap.Tap()
    for words, status, code, text in RUNS:
        report.run(f"{' '.join(words)}: {status} {text or code or ''}".rstrip().replace("\n", " ").replace("#", "number "),
                   lambda row=(words, status, code, text): check(errspec, *row))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
