"""Sort the terms of a glossary by the alphabet of its language, because readers look them up."""

import re
import unicodedata
from dataclasses import replace
from functools import cache
from typing import Final

from leafwright.blocks.block import PrintedBlock
from leafwright.blocks.glossary import Glossary
from leafwright.model.words import Words
from leafwright.sheet.sheet import Sheet

COMMON: Final = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
"""The alphabet of a language that has no entry of its own: accents do not count."""
_JOINED: Final = str.maketrans({"œ": "oe", "æ": "ae"})
_ELSEWHERE: Final = 0x1000
"""Added to letters of another alphabet, so that they come after all letters of this one."""

Key = tuple[tuple[int, ...], str]


def order_terms(sheet: Sheet, leader: Sheet, words: Words) -> Sheet:
    """Sort the glossaries of a sheet in the order of its `leader`: itself, or the sheet beside it."""
    sections = tuple(
        replace(
            section,
            blocks=tuple(
                _ordered(block, twin, words) for block, twin in zip(section.blocks, ahead.blocks, strict=True)
            ),
        )
        for section, ahead in zip(sheet.sections, leader.sections, strict=True)
    )
    return replace(sheet, sections=sections)


def _ordered(block: PrintedBlock, twin: PrintedBlock, words: Words) -> PrintedBlock:
    if not isinstance(block, Glossary) or not isinstance(twin, Glossary):
        return block
    keys = [alphabetical(entry.term.plain, words.alphabet or COMMON) for entry in twin.terms]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    return block.model_copy(update={"terms": tuple(block.terms[index] for index in order)})


def alphabetical(words: str, alphabet: str) -> Key:
    """Make the key to sort words by: their letters by place in an alphabet, then the ignored accents.

    A character that is not a letter comes before all letters. Letters of no listed alphabet, such as Arabic,
    come in the order of Unicode, which is their own.
    """
    written = unicodedata.normalize("NFC", words.casefold()).translate(_JOINED)
    places, pattern = _alphabet(alphabet)
    return tuple(place for letters in pattern.findall(written) for place in _places(letters, places)), written


def _places(letters: str, places: dict[str, int]) -> tuple[int, ...]:
    if letters in places:
        return (places[letters],)
    bare = unicodedata.normalize("NFD", letters)[0]
    if bare in places:
        return (places[bare],)
    return (ord(bare) + _ELSEWHERE if bare.isalpha() else 0,) if not unicodedata.combining(bare) else ()


@cache
def _alphabet(letters: str) -> tuple[dict[str, int], re.Pattern[str]]:
    """Give each letter a number, and make a pattern to read a text by letters: `ll` in Welsh is one."""
    places = {letter: place for place, letter in enumerate(letters.split(), start=1)}
    longest = sorted(places, key=len, reverse=True)
    return places, re.compile("|".join([*map(re.escape, longest), "."]), re.DOTALL)
