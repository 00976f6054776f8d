"""Names that a language may have taken: modules and catalogues that are called so are renamed, or refused at their line.

What is taken is what the language says of itself (`taken` in steps.yaml), the keywords of all languages, and whatever
stands in the files that are generated: a module may meet any helper there, by its own name or by one that is made of it.
"""

import re

import specs

WORD = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
# A module of this name is looked for in what is generated, to see what names are made of a module's.
SAMPLE = "quokka"
# Windows has devices of these names, so that no file may be called so.
DEVICES = {"aux", "con", "nul", "prn", "clock", "conin", "conout"}


def sample():
    """A small spec in which no word but SAMPLE is a name of its own."""
    codes = {"ONLY": {"code": 1, "message": "It failed."}}
    return specs.catalogue("quoll", [{"module": SAMPLE, "codes": codes}])


def words_of(folder, part=""):
    """All words in the files below a folder that have the part in their path, but for those for people."""
    files = [path for path in sorted(folder.rglob("*"))
             if path.is_file() and path.suffix != ".md" and part in str(path.relative_to(folder)).lower()]
    return {word for path in files for word in WORD.findall(path.read_text(encoding="utf-8"))}


def stems(words):
    """What a module would have to be called for a name that is made of its own to be one of the words."""
    around = {(word[:at.start()], word[at.end():]) for word in words for at in [re.search(SAMPLE, word, re.IGNORECASE)] if at}
    around.discard(("", ""))
    return {word[len(before):len(word) - len(behind)] for word in words for before, behind in around
            if word.startswith(before) and word.endswith(behind) and len(word) > len(before) + len(behind)}


def apart(words):
    """The words that may be names, each in one spelling of its letters."""
    kept = {}
    for word in sorted(words):
        if WORD.fullmatch(word) and len(word) < 40 and word.lower() not in DEVICES and SAMPLE not in word.lower():
            kept.setdefault(word.lower().replace("_", ""), word)
    return sorted(kept.values())


def modules(words, kind):
    """A catalogue with a module of each name."""
    code = "c1" if kind == "string" else 1
    return specs.catalogue("quoll", [{"module": word, "type": kind, "codes": {"ONLY": {"code": code, "message": word}}} for word in words])


def catalogue(word, module):
    """A catalogue of this name with a module."""
    return specs.catalogue(word, [{"module": module, "codes": {"ONLY": {"code": 1, "message": "It failed."}}}])
