"""Names as the National Library of Medicine prints them: family name, initials, suffix, with no stops.

The processor gets each name whole, because it would take HCW as one name and print H, and Th. as T.
"""

import re
from collections.abc import Mapping
from typing import Final

from leafwright.model.markup import plain_words

ET_AL: Final = re.compile(r"et al\.?", re.IGNORECASE)

_PARTICLES: Final = ("dropping-particle", "non-dropping-particle")
_QUOTED: Final = re.compile(r'"([^"]+)"')
_SUFFIX_IN_GIVEN: Final = re.compile(r"(.*?\S)\s*,[\s!]*(\S.*)")
_SUFFIX_AT_END: Final = re.compile(r"(.*\S) ((?:Jr|Sr)\.?|I{2,3}|IV|\d(?:st|nd|rd|th))")
_NO_STOP: Final = re.compile(r"\.(?=,|$)")
_PARTICLES_LAST: Final = re.compile(r"(.*?\S)((?: [a-z\u00df-\u00ff'\u2019]+)+)")
_ELIDED: Final = re.compile(r"(?<=\b\w['\u2019]) |(?<=ll['\u2019]) |(?<=-) ")
_HYPHEN: Final = re.compile(r"[\u2010\u2011-]+")
_MOST_INITIALS: Final = 3
"""Longer words in capitals are names: JOHN. Shorter ones are initials: HCW."""
_TWO_LETTERS: Final = re.compile(r"[A-Z]{2}(?=[a-z])")
"""How Zotero marks a letter that is two letters in Latin script: TSerendorj."""
_INDIC: Final = re.compile("[\u0900-\u0dff]")
"""Scripts whose letters are not printed alone."""
_EAST_ASIAN: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")


def write_name(name: Mapping[str, str]) -> str:
    """Write one name; an organisation's is printed as it is."""
    if literal := name.get("literal"):
        return literal
    given, suffix = _suffix(name)
    given, particles = _particles(given)
    family = family_name(name, particles)
    if _EAST_ASIAN.match(family) and _EAST_ASIAN.match(given):
        return family + given
    return " ".join(part for part in (family, _initials(given), suffix) if part)


def family_name(name: Mapping[str, str], particles: str = "") -> str:
    """Join the particles to the family name: NLM keeps every one before it, and inverts none."""
    # Zotero is told by quotation marks that a family name has no particle.
    family = _QUOTED.sub(r"\1", name["family"]) if _QUOTED.fullmatch(name["family"]) else name["family"]
    parts = (particles, *(name.get(part, "") for part in _PARTICLES), family)
    return _ELIDED.sub("", " ".join(part for part in parts if part))


def _suffix(name: Mapping[str, str]) -> tuple[str, str]:
    """Split a suffix from the given names, if it was written after them."""
    given, suffix = plain_words(name.get("given", "")).strip(), name.get("suffix", "")
    match = _SUFFIX_IN_GIVEN.fullmatch(given) or _SUFFIX_AT_END.fullmatch(given)
    if match and not suffix:
        given, suffix = match.groups()
    return given, _NO_STOP.sub("", suffix)


def _particles(given: str) -> tuple[str, str]:
    """Split particles from the given names, if they were written after them: Ludwig van."""
    match = _PARTICLES_LAST.fullmatch(given)
    return (match[1], match[2].strip()) if match and not match[1].islower() else (given, "")


def _initials(given: str) -> str:
    """Join the initials: J of John, Th of Th., every letter of HCW; words in small letters stay: de la."""
    written = ""
    for word in re.sub(r"\.(?=[^\s.,-])", ". ", given).split():
        first, *others = list(filter(None, _HYPHEN.split(word))) or [word]
        letters = first.lstrip("\u02b9-\u02bf'\u2018\u2019")
        if not letters[:1].isalpha() or letters.islower() or _INDIC.match(letters):
            written += f" {word} "
        else:
            written += "".join(_initial(part) for part in (letters, *others))
    return " ".join(written.split())


def _initial(word: str) -> str:
    letters = word.rstrip(".,")
    if word.endswith(".") or (letters.isupper() and len(letters) <= _MOST_INITIALS):
        return letters
    return letters[:2].capitalize() if _TWO_LETTERS.match(letters) else letters[:1].upper()
