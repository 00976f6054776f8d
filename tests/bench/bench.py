"""The programs that are measured, and the data they work on."""

import hashlib
import os
import pathlib
import subprocess

from measured import Failed, Measured

TOOLS = ["measure", "generate-spec", "floor-events", "floor-copy"]
INPUT_LIMIT = 32 * 1024 * 1024  # what errspec reads without being told otherwise, in bytes


class Skipped(Exception):
    """A figure cannot be had here; the text says what is missing."""


class Bench:
    """The programs, the data they work on, and the runs."""

    def __init__(self, options, folder):
        self.options = options
        self.folder = pathlib.Path(folder)
        self.tools = {name: find(pathlib.Path(options.tools) / name) for name in TOOLS}
        self.errspec_path = find(pathlib.Path(options.errspec)) if options.errspec else None
        self.measured = Measured(self.tool("measure"), options.rounds)
        self.outputs = {}
        self.notes = []

    def tool(self, name):
        if self.tools[name] is None:
            raise Skipped(f"{name} is missing")
        return self.tools[name]

    def errspec(self, *words):
        if self.errspec_path is None:
            raise Skipped("errspec is missing")
        return [self.errspec_path, *words, *self.options.errspec_argument]

    def spec(self, codes):
        """The generated module of that many codes."""
        path = self.folder / f"bench-{codes}.yaml"
        if not path.exists():
            with open(path, "wb") as file:
                subprocess.run([self.tool("generate-spec"), str(codes)], stdout=file, check=True)
        return str(path)

    def events(self, codes):
        return [self.tool("floor-events"), self.spec(codes)]

    def check(self, codes):
        path = self.spec(codes)
        raised = ["--limit", "input=2G"] if os.path.getsize(path) > INPUT_LIMIT else []
        return self.errspec("check", path, *raised)

    def generate(self, codes, folder, *words):
        targets = ["-t", self.options.targets]
        return self.errspec("generate", self.spec(codes), *targets, "-o", str(folder), *words)

    def generated(self, codes):
        """The folder with the outputs for that many codes, made twice and the same both times."""
        if codes not in self.outputs:
            folders = [self.folder / f"out-{codes}-{turn}" for turn in "ab"]
            for folder in folders:
                folder.mkdir(exist_ok=True)
                self.measured.run(self.generate(codes, folder))
            sums = [checksums(folder) for folder in folders]
            if sums[0] != sums[1] or not sums[0]:
                raise Failed("two runs of `errspec generate` wrote different files, or none")
            self.notes.append(output_note(codes, folders[0], sums[0]))
            self.outputs[codes] = folders[0]
        return self.outputs[codes]

    def current(self, codes):
        """The run that renders all outputs, compares them with the files and finds them equal."""
        return self.generate(codes, self.generated(codes), "--check")

    def concatenated(self, codes):
        """One file with the bytes of all outputs."""
        path = self.folder / f"bytes-{codes}"
        files = sorted(file for file in self.generated(codes).rglob("*") if file.is_file())
        path.write_bytes(b"".join(file.read_bytes() for file in files))
        return str(path)


def find(path):
    return str(path.resolve()) if os.access(path, os.X_OK) and path.is_file() else None


def checksums(folder):
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def output_note(codes, folder, sums):
    size = sum((folder / name).stat().st_size for name in sums)
    total = hashlib.sha256("".join(sums.values()).encode()).hexdigest()[:12]
    names = ", ".join(sums)
    return f"{codes} codes: {len(sums)} outputs ({names}), {size / 1e6:.2f} MB, checksum {total}."
