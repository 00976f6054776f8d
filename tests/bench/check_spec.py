#!/usr/bin/env python3
"""Checks that the generated spec is what the benchmark says it is.

    check_spec.py GENERATE-SPEC FLOOR-EVENTS
"""

import collections
import re
import subprocess
import sys
import tempfile

CODES = 100000
INPUT_LIMIT = 32 * 1024 * 1024


def generated(program, *words):
    return subprocess.run([program, *words], stdout=subprocess.PIPE, check=True).stdout


def spread(text, pattern):
    """How often the pattern occurs, and the mean length of what it captures."""
    lengths = [len(found) for found in re.findall(pattern, text, re.MULTILINE)]
    return len(lengths), sum(lengths) / max(len(lengths), 1)


def problems(data):
    text = data.decode("ascii")
    if not 331 <= len(data) / CODES <= 333 or len(data) > INPUT_LIMIT:
        yield f"{len(data)} bytes for {CODES} codes"
    names = re.findall(r"^  (\w+):$", text, re.MULTILINE)
    flat = collections.Counter(name.replace("_", "").lower() for name in names)
    if len(names) != CODES or len(flat) != CODES:
        yield f"{len(names)} names, {len(flat)} of them distinct in every casing"
    numbers = [int(number) for number in re.findall(r"^    code: (\d+)$", text, re.MULTILINE)]
    if len(numbers) != CODES or len(set(numbers)) != CODES or max(numbers) >= 2**31:
        yield f"{len(numbers)} numbers, {len(set(numbers))} distinct, up to {max(numbers)}"
    runs = sum(after != before + 1 for before, after in zip(numbers, numbers[1:]))
    if not CODES / 40 < runs < CODES / 8:
        yield f"{runs} gaps: the numbers are not clustered"
    for key, least, low, high in (
        ("title", CODES, 23, 27),
        ("message", CODES, 26, 32),
        ("causes", CODES / 2, 48, 58),
        ("actions", CODES / 2, 41, 49),
        ("description", CODES / 10, 90, 110),
    ):
        count, mean = spread(text, rf"^    {key}: (.{{2,}})$")
        if count < least or not low <= mean <= high:
            yield f"{key}: {count} of them, {mean:.1f} bytes on average"


def main():
    generate, events = sys.argv[1:]
    data = generated(generate, str(CODES))
    found = list(problems(data))
    if data != generated(generate, str(CODES), "1"):
        found.append("the same arguments gave other bytes")
    if generated(generate, "1000", "2") == generated(generate, "1000", "3"):
        found.append("another seed gave the same bytes")
    with tempfile.NamedTemporaryFile(suffix=".yaml") as file:
        file.write(data)
        file.flush()
        if subprocess.run([events, file.name], stdout=subprocess.DEVNULL).returncode != 0:
            found.append("libyaml refuses it")
    print("\n".join(found) or "good")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
