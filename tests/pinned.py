"""Documents with templates of their own, in the layout pinned: their bytes, what changes them, what is refused.

Each case gets a fresh folder with a catalogue of one pinned document.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

from tap import Tap, differs, ended

CATALOGUE = """catalogue: demo
modules: [image.yaml]
documents:
  image:
    layout: pinned
    template: pages/image.md
    path: old/image.md
    metadata: {Kit: Image Kit}
    parts: [module: image]
"""

MODULE = r"""module: image
title: Image errors
codes:
  NO_MEMORY:
    code: 501
    title: No_memory *left* | <b> & "more"
    message: Out of memory.
    causes:
      - The image is large.
      - |
        Others
        hold it.
    actions: |
      Close some,

      then try again.
  NO_FILE:
    code: 502
    title: No file
    description: There is no file.
"""

TEMPLATE = (
    "{{U+FEFF}}<!--Kit: {{metadata.Kit}}-->  \r\n"
    "{{#parts.image}}\r\n"
    "# {{title}}\t\r\n"
    "{{#codes.NO_MEMORY}}\r\n"
    "## {{code}} {{title.line}}\r\n"
    "\r\n"
    "\r\n"
    "| a | {{causes.items.0.cell}}|{{causes.items.1.cell_break}} |\r\n"
    "  * {{actions.block}}\r\n"
    "{{actions.text.crlf}}\r\n"
    "{{/codes.NO_MEMORY}}\r\n"
    "{{codes.NO_FILE.code}}{{U+000D}}{{U+0007}}: {{codes.NO_FILE.description}}{{/parts.image}}")

DOCUMENT = (
    "\ufeff<!--Kit: Image Kit-->  \r\n"
    "# Image errors\t\r\n"
    "## 501 No_memory \\*left\\* \\| \\<b> \\& \"more\"\r\n"
    "\r\n"
    "\r\n"
    "| a | The image is large.|Others<br/>hold it. |\r\n"
    "  * Close some,\n"
    "\n"
    "  then try again.\r\n"
    "Close some,\r\n"
    "\r\n"
    "then try again.\r\n"
    "502\r\a: There is no file.")

# What becomes of NO_MEMORY's title in each place.
PLACES = {
    "as_is": 'No_memory *left* | <b> & "more"',
    "crlf": 'No_memory *left* | <b> & "more"',
    "line": 'No_memory \\*left\\* \\| \\<b> \\& "more"',
    "word": 'No\\_memory \\*left\\* | \\<b> & "more"',
    "cell": 'No_memory *left* \\| <b> & "more"',
    "cell_break": 'No_memory *left* \\| <b> & "more"',
    "html": 'No_memory *left* | &lt;b&gt; &amp; "more"',
    "html_quote": "No_memory *left* | &lt;b&gt; &amp; &quot;more&quot;",
}


class Place:
    def __init__(self, errspec, folder):
        self.errspec = errspec
        self.folder = pathlib.Path(folder)
        (self.folder / "pages").mkdir()
        self.write("errspec.yaml", CATALOGUE)
        self.write("image.yaml", MODULE)
        self.write("pages/image.md.mustache", TEMPLATE)

    def write(self, path, text):
        (self.folder / path).write_bytes(text.encode())

    def edit(self, path, old, new):
        text = (self.folder / path).read_bytes().decode()
        assert old in text, f"{path} has no {old!r}"
        self.write(path, text.replace(old, new))

    def run(self, *words):
        result = subprocess.run([self.errspec, *words], cwd=self.folder, capture_output=True, check=False, timeout=300)
        result.stderr = result.stderr.decode()
        return result

    def document(self):
        return (self.folder / "out/docs/old/image.md").read_bytes().decode()


def gives_its_bytes(place):
    complaints = ended(place.run("check"), 0) + ended(place.run("generate"), 0)
    return complaints + differs("document", place.document(), DOCUMENT) + ended(place.run("generate", "--check"), 0)


def changes_one_value(place):
    place.run("generate")
    place.edit("image.yaml", "The image is large.", "The image | is vast.")
    complaints = ended(place.run("generate", "--check"), 1, "out/docs/old/image.md' differs")
    place.run("generate")
    return complaints + differs("document", place.document(),
                                DOCUMENT.replace("The image is large.", "The image \\| is vast."))


def is_an_input(place):
    complaints = ended(place.run("generate", "--depfile", "deps.d"), 0)
    named = (place.folder / "deps.d").read_text().split()
    return complaints + ([] if "pages/image.md.mustache" in named else ["the depfile does not name the template"])


def reports_a_new_code(place):
    place.run("generate")
    place.edit("image.yaml", "  NO_FILE:", "  NEW: {code: 503, title: New}\n  NO_FILE:")
    complaints = []
    for words in (["check"], ["generate"], ["generate", "--check"]):
        complaints += ended(place.run(*words), 1, "no document shows the code 'NEW' [ES0346]")
    return complaints + differs("document", place.document(), DOCUMENT)


def keeps_files_when_a_key_is_gone(place):
    place.run("generate")
    place.edit("image.yaml", "  NO_FILE:", "  NO_FILES:")
    complaints = ended(place.run("generate"), 1, "'codes' has no code 'NO_FILE' [ES0441]", "did you mean 'NO_FILES'?")
    return complaints + differs("document", place.document(), DOCUMENT)


def writes_for_each_place(place):
    tags = "".join("{{codes.NO_MEMORY.title.%s}}\n" % name for name in PLACES)
    place.write("pages/image.md.mustache", "{{#parts.image}}\n%s{{codes.NO_FILE.title}}\n{{/parts.image}}\n" % tags)
    complaints = ended(place.run("generate"), 0)
    return complaints + differs("document", place.document(), "".join(f"{text}\n" for text in PLACES.values()) + "No file\n")


def shows_a_twin_in_its_language(place):
    """Each twin shows a code of its own; together they show both, in the language of each."""
    place.edit("errspec.yaml", "modules:", "languages: [zh-CN]\nmodules:")
    place.edit("errspec.yaml", "documents:\n", "documents:\n  twin:\n    layout: pinned\n    language: zh-CN\n"
               "    template: pages/twin\n    path: twin.md\n    parts: [module: image]\n")
    (place.folder / "i18n/zh-CN").mkdir(parents=True)
    place.write("i18n/zh-CN/image.yaml", "translation: image\nlanguage: zh-CN\ncodes:\n  NO_FILE: {title: 没有文件}\n")
    place.write("pages/twin.mustache", "{{#parts.image}}{{codes.NO_FILE.title}}{{/parts.image}}\n")
    place.write("pages/image.md.mustache", "{{#parts.image}}{{codes.NO_MEMORY.code}}{{/parts.image}}\n")
    complaints = ended(place.run("generate"), 0) + differs("document", place.document(), "501\n")
    complaints += differs("twin", (place.folder / "out/docs/twin.md").read_text(encoding="utf-8"), "没有文件\n")
    place.write("pages/twin.mustache", "{{#parts.image}}{{codes.NO_MEMORY.title}}{{/parts.image}}\n")
    return complaints + ended(place.run("check"), 1, "no document shows the code 'NO_FILE' [ES0346]")


def takes_partials_beside_it(place):
    place.write("pages/part.mustache", "{{title}}\n")
    place.write("pages/image.md.mustache", "{{#parts.image}}\n{{#codes}}\n{{>pages/part}}\n{{/codes}}\n{{/parts.image}}\n")
    complaints = ended(place.run("generate"), 0)
    return complaints + differs("document", place.document(), 'No_memory *left* | <b> & "more"\nNo file\n')


def stays_below_the_catalogue(place):
    with tempfile.TemporaryDirectory() as elsewhere:
        outside = pathlib.Path(elsewhere) / "secret.mustache"
        outside.write_text("secret\n", encoding="utf-8")
        file = place.folder / "pages/image.md.mustache"
        file.unlink()
        file.symlink_to(outside)
        complaints = ended(place.run("generate"), 2, "pages/image.md.mustache")
    return complaints + ([] if not (place.folder / "out").exists() else ["something was written"])


def does_not_wait_for_a_pipe(place):
    (place.folder / "pages/image.md.mustache").unlink()
    os.mkfifo(place.folder / "pages/image.md.mustache")
    return ended(place.run("generate"), 2, "pages/image.md.mustache")


def is_no_output_itself(place):
    place.edit("errspec.yaml", "template: pages/image.md", "template: docs/old/image.md")
    place.edit("errspec.yaml", "path: old/image.md", "path: old/image.md.mustache")
    (place.folder / "docs/old").mkdir(parents=True)
    place.write("docs/old/image.md.mustache", TEMPLATE)
    complaints = ended(place.run("generate", "--out", "."), 1, "[ES0523]")
    return complaints + differs("template", (place.folder / "docs/old/image.md.mustache").read_bytes().decode(), TEMPLATE)


# What a template says, the address that is shown to be wrong, and where it is said: in the template or by the catalogue.
DANGEROUS = [
    ("[x](javascript:x)", "javascript", "pages/image.md.mustache:"),
    ("<JavaScript:x>", "javascript", "pages/image.md.mustache:"),
    ("[x]\n\n[x]: vbscript:x", "vbscript", "pages/image.md.mustache:"),
    ("![x](data:text/html,x)", "data", "pages/image.md.mustache:"),
    ("[x](java{{! one word }}script:x)", "javascript", "errspec.yaml:"),
    ("[x]({{#parts}}java{{/parts}}script:x)", "javascript", "errspec.yaml:"),
    ("[x](java&#115;cript:x)", "javascript", "pages/image.md.mustache:"),
    ("[x](java&Tab;script&colon;x)", "javascript", "pages/image.md.mustache:"),
    ("[x](javascript&unknown;:x)", "?", "pages/image.md.mustache:"),
    ("> [x](<\n> javascript:x>)", "javascript", "pages/image.md.mustache:"),
    ("[odd](id:x) " * 200 + "[x](javascript:x)", "javascript", "pages/image.md.mustache:"),
    ("{{> pages/rest}}", "javascript", "pages/rest.mustache:"),
    ("{{metadata.Kit}}(javascript:x)", "javascript", "pages/image.md.mustache:"),
    ("[x](javascript\\:x)", "javascript", "pages/image.md.mustache:"),
]

# Nothing that runs: other schemes stay in a document that others wrote, and code is code.
HARMLESS = ["[x](https://example.com/a:b)", "[x](id:x) [x](ftp://x) ftp://x", "data: javascript: x", "`[x](y)` `data:`", "[data: x](y)",
            "&nbsp;data: [x](y)"]


def runs_no_link(place):
    complaints = []
    place.edit("errspec.yaml", "Image Kit", "'[x]'")
    place.write("pages/rest.mustache", "[x](javascript:x)\n")
    for text, scheme, where in DANGEROUS:
        place.write("pages/image.md.mustache", TEMPLATE + "\n\n" + text + "\n")
        for command in ("check", "generate"):
            result = place.run(command)
            complaints += [f"{text[-40:]!r}: {found}" for found in ended(result, 1, f"lead to '{scheme}:' [ES0320]", where)]
    complaints += ["a document was made"] * (place.folder / "out").exists()
    for text in HARMLESS:
        place.write("pages/image.md.mustache", TEMPLATE + "\n\n" + text + "\n")
        complaints += [f"{text!r}: {found}" for found in ended(place.run("check"), 0)]
    return complaints


def may_be_long(place):
    """A document of thousands of codes is no hostile template: 8 MB of it, each code picked by its name."""
    count = 30000
    names = [f"ERROR_NUMBER_{i}" for i in range(count)]
    place.write("image.yaml", "module: image\ntitle: Image errors\ncodes:\n" + "".join(
        f"  {name}: {{code: {i}, title: Number {i}, causes: [One., Two.]}}\n" for i, name in enumerate(names)))
    texts = "A line of the document that stays as it was.\n" * 4
    place.write("pages/image.md.mustache", "{{#parts.image}}\n" + "".join(
        "{{#codes.%s}}\n%s%s{{/codes.%s}}\n" % (name, texts, "## {{code}} {{title}}\n1. {{causes.items.0}}\n2. {{causes.items.1}}\n",
                                              name) for name in names) + "{{/parts.image}}\n")
    complaints = ended(place.run("generate"), 0)
    return complaints + differs("length", len(place.document()), sum(
        len(f"{texts}## {i} Number {i}\n1. One.\n2. Two.\n") for i in range(count)))


CASES = [gives_its_bytes, changes_one_value, is_an_input, reports_a_new_code, keeps_files_when_a_key_is_gone,
         writes_for_each_place, shows_a_twin_in_its_language, takes_partials_beside_it, stays_below_the_catalogue,
         does_not_wait_for_a_pipe, is_no_output_itself, runs_no_link, may_be_long]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    options = parser.parse_args()
    errspec = str(pathlib.Path(options.errspec).resolve())
    report = Tap()
    for case in CASES:
        with tempfile.TemporaryDirectory() as folder:
            place = Place(errspec, folder)
            report.run(case.__name__.replace("_", " "), lambda case=case, place=place: case(place))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
