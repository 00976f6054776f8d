"""Braces in messages: what is shown of them is the same in every target."""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

from tap import Tap

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = (  # what a message has, what is shown of it, and whether the word is a parameter
    ("{id}", "{id}", True), ("{{id}}", "{id}", False), ("{{{id}}}", "{{id}}", True), ("{{{{id}}}}", "{{id}}", False),
    ("{id}}", "{id}}", True), ("{{id}", "{{id}", True), ("{{id}}}", "{id}}", False), ("{{{id}}", "{{id}", False),
    ("{{{id}", "{{{id}", True), ("{id}}}", "{id}}}", True), ("{id}{{id2}}", "{id}{id2}", True), ('{"a": {id}}', '{"a": {id}}', True),
    ("{", "{", False), ("}", "}", False), ("{{", "{{", False), ("}}", "}}", False), ("{}", "{}", False), ("{{}}", "{{}}", False),
    ("{ id }", "{ id }", False), ("{{ id }}", "{{ id }}", False), ("{id", "{id", False), ("id}", "id}", False), ("}{", "}{", False),
    ("{1}", "{1}", False), ("{{1}}", "{{1}}", False), ("{id}", "{id}", True), ("${id}", "${id}", True), ("#{id}", "#{id}", True),
    ("{{#id}}", "{{#id}}", False), ("{{>id}}", "{{>id}}", False), ("%{id}", "%{id}", True), ("\\{id}", "\\{id}", True), ("\\({id})", "\\({id})", True),
)
# How a target may spell what is between the two marks.
SPELLINGS = (
    (re.compile(r"&#(\d+);"), lambda hit: chr(int(hit[1]))),
    (re.compile(r"\\u\{?([0-9A-Fa-f]{2,6})\}?"), lambda hit: chr(int(hit[1], 16))),
    (re.compile(r"\\([0-3][0-7]{2})"), lambda hit: chr(int(hit[1], 8))),
    (re.compile(r"(?:&quot;)"), lambda hit: '"'), (re.compile(r"(?:&gt;)"), lambda hit: ">"),
)


def plain(text):
    """A text with every character of it spelt as itself, and without what quotes put before one."""
    for pattern, spell in SPELLINGS:
        text = pattern.sub(spell, text)
    return text.replace('""', '"')


def bare(text):
    """What is left of a text where backslashes and carets may stand for themselves or not."""
    return re.sub(r"[\\^\"' ]", "", plain(text))


def module():
    codes = {}
    for number, (written, _, is_param) in enumerate(TABLE):
        codes[f"N{number}"] = {"code": number, "message": f"a{number}b {written} c{number}d", **({"params": {"id": "string"}} if is_param else {})}
    return {"module": "zanzibar", "codes": codes}


def check(errspec, folder, target, has_pages):
    catalogue = {"catalogue": "islands", "modules": ["zanzibar.yaml"]}
    if has_pages:
        catalogue["documents"] = {"ferry": {"layout": target, "parts": [{"module": "zanzibar"}]}}
    (folder / "zanzibar.yaml").write_text(json.dumps(module()), encoding="utf-8")
    (folder / "errspec.yaml").write_text(json.dumps(catalogue), encoding="utf-8")
    result = subprocess.run([errspec, "generate", "errspec.yaml", "-t", target], cwd=folder, capture_output=True, text=True, check=False)
    if result.returncode:
        return [result.stderr]
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder.joinpath("out").rglob("*") if path.is_file()}
    found = []
    for number, (written, shown, _) in enumerate(TABLE):
        seen = {bare(hit) for text in texts.values() for hit in re.findall(rf"a{number}b(.*?)c{number}d", text, re.DOTALL)}
        if seen != {bare(shown)}:
            found.append(f"{written!r} is shown as {seen}, not as {bare(shown)!r}")
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    errspec = str(pathlib.Path(parser.parse_args().errspec).absolute())
    report = Tap()
    for path in sorted((ROOT / "templates").glob("*/target.yaml")):
        manifest = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        if "outputs" in manifest and not manifest.get("internal", False) and manifest["target"] != "pinned":
            has_pages = any(output["per"] == "document" for output in manifest["outputs"].values())
            with tempfile.TemporaryDirectory() as folder:
                report.run(f"braces in {manifest['target']}", lambda: check(errspec, pathlib.Path(folder), manifest["target"], has_pages))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
