#!/usr/bin/env python3
"""The command translate: which files it writes, what it says of them, and that it keeps what stands there."""

import argparse
import html
import pathlib
import subprocess
import sys
import tempfile

import tap

CATALOGUE = "catalogue: c\nlanguage: en\nlanguages: [de]\nmodules: [a.yaml, b.yaml]\n"
FILES = {
    "errspec.yaml": CATALOGUE,
    "a.yaml": "module: a_long_name\ntitle: A\ncodes:\n  ONE: {code: 1, title: One}\n  TWO: {code: 2, message: only for programs}\n"
              "catch_all: {code: x, title: Rest}\n",
    "b.yaml": "module: b\ncodes:\n  THREE: {code: 3, title: Three, description: Third}\n",
}
DONE = "translation: b\nlanguage: de\ncodes:\n  THREE: {source: 0000/0/0000/0/0/0, title: \"Drei\"} # why\n"
NEW = "translation: b\nlanguage: de\ncodes:\n  THREE:\n    source: %s\n    # title: Three\n    # description: Third\n"
GROUPED = "module: b\ngroups:\n  g: {title: G, description: All of G}\ncodes:\n  THREE: {code: 3, title: Three, description: Third, group: g}\n"
GROUPS_DONE = "groups:\n  g: # here\n    source: 0000/0/0/0/0/0\n    title: Ge\n"
PATHS = ("i18n/de/a.yaml", "i18n/de/b.yaml")

# Name, what else stands in the folder, the words, the status, what the output and the report say, and whether files may change.
CASES = [
    ("no language is named", {}, [], 2, [], ["ES0105"], False),
    ("nobody speaks it", {}, ["fr"], 1, [], ["'fr'"], False),
    ("files begin", {}, ["de"], 0, ["wrote i18n/de/a.yaml", "wrote i18n/de/b.yaml", "MODULE       TEXTS  TRANSLATED  STALE",
                                    "a_long_name  3      0           0", "b            2      0           0"], [], True),
    ("a patch changes nothing", {}, ["de", "--diff"], 0, ["+++ b/i18n/de/b.yaml", "+translation: b"], [], False),
    ("what is stale stays so", {PATHS[1]: DONE}, ["de"], 0, ["b            2      0           1"], [], True),
    ("a code is accepted", {PATHS[1]: DONE}, ["de", "--accept=THREE"], 0, ["b            2      1           0"], [], True),
    ("a module is accepted", {PATHS[1]: DONE}, ["de", "--accept=b"], 0, ["b            2      1           0"], [], True),
    ("nothing is called so", {PATHS[1]: DONE}, ["de", "--accept=FOUR", "--accept=b"], 1, [], ["'FOUR'"], False),
    ("a bad spec is not translated", {"b.yaml": "module: b\n"}, ["de"], 1, [], ["ES0213"], False),
    ("what cannot be added to is refused", {PATHS[1]: "translation: b\nlanguage: de\ntitle: B\n...\n"}, ["de"], 1, [], ["ES0755"], False),
    ("groups begin, in a file that is there too", {"b.yaml": GROUPED, PATHS[1]: DONE}, ["de"], 0, ["b            4      0           1"], [], True),
    ("groups are accepted with their module", {"b.yaml": GROUPED, PATHS[1]: DONE + GROUPS_DONE}, ["de", "--accept=b"], 0,
     ["b            4      2           0"], [], True),
    ("a group goes where groups are", {"b.yaml": GROUPED.replace("  g:", "  f: First\n  g:"), PATHS[1]: DONE + GROUPS_DONE}, ["de"], 0,
     ["b            5      0           2"], [], True),
    ("a former name serves", {"b.yaml": FILES["b.yaml"].replace("THREE: {", "DREI: {aliases: [THREE], "), PATHS[1]: DONE}, ["de", "--accept=DREI"], 0,
     ["b            2      1           0"], [], True),
    ("too many words", {}, ["de", "errspec.yaml", "x"], 2, [], ["'x'"], False),
]


def write(folder, files):
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()}


def complaints_of(errspec, folder, more, words, status, said, reported, may_change):
    write(folder, {**FILES, **more})
    before = contents(folder)
    result = subprocess.run([errspec, "translate", *words], cwd=folder, capture_output=True, encoding="utf-8")
    after = contents(folder)
    complaints = [f"status {result.returncode}, expected {status}"] if result.returncode != status else []
    complaints += [f"the output lacks {text!r}:\n{result.stdout}" for text in said if text not in result.stdout]
    complaints += [f"the report lacks {text!r}:\n{result.stderr}" for text in reported if text not in result.stderr]
    if result.stderr and not reported:
        complaints.append(result.stderr)
    complaints += [f"{path} has changed" for path, text in before.items() if path not in PATHS and after.get(path) != text]
    if not may_change and after != before:
        complaints.append("something was written")
    if may_change:
        second = subprocess.run([errspec, "translate", *words], cwd=folder, capture_output=True, encoding="utf-8")
        if second.returncode or "wrote" in second.stdout or contents(folder) != after:
            complaints.append(f"a second run says: {second.stdout}{second.stderr}")
    return complaints


def kept(errspec, folder):
    """Quotes, braces and comments stay, stamps are filled in, and a new file shows what there is to translate."""
    write(folder, {**FILES, PATHS[1]: DONE})
    subprocess.run([errspec, "translate", "de", "--accept=b"], cwd=folder, capture_output=True, check=True)
    old = (folder / PATHS[1]).read_text(encoding="utf-8")
    stamp = old.partition("source: ")[2].partition(",")[0]
    complaints = [] if old == DONE.replace("0000/0/0000/0/0/0", stamp) and "0000" not in stamp else [old]
    (folder / PATHS[1]).unlink()
    subprocess.run([errspec, "translate", "de"], cwd=folder, capture_output=True, check=True)
    new = (folder / PATHS[1]).read_text(encoding="utf-8")
    return complaints + ([] if new == NEW % stamp else [new])


PAGE = "{{#languages}}{{language}}{{#modules}}{{#codes}} {{module}}.{{name}}={{message}}{{/codes}}{{/modules}};{{/languages}}"
SPOKEN = {
    "c.yaml": "catalogue: c\nlanguages: [de, fr]\nmodules: [a.yaml, b.yaml]\ntargets: {page: {}}\n",
    "a.yaml": "module: a\ncodes:\n  ONE: {code: 1, message: one}\n  TWO: {code: 2, message: two, description: 2}\n".replace("2}", "'2'}"),
    "b.yaml": "module: b\ncodes:\n  THREE: {code: 3, message: three}\n",
    "i18n/de/a.yaml": "translation: a\nlanguage: de\ncodes:\n  TWO: {message: zwei}\n  ONE: {message: eins}\n",
    "i18n/fr/b.yaml": "translation: b\nlanguage: fr\ncodes:\n  THREE: {message: trois}\n",
    "own/page/target.yaml": "target: page\noutputs: {page: {per: catalogue, path: page.txt, template: page}}\nescapes: {text: {}}\nescape: text\n",
    "own/page/page.mustache": PAGE,
}


def languages_have_all_modules(errspec, folder):
    """Templates see every code in every language, in the order of the source, whatever is translated."""
    write(folder, SPOKEN)
    subprocess.run([errspec, "generate", "--templates=own", "c.yaml"], cwd=folder, check=True)
    page = (folder / "out/page.txt").read_text(encoding="utf-8")
    return [] if page == "de a.ONE=eins a.TWO=zwei b.THREE=three;fr a.ONE=one a.TWO=two b.THREE=trois;" else [page]


def a_part_is_demanded_alone(errspec, folder):
    complaints = []
    write(folder, SPOKEN)
    for demand, told in [("message=67", "fr: 1 of 3"), ("message=100", "de: 2 of 3"), ("message=33", None), ("description=1", "de: 0 of 1"),
                         ("causes=100", None), ("message=33 message=67", "fr: 1 of 3")]:
        words = [f"--min-coverage={word}" for word in demand.split()]
        result = subprocess.run([errspec, "check", "--templates=own", "c.yaml", *words], cwd=folder, capture_output=True, encoding="utf-8")
        if result.returncode != (told is not None) or told is not None and told not in result.stderr:
            complaints.append(f"{demand}: {result.returncode} {result.stderr}")
    return complaints


def marked(errspec, folder):
    """Marks of direction in an Arabic translation reach its document, through translate as well."""
    arabic = "translation: b\nlanguage: ar\ncodes:\n  THREE: {title: \u062e\u0637\u0623 C++\u200e \u061c\u200f\u0641\u064a}\n"
    document = "documents: {b_ar: {layout: markdown_sections, language: ar, parts: [{module: b}]}}\n"
    write(folder, {**FILES, "errspec.yaml": CATALOGUE.replace("[de]", "[ar]") + document, "i18n/ar/b.yaml": arabic})
    for words in (["translate", "ar", "--accept=b"], ["generate", "-o", "out"], ["generate", "--check", "-o", "out"]):
        result = subprocess.run([errspec, *words], cwd=folder, capture_output=True, encoding="utf-8")
        if result.returncode:
            return [result.stderr]
    title = arabic.partition("title: ")[2].rstrip("}\n")
    paths = [folder / "i18n/ar/b.yaml", *(folder / "out").rglob("*.md")]
    texts = [html.unescape(path.read_text(encoding="utf-8")) for path in paths]
    return [text for text in texts if title not in text] + ([] if len(texts) == 2 else ["no document"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    errspec = str(pathlib.Path(parser.parse_args().errspec).resolve())
    report = tap.Tap()
    for name, *case in CASES:
        with tempfile.TemporaryDirectory() as folder:
            report.run(name, lambda: complaints_of(errspec, pathlib.Path(folder), *case))
    with tempfile.TemporaryDirectory() as folder:
        report.run("languages have all modules", lambda: languages_have_all_modules(errspec, pathlib.Path(folder)))
    with tempfile.TemporaryDirectory() as folder:
        report.run("a part is demanded alone", lambda: a_part_is_demanded_alone(errspec, pathlib.Path(folder)))
    with tempfile.TemporaryDirectory() as folder:
        report.run("what people wrote stays", lambda: kept(errspec, pathlib.Path(folder)))
    with tempfile.TemporaryDirectory() as folder:
        report.run("marks of direction stay", lambda: marked(errspec, pathlib.Path(folder)))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
