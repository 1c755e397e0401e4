"""Measure how hard English prose is to read, by two formulas and by the length of its sentences.

Flesch-Kincaid grade: Kincaid, Fishburne, Rogers and Chissom, Derivation of new readability formulas for Navy
enlisted personnel, 1975. SMOG: McLaughlin, SMOG grading: a new readability formula, Journal of Reading 12(8),
1969. Both give years of schooling in the United States, and both are for English alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from leafwright.blocks.traits import PassageKind
from leafwright.problems import Place
from leafwright.rules.passage import Passage, Sentence
from leafwright.rules.reader import Reader
from leafwright.syllables import count_syllables

POLYSYLLABLE: Final = 3
"""The least number of syllables of a word that SMOG counts as hard."""
SMOG_SENTENCES: Final = 30
"""The number of sentences that SMOG was made for; with fewer it is an estimate."""
HARDEST: Final = 5
_LEAST_WORDS: Final = 8
"""The fewest words of a sentence that is graded: a shorter one may be only one hard word."""
_UNREAD: Final = frozenset(
    {
        PassageKind.TITLE,
        PassageKind.HEADING,
        PassageKind.NAME,
        PassageKind.FACT,
        PassageKind.ALT,
        PassageKind.CONTROL,
        PassageKind.CAPTION,
    }
)
"""The kinds of passage without sentences of running text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The counts that the formulas need."""

    sentences: int
    words: int
    syllables: int
    polysyllables: int

    @property
    def sentence_length(self) -> float:
        """The average number of words in a sentence."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def flesch_kincaid(self) -> float:
        """The Flesch-Kincaid grade; 0 without words."""
        if not self.words:
            return 0.0
        return 0.39 * self.sentence_length + 11.8 * self.syllables / self.words - 15.59

    @property
    def smog(self) -> float:
        """The SMOG grade; 0 without sentences."""
        if not self.sentences:
            return 0.0
        return float(1.0430 * (self.polysyllables * SMOG_SENTENCES / self.sentences) ** 0.5 + 3.1291)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingMeasure:
    """A part of a handout and its counts."""

    name: str
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class HardSentence:
    """A sentence, its place and its counts."""

    place: Place
    text: str
    counts: Counts


def count(sentences: Iterable[Sentence]) -> Counts:
    """Count sentences, words and syllables."""
    read = [sentence for sentence in sentences if sentence.words]
    syllables = [count_syllables(word) for sentence in read for word in sentence.words]
    hard = sum(number >= POLYSYLLABLE for number in syllables)
    return Counts(sentences=len(read), words=len(syllables), syllables=sum(syllables), polysyllables=hard)


def measure_handout(reader: Reader) -> Counts:
    """Count all sentences of a handout."""
    return count(_sentences(_read(reader)))


def measure_sections(reader: Reader) -> Iterator[ReadingMeasure]:
    """Measure each section that has sentences."""
    for section in reader.handout.sections:
        counts = count(_sentences(passage for passage in _read(reader) if passage.section is section))
        if counts.sentences:
            yield ReadingMeasure(name=section.id, counts=counts)


def measure_sheets(reader: Reader) -> Iterator[ReadingMeasure]:
    """Measure the part of a handout that each variant prints."""
    for variant in reader.handout.variants:
        ids = {section.id for section in reader.handout.sections_of(variant)}
        counts = count(
            _sentences(
                sentence for sentence in _read(reader) if sentence.section and sentence.section.id in ids
            )
        )
        if counts.sentences:
            yield ReadingMeasure(name=variant, counts=counts)


def hardest_sentences(reader: Reader, most: int = HARDEST) -> tuple[HardSentence, ...]:
    """Find the sentences with the highest Flesch-Kincaid grade, the hardest first."""
    sentences = [
        HardSentence(place=passage.place_at(sentence.start), text=sentence.text, counts=count([sentence]))
        for passage in _read(reader)
        for sentence in passage.sentences
        if len(sentence.words) >= _LEAST_WORDS
    ]
    return tuple(sorted(sentences, key=lambda hard: (-hard.counts.flesch_kincaid, hard.place))[:most])


def _read(reader: Reader) -> Iterator[Passage]:
    return (passage for passage in reader.passages if passage.kind not in _UNREAD)


def _sentences(passages: Iterable[Passage]) -> Iterator[Sentence]:
    return (sentence for passage in passages for sentence in passage.sentences)
