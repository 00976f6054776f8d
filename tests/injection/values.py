"""Hostile texts, by the place that they try to leave. What would be obeyed outside of it is called `canary`."""

LONG = 64 * 1024

KINDS = {
    "quotes": [
        '"', "'", '"canary', "'canary", '";canary();"', "';canary();'", '"+canary()+"', "'+canary()+'", '")canary("', '\\', '\\"canary', "\\'canary",
        '\\\\"canary', 'canary\\', '"""', "'''", '"""canary"""', "'''\ncanary\n'''", '""""canary', '\\"""canary', '"#canary#"', '"##canary', 'r#"canary"#',
        '@"canary', '$"{canary}"', '"\ncanary', "'\ncanary", '" canary="', "' canary='", '"], canary = ["', '", "canary": "', "'; canary; --", "''; canary",
        "\\''; canary; --", "``", "`canary`", "`${canary}`", "\\`canary", "\"'`canary`'\"", '", canary, "',
    ],
    "escapes of literals": [
        "\\n", "\\x41canary", "\\u0022canary", "\\u002a\\u002f canary", "\\\\u0022canary", "\\uu0022canary", "\\u{22}canary", "\\u", "\\x", "\\U00000022canary",
        "\\101canary", "\\0", "\\(canary)", "\\#(canary)", "\\N{QUOTATION MARK}canary", "what??!", "??/", "??/\"canary", "??'canary??'", "%s%s%n", "%1$n", "{0}{canary}",
        "{{canary}}", "\\{canary}", "\\%s", "%%canary%%",
    ],
    "interpolation": [
        "${canary}", "$canary", "$(canary)", "#{canary}", "#@canary", "#$canary", "#@@canary", "{$canary}", "${jndi:canary}", "\\${canary}", "$${canary}",
        "$ENV{canary}", "$CACHE{canary}", "@canary@", "$<canary>", "%canary%", "$[canary]", "$([System.IO.File]::Exists('canary'))", "@(canary)", "%(canary)",
        "${{ canary }}", "{{ canary }}", "{% canary %}", "{{{canary}}}", "{{=<% %>=}}<%canary%>", "{{> canary}}", "{{#canary}}", "<%= canary %>", "<canary/>{canary}",
        "%24(canary)", "%22canary",
    ],
    "comments": [
        "*/", "*/canary/*", "/*", "/*canary", "**//canary", "*\\/canary", "*\\\n/canary", "*??/\n/canary", "* /canary", "//canary", "canary\\\ncanary", "canary\\ \ncanary",
        "canary\\", "\ncanary", "\n\ncanary();", "\n#canary", "\n//canary", "\n--canary", "--", "--canary", "--[[canary", "]]canary", "]==]canary", "--[==[canary", "[[canary]]",
        "[==[canary]==]", "#[[canary", "#[canary]", "-->canary", "--!>canary", "<!--canary", "--><canary/>", "?>canary", "?><?php canary();", "<?php canary", "<?= canary ?>",
        "*)canary(*", "=begin\ncanary", "\n=begin\ncanary\n=end", "\n=end\ncanary", "__END__", "\n__END__\ncanary", "/+canary", "+/canary", "\\end{verbatim}canary",
    ],
    "directives": [
        "//go:embed canary", "go:embed canary", "//go:build ignore", "+build ignore", "go:generate canary", "line canary:1", "//line canary:1", "/*line canary:1*/",
        "#line 1 \"canary\"", "#include <canary>", "\n#include \"canary\"\n", "#define canary", "#pragma canary", "_Pragma(\"canary\")", "#!canary", "-*- coding: utf-7 -*-",
        "coding: utf-7", "vim: set fileencoding=utf-7 :", "\n# encoding: utf-7", "frozen_string_literal: false", "warn_indent: true", "@include canary", "\\include canary",
        "\\htmlonly canary \\endhtmlonly", "\\code canary", "@param canary", "\n@param canary", "{@code canary", "{@link canary}", "{@inheritDoc}", "@deprecated", "\n@throws canary",
        "<see cref=\"canary\"/>", "<inheritdoc/>", "</summary><canary>", "- Parameter canary: x", "```canary", "\n```\ncanary();\n```", "\n\n    canary();", "~~~canary\ncanary",
        "type: ignore[canary]", "noinspection canary", "@ts-ignore", "\n.so canary", ".so canary", "'br canary",
    ],
    "data": [
        "[canary]", "\n[canary]\nx = 1", "canary = 1", "\ncanary = 1", "]\n[canary", "canary: 1", "\ncanary: 1", "- canary", "\n- canary", "? canary", "!!canary x",
        "!canary", "&canary x", "*canary", "%canary", "%TAG ! canary", "---", "\n---\ncanary: 1", "...", "| canary", "> canary", "{canary: 1}", "[canary, x]",
        "<<: canary", "x # canary", "=canary()", "+canary()", "-canary()", "@canary()", "\t=canary()", " =canary()", "=1+cmd|' /C canary'!A0", ",canary,", "\ncanary,canary", ";canary;",
        "\"\",\"canary\"", "&canary;", "&#34;canary", "&lt;canary&gt;", "&amp;canary", "]]>canary", "<![CDATA[canary]]>", "<!DOCTYPE canary>", "<!ENTITY canary SYSTEM 'x'>",
        "<?xml-stylesheet canary?>", "<canary>", "</canary>", "</version><canary>", "\" onload=\"canary", "</script><script>canary", "<script>canary()</script>", "</style>", "<img src=x onerror=canary>",
        "null", "true", "~", "0x1", "1e9", "NaN",
    ],
    "shells": [
        "$(canary)", "`canary`", "; canary", "| canary", "& canary", "&& canary", "> canary", "< canary", "\ncanary\n", "-rf", "--canary", "-- canary", "~canary", "*", "?", "!canary", "!!",
        "a b canary", "x=canary", "'$(canary)'", "\"$(canary)\"", "\\$(canary)", "1.0\ncanary", "1.0; canary", "1.0$(canary)", "<(canary)", "{canary,x}", "(canary)", "#canary", "x #canary",
        "../canary", "/canary", "..", ".", "C:canary", "canary/../../x", "file:///canary", "git+ssh://canary", "%2e%2e/canary", "::error::canary", "##[error]canary",
    ],
    "markdown": [
        "[canary](javascript:canary)", "<javascript:canary>", "[canary]: javascript:canary", "![canary](canary)", "[canary](https://example.com/canary)", "[canary]", "[^canary]",
        "# canary", "\n# canary", "canary\n===", "canary\n---", "\n***\n", "> canary", "\n> canary", "* canary", "1. canary", "1) canary", "+ canary", "| canary | canary |", "a | canary\n- | -\nb | c",
        "|", "\\|", "`|`", "**canary**", "_canary_", "__canary__", "~~canary~~", "<b>canary", "<!-- canary", "<details>", "https://example.com/canary", "www.example.com", "a  \ncanary", "a\\\ncanary",
        "&lt;script&gt;", "\t canary", ":canary:", "@canary", "$$canary$$", "{.canary}", "{#canary}", "[[canary]]", "javascript:canary", "JaVaScRiPt:canary", "data:text/html,canary", "vbscript:canary",
    ],
    "names": [
        "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "__init__", "canary.canary", "canary canary", "canary-canary", "canary;", "canary{", "canary<canary>", "canary()",
        "canary=1", "9canary", "_canary", "canary\u00e9", "\u0441anary", "canary\u0301", "class", "if", "con", "nul", "COM1", "",
    ],
    "characters": [
        "canary\0canary", "canary\x07", "canary\x1b[31m", "canary\rcanary", "canary\r\ncanary", "canary\x0bcanary", "canary\x0ccanary", "canary\x7f", "canary\x85canary", "canary\u2028canary",
        "canary\u2029canary", "canary\u202ecanary", "canary\u2066canary", "canary\ufeffcanary", "\ufeffcanary", "canary\uffff", "canary\ufffe", "canary\U0001fffe", "canary\u200bcanary",
        "canary\u00adcanary", "canary\u00a0canary", "\u3000canary", "canary\u2060", "canary\U000e0001", "\U0001f600canary", "e\u0301\u0301\u0301canary", "canary\ufffd", "\uff02canary\uff02",
        "\u2019canary\u201d", "\u037ecanary", "canary\t", "\tcanary", " canary", "canary ", "canary\n", "canary\n\n", "\u0660", "\u0131canary", "\u212acanary", "\U0010fffdcanary",
    ],
    "length": ["a" * LONG, "a " * (LONG // 2) + "canary", "\"" * 4096, "\\" * 4096, "*/" * 2048, "\u00e9" * 4096, "(" * 4096, "`" * 4096],
}


def every():
    """Each value once, the kinds in turn: the first and the last of a few hundred are of all kinds."""
    lists = [list(values) for values in KINDS.values()]
    most = max(map(len, lists))
    return list(dict.fromkeys(values[i] for i in range(most) for values in lists if i < len(values)))
