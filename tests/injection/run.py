#!/usr/bin/env python3
"""Hostile values in every field, over every target: each is text where it stands, or refused at its place.

The fields are asked of the program, the variables read from the manifests, so none is forgotten. Entries with the value are
compared with the same entries that say "plain" there: what is made of both has one shape. Without --all one value in six for
each field, others for the next one."""

import argparse
import os
import pathlib
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

import fields  # noqa: E402
import planted  # noqa: E402
import readers  # noqa: E402
import tap  # noqa: E402
import values  # noqa: E402
from fields import PLAIN, quoted, shown, written  # noqa: E402

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
HARMLESS = re.compile(r"[A-Za-z0-9_./-]*")
SHARE = 6
SHOWN = 6
FOUND = re.compile(r"^(?P<file>[^:\n]+):(?P<line>\d+):(?P<column>\d+): (?P<level>\w+): (?P<text>.*)$", re.M)
TEXTS = ("text", "markdown")
LAYOUTS = ("markdown_sections", "markdown_table")


class Entry:
    """A value at a place: the lines of the file that it begins on, known when it was written."""

    def __init__(self, place, number, value):
        self.place, self.number, self.value, self.refused = place, number, value, None

    def says(self):
        return f"{self.place}: {self.value[:60]!r}"


class Bench:
    def __init__(self, errspec, folder, report, everything):
        self.errspec, self.folder, self.report, self.everything = errspec, folder, report, everything
        self.schema = fields.Schema(errspec)
        self.values = values.every()
        self.manifests = {path.parent.name: yaml.safe_load(path.read_text(encoding="utf-8"))
                          for path in sorted((TOP / "templates").glob("*/target.yaml"))}
        asked = yaml.safe_load((TOP / "spec/errspec.yaml").read_text(encoding="utf-8"))
        self.targets = sorted(asked["targets"])
        self.turn, self.fields, self.tried, self.refusals, self.files = 0, 0, 0, 0, 0
        self.shapes, self.unread = {}, set()

    def chosen(self):
        """The values for the next place."""
        self.turn, self.fields = self.turn + 1, self.fields + 1
        return [(i, value) for i, value in enumerate(self.values) if self.everything or (i + self.turn) % SHARE == 0]

    def run(self, *words):
        return subprocess.run([self.errspec, *words], cwd=self.folder, capture_output=True, text=True, errors="backslashreplace", check=False)

    def write(self, files):
        shutil.rmtree(self.folder / "spec", ignore_errors=True)
        for name, text in files.items():
            path = self.folder / "spec" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def beside(self):
        return sorted(set(os.listdir(self.folder)) - {"spec", "hostile", "plain"})

    # --- what is refused, and where

    def lies_at(self, line, entry, column):
        """Whether the column is in the value; a text of several lines is on one line of the spec too."""
        mark = quoted(entry.value)
        at = line.find(mark)
        while at >= 0:
            if at < column <= at + len(mark) + 1:
                return True
            at = line.find(mark, at + 1)
        return False

    def refused(self, entries, files):
        """Reads, again and again, without what was refused, until nothing is; returns complaints."""
        complaints, whole = [], True
        while entries:
            texts, lines = files(entries, True)
            self.write(texts)
            result = self.run("check", "--format=gcc", "--limit=diagnostics=1000000", "spec/catalogue.yaml")
            found = [hit for hit in FOUND.finditer(result.stderr + result.stdout) if hit["level"] == "error"]
            if result.returncode not in (0, 1, 2) or (result.returncode != 0) != bool(found):
                return [f"status {result.returncode}: {result.stderr[:500]}"]
            if not found:
                return complaints
            if whole and self.run("generate", "spec/catalogue.yaml", "-o", "hostile").returncode == 0:
                complaints.append("what check refuses is generated")
            if (self.folder / "hostile").exists():
                complaints.append("something was written, though it was refused")
            whole, before = False, len(complaints)
            for hit in found:
                entry = lines.get((hit["file"], int(hit["line"])))
                if entry is None or not self.lies_at(texts[hit["file"].removeprefix("spec/")].split("\n")[int(hit["line"]) - 1], entry, int(hit["column"])):
                    complaints.append(f"refused, but not at a value ({entry and entry.says()}): {hit.group()[:300]}")
                if entry is not None:
                    entry.refused = hit["text"]
            left = [entry for entry in entries if entry.refused is None]
            if len(left) == len(entries):
                return complaints[:SHOWN] + ["nothing is left out, and it is still refused"]
            self.refusals += len(entries) - len(left)
            entries[:] = left
        return complaints

    # --- what is made

    def made(self, out, *words):
        shutil.rmtree(self.folder / out, ignore_errors=True)
        result = self.run("generate", "spec/catalogue.yaml", "-o", out, *words)
        if result.returncode != 0:
            raise RuntimeError(f"generate {out}: {result.stderr[:1000]}")
        top = self.folder / out
        return {path.relative_to(top).as_posix(): path for path in top.rglob("*") if path.is_file()}

    def shape(self, name, data, loose):
        key = (name, hash(data), loose)
        if key not in self.shapes:
            self.shapes[key] = readers.read(name, data.decode("utf-8"))
        return self.shapes[key]

    def differences(self, plain, hostile, prefix="", loose=False):
        """What the shapes of two folders of files differ in."""
        if set(plain) != set(hostile):
            yield f"other files: {sorted(set(plain) ^ set(hostile))[:4]}"
        for name in sorted(set(plain) & set(hostile)):
            one, other = plain[name].read_bytes(), hostile[name].read_bytes()
            self.files += 1
            if one != other and name != "errspec-files.txt":
                yield from self.difference(prefix + name, one, other, loose)

    def difference(self, name, one, other, loose):
        if name.endswith(".md") and loose:
            yield from page_differs(name, one.decode(), other.decode())
            return
        wanted, got = self.shape(name, one, loose), readers.read(name, other.decode("utf-8"))
        if wanted is None:
            self.unread.add(name)
            return
        if wanted[0] != got[0]:
            pairs = enumerate(zip([*wanted[0], "end"], [*got[0], "end"]))
            at = next(i for i, (a, b) in pairs if a != b)
            line = got[1][0][max(0, got[1][1][min(at, len(got[1][1]) - 1)] - 100):][:300] if got[1] else ""
            yield f"{name}: {wanted[0][max(0, at - 3):at + 4]} became {got[0][max(0, at - 3):at + 4]}\n{line}"
        else:
            yield from text_differs(name, wanted[2], got[2], self.values)

    def compare(self, entries, files, loose):
        """Makes the entries with their values and with plain ones; what differs."""
        texts = {}
        for out, hostile in (("plain", False), ("hostile", True)):
            self.write(files(entries, hostile)[0])
            texts[out] = self.made(out)
        found = list(self.differences(texts["plain"], texts["hostile"], loose=loose))
        for target, var, word in self.switches():
            pair = []
            for out, hostile in (("plain", False), ("hostile", True)):
                self.write(files(entries, hostile)[0])
                pair.append(self.made(out, "-t", target, f"--var={var}={word}"))
            found += self.differences(*pair, prefix=var + "/", loose=loose)
        return found

    def switches(self):
        """Each variable that is true or false, turned round."""
        for target in self.targets:
            for var, value in (self.manifests[target].get("vars") or {}).items():
                value = value.get("value") if isinstance(value, dict) else value
                if isinstance(value, bool):
                    yield target, var, str(not value).lower()

    def batch(self, what, kind, entries, files):
        """A case: the entries are refused at their places, or inert."""
        def check():
            for out in ("hostile", "plain"):
                shutil.rmtree(self.folder / out, ignore_errors=True)
            beside = self.beside()
            self.tried += len(entries)
            complaints = self.refused(entries, files)
            if entries and not complaints and kind in TEXTS:
                complaints += self.compare(entries, files, kind == "markdown")
            elif entries and not complaints and kind == "path":
                self.made("hostile")
            elif not complaints:
                complaints += [f"taken: {entry.says()}" for entry in entries if kind == "name" and not NAME.fullmatch(entry.value)]
            if self.beside() != beside:
                complaints.append(f"written beside the output folder: {self.beside()}")
            return complaints[:SHOWN]
        self.shapes.clear()
        self.report.run(what, check)


def text_differs(name, plain, hostile, known):
    """Where one says "plain", the other has one of the values."""
    allowed = {" ".join((quote + value).split()) for value in known for quote in ("", "'")}
    for one, other in zip(plain, hostile):
        other = re.sub(r"\(U\+([0-9A-F]{4,6})\)", lambda hit: chr(int(hit[1], 16)), other)
        if one == PLAIN != other and " ".join(other.split()) not in allowed:
            yield f"{name}: {other[:100]!r} is none of the values"
            return


def page_differs(name, plain, hostile):
    """A page with texts of markdown: its own headings and rows stand as they did, and no HTML was added."""
    one, other = readers.read_page(plain), readers.read_page(hostile)
    if one is None:
        return
    rest = iter(other["heads"])
    lost = [head for head in one["heads"] if head not in rest]
    if lost:
        yield f"{name}: headings are lost: {lost[0]}"
    if other["live"] != one["live"]:
        yield f"{name}: {sorted(other['live'] - one['live'])[:3]}"


# --- the specs

def lined(pairs, indent):
    return "".join(f"{indent}{'? ' if len(key) > 100 else ''}{quoted(key)}: {written(value)}\n" for key, value in pairs)


class Spec:
    """Files of a spec, and on which line of which file each entry lies."""

    def __init__(self):
        self.files, self.lines = {}, {}

    def put(self, name, text):
        self.files[name] = self.files.get(name, "") + text

    def add(self, name, text, entry):
        """A line that holds the value of an entry."""
        self.lines[f"spec/{name}", self.files.get(name, "").count("\n") + 1] = entry
        self.put(name, text)


def value_of(entry, hostile):
    return entry.value if hostile else entry.plain


def catalogue(spec, bench, modules, rest="", targets=None):
    chosen = bench.targets if targets is None else targets
    spec.put("catalogue.yaml", "catalogue: benign\nmodules: [" + ", ".join(modules) + "]\n" + rest)
    spec.put("catalogue.yaml", "targets: {" + ", ".join(f"{target}: {{}}" for target in chosen) + "}\n" if chosen else "")


def documents(modules, language=""):
    parts = ", ".join(f"{{module: {module}}}" for module in modules)
    return "documents:\n" + "".join(f"  {layout}{language}: {{title: T, layout: {layout}, parts: [{parts}]{language and f', language: {language}'}}}\n"
                                    for layout in LAYOUTS)


LAST = "  LAST: {code: 99999, title: last}\n"
EXTRA = {"replaced_by": {"status": "deprecated"}}


def code_files(bench, place, route):
    """One module, a code for each value; texts for codes have a module each, for their order is theirs."""
    inner = route[2:] if route[1] == "*" else None
    record = bench.schema.record("code")
    string = inner == ("code", ("either", 1))

    def line(entry, hostile):
        value, name = value_of(entry, hostile), f"C{entry.number}"
        if inner is None:
            return lined([(value, {**bench.schema.sound(record), "code": entry.number})], "  ")
        made = {**bench.schema.build(record, inner, value), **EXTRA.get(inner[0], {})}
        if "params" in made and NAME.fullmatch(next(iter(made["params"]))):
            made["message"] = "plain {" + next(iter(made["params"])) + "}"
        return lined([(name, made if inner[0] == "code" else {**made, "code": entry.number})], "  ")

    def files(entries, hostile):
        spec = Spec()
        names = [f"m{entry.number}" for entry in entries] if string else ["m"]
        catalogue(spec, bench, [f"{name}.yaml" for name in names], documents(names))
        for name in names:
            spec.put(f"{name}.yaml", f"module: {name}\n{'type: string' if string else ''}\ncodes:\n" + (LAST.replace("99999", '"\\U0010FFFD\\U0010FFFD"') if string else LAST))
        for entry in entries:
            spec.add(f"m{entry.number}.yaml" if string else "m.yaml", line(entry, hostile), entry)
        return spec.files, spec.lines
    return files


def module_files(bench, place, route):
    """A module of one code for each value."""
    schema = bench.schema.roots["module"]

    def files(entries, hostile):
        spec = Spec()
        names = [f"m{entry.number}" for entry in entries]
        catalogue(spec, bench, [f"{name}.yaml" for name in names], documents(names) if route != ("module",) else "")
        for entry, name in zip(entries, names):
            made = bench.schema.build(schema, route, value_of(entry, hostile))
            made.pop("prefix", None) if route != ("prefix",) else None
            if route != ("module",):
                made["module"] = name
            made["codes"] = {f"C{entry.number}": {"code": 1, "title": "t", "description": "d"}}
            for key, item in made.items():
                spec.add(f"{name}.yaml", lined([(key, item)], ""), entry)
        return spec.files, spec.lines
    return files


def translation_files(bench, place, route):
    """A module and its translation for each value; for texts of codes all in one."""
    schema = bench.schema.roots["translation"]
    many = route[0] == "codes"

    def files(entries, hostile):
        spec = Spec()
        names = ["m"] if many else [f"m{entry.number}" for entry in entries]
        catalogue(spec, bench, [f"{name}.yaml" for name in names], "languages: [de]\n" + documents(names, "de"), [])
        if many:
            spec.put("m.yaml", "module: m\ntitle: t\ncodes:\n")
            spec.put("i18n/de/m.yaml", "translation: m\nlanguage: de\ncodes:\n")
        for entry in entries:
            value, name = value_of(entry, hostile), f"C{entry.number}"
            code = bench.schema.sound(bench.schema.record("code"))
            code.update({"code": entry.number, "status": "active"})
            code.pop("replaced_by")
            if many and route[1] == "**":
                spec.put("m.yaml", lined([(name, code)], "  "))
                spec.add("i18n/de/m.yaml", lined([(value if hostile else name, {"title": "t"})], "  "), entry)
            elif many:
                spec.put("m.yaml", lined([(name, code)], "  "))
                made = bench.schema.build(bench.schema.record("wording"), route[2:], value)
                for key in ("causes", "actions"):
                    shape_like(code, made, key, bench, route)
                spec.files["m.yaml"] = spec.files["m.yaml"].rsplit("\n", 2)[0] + "\n" + lined([(name, code)], "  ")
                spec.add("i18n/de/m.yaml", lined([(name, made)], "  "), entry)
            else:
                file = f"m{entry.number}"
                source = bench.schema.sound(bench.schema.roots["module"])
                source.pop("prefix")
                made = bench.schema.build(schema, route, value)
                if route != ("translation",):
                    made["translation"] = file
                source.update({"module": file, "codes": {name: {"code": 1, "title": "t"}}})
                if "catch_all" in made:
                    source["catch_all"] = {**source["catch_all"], **{key: item for key, item in bench.schema.build(
                        bench.schema.record("wording_of_catch_all"), route[1:], PLAIN).items() if key in ("causes", "actions")}} \
                        if route[0] == "catch_all" else source["catch_all"]
                spec.put(f"{file}.yaml", written(source) + "\n")
                for key, item in made.items():
                    spec.add(f"i18n/de/{file}.yaml", lined([(key, item)], ""), entry)
        return spec.files, spec.lines
    return files


def shape_like(code, made, key, bench, route):
    """Prose of a translation has the shape of its source."""
    if route[2:3] == (key,):
        code[key] = bench.schema.build(bench.schema.record("wording"), route[2:], PLAIN)[key]
    if route[2] == "cases" and len(route) > 4 and route[4] == key:
        code["cases"][0][key] = bench.schema.build(bench.schema.record("wording"), route[2:], PLAIN)["cases"][0][key]


def document_files(bench, place, route):
    """A document for each value."""
    record = bench.schema.record("document")
    inner = route[2:] if route[1] == "*" else None

    def files(entries, hostile):
        spec = Spec()
        spec.put("catalogue.yaml", "catalogue: benign\nmodules: [m.yaml]\n" + documents(["m"]))
        spec.put("m.yaml", "module: m\ncodes:\n" + lined([("plain", {**bench.schema.sound(bench.schema.record("code")), "code": 1})], "  ") + LAST)
        spec.put("page.mustache", "{{title}} {{intro}}\n")
        for entry in entries:
            value, name = value_of(entry, hostile), f"d{entry.number}"
            made = bench.schema.sound(record) if inner is None else bench.schema.build(record, inner, value)
            made["parts"] = [{**(made.get("parts") or [{}])[0], "module": value if inner == ("parts", 0, "module") else "m"}]
            if inner is not None and inner[0] in ("columns", "empty") or inner is not None and inner[2:3] == ("columns",):
                made["layout"] = "markdown_table"
            if inner in (("path",), ("template",)):
                made.update({"layout": "pinned", "path": made.get("path", f"page{entry.number}.md"), "template": made.get("template", "page.mustache")})
            if inner is None and hostile:
                name = value
            spec.add("catalogue.yaml", lined([(name, made)], "  "), entry)
        return spec.files, spec.lines
    return files


def catalogue_files(bench, place, route):
    """One catalogue, one value."""
    def files(entries, hostile):
        spec, made = Spec(), bench.schema.build(bench.schema.roots["catalogue"], route, value_of(entries[0], hostile))
        made.setdefault("modules", ["m.yaml"])
        made.setdefault("catalogue", "benign")
        spec.put("m.yaml", "module: m\ntitle: t\ncodes: {C: {code: 1, title: t}}\n")
        for key, item in made.items():
            spec.add("catalogue.yaml", lined([(key, item)], ""), entries[0])
        if "targets" not in made:
            spec.put("catalogue.yaml", "targets: {" + ", ".join(f"{target}: {{}}" for target in bench.targets) + "}\n")
        if "documents" not in made and route != ("languages", 0):
            spec.put("catalogue.yaml", documents(["m"]))
        return spec.files, spec.lines
    return files


MAKERS = {"catalogue": catalogue_files, "module": module_files, "translation": translation_files}


def batches(bench):
    """Each place of the specs, with the values for it. Those of a manifest are its author's."""
    for root in ("catalogue", "module", "translation"):
        for route, kind in bench.schema.places(bench.schema.roots[root]):
            place = f"{root}.{shown(route)}"
            maker = MAKERS[root]
            if route[0] == "codes" and root == "module":
                maker = code_files
            if route[0] == "documents":
                maker = document_files
            entries = []
            for number, value in bench.chosen():
                entry = Entry(place, number, value)
                entry.plain = plain_of(route, kind, number)
                entries.append(entry)
            yield place, kind, entries, maker(bench, place, route), maker is catalogue_files


def plain_of(route, kind, number):
    """A harmless value for the place: what a sound entry has there."""
    last = route[-1]
    if route[-2:] == ("code", ("either", 1)):
        return f"plain{number}"
    if route == ("module",):
        return f"m{number}"
    if route == ("codes", "**"):
        return f"C{number}"
    if route[-2:] == ("aliases", 0):
        return f"ALIAS{number}"
    if route[-2:] == ("languages", 0):
        return "de"
    given = {"url": "https://example.com/plain", "display": "ES0000", "language": "en", "version": "1.0.0",
             "source": "0123 4567 89ab cdef 0123 4567", "replaced_by": "LAST", "errno": "EIO", "path": "page.md", "template": "page.mustache",
             "layout": "markdown_sections", "type": "int32"}
    return given.get(last, {"integer": 1, "boolean": True}.get(kind, PLAIN))


def singles(bench, place, kind, entries, files):
    """A case: one run for each value."""
    def check():
        complaints, plain = [], None
        shutil.rmtree(bench.folder / "hostile", ignore_errors=True)
        for entry in entries:
            alone = [entry]
            bench.tried += 1
            found = bench.refused(alone, files)
            if alone and not found and kind in TEXTS:
                if plain is None:
                    bench.write(files([entry], False)[0])
                    plain = bench.made("plain")
                bench.write(files([entry], True)[0])
                found = list(bench.differences(plain, bench.made("hostile"), loose=kind == "markdown"))
            shutil.rmtree(bench.folder / "hostile", ignore_errors=True)
            complaints += [f"{entry.says()}: {one}" for one in found]
        return complaints[:SHOWN]
    bench.shapes.clear()
    bench.report.run(place, check)


def var_files(bench, target, var):
    def files(entries, hostile):
        spec = Spec()
        spec.put("m.yaml", "module: m\ntitle: t\ncodes: {C: {code: 1, title: t, description: d}}\n")
        catalogue(spec, bench, ["m.yaml"], "", [])
        spec.put("catalogue.yaml", "targets:\n")
        given = {"vars": {var: value_of(entries[0], hostile)}} if value_of(entries[0], hostile) != "" else {}
        spec.add("catalogue.yaml", lined([(target, given)], "  "), entries[0])
        return spec.files, spec.lines
    return files


def variables(bench):
    """Each variable that a manifest has, in the catalogue and on the command line."""
    for target in bench.targets:
        for var, default in (bench.manifests[target].get("vars") or {}).items():
            default = default.get("value") if isinstance(default, dict) else default
            entries = []
            for number, value in bench.chosen():
                if not HARMLESS.fullmatch(value):
                    entries.append(Entry(f"{target}.vars.{var}", number, value))
                    entries[-1].plain = default if default != "" else PLAIN
            singles(bench, f"{target}.vars.{var}", "text", entries, var_files(bench, target, var))
            typed(bench, target, var, entries)


def typed(bench, target, var, entries):
    """A case: the same values, given with --var; what the user typed has no place in a file."""
    def check():
        complaints, plain = [], None
        for entry in entries:
            entry.refused = None
            bench.write(var_files(bench, target, var)([entry], False)[0])
            if plain is None:
                plain = bench.made("plain", "-t", target)
            if "\0" in entry.value:
                continue
            bench.tried += 1
            result = bench.run("generate", "spec/catalogue.yaml", "-t", target, "-o", "hostile", f"--var={var}={entry.value}")
            if result.returncode == 0:
                made = {path.relative_to(bench.folder / "hostile").as_posix(): path for path in (bench.folder / "hostile").rglob("*") if path.is_file()}
                complaints += [f"{entry.says()}: {one}" for one in bench.differences(plain, made)]
            elif result.returncode not in (1, 2) or (bench.folder / "hostile").exists() or "--var" not in result.stderr and var not in result.stderr:
                complaints.append(f"{entry.says()}: status {result.returncode}: {result.stderr[:200]}")
            shutil.rmtree(bench.folder / "hostile", ignore_errors=True)
        return complaints[:SHOWN]
    bench.report.run(f"--var {target}.{var}", check)


def file_names(bench):
    """Names of files that a spec is made of, where nothing else keeps them from being hostile."""
    def place(entry, hostile, what):
        spec = Spec()
        name = (entry.value if hostile else PLAIN) + ".yaml"
        spec.put("m.yaml" if what == "catalogue" else name, "module: m\ntitle: t\ncodes: {C: {code: 1, title: t, description: d}}\n")
        spec.put(name if what == "catalogue" else "catalogue.yaml", f"catalogue: benign\nmodules: [{quoted('m.yaml' if what == 'catalogue' else name)}]\n"
                 + documents(["m"]) + "targets: {" + ", ".join(f"{target}: {{}}" for target in bench.targets) + "}\n")
        return spec.files, f"spec/{name if what == 'catalogue' else 'catalogue.yaml'}"

    def made(entry, hostile, what):
        out = "hostile" if hostile else "plain"
        shutil.rmtree(bench.folder / out, ignore_errors=True)
        files, start = place(entry, hostile, what)
        bench.write(files)
        result = bench.run("generate", start, "-o", out)
        top = bench.folder / out
        return result, {path.relative_to(top).as_posix(): path for path in top.rglob("*") if path.is_file()}

    for what in ("catalogue", "module"):
        def check(what=what):
            complaints, beside = [], bench.beside()
            for number, value in bench.chosen():
                if "/" in value or "\0" in value or value in ("m", "catalogue") or len(value.encode()) > 200:
                    continue
                entry = Entry(what, number, value)
                result, files = made(entry, True, what)
                bench.tried += 1
                if result.returncode == 0:
                    complaints += [f"{entry.says()}: {one}" for one in bench.differences(made(entry, False, what)[1], files)]
                elif result.returncode not in (1, 2) or files:
                    complaints.append(f"{entry.says()}: status {result.returncode}, {len(files)} files")
            if bench.beside() != beside:
                complaints.append(f"written beside the output folder: {bench.beside()}")
            return complaints[:SHOWN]
        bench.shapes.clear()
        bench.report.run(f"the name of the file of a {what}", check)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    parser.add_argument("--all", action="store_true", help="all values in every field, not a third of them")
    parser.add_argument("--only", default="", help="places that hold this text alone")
    arguments = parser.parse_args()
    report, began = tap.Tap(), time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(str(pathlib.Path(arguments.errspec).resolve()), pathlib.Path(folder), report, arguments.all)
        report.case("break-outs that are planted are seen", list(planted.complaints()))
        for place, kind, entries, files, alone in batches(bench):
            if arguments.only in place:
                at = time.time()
                (singles(bench, place, kind, entries, files) if alone else bench.batch(place, kind, entries, files))
                print(f"# {kind}, {len(bench.values)} values, {time.time() - at:.1f} s", file=sys.stderr)
        if arguments.only in "vars":
            variables(bench)
        if arguments.only in "file names":
            file_names(bench)
        report.case("each file that is made has a reader", sorted(bench.unread))
        print(f"# {bench.fields} places, {len(bench.values)} values, {bench.tried} combinations, {bench.refusals} refused, "
              f"{bench.files} files compared, {time.process_time() - began:.0f} s of this program")
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
