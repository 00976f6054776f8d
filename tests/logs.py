"""What the runners of CI obey in the log of a job, told from their own grammars and from nothing that errspec knows.

A line is looked at as it is and without what is no ASCII: some runners compare as people of a language do, and pass over
characters that nobody sees.
"""

import re
import unicodedata

# GitHub's commands; Gitea's and Forgejo's runners know a part of them.
COMMANDS = ("error|warning|notice|debug|group|endgroup|echo|set-output|save-state|set-env|add-path|add-mask|add-matcher|"
            "remove-matcher|stop-commands|internal-set-repo-path")

# Name of a form, and what finds it in a line.
FORMS = [
    # TrimStart, StartsWith("::"), and a second pair somewhere behind the first.
    ("a command of GitHub", re.compile(r"^\s*::.*?::")),
    ("a command of GitHub in mid-line", re.compile(rf"::(?:{COMMANDS})(?: .*?)?::", re.I)),
    ("a command of GitHub's first form, or a format of Azure's", re.compile(r"##\[")),
    ("a command of Azure", re.compile(r"##vso\[", re.I)),
    ("a service message of TeamCity", re.compile(r"##teamcity\[", re.I)),
    ("a section of GitLab", re.compile(r"section_(?:start|end):\d+:")),
    ("a fold of Travis", re.compile(r"travis_(?:fold|time):")),
    ("a group of Buildkite", re.compile(r"^(?:---|\+\+\+|~~~|\^\^\^)\s")),
]

# What terminals obey, and what hides or turns text around; the forms of Jenkins and others begin so.
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")

# The one command of a line that errspec gives on purpose.
OWN = re.compile(r"^::(?:error|warning) ((?:file|line|col|endColumn|title)=[^:,]*(?:,(?:line|col|endColumn|title)=[^:,]*)*)::(.*)$")


def ascii_of(text):
    return "".join(character for character in text if character < "\x80")


def obeyed_in_line(line):
    found = [f"a character U+{ord(match.group()):04X}" for match in UNSEEN.finditer(line)]
    for shown in {line, ascii_of(line), unicodedata.normalize("NFKC", line)}:
        found += [name for name, form in FORMS if form.search(shown)]
    return found


def obeyed(output, is_github=False):
    """Complaints about the bytes of an output; of the format for GitHub the commands themselves are taken away."""
    try:
        text = output.decode("utf-8")
    except UnicodeDecodeError as error:
        return [f"no UTF-8: {error}"]
    complaints = []
    for number, line in enumerate(text.split("\n"), 1):
        parts = [line]
        if is_github and line:
            own = OWN.match(line)
            parts = list(own.groups()) if own else [line]
            complaints += [] if own else [f"line {number} is no command: {line!r}"]
        for part in parts:
            # A message stands behind its command, not at the start of a line.
            complaints += [f"line {number} holds {name}: {line!r}" for name in obeyed_in_line(part)]
    return complaints
