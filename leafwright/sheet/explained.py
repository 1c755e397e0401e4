"""Find where hard words first stand, so that they are explained beside the text.

The glossary stays complete; a word for which there is no room beside the text is explained only there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Final, TypeAlias

from leafwright.blocks.block import PrintedBlock
from leafwright.blocks.glossary import Glossary, Term
from leafwright.blocks.picture import PictureView
from leafwright.model.walk import texts_of
from leafwright.sheet.pictured import WORDS, pictured_words
from leafwright.sheet.sheet import Sheet, SheetSection

MAIN_LETTERS: Final = 58
"""How many letters a line of the text holds; beside a picture it holds half of them."""
NOTE_LETTERS: Final = 25
"""How many letters a line beside the text holds."""
NOTE_LINE: Final = 0.8
"""How high a line beside the text is, in lines of the text."""
HEAD_LINE: Final = 1.25
"""How high a line of a heading is, in lines of the text."""
GAP: Final = 0.4
"""What is between two paragraphs, or two explanations, in lines of the text."""
MOST_WHOLE: Final = 13.0
"""How many lines are kept on one page at most, so that an explanation is beside what it explains."""

_WORD: Final = re.compile(r"\w+")
_ARTICLE: Final = re.compile(r"^[وفبلك]?(?:ال|لل)(?=\w{3})")
_PLURAL: Final = ("", "s", "es")
_LONG: Final = 6
_ENDING: Final = 2
"""How many letters a word may have more than a `_LONG` term; "paint" is no form of "pain"."""

TEXTS: Final = (*WORDS, PictureView)
"""Blocks that may have explanations beside them."""

Unit: TypeAlias = Sequence[PrintedBlock]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Terms explained beside blocks that are kept together, from the `first` to the `last` of these."""

    first: str
    last: str
    terms: tuple[Term, ...]


def explain_beside(sheet: Sheet) -> tuple[Aside, ...]:
    """Explain each term of the glossary beside the first text that says it and is high enough."""
    blocks = [block for section in sheet.flow for block in section.blocks]
    left = [term for block in blocks if isinstance(block, Glossary) for term in block.terms]
    asides: list[Aside] = []
    for section in sheet.flow if left else ():
        for aside in _asides_in(section, left):
            asides.append(aside)
            left = [term for term in left if term not in aside.terms]
    return tuple(asides)


def _asides_in(section: SheetSection, left: Sequence[Term]) -> Iterator[Aside]:
    units, at, left = list(_units(section.blocks)), 0, list(left)
    while at < len(units):
        count, terms = _fit(units[at:], left, head=0 if at else section.head_lines)
        if terms:
            first, last = units[at][0].id, units[at + count - 1][-1].id
            yield Aside(first=first, last=last, terms=terms)
            left = [term for term in left if term not in terms]
        at += count


def _fit(units: Sequence[Unit], left: Sequence[Term], *, head: int) -> tuple[int, tuple[Term, ...]]:
    """Return how many units are kept together, and the terms that are explained beside them."""
    best: tuple[int, tuple[Term, ...]] = (1, ())
    height = 0.0
    for count, unit in enumerate(units, start=1):
        height += _height(unit)
        said = _said_in(units[:count], left)
        if not said or height > MOST_WHOLE or not all(isinstance(block, TEXTS) for block in unit):
            break
        terms = _that_fit(said, height - head * HEAD_LINE)
        if len(terms) > len(best[1]):
            best = (count, terms)
        if len(terms) == len(said):
            break
    return best


def _said_in(units: Sequence[Unit], left: Sequence[Term]) -> list[Term]:
    """List the terms that some texts say, in the order of the texts."""
    texts = (text.plain for unit in units for block in unit for text in texts_of(block))
    words = [bare for text in texts for bare in _words(text)]
    found = ((_find(_words(term.term.plain), words), term) for term in left)
    return [term for at, term in sorted(found, key=lambda pair: pair[0]) if at < len(words)]


def _find(term: Sequence[str], words: Sequence[str]) -> int:
    """Find a term among words, which may have other endings; beyond them if it is not there."""
    for at in range(len(words) - len(term) + 1):
        if all(map(_is_form, words[at : at + len(term)], term)):
            return at
    return len(words)


def _is_form(word: str, term: str) -> bool:
    """Whether a word is a term itself, or the term with an ending."""
    if not word.startswith(term):
        return False
    ending = word.removeprefix(term)
    return ending in _PLURAL or (len(term) >= _LONG and len(ending) <= _ENDING)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """Split a text into words without capitals and without the Arabic article; texts are looked at often."""
    return tuple(_ARTICLE.sub("", word) for word in _WORD.findall(text.casefold()))


def _that_fit(terms: Sequence[Term], room: float) -> tuple[Term, ...]:
    """Return the first of some terms, as many as are no higher than there is room."""
    height, fitting = 0.0, []
    for term in terms:
        height += GAP + NOTE_LINE * (1 + _lines(term.meaning.plain, NOTE_LETTERS))
        if height - GAP > room:
            break
        fitting.append(term)
    return tuple(fitting)


def _units(blocks: Sequence[PrintedBlock]) -> Iterator[Unit]:
    """Go through blocks, and through pairs of a picture and the words beside it."""
    ends = dict(pictured_words(blocks))
    at = 0
    while at < len(blocks):
        end = ends.get(at, at) + 1
        yield blocks[at:end]
        at = end


def _height(unit: Unit) -> float:
    """Return how many lines a unit takes at least."""
    letters = MAIN_LETTERS if len(unit) == 1 else MAIN_LETTERS // 2
    texts = (text for block in unit if not isinstance(block, PictureView) for text in texts_of(block))
    return sum(GAP + _lines(text.plain, letters) for text in texts)


def _lines(text: str, letters: int) -> int:
    return ceil(len(text) / letters)
