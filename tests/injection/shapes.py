"""Whether two files have one shape: what differs in what was made of plain words and of hostile values."""

import re

import readers
from fields import PLAIN


class Shapes:
    """`known`: the values that may stand where a text says "plain". Counts the files, and those that nobody reads."""

    def __init__(self, known):
        self.plain = {" ".join((quote + value).split()) for value in known for quote in ("", "'")}
        self.messages = self.plain | {re.sub(r"(?<!\{)\{\{(\w+)\}\}(?!\})", r"{\1}", value) for value in self.plain}
        self.files, self.unread, self.known, self.allowed = 0, set(), {}, self.plain

    def begin(self, place):
        self.known.clear()
        # Two braces around a word of a message stand for one.
        self.allowed = self.messages if place.endswith(".message") else self.plain

    def shape(self, name, data, loose):
        key = (name, hash(data), loose)
        if key not in self.known:
            self.known[key] = readers.read(name, data.decode("utf-8"))
        return self.known[key]

    def differences(self, plain, hostile, prefix="", loose=False):
        """What the shapes of two folders of files differ in."""
        if set(plain) != set(hostile):
            yield f"other files: {sorted(set(plain) ^ set(hostile))[:4]}"
        for name in sorted(set(plain) & set(hostile)):
            one, other = plain[name].read_bytes(), hostile[name].read_bytes()
            self.files += 1
            if one != other and name != "errspec-files.txt":
                yield from self.difference(prefix + name, one, other, loose)

    def difference(self, name, one, other, loose):
        if name.endswith(".md") and loose:
            yield from page_differs(name, one.decode(), other.decode())
            return
        wanted, got = self.shape(name, one, loose), readers.read(name, other.decode("utf-8"))
        if wanted is None:
            self.unread.add(name)
            return
        if wanted[0] != got[0]:
            pairs = enumerate(zip([*wanted[0], "end"], [*got[0], "end"]))
            at = next(i for i, (a, b) in pairs if a != b)
            line = got[1][0][max(0, got[1][1][min(at, len(got[1][1]) - 1)] - 100):][:300] if got[1] else ""
            yield f"{name}: {wanted[0][max(0, at - 3):at + 4]} became {got[0][max(0, at - 3):at + 4]}\n{line}"
        else:
            yield from self.text_differs(name, wanted[2], got[2])

    def text_differs(self, name, plain, hostile):
        """Where one says "plain", the other has one of the values."""
        for one, other in zip(plain, hostile):
            other = re.sub(r"\(U\+([0-9A-F]{4,6})\)", lambda hit: chr(int(hit[1], 16)), other)
            if one == PLAIN != other and " ".join(other.split()) not in self.allowed:
                yield f"{name}: {other[:100]!r} is none of the values"
                return


def page_differs(name, plain, hostile):
    """A page with texts of markdown: its own headings and rows stand as they did, and no HTML was added."""
    one, other = readers.read_page(plain), readers.read_page(hostile)
    if one is None:
        return
    rest = iter(other["heads"])
    lost = [head for head in one["heads"] if head not in rest]
    if lost:
        yield f"{name}: headings are lost: {lost[0]}"
    if other["live"] != one["live"]:
        yield f"{name}: {sorted(other['live'] - one['live'])[:3]}"
