"""What the tests of adoption share: a document is imported into a catalogue of its own, and given back."""

import pathlib
import re
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
SHARED = TOP.parent / "shared"
CORPUS = SHARED / "corpus"
SECONDS = 300  # a hang, however busy the machine is

sys.path.insert(0, str(TOP / "tests"))

DIAGNOSTIC = re.compile(r": (?:error|warning): .*\[(ES\d{4})\]$", re.M)
PINNED = re.compile(rb"pinned, (\d+) values? from the spec, (\d+) as ")
NAMES = re.compile(r"^  ([A-Z_0-9]+):\n    code: (\d+)$", re.M)


def run(errspec, folder, *arguments):
    return subprocess.run([errspec, *map(str, arguments)], cwd=folder, capture_output=True, stdin=subprocess.DEVNULL,
                          timeout=SECONDS)


def diagnostics(report):
    """The codes of the diagnostics in what errspec wrote to standard error."""
    return DIAGNOSTIC.findall(report.decode(errors="replace"))


def diagnostic_names():
    """What errspec's own diagnostics are called, by their spelling: ES0701."""
    text = (TOP / "spec" / "errspec" / "diagnostics.yaml").read_text(encoding="utf-8")
    return {f"ES{int(code):04}": name for name, code in NAMES.findall(text)}


class Broken(Exception):
    """A step that had to work did not; says which, and what errspec said."""

    def __init__(self, step, result):
        said = result.stderr.decode(errors="replace").strip()
        super().__init__(f"{step} ended with {result.returncode}: {said}")


class Adoption:
    """A catalogue in `folder`, which begins as an empty one."""

    def __init__(self, errspec, folder):
        self.errspec = errspec
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.reported = []  # the codes of what imports said
        self.values = 0  # of documents, that their templates take from the spec
        self.kept = 0  # those that stand in the templates themselves

    def take(self, document, *options):
        result = run(self.errspec, self.folder, "import", "--pin", "--limit=diagnostics=100000", *options,
                     document)
        self.reported += diagnostics(result.stderr)
        if result.returncode != 0:
            raise Broken("import", result)
        for values, kept in PINNED.findall(result.stdout):
            self.values += int(values)
            self.kept += int(kept)

    def give_back(self):
        """The pinned documents, by their paths."""
        result = run(self.errspec, self.folder, "generate", "-t", "pinned", "-o", "out")
        if result.returncode != 0:
            raise Broken("generate", result)
        return {path.relative_to(self.folder / "out").as_posix(): path.read_bytes()
                for path in sorted((self.folder / "out").rglob("*")) if path.is_file() and path.suffix == ".md"}

    def codes(self):
        """How many codes the catalogue has."""
        result = run(self.errspec, self.folder, "list", "--format=jsonl")
        if result.returncode != 0:
            raise Broken("list", result)
        return len(result.stdout.splitlines())
