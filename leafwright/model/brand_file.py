"""`_brand.yml` as the brand.yml standard defines it: what a page prints of it, and what it passes over.

Source: the brand.yml standard (posit-dev.github.io/brand-yml).
"""

from collections.abc import Iterator
from typing import Any, ClassVar, Final

from pydantic import Field

from leafwright.model.brand_part import CODE, FACTS, FETCHED, OPEN, PAPER, ROLE, TYPE, WEB, FilePart, passed
from leafwright.model.names import Family
from leafwright.model.record import KnownName, Name
from leafwright.problems import Place
from leafwright.text import Text


class FullName(FilePart):
    """The full and the short name of a brand."""

    full: Name | None = None
    """The full name. Example: Elm Street Clinic"""
    short: Name | None = None
    """The short name. Example: Elm Street"""


class FileMeta(FilePart):
    """Whose brand it is."""

    model_config = OPEN
    others = FACTS

    name: Name | FullName | None = None
    """Whose brand it is."""
    link: Any = passed(FACTS, "https://example.org")


class LightOrDark(FilePart):
    """A colour on light grounds and on dark ones."""

    light: KnownName
    """The colour on light grounds, which is printed.

    Example: "#6b2f5f"
    """
    dark: Any = passed(PAPER)


class FileColour(FilePart):
    """The colours of a brand: a palette of names, and what the colours are for."""

    palette: dict[KnownName, KnownName] = Field(default_factory=dict)
    """The colours by their names."""
    foreground: KnownName | LightOrDark | None = None
    """The colour of text: a name of the palette, or a colour."""
    background: KnownName | LightOrDark | None = None
    """The colour of the page."""
    primary: KnownName | LightOrDark | None = None
    """The colour of the brand: a name of the palette, or a colour."""
    secondary: Any = passed(ROLE)
    tertiary: Any = passed(ROLE)
    success: Any = passed(ROLE)
    info: Any = passed(ROLE)
    warning: Any = passed(ROLE)
    danger: Any = passed(ROLE)
    light: Any = passed(ROLE)
    dark: Any = passed(ROLE)
    emphasis: Any = passed(ROLE)
    link: Any = passed(ROLE)


class FileImage(FilePart):
    """A picture with its text alternative, or its forms for light and for dark grounds.

    A picture is a file beside `_brand.yml`, or a name below `images`.
    """

    path: KnownName | None = None
    """The file of the picture, beside `_brand.yml`. Example: logo.svg"""
    alt: Text | None = None
    """What it says, for those who cannot see it. Example: Elm Street Clinic"""
    light: "KnownName | FileImage | None" = None
    """Its form for light grounds. Example: logo.svg"""
    dark: "KnownName | FileImage | None" = None
    """Its form for dark grounds. Example: logo-white.svg"""
    attrs: Any = passed(WEB, "width: 200px")


_FORMS: Final = ("path", "light", "dark", "medium", "large", "small")


class FileLogo(FileImage):
    """The logo, or its forms in several sizes, of which the first of medium, large and small is printed."""

    goes_with: ClassVar = dict.fromkeys(_FORMS, (*_FORMS, "alt"))

    images: dict[KnownName, KnownName | FileImage] = Field(default_factory=dict)
    """Pictures by names, which other fields may use. Example: {mark: logo.svg}"""
    medium: KnownName | FileImage | None = None
    """The logo at a usual size. Example: logo.svg"""
    large: KnownName | FileImage | None = None
    """The logo at a large size. Example: logo.svg"""
    small: KnownName | FileImage | None = None
    """The logo at a small size. Example: logo.svg"""


class FileFontFile(FilePart):
    """A font file beside `_brand.yml`, and its weight and style where the file does not say them."""

    path: KnownName
    """The font file, beside `_brand.yml`. Example: Elm-Regular.ttf"""
    weight: KnownName | None = None
    """Its weight, from 100 to 900, where the file does not say it.

    Example: "400"
    """
    style: KnownName | None = None
    """Its style, where the file does not say it. Example: italic"""


class FileFont(FilePart):
    """A family, and its files or its package, such as `fontpkg-inter==4.1`; nothing is fetched."""

    family: KnownName
    """The name of the family. Example: Inter"""
    source: KnownName | None = None
    """Where the family comes from. Nothing is fetched. Example: file"""
    files: tuple[KnownName | FileFontFile, ...] = ()
    """The files of the family, beside `_brand.yml`. Example: [{path: Elm-Regular.ttf}]"""
    package: KnownName | None = None
    """The Python package of the family, with its version. Example: fontpkg-inter==4.1"""
    weight: Any = passed(TYPE, "bold")
    style: Any = passed(TYPE, "italic")
    display: Any = passed(WEB, "swap")

    def passed_over(self, path: str = "") -> Iterator[tuple[str, str, Place]]:
        """Go through the fields that no page prints; a family without files or a package is not brought."""
        yield from super().passed_over(path)
        if not (self.files or self.package):
            yield f"{path}source", FETCHED, self.place_of("source")


class FileType(FilePart):
    """The family of a kind of text; a list in one line names the next best ones after it."""

    family: Family | None = None
    """The family: one that comes with Leafwright, or one that the brand brings."""
    size: Any = passed(TYPE, "1rem")
    weight: Any = passed(TYPE, "bold")
    style: Any = passed(TYPE, "italic")
    line_height: Any = passed(TYPE, "1.5")
    color: Any = passed(TYPE)
    background_color: Any = passed(TYPE)
    decoration: Any = passed(TYPE, "underline")


class FileTypography(FilePart):
    """The families of text and of headings, and where they come from."""

    fonts: tuple[FileFont, ...] = ()
    """The families that the brand brings."""
    base: Family | FileType | None = None
    """The family of running text. Example: Figtree"""
    headings: Family | FileType | None = None
    """The family of headings. Example: Figtree"""
    monospace: Any = passed(CODE, "Fira Code")
    monospace_inline: Any = passed(CODE, "Fira Code")
    monospace_block: Any = passed(CODE, "Fira Code")
    emphasis: Any = passed(TYPE)
    link: Any = passed(TYPE)


class ForLeafwright(FilePart):
    """What differs on Leafwright's pages from what the rest of the brand file says."""

    color: FileColour | None = None
    """Other colours on Leafwright's pages."""
    logo: KnownName | FileLogo | None = None
    """Another logo on Leafwright's pages."""
    typography: FileTypography | None = None
    """Other families on Leafwright's pages."""


class FileDefaults(FilePart):
    """What differs in single programs, by their names."""

    model_config = OPEN
    others = "it is for other programs"

    leafwright: ForLeafwright | None = None
    """What differs on Leafwright's pages."""


class BrandFile(FilePart):
    """A brand, as the brand.yml standard defines it.

    Source: the brand.yml standard (posit-dev.github.io/brand-yml).
    """

    meta: FileMeta | None = None
    """Whose brand it is."""
    color: FileColour | None = None
    """The colours."""
    logo: KnownName | FileLogo | None = None
    """The logo: a file beside this one, or its forms. Example: logo.svg"""
    typography: FileTypography | None = None
    """The families of text and of headings."""
    defaults: FileDefaults | None = None
    """What differs in single programs."""
