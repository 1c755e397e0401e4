"""Compare the numbers of a text with those of its translation: which are lost, changed or new.

The numbers of a text are compared as a set, because languages order them differently.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import Final

from leafwright.rules.bilingual import Bilingual, TextPair
from leafwright.rules.numerals import MINUS, Figure, figures_of
from leafwright.rules.usage import PERCENT, any_of, fold, offset_in, usage_of
from leafwright.tags import Language

_DIGIT: Final = re.compile(r"[\d½⅓⅔¼¾]")
_SPELLED: Final = {
    word: frozenset({str(number)})
    for number, words in enumerate(
        (
            ("zero", "none"),
            ("one", "once", "single", "first"),
            ("two", "twice", "both", "second", "pair"),
            ("three", "third"),
            ("four", "fourth"),
            ("five", "fifth"),
            ("six", "sixth"),
            ("seven",),
            ("eight",),
            ("nine",),
            ("ten",),
            ("eleven",),
            ("twelve",),
        )
    )
    for word in words
}
"""English words for numbers, for which a translation may write digits."""
_STEM: Final = 4
"""The letters of a word that stay the same when it takes another ending."""
_WORD: Final = re.compile(r"[a-z]+")
_DUAL: Final = {"ar": re.compile(r"\w{3,}(?:ين|ان)(?!\w)")}
"""The ending for two of anything, which such a language writes instead of a digit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberDifference:
    """A number that the words lack, a number that the source lacks, or both.

    `offset` is where in the words the new number stands.
    """

    lost: str = ""
    new: str = ""
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageText:
    """A text and its language."""

    text: str
    language: str


def texts_of(pair: TextPair, reading: Bilingual) -> tuple[LanguageText, LanguageText]:
    """Return the text of the source and its translation, each with its language."""
    return (
        LanguageText(text=pair.source_plain, language=reading.source_language),
        LanguageText(text=pair.translated, language=reading.language),
    )


@lru_cache(maxsize=4096)  # two rules call it with the same texts
def compare(source: LanguageText, words: LanguageText) -> tuple[NumberDifference, ...]:
    """Find where the numbers of a translation are not those of its source."""
    if not (_DIGIT.search(source.text) or _DIGIT.search(words.text)):
        return ()
    expected = figures_of(source.text, source.language)
    figures = figures_of(words.text, words.language)
    differences = _differences(expected, figures, source, words)
    if differences and " " in "".join(figure.written for figure in figures):
        # Two numbers side by side look like thousands set apart by a space.
        apart = figures_of(words.text, words.language, spaced=False)
        differences = min(differences, _differences(expected, apart, source, words), key=len)
    return differences


def _differences(
    expected: Sequence[Figure], printed: Sequence[Figure], source: LanguageText, words: LanguageText
) -> tuple[NumberDifference, ...]:
    lost, new = _unmatched(expected, printed, words)
    new = list(_without_said(new, source))
    lost = list(_without_single(lost, words))
    pairs = zip_longest(lost if new else _without_dual(lost, words), new)
    return tuple(_difference(one, other, words) for one, other in pairs)


def _unmatched(
    expected: Sequence[Figure], printed: Sequence[Figure], words: LanguageText
) -> tuple[list[Figure], list[Figure]]:
    """Match figures, exact matches first; return those of the source and of the words that differ."""
    lost, new = list(expected), list(printed)
    same = [pair for test in (_is_exactly, Figure.equals) for pair in _take(lost, new, test)]
    changed = [*_crossed(same), *_take(lost, new, Figure.means)]
    changed += [pair for pair in same if _is_turned(*pair)]
    bare = [(figure, match) for figure, match in same if PERCENT in figure.units and not match.units]
    changed += bare if bare and not _says_percent(words) else []
    return [*(figure for figure, _ in changed), *lost], [*(match for _, match in changed), *new]


def _take(
    lost: list[Figure], new: list[Figure], test: Callable[[Figure, Figure], bool]
) -> Iterator[tuple[Figure, Figure]]:
    """Remove the figures that match from both lists, and yield them as pairs."""
    for figure in tuple(lost):
        if match := next((other for other in new if test(figure, other)), None):
            lost.remove(figure)
            new.remove(match)
            yield figure, match


def _crossed(pairs: Sequence[tuple[Figure, Figure]]) -> Iterator[tuple[Figure, Figure]]:
    """Go through the figures that have the unit of another one, as in 500 tablets of 2 mg."""
    for figure, match in pairs:
        without = (other for one, other in pairs if one.units & match.units and not other.units)
        if not figure.units and match.units and any(without):
            yield figure, match


def _says_percent(words: LanguageText) -> bool:
    """Return whether a text has a sign or a word for percentages, with any ending."""
    text = fold(words.text).lower()
    forms = (form for form, units in usage_of(words.language).units.items() if PERCENT in units)
    return any(max(form.split(), key=len)[:_STEM] in text for form in forms)


def _is_exactly(one: Figure, other: Figure) -> bool:
    return one.readings == other.readings and one.units == other.units and one.sign == other.sign


def _is_turned(one: Figure, other: Figure) -> bool:
    """Return whether two figures differ in sign; a word may stand for `<`, but hardly for a minus."""
    signs = {one.sign, other.sign}
    return len(signs) > 1 and ("" not in signs or MINUS in signs)


def _without_single(lost: Iterable[Figure], words: LanguageText) -> Iterator[Figure]:
    """Leave out one or two of a unit if the language says it without a number, as Arabic does."""
    single, text = usage_of(words.language).single, fold(words.text).lower()
    for figure in lost:
        fitting = (
            word
            for word, counts in single.items()
            if any(str(count) in figure.readings and unit in figure.units for count, unit in counts)
        )
        if not re.search(rf"(?:{any_of(fitting)})", text):
            yield figure


def _without_dual(lost: Iterable[Figure], words: LanguageText) -> Iterator[Figure]:
    """Leave out two of something without a unit, as often as the words have a dual."""
    dual = Language(words.language).choose(_DUAL)
    duals = len(dual.findall(fold(words.text))) if dual else 0
    for figure in lost:
        if "2" in figure.readings and not figure.units and duals:
            duals -= 1
        else:
            yield figure


def _without_said(new: Iterable[Figure], source: LanguageText) -> Iterator[Figure]:
    """Leave out numbers that the source writes as a word."""
    spelled = [_SPELLED[word] for word in _WORD.findall(source.text.lower()) if word in _SPELLED]
    for figure in new:
        match = next((readings for readings in spelled if readings & figure.readings), None)
        if match:
            spelled.remove(match)
        else:
            yield figure


def _difference(lost: Figure | None, new: Figure | None, words: LanguageText) -> NumberDifference:
    offset = offset_in(words.text, new.start) if new else 0
    return NumberDifference(lost=lost.written if lost else "", new=new.written if new else "", offset=offset)
