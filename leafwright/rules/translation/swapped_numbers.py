"""Two numbers of the source have changed places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import Final

from leafwright.rules import Bilingual, Finding, Findings, TextPair
from leafwright.rules.number_differences import compare, texts_of
from leafwright.rules.numerals import Figure, figures_of
from leafwright.rules.usage import fold, offset_in

_DIGIT: Final = re.compile(r"\d")
_FEWEST: Final = 2
_OF: Final = re.compile(r" (?:in|of|out of|in every|of every|per) ")
_TOTALS: Final = frozenset({"10", "100", "1000", "10000"})


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a number counts: a unit, or a share of a total."""

    units: frozenset[str] = frozenset()
    total: str = ""


def check(reading: Bilingual) -> Findings:
    """Report numbers in another order than in the source, and counts that are not beside their total.

    Only the order of numbers of one unit counts, and of counts out of one total. Whether a count or its
    total comes first does not matter.
    """
    for pair in reading.pairs:
        for figure, message in _swaps(pair, reading):
            place = pair.place_at(offset_in(pair.translated, figure.start))
            yield Finding(place=place, message=message, hint="check which number belongs to whom")


def _swaps(pair: TextPair, reading: Bilingual) -> Iterator[tuple[Figure, str]]:
    source, words = texts_of(pair, reading)
    if len(_DIGIT.findall(source.text)) < _FEWEST or compare(source, words):
        return
    figures = figures_of(words.text, words.language)
    left, kinds = list(figures), dict[_Kind, list[Figure]]()
    for kind, original in _kinds(figures_of(source.text, source.language), fold(source.text)):
        match = next((figure for figure in left if original.equals(figure)), None)
        if match is None:
            continue
        left.remove(match)
        kinds.setdefault(kind, []).append(match)
        if kind.total and not any(kind.total in figure.readings for figure in _neighbours(match, figures)):
            yield match, f"'{match.written}' does not stand beside its {kind.total} here"
    for alike in kinds.values():
        for one, other in pairwise(alike):
            if other.start < one.start and not one.means(other):
                yield one, f"'{one.written}' comes after '{other.written}' here, but before it in the source"


def _kinds(figures: Sequence[Figure], text: str) -> Iterator[tuple[_Kind, Figure]]:
    """Go through the figures of an English text, each with its kind; totals are left out."""
    totals: set[int] = set()
    for one, other in zip_longest(figures, figures[1:]):
        total = min(other.readings & _TOTALS, default="") if other else ""
        if other and total and _OF.fullmatch(text, one.end, other.start):
            totals.add(other.start)
            yield _Kind(total=total), one
        elif one.start not in totals:
            yield _Kind(units=one.units), one


def _neighbours(figure: Figure, figures: Sequence[Figure]) -> Sequence[Figure]:
    """Return the figures directly before and after one."""
    at = next(number for number, other in enumerate(figures) if other is figure)
    return [*figures[max(at - 1, 0) : at], *figures[at + 1 : at + 2]]
