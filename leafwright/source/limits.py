"""What a single text may not be: too long, or with a character that no text has."""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.problems import Problem, problem_at
from leafwright.source.nodes import Scalar
from leafwright.source.signs import NO_TEXT, UNSPACED, named

MOST_DEPTH: Final = 24
MOST_NODES: Final = 50_000
MOST_LETTERS: Final = 5_000
"""The longest text of one value: a page and a half of a leaflet."""
MOST_IN_WORD: Final = 300
"""The longest word, in characters: a very long web address."""
_LONG_WORD: Final = re.compile(rf"\S{{{MOST_IN_WORD + 1},}}")


def check_text(scalar: Scalar) -> Iterator[Problem]:
    """Report a text or a word that is too long, and a character that only an escape can make.

    Thai and Chinese have no spaces between words.
    """
    if scalar.written.style == '"' and (match := NO_TEXT.search(scalar)):
        message = f"a backslash makes {named(match.group())} here, which no text has"
        hint = "write two backslashes for one, or the text without quotes"
        yield problem_at(scalar.place_at(match.start()), "not-text", message, hint)
    if len(scalar) > MOST_LETTERS:
        message = f"a text of {len(scalar):,} letters and signs"
        hint = f"at most {MOST_LETTERS:,} are read: split it into several"
        yield problem_at(scalar.place, "too-long", message, hint)
    elif (
        len(scalar) > MOST_IN_WORD
        and (word := _LONG_WORD.search(scalar))
        and not UNSPACED.search(word.group())
    ):
        message = f"a word of {len(word.group()):,} letters and signs"
        hint = f"at most {MOST_IN_WORD} are read: put spaces into it"
        yield problem_at(scalar.place_at(word.start()), "too-long", message, hint)
