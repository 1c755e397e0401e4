"""Numbers that changed places in a translation: all are there, and two belong to the wrong thing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import Final

from leafwright.rules.numerals import Figure, figures_of
from leafwright.rules.reckoning import LanguageText, compare
from leafwright.rules.usage import fold, offset_in

_DIGIT: Final = re.compile(r"\d")
_FEWEST: Final = 2
_OF: Final = re.compile(r" (?:in|of|out of|in every|of every|per) ")
_TOTALS: Final = frozenset({"10", "100", "1000", "10000"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """A number that stands where another one stood, and where in the words that is."""

    message: str
    offset: int


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a number is a number of: a unit, or a total it is out of."""

    units: frozenset[str] = frozenset()
    total: str = ""


def swaps(source: LanguageText, words: LanguageText) -> Iterator[Swap]:
    """Find numbers that stand in another order than those like them in the source, or not beside their total.

    Alike are numbers of one unit, and counts out of one total. Whether count or total is first is no matter.
    """
    if len(_DIGIT.findall(source.text)) < _FEWEST or compare(source, words):
        return
    there = figures_of(words.text, words.language)
    left, kinds = list(there), dict[_Kind, list[Figure]]()
    for kind, want in _kinds(figures_of(source.text, source.language), fold(source.text)):
        match = next((each for each in left if want.equals(each)), None)
        if match is None:
            continue
        left.remove(match)
        kinds.setdefault(kind, []).append(match)
        if kind.total and not any(kind.total in each.readings for each in _beside(match, there)):
            yield _swap(match, f"'{match.written}' does not stand beside its {kind.total} here", words)
    for alike in kinds.values():
        for one, other in pairwise(alike):
            if other.start < one.start and not one.means(other):
                message = f"'{one.written}' stands behind '{other.written}' here, and before it in the source"
                yield _swap(one, message, words)


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


def _beside(figure: Figure, figures: Sequence[Figure]) -> Sequence[Figure]:
    """Return the figures right before and behind one."""
    at = next(number for number, each in enumerate(figures) if each is figure)
    return [*figures[max(at - 1, 0) : at], *figures[at + 1 : at + 2]]


def _swap(figure: Figure, message: str, words: LanguageText) -> Swap:
    return Swap(message=message, offset=offset_in(words.text, figure.start))
