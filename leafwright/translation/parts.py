"""The parts of a handout that are translated: each with its texts by path, and their fingerprints.

A part is the opening, the opening of a variant, a section's heading or a block. A path leads to one text
below it: the names of fields joined by points, the items of a list counted from 1.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from leafwright.handout import Handout
from leafwright.model.identity import once_each
from leafwright.model.record import Record
from leafwright.model.walk import walk
from leafwright.text import Text, phrase

OPENING: Final = "opening"
"""The name of the part with title, summary and what else belongs to no section."""

OF_A_PART: Final = 12
"""The letters and digits of the fingerprint of a whole part."""

_LETTERS: Final = str.maketrans("0123456789", "ghijklmnop")
_BLANKS: Final = re.compile(r"[ \t\r\n]+")

NOT_TRANSLATED: Final = frozenset({"approver", "sections", "variants", "silence"})
"""Fields of a handout that are no part of its opening: names of people, and what parts of their own are."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """The texts of one part by path, in reading order; `owner` is the record they belong to."""

    name: str
    owner: Record
    texts: Mapping[str, Text]

    @cached_property
    def sources(self) -> dict[str, str]:
        """The texts as their author wrote them, markup and all, each on one line."""
        return {path: written(text) for path, text in self.texts.items()}

    @cached_property
    def made_from(self) -> str:
        """The fingerprints of its texts; how their lines are broken does not count."""
        return " ".join(fingerprint_of(path, text) for path, text in self.sources.items())

    def is_source_of(self, made_from: str) -> bool:
        """Return whether words that were made from these texts are made from what the part says now."""
        if is_of_a_part(made_from):
            return made_from == fingerprint_of_part(self.sources)
        return set(made_from.split()) == set(self.made_from.split())


def called(name: str) -> str:
    """Name a part as messages do: by its key, and in words where no author gave it that name."""
    opening, _, variant = name.partition(".")
    if opening != OPENING:
        return f"'{name}'"
    return f"'{name}' (title and summary{f' of the {variant}' if variant else ''})"


def fingerprint_of(path: str, text: str) -> str:
    """Return the fingerprint of a text of one line at its path; letters only, so YAML reads no number."""
    return hashlib.sha256(f"{path}\n{text}".encode()).hexdigest()[:8].translate(_LETTERS)


def is_of_a_part(made_from: str) -> bool:
    """Return whether this is the one fingerprint of a whole part, as releases before 0.2.0 wrote it."""
    return len(made_from) == OF_A_PART


def fingerprint_of_part(sources: Mapping[str, str]) -> str:
    """Return the fingerprint that releases before 0.2.0 wrote, of all texts by path in reading order."""
    content = json.dumps(list(sources.items()), ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()[:OF_A_PART]


@once_each
def parts_of(handout: Handout) -> Mapping[str, Part]:
    """Take a handout apart, in the order of its file; parts without a text are left out."""
    parts = [Part(name=name, owner=owner, texts=dict(texts)) for name, owner, texts in _parts(handout)]
    return {part.name: part for part in parts if part.texts}


def written(text: Text) -> str:
    """Return a text as its author wrote it, on one line; no-break spaces stay what they are."""
    return on_one_line(text.source if text.source is not None else text.plain)


def on_one_line(words: str) -> str:
    """Undo the breaking of lines."""
    return _BLANKS.sub(" ", words).strip(" ")


def _parts(handout: Handout) -> Iterator[tuple[str, Record, Iterator[tuple[str, Text]]]]:
    opening = handout.model_copy(update={"keywords": tuple(map(phrase, handout.keywords))})
    yield OPENING, handout, _texts_below(opening, NOT_TRANSLATED)
    for name, variant in handout.variants.items():
        yield f"{OPENING}.{name}", variant, _texts_below(variant)
    for section in handout.sections:
        yield str(section.id), section, iter([("heading", section.heading)])
        for block in section.blocks:
            yield str(block.id), block, _texts_below(block)


def _texts_below(record: Record, without: frozenset[str] = frozenset()) -> Iterator[tuple[str, Text]]:
    return ((spot.path, text) for spot, text in walk(record, without=without))
