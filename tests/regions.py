"""Files of people with regions: what errspec makes between its markers, what stays byte for byte, and what is refused.

Each case gets a fresh folder with a catalogue of two modules, whose output folder is the folder itself.
"""

import argparse
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

import yaml

from tap import Tap, differs, ended

INK = """module: ink
codes:
  INK_DRY: {code: 2, message: The ink is dry}
  INK_EMPTY: {code: 1, message: The cartridge is empty}
"""
TRAY = "module: tray\ncodes:\n  TRAY_OPEN: {code: 7, message: The tray is open}\n"
COLUMNS = "columns: [{heading: Name, field: name}, {heading: Code, field: code}, {heading: Error Message, field: message}], "

# An HTML of one's own: no target that ships makes any.
ROWS = {
    "target.yaml": "target: rows\ntitle: Rows of HTML\nescape: html\nescapes: {html: {replace: [{text: '<', by: '&lt;'}, {text: '&', by: '&amp;'}]}}\n"
                   "outputs: {page: {per: module, path: '{{module.kebab}}.html', template: list}}\n"
                   "regions:\n  list: {per: module, template: list, description: a list of codes}\n"
                   "  all: {per: catalogue, template: all, description: all names}\n"
                   "  bare: {per: module, template: bare, description: messages as they are}\n",
    "list.mustache": "\n<ol>\n{{#codes}}\n\n\t<li>{{message}}</li>\n{{/codes}}\n</ol>\n\n\n",
    "all.mustache": "{{#modules}}{{#codes}}{{name}} {{/codes}}{{/modules}}",
    "bare.mustache": "{{#codes}}\n{{message}}\n{{/codes}}\n",
}

CONSTANTS = b"enum ink_code {\n\t/** The ink is dry */\n\tINK_DRY = 2,\n\t/** The cartridge is empty */\n\tINK_EMPTY = 1\n};\n"
DECLARATION = b"/* The message of a code. */\nconst char *ink_strerror(enum ink_code code);\n"
MEMBERS = b'INK_EMPTY = 1\n"""The cartridge is empty\n"""\n\nINK_DRY = 2\n"""The ink is dry\n"""\n'
OF_RUST = b"/// The tray is open\npub const TRAY_OPEN: Self = Self(7);\n"
OF_CSHARP = (b"/// <summary>\n/// The tray is open\n/// </summary>\n/// <remarks>\n/// <para>The name is <c>TRAY_OPEN</c>.</para>\n/// </remarks>\n"
             b"TrayOpen = 7,\n")
TABLE = b"| Name | Code | Error Message |\n| --- | --- | --- |\n| INK_DRY | 2 | The ink is dry |\n| INK_EMPTY | 1 | The cartridge is empty |\n"
LIST = b"<ol>\n\n\t<li>The ink is dry</li>\n\n\t<li>The cartridge is empty</li>\n</ol>\n"


def indented(text, blanks, end=b"\n"):
    """The lines of a region, each but the empty ones behind blanks, with the line ends of their file."""
    return b"".join((blanks + line if line else b"") + end for line in text.removesuffix(b"\n").split(b"\n"))


def region(head, text=b"", begin=b"/* ", close=b" */", end=b"\n", blanks=b""):
    """A region with its markers."""
    return blanks + begin + b"errspec:begin " + head + close + end + text + blanks + begin + b"errspec:end" + close + end


class Place:
    """A fresh folder with a catalogue."""

    def __init__(self, errspec, targets, files, modules=(INK, TRAY), more=""):
        self.errspec, self.folder = errspec, pathlib.Path(tempfile.mkdtemp(prefix="errspec-regions-"))
        names = [text.split()[1] + ".yaml" for text in modules]
        self.put({"errspec.yaml": f"catalogue: paper\nmodules: [{', '.join(names)}]\n{more}targets:\n{targets}", **dict(zip(names, modules)),
                  **{f"templates/rows/{name}": text for name, text in ROWS.items()}, **files})

    def put(self, files):
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)

    def run(self, *words):
        result = subprocess.run([self.errspec, *words], cwd=self.folder, capture_output=True, check=False)
        result.stdout, result.stderr = (text.decode("utf-8", "surrogateescape") for text in (result.stdout, result.stderr))
        return result

    def generate(self, *words):
        return self.run("generate", "-o", ".", "--templates", "templates", *words)

    def files(self):
        """All files by their paths, but for the spec and the templates."""
        found = sorted(path for path in self.folder.rglob("*") if path.is_file() and path.suffix != ".yaml" and "templates" not in path.parts)
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in found}

    def close(self):
        shutil.rmtree(self.folder)


def page(target, *modules):
    """A document that shows modules, in a layout."""
    columns = COLUMNS if target == "markdown_table" else ""
    return f"documents: {{jam: {{layout: {target}, {columns}parts: [{', '.join(f'{{module: {name}}}' for name in modules)}]}}}}\n"


def c_api(*paths, more=""):
    return f"  c_api: {{regions_only: true, vars: {{messages: true, documentation: titles}}, regions: [{', '.join(paths)}]{more}}}\n"


def check_file(errspec, targets, path, before, after, more=""):
    """That a file becomes another, as --check and --diff foretell, and stays as it is from then on."""
    place = Place(errspec, targets, {path: before}, more=more)
    os.chmod(place.folder / path, 0o754)
    stale = place.generate("--check")
    found = ended(stale, 1, path, "[ES0601]")
    patch = place.generate("--diff")
    found += ended(patch, 0) + differs("--check and --diff", place.files()[path], before)
    found += check_patches(place, path, patch.stdout, after)
    found += ended(place.generate(), 0)
    found += differs(path, place.files()[path], after)
    found += differs("mode", (place.folder / path).stat().st_mode & 0o777, 0o754)
    found += [f"{name} was made" for name in place.files() if name != path]
    at = (place.folder / path).stat()
    found += ended(place.generate("--check"), 0) + ended(place.generate("--prune"), 0)
    found += differs("the file of a run that changes nothing", (place.folder / path).stat(), at)
    place.close()
    return found


def check_patches(place, path, patch, after):
    """That git and patch make of the file what errspec would."""
    found = []
    for command in (["git", "apply", "-p1", "--whitespace=nowarn"], ["patch", "--binary", "-p1", "-s"]):
        if shutil.which(command[0]) is None:
            continue
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(place.folder, folder, dirs_exist_ok=True)
            result = subprocess.run(command, cwd=folder, input=patch.encode("utf-8", "surrogateescape"), capture_output=True, check=False)
            found += differs(command[0], (result.returncode, result.stderr, (pathlib.Path(folder) / path).read_bytes()), (0, b"", after))
    return found


def happy(report, errspec):
    """Files of several languages, and all that is kept of them."""
    bare = b"typedef int ink;\n" + region(b"c_api constants ink") + b"\nint f(void);\n"
    rows = [
        ("C", c_api("err.h"), "err.h", bare, bare.replace(region(b"c_api constants ink"), region(b"c_api constants ink", CONSTANTS)), ""),
        ("what stood there is replaced", c_api("err.h"), "err.h", region(b"c_api constants ink", b"enum old {\n\tINK = 1\n};\n"),
         region(b"c_api constants ink", CONSTANTS), ""),
        ("two regions, and a module that a target has alone", "  c_api: {regions_only: true, modules: [ink], vars: {messages: true, documentation: titles}, regions: [a/err.h]}\n",
         "a/err.h", region(b"c_api constants") + b"\n" + region(b"c_api declarations"),
         region(b"c_api constants", CONSTANTS) + b"\n" + region(b"c_api declarations", DECLARATION), ""),
        ("CRLF, blanks, no end of the last line", c_api("err.h"), "err.h",
         b"a\r\n" + region(b"c_api constants ink", b"x\r\n", end=b"\r\n", blanks=b" \t")[:-2],
         b"a\r\n" + region(b"c_api constants ink", indented(CONSTANTS, b" \t", b"\r\n"), end=b"\r\n", blanks=b" \t")[:-2], ""),
        ("a byte order mark, NUL and bytes that are no UTF-8", c_api("err.h"), "err.h",
         b"\xef\xbb\xbf" + region(b"c_api constants ink") + b"\0\xff\xc3\r\x85\n\0", b"\xef\xbb\xbf" + region(b"c_api constants ink", CONSTANTS) + b"\0\xff\xc3\r\x85\n\0", ""),
        ("Python", "  python: {regions_only: true, regions: [codes.py]}\n", "codes.py",
         b"class Ink(IntEnum):\n" + region(b"python members ink", begin=b"# ", close=b"", blanks=b"    "),
         b"class Ink(IntEnum):\n" + region(b"python members ink", indented(MEMBERS, b"    "), begin=b"# ", close=b"", blanks=b"    "), ""),
        ("Rust", "  rust: {regions_only: true, regions: [codes.rs]}\n", "codes.rs",
         b"impl Code {\n" + region(b"rust constants tray", begin=b"// ", close=b"", blanks=b"    ") + b"}\n",
         b"impl Code {\n" + region(b"rust constants tray", indented(OF_RUST, b"    "), begin=b"// ", close=b"", blanks=b"    ") + b"}\n", ""),
        ("C#", "  csharp: {regions_only: true, regions: [Tray.cs]}\n", "Tray.cs",
         b"enum Tray {\n" + region(b"csharp members tray", begin=b"// ", close=b"", blanks=b"\t") + b"}\n",
         b"enum Tray {\n" + region(b"csharp members tray", indented(OF_CSHARP, b"\t"), begin=b"// ", close=b"", blanks=b"\t") + b"}\n", ""),
        ("markdown", "  markdown_table: {regions_only: true, regions: [README.md]}\n", "README.md",
         b"# Jams\n\n" + region(b"markdown_table tables", begin=b"<!-- ", close=b" -->") + b"\nMore.\n",
         b"# Jams\n\n" + region(b"markdown_table tables", TABLE, begin=b"<!-- ", close=b" -->") + b"\nMore.\n", page("markdown_table", "ink")),
        ("HTML, and a region of the whole catalogue", "  rows: {regions_only: true, regions: [page.html]}\n", "page.html",
         b"<p>\n" + region(b"rows list ink", begin=b"<!--", close=b"-->", blanks=b"  ") + region(b"rows all", begin=b"<!-- ", close=b" -->"),
         b"<p>\n" + region(b"rows list ink", indented(LIST, b"  "), begin=b"<!--", close=b"-->", blanks=b"  ")
         + region(b"rows all", b"INK_DRY INK_EMPTY TRAY_OPEN \n", begin=b"<!-- ", close=b" -->"), ""),
        ("two targets and two modules in one file", c_api("err.h") + "  rows: {regions_only: true, regions: [err.h]}\n", "err.h",
         region(b"rows bare tray") + region(b"c_api constants ink") + region(b"rows bare ink"),
         region(b"rows bare tray", b"The tray is open\n") + region(b"c_api constants ink", CONSTANTS)
         + region(b"rows bare ink", b"The ink is dry\nThe cartridge is empty\n"), ""),
        ("a region that becomes empty", "  c_api: {regions_only: true, regions: [err.h]}\n", "err.h", region(b"c_api functions ink", b"x\n\n"), region(b"c_api functions ink"), ""),
    ]
    for name, targets, path, before, after, more in rows:
        report.run(name, lambda: check_file(errspec, targets, path, before, after, more))


# Files that are refused: what the spec says of them, their bytes (None: there is none), and what is said of them where.
END = b"/* errspec:end */\n"
ONE = region(b"c_api constants ink")
REFUSED = {
    "a file that is not there": (c_api("err.h"), None, "errspec.yaml:4:88: error: 'err.h' cannot have regions of the target c_api: there is no such file [ES0563]"),
    "a file without a region": (c_api("err.h"), b"int x;\n", "errspec.yaml:4:88: error: 'err.h' cannot have regions of the target c_api: it has none [ES0563]"),
    "a file without a region of a target": (c_api("err.h") + "  rows: {regions_only: true, regions: [err.h]}\n", ONE,
                                            "errspec.yaml:5:40: error: 'err.h' cannot have regions of the target rows: it has none [ES0563]"),
    "a region that does not end": (c_api("err.h"), b"\n" + ONE.replace(END, b""), "err.h:2:4: error: 'errspec:begin' has no end [ES0566]"),
    "an end alone": (c_api("err.h"), ONE + END, "err.h:3:4: error: 'errspec:end' ends no region [ES0566]"),
    "an end before the beginning": (c_api("err.h"), END + ONE, "err.h:1:4: error: 'errspec:end' ends no region [ES0566]"),
    "a region in a region": (c_api("err.h"), ONE.replace(END, ONE) + END, "err.h:2:4: error: 'errspec:begin' stands in a region that has not ended [ES0566]"),
    "the same region twice": (c_api("err.h"), ONE + b"x\n" + ONE, "err.h:4:4: error: the region constants of ink is in this file already [ES0568]"),
    "a marker without a region": (c_api("err.h"), region(b"c_api"), "err.h:1:4: error: this is no marker: it names no region"),
    "a marker with too much": (c_api("err.h"), region(b"c_api constants ink and more"), "err.h:1:4: error: this is no marker: more follows"),
    "a marker that is misspelt": (c_api("err.h"), ONE + b"// errspec:begn\n", "err.h:3:4: error: this is no marker: 'errspec:' begins"),
    "a target that nobody names": (c_api("err.h"), ONE + region(b"c_apy constants tray"),
                                   "err.h:3:18: error: there is no target that has this file under 'regions' called 'c_apy' [ES0567]", "did you mean 'c_api'?"),
    "a region that the target has not": (c_api("err.h"), region(b"c_api constant ink"),
                                         "err.h:1:24: error: there is no region of the target c_api called 'constant' [ES0567]", "did you mean 'constants'?"),
    "a module that there is not": (c_api("err.h"), region(b"c_api constants inc"),
                                   "err.h:1:34: error: there is no module of the target c_api called 'inc' [ES0567]", "did you mean 'ink'?"),
    "a module that the target does not make": (c_api("err.h", more=", modules: [ink]"), region(b"c_api constants tray"),
                                               "err.h:1:34: error: there is no module of the target c_api called 'tray' [ES0567]"),
    "no module where there are two": (c_api("err.h"), region(b"c_api constants"), "err.h:1:4: error: this is no marker: it names no module, and c_api has 2 [ES0565]"),
    "a module for what has none": ("  rows: {regions_only: true, regions: [err.h]}\n", region(b"rows all ink"),
                                   "err.h:1:4: error: this is no marker: the region is of the whole catalogue, and shows nothing by name [ES0565]"),
    "a target without regions": ("  csv: {regions_only: true, regions: [err.h]}\n", region(b"csv table"),
                                 "err.h:1:22: error: there is no region of the target csv called 'table' [ES0567]"),
    "a path that leads out": (c_api("../err.h"), ONE, "errspec.yaml:4:88: error: '../err.h' is not a safe relative path"),
    "a name that tools obey": (c_api(".github/err.h"), ONE, "errspec.yaml:4:88: error: '.github/err.h' is not a safe relative path"),
    "a name that a service obeys": (c_api("Jenkinsfile"), ONE, "errspec.yaml:4:88: error: "),
    "a file that an output makes": ("  c_api: {regions: [c_api/ink.h]}\n", ONE,
                                    "errspec.yaml:4:21: error: 'c_api/ink.h' of c_api and 'c_api/ink.h' of c_api are one file [ES0522]"),
    "the spec": ("  rows: {regions_only: true, regions: [ink.yaml]}\n", None, "errspec.yaml:4:40: error: 'ink.yaml' is an input of this run [ES0523]"),
}


def check_refused(errspec, targets, content, *texts):
    """That a file is refused at its place, and nothing is written."""
    place = Place(errspec, targets, {} if content is None else {"c_api/ink.h" if "[c_api/" in targets else "err.h": content})
    before = place.files()
    result = place.generate()
    found = ended(result, 1, *texts) + differs("the files", place.files(), before)
    found += ended(place.generate("--check"), 1, *texts) + ended(place.generate("--diff"), 1, *texts)
    place.close()
    return found


def check_links(errspec):
    """Links, devices and folders in the place of the file; other names of the file."""
    place = Place(errspec, c_api("err.h"), {"there.h": ONE})
    os.symlink("there.h", place.folder / "err.h")
    found = ended(place.generate(), 1, "'err.h' cannot have regions of the target c_api: it is a symbolic link [ES0563]")
    os.unlink(place.folder / "err.h")
    os.mkfifo(place.folder / "err.h")
    found += ended(place.generate(), 1, "it is no regular file [ES0563]")
    os.unlink(place.folder / "err.h")
    os.mkdir(place.folder / "err.h")
    found += ended(place.generate(), 1, "it is no regular file [ES0563]")
    place.put({"errspec.yaml": (place.folder / "errspec.yaml").read_text().replace("err.h", "err/err.h")})
    with tempfile.TemporaryDirectory() as outside:
        (pathlib.Path(outside) / "err.h").write_bytes(ONE)
        os.symlink(outside, place.folder / "err")
        result = place.generate()
        found += [] if result.returncode in (1, 2) and "err/err.h" in result.stderr else [result.stderr]
        found += differs("the file outside", (pathlib.Path(outside) / "err.h").read_bytes(), ONE)
    found += differs("the other file", place.files()["there.h"], ONE)
    place.close()
    place = Place(errspec, c_api("err.h", "same.h"), {"err.h": ONE})
    os.link(place.folder / "err.h", place.folder / "same.h")
    found += ended(place.generate(), 1, "errspec.yaml:4:95: error: ", "'same.h'") + differs("the file", place.files()["err.h"], ONE)
    place.close()
    place = Place(errspec, c_api("err.h", "ERR.h"), {"err.h": ONE})
    found += ended(place.run("check"), 1, "errspec.yaml:4:95: error: 'out/ERR.h' of c_api and 'out/err.h' of c_api are one file [ES0522]")
    place.close()
    return found


ROOT = pathlib.Path(__file__).resolve().parent.parent
RICH = """module: ink
title: All about ink
codes:
  INK_DRY: {code: 2, title: Dry, message: "The ink is {state}", params: {state: string}, aliases: [INK_OLD], causes: [It is old, It is *hot*]}
  INK_EMPTY: {code: 1, message: The cartridge is empty, status: deprecated, replaced_by: INK_DRY}
catch_all: {code: '9xx', message: Another one}
"""


def offered():
    """Each target that ships with regions, its regions and what each is of."""
    for path in sorted((ROOT / "templates").glob("*/target.yaml")):
        manifest = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        if "regions" in manifest:
            yield manifest["target"], {name: one["per"] for name, one in manifest["regions"].items()}


def lines_of(text):
    return [line.strip() for line in text.split(b"\n") if line.strip()]


def check_offered(errspec, target, regions):
    """That each region of a target says what one of its outputs says as well, line for line."""
    names = {"module": b" ink", "document": b" jam", "catalogue": b""}
    vars_of = "vars: {messages: true, names: true}, " if target == "c_api" else ""
    more = page(target, "tray", "ink") if "document" in regions.values() else ""
    text = b"".join(region(b" ".join([target.encode(), name.encode()]) + names[per], begin=b"# ", close=b"") for name, per in regions.items())
    place = Place(errspec, f"  {target}: {{{vars_of}regions: [mine.txt]}}\n", {"mine.txt": text}, modules=[RICH, TRAY], more=more)
    found = ended(place.generate(), 0)
    made = place.files()
    mine = [lines_of(part.partition(b"\n")[2].rpartition(b"# errspec:end")[0]) for part in made.pop("mine.txt").split(b"# errspec:begin ")[1:]]
    wholes = [lines_of(whole) for whole in made.values()]
    for name, part in zip(regions, mine):
        stands = any(part == whole[at:at + len(part)] for whole in wholes for at in range(len(whole)))
        found += [] if len(part) > 1 and stands else [f"{name} stands in no output: {part}"]
    place.close()
    return found


def check_forms(errspec, target, regions):
    """That the regions are made of each type of code that the target has, and of a module without codes."""
    manifest = yaml.load((ROOT / "templates" / target / "target.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    found = []
    for kind in manifest.get("types", ["int32", "uint32", "int64", "uint64", "string"]):
        for codes in ("codes: {}\n", "codes: {A: {code: '1', title: A}}\n" if kind == "string" else "codes: {A: {code: 1, title: A}}\n"):
            text = b"".join(region(f"{target} {name}".encode(), begin=b"# ", close=b"") for name in regions)
            place = Place(errspec, f"  {target}: {{regions_only: true, regions: [mine.txt]}}\n", {"mine.txt": text}, modules=[f"module: ink\ntype: {kind}\n{codes}"],
                          more=page(target, "ink") if "document" in regions.values() else "")
            found += ended(place.generate(), 0) + ended(place.generate("--check"), 0)
            place.close()
    return found


NAMES = ["a b.h", "it's.h", "#{canary}.h", "$(id).h", "+canary().h", "<b>.h", "*.h", "-n", "\u00e4.h", "##[group]x.h"]


def check_names(errspec):
    """Files whose names are odd and harmless: each is filled, and shown as what it is."""
    found = []
    for name in NAMES:
        place = Place(errspec, c_api(json.dumps(name)), {name: ONE})
        stale = place.generate("--check", "--format=github")
        found += differs(name, stale.returncode, 1) + [f"the log obeys {line}" for line in stale.stdout.splitlines() if not line.startswith("::error ")]
        found += ended(place.generate(), 0) + differs(name, place.files(), {name: region(b"c_api constants ink", CONSTANTS)})
        place.close()
    return found


HOSTILE = ["errspec:end", "*/ errspec:end", "-- errspec:end", "errspec:begin c_api constants ink", "errspec:x"]


def check_hostile(errspec, message):
    """A text that comes to stand at the start of a line, where it would be a marker."""
    place = Place(errspec, "  rows: {regions_only: true, regions: [a.html]}\n", {"a.html": region(b"rows bare evil") + b"more\n"},
                  modules=[f"module: evil\ncodes:\n  A: {{code: 1, message: '{message}'}}\n"])
    before = place.files()
    result = place.generate()
    found = ended(result, 1, "a.html:1:4: error: a line of this region would be a marker itself: 'errspec:", "[ES0564]")
    found += differs("the file", place.files(), before)
    place.close()
    return found


def check_own(errspec):
    """A file with regions is in no list, no orphan, no output; another target's regions stay."""
    both = c_api("err.h") + "  rows: {regions_only: true, regions: [err.h]}\n"
    place = Place(errspec, both + "  json: {}\n", {"err.h": ONE + region(b"rows bare ink", b"old\n")})
    found = ended(place.generate("-t", "c_api"), 0)
    made = region(b"c_api constants ink", CONSTANTS)
    found += differs("one target", place.files(), {"err.h": made + region(b"rows bare ink", b"old\n")})
    found += ended(place.generate(), 0)
    listed = place.files()["errspec-files.txt"]
    found += [] if b"err.h" not in listed and b"json" in listed else [f"the list: {listed}"]
    place.put({"errspec.yaml": "catalogue: paper\nmodules: [ink.yaml, tray.yaml]\nexclusive: true\ntargets:\n" + both})
    place.put({"out/err.h": made + region(b"rows bare ink")})
    for words in ((), ("-t", "rows"), ("-t", "json", "--prune")):
        found += ended(place.run("generate", "--templates", "templates", *words), 0)
    found += differs("the file", (place.folder / "out/err.h").read_bytes(),
                     made + region(b"rows bare ink", b"The ink is dry\nThe cartridge is empty\n"))
    place.close()
    return found


def check_modules(errspec):
    """What a module names is its own; what several name, or another one shows, is named by the markers."""
    own = "targets: {c_api: {vars: {documentation: titles}, regions: [PATH]}}\n"
    ink, tray = INK + own.replace("PATH", "ink.h"), TRAY + own.replace("PATH", "tray.h")
    place = Place(errspec, "  c_api: {regions_only: true}\n", {"ink.h": region(b"c_api constants"), "tray.h": region(b"c_api constants")}, modules=[ink, tray])
    found = ended(place.generate(), 0) + differs("ink.h", place.files()["ink.h"], region(b"c_api constants", CONSTANTS))
    found += [] if b"TRAY_OPEN = 7" in place.files()["tray.h"] else ["tray.h has not its own codes"]
    place.close()
    place = Place(errspec, "  c_api: {}\n", {"ink.h": region(b"c_api constants")}, modules=[ink.replace("{vars", "{regions_only: true, vars"), TRAY])
    found += ended(place.generate(), 0) + differs("the files of one module", sorted(place.files()), ["c_api/tray.c", "c_api/tray.h", "errspec-files.txt", "ink.h"])
    place.close()
    ink, tray = INK + own.replace("PATH", "err.h"), TRAY + own.replace("PATH", "err.h")
    place = Place(errspec, "  c_api: {regions_only: true}\n", {"err.h": region(b"c_api constants")}, modules=[ink, tray])
    found += ended(place.generate(), 1, "it names no module, and c_api has 2")
    place.put({"err.h": ONE + region(b"c_api constants tray")})
    found += ended(place.generate(), 0) + ended(place.generate("--check"), 0)
    place.close()
    place = Place(errspec, "  csv: {}\n", {"err.h": region(b"c_api constants")}, modules=[INK + own.replace("PATH", "err.h")])
    found += ended(place.run("generate", "-o", ".", "ink.yaml"), 0)
    found += [] if region(b"c_api constants", CONSTANTS) == place.files()["err.h"] else ["a module alone has no regions"]
    place.close()
    return found


def check_together(errspec):
    """Nothing changes where one file has a fault: neither other files with regions nor outputs."""
    place = Place(errspec, c_api("good.h", "bad.h") + "  json: {}\n", {"good.h": ONE, "bad.h": ONE + END})
    before = place.files()
    found = ended(place.generate(), 1, "bad.h:3:4: error: 'errspec:end' ends no region") + differs("the files", place.files(), before)
    place.close()
    return found


def check_depfile(errspec):
    """A file with regions is an input of the build and no product."""
    place = Place(errspec, c_api("err.h") + "  json: {}\n", {"err.h": ONE})
    found = ended(place.generate("--depfile", "d"), 0)
    products, _, inputs = (place.folder / "d").read_text().partition(": ")
    found += [] if "err.h" not in products.split() and "err.h" in inputs.replace("\\", "").split() else [products + ": " + inputs]
    found += ended(place.generate("--output", "c_api.header=x.h"), 1, "[ES0530]", "the outputs are json.")
    found += ended(place.generate("-t", "c_api", "--output", "c_api.header=x.h"), 1, "there are none where 'regions_only' is true")
    result = place.generate("--output", f"json.{output_of(place)}=./err.h")
    found += [] if result.returncode == 1 and "err.h" in result.stderr else [f"--output met the file: {result.returncode} {result.stderr}"]
    place.close()
    return found


def output_of(place):
    """An output of json of which there is one for the whole catalogue."""
    return next(line.split()[0] for line in place.run("targets", "json").stdout.splitlines() if line.split()[1:2] == ["catalogue"])


def check_random(errspec, seed):
    """Files of random lines: either each marker is found and all else stays, or the file stays and says why."""
    dice = random.Random(seed)
    place = Place(errspec, c_api("err.h"), {})
    lines = [b"/* errspec:begin c_api constants ink */", b"/* errspec:end */", b"# errspec:begin c_api constants tray", b"\t//errspec:end", b"", b"int x;",
             b"\0", b"\xff\xfe", b"see errspec:end", b"\xef\xbb\xbf", b"errspec: end", b"/*", b" "]
    found, made = [], 0
    for _ in range(60):
        picked = [dice.choice(lines) for _ in range(dice.randrange(1, 5))]
        for head in dice.sample([0, 2], dice.randrange(1, 3)):
            picked += [lines[head], *[dice.choice(lines[4:]) for _ in range(dice.randrange(3))], dice.choice([lines[1], lines[3]])]
        text = b"".join(line + dice.choice([b"\n", b"\n", b"\r\n"]) for line in picked)
        text = text[:len(text) - dice.randrange(2)]
        place.put({"err.h": text})
        result = place.generate()
        after = place.files()["err.h"]
        if result.returncode == 0:
            made += 1
            found += ended(place.generate("--check"), 0) + differs("outside", outside(after), outside(text))
        else:
            found += differs("the status", result.returncode, 1) + differs("the file", after, text)
            found += [] if "err.h:" in result.stderr or "it has none" in result.stderr else [result.stderr]
    place.close()
    return found + ([] if made > 5 else [f"only {made} files were made"])


def outside(text):
    """What stands outside of the regions, with the markers."""
    kept, inside = [], False
    for line in text.split(b"\n"):
        ends = line.lstrip(b"\t /*").startswith(b"errspec:end")
        inside = inside and not ends
        kept += [] if inside else [line]
        inside = inside or line.lstrip(b"\xef\xbb\xbf#/* ").startswith(b"errspec:begin")
    return kept


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    errspec = str(pathlib.Path(parser.parse_args().errspec).absolute())
    report = Tap()
    happy(report, errspec)
    for name, (targets, content, *texts) in REFUSED.items():
        report.run(name, lambda: check_refused(errspec, targets, content, *texts))
    for message in HOSTILE:
        report.run(f"the message {message!r}", lambda: check_hostile(errspec, message))
    report.run("rule 6: links, and other names of a file", lambda: check_links(errspec))
    for target, regions in offered():
        report.run(f"what {target} makes elsewhere it makes in regions", lambda: check_offered(errspec, target, regions))
        report.run(f"regions of {target} of all types", lambda: check_forms(errspec, target, regions))
    report.run("odd names of files", lambda: check_names(errspec))
    report.run("files with regions are people's", lambda: check_own(errspec))
    report.run("files of modules", lambda: check_modules(errspec))
    report.run("rule 7: all or nothing", lambda: check_together(errspec))
    report.run("depfile and --output", lambda: check_depfile(errspec))
    report.run("random files", lambda: check_random(errspec, 7))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
