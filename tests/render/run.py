#!/usr/bin/env python3
"""Runs `errspec render` as people do: data of each kind, folders of partials, and paths that must not be followed."""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

SECONDS = 300  # a hang, however busy the machine is


class Bench:
    def __init__(self, errspec, folder):
        self.errspec = errspec
        self.folder = pathlib.Path(folder)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def render(self, *arguments, stdin=b""):
        return subprocess.run([self.errspec, "render", *arguments], cwd=self.folder, input=stdin, capture_output=True,
                              timeout=SECONDS)


def expect(result, code, out=None, err=None):
    complaints = []
    if result.returncode != code:
        complaints.append(f"ended with {result.returncode}, not with {code}")
    if out is not None and result.stdout != out.encode():
        complaints.append(f"gave {result.stdout!r}, not {out!r}")
    if err is not None and err not in result.stderr.decode():
        complaints.append(f"does not say {err!r}")
    if complaints:
        complaints.append(result.stderr.decode("utf-8", "backslashreplace"))
    return complaints


def data_as_yaml(bench):
    bench.write("data.yaml", "name: a & b\nlist: [1, two]\nyes: true\nempty: ''\n")
    bench.write("t.mustache", "{{name}} {{{name}}} {{#list}}<{{.}}>{{/list}}{{^empty}}none{{/empty}}")
    return expect(bench.render("-d", "data.yaml", "t.mustache"), 0, "a &amp; b a & b <1><two>none")


def data_as_json(bench):
    bench.write("data.json", '{"name": "\\u00e9", "n": 1.10}')
    bench.write("t.mustache", "{{name}} {{n}}")
    return expect(bench.render("--data=data.json", "t.mustache"), 0, "é 1.10")


def data_from_stdin(bench):
    bench.write("t.mustache", "{{#.}}{{a}};{{/.}}")
    return expect(bench.render("-d", "-", "t.mustache", stdin=b"- a: 1\n- a: 2\n"), 0, "1;2;")


def no_data(bench):
    bench.write("t.mustache", "nothing {{! at all }}but text")
    return expect(bench.render("t.mustache"), 0, "nothing but text")


def template_from_stdin(bench):
    return expect(bench.render("-", stdin=b"a\n{{! b }}\nc\n"), 0, "a\nc\n")


def forms_of_free_data(bench):
    bench.write("data.yaml", "words: {name: ERR_ONE, text: <a>}\nlist: [x, y]\n")
    bench.write("t.mustache", "{{words.name.camel}} {{words.text.html}} {{list.count}} "
                "{{#list}}{{number}}{{#last}}.{{/last}}{{^last}},{{/last}}{{/list}}")
    return expect(bench.render("-d", "data.yaml", "t.mustache"), 0, "errOne &lt;a&gt; 2 1,2.")


def keys_before_forms(bench):
    bench.write("data.yaml", "words: {camel: 1, count: 2, first: 3}\nlist: [{first: own}]\n")
    bench.write("t.mustache", "{{words.camel}}{{words.count}}{{#words}}{{first}}{{/words}} {{#list}}{{first}}{{/list}}")
    return expect(bench.render("-d", "data.yaml", "t.mustache"), 0, "123 own")


def partials_beside_the_template(bench):
    bench.write("in/t.mustache", "{{>p}}{{>deep/q}}")
    bench.write("in/p.mustache", "p")
    bench.write("in/deep/q.mustache", "{{>p}}q")
    return expect(bench.render("in/t.mustache"), 0, "ppq")


def partials_in_a_folder(bench):
    bench.write("t.mustache", "{{>p}}")
    bench.write("p.mustache", "wrong")
    bench.write("other/p.mustache", "right")
    return expect(bench.render("--partials", "other", "t.mustache"), 0, "right")


def indented_recursion(bench):
    bench.write("data.yaml", "name: a\nkids: [{name: b, kids: [{name: c, kids: []}]}, {name: d, kids: []}]\n")
    bench.write("t.mustache", "{{>tree}}\n")
    bench.write("tree.mustache", "{{name}}\n{{#kids}}\n  {{>tree}}\n{{/kids}}\n")
    return expect(bench.render("-d", "data.yaml", "t.mustache"), 0, "a\n  b\n    c\n  d\n")


def fault_in_a_partial(bench):
    bench.write("t.mustache", "{{>p}}")
    bench.write("p.mustache", "fine\n{{#open}}")
    return expect(bench.render("t.mustache"), 1, "", "p.mustache:2:1: error: 'open' is never closed")


def link_out_of_the_folder(bench):
    bench.write("secret.mustache", "secret")
    bench.write("in/t.mustache", "{{>p}}")
    os.symlink("../secret.mustache", bench.folder / "in" / "p.mustache")
    return expect(bench.render("in/t.mustache"), 2, "", "cannot read 'in/p.mustache'")


def linked_folder(bench):
    bench.write("out/secret.mustache", "secret")
    bench.write("in/t.mustache", "{{>sub/secret}}")
    os.symlink("../out", bench.folder / "in" / "sub")
    return expect(bench.render("in/t.mustache"), 2, "", "cannot read")


def pipe_as_partial(bench):
    bench.write("t.mustache", "{{>p}}")
    os.mkfifo(bench.folder / "p.mustache")
    return expect(bench.render("t.mustache"), 2, "", "cannot read 'p.mustache'")


def folder_as_partial(bench):
    bench.write("t.mustache", "{{>p}}")
    (bench.folder / "p.mustache").mkdir()
    return expect(bench.render("t.mustache"), 2, "", "cannot read 'p.mustache'")


def name_from_data_leads_out(bench):
    bench.write("secret.mustache", "secret")
    bench.write("in/t.mustache", "{{>*name}}")
    bench.write("data.yaml", "name: ../secret\n")
    return expect(bench.render("-d", "data.yaml", "in/t.mustache"), 1, "", "ES0226")


def nothing_of_a_failed_run(bench):
    bench.write("t.mustache", "shown first {{missing}}")
    return expect(bench.render("t.mustache"), 1, "", "t.mustache:1:15: error: the data has no 'missing'")


def output_limit(bench):
    bench.write("data.yaml", "list: [" + "x, " * 200 + "x]\n")
    bench.write("t.mustache", "{{#list}}{{#list}}{{.}}{{.}}{{/list}}{{/list}}")
    result = bench.render("-d", "data.yaml", "--limit", "output=64K", "t.mustache")
    return expect(result, 2, "", "exceeds the limit 'output' of 65536")


def step_limit(bench):
    bench.write("data.yaml", "list: [" + "x, " * 400 + "x]\n")
    bench.write("t.mustache", "{{#list}}" * 4 + "{{/list}}" * 4)
    return expect(bench.render("-d", "data.yaml", "t.mustache"), 2, "", "exceeds the limit 'steps' of 50000000")


def template_limit(bench):
    bench.write("t.mustache", "x" * 2000)
    return expect(bench.render("--limit", "template=1K", "t.mustache"), 2, "", "exceeds the limit 'template' of 1024")


def exponential_partials(bench):
    for i in range(40):
        bench.write(f"p{i}.mustache", f"{{{{>p{i + 1}}}}}" * 2)
    bench.write("p40.mustache", "")
    bench.write("t.mustache", "{{>p0}}")
    return expect(bench.render("t.mustache"), 2, "", "exceeds the limit 'steps'")


def long_texts(bench):
    """Longer than a chunk of output, and with what is escaped around its ends."""
    text = "".join("ab&<" + "c" * (i % 70) for i in range(6000))
    bench.write("data.yaml", f"text: '{text}'\n")
    bench.write("t.mustache", "[{{text}}|{{{text}}}|" + text.replace("&", "") + "]")
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    plain = text.replace("&", "")
    return expect(bench.render("-d", "data.yaml", "t.mustache"), 0, f"[{escaped}|{text}|{plain}]")


def no_template(bench):
    return expect(bench.render(), 2, "", "'render' needs a template")


def unreadable_template(bench):
    return expect(bench.render("none.mustache"), 2, "", "cannot read 'none.mustache'")


CASES = [data_as_yaml, data_as_json, data_from_stdin, no_data, template_from_stdin, forms_of_free_data,
         keys_before_forms, partials_beside_the_template, partials_in_a_folder, indented_recursion,
         fault_in_a_partial, link_out_of_the_folder, linked_folder, pipe_as_partial, folder_as_partial,
         name_from_data_leads_out, nothing_of_a_failed_run, output_limit, step_limit, template_limit,
         exponential_partials, long_texts, no_template, unreadable_template]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    errspec = str(pathlib.Path(parser.parse_args().errspec).resolve())
    report = tap.Tap()
    for case in CASES:
        with tempfile.TemporaryDirectory() as folder:
            report.case(case.__name__.replace("_", " "), case(Bench(errspec, folder)))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
