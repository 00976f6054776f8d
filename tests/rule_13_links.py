#!/usr/bin/env python3
"""A link is what a CommonMark reader takes for one; its scheme is judged after every join, escape and entity.

GitHub's own reader is the oracle: what it makes a link of, with a scheme that is not welcome, errspec has to refuse, however
the text is spelt and wherever it stands. What errspec refuses beyond that must be a link in one of the ways in which a page
may show the text: as one line, without code, without tags or tables, or with a definition that another text uses.
"""

import argparse
import concurrent.futures
import html
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

import tap

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "languages"))

import specs  # noqa: E402

WELCOME = {"http", "https", "mailto"}
RANDOM_TEXTS = 3000
SEED = 13

# --- the oracle

DESTINATION = re.compile(r'<(?:link|image)\b[^>]*? destination="([^"]*)"')
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def scheme_of(address):
    """The scheme of an address as browsers read it: blanks before it, tabs and line breaks in it do not count."""
    address = re.sub(r"[\t\n\r]", "", address.lstrip("".join(map(chr, range(33)))))
    found = SCHEME.match(address)
    return found.group(1).lower() if found else ""


def is_bad(text, tables=True, footnotes=True):
    """Whether GitHub's reader makes a link of a part of the text that leads where none may."""
    extensions = ["autolink", "strikethrough", *["table"] * tables, *["footnotes"] * footnotes]
    command = ["cmark-gfm", "--unsafe", "-t", "xml", *(word for name in extensions for word in ("-e", name))]
    shown = subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout.decode()
    schemes = {scheme_of(html.unescape(address)) for address in DESTINATION.findall(shown)}
    return bool(schemes - WELCOME - {""})


def together(function, texts):
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        return list(pool.map(function, texts))


LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\]:", re.S)
REFERENCE = re.compile(r"&#(x[0-9a-f]+|[0-9]+);?", re.I)
NAME = re.compile(r"&(?!(?:colon|Tab|NewLine|period|plus|amp|num|quest|sol);)[A-Za-z0-9]+;")  # of a character errspec does not know
LOOKS = re.compile(r"(\]\(|\]:|\[\[)[ \t\n><]*((java|vb)script|data):|(xmpp:|ftp://)\S|"
                   r"<[a-z][a-z0-9+.-]{1,31}:[^\s<>]*>", re.I)


def decoded(text):
    """The text as HTML reads its references: however long they are, and without their semicolons."""
    return REFERENCE.sub(lambda hit: re.sub("[\t\n\r]", "", chr(int("0" + hit[1], 16 if hit[1][0] in "xX" else 10) & 0xFFFF)), text)


def readings(text):
    """The text in the other ways in which a page may show it."""
    labels = [re.sub(r"\n[ \t>]*", " ", label) for label in LABEL.findall(text)]
    bare = re.sub(r"(?<!\]\()(?<!\]:)([ \n]*)<|[`~]", r"\1,", text)
    joined = "x " + re.sub(r"(^|\n)[ \t>]*", " ", text)
    used = "".join(f"[{label}]\n\n" for label in labels)
    yield from (used + text, text.replace("<", "&lt;"), used + text.replace("<", "&lt;"), used + bare,
                joined, joined.replace("<", "&lt;"), "x " + re.sub(r"(^|\n)[ \t>]*", " ", bare))


def forms(text):
    """The text as errspec reads it more strictly than others: names that it does not know stand for anything, references are
    read even if long, unfinished or escaped, and blanks behind an angle bracket do not count."""
    plain = re.sub(r"\\([!-/:-@[-`{-~])", r"\1", text)
    for form in (text, decoded(text), re.sub(r"\\([&\\])", r"\1", text), plain, decoded(plain)):
        yield from (form, NAME.sub("", form), NAME.sub("a", form), re.sub(r"<[ \t\n]+", "<", form), form + ")")


def is_argued(text):
    """Whether a text that GitHub's reader finds harmless where it stands may be harmful elsewhere."""
    for form in dict.fromkeys(forms(text)):
        if LOOKS.search(re.sub(r"\n[ \t>]*|\t", "", html.unescape(form))):
            return True
        if any(is_bad(reading, tables, False) for reading in readings(form) for tables in (True, False)):
            return True
    return False


# --- errspec

class Judge:
    def __init__(self, errspec, folder):
        self.errspec = errspec
        self.folder = pathlib.Path(folder)
        self.count = 0

    def check(self, files, first):
        self.count += 1
        folder = self.folder / str(self.count)
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=0), encoding="utf-8")
        done = subprocess.run([self.errspec, "check", "--format=json", "--limit=diagnostics=1000000", folder / first],
                              capture_output=True, text=True, encoding="utf-8", timeout=300)
        assert done.returncode in (0, 1), done.stderr
        return json.loads(done.stdout)["diagnostics"]

    def refused(self, texts):
        """Which of the texts errspec refuses as descriptions; all of one run."""
        lines = ["module: m", "codes:"]
        starts = []
        for number, text in enumerate(texts):
            lines.append("#" * 4000)  # further than a place is looked for
            starts.append(len(lines) + 1)
            lines.append(f"  C{number}: {{code: {number}, message: m, description: {json.dumps(text)}}}")
        found = self.check({"m.yaml": "\n".join(lines) + "\n"}, "m.yaml")
        strange = [item for item in found if item["code"] not in ("ES0320", "ES0360")]  # a link, a fence
        assert not strange, strange[:3]
        bad = {item["line"] for item in found if item["code"] == "ES0320"}
        return [start in bad for start in starts]


# --- texts that are made by hand

# Each is harmful wherever it is read as paragraphs; `¶` is where a context may begin a new line of its own.
BAD = [
    "[x](javascript:alert(1))", "[x](JavaScript:alert(1))", "[x](vbscript:x)", "[x](data:text/html,x)", "[x](file:///etc/passwd)",
    "[x](ftp://example.com)", "[x](steam:run)", "[x](a:b)", "[x](a+b-c.d:e)", "[x](C:/x)", "[x](  javascript:x  )", "[x](¶javascript:x)",
    "[x](¶  javascript:x¶)", "[x](<javascript:x>)", "[x](<javascript:a b>)", "[x](¶<javascript:x>¶)", "[x](javascript:x 'title')",
    "[x](javascript:x¶\"title\")", "[x](javascript\\:x)", "[x](java&#115;cript:x)", "[x](java&#x73;cript:x)", "[x](java&#X73;cript:x)",
    "[x](&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;x)", "[x](&#0000106;avascript:x)", "[x](javascript&#58;x)",
    "[x](javascript&colon;x)", "[x](java&Tab;script:x)", "[x](java&NewLine;script:x)", "[x](java&#9;script:x)", "[x](java&#10;script:x)",
    "[x](java&#13;script:x)", "[x](&#1;javascript:x)", "[x](&#32;javascript:x)", "[x](&Tab;&NewLine;javascript:x)", "[x](<java\tscript:x>)",
    "[x](<\tjavascript:x>)", "[x](a&plus;b:c)", "[x](a&period;b:c)", "[x](a\\+b:c)", "[x](j&#97vascript&#58;x \"&#58;\") [y](b:c)",
    "![x](javascript:x)", "![x](¶<data:image/svg+xml,x>)", "[![x](https://example.com)](javascript:x)", "[![x](javascript:x)](https://example.com)",
    "[*x*](javascript:x)", "[`]`](javascript:x)", "[x[y]](javascript:x)", "[x\\]](javascript:x)", "[](javascript:x)", "[x¶y](javascript:x)",
    "**[x](javascript:x)**", "~~[x](javascript:x)~~", "a[x](javascript:x)b", "\\\\[x](javascript:x)", "[a](b)[x](javascript:x)",
    "<javascript:x>", "<JAVASCRIPT:x>", "<steam:run>", "<a+b:c>", "<file:///x>", "<data:text/html,&#115;>", "<urn:x>",
    "ftp://example.com", "see (FTP://example.com)", "*ftp://example.com*", "xmpp:a@example.com",
    "[x]¶¶[x]: javascript:x", "[x]¶¶[x]: <javascript:x>", "[x]¶¶[x]:¶  javascript:x", "[x]¶¶[x]:¶<javascript&colon;x>¶'t'", "[x][y]¶¶[y]: steam:run",
    "[x][]¶¶[X]: javascript:x", "![x][y]¶¶[Y]: javascript\\:x", "[x][a¶b]¶¶[a b]: javascript:x", "[x]¶¶[x]: /a¶[y]: javascript:x¶¶[y]",
    "[a\\]]¶¶[a\\]]: javascript:x", "[x](&#x6A;ava&#115;cript&#x3a;x)", "[x](ht&Tab;tpx:y)", "[x](httpss:y)", "[x](mailto&plus;x:y)",
    "| a |¶|---|¶| [x](javascript:y) |", "a | b¶--- | ---¶[x](javascript:y) | [x](z)", "| [x](steam:a\\|b) |¶|---|", "[x](steam:a|b) c¶|---|---|",
]
# Contexts: what stands before the first line and before each further one, and behind all.
CONTEXTS = {
    "alone": ("", "", ""), "behind words": ("Some words.\n\n", "", "\n\nMore."), "quote": ("> ", "> ", ""), "quote without blanks": (">", ">", ""),
    "quote in quote": ("> > ", ">> ", ""), "item": ("- ", "  ", ""), "number": ("12) ", "    ", ""), "item in quote": ("> * ", ">   ", ""),
    "quote in item": ("- a\n\n  > ", "  > ", ""), "item in item": ("- a\n  - ", "    ", "\n- b"), "blanks": ("   ", " ", ""),
    "behind a fence": ("```\n```\n", "", ""), "tab": ("-\t", "    ", ""), "behind a tag": ("<b>\n\n", "", "</b>"),
}
# What has to stay: what talks of schemes, and links that lead where they may.
GOOD = [
    "Never write `javascript:` here.", "`javascript:x`", "``a`javascript:b``", "A scheme such as javascript: or data: runs.", "usage: `prog <file:line>`",
    "```¶prog <file:line>¶```", "[x](https://example.com)", "[x](HTTP://example.com/a:b)", "[x](<mailto:a@example.com>)", "[x](a.md#b:c)", "[x](./a:b)",
    "[x](?a:b)", "[x](#a:b)", "[x](//example.com/a:b)", "[x](\\\\\\\\example.com)", "[x](1:2)", "[x](a_b:c)", "[x](a%3Ab)", "[x](javascript%3Ax)",
    "[x](a/b:c)", "<https://example.com>", "<a@example.com>", "https://example.com/ftp", "www.example.com", "[x]¶¶[x]: https://example.com",
    "[x] (javascript is a word)", "a < b: c > d", "[x]\\(javascript:y)", "\\<javascript:y>", "std::map<int, a:b>", "[note]: a text that defines nothing: b",
    "x[i](int:a b)", "&lt;javascript:x>", "[x](caf&eacute;.md)", "[x](a?b=1&copy=2:3)", "sftp://example.com", "a ftp : b", "error 12: [a] failed: b",
    "[x](a&amp;b:c)", "[x](a&b:c)", "[x](&notthere;)", "- [ ] todo: a", "Map[String]: a", "`[a]: b`",
]


def placed(text, context):
    first, further, behind = CONTEXTS[context]
    return first + text.replace("¶", "\n" + further) + behind


# --- texts that are made by chance

def spelt(chance, scheme):
    """A scheme, with each character as some reader might take it."""
    ways = [
        lambda c: c, lambda c: c, lambda c: c, lambda c: c, lambda c: c.upper(), lambda c: f"&#{ord(c)};", lambda c: f"&#x{ord(c):x};", lambda c: f"&#{ord(c):07};",
        lambda c: f"&#X{ord(c):06X};", lambda c: f"&Tab;{c}", lambda c: f"&NewLine;{c}", lambda c: f"\t{c}", lambda c: f"\n{c}", lambda c: f"\\{c}",
        lambda c: f"&#9;{c}", lambda c: f"&#10;{c}", lambda c: f" {c}", lambda c: "&colon;" if c == ":" else c, lambda c: f"&#{ord(c)}", lambda c: f"`{c}",
        lambda c: f"&zwj;{c}", lambda c: f"&#0000000{ord(c)};", lambda c: f"%{ord(c):02x}", lambda c: f"{c}<", lambda c: f"{c}|", lambda c: f"&nothing;{c}",
    ]
    tricky = chance.random() < 0.6
    return "".join(chance.choice(ways)(c) if tricky and chance.random() < 0.3 else c for c in scheme)


MARKS = [
    "[x]({})", "![x]({})", "[x](<{}>)", "<{}>", "[x]\n\n[x]: {}", "[x][y]\n\n[y]: <{}>", "[x]: {}", "[x]:\n{}\n\n[x]", "[`x`]({})", "[x]({} 't')", "[x]( {} )",
    "[x](\n{}\n)", "`[x]({})`", "\\[x]({})", "[x]\\({})", "[a [x]({}) b](c)", "[x] ({})", "``[x]({})`", "| a |\n|---|\n| [x]({}) |", "a | b\n---|---\n[x]({}) | `",
    "```\n[x]({})\n```", "~~~\n[x]({})", "    [x]({})", "<b title='[x]({})'>", "[x <a title=']({})'>", "<!-- [x]({}) -->", "<div>\n[x]({})\n</div>", "[x]({}", "*[x]({})*",
    "# [x]({})", "[x]({})\n===", "[x\n\ny]({})", "[^1]: {}", "[x][^1]\n\n[^1]: [x]({})", "[x](a \"]({})\")", "$[x]({})$", "[x][x]\n\n> [x]: {}", "{}", "({})", "_{}_",
]
SCHEMES = ["javascript:", "javascript:", "vbscript:", "data:", "file:///", "ftp://", "xmpp:a@b.c", "steam:", "a.b:", "https://", "mailto:", "page", "//", "./", "#", "?", "C:\\"]
RESTS = ["x", "x.y", "alert(1)", "a/b", "text/html,x", "x&#58;y", "a|b", "a b", "", "é", "x\\)y", "x`y"]
HEADS = ["", "", "", "> ", ">", "- ", "1. ", "  ", "    ", "a ", "- > ", ">> ", "| ", "\t", "*", "# ", "a\n", "```\na\n```\n", "`", "<b>", "a ` ", "| a |\n|---|\n| ", "[", "![", "\\"]
BREAKS = ["\n", "\n", "\n> ", "\n>", "\n  ", "\n    ", "\n- ", "\n\n", "\n>> ", "\n| ", "\\\n", "  \n"]


def composed(chance):
    pieces = []
    for _ in range(chance.choice([1, 1, 1, 2])):
        address = spelt(chance, chance.choice(SCHEMES)) + chance.choice(RESTS)
        text = chance.choice(MARKS).format(address)
        if chance.random() < 0.5:
            text = re.sub("\n", lambda _: chance.choice(BREAKS), text)
        pieces.append(chance.choice(HEADS) + chance.choice(HEADS) + text + chance.choice(["", "", "", "`", " b", "\n", "\n\nc", "|", ")", ">", "\n```", "]"]))
    return chance.choice(["", "\n", "\n\n", " "]).join(pieces)


def composed_texts():
    chance = random.Random(SEED)
    texts = {}
    while len(texts) < RANDOM_TEXTS:
        text = composed(chance)
        if specs.allowed(text.replace("\n", "").replace("\t", "")) and text.strip():
            texts[text] = None
    return list(texts)


# --- fields

WORDING = {"description": "d", "causes": "c", "actions": "a"}
SPEC = {
    "catalogue.yaml": {"catalogue": "c", "modules": ["m.yaml"], "languages": ["de"],
                       "documents": {"page": {"title": "t", "layout": "markdown_sections", "intro": "i", "parts": [{"module": "m"}]}}},
    "m.yaml": {"module": "m", "intro": "i", "groups": {"g": {"title": "t", "description": "d"}}, "catch_all": {"code": "Other", **WORDING},
               "codes": {"A": {"code": 1, "group": "g", **WORDING, "links": [{"title": "t", "url": "u"}], "cases": [{"when": "w", **WORDING}]}}},
    "i18n/de/m.yaml": {"translation": "m", "language": "de", "intro": "i", "groups": {"g": {"description": "d"}}, "catch_all": WORDING,
                       "codes": {"A": {**WORDING, "cases": [WORDING]}}},
}
KINDS = {"catalogue.yaml": "catalogue", "m.yaml": "module", "i18n/de/m.yaml": "translation"}
PROSE = [lambda text: text, lambda text: "A\n\n" + text, lambda text: ["x", text], lambda text: {"lead": text, "items": ["x"]},
         lambda text: {"lead": "x", "items": ["y", text]}]
IN_FIELDS = ["[x](javascript:y)", "> [x](\n> steam:y)", "[x]: java&#115;cript&colon;y", "![x](<data:y>)", "<steam:y>", "a\n\n- > [x][y]\n  >\n  > [y]:\n  > C:/y",
             "see ftp://example.com", "| a |\n|---|\n| [x](\\a:b) [x](vbscript\\:y) |"]


def markdown_of_schema(schema):
    """Each key of a file whose value is markdown or prose, by the path that leads there; and those of links."""
    def follow(node, path, seen):
        name = node.get("$ref", "").rpartition("/")[2]
        if name in seen:
            return
        node = schema["$defs"][name] if name else node
        seen = {*seen, name} - {""}
        if node.get("pattern") == markdown or name.startswith("prose_"):
            yield path
            return
        for key, inner in node.get("properties", {}).items():
            yield from follow(inner, (*path, key), seen)
        for inner in [node.get("items"), node.get("additionalProperties"), *node.get("patternProperties", {}).values()]:
            if isinstance(inner, dict):
                yield from follow(inner, (*path, "*"), seen)
        for inner in [*node.get("anyOf", []), *node.get("oneOf", [])]:
            yield from follow(inner, path, seen)

    markdown = next(node for name, node in schema["$defs"].items() if name.startswith("code_"))["properties"]["description"]["pattern"]
    for file, kind in KINDS.items():
        name = next(name for name in schema["$defs"] if re.fullmatch(kind + "_[0-9]+", name))
        yield from ((file, *path) for path in follow({"$ref": name}, (), set()))


def places(node, path):
    """Where a path of the schema leads in a spec: each as the keys that lead to it."""
    if not path:
        yield ()
    elif isinstance(node, dict):
        keys = list(node) if path[0] == "*" else [path[0]] if path[0] in node else []
        yield from ((key, *rest) for key in keys for rest in places(node[key], path[1:]))
    elif isinstance(node, list) and path[0] == "*":
        yield from ((index, *rest) for index, inner in enumerate(node) for rest in places(inner, path[1:]))


def changed(node, keys, value):
    if not keys:
        return value
    copy = dict(node) if isinstance(node, dict) else list(node)
    copy[keys[0]] = changed(node[keys[0]], keys[1:], value)
    return copy


def check_fields(judge):
    schema = json.loads(subprocess.run([judge.errspec, "schema"], capture_output=True, check=True).stdout)
    paths = list(dict.fromkeys(markdown_of_schema(schema)))
    if len(paths) < 20:
        yield f"the schema has {len(paths)} texts of markdown"
    yield from (f"nobody tries {item['code']} {item['message']}" for item in judge.check(SPEC, "catalogue.yaml") if item["level"] == "error")
    for path in paths:
        found = list(dict.fromkeys(places(SPEC, path)))
        if not found:
            yield f"the spec has nothing at {path}"
        for keys in found:
            shapes = PROSE if keys[-1] in ("causes", "actions") else PROSE[:2]
            for number, bad in enumerate(IN_FIELDS):
                files = changed(SPEC, keys, shapes[number % len(shapes)](bad))
                said = [item for item in judge.check(files, "catalogue.yaml") if item["level"] == "error"]
                if [item["code"] for item in said] != ["ES0320"] or not said[0]["file"].endswith("/" + keys[0]):
                    yield f"{path}: {bad!r}: {said}"


def check_addresses(judge):
    keys = ("m.yaml", "codes", "A", "links", 0, "url")
    for url in ["javascript:x", " javascript:x", "JAVA&#115;cript:x", "steam:x", "C:\\x", "<data:x>", "javascript\\:x", "a&unknown;b:x"]:
        said = judge.check(changed(SPEC, keys, url), "catalogue.yaml")
        if [item["code"] for item in said if item["level"] == "error"] != ["ES0320"]:
            yield f"{url!r}: {said}"
    for url in ["https://example.com", "mailto:a@example.com", "a/b:c", "#a:b", "//example.com", "1:2", "a%3Ab"]:
        said = [item for item in judge.check(changed(SPEC, keys, url), "catalogue.yaml") if item["level"] == "error"]
        yield from (f"{url!r}: {item}" for item in said)


# --- documents

def document(text):
    return f"# Disk\n\n## 2101 Disk full\n\n**Error Message**\n\nNo space.\n\n**Description**\n\n{text}\n"


def import_of(judge, text, *words):
    """What import says of a document with the text, and its folder."""
    judge.count += 1
    folder = judge.folder / str(judge.count)
    folder.mkdir()
    (folder / "page.md").write_text(document(text), encoding="utf-8")
    return subprocess.run([judge.errspec, "import", *words, "page.md"], cwd=folder, capture_output=True, text=True), folder


def check_import(judge, texts):
    """A text of a document loses its bad links and says so; a document that is kept as it is must have none."""
    for text in texts:
        done, folder = import_of(judge, text)
        checked = subprocess.run([judge.errspec, "check"], cwd=folder, capture_output=True, text=True)
        if done.returncode or checked.returncode:
            yield f"imported, and refused by check: {text!r}: {done.stderr} {checked.stderr}"
        if not re.search("(javascript|vbscript|data):", re.sub(r"[\t\n\\]", "", html.unescape(text)).lower()):
            continue
        done, folder = import_of(judge, text, "--pin")
        if done.returncode != 1 or "ES0320" not in done.stderr or "page.md:" not in done.stderr:
            yield f"pinned: {text!r}: {done.stderr}"
        if [path.name for path in folder.iterdir()] != ["page.md"]:
            yield f"pinned, and something is written: {text!r}"


def check_import_good(judge):
    for text in ["[x](https://example.com) `[x]`", "see `javascript:x`", "[x](a/b:c)"]:
        done, folder = import_of(judge, text, "--pin")
        if done.returncode or "link" in done.stderr or not (folder / "spec/pinned").is_dir():
            yield f"{text!r}: {done.stderr}"


# --- the checks

def check_hand_made(judge):
    texts = {(bad, context): placed(bad, context) for bad in BAD for context in CONTEXTS}
    refused = dict(zip(texts, judge.refused(list(texts.values()))))
    bad = dict(zip(texts, together(is_bad, texts.values())))
    yield from (f"passes {context}: {text!r}" for (text, context), found in refused.items() if bad[text, context] and not found)
    yield from (f"no link anywhere: {text!r}" for text in BAD if not any(bad[text, context] for context in CONTEXTS))
    yield from (f"passes in all of one file, not alone: {text!r}" for text in BAD if not refused[text, "alone"])


def check_good(judge):
    texts = {(good, context): placed(good, context) for good in GOOD for context in CONTEXTS}
    refused = dict(zip(texts, judge.refused(list(texts.values()))))
    yield from (f"refused {context}: {text!r}" for (text, context), found in refused.items() if found)


def check_composed(judge, texts):
    refused = judge.refused(texts)
    bad = together(is_bad, texts)
    yield from (f"passes: {text!r}" for text, found, wanted in zip(texts, refused, bad) if wanted and not found)
    extra = [text for text, found, wanted in zip(texts, refused, bad) if found and not wanted]
    print(f"# {len(texts)} texts, {sum(bad)} with links that lead where none may, {len(extra)} more are refused")
    yield from (f"refused for nothing: {text!r}" for text, argued in zip(extra, together(is_argued, extra)) if not argued)
    if sum(bad) < len(texts) / 5 or sum(refused) > len(texts) * 4 / 5:
        yield "the texts do not tell good from bad"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    options = parser.parse_args()
    errspec = pathlib.Path(options.errspec).resolve()
    report = tap.Tap()
    with tempfile.TemporaryDirectory() as folder:
        judge = Judge(errspec, folder)
        if shutil.which("cmark-gfm") is None:
            report.skip("what GitHub's reader makes of texts", "there is no cmark-gfm")
        else:
            report.run(f"rule 13: {len(BAD)} spellings in {len(CONTEXTS)} contexts", lambda: list(check_hand_made(judge)))
            report.run(f"rule 13: {RANDOM_TEXTS} texts by chance", lambda: list(check_composed(judge, composed_texts())))
        report.run("rule 13: every field of markdown", lambda: list(check_fields(judge)))
        report.run("rule 13: addresses of lists of links", lambda: list(check_addresses(judge)))
        report.run("rule 13: imported documents", lambda: list(check_import(judge, [placed(bad, "alone") for bad in BAD])))
        report.run("rule 13: imported documents without bad links", lambda: list(check_import_good(judge)))
        report.run("rule 13: what is no bad link stays", lambda: list(check_good(judge)))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
