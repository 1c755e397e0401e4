"""What a rule for any text receives: the texts of a file in one language, whichever file it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, Self

from leafwright.blocks.glossary import Glossary
from leafwright.blocks.traits import PassageKind, kind_of
from leafwright.handout import Handout
from leafwright.library import ClinicFolder
from leafwright.model.clinic import localised_in
from leafwright.model.walk import leaves
from leafwright.problems import Place
from leafwright.rules.bilingual import Bilingual
from leafwright.rules.passage import place_in
from leafwright.rules.prose import split_sentences
from leafwright.rules.reader import Reader
from leafwright.source import Scalar
from leafwright.spelling import WORD, SpellChecker, SpellCheckers
from leafwright.tags import Language
from leafwright.text import Run, Text

PLACEHOLDER: Final = "\ufffc"
"""Stands for a citation or a blank."""
_CONTROL: Final = frozenset(
    name for name in Handout.model_fields if kind_of(Handout, name) is PassageKind.CONTROL
)


@dataclass(frozen=True, kw_only=True)
class WrittenText:
    """One text as it is typed: markup is taken out, and spaces before stops are kept.

    Names are spelled as their owners spell them, so no dictionary is asked about document control.
    """

    typed: Text = field(repr=False)
    language: str
    spelled: bool = True

    @cached_property
    def text(self) -> str:
        """The words, with a placeholder for each citation and each blank."""
        spans = self.typed.spans
        return "".join(span.text if isinstance(span, Run) else PLACEHOLDER for span in spans)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where its sentences begin."""
        return tuple(start for start, _ in split_sentences(self.text, self.language))

    def place_at(self, offset: int) -> Place:
        """Find where the character at `offset` of the text is written in the file."""
        words = self.text[:offset].replace(PLACEHOLDER, "")
        whole = self.text.replace(PLACEHOLDER, "")
        return place_in(self.typed, whole, len(words)) or Place(file="-")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFile:
    """The texts of a file in one language, and how to spell that, if spelling is checked.

    `known` are words that are right although no dictionary has them: names, and the terms of a glossary.
    """

    language: str
    texts: tuple[WrittenText, ...] = field(repr=False)
    known: frozenset[str] = field(default=frozenset(), repr=False)
    speller: SpellChecker | None = field(default=None, repr=False)

    @property
    def is_english(self) -> bool:
        """Whether it is English, of any country."""
        return Language(self.language).is_like("en")

    def spelled_by(self, spellers: SpellCheckers | None) -> Self:
        """Have the spelling checked, if there are spellers."""
        return replace(self, speller=spellers.speller_for(self.language)) if spellers else self

    @classmethod
    def of_handout(cls, reader: Reader) -> Self:
        """Take the texts of a handout."""
        language = reader.language
        texts = (
            WrittenText(
                typed=passage.written, language=language, spelled=passage.kind is not PassageKind.CONTROL
            )
            for passage in reader.passages
        )
        return cls(language=language, texts=tuple(texts), known=frozenset(_words(reader.terms)))

    @classmethod
    def of_translation(cls, reading: Bilingual) -> Self:
        """Take the texts of a translation that are made from what the source says now."""
        own = [pair for pair in reading.pairs if pair.part in reading.parts and not pair.untouched]
        glossaries = {name for name, part in reading.parts.items() if isinstance(part.owner, Glossary)}
        terms = (pair.translated for pair in own if pair.part in glossaries and pair.path.endswith(".term"))
        texts = (
            WrittenText(typed=pair.words, language=reading.language, spelled=pair.path not in _CONTROL)
            for pair in own
        )
        return cls(language=reading.language, texts=tuple(texts), known=frozenset(_words(terms)))

    @classmethod
    def of_clinic(cls, folder: ClinicFolder) -> Iterator[Self]:
        """Take what a clinic writes in each language: answers, hours, and phrases of its own."""
        texts: dict[str, list[WrittenText]] = {}
        for tag, text in _texts_of_clinic(folder):
            language = next(filter(Language(tag).is_like, folder.clinic.prints.languages), tag)
            texts.setdefault(language, []).append(WrittenText(typed=text, language=language))
        yield from (cls(language=language, texts=tuple(written)) for language, written in texts.items())


def _texts_of_clinic(folder: ClinicFolder) -> Iterator[tuple[str, Text]]:
    for _, texts in localised_in(folder.clinic):
        yield from texts.items()
    for tag, phrases in folder.clinic.words.items():
        for _, written in leaves(phrases):
            if isinstance(written, Scalar):
                yield tag, Text(spans=(Run(text=str(written)),), source=written)


def _words(terms: Iterable[str]) -> Iterator[str]:
    return (match[0].lower() for term in terms for match in WORD.finditer(term))
