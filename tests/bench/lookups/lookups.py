#!/usr/bin/env python3
"""Measures the lookups of generated C beside other ways to the same codes, and prints tables of ratios.

    lookups.py --errspec build/generator/errspec [--sets image,tencent] [--rounds 25]

For each set of codes all ways run in one program, in turn; each lookup waits for the result of the one before. The least
time of all rounds counts. A way that is not to be had here is listed as skipped, with the reason.
"""

import argparse
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the source tree stays as it is

import peers

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent.parent
FLAGS = ["-std=gnu11", "-O2", "-fPIC", "-w"]
GOALS = {("code", "image"): 2.2, ("code", "tencent"): 2.2, ("code", "thousand"): 3.0, ("code", "hundred_thousand"): 3.0,
         ("name", "image"): 4.0, ("name", "tencent"): 4.0, ("name", "thousand"): 4.0, ("name", "hundred_thousand"): 5.0}


def run(*command, **options):
    words = [str(word) for word in command]
    result = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False, **options)
    if result.returncode:
        sys.exit(f"{' '.join(words)} ended with {result.returncode}\n{result.stdout}{result.stderr}")
    return result


def many(count):
    """Codes as large references have them: runs and gaps, names of three words, messages of a few."""
    dice = random.Random(count)
    nouns = "FILE IMAGE BUFFER SESSION TOKEN QUEUE INDEX STREAM HEADER CHANNEL RECORD SURFACE CACHE CODEC DEVICE".split()
    verbs = "INVALID MISSING EXPIRED BROKEN CLOSED FULL EMPTY LOCKED STALE UNKNOWN UNSUPPORTED TRUNCATED".split()
    number, found = -49_000_000, []
    for i in range(count):
        number += 1 if dice.random() < 0.8 else int(dice.lognormvariate(5, 1.5)) + 1
        noun, verb = dice.choice(nouns), dice.choice(verbs)
        found.append((number, f"ERR_{noun}_{verb}_{i}", f"The {noun.lower()} {dice.choice(nouns).lower()} is {verb.lower()} at {i}."))
    return found


def listed(errspec, *modules):
    """The codes of errspec's own reference specs, each number once, the smallest first."""
    lines = run(errspec, "list", "--format=jsonl", TOP / "spec/errspec.yaml").stdout.splitlines()
    found = {code["code"]: (code["code"], code["name"], code["message"]) for code in map(json.loads, lines)
             if code["module"].startswith(modules)}
    used = set()
    for code, name, message in sorted(found.values()):
        folded = name.replace("_", "").lower()
        unique = name if folded not in used else f"{name}_{abs(code)}"
        used.add(folded)
        found[code] = (code, unique, message)
    return sorted(found.values())


SETS = {
    "image": lambda errspec: listed(errspec, "image"),
    "tencent": lambda errspec: listed(errspec, "ci_"),
    "thousand": lambda errspec: many(1000),
    "hundred_thousand": lambda errspec: many(100_000),
}


class Set:
    """One set of codes: its programs, and what they say."""

    def __init__(self, errspec, name, folder, compiler):
        self.name, self.folder, self.compiler = name, folder, compiler
        self.entries = SETS[name](errspec)
        self.skipped, self.designs = [], []
        folder.mkdir()
        self.generate(errspec)
        for kind, ways in ("code", peers.BY_CODE), ("name", peers.BY_NAME):
            for label, function, takes_places, write in ways:
                self.add(kind, label, function, takes_places, write)

    def generate(self, errspec):
        """What errspec makes of the set, in the profile that has names and messages."""
        codes = {name: {"code": code, "message": message} for code, name, message in self.entries}
        (self.folder / "set.yaml").write_text(json.dumps({"module": "set", "codes": codes}, indent=1), encoding="utf-8")
        run(errspec, "generate", "-t", "c", "-o", self.folder, self.folder / "set.yaml")
        shutil.copy(self.folder / "c/set.c", self.folder / "ours.c")
        self.compile("ours")
        self.designs += [("code", "errspec", "set_message", False), ("name", "errspec", "set_from_name_n", False)]

    def compile(self, name):
        run(self.compiler, *FLAGS, "-Ic", "-c", f"{name}.c", cwd=self.folder)

    def add(self, kind, label, function, takes_places, write):
        try:
            (self.folder / f"{function}.c").write_text(write(self.entries, self.folder), encoding="utf-8")
        except peers.Absent as reason:
            self.skipped.append((kind, label, str(reason)))
            return
        self.compile(function)
        self.designs.append((kind, label, function, takes_places))

    def measure(self, rounds):
        """(kind, label) → nanoseconds of a hit and of a miss."""
        lines = [f"const char *{function}(int32_t);" if kind == "code" else f"bool {function}(const char *, size_t, int32_t *);"
                 for kind, _, function, _ in self.designs]
        lines.append("static struct design designs[] = {")
        for kind, label, function, takes_places in self.designs:
            by = f"{function}, NULL" if kind == "code" else f"NULL, {function}"
            lines.append(f"\t{{{peers.literal(label)}, {by}, {int(takes_places)}, 0, 0}},")
        lines.append("\t{NULL, NULL, NULL, 0, 0, 0},\n};\n")
        (self.folder / "designs.h").write_text("\n".join(lines), encoding="utf-8")
        entries = "".join(f"{code}\t{name}\n" for code, name, _ in self.entries)
        (self.folder / "entries").write_text(entries, encoding="utf-8")
        objects = ["ours.o", *(f"{function}.o" for _, label, function, _ in self.designs if label != "errspec")]
        with_com_err = ["-lcom_err"] if "com_err_code.o" in objects else []
        run(self.compiler, *FLAGS, f"-I{self.folder}", "-o", "measure", HERE / "lookups.c", *objects, *with_com_err, cwd=self.folder)
        pinned = ["taskset", "-c", "1"] if shutil.which("taskset") and run("nproc").stdout.strip() != "1" else []
        said = run(*pinned, "./measure", "entries", rounds, cwd=self.folder).stdout
        rows = [line.split("\t") for line in said.splitlines()]
        return {(kind, label): (float(hit), float(miss)) for kind, label, hit, miss in rows}

    def sizes(self):
        """Bytes of the tables for each entry, by direction, and the relocations of a shared object."""
        run(self.compiler, *FLAGS, "-fvisibility=hidden", "-shared", "-nostdlib", "-o", "ours.so", "c/set.c", cwd=self.folder)
        said = run("nm", "-S", "--defined-only", "ours.so", cwd=self.folder).stdout
        size = {words[3]: int(words[1], 16) for words in map(str.split, said.splitlines()) if len(words) == 4}
        groups = {"code → message": ("rows", "slots", "displacements", "order"),
                  "name → code": ("names", "name_displacements"), "code → name": ("texts",)}
        count = len(self.entries)
        bytes_of = {what: sum(size.get(f"set_{table}", 0) for table in tables) / count for what, tables in groups.items()}
        found = re.findall(r"R_\w+", run("readelf", "-rW", "ours.so", cwd=self.folder).stdout)
        return bytes_of, len(found)


def verdict(kind, name, times):
    """What the goal is held against: the floor for codes, a binary search for names."""
    goal = GOALS[kind, name]
    ours = times[kind, "errspec"][0]
    if kind == "code":
        ratio = ours / times[kind, peers.BY_CODE[0][0]][0]
        return f"{ratio:.2f} × the floor, goal ≤ {goal}: {'met' if ratio <= goal else 'missed'}"
    ratio = times[kind, peers.BY_NAME[1][0]][0] / ours
    return f"{ratio:.2f} × as fast as the binary search, goal ≥ {goal}: {'met' if ratio >= goal else 'missed'}"


def show(kind, sets, measured):
    """A table: a row for each way, a column for each set; nanoseconds of a hit and a miss, and × errspec."""
    print(f"\n{kind} →", *(f"{one.name} ({len(one.entries)})" for one in sets), sep=" | ")
    print("---|" * (len(sets) + 1))
    ways = ["errspec", *(label for label, *_ in (peers.BY_CODE if kind == "code" else peers.BY_NAME))]
    for label in ways:
        cells = []
        for one in sets:
            times = measured[one.name].get((kind, label))
            ours = measured[one.name][kind, "errspec"][0]
            cells.append(f"{times[0]:.1f} / {times[1]:.1f} ns, {times[0] / ours:.2f} ×" if times else "skipped")
        print(label, *cells, sep=" | ", flush=True)
    for one in sets:
        print(f"{one.name}: {verdict(kind, one.name, measured[one.name])}")


def options_parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--errspec", required=True, help="the program that generates the code")
    parser.add_argument("--sets", default=",".join(SETS), help="sets of codes (all)")
    parser.add_argument("--rounds", type=int, default=25, help="rounds (25)")
    parser.add_argument("--cc", default="gcc", help="the compiler (gcc)")
    return parser.parse_args()


def main():
    options = options_parse()
    if shutil.which(options.cc) is None:
        print(f"lookups: skipped, there is no {options.cc}")
        return 0
    errspec = pathlib.Path(options.errspec).resolve()
    with tempfile.TemporaryDirectory(prefix="errspec-lookups-") as folder:
        sets = [Set(errspec, name, pathlib.Path(folder) / name, options.cc) for name in options.sets.split(",")]
        measured = {one.name: one.measure(options.rounds) for one in sets}
        for kind in ("code", "name"):
            show(kind, sets, measured)
        print("\nhit / miss, and the time of a hit as a multiple of errspec's.")
        for one in sets:
            for kind, label, reason in one.skipped:
                print(f"skipped: {one.name}, {kind} →, {label}: {reason}")
            bytes_of, relocations = one.sizes()
            shown = ", ".join(f"{what} {size:.1f}" for what, size in bytes_of.items())
            print(f"{one.name}: bytes of tables an entry: {shown}; {relocations} relocations")
    return 0


if __name__ == "__main__":
    sys.exit(main())
