#!/usr/bin/env python3
"""Proves that a code means the same in a language as in the spec.

For each set of specs the binding is generated, and with it a driver, by a target of the tests that errspec knows nothing
of. The driver prints every entry that the binding has, and answers lookups by code and by name. Entries are compared with
`errspec list --format=jsonl` as JSON is commonly spelt, byte for byte; answers with what that list says.

usage: run.py ERRSPEC LANGUAGE [SET…] [--naughty FILE] [--keep DIR]
"""

import argparse
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

import yaml

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
sys.path.insert(0, str(HERE.parent))

import lone  # noqa: E402
import specs  # noqa: E402
import taken  # noqa: E402
import tap  # noqa: E402

LEAST_AND_MOST = {"int32": (-2**31, 2**31 - 1), "uint32": (0, 2**32 - 1), "int64": (-2**63, 2**63 - 1), "uint64": (0, 2**64 - 1)}
# The command that a line of shell begins with, behind plain assignments.
FIRST_WORD = re.compile(r"(?:\w+=[\w./-]*\s+)*([\w.+-]+)(?=\s|$)")
TAKEN_SETS = ("modules_int32", "modules_string", "catalogues", "examples", "alone")
LONE = "lone"
# What a driver's manifest takes from the binding's: the words that names may not be, and what its templates ask.
TAKEN_OVER = ("reserved", "rename", "packages", "rename_package", "vars")
NO_NAMES = ["", "NO_SUCH_NAME", "__proto__", "constructor", "toString", "hasOwnProperty", "class", "é", "0", "null", "Unknown error"]


def first_lines(text, count=25):
    lines = text.strip().splitlines()
    return "\n".join(line[:400] for line in lines[:count])


class Language:
    """A language under test: its steps, and the tools that they take."""

    def __init__(self, errspec, name, scratch):
        self.errspec, self.name, self.scratch = errspec, name, scratch
        self.folder = HERE / f"{name}_driver"
        self.steps = yaml.safe_load((self.folder / "steps.yaml").read_text(encoding="utf-8"))
        manifest = (TOP / "templates" / name / "target.yaml").read_text(encoding="utf-8")
        self.manifest = yaml.safe_load(manifest)
        self.is_slow = self.steps.get("slow", False)
        self.templates = scratch / "templates"
        self.copy_driver()

    def copy_driver(self):
        """The driver's target, which has words and vars of the binding."""
        shutil.copytree(self.folder, self.templates / self.folder.name, dirs_exist_ok=True)
        path = self.templates / self.folder.name / "target.yaml"
        target = yaml.safe_load(path.read_text(encoding="utf-8"))
        target.update({key: self.manifest[key] for key in TAKEN_OVER if key in self.manifest})
        path.write_text(json.dumps(target), encoding="utf-8")

    def words(self, key):
        """What the command under a key of the steps prints; nothing where there is none."""
        return said_by(self, self.steps[key]) if key in self.steps else set()

    def missing(self):
        return [tool for tool in self.steps["tools"] if shutil.which(tool) is None]

    def holds(self, module_type):
        return module_type in self.manifest.get("types", [module_type])

    def run(self, *arguments, **options):
        return subprocess.run([self.errspec, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", **options)

    def shell(self, command, folder, out, **options):
        build = self.scratch / "build"
        build.mkdir(exist_ok=True)
        environment = {**os.environ, "OUT": str(out), "DRIVER": str(out / f"{self.name}_driver"), "BUILD": str(build), "CACHE": str(self.scratch / "cache")}
        return subprocess.run(["sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True,
                              encoding="utf-8", errors="backslashreplace", **options)


def complain(what, result):
    """What a command that failed said; nothing if it did not fail."""
    if result.returncode == 0:
        return ""
    return f"{what} ended with {result.returncode}\n{first_lines(result.stdout)}\n{first_lines(result.stderr)}"


class Truth:
    """What errspec says of a spec: the lines of entries in the order of drivers, and the answers to queries."""

    def __init__(self, language, spec, has_doubled_braces=False):
        dump = language.run("dump", spec)
        listed = language.run("list", "--format=jsonl", spec)
        if dump.returncode or listed.returncode:
            raise RuntimeError(dump.stderr + listed.stderr)
        self.modules = json.loads(dump.stdout)["modules"]
        by_name = {}
        for line in listed.stdout.splitlines():
            code = json.loads(line)
            # As a program spells it, which does not care what the log of a CI obeys.
            by_name[code["module"], code["name"]] = json.dumps(code, ensure_ascii=False)
        self.lines = []
        for module in self.modules:
            for name, code in module["codes"].items():
                if has_doubled_braces:
                    self.check_message(by_name[module["module"], name], code)
            codes = sorted(module["codes"], key=lambda name: module["codes"][name]["rank"])
            self.lines += [by_name[module["module"], name] for name in codes]

    @staticmethod
    def check_message(listed, code):
        """A message that a set writes with doubled braces is shown as the title, which has no parameters."""
        shown = json.loads(listed)
        if "{" in shown["message"] and shown["title"] and "params" not in code and shown["message"] != shown["title"]:
            raise RuntimeError(f"{shown['message']!r} is shown in place of {shown['title']!r}")

    def queries(self):
        """Pairs of a query and its answer: every code, every name, and what is not there."""
        dice = random.Random(1)
        for module in self.modules:
            is_text = module["type"] == "string"
            codes = {code["code"] if is_text else int(code["code"]): name for name, code in module["codes"].items()}
            names = {spelling: code["code"] for name, code in module["codes"].items()
                     for spelling in (name, *code.get("aliases", []))}
            wanted = set(self.other_codes(module, codes, dice)) | set(codes)
            for code in sorted(wanted):
                answer = json.dumps(codes[code], ensure_ascii=False) if code in codes else "null"
                yield f"{module['module']}\tcode\t{code}", answer
            near = [near for name in list(names)[:200] for near in (name + "_", name[:-1], name.lower(), name.upper(), name + "A")]
            for name in [*names, *dict.fromkeys([*near, *NO_NAMES])]:
                answer = json.dumps(names[name], ensure_ascii=False) if name in names else "null"
                yield f"{module['module']}\tname\t{name}", answer

    @staticmethod
    def other_codes(module, codes, dice):
        if module["type"] == "string":
            return ["", "no such code", "é", *[text for code in list(codes)[:200] for text in (code + "x", code[:-1])]]
        least, most = LEAST_AND_MOST[module["type"]]
        near = [number for code in list(codes)[:2000] for number in (code - 1, code + 1, -code)]
        far = [dice.randint(least, most) for _ in range(200)]
        return [number for number in [0, -1, 1, least, most, *near, *far] if least <= number <= most]


def compare(what, expected, found):
    """The first difference of two lists of lines, in words."""
    if expected == found:
        return ""
    for number, (line, other) in enumerate(zip([*expected, "(no more)"], [*found, "(no more)"]), 1):
        if line != other:
            return f"{what} {number}\nexpected: {line[:1500]}\nfound:    {other[:1500]}"
    return f"{what}: {len(found)} lines, expected {len(expected)}"


class Set:
    """One spec in one language."""

    def __init__(self, language, name, spec):
        self.language, self.name, self.spec = language, name, spec
        self.out = language.scratch / name / "out"

    def generate(self):
        target = self.language.name
        given = [f"--var={var}" for var in self.language.steps.get("vars", [])]
        return self.language.run("generate", self.spec, "-o", self.out, "-t", f"{target},{target}_driver", "--templates", self.language.templates, *given)

    def check_commands(self, commands):
        """Runs linters; those that are not there are named."""
        complaints, absent = [], []
        for command in commands:
            folder = self.out / self.language.name
            tool = FIRST_WORD.match(command)
            if tool and self.language.shell(f"command -v {tool[1]}", folder, self.out).returncode:
                absent.append(tool[1])
            else:
                complaints.append(complain(command, self.language.shell(command, folder, self.out)))
        return [text for text in complaints if text], absent

    def check_lint(self, report, what):
        verify = self.language.manifest.get("verify")
        commands = [*([verify] if verify else []), *self.language.steps.get("lint", [])]
        complaints, absent = self.check_commands(commands)
        report.case(f"{what}: linters", complaints)
        for tool in absent:
            report.skip(f"{what}: {tool}", f"there is no {tool}")

    def drive(self):
        """Builds and runs the driver; what differs from the truth, in words."""
        language, driver = self.language, self.out / f"{self.language.name}_driver"
        shutil.rmtree(language.scratch / "build", ignore_errors=True)
        truth = Truth(language, self.spec, self.name == "hostile")
        if "build" in language.steps:
            result = language.shell(language.steps["build"], driver, self.out)
            if result.returncode:
                return complain(language.steps["build"], result)
        queries = list(truth.queries())
        asked = "".join(query + "\n" for query, _ in queries)
        result = language.shell(language.steps["run"], driver, self.out, input=asked)
        lines = result.stdout.split("\n")[:-1]
        count = len(truth.lines)
        return complain(language.steps["run"], result) or compare("entry", truth.lines, lines[:count]) or \
            compare("answer", [f"{query!r}: {answer}" for query, answer in queries],
                    [f"{query!r}: {found}" for (query, _), found in zip(queries, lines[count:])] + lines[count + len(queries):])

    def check(self, check):
        """One more command that must succeed, in the language's folder of outputs."""
        return complain(check["run"], self.language.shell(check["run"], self.out / self.language.name, self.out))

    def run_example(self):
        """What the example says if it fails, whatever it prints."""
        example = self.language.steps["example"]
        return complain(example["run"], self.language.shell(example["run"], self.out / self.language.name, self.out))

    def check_example(self):
        example = self.language.steps["example"]
        result = self.language.shell(example["run"], self.out / self.language.name, self.out)
        return complain(example["run"], result) or \
            compare("line of the example", example["says"].rstrip("\n").split("\n"), result.stdout.rstrip("\n").split("\n"))


def fit(language, files):
    """The spec without the modules that the language cannot hold, and those."""
    kept, left = {}, []
    for name, content in files.items():
        module = yaml.load(content, yaml.CSafeLoader) if isinstance(content, str) else content
        if "module" in module and not language.holds(module.get("type", "int32")):
            left.append(name)
        else:
            kept[name] = content
    listing = kept["catalogue.yaml"]
    if left and isinstance(listing, str):
        kept["catalogue.yaml"] = "".join(line + "\n" for line in listing.splitlines() if line.strip("- ") not in left)
    elif left:
        kept["catalogue.yaml"] = {**listing, "modules": [name for name in listing["modules"] if name not in left]}
    return kept, {name: files[name] for name in left}


def refused(language, folder, name, content):
    """That a module which does not fit is refused with its place."""
    files = {"catalogue.yaml": {"catalogue": "refused", "modules": [name]}, name: content}
    spec = specs.write(files, folder)
    result = language.run("generate", spec, "-o", folder / "out", "-t", language.name)
    if result.returncode != 1 or f"{name}:" not in result.stderr or (folder / "out").exists():
        return f"{name} has to be refused\n{complain('generate', result) or result.stderr}"
    return ""


def check_more(language, report, what, one, check):
    missing = [tool for tool in check.get("tools", []) if shutil.which(tool) is None]
    if missing:
        report.skip(what, f"there is no {', '.join(missing)}")
    else:
        report.run(what, lambda: one.check(check))


def check_set(language, report, name, files):
    """A spec from its files; the steps of `steps.yaml`."""
    started = time.monotonic()
    what = f"{language.name}: {name}"
    kept, left = fit(language, files)
    spec = specs.write(kept, language.scratch / name / "spec")
    for module, content in left.items():
        report.case(f"{what}: {module} does not fit", refused(language, language.scratch / name / module, module, content))
    one = Set(language, name, spec)
    result = one.generate()
    if name == "words" and result.returncode == 1 and is_clear_refusal(result.stderr):
        report.case(f"{what}: refused", "")
        return
    if result.returncode:
        report.case(what, complain("generate", result))
        return
    if name in ("ours", "extremes", "hostile", "words"):
        one.check_lint(report, what)
    report.run(what, one.drive)
    if name == "ours":
        report.run(f"{what}: example", one.check_example)
    for check in language.steps.get("checks", []):
        if name == check["set"]:
            check_more(language, report, f"{what}: {check['what']}", one, check)
    print(f"# {what}: {time.monotonic() - started:.1f} s", flush=True)
    shutil.rmtree(one.out.parent if not language.keeps else language.scratch / "build", ignore_errors=True)


def is_clear_refusal(text):
    """Every complaint has a place, and is about a word that is taken or names that meet."""
    errors = [line for line in text.splitlines() if ": error: " in line]
    return errors != [] and all(("ES032" in line or "ES05" in line) and ".yaml:" in line for line in errors)


REFUSED = re.compile(r"([A-Za-z0-9_]+)\.yaml:\d+:\d+: error: .*\[(?:ES032[12]|ES051[23])\]$")


def refused_names(text):
    """The modules or the catalogue that a run refused at their lines; None if it said more than that."""
    errors = [line for line in text.splitlines() if ": error: " in line]
    found = [REFUSED.search(line) for line in errors]
    return {match[1] for match in found} if errors and all(found) else None


def said_by(language, command):
    result = language.shell(command, language.scratch, language.scratch)
    if result.returncode:
        raise RuntimeError(complain(command, result))
    return set(result.stdout.split())


def taken_words(language):
    """All that a module's name may meet, and what it may meet in an example."""
    one = Set(language, "sample", specs.write(taken.sample(), language.scratch / "sample" / "spec"))
    result = one.generate()
    if result.returncode:
        raise RuntimeError(complain("generate", result))
    words = taken.words_of(one.out / language.name)
    shown = taken.words_of(one.out / language.name, "example")
    shutil.rmtree(one.out.parent)
    keywords = [] if language.is_slow else specs.WORDS
    return taken.apart({*words, *taken.stems(words), *keywords, *language.words("taken"), *language.words("packages")}), taken.apart(shown)


def check_modules(language, report, kind, words):
    """Modules that are called as something that is taken: what is not refused at its line works."""
    what, refused, result = f"{language.name}: modules of {kind}", set(), None
    for attempt in range(9):
        kept = [word for word in words if word not in refused]
        one = Set(language, f"modules_{kind}_{attempt}", specs.write(
            taken.modules(kept, kind), language.scratch / f"modules_{kind}_{attempt}" / "spec"))
        result = one.generate()
        names = refused_names(result.stderr) if result.returncode == 1 else None
        if not names:
            break
        refused |= names
    report.case(f"{what}: {len(refused)} refused at their lines", complain("generate", result))
    if result.returncode == 0:
        if not language.is_slow:
            one.check_lint(report, what)
        report.run(f"{what}: {len(words) - len(refused)} work", one.drive)


def check_catalogue(language, word, module, drives):
    """What is wrong with a catalogue of this name; nothing if it works, or is refused at its line."""
    one = Set(language, f"catalogue_{word}", specs.write(taken.catalogue(word, module), language.scratch / f"catalogue_{word}" / "spec"))
    result = one.generate()
    if result.returncode == 1 and refused_names(result.stderr) in ({"catalogue"}, {module}, {"catalogue", module}):
        return ""
    is_beside = module == taken.SAMPLE and "beside" in language.steps
    wrong = complain("generate", result) or (one.drive() if drives or not is_beside else "")
    if not wrong and is_beside:
        command = f"WORD={word}; {language.steps['beside']}"
        wrong = complain(command, language.shell(command, one.out / language.name, one.out))
    elif not wrong:
        wrong = one.run_example()
    if not language.keeps:
        shutil.rmtree(one.out.parent)
    return wrong


def check_shown(language, word):
    """What is wrong with the example of a catalogue of this name, unless that is refused at its line."""
    one = Set(language, f"example_{word}", specs.write(taken.catalogue(word, taken.SAMPLE), language.scratch / f"example_{word}" / "spec"))
    result = one.generate()
    errors = [line for line in result.stderr.splitlines() if ": error: " in line]
    is_refused = result.returncode == 1 and errors and (refused_names(result.stderr) == {"catalogue"} or all(re.search(r"catalogue\.yaml:\d+:\d+: error: .*are one file \[ES0522\]$", line) for line in errors))
    return "" if is_refused else complain("generate", result) or one.run_example()


def check_each(language, report, what, names):
    # Where all are imported beside what they are called as, some are driven too: that takes its time.
    wrong = {word: check_catalogue(language, word, module, i % 20 == 0) for i, (word, module) in enumerate(names.items())}
    report.case(f"{language.name}: {len(names)} {what}", "\n".join(f"{word}: {text}" for word, text in wrong.items() if text))


def check_taken(language, report, chosen):
    kinds = [kind for kind in ("int32", "string") if f"modules_{kind}" in chosen and language.holds(kind)]
    words, shown = taken_words(language)
    for kind in kinds:
        check_modules(language, report, kind, words)
    if "catalogues" in chosen:
        check_each(language, report, "catalogues", {word: taken.SAMPLE for word in taken.apart(language.words("packages"))})
    if "examples" in chosen and language.steps.get(LONE, True):
        wrong = {word: check_shown(language, word) for word in ("example", "main")}
        report.case(f"{language.name}: catalogues that are called as examples", "\n".join(f"{word}: {text}" for word, text in wrong.items() if text))
    if "alone" in chosen and language.steps.get("alone", False):
        check_each(language, report, "modules alone", {word: word for word in shown})


def check_lone(language, report):
    """A module without a catalogue."""
    started = time.monotonic()
    what = f"{language.name}: a module without a catalogue"
    one = Set(language, LONE, lone.write(language.scratch / LONE / "spec"))
    result = one.generate()
    report.case(what, complain("generate", result))
    if result.returncode == 0:
        report.run(f"{what} works", one.drive)
        report.run(f"{what}: example", one.run_example)
        lone.check_all_moved(one, report)
    print(f"# {what}: {time.monotonic() - started:.1f} s", flush=True)


def ours(name):
    """errspec's own spec, with the modules that its catalogue has the language make."""
    folder = TOP / "spec"
    catalogue = yaml.load((folder / "errspec.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    chosen = catalogue["targets"][name].get("modules")
    texts = {pathlib.Path(path).name: (folder / path).read_text(encoding="utf-8") for path in catalogue["modules"]}
    files = {path: text for path, text in texts.items() if chosen is None or yaml.load(text, yaml.CSafeLoader)["module"] in chosen}
    return {"catalogue.yaml": {**{key: catalogue[key] for key in ("catalogue", "version")}, "modules": list(files)}, **files}


def all_sets(naughty, language, manifest):
    """What makes the files of each set."""
    return {
        "ours": lambda: ours(language), "extremes": specs.extremes, "hostile": lambda: specs.hostile(naughty), "words": specs.reserved_words,
        "long": lambda: specs.long_texts(100_000),
        "ten_thousand": lambda: specs.many(10_000), "hundred_thousand": lambda: specs.many(100_000),
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("errspec")
    parser.add_argument("language")
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--naughty", type=pathlib.Path, default=TOP / "../shared/conformance/naughty-strings.json")
    parser.add_argument("--keep", type=pathlib.Path, help="a new folder to work in, that stays")
    arguments = parser.parse_args()
    tools = TOP / "build-tests/toolchains"
    os.environ["PATH"] = f"{tools / 'bin'}{os.pathsep}{os.environ['PATH']}"
    os.environ["NODE_PATH"] = str(tools / "node_modules")
    report = tap.Tap()
    with tempfile.TemporaryDirectory(prefix=f"errspec-{arguments.language}-") as scratch:
        scratch = arguments.keep.absolute() if arguments.keep else pathlib.Path(scratch)
        scratch.mkdir(exist_ok=True)
        language = Language(os.path.abspath(arguments.errspec), arguments.language, scratch)
        language.keeps = arguments.keep is not None
        if language.missing():
            print(f"1..0 # SKIP {arguments.language}: there is no {', '.join(language.missing())}")
            return 0
        is_there = arguments.naughty.is_file()
        naughty = json.loads(arguments.naughty.read_text(encoding="utf-8")) if is_there else []
        if not is_there:
            report.skip(f"{arguments.language}: naughty strings", "the list of them is not beside the repository")
        check_taken(language, report, arguments.sets or TAKEN_SETS)
        for name, make in all_sets(naughty, arguments.language, language.manifest).items():
            too_many = name == "hundred_thousand" and language.steps["most"] < 100_000
            if (not arguments.sets and not too_many) or name in arguments.sets:
                check_set(language, report, name, make())
        if LONE in arguments.sets or (not arguments.sets and language.steps.get(LONE, True)):
            check_lone(language, report)
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
