"""errspec generate as a user runs it: on the project's own spec, in a copy, through every case of the check.

Each case gets a fresh folder with spec/ and an out/ that was generated from it.
"""

import argparse
import os
import pathlib
import pty
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from tap import Tap, differs, ended

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOREIGN = "is none of errspec's files, and the output folder is for these alone [ES0607]"
LIST = "out/errspec-files.txt"
STALE, MISSING, ORPHAN = "differs from the spec [ES0601]", "is missing [ES0602]", "is an orphan: nothing in the spec gives it [ES0603]"


class Place:
    """A folder to work in, and the program."""

    def __init__(self, errspec, folder):
        self.errspec = errspec
        self.folder = pathlib.Path(folder)
        shutil.copytree(ROOT / "spec", self.folder / "spec")

    def run(self, *words, limit=None, inside=""):
        def prepare():
            if limit is not None:
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        result = subprocess.run([self.errspec, *words], cwd=self.folder / inside, capture_output=True, check=False,
                                preexec_fn=prepare)
        result.stdout, result.stderr = result.stdout.decode(), result.stderr.decode()  # keeps line ends of every kind
        return result

    def state(self, below="out"):
        """Every file with its bytes, and its time to see whether it was written again."""
        return {str(path.relative_to(self.folder)): (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino)
                for path in sorted((self.folder / below).rglob("*")) if path.is_file()}

    def bytes(self, below="out"):
        return {path: entry[0] for path, entry in self.state(below).items()}

    def edit(self, path, old, new):
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{path} has no {old!r}"
        file.write_text(text.replace(old, new), encoding="utf-8")


def fresh_equals_committed(place):
    committed = {str(path.relative_to(ROOT)): path.read_bytes() for path in (ROOT / "out").rglob("*") if path.is_file()}
    produced = place.bytes()
    return [f"{path} is not as committed" for path in sorted(set(committed) | set(produced))
            if committed.get(path) != produced.get(path)]


def second_run_writes_nothing(place):
    before = place.state()
    return ended(place.run("generate"), 0) + differs("files", place.state() == before, True)


def check_is_quiet(place):
    result = place.run("generate", "--check")
    return ended(result, 0) + differs("report", result.stderr + result.stdout, "")


def check_names_stale(place):
    place.edit("spec/image.yaml", "Cropping exceptions.", "Cropping failed.")
    before = place.state()
    complaints = ended(place.run("generate", "--check"), 1, f"'out/c/image.c' {STALE}", f"'out/json/image.json' {STALE}",
                       f"'out/docs/image.md' {STALE}", "run 'errspec generate'")
    return complaints + differs("files untouched", place.state() == before, True)


def check_names_edited_output(place):
    place.edit("out/c/image.h", "IMAGE_COUNT", "IMAGE_NUMBER")
    complaints = ended(place.run("generate", "--check"), 1, f"'out/c/image.h' {STALE}")
    complaints += ended(place.run("generate"), 0)
    return complaints + fresh_equals_committed(place)


def versions_are_told(place):
    """What another version made alike is in step; what it made otherwise is said to be its own; and a project says which it wants."""
    version = place.run("--version").stdout.split()[1]
    line, other = f"# errspec: {version}\n", "# errspec: 0.0.9\n"
    found = [f"{line!r} is no line of the list"] * (line not in (place.folder / LIST).read_text())
    place.edit(LIST, line, other)
    found += check_is_quiet(place)
    before = place.state()
    found += ended(place.run("generate"), 0) + differs("files", place.state() == before, True)
    place.edit("out/c/image.h", "IMAGE_COUNT", "IMAGE_NUMBER")
    result = place.run("generate", "--check")
    found += ended(result, 1, "'out/c/image.h' was made by errspec 0.0.9, and this version makes something else of the spec [ES0611]")
    found += differs("complaints", result.stderr.count("error:"), 1)
    found += ended(place.run("generate"), 0)
    text = (place.folder / LIST).read_text()
    found += differs("the list", f"{line}c c/image.h\n{other}" in text, True) + check_is_quiet(place)
    place.edit(LIST, other, line[:-1] + "; rm -rf /\n")  # a list is not believed
    place.edit("out/c/errspec.h", "ERRSPEC_COUNT", "ERRSPEC_NUMBER")
    found += ended(place.run("generate", "--check"), 1, f"'out/c/errspec.h' {STALE}")
    place.edit("spec/errspec.yaml", "\nversion:", "\nerrspec: '<0.0.9'\nunknown_key: 1\nversion:")
    result = place.run("check")
    found += differs("complaints", result.stderr.count("error:"), 1)
    return found + ended(result, 2, f"this is errspec {version}, and the catalogue wants <0.0.9 [ES0125]")


def check_knows_line_ends(place):
    """Files that git has checked out with other line ends; where a text differs too, that counts."""
    ends = "differs from the spec in its line ends alone [ES0610]"
    for path in place.bytes():
        file = place.folder / path
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    result = place.run("generate", "--check")
    found = ended(result, 1, f"'out/c/image.c' {ends}", "write 'out/c/image.c -text' into .gitattributes, and run 'errspec generate'")
    found += [line for line in result.stderr.splitlines() if "error:" in line and ends not in line]
    file = place.folder / "out/json/image.json"
    text = file.read_bytes()
    for other in (text + b"\r", text + b"x", text[:-1], text.replace(b"image", b"Image", 1), text.replace(b"\r\n", b"\r\r\n", 1),
                  text.replace(b"\r\n", b"\r", 1), text[:-2]):
        file.write_bytes(other)
        found += ended(place.run("generate", "--check", "-t", "json"), 1, f"'out/json/image.json' {STALE}")
    file.write_bytes(text.replace(b"\r\n", b"\n", 1))
    found += ended(place.run("generate", "--check", "--diff", "-t", "json"), 1, f"'out/json/image.json' {ends}")
    return found + ended(place.run("generate"), 0) + check_is_quiet(place)


def check_names_missing(place):
    (place.folder / "out/docs/image.md").unlink()
    complaints = ended(place.run("generate", "--check"), 1, f"'out/docs/image.md' {MISSING}", "run 'errspec generate'")
    return complaints + differs("still missing", (place.folder / "out/docs/image.md").exists(), False)


def drop_module(place):
    """Drops a module, and the documents behind the one that shows it."""
    place.edit("spec/errspec.yaml", "  - ci/media.yaml\n", "")
    place.edit("spec/errspec.yaml", ", ci_media]", "]")
    text = (place.folder / "spec/errspec.yaml").read_text(encoding="utf-8")
    start = text.index("      - module: ci_media")
    end = text.index("targets:")
    (place.folder / "spec/errspec.yaml").write_text(text[:start] + text[end:], encoding="utf-8")


PINNED = "out/docs/original/image.md"  # a document without a mark


def drop_csv(place):
    place.edit("spec/errspec.yaml", "  csv:\n    modules: [metadata_binding, image, ci_download, ci_persistence, "
               "ci_file_preview, ci_moderation, ci_media]\n", "")


def orphans_are_named_and_pruned(place):
    drop_module(place)
    complaints = ended(place.run("generate", "--check"), 1, f"'out/c/ci_media.h' {ORPHAN}", f"'{PINNED}' {ORPHAN}",
                       "run 'errspec generate --prune'")
    complaints += ended(place.run("generate"), 0, "'out/c/ci_media.h' is an orphan and was kept [ES0605]",
                        f"'{PINNED}' is an orphan and was kept", "run 'errspec generate --prune'")
    complaints += differs("kept", (place.folder / "out/c/ci_media.h").exists(), True)
    complaints += ended(place.run("generate", "--prune"), 0)
    complaints += differs("pruned", (place.folder / "out/c/ci_media.h").exists() or (place.folder / PINNED).exists(), False)
    return complaints + check_is_quiet(place)


def help_of(result, code):
    """What stands in quotes behind the first help line of a diagnostic."""
    return result.stderr.split(f"[{code}]\n", 1)[1].split("\n", 1)[0].split("'")[1::2]


def orphan_changed_by_hand_is_left_to_hands(place):
    """A file without a mark is pruned as it was made, and not as somebody made it."""
    drop_csv(place)
    file = place.folder / "out/csv/reference_codes.csv"
    made = file.read_bytes()
    file.write_bytes(made + b"mine\n")
    complaints = ended(place.run("generate", "--prune"), 0, f"'out/csv/{file.name}' is an orphan and was kept: it may")
    complaints += ended(place.run("generate", "--check"), 1, "may have been changed by hand [ES0609]", "delete it if nobody")
    complaints += differs("kept", file.read_bytes(), made + b"mine\n") + differs("README", (file.parent / "README.md").exists(), False)
    file.unlink()
    return complaints + ended(place.run("generate"), 0) + check_is_quiet(place)


def diff_shows_deletions(place):
    """What --prune would remove is in the patch, and --check counts it."""
    drop_csv(place)
    drop_module(place)
    place.run("generate")
    place.run("generate", "-o", "fresh")
    before = place.state()
    result = place.run("generate", "--prune", "--diff", "--check")
    complaints = ended(result, 1, f"'{PINNED}' {ORPHAN}", f"'out/csv/reference_codes.csv' {ORPHAN}")
    complaints += differs("deletions", result.stdout.count("deleted file mode 100644\n"),
                          len(before) - len(place.bytes("fresh")))
    complaints += differs("status without --check", place.run("generate", "--prune", "--diff").stdout, result.stdout)
    complaints += differs("without --prune", place.run("generate", "--diff").stdout, "")
    complaints += differs("files untouched", place.state() == before, True)
    subprocess.run(["git", "init", "-q", "."], cwd=place.folder, check=True)
    subprocess.run(["git", "apply", "-"], cwd=place.folder, input=result.stdout.encode(), check=True)
    return complaints + check_is_quiet(place)


def list_of_an_older_errspec_is_read(place):
    """Without hashes and names of specs: files without a mark are still overwritten, and pruned by hand."""
    file = place.folder / "out/errspec-files.txt"
    lines = [line.split("\t")[0] for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("# spec")]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    place.edit("spec/image.yaml", "Cropping exceptions.", "Cropping failed.")
    complaints = ended(place.run("generate", "-t", "csv"), 0)
    drop_csv(place)
    complaints += ended(place.run("generate", "-t", "pinned,json"), 0) + ended(place.run("generate", "--prune"), 0)
    return complaints + check_is_quiet(place)


def runs_leave_each_other_alone(place):
    """Other specs and other targets over one folder: each checks clean, whatever ran last, and prunes its own."""
    (place.folder / "b.yaml").write_text('module: beta\ntype: int32\ncodes:\n  ONE: {code: 1, message: "one"}\n', encoding="utf-8")
    (place.folder / "a.yaml").write_text('module: alpha\ntype: int32\ncodes:\n  ONE: {code: 1, message: "one"}\n', encoding="utf-8")
    runs = [[spec, "-t", target, "-o", "shared"] for spec in ("a.yaml", "b.yaml") for target in ("c", "csv", "json")]
    runs += [["a.yaml", "-t", "go,python", "-o", "shared"], ["b.yaml", "-t", "lua", "-o", "shared"]]
    found = []
    for run in runs + runs:
        result = place.run("generate", *run)
        found += ended(result, 0) + differs(f"report of {run}", result.stderr, "")
    for run in runs:
        result = place.run("generate", "--prune", "--check", "--diff", *run)
        found += ended(result, 0) + differs(f"report of {run}", result.stderr + result.stdout, "")
    place.edit("a.yaml", "alpha", "gamma")
    before = set(place.bytes("shared"))
    for run in runs:
        found += ended(place.run("generate", "--prune", *run), 0)
    gone = {path for path in before - set(place.bytes("shared"))}
    found += [f"{path} is gone" for path in sorted(gone) if "alpha" not in path]
    found += [f"{path} stayed" for path in place.bytes("shared") if "alpha" in path]
    for run in runs:
        found += ended(place.run("generate", "--check", *run), 0)
    return found


def two_specs_do_not_make_one_file(place):
    """What another spec gives is not replaced by something else; once that spec is gone, it is."""
    for name in ("one", "two"):
        (place.folder / f"{name}.yaml").write_text(f"catalogue: own\nmodules: [{name}-codes.yaml]\ntargets: {{rust: {{}}}}\n")
        (place.folder / f"{name}-codes.yaml").write_text(f"module: {name}\ncodes: {{A: {{code: 1, message: It failed.}}}}\n")
    refused = "'shared/rust/src/lib.rs' is what the spec '../one.yaml' gives, and this one gives something else [ES0557]"
    found = ended(place.run("generate", "one.yaml", "-o", "shared"), 0)
    before = place.state("shared")
    for words in ([], ["--check"], ["--diff"]):
        found += ended(place.run("generate", "two.yaml", "-o", "shared", *words), 1, refused)
    found += differs("files untouched", place.state("shared") == before, True)
    found += ended(place.run("generate", "two.yaml", "-o", "elsewhere"), 0)
    (place.folder / "one.yaml").unlink()
    return found + ended(place.run("generate", "two.yaml", "-o", "shared"), 0)


def people_are_told_how_much_was_written(place):
    """On a terminal alone."""
    main, terminal = pty.openpty()
    (place.folder / "out/json/image.json").unlink()
    done = subprocess.run([place.errspec, "generate", "-t", "json"], cwd=place.folder, stderr=terminal, stdout=subprocess.PIPE, check=False)
    said = os.read(main, 1000).decode()
    os.close(terminal)
    os.close(main)
    made = re.sub(r" of \d+ ", " of some ", said)
    return differs("end", (done.returncode, done.stdout, made), (0, b"", "errspec: 1 of some files written, the others up to date\r\n"))


def foreign_file_is_named_not_deleted(place):
    foreign = place.folder / "out/c/mine.h"
    foreign.write_text("mine\n", encoding="utf-8")
    complaints = ended(place.run("generate", "--check"), 1, f"'out/c/mine.h' {FOREIGN}")
    complaints += ended(place.run("generate", "--prune"), 0)
    return complaints + differs("kept", foreign.exists(), True)


LEAVINGS = {  # what the tools of each target make of its outputs, or an editor or the like: None
    "c": ["c/image.o", "c/image.d", "o.o"], "cpp": ["cpp/build/a/b"], "python": ["python/x/__pycache__/a.pyc", "python/a.egg-info/x"],
    "typescript": ["typescript/node_modules/a/b.js", "typescript/dist/a/b.js", "typescript/package-lock.json"],
    "rust": ["rust/target/debug/x", "rust/Cargo.lock"], "java": ["java/target/x"], "kotlin": ["kotlin/build/x", "kotlin/.gradle/x"],
    "csharp": ["csharp/obj/x", "csharp/bin/y"], "swift": ["swift/.build/x"], "zig": ["zig/zig-cache/x"], "arkts": ["arkts/oh_modules/x"]}
STRANGE = {"notes/": ["notes/a/b.txt", "notes/c.txt"], "c/x y.h": ["c/x y.h"], "rust/targets/": ["rust/targets/x"],
           "typescript/src/old.ts": ["typescript/src/old.ts"], "a[1]*?.txt": ["a[1]*?.txt"]}


def tools_leave_what_is_no_orphan(place):
    """What tools leave is ignored, also where their target is not made; the rest is named, by its topmost folder."""
    def put(paths):
        for path in paths:
            (place.folder / "out" / path).parent.mkdir(parents=True, exist_ok=True)
            (place.folder / "out" / path).write_text("x", encoding="utf-8")

    put(path for paths in LEAVINGS.values() for path in paths)
    found = []
    for words in ([], ["--check"], ["--prune"], ["-t", "go"], ["-t", "go", "--check"]):
        result = place.run("generate", *words)
        found += ended(result, 0) + differs(f"report of {words}", result.stderr, "")
    put(path for paths in STRANGE.values() for path in paths)
    result = place.run("generate", "--check")
    named = [line.split("'")[1] for line in result.stderr.splitlines() if "[ES0607]" in line]
    found += differs("named", sorted(named), sorted("out/" + path for path in STRANGE))
    patterns = [line.split("as '", 1)[1][:-1] for line in result.stderr.splitlines() if line.startswith("help:")]
    ignored = "".join(f'  - "{pattern}"\n' for pattern in patterns)
    place.edit("spec/errspec.yaml", "exclusive: true\n", f"exclusive: true\nignore:\n{ignored}")
    for words in ([], ["--check"]):
        result = place.run("generate", *words)
        found += ended(result, 0) + differs("once ignored", result.stderr, "")
    place.edit("spec/errspec.yaml", f"ignore:\n{ignored}", "")
    for path in STRANGE:
        target = place.folder / "out" / path
        shutil.rmtree(target) if target.is_dir() else target.unlink()
    return found + check_is_quiet(place)


def hand_written_file_is_not_overwritten(place):
    """Nothing is written at all, until the run is told to replace it, with the command that the report shows."""
    shutil.rmtree(place.folder / "out/json")
    place.run("generate", "-t", "c")
    file = place.folder / "out/json/image.json"
    file.parent.mkdir()
    file.write_text("mine\n", encoding="utf-8")
    text = (place.folder / "out/errspec-files.txt").read_text(encoding="utf-8")
    (place.folder / "out/errspec-files.txt").write_text(text.replace("json json/image.json\n", ""), encoding="utf-8")
    before = place.state()
    refused = "'out/json/image.json' would be overwritten, and errspec did not generate it [ES0554]"
    complaints = []
    for words in (["-t", "json"], ["-t", "json", "--check"], ["-t", "json", "--diff"]):
        complaints += ended(place.run("generate", *words), 1, refused)
    complaints += differs("files untouched", place.state() == before, True)
    command = help_of(place.run("generate", "-t", "json", "--check"), "ES0554")[0]
    complaints += differs("command", command, "errspec generate --overwrite -t json")
    return complaints + ended(place.run(*command.split()[1:]), 0) + check_is_quiet(place)


def hand_written_file_is_not_overwritten_anywhere(place):
    """Where --output leads neither, in whatever way it names the place; files that errspec made there are."""
    inner = place.folder / "work"
    inner.mkdir()
    found, words = [], ["../spec/image.yaml", "-t", "c", "-o", "unused"]
    for path in ("mine.h", "../beside/mine.h", str(place.folder / "mine.h"), "unused/c/image.h"):
        file = inner / path
        named = [f"--output=header={path}", "--output=source=mine.c"]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("int precious;\n", encoding="utf-8")
        refused = f"'{path}' would be overwritten, and errspec did not generate it [ES0554]"
        for more in ([], ["--check"], ["--diff"]):
            found += ended(place.run("generate", *words, *named, *more, inside="work"), 1, refused)
        found += differs(f"{path} and what is beside", (file.read_text(encoding="utf-8"), (inner / "mine.c").exists()), ("int precious;\n", False))
        command = help_of(place.run("generate", *words, *named, inside="work"), "ES0554")[0]
        found += ended(place.run(*command.split()[1:], inside="work"), 0)
        found += ended(place.run("generate", *words, *named, "--check", inside="work"), 0)
        file.write_text(file.read_text(encoding="utf-8") + "/* more */\n", encoding="utf-8")
        found += ended(place.run("generate", *words, *named, inside="work"), 0)
        (inner / "mine.c").unlink()
    return found


def what_mends_can_be_pasted(place):
    """Names that mean something to a shell come quoted."""
    folder = "o u'$(touch made)`t;"
    result = place.run("generate", "--check", "-o", folder)
    complaints = ended(result, 1, MISSING)
    command = result.stderr.split("help: run '", 1)[1].split("\n", 1)[0][:-1]
    words = {"PATH": os.pathsep.join([str(pathlib.Path(place.errspec).parent), os.environ["PATH"]])}
    subprocess.run(["sh", "-c", command], cwd=place.folder, env={**os.environ, **words}, check=True)
    complaints += differs("a command in a name", (place.folder / "made").exists(), False)
    return complaints + ended(place.run("generate", "--check", "-o", folder), 0)


def diff_is_a_patch(place):
    place.edit("spec/image.yaml", "Cropping exceptions.", "Cropping failed.")
    (place.folder / "out/docs/image.md").unlink()
    before = place.state()
    result = place.run("generate", "--check", "--diff")
    complaints = ended(result, 1, STALE, MISSING) + differs("files untouched", place.state() == before, True)
    subprocess.run(["git", "init", "-q", "."], cwd=place.folder, check=True)
    applied = subprocess.run(["git", "apply", "-"], cwd=place.folder, input=result.stdout.encode(),
                             capture_output=True, check=False)
    complaints += differs("git apply", applied.returncode, 0) + ([applied.stderr.decode()] if applied.returncode else [])
    return complaints + check_is_quiet(place)


def reports_have_formats(place):
    place.run("generate", "-t", "json")
    (place.folder / "out/json/errspec.json").unlink()
    found = []
    for form, stdout in (("gcc", "errspec: error: 'out/json/errspec.json' " + MISSING), ("json", '"ES0602"'), ("github", "::error"),
                         ("sarif", '"ruleId": "ES0602"'), ("junit", "<failure")):
        result = place.run("generate", "-t", "json", "--check", "--format=" + form)
        if result.returncode != 1 or stdout not in result.stdout or result.stderr != "":
            found.append(f"{form}: {result.stdout}{result.stderr}")
    wrong = place.run("generate", "--check", "--format=table"), place.run("generate", "--check", "--diff", "--format=json")
    found += [f"{code} is missing" for code, result in zip(("ES0104", "ES0122"), wrong)
              if result.returncode != 2 or code not in result.stderr or result.stdout != ""]
    return found + differs("a run that made it", place.run("generate", "-t", "json", "-f", "gcc").returncode, 0)


def broken_spec_changes_nothing(place):
    place.edit("spec/image.yaml", "code: 501", "code: 0501")
    place.edit("spec/metadata-binding.yaml", "Internal handling failed.", "Changed.")
    before = place.state()
    complaints = ended(place.run("generate"), 1, "spec/image.yaml:", "[ES0216]")
    return complaints + differs("files untouched", place.state() == before, True)


def broken_template_changes_nothing(place):
    shutil.copytree(ROOT / "templates/c", place.folder / "templates/c")
    with open(place.folder / "templates/c/header.mustache", "a", encoding="utf-8") as file:
        file.write("{{#codes}}{{nmae}}{{/codes}}\n")
    place.edit("spec/image.yaml", "Cropping exceptions.", "Cropping failed.")
    before = place.state()
    complaints = ended(place.run("generate", "--templates", "templates"), 1, "templates/c/header.mustache:",
                       "did you mean 'name'")
    return complaints + differs("files untouched", place.state() == before, True)


def unwritable_output_changes_nothing(place):
    before = place.state()
    place.edit("spec/image.yaml", "Cropping exceptions.", "Cropping failed.")
    complaints = ended(place.run("generate", "-o", "spec/image.yaml"), 2, "spec/image.yaml")
    complaints += ended(place.run("generate", "-o", "/proc/errspec"), 2, "/proc/errspec")
    complaints += differs("files untouched", place.state() == before, True)
    (place.folder / "other").mkdir()
    (place.folder / "other/out").touch()
    result = place.run("generate", "../spec/image.yaml", "-t", "c", inside="other")
    return complaints + ended(result, 2, "'out' is a file, not a folder [ES0124]")


def full_disk_changes_nothing(place):
    """A file may not grow beyond 20 kB: the same to a program as a disk that is full."""
    place.edit("spec/image.yaml", "Cropping exceptions.", "Cropping failed.")
    before = place.state()
    complaints = ended(place.run("generate", limit=20000), 2, "[ES0111]", "File too large")
    return complaints + differs("files untouched", place.state() == before, True)


def few_descriptors_are_enough(place):
    """Outputs that wait for the end share a file beyond a part of the descriptors that the process may have."""
    few = subprocess.run([place.errspec, "generate", "-o", "few"], cwd=place.folder, capture_output=True, text=True, check=False,
                         preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (24, 24)))
    made = {path.replace("few/", "out/", 1): text for path, text in place.bytes("few").items()}
    return ended(few, 0) + differs("all files", made == place.bytes(), True)


def full_standard_output_is_an_error(place):
    with open("/dev/full", "w", encoding="utf-8") as full:
        result = subprocess.run([place.errspec, "list"], cwd=place.folder, stdout=full, stderr=subprocess.PIPE, text=True,
                                check=False)
    return ended(result, 2, "cannot write '<stdout>'")


def is_leftover(path):
    """A file that a run was about to put in place; only a kill in that moment leaves it."""
    return pathlib.Path(path).name.startswith(".errspec-")


def killed_run_leaves_old_or_new(place):
    """Killed at any moment, each file is the old or the new one, whole; the next run clears what lies about."""
    old = place.bytes()
    place.edit("spec/image.yaml", "Cropping exceptions.", "Cropping failed.")
    place.edit("spec/metadata-binding.yaml", "Internal handling failed.", "Handling failed.")
    complaints = ended(place.run("generate", "-o", "other"), 0)
    new = {"out" + path[len("other"):]: data for path, data in place.bytes("other").items()}
    begin = time.monotonic()
    place.run("generate", "--check")
    duration = time.monotonic() - begin
    chance = random.Random(1)
    changed = {path: data for path, data in old.items() if new.get(path) != data}
    for _ in range(100):
        process = subprocess.Popen([place.errspec, "generate"], cwd=place.folder, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(duration * 0.5, duration * 1.5))
        process.kill()
        process.wait()
        now = place.bytes()
        torn = [path for path in set(now) | set(old) if now.get(path) not in (old.get(path), new.get(path))]
        torn = [path for path in torn if not is_leftover(path)]
        if torn:
            return complaints + [f"after a kill: {sorted(torn)}"]
        complaints += ended(place.run("generate"), 0)
        complaints += differs("after the next run", place.bytes() == new, True)
        for path, data in changed.items():
            (place.folder / path).write_bytes(data)
    return complaints


def name_of_the_spec_ends_no_comment(place):
    """Every page for people says in a comment of HTML what it comes from."""
    name = "a --> <b> --!> <i>.yaml"
    (place.folder / "spec/errspec.yaml").rename(place.folder / "spec" / name)
    complaints = ended(place.run("generate", f"spec/{name}"), 0)
    pages = [text for path, text in place.bytes().items() if path.endswith(".md") and b"From a " in text]
    for page in pages:
        rest = re.sub(rb"<!--.*?--!?>", b"", page, flags=re.S)
        if b"<b>" in rest or b"<i>" in rest:
            complaints.append(repr(page[:200]))
    return complaints + ([] if len(pages) > 20 else [f"{len(pages)} pages say it"])


def symbolic_link_is_neither_replaced_nor_written_through(place):
    """A link to the right bytes is well, as in a sandbox that is made of links."""
    file = place.folder / "out/c/image.h"
    target = place.folder / "elsewhere.h"
    file.rename(target)
    file.symlink_to(target)
    found = []
    for words in ([], ["--check"], ["--diff"]):
        found += ended(place.run("generate", *words), 0)
    place.edit("spec/image.yaml", "Cropping exceptions.", "Cropping failed.")
    before = target.read_bytes()
    for words in ([], ["--check"], ["--diff"], ["--output=header=link.h", "-t", "c", "spec/image.yaml", "--output=source=x.c"]):
        (place.folder / "link.h").unlink(missing_ok=True)
        (place.folder / "link.h").symlink_to("elsewhere.h")
        found += ended(place.run("generate", *words), 1, "is a symbolic link, and what it leads to differs from the spec [ES0553]")
        found += differs("link and what is behind it", file.is_symlink() and target.read_bytes() == before, True)
    file.unlink()
    return found + ended(place.run("generate"), 0)


def folder_link_out_of_the_folder_is_refused(place):
    outside = place.folder / "outside"
    outside.mkdir()
    shutil.rmtree(place.folder / "out/json")
    (place.folder / "out/json").symlink_to("../outside")
    result = place.run("generate")
    return differs("failed", result.returncode != 0, True) + differs("outside", list(outside.iterdir()), [])


def chosen_target_leaves_others_alone(place):
    place.edit("spec/image.yaml", "Cropping exceptions.", "Cropping failed.")
    before = place.state()
    complaints = ended(place.run("generate", "-t", "json"), 0)
    changed = [path for path, entry in place.state().items() if before.get(path) != entry]
    return complaints + differs("changed", changed, ["out/json/image.json"])


def output_takes_a_path(place):
    result = place.run("generate", "spec/image.yaml", "-t", "c", "--output", "header=img.h", "--output=c.source=img.c",
                       "-o", "unused")
    complaints = ended(result, 0) + differs("files", (place.folder / "img.h").exists() and
                                            (place.folder / "img.c").exists(), True)
    complaints += differs("folder", (place.folder / "unused").exists(), False)
    result = place.run("generate", "-t", "c", "--output", "header=img.h", "-o", "unused")
    complaints += ended(result, 1, "[ES0531]") + differs("folder", (place.folder / "unused").exists(), False)
    complaints += ended(result, 1, "name one module as the spec, with '--target c', or give each")
    both = ("generate", "spec/image.yaml", "-t", "csv,json", "-o", "unused", "--output")
    complaints += ended(place.run(*both, "readme=a.md"), 1, "--output=csv.readme=PATH and --output=json.readme=PATH\n")
    complaints += ended(place.run(*both, "csv.readme=a.md", "--output", "json.readme=b.md"), 0)
    return complaints + ended(place.run("generate", "-t", "c", "--output", "heder=img.h", "-o", "unused"), 1, "[ES0530]")


NAMED = (  # the outputs that have paths of their own, a file, and what it says
    ("c", "header=x/a.h source=x/a.c", "x/a.c", '#include "a.h"\n'),
    ("c", "header=x/inc/a.h source=./x//b/../a.c example=x/e.c", "x/e.c", '#include "inc/a.h"\n'),
    ("c", "header={top}/x/inc/a.h source={top}/x/src/a.c", "x/src/a.c", '#include "../inc/a.h"\n'),
    ("c", "header={top}/x/a.h source=x/a.c", "x/a.c", '#include "a.h"\n'),
    ("c", "source=x/a.c", "x/a.c", '#include "../to/c/image.h"\n'),
    ("cpp", "core=x/c.hpp module=x/y/m.hpp", "x/y/m.hpp", '#include "../c.hpp"\n'),
    ("javascript", "module=x/m.js index=x/y/i.js", "x/y/i.js", 'export * from "../m.js";\n'),
    ("javascript", "module=x/m.js", "to/javascript/package.json", '"default": "../../x/m.js" }\n'),
    ("typescript", "module=x/m.ts index=x/i.ts", "x/i.ts", 'export * from "./m.ts";\n'),
    ("arkts", "module=x/m.ets", "to/arkts/Index.ets", "export * from '../../x/m';\n"),
    ("zig", "module=x/m.zig all=x/t.zig", "x/t.zig", '(@import("m.zig"));\n'),
    ("ruby", "gem=x/g.rb version=x/v.rb module=x/y/m.rb", "x/g.rb", 'require_relative "v"\nrequire_relative "y/m"\n'),
    ("ruby", "codes=x/c.rb error=x/y.b/e.rb", "x/c.rb", 'require_relative "y.b/e"\n'),
    ("json", "module=x/m.json example=x/e.py", "x/e.py", 'open("m.json", '),
    ("csv", "table=x/t.csv example=e.py", "e.py", 'open("x/t.csv", '))


def files_name_each_other_where_they_are(place):
    found = []
    for target, named, path, text in NAMED:
        words = [f"--output={target}.{word}" for word in named.format(top=place.folder).split()]
        shutil.rmtree(place.folder / "x", ignore_errors=True)
        (place.folder / "x/b").mkdir(parents=True)
        found += ended(place.run("generate", "spec/image.yaml", "-t", target, "-o", "to", *words), 0)
        if text not in (place.folder / path).read_text(encoding="utf-8"):
            found.append(f"{target}: {named}: {path} does not say {text!r}")
        if target == "c" and shutil.which("cc") is not None:
            built = subprocess.run(["cc", "-c", "-o", "x/a.o", path], cwd=place.folder, capture_output=True, text=True, check=False)
            found += [built.stderr] * (built.returncode != 0)
    return found


def output_onto_an_input_is_refused(place):
    before = (place.folder / "spec/image.yaml").read_bytes()
    result = place.run("generate", "spec/image.yaml", "-t", "c", "--output", "header=spec/image.yaml", "--output", "source=a.c")
    complaints = ended(result, 1, "is an input of this run")
    return complaints + differs("spec", (place.folder / "spec/image.yaml").read_bytes(), before)


def same_bytes_from_anywhere(place):
    """Neither the working folder nor the way the spec is spelt nor locale, zone and umask show in the outputs."""
    inner = place.folder / "spec" / "ci"
    environment = dict(os.environ, LC_ALL="tr_TR.UTF-8", TZ="Pacific/Kiritimati", NO_COLOR="")
    for spec in ("../errspec.yaml", str(place.folder / "spec/errspec.yaml")):
        result = subprocess.run([place.errspec, "generate", spec, "-o", "../../out", "--check"], cwd=inner, env=environment,
                                capture_output=True, text=True, check=False)
        if result.returncode != 0:
            return ended(result, 0)
    return []


def refused_depfile_changes_nothing(place):
    """Names are looked at before anything is written."""
    place.edit("spec/image.yaml", "Cropping exceptions.", "Cropping failed.")
    (place.folder / "a;b").mkdir()
    before = place.state()
    complaints = ended(place.run("generate", "--depfile=d", "--stamp=a;b/s"), 1, "cannot hold the name 'a;b/s' [ES0525]")
    complaints += differs("files untouched", place.state() == before and not (place.folder / "d").exists(), True)
    shutil.copytree(place.folder / "spec", place.folder / "a~b~")
    return complaints + ended(place.run("generate", "a~b~/errspec.yaml", "-o", "other", "--depfile=d"), 0)


SPARED = (  # what --depfile and --stamp may not replace, and what is said of it
    ("--stamp=spec/image.yaml", "'spec/image.yaml' of --stamp is an input of this run [ES0590]"),
    ("--depfile=spec/image.yaml", "'spec/image.yaml' of --depfile is an input of this run [ES0590]"),
    ("--stamp=link.yaml", "'link.yaml' of --stamp is an input of this run [ES0590]"),
    ("--stamp=out/c/image.h", "'out/c/image.h' of --stamp is an output of this run [ES0590]"),
    ("--depfile=./out//c/image.c", "of --depfile is an output of this run [ES0590]"),
    ("--stamp=out/errspec-files.txt", "'out/errspec-files.txt' of --stamp is an output of this run [ES0590]"),
    ("--depfile=d --stamp=d", "'d' of --stamp is the depfile of this run [ES0590]"),
    ("--depfile=d --stamp=./d", "'./d' of --stamp is the depfile of this run [ES0590]"),
    ("--stamp=notes", "'notes' would be overwritten, and errspec did not generate it [ES0554]"))


def depfile_and_stamp_replace_nothing_else(place):
    place.edit("spec/image.yaml", "Cropping exceptions.", "Cropping failed.")
    (place.folder / "link.yaml").symlink_to("spec/image.yaml")
    (place.folder / "notes").write_text("precious", encoding="utf-8")
    before = place.state()
    complaints = [text for words, said in SPARED for text in ended(place.run("generate", *words.split()), 1, said)]
    complaints += differs("files untouched", place.state() == before, True)
    for words in ("--stamp=s --depfile=d", "--stamp=s --depfile=d", "--stamp=notes --overwrite"):
        complaints += ended(place.run("generate", *words.split()), 0)
    return complaints


def depfile_watches_for_what_may_come(place):
    """Folders in which a template or a translation would be read, but none that the run itself changes."""
    place.edit("spec/errspec.yaml", "exclusive: true\n", "exclusive: true\nlanguages: [de]\n")
    (place.folder / "ours/c").mkdir(parents=True)
    (place.folder / "spec/i18n/fr").mkdir(parents=True)
    found = []
    for words, wanted in (((), {"spec/i18n"}), (("--templates=ours",), {"spec/i18n", "ours", "ours/c"}),
                          (("--templates=ours/", "--stamp=ours/stamp"), {"spec/i18n", "ours/c"})):
        result = place.run("generate", "--depfile=d", *words)
        rule = (place.folder / "d").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()[0]
        names = {name for name in rule.partition(": ")[2].split() if (place.folder / name).is_dir()}
        found += ended(result, 0) + differs(f"folders for {words}", names, wanted)
    return found


BUILDS = {  # how each tool makes a stamp, and its words
    "make": ("Makefile", "s:\n\terrspec generate t/c.yaml -o o --depfile=d --stamp=s; echo made >>log\n-include d\n", ["make", "-s"]),
    "ninja": ("build.ninja", "rule e\n  command = errspec generate t/c.yaml -o o --depfile=d --stamp=s && echo made >>log\n"
              "  depfile = d\nbuild s: e\n", ["ninja"])}


def translation_that_is_added_is_built(place):
    """By make and ninja, once; and where nothing has changed nothing is made."""
    found = []
    for tool, (name, text, words) in BUILDS.items():
        if shutil.which(tool) is None:
            continue
        top = place.folder / tool
        (top / "t").mkdir(parents=True)
        (top / name).write_text(text, encoding="utf-8")
        (top / "t/m.yaml").write_text('module: m\ntype: int32\ncodes:\n  A: {code: 1, message: "one"}\n', encoding="utf-8")
        (top / "t/c.yaml").write_text("catalogue: c\nlanguages: [de]\nmodules: [m.yaml]\ndocuments:\n  ref: {layout: markdown_table, "
                                      "language: de, columns: [{heading: H, field: message}], parts: [{module: m}]}\n", encoding="utf-8")
        path = {**os.environ, "PATH": os.pathsep.join([str(pathlib.Path(place.errspec).parent), os.environ["PATH"]])}
        for step, made in (("first", 1), ("again", 1), ("added", 2), ("again", 2), ("removed", 3), ("again", 3)):
            if step == "added":
                (top / "t/i18n/de").mkdir(parents=True)
                (top / "t/i18n/de/m.yaml").write_text("translation: m\nlanguage: de\ncodes:\n  A: {message: eins}\n", encoding="utf-8")
            elif step == "removed":
                (top / "t/i18n/de/m.yaml").unlink()
            subprocess.run(words, cwd=top, env=path, check=True, stdout=subprocess.DEVNULL)
            found += differs(f"{tool}, {step}: runs", (top / "log").read_text(encoding="utf-8").count("made"), made)
            found += differs(f"{tool}, {step}: page", "eins" in (top / "o/docs/ref.md").read_text(encoding="utf-8"), made == 2)
    return found


UNFIT = (("example", "c", "ES0522"), ("aux", "c", "ES0517"),
         ("CON", "json", "ES0517"), ("nul", "csv", "ES0517"), ("lpt1", "go", "ES0517"))


def path_that_a_name_gives_is_reported_at_the_name(place):
    """Not in a manifest of errspec's own, which nobody can mend."""
    found = []
    for module, target, code in UNFIT:
        file = place.folder / "m.yaml"
        for name, status in ((module, 1), (module + "_2", 0)):
            file.write_text(f'module: {name}\ntype: int32\ncodes:\n  ONE: {{code: 1, message: "one"}}\n', encoding="utf-8")
            result = place.run("generate", "m.yaml", "-t", target, "-o", f"of {name} {target}")
            found += ended(result, status) + differs("written", (place.folder / f"of {name} {target}").exists(), status == 0)
            if status == 1:
                found += [f"{line} is elsewhere" for line in result.stderr.splitlines()
                          if "error:" in line and not (line.startswith("m.yaml:1:9: ") and code in line)]
                found += differs("help", {line for line in result.stderr.splitlines() if line.startswith("help")}
                                 <= {"help: give the module another name", "help: give the catalogue another name"}, True)
            (place.folder / "c.yaml").write_text(f"catalogue: c_of_m\nmodules: [m.yaml]\ntargets: {{{target}: {{}}}}\n", encoding="utf-8")
            made = place.run("generate", "c.yaml", "-o", f"of c {name} {target}")
            found += ended(place.run("check", "c.yaml"), made.returncode, *([code] if made.returncode else []))
    place.edit("spec/errspec.yaml", "  image:\n    layout", "  nul:\n    layout")
    for command in "generate", "check":
        found += ended(place.run(command), 1, "spec/errspec.yaml:", ":3: error: the output 'docs/nul.md' was not written",
                       "help: give the document another name")
    return found


SMALL = "catalogue: small\nmodules: [m.yaml]\n"
TABLE = "documents:\n  table: {layout: markdown_table, parts: [{module: m}]}\n"


def small(place, rest):
    """A catalogue of one module beside the other spec; what runs over it."""
    folder = place.folder / "small"
    folder.mkdir(exist_ok=True)
    (folder / "m.yaml").write_text("module: m\ncodes:\n  A: {code: 1, message: It failed.}\n", encoding="utf-8")
    (folder / "errspec.yaml").write_text(SMALL + rest, encoding="utf-8")
    return lambda *words: place.run("generate", "small/errspec.yaml", "-o", "small/out", *words)


def catalogue_that_asks_for_nothing_is_pruned(place):
    """Once its last target is gone, and its last document; a module alone says nothing of what it made."""
    made = place.folder / "small/out"
    found = []
    for rest in ("targets: {c: {}, csv: {}}\n", TABLE):
        found += ended(small(place, rest)(), 0)
        generate = small(place, "")
        before = sorted(made.rglob("*"))
        found += ended(generate(), 2, "[ES0116]", "'--prune' removes what the catalogue asked for once")
        found += ended(generate("--prune", "--check"), 1, ORPHAN) + differs("files", sorted(made.rglob("*")), before)
        found += ended(generate("--prune"), 0)
        found += differs("left", [path.name for path in made.rglob("*") if path.is_file()], ["errspec-files.txt"])
        result = generate("--prune", "--check")
        found += ended(result, 0) + differs("report", result.stderr, "")
    found += ended(place.run("generate", "small/m.yaml", "-o", "small/out", "-t", "c"), 0)
    found += ended(place.run("generate", "small/m.yaml", "-o", "small/out", "--prune"), 2, "[ES0116]")
    return found + differs("kept", (made / "c/m.h").exists(), True)


def target_that_makes_nothing_says_so(place):
    generate = small(place, "targets:\n  csv: {}\n  markdown_table: {}\n")
    warning = "warning: the target markdown_table makes nothing: it makes documents, and none has it as its layout [ES0545]"
    remedy = "list a document with 'layout: markdown_table' under 'documents' of a catalogue"
    found = ended(generate(), 0, f"small/errspec.yaml:5:3: {warning}", remedy)
    found += ended(place.run("check", "small/errspec.yaml"), 0, f"small/errspec.yaml:5:3: {warning}", remedy)
    found += ended(generate("-t", "markdown_sections"), 0, "the target markdown_sections makes nothing")
    found += ended(place.run("generate", "small/m.yaml", "-o", "small/out", "-t", "markdown_table"), 0, f"errspec: {warning}")
    result = small(place, TABLE)("--prune")
    return found + ended(result, 0) + differs("report", result.stderr, "")


def many_at_once(place):
    place.edit("spec/image.yaml", "Cropping exceptions.", "Cropping failed.")
    crowd = [subprocess.Popen([place.errspec, "generate"], cwd=place.folder, stderr=subprocess.PIPE, text=True)
             for _ in range(8)]
    complaints = []
    for process in crowd:
        _, report = process.communicate()
        complaints += differs("exit status", process.returncode, 0) + ([report] if process.returncode else [])
    return complaints + check_is_quiet(place)


def closed_input_changes_nothing(place):
    """Without a standard input the first descriptor is 0, which is as good as any other."""
    def all_closed(*words):
        return subprocess.run(["sh", "-c", 'exec "$0" "$@" <&-', place.errspec, *words], cwd=place.folder, capture_output=True,
                              text=True, check=False)

    before = place.bytes()
    shutil.rmtree(place.folder / "out")
    complaints = ended(all_closed("generate"), 0) + differs("all", place.bytes(), before)
    complaints += ended(all_closed("generate", "--check"), 0)
    drop_module(place)
    complaints += ended(all_closed("generate", "--check"), 1, f"'out/c/ci_media.h' {ORPHAN}")
    complaints += ended(all_closed("generate", "--prune"), 0)
    complaints += differs("pruned", (place.folder / "out/c/ci_media.h").exists(), False)
    (place.folder / "out/c").chmod(0o500)
    place.edit("spec/image.yaml", "Cropping exceptions.", "Cropping failed.")
    before = place.bytes()
    if os.geteuid() != 0:
        complaints += ended(all_closed("generate"), 2) + differs("undone", place.bytes(), before)
    (place.folder / "out/c").chmod(0o700)
    return complaints + ended(all_closed("generate"), 0) + check_is_quiet(place)


def module_gives_values_to_vars(place):
    """A module goes before the catalogue and the command line before both; what has one value for all is the catalogue's."""
    folder = place.folder / "own"
    folder.mkdir()
    (folder / "all.yaml").write_text("catalogue: own\nmodules: [a.yaml, b.yaml]\ntargets: {c: {vars: {texts: false}}}\n")
    (folder / "a.yaml").write_text("module: a\ntargets: {c: {vars: {hex: true}}}\ncodes: {ONE: {code: 31, message: one}}\n")
    (folder / "b.yaml").write_text("module: b\ncodes: {TWO: {code: 31, message: two}}\n")

    def made(*words):
        complaints.extend(ended(place.run("generate", "own/all.yaml", "-o", "made", *words), 0))
        return [(place.folder / f"made/c/{name}.h").read_text() for name in "ab"]

    complaints = []
    a, b = made()
    complaints += differs("a", ("A_ONE = 0x1F" in a, "a_title" in a), (True, False))
    complaints += differs("b", ("B_TWO = 31" in b, "b_title" in b), (True, False))
    a, b = made("--var=hex=false", "--var=texts=true")
    complaints += differs("typed", ("A_ONE = 31" in a, "a_title" in a, "b_title" in b), (True, True, True))
    place.edit("own/a.yaml", "c: {vars: {hex: true}}", "java: {vars: {package: x}}, gog: {vars: {}}")
    complaints += ended(place.run("generate", "own/all.yaml", "-o", "made", "-t", "c,java"), 1,
                        "own/a.yaml:2:25: error: 'package' of the target java has one value for the whole catalogue [ES0558]")
    complaints += ended(place.run("check", "own/all.yaml"), 1, "own/a.yaml:2:39: error: no target 'gog' [ES0323]", "did you mean 'go'?")
    return complaints


CASES = [module_gives_values_to_vars, closed_input_changes_nothing, reports_have_formats, fresh_equals_committed, second_run_writes_nothing, check_is_quiet, check_names_stale, check_names_edited_output, versions_are_told,
         check_knows_line_ends, check_names_missing, orphans_are_named_and_pruned, orphan_changed_by_hand_is_left_to_hands, two_specs_do_not_make_one_file,
         people_are_told_how_much_was_written,
         diff_shows_deletions, list_of_an_older_errspec_is_read, runs_leave_each_other_alone,
         foreign_file_is_named_not_deleted, tools_leave_what_is_no_orphan, hand_written_file_is_not_overwritten, hand_written_file_is_not_overwritten_anywhere,
         diff_is_a_patch,
         broken_spec_changes_nothing, broken_template_changes_nothing, unwritable_output_changes_nothing,
         full_disk_changes_nothing, few_descriptors_are_enough, full_standard_output_is_an_error, killed_run_leaves_old_or_new,
         symbolic_link_is_neither_replaced_nor_written_through, folder_link_out_of_the_folder_is_refused, chosen_target_leaves_others_alone,
         output_takes_a_path, files_name_each_other_where_they_are, output_onto_an_input_is_refused, name_of_the_spec_ends_no_comment,
         same_bytes_from_anywhere, refused_depfile_changes_nothing, depfile_and_stamp_replace_nothing_else,
         depfile_watches_for_what_may_come, translation_that_is_added_is_built,
         path_that_a_name_gives_is_reported_at_the_name,
         what_mends_can_be_pasted, catalogue_that_asks_for_nothing_is_pruned, target_that_makes_nothing_says_so, many_at_once]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errspec", required=True)
    parser.add_argument("cases", nargs="*")
    options = parser.parse_args()
    tap = Tap()
    for case in CASES:
        if options.cases and case.__name__ not in options.cases:
            continue
        if case in (diff_is_a_patch, diff_shows_deletions) and shutil.which("git") is None:
            tap.skip(case.__name__, "there is no git")
            continue
        with tempfile.TemporaryDirectory() as folder:
            place = Place(os.path.abspath(options.errspec), folder)
            first = place.run("generate")
            tap.case(case.__name__, ended(first, 0) or case(place))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
