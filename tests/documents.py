#!/usr/bin/env python3
"""Renders the founding references and what errspec makes of their spec, and compares the two.

Both go through the reference implementation of GitHub's markdown. Compared is what a reader sees:
headings, list items, table cells and every word, in order. Blank lines, the padding of tables,
trailing blanks and comments do not show; nothing that shows may differ. What does not show and does
differ: the comments that say where the page comes from, one style of blank lines around labels, one
blank at the sides of a cell, no cells beyond the last column, and a row's missing cells filled."""

import argparse
import difflib
import html.parser
import pathlib
import shutil
import subprocess
import sys
import tempfile

MARKED = {'h1', 'h2', 'h3', 'h4', 'li', 'td', 'th', 'blockquote', 'strong', 'a', 'code', 'pre'}


class Words(html.parser.HTMLParser):
    """The words of a page and the elements that tell them apart."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        if tag in MARKED:
            target = dict(attributes).get('href')
            self.found.append(f'<{tag}>' if target is None else f'<{tag} {target}>')
        elif tag == 'ol' and attributes:
            self.found.append(f'<ol {attributes}>')

    def handle_data(self, data):
        self.found += data.split()


def words_of(path):
    command = ['cmark-gfm', '--unsafe', '-e', 'table', '-e', 'strikethrough', '-e', 'autolink', path]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    words = Words()
    words.feed(shown)
    words.close()
    return words.found


def compare(original, made):
    """Whether both say the same; shows every stretch that differs."""
    matcher = difflib.SequenceMatcher(None, original, made, autojunk=False)
    different = [code for code in matcher.get_opcodes() if code[0] != 'equal']
    for _, a, b, c, d in different:
        print(f'# "{" ".join(original[a:b])}" became "{" ".join(made[c:d])}"')
    return not different


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('errspec')
    parser.add_argument('spec')
    parser.add_argument('seeds', type=pathlib.Path)
    arguments = parser.parse_args()
    if shutil.which('cmark-gfm') is None:
        print('1..0 # SKIP there is no cmark-gfm')
        return 0
    if not arguments.seeds.is_dir():
        print('1..0 # SKIP the founding references are not here')
        return 0
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([arguments.errspec, 'generate', arguments.spec, '-o', folder], check=True)
        originals = sorted(arguments.seeds.glob('*.md'))
        good = True
        print(f'1..{len(originals)}')
        for number, original in enumerate(originals, 1):
            expected = words_of(original)
            same = compare(expected, words_of(pathlib.Path(folder) / 'docs' / original.name))
            print(f'{"ok" if same else "not ok"} {number} - {original.name}, {len(expected)} words')
            good = good and same
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main())
