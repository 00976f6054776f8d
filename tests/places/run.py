#!/usr/bin/env python3
"""What the places of the shipped targets make of texts, and whether a reader finds the texts in it again.

    run.py --errspec build/generator/errspec [--bless]

TARGET.yaml holds, for each place of a target, texts and what becomes of them. They are made of the manifest: what it replaces, in
each position that matters, and the ends of its ranges; --bless renews them. `reads` names the reader of readers.py that undoes the
place; where nothing can, `never` lists what must not stand in the output.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

import readers

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE.parent / "languages"))
import specs  # noqa: E402
import tap  # noqa: E402

MARK = "\u2020"  # around each text in what is rendered; no text holds it
LINK = re.compile(r"[a-z]:(//)?$", re.I)
FENCE = re.compile(r"```|~~~")  # a block of code has an end
WORDS = ["plain words", "\u00e9 \u4e2d\u6587 \U0001F600", "a-b_c*d", "zero\u200bwidth", "two  blanks", "a\n\nb", "a\nb", "1. x", "{x}"]


def texts_of(place):
    """Texts that show each replacement of a place where it applies and where it does not, and the ends of each range."""
    texts = list(WORDS)
    for rule in place.get("replace", ()):
        text, before = rule["text"], rule.get("after", "")
        if LINK.search(before + text):  # none may lead there, but it may be shown as code
            texts.append(f"`{before}{text}x`")
            continue
        end = f"\n{text}" if FENCE.match(text) else ""
        texts += [before + text, f"a{before}{text}b", f"a {before}{text} b", f"a\n{before}{text}b{end}", f"a{text}{before}b", text * 3]
    for rule in place.get("ranges", ()):
        last = rule.get("to", rule["from"])
        texts += [f"a{chr(code)}b" for code in (rule["from"] - 1, rule["from"], last, last + 1) if 0 < code < 0x110000]
    return [text for text in dict.fromkeys(texts) if all(specs.allowed(line) for line in text.split("\n") if line != "")
            and text.strip("\n") == text and text.strip() != ""]


def quoted(value):
    """A value as YAML of ASCII alone, whose escapes are other than those of JSON."""
    return "".join(c if ord(c) < 0x7F else f"\\U{ord(c):08x}" for c in json.dumps(value, ensure_ascii=False))


def is_one_line(text):
    return "\n" not in text


class Bench:
    """A folder with a target that has the places of a shipped one, and a template for each."""

    def __init__(self, errspec, folder, manifest):
        self.errspec, self.folder, self.places = errspec, folder, manifest["escapes"]
        target = folder / "templates" / "target"
        target.mkdir(parents=True)
        outputs = {}
        for name in self.places:
            for field in ("title", "description"):
                outputs[f"{name}_{field}"] = {"per": "module", "path": f"{name}.{field}", "template": f"{name}_{field}"}
                (target / f"{name}_{field}.mustache").write_text("{{#codes}}" + f"{MARK}{{{{{field}.{name}}}}}" + "{{/codes}}" + MARK,
                                                                 encoding="utf-8")
        made = {"target": "target", "title": "all places", "escape": next(iter(self.places)), "outputs": outputs, "escapes": self.places,
                **{key: manifest[key] for key in ("shares",) if key in manifest}}
        (target / "target.yaml").write_text(json.dumps(made), encoding="utf-8")

    def render(self, texts):
        """What each place makes of each text: of those of one line as a title, of others as markdown."""
        codes = {f"C{i}": {"code": i, "message": "m", "title" if is_one_line(text) else "description": text}
                 for i, text in enumerate(texts)}
        (self.folder / "m.yaml").write_text(quoted({"module": "m", "codes": codes}), encoding="utf-8")
        result = subprocess.run([self.errspec, "generate", "--templates=templates", "-t", "target", "--out=out", "m.yaml"],
                                cwd=self.folder, capture_output=True, text=True)
        if result.returncode != 0:
            raise RuntimeError(result.stderr[:4000])
        made = {}
        for name in self.places:
            files = {field: (self.folder / "out" / f"{name}.{field}").read_bytes().decode().split(MARK)[1:-1]
                     for field in ("title", "description")}
            made[name] = [files["title" if is_one_line(text) else "description"][i] for i, text in enumerate(texts)]
        return made


def judge(table, place, made):
    """Complaints about one place: its cases against what is made, and what the reader finds."""
    for text, escaped in table["cases"]:
        got = made.get(text)
        if got != escaped:
            yield f"{text!r} became {got!r} and not {escaped!r}"
        elif "reads" in table and not readers.finds(table["reads"], escaped, text):
            yield f"{escaped!r} is read by {table['reads']} as {readers.READERS[table['reads']](escaped)!r} and not {text!r}"
        yield from (f"{escaped!r} holds {never!r}" for never in table.get("never", ()) if never in escaped)
    known = {text for text, _ in table["cases"]}
    yield from (f"there is no case of {text!r}" for text in texts_of(place) if text not in known)
    if not table.get("reads") and not table.get("never") and place.get("replace"):
        yield "it needs a reader, or what must never stand in it"


def renew(path, places, tables, made):
    lines = ["# What the places of this target make of texts: see run.py. Renewed by bless but for `reads` and `never`."]
    for name, place in places.items():
        old = tables.get(name, {})
        cases = [[text, made[name][text]] for text in texts_of(place)]
        reads = old.get("reads") or (None if "never" in old else readers.guess(cases))
        lines += ["", f"{name}:"] + ([f"  reads: {reads}"] if reads else [])
        lines += [f"  never: {quoted(old['never'])}"] if "never" in old else []
        lines += ["  cases:"] + [f"    - {quoted(case)}" for case in cases]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", type=pathlib.Path, required=True)
    parser.add_argument("--bless", action="store_true")
    options = parser.parse_args()
    report = tap.Tap()
    for manifest_path in sorted((TOP / "templates").glob("*/target.yaml")):
        manifest = yaml.safe_load(manifest_path.read_text(encoding="utf-8"))
        target, places = manifest["target"], manifest.get("escapes", {})
        if not places:
            continue
        path = HERE / f"{target}.yaml"
        tables = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
        texts = list(dict.fromkeys(text for place in places.values() for text in texts_of(place)))
        with tempfile.TemporaryDirectory() as folder:
            made = Bench(options.errspec.resolve(), pathlib.Path(folder), manifest).render(texts)
        made = {name: dict(zip(texts, each)) for name, each in made.items()}
        if options.bless:
            renew(path, places, tables, made)
            continue
        for name, place in places.items():
            missing = "there is no table of it: run bless"
            report.case(f"{target}: {name}", list(judge(tables[name], place, made[name])) if name in tables else missing)
    return 0 if options.bless else report.done()


if __name__ == "__main__":
    sys.exit(main())
