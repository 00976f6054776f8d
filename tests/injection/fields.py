"""The places of a spec where a value can stand, asked of `errspec schema`; and entries that are sound but for one of them.

A route leads from a record to a place: a key, "*" for the only value of a map, "**" for its key, 0 for the only item of a
list, ("either", n) for one of several shapes."""

import copy
import json
import re
import subprocess

PLAIN = "plain"
KINDS = {
    "^[A-Za-z][A-Za-z0-9_]*$(?!\\n)": "name",
    "^_*[A-Za-z][A-Za-z0-9_]*$(?!\\n)": "symbol",
    "^[^\\n]*[^ \\t\\n][^\\n]*\\n*$(?!\\n)": "text",
    "[^ \\t\\n]": "markdown",
}

PATH = "^(?![. "  # what no path begins with, and no other text of a pattern is kept from

# What must fit to something else. A field that is not here is "plain", 1, true or its first choice.
GIVEN = {
    "catalogue": {"version": "1.0.0", "errspec": ">=0"},
    "module": {"display": "ES0000", "ranges": ["0-99999"], "reserved": ["100000-100001"], "type": "int32", "base": 0},
    "code": {"status": "deprecated", "replaced_by": "LAST", "errno": "EIO", "http": 404},
    "translation": {"language": "de"},
    "wording": {"source": "0123 4567 89ab cdef 0123 4567"},
    "wording_of_catch_all": {"source": "0123 4567 89ab cdef 0123 4567"},
    "wording_of_group": {"source": "0123 4567 89ab cdef 0123 4567"},
    "document": {"layout": "markdown_sections", "language": "en", "path": "page.md", "template": "page.mustache"},
    "variant": {"code": 77777},
    "link": {"url": "https://example.com/plain"},
}
# What sound entries lack, as they cannot all have it; each is a place all the same.
ABSENT = {
    "catalogue": {"templates", "out", "modules", "documents", "targets", "exclusive", "languages", "language"},
    "module": {"codes", "base", "display", "ranges", "reserved", "targets"},
    "module_target": {"vars", "outputs"},
    "translation": {"codes", "source"},
    "document": {"language", "path", "template", "relabel", "columns", "empty", "parts"},
    "target": {"vars", "modules", "outputs"},
    "code": {"params", "symbols", "aliases", "lookup_only", "variants", "expression"},
    "wording": {"source", "cases"},
    "wording_of_catch_all": {"source"},
    "wording_of_group": {"source"},
}


class Schema:
    def __init__(self, errspec):
        self.whole = json.loads(subprocess.run([errspec, "schema"], capture_output=True, check=True).stdout)
        self.roots = {self.name_of(root): root for root in self.whole["oneOf"]}

    def name_of(self, schema):
        reference = schema.get("$ref", "")
        return re.sub(r"_\d+$", "", reference.rsplit("/", 1)[-1])

    def of(self, schema):
        return self.whole["$defs"][schema["$ref"].rsplit("/", 1)[-1]] if "$ref" in schema else schema

    def kind_of(self, schema):
        """What a scalar is; None of what has members."""
        if "enum" in schema:
            return "choice"
        if schema.get("type") == "string":
            pattern = schema.get("pattern", "")
            return KINDS.get(pattern, "path" if pattern.startswith(PATH) else "text")
        return schema.get("type") if schema.get("type") in ("integer", "boolean") else None

    def places(self, schema, route=()):
        """Each scalar below `schema`: its route and its kind."""
        schema = self.of(schema)
        if "anyOf" in schema:
            for number, either in enumerate(schema["anyOf"]):
                yield from self.places(either, (*route, ("either", number)))
        elif self.kind_of(schema) is not None:
            yield route, self.kind_of(schema)
        elif "items" in schema:
            yield from self.places(schema["items"], (*route, 0))
        elif "propertyNames" in schema:
            yield (*route, "**"), self.kind_of(schema["propertyNames"])
            yield from self.places(schema["additionalProperties"], (*route, "*"))
        else:
            for key, member in schema.get("properties", {}).items():
                yield from self.places(member, (*route, key))

    def sound(self, schema):
        """A value of this shape that is right."""
        name, schema = self.name_of(schema), self.of(schema)
        if "anyOf" in schema:
            return self.sound(schema["anyOf"][0])
        if "enum" in schema:
            return schema["enum"][0]
        if "items" in schema:
            return [self.sound(schema["items"])]
        if "propertyNames" in schema:
            return {PLAIN: self.sound(schema["additionalProperties"])}
        if "properties" in schema:
            given, absent = GIVEN.get(name, {}), ABSENT.get(name, ())
            return {key: copy.deepcopy(given[key]) if key in given else self.sound(member)
                    for key, member in schema["properties"].items() if key not in absent}
        return {"integer": 1, "boolean": True}.get(schema.get("type"), PLAIN)

    def build(self, schema, route, value):
        """A sound value of this shape with `value` at the end of the route."""
        if not route:
            return value
        step, inner = route[0], self.of(schema)
        if isinstance(step, tuple):
            return self.build(inner["anyOf"][step[1]], route[1:], value)
        if step == 0:
            return [self.build(inner["items"], route[1:], value)]
        if step == "**":
            return {value: self.sound(inner["additionalProperties"])}
        if step == "*":
            return {PLAIN: self.build(inner["additionalProperties"], route[1:], value)}
        made = self.sound(schema)
        made[step] = self.build(inner["properties"][step], route[1:], value)
        return made

    def record(self, name):
        """The schema of a kind of entry by its name."""
        return next({"$ref": f"#/$defs/{key}"} for key in self.whole["$defs"] if re.fullmatch(name + r"_\d+", key))


def shown(route):
    return ".".join(f"({step[1]})" if isinstance(step, tuple) else str(step) for step in route)


def quoted(text):
    """A text as a double quoted scalar of YAML, on one line, in ASCII."""
    escape = {'"': '\\"', "\\": "\\\\"}
    return '"' + "".join(
        escape.get(c) or (c if " " <= c <= "~" else f"\\x{ord(c):02X}" if ord(c) < 0x100 else
                          f"\\u{ord(c):04X}" if ord(c) < 0x10000 else f"\\U{ord(c):08X}") for c in text) + '"'


def written(value):
    """A value as YAML, on one line."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{'? ' if len(key) > 100 else ''}{quoted(key)}: {written(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return json.dumps(value)
