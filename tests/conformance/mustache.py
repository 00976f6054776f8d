"""Runs the mustache specification's tests through `errspec render --lenient`.

usage: mustache.py ERRSPEC [FOLDER]

FOLDER holds the specification's JSON files; without it the environment's MUSTACHE_SPEC, or the folder beside the source
tree. Lambdas are functions in the data, which data in a file cannot have: they are counted as unsupported.
"""

import glob
import json
import os
import subprocess
import sys
import tempfile

SKIP = 77
HERE = os.path.dirname(os.path.abspath(__file__))
BESIDE = os.path.join(HERE, "..", "..", "..", "shared", "conformance", "mustache-spec", "specs")
NEEDED = {"core": 136, "~inheritance": 27, "~dynamic-names": 21}


def write(folder, name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    return path


def render(errspec, test, folder):
    template = write(folder, "main.mustache", test["template"])
    data = write(folder, "data.json", json.dumps(test["data"]))
    for name, text in test.get("partials", {}).items():
        write(folder, os.path.join("partials", name + ".mustache"), text)
    os.makedirs(os.path.join(folder, "partials"), exist_ok=True)
    command = [errspec, "render", "--lenient", "--data", data, "--partials", os.path.join(folder, "partials"), template]
    return subprocess.run(command, capture_output=True, check=False)


def run_file(errspec, path):
    """Returns how many tests pass; prints those that do not."""
    passed = 0
    with open(path, encoding="utf-8") as file:
        tests = json.load(file)["tests"]
    for test in tests:
        with tempfile.TemporaryDirectory() as folder:
            result = render(errspec, test, folder)
        if result.returncode == 0 and result.stdout == test["expected"].encode():
            passed += 1
        else:
            print(f"FAIL {os.path.basename(path)}: {test['name']}")
            print(f"  template {test['template']!r} expected {test['expected']!r}")
            print(f"  got      {result.stdout.decode()!r} {result.stderr.decode()}")
    return passed, len(tests)


def main():
    errspec = sys.argv[1]
    folder = sys.argv[2] if len(sys.argv) > 2 else os.environ.get("MUSTACHE_SPEC", BESIDE)
    files = sorted(glob.glob(os.path.join(folder, "*.json")))
    if not files:
        print(f"skipped: no mustache specification in {folder}")
        return SKIP
    passed, total = {}, {}
    for path in files:
        name = os.path.basename(path)[: -len(".json")]
        group = name if name.startswith("~") else "core"
        if name == "~lambdas":
            print("~lambdas: unsupported, there are no functions in data")
            continue
        good, count = run_file(errspec, path)
        passed[group] = passed.get(group, 0) + good
        total[group] = total.get(group, 0) + count
    for group, count in total.items():
        print(f"{group}: {passed[group]} of {count}")
    enough = all(total.get(group, 0) >= count for group, count in NEEDED.items())
    if not enough:
        print("the specification has fewer tests than it should")
    return 0 if enough and passed == total else 1


if __name__ == "__main__":
    sys.exit(main())
