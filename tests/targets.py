"""Targets in a folder of the user's own: what a manifest may ask for, seen in what is generated.

Each case gets a fresh folder with a target, templates/demo, and a spec of one module.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

from tap import Tap, differs

ROOT = pathlib.Path(__file__).resolve().parent.parent
CATALOGUE = "catalogue: demo\nmodules: [one.yaml]\ntargets: {demo: {}}\n"
ONE = "module: end\ncodes:\n  CLASS: {code: 1, message: A}\n  CLASSES: {code: 2, message: B}\n"
MANIFEST = 'target: demo\noutputs:\n  list: {per: module, path: "{{module.snake}}.txt", template: list}\n'


class Place:
    """A folder to work in, and the program."""

    def __init__(self, errspec, folder):
        self.errspec = errspec
        self.folder = pathlib.Path(folder)
        self.write("catalogue.yaml", CATALOGUE)
        self.write("one.yaml", ONE)

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def target(self, manifest, template):
        self.write("templates/demo/target.yaml", MANIFEST + manifest)
        self.write("templates/demo/list.mustache", template)

    def run(self, *words):
        return subprocess.run([self.errspec, *words], cwd=self.folder, capture_output=True, text=True, check=False,
                              encoding="utf-8")

    def generate(self, *words):
        """What the run wrote, by path; what it complained of, if it did."""
        result = self.run("generate", "catalogue.yaml", "--templates", "templates", *words)
        files = {str(path.relative_to(self.folder / "out")): path.read_text(encoding="utf-8")
                 for path in sorted((self.folder / "out").rglob("*"))
                 if path.is_file() and path.name != "errspec-files.txt"}
        return result.stderr or files


def reserved_words_are_renamed(place):
    """A casing that comes out as one, in a text and in a path; nothing else."""
    place.target('identifiers: list\nreserved: >-\n  end class\n  if\nrename: "{name}_"\n',
                 "{{#codes}}\n{{name.snake}} {{name}}\n{{/codes}}\n")
    return differs("the words", place.generate(), {"end_.txt": "class_ CLASS\nclasses CLASSES\n"})


def words_are_renamed_each_in_its_own_way(place):
    """One with a form of its own, and those that no catalogue may be called; the module's own name is not renamed for them."""
    place.write("catalogue.yaml", CATALOGUE.replace("catalogue: demo", "catalogue: end_user"))
    place.target('reserved: end=finish class\nrename: "{name}_"\nrename_package: "{name}_codes"\n'
                 "packages: end_user EndUser=EndUsers class=never classes\n",
                 "{{catalogue.snake}} {{catalogue.pascal}} {{module.snake}}\n{{#codes}}\n{{name.snake}}\n{{/codes}}\n")
    return differs("the words", place.generate(), {"finish.txt": "end_user_codes EndUsers finish\nclass_\nclasses\n"})


def renamed_words_need_be_no_identifiers(place):
    place.target('identifiers: names\nreserved: class\nrename: "`{name}`"\n',
                 "{{#codes}}\n{{name.snake}} {{name.pascal}} {{name}}\n{{/codes}}\n")
    place.write("templates/demo/names.mustache", "{{#codes}}\n{{name.snake}} {{name}}\n{{/codes}}\n")
    return differs("the words", place.generate(),
                   {"end.txt": "`class` Class CLASS\nclasses Classes CLASSES\n"})


def plain_names_and_symbols_are_not_renamed(place):
    place.write("one.yaml", "module: one\ncodes:\n  class: {code: 1, message: A, symbols: {demo: other}}\n"
                            "  end: {code: 2, message: B}\n")
    place.target('reserved: class end other\nrename: "{name}_"\n',
                 "{{#codes}}\n{{name}} {{name.snake}}{{#symbol}} {{symbol}}{{/symbol}}\n{{/codes}}\n")
    return differs("the words", place.generate(), {"one.txt": "class class_ other\nend end_\n"})


# What they reserve are beginnings of names of classes, which no symbol is.
AS_NAMED = ("c_api",)  # prints the names of codes as they are: they are refused as symbols are
OF_PIECES = ("arkts", "javascript", "typescript")


def reserved_of(manifest):
    """The words that a manifest reserves, so far as they can be names of codes."""
    return [word for word in manifest.get("reserved", "").split() if re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", word)]


def module_of_words(name, words, symbol=""):
    """A module with a code on each line from the third on that is called as a word."""
    codes = "".join(f"  \"{word}\": {{code: {i}, message: A{symbol.format(json.dumps(word))}}}\n" for i, word in enumerate(words))
    return f"module: {name}\ncodes:\n{codes}"


def apart(words):
    """The words in lists in which no two differ by their case or underscores alone."""
    lists = []
    for word in words:
        folded = word.lower().replace("_", "")
        fitting = next((each for each in lists if folded not in each), None)
        if fitting is None:
            lists.append(fitting := {})
        fitting[folded] = word
    return [list(each.values()) for each in lists]


def complaints_of(place, target, text):
    place.write("words.yaml", text)
    with tempfile.TemporaryDirectory() as out:
        return place.run("generate", "words.yaml", "-t", target, "-o", out, "--limit", "diagnostics=10K").stderr


def reserved_words_count_where_they_are_printed(place):
    """Every reserved word of every target: as the name of a code, which a target spells its own way, and as a symbol, which it prints."""
    complaints = []
    for path in sorted((ROOT / "templates").glob("*/target.yaml")):
        manifest = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        target, words = manifest["target"], reserved_of(manifest)
        if "identifiers" not in manifest:
            continue
        for each in apart(words):
            found = "" if target in AS_NAMED else complaints_of(place, target, module_of_words("disk", each))
            complaints += [f"{target}: {found[:400]}"] if found else []
            found = complaints_of(place, target, module_of_words("disk", each, f", symbols: {{{{{target}: {{}}}}}}"))
            lines = {int(number) for number in re.findall(r"^words.yaml:(\d+):3: error: .*ES0322", found, re.M)}
            if target not in OF_PIECES:
                complaints += [f"{target}: the symbol {word} passes" for i, word in enumerate(each)
                               if 3 + i not in lines]
    return complaints


def packages_begin_no_dotted_name(place):
    """As the JVM loads no package below java; further behind the word is free."""
    place.target('rename_package: "{name}s"\npackages: java\n'
                 "vars: {package: {type: dotted name, value: com.java}}\n", "{{vars.package}}\n")
    fine, bad = place.generate(), place.generate("--var", "package=java.codes")
    said = "[ES0541]" in bad and "'java' is a reserved word" in bad
    return differs("the package", fine, {"end.txt": "com.java\n"}) + ([] if said else [f"java.codes: {bad!r}"])


def casings_of_vars_are_renamed(place):
    place.target('reserved: class\nrename: "{name}_"\n'
                 "vars: {a: {type: identifier, value: Class}, b: {value: {c: Classes}}}\n",
                 "{{vars.a.snake}} {{vars.a.pascal}} {{vars.b.c.snake}}\n")
    place.write("templates/demo/target.yaml", (place.folder / "templates/demo/target.yaml").read_text()
                + "escape: plain\nescapes: {plain: {trim: true}}\n")
    return differs("the words", place.generate(), {"end.txt": "class_ Class classes\n"})


VARS = """escape: plain
escapes: {plain: {trim: true}}
vars: {title: "1.0", size: 1, is_long: false, package: {value: {name: one, group: a}}, words: [x], other: ""}
"""
SHOWN = ("{{vars.title}} {{vars.size}} {{#vars.is_long}}long{{/vars.is_long}}{{^vars.is_long}}short{{/vars.is_long}} "
         "{{vars.package.name}} {{vars.package.group}} {{#vars.words}}{{.}}{{/vars.words}}{{vars.other}}\n")


def vars_are_replaced(place):
    """In the manifest's and the catalogue's, and for one run only."""
    place.target(VARS, SHOWN)
    given = ["--var", "is_long=true", "--var=package.name=two=2", "--var=size=0x10", "--var", "title=1.10",
             "--var", "other=true"]
    complaints = differs("without", place.generate(), {"end.txt": "1.0 1 short one a x\n"})
    complaints += differs("with", place.generate(*given), {"end.txt": "1.10 16 long two=2 a xtrue\n"})
    complaints += differs("check", place.generate("--check", *given), {"end.txt": "1.10 16 long two=2 a xtrue\n"})
    stale = place.run("generate", "catalogue.yaml", "--templates", "templates", "--check", "--var", "size=7")
    if "differs from the spec [ES0601]" not in stale.stderr or "--var size=7'" not in stale.stderr:
        complaints += ["check with other vars: " + stale.stderr]
    place.write("catalogue.yaml", CATALOGUE.replace("demo: {}", "demo: {vars: {package: {name: own}, size: 5}}"))
    place.target(VARS, "{{vars.size}} {{vars.package.name}}\n")
    return complaints + differs("the catalogue's", place.generate("--var", "package.name=new"), {"end.txt": "5 new\n"})


def paths_hold_what_is_safe(place):
    """Vars and fields of a checked form as they are, a text only with a place of its own."""
    manifest = ("escape: plain\nescapes: {plain: {trim: true}, step: {replace: [{text: ' ', by: '-'}]}}\n"
                "vars: {root: {type: dotted name, value: com.example}, word: {type: identifier, value: one}, line: a b}\n")
    place.target(manifest, "{{vars.root.path}}\n")
    head = MANIFEST.replace("{{module.snake}}.txt", "{{vars.root.path}}/{{vars.root}}/{{vars.word.pascal}}/{{vars.line.step}}")
    place.write("templates/demo/target.yaml", head + manifest)
    complaints = differs("the path", place.generate(), {"com/example/com.example/One/a-b": "com/example\n"})
    for name in ("vars.line", "title"):
        place.write("templates/demo/target.yaml", head.replace("vars.line.step", name) + manifest)
        found = place.run("check", "catalogue.yaml", "--templates", "templates").stderr
        if f"'{name}' is a text and needs an escape [ES0414]" not in found:
            complaints.append(f"{name} in a path: {found}")
    return complaints


def package_has_its_folder(place):
    """One var says both where a class belongs and where its file is."""
    place.target("", "")
    place.write("catalogue.yaml", "catalogue: demo\nmodules: [one.yaml]\ntargets:\n"
                "  java: {vars: {package: org.example_2.codes}}\n  kotlin: {vars: {package: org.example_2.codes}}\n")
    files = place.generate()
    for path, text in files.items():
        is_class = path.endswith((".java", ".kt")) and "/src/" in path
        if is_class and ("/org/example_2/codes/" not in path or "package org.example_2.codes" not in text):
            return [f"{path} is in another package than its folder"]
    return differs("how many", sum(path.endswith(("Code.java", "Code.kt")) for path in files), 2)


def shared(place, name, shares, template, mark):
    """A target without outputs: a place that writes the mark for each a, and one of its own name; and a template."""
    place.write(f"templates/{name}/target.yaml", f"target: {name}\n{shares}escapes:\n  plain: {{replace: [{{text: a, by: '{mark}'}}]}}\n"
                f"  of_{name}: {{replace: [{{text: b, by: '{mark}'}}]}}\n")
    place.write(f"templates/{name}/{template}.mustache", f"{name}'s {template}: {{{{message.plain}}}} {{{{message.of_{name}}}}}\n")


def what_a_target_lacks_is_shared(place):
    """Templates and places: its own go before those of the first, and these before those that the first shares; a circle ends."""
    place.write("one.yaml", "module: end\ncodes:\n  ONLY: {code: 1, message: ab}\n")
    place.target("shares: [first, third]\n", "{{#codes}}\n{{> one}}\n{{> two}}\n{{> three}}\n{{/codes}}\n")
    shared(place, "first", "shares: [second]\n", "one", 1)
    shared(place, "second", "shares: [first, demo]\n", "two", 2)
    shared(place, "third", "", "three", 3)
    place.write("templates/third/two.mustache", "shadowed\n")
    wanted = "first's one: 1b a1\nsecond's two: 1b a2\nthird's three: 1b a3\n"
    complaints = differs("shared", place.generate(), {"end.txt": wanted})
    place.write("templates/demo/two.mustache", "demo's own {{message.plain}}\n")
    place.target("shares: [first, third]\nescapes: {plain: {replace: [{text: a, by: '0'}]}}\n",
                 "{{#codes}}\n{{> one}}\n{{> two}}\n{{> three}}\n{{/codes}}\n")
    wanted = "first's one: 0b a1\ndemo's own 0b\nthird's three: 0b a3\n"
    return complaints + differs("own", place.generate(), {"end.txt": wanted})


def built_in_targets_are_shared(place):
    place.target("shares: [common]\n", '{{#codes}}\n"{{message.json}}" {{> constant}}\n{{/codes}}\n')
    return differs("common", place.generate(), {"end.txt": '"A" CLASS\n"B" CLASSES\n'})


def bad_shares_are_errors(place):
    """A target that is not there, at its place, also behind another; a fault in what is shared; and what makes nothing."""
    place.target("shares: [first]\n", "{{> one}}\n")
    shared(place, "first", "shares: [nowhere]\n", "one", 1)
    said = place.run("check", "catalogue.yaml", "--templates", "templates").stderr
    complaints = [] if "templates/first/target.yaml:2:10: error: no target 'nowhere' [ES0323]" in said else [said]
    place.write("templates/first/target.yaml", "target: first\nescapes: {plain: {replace: [{text: a, by: a}]}}\n")
    said = place.run("check", "catalogue.yaml", "--templates", "templates").stderr
    complaints += [] if "templates/first/target.yaml:2:36: error:" in said and said.count("error:") == 1 else [said]
    said = place.run("generate", "catalogue.yaml", "-t", "common")
    return complaints + differs("nothing", (said.returncode, "the target 'common' makes nothing [ES0552]" in said.stderr), (1, True))


def folders_of_ones_own_are_no_part_of_built_in_targets(place):
    """A folder called common, with or without a manifest; a partial in the target's own folder goes before."""
    place.write("catalogue.yaml", CATALOGUE.replace("demo: {}", "go: {}"))
    place.target("", "")
    before = place.generate()
    place.write("templates/common/target.yaml", "target: common\noutputs: {a: {per: module, path: b, template: c}}\n")
    place.write("templates/common/replacement.mustache", "mine\n")
    place.write("templates/common/literal.mustache", "mine\n")
    complaints = differs("go", place.generate(), before)
    place.write("templates/go/literal.mustache", "{{code}} + 0")
    made = place.generate()
    return complaints + ([] if "= 1 + 0\n" in str(made.get("go/end/end.go")) else [f"own: {made}"])


def shares_have_a_depth(place):
    place.target("shares: [t0]\n", "x\n")
    for i in range(3000):
        place.write(f"templates/t{i}/target.yaml", f"target: t{i}\nshares: [t{i + 1}]\n")
    said = place.run("check", "catalogue.yaml", "--templates", "templates")
    return differs("the chain", (said.returncode, "exceeds the limit 'depth'" in said.stderr), (2, True))


def rule_11_bad_vars_are_errors(place):
    place.target(VARS, SHOWN)
    wrong = {"titel=x": "no target of this run has a var 'titel' [ES0533]\nhelp: did you mean 'title'?",
             "package.nam=x": "has a var 'package.nam' [ES0533]\nhelp: did you mean 'package' or 'package.name'?",
             "title.deeper=x": "no target of this run has a var 'title.deeper' [ES0533]",
             "package=x": "'x' cannot stand for the var 'package', which is a map [ES0534]",
             "words=x": "'x' cannot stand for the var 'words', which is a list [ES0534]",
             "title=a\x1b[0m": "cannot stand for the var 'title', which is a text [ES0534]",
             "title=a\nb": "cannot stand for the var 'title', which is a text [ES0534]",
             "is_long=flase": "'flase' cannot stand for the var 'is_long', which is true or false [ES0534]",
             "size=big": "'big' cannot stand for the var 'size', which is an integer [ES0534]",
             "title": "'title' is not a valid value for '--var' [ES0104]", "=x": "'=x' is not a valid value for '--var' [ES0104]"}
    complaints = []
    for given, text in wrong.items():
        for words in (["generate", "-o", "out"], ["check"]):
            result = place.run(*words, "catalogue.yaml", "--templates", "templates", "--var", given)
            if text not in result.stderr or result.returncode == 0 or (place.folder / "out").exists():
                complaints.append(f"{words[0]} --var {given}: {result.returncode} {result.stderr}")
    return complaints


def bad_var_of_two_targets_is_said_once(place):
    place.target("vars: {deep: {value: {size: 1}}, strict: true}\n", "")
    other = (place.folder / "templates/demo/target.yaml").read_text().replace("demo", "other").replace(".txt", ".lst")
    place.write("templates/other/target.yaml", other)
    place.write("templates/other/list.mustache", "")
    place.write("catalogue.yaml", CATALOGUE.replace("demo: {}", "demo: {}, other: {}"))
    complaints = []
    for given in ("deep.size=big", "strict=yes"):
        result = place.run("check", "catalogue.yaml", "--templates", "templates", "--var", given)
        if result.stderr.count("[ES0534]") != 1 or result.returncode != 1:
            complaints.append(f"{given}: {result.stderr}")
    return complaints


def dump_shows_what_templates_see(place):
    """The names as a template writes them, with the values that they have there."""
    place.write("one.yaml", "module: end\ncodes:\n  CLASS: {code: -31, message: A, aliases: [OLD]}\n"
                            "  B: {code: 2, message: 'say \"hi\"', causes: [one, '\"two\"'], symbols: {demo: bee}}\n")
    place.target('reserved: class\nrename: "{name}_"\nvars: {size: 1}\n'
                 "escapes: {quoted: {replace: [{text: '\"', by: \"'\"}]}}\n", "{{vars.size.quoted}}\n")
    result = place.run("dump", "--target", "demo", "--templates", "templates", "--var", "size=2", "catalogue.yaml")
    if result.returncode != 0:
        return result.stderr
    seen = json.loads(result.stdout)
    module = seen["catalogue"]["modules"][0]
    first, second = module["codes"]
    complaints = differs("the vars", seen["run"]["vars"], {"size": 2, "size.hex": "0x2"})
    complaints += differs("the places", seen["places"], ["quoted"])
    complaints += differs("a name", [first["name"], first["name.snake"], first["name.pascal"]],
                          ["CLASS", "class_", "Class"])
    complaints += differs("a code", [first["code"], first["code.hex"]], [-31, "-0x1F"])
    complaints += differs("a text", [second["message"], second["message.quoted"]], ['say "hi"', "say 'hi'"])
    complaints += differs("a text that no place changes", "message.quoted" in first, False)
    complaints += differs("prose", second["causes"]["text.quoted"], "- one\n- 'two'")
    complaints += differs("the symbol", second["symbol"], "bee")
    complaints += differs("what is derived", module["by_code"], ["CLASS", "B"])
    complaints += differs("what is made when asked for", [entry["spelling"] for entry in module["spellings"]],
                          ["B", "CLASS", "OLD"])
    return complaints + differs("the files", seen["files"],
                                [{"output": "list", "template": "list", "path": "end.txt", "spec": "one.yaml",
                                  "stack": ["run", "catalogue", "module end"]}])


def dump_without_a_target_has_no_vars(place):
    place.target("vars: {size: 1}\n", "")
    result = place.run("dump", "--templates", "templates", "--var", "size=2", "catalogue.yaml")
    return [] if "[ES0533]" in result.stderr and not result.stdout else str(result)


def dump_of_a_bad_target_is_empty(place):
    place.target("", "{{titel}}\n")
    wrong = {"templates": "[ES0410]", "none": "none"}
    complaints = []
    for folder, text in wrong.items():
        result = place.run("dump", "-t", "demo", "--templates", folder, "catalogue.yaml")
        if result.stdout or result.returncode == 0 or text not in result.stderr:
            complaints.append(f"--templates {folder}: {result}")
    return complaints


CASES = [
    dump_shows_what_templates_see, dump_of_a_bad_target_is_empty, dump_without_a_target_has_no_vars, vars_are_replaced,
    what_a_target_lacks_is_shared, built_in_targets_are_shared, bad_shares_are_errors, folders_of_ones_own_are_no_part_of_built_in_targets, shares_have_a_depth, paths_hold_what_is_safe, package_has_its_folder, rule_11_bad_vars_are_errors, bad_var_of_two_targets_is_said_once,
    reserved_words_are_renamed,
    words_are_renamed_each_in_its_own_way, renamed_words_need_be_no_identifiers, plain_names_and_symbols_are_not_renamed, reserved_words_count_where_they_are_printed, casings_of_vars_are_renamed,
    packages_begin_no_dotted_name,
]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    options = parser.parse_args()
    errspec = str(pathlib.Path(options.errspec).resolve())
    report = Tap()
    for case in CASES:
        with tempfile.TemporaryDirectory() as folder:
            report.case(case.__name__.replace("_", " "), case(Place(errspec, folder)))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
