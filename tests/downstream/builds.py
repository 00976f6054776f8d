"""The program of this folder with the catalogue and the build files of the folder helped, and the ways to build it."""

import os
import pathlib
import re
import shutil
import time

from project import installed_files, run, source_of

HERE = pathlib.Path(__file__).resolve().parent
PACKAGING = HERE.parent.parent / "generator" / "packaging"
TICK = 0.02  # the times of files are as coarse as this, and a change must be newer than what a build made
# A program in the place of errspec's that keeps a line for each run of a build, which is told by its stamp.
COUNTING = """#!/bin/sh
case "$*" in *--stamp=*.configured) ;; *--stamp=*) echo run >>'{count}' ;; esac
exec '{errspec}' "$@"
"""


class Site:
    """Where errspec is installed, and what is remembered of its runs."""

    def __init__(self, build, folder):
        self.folder = folder
        self.placed = installed_files(build, folder / "root")
        self.prefix = self.placed["errspec"].parent.parent
        self.count = folder / "count"
        errspec = self.placed["errspec"].rename(self.placed["errspec"].with_name("errspec-itself"))
        self.placed["errspec"].write_text(COUNTING.format(count=self.count, errspec=errspec), encoding="utf-8")
        self.placed["errspec"].chmod(0o755)
        self.env = {**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
        for name in ("DESTDIR", "MAKEFLAGS", "MAKELEVEL", "NINJA_STATUS", "CFLAGS", "ERRSPEC"):
            self.env.pop(name, None)
        self.without = dict(self.env)
        self.env["PATH"] = f"{self.placed['errspec'].parent}{os.pathsep}{self.env['PATH']}"

    def runs(self):
        return len(self.count.read_text().splitlines()) if self.count.exists() else 0


class Build:
    """A copy of the program, and how it is built."""

    name = ""
    needs = ()
    lists_sources = False  # whether somebody has to name the generated sources
    compares = "times"  # of files, or their "bytes"
    makes_documents = True
    names_outputs = False  # whether the build knows only the outputs that are named to it

    def __init__(self, site, name=None):
        self.site = site
        self.env = site.env
        self.folder = site.folder / (name or self.name)
        self.build = self.folder / "build"
        shutil.copytree(HERE / "helped", self.folder)
        for path in HERE.glob("program/*.[ch]"):
            shutil.copy(path, self.folder)
        for path in HERE.glob("program/spec/*"):
            shutil.copy(path, self.folder / "spec")
        self.prepare()

    def prepare(self):
        """Lays what the build itself needs; the files of other ways to build do no harm."""

    def close(self):
        """Ends what a build has left running."""

    def made(self):
        return self.build / "codes"

    def made_file(self, name):
        return self.made() / name

    def object_times(self):
        return {source_of(path): path.stat().st_mtime_ns for path in self.build.rglob("*.o")}

    def step(self, expect=0, jobs=2):
        """Builds, and returns how often errspec ran, what was compiled, and what was said."""
        before, times = self.site.runs(), self.object_times()
        said = self.make(jobs, expect)
        compiled = {name for name, when in self.object_times().items() if times.get(name) != when}
        time.sleep(TICK)
        return self.site.runs() - before, compiled, said

    def prints(self):
        return run([self.build / "demo"], self.folder, self.env)


class Meson(Build):
    """Meson wants each output by its name, and none below a folder of its own."""

    name = "Meson"
    needs = ("meson", "ninja")
    lists_sources = True
    fails = 1
    names_outputs = True
    flat = 'c: {outputs: {header: "{{module.snake}}.h", source: "{{module.snake}}.c"}}'

    def prepare(self):
        catalogue = self.folder / "spec/errspec.yaml"
        catalogue.write_text(catalogue.read_text(encoding="utf-8").replace("c: {}", self.flat), encoding="utf-8")

    def setup(self):
        return run(["meson", "setup", "build"], self.folder, self.env)

    def make(self, jobs, expect=0):
        return run(["ninja", f"-j{jobs}"], self.build, self.env, expect)

    def made(self):
        return self.build

    def made_file(self, name):
        return self.build / name.removeprefix("c/")


class CMake(Build):
    generator = ""

    def prepare(self):
        (self.folder / "cmake").mkdir()
        shutil.copy(PACKAGING / "errspec.cmake", self.folder / "cmake")

    def setup(self, *options, expect=0):
        return run(["cmake", "-S", ".", "-B", "build", "-G", self.generator, f"-DCMAKE_PREFIX_PATH={self.site.prefix}", *options],
                   self.folder, self.env, expect)

    def make(self, jobs, expect=0):
        return run(["cmake", "--build", "build", f"-j{jobs}"], self.folder, self.env, expect)

    def made(self):
        return self.build / "demo-codes"


class CMakeNinja(CMake):
    name = "CMake with Ninja"
    needs = ("cmake", "ninja")
    generator = "Ninja"
    fails = 1


class CMakeMake(CMake):
    name = "CMake with make"
    needs = ("cmake", "make")
    generator = "Unix Makefiles"
    fails = 2


class Make(Build):
    name = "make with vpath"
    needs = ("make",)
    fails = 2

    def prepare(self):
        shutil.copy(self.site.placed["errspec.mk"], self.folder)

    def setup(self):
        """There is nothing to configure."""

    def make(self, jobs, expect=0):
        return run(["make", f"-j{jobs}"], self.folder, self.env, expect)


class Autotools(Build):
    name = "autotools"
    needs = ("autoreconf", "automake", "make")
    lists_sources = True
    fails = 2

    def prepare(self):
        (self.folder / "Makefile").unlink()
        for folder, file in (("m4", "errspec.m4"), ("build-aux", "errspec.mk")):
            (self.folder / folder).mkdir()
            shutil.copy(self.site.placed[file], self.folder / folder)

    def setup(self, *options):
        run(["autoreconf", "-fi"], self.folder, self.env)
        self.build.mkdir()
        return run(["../configure", "-q", *options], self.build, self.env)

    def make(self, jobs, expect=0):
        return run(["make", f"-j{jobs}"], self.build, self.env, expect)

    def made(self):
        return self.build / "out"


class Bazel(Build):
    """In Bazel's sandbox. What it would fetch from elsewhere, though it needs nothing of it, is taken from here."""

    name = "Bazel"
    needs = ("bazel", "/usr/share/bazel/rules/java")
    lists_sources = True
    compares = "bytes"
    makes_documents = False
    fails = 1
    rules = ("cc_binary", "cc_import", "cc_library", "cc_test", "cc_toolchain", "cc_toolchain_suite")

    def prepare(self):
        shutil.copytree(PACKAGING / "bazel", self.folder / "errspec")
        rules = self.folder / "rules_cc/cc"
        rules.mkdir(parents=True)
        (rules.parent / "WORKSPACE").write_text('workspace(name = "rules_cc")\n')
        (rules / "BUILD").write_text("")
        (rules / "defs.bzl").write_text("".join(f"{rule} = native.{rule}\n" for rule in self.rules))
        self.build = self.folder / "bazel-bin"
        self.is_running = False

    def setup(self):
        """There is nothing to configure."""

    def bazel(self, *words, expect=0):
        self.is_running = True
        return run(["bazel", f"--output_user_root={self.site.folder}/bazel", *words], self.folder, self.env, expect)

    def make(self, jobs, expect=0):
        return self.bazel("build", "-s", "--spawn_strategy=sandboxed", f"--jobs={jobs}", "//:demo",
                          f"--override_repository=rules_cc={self.folder}/rules_cc",
                          f"--override_repository=rules_java={self.needs[1]}", expect=expect)

    def step(self, expect=0, jobs=2):
        said = self.make(jobs, expect)
        return said.count("[action 'errspec: "), {f"{name}.c" for name in re.findall(r"\[action 'Compiling .*?(\w+)\.c'", said)}, said

    def made(self):
        return self.build / "codes_codes"

    def close(self):
        if not self.is_running:
            return
        self.bazel("shutdown")
        run(["chmod", "-R", "u+w", "bazel"], self.site.folder, self.env)
