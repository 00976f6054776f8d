#!/usr/bin/env python3
"""Imports English documents, then their Chinese twins as translations, and compares both with what is generated."""

import argparse
import concurrent.futures
import os
import sys
import tempfile

import adoption
from pairs import pairs

import tap

LANGUAGE = "zh-CN"


def check(errspec, english, twin):
    with tempfile.TemporaryDirectory(prefix="adopt-") as folder:
        taken = adoption.Adoption(errspec, folder)
        try:
            taken.take(english)
            taken.take(twin, "--lang", LANGUAGE)
            given = list(taken.give_back().values())
        except adoption.Broken as broken:
            return [str(broken)]
    documents = {"the English one": english.read_bytes(), "the twin": twin.read_bytes()}
    missing = [f"{name} does not come back" for name, document in documents.items() if document not in given]
    return missing + ([f"{len(given)} documents come back"] if len(given) != 2 else [])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True, type=os.path.abspath)
    arguments = parser.parse_args()
    report = tap.Tap()
    found = pairs()
    if not found:
        report.skip("twins", "there are no documents beside the repository")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda pair: check(arguments.errspec, *pair), found)
        for (english, _), complaints in zip(found, results):
            report.case(english.relative_to(adoption.SHARED).as_posix(), complaints)
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
