"""A module alone, without a catalogue: its binding works, and goes on working wherever --output puts a file of it."""

import json
import pathlib
import shutil

MODULE = {"module": "quokka", "codes": {
    "FULL": {"code": 3, "title": "No room", "message": "The burrow is full.", "actions": ["Wait.", "Dig."]},
    "NOISY": {"code": 7, "message": "{id} is noisy.", "params": {"id": "string"}, "aliases": ["LOUD"]}}}


def write(folder):
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "quokka.yaml"
    path.write_text(json.dumps(MODULE), encoding="utf-8")
    return path


def paths(one):
    """Where the manifest puts each output, below the folder of outputs."""
    seen = one.language.run("dump", one.spec, "-t", one.language.name)
    if seen.returncode:
        raise RuntimeError(seen.stderr)
    return {file["output"]: pathlib.PurePath(file["path"]) for file in json.loads(seen.stdout)["files"]}


def named(one, name, path, kept):
    """Generates with the output elsewhere, and those of `kept` where they are without that. The driver stays."""
    words = [f"--output={one.language.name}.{other}={one.out / where}" for other, where in {**kept, name: path}.items()]
    shutil.rmtree(one.out / one.language.name, ignore_errors=True)
    return one.language.run("generate", one.spec, "-o", one.out, "-t", one.language.name, *words)


def check_moved(one, name, path, usual):
    """What is wrong with the example where one output has another name; None if that is refused."""
    folder = pathlib.PurePath(one.language.name)
    outputs = one.language.manifest["outputs"]
    beside = {other: where for other, where in usual.items() if outputs[other].get("extra") or outputs[other].get("project")}
    result = named(one, name, path, beside)
    if result.returncode == 1 and "[ES0537]" in result.stderr:
        return None
    run = one.language.steps["example"]["run"].replace(str(usual[name].relative_to(folder)), str(path.relative_to(folder)))
    ended = one.language.shell(run, one.out / folder, one.out)
    return "" if result.returncode == 0 and ended.returncode == 0 else f"{result.stderr}\n{run}\n{ended.stdout}\n{ended.stderr}"


def check_all_moved(one, report):
    """Each output in its turn."""
    usual, stay = paths(one), []
    for name, path in usual.items():
        found = check_moved(one, name, path.with_name("Moved" + "".join(path.suffixes)), usual)
        if found is None:
            stay.append(name)
        else:
            report.case(f"{one.language.name}: {name} of a module alone moves", found)
    print(f"# {one.language.name}: {', '.join(stay) or 'nothing'} of a module alone has to stay", flush=True)
