"""Check before the layout whether the families of a sheet have every character on it."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from leafwright.blocks.heading import Heading
from leafwright.families import EVERYWHERE, FALLBACKS, SOURCES, STYLES, SUBSTITUTE, characters
from leafwright.model.reference import Reference
from leafwright.model.walk import TextSpot, fields_of, texts_of, walk
from leafwright.problems import Place, Problem
from leafwright.sheet.brand_theme import Theme
from leafwright.sheet.sheet import Sheet
from leafwright.text import Text

_JOINERS: Final = frozenset("\u200c\u200d")
"""Characters that join and separate letters within a word, in scripts with a fallback font."""
_IN_HEADINGS: Final = frozenset({"title", "heading", "when", "question"})
"""The fields of a record that are printed in the family of headings."""
_NOT_SET: Final = frozenset({"phrases", "alt", "sources", "beside"})
"""The fields of a sheet and its parts that are not checked here; sources have places of their own."""
_BOXES: Final = frozenset("\u2610\u2611\u2612\u2713\u2714\u25a1\u2b1c")
_HYPHENS: Final = frozenset("\u2010\u2011")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """A text, its place, and the family it is printed in."""

    text: Text
    place: Place
    family: str


def rare_signs(text: str) -> frozenset[str]:
    """Return the characters of a text that some family may lack."""
    return frozenset() if text.isascii() else frozenset(text) - EVERYWHERE


def find_missing_signs(sheet: Sheet, references: Mapping[str, Reference]) -> Iterator[Problem]:
    """Report each character that a family of the sheet lacks, at the text it is in."""
    missing: dict[tuple[str, str], set[Place]] = {}
    for written in (*_texts(sheet), *_sources(sheet, references)):
        for sign in sorted(rare_signs(written.text.plain)):
            if sheet.theme.fallbacks and sign in _JOINERS:
                continue
            if sign not in _signs_on(sheet.theme, written.family):
                place = written.text.find_place(sign) or written.place
                missing.setdefault((sign, written.family), set()).add(place)
    for (sign, family), places in missing.items():
        # A phrase that was filled in has no line of its own; what filled it has.
        written_at = {place for place in places if place.file != sheet.key.path} or places
        for place in sorted(written_at):
            yield _missing(sign, family, place)


def _texts(sheet: Sheet) -> Iterator[_Written]:
    for part in filter(None, (sheet, sheet.beside)):
        # To find the place of each text would take most of the time, and most sheets have no rare sign.
        if not any(rare_signs(text.plain) for text in _texts_below(part)):
            continue
        for spot, text in walk(part, without=_NOT_SET):
            family = sheet.theme.headings if _heads(spot) else sheet.theme.base
            yield _Written(text=text, place=text.place or Place(file=sheet.key.path), family=family)


def _texts_below(part: Sheet) -> Iterator[Text]:
    """Go through at least the texts that are checked."""
    return texts_of(tuple(getattr(part, name) for name in fields_of(part) if name not in _NOT_SET))


def _heads(spot: TextSpot) -> bool:
    """Return whether a text is printed in the family of headings."""
    return spot.field in _IN_HEADINGS or (spot.field == "text" and isinstance(spot.owners[-1], Heading))


def _sources(sheet: Sheet, references: Mapping[str, Reference]) -> Iterator[_Written]:
    """Go through the printed sources, each at its entry in the bibliography."""
    for source in sheet.sources:
        rare = rare_signs(source.text.plain)
        entry = next(
            (reference for reference in references.values() if rare and rare & set(str(reference.as_csl()))),
            None,
        )
        place = entry.place if entry else Place(file=sheet.key.path)
        yield _Written(text=source.text, place=place, family=sheet.theme.base)


def _signs_on(theme: Theme, family: str) -> frozenset[str]:
    """Return the characters that a page has in a family; to a brand's own, others are added."""
    own = next((brought for brought in theme.own if brought.family == family), None)
    return own.signs | _signs_of(SUBSTITUTE, theme.scripts) if own else _signs_of(family, theme.scripts)


@cache
def _signs_of(family: str, scripts: tuple[str, ...]) -> frozenset[str]:
    """Return the characters of a family and of its fallback fonts."""
    fallbacks = (FALLBACKS[script].family for script in scripts)
    known = {source.family: source for source in (*SOURCES, *FALLBACKS.values())}
    return frozenset().union(*(characters(known[name].file(min(STYLES))) for name in (family, *fallbacks)))


def _missing(sign: str, family: str, place: Place) -> Problem:
    name = unicodedata.name(sign, "no name").lower()
    shown = f"'{sign}' " if sign.isprintable() else ""
    message = f"{family} has no {shown}(U+{ord(sign):04X}, {name})"
    return Problem(place=place, code="missing-glyph", message=message, hint=_what_to_write(sign))


def _what_to_write(sign: str) -> str:
    """Say what to write instead of a character."""
    plain = unicodedata.normalize("NFKC", sign)
    if unicodedata.category(sign) == "Cf":
        return "take it out: nobody sees it, and lines keep their order without it"
    if sign in _HYPHENS:
        return "type a plain hyphen"
    if sign in _BOXES:
        return "write a block `kind: checklist`, or `kind: appointment` for lines to fill in"
    if plain != sign and plain.isascii() and plain.isalnum():
        return f"write {plain}"
    having = [source.family for source in SOURCES if sign in characters(source.file(min(STYLES)))]
    families = f", or name a family in _brand.yml that has it: {' or '.join(having)}" if having else ""
    return f"write it in words{families}"
