"""Words and phrases found in prose: looked up in what the prose holds, and what the list says of each."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Self

from leafwright.rules.passage import Passage, Sentence
from leafwright.rules.reader import Reader, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word as a list has it: the entry it is a form of, and what the list says of it.

    Without advice it is there to be passed over: a longer phrase in which a shorter one is no fault.
    """

    entry: str
    advice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundWord:
    """A word in a passage: as it stands there, as the list has it, and what the list says of it."""

    word: str
    entry: str
    advice: str
    passage: Passage = field(repr=False)
    start: int
    end: int

    @property
    def sentence(self) -> Sentence:
        """The sentence it stands in."""
        return self.passage.sentence_at(self.start)

    @property
    def before(self) -> str:
        """What the sentence says before it."""
        return self.passage.text[self.sentence.start : self.start]

    @property
    def after(self) -> str:
        """What the sentence says after it."""
        return self.sentence.text[self.end - self.sentence.start :]

    @property
    def is_name(self) -> bool:
        """Whether it is part of a name: it has a capital that no beginning of a sentence explains."""
        if not self.word[0].isupper() or self.word.isupper():
            return False
        opens = self.before.strip("(“‘\"'* ") == "" or self.before.rstrip().endswith(":")
        return not opens or bool(re.match(r"\s+[A-Z][a-z]", self.after))


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of a word or phrase in small letters, and the words it has."""

    written: str
    words: tuple[str, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """How it is found in prose. Most forms of a list stand nowhere, and are never asked for theirs."""
        return _pattern_of(self.written)


@lru_cache(maxsize=4096)
def _pattern_of(form: str) -> re.Pattern[str]:
    written = re.escape(form).replace(r"\ ", r"\s+").replace("'", "['’]")
    return re.compile(rf"(?<![\w@/.'’-]){written}(?![\w@/-]|['’]\w|\.\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """Words and phrases in every form that is looked for.

    `openings` maps the first word of a form to all forms that begin with it, the longest first.
    """

    words: Mapping[str, Word]
    openings: Mapping[str, tuple[Form, ...]] = field(repr=False)

    @classmethod
    def of(cls, words: Mapping[str, Word]) -> Self:
        """Make a list of forms in small letters, each with what it is."""
        openings: dict[str, tuple[Form, ...]] = {}
        for written in sorted(words, key=lambda form: (-len(form), form)):
            form = Form(written=written, words=tuple(words_of(written)))
            openings[form.words[0]] = (*openings.get(form.words[0], ()), form)
        return cls(words=words, openings=openings)

    @classmethod
    def saying(cls, advice: Mapping[str, Iterable[str]]) -> Self:
        """Make a list of words as they are written, by the advice they share."""
        return cls.of({form: Word(entry=form, advice=say) for say, forms in advice.items() for form in forms})

    def find(self, reader: Reader) -> Iterator[FoundWord]:
        """Go through the words of the list that stand in a reader's prose, in reading order."""
        known = reader.vocabulary
        there = {
            first: [
                form.pattern for form in self.openings[first] if all(word in known for word in form.words)
            ]
            for first in self.openings.keys() & known.keys()
        }
        at = {place: patterns for first, patterns in there.items() if patterns for place in known[first]}
        done = (-1, -1)
        for place in sorted(at):
            if place <= done:
                continue
            passage = reader.said[place[0]]
            match = next(filter(None, (pattern.match(passage.text, place[1]) for pattern in at[place])), None)
            if match:
                done = (place[0], match.end() - 1)
                word = self.words[_plain(match[0])]
                if word.advice:
                    yield _found(match, word, passage)


def _found(match: re.Match[str], word: Word, passage: Passage) -> FoundWord:
    return FoundWord(
        word=match[0],
        entry=word.entry,
        advice=word.advice,
        passage=passage,
        start=match.start(),
        end=match.end(),
    )


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())
