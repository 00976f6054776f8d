#!/usr/bin/env python3
"""Days of trouble over every command that writes: a tree that cannot be written, a full disk, few descriptors, little
memory. The run ends with 2 and one message, and everything is as it was; or, where the trouble allows it, it succeeds.

Rule 7 of hostile input, that on any failure the old files stand and no temporary file stays, and rule 10, that a run
which is unable says so once.
"""

import argparse
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

from tap import Skipped, Tap

DOCUMENT = "# Storage\n\n| Code | Name | Description |\n| --- | --- | --- |\n| 1900 | NEW_ONE | A new one. |\n"
NOBODY = 65534
KIBIBYTE = 1024
ROUNDS = 200  # of two runs at once: one in twenty went wrong where each could remove what the other was about to exchange

# What is run, in a tree with a spec from `init`, an out/ of an older spec and a document.
COMMANDS = {
    "generate": ["generate"],
    "generate below another folder": ["generate", "-o", "new/out"],
    "generate with an output of its own": ["generate", "--target", "json", "--output", "json.module=new/x.json"],
    "generate with a depfile and a stamp": ["generate", "--depfile", "new.d", "--stamp", "new.stamp"],
    "generate --prune": ["generate", "--prune"],
    "import": ["import", "--module", "storage", "d.md"],
    "import of a new module": ["import", "--module", "more", "d.md"],
    "import --pin": ["import", "--pin", "--module", "more", "d.md"],
    "translate": ["translate", "de"],
    "init": ["init", "new"],
}


def read_only_folders(place):
    """Nobody may write, and the superuser is nobody."""
    for path in [place, *place.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o555)
    if os.getuid() == 0:
        place.parent.chmod(0o755)
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def read_only_mount(place):
    mount("--bind", place, place)
    mount("-o", "remount,bind,ro", place)


def full_disk(place):
    """A disk of its own, on which nothing is left."""
    kept = place.parent / "kept"
    shutil.copytree(place, kept, symlinks=True)
    mount("-t", "tmpfs", "-o", "size=1m", "none", place)
    shutil.copytree(kept, place, symlinks=True, dirs_exist_ok=True)
    with open(place / "filler", "wb", buffering=0) as filler:
        try:
            while True:
                filler.write(bytes(4 * KIBIBYTE))
        except OSError:
            pass


def no_open_files(place):
    resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))


def no_memory(place):
    resource.setrlimit(resource.RLIMIT_AS, (64 * KIBIBYTE * KIBIBYTE,) * 2)


def small_files(place):
    resource.setrlimit(resource.RLIMIT_FSIZE, (KIBIBYTE, KIBIBYTE))


# Each is made in a process of its own; whether mounts are needed, and whether a run may succeed all the same.
TROUBLES = {
    "read-only folders": (read_only_folders, False, False),
    "a read-only disk": (read_only_mount, True, False),
    "a full disk": (full_disk, True, False),
    "16 descriptors": (no_open_files, False, True),
    "64 MiB of address space": (no_memory, False, True),
    "files of 1 KiB": (small_files, False, True),
}


def mount(*words):
    subprocess.run(["mount", *map(str, words)], check=True, capture_output=True)


def state(place):
    return {str(path.relative_to(place)): path.read_bytes() if path.is_file() else None
            for path in sorted(place.rglob("*")) if path.name != "filler"}


def copy_of(errspec, folder):
    """The program where nobody else's folder is on the way to it."""
    return shutil.copy(errspec, pathlib.Path(folder) / "errspec")


def make_tree(errspec, place):
    def run(*words):
        subprocess.run([errspec, *words], cwd=place, check=True, capture_output=True)

    place.mkdir()
    run("init")
    run("generate")
    (place / "d.md").write_text(DOCUMENT, encoding="utf-8")
    spec, module = place / "spec/errspec.yaml", place / "spec/storage.yaml"
    text = spec.read_text(encoding="utf-8").replace("modules:", "languages: [de]\nmodules:")
    spec.write_text(text.replace("  json: {}", "  json: {}\n  python: {}"), encoding="utf-8")
    module.write_text(module.read_text(encoding="utf-8").replace("title: ", "title: Really "), encoding="utf-8")


def inside(errspec, place, trouble, words):
    """Runs the command in its trouble; what it said and left, as JSON."""
    make, _, _ = TROUBLES[trouble]
    before = state(place)

    def prepare():
        if make in (no_open_files, no_memory, small_files):
            make(place)

    if make in (read_only_mount, full_disk):
        make(place)
    elif make is read_only_folders:
        make(place)
    # Standard input, and no more descriptors than a shell leaves.
    # What coverage has counted would be cut with the other files.
    elsewhere = {"GCOV_PREFIX": str(place.parent / "counts")} if make is small_files else {}
    result = subprocess.run([errspec, *words], cwd=place, capture_output=True, text=True, check=False,
                            stdin=subprocess.DEVNULL, preexec_fn=prepare, env={**os.environ, **elsewhere})
    after = state(place)
    changed = sorted(path for path in set(before) | set(after) if before.get(path, "") != after.get(path, ""))
    print(json.dumps({"status": result.returncode, "report": result.stderr, "changed": changed,
                      "temps": [path for path in after if "/.errspec-" in "/" + path]}))


def complaints_of(found, may_succeed):
    complaints = [f"left behind: {path}" for path in found["temps"]]
    if found["status"] == 0 and may_succeed:
        return complaints
    if found["status"] != 2:
        complaints.append(f"exit status {found['status']}, not 2")
    if found["report"].count("error:") != 1:
        complaints.append("not one message")
    complaints += [f"changed: {path}" for path in found["changed"]]
    return complaints + ([found["report"]] if complaints else [])


def attempt(errspec, trouble, words):
    _, mounts, may_succeed = TROUBLES[trouble]
    with tempfile.TemporaryDirectory() as folder:
        place, errspec = pathlib.Path(folder) / "tree", copy_of(errspec, folder)
        make_tree(errspec, place)
        command = [sys.executable, __file__, "--errspec", errspec, "--inside", str(place), "--trouble", trouble, "--", *words]
        result = subprocess.run(NAMESPACE * mounts + command, capture_output=True, text=True, check=False)
        for path in [place, *place.rglob("*")]:
            if path.is_dir():
                path.chmod(0o755)
    if result.returncode != 0:
        return "the trouble was not made: " + result.stderr
    return complaints_of(json.loads(result.stdout), may_succeed)


NAMESPACE = ["unshare", "--mount"] if os.getuid() == 0 else ["unshare", "--mount", "--map-root-user"]


def can_mount():
    if shutil.which("unshare") is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        result = subprocess.run([*NAMESPACE, "mount", "-t", "tmpfs", "none", folder], capture_output=True, check=False)
    return result.returncode == 0


def is_sanitized(errspec):
    """Sanitizers need more address space than there is on such a day."""
    return b"__asan_init" in pathlib.Path(errspec).read_bytes()


def check_still_works(errspec):
    """A tree that nobody may write is read and checked all the same."""
    complaints = []
    with tempfile.TemporaryDirectory() as folder:
        place, errspec = pathlib.Path(folder) / "tree", copy_of(errspec, folder)
        make_tree(errspec, place)
        subprocess.run([errspec, "generate"], cwd=place, check=True, capture_output=True)
        for words in (["generate", "--check"], ["check"], ["generate"]):
            command = [sys.executable, __file__, "--errspec", errspec, "--inside", str(place),
                       "--trouble", "read-only folders", "--", *words]
            result = subprocess.run(command, capture_output=True, text=True, check=False)
            found = json.loads(result.stdout)
            if found["status"] != 0 or found["changed"]:
                complaints.append(f"{' '.join(words)}: {found}")
        for path in [place, *place.rglob("*")]:
            if path.is_dir():
                path.chmod(0o755)
    return complaints


def check_deep_trees(errspec):
    """Folders are read one after the other: few descriptors are enough for many levels."""
    complaints = []
    with tempfile.TemporaryDirectory() as folder:
        place, errspec = pathlib.Path(folder) / "tree", copy_of(errspec, folder)
        make_tree(errspec, place)
        for top, name in (("out", "old.txt"), ("docs", "d.md"), ("spec/i18n", "x.yaml")):
            deep = place.joinpath(top, *["d"] * 60)
            deep.mkdir(parents=True)
            (deep / name).write_text(DOCUMENT, encoding="utf-8")
        runs = [(["audit", "docs"], 0, ""), (["generate", "--check"], 1, "'out/d/' is none of"), (["check"], 0, "d/x.yaml")]
        for words, status, text in runs:
            result = subprocess.run([errspec, *words], cwd=place, capture_output=True, text=True, check=False,
                                    stdin=subprocess.DEVNULL, preexec_fn=lambda: no_open_files(place))
            if result.returncode != status or text not in result.stderr:
                complaints.append(f"{' '.join(words)}: {result.returncode}: {result.stderr}")
    return complaints


def check_shared_folder(errspec):
    """Runs at once with outputs, stamps and depfiles in one folder, which is new: neither takes what the other is about to exchange."""
    complaints = []
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        for name in ("a", "b"):
            (place / f"{name}.yaml").write_text(f"module: {name}\ncodes: {{A: {{code: 1, title: A}}}}\n", encoding="utf-8")
        for again in range(ROUNDS):
            runs = [subprocess.Popen([errspec, "generate", f"{name}.yaml", "-t", "c", *(word for part, end in (("header", "h"), ("source", "c"))
                                      for word in ("--output", f"{part}=build/{name}.{end}")), "--depfile", f"build/{name}.d",
                                      "--stamp", f"build/{name}.stamp"], cwd=place, stderr=subprocess.PIPE, text=True) for name in ("a", "b")]
            reports = [run.communicate()[1] for run in runs]
            made = sorted(path.name for path in (place / "build").iterdir())
            if any(reports) or any(run.returncode for run in runs) or len(made) != 8:
                complaints.append(f"round {again}: {[run.returncode for run in runs]}, {made}: {reports}")
            shutil.rmtree(place / "build")
    return complaints[:3]


def check_shared_list(errspec):
    """Runs at once that make files of their own in one new folder: none takes the others from its list."""
    complaints = []
    names = "abcdefgh"
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        for name in names:
            (place / f"{name}.yaml").write_text(f"module: {name}\ncodes: {{A: {{code: 1, title: A}}}}\n", encoding="utf-8")
        script = "".join(f"'{errspec}' generate {name}.yaml -t c,csv,json &\n" for name in names) + "wait"
        for again in range(ROUNDS // 10):
            report = subprocess.run(["sh", "-c", script], cwd=place, capture_output=True, text=True, check=False).stderr
            listed = (place / "out/errspec-files.txt").read_text(encoding="utf-8")
            complaints += [f"round {again}: {report}"] if report else []
            complaints += [f"round {again}: {name} is not in {listed}" for name in names if f"c c/{name}.h\n" not in listed]
            shutil.rmtree(place / "out")
    return complaints[:3]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errspec", required=True)
    parser.add_argument("--inside", type=pathlib.Path)
    parser.add_argument("--trouble")
    parser.add_argument("words", nargs="*")
    options = parser.parse_args()
    errspec = os.path.abspath(options.errspec)
    if options.inside:
        inside(errspec, options.inside, options.trouble, options.words)
        return 0
    tap = Tap()
    mounts = can_mount()
    tap.run("a tree that is up to date is checked read-only", lambda: check_still_works(errspec))
    tap.run("rule 10: deep trees are read with 16 descriptors", lambda: check_deep_trees(errspec))
    tap.run("rule 7: runs at once share a folder", lambda: check_shared_folder(errspec))
    tap.run("rule 7: runs at once share a list", lambda: check_shared_list(errspec))
    for trouble, (make, needs_mounts, _) in TROUBLES.items():
        for name, words in COMMANDS.items():
            def check(trouble=trouble, words=words, make=make, needs_mounts=needs_mounts):
                if needs_mounts and not mounts:
                    raise Skipped("nothing can be mounted here")
                if make is no_memory and is_sanitized(errspec):
                    raise Skipped("sanitizers need more address space")
                return attempt(errspec, trouble, words)
            tap.run(f"rules 7 and 10: {trouble}: {name}", check)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
