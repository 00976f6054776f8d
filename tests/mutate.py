#!/usr/bin/env python3
"""Changes one small thing of the C code at a time and sees whether a test notices.

    python3 tests/mutate.py [--quick SECONDS] [--every N] [--again LOG] [--list] [FILE...]

Without files: all of FILES. A copy of the tree is built once, with the core as a shared library; for each mutant one file is
compiled anew, and the tests without the languages run until one fails. They run in namespaces of their own, where only a
private /tmp can be written, each process with a bound of CPU time and of memory, so that no mutant can harm the machine or stay.
That takes root, or a system that gives users namespaces of their own.

A mutant whose object file is the same is none. Those that change the code and not what it does are listed with the reason in
mutants.yaml. --quick leaves out tests that take more CPU time, but for those that are called as a file; --every takes a sample of the
mutants. --again tries only those that survived in what an earlier run has printed, so that the slow tests need to see but few.
The status is 1 if one survived.
"""

import argparse
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

import yaml

TOP = pathlib.Path(__file__).resolve().parent.parent
LISTED = TOP / "tests" / "mutants.yaml"
GENERATOR = TOP / "generator"
FILES = sorted(path.relative_to(GENERATOR).as_posix() for pattern in (
    "base/beneath.c", "base/file.c", "base/folder.c", "base/path.c", "base/utf8.c", "base/walk.c", "cli/strays.c", "mustache/escape.c",
    "mustache/form.c", "mustache/scan.c", "output/*.c", "spec/check*.c", "spec/hash.c") for path in GENERATOR.glob(pattern))
SUITES_WITHOUT = {"languages", "lint", "manual", "bench", "fuzz", "schema"}

CPU_LEAST, CPU_FACTOR = 5, 3  # seconds of a process, at least and for each second that the test takes without a mutant
WALL_MOST = 600  # seconds of a test: only what sleeps for ever takes so long
WALL_QUICK = 60  # times as long as --quick says: what takes longer is not waited for
MEMORY_MOST = 4 << 30

COMMENT = re.compile(r"/\*.*?\*/", re.S)
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
SWAPS = [
    (r" == ", " != "), (r" != ", " == "), (r" < ", " <= "), (r" <= ", " < "), (r" > ", " >= "), (r" >= ", " > "),
    (r" && ", " || "), (r" \|\| ", " && "), (r" \+ ", " - "), (r" - ", " + "), (r"\+\+", "--"), (r" \+= ", " -= "),
    (r" & ", " | "), (r" << ", " >> "), (r" >> ", " << "),
    (r"(?<=[\s(&|,])!(?=[a-z(])", ""), (r"\btrue\b", "false"), (r"\bfalse\b", "true"), (r"\bcontinue;", "break;"),
    (r"(?<=return )(?=[a-z(!][^;]*(?: == | != | && | \|\| |[<>]=? |is_|has_)[^;]*;)", "!!!"),  # negated below
]
NUMBER = re.compile(r"(?<![\w.'\\])(0x[0-9A-Fa-f]+|\d+)(?=[uU]?\b)(?![\w.'])")
LETTER = re.compile(r"'(?:[^'\\]|\\.)'")
CALL = re.compile(r"^(\t+)(?!return\b|if\b|while\b|for\b|switch\b|DIAG)[A-Za-z_][\w>.-]*(?:\(.*\)|\+\+| [-+|]?= .*);$")


class Mutant:
    def __init__(self, file, line, was, now):
        self.file, self.line, self.was, self.now = file, line, was, now

    def key(self):
        return (self.file, self.was.strip(), self.now.strip())

    def __str__(self):
        return f"{self.file}:{self.line + 1}: {self.was.strip()}  ->  {self.now.strip() or '(nothing)'}"


def blank(hit):
    return re.sub(r"[^\n]", "\0", hit.group())


def mutants_of(file):
    """All mutants of a file, each of one line."""
    text = (TOP / "generator" / file).read_text(encoding="utf-8")
    shown = text.splitlines()
    bare = STRING.sub(blank, COMMENT.sub(blank, text)).splitlines()
    found = {}
    for number, (line, code) in enumerate(zip(shown, bare)):
        changes = []
        if code.startswith("#") or not code.startswith("\t"):
            continue
        for pattern, by in SWAPS:
            for hit in re.finditer(pattern, code):
                if by == "!!!":
                    end = code.index(";", hit.end())
                    changes.append(line[:hit.start()] + "!(" + line[hit.start():end] + ")" + line[end:])
                else:
                    changes.append(line[:hit.start()] + by + line[hit.end():])
        for hit in NUMBER.finditer(code):
            value = int(hit.group(), 0 if hit.group().startswith("0x") else 8 if hit.group().startswith("0") else 10)
            for other in [value - 1, value + 1] if hit.group().startswith("0x") else [value - 1 if value else 1]:
                changes.append(line[:hit.start()] + str(other) + line[hit.end():])
        for hit in LETTER.finditer(code):
            changes.append(line[:hit.start()] + f"({hit.group()} + 1)" + line[hit.end():])
        if CALL.match(code):
            changes.append(re.match(r"\t*", line).group() + ";")
        for now in changes:
            found.setdefault((number, now), Mutant(file, number, line, now))
    return list(found.values())


def bound(seconds):
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MOST, MEMORY_MOST))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def cpu_time():
    """Seconds that the processes which ended have computed: the same on a machine that others use too."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


# What the first process in the namespaces does: everything is read-only but a new /tmp, in which the tree stands.
CAGE = r"""
set -e
mount --make-rprivate /
keep=$1; shift
stage=/mnt
mount -t tmpfs -o mode=1777 tmpfs "$stage"
for path in $keep; do
	mkdir -p "$stage${path#/tmp}"
	mount --rbind "$path" "$stage${path#/tmp}"
done
mount --rbind "$stage" /tmp
cut -d' ' -f5 /proc/self/mountinfo | sort -u | while read -r point; do
	case $point in
	/tmp | /mnt | /proc | /proc/* | *'\'*) ;;
	*) mount -o remount,bind,ro "$point" 2>/dev/null || true ;;
	esac
done
cd "$1"; shift
exec "$@"
"""


class Stage:
    """A copy of the tree with its build, and the tests in the order in which they run."""

    def __init__(self, folder, quick, files):
        self.tree, self.build, self.quick = folder / "tree", folder / "build", quick
        self.stems = {pathlib.Path(file).stem for file in files}
        names = subprocess.run(["git", "ls-files", "-z"], cwd=TOP, check=True, capture_output=True).stdout
        for name in filter(None, names.decode().split("\0")):
            if (TOP / name).is_file():
                (self.tree / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(TOP / name, self.tree / name)
        recipe = self.tree / "generator" / "meson.build"
        recipe.write_text(recipe.read_text().replace("static_library('errspec-core'", "shared_library('errspec-core'"))
        subprocess.run(["meson", "setup", self.build, self.tree, "-Ddebug=false", "-Doptimization=1"], check=True, stdout=subprocess.DEVNULL, env={**os.environ, "CC": "gcc"})
        if not self.compile():
            sys.exit("mutate: the tree does not build")
        self.tests = self.order()

    def compile(self):
        return subprocess.run(["ninja", "-C", self.build], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0

    def run(self, test, seconds=WALL_MOST):
        keep = [str(self.tree.parent)]
        shared = TOP.parent / "shared"
        if shared.exists():
            (self.tree.parent / "shared").exists() or (self.tree.parent / "shared").symlink_to(shared.resolve())
        user = [] if os.geteuid() == 0 else ["-r"]
        words = ["unshare", *user, "-m", "-p", "-f", "--mount-proc", "--kill-child", "sh", "-c", CAGE, "cage", " ".join(keep),
                 test["workdir"] or str(self.build), *test["cmd"]]
        environment = {**os.environ, **test["env"], "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            result = subprocess.run(words, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                    timeout=seconds, preexec_fn=lambda: bound(test.get("cpu", WALL_MOST)))
        except subprocess.TimeoutExpired:
            return False
        return result.returncode == 0 and not re.search(rb"^not ok", result.stdout, re.M)

    def order(self):
        """The tests that pass, the fastest first. Only these can tell a mutant."""
        listed = json.loads(subprocess.run(["meson", "introspect", "--tests", self.build], check=True, capture_output=True).stdout)
        timed = []
        for test in listed:
            if any(suite.split(":")[-1] in SUITES_WITHOUT for suite in test["suite"]):
                continue
            start = cpu_time()
            is_own = test["name"] in self.stems
            passes = self.run(test, WALL_MOST if is_own else min(WALL_MOST, WALL_QUICK * self.quick))
            seconds = cpu_time() - start
            is_taken = passes and (seconds <= self.quick or is_own)
            print(f"# {test['name']}: {seconds:.2f} s{'' if is_taken else ', left out'}", flush=True)
            test["cpu"], test["kills"] = int(CPU_LEAST + CPU_FACTOR * seconds), []
            if is_taken:
                timed.append((seconds, test))
        return [test for _, test in sorted(timed, key=lambda item: item[0])]

    def killer(self, file):
        """The name of the test that fails, or None. What failed last, or is called as the file, comes first."""
        stem = pathlib.Path(file).stem
        for test in sorted(self.tests, key=lambda test: test["name"] != stem and stem not in test["kills"]):
            if not self.run(test):
                test["kills"].append(stem)
                return test["name"]
        return None


def object_of(stage, file):
    hits = [path for path in (stage.build / "generator").rglob("*.o") if path.name == file.replace("/", "_") + ".o"]
    return hits[0] if hits else None


def try_file(stage, file, mutants, equivalent):
    source = stage.tree / "generator" / file
    original = source.read_text(encoding="utf-8")
    compiled = object_of(stage, file)
    plain = compiled.read_bytes()
    counts = dict.fromkeys(("killed", "survived", "equal", "listed", "broken"), 0)
    for mutant in mutants:
        if mutant.key() in equivalent:
            counts["listed"] += 1
            continue
        lines = original.splitlines(keepends=True)
        lines[mutant.line] = mutant.now + "\n"
        source.write_text("".join(lines), encoding="utf-8")
        if not stage.compile():
            counts["broken"] += 1
        elif compiled.read_bytes() == plain:
            counts["equal"] += 1
        elif stage.killer(file):
            counts["killed"] += 1
        else:
            counts["survived"] += 1
            print(f"survived {mutant}", flush=True)
    source.write_text(original, encoding="utf-8")
    stage.compile()
    tried = counts["killed"] + counts["survived"]
    print(f"{file}: {tried} mutants, {counts['killed']} killed, {counts['survived']} survived, {counts['listed']} listed as "
          f"equivalent ({counts['equal']} the same code, {counts['broken']} no code), "
          f"{100 * counts['killed'] / max(tried, 1):.1f} %", flush=True)
    return counts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", type=float, default=1e9, metavar="SECONDS")
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("--again", type=pathlib.Path, metavar="LOG")
    parser.add_argument("--list", action="store_true", help="only say which mutants there are")
    parser.add_argument("files", nargs="*", default=FILES)
    options = parser.parse_args()
    if options.list:
        for file in options.files:
            print(*mutants_of(file), sep="\n")
        return 0
    listed = yaml.safe_load(LISTED.read_text(encoding="utf-8")) if LISTED.exists() else []
    equivalent = {(entry["file"], entry["was"], entry["now"]) for entry in listed}
    earlier = options.again and set(options.again.read_text(encoding="utf-8").splitlines())
    total = {}
    with tempfile.TemporaryDirectory(prefix="errspec-mutants-") as folder:
        stage = Stage(pathlib.Path(folder), options.quick, options.files)
        for file in options.files:
            mutants = [mutant for mutant in mutants_of(file)[::options.every] if earlier is None or f"survived {mutant}" in earlier]
            for name, count in try_file(stage, file, mutants, equivalent).items():
                total[name] = total.get(name, 0) + count
    tried = total["killed"] + total["survived"]
    print(f"all: {tried} mutants, {total['killed']} killed, {total['survived']} survived, "
          f"{100 * total['killed'] / max(tried, 1):.1f} %")
    return 1 if total["survived"] else 0


if __name__ == "__main__":
    sys.exit(main())
