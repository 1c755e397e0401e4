"""Where titles and messages break: into lines of like length, and not before a last word that is short."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Final

from leafwright.bidi import Direction, find_islands
from leafwright.phrasing.spacing import NO_BREAK
from leafwright.text import Run, Text

LETTER: Final = 0.187
"""The width of a bold letter, in millimetres for each point of its size."""
LONGEST_TIE: Final = 14
"""The most letters of two words that are kept together: more would leave a narrow column."""
FEWEST_WORDS: Final = 3
MOST_LINES: Final = 4
"""The most lines into which a text is balanced."""


def letters_in(width: float, size: float) -> int:
    """Return how many letters of a size in points a line of a width in millimetres holds."""
    return int(width / (size * LETTER))


def tie_end(text: Text) -> Text:
    """Keep the last two words of a heading together, if they are short."""
    last = text.spans[-1] if text.spans else None
    if not isinstance(last, Run) or len(text.plain.split()) < FEWEST_WORDS:
        return text
    before, space, word = last.text.rpartition(" ")
    if not space or NO_BREAK in word or len(before.rpartition(" ")[2]) + len(space + word) > LONGEST_TIE:
        return text
    return replace(text, spans=(*text.spans[:-1], replace(last, text=f"{before}{NO_BREAK}{word}")))


def balance(text: Text, within: Direction, most: int) -> tuple[Text, ...]:
    """Split a text into the fewest lines of at most `most` letters, as equal in length as possible.

    The last one has two words, if there are enough. A text that is not plain is not split, nor are words that
    run against the line.
    """
    run = text.spans[0] if len(text.spans) == 1 else None
    if not isinstance(run, Run) or run.address or len(run.text) <= most:
        return (text,)
    for count in range(1, MOST_LINES):
        ways = [lines for lines in _ways(run.text, within, count) if max(map(len, lines)) <= most]
        if ways:
            best = min(
                ways, key=lambda lines: (len(lines[-1].split()) == 1, sum(len(line) ** 2 for line in lines))
            )
            return tuple(replace(text, spans=(replace(run, text=line),)) for line in best)
    return (text,)


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
