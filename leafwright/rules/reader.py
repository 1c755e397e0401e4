"""A reader: a handout with its prose laid out once, so that no rule has to walk and split it again."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from leafwright.blocks.balance import Balance
from leafwright.blocks.block import BlockRecord
from leafwright.blocks.checklist import Checklist
from leafwright.blocks.comparison import Answer, Comparison, Option, Row
from leafwright.blocks.difference import Difference
from leafwright.blocks.glossary import Glossary, Term
from leafwright.blocks.heading import Heading
from leafwright.blocks.key_message import KeyMessage
from leafwright.blocks.list import ListOf
from leafwright.blocks.paragraphs import Paragraphs
from leafwright.blocks.picture import Picture
from leafwright.blocks.qr import QR
from leafwright.blocks.questions import Questions
from leafwright.blocks.risk import Comparator, Risk
from leafwright.blocks.steps import Steps
from leafwright.blocks.timeline import Event
from leafwright.blocks.unknown_risk import UnknownRisk
from leafwright.blocks.warning import Warning as WarningBlock
from leafwright.formats import Formats
from leafwright.handout import Glance, Handout, Section, VariantContent, sources_of
from leafwright.library import HandoutFile, Library
from leafwright.model.record import Record
from leafwright.model.reference import Reference
from leafwright.problems import Place
from leafwright.rules.counts import Count, find_counts
from leafwright.rules.passage import Passage, PassageKind, Spot
from leafwright.tags import Language
from leafwright.text import Text

KINDS: Final[Mapping[type[Record], Mapping[str, PassageKind]]] = {
    Handout: {
        "title": PassageKind.TITLE,
        "summary": PassageKind.SUMMARY,
        "audience": PassageKind.SUMMARY,
        "owner": PassageKind.CONTROL,
        "approver": PassageKind.CONTROL,
        "funding": PassageKind.CONTROL,
    },
    VariantContent: {
        "title": PassageKind.TITLE,
        "summary": PassageKind.SUMMARY,
        "audience": PassageKind.SUMMARY,
    },
    Glance: {"message": PassageKind.MESSAGE, "points": PassageKind.ITEM},
    Section: {"heading": PassageKind.HEADING},
    Heading: {"text": PassageKind.HEADING},
    Paragraphs: {"text": PassageKind.PARAGRAPH},
    ListOf: {"lead": PassageKind.LEAD, "items": PassageKind.ITEM},
    Steps: {"lead": PassageKind.LEAD, "items": PassageKind.ITEM},
    Checklist: {"lead": PassageKind.LEAD, "items": PassageKind.ITEM},
    KeyMessage: {"text": PassageKind.MESSAGE},
    WarningBlock: {
        "heading": PassageKind.HEADING,
        "lead": PassageKind.LEAD,
        "signs": PassageKind.ITEM,
        "action": PassageKind.ADVICE,
    },
    Comparator: {"group": PassageKind.NAME},
    Risk: {
        "heading": PassageKind.HEADING,
        "people": PassageKind.FACT,
        "event": PassageKind.FACT,
        "otherwise": PassageKind.FACT,
        "time_frame": PassageKind.FACT,
        "group": PassageKind.NAME,
        "interpretation": PassageKind.PARAGRAPH,
    },
    Difference: {
        "heading": PassageKind.HEADING,
        "finding": PassageKind.PARAGRAPH,
        "scale": PassageKind.MEANING,
        "time_frame": PassageKind.FACT,
    },
    UnknownRisk: {"heading": PassageKind.HEADING, "text": PassageKind.PARAGRAPH},
    Balance: {"benefits": PassageKind.ITEM, "risks": PassageKind.ITEM},
    Option: {"name": PassageKind.NAME, "definition": PassageKind.MEANING},
    Answer: {"text": PassageKind.CELL},
    Row: {"question": PassageKind.QUESTION},
    Comparison: {"matters": PassageKind.ITEM},
    Event: {"when": PassageKind.NAME, "items": PassageKind.ITEM},
    Questions: {"items": PassageKind.QUESTION},
    Term: {"term": PassageKind.NAME, "meaning": PassageKind.MEANING},
    Picture: {"alt": PassageKind.ALT, "caption": PassageKind.CAPTION},
    QR: {"label": PassageKind.CAPTION},
}
"""The kind of place that each field of running text is."""


@dataclass(frozen=True, kw_only=True)
class Reader:
    """One handout, read: every passage in the order of the file, and the day the reading is for."""

    file: HandoutFile
    passages: tuple[Passage, ...] = field(repr=False)
    references: Mapping[str, Reference] = field(repr=False)
    formats: Formats = field(repr=False)
    as_of: date

    @property
    def handout(self) -> Handout:
        """The handout itself."""
        return self.file.handout

    @property
    def language(self) -> str:
        """The language it is written in, `en` say."""
        return self.file.language

    @property
    def is_english(self) -> bool:
        """Tell whether it is English, of whatever country: many rules know no other language."""
        return Language(self.language).is_like("en")

    @property
    def place(self) -> Place:
        """The beginning of the file, for what is nowhere in it."""
        return Place(file=self.file.name)

    @cached_property
    def prose(self) -> tuple[Passage, ...]:
        """The passages that are read as sentences: no names, no parts of a risk, no document control."""
        return tuple(passage for passage in self.passages if passage.kind not in _NO_PROSE)

    @cached_property
    def said(self) -> tuple[Passage, ...]:
        """The prose, and the parts of a risk that sentences are made of."""
        return tuple(passage for passage in self.passages if passage.kind not in _NOT_SAID)

    @cached_property
    def terms(self) -> Mapping[str, str]:
        """The words the glossary explains, in small letters, with their meanings."""
        glossaries = (block for block in self.handout.blocks() if isinstance(block, Glossary))
        return {term.term.plain.lower(): term.meaning.plain for block in glossaries for term in block.terms}

    @cached_property
    def cited(self) -> tuple[Reference, ...]:
        """The references the handout cites and the bibliography has, in reading order, each once."""
        keys = [key for passage in self.passages for key in passage.keys]
        keys += [key for block in self.handout.blocks() for key in sources_of(block)]
        return tuple(self.references[key] for key in dict.fromkeys(keys) if key in self.references)

    @cached_property
    def counts(self) -> tuple[tuple[Passage, Count], ...]:
        """The shares of people that English prose says, each with its passage, in reading order."""
        if not self.is_english:
            return ()
        return tuple((passage, count) for passage in self.passages for count in find_counts(passage.text))

    @cached_property
    def vocabulary(self) -> Mapping[str, tuple[tuple[int, int], ...]]:
        """The words of what is said, in small letters, each with the passages and offsets where it stands."""
        places: dict[str, list[tuple[int, int]]] = {}
        for index, passage in enumerate(self.said):
            for found in _WORD.finditer(passage.text):
                places.setdefault(found[0].lower(), []).append((index, found.start()))
        return {word: tuple(found) for word, found in places.items()}

    def of_kind(self, *kinds: PassageKind) -> Iterator[Passage]:
        """Go through the passages of some kinds."""
        return (passage for passage in self.passages if passage.kind in kinds)


_WORD: Final = re.compile(r"[^\W\d_]+")
_NOT_SAID: Final = frozenset({PassageKind.NAME, PassageKind.CONTROL})
_NO_PROSE: Final = _NOT_SAID | {PassageKind.FACT}


def words_of(text: str) -> list[str]:
    """Split a text as the vocabulary splits prose."""
    return _WORD.findall(text.lower())


def read_handout(file: HandoutFile, library: Library, as_of: date) -> Reader:
    """Lay out the prose of a handout; `as_of` is the day that reviews and ages are counted from."""
    passages = tuple(_walk(file.handout, Spot(language=file.language)))
    return Reader(
        file=file,
        passages=passages,
        references=library.references,
        formats=library.formats,
        as_of=as_of,
    )


def _walk(record: Record, spot: Spot) -> Iterator[Passage]:
    """Go through the running text below a record, in the order of its fields."""
    match record:
        case Section():
            spot = Spot(language=spot.language, section=record)
        case BlockRecord():
            spot = Spot(language=spot.language, section=spot.section, block=record)
    kinds = KINDS.get(type(record), {})
    for name in type(record).model_fields:
        kind = kinds.get(name)
        for value in _values(getattr(record, name)):
            if isinstance(value, Text) and kind is not None:
                yield Passage.of(value, kind, spot)
            elif isinstance(value, Record):
                yield from _walk(value, spot)


def _values(value: object) -> Iterator[object]:
    match value:
        case tuple():
            yield from value
        case dict():
            yield from value.values()
        case _:
            yield value
