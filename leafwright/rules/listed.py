"""The lists of words beside the rules, as they are written there."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from leafwright.resources import PACKAGE
from leafwright.source import read_source

FOLDER: Final = PACKAGE / "rules" / "words"


@cache
def read_list(file: str) -> Mapping[str, Any]:
    """Read a file of words by its name."""
    return read_source(FOLDER / f"{file}.yaml", f"{file}.yaml")


@cache
def read_words(file: str, name: str) -> frozenset[str]:
    """Read the words that a file lists under a name; none if it lacks the name."""
    return frozenset(read_list(file).get(name, "").split())


def read_phrases(file: str, name: str) -> tuple[str, ...]:
    """Read the phrases that a file lists under a name."""
    return tuple(map(str.strip, read_list(file)[name].split(";")))
