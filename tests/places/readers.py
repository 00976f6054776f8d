"""Small readers, one for each way in which languages write a text: each undoes what a place has done.

They know nothing of the manifests. A reader is exact, or loose: then it passes over what a comment may change, such as blanks."""

import html
import re

LETTERS = {"n": "\n", "t": "\t", "r": "\r"}
NUMBERED = re.compile(r"\(?U\+([0-9A-F]{4,6})\)?")


def utf16(text):
    """Joins pairs of surrogates."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def by_backslash(pattern, of=None):
    """A reader of literals in which a backslash begins `pattern`; the number in it may be one of several groups."""
    compiled = re.compile(r"\\(?:" + pattern + r"|(.))", re.S)

    def one(hit):
        *numbers, letter = hit.groups()
        for number, base in zip(numbers, of or [16] * len(numbers)):
            if number is not None:
                return chr(int(number, base))
        return LETTERS.get(letter, letter)

    def read(text):
        if re.search(r'(?<!\\)(?:\\\\)*"', text):
            return None  # the literal has ended
        return utf16(compiled.sub(one, text))
    return read


def by_bytes(pattern, base):
    """A reader of literals in which numbers are bytes of UTF-8."""
    def read(text):
        if re.search(r'(?<!\\)(?:\\\\)*"', text):
            return None
        text = re.sub(r"[^\0-\x7f]+", lambda hit: hit[0].encode().decode("latin-1"), text)
        found = re.sub(r"\\(?:(" + pattern + r")|(.))", lambda hit: chr(int(hit[1], base)) if hit[1] else LETTERS.get(hit[2], hit[2]), text)
        return found.encode("latin-1").decode("utf-8", "replace")
    return read


def c_string(text):
    """There are trigraphs."""
    return None if re.search(r"\?\?[=/'()!<>-]", text) else by_bytes(r"[0-7]{1,3}", 8)(text)


def c_bytes(text):
    numbers = re.fullmatch(r"(?:'\\([0-7]{3})',)*", text)
    return bytes(int(number, 8) for number in re.findall(r"'\\([0-7]{3})',", text)).decode("utf-8", "replace") if numbers else None


def java_string(text):
    """Unicode escapes are read before everything else, also in comments."""
    first = re.sub(r"(?<!\\)((?:\\\\)*)\\u+([0-9a-fA-F]{4})", lambda hit: hit[1] + chr(int(hit[2], 16)), text)
    return by_backslash(r"([0-7]{1,3})", [8])(first)


def doubled(mark):
    def read(text):
        return None if mark in text.replace(mark * 2, "") else text.replace(mark * 2, mark)
    return read


def dollars(text):
    """Literals in which a dollar begins a value, unless a backslash stands before it."""
    return None if re.search(r"(?<!\\)(?:\\\\)*\$", text) else by_backslash(r"u\{?([0-9a-fA-F]{1,6})\}?")(text)


def hashes(text):
    """Literals in which #{, #$ and #@ begin a value."""
    return None if re.search(r"(?<!\\)(?:\\\\)*#[{$@]", text) else by_backslash(r"u\{([0-9a-fA-F]+)\}")(text)


def single(text):
    """Between single quotes."""
    if re.search(r"(?<!\\)(?:\\\\)*'", text):
        return None
    return by_backslash(r"u([0-9a-fA-F]{4})")(text.replace('"', '\\"'))


def shell_quoted(text):
    """Between single quotes of a shell, which end before a quote that stands behind a backslash, and begin again."""
    bare = text.replace("'\\''", "")
    return None if "'" in bare else text.replace("'\\''", "'")


def described(text):
    """What zsh says of an option, between single quotes: a backslash before a bracket, a colon or another one."""
    inner = shell_quoted(text)
    return None if inner is None or re.search(r"(?<!\\)(?:\\\\)*[\[\]:]", inner) else re.sub(r"\\(.)", r"\1", inner)


def entities(text):
    return html.unescape(text)


def backslashes(text):
    """Markdown: a backslash before punctuation, entities, and comments that say nothing."""
    text = text.replace("<!-- -->", "")
    return html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", lambda hit: f"&#{ord(hit[1])};", text))


def property_value(text):
    """MSBuild's: percent signs and numbers, in XML."""
    return html.unescape(percent(text))


def spreadsheet(text):
    """A quote before what would be a formula is not part of the text."""
    found = doubled('"')(text)
    return None if found is None or re.match(r"[=+@\t-]", found) else found.removeprefix("'")


def cell(text):
    """A cell of a table in markdown: a bar behind a backslash, and breaks for lines."""
    return None if re.search(r"(?<!\\)\|", text) else re.sub(r"<br/?>", "\n", text.replace("\\|", "|"))


def shown_cell(text):
    return backslashes(cell(text) or "")


def described(text):
    """A description of zsh, within single quotes that a quote ends and begins again."""
    parts = text.split("'\\''")
    return None if any("'" in part for part in parts) else re.sub(r"\\(.)", r"\1", "'".join(parts), flags=re.S)


def percent(text):
    return re.sub(r"(?:%[0-9A-F]{2})+", lambda hit: bytes.fromhex(hit[0].replace("%", "")).decode("utf-8", "replace"), text)


EXACT = {
    "as_is": str,
    "c_string": c_string,
    "c_bytes": c_bytes,
    "single_quoted": single,
    "utf16_string": by_backslash(r"u([0-9a-fA-F]{4})"),
    "long_string": by_backslash(r"u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})"),
    "braced_string": by_backslash(r"u\{([0-9a-fA-F]+)\}"),
    "decimal_string": by_bytes(r"[0-9]{1,3}", 10),
    "java_string": java_string,
    "dollar_string": dollars,
    "hash_string": hashes,
    "double_quotes": doubled('"'),
    "quotes": doubled("'"),
    "percent": percent,
    "shell_quoted": shell_quoted,
    "described": described,
    "xml": html.unescape,
    "cell": cell,
    "described": described,
    "spreadsheet": spreadsheet,
}
LOOSE = {"entities": entities, "backslashes": backslashes, "property_value": property_value, "shown_cell": shown_cell, "spaced": str}
READERS = {**EXACT, **LOOSE}


def even(text, name):
    """A text without what a loose reader passes over: runs of blanks, bullets, characters by their numbers, and blanks that keep a
    word from being a link or a declaration; `spaced` passes over all blanks and bullets."""
    text = re.sub(r"(?i)(xmpp|ftp|coding) ([:=])", r"\1\2", text)
    text = NUMBERED.sub(lambda hit: chr(int(hit[1], 16)), text)
    if name == "spaced":
        return "".join(re.sub(r"(?m)^[ \t]*[-*+]", "", text).split())
    return " ".join(re.sub(r"(?m)^[ \t]*[*+] ", "- ", text).split())


def finds(name, escaped, text):
    """Whether the reader finds the text; a loose one also behind the marks of a comment's lines."""
    found = READERS[name](escaped)
    if found is None or name in EXACT:
        return found == text
    bare = re.sub(r"\n[ \t]*(?:///?|//!|\*|#|--)(?=[ \n]|$)", "\n", found)
    return even(text, name) in (even(found, name), even(bare, name))


def guess(cases):
    """The first reader that finds the text of every case."""
    return next((name for name in READERS if all(finds(name, escaped, text) for text, escaped in cases)), None)
