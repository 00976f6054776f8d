"""Specs that are sound but for the values at one place, and where in them each value lies.

A maker gives for a place a function of entries; it returns the files of a spec with their values, or with plain ones, and by
file and line the entry that lies there."""

import re

from fields import PLAIN, quoted, shown, written

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
LAYOUTS = ("markdown_sections", "markdown_table")


class Entry:
    """A value at a place: the lines of the file that it begins on, known when it was written."""

    def __init__(self, place, number, value):
        self.place, self.number, self.value, self.refused = place, number, value, None

    def says(self):
        return f"{self.place}: {self.value[:60]!r}"


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
GROUPS = f"groups: {{{PLAIN}: {PLAIN}}}\n"
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
        catalogue(spec, bench, [f"{name}.yaml" for name in names], documents(names), targets=bench.that_hold("string") if string else None)
        for name in names:
            spec.put(f"{name}.yaml", f"module: {name}\n{'type: string' if string else ''}\n{GROUPS}codes:\n" + (LAST.replace("99999", '"\\U0010FFFD\\U0010FFFD"') if string else LAST))
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
            spec.put("m.yaml", f"module: m\ntitle: t\n{GROUPS}codes:\n")
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
        spec.put("m.yaml", f"module: m\n{GROUPS}codes:\n" + lined([("plain", {**bench.schema.sound(bench.schema.record("code")), "code": 1})], "  ") + LAST)
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
    """Each place of the specs, with the values for it, and whether each of them is written alone. Those of a manifest are
    its author's. What is no line of text in a module has every second kind of values: all of it comes to the same escapes.
    Under `regions` are files that are read and have to be there: tests/regions.py sees to their names."""
    for root in ("catalogue", "module", "translation"):
        for route, kind in bench.schema.places(bench.schema.roots[root]):
            if root == "catalogue" and route[0] in ("templates", "out") or "outputs" in route or "regions" in route:
                continue  # they are names of files and folders, which by_catalogue.py and regions.py try
            place = f"{root}.{shown(route)}"
            kind = "formula" if route[-1] in ("if", "expression") else kind
            maker = MAKERS[root]
            if route[0] == "codes" and root == "module":
                maker = code_files
            if route[0] == "documents":
                maker = document_files
            entries = []
            for number, value in bench.chosen(root == "module" and kind == "text"):
                entry = Entry(place, number, value)
                entry.plain = plain_of(route, kind, number)
                entries.append(entry)
            yield place, kind, entries, maker(bench, place, route), maker is catalogue_files or kind == "path"


def plain_of(route, kind, number):
    """A harmless value for the place: what a sound entry has there."""
    last = route[-1]
    if route[-2:] == ("code", ("either", 1)):
        return f"plain{number}"
    if route == ("module",):
        return f"m{number}"
    if route == ("codes", "**"):
        return f"C{number}"
    if route[-3:] == ("variants", 0, "if"):
        return f"plain{number}"
    if route[-2:] == ("aliases", 0):
        return f"ALIAS{number}"
    if route[-2:] == ("languages", 0):
        return "de"
    given = {"url": "https://example.com/plain", "display": "ES0000", "language": "en", "version": "1.0.0", "errspec": ">=0",
             "source": "0123 4567 89ab cdef 0123 4567", "replaced_by": "LAST", "errno": "EIO", "path": "page.md", "template": "page.mustache",
             "layout": "markdown_sections", "type": "int32"}
    return given.get(last, {"integer": 1, "boolean": True}.get(kind, PLAIN))
