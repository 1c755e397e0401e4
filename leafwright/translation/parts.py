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

from leafwright.handout import Glance, Handout
from leafwright.model.record import Record, kebab
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
    told = json.dumps(list(sources.items()), ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def parts_of(handout: Handout) -> dict[str, Part]:
    """Take a handout apart, in the order of its file; parts without a text are left out."""
    found = [Part(name=name, owner=owner, texts=dict(texts)) for name, owner, texts in _parts(handout)]
    return {part.name: part for part in found if part.texts}


def texts_below(value: object, path: str = "") -> Iterator[tuple[str, Text]]:
    """Go through the texts below a value, each with its path, in the order of the fields."""
    match value:
        case Text():
            yield path, value
        case Record():
            for name in type(value).model_fields:
                if name != "silence":
                    yield from texts_below(getattr(value, name), join(path, kebab(name)))
        case tuple():
            for number, item in enumerate(value, start=1):
                yield from texts_below(item, join(path, str(number)))
        case dict():
            for key, item in value.items():
                yield from texts_below(item, join(path, str(key)))


def join(path: str, step: str) -> str:
    """Lengthen a path by a step."""
    return f"{path}.{step}" if path else step


def written(text: Text) -> str:
    """Return a text as its author wrote it, on one line; no-break spaces stay what they are."""
    return on_one_line(text.source if text.source is not None else text.plain)


def on_one_line(words: str) -> str:
    """Undo the breaking of lines."""
    return _BLANKS.sub(" ", words).strip(" ")


def _parts(handout: Handout) -> Iterator[tuple[str, Record, Iterator[tuple[str, Text]]]]:
    yield OPENING, handout, _opening(handout)
    for name, variant in handout.variants.items():
        yield f"{OPENING}.{name}", variant, texts_below(variant)
    for section in handout.sections:
        yield str(section.id), section, iter([("heading", section.heading)])
        for block in section.blocks:
            yield str(block.id), block, texts_below(block)


def _opening(handout: Handout) -> Iterator[tuple[str, Text]]:
    for name in type(handout).model_fields:
        value = getattr(handout, name)
        if name == "keywords":
            value = tuple(phrase(word) for word in value)
        if name not in NOT_TRANSLATED and isinstance(value, Text | Glance | tuple):
            yield from texts_below(value, kebab(name))
