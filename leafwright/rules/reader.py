"""A reader: a handout with its prose laid out once, so that no rule has to walk and split it again."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final, TypeVar

from leafwright.blocks.glossary import Glossary
from leafwright.blocks.traits import PassageKind, kind_of
from leafwright.formats import Formats
from leafwright.handout import Handout
from leafwright.integrity import keys_of
from leafwright.library import HandoutFile, Library
from leafwright.model.record import Record
from leafwright.model.reference import Reference
from leafwright.model.walk import walk
from leafwright.rules.counts import Count, find_counts
from leafwright.rules.passage import Passage
from leafwright.tags import Language

T = TypeVar("T")


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
        """The language it is written in, such as `en`."""
        return self.file.language

    @property
    def is_english(self) -> bool:
        """Whether it is English, of any country: many rules know no other language."""
        return Language(self.language).is_like("en")

    @cached_property
    def prose(self) -> tuple[Passage, ...]:
        """The passages that are read as sentences: no names, no parts of a risk, no document control."""
        return tuple(passage for passage in self.passages if passage.kind not in _NO_PROSE)

    @cached_property
    def prose_and_risks(self) -> tuple[Passage, ...]:
        """The prose, and the parts of a risk that sentences are made of."""
        return tuple(passage for passage in self.passages if passage.kind not in _NO_SENTENCES)

    @cached_property
    def terms(self) -> Mapping[str, str]:
        """The words the glossary explains, in small letters, with their meanings."""
        terms = (term for block in self.blocks(Glossary) for term in block.terms)
        return {term.term.plain.lower(): term.meaning.plain for term in terms}

    @cached_property
    def cited(self) -> tuple[Reference, ...]:
        """The references the handout cites and the bibliography has, in reading order, each once."""
        keys = dict.fromkeys(keys_of(self.handout))
        return tuple(self.references[key] for key in keys if key in self.references)

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
        for index, passage in enumerate(self.prose_and_risks):
            for match in _WORD.finditer(passage.text):
                places.setdefault(match[0].lower(), []).append((index, match.start()))
        return {word: tuple(at) for word, at in places.items()}

    def blocks(self, kind: type[T]) -> Iterator[T]:
        """Go through the blocks of one kind."""
        return (block for block in self.handout.blocks() if isinstance(block, kind))

    def of_kind(self, *kinds: PassageKind) -> Iterator[Passage]:
        """Go through the passages of some kinds."""
        return (passage for passage in self.passages if passage.kind in kinds)


_WORD: Final = re.compile(r"[^\W\d_]+")
_NO_SENTENCES: Final = frozenset({PassageKind.NAME, PassageKind.CONTROL})
_NO_PROSE: Final = _NO_SENTENCES | {PassageKind.FACT}


def words_of(text: str) -> list[str]:
    """Split a text as the vocabulary splits prose."""
    return _WORD.findall(text.lower())


def read_handout(file: HandoutFile, library: Library, as_of: date) -> Reader:
    """Lay out the prose of a handout; `as_of` is the day that reviews and ages are counted from."""
    return Reader(
        file=file,
        passages=tuple(_passages(file)),
        references=library.references,
        formats=library.formats,
        as_of=as_of,
    )


def _passages(file: HandoutFile) -> Iterator[Passage]:
    """Go through the running text of a handout, in the order of the fields."""
    for spot, text in walk(file.handout):
        owner = spot.nearest(Record)
        if kind := kind_of(type(owner), spot.field) if owner else None:
            yield Passage.of(text, kind, spot, file.language)
