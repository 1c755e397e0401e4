"""Letters and their scripts: find the words of a text that are not in the script of its language."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from leafwright.scripts import script_of
from leafwright.tags import Language

LETTERS: Final[Mapping[str, str]] = {
    "Latn": "A-Za-zÀ-ÖØ-öø-\u024f\u0250-\u02af\u1d00-\u1dbf\u1e00-\u1eff\u2c60-\u2c7f\ua720-\ua7ffªº",
    "Cyrl": "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Arab": "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufdf0-\ufdfd",
    "Hebr": "\u0590-\u05ff",
    "Deva": "\u0900-\u097f\ua8e0-\ua8ff",
    "Beng": "\u0980-\u09ff",
    "Taml": "\u0b80-\u0bff",
    "Thai": "\u0e00-\u0e7f",
    "Hans": "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff",
}
"""The letters of each script, by its ISO 15924 code, as ranges of a regular expression.

Source: the blocks of the Unicode standard.
"""
ALIKE: Final = frozenset({"Latn", "Cyrl", "Grek"})
"""Scripts with letters of the same shape, so that nobody sees when one word mixes them."""
NEIGHBOURS: Final[Mapping[str, Mapping[str, str]]] = {
    "ar": {"ک": "ك", "ی": "ي", "ہ": "ه", "ھ": "ه", "ے": "ي"},
    "fa": {"ك": "ک", "ي": "ی", "ى": "ی"},
    "ur": {"ك": "ک", "ي": "ی", "ى": "ی", "ه": "ہ"},
}
"""By language, letters of other languages in the Arabic script, each with the language's own letter."""
_READY_MADE: Final = "\ufb50-\ufdef\ufe70-\ufefc"
"""Arabic letters in one fixed shape each, which Unicode has only for old files."""
_ANYWHERE: Final = "\u02b0-\u02ff\u00b5\u03bc"
"""Modifiers of letters, and the sign of a millionth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alien:
    """A run of letters that are not the language's; `fault` is set if it is wrong in any context."""

    text: str
    start: int
    fault: str = ""

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


@cache
def _foreign(language: str) -> re.Pattern[str] | None:
    own = LETTERS.get(script_of(language))
    others = "".join(NEIGHBOURS.get(Language(language).base, ()))
    return re.compile(rf"[^\W\d_{own}{_ANYWHERE}]+|[{others or _READY_MADE}]") if own else None


def find_aliens(text: str, language: str) -> tuple[Alien, ...]:
    """Find the letters of a text that are not the language's; none if its script is unknown here."""
    pattern = _foreign(language)
    if pattern is None or not pattern.search(text):
        return ()
    return tuple(_alien(text, match, language) for match in pattern.finditer(text))


def _alien(text: str, match: re.Match[str], language: str) -> Alien:
    own = NEIGHBOURS.get(Language(language).base, {}).get(match[0])
    fault = ""
    if own:
        fault = f"'{match[0]}' is a letter of another language, instead of '{own}'"
    elif re.match(f"[{_READY_MADE}]", match[0]):
        fault = f"'{match[0]}' is one shape of a letter, not the letter itself"
    elif script_of(language) in ALIKE and _is_inside(text, match):
        fault = f"'{match[0][0]}' is {unicodedata.name(match[0][0]).lower()}, in a word of other letters"
    return Alien(text=match[0], start=match.start(), fault=fault)


def _is_inside(text: str, match: re.Match[str]) -> bool:
    """Return whether another letter is directly before or after."""
    return text[: match.start()][-1:].isalpha() or text[match.end() :][:1].isalpha()
