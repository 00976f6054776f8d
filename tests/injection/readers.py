"""Readers of what is generated. Each gives the shape of a file (a list), where each part of it stands, and its texts.

Formats that Python knows are read by their own readers; languages by the lexers beside this. Two files of one shape differ in
texts and comments alone."""

import ast
import csv
import io
import json
import re
import shutil
import subprocess
import tomllib
import warnings
import xml.etree.ElementTree
import xml.parsers.expat

import yaml

from lexers import LANGUAGES


class Unreadable(Exception):
    pass


def tree(value, shape, texts, is_free=False):
    """Keys as they are, in their order, but those of metadata, which are the author's; texts as texts."""
    if isinstance(value, str):
        shape.append("<text>")
        texts.append(value)
    elif isinstance(value, (list, dict)):
        shape.append(f"{type(value).__name__} of {len(value)}")
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            shape.append("<key>" if is_free else key)
            tree(item, shape, texts, key == "metadata")
    else:
        shape.append(repr(value))
    return shape, texts


def distinct(pairs):
    if len(dict(pairs)) < len(pairs):
        raise Unreadable("a key stands there twice")
    return dict(pairs)


def read_json(text):
    shape, texts = tree(json.loads(text, object_pairs_hook=distinct), [], [])
    return shape, None, texts


def read_toml(text):
    shape, texts = tree(tomllib.loads(text), [], [])
    return shape, None, texts


def read_yaml(text):
    shape = []
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        shape.append(type(event).__name__ + (f" {event.tag}" if getattr(event, "tag", None) else ""))
        shape.append(event.value if isinstance(event, yaml.ScalarEvent) and event.implicit[0] else "<text>")
    return shape, None, []


def read_csv(text):
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    return [len(row) for row in rows], None, [cell for row in rows for cell in row]


def read_spreadsheet(text):
    shape, places, texts = read_csv(text)
    live = [cell for cell in texts if re.match(r"[=+\-@\t\r]", cell) and not re.fullmatch(r"-?\d+", cell)]
    return shape + live, places, texts


def read_xml(text, live=r"(?!)"):
    """Tags and attributes; what is worked out in a text stays as it is."""
    shape, texts = [], []
    parser = xml.parsers.expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, attributes: shape.extend([tag, *sorted(attributes.items())])
    parser.EndElementHandler = lambda tag: shape.append("/" + tag)
    parser.StartDoctypeDeclHandler = parser.ProcessingInstructionHandler = lambda *parts: shape.append(("live", *parts))

    def words(text):
        shape.extend(["<text>"] if shape[-1] != "<text>" else [])
        shape.extend(("live", found) for found in re.findall(live, text))
        texts.append(text)

    parser.CharacterDataHandler = words
    parser.Parse(text, True)
    return shape, None, texts


def read_maven(text):
    shape, places, texts = read_xml(text, r"[$@]\{[^}]*")
    return shape, places, [text.replace("$ {", "${") for text in texts]


def read_msbuild(text):
    shape, places, texts = read_xml(text, r"[$@%]\([^)]*")
    return shape, places, [re.sub("%([0-9A-Fa-f]{2})", lambda hit: chr(int(hit[1], 16)), text) for text in texts]


class Plain(ast.NodeTransformer):
    """A program without the texts of its strings."""

    def __init__(self):
        self.texts = []

    def visit_Constant(self, node):
        if isinstance(node.value, str):
            self.texts.append(node.value)
            node.value = "<text>"
        return node


def read_python(text):
    """The tree; a cookie that says how the file is encoded, and what checkers of types obey, stay as they are."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        parsed = ast.parse(text)
    plain = Plain()
    shape = re.split(r"(?<=[(,]) ?", ast.dump(plain.visit(parsed)))
    cookie = [line for line in text.splitlines()[:2] if re.match(r"[ \t\f]*#.*?coding[:=]", line)]
    return shape + cookie + re.findall(r"#\s*(?:type|pyright|mypy):.*", text), None, plain.texts


SHELLS = {"sh", "console", "shell", "bash"}
FENCES = {"c++": "c", "cpp": "c", "javascript": "script", "js": "script", "typescript": "script", "ts": "script", "csharp": "csharp",
          "cs": "csharp", "ets": "script", "kts": "kotlin"}


def read_fence(info, text):
    """What is shown as a program is read as one."""
    info = FENCES.get(info, "shell" if info in SHELLS else info)
    reader = {"json": read_json, "python": read_python, "toml": read_toml, "xml": read_maven}.get(info)
    if info in LANGUAGES:
        return LANGUAGES[info].shape(text)[0]
    try:
        return reader(text)[0] if reader else [text]
    except (ValueError, SyntaxError, xml.parsers.expat.ExpatError):
        return [text]


def cmark(text):
    command = ["cmark-gfm", "-t", "xml", "-e", "table", "-e", "strikethrough", "-e", "footnotes", "-e", "autolink"]
    if shutil.which(command[0]) is None:
        return None
    made = subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout.decode()
    made = re.sub(r"<(/?)<unknown>", r"<\1footnote", made)  # what it makes of one in XML
    return re.sub(r"<!DOCTYPE[^>]*>|[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", made)

LINKS = re.compile(r"(?i)(?:https?:|mailto:|(?![a-z][a-z0-9+.-]*:))")


def read_markdown(text):
    """The tags of a page as GitHub's reader sees them; the texts between them are one each, a line break a text of its own."""
    made = cmark(text)
    if made is None:
        return [], None, []
    shape, texts = [], []
    for node in xml.etree.ElementTree.fromstring(made).iter():
        node_reads(node, shape, texts)
    return shape, None, texts


def is_bare(link):
    """Whether it is an address in a text, of which GitHub makes a link by itself, and a welcome one."""
    address, words = link.get("destination", ""), "".join(inner.text or "" for inner in link)
    return address in (words, "http://" + words, "mailto:" + words) and LINKS.match(address) is not None


def text_reads(words, shape, texts):
    """Texts side by side are one, and a line break is one of its own."""
    if shape[-1] != "<text>":
        shape.append("<text>")
        texts.append(words)
    elif "\n" in (words, texts[-1]):
        texts.append(words)
    else:
        texts[-1] += words


def node_reads(node, shape, texts):
    tag = node.tag.rsplit("}", 1)[-1]
    if tag in ("text", "softbreak"):
        text_reads("\n" if tag == "softbreak" else (node.text or "").replace("xmpp :", "xmpp:"), shape, texts)
    elif tag == "html_inline" and node.text == "<!-- -->" or tag == "link" and is_bare(node):
        return
    elif tag == "code":
        shape.append("<code>")
    else:
        shape.append(tag)
        shape.extend("<address>" if key == "destination" and LINKS.match(value) else value
                     for key, value in sorted(node.attrib.items()) if key != "title" and "}" not in key)
    if tag == "code_block":
        shape.extend(read_fence(node.get("info", ""), node.text or ""))


def lexer(name):
    def read(text):
        shape, places = LANGUAGES[name].shape(text)
        return shape, places, []
    return read


READERS = [
    (r"tsconfig\.json$|\.json5$", lexer("script")), (r"\.json$", read_json), (r"\.toml$", read_toml), (r"\.ya?ml$", read_yaml), (r"spreadsheet/.*\.csv$", read_spreadsheet),
    (r"\.csv$", read_csv), (r"\.xml$", read_maven), (r"\.csproj$", read_msbuild), (r"\.pyi?$", read_python), (r"\.md$", read_markdown), (r"(?:^|/)c_api/.*\.[ch]$", lexer("c_marked")), (r"\.(?:c|h|cpp|hpp)$", lexer("c")),
    (r"\.cs$", lexer("csharp")), (r"\.go$", lexer("go")), (r"go\.mod$", lexer("gomod")), (r"\.java$", lexer("java")), (r"\.kts?$", lexer("kotlin")),
    (r"\.lua$|rockspec$", lexer("lua")), (r"\.php$", lexer("php")), (r"\.rb$|\.gemspec$", lexer("ruby")), (r"\.rbs$", lexer("rbs")), (r"\.rs$", lexer("rust")),
    (r"\.sql$", lexer("sql")), (r"\.swift$", lexer("swift")), (r"\.(?:[mc]?[jt]s|ets)$", lexer("script")), (r"\.zig$", lexer("zig")),
    (r"CMakeLists\.txt$|\.cmake$", lexer("cmake")), (r"py\.typed$|errspec-files\.txt$", lambda text: (text.splitlines(), None, [])),
]


def read(path, text):
    """The shape, the places and the texts of a file; None of a kind that nobody reads."""
    reader = next((reader for pattern, reader in READERS if re.search(pattern, path)), None)
    if reader is None:
        return None
    try:
        return reader(text)
    except (ValueError, SyntaxError, Warning, yaml.YAMLError, csv.Error, Unreadable, xml.parsers.expat.ExpatError,
            xml.etree.ElementTree.ParseError) as fault:
        return ["unreadable", f"{fault}"[:300]], None, []



def read_page(text):
    """What must stay of a page: its headings and the first cells of its rows; and what is alive in it."""
    made = cmark(text)
    if made is None:
        return None
    heads, live, first = [], set(), False
    for node in xml.etree.ElementTree.fromstring(made).iter():
        tag = node.tag.rsplit("}", 1)[-1]
        if tag == "heading" or tag == "table_cell" and first:
            heads.append("".join(inner.text or "" for inner in node.iter()).strip())
        first = tag in ("table_row", "table_header")
        if tag in ("html_inline", "html_block") and (node.text or "").strip() not in ("<br>", "<br/>"):
            live.add(node.text)
        if tag in ("link", "image") and not LINKS.match(node.get("destination", "")):
            live.add(node.get("destination"))
    return {"heads": heads, "live": live}
