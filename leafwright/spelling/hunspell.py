"""Read a dictionary in the form of Hunspell, and ask it; only `check --spelling` imports this module."""

import gc
import re
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Final

from spylls.hunspell import Dictionary
from spylls.hunspell.readers import read_aff, read_dic
from spylls.hunspell.readers.file_reader import FileReader

from leafwright.library.gathering import without_garbage_collection

_BROKEN: Final = (OSError, ValueError, LookupError, TypeError, AttributeError, AssertionError, re.error)
"""What the reader raises for files that are not in Hunspell's form."""
_SPLIT: Final = "twowords"
"""The kind of suggestions to split a word where that happens to be possible."""


class DictionaryError(Exception):
    """A dictionary cannot be read; the message says why."""


class _ClosingReader(FileReader):  # type: ignore[misc]  # the package has no types
    """Reads a file at once, because its base leaves it open."""

    def _open(self, path: str, encoding: str) -> StringIO:
        return StringIO(Path(path).read_text(encoding, errors="surrogateescape"))


class HunspellDictionary:
    """A dictionary, read from its two files."""

    def __init__(self, path: Path) -> None:
        """Read `path` with the suffixes .aff and .dic. Raises DictionaryError for files of another form."""
        try:
            affixes, context = read_aff(_ClosingReader(f"{path}.aff"))
            words = _ClosingReader(f"{path}.dic", encoding=context.encoding)
            self._dictionary = Dictionary(affixes, read_dic(words, aff=affixes, context=context))
            self._dictionary.lookup("word")
        except _BROKEN as error:
            raise DictionaryError(str(error) or type(error).__name__) from error
        # A search for similar words among all takes seconds for each word; those a slip away take none.
        self._dictionary.suggester.words_for_ngram = []

    def has(self, word: str) -> bool:
        """Return whether a word is in the dictionary, in any of its forms."""
        return bool(self._dictionary.lookup(word))

    def suggest(self, word: str) -> str:
        """Return the word that is most likely meant; empty if none is a slip away."""
        near = self._dictionary.suggester.suggestions(word)
        return next((str(found.text) for found in near if found.kind != _SPLIT), "")


@cache
def read_dictionary(path: Path) -> HunspellDictionary:
    """Read a dictionary once."""
    with without_garbage_collection():
        dictionary = HunspellDictionary(path)
        gc.freeze()  # it stays in memory, so the collector need not look through it
    return dictionary
