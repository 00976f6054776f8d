#!/usr/bin/env python3
"""A project whose catalogue says all: no command needs an option. And what a hostile catalogue may not say."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

import tap

FILES = {
    "spec/errspec.yaml": """\
catalogue: shop
modules: [net.yaml, disk.yaml]
templates: [templates]
out: made/here
targets:
  notes: {vars: {greeting: Dear all}}
  c:
    outputs:
      header: "include/{{module.snake}}.h"
      source: "src/{{module.snake}}.c"
""",
    "spec/net.yaml": """\
module: net
targets: {notes: {vars: {audience: operators}}}
extra: {team: Net & Co}
codes:
  LOST: {code: 1, message: lost, tags: [remote, slow], extra: {retry_after: 0x1E, stage: beta}}
  CLOSED: {code: 2, message: closed, tags: [remote]}
""",
    "spec/disk.yaml": """\
module: disk
targets:
  c: {outputs: {header: "include/storage/{{module.snake}}_err.h"}}
codes:
  FULL: {code: 1, message: full, extra: {noisy: true}}
""",
    "spec/templates/notes/target.yaml": """\
target: notes
outputs:
  note: {per: module, path: "notes/{{module}}.txt", template: note}
identifiers: names
vars:
  greeting: {value: "", description: how it begins}
  audience: {value: everybody, per: module}
extra:
  team: {type: text, description: who is asked}
  retry_after: {type: integer}
  stage: {type: choice, choices: [alpha, beta]}
  noisy: {type: bool}
escape: line
escapes:
  line: {replace: [{text: "&", by: "and"}]}
""",
    "spec/templates/notes/note.mustache": """\
{{vars.greeting}}, for {{vars.audience}}{{#extra.team}}, by {{.}}{{/extra.team}}
{{#codes}}
{{name}}{{#tags.slow}} slow{{/tags.slow}}{{^tags.remote}} near{{/tags.remote}}{{#extra.retry_after}} after {{.}} ({{extra.retry_after.hex}})\
{{/extra.retry_after}}{{#extra.stage.beta}} beta{{/extra.stage.beta}}{{^extra.noisy}} quiet{{/extra.noisy}}
{{/codes}}
""",
    "spec/templates/notes/names.mustache": "{{#codes}}\nnote_{{module.snake}}_{{name.snake}} {{name}}\n{{/codes}}\n",
}
NOTE = "Dear all, for operators, by Net and Co\nLOST slow after 30 (0x1E) beta quiet\nCLOSED quiet\n"
MADE = {"made/here/notes/net.txt", "made/here/notes/disk.txt", "made/here/include/net.h", "made/here/include/storage/disk_err.h", "made/here/src/net.c",
        "made/here/src/disk.c", "made/here/errspec-files.txt"}


class Project:
    def __init__(self, errspec, folder):
        self.errspec, self.folder = errspec, pathlib.Path(folder)
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def edit(self, name, old, new):
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old!r}"
        self.write(name, text.replace(old, new))

    def read(self, name):
        return (self.folder / name).read_text(encoding="utf-8")

    def run(self, *words, below="."):
        return subprocess.run([self.errspec, *words], cwd=self.folder / below, capture_output=True, text=True, stdin=subprocess.DEVNULL,
                              env={**os.environ, **tap.WITHOUT_LEAKS})

    def made(self):
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()} - FILES.keys()


def silent(result):
    return tap.differs("exit status", result.returncode, 0) + ([result.stderr] if result.stderr else [])


def no_options(project):
    """check, generate and generate --check."""
    found = silent(project.run("check")) + silent(project.run("generate")) + silent(project.run("generate", "--check"))
    found += tap.differs("what is made", project.made(), MADE)
    found += tap.differs("the note", project.read("made/here/notes/net.txt"), NOTE)
    return found + tap.differs("the header that is included", '#include "../include/storage/disk_err.h"' in project.read("made/here/src/disk.c"), True)


def from_below(project):
    """The same from a folder of the project."""
    (project.folder / "deep/er").mkdir(parents=True)
    found = silent(project.run("check", below="deep/er")) + silent(project.run("generate", below="deep/er"))
    found += silent(project.run("generate", "--check", below="deep"))
    return found + tap.differs("what is made", project.made(), MADE)


def other_commands(project):
    """targets, explain and dump know the target too."""
    found = [] if project.run("targets").stdout.startswith("notes ") else ["targets does not list it"]
    found += [] if project.run("targets", "--spec=errspec.yaml", below="spec").stdout.startswith("notes ") else ["targets --spec does not list it"]
    found += [] if project.run("explain", "note_net_lost").stdout.startswith("net 1 ") else ["explain does not know its identifier"]
    seen = json.loads(project.run("dump", "-t", "notes").stdout)
    found += tap.differs("the greeting", seen["run"]["vars"]["greeting"], "Dear all")
    code = json.loads(project.run("dump").stdout)["modules"][0]["codes"]["LOST"]
    return found + tap.differs("the extra", code["extra"], {"retry_after": "0x1E", "stage": "beta"})


def what_is_typed_wins(project):
    """--templates, --out and --output go before the catalogue; a module before the catalogue."""
    project.write("typed/notes/note.mustache", "typed\n")
    found = silent(project.run("generate", "--templates=typed", "--out=out"))
    found += tap.differs("the note", project.read("out/notes/net.txt"), "typed\n")
    found += silent(project.run("generate", "-t", "c", "--out=one", "--output=c.header=one/x.h", "spec/disk.yaml"))
    return found + tap.differs("the files", {name for name in project.made() if name.startswith("one/")}, {"one/x.h", "one/c/disk.c", "one/errspec-files.txt"})


def a_build_sees_changes(project):
    """ninja makes all again when a template changes, or one comes that goes before the others."""
    if shutil.which("ninja") is None:
        raise tap.Skipped("ninja is missing")
    project.write("build.ninja", f"rule make\n  command = {project.errspec} generate --depfile=made.d --stamp=made.stamp\n  depfile = made.d\n"
                  "build made.stamp: make\n")

    def build():
        done = subprocess.run(["ninja"], cwd=project.folder, capture_output=True, text=True)
        time.sleep(0.02)  # a file that is written next must be newer than the stamp, and a file's time is as coarse as 10 ms
        return [done.stdout + done.stderr] * (done.returncode != 0), "no work to do" not in done.stdout
    told, _ = build()
    found = told + tap.differs("a second build works", build()[1], False)
    project.edit("spec/templates/notes/note.mustache", "{{#codes}}", "It is:\n{{#codes}}")
    found += tap.differs("a changed template is seen", build()[1], True)
    found += tap.differs("the note", project.read("made/here/notes/net.txt").splitlines()[1], "It is:")
    project.write("spec/templates/c/remark.txt", "no template")
    build()
    found += tap.differs("a further build works", build()[1], False)
    project.write("spec/templates/c/header.mustache", "// ours\n")
    found += tap.differs("a template that goes before a built-in one is seen", build()[1], True)
    return found + tap.differs("the header", project.read("made/here/include/net.h"), "// ours\n")


def refuse(project, key, place, *texts, words=("check",)):
    """Complaints unless a catalogue with this for its templates, its folder or its paths is refused at its line, and nothing is made."""
    name, old, new = key
    before = project.read(name)
    project.edit(name, old, new)
    result = project.run(*words)
    found = tap.ended(result, 2 if "[ES0110]" in texts or "[ES0118]" in texts else 1, *texts, place)
    project.write(name, before)
    return found + [f"{new}: {text}" for text in tap.differs("what is made", project.made(), set())]


def hostile_folders(project):
    """Folders of templates that lead out, that are none, or that are too many."""
    spec = "spec/errspec.yaml"
    outside = project.folder.parent / f"{project.folder.name}-outside"
    shutil.copytree(project.folder / "spec/templates", outside)
    (project.folder / "spec/up").symlink_to(f"../../{outside.name}")
    (project.folder / "spec/inner").mkdir()
    (project.folder / "spec/inner/notes").symlink_to(outside / "notes")
    (project.folder / "spec/loop").symlink_to("loop")
    (project.folder / "spec/.git").mkdir()
    (project.folder / "spec/hidden").symlink_to(".git")
    found = []
    for folder, code in (("../../etc", "[ES0226]"), ("/etc", "[ES0226]"), (".git", "[ES0226]"), ("a/../..", "[ES0226]"), ("up", "[ES0110]"),
                         ("loop", "[ES0110]"), ("hidden", "[ES0110]"), ("none", "[ES0110]"), ("net.yaml", "[ES0110]")):
        found += refuse(project, (spec, "[templates]", f"[{folder}]"), "errspec.yaml:3:13: error: ", code)
    found += refuse(project, (spec, "[templates]", "[inner]"), "spec/inner/notes/target.yaml", "a link leads out of its folder", "[ES0110]")
    many = ", ".join(["templates"] * 10000)
    found += refuse(project, (spec, "[templates]", f"[{many}]"), "errspec.yaml:3:", "[ES0546]", "more than 64")
    shutil.rmtree(outside)
    return found


def hostile_output_folder(project):
    """Output folders that lead out of the working directory, or that are of another project."""
    spec, old = "spec/errspec.yaml", "out: made/here"
    (project.folder / "up").symlink_to("..")
    found = []
    for folder, code in (("../x", "[ES0226]"), ("/tmp/x", "[ES0226]"), (".github", "[ES0226]"), (".", "[ES0549]")):
        found += refuse(project, (spec, old, f"out: {folder}"), "errspec.yaml:4:6: error: ", code, words=("generate",))
    found += refuse(project, (spec, old, "out: up"), "a link that leads out of the working directory", "[ES0118]", words=("generate",))
    found += refuse(project, (spec, old, "out: up/x"), "", "[ES0118]", words=("generate",))
    os.rename(project.folder / "spec", project.folder / "theirs")
    result = project.run("generate", "theirs/errspec.yaml")
    found += tap.ended(result, 1, "theirs/errspec.yaml:4:6: error: ", "[ES0549]")
    found += tap.differs("what is made", {name for name in project.made() if not name.startswith("theirs/")}, set())
    return found + silent(project.run("generate", "theirs/errspec.yaml", "-o", "out")) + silent(project.run("check", "theirs/errspec.yaml"))


def no_folder_from_the_spec_in_a_sandbox(project):
    if "[ES0120]" in project.run("check", "--sandbox").stderr:
        raise tap.Skipped("no sandbox here")
    found = tap.ended(project.run("generate", "--sandbox"), 1, "spec/errspec.yaml:4:6: error: ", "[ES0549]")
    found += silent(project.run("check", "--sandbox")) + silent(project.run("generate", "--sandbox", "--out=out"))
    return found + tap.differs("the note", project.read("out/notes/net.txt"), NOTE)


def hostile_paths(project):
    """Paths of outputs that lead out, onto each other, or onto an input."""
    spec, old = "spec/errspec.yaml", '"include/{{module.snake}}.h"'
    found = []
    for path, code in (("'../{{module.snake}}.h'", "[ES0517]"), ("'/tmp/{{module.snake}}.h'", "[ES0517]"), ("'.git/{{module.snake}}'", "[ES0517]"), ("'a\"{{module.snake}}.h'", "[ES0517]"), ("'$(x)/{{module.snake}}.h'", "[ES0517]"),
                       ("'{{module.snake}}/CODEOWNERS'", "[ES0517]"), ("'src/{{module.snake}}.c'", "[ES0522]"), ("src", "[ES0544]"),
                       ("'notes/NET.txt'", "[ES0522]"), ("'{{module.snake}'", "[ES0401]"), ("'{{title}}.h'", "[ES0414]")):
        for words in (("check",), ("generate",)):
            found += refuse(project, (spec, old, path), "spec/errspec.yaml:", code, words=words)
    found += refuse(project, ("spec/disk.yaml", "include/storage/{{module.snake}}_err.h", "include/net.h"), "spec/disk.yaml:3:", "[ES0522]")
    project.edit(spec, "out: made/here", "out: spec")
    return found + refuse(project, (spec, old, "'{{module.snake}}.yaml'"), "spec/errspec.yaml:9:", "[ES0523]", words=("generate", "--overwrite"))


def data_of_no_type(project):
    """A map under a key of 'extra' has no type that a manifest could declare."""
    return refuse(project, ("spec/disk.yaml", "noisy: true", "noisy: {value: {a: 1}}"), "spec/disk.yaml:5:", "[ES0363]")


CASES = [no_options, data_of_no_type, from_below, other_commands, what_is_typed_wins, a_build_sees_changes, hostile_folders, hostile_output_folder,
         no_folder_from_the_spec_in_a_sandbox, hostile_paths]


if __name__ == "__main__":
    sys.exit(tap.run_each(CASES, Project))
