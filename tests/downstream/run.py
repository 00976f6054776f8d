#!/usr/bin/env python3
"""Builds a program that generates its codes with errspec, changes what it is made from, and asks what was rebuilt.

The program is built three times: with Meson and errspec as a subproject, with Meson and an installed errspec, and
with make and the installed one. Each time the same is asked of it.
"""

import argparse
import os
import pathlib
import shutil
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import tap  # noqa: E402
from project import ARM, Failed, MakeProject, NinjaProject, installed_files, is_for_arm, run  # noqa: E402

STORAGE = pathlib.PurePath("spec/storage.yaml")
NETWORK = pathlib.PurePath("spec/network.yaml")
ERRSPEC = HERE.parent.parent
ADDED = pathlib.PurePath("templates/c/header.mustache")
TEMPLATE = pathlib.PurePath("templates/c/documentation.mustache")
PRINTED = "storage 1002: no space left on the disk\nnetwork 2001: the host has no address\n"
ALL = {"main.c", "report.c", "retry.c", "space.c", "storage.c", "network.c"}
QUERY = """project('query')
errspec = dependency('errspec', native: true)
assert(import('fs').is_file(errspec.get_variable('templates') / 'c/target.yaml'))
"""
# Another machine, whose programs do not run here. Where its compiler is missing, one of this machine serves to configure.
CROSS = """[binaries]
c = '{}'
[host_machine]
system = 'linux'
cpu_family = 'arm'
cpu = 'armv7'
endian = 'little'
[properties]
needs_exe_wrapper = true
"""
INSTALLED = """find_program(errspec.get_variable('errspec'))
assert(import('fs').is_file(errspec.get_variable('makefile')))
"""


def same(what, found, wanted):
    if found != wanted:
        raise Failed(f"{what}: {found!r}, not {wanted!r}")


def did(step, generated, compiled):
    said = "\n".join(line for line in step.said.splitlines() if "subprojects" not in line)
    if step.generated != generated or step.compiled != compiled:
        raise Failed(f"errspec ran for {sorted(step.generated)}, not {sorted(generated)}; compiled were "
                     f"{sorted(step.compiled)}, not {sorted(compiled)}:\n{said}")


def done(project):
    same("nothing is left to do", project.is_done(), True)


def settles(project):
    """Ninja of some versions does not know yet how new an input is that a run has just named: one more run may come."""
    if not project.is_done():
        did(project.step(), {"network"}, set())
    done(project)


def builds(project):
    """the program is built and prints the messages"""
    did(project.step(), {"storage", "network"}, ALL)
    same("printed", project.program(), PRINTED)


def rests(project):
    """a second build does nothing"""
    did(project.step(), set(), set())
    done(project)


def knows_inputs(project):
    """the depfile names the specification and the template that were read"""
    same("inputs of storage", project.inputs("storage"), {str(STORAGE)})
    same("inputs of network", project.inputs("network"), {str(NETWORK), str(TEMPLATE), str(TEMPLATE.parent)})


def touched(project):
    """a touched specification runs errspec, which rewrites nothing: no file is compiled"""
    before = project.snapshot()
    project.touch(STORAGE)
    did(project.step(), {"storage"}, set())
    same("the generated files, with their times", project.snapshot() == before, True)
    done(project)


def reworded(project):
    """a changed message compiles the generated source and those who include the header, and no one else"""
    users = project.users("storage.h", "storage.c")
    same("users of the module", users, {"main.c", "space.c", "storage.c"})
    project.edit(STORAGE, "no space left on the disk", "the disk is full")
    did(project.step(), {"storage"}, users)
    same("printed", project.program(), PRINTED.replace("no space left on the disk", "the disk is full"))
    done(project)


def reworded_behind_header(project):
    """a changed message that the header does not show compiles the generated source alone"""
    before = project.snapshot()
    project.edit(NETWORK, "the host has no address", "nobody knows the host")
    did(project.step(), {"network"}, {"network.c"})
    after = project.snapshot()
    same("the header, with its time", after["network.h"] == before["network.h"], True)
    same("printed", project.program().splitlines()[1], "network 2001: nobody knows the host")
    done(project)


def new_code(project):
    """a new code compiles those who include the header"""
    project.edit(NETWORK, "codes:\n", "codes:\n  REFUSED: {code: 2003, message: the host refused}\n")
    did(project.step(), {"network"}, project.users("network.h"))
    same("the header has it", "NETWORK_REFUSED = 2003" in (project.build / "network.h").read_text(), True)
    done(project)


def template(project):
    """a changed template makes anew what was made with it"""
    users = project.users("network.h")
    same("users of the header", users, {"main.c", "retry.c", "network.c"})
    project.edit(TEMPLATE, "/** ", "/** A code: ")
    did(project.step(), {"network"}, users)
    same("the header has it", "/** A code: Timed Out */" in (project.build / "network.h").read_text(), True)
    done(project)


def added_template(project):
    """a template that is added to the folder makes anew what it is for; so does one that is taken away"""
    header = (ERRSPEC / "templates/c/header.mustache").read_text(encoding="utf-8")
    (project.folder / ADDED).write_text("/* ours */\n" + header, encoding="utf-8")
    did(project.step(), {"network"}, project.users("network.h"))
    same("the header has it", (project.build / "network.h").read_text().startswith("/* ours */"), True)
    settles(project)
    (project.folder / ADDED).unlink()
    did(project.step(), {"network"}, project.users("network.h"))
    same("the header has it", (project.build / "network.h").read_text().startswith("/* ours */"), False)
    settles(project)


def broken(project):
    """a broken specification fails the build, says where, and leaves what was generated"""
    before = project.snapshot()
    project.edit(STORAGE, "code: 1002", "code: 1001")
    step = project.step(expect=project.fails)
    did(step, {"storage"}, set())
    lines = (project.folder / STORAGE).read_text().splitlines()
    place = f"spec/storage.yaml:{max(i for i, line in enumerate(lines, 1) if '1001' in line)}:11: error: "
    if place not in step.said:
        raise Failed(f"no {place!r} in:\n{step.said}")
    same("the generated files, with their times", project.snapshot() == before, True)


def mended(project):
    """once mended, it builds again and compiles nothing"""
    text = (project.folder / STORAGE).read_text()
    head, _, tail = text.rpartition("code: 1001")
    (project.folder / STORAGE).write_text(f"{head}code: 1002{tail}")
    did(project.step(), {"storage"}, set())
    done(project)


CASES = [builds, rests, knows_inputs, touched, reworded, reworded_behind_header, new_code, template, added_template, broken, mended]


class Suite:
    def __init__(self, given, folder):
        self.given = given
        self.folder = folder
        self.report = tap.Tap()
        self.env = {**os.environ, "LC_ALL": "C", "NO_COLOR": "1"}
        for name in ("DESTDIR", "MAKEFLAGS", "MAKELEVEL", "NINJA_STATUS"):
            self.env.pop(name, None)

    def case(self, name, function, *arguments):
        """Runs a case; returns whether it passed."""
        try:
            function(*arguments)
        except Failed as failure:
            self.report.case(name, str(failure) or "failed")
            return False
        self.report.case(name, "")
        return True

    def cases(self, how, project):
        """What comes after a case that failed would be built on sand, and is left out."""
        is_sound = True
        for case in CASES:
            name = f"{how}: {case.__doc__}"
            if is_sound:
                is_sound = self.case(name, case, project)
            else:
                self.report.case(name, "not tried: an earlier one failed")

    def subproject(self):
        project = NinjaProject(self.folder / "with subproject", self.env)
        (project.folder / "subprojects" / "errspec").symlink_to(self.given.source)
        if self.case("subproject: configures", project.setup, "--force-fallback-for=errspec"):
            self.cases("subproject", project)
        self.case("subproject: built for another machine, errspec is made for this one", self.cross, project)
        self.query("subproject", project, QUERY, "--force-fallback-for=errspec")

    def cross(self, project):
        """Meson refuses to configure what would run a program of the other machine."""
        (project.folder / "cross.ini").write_text(CROSS.format("cc"))
        run(["meson", "setup", "build cross", "--cross-file", "cross.ini", "--force-fallback-for=errspec"],
            project.folder, self.env)

    def install(self):
        """Installs errspec into a folder of its own and finds it there as others will."""
        placed = installed_files(self.given.build, self.folder / "root")
        same("the program is installed", placed["errspec"].is_file(), True)
        self.env = {**self.env, "PATH": f"{placed['errspec'].parent}{os.pathsep}{self.env['PATH']}",
                    "PKG_CONFIG_PATH": str(placed["errspec.pc"].parent)}

    def installed(self):
        project = NinjaProject(self.folder / "with installed", self.env)
        if self.case("installed: configures", project.setup, "--wrap-mode=nofallback"):
            self.cases("installed", project)
        self.query("installed", project, QUERY + INSTALLED, "--wrap-mode=nofallback")
        if shutil.which(ARM) is None:
            self.report.skip("installed: a program for another machine", f"{ARM} is missing")
        else:
            self.case("installed: a program for another machine", self.crossed, project)

    def crossed(self, project):
        """errspec runs here, and what it makes is compiled for there."""
        (project.folder / "arm.ini").write_text(CROSS.format(ARM))
        run(["meson", "setup", "build arm", "--cross-file", "arm.ini", "--wrap-mode=nofallback"], project.folder, self.env)
        run(["ninja", "-j2"], project.folder / "build arm", self.env)
        same("the program is the other machine's", is_for_arm(project.folder / "build arm/downstream"), True)

    def make(self):
        if shutil.which("make") is None:
            self.report.skip("make", "make is missing")
            return
        project = MakeProject(self.folder / "with make", self.env)
        self.cases("make", project)

    def query(self, how, project, text, *options):
        """The variables of errspec's pkg-config file, which the subproject has too."""
        folder = self.folder / f"query {how}"
        shutil.copytree(project.folder / "subprojects", folder / "subprojects", symlinks=True)
        (folder / "meson.build").write_text(text)
        self.case(f"{how}: its variables say where the program and the templates are", run,
                  ["meson", "setup", "build", *options], folder, self.env)

    def run(self):
        self.subproject()
        if self.case("installed: errspec is installed", self.install):
            self.installed()
            self.make()
        return self.report.done()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", type=pathlib.Path, required=True, help="errspec's sources")
    parser.add_argument("--build", type=pathlib.Path, required=True, help="a build of them")
    given = parser.parse_args()
    missing = [name for name in ("meson", "ninja") if shutil.which(name) is None]
    if missing:
        print(f"1..0 # SKIP {' and '.join(missing)} missing")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        return Suite(given, pathlib.Path(folder)).run()


if __name__ == "__main__":
    sys.exit(main())
