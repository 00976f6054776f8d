"""Where a folder of real documents is, for the tests that want one: it is no part of the repository."""

import os
import pathlib

TOP = pathlib.Path(__file__).resolve().parent.parent.parent


def find():
    """$ERRSPEC_CORPUS, else a folder beside the repository; None where there is none."""
    folder = pathlib.Path(os.environ.get("ERRSPEC_CORPUS", TOP.parent / "shared" / "corpus"))
    return folder if (folder / "docs").is_dir() else None
