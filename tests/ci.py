#!/usr/bin/env python3
"""Runs what errspec ships for CI: the hooks of pre-commit, the action, the job for GitLab, and the recipes of their page.

The scripts of the files run as the systems run them, in a project that is in step, and in one that is not. Schemas and
actionlint judge the files where they are installed."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

import yaml

import tap

TOP = pathlib.Path(__file__).resolve().parent.parent
FILES = TOP / "generator" / "packaging" / "ci"
RECIPE = re.compile(r"^<!-- (\w+) -->\n```\w+\n(.*?)^```$", re.M | re.S)
STALE = "docs/storage.md"


class Project:
    """What `errspec init` and a first run make, in a repository of git."""

    def __init__(self, errspec, folder):
        self.folder = pathlib.Path(folder) / "project"
        self.folder.mkdir()
        self.environment = {**os.environ, "PATH": f"{errspec.parent}{os.pathsep}{os.environ['PATH']}", "HOME": folder,
                            "PRE_COMMIT_HOME": f"{folder}/pre-commit", "GIT_CONFIG_NOSYSTEM": "1", "ERRSPEC_ARGUMENTS": "", "ERRSPEC_SPEC": ""}
        self.run("errspec", "init")
        self.run("errspec", "generate")
        self.run("git", "init", "-q")
        self.run("git", "config", "user.name", "Ada")
        self.run("git", "config", "user.email", "ada@mail.example")
        self.commit()

    def run(self, *words, folder=None, **more):
        return subprocess.run(words, cwd=folder or self.folder, env={**self.environment, **more}, capture_output=True, text=True, timeout=300)

    def commit(self):
        self.run("git", "add", "-A")
        self.run("git", "commit", "-qm", "all")

    def spoil(self):
        """A message changes, and nothing is generated."""
        file = self.folder / "spec" / "storage.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("Check the path", "Look at the path"), encoding="utf-8")


def told(result, status, *texts):
    """Complaints if a script did not end so, or said none of it where people look."""
    text = result.stdout + result.stderr
    found = tap.differs("status", result.returncode, status) + [f"{wanted!r} is not said" for wanted in texts if wanted not in text]
    return found + [text] * bool(found)


def recipes(kind):
    return [body for name, body in RECIPE.findall((FILES / "README.md").read_text(encoding="utf-8")) if name == kind]


def hooks(project):
    """pre-commit runs the hooks of the page, several files at once where a hook takes files."""
    if shutil.which("pre-commit") is None:
        raise tap.Skipped("pre-commit is missing")
    source = project.folder.parent / "source"
    source.mkdir()
    shutil.copy(TOP / ".pre-commit-hooks.yaml", source)
    for words in (["init", "-q"], ["add", "-A"], ["-c", "user.name=Ada", "-c", "user.email=a@b.example", "commit", "-qm", "all"], ["branch", "-M", "main"]):
        project.run("git", *words, folder=source)
    (text,) = recipes("hooks")
    (project.folder / ".pre-commit-config.yaml").write_text(text.replace("https://git.example/errspec", str(source)), encoding="utf-8")
    (project.folder / "docs").mkdir()
    text = (project.folder / "out" / "docs" / "storage.md").read_text(encoding="utf-8")
    for name in ("one.md", "two.md"):  # pages that people keep: without the mark of generated ones
        (project.folder / "docs" / name).write_text(text[text.index("# "):], encoding="utf-8")
    project.commit()
    fine = project.run("pre-commit", "run", "--all-files")
    found = told(fine, 0, "errspec check", "errspec generate --check", "errspec audit") + tap.differs("passed", fine.stdout.count("Passed"), 3)
    project.spoil()
    project.commit()
    found += told(project.run("pre-commit", "run", "errspec-generated", "--all-files"), 1, STALE)
    return found + told(project.run("pre-commit", "run", "errspec-audit", "--all-files"), 1, "docs/one.md", "docs/two.md")


def action(project):
    """The steps of the action: errspec is found, the report is written, and complaints are commands of GitHub."""
    build, report, check = [step["run"] for step in yaml.safe_load((FILES / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]]
    shell = ["sh", "-e", "-c"]
    found = told(project.run(*shell, build), 0)
    found += told(project.run(*shell, report, ERRSPEC_SARIF="fine.sarif"), 0) + told(project.run(*shell, check), 0)
    project.spoil()
    found += told(project.run(*shell, report, ERRSPEC_SARIF="bad.sarif"), 0)
    found += [f"{name} is no report" for name in ("fine.sarif", "bad.sarif") if '"version": "2.1.0"' not in (project.folder / name).read_text()]
    found += told(project.run(*shell, check, ERRSPEC_ARGUMENTS="-t markdown_sections", ERRSPEC_SPEC="spec/errspec.yaml"), 1, "::error", STALE)
    return found + told(project.run(*shell, report, ERRSPEC_SARIF="no.sarif", ERRSPEC_SPEC="none.yaml"), 1)


def builds_itself(project):
    """The step that makes errspec where there is none: with the sources of this tree and the packages that stand here."""
    build = yaml.safe_load((FILES / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"][0]["run"]
    words = re.findall(r"^ *sudo apt-get install .*? (gcc .*)$", build, re.M)[0].split()
    return [f"tests/run installs no {word}" for word in words if word not in (TOP / "tests" / "run").read_text(encoding="utf-8") and word != "libc6-dev"]


def gitlab(project):
    """The script of the job, as its shell runs it: one line after the other until one fails."""
    if shutil.which("bash") is None:
        raise tap.Skipped("bash is missing")
    script = "\n".join(yaml.safe_load((FILES / "gitlab.yml").read_text(encoding="utf-8"))["errspec"]["script"])
    shell = ["bash", "-eo", "pipefail", "-c", script]
    found = told(project.run(*shell), 0)
    project.spoil()
    found += told(project.run(*shell), 1, STALE)
    found += [] if "<failure" in (project.folder / "errspec.xml").read_text(encoding="utf-8") else ["errspec.xml names no failure"]
    return found + told(project.run(*shell, ERRSPEC_ARGUMENTS="-t json -t c"), 1)


def commits(project):
    """The recipe that regenerates: it commits what was stale, and nothing where all is in step."""
    (workflow,) = [text for text in map(yaml.safe_load, recipes("workflow")) if text["permissions"]["contents"] == "write"]
    steps = [step["run"] for step in workflow["jobs"]["generate"]["steps"] if "run" in step]
    remote = project.folder.parent / "remote"
    project.run("git", "clone", "-q", "--bare", ".", str(remote))
    project.run("git", "remote", "add", "origin", str(remote))
    project.run("git", "config", "push.default", "current")
    found = []
    for stale in (False, True):
        if stale:
            project.spoil()
            project.run("git", "commit", "-qam", "spoilt")
        before = project.run("git", "rev-parse", "HEAD").stdout
        for step in steps:
            found += told(project.run("bash", "-e", "-c", step), 0)
        found += tap.differs("committed", project.run("git", "rev-parse", "HEAD").stdout != before, stale)
    found += tap.differs("pushed", project.run("git", "rev-parse", "HEAD").stdout, project.run("git", "rev-parse", "HEAD", folder=remote).stdout)
    return found + told(project.run("errspec", "generate", "--check"), 0)


def scripts(project):
    found = [complaint for body in recipes("script") for complaint in told(project.run("sh", "-c", body), 0)]
    project.spoil()
    return found + [complaint for body in recipes("script") for complaint in told(project.run("sh", "-c", body), 1, STALE)]


def schemas(project):
    """The files fit the schemas of their systems, and actionlint has nothing to say of the workflows."""
    judges = [name for name in ("check-jsonschema", "actionlint") if shutil.which(name) is None]
    if judges:
        raise tap.Skipped(" and ".join(judges) + " is missing")
    found = []
    jobs = [("github-actions", [FILES / "action.yml"]), ("gitlab-ci", [FILES / "gitlab.yml"])]
    for kind, name in (("workflow", "github-workflows"), ("pipeline", "gitlab-ci")):
        folder = project.folder / kind
        folder.mkdir()
        jobs.append((name, [folder / f"{i}.yml" for i, _ in enumerate(recipes(kind))]))
        for path, body in zip(jobs[-1][1], recipes(kind)):
            path.write_text(body, encoding="utf-8")
    for name, paths in jobs:
        found += told(project.run("check-jsonschema", "--builtin-schema", f"vendor.{name}", *map(str, paths)), 0)
    return found + told(project.run("actionlint", *map(str, sorted((project.folder / "workflow").iterdir()))), 0)


CASES = [hooks, action, builds_itself, gitlab, commits, scripts, schemas]


if __name__ == "__main__":
    sys.exit(tap.run_each(CASES, Project))
