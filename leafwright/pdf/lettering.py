"""Check a sheet's type: no glyph is missing, the families are right, and no letter is too small."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from leafwright.families import fallback_scripts, figures_of
from leafwright.page_format import NOWHERE
from leafwright.pdf.extract import Strip
from leafwright.pdf.measure import Measured
from leafwright.problems import Problem, quoted
from leafwright.sheet.inventory import printed_texts

_MISSING: Final = re.compile(r'\.notdef glyph rendered .*"(.)" \(U\+', re.DOTALL)


def is_missing_glyph(warning: str) -> bool:
    """Return whether a warning of the engine is about a character that no font has."""
    return bool(_MISSING.match(warning))


def find_missing_glyphs(measured: Measured) -> Iterator[Problem]:
    """Report each character that no font of the sheet has, where it was written."""
    for sign in sorted({match[1] for warning in measured.warnings if (match := _MISSING.match(warning))}):
        name = unicodedata.name(sign, "no name").lower()
        message = f"no font has the character '{sign}' (U+{ord(sign):04X}, {name})"
        places = (
            printed_text.text.find_place(sign) or printed_text.place
            for printed_text in printed_texts(measured.sheet)
            if sign in printed_text.text.plain
        )
        place, hint = next(places, measured.place), "write it in letters the fonts have"
        yield Problem(place=place, code="missing-glyph", message=message, hint=hint)


def find_wrong_fonts(measured: Measured) -> Iterator[Problem]:
    """Report unexpected families, expected families that are not used, and fonts that are not embedded.

    A sheet in a script with a fallback font need not use the brand's families.
    """
    theme = measured.sheet.theme
    families = {theme.base, theme.headings, *theme.fallbacks}
    needed = set(theme.fallbacks) if fallback_scripts([measured.sheet.key.language]) else families
    allowed = families.union(theme.substitutes, *map(figures_of, families))
    used = {strip.family: strip for strip in reversed(measured.strips)}
    names = " and ".join(sorted(families))
    hint = f"the sheet asks for {names}"
    for family in sorted(used.keys() - allowed):
        message = f"{quoted(used[family].text)} is set in {family}"
        yield Problem(place=measured.place_at(used[family]), code="wrong-font", message=message, hint=hint)
    for family, strip in _with_other_digits(measured.strips).items():
        message = f"the digits of {quoted(strip.text)} are not set in {family}"
        hint = "name the family of the brand by `var(--font-base)`"
        yield Problem(place=measured.place_at(strip), code="wrong-font", message=message, hint=hint)
    for family in sorted(needed - used.keys()):
        message = f"nothing is set in {family}"
        yield Problem(place=measured.place, code="wrong-font", message=message, hint=hint)
    for family in sorted({strip.family for strip in measured.strips if not strip.embedded}):
        message = f"{family} is not embedded in the file"
        yield Problem(place=measured.place, code="wrong-font", message=message)


def _with_other_digits(strips: Iterable[Strip]) -> dict[str, Strip]:
    """Collect a strip whose zero is not in the family for it, by that family.

    If marked content has its own text, each strip of it has all of that text.
    """
    families: dict[tuple[int, int, str], set[str]] = {}
    for strip in strips:
        families.setdefault(_text_of(strip), set()).add(strip.family)
    zeros = ((strip, figures_of(strip.family)) for strip in strips if "0" in strip.text)
    return {own[0]: strip for strip, own in zeros if own and own[0] not in families[_text_of(strip)]}


def _text_of(strip: Strip) -> tuple[int, int, str]:
    return strip.box.page, strip.mark, strip.text


def find_small_type(measured: Measured) -> Iterator[Problem]:
    """Report text smaller than its edition allows."""
    edition, least = measured.sheet.key.edition, measured.sheet.format.type.smallest
    by_size: dict[str, list[Strip]] = {}
    for strip in measured.strips:
        if round(strip.size, 2) < least:
            by_size.setdefault(f"{strip.size:.3g} pt", []).append(strip)
    for size, small in by_size.items():
        message = f"{quoted(small[0].text)} on page {small[0].box.page} is set in {size}"
        if len(small) > 1:
            message += f", and so are {len(small) - 1} more"
        hint = f"{edition} has at least {least:g} pt{_set_in(measured)}"
        yield Problem(place=measured.place_at(small[0]), code="small-type", message=message, hint=hint)


def _set_in(measured: Measured) -> str:
    """Say where the least size is set, if a file says it."""
    place = measured.sheet.format.type.place_of("smallest")
    return "" if place == NOWHERE else f", set in {place.file}, line {place.line}"
