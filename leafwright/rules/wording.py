"""Words and phrases found in prose: one expression for a whole list, and what the list says of each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final, Self

from leafwright.resources import PACKAGE
from leafwright.rules.passage import Passage
from leafwright.rules.reader import Reader, first_words
from leafwright.source import read_source

FOLDER: Final = PACKAGE / "rules" / "words"
_LOUD: Final = """
ALL ALWAYS AND ANY AT BEFORE CALL DO DON'T DON’T EVER FOR IF IMMEDIATELY IMPORTANT IN IS MUST
NEVER NO NOT NOTE NOW OF ON ONLY OR PLEASE READ REMEMBER STOP THE THIS TO URGENT URGENTLY
WARNING WITH YES YOU YOUR
"""
LOUD: Final = frozenset(_LOUD.split())
"""Ordinary words that are no abbreviation, even in capitals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A word in a passage: as it stands there, as the list has it, and what the list says of it."""

    word: str
    entry: str
    advice: str
    passage: Passage = field(repr=False)
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """Words and phrases, each with a word of advice, in every form that is looked for.

    `openings` maps the first word of a form to all forms that begin with it, the longest first.
    """

    advice: Mapping[str, str]
    forms: Mapping[str, str] = field(repr=False)
    openings: Mapping[str, tuple[re.Pattern[str], ...]] = field(repr=False)

    @classmethod
    def of(cls, advice: Mapping[str, str], *, inflected: bool = False) -> Self:
        """Make a list; `inflected` finds the ordinary endings of single words, too."""
        forms = {form: entry for entry in advice for form in (_inflections(entry) if inflected else (entry,))}
        forms |= {entry: entry for entry in advice}
        openings: dict[str, tuple[re.Pattern[str], ...]] = {}
        for form in sorted(forms, key=lambda form: (-len(form), form)):
            first = first_words(form)[0]
            openings[first] = (*openings.get(first, ()), _compiled(form))
        return cls(advice=advice, forms=forms, openings=openings)

    def find(self, reader: Reader) -> Iterator[Found]:
        """Go through the words of the list that stand in a reader's prose, in reading order."""
        at = {
            (index, start): word
            for word in self.openings.keys() & reader.vocabulary.keys()
            for index, start in reader.vocabulary[word]
        }
        done = (-1, -1)
        for place, word in sorted(at.items()):
            if place <= done:
                continue
            passage = reader.prose[place[0]]
            match = next(
                filter(None, (form.match(passage.text, place[1]) for form in self.openings[word])), None
            )
            if match:
                done = (place[0], match.end() - 1)
                yield self._found(match, passage)

    def _found(self, match: re.Match[str], passage: Passage) -> Found:
        entry = self.forms[" ".join(match[0].lower().split())]
        return Found(
            word=match[0],
            entry=entry,
            advice=self.advice[entry],
            passage=passage,
            start=match.start(),
            end=match.end(),
        )


def _compiled(form: str) -> re.Pattern[str]:
    words = re.escape(form).replace(r"\ ", r"\s+")
    return re.compile(rf"(?<![\w@/.'’-]){words}(?![\w@/'’-]|\.\w)", re.IGNORECASE)


@cache
def read_words(name: str) -> WordList:
    """Read a list of rules/words, endings included.

    Raises ContentError for a list that is not a word and its advice on each line.
    """
    tree = read_source(FOLDER / f"{name}.yaml", f"{name}.yaml")
    return WordList.of({str(word): str(advice) for word, advice in tree.items()}, inflected=True)


def _inflections(word: str) -> Iterator[str]:
    """Make the ordinary forms of a verb or a noun; a phrase has none."""
    yield word
    if " " in word:
        return
    if word.endswith("e"):
        yield from (f"{word}s", f"{word}d", f"{word[:-1]}ing")
    elif word.endswith("y") and word[-2] not in "aeiou":
        yield from (f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing")
    elif word.endswith(("s", "x", "sh", "ch")):
        yield from (f"{word}es", f"{word}ed", f"{word}ing")
    else:
        yield from (f"{word}s", f"{word}ed", f"{word}ing")
