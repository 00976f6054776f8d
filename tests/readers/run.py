#!/usr/bin/env python3
"""Whether the readers of YAML that people use read alike what errspec accepts, and as errspec does.

Each shape of shapes.py goes to errspec and to every reader that there is. Of what errspec accepts all must make the
same, and its texts and numbers must be those that `errspec dump` has. At least a third of the shapes has to be
accepted, so that nothing passes by refusing.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import shapes  # noqa: E402
import tap  # noqa: E402

MODULES = HERE.parent.parent / "build-tests/toolchains/node_modules"
READERS = {
    "libyaml": [[sys.executable, "read.py", "libyaml"]],
    "PyYAML": [[sys.executable, "read.py", "PyYAML"]],
    "ruamel": [[sys.executable, "read.py", "ruamel"], ["/usr/bin/python3", "read.py", "ruamel"]],
    "Psych": [["ruby", "read.rb"]],
    "js-yaml": [["node", "read.js", "js-yaml"]],
    "yaml": [["node", "read.js", "yaml"]],
}
PROBE = ["a: b\n"]
SHARE_LEAST = 1 / 3


def ask(command, texts):
    """What a reader says of each text; None where it is missing."""
    path = os.pathsep.join(filter(None, [str(MODULES), os.environ.get("NODE_PATH")]))
    try:
        done = subprocess.run(command, cwd=HERE, input=json.dumps(texts), capture_output=True, text=True, timeout=300,
                              env={**os.environ, "NODE_PATH": path}, check=False)
        return json.loads(done.stdout) if done.returncode == 0 else None
    except OSError:
        return None


def reader(commands):
    """The first of the commands that reads anything."""
    return next((command for command in commands if "value" in ((ask(command, PROBE) or [{}])[0])), None)


def look(errspec, text):
    """What errspec says of a text: the catalogue that it dumps, or None where it refuses; and its report."""
    with tempfile.NamedTemporaryFile(suffix=".yaml") as file:
        file.write(text.encode("utf-8", "surrogatepass"))
        file.flush()
        done = subprocess.run([errspec, "dump", file.name], capture_output=True, timeout=60, check=False)
    if done.returncode not in (0, 1, 2):
        return None, f"it ends with {done.returncode}"
    return (json.loads(done.stdout) if done.returncode == 0 else None), done.stderr.decode(errors="replace")


def same(said, known):
    """Whether a reader's value says what errspec has under the same keys; line breaks at an end are nobody's."""
    if isinstance(said, dict) and "map" in said and isinstance(known, dict):
        return all(same(item, known[json.loads(key)["text"]]) for key, item in said["map"]
                   if "text" in (json.loads(key) or {}) and json.loads(key)["text"] in known)
    if isinstance(said, dict) and "list" in said and isinstance(known, list):
        return len(said["list"]) == len(known) and all(map(same, said["list"], known))
    if isinstance(said, dict) and "text" in said and isinstance(known, str):
        return said["text"].rstrip("\n") == known.rstrip("\n")
    if isinstance(said, dict) and "integer" in said and isinstance(known, int):
        return int(said["integer"]) == known
    return True


def settled(value):
    """A reader's value with its keys in one order and one spelling."""
    if isinstance(value, dict) and "map" in value:
        return {"map": sorted([json.dumps(json.loads(key)), settled(item)] for key, item in value["map"])}
    if isinstance(value, dict) and "list" in value:
        return {"list": list(map(settled, value["list"]))}
    return value


def judge(dumped, answers):
    """Complaints about a shape that errspec accepts."""
    refusing = [f"{name} refuses it: {answer['error'].splitlines()[0]}"
                for name, answer in answers.items() if "error" in answer]
    values = {name: json.dumps(settled(answer["value"])) for name, answer in answers.items() if "value" in answer}
    first = next(iter(values.values()), None)
    other = [f"{name} reads {value}" for name, value in values.items() if value != first]
    if refusing or other:
        return [*refusing, *([f"others read {first}"] if other else []), *other]
    module = dumped["modules"][0]
    value = next(iter(answers.values()))["value"]
    return [] if same(value, module) else [f"errspec reads {json.dumps(module)}, others {first}"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    parser.add_argument("--refused", action="store_true", help="only list what is refused though all readers agree")
    options = parser.parse_args()
    table = dict(shapes.shapes())
    texts = [text.encode("utf-8", "surrogatepass").decode("utf-8", "replace") for text in table.values()]
    report = tap.Tap()
    found = {name: reader(commands) for name, commands in READERS.items()}
    answers = {}
    for name, command in found.items():
        answers[name] = ask(command, texts) if command else None
        if answers[name]:
            report.case(f"{name} reads all shapes", [] if len(answers[name]) == len(texts) else "it does not")
        else:
            report.skip(f"{name}", "it is not installed")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        looks = list(pool.map(lambda text: look(options.errspec, text), table.values()))
    accepted = 0
    for index, (name, (dumped, said)) in enumerate(zip(table, looks)):
        of_shape = {reader: each[index] for reader, each in answers.items() if each}
        if options.refused and dumped is None and not judge({"modules": [{}]}, of_shape):
            print(f"# {name}: {said.splitlines()[0] if said else ''}")
        accepted += dumped is not None
        if dumped is not None:
            report.case(name, judge(dumped, of_shape))
        elif "ends with" in said or "error: " not in said:
            report.case(name, said or "refused without an error")
    share = accepted / len(table)
    report.case(f"{accepted} of {len(table)} shapes are accepted", [] if share >= SHARE_LEAST else "less than a third")
    return report.done()


if __name__ == "__main__":
    sys.exit(main())
