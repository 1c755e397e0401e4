"""Word lists: plain text, one word a line."""

from collections.abc import Iterator
from functools import cache

from leafwright.problems import Place, Problem
from leafwright.resources import PACKAGE
from leafwright.spelling.words import WORD
from leafwright.tags import Language

ANY = "any"
"""The name of the list for all languages, beside those named for a language."""


@cache
def bundled_words(tag: str) -> frozenset[str]:
    """Read the medical words that Leafwright brings for the language of a dictionary, and those for all."""
    folder = PACKAGE / "spelling" / "words"
    paths = (folder / f"{name}.txt" for name in (ANY, *Language(tag).nearest))
    texts = (path.read_text("utf-8") for path in paths if path.is_file())
    return frozenset(word for text in texts for _, word in _entries(text))


def read_words(text: str, name: str) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """Read a list; a line that is not one word is reported, with its place in the file `name`."""
    entries = [*_entries(text)]
    words = (word for _, word in entries if WORD.fullmatch(word))
    faults = (
        _not_a_word(word, Place(file=name, line=at)) for at, word in entries if not WORD.fullmatch(word)
    )
    return frozenset(words), tuple(faults)


def _entries(text: str) -> Iterator[tuple[int, str]]:
    """Go through the lines with a word, without comments, each with its number."""
    for number, line in enumerate(text.splitlines(), start=1):
        if word := line.partition("#")[0].strip():
            yield number, word


def _not_a_word(written: str, place: Place) -> Problem:
    return Problem(
        place=place,
        code="not-a-word",
        message=f"'{written}' is not one word",
        hint="write one word a line, of letters; only a hyphen or an apostrophe may be within it",
    )
