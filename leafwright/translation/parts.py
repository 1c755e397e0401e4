"""The parts of a handout that are translated: each with its texts by path, and the fingerprint of these.

A part is the opening, the opening of a variant, a section's heading or a block. A path leads to one text
below it: the names of fields joined by points, the items of a list counted from 1.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from leafwright.handout import Handout
from leafwright.model.record import Record
from leafwright.model.walk import walk
from leafwright.text import Text, phrase

OPENING: Final = "opening"
"""The name of the part with title, summary and what else belongs to no section."""

_BLANKS: Final = re.compile(r"[ \t\r\n]+")

NOT_TRANSLATED: Final = frozenset({"approver", "sections", "variants", "silence"})
"""Fields of a handout that are no part of its opening: names of people, and what parts of their own are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The texts of one part by path, in reading order; `owner` is the record they belong to."""

    name: str
    owner: Record
    texts: Mapping[str, Text]

    @property
    def sources(self) -> dict[str, str]:
        """The texts as their author wrote them, markup and all, each on one line."""
        return {path: written(text) for path, text in self.texts.items()}

    @property
    def fingerprint(self) -> str:
        """What tells this wording of the part from every other; how its lines are broken does not count."""
        return fingerprint_of(self.sources)


def called(name: str) -> str:
    """Name a part as messages do: by its key, and in words where no author gave it that name."""
    opening, _, variant = name.partition(".")
    if opening != OPENING:
        return f"'{name}'"
    return f"'{name}' (title and summary{f' of the {variant}' if variant else ''})"


def fingerprint_of(sources: Mapping[str, str]) -> str:
    """Return the fingerprint of texts by path, each on one line, in reading order."""
    content = json.dumps(list(sources.items()), ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()[:12]


def parts_of(handout: Handout) -> dict[str, Part]:
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
