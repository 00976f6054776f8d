#!/usr/bin/env python3
"""Builds a program with what errspec installs for other build systems, and asks each build for the proofs of proofs.yaml.

The program is that of the folder program, with the catalogue and the build files of the folder helped.
"""

import argparse
import os
import pathlib
import re
import shutil
import sys
import tempfile

import yaml

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import tap  # noqa: E402
from builds import Autotools, Bazel, CMake, CMakeMake, CMakeNinja, Make, Meson, Site  # noqa: E402
from project import ARM, Failed, is_for_arm, run  # noqa: E402

TEMPLATES = HERE.parent.parent / "templates"
PRINTED = "storage 1002: no space left on the disk\nnetwork 2001: the host has no address\n"
SOURCES = {"main.c", "report.c", "retry.c", "space.c", "storage.c", "network.c"}


def same(what, found, wanted):
    if found != wanted:
        raise Failed(f"{what}: {found!r}, not {wanted!r}")


def has(what, text, part):
    if part not in text:
        raise Failed(f"{what} lacks {part!r}:\n{text}")


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    has(path.name, text, old)
    path.write_text(text.replace(old, new), encoding="utf-8")


def change(build, proof):
    for name, text in proof.get("write", {}).items():
        (build.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (build.folder / name).write_text(text, encoding="utf-8")
    for name, (old, new) in proof.get("edit", {}).items():
        edit(build.folder / name, old, new)
    if "ship" in proof:
        shipped = TEMPLATES / pathlib.PurePath(proof["ship"]).relative_to("spec/templates")
        (build.folder / proof["ship"]).write_text("/* ours */\n" + shipped.read_text(encoding="utf-8"), encoding="utf-8")
    if "touch" in proof:
        os.utime(build.folder / proof["touch"])
    if "delete" in proof:
        (build.folder / proof["delete"]).unlink()
    if "delete_made" in proof:
        build.made_file(proof["delete_made"]).unlink()


def is_settled(build, proof, runs):
    """Whether errspec ran as often as it should; gives the build another turn where it may need one."""
    if proof.get("settles"):
        return runs in (1, 2) and (runs == 2 or build.step()[:2] in ((0, set()), (1, set())))
    return runs == proof.get("runs", 0)


def prove(build, proof):
    change(build, proof)
    if build.compares == "bytes":
        proof = {**proof, **proof.get("by_bytes", {})}
    if "fails" in proof:
        runs, compiled, said = build.step(build.fails)
        has("the build", said, proof["fails"])
        same("compiled", compiled, set())
        return
    runs, compiled, said = build.step()
    if not is_settled(build, proof, runs) or compiled != set(proof.get("compiles", ())):
        raise Failed(f"errspec ran {runs} times, and compiled were {sorted(compiled)}:\n{said}")
    has("the program", build.prints(), proof.get("prints", ""))
    for name, text in proof.get("made", {}).items():
        has(name, build.made_file(name).read_text(encoding="utf-8"), text)
    if "gone" in proof:
        same(proof["gone"], build.made_file(proof["gone"]).exists(), False)
    runs, compiled, said = build.step()
    if runs or compiled:
        raise Failed(f"a further build ran errspec {runs} times, and compiled {sorted(compiled)}:\n{said}")


def first(build):
    """Everything is built at once, and errspec runs once for all that need it."""
    before = build.site.runs()
    build.setup()
    so_far = build.site.runs() - before  # by `configure`, which asks its makefiles for depfiles
    runs, compiled, _ = build.step(jobs=8)
    same("errspec ran", so_far + runs, 1)
    same("compiled", compiled, SOURCES)
    same("printed", build.prints(), PRINTED)


def commit(build):
    """What a project commits."""
    run(["errspec", "generate"], build.folder, build.site.env)


def held_by_ctest(build):
    commit(build)
    build.setup()
    run(["ctest"], build.build, build.env)
    edit(build.folder / "spec/storage.yaml", "no space left on the disk", "the disk is full")
    has("the test", run(["ctest", "--output-on-failure"], build.build, build.env, 8), "'out/c/storage.c' differs from the spec")
    run(["cmake", "--build", "build", "--target", "demo-errspec-update"], build.folder, build.env)
    run(["ctest"], build.build, build.env)


def held_by_make(build):
    commit(build)
    run(["make", "errspec-check"], build.folder, build.env)
    edit(build.folder / "spec/storage.yaml", "no space left on the disk", "the disk is full")
    has("the goal", run(["make", "errspec-check"], build.folder, build.env, 2), "'out/c/storage.c' differs from the spec")
    run(["make", "errspec-update"], build.folder, build.env)
    run(["make", "errspec-check"], build.folder, build.env)


def without(build):
    """Where there is no errspec the committed files are built, and where there are none it is said."""
    build.env = build.site.without
    options = ["-DCMAKE_PREFIX_PATH="] if isinstance(build, CMake) else []
    if isinstance(build, CMake):
        has("CMake", build.setup(*options, expect=1), "errspec is not installed, and no COMMITTED folder")
    elif isinstance(build, Make):
        has("make", run(["make"], build.folder, build.env, 2), "errspec is not installed, and ERRSPEC_COMMITTED has no")
    commit(build)
    before = build.site.runs()
    build.setup(*options)
    build.make(2)
    same("printed", build.prints(), PRINTED)
    same("errspec ran", build.site.runs() - before, 0)


WORDS = """
errspec_generate(TARGET demo SPEC spec/storage.yaml TARGETS c OUT storage OPTIONS --templates=${CMAKE_SOURCE_DIR}/spec/templates)
errspec_generate(TARGET demo SPEC spec/network.yaml TARGETS c cpp OUT network EXCLUDE "^cpp/examples")
target_sources(demo PRIVATE more.cpp)
target_compile_features(demo PRIVATE cxx_std_17)
"""
MORE = """#include <network/network.hpp>
#include "storage.h"
int more = static_cast<int>(network::network::errc::kTimedOut) + STORAGE_DISK_FULL;
"""


def words(build):
    """Two specs in one program, one of them also with headers below a folder of their own."""
    edit(build.folder / "CMakeLists.txt", "errspec_generate(TARGET demo COMMITTED out)\n", WORDS)
    edit(build.folder / "CMakeLists.txt", "project(demo C)", "project(demo C CXX)")
    (build.folder / "more.cpp").write_text(MORE)
    build.setup()
    runs, compiled, said = build.step()
    same("errspec ran", runs, 2)
    same("compiled", compiled - {"more.cpp.c"}, SOURCES)
    same("printed", build.prints(), PRINTED)
    same("the comment of our template", "/** Too" in (build.build / "storage/c/storage.h").read_text(), False)
    same("a second build", build.step()[:2], (0, set()))


def by_pkg_config(build):
    """The installed makefile is found as the README has it."""
    edit(build.folder / "Makefile", "include errspec.mk", "include $(shell pkg-config --variable=makefile errspec)")
    build.env = {**build.env, "PKG_CONFIG_PATH": str(build.site.placed["errspec.pc"].parent)}
    run(["make", "-j2", "ERRSPEC_TARGETS=c"], build.folder, build.env)
    same("printed", build.prints(), PRINTED)
    same("only the target is made", sorted(path.name for path in build.made().iterdir()), ["c", "errspec-files.txt"])


def two_calls(build):
    text = (build.folder / "CMakeLists.txt").read_text()
    (build.folder / "CMakeLists.txt").write_text(text + "errspec_generate(TARGET demo)\n")
    said = build.setup(expect=1)
    has("CMake", " ".join(said.split()), "is written by another call; give one of them OUT")


def cross(build):
    """The program is another machine's, and errspec is this one's."""
    build.setup("-DCMAKE_SYSTEM_NAME=Linux", "-DCMAKE_SYSTEM_PROCESSOR=arm", f"-DCMAKE_C_COMPILER={ARM}")
    build.make(2)
    same("the program is the other machine's", is_for_arm(build.build / "demo"), True)


def named(build):
    """Names that mean something elsewhere are built as any other."""
    build.setup()
    same("the first build", build.step()[:2], (1, SOURCES))
    same("a second one", build.step()[:2], (0, set()))
    os.utime(build.folder / "spec/storage.yaml")
    same("a third one", build.step()[:2], (1, set()))


def refused(build):
    has("CMake", build.setup(expect=1), "a depfile cannot hold the name")


def cached(site):
    """A second checkout compiles nothing that the first one has: no name in what is made tells where that is."""
    env = {**site.env, "CC": "ccache cc", "CCACHE_DIR": str(site.folder / "ccache"), "CCACHE_DIRECT": "1"}
    builds = [Make(site, f"checkout {number}") for number in (1, 2)]
    for build in builds:
        build.env = env
        run(["make", "-e"], build.folder, env)
    said = run(["ccache", "--print-stats"], site.folder, env)
    counts = dict(re.findall(r"^(\w+)\t(\d+)$", said, re.M))
    same("direct hits", (counts.get("direct_cache_hit"), counts.get("cache_miss")), ("6", "6"))


def distributed(build):
    """The archive builds and cleans itself in a folder of its own, with errspec and without."""
    commit(build)
    build.setup()
    build.make(2)
    run(["make", "distcheck"], build.build, build.env)
    run(["make", "distcheck", "DISTCHECK_CONFIGURE_FLAGS=ERRSPEC="], build.build, build.env)


class Suite:
    def __init__(self, site):
        self.site = site
        self.report = tap.Tap()

    def case(self, name, needs, check):
        """Runs a case; returns whether it passed."""
        missing = [tool for tool in needs if shutil.which(tool) is None and not pathlib.Path(tool).is_dir()]
        if missing:
            self.report.skip(name, f"{' and '.join(missing)} missing")
            return False
        try:
            check()
        except Failed as failure:
            self.report.case(name, str(failure) or "failed")
            return False
        self.report.case(name, "")
        return True

    def proofs(self, kind, proofs):
        """What comes after a proof that failed would be built on sand, and is left out."""
        build = kind(self.site)
        is_sound = self.case(f"{kind.name}: a build by eight at once runs errspec once", kind.needs, lambda: first(build))
        for proof in proofs:
            is_other = (proof.get("fixed") and kind.lists_sources) or (proof.get("documents") and not kind.makes_documents) or \
                (proof.get("named") and kind.names_outputs)
            if is_sound and not is_other:
                is_sound = self.case(f"{kind.name}: {proof['proof']}", kind.needs, lambda: prove(build, proof))
        build.close()

    def others(self):
        site = self.site
        for kind, hold in ((CMakeNinja, held_by_ctest), (Make, held_by_make)):
            self.case(f"{kind.name}: what is committed is held against the spec", kind.needs, lambda: hold(kind(site, f"{kind.name} held")))
        for kind in (CMakeNinja, Make, Autotools):
            self.case(f"{kind.name}: without errspec, what is committed is built", kind.needs, lambda: without(kind(site, f"{kind.name} without")))
        self.case("CMake: specs, targets, folders and options of one's own", CMakeNinja.needs, lambda: words(CMakeNinja(site, "words")))
        self.case("make with vpath: by pkg-config", ("make", "pkg-config"), lambda: by_pkg_config(Make(site, "by pkg-config")))
        self.case("CMake: two calls that write one folder are refused", CMakeNinja.needs, lambda: two_calls(CMakeNinja(site, "two calls")))
        self.case("CMake: for another machine", (*CMakeMake.needs, ARM), lambda: cross(CMakeMake(site, "cross")))
        for kind in (CMakeNinja, CMakeMake, Make):
            for number, name in enumerate(("a ~b (ü), c!", "it $costs")):
                self.case(f"{kind.name}: in the folder {name!r}", kind.needs, lambda: named(kind(site, f"{kind.name[-4:]}{number} {name}")))
        self.case("make with vpath: in a folder with all that means something", Make.needs,
                  lambda: named(Make(site, "it's \"50%\" & #1; [*] <x> \\ ~")))
        for kind in (CMakeNinja, CMakeMake):
            self.case(f"{kind.name}: a folder that no depfile can name", kind.needs, lambda: refused(kind(site, f"{kind.name[-4:]}'s")))
        self.case("make with vpath: a second checkout has all from ccache", ("make", "ccache"), lambda: cached(site))
        self.case("autotools: distcheck", Autotools.needs, lambda: distributed(Autotools(site, "distributed")))

    def run(self):
        proofs = yaml.safe_load((HERE / "proofs.yaml").read_text(encoding="utf-8"))
        for kind in (Meson, CMakeNinja, CMakeMake, Make, Autotools, Bazel):
            self.proofs(kind, proofs)
        self.others()
        return self.report.done()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, required=True, help="a build of errspec")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return Suite(Site(given.build, pathlib.Path(folder).resolve())).run()


if __name__ == "__main__":
    sys.exit(main())
