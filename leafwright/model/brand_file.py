"""`_brand.yml` as the brand.yml standard defines it: what a page prints of it, and what it passes over.

Source: the brand.yml standard (posit-dev.github.io/brand-yml).
"""

from collections.abc import Iterator
from typing import Any, ClassVar, Final

from pydantic import ConfigDict, Field

from leafwright.model.record import KnownName, Name, Record
from leafwright.problems import Place
from leafwright.text import Text


def _passed(reason: str) -> Any:
    """Make a field that no page prints, whatever its value; the reason is part of the message."""
    return Field(default=None, description=f"Passed over: {reason}.")


_FACTS: Final = "addresses and facts stand in clinic.yaml"
_ROLE: Final = "pages have one colour, `primary`, and what is derived from it"
_TYPE: Final = "each edition has its own sizes, weights and colours of type"
_CODE: Final = "leaflets have no computer code"
_WEB: Final = "it is for web pages"
_FETCHED: Final = "nothing is fetched from the web or from the machine"
_PAPER: Final = "paper is white"


OPEN: Final = ConfigDict(json_schema_extra={"additionalProperties": {"description": "Passed over."}})
"""For a part to which any program may add fields."""


class FilePart(Record):
    """A part of a brand file, which may also have fields that are not in the standard.

    `others` is why further fields are passed over; if it is empty, each is reported as unknown.
    """

    model_config = ConfigDict(extra="allow", json_schema_extra={"additionalProperties": False})
    others: ClassVar[str] = ""

    def passed_over(self, path: str = "") -> Iterator[tuple[str, str, Place]]:
        """Go through the fields that no page prints: the path of each, why, and its place."""
        for name in type(self).model_fields:
            key, value = name.replace("_", "-"), getattr(self, name)
            if name in self.model_fields_set and (why := type(self).model_fields[name].description):
                yield f"{path}{key}", why.removeprefix("Passed over: ").rstrip("."), self.place_of(name)
            for below, part in _parts_in(value, f"{path}{key}"):
                yield from part.passed_over(f"{below}.")
        for name in self.model_extra or {} if self.others else {}:
            yield f"{path}{name}", self.others, self.place_of(name)

    def unknown(self) -> Iterator[tuple[str, Place, tuple[str, ...]]]:
        """Go through the fields that are not in the standard: name, place, and what is known beside it."""
        known = tuple(name.replace("_", "-") for name in type(self).model_fields)
        for name in self.model_extra or {} if not self.others else {}:
            yield name, self.place_of(name), known
        for name in type(self).model_fields:
            for _, part in _parts_in(getattr(self, name), name):
                yield from part.unknown()


def _parts_in(value: object, path: str) -> Iterator[tuple[str, FilePart]]:
    match value:
        case FilePart():
            yield path, value
        case tuple():
            for part in value:
                yield from _parts_in(part, path)
        case dict():
            for name, part in value.items():
                yield from _parts_in(part, f"{path}.{name}")


class FullName(FilePart):
    """The full and the short name of a brand."""

    full: Name | None = None
    short: Name | None = None


class FileMeta(FilePart):
    """Whose brand it is."""

    model_config = OPEN
    others = _FACTS

    name: Name | FullName | None = None
    link: Any = _passed(_FACTS)


class LightOrDark(FilePart):
    """A colour on light grounds and on dark ones."""

    light: KnownName
    dark: Any = _passed(_PAPER)


class FileColour(FilePart):
    """The colours of a brand: a palette of names, and what the colours are for."""

    palette: dict[KnownName, KnownName] = Field(default_factory=dict)
    foreground: KnownName | LightOrDark | None = None
    background: KnownName | LightOrDark | None = None
    primary: KnownName | LightOrDark | None = None
    secondary: Any = _passed(_ROLE)
    tertiary: Any = _passed(_ROLE)
    success: Any = _passed(_ROLE)
    info: Any = _passed(_ROLE)
    warning: Any = _passed(_ROLE)
    danger: Any = _passed(_ROLE)
    light: Any = _passed(_ROLE)
    dark: Any = _passed(_ROLE)
    emphasis: Any = _passed(_ROLE)
    link: Any = _passed(_ROLE)


class FileImage(FilePart):
    """A picture with its text alternative, or its forms for light and for dark grounds.

    A picture is a file beside `_brand.yml`, or a name below `images`.
    """

    path: KnownName | None = None
    alt: Text | None = None
    light: "KnownName | FileImage | None" = None
    dark: "KnownName | FileImage | None" = None
    attrs: Any = _passed(_WEB)


_FORMS: Final = ("path", "light", "dark", "medium", "large", "small")


class FileLogo(FileImage):
    """The logo, or its forms in several sizes, of which the first of medium, large and small is printed."""

    goes_with: ClassVar = dict.fromkeys(_FORMS, (*_FORMS, "alt"))

    images: dict[KnownName, KnownName | FileImage] = Field(default_factory=dict)
    medium: KnownName | FileImage | None = None
    large: KnownName | FileImage | None = None
    small: KnownName | FileImage | None = None


class FileFontFile(FilePart):
    """A font file beside `_brand.yml`, and its weight and style where the file does not say them."""

    path: KnownName
    weight: KnownName | None = None
    style: KnownName | None = None


class FileFont(FilePart):
    """A family, and its files or its package, such as `fontpkg-inter==4.1`; nothing is fetched."""

    family: KnownName
    source: KnownName | None = None
    files: tuple[KnownName | FileFontFile, ...] = ()
    package: KnownName | None = None
    weight: Any = _passed(_TYPE)
    style: Any = _passed(_TYPE)
    display: Any = _passed(_WEB)

    def passed_over(self, path: str = "") -> Iterator[tuple[str, str, Place]]:
        """Go through the fields that no page prints; a family without files or a package is not brought."""
        yield from super().passed_over(path)
        if not (self.files or self.package):
            yield f"{path}source", _FETCHED, self.place_of("source")


class FileType(FilePart):
    """The family of a kind of text; a list in one line names the next best ones after it."""

    family: KnownName | None = None
    size: Any = _passed(_TYPE)
    weight: Any = _passed(_TYPE)
    style: Any = _passed(_TYPE)
    line_height: Any = _passed(_TYPE)
    color: Any = _passed(_TYPE)
    background_color: Any = _passed(_TYPE)
    decoration: Any = _passed(_TYPE)


class FileTypography(FilePart):
    """The families of text and of headings, and where they come from."""

    fonts: tuple[FileFont, ...] = ()
    base: KnownName | FileType | None = None
    headings: KnownName | FileType | None = None
    monospace: Any = _passed(_CODE)
    monospace_inline: Any = _passed(_CODE)
    monospace_block: Any = _passed(_CODE)
    emphasis: Any = _passed(_TYPE)
    link: Any = _passed(_TYPE)


class ForLeafwright(FilePart):
    """What differs on Leafwright's pages from what the rest of the brand file says."""

    color: FileColour | None = None
    logo: KnownName | FileLogo | None = None
    typography: FileTypography | None = None


class FileDefaults(FilePart):
    """What differs in single programs, by their names."""

    model_config = OPEN
    others = "it is for other programs"

    leafwright: ForLeafwright | None = None


class BrandFile(FilePart):
    """`_brand.yml`: a brand as the brand.yml standard defines it.

    Source: the brand.yml standard (posit-dev.github.io/brand-yml).
    """

    meta: FileMeta | None = None
    color: FileColour | None = None
    logo: KnownName | FileLogo | None = None
    typography: FileTypography | None = None
    defaults: FileDefaults | None = None
