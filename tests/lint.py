#!/usr/bin/env python3
"""The rules of the house that a program can judge, each a case of its own."""

import json
import pathlib
import re
import shutil
import statistics
import subprocess
import sys

import yaml

import tap

TOP = pathlib.Path(__file__).resolve().parent.parent
GENERATOR = TOP / "generator"

# The folders from the lowest to the highest, each with those that it includes: a table of CONTRIBUTING.
ROW = re.compile(r"^\| `([a-z/]+)/` \|[^|]*\| ([a-z, /]*)\|$", re.M)
LAYERS = {folder: set(filter(None, includes.strip().split(", "))) for folder, includes in
          ROW.findall((TOP / "CONTRIBUTING.md").read_text(encoding="utf-8"))}
CORE = LAYERS.keys() - {"cli"}

# Headers whose functions belong to more nouns than the one that the file is named after.
NOUNS = {
    "spec/field.h": {"number", "text"},
}

FUNCTION_MOST = 40  # lines, from the name to the closing brace
FILE_MOST = 400
COLUMNS_MOST = 100
README_MOST = 220  # lines: what is more belongs to a manual page
FORMATTER = 14  # the version of clang-format that decides how the C looks
STATIC_MOST = 3

# What core must not do: print, end the program, or read what is not its input.
FORBIDDEN_CALLS = re.compile(r"\b(v?f?printf|v?dprintf|f?puts|putchar|f?putc|perror|fwrite|fopen|exit|_exit|_Exit|abort|"
                             r"quick_exit|getenv|secure_getenv|setlocale|localeconv|nl_langinfo|time|clock|clock_gettime|"
                             r"gettimeofday|localtime|gmtime|strftime|getcwd|get_current_dir_name|isatty|rand|random|"
                             r"system|popen|execl?[vpe]*|fork|signal|sigaction)\s*\(")
CALLS_ALLOWED = {
    ("generator/base/arena.c", "abort"),  # out of memory, where nobody said what to do
}
LIBRARIES = {"<yaml.h>": "generator/data/yaml.c", "<md4c.h>": "generator/data/commonmark.c"}
PROGRAMS = {"generator/embed/embed.c"}  # run by the build; no part of core, and free to use libraries

# Known to templates and manifests alone.
LANGUAGES = {
    "ada", "arkts", "c", "c#", "c++", "cpp", "csharp", "d", "dart", "erlang", "go", "golang", "haskell", "java", "javascript",
    "js", "kotlin", "lua", "objc", "perl", "php", "proto", "python", "ruby", "rust", "sql", "swift", "ts", "typescript", "zig",
}
DOCUMENTS = "markdown_"  # what targets of documents begin with; tests/documents.py and generate.py see to them
INTERNAL = {"common", "completion", "pinned", "report"}  # targets that others share, or that commands and layouts use
FORMATS = {"common", "completion", "json", "report"}  # what commands themselves write in, and what others share
SCHEMES = {("generator/data/address.c", "javascript")}  # where no link may lead

TOP_LEVEL = {"meson.build", "meson_options.txt", "spec", "generator", "templates", "out", "tests", "findings", "README", "README.md", "CONTRIBUTING",
             "CONTRIBUTING.md", "CHANGELOG", "CHANGELOG.md", "SECURITY.md", "LICENSE"}

# Paths of one machine, and hosts that nothing here may lean on. In pieces, so that this file does not find itself.
HOSTS = ["registry.npm" + "js", "npm" + "js.com", "crates" + ".io", "py" + "pi.org", "ruby" + "gems.org", "nu" + "get.org",
         "repo1." + "maven", "maven" + "central", "docs" + ".rs", "pkg." + "go.dev", "proxy." + "golang", "packag" + "ist.org",
         "unp" + "kg.com", "js" + "delivr"]
WORDS = re.compile("|".join([r"/(?:wo" + r"rk|ho" + r"me|ro" + r"ot|Use" + r"rs|mnt)/[A-Za-z0-9_.-]+",
                             *map(re.escape, HOSTS)]))

STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
COMMENT = re.compile(r"/\*.*?\*/", re.S)
INCLUDE = re.compile(r'^#include ([<"])([^>"]+)[>"]', re.M)
TAG = re.compile(r"^(?:static )?(?:const )?(?:struct|union|enum) (\w+) \{", re.M)
DEFINITION = re.compile(r"^([a-z_][a-z0-9_]*)\(")
DECLARED = re.compile(r"\b([a-z_][a-z0-9_]*)\(")


def relative(path):
    return path.relative_to(TOP).as_posix()


def read(path):
    return path.read_text(encoding="utf-8")


def sources(*endings):
    return sorted(path for ending in endings for path in GENERATOR.rglob("*" + ending))


def unit_tests():
    return sorted((TOP / "tests" / "unit").glob("*.[ch]"))


def tracked():
    """The files of the repository; where it is no clone, all but the builds."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=TOP, check=True, capture_output=True).stdout
        return [TOP / name for name in listed.decode().split("\0") if name and (TOP / name).is_file()]
    except (OSError, subprocess.CalledProcessError):
        skipped = re.compile(r"build[^/]*/|\.git/")
        return [path for path in TOP.rglob("*") if path.is_file() and not skipped.match(relative(path))]


def without_comments(text):
    """Comments become blanks; lines stay where they are. Strings that hold comment marks are rare enough."""
    return COMMENT.sub(lambda hit: re.sub(r"[^\n]", " ", hit.group()), text)


def layer_of(path):
    return path.parent.relative_to(GENERATOR).as_posix()


def layers():
    used = {layer: set() for layer in LAYERS}
    for path in sources(".c", ".h"):
        own = layer_of(path)
        for mark, name in INCLUDE.findall(read(path)):
            layer = name.rpartition("/")[0]
            if mark == "<" or name == "errspec.h" or layer == own:
                continue
            if layer not in LAYERS[own]:
                yield f"{relative(path)} includes {name}, which CONTRIBUTING does not allow to {own}"
            used[own].add(layer)
    seen = set()
    for layer, allowed in LAYERS.items():
        yield from (f"CONTRIBUTING lets {layer} include {other}, which stands not above it" for other in allowed - seen)
        yield from (f"CONTRIBUTING lets {layer} include {other}, which it does not" for other in allowed - used[layer])
        seen.add(layer)


def circles():
    """Files (.c and .h as one) that include each other, by way of others too: none of them can be read first."""
    graph = {}
    for path in sources(".c", ".h"):
        own = path.relative_to(GENERATOR).with_suffix("").as_posix()
        graph.setdefault(own, set()).update(name.removesuffix(".h") for mark, name in INCLUDE.findall(read(path)) if mark == '"')
    for file in sorted(graph):
        reached, waiting = set(), [*graph[file] - {file}]
        while waiting:
            included = waiting.pop()
            if included not in reached:
                reached.add(included)
                waiting += graph.get(included, ())
        if file in reached:
            yield f"{file} includes what includes it"


def homes():
    """A function that X.h declares stands in X.c, or in a file that is called as the function begins: there it is looked for."""
    defined = {}
    for path in sources(".c"):
        for name, line, _ in functions(path):
            defined.setdefault(name, []).append((path, line))
    for header in sources(".h"):
        for _, name, _ in declarations(header):
            for path, line in defined.get(name, ()):
                stem = path.stem
                is_home = path.parent == header.parent and (stem == header.stem or f"{name}_".startswith((f"{stem}_", f"{stem}s_")))
                if not is_home and not is_static(path, line):
                    yield f"{relative(path)}:{line}: {name}, of {relative(header)}, is not looked for here"


def is_static(path, line):
    """Whether the function whose name stands in the line is static: its type stands above."""
    return read(path).split("\n")[line - 2].startswith("static")


def tags():
    """A struct tag means one thing in the whole program."""
    found = {}
    for path in sources(".c", ".h"):
        for tag in TAG.findall(without_comments(read(path))):
            found.setdefault(tag, []).append(relative(path))
    return [f"struct {tag} stands in {' and '.join(paths)}" for tag, paths in sorted(found.items()) if len(paths) > 1]


def statics():
    """A name that many files of a folder give to functions of their own says in none of them what is done."""
    found = {}
    for path in sources(".c"):
        for name, line, _ in functions(path):
            if is_static(path, line):
                found.setdefault((layer_of(path), name), []).append(path.name)
    return [f"{name} stands in {', '.join(files)} of {layer}" for (layer, name), files in sorted(found.items()) if len(files) > STATIC_MOST]


def doors():
    """Each folder says in its README what it is for, where to enter, and what it includes."""
    for folder in sorted({path.parent for path in sources(".c", ".h")}):
        page, layer = folder / "README.md", layer_of(folder / "README.md")
        text = read(page) if page.exists() else ""
        included = set(re.findall(r"`([a-z/]+)`", text.partition("\nIncludes ")[2]))
        if not 1 < text.count("\n") <= 12 or "\nWhere to enter: " not in text:
            yield f"{layer} has no README.md of twelve lines at most that says where to enter"
        elif included != LAYERS[layer]:
            yield f"{relative(page)} and CONTRIBUTING differ in what {layer} includes"


def libraries():
    for path in sources(".c", ".h"):
        for header, owner in LIBRARIES.items():
            if relative(path) not in PROGRAMS | {owner} and header in read(path):
                yield f"{relative(path)} includes {header}; {owner} alone does"


def test_includes():
    for path in unit_tests():
        for mark, name in INCLUDE.findall(read(path)):
            layer = name.rpartition("/")[0]
            beside = (path.parent / name).exists() and name.endswith(".h")
            known = beside or name == "errspec.h" or (layer in CORE and name.endswith(".h"))
            if mark == '"' and not known:
                yield f"{relative(path)} includes {name}; a test sees the headers of core"


def core_calls():
    for path in sources(".c", ".h"):
        name = relative(path)
        if layer_of(path) == "cli" or name in PROGRAMS:
            continue
        text = STRING.sub('""', without_comments(read(path)))
        for hit in FORBIDDEN_CALLS.finditer(text):
            if (name, hit.group(1)) not in CALLS_ALLOWED:
                line = text.count("\n", 0, hit.start()) + 1
                yield f"{name}:{line}: core calls {hit.group(1)}"


def functions(path):
    """Name, line and length in lines of each function: its name at the line's start, its braces too."""
    lines = without_comments(read(path)).split("\n")
    name = start = None
    for number, line in enumerate(lines, 1):
        hit = DEFINITION.match(line)
        if hit:
            name, start = hit.group(1), number
        elif line.startswith("}") and name is not None:
            yield name, start, number - start + 1
            name = None
        elif line.endswith(";") and not line[:1].isspace():
            name = None


def function_length():
    for path in sources(".c", ".h"):
        for name, line, length in functions(path):
            if length > FUNCTION_MOST:
                yield f"{relative(path)}:{line}: {name} has {length} lines"


def file_length():
    for path in sources(".c", ".h") + unit_tests():
        length = read(path).count("\n")
        if length > FILE_MOST and path.parent.name != "unit":
            yield f"{relative(path)} has {length} lines"


def columns():
    for path in sources(".c", ".h") + unit_tests():
        for number, line in enumerate(read(path).split("\n"), 1):
            if len(line.expandtabs(8)) > COLUMNS_MOST:
                yield f"{relative(path)}:{number}: {len(line.expandtabs(8))} columns"


def formatter():
    """The clang-format whose version decides; None where only others are there, which break lines otherwise."""
    for name in f"clang-format-{FORMATTER}", "clang-format":
        if shutil.which(name) is not None:
            said = subprocess.run([name, "--version"], capture_output=True, text=True).stdout
            if f" version {FORMATTER}." in said:
                return name
    return None


def formatting():
    files = [relative(path) for path in sources(".c", ".h") + unit_tests()]
    result = subprocess.run([formatter(), "--dry-run", "-Werror", *files], cwd=TOP, capture_output=True, text=True)
    return [line for line in result.stderr.splitlines() if ": error: " in line]


def declarations(path):
    """The functions that a header declares or defines: line and name, and whether a comment says what each does."""
    lines = read(path).split("\n")
    bare = without_comments(read(path)).split("\n")
    depth = 0
    explained = False  # by a comment above, which speaks for all up to the next empty line
    for number, line in enumerate(bare):
        if line.strip() == "" and lines[number].strip() == "":
            explained = False
        elif line.strip() == "":
            explained = True
        hit = DECLARED.search(line) if depth == 0 and not line.startswith(("#", "\t", "}")) else None
        if hit and "(*" not in line and not hit.group(1).startswith("__"):
            yield number + 1, hit.group(1), explained or "/*" in lines[number]
        depth += line.count("{") - line.count("}")


def header_comments():
    for path in sources(".h"):
        for line, name, explained in declarations(path):
            if not explained:
                yield f"{relative(path)}:{line}: {name} has no comment"


def prefixes():
    for path in sources(".h"):
        stem, layered = path.stem, path.relative_to(GENERATOR).as_posix()
        nouns = {stem, stem.removesuffix("s"), *NOUNS.get(layered, ())}
        for line, name, _ in declarations(path):
            if not any(name == noun or name.startswith(noun + "_") for noun in nouns):
                yield f"{relative(path)}:{line}: {name} does not begin with {stem}_"


def languages():
    targets = {path.parent.name for path in (TOP / "templates").glob("*/target.yaml")}
    for path in sources(".c", ".h"):
        for number, line in enumerate(without_comments(read(path)).split("\n"), 1):
            for literal in STRING.findall(line):
                named = literal[1:-1].lower() in (LANGUAGES | targets) - FORMATS
                if named and (relative(path), literal[1:-1]) not in SCHEMES:
                    yield f"{relative(path)}:{number}: {literal}, the name of a target, stands in C"


def words():
    for path in tracked():
        try:
            text = read(path)
        except UnicodeDecodeError:
            continue
        for hit in WORDS.finditer(text):
            yield f"{relative(path)}:{text.count(chr(10), 0, hit.start()) + 1}: {hit.group()}"


def top_level():
    names = {relative(path).split("/")[0] for path in tracked()}
    return [f"{name} stands at the top" for name in sorted(names) if name not in TOP_LEVEL and not name.startswith(".")]


def one_version():
    """The Debian package has the version of meson.build, which nothing else says."""
    version = re.search(r"^  version: '([^']+)'", read(TOP / "meson.build"), re.M)[1]
    packaged = re.match(r"errspec \(([^)-]+)-", read(GENERATOR / "packaging/debian/changelog"))[1]
    return [f"the Debian package is of {packaged}, and meson.build of {version}"] * (packaged != version)


def front_page():
    length = read(TOP / "README.md").count("\n")
    return [f"README.md has {length} lines"] if length > README_MOST else []


def promises():
    """Each rule of SECURITY.md names tests that are there, and one of them is called after it."""
    text = read(TOP / "SECURITY.md")
    rules = re.findall(r"^\| (\d+) \|.*\| ([^|]+) \|$", text, re.M)
    if [number for number, _ in rules] != [str(number + 1) for number in range(15)]:
        yield "SECURITY.md has not the rules 1 to 15"
    for number, tests in rules:
        named = [TOP / path for path in re.findall(r"`(tests/[^`]+)`", tests)]
        if not any(path.is_file() and re.search(rf"\brule_{number}_|\brule {number}:", read(path))
                   for folder in named for path in (folder.glob("*.py") if folder.is_dir() else [folder])):
            yield f"rule {number} of SECURITY.md names no test that is called after it"
    for path in re.findall(r"`(tests/[^`]+)`", text):
        if not (TOP / path).exists():
            yield f"SECURITY.md names {path}, which is not there"


def targets():
    """A target is proved by a driver, and users learn of it in the README and in the changelog."""
    languages_tested = read(TOP / "tests" / "languages" / "meson.build")
    for manifest in sorted((TOP / "templates").glob("*/target.yaml")):
        name = manifest.parent.name
        is_document = name.startswith(DOCUMENTS)
        if name in INTERNAL:
            continue
        if not is_document and not (TOP / "tests" / "languages" / f"{name}_driver").is_dir():
            yield f"{name} has no driver in tests/languages/{name}_driver"
        if not is_document and f"'{name}'" not in languages_tested:
            yield f"{name} stands not in tests/languages/meson.build"
        yield from (f"{page} does not name {name}" for page in ("README.md", "CHANGELOG.md") if f"`{name}`" not in read(TOP / page))


def shared():
    """What two targets write alike stands once: in a target whose places and templates they share."""
    templates, places = {}, {}
    for path in sorted(TOP.glob("templates/*/*.mustache")):
        templates.setdefault(read(path), []).append(path.relative_to(TOP / "templates").as_posix())
    for path in sorted(TOP.glob("templates/*/target.yaml")):
        for name, place in (yaml.safe_load(read(path)).get("escapes") or {}).items():
            places.setdefault(json.dumps(place, sort_keys=True), []).append(f"the place {name} of {path.parent.name}")
    for alike in [*templates.values(), *places.values()]:
        if len(alike) > 1:
            yield f"{' and '.join(alike)} are alike"


def mutants():
    """What is listed as a change that nobody could notice is still a change of a line that is there."""
    for entry in yaml.safe_load(read(TOP / "tests" / "mutants.yaml")):
        path = TOP / "generator" / entry["file"]
        if not path.exists() or entry["was"] not in (line.strip() for line in read(path).splitlines()):
            yield f"tests/mutants.yaml: {entry['file']} has no line '{entry['was']}'"


def include_order():
    for path in sources(".c"):
        text = read(path)
        own = path.relative_to(GENERATOR).with_suffix(".h").as_posix()
        found = INCLUDE.findall(text)
        kinds = "".join("s" if mark == "<" else "h" for mark, _ in found)
        if path.with_suffix(".h").exists() and found[0][1] != own:
            yield f"{relative(path)} does not include {own} first"
        if not re.fullmatch(r"h?s*h*", kinds):
            yield f"{relative(path)}: own header first, then the system's, then ours"


RULES = [
    ("a folder includes what the table of CONTRIBUTING allows", layers),
    ("no files include each other", circles),
    ("a function stands where it is looked for", homes),
    ("no struct tag stands twice", tags),
    (f"no name of a function is its own in more than {STATIC_MOST} files of a folder", statics),
    ("each folder says where to enter", doors),
    ("each library is seen by one file", libraries),
    ("tests see the headers of core alone", test_includes),
    ("core neither prints nor exits nor looks around", core_calls),
    (f"no function has more than {FUNCTION_MOST} lines", function_length),
    (f"no file has more than {FILE_MOST} lines", file_length),
    (f"no line has more than {COLUMNS_MOST} columns", columns),
    ("every function of a header has a comment", header_comments),
    ("the functions of a header begin with its noun", prefixes),
    ("no target is named in C", languages),
    ("no path of a machine and no registry stands in the repository", words),
    ("nothing grows at the top level", top_level),
    ("the packages have one version", one_version),
    (f"the README has {README_MOST} lines at most", front_page),
    ("each target has a driver and is told of", targets),
    ("no two targets have the same template or place", shared),
    ("headers stand in order: own, system, ours", include_order),
    ("promises of security name their tests", promises),
    ("mutants that are listed can be made", mutants),
]


def main():
    report = tap.Tap()
    for name, rule in RULES:
        report.case(name, list(rule()))
    if formatter():
        report.case("clang-format changes nothing", formatting())
    else:
        report.skip("clang-format changes nothing", f"clang-format {FORMATTER} is not there")
    lengths = [length for path in sources(".c") for _, _, length in functions(path)]
    print(f"# {len(lengths)} functions, of {statistics.median(lengths):g} lines in the middle")
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
