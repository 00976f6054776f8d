"""Hostile names of the files that a spec is made of."""

import shutil

from bench import SHOWN
from fields import PLAIN, quoted
from specs import Entry, Spec, documents


def file_names(bench):
    """Names of files that a spec is made of, where nothing else keeps them from being hostile."""
    def place(entry, hostile, what):
        spec = Spec()
        name = (entry.value if hostile else PLAIN) + ".yaml"
        spec.put("m.yaml" if what == "catalogue" else name, "module: m\ntitle: t\ncodes: {C: {code: 1, title: t, description: d}}\n")
        spec.put(name if what == "catalogue" else "catalogue.yaml", f"catalogue: benign\nmodules: [{quoted('m.yaml' if what == 'catalogue' else name)}]\n"
                 + documents(["m"]) + "targets: {" + ", ".join(f"{target}: {{}}" for target in bench.targets) + "}\n")
        return spec.files, f"spec/{name if what == 'catalogue' else 'catalogue.yaml'}"

    def made(entry, hostile, what):
        out = "hostile" if hostile else "plain"
        shutil.rmtree(bench.folder / out, ignore_errors=True)
        files, start = place(entry, hostile, what)
        bench.write(files)
        result = bench.run("generate", start, "-o", out)
        top = bench.folder / out
        return result, {path.relative_to(top).as_posix(): path for path in top.rglob("*") if path.is_file()}

    for what in ("catalogue", "module"):
        def check(what=what):
            complaints, beside = [], bench.beside()
            for number, value in bench.chosen():
                if "/" in value or "\0" in value or value in ("m", "catalogue") or len(value.encode()) > 200:
                    continue
                entry = Entry(what, number, value)
                result, files = made(entry, True, what)
                bench.tried += 1
                if result.returncode == 0:
                    complaints += [f"{entry.says()}: {one}" for one in bench.shapes.differences(made(entry, False, what)[1], files)]
                elif result.returncode not in (1, 2) or files:
                    complaints.append(f"{entry.says()}: status {result.returncode}, {len(files)} files")
            if bench.beside() != beside:
                complaints.append(f"written beside the output folder: {bench.beside()}")
            return complaints[:SHOWN]
        bench.shapes.begin("")
        bench.report.run(f"the name of the file of a {what}", check)
