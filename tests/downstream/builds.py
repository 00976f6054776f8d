"""The program of this folder with the catalogue and the build files of the folder helped, and the ways to build it."""

import os
import pathlib
import shutil
import time

from project import installed_files, run, source_of

HERE = pathlib.Path(__file__).resolve().parent
PACKAGING = HERE.parent.parent / "generator" / "packaging"
TICK = 0.02  # the times of files are as coarse as this, and a change must be newer than what a build made
# A program in the place of errspec's that keeps a line for each run of a build, which is told by its stamp.
COUNTING = """#!/bin/sh
case "$*" in *--stamp=*.configured*) ;; *--stamp=*) echo run >>'{count}' ;; esac
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

    def made(self):
        return self.build / "codes"

    def object_times(self):
        return {source_of(path): path.stat().st_mtime_ns for path in self.build.rglob("*.o")}

    def step(self, expect=0):
        """Builds, and returns how often errspec ran, what was compiled, and what was said."""
        before, times = self.site.runs(), self.object_times()
        said = self.make(2, expect)
        compiled = {name for name, when in self.object_times().items() if times.get(name) != when}
        time.sleep(TICK)
        return self.site.runs() - before, compiled, said

    def prints(self):
        return run([self.build / "demo"], self.folder, self.env)


class CMake(Build):
    generator = ""
    more = ()

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
