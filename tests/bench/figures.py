"""The figures: each function measures one and yields its rows for the table."""

import collections
import math
import os
import pathlib
import shutil
import subprocess
import tempfile

import counted
import peers
from bench import Skipped
from measured import Failed, ratio

BASE_MEMORY = 2 * 1000 * 1000  # bytes errspec may use whatever the input
TOP = pathlib.Path(__file__).resolve().parents[2]  # errspec's own project
TINY_CODES = 5                 # the size of the smallest real reference
SMALL_CODES = 70               # the size of a usual one

# met is one of: met, missed, – (no goal), skipped, failed
Row = collections.namedtuple("Row", "what goal result met")
Goal = collections.namedtuple("Goal", "sign value")


def met(goal, value):
    if goal is None:
        return "–"
    good = value <= goal.value if goal.sign == "≤" else value >= goal.value
    return "met" if good else "missed"


def row(what, goal, value, detail):
    aim = f"{goal.sign} {goal.value:.2f}" if goal else "–"
    return Row(what, aim, f"{value:.2f} ({detail})", met(goal, value))


def compared(what, goal, rounds, value):
    """The row of a per-round ratio."""
    middle, low, high = ratio(rounds, value)
    return row(what, goal, middle, f"{low:.2f} to {high:.2f}, {len(rounds)} rounds")


def per_cpu(first, second):
    return first.cpu / second.cpu


def per_wall(first, second):
    return first.wall / second.wall


def figure_parse(bench):
    codes = bench.options.codes
    rounds = bench.measured.interleaved(bench.check(codes), bench.events(codes))
    yield compared("check / bare libyaml events, CPU", Goal("≤", 1.12), rounds, per_cpu)


def figure_run(bench):
    codes = bench.options.codes
    rounds = bench.measured.interleaved(bench.current(codes), bench.events(codes))
    what = "generate --check / bare libyaml events, CPU"
    yield compared(what, Goal("≤", 1.25), rounds, per_cpu)


def figure_render(bench):
    codes = bench.options.codes
    data = bench.concatenated(codes)
    copy = [bench.tool("floor-copy"), "compare", data, data]
    rounds = bench.measured.interleaved(bench.current(codes), bench.check(codes), copy)
    what = "rate of render and compare (generate --check less check) / memcpy and compare, CPU"

    def rate(whole, check, floor):
        return floor.cpu / max(whole.cpu - check.cpu, 1e-6)

    yield compared(what, Goal("≥", 0.25), rounds, rate)


def figure_memory(bench):
    codes = bench.options.codes
    size = os.path.getsize(bench.spec(codes))
    for name, command in ("check", bench.check(codes)), ("generate --check", bench.current(codes)):
        peak = bench.measured.peak(command)
        times = (peak - BASE_MEMORY) / size
        detail = f"peak {peak / 1e6:.1f} MB for {size / 1e6:.1f} MB"
        yield row(f"{name}: peak memory less 2 MB / input", Goal("≤", 1.25), times, detail)


def figure_growth(bench):
    small, large = bench.options.growth
    steps = math.log(large / small)
    runs = [make(codes) for make in (bench.check, bench.events) for codes in (large, small)]
    rounds = bench.measured.interleaved(*runs)

    def exponent(more, less):
        return math.log(more.cpu / less.cpu) / steps

    floor, _, _ = ratio(rounds, lambda _more, _less, more, less: exponent(more, less))
    value, low, high = ratio(rounds, lambda more, less, _more, _less: exponent(more, less))
    detail = f"{low:.2f} to {high:.2f}, {len(rounds)} rounds; bare events {floor:.2f}"
    what = f"check: exponent of growth, {small} to {large} codes"
    yield row(what, Goal("≤", 1.01), value, detail)


def figure_unchanged(bench):
    true = shutil.which("true")
    if true is None:
        raise Skipped("true is missing")
    for codes, goal in (TINY_CODES, Goal("≤", 1.10)), (SMALL_CODES, None):
        ours = bench.generate(codes, bench.generated(codes))
        rounds = bench.measured.interleaved(ours, [true], bench.events(codes))
        floor, _, _ = ratio(rounds, lambda _ours, none, events: per_cpu(events, none))
        value, low, high = ratio(rounds, lambda mine, none, _events: per_cpu(mine, none))
        what = f"generate with nothing changed, {codes} codes / `true`, CPU"
        detail = f"{low:.2f} to {high:.2f}, {len(rounds)} rounds; bare events {floor:.2f}"
        yield row(what, goal, value, detail)


PEER_CODES = (10000, Goal("≥", 9)), (100000, Goal("≥", 6))


def figure_peers(bench):
    for peer in peers.PEERS:
        for codes, goal in PEER_CODES:
            what = f"{peer} / render, the same bytes of {codes} codes, wall"
            try:
                theirs = peers.checked(bench, peer, codes)
            except Skipped as reason:
                yield Row(what, "", str(reason), "skipped")
            else:
                rounds = bench.measured.interleaved(theirs, peers.ours(bench, codes))
                yield compared(what, goal, rounds, per_wall)


def instructions(command, folder=None):
    if not counted.is_there():
        raise Skipped("valgrind is missing")
    return counted.instructions(command, folder)


def figure_instructions(bench):
    codes = min(bench.options.codes, 10000)
    floor = instructions(bench.events(codes))
    runs = ("check", bench.check(codes), 1.12), ("generate --check", bench.current(codes), 1.25)
    for name, command, goal in runs:
        count = instructions(command)
        what = f"{name} / bare libyaml events, instructions, {codes} codes"
        detail = f"{count / 1e6:.1f} M / {floor / 1e6:.1f} M"
        yield row(what, Goal("≤", goal), count / floor, detail)


def figure_builds(bench):
    """What builds wait for a thousand times a day: the spec of `errspec init`, and errspec's own."""
    errspec = bench.errspec()[0]
    true = shutil.which("true")
    if true is None:
        raise Skipped("true is missing")
    with tempfile.TemporaryDirectory() as folder:
        first = counted.first_project(errspec, folder)
        rounds = bench.measured.interleaved(first, [true])
        what = "generate with nothing changed, the spec of `errspec init`"
        yield compared(what + " / `true`, CPU", Goal("≤", 3), rounds, per_cpu)
        yield in_millions(what, Goal("≤", 8), instructions(first))
    own = instructions([errspec, "generate", "--check"], TOP)
    yield in_millions("generate --check, errspec's own spec", Goal("≤", 85), own)


def in_millions(what, goal, count):
    return row(what + ", millions of instructions", goal, count / 1e6, "callgrind")


FIGURES = {
    "parse": figure_parse,
    "run": figure_run,
    "render": figure_render,
    "memory": figure_memory,
    "growth": figure_growth,
    "unchanged": figure_unchanged,
    "builds": figure_builds,
    "instructions": figure_instructions,
    "peers": figure_peers,
}


def rows_of(name, bench):
    """The rows of one figure; what could not be measured is a row too."""
    try:
        yield from FIGURES[name](bench)
    except Skipped as reason:
        yield Row(name, "", str(reason), "skipped")
    except Failed as reason:
        yield Row(name, "", str(reason), "failed")
