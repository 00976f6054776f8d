#!/usr/bin/env python3
"""Adopts a small library step by step, as errspec-adopt(7) tells it: its header and its source are imported, keep what their
maintainers write around two markers, and its test program says the same before and after, with each compiler that is here.

usage: kettle.py ERRSPEC"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import tap  # noqa: E402

LIBRARY = HERE.parent / "golden/import/kettle"
ENUMERATION = ("/** What went wrong", "enum kettle_state", "constants")  # from where to where a region stands for it
FUNCTION = ("const char *kettle_strerror", None, "functions")
CATALOGUE = """catalogue: kettle
modules: [kettle-error.yaml]
out: .
targets:
  c_api: {regions_only: true, vars: {documentation: titles}, regions: [kettle.h, kettle.c]}
"""
PROGRAM = r"""#include "kettle.h"
#include <stdio.h>

int
main(void)
{
	int i;

	printf("%d %d %d %d %d\n", KETTLE_ERR_EMPTY, KETTLE_ERR_FULL, KETTLE_ERR_PLUG, KETTLE_ERR_SWITCH, KETTLE_HOT);
#ifdef KETTLE_ERR_DRY
	printf("%d %d\n", KETTLE_ERR_DRY, (int)sizeof(enum kettle_error));
#endif
	for (i = -1; i < 20; i++) {
		puts(kettle_strerror((kettle_error)i));
	}
	return kettle_boil(9) == KETTLE_ERR_FULL ? 0 : 1;
}
"""
COMPILERS = (["gcc", "-std=c89"], ["clang", "-std=c89"], ["g++", "-x", "c++"])
STRICT = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-Wno-comment"]


class Library:
    """A copy of it, with a program that tests it."""

    def __init__(self, errspec, folder):
        self.errspec, self.folder = errspec, pathlib.Path(folder)
        for name in ("kettle.h", "kettle.c"):
            shutil.copy(LIBRARY / name, self.folder)
        (self.folder / "test.c").write_text(PROGRAM, encoding="utf-8")

    def run(self, *words, status=0):
        done = subprocess.run(words, cwd=self.folder, capture_output=True, text=True, check=False)
        if done.returncode != status:
            raise AssertionError(f"{words} ended with {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def said(self, strict=()):
        """What the test program says, by each compiler that is here."""
        found = {}
        for compiler in COMPILERS:
            if shutil.which(compiler[0]):
                self.run(*compiler, *strict, "test.c", "kettle.c", "-o", "test")
                found[compiler[0]] = self.run("./test")
        return found

    def read(self, name):
        return (self.folder / name).read_text(encoding="utf-8")

    def give_up(self, name, part):
        """Puts a region in the place of what the maintainers wrote."""
        start, end, region = part
        text = self.read(name)
        at = text.index(start)
        behind = text[text.index(end):] if end else ""
        (self.folder / name).write_text(f"{text[:at]}/* errspec:begin c_api {region} kettle_error */\n/* errspec:end */\n\n{behind}", encoding="utf-8")
        return text[:at], behind


def adopt(errspec, folder):
    library = Library(errspec, folder)
    before = library.said()
    library.run(errspec, "import", "kettle.h", "kettle.c")
    library.run(errspec, "audit", "--spec=spec/errspec.yaml", "kettle.h", "kettle.c")
    kept = {name: library.give_up(name, part) for name, part in (("kettle.h", ENUMERATION), ("kettle.c", FUNCTION))}
    (library.folder / "spec/errspec.yaml").write_text(CATALOGUE, encoding="utf-8")
    library.run(errspec, "generate", "--check", status=1)
    library.run(errspec, "generate")
    library.run(errspec, "generate", "--check")
    after = library.said(STRICT)
    complaints = [] if before == after else [f"before:\n{before}\nafter:\n{after}"]
    for name, (head, tail) in kept.items():
        text = library.read(name)
        if not text.startswith(head) or not text.endswith(tail):
            complaints.append(f"{name} lost what is not errspec's:\n{text}")
    spec = library.folder / "spec/kettle-error.yaml"
    spec.write_text(spec.read_text(encoding="utf-8").replace("The plug is out", "The plug is not in"), encoding="utf-8")
    library.run(errspec, "generate", "--check", status=1)
    library.run(errspec, "generate")
    changed = {compiler: text.replace("The plug is out", "The plug is not in") for compiler, text in before.items()}
    if library.said() != changed or sorted(path.name for path in library.folder.iterdir()) != ["kettle.c", "kettle.h", "spec", "test", "test.c"]:
        complaints.append("a changed message does not come out, or other files do")
    return complaints


def pin(errspec, folder):
    library = Library(errspec, folder)
    before = {name: library.read(name) for name in ("kettle.h", "kettle.c")}
    said = library.said()
    library.run(errspec, "import", "--pin", "kettle.h", "kettle.c")
    library.run(errspec, "check")
    complaints = [f"{name} got more than markers" for name, text in before.items()
                  if [line for line in library.read(name).splitlines() if "errspec:" not in line] != text.splitlines()]
    complaints += [] if library.said() == said else ["it says something else with markers alone"]
    library.run(errspec, "generate")
    complaints += [] if library.said(STRICT) == said else ["it says something else with what is made"]
    library.run(errspec, "generate", "--check")
    library.run(errspec, "import", "--pin", "kettle.h", "kettle.c")
    library.run(errspec, "generate", "--check")
    return complaints


def main():
    errspec = str(pathlib.Path(sys.argv[1]).resolve())
    report = tap.Tap()
    with tempfile.TemporaryDirectory(prefix="errspec-kettle-") as folder:
        report.run("a library is adopted", lambda: adopt(errspec, folder))
    with tempfile.TemporaryDirectory(prefix="errspec-kettle-") as folder:
        report.run("a library is pinned", lambda: pin(errspec, folder))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
