#!/usr/bin/env python3
"""Rule 15 of hostile input: work and memory are linear in every input.

Each shape of shape.SHAPES is made at 1, 3 and 9 times its size, and cachegrind counts the instructions that the run
of each takes. What all three have in common, the start of the program, falls out: the exponent is that of the two
differences. Then the shape is made as large as 2 MB, and half of that, and the peak of the memory of both is compared.
Nothing here looks at a clock.

KIND is the file that has the shapes; --only NAME runs those with NAME in their names; --table prints what was measured.
"""

import argparse
import importlib
import math
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
import tap  # noqa: E402
from shape import EXPONENT_MOST, SHAPES, Place  # noqa: E402

STEP = 3
TIMES = (1, STEP, STEP * STEP)
KINDS = ("audits", "imports", "specs", "templates")
LARGE = 2_000_000         # bytes of an input whose memory is looked at
TOLD = 1_000_000          # bytes of one whose memory tells something
SMALL_PEAK = 24 << 20     # so much memory tells nothing of growth


class Broken(Exception):
    """A run that did not do what the shape says."""


class Meter:
    """Makes shapes and measures the runs over them."""

    def __init__(self, errspec, launcher):
        self.errspec = errspec
        self.launcher = launcher
        self.base = self.measured([errspec, "--version"], None, 0)  # what every run needs

    def prepared(self, shape, count, top):
        place = Place(pathlib.Path(top), lambda *words: self.run([self.errspec, *words], top, 0))
        return place, [self.errspec, *shape.make(place, count)]

    @staticmethod
    def run(command, folder, status):
        done = subprocess.run(command, cwd=folder, capture_output=True, stdin=subprocess.DEVNULL)
        if status is not None and done.returncode != status:
            said = done.stderr.decode("utf-8", "backslashreplace")[:1000]
            raise Broken(f"status {done.returncode}, expected {status}\n{said}")
        return done

    def instructions(self, shape, count):
        with tempfile.TemporaryDirectory() as top, tempfile.NamedTemporaryFile() as log:
            _, command = self.prepared(shape, count, top)
            tool = ["valgrind", "-q", "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={log.name}"]
            self.run([*tool, *command], top, shape.status)
            return int(pathlib.Path(log.name).read_text().rpartition("summary:")[2])

    def size(self, shape, count):
        """How many bytes a run would read."""
        with tempfile.TemporaryDirectory() as top:
            return self.prepared(shape, count, top)[0].bytes

    def peak(self, shape, count):
        """The peak of the memory of a run and the size of what it read, in bytes."""
        with tempfile.TemporaryDirectory() as top:
            place, command = self.prepared(shape, count, top)
            return self.measured(command, top, shape.status), place.bytes

    def measured(self, command, folder, status):
        done = self.run([self.launcher, *command], folder, None)
        fields = done.stdout.split()
        if len(fields) != 4 or int(fields[0]) != status:
            raise Broken(f"status {fields[:1]}, expected {status}\n{done.stderr[:1000]}")
        return int(fields[3]) * 1024


def exponent(counts):
    """The slope of the differences of three counts, each at STEP times the size of the one before."""
    first, second = (max(later - sooner, 1) for sooner, later in zip(counts, counts[1:]))
    return math.log(second / first, STEP)


def work(meter, shape):
    counts = [meter.instructions(shape, shape.size * times) for times in TIMES]
    return exponent(counts), counts


def memory(meter, shape):
    """The exponent of the peak, and the bytes of it for one of a large input."""
    count = shape.size * 8
    size = meter.size(shape, count)
    while size < LARGE and count < shape.size * shape.most:
        count, size = count * 2, size * 2
    peak, size = meter.peak(shape, count)
    half, _ = meter.peak(shape, count // 2)
    more, less = (max(bytes_ - meter.base, 1) for bytes_ in (peak, half))
    return 0.0 if peak < SMALL_PEAK else math.log2(more / less), more / size if size > TOLD else 0.0


def complaints_of(meter, shape, is_shown):
    grown, counts = work(meter, shape)
    grown_peak, ratio = memory(meter, shape)
    if is_shown:
        print(f"# {shape.name}: exponent {grown:.3f}, of memory {grown_peak:.3f}, {ratio:.1f} times the input, "
              f"{counts[-1] / 1e6:.0f}M instructions", flush=True)
    complaints = []
    if grown > EXPONENT_MOST:
        complaints.append(f"work grows with exponent {grown:.3f}: {counts} instructions")
    if grown_peak > EXPONENT_MOST:
        complaints.append(f"memory grows with exponent {grown_peak:.3f}")
    if shape.make.__module__ == "imports" and ratio > shape.memory:
        complaints.append(f"{ratio:.1f} bytes of memory for one of the input")
    return complaints


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--errspec", required=True)
    parser.add_argument("--measure", required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--table", action="store_true")
    options = parser.parse_args()
    meter = Meter(*(str(pathlib.Path(path).resolve()) for path in (options.errspec, options.measure)))
    report = tap.Tap()
    importlib.import_module(options.kind)
    for shape in SHAPES:
        if options.only not in shape.name:
            continue
        if shutil.which("valgrind") is None:
            report.skip(f"rule 15: {shape.name}", "valgrind is missing")
        else:
            report.run(f"rule 15: {shape.name}", lambda: complaints_of(meter, shape, options.table))
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
