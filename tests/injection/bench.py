"""A bench: what errspec says of specs with hostile values, and what it makes of them."""

import os
import pathlib
import re
import shutil
import subprocess

import yaml

import fields
import values
from fields import quoted
from shapes import Shapes
from specs import NAME

TOP = pathlib.Path(__file__).resolve().parents[2]
TEMPLATES = TOP / "templates"
SHOWN = 6
FOUND = re.compile(r"^(?P<file>[^:\n]+):(?P<line>\d+):(?P<column>\d+): (?P<level>\w+): (?P<text>.*)$", re.M)
TEXTS = ("text", "markdown")
# What is accepted of other kinds has this form: of a formula one line of words and marks, which begin no comment and end no line.
FORMS = {"name": NAME, "symbol": re.compile("_*" + NAME.pattern), "formula": re.compile(r"[A-Za-z0-9_ !&|=<>()+-]+")}
OUTPUT_TOO_LONG = "is longer than 4000 bytes [ES0517]"  # of a path of which the value is a part, shown where the file is named
TOO_LONG = "bytes, of which the target"
RESERVED = "[ES0322]"  # shown where the name stands that is reserved, not where the value is that made it so


class Bench:
    """`everything`: all values at each place. `target`: one target alone, or "". `templates`: the folder of their manifests."""

    def __init__(self, errspec, folder, report, everything=False, target="", templates=TEMPLATES):
        self.errspec, self.folder, self.report, self.everything = errspec, folder, report, everything
        self.options = [] if templates == TEMPLATES else [f"--templates={templates}"]
        self.schema = fields.Schema(errspec)
        self.values = values.every()
        self.manifests = {path.parent.name: yaml.safe_load(path.read_text(encoding="utf-8"))
                          for path in sorted(templates.glob("*/target.yaml"))}
        asked = yaml.safe_load((TOP / "spec/errspec.yaml").read_text(encoding="utf-8"))
        self.targets = [name for name in sorted(asked["targets"]) if target in ("", name)]
        self.turn, self.halves, self.tried, self.refusals = 0, 0, 0, 0
        self.shapes = Shapes(self.values)

    def that_hold(self, kind):
        """The targets that take codes of this type."""
        return [target for target in self.targets if kind in self.manifests[target].get("types", [kind])]

    def chosen(self, is_whole=True):
        """The values for the next place, one of each kind; or of every second kind, and of the others the next time."""
        self.turn, self.halves = self.turn + 1, self.halves + (not is_whole)
        if self.everything:
            return list(enumerate(self.values))
        some = values.of_each_kind(self.turn)
        some = set(some if is_whole else some[self.halves % 2::2])
        return [(i, value) for i, value in enumerate(self.values) if value in some]

    def run(self, *words):
        return subprocess.run([self.errspec, *words, *self.options], cwd=self.folder, capture_output=True, text=True, errors="backslashreplace", check=False)

    def write(self, files):
        shutil.rmtree(self.folder / "spec", ignore_errors=True)
        for name, text in files.items():
            path = self.folder / "spec" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def beside(self):
        return sorted(set(os.listdir(self.folder)) - {"spec", "hostile", "plain"})

    def lies_at(self, line, entry, column):
        """Whether the column is in the value; a text of several lines is on one line of the spec too."""
        mark = quoted(entry.value)
        at = line.find(mark)
        while at >= 0:
            if at < column <= at + len(mark) + 1:
                return True
            at = line.find(mark, at + 1)
        return False

    def refused(self, entries, files):
        """Reads, again and again, without what was refused, until nothing is; returns complaints."""
        complaints, whole = [], True
        while entries:
            texts, lines = files(entries, True)
            self.write(texts)
            result = self.run("check", "--format=gcc", "--limit=diagnostics=1000000", "spec/catalogue.yaml")
            found = [hit for hit in FOUND.finditer(result.stderr + result.stdout) if hit["level"] == "error"]
            if result.returncode not in (0, 1, 2) or (result.returncode != 0) != bool(found):
                return [f"status {result.returncode}: {result.stderr[:500]}"]
            if not found:
                return complaints
            if whole and self.run("generate", "spec/catalogue.yaml", "-o", "hostile").returncode == 0:
                complaints.append("what check refuses is generated")
            if (self.folder / "hostile").exists():
                complaints.append("something was written, though it was refused")
            whole = False
            for hit in found:
                entry = lines.get((hit["file"], int(hit["line"])))
                if len(entries) == 1 and (hit["text"].endswith(RESERVED) or OUTPUT_TOO_LONG in hit["text"]):
                    entry = entries[0]
                elif entry is not None and TOO_LONG in hit["text"]:
                    pass  # a text of the same line in which the value stands as well
                elif entry is None or not self.lies_at(texts[hit["file"].removeprefix("spec/")].split("\n")[int(hit["line"]) - 1], entry, int(hit["column"])):
                    complaints.append(f"refused, but not at a value ({entry and entry.says()}): {hit.group()[:300]}")
                if entry is not None:
                    entry.refused = hit["text"]
            left = [entry for entry in entries if entry.refused is None]
            if len(left) == len(entries):
                return complaints[:SHOWN] + ["nothing is left out, and it is still refused"]
            self.refusals += len(entries) - len(left)
            entries[:] = left
        return complaints

    def made(self, out, *words):
        shutil.rmtree(self.folder / out, ignore_errors=True)
        result = self.run("generate", "spec/catalogue.yaml", "-o", out, *words)
        if result.returncode != 0:
            raise RuntimeError(f"generate {out}: {result.stderr[:1000]}")
        top = self.folder / out
        return {path.relative_to(top).as_posix(): path for path in top.rglob("*") if path.is_file()}

    def compare(self, entries, files, loose):
        """Makes the entries with their values and with plain ones; what differs."""
        texts = {}
        for out, hostile in (("plain", False), ("hostile", True)):
            self.write(files(entries, hostile)[0])
            texts[out] = self.made(out)
        found = list(self.shapes.differences(texts["plain"], texts["hostile"], loose=loose))
        asked = files(entries, False)[0]["catalogue.yaml"]
        for target, var, word in self.switches():
            pair = []
            if f"{target}: {{" not in asked:
                continue  # the codes do not fit it, or stand in documents alone
            for out, hostile in (("plain", False), ("hostile", True)):
                self.write(files(entries, hostile)[0])
                pair.append(self.made(out, "-t", target, f"--var={var}={word}"))
            found += self.shapes.differences(*pair, prefix=var + "/", loose=loose)
        return found

    def switches(self):
        """Each variable that is true or false, turned round."""
        for target in self.targets:
            for var, value in (self.manifests[target].get("vars") or {}).items():
                value = value.get("value") if isinstance(value, dict) else value
                if isinstance(value, bool):
                    yield target, var, str(not value).lower()

    def taken(self, entries, kind):
        """Complaints of what was not refused and has not the form of its kind."""
        return [f"taken: {entry.says()}" for entry in entries if kind in FORMS and not FORMS[kind].fullmatch(entry.value)]

    def batch(self, what, kind, entries, files):
        """A case: the entries are refused at their places, or inert."""
        def check():
            for out in ("hostile", "plain"):
                shutil.rmtree(self.folder / out, ignore_errors=True)
            beside = self.beside()
            self.tried += len(entries)
            complaints = self.refused(entries, files)
            if entries and not complaints and kind in TEXTS:
                complaints += self.compare(entries, files, kind == "markdown")
            elif not complaints:
                complaints += self.taken(entries, kind)
            if self.beside() != beside:
                complaints.append(f"written beside the output folder: {self.beside()}")
            return complaints[:SHOWN]
        self.shapes.begin(what)
        self.report.run(what, check)

    def singles(self, place, kind, entries, files):
        """A case: the same, with a run for each value."""
        def check():
            complaints, beside, plain = [], self.beside(), None
            shutil.rmtree(self.folder / "hostile", ignore_errors=True)
            for entry in entries:
                alone = [entry]
                self.tried += 1
                found = self.refused(alone, files) or self.taken(alone, kind)
                if alone and not found and kind in (*TEXTS, "path"):
                    plain = plain or self.plain(entry, files)
                    self.write(files([entry], True)[0])
                    made = self.made("hostile")
                    found = list(self.shapes.differences(plain, made, loose=kind == "markdown")) if kind in TEXTS else misplaced(entry, plain, made)
                shutil.rmtree(self.folder / "hostile", ignore_errors=True)
                complaints += [f"{entry.says()}: {one}" for one in found]
            if self.beside() != beside:
                complaints.append(f"written beside the output folder: {self.beside()}")
            return complaints[:SHOWN]
        self.shapes.begin(place)
        self.report.run(place, check)

    def plain(self, entry, files):
        self.write(files([entry], False)[0])
        return self.made("plain")


def misplaced(entry, plain, made):
    """Files that a path which was taken does not name."""
    return [f"{name} is written" for name in sorted(set(made) - set(plain)) if not name.endswith("/" + entry.value)]
