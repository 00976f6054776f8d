"""Test results in TAP, the protocol that Meson reads: each case is counted on its own."""

import argparse
import os
import pathlib
import sys
import tempfile
import traceback

# The environment of runs in a sandbox: what looks for leaks at the end of a run reads /proc, which a sandbox forbids.
WITHOUT_LEAKS = {"ASAN_OPTIONS": ":".join(filter(None, [os.environ.get("ASAN_OPTIONS"), "detect_leaks=0"]))}


class Skipped(Exception):
    """Raised by a check that cannot be done here; says why."""


def differs(what, got, wanted):
    return [] if got == wanted else [f"{what}: got {got!r}, wanted {wanted!r}"]


def ended(result, status, *texts):
    """Complaints if the run did not end with `status` or its report lacks one of the texts."""
    complaints = differs("exit status", result.returncode, status)
    complaints += [f"the report lacks {text!r}" for text in texts if text not in result.stderr]
    return complaints + ([(result.stdout or "") + result.stderr] if complaints else [])


def run_each(cases, project):
    """Runs each case of a test that takes --errspec in a project of its own, made by `project` of the program and a folder."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--errspec", required=True)
    errspec = pathlib.Path(parser.parse_args().errspec).absolute()
    report = Tap()
    for check in cases:
        with tempfile.TemporaryDirectory() as folder:
            report.run(check.__name__.replace("_", " "), lambda: check(project(errspec, folder)))
    return report.done()


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = 0
        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")

    def case(self, name, complaints):
        """A case that passed if `complaints`, a text or a list of texts, is empty. They go to standard error."""
        if isinstance(complaints, str):
            complaints = [complaints] if complaints else []
        self.count += 1
        self.failed += bool(complaints)
        print(f"{'not ok' if complaints else 'ok'} {self.count} - {name}")
        if complaints:
            text = "\n".join([name + ":", *complaints])
            print(text.replace("\n", "\n    "), file=sys.stderr)

    def run(self, name, check):
        """As case, with the complaints that `check` returns; one that breaks off has failed."""
        try:
            self.case(name, check())
        except Skipped as reason:
            self.skip(name, reason)
        except Exception:
            self.case(name, traceback.format_exc())

    def skip(self, name, reason):
        self.count += 1
        print(f"ok {self.count} - {name} # SKIP {reason}")

    def done(self):
        """Ends the report; returns the exit status."""
        print(f"1..{self.count}")
        return 1 if self.failed else 0
