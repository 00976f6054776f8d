#!/usr/bin/env python3
"""Holds the JSON Schema against the reader: both accept and refuse the same files, as far as a schema can see.

The reader's verdict on a file is its golden in golden/spec; the files of spec/ are all good. A schema judges
values, so the files are read here by a loader that knows what no spelling can: a plain scalar that some YAML
reader takes for something else than a text is no text, and nothing else either. What the reader accepts, the
schema accepts too as YAML 1.1 and YAML 1.2 have it, so that no editor raises a false alarm.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys

import tap

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"1..0 # SKIP python has no {missing.name}")
    sys.exit(0)

HERE = pathlib.Path(__file__).resolve().parent
GOLDENS = HERE / "golden" / "spec"
SHOWN = re.compile(r"^(.+?):\d+:\d+: error: .*\[(ES\d{4})\]$", re.M)

# What a schema cannot see: YAML and its spelling, keys that stand twice, other files, what a file is in its
# place, and limits, the rules between entries, and targets. All other codes are rules of shape.
BEYOND = re.compile(r"ES0(?!330|344|345|365|543|555)[13-9]\d\d|ES020\d|ES0212|ES0229|ES02[3-6]\d")
# But it knows which codes a type has, where they are not counted from a base.
OF_TYPE = {"ES0303", "ES0307"}
# Of these the schema says nothing at all, so that it must accept a file that breaks no other rule.
UNSEEN = re.compile(r"ES0110|ES0212|ES0258|ES0(?!303|307|330|344|345|365|543|555)[3-9]\d\d")

INTEGER = re.compile(r"(0|-?[1-9][0-9]*|0x[0-9A-Fa-f]+)$")
# The core schema of YAML 1.2.2, 10.3.2.
CORE = [
    ("null", re.compile(r"(null|Null|NULL|~|)$")),
    ("bool", re.compile(r"(true|True|TRUE|false|False|FALSE)$")),
    ("int", re.compile(r"([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$")),
    ("float", re.compile(r"([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
                         r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$")),
]
TAGS = "tag:yaml.org,2002:"


class Ambiguous:
    """The value of a plain scalar about which YAML readers differ."""

    # A message that lists unknown keys sorts them.
    def __lt__(self, other):
        return False

    def __gt__(self, other):
        return False


def core_kind(text):
    return next((kind for kind, pattern in CORE if pattern.match(text)), "str")


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2's core schema."""

    def resolve(self, kind, value, implicit):
        if kind is yaml.ScalarNode and implicit[0]:
            return TAGS + core_kind(value)
        return super().resolve(kind, value, implicit)


CoreLoader.add_constructor(TAGS + "int", lambda loader, node: core_integer(node.value))
CoreLoader.add_constructor(TAGS + "float", lambda loader, node: 0.5)


def core_integer(text):
    return int(text.replace("0o", ""), 8) if text.startswith("0o") else int(text, 16 if "x" in text else 10)


class StrictLoader(CoreLoader):
    """Only what all readers agree on has a value."""

    def resolve(self, kind, value, implicit):
        if kind is not yaml.ScalarNode or not implicit[0]:
            return super().resolve(kind, value, implicit)
        old = yaml.SafeLoader.resolve(self, kind, value, implicit).replace(TAGS, "")
        new = core_kind(value)
        if old == new and (new in ("str", "null") or value in ("true", "false") or INTEGER.match(value)):
            return TAGS + new
        return "!ambiguous"


StrictLoader.add_constructor("!ambiguous", lambda loader, node: Ambiguous())


DECIDING = re.compile(rb"^[\"']?(?:catalogue|module|translation|target|vocabulary|house)[\"']?:", re.M)  # other files are somebody else's


def accepts(validator, loader, path):
    """Whether the schema accepts the file; a file that is no YAML to PyYAML is refused."""
    try:
        value = yaml.load(path.read_bytes(), loader)
    except (yaml.YAMLError, ValueError):
        return False
    return validator.is_valid(value)


def verdicts():
    """Each file that a golden speaks of, and the codes that the reader finds in it."""
    for path in sorted(GOLDENS.rglob("*.yaml")):
        name = path.relative_to(GOLDENS)
        golden = GOLDENS / (name.parts[0] if len(name.parts) > 1 else name.stem)
        golden = golden.with_name(golden.name + ".err")
        report = golden.read_text(encoding="utf-8") if golden.exists() else ""
        found = {code for file, code in SHOWN.findall(report) if file == name.as_posix()}
        is_spec = found or DECIDING.search(path.read_bytes()) if path.is_file() else False
        if is_spec:
            yield name.as_posix(), path, found


def complaint(validator, path, codes):
    accepted = accepts(validator, StrictLoader, path)
    is_relative = b"base+" in path.read_bytes()
    shape = sorted(code for code in codes if not BEYOND.match(code) or (code in OF_TYPE and not is_relative))
    if shape and accepted:
        return f"the reader refuses it ({', '.join(shape)}), the schema accepts it"
    if not shape and all(UNSEEN.match(code) for code in codes) and not accepted:
        return "the schema refuses what breaks no rule of shape: " + first_error(validator, path)
    return "" if codes else false_alarm(validator, path)


def first_error(validator, path):
    try:
        errors = validator.iter_errors(yaml.load(path.read_bytes(), StrictLoader))
        return jsonschema.exceptions.best_match(errors).message
    except yaml.YAMLError as error:
        return str(error)


def false_alarm(validator, path):
    refusing = [loader.__name__ for loader in (yaml.SafeLoader, CoreLoader)
                if not accepts(validator, loader, path)]
    return f"the schema refuses a good file as {' and '.join(refusing)} reads it" if refusing else ""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    parser.add_argument("--spec", type=pathlib.Path, default=HERE.parent / "spec")
    parser.add_argument("--drift", action="store_true", help="only compare the schema in the spec's folder")
    options = parser.parse_args()
    written = subprocess.run([options.errspec, "schema"], check=True, capture_output=True).stdout
    report = tap.Tap()
    if options.drift:
        same = written == (options.spec / "errspec.schema.json").read_bytes()
        report.case("the schema in spec/ is what errspec writes",
                    "" if same else "it differs: run meson compile -C BUILD bless")
        return report.done()
    schema = json.loads(written)
    try:
        jsonschema.Draft202012Validator.check_schema(schema)
        report.case("the schema is one", [])
    except jsonschema.SchemaError as error:
        report.case("the schema is one", error.message)
    validator = jsonschema.Draft202012Validator(schema)
    for name, path, codes in verdicts():
        report.case(name, complaint(validator, path, codes))
    for path in sorted(options.spec.rglob("*.yaml")):
        report.case("spec/" + path.relative_to(options.spec).as_posix(), complaint(validator, path, set()))
    for path in sorted(HERE.parent.glob("templates/*/target.yaml")):
        report.case("templates/" + path.parent.name, complaint(validator, path, set()))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
