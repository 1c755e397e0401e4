"""Where titles and messages break: into lines of like length, and not before a last word that is short."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Final

from leafwright.bidi import Direction, find_islands
from leafwright.phrasing.spacing import NO_BREAK
from leafwright.text import Citation, Run, Span, Text

LETTER: Final = 0.187
"""The width of a bold letter, in millimetres for each point of its size."""
LONGEST_TIE: Final = 14
"""The most letters of two words that are kept together: more would leave a narrow column."""
FEWEST_WORDS: Final = 3
MOST_LINES: Final = 4
"""The most lines into which a text is balanced."""
_TURNED: Final = re.compile(r"[\u0590-\u08ff]")
"""A letter of a script that is read from right to left."""


def letters_in(width: float, size: float) -> int:
    """Return how many letters of a size in points a line of a width in millimetres holds."""
    return int(width / (size * LETTER))


def tie_end(text: Text) -> Text:
    """Keep the last two words of a text together, if they are short."""
    if len(text.plain.split()) < FEWEST_WORDS:
        return text
    *before, last = text.spans
    if isinstance(last, Citation):
        return replace(text, spans=(*_lengthened(before, last),))
    if not isinstance(last, Run):
        return text
    start, space, word = last.text.rpartition(" ")
    if not space or NO_BREAK in word or _is_apart(start, word):
        return text
    return replace(text, spans=(*before, replace(last, text=f"{start}{NO_BREAK}{word}")))


def _lengthened(before: list[Span], citation: Citation) -> Iterator[Span]:
    """Add the second last word to the one before a marker, with which it is kept."""
    *rest, last = before or [citation]
    word = citation.word
    if isinstance(last, Run) and word and last == replace(word, text=last.text) and last.text[-1:] == " ":
        start, space, second = last.text.rstrip(" ").rpartition(" ")
        if space and NO_BREAK not in second + word.text and not _is_apart(second, word.text):
            bound = replace(citation, word=replace(word, text=f"{second}{NO_BREAK}{word.text}"))
            yield from (*rest, replace(last, text=start + space), bound)
            return
    yield from (*before, citation)


def _is_apart(before: str, word: str) -> bool:
    """Return whether the word after a text is not kept with the one that ends it.

    It is too long, or the line turns between them: from right to left a bound number would leave its run.
    """
    last = before.rpartition(" ")[2]
    return len(last) + 1 + len(word) > LONGEST_TIE or bool(_TURNED.search(last)) != bool(_TURNED.search(word))


def balance(text: Text, within: Direction, most: int) -> tuple[Text, ...]:
    """Split a text into the fewest lines of at most `most` letters, as equal in length as possible.

    The last one has two words, if there are enough; a line ends with the colon, if there is one. A text that
    is not plain is not split, nor are words that run against the line.
    """
    run = text.spans[0] if len(text.spans) == 1 else None
    if not isinstance(run, Run) or run.address or len(run.text) <= most:
        return (text,)
    for count in range(1, MOST_LINES):
        ways = [lines for lines in _ways(run.text, within, count) if max(map(len, lines)) <= most]
        if ways:
            return tuple(
                replace(text, spans=(replace(run, text=line),)) for line in min(ways, key=_uneasiness)
            )
    return (text,)


def _uneasiness(lines: list[str]) -> tuple[bool, bool, int]:
    """Weigh a way to break a text: its last word alone, no colon that ends a line, lines of unlike length."""
    at_colon = any(line.endswith(":") for line in lines[:-1])
    return len(lines[-1].split()) == 1, not at_colon, sum(len(line) ** 2 for line in lines)


def _ways(words: str, within: Direction, count: int) -> Iterator[list[str]]:
    """Go through the ways to break words at `count` of their spaces."""
    islands = list(find_islands(words, within))
    spaces = [
        at
        for at, sign in enumerate(words)
        if sign == " " and not any(start < at < end for start, end in islands)
    ]
    for chosen in combinations(spaces, count):
        yield [words[start + 1 : end] for start, end in pairwise((-1, *chosen, len(words)))]
