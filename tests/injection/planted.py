"""Break-outs, planted: for each reader a file in which a text is text, and what it becomes where nothing escapes it. The
readers must see the difference, and none between the first and the last, where the text is escaped or stays a comment."""

import readers

# path, the file with @, what is put there unescaped and noticed, what is put there and is none of the reader's business
PLANTED = [
    ("a.c", 'char a[] = "@";\n', ['x";int canary;"', 'x??/', 'x" canary "'], ['x\\";int canary;\\"', "x?\\?/", "\\042"]),
    ("a.h", "/* @ */\nint a;\n", ["*/ canary /*", "*\\\n/ canary /*", "*??/\n/ canary /*", "\\htmlonly x", "@include canary"], ["* / canary", "//", "&#64;include"]),
    ("a.h", "// @\nint a;\n", ["x\\", "x??/", "\ncanary;", "\\canary"], ["*/", '"', "x%"]),
    ("a.hpp", 'auto a = {"@"};\n', ['a", "b', 'a"};canary{"', 'R"(x)" "'], ["a, b", "%s", "\\\\"]),
    ("a.cs", 'var a = "@";\n', ['x";canary("', 'x"+canary+"', 'x\n'], ['{x}', "\\u0022", "/*"]),
    ("a.cs", "/// <summary>@</summary>\nint a;\n", ["<canary/>", "</summary><see cref='x'/>", "&canary;", "\ncanary;"], ["&lt;canary&gt;", "*/", '"']),
    ("a.go", "// @\nvar a = 1\n", ["x\nvar canary = 1", "\n//go:embed canary", "\n// +build ignore"], ["go:embed canary", "*/", "`"]),
    ("a.go", 'var a = "@"\n', ['x"+canary+"', 'x\n', '"`'], ["\\\"", "${x}", "//"]),
    ("a.java", "/* @ */ int a;\n", ["\\u002a\\u002f canary /*", "*/ canary /*", "{@link canary}", "<script>"], ["\\\\u002a", "u002a", "//"]),
    ("a.java", 'String a = "@";\n', ['\\u0022+canary+\\u0022', 'x"+canary+"', "\\u000acanary"], ["\\\\u0022", "\\042", "${x}"]),
    ("a.kt", 'val a = "@"\n', ["$canary", "${canary}", 'x"+canary+"'], ["\\$canary", "\\\"", "/*"]),
    ("a.kt", "/* @ */ val a = 1\n", ["*/ canary /*", "/* canary", "x */ */"], ["x", "//", '"']),
    ("a.kts", 'version = "@"\n', ["$canary", '"; canary("', "\\\\${canary}"], ["\\$canary", "1.0"]),
    ("a.lua", 'local a = "@"\n', ['x"..canary.."', 'x\n', '\\\\"..canary.."'], ["]]", "--", "\\34"]),
    ("a.lua", "-- @\nlocal a = 1\n", ["\ncanary()", "\n--[[ x"], ["[[canary", "]]", '"']),
    ("rockspec", 'version = "@"\n', ['x", canary = "', '"\ncanary = 1 --'], ["1.0", "\\\""]),
    ("a.php", "<?php\n$a = '@';\n", ["x'.canary.'", "\\\\'.canary.'"], ["$x", "{$x}", "?>", "\\'"]),
    ("a.php", '<?php\n$a = "@";\n', ["$canary", "{$canary}", '".canary."'], ["\\$canary", "\\\""]),
    ("a.php", "<?php\n// @\n$a = 1;\n", ["?> canary", "?><?php canary(); //", "\ncanary();"], ["? >", "*/", "<?php"]),
    ("a.rb", 'A = "@"\n', ["#{canary}", "#@canary", "#$canary", '"+canary+"'], ["\\#{canary}", "\\\"", "# x"]),
    ("a.rb", "# @\nA = 1\n", ["\ncanary", "\n=begin\nx\n=end\n", "warn_indent: true", "-*- coding: utf-7 -*-"], ["#{x}", '"', "=begin"]),
    ("a.rb", "A = 1\n@\nB = 1\n", ["__END__", "=begin\nx\n=end"], []),
    ("a.rs", 'let a = "@";\n', ['x";canary();"', '\\\\";canary!("'], ["{}", "\\\"", "\n"]),
    ("a.rs", "/// @\nfn a() {}\n", ["\ncanary!();", "```\n/// canary();", "     canary();", "~~~"], ["`x`", "*/", '"']),
    ("a.rs", "/* @ */ fn a() {}\n", ["*/ canary /*", "/*"], ["//"]),
    ("a.sql", "INSERT INTO a VALUES ('@');\n", ["'); DROP TABLE canary; --", "x', 'y"], ["''", '"', "--", "\\\\"]),
    ("a.sql", "-- @\nSELECT 1;\n", ["\nDROP TABLE canary;"], ["'", "/*", ";"]),
    ("a.swift", 'let a = "@"\n', ["\\(canary)", '"+canary+"', "\n"], ["\\\\(canary)", "\\\"", "${x}"]),
    ("a.swift", "/* @ */ let a = 1\n", ["*/ canary /*", "/*"], ["//"]),
    ("Package.swift", 'let package = Package(name: "@")\n', ['x", canary: "', "\\(canary)"], ["\\\""]),
    ("a.ts", 'const a = "@";\n', ['"+canary+"', "\n"], ["${x}", "\\\"", "`"]),
    ("a.ts", "const a = `@`;\n", ["${canary}", "`+canary+`"], ["\\${canary}", "\\`"]),
    ("a.js", "// @\nconst a = 1;\n", ["\ncanary();", "\u2028canary();"], ["*/", "${x}"]),
    ("a.ets", "/** @ */ const a = 1;\n", ["*/ canary /*", "@canary", "<script>"], ["\\@canary", "//"]),
    ("a.zig", 'const a = "@";\n', ['"; const canary = "', "\n"], ["\\\"", "{s}", "\\\\"]),
    ("a.zig", "/// @\nconst a = 1;\n", ["\nconst canary = 1;", "\n\\\\canary\n//"], ['"', "\\\\x"]),
    ("a.py", 'a = """@"""\n', ['""" + canary + """', '\\N', '"'], ["'''", "{x}", "\\\""]),
    ("a.py", "# @\na = 1\n", ["\ncanary()", "coding: utf-7", "type: ignore"], ['"""', "\\"]),
    ("a.json", '{"a": "@"}\n', ['x", "canary": "', '"}{', "\n"], ["\\\"", "${x}"]),
    ("tsconfig.json", '{"a": "@"} // x\n', ['x", "canary": "', '"}{'], ["\\\""]),
    ("a.toml", 'a = "@"\n', ['x"\ncanary = "', '"\n[canary]\nx = "', "\n"], ["\\\"", "[x]"]),
    ("a.yml", 'a: "@"\n', ['x"\ncanary: "', '": "'], ["\\\"", "- x", "!!x"]),
    ("a.yml", "# @\na: b\n", ["\ncanary: 1", "\nx: y\n---"], ["x: y", '"']),
    ("pom.xml", "<a><b>@</b></a>", ["</b><canary/><b>", "${canary}", "&canary;", "<canary/>", "<!-- -- -->"], ["&lt;canary&gt;", "]]&gt;", "$ {x}"]),
    ("a.csproj", "<a><b>@</b></a>", ["$(canary)", "@(canary)", "%(canary)", "</b><canary/><b>"], ["%24(canary)", "&amp;x"]),
    ("a.csv", '1,"@"\n', ['x","canary', 'x"\n2,"canary'], ['""', "=x", "\n"]),
    ("spreadsheet/a.csv", '1,"@"\n', ["=canary", "+canary", "-canary", "@canary"], ["'=canary", "x=1"]),
    ("CMakeLists.txt", 'set(a "@")\n', ['x") canary("', "${canary}", "$ENV{canary}", ";canary"], ["\\\"", "\\${x}", "\\;"]),
    ("CMakeLists.txt", "# @\nset(a 1)\n", ["\ncanary()", "\n#[[x"], ["]]", '"', "${x}"]),
    ("go.mod", "// @\nmodule a\n", ["\nreplace canary => ../canary"], ["x => y", "/*"]),
    ("go.mod", "module a/@\n", ["x\nreplace canary => ../canary"], []),
    ("a.md", "# @\n\nx\n", ["x\n\n# canary", "<script>canary()</script>", "[x](javascript:canary)", "`x`", "**x**"], ["\\# x", "&lt;x&gt;", "\\*x\\*"]),
    ("a.md", "# @\n\nx\n", ["ftp://x.org", "FTP://x.org", "xmpp:a@b.org"], ["https://x.org", "www.x.org", "a@b.org", "ftp:\\//x.org", "xmpp:<!-- -->a@b.org", "xmpp :a@b.org"]),
    ("a.md", "| @ | b |\n| - | - |\n", ["x | canary"], ["x \\| y"]),
    ("a.md", "```sh\ninstall \"@\"\n```\n", ["$(canary)", "`canary`", '"; canary "', "\n```\n# canary"], ["\\$(canary)", "x y"]),
    ("a.md", "```sh\ninstall @\n```\n", ["; canary", "a b", "$(canary)", "| canary", "> canary", "& canary", "*"], []),
]


def complaints():
    for path, text, noticed, inert in PLANTED:
        plain = readers.read(path, text.replace("@", "plain", 1))[0]
        if path.endswith(".md") and not plain:
            continue
        if plain[:1] == ["unreadable"]:
            yield f"{path}: {plain}"
        for words in noticed:
            if readers.read(path, text.replace("@", words, 1))[0] == plain:
                yield f"{path}: {words!r} in {text!r} is not noticed"
        for words in inert:
            got = readers.read(path, text.replace("@", words, 1))[0]
            if got != plain:
                yield f"{path}: {words!r} in {text!r} is harmless: {got}"


if __name__ == "__main__":
    print("\n".join(complaints()))
