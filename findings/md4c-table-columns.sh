#!/bin/sh
# A table whose header row and delimiter row have different numbers of cells.
#
# GitHub's specification of tables says that such a table is not recognized. cmark-gfm (here in cmarkgfm 2025.10.22)
# shows the lines as a paragraph: everything is still there to read. md4c 0.4.8 (here in pymd4c 1.3.0) makes a table of
# as many columns as the delimiter row has, so that the cells beyond them are nowhere on the page, without a word; a
# paragraph of prose above a stray delimiter row becomes a table too.
#
# So two readers of one reference page disagree on whether it has a table at all, and on one of them the last column
# (often the remedy) is lost. Seen on 2026-11-28; exits with 1 if it is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$folder" pymd4c==1.3.0 cmarkgfm==2025.10.22

PYTHONPATH=$folder python3 - <<'PYTHON'
import sys

import cmarkgfm
import md4c

CASES = [
    # text, what md4c makes a cell of, what it drops
    ("| code | remedy |\n|---|\n| 7 | retry |\n", ["code", "7"], ["remedy", "retry"]),
    ("some words\n|---|---|\n", ["some words"], []),
]

changed = False
for text, cells, dropped in CASES:
    by_md4c = md4c.HTMLRenderer(md4c.MD_FLAG_TABLES).parse(text)
    by_cmark = cmarkgfm.github_flavored_markdown_to_html(text)
    print(f"{text!r}\n  md4c:      {by_md4c!r}\n  cmark-gfm: {by_cmark!r}")
    changed |= "<table>" not in by_md4c or "<table>" in by_cmark
    changed |= any(f">{word}<" not in by_md4c for word in cells)
    changed |= any(word in by_md4c or word not in by_cmark for word in dropped)
print("changed" if changed else "as described")
sys.exit(changed)
PYTHON
