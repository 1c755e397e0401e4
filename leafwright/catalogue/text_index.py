"""A small index of the words in the texts of topics, for the search in the browser.

`templates/catalogue/search.js` reads it. Each line is a word and the numbers of its texts, as gaps between
them; the first sign says how many letters the word shares with the one before it. Numbers are to the base 36.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from leafwright.library import HandoutFile, Library
from leafwright.manifest import Entry
from leafwright.model.identity import once_each
from leafwright.model.walk import texts_of
from leafwright.tags import Language

DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
SHORTEST: Final = 3
"""Shorter words are in almost every text."""
MOST: Final = 20
"""A word in more texts than this tells none from the others: it is said to be in all of them, `*`."""
ARTICLE: Final = "ال"
PLAIN: Final = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h"}
)
"""Letters that Unicode does not decompose, as people write them on a keyboard without them."""
_WORD: Final = re.compile(r"[^\W_]+")

TextKey = tuple[str, str]
"""The topic and the language of a text, which all its sheets share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextIndex:
    """The index as it is written, and the numbers of its texts."""

    written: str = ""
    numbers: Mapping[TextKey, int] = field(default_factory=dict)

    def number_of(self, entry: Entry) -> str:
        """Return the number of the text of a sheet; empty if it is not known."""
        return str(self.numbers.get((entry.topic, entry.language), ""))


def index_texts(entries: Iterable[Entry], library: Library) -> TextIndex:
    """Index what the handouts of a library say on some sheets; clinics' own facts are not in it."""
    files = {(file.topic, file.language): file for file in library.handouts}
    keys = sorted({(entry.topic, entry.language) for entry in entries})
    words = _words_in(library)
    texts: dict[TextKey, frozenset[str]] = {}
    for key in keys:
        if file := _file_of(key, files):
            texts[key] = words[file.name] = words.get(file.name) or frozenset(_words_of(file))
    return TextIndex(
        written=write_index([*texts.values()]), numbers={key: number for number, key in enumerate(texts)}
    )


def write_index(texts: Sequence[Iterable[str]]) -> str:
    """Write the index of the words of some texts."""
    found: dict[str, list[int]] = {}
    for number, words in enumerate(texts):
        for word in set(words):
            found.setdefault(word, []).append(number)
    return "\n".join(_lines(found))


def fold(text: str) -> str:
    """Remove accents, capitals and signs, as `templates/catalogue/fold.js` does."""
    if not text.isascii():
        signs = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in signs if not unicodedata.category(sign).startswith("M"))
    return " ".join(_WORD.findall(text.upper().lower().translate(PLAIN)))


def _lines(found: Mapping[str, list[int]]) -> Iterator[str]:
    before = ""
    for word in sorted(found):
        same = takewhile(lambda pair: pair[0] == pair[1], zip(before, word, strict=False))
        shared = min(sum(1 for _ in same), len(DIGITS) - 1)
        numbers = found[word]
        gaps = (number - last for last, number in zip([0, *numbers], numbers, strict=False))
        listed = "*" if len(numbers) > MOST else " ".join(map(_in_base, gaps))
        yield f"{DIGITS[shared]}{word[shared:]} {listed}"
        before = word


def _in_base(number: int) -> str:
    rest, digit = divmod(number, len(DIGITS))
    return (_in_base(rest) if rest else "") + DIGITS[digit]


def _file_of(key: TextKey, files: Mapping[TextKey, HandoutFile]) -> HandoutFile | None:
    topic, language = key
    names = ((topic, tag) for tag in Language(language).nearest)
    return next((files[name] for name in names if name in files), None)


@once_each
def _words_in(_library: Library) -> dict[str, frozenset[str]]:
    """Return where the words of a library are kept by file, because each text is on two pages."""
    return {}


def _words_of(file: HandoutFile) -> Iterator[str]:
    """Go through the words of a handout; an Arabic one without its article."""
    for text in texts_of(file.handout):
        for word in fold(text.plain).split():
            if len(word) >= SHORTEST and not word.isdigit():
                yield word.removeprefix(ARTICLE) if len(word) > len(ARTICLE) + 2 else word
