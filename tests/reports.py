#!/usr/bin/env python3
"""Reports do not obey, and stay valid: hostile texts and names of files in every place that errspec shows, in every format."""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree

import logs
import tap

SECONDS = 60
FORMATS = ["human", "gcc", "json", "github", "sarif", "junit"]

# Texts as strangers would write them into a spec.
COMMANDS = [
    "::error::x", "::error file=a,line=1::x", "x ::error::y", "  ::warning::x", "\u00a0::add-mask::x", "\u3000::debug::x",
    "::set-output name=a::b", "::stop-commands::token", "::endgroup::", "::GROUP::x", ":::error::x", "::error", "::", "a::b::c::d",
    ":\u00ad:error:\u200b:x", "::add-matcher::../m.json", "'::error::'", "\"::error::\"", "{::error::}", "::error%0A::x",
    "##[group]x", "x##[error]y", "##[add-mask]x", "###[x]", "##[", "#\u00ad#[error]x", "##\u200d[error]x", "##[command]rm",
    "##vso[task.setvariable variable=a]b", "x ##vso[task.complete result=Failed;]y", "##VSO[x.y]z", "#\u00ad#v\u2060so[a.b]c",
    "##teamcity[message text='x']", "x ##teamcity[buildProblem description='y']z", "##TeamCity[x 'y']", "#\u200b#teamcity\ufe0f[x 'y']",
    "section_start:1560896352:a[collapsed=true]", "x section_end:1560896352:a", "section_start:1:a\r\x1b[0Kb", "\x1b[0Ksection_start:1:a",
    "travis_fold:start:a", "travis_time:start:a", "--- x", "+++ x", "~~~ x", "^^^ +++", "--- x\n+++ y",
    "\x1b]1338;url=x:alt=y\x07", "\x1b]0;title\x07", "\x1b_bk;t=1\x07", "\x1b[8mha:AAAA\x1b[0m", "\x1b[2J\x1b[31mred", "\x9b31m", "\x90q\x9c",
    "a\rb", "a\r\n::error::b", "a\n::error::b", "a\n  ##vso[x.y]z", "a\u2028::error::b", "a\u0085::error::b", "a\x0b::error::b",
    "\u202edesrever", "\u2066::error::\u2069", "\ufeff::error::x", "\u200e##[group]x", "\ufffe", "\x00::error::x", "\x7f\x08\x08",
    "%0A::error::x", "%25", "<b>&amp;]]></b>", "'\"\\`$(x)", "\\u{3A}", "\t::error::x",
]

# Names of files beside the texts above that can be names.
NAMES = [b"d\xff.h", b"\xc3\x28", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\xaf", b"\xff::error::\xfe", b"a\x80##\x80[group]x",
         b"sp ace", b"qu'ote", b"dou\"ble", b"back\\slash", b"per%41cent", b"a&b<c>d", b"-dash", b"--- x", b"+++ x", b"~~~ x",
         b"new\nline", b"tab\tbed", b"c:colon", b"http:x", b"a?b#c", b"a,b=c", b"::error file=a,line=1", b" lead", b"tail ",
         b"caf\xc3\xa9", b"\xe9\x94\x99", b"\xf0\x9f\x92\xa5", b"e\xcc\x81", b"section_start", b"travis_fold"]


def names():
    """Names of files, each of less than 200 bytes and none with a slash."""
    texts = [text.encode("utf-8", "surrogatepass") for text in COMMANDS]
    unique = dict.fromkeys(name for name in texts + NAMES if b"/" not in name and b"\0" not in name and name not in (b".", b".."))
    return list(unique)


def run(errspec, *words, folder):
    return subprocess.run([errspec, *words], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False)


# --- whether a report is what it says it is

def visible_name(name):
    return name.decode("utf-8", "replace")


def complaints_on_json(output, name):
    report = json.loads(output)
    files = {entry["file"] for entry in report["diagnostics"]} | {
        note["file"] for entry in report["diagnostics"] for note in entry["notes"]}
    try:
        text = name.decode("utf-8") if name else None
    except UnicodeDecodeError:
        text = None
    plain = text is not None and not logs.UNSEEN.search(text) and "\n" not in text and "\t" not in text
    return [f"{text!r} is not among {files}"] if plain and text not in {pathlib.PurePath(file or "").name for file in files} else []


def complaints_on_sarif(output, name):
    complaints, found = [], set()
    for result in json.loads(output)["runs"][0]["results"]:
        for location in result.get("locations", []):
            uri = location["physicalLocation"]["artifactLocation"]["uri"]
            parts = urllib.parse.urlsplit(uri)
            if parts.scheme or parts.netloc or parts.query or parts.fragment or not uri.isascii() or " " in uri:
                complaints.append(f"no relative reference: {uri!r}")
            found.add(urllib.parse.unquote_to_bytes(uri).split(b"/")[-1])
    return complaints + ([f"{name!r} is not among {found}"] if name and name not in found else [])


def complaints_on_junit(output, _):
    root = xml.etree.ElementTree.fromstring(output)
    suite = root.find("testsuite")
    if suite is None or int(suite.get("tests")) != len(suite.findall("testcase")):
        return ["the number of tests is another one"]
    return []


VALID = {"json": complaints_on_json, "sarif": complaints_on_sarif, "junit": complaints_on_junit}


def complaints_on(result, form, name=None, statuses=(0, 1)):
    complaints = [f"status {result.returncode}: {result.stderr!r}"] if result.returncode not in statuses else []
    complaints += logs.obeyed(result.stdout, form == "github") + logs.obeyed(result.stderr)
    if form in VALID and not complaints:
        try:
            complaints += VALID[form](result.stdout, name)
        except (ValueError, xml.etree.ElementTree.ParseError, KeyError, TypeError) as error:
            complaints.append(f"no {form}: {error!r} in {result.stdout!r}")
    return complaints


# --- texts in a spec

def quoted(text):
    """The text in double quotes of YAML, its characters as escapes; so it comes through the reader."""
    escapes = {"\"": "\\\"", "\\": "\\\\"}
    return '"' + "".join(escapes.get(c, c if c >= " " and not logs.UNSEEN.match(c) else f"\\u{ord(c):04x}") for c in text) + '"'


CODES = "codes: {A: {code: 1, title: A}}\n"
C = "catalogue: c\nmodules: [m.yaml]\n"

# Files of a folder; in them TEXT is the quoted text, RAW its bytes. The first is checked.
SPECS = {
    "an unknown key": {"s.yaml": "module: m\nTEXT: 1\n" + CODES},
    "an unknown key, in an excerpt with tabs": {"s.yaml": "module: m\ncodes: {A: {code: 1, title: A, \tTEXT:\t1, b: 2}}\n"},
    "a bad value": {"s.yaml": "module: m\ntype: TEXT\n" + CODES},
    "a value that is no number": {"s.yaml": "module: m\ncodes: {A: {code: TEXT, title: A}}\n"},
    "the name of a module": {"s.yaml": "module: TEXT\n" + CODES},
    "the name of a code, twice": {"s.yaml": "module: m\ncodes:\n  TEXT: {code: 1, title: A}\n  TEXT: {code: 2, title: A}\n"},
    "a code of text, twice": {"s.yaml": "module: m\ntype: string\ncodes:\n  A: {code: TEXT, title: A}\n  B: {code: TEXT, title: B}\n"},
    "an alias": {"s.yaml": "module: m\ncodes: {A: {code: 1, title: A, aliases: [TEXT]}}\n"},
    "a replacement": {"s.yaml": "module: m\ncodes: {A: {code: 1, title: A, status: deprecated, replaced_by: TEXT}}\n"},
    "an address": {"s.yaml": "module: m\ncodes: {A: {code: 1, title: A, links: [{title: TEXT, url: TEXT}]}}\n"},
    "a link": {"s.yaml": "module: m\ncodes: {A: {code: 1, title: \"[x](javascript:TEXT\", description: TEXT}}\n".replace(
        "\"[x](javascript:TEXT\"", "LINK")},
    "a placeholder": {"s.yaml": "module: m\ncodes: {A: {code: 1, title: TEXT, message: TEXT, params: {TEXT: string}}}\n"},
    "bytes in a comment": {"s.yaml": b"module: m\n# RAW\ncodes: 1\n"},
    "bytes where no value is": {"s.yaml": b"module: m\ncodes: {A: [RAW\n"},
    "bytes as a value": {"s.yaml": b"module: RAW\nb: [\n"},
    "the path of a module": {"c.yaml": "catalogue: c\nmodules: [TEXT]\n"},
    "a target": {"c.yaml": C + "targets: {TEXT: {}}\n", "m.yaml": "module: m\n" + CODES},
    "a var": {"c.yaml": C + "targets: {java: {vars: {TEXT: TEXT, package: TEXT}}}\n", "m.yaml": "module: m\n" + CODES},
    "a document": {"c.yaml": C + "documents: {TEXT: {layout: TEXT, path: TEXT, parts: [{module: TEXT}]}}\n",
                   "m.yaml": "module: m\n" + CODES},
    "a template": {"c.yaml": C + "documents: {d: {layout: pinned, template: t.mustache, path: d.md, parts: [{module: m}]}}\n",
                   "m.yaml": "module: m\n" + CODES, "t.mustache": b"{{RAW}} {{#x}}RAW\n{{>RAW}}\n"},
    "a language": {"c.yaml": C + "languages: [TEXT, de]\n", "m.yaml": "module: m\n" + CODES},
}


def filled(content, text):
    raw = text.encode("utf-8", "surrogatepass")
    link = quoted("[x](javascript:" + text + ")")
    if isinstance(content, bytes):
        return content.replace(b"RAW", raw)
    return content.replace("LINK", link).replace("TEXT", quoted(text)).encode("utf-8")


def write(folder, files, text):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path, content in files.items():
        (folder / path).write_bytes(filled(content, text))
    return next(iter(files))


def texts_in_specs(errspec, scratch, place):
    complaints = []
    folder = scratch / "spec"
    for text in COMMANDS:
        spec = write(folder, SPECS[place], text)
        for form in FORMATS:
            result = run(errspec, "check", f"--format={form}", spec, folder=folder)
            complaints += [f"{text!r}, {form}: {complaint}" for complaint in complaints_on(result, form, statuses=(0, 1, 2))]
    return complaints[:20]


# --- texts that are shown where nothing is wrong

SOUND = "module: m\ntitle: TEXT\nintro: TEXT\ncodes:\n  A: {code: 1, title: TEXT, message: TEXT, description: TEXT, causes: TEXT, actions: [TEXT, TEXT]}\n"
PLAIN = {"table": ["list"], "list": ["list", "--format=json"], "lines": ["list", "--format=jsonl"], "dump": ["dump"], "explain": ["explain", "A"],
         "translate": ["translate", "de"]}


def texts_of_sound_specs(errspec, scratch):
    complaints, sound = [], 0
    folder = scratch / "sound"
    for text in COMMANDS:
        write(folder, {"c.yaml": "catalogue: c\nmodules: [m.yaml]\nlanguages: [de]\n", "m.yaml": SOUND}, text)
        for name, (command, *rest) in PLAIN.items():
            result = run(errspec, command, *rest, "c.yaml", folder=folder)
            sound += result.returncode == 0
            found = complaints_on(result, name, statuses=(0, 1, 2))
            if name == "list" and result.returncode == 0 and json.loads(result.stdout)[0]["title"] != text:
                found.append(f"the title is {json.loads(result.stdout)[0]['title']!r}")
            complaints += [f"{text!r}, {name}: {complaint}" for complaint in found]
    if sound < 100:
        complaints.append(f"only {sound} runs showed anything")
    return complaints[:20]


def words_of_the_command_line(errspec, scratch):
    complaints = []
    folder = scratch / "words"
    write(folder, {"s.yaml": "module: m\n" + CODES}, "")
    for text in COMMANDS:
        word = text.replace("\0", "")
        for words in [[word], ["check", word], ["check", f"--format={word}"], ["check", f"--{word}"], ["explain", word, "s.yaml"], ["help", word],
                      ["check", f"--limit={word}"], ["generate", f"--target={word}", "s.yaml"], ["generate", "--check", f"--out={word}", "-t", "c", "s.yaml"],
                      ["import", word], ["audit", "--spec=s.yaml", word], ["translate", word, "s.yaml"], ["render", word]]:
            result = run(errspec, *words, folder=folder)
            complaints += [f"{words}: {complaint}" for complaint in complaints_on(result, "human", statuses=(0, 1, 2))]
    return complaints[:20]


# --- names of files

AUDITED = b"# A page\n\n## 41001 A\n\n**Error Message**\n\nB\n\n## 41002 Unknown\n\n**Error Message**\n\nx\n"


def make_named(folder, name, content):
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "docs").mkdir(parents=True)
    (folder / "s.yaml").write_text("module: m\ncodes: {A: {code: 41001, title: A, message: A}}\n", encoding="utf-8")
    (folder / "docs").joinpath(os.fsdecode(name)).write_bytes(content)


def names_of_audited_files(errspec, scratch):
    complaints = []
    folder = scratch / "audited"
    for name in names():
        name += b".md"
        make_named(folder, name, AUDITED)
        for form in FORMATS:
            result = run(errspec, "audit", "--spec=s.yaml", f"--format={form}", "docs", folder=folder)
            complaints += [f"{name!r}, {form}: {complaint}" for complaint in complaints_on(result, form, name, statuses=(1,))]
        for form in ("human", "json"):
            result = run(errspec, "audit", "--spec=s.yaml", "--summary", f"--format={form}", "docs", folder=folder)
            complaints += [f"{name!r}, summary: {complaint}" for complaint in complaints_on(result, "summary", statuses=(1,))]
            if form == "json":
                json.loads(result.stdout)
    return complaints[:20]


def names_of_specs(errspec, scratch):
    complaints = []
    folder = scratch / "specs"
    folder.mkdir()
    for name in names():
        name += b".yaml"
        path = folder / os.fsdecode(name)
        path.write_bytes(b"module: m\ncodes: 1\n")
        for form in FORMATS:
            result = run(errspec, "check", f"--format={form}", "--", name, folder=folder)
            complaints += [f"{name!r}, {form}: {complaint}" for complaint in complaints_on(result, form, name, statuses=(1,))]
        path.write_bytes(("module: m\n" + CODES).encode())
        out = b"--out=" + name + b".out"
        for words in [["generate", "--target=c", out, "--check"], ["generate", "--target=c", out], ["generate", "--target=nil", out]]:
            result = run(errspec, *words, "--", name, folder=folder)
            complaints += [f"{name!r}, {words}: {complaint}" for complaint in complaints_on(result, "human", statuses=(0, 1, 2))]
        path.unlink()
        shutil.rmtree(os.fsencode(folder) + b"/" + name + b".out", ignore_errors=True)
    return complaints[:20]


def names_of_imports(errspec, scratch):
    complaints, taken = [], 0
    folder = scratch / "imports"
    for name in names():
        name += b".md"
        make_named(folder, name, AUDITED)
        for words in [[], ["--pin"]]:
            result = run(errspec, "import", "--spec=new/c.yaml", *words, "--", b"docs/" + name, folder=folder)
            complaints += [f"{name!r}: {complaint}" for complaint in complaints_on(result, "human", statuses=(0, 1, 2))]
            taken += result.returncode == 0
            shutil.rmtree(folder / "new", ignore_errors=True)
    if taken < len(names()):
        complaints.append(f"only {taken} imports came through")
    return complaints[:20]


def the_scanner_finds(_, __):
    """What this test looks for is there in what it was made of."""
    harmless = {"::error", "::", "'::error::'", "a::b::c::d", "%0A::error::x", "%25", "<b>&amp;]]></b>", "'\"\\`$(x)", "\\u{3A}",
                "###[x]"}
    missed = [text for text in COMMANDS if text not in harmless and not logs.obeyed(text.encode("utf-8", "surrogatepass"))]
    return [f"{text!r} is found harmless" for text in missed]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errspec", required=True)
    options = parser.parse_args()
    errspec = os.path.abspath(options.errspec)
    report = tap.Tap()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        for place in SPECS:
            report.run(f"rule 14: no report obeys {place}", lambda place=place: texts_in_specs(errspec, scratch, place))
        for check in [texts_of_sound_specs, words_of_the_command_line, names_of_audited_files, names_of_specs, names_of_imports,
                      the_scanner_finds]:
            report.run(check.__name__.replace("_", " "), lambda check=check: check(errspec, scratch))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
