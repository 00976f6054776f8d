"""Documents that say the same in two languages, by where they lie."""

import re

import adoption

SEEDS = {"image.md": "errorcode-image.md", "metadata-binding.md": "errorcode-metadataBinding.md"}


def pairs():
    """The English document and its Chinese twin."""
    docs = adoption.CORPUS / "docs"
    found = [(adoption.SHARED / "seeds" / seed, docs / "openharmony" / "zh" / twin) for seed, twin in SEEDS.items()]
    for english in sorted(docs.rglob("*.md")):
        path = english.relative_to(docs).as_posix()
        twin = docs / re.sub(r"_en\.md$", "_zh.md", path.replace("/en/", "/zh/", 1))
        if twin != english:
            found.append((english, twin))
    return [(english, twin) for english, twin in found if english.is_file() and twin.is_file()]
