"""Hostile values in each variable that a manifest has."""

import re
import shutil

from bench import SHOWN
from fields import PLAIN
from specs import Entry, Spec, catalogue, lined, value_of

HARMLESS = re.compile(r"[A-Za-z0-9_./-]*")
# What has to be said beside a variable for it to be of use.
BESIDE = {"c_api": {"messages": True, "names": True, "end": "BEHIND"}}


def var_files(bench, target, var):
    def files(entries, hostile):
        spec = Spec()
        spec.put("m.yaml", "module: m\ntitle: t\ncodes: {C: {code: 1, title: t, description: d}}\n")
        catalogue(spec, bench, ["m.yaml"], "", [])
        spec.put("catalogue.yaml", "targets:\n")
        own = {var: value_of(entries[0], hostile)} if value_of(entries[0], hostile) != "" else {}
        given = {"vars": {**BESIDE.get(target, {}), **own}}
        spec.add("catalogue.yaml", lined([(target, given)], "  "), entries[0])
        return spec.files, spec.lines
    return files


def is_output(bench, target, var):
    """Whether the variable is the path of an output."""
    return any(f"{{{{vars.{var}}}}}" in output["path"] for output in bench.manifests[target]["outputs"].values())


def variables(bench):
    """Each variable that a manifest has, in the catalogue and on the command line."""
    for target in bench.targets:
        for var, default in (bench.manifests[target].get("vars") or {}).items():
            if isinstance(default, dict) and default.get("type") == "path" and is_output(bench, target, var):
                continue  # another file of another name, as rules 6 and 12 let it be
            is_checked = isinstance(default, dict) and "type" in default  # by the rule of its type, in one place
            default = default.get("value") if isinstance(default, dict) else default
            entries = []
            for number, value in bench.chosen(not is_checked):
                if not HARMLESS.fullmatch(value):
                    entries.append(Entry(f"{target}.vars.{var}", number, value))
                    entries[-1].plain = default if default != "" else PLAIN
            bench.singles(f"{target}.vars.{var}", "text", entries, var_files(bench, target, var))
            typed(bench, target, var, entries)


def typed(bench, target, var, entries):
    """A case: the same values, given with --var; what the user typed has no place in a file."""
    def check():
        complaints, plain = [], None
        for entry in entries:
            entry.refused = None
            bench.write(var_files(bench, target, var)([entry], False)[0])
            if plain is None:
                plain = bench.made("plain", "-t", target)
            if "\0" in entry.value:
                continue
            bench.tried += 1
            result = bench.run("generate", "spec/catalogue.yaml", "-t", target, "-o", "hostile", f"--var={var}={entry.value}")
            if result.returncode == 0:
                made = {path.relative_to(bench.folder / "hostile").as_posix(): path for path in (bench.folder / "hostile").rglob("*") if path.is_file()}
                complaints += [f"{entry.says()}: {one}" for one in bench.shapes.differences(plain, made)]
            elif result.returncode not in (1, 2) or (bench.folder / "hostile").exists() or "--var" not in result.stderr and var not in result.stderr:
                complaints.append(f"{entry.says()}: status {result.returncode}: {result.stderr[:200]}")
            shutil.rmtree(bench.folder / "hostile", ignore_errors=True)
        return complaints[:SHOWN]
    bench.report.run(f"--var {target}.{var}", check)
