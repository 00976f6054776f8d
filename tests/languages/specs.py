"""The specs that every language has to bear: extremes, hostile texts, reserved words, and many codes.

A spec is a dict from file name to what the file holds, catalogue.yaml among them; JSON is YAML too."""

import json
import pathlib
import random
import re

HERE = pathlib.Path(__file__).resolve().parent
EXTREMES = HERE.parent / "generated" / "spec"

# What ends, opens or changes a literal or a comment somewhere.
TRAPS = [
    "\\", "\\\\", "ends in \\", "\"", "'", "\"\"\"", "'''", "`", "``` ```", "*/", "/*", "/**/", "*/ /* **//* //", "//", "///", "//!",
    "#", "# x", "#!x", "--", "--[[", "]]", "[[", "[==[", "]==]", "-->", "<!--", "<![CDATA[", "]]>", "<?php", "?>", "<? x ?>",
    "=begin", "=end", "=cut", "=pod", "{-", "-}", "(*", "*)", "%", "%s%n%d %%", "{x} {{x}} {{{x}}} {{/codes}}",
    "$x ${x} $(x) $$", "#{x} #$x #@x", "\\(x)", "\\u000a", "\\u0022", "\\u002a/", "\\user C:\\users\\x", "\\x41 \\101 \\N{DASH} \\0",
    "??/", "??= ??' ??( ??) ??! ??< ??> ??-", "??/ ??", "?", "@param x", "@", "@deprecated {@link x}", "{@code", "&", "&amp; &lt; &#42; &#x2a;",
    "<b>x</b> <script>alert(1)</script>", "</script>", "<br/>", "< >", "[x]", "[x](http://example.com)", "http://example.com/?a=b&c=d",
    "*x* **x** _x_ __x__ ~x~", "- item", "1. item", "+ item", "> quoted", "| cell |", "+build linux", "go:build linux", "export x",
    "Deprecated: no", "TODO: x", "eslint-disable", "@ts-ignore", "noqa", "type: ignore", "import x", "'; DROP TABLE codes; --",
    "=1+1", "+1", "-1", "@sum", "a,b;c\td", "tab\tin it", " blank at both ends ", "    four blanks", "two  blanks", "0", "007", "1e3", "null", "true",
    "NaN", "undefined", "__proto__", "constructor", "é 中文 😀 ñ", "e\u0301", "\u0301leading accent", "👩‍👩‍👧", "𝒳 𠀋", "\u00A0nbsp\u00A0",
    "\u00AD\u200B\u2060", "\u3000wide", "ﷺ", "ß ẞ ı İ ſ", "\uE000 private", "\uFFFD", "long " * 200, "\"" * 70, "\\" * 71, "x" * 300,
]

# Traps of more than one line, for the fields that are markdown.
LINES = [
    "first\nsecond", "first\n\nthird", "*/\n#error out\n/* again", "ends in \\\nnext", "    indented\n\ttab", "```\ncode\n```\nafter",
    "- item\n  - deeper\n\n1. one\n2. two", "=begin\n=end", "\"\"\"\n'''", "//\n--\n#", "+build x\n//go:build y", "| a | b |\n| - | - |\n| 1 | 2 |",
    "Deprecated: x\n\nDeprecated: y", "# Heading\n\nText", "EOF\nEND\n_END_", "x\n.\n", "@param x\n@return y", "trailing  \nblanks  ",
]

WORDS = """
abstract alias alignas and any as assert async auto await base become begin bool boolean break byte case catch char class clone
companion concept const constructor continue crate data debugger declare def default defer defined defmodule del delete deinit
do double dyn echo elif else elseif elsif empty end endif ensure enum error except exit explicit export extends extension extern
fallthrough false final finally fixed float fn for foreach friend from func function get global go goto guard if impl implements
import in include init inline inout instanceof int interface internal into is isset it lambda lateinit let list local lock long loop
macro match mod module move mut mutable namespace native new nil none nonlocal noreturn not null object of open operator or out
override package params pass primary print priv private protected prototype public pub raise range readonly record redo ref register
require rescue rethrow retry return sealed select self set short signed sizeof static strictfp string struct sub super suspend
switch synchronized table template test then this throw throws trait transient true try type typealias typedef typeof undef union
unless unowned unsafe unsigned until use using val var virtual void volatile weak when where while with xor yield
CLASS Class SELF Self Type Protocol Any Object None True False NULL EOF errno name code value message values keys entries hash
to_s to_string toString valueOf equals hashCode hasOwnProperty rawValue description mro Codes Info All Lookup Error Ok Err Some
i32 u8 usize str number bigint symbol select_all order group key primary_key index insert update rank
""".split()


def allowed(text):
    """Whether a spec may hold the text: no controls, separators, bidi controls or noncharacters."""
    def fine(c):
        n = ord(c)
        return not ((n < 32 and c != "\t") or 127 <= n <= 0x9F or n in (0x2028, 0x2029, 0x61C, 0x200E, 0x200F, 0xFEFF)
                    or 0xE0000 <= n <= 0xE007F or 0x202A <= n <= 0x202E or 0x2066 <= n <= 0x2069 or 0xFDD0 <= n <= 0xFDEF
                    or 0xD800 <= n <= 0xDFFF or n & 0xFFFE == 0xFFFE)
    return text.strip() != "" and all(map(fine, text))


def catalogue(name, modules):
    """The files of a catalogue of these modules, in their order."""
    files = {f"{module['module']}.yaml": module for module in modules}
    return {"catalogue.yaml": {"catalogue": name, "version": "1.2.3", "modules": list(files)}, **files}


def without_parameters(text):
    """How a message is written that is shown as this text and has no parameters."""
    def doubled(match):
        pairs = min(len(match[1]), len(match[3]))
        return match[1] + "{" * pairs + match[2] + "}" * pairs + match[3]
    return re.sub(r"(\{+)([A-Za-z][A-Za-z0-9_]*)(\}+)", doubled, text)


def in_every_text(number, text, block=None):
    """A code with the text wherever one may stand; `block` where it may have several lines."""
    block = block or text
    return {
        "code": number, "title": text, "message": without_parameters(text),
        "description": block, "causes": block if "\n" in block else [text, text],
        "actions": {"lead": text, "items": [text, "item"]}, "since": text if len(text) < 100 else "1.0",
    }


def hostile(naughty):
    """Every hostile text in every field, as the code's number too where it is a string."""
    texts = [text for text in [*TRAPS, *naughty] if allowed(text)]
    codes = {f"N{i}": in_every_text(i, text) for i, text in enumerate(texts)}
    lines = {f"L{i}": in_every_text(i, "title", text) for i, text in enumerate(LINES)}
    heads = [{"title": text, "description": text} for text in TRAPS if allowed(text)] + [{"title": "title", "description": text} for text in LINES]
    grouped = {f"G{i}": {"code": i, "message": "under a heading", "group": f"g{i}"} for i, _ in enumerate(heads)}
    strings = {f"S{i}": {"code": text, "message": "its code is hostile"}
               for i, text in enumerate(dict.fromkeys(text for text in texts if "\t" not in text))}
    return catalogue("hostile", [
        {"module": "naughty", "title": TRAPS[12], "intro": "\n".join(["*/", "\"\"\"", "?>"]), "owner": "\\",
         "catch_all": {"code": "Other", "message": "*/ \" \\ ' $x #{x} ${x}"}, "codes": codes},
        {"module": "lines", "codes": lines},
        {"module": "grouped", "groups": {f"g{i}": head for i, head in enumerate(heads)}, "codes": grouped},
        {"module": "code_texts", "type": "string", "codes": strings},
    ])


def tagged(code):
    """Codes with tags, some of their own and some not, and a few without any."""
    return {f"TAGGED_{i}": {"code": code(i), "message": f"tagged {i}", **({"tags": [f"t{i}", "common", f"t{i % 3}_x"]} if i % 5 else {})}
            for i in range(40)}


def extremes():
    """The limits of every type, no code, one code, the states of a code, dense and sparse numbers."""
    files = {path.name: path.read_text(encoding="utf-8") for path in sorted(EXTREMES.glob("*.yaml"))}
    dense = {f"STEP_{i}": {"code": i, "message": f"step {i}"} for i in range(300)}
    sparse = {f"POWER_{i}": {"code": (-1) ** i * 2 ** i, "message": f"power {i}"} for i in range(31)}
    runs = {f"RUN_{i}": {"code": 1000 * (i % 2) + i, "message": "the same message"} for i in range(100)}
    low_bits = {f"SHIFTED_{i}": {"code": i << 40, "message": f"shifted {i}"} for i in range(200)}
    more = [
        {"module": "dense", "codes": dense}, {"module": "sparse", "codes": sparse}, {"module": "two_runs", "codes": runs},
        {"module": "low_bits", "type": "uint64", "codes": low_bits},
        {"module": "tagged", "type": "int64", "codes": tagged(lambda i: 7 * i - 2 ** 63)},
        {"module": "tagged_texts", "type": "string", "codes": tagged("T{}".format)},
        {"module": "former", "codes": {"NEW_NAME": {"code": 1, "message": "renamed", "aliases": ["OLD_NAME", "OLDER_NAME"]}}},
    ]
    files.update({f"{module['module']}.yaml": module for module in more})
    listing = "".join(f"  - {name}\n" for name in files if name != "catalogue.yaml")
    files["catalogue.yaml"] = f"catalogue: extremes\nversion: \"1.2.3\"\nmodules:\n{listing}"
    return files


def reserved_words():
    """Codes, and modules, whose names some language has taken; one file each, so that each is judged alone."""
    codes = {word: {"code": i, "message": word} for i, word in enumerate(dict.fromkeys(WORDS))}
    folded, apart = set(), {}
    for name, code in codes.items():
        if name.lower().replace("_", "") not in folded:
            folded.add(name.lower().replace("_", ""))
            apart[name] = code
    modules = [{"module": word, "codes": {"ONLY": {"code": 1, "message": word}}}
               for word in ("class", "default", "match", "import", "func", "package", "self", "end", "type", "error", "string")]
    return catalogue("reserved_words", [{"module": "words", "codes": apart}, *modules])


def long_texts(most):
    """Texts of so many bytes, in letters, in Chinese and beyond U+FFFF."""
    texts = [letter * (most // size) + "x" * (most % size) for letter, size in (("y", 1), ("\u4e2d", 3), ("\U0001f600", 6))]
    fields = ("title", "message", "description", "causes", "actions")
    codes = {f"LONG_{i}": {"code": i, **{field: text for field in fields}} for i, text in enumerate(texts)}
    items = {"LISTED": {"code": 9, "message": "a list", "causes": [texts[0][:most // 2 - 2], texts[0][:most - most // 2 - 3]]}}
    return catalogue("long_texts", [
        {"module": "long", "codes": {**codes, **items}},
        {"module": "long_codes", "type": "string", "codes": {"LONG": {"code": texts[0][:16384], "message": "a long code"}}},
    ])


def many(count):
    """Codes as real sets have them: runs and gaps, names of two to five words, messages of a few words."""
    dice = random.Random(count)
    nouns = "FILE IMAGE BUFFER SESSION TOKEN QUEUE INDEX STREAM HEADER CHANNEL RECORD SURFACE CACHE CODEC DEVICE".split()
    verbs = "INVALID MISSING EXPIRED BROKEN CLOSED FULL EMPTY LOCKED STALE UNKNOWN UNSUPPORTED TRUNCATED".split()
    number, codes = -49_000_000, {}
    for i in range(count):
        number += 1 if dice.random() < 0.8 else int(dice.lognormvariate(5, 1.5)) + 1
        name = "_".join([dice.choice(nouns), dice.choice(verbs), dice.choice(nouns), str(i)])
        codes[name] = {"code": number, "message": f"{dice.choice(nouns).lower()} {i} is {dice.choice(verbs).lower()}"}
    return catalogue("many_codes", [{"module": "many", "codes": codes}])


def write(files, folder):
    """Writes the files of a spec; returns the catalogue's path."""
    folder.mkdir(parents=True)
    for name, content in files.items():
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "catalogue.yaml"
