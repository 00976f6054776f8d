"""Sums up what Meson wrote of each run of the tests: says what failed, why others were left out, and how many."""

import collections
import pathlib
import sys
import xml.etree.ElementTree as ElementTree


def result_of(case):
    if case.find("failure") is not None or case.find("error") is not None:
        return "failed"
    return "skipped" if case.find("skipped") is not None else "passed"


def reason_of(case):
    text = case.findtext("system-out") or case.findtext("skipped") or ""
    return (text.strip().splitlines() or ["no reason given"])[-1]


def main(paths):
    sums = collections.Counter()
    reasons = collections.defaultdict(list)
    for path in map(pathlib.Path, paths):
        run = collections.Counter()
        for suite in ElementTree.parse(path).iter("testsuite"):
            for case in suite.iter("testcase"):
                result = result_of(case)
                run[result] += 1
                name = f"{path.stem}: {suite.get('name')}: {case.get('name')}"
                if result == "failed":
                    print(f"failed: {name}")
                elif result == "skipped":
                    reasons[reason_of(case)].append(name)
        if run["failed"] == 0 and path.with_suffix(".status").read_text().strip() != "0":
            print(f"failed: {path.stem}: a test broke off")
            run["failed"] = 1
        sums += run
    for reason, names in reasons.items():
        print(f"skipped: {names[0]}" + (f" and {len(names) - 1} more" if names[1:] else "") + f": {reason}")
    print(f"\n{sums['passed']} passed, {sums['failed']} failed, {sums['skipped']} skipped")
    return 1 if sums["failed"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
