#!/usr/bin/env python3
"""Hostile texts in documents: rendered by GitHub's reference implementation the text is the text, and no markup leaks.

Every text field that a page shows holds each of the traps and the naughty strings: titles of codes and modules, messages,
cases, labels, headings of columns, titles of links, versions, catch-alls, what empty cells show."""

import argparse
import html.parser
import json
import pathlib
import subprocess
import shutil
import sys
import tempfile

import tap

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "languages"))

import specs  # noqa: E402

# What the templates themselves make of a spec whose markdown fields are plain.
WELCOME = {"h1", "h2", "h3", "h4", "p", "strong", "ul", "ol", "li", "a", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "br"}
BLOCKS = WELCOME - {"strong", "a", "br"}
ADDRESS = "https://example.com/?a=1&b=(2)"


def shown(text):
    return " ".join(text.split())


class Page(html.parser.HTMLParser):
    """The texts of a page's blocks, bold words and links; and what should not be there."""

    def __init__(self, path):
        super().__init__()
        self.blocks, self.bold, self.links, self.strange = set(), set(), set(), []
        self.block, self.inner = [], []
        command = ["cmark-gfm", "--unsafe", "-e", "table", "-e", "strikethrough", "-e", "footnotes", str(path)]
        self.feed(subprocess.run(command, capture_output=True, check=True).stdout.decode())
        self.close()

    def end_block(self):
        self.blocks.add(shown("".join(self.block)))
        self.block = []

    def handle_starttag(self, tag, attributes):
        welcome = [("href", ADDRESS.replace("(", "%28").replace(")", "%29"))] if tag == "a" else []
        if tag not in WELCOME or attributes != welcome:
            self.strange.append(self.get_starttag_text())
        if tag in BLOCKS:
            self.end_block()
        self.inner = []

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.end_block()
        {"strong": self.bold, "a": self.links}.get(tag, set()).add(shown("".join(self.inner)))

    def handle_data(self, data):
        self.block.append(data)
        self.inner.append(data)


def module(number, text):
    """A module with the text in each of its fields that are plain."""
    case = {"when": text, "message": text, "causes": "cause"}
    code = {"code": number, "title": text, "message": text, "causes": "cause", "actions": ["action"], "since": text,
            "status": "deprecated", "replaced_by": f"NEW{number}", "links": [{"title": text, "url": ADDRESS}], "cases": [case]}
    if "{" in text:
        code["message"] = case["message"] = "braces are parameters"
    bare = {"code": -number - 1, "message": code["message"]}
    return {"module": f"m{number}", "title": text, "owner": text, "metadata": {text: text},
            "catch_all": {"code": text, "title": text, "message": text},
            "codes": {f"OLD{number}": code, f"NEW{number}": bare}}


def catalogue(texts):
    modules = {f"m{i}": module(i, text) for i, text in enumerate(texts)}
    labels = {f"{kind}{i}": {"message": text, "causes": text, "actions": text} for i, text in enumerate(texts)
              for kind in ("OLD", "NEW")}
    fields = ["code", "name", "title", "message", "causes", "actions", "status", "since", "links"]
    parts = [{"module": f"m{i}", "columns": [{"heading": text, "field": field} for field in fields]}
             for i, text in enumerate(texts)]
    documents = {
        "sections": {"title": "T", "layout": "markdown_sections", "parts": [{"module": name} for name in modules],
                     "relabel": labels},
        "tables": {"title": "T", "layout": "markdown_table", "parts": parts, "empty": "-"},
        "alone": {"layout": "markdown_sections", "parts": [{"module": "m0"}], "title": texts[0]},
    }
    documents.update({f"empty{i}": {"title": text, "layout": "markdown_table", "empty": text, "parts": [parts[0]]}
                      for i, text in enumerate(texts[:40])})
    files = {f"{name}.yaml": content for name, content in modules.items()}
    return {"catalogue.yaml": {"catalogue": "hostile", "modules": list(files), "documents": documents}, **files}


def missing(what, texts, page, suffix=""):
    """The texts of which the page does not show one."""
    for number, text in enumerate(texts):
        message = shown(text) if "{" not in text else "braces are parameters"
        title = f"{number} {shown(text)}".strip()
        wanted = {"title": title, "module": shown(text), "message": message, "since": shown(text),
                  "catch-all": shown(text) if suffix else f"{shown(text)} {shown(text)}"}
        yield from (f"{what} {field}: {text!r}" for field, shape in wanted.items()
                    if shape not in page.blocks and not (suffix and field == "title"))
        yield from (f"{what} link: {text!r}" for _ in [0] if shown(text) not in page.links)
        yield from (f"{what} label: {text!r}" for _ in [0] if not suffix and shown(text) not in page.bold)


# What a text of markdown may become.
MARKDOWN = WELCOME | {"em", "code", "pre", "del", "hr", "h5", "h6", "img", "section", "sup"}

# Where readers of markdown might disagree on what is code; each would be live HTML if errspec took it for code.
LIVE = "<img src=x onerror=alert(1)>"
TRICKS = [
    LIVE, LIVE.upper(), "`\n" + LIVE + " `", "`\n` " + LIVE + " `", "`\n\n` " + LIVE + " ` `", "a `` ` " + LIVE + " ` b",
    "\\` " + LIVE + " `", "\\\\` " + LIVE + " \\`", "\\``" + LIVE + "` `", "[a](`) " + LIVE + " `", "[a](x \"foo ) ` \" ) " + LIVE + " `",
    "[a](<`>) " + LIVE + " `", "[a]: `\n" + LIVE + " `", "- a `\n- " + LIVE + " `", "> `\n" + LIVE + "`", "# `\n" + LIVE + "`",
    "`\n---\n" + LIVE + "`", "a | b\n- | -\n` | " + LIVE + " | `", "a ` | b\n- | -\n " + LIVE + " ` | x", "```\na\n```\n" + LIVE,
    "- ```\n" + LIVE + "\n```", "- a\n  ```\n" + LIVE + "\n```\n", "> ```\n" + LIVE + "\n```\n", "``` a`b\n" + LIVE + "\n```\n",
    "~~~ a`b\nx\n~~~~\n" + LIVE, "````\n```\n````\n" + LIVE, "```\n~~~\n```\n" + LIVE, "   ```\n   x\n```\n" + LIVE, "\t```\n" + LIVE + "\n```\n",
    "```\n" + LIVE + "\n ```\n" + LIVE + "\n```", "<https://a`b> " + LIVE + " `c`", "<https://a " + LIVE + ">", "\\\\" + LIVE, "\\\\\\\\" + LIVE,
    "<script>alert(1)</script>", "<ScRiPt >x", "<!-- x", "<![CDATA[", "<?php", "<!DOCTYPE html>", "</p>", "<p\nonclick=x>", "&lt;script>", "`a`<b>`c`",
    "1. ```\n" + LIVE + "\n```", "x\n===\n` " + LIVE, "*`*" + LIVE + "`", "![`](x)" + LIVE + "`", "[`][" + LIVE + "`]", "[^`]: " + LIVE + "`",
]
# What stays the author's: spans of code that show angle brackets.
KEPT = ["`List<String>`", "``a`<b>``", "```\na > b && c\n```", "see [x](https://example.com/) and `<b>`", "\\<b>", "a &lt; b", "a `<b>` c\n`<d>`"]
KEPT_AS = ["List<String>", "a`<b>", "a > b && c", "see x and <b>", "<b>", "a < b", "a <b> c <d>"]


def markdown_catalogue(texts):
    """The texts in every field that is markdown, in sections, in lists, in tables and before them."""
    modules = {}
    for i, text in enumerate(texts):
        prose = {"lead": text, "items": [text, "item"]}
        code = {"code": 1, "message": "m", "description": text, "causes": text, "actions": prose, "cases": [{"when": "w", "description": text}]}
        modules[f"m{i}.yaml"] = {"module": f"m{i}", "intro": text, "codes": {"C": code},
                                 "catch_all": {"code": "Other", "description": text, "causes": [text]}}
    fields = [{"heading": field, "field": field} for field in ("code", "description", "causes", "actions")]
    documents = {}
    for i, text in enumerate(texts):
        part = [{"module": f"m{i}"}]
        documents[f"s{i}"] = {"title": "T", "layout": "markdown_sections", "parts": part, "intro": text}
        documents[f"t{i}"] = {"title": "T", "layout": "markdown_table", "parts": part, "intro": text, "columns": fields}
    return {"catalogue.yaml": {"catalogue": "markdown", "modules": list(modules), "documents": documents}, **modules}


class Live(html.parser.HTMLParser):
    """The elements of a page that markdown has no marks for, and attributes that run something; and its words."""

    def __init__(self, path):
        super().__init__()
        self.strange, self.words = [], []
        command = ["cmark-gfm", "--unsafe", "-e", "table", "-e", "strikethrough", "-e", "footnotes", str(path)]
        self.feed(subprocess.run(command, capture_output=True, check=True).stdout.decode())
        self.close()

    def handle_starttag(self, tag, attributes):
        runs = [name for name, value in attributes if name.startswith("on") or (value or "").lower().strip().startswith("javascript")]
        if tag not in MARKDOWN or runs:
            self.strange.append(self.get_starttag_text())

    def handle_data(self, data):
        self.words.append(data)


def leaves_code_open(errspec, folder, text):
    """Whether errspec refuses the text, which it may only do for a block of code that does not end."""
    spec = specs.write(markdown_catalogue([text]), folder)
    result = subprocess.run([errspec, "check", "--format=gcc", spec], capture_output=True, text=True)
    faults = result.stdout.splitlines()
    assert result.returncode == bool(faults) and all("[ES0360]" in fault for fault in faults), result
    return bool(faults)


def check_markdown(report, errspec, folder):
    tricks = [text for i, text in enumerate(TRICKS) if not leaves_code_open(errspec, folder / f"trick{i}", text)]
    report.case("markdown: a block of code that does not end is refused", [] if 0 < len(tricks) < len(TRICKS) else ["none or all"])
    spec = specs.write(markdown_catalogue([*tricks, *KEPT]), folder / "markdown")
    result = subprocess.run([errspec, "generate", spec, "-o", folder / "made"], capture_output=True, text=True)
    report.case("documents of tricky markdown are made", result.stderr)
    if result.returncode:
        return
    pages = {path.stem: Live(path) for path in (folder / "made/docs").glob("*.md")}
    report.case("rule 4: no HTML of the spec is obeyed",
                [f"{name}: {[*tricks, *KEPT][int(name[1:])]!r} {page.strange[:2]}" for name, page in sorted(pages.items()) if page.strange])
    report.case("rule 4: code is what was written",
                [f"{text!r}: {shown(''.join(page.words))}" for i, (text, wanted) in enumerate(zip(KEPT, KEPT_AS))
                 for page in [pages[f"s{len(tricks) + i}"]] if shown("".join(page.words)).count(wanted) < 5])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("errspec")
    parser.add_argument("--naughty", type=pathlib.Path)
    arguments = parser.parse_args()
    if shutil.which("cmark-gfm") is None:
        print("1..0 # SKIP there is no cmark-gfm")
        return 0
    report = tap.Tap()
    there = arguments.naughty is not None and arguments.naughty.is_file()
    naughty = json.loads(arguments.naughty.read_text(encoding="utf-8")) if there else []
    texts = list(dict.fromkeys(text for text in [*specs.TRAPS, *naughty] if specs.allowed(text)))
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        spec = specs.write(catalogue(texts), folder / "spec")
        result = subprocess.run([arguments.errspec, "generate", spec, "-o", folder / "out"], capture_output=True, text=True)
        report.case("documents of hostile texts are made", result.stderr)
        if result.returncode == 0:
            pages = {path.stem: Page(path) for path in (folder / "out/docs").glob("*.md")}
            for name, page in sorted(pages.items()):
                report.case(f"rule 4: {name}: no markup leaks", page.strange[:10])
            report.case("sections: each text is the text", list(missing("sections", texts, pages["sections"]))[:20])
            report.case("tables: each text is the text", list(missing("tables", texts, pages["tables"], "cells"))[:20])
            empty = [text for i, text in enumerate(texts[:40]) if shown(text) not in pages[f"empty{i}"].blocks]
            report.case("empty cells: each text is the text", empty)
        check_markdown(report, arguments.errspec, folder)
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
