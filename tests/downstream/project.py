"""The program of this folder, copied to where it may be changed and built, and what its builds do."""

import json
import os
import pathlib
import re
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
SECONDS = 300
ARM = "arm-linux-gnueabihf-gcc"  # a compiler for a machine whose programs do not run here


class Failed(Exception):
    """What stops a case; its text says why."""


def run(command, folder, env=None, expect=0):
    """Runs a command and returns what it says, on both streams."""
    result = subprocess.run([str(word) for word in command], cwd=folder, env=env, stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=SECONDS)
    text = result.stdout.decode("utf-8", "backslashreplace")
    if result.returncode != expect:
        raise Failed(f"{command} ended with {result.returncode}, not {expect}:\n{text}")
    return text


def installed_files(build, root):
    """Installs a build into a folder of its own; returns where each file went, by its name."""
    run(["meson", "install", "-C", build, "--no-rebuild", "--destdir", root], build)
    installed = json.loads(run(["meson", "introspect", "--installed", build], build))
    return {pathlib.Path(path).name: root / path.lstrip("/") for path in installed.values()}


def is_for_arm(program):
    """What the header of a program says of its machine."""
    return program.read_bytes()[18:20] == b"\x28\x00"


def source_of(path):
    """The name of the source of an object file: main.c of main.c.o and main.o, x.c of meson-generated_.._x.c.o."""
    return path.name.removesuffix(".o").removesuffix(".c").split("_")[-1] + ".c"


class Step:
    """What a build did: what it said, which modules errspec ran for, and which sources were compiled."""

    def __init__(self, said, generated, compiled):
        self.said = said
        self.generated = generated
        self.compiled = compiled


class Project:
    """A copy of the program."""

    modules = ("storage", "network")
    fails = 1  # the status of a build that failed

    def __init__(self, folder, env):
        self.folder = folder
        self.build = folder / "build"
        self.env = env
        shutil.copytree(HERE / "program", folder)
        (folder / "subprojects").mkdir(exist_ok=True)
        shutil.copy(HERE.parent.parent / "generator/packaging/errspec.wrap", folder / "subprojects")

    def edit(self, path, old, new):
        text = (self.folder / path).read_text(encoding="utf-8")
        if old not in text:
            raise Failed(f"{path} does not say {old!r}")
        (self.folder / path).write_text(text.replace(old, new), encoding="utf-8")

    def touch(self, path):
        os.utime(self.folder / path)

    def generated_files(self):
        return [self.build / f"{module}.{suffix}" for module in self.modules for suffix in ("h", "c")]

    def snapshot(self):
        """The bytes and times of the generated files."""
        return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in self.generated_files()}

    def object_times(self):
        """The time of each object file of the program, by the name of its source."""
        times = {}
        for path in self.build.rglob("*.o"):
            if "subprojects" not in path.relative_to(self.build).parts:
                times[source_of(path)] = path.stat().st_mtime_ns
        return times

    def step(self, expect=0):
        before = self.object_times()
        said = self.make(expect)
        compiled = {name for name, time in self.object_times().items() if before.get(name) != time}
        return Step(said, {module for module in self.modules if self.generates(module, said)}, compiled)

    def program(self):
        return run([self.build / "downstream"], self.folder, self.env)


class NinjaProject(Project):
    def setup(self, *options):
        return run(["meson", "setup", "build", *options], self.folder, self.env)

    def make(self, expect=0):
        return run(["ninja", "-v", "-d", "explain", "-j2"], self.build, self.env, expect)

    def generates(self, module, said):
        return re.search(rf"^\[\d+/\d+\] .*errspec.* generate .*{module}\.yaml", said, re.M) is not None

    def is_done(self):
        return "ninja: no work to do." in run(["ninja", "-n"], self.build, self.env)

    def users(self, *generated):
        """The sources that ninja knows to depend on one of the generated files."""
        found = set()
        for entry in run(["ninja", "-t", "deps"], self.build, self.env).split("\n\n"):
            target, _, rest = entry.partition(":")
            files = {pathlib.PurePath(line.strip()).name for line in rest.splitlines()[1:]}
            if target.startswith("downstream.p/") and files & set(generated):
                found.add(source_of(pathlib.PurePath(target)))
        return found

    def inputs(self, module):
        """What ninja knows from the depfile of a module."""
        text = run(["ninja", "-t", "deps", f"{module}.h"], self.build, self.env)
        return {os.path.relpath(self.build / line.strip(), self.folder) for line in text.splitlines()[1:] if line}


class MakeProject(Project):
    fails = 2

    def make(self, expect=0):
        return run(["make", "-j2"], self.folder, self.env, expect)

    def generates(self, module, said):
        return re.search(rf"errspec generate .*{module}\.yaml", said) is not None

    def is_done(self):
        """Asked without -n or -q, which take every empty recipe for work."""
        return self.make() == "make: 'build/downstream' is up to date.\n"

    def users(self, *generated):
        found = set()
        for path in self.build.glob("*.d"):
            files = {pathlib.PurePath(word).name for word in path.read_text().replace(":", " ").split()}
            if path.suffixes == [".d"] and files & set(generated):
                found.add(path.stem + ".c")
        return found

    def inputs(self, module):
        text = (self.build / f"{module}.stamp.d").read_text(encoding="utf-8")
        rule = text.replace("\\\n", " ").splitlines()[0]
        return set(rule.partition(":")[2].split())
