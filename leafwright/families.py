"""The font families of pages: those that a brand may choose, and the fallbacks for other scripts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Final, TypeAlias

from leafwright.resources import how_to_add
from leafwright.scripts import SCRIPTS, letters_of, script_of

STYLES: Mapping[int, str] = {400: "Regular", 700: "Bold"}


Signs: TypeAlias = Mapping[str, frozenset[str]]
"""The characters of families, by their names."""
NO_SIGNS: Final[Signs] = {}


class FontError(RuntimeError):
    """The font set cannot be made or used; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FontSource:
    """A family and its font files; a variable family has both weights in one file.

    `brought_by` and `folder` name the Python package with its files and their folder, if the family has no
    package of its own. A family of an `extra` is not always installed. `figures_from` names the family whose
    digits are printed in place of its own, and `figures_weights` where that one is as heavy as this. A family
    that is only such digits is `beside` the one it is drawn for.
    """

    family: str
    regular: str
    bold: str
    brought_by: str = ""
    folder: str = "files"
    extra: str = ""
    figures_from: str = ""
    figures_weights: tuple[int, int] = (400, 700)
    beside: "FontSource | None" = None

    @property
    def package(self) -> str:
        """The Python package with the family's files."""
        return self.brought_by or "fontpkg-" + self.family.lower().replace(" ", "-")

    @property
    def installed(self) -> bool:
        """Whether the package is installed."""
        try:
            _folder_of(self.package)
        except PackageNotFoundError:
            return False
        return True

    def file(self, weight: int) -> Path:
        """Find the installed file of a weight; raises FontError when its package is missing."""
        try:
            package = _folder_of(self.package)
        except PackageNotFoundError:
            raise FontError(f"{self.package} is not installed: {how_to_install(self.extra)}") from None
        name = self.bold if weight == max(STYLES) else self.regular
        return package / self.folder / name


@cache
def _folder_of(package: str) -> Path:
    """Return the folder of an installed package; cached, because each look-up reads a folder."""
    return Path(str(distribution(package).locate_file(package.replace("-", "_"))))


SOURCES = (
    FontSource(
        family="Atkinson Hyperlegible",
        regular="AtkinsonHyperlegible-Regular.ttf",
        bold="AtkinsonHyperlegible-Bold.ttf",
        figures_from="Figtree",  # it has no zero without a slash, which makes 1,000 hard to read
        figures_weights=(440, 820),
    ),
    FontSource(family="Figtree", regular="Figtree[wght].ttf", bold="Figtree[wght].ttf"),
    FontSource(family="Public Sans", regular="PublicSans[wght].ttf", bold="PublicSans[wght].ttf"),
    FontSource(family="Source Sans 3", regular="SourceSans3[wght].ttf", bold="SourceSans3[wght].ttf"),
)

FAMILIES = tuple(source.family for source in SOURCES)
"""The families a brand may name: a closed list, each in roman 400 and 700."""

ITALIC: Final = " Italic"


def _italic_of(roman: FontSource) -> FontSource:
    return replace(
        roman,
        family=f"{roman.family}{ITALIC}",
        regular=roman.regular.replace("-Regular", "-Italic").replace("[wght]", "-Italic[wght]"),
        bold=roman.bold.replace("-Bold", "-BoldItalic").replace("[wght]", "-Italic[wght]"),
        brought_by=roman.package,
        beside=_italic_of(roman.beside) if roman.beside else None,
    )


def figures_of(family: str) -> tuple[str, ...]:
    """Name the family whose digits are printed in place of a family's own, or none."""
    host = next((source for source in SOURCES if source.family == family), None)
    return (f"Figures for {family}",) if host and host.figures_from else ()


def _figures_for(host: FontSource) -> FontSource:
    """Describe the family that has only the digits for another."""
    source_of_digits = next(source for source in SOURCES if source.family == host.figures_from)
    (family,) = figures_of(host.family)
    return replace(source_of_digits, family=family, brought_by=source_of_digits.package, beside=host)


_ROMANS: Final = (*SOURCES, *(_figures_for(source) for source in SOURCES if source.figures_from))

BUNDLED: Final = (*_ROMANS, *map(_italic_of, _ROMANS))
"""The families of the font set, and their italics for the titles of sources, which the engine finds by the
name of the roman."""

DEFAULT: Final = "Source Sans 3"
"""The family of a brand that names none."""

SUBSTITUTE: Final = DEFAULT
"""Replaces a brand's family that lacks letters of a language; it has Greek and Cyrillic, too."""


EVERYWHERE: Final = frozenset(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100)])) | frozenset(
    "\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2020\u2022\u2026\u2039\u203a\u20ac\u2122\u2212\u2264\u2265"
)
"""Characters that every bundled family of a brand has, and the soft hyphen, which none draws."""


def _variable(family: str, axes: str, *, extra: str) -> FontSource:
    file = f"{family.replace(' ', '')}[{axes}].ttf"
    return FontSource(family=family, regular=file, bold=file, extra=extra)


def _static(family: str, *, extra: str) -> FontSource:
    stem = family.replace(" ", "")
    return FontSource(family=family, regular=f"{stem}-Regular.ttf", bold=f"{stem}-Bold.ttf", extra=extra)


FALLBACKS: Final[Mapping[str, FontSource]] = {
    "Arab": _static("IBM Plex Sans Arabic", extra="arabic"),
    "Hebr": _variable("Heebo", "wght", extra="hebrew"),
    "Deva": _variable("Noto Sans Devanagari", "wdth,wght", extra="devanagari"),
    "Beng": _static("Hind Siliguri", extra="bengali"),
    "Taml": _variable("Noto Sans Tamil", "wdth,wght", extra="tamil"),
    "Thai": _variable("Noto Sans Thai", "wdth,wght", extra="thai"),
    "Hans": replace(
        _variable("Noto Sans SC", "wght", extra="chinese"),
        brought_by="justmytype-intl-cjk",
        folder="fonts/ofl/notosanssc",
    ),
}
"""By script, the fallback family that prints the letters a brand's family does not have."""


def how_to_install(extra: str) -> str:
    """Return a hint on how to install the fonts of an extra, or Leafwright's own if it is empty."""
    return how_to_add("scripts" if extra else "", extra)


def fallback_scripts(languages: Iterable[str]) -> tuple[str, ...]:
    """List the scripts of some languages that need a fallback family, sorted."""
    return tuple(sorted({script for language in languages if (script := script_of(language)) in FALLBACKS}))


def installed_scripts() -> tuple[str, ...]:
    """List the scripts whose fallback families are installed on this machine, sorted."""
    return tuple(sorted(script for script, source in FALLBACKS.items() if source.installed))


def carrier(family: str, language: str, own: Signs = NO_SIGNS) -> str:
    """Return a brand's family, or its substitute in a language whose letters it lacks.

    `own` has the characters of the families that the brand brings.
    """
    return SUBSTITUTE if lacking(family, language, own) else family


def lacking(family: str, language: str, own: Signs = NO_SIGNS) -> frozenset[str]:
    """Return the letters of a language that a brand's family lacks, if no fallback family has them."""
    if script_of(language) in FALLBACKS or script_of(language) not in SCRIPTS:
        return frozenset()
    letters = letters_of(language)
    if family in own:
        return letters - own[family]
    source = next((source for source in SOURCES if source.family == family), None)
    return letters - characters(source.file(min(STYLES))) if letters and source else frozenset()


@cache
def characters(path: Path) -> frozenset[str]:
    """Return the characters for which a font file has a glyph."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # slow to load, and not needed for English

    with TTFont(path, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))
