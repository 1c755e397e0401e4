"""Find the words and phrases of a list in prose."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Self

from leafwright.rules.passage import Passage, Sentence
from leafwright.rules.reader import Reader, words_of

_Vocabulary = Mapping[str, tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a list: the entry it is a form of, and the list's advice.

    A word without advice is skipped: a longer phrase in which a shorter one is right.
    """

    entry: str
    advice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundWord:
    """A word in a passage: as it is written there, its entry in the list, and the list's advice."""

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
        """The part of the sentence before it."""
        return self.passage.text[self.sentence.start : self.start]

    @property
    def after(self) -> str:
        """The part of the sentence after it."""
        return self.sentence.text[self.end - self.sentence.start :]

    @property
    def is_name(self) -> bool:
        """Whether it is part of a name: it has a capital, and not because it begins a sentence."""
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
        """The pattern that finds it; compiled on use, because most forms of a list are in no handout."""
        return _pattern_of(self.written)


@lru_cache(maxsize=4096)
def _pattern_of(form: str) -> re.Pattern[str]:
    written = re.escape(form).replace(r"\ ", r"\s+").replace("'", "['’]")
    return re.compile(rf"(?<![\w@/.'’-]){written}(?![\w@/-]|['’]\w|\.\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """Words and phrases in every form.

    `openings` maps the first word of a form to all forms that begin with it, the longest first.
    """

    words: Mapping[str, Word]
    openings: Mapping[str, tuple[Form, ...]] = field(repr=False)

    @classmethod
    def of(cls, words: Mapping[str, Word]) -> Self:
        """Make a list from forms in small letters."""
        openings: dict[str, tuple[Form, ...]] = {}
        for written in sorted(words, key=lambda form: (-len(form), form)):
            form = Form(written=written, words=tuple(words_of(written)))
            openings[form.words[0]] = (*openings.get(form.words[0], ()), form)
        return cls(words=words, openings=openings)

    @classmethod
    def saying(cls, advice: Mapping[str, Iterable[str]]) -> Self:
        """Make a list of words that have no other forms, grouped by their advice."""
        return cls.of({form: Word(entry=form, advice=say) for say, forms in advice.items() for form in forms})

    def find(self, reader: Reader) -> Iterator[FoundWord]:
        """Find the words of the list in a reader's prose, in reading order."""
        candidates = self._candidates(reader.vocabulary)
        done = (-1, -1)
        for place in sorted(candidates):
            if place <= done:
                continue
            passage = reader.prose_and_risks[place[0]]
            matches = (pattern.match(passage.text, place[1]) for pattern in candidates[place])
            if match := next(filter(None, matches), None):
                done = (place[0], match.end() - 1)
                word = self.words[_plain(match[0])]
                if word.advice:
                    yield _found(match, word, passage)

    def _candidates(self, vocabulary: _Vocabulary) -> dict[tuple[int, int], list[re.Pattern[str]]]:
        """Return the forms that may begin at each place, because the prose has all of their words."""
        candidates: dict[tuple[int, int], list[re.Pattern[str]]] = {}
        for first in self.openings.keys() & vocabulary.keys():
            forms = (form for form in self.openings[first] if vocabulary.keys() >= {*form.words})
            if patterns := [form.pattern for form in forms]:
                candidates |= dict.fromkeys(vocabulary[first], patterns)
        return candidates


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
