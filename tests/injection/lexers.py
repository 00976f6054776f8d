"""Small lexers of languages: what a text of a program is made of, for who wants to know whether a text became a program.

The shape of a file is the list of its tokens. Strings and comments are one token each whatever they hold, and neighbours
of a kind are one. What is alive inside of them (a string that interpolates, a comment that a tool obeys) stays as it is."""

import re


class Language:
    """`tokens`: kinds and patterns, in the order in which they are tried. A kind is word, number, space, or begins with
    string or comment; `live` gives by kind the patterns of what is obeyed there. `prepare` is what the language itself
    does to a text before. `nested`: comments nest."""

    def __init__(self, tokens, live=None, prepare=None, nested=False, numbers=True):
        self.pattern = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in tokens) + r"|(?P<other>.)", re.S | re.M)
        self.live = {kind: re.compile(pattern, re.S | re.M) for kind, pattern in (live or {}).items()}
        self.prepare = prepare or (lambda text: text)
        self.nested, self.numbers = nested, numbers

    def end_of_comment(self, text, at):
        depth = 0
        for mark in re.compile(r"/\*|\*/").finditer(text, at):
            depth += 1 if mark.group() == "/*" else -1
            if depth == 0:
                return mark.end()
        return len(text)

    def tokens(self, text):
        at = 0
        while at < len(text):
            hit = self.pattern.match(text, at)
            kind, end = hit.lastgroup, hit.end()
            if self.nested and kind.startswith("comment") and hit.group().startswith("/*"):
                end = self.end_of_comment(text, at)
            yield kind, text[at:end], at
            at = end

    def shape(self, text):
        """The tokens, and the line of each."""
        text, shape, places = self.prepare(text), [], []
        for kind, token, at in self.tokens(text):
            if kind == "space":
                continue
            found = tuple(self.live[kind].findall(token)) if kind in self.live else ()
            if kind.startswith(("string", "comment")):
                token = "<" + re.match("string|comment", kind).group() + ">"
            elif kind == "number" and not self.numbers:
                token = "<number>"
            if found:
                shape.extend(("live", *found))
                places.extend([at] * (1 + len(found)))
            if token[0] != "<" or not shape or shape[-1] != token or found:
                shape.append(token)
                places.append(at)
        return shape, [text, places]


def c_phases(text):
    """Trigraphs, then lines that are spliced; blanks behind the backslash count as none, as for gcc."""
    for mark, meant in zip("=/'()!<>-", "#\\^[]|{}~"):
        text = text.replace("??" + mark, meant)
    text = re.sub(r"\buint\d+_t (\w+_at|at);", r"uint_t \1;", re.sub(r"\\[ \t]*\n", "", text))
    return re.sub(r"^static const struct \{.*?^\} \w+_pool = \{.*?^\};", one_piece, text, flags=re.S | re.M)


def one_piece(pool):
    """Long texts stand in several arrays of char; how many there are, their lengths say."""
    text = re.sub(r"char \w+_\d+\[\d+\];\s*", "", pool.group())
    text = re.sub(r"\{ (?:'\\\d{3}',\s*)+\}", '""', text)
    return re.sub(r'",\n\s*"', '"\n"', text)


def java_phases(text):
    """Escapes of characters are read first; the parts of a long text count as one."""
    text = re.sub(r'(?<!\\)" \+ \(Object\) "', "", text)
    return re.sub(r"(?<!\\)((?:\\\\)*)\\u+([0-9A-Fa-f]{4})", lambda hit: hit[1] + chr(int(hit[2], 16)), text)


def kotlin_phases(text):
    """The parts of a long text count as one."""
    return re.sub(r'(?<!\\)" \+ String\(\) \+ "', "", text)


def csharp_phases(text):
    """Paragraphs of one text count as one."""
    return re.sub(r"</para>\n\s*/// <para>", "", text)


def ruby_phases(text):
    """What stands behind __END__ is no program; what stands between =begin and =end neither. Some comments are obeyed at
    the head of a file alone, and how it is encoded says its first line, or the second."""
    head = re.match(r"(?:#[^\n]*\n|\s*\n)*", text).group()
    first = "\n".join(text.split("\n", 2)[:2])
    text += "".join(f" {word} " for word in re.findall(r"(?i)frozen.string.literal", head) + re.findall(r"(?i)coding[:=]", first))
    text = re.sub(r"^__END__$.*", " __END__ ", text, flags=re.S | re.M)
    return re.sub(r"^=begin\b.*?^=end\b[^\n]*", " __BEGIN__ ", text, flags=re.S | re.M)


def php_phases(text):
    """The program without what is shown as it is; a ?> ends it, in comments of a line too."""
    return text if text.startswith("<?php") else "<shown> " + text


SPACE = ("space", r"\s+")
WORD = ("word", r"[^\W\d]\w*")
NUMBER = ("number", r"\d[\w.]*(?:(?<=[eE])[+-]\d+)?")
LINE, BLOCK = ("comment", r"//[^\n]*"), ("commentblock", r"/\*.*?(?:\*/|\Z)")
DOUBLE, SINGLE = ("string", r'"(?:[^"\\\n]|\\.)*"'), ("stringsingle", r"'(?:[^'\\\n]|\\.)*'")
CHAR = ("char", r"'(?:[^'\\\n]|\\(?:[^u\n]|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}))'")
DOXYGEN = r"[@\\](?:[A-Za-z]\w*|[{}&$#%<>.~\"-])|(?<!^)/[*]|(?<!\\)</?[A-Za-z!][^>]*>"
DOC_TAGS = r"(?<!\\)@\w+|\{@\w+|(?<!\\)</?[A-Za-z!][^>]*>"
C_TOKENS = [SPACE, LINE, BLOCK, DOUBLE, ("stringchars", r"'\\[0-7]{3}'(?:,\s*'\\[0-7]{3}')*"), ("char", r"'(?:[^'\\\n]|\\.)*'"), WORD, NUMBER]
SCRIPT_TOKENS = [SPACE, ("comment", "//[^\n\u2028\u2029]*"), BLOCK, DOUBLE, SINGLE, ("stringtemplate", r"`(?:[^`\\]|\\.)*`"), WORD, NUMBER]
SCRIPT_LIVE = {"stringtemplate": r"(?<!\\)\$\{[^}]*", "commentblock": DOC_TAGS, "comment": r"^//+\s*@ts-[\w-]+|^//[#@] ?source\w+|^//\s*eslint\S*"}
RUBY_TOKENS = [SPACE, ("comment", r"#[^\n]*"), DOUBLE, SINGLE, ("back", r"`[^`\n]*`"), WORD, NUMBER]

# Doxygen reads comments that are marked for it. Where others stand as people wrote them, nothing in those is a command.
MARKED = ("commentdoc", r"/\*(?:\*(?!/)|!).*?(?:\*/|\Z)")

LANGUAGES = {
    "c_marked": Language([SPACE, LINE, MARKED, *C_TOKENS[2:]], {"comment": DOXYGEN, "commentdoc": DOXYGEN, "commentblock": r"(?<!^)/[*]"}, c_phases, numbers=False),
    "c": Language(C_TOKENS, {"comment": DOXYGEN, "commentblock": DOXYGEN}, c_phases, numbers=False),
    "csharp": Language([
        SPACE, ("commentdoc", r"///[^\n]*(?:\n\s*///[^\n]*)*"), LINE, BLOCK, ("raw", r'\$+"""[^\n]*|"""[^\n]*'), ("verbatim", r'(?:\$@|@\$|@)"(?:[^"]|"")*"'),
        ("template", r'\$"(?:[^"\\\n]|\\.)*"'), DOUBLE, ("char", r"'(?:[^'\\\n]|\\.)+'"), WORD, NUMBER],
        {"commentdoc": r"</?[A-Za-z!][^>]*>|<!|&(?!(?:amp|lt|gt|quot|apos|#\d+);)"}, csharp_phases),
    "go": Language([SPACE, LINE, BLOCK, DOUBLE, ("stringraw", r"`[^`]*`"), ("char", r"'(?:[^'\\\n]|\\.)+'"), WORD, NUMBER],
                   {"comment": r"^//(?:\w+:.*|line .*|export .*|extern .*|\s*\+build.*)", "commentblock": r"^/\*line .*"}),
    "java": Language([SPACE, LINE, BLOCK, ("stringtext", r'"""(?:[^"\\]|\\.|"(?!""))*"""'), DOUBLE, ("char", r"'(?:[^'\\\n]|\\.)+'"), WORD, NUMBER],
                     {"commentblock": DOC_TAGS}, java_phases),
    "kotlin": Language([
        SPACE, LINE, BLOCK, ("stringtext", r'"""(?:[^"]|"(?!""))*"""'), DOUBLE, CHAR, ("word", r"`[^`\n]*`|[^\W\d]\w*"), NUMBER],
        {"string": r"(?<!\\)(?:\\\\)*\$(?:\w+|\{[^}]*)", "stringtext": r"\$(?:[A-Za-z_]\w*|\{[^}]*)", "commentblock": r"^\s*\* @\w+"}, kotlin_phases, nested=True),
    "lua": Language([SPACE, ("commentblock", r"--\[(?P<one>=*)\[.*?(?:\](?P=one)\]|\Z)"), ("comment", r"--[^\n]*"), ("stringraw", r"\[(?P<two>=*)\[.*?\](?P=two)\]"), DOUBLE, SINGLE,
                     WORD, NUMBER], {"comment": r"^---?\s*@\w+"}),
    "php": Language([SPACE, ("comment", r"(?://|#(?!\[))(?:[^\n?]|\?(?!>))*"), BLOCK, ("end", r"\?>.*?(?:<\?php|<\?=|\Z)"),
                     ("heredoc", r"<<<[^\n]*"), DOUBLE, SINGLE, WORD, NUMBER],
                    {"string": r"(?<!\\)(?:\\\\)*(?:\$[A-Za-z_{]\w*|\{\$)", "commentblock": r"@\w+|\{@\w+"}, php_phases),
    "rbs": Language(RUBY_TOKENS),
    "ruby": Language(RUBY_TOKENS,
                     {"string": r"(?<!\\)(?:\\\\)*#(?:\{[^}]*|@\w*|\$\w*)",
                      "comment": r"(?i)^#.*?(?:warn[-_]indent|shareable[-_]constant[-_]value)\s*[:=].*|rubocop:.*|(?<![\\:])\b:(?:nodoc|stopdoc|startdoc|enddoc|include|main|title|call-seq|category|section|markup|notnew|yields?|args?|doc):"},
                     ruby_phases),
    "rust": Language([
        SPACE, ("comment", r"//[^\n]*(?:\n\s*//[^\n]*)*"), BLOCK, ("stringraw", r'\bb?r(?P<one>#*)".*?"(?P=one)'), ("string", r'b?"(?:[^"\\]|\\.)*"'),
        CHAR, ("word", r"'?[^\W\d]\w*"), NUMBER], {"comment": r"//[/!].*?(?:`{3}|~{3}).*|^\s*//[/!](?: {5,}|\t)\S[^\n]*|\r|//[/!][^\n]*?(?<!\\)</?[A-Za-z!][^>]*>"}, nested=True),
    "script": Language(SCRIPT_TOKENS, SCRIPT_LIVE),
    "shell": Language([SPACE, ("comment", r"(?<!\S)#[^\n]*"), ("string", r'"(?:[^"\\]|\\.)*"'), ("stringsingle", r"'[^']*'"),
                       ("word", r"[\w./@=:+,%-]+")], {"string": r"(?<!\\)(?:\\\\)*(?:\$[\w({]|`)"}),
    "sql": Language([SPACE, ("comment", r"--[^\n]*|#[^\n]*"), BLOCK, ("string", r"'(?:[^']|'')*'"), ("quoted", r'"[^"]*"|`[^`]*`'), WORD, NUMBER],
                    {"commentblock": r"/\*[!+M].*"}),
    "swift": Language([
        SPACE, LINE, BLOCK, ("stringraw", r'(?P<one>#+)"(?:[^"\n]|"(?!(?P=one)))*"(?P=one)'), ("stringtext", r'"""(?:[^"\\]|\\.|"(?!""))*"""'), DOUBLE,
        ("word", r"`[^`\n]*`|[^\W\d]\w*"), NUMBER],
        {"string": r"(?<!\\)(?:\\\\)*\\\([^)]*", "stringtext": r"(?<!\\)(?:\\\\)*\\\([^)]*", "stringraw": r"\\#+\("}, nested=True),
    "zig": Language([SPACE, LINE, ("lines", r"\\\\[^\n]*"), ("quoted", r'@"(?:[^"\\\n]|\\.)*"'), DOUBLE, ("char", r"'(?:[^'\\\n]|\\.)+'"), WORD, NUMBER]),
    "cmake": Language([SPACE, ("commentblock", r"#\[(?P<one>=*)\[.*?(?:\](?P=one)\]|\Z)"), ("comment", r"#[^\n]*"), ("stringraw", r"\[(?P<two>=*)\[.*?\](?P=two)\]"),
                       ("string", r'"(?:[^"\\]|\\.)*"'), ("word", r"(?:[^\s()#\"\\;]|\\.)+")],
                      {"string": r"(?<!\\)(?:\\\\)*(?:\$(?:ENV|CACHE)?\{[^}]*|@\w+@|;)"}),
    "gomod": Language([("space", r"[ \t]+"), ("comment", r"//[^\n]*\n*"), ("line", r"\n+"), DOUBLE, ("stringraw", r"`[^`]*`"), ("word", r"[^\s\"`]+")]),
}
