"""The fonts of a page: the bundled ones, those of its scripts and those that its brand brings."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from weasyprint.text.fonts import FontConfiguration, get_hb_object_data

from leafwright import fonts
from leafwright.cache import cache_folder
from leafwright.files import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFonts:
    """A page's fonts beside the bundled ones: scripts with fallback fonts, hashes of the brand's faces."""

    scripts: tuple[str, ...] = ()
    own: frozenset[str] = frozenset()


BUNDLED: Final = PageFonts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """The fonts of a page, and the hashes of all their faces."""

    configuration: FontConfiguration
    faces: frozenset[str]


def activate_fonts(page: PageFonts) -> Fonts:
    """Activate the fonts of a page. Raises FontError like `fonts.activate`."""
    active = fonts.activate(page.scripts)
    return Fonts(configuration=FontConfiguration(), faces=active.hashes | page.own)


def refuse_unknown(used: Iterable[Any], faces: frozenset[str]) -> None:
    """Compare the bytes from which glyphs were drawn with the faces that were checked.

    Raises FontError if they differ: the cache was changed meanwhile, or the engine found another file.
    """
    for font in used:
        if digest(get_hb_object_data(font.hb_face)) not in faces:
            message = (
                f"{font.family} was not read from a font that was checked: something changed "
                f"{cache_folder()} during the build; build again"
            )
            raise fonts.FontError(message)
