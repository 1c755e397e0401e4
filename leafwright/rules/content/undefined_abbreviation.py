"""An abbreviation is never spelled out."""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.rules import Finding, Passage, Reader
from leafwright.rules.initials import MEANT, has_initials
from leafwright.rules.lexicon import loud_words
from leafwright.rules.passage import just_before

_CAPITALS: Final = re.compile(
    r"(?<![\w@/.&-])(?P<letters>[A-Z]{2,5})s?(?![\w@/&]|-\w|\.\w|\s\d[A-Z]|\s\d{5}\b)"
)
_TWO: Final = re.compile(r"[A-Z]{2}")
_SHOUTED: Final = re.compile(r"\b[A-Z]{2,}(?:[ ,]+[A-Z]{2,})+\b")
_ROMAN: Final = re.compile(r"[IVX]+")
_OF_A_SERIES: Final = re.compile(
    r"(?:type|stage|phase|grade|class|part|level|table|figure)s?\s+$", re.IGNORECASE
)
_CLOCK: Final = re.compile(r"\d\s?$")
_LATIN: Final = frozenset(("CF", "EG", "IE", "NB"))
"""The rule `latin-abbreviation` finds these."""
_IN_BRACKETS: Final = re.compile(r"[a-z]['’]?\s\($")
_TOO_SHORT: Final = 2
"""So few consecutive words may begin with given letters by chance."""


def check(reader: Reader, *, known: tuple[str, ...]) -> Iterator[Finding]:
    """Report abbreviations that nothing explains, once each; `known` needs no explanation."""
    explained = {*known, *loud_words(), *_LATIN}
    explained |= {word.upper() for term in reader.terms for word in re.split(r"[^\w]+", term)}
    first: dict[str, tuple[Passage, int]] = {}
    for passage in reader.said:
        for short in _abbreviations(passage) if _TWO.search(passage.text) else ():
            letters = short["letters"]
            if _is_spelled_out(short, passage.text):
                explained.add(letters)
            first.setdefault(letters, (passage, short.start()))
    for letters, (passage, start) in first.items():
        if letters not in explained:
            yield Finding(
                place=passage.place_at(start),
                message=f"'{letters}' is not spelled out",
                hint=f"write it in full first, then ({letters}); or explain it in the glossary",
            )


def _abbreviations(passage: Passage) -> Iterator[re.Match[str]]:
    """Go through the abbreviations that are not numbers or part of shouted words."""
    shouted = [
        run for run in _SHOUTED.finditer(passage.text) if loud_words() & set(re.split(r"[ ,]+", run[0]))
    ]
    for match in _CAPITALS.finditer(passage.text):
        before = just_before(passage.text, match.start())
        roman = _ROMAN.fullmatch(match["letters"]) and (
            match["letters"] != "IV" or _OF_A_SERIES.search(before)
        )
        clock = match["letters"] in {"AM", "PM"} and _CLOCK.search(before)
        if not roman and not clock and not any(run.start() <= match.start() < run.end() for run in shouted):
            yield match


def _is_spelled_out(match: re.Match[str], text: str) -> bool:
    """Return whether brackets or words beside it explain it, or words of its passage have its initials."""
    before, after = just_before(text, match.start()), text[match.end() :]
    if re.match(r"\s*\([a-zA-Z]", after) or MEANT.match(after):
        return True
    if _IN_BRACKETS.search(before) and after.startswith((")", ",", ";")):
        return True
    return len(match["letters"]) > _TOO_SHORT and has_initials(match["letters"], text)
