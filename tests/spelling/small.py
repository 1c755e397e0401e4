"""Small dictionaries in the form of Hunspell, which take no time to read."""

from collections.abc import Iterable, Mapping
from typing import Final

AFFIXES: Final = "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\nSFX S Y 1\nSFX S 0 s .\n"
ENGLISH: Final = (
    "receive",
    "your",
    "knee/S",
    "letter",
    "will",
    "you",
    "rest",
    "the",
    "ask",
    "look",
    "letters",
)


def dictionary(language: str, words: Iterable[str] = ENGLISH) -> Mapping[str, str]:
    """Make the two files of a dictionary, by their paths in a workspace."""
    listed = [*words]
    return {
        f"words/spelling/{language}.aff": AFFIXES,
        f"words/spelling/{language}.dic": "\n".join([str(len(listed)), *listed, ""]),
    }
