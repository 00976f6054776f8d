"""Hostile texts by what they try, so that those of a kind do the same to an escape that is missing. What would be obeyed
outside of a text is called `canary`."""

import re

LONG = 64 * 1024

KINDS = {
    # what ends a literal
    "a double quote": [
        '"canary', '"', '";canary();"', '"+canary()+"', '")canary("', '" canary="', '"], canary = ["', '", canary, "', '", "canary": "', '"#canary#"', '"##canary', 'r#"canary"#', '@"canary',
        '$"{canary}"', '" onload="canary', '"","canary"', '"\ncanary',
    ],
    "three double quotes": ['"""canary"""', '""""canary', '"""'],
    "a double quote at the end": ['canary"', '=canary"'],
    "a single quote": ["'canary", "'", "';canary();'", "'+canary()+'", "' canary='", "'; canary; --", "'''", "'''\ncanary\n'''", "'br canary", "'\ncanary"],
    "pairs of quotes": ["``''canary", "''``; canary"],
    "a backslash at the end": ["canary\\", "\\", "\\" * 4095],
    "a backslash before quotes": ['\\"\\\'canary', '\\"canary \\\'', '\\"""canary"""\\\''],
    "an escape of a language": ["\\u0022canary", "\\uu0022canary", "\\u002a\\u002f canary", "\\u", "\\u{22}canary"],
    "a comment that an escape ends": ["\\u002a\\u002f canary", "\\u002a/canary"],
    "escapes": [
        "\\n", "\\x", "\\x41canary", "\\\\u0022canary", '\\\\"canary', "\\U00000022canary", "\\101canary", "\\0", "\\N{QUOTATION MARK}canary", "\\#(canary)", "\\{canary}", "\\%s",
        "\\''; canary; --", "''; canary", '\\"canary', "\\'canary", '\\"""canary', "\\`canary", "\"'`canary`'\"", "\\|", "*\\/canary", "\\end{verbatim}canary",
    ],
    "a trigraph at the end": ["canary??/", "??/"],
    "trigraphs": ['??/"canary', "what??!", "??'canary??'", "*??/\n/canary"],
    # what is worked out in a literal
    "interpolation in braces": ["${canary}", "${jndi:canary}", "$${canary}", "\\${canary}", "`${canary}`", "${{ canary }}"],
    "interpolation of a name": ["$canary", "{$canary}"],
    "interpolation of a shell": ["$(canary)", "\"$(canary)\"", "$([System.IO.File]::Exists('canary'))", "\\$(canary)", "1.0$(canary)", "'$(canary)'"],
    "interpolation of Ruby": ["#{canary}"],
    "a variable of Ruby": ["#@canary", "#@@canary"],
    "a global of Ruby": ["#$canary"],
    "interpolation of Swift": ["\\(canary)"],
    "variables of build systems": ["$ENV{canary}@canary@;", "$CACHE{canary};canary", "@(canary);$ENV{canary}"],
    "percents": ["%(canary)", "%24(canary)%(canary)", "%%canary%(x)"],
    "marks of templates": [
        "{{canary}}", "{canary", "{{{canary}}}", "{{=<% %>=}}<%canary%>", "{{> canary}}", "{{#canary}}", "{{ canary }}", "{% canary %}", "<%= canary %>", "{0}{canary}", "<canary/>{canary}",
    ],
    "formats": ["%s%s%n", "%1$n", "%canary%", "%%canary%%", "%22canary", "%24(canary)", "@(canary)", "@canary@", "$ENV{canary}", "$CACHE{canary}", "$<canary>", "$[canary]"],
    # what ends a comment, or begins one
    "the end of a comment": ["*/canary/*", "*/", "**//canary", "*/" * 2048, "/*line canary:1*/"],
    "the start of a comment": ["/*canary", "/*"],
    "a comment of several lines": ["canary\n*/", "canary\n/canary", "*\\\n/canary", "\n/*/canary"],
    "a spliced line": ["canary\\\ncanary", "canary\\ \ncanary", "a\\\ncanary"],
    "lines": ["\ncanary", "canary\ncanary", "a  \ncanary", "\n#canary", "\n//canary", "\n--canary", "\n@throws canary", "\n@param canary", "\n.so canary", "\n#include \"canary\"\n"],
    "a line at the end": ["canary\n", "canary\n\n"],
    "paragraphs": ["canary\n\ncanary", "\n\ncanary();", "\n\n    canary();"],
    "two dashes": ["--canary", "--", "-->canary", "--!>canary", "--[[canary", "--><canary/>"],
    "the end of a program": ["?>canary", "?><?php canary();"],
    "the end of a comment of XML": ["]]>canary"],
    "comments": ["//canary", "=begin\ncanary", "\n=begin\ncanary\n=end", "\n=end\ncanary", "__END__", "\n__END__\ncanary", "*)canary(*", "/+canary", "+/canary", "* /canary", "#[canary]"],
    # what tools obey in comments
    "encodings": ["-*- coding: utf-7 -*-", "-*-coding:utf-7 -*- canary"],
    "encodings set": ["vim: set fileencoding=utf-7 :", "coding=utf-7 canary"],
    "words of Ruby": ["frozen_string_literal: false, shareable_constant_value: literal, warn_indent: true, rubocop:disable canary"],
    "words of Ruby with dashes": ["frozen-string-literal: false, shareable-constant-value: literal, warn-indent: true, rubocop:todo canary"],
    "words of Swift and Zig": ["swiftlint:disable swift-format-ignore zig fmt: off canary"],
    "words of Go": ["+build ignore", "+build canary"],
    "a deprecation": ["Deprecated: canary", "Deprecated:"],
    "a directive": ["//go:embed canary", "go:embed canary", "//go:build ignore", "go:generate canary", "line canary:1", "//line canary:1", "type: ignore[canary]", "noinspection canary", "\n# encoding: utf-7", "coding: utf-7",
                    "frozen_string_literal: false", "warn_indent: true"],
    "a directive of RDoc": [":nodoc: canary", ":include:canary"],
    "a tag of documentation": ["@canary", "@include canary", "@param canary", "@deprecated", "@ts-ignore", "@canary()"],
    "a command of Doxygen": ["\\htmlonly canary \\endhtmlonly", "\\include canary", "\\code canary"],
    "an inline tag": ["{@link canary}", "{@code canary}", "{@code canary", "{@inheritDoc}"],
    "a number sign": ["#canary", "#include <canary>", "#line 1 \"canary\"", "#define canary", "#pragma canary", "#!canary", "#[[canary"],
    "a number sign at the end": ["the canary #", "the canary ##"],  # no value is the rest
    # markup
    "a tag of HTML": [
        "<b>canary", "<script>canary()</script>", "<canary>", "<img src=x onerror=canary>", "<details>",
        "<see cref=\"canary\"/>", "<inheritdoc/>", "<javascript:canary>",
    ],
    "the end of a tag": ["</canary>", "</script><script>canary", "</style>", "</version><canary>", "</summary><canary>"],
    "HTML that needs no end": ["<!--canary", "<details canary", "<!-- canary", "<!DOCTYPE canary>", "<!ENTITY canary SYSTEM 'x'>", "<?xml-stylesheet canary?>", "<?php canary", "<?= canary ?>"],
    "an entity": ["&canary;", "&canary &"],
    "a character spelt out": ["&lt;canary&gt;", "&#34;canary", "&lt;script&gt;", "&amp;canary"],
    "emphasis": ["**canary**", "*canary*", "***canary***"],
    "underscores": ["_canary_", "__canary__"],
    "strikethrough": ["~~canary~~"],
    "code": ["`canary`", "``canary``", "`|`", "``", "`canary"],
    "a backslash before markup": ["\\`canary`", "\\`canary`\\_canary_"],
    "a link": ["[canary](https://example.com/canary)", "[canary](javascript:canary)", "![canary](canary)"],
    "a definition": ["[canary]: javascript:canary", "[canary]: canary", "[^canary]: canary"],
    "brackets": ["[canary]", "[[canary]]", "[^canary]", "]]canary", "]==]canary", "[==[canary]==]", "--[==[canary"],
    "a cell": ["left | right", "| left | right |"],  # no value is a part of them
    "a fence": ["\n```\ncanary();\n```", "```canary\n```"],
    "another fence": ["~~~\ncanary();\n~~~", "~~~canary\n~~~"],
    "an open fence": ["```canary", "~~~canary\ncanary", "~~~canary"],
    "an indented line": ["\n\n    canary();", "    canary"],
    "a heading": ["# canary", "# canary\n# canary"],
    "headings": ["canary\n===", "canary\n---", "\n***\n", "\n# canary"],
    "an equals sign": ["=canary()", "=1+cmd|' /C canary'!A0", "="],
    "a plus sign": ["+ canary", "+ canary()"],
    "a plus sign before a name": ["+canary()"],
    "a dash": ["- canary", "- Parameter canary: x"],
    "a dash before a name": ["-canary()", "-rf"],
    "a star": ["* canary"],
    "a numbered item": ["1. canary", "1. canary\n2. canary"],
    "an item with a bracket": ["1) canary", "1) canary\n2) canary"],
    "a quotation": ["> canary", "> canary\n> canary"],
    "an address": ["https://example.com/canary", "file:///canary", "git+ssh://canary"],
    "an address of ftp": [" ".join(f"{scheme}://canary.org" for scheme in ("ftp", "ftP", "fTp", "fTP", "Ftp", "FtP", "FTp", "FTP"))],
    "an address of a chat": ["xmpp:canary@canary.org", "(xmpp:canary@canary.org/canary)"],
    "a scheme": ["javascript:canary", "www.example.com", "JaVaScRiPt:canary", "data:text/html,canary", "vbscript:canary"],
    "brackets in addresses": ["canary) canary", ")canary"],
    "an open bracket": ["(canary", "(" * 4096],
    "blanks and tabs": ["a b\tcanary", "a\tb canary"],
    "a tab": ["\tcanary", "\t=canary()", "\t canary"],
    "a line at the start": ["\n=canary()"],
    # data
    "data": [
        "[canary]", "canary = 1", "canary: 1", "? canary", "!!canary x", "!canary", "&canary x", "*canary", "%canary", "%TAG ! canary", "---", "...", "{canary: 1}", "[canary, x]", "<<: canary",
        "x # canary", "<![CDATA[canary]]>", ",canary,", ";canary;", " =canary()", "null", "true", "~", "0x1", "1e9", "NaN", "x=canary", "{canary,x}", ":canary:", "*", "|", "| canary | canary |", "$$canary$$", "{.canary}", "{#canary}",
    ],
    "lines of data": ["\n[canary]\nx = 1", "\ncanary = 1", "]\n[canary", "\ncanary: 1", "\n- canary", "\n---\ncanary: 1", "\ncanary,canary", "a | canary\n- | -\nb | c", "1.0\ncanary", "\ncanary\n", "\n> canary"],
    "words of a shell": ["; canary", "| canary", "& canary", "&& canary", "> canary ", "< canary", "~canary", "?", "!canary", "!!", "a b canary", "<(canary)", "(canary)", "x #canary", "1.0; canary", "-- canary"],
    "a path": ["../canary", "/canary", "..", ".", "C:canary", "canary/../../x", "%2e%2e/canary"],
    "a line of a log": ["::error::canary", "##[error]canary"],
    "a directive of roff": [".so canary"],
    # what is no name
    "names": [
        "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "__init__", "canary.canary", "canary canary", "canary-canary", "canary;", "canary{", "canary<canary>", "canary()",
        "canary=1", "9canary", "_canary", "canary\u00e9", "\u0441anary", "canary\u0301", "class", "if", "con", "nul", "COM1", "", "_Pragma(\"canary\")",
    ],
    "control characters": ["canary\0canary", "canary\x07", "canary\x1b[31m", "canary\rcanary", "canary\r\ncanary", "canary\x0bcanary", "canary\x0ccanary", "canary\x7f", "canary\x85canary"],
    "characters that nobody sees": [
        "canary\u2028canary", "canary\u2029canary", "canary\u202ecanary", "canary\u2066canary", "canary\ufeffcanary", "\ufeffcanary", "canary\uffff", "canary\ufffe", "canary\U0001fffe", "canary\u200bcanary",
        "canary\u00adcanary", "canary\u2060", "canary\U000e0001",
    ],
    "characters": [
        "\U0001f600canary", "canary\u00a0canary", "\u3000canary", "e\u0301\u0301\u0301canary", "canary\ufffd", "\uff02canary\uff02", "\u2019canary\u201d", "\u037ecanary", "canary\t", " canary", "canary ",
        "\u0660", "\u0131canary", "\u212acanary", "\U0010fffdcanary",
    ],
    "length": ["a " * (LONG // 2) + "canary", "a" * LONG, "\"" * 4096, "\\" * 4096, "\u00e9" * 4096, "`" * 4096],
}


def every():
    """Each value once, the kinds in turn."""
    most = max(map(len, KINDS.values()))
    return list(dict.fromkeys(values[i] for i in range(most) for values in KINDS.values() if i < len(values)))


def of_each_kind(turn):
    """One value of each kind, another one at each turn."""
    return [values[turn % len(values)] for values in KINDS.values()]


WHERE = {
    "start": lambda text: re.compile(r"\A" + text), "end": lambda text: re.compile(text + r"\Z"),
    "line_start": lambda text: re.compile(r"^[ \t]*" + text, re.M), "line_number": lambda text: re.compile(r"^[ \t]*\d+" + text, re.M),
}


def meets(value, rule):
    """Whether the escape `rule` of a manifest has something to do in the value."""
    text = re.escape(rule.get("after", "") + rule["text"])
    return WHERE.get(rule.get("where"), re.compile)(text).search(value) is not None


def without_kind(manifest):
    """The escapes of a manifest that no kind of values meets whichever of them is taken."""
    for name, place in (manifest.get("escapes") or {}).items():
        for rule in place.get("replace") or []:
            if not any(all(meets(value, rule) for value in values) for values in KINDS.values()):
                yield f"{manifest['target']}: no kind of values meets {rule} of {name} each time"
