"""A clinic's brand: what a page prints of its brand file."""

import re
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field

from leafwright.colour import as_hex, is_colour, over
from leafwright.model.record import KnownName, Name, Record, fault
from leafwright.problems import ContentError, Place, Problem, problem_at, refusal_at
from leafwright.text import Text


class BrandMeta(Record):
    """Whose brand it is."""

    name: Name | None = None


MOST_LISTED: Final = 12
"""How many names of a palette are listed at most."""


def _joined(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


Role = Literal["foreground", "background", "primary"]


class BrandColour(Record):
    """The colours that a page uses; the palette has every name that may be used for one."""

    palette: dict[KnownName, KnownName] = Field(default_factory=dict)
    foreground: KnownName = "#1a1a1a"
    background: KnownName = "#ffffff"
    primary: KnownName = "#1a1a1a"

    def hex_of(self, role: Role) -> str:
        """Resolve a role to #rrggbb through the palette, in which one name may refer to another.

        Raises ContentError if the name is not in the palette or the value is not a colour, at what must be
        changed.
        """
        names = [str(getattr(self, role))]
        while (value := self.palette.get(names[-1])) is not None:
            if value in names:
                message = f"the palette goes in a circle: {', '.join([*names, value])}"
                hint = "give one of them a colour, like '#1d4e68'"
                raise refusal_at(self._written_at(names[-1]), "unknown-colour", message, hint)
            names.append(str(value))
        if (colour := as_hex(names[-1])) is not None:
            return colour
        raise ContentError([self._no_colour(names[-1], names[-2] if len(names) > 1 else role)])

    def place_of_hex(self, role: Role) -> Place:
        """Return where the colour of a role is written: at its own line, or at its name in the palette."""
        at = str(role)
        while (named := str(getattr(self, role) if at == role else self.palette[at])) in self.palette:
            at = named
        return self._written_at(at)

    def _written_at(self, name: str) -> Place:
        return dict(self.placed("palette")).get(name) or self.place_of(name)

    def _no_colour(self, value: str, at: str) -> Problem:
        """Suggest how to write a value that is no opaque colour, or which name of the palette it means."""
        named = f"'{at}' is '{value}' in the palette, which" if at in self.palette else f"'{value}'"
        if is_colour(value):
            hint = f"on white paper it looks like '{over(value, '#ffffff')}': write that"
            message = f"{named} lets the paper show through"
            return problem_at(self._written_at(at), "unknown-colour", message, hint)
        names = ", ".join(self.palette) if len(self.palette) <= MOST_LISTED else ""
        hint = f"write a colour, like '#1d4e68', or a name of the palette{f': {names}' if names else ''}"
        if meant := next((name for name in self.palette if _joined(name) == _joined(value)), None):
            hint = f"did you mean '{meant}'?"
        elif (colour := as_hex(f"#{value}")) is not None:
            hint = f"write it as '{colour}'"
        message = f"{named} is neither a colour nor a name of the palette"
        return problem_at(self._written_at(at), "unknown-colour", message, hint)


class BrandLogo(Record):
    """The logo, a file beside `_brand.yml`, its text alternative, and perhaps its form for dark grounds."""

    path: KnownName
    dark: KnownName | None = None
    alt: Text


WEIGHTS: Final = {
    "thin": 100,
    "extra-light": 200,
    "ultra-light": 200,
    "light": 300,
    "normal": 400,
    "regular": 400,
    "medium": 500,
    "semi-bold": 600,
    "demi-bold": 600,
    "bold": 700,
    "extra-bold": 800,
    "ultra-bold": 800,
    "black": 900,
}
"""The names of weights in the brand.yml standard."""


PACKAGE: Final = r"^fontpkg-[a-z0-9]+(-[a-z0-9]+)*==[0-9][0-9a-z.]*$"
"""A font package, and its version, with which alone the bytes are those that were proved."""


def _weight(value: Any) -> Any:
    """Read a weight by its name; a range, or none, leaves it to the file."""
    if value is None or value == "auto" or ".." in value:
        return None
    if value not in WEIGHTS and not value.isdigit():
        hint = f"write a number from 100 to 900, or one of {', '.join(WEIGHTS)}"
        raise fault("unknown-value", f"'{value}' is no weight", hint)
    return WEIGHTS.get(value, value)


class BrandFontFile(Record):
    """A font file beside `_brand.yml`, and its weight and style where the file does not say them."""

    path: KnownName
    weight: Annotated[int | None, BeforeValidator(_weight)] = None
    style: Literal["normal", "italic"] | None = None


class BrandFontFamily(Record):
    """A family that a brand brings as files, or that is installed as a package of a known version."""

    family: KnownName
    files: tuple[BrandFontFile, ...] = ()
    package: Annotated[str, Field(pattern=PACKAGE)] | None = None


class BrandFont(Record):
    """A family of the closed list, or one that the brand brings."""

    family: KnownName


class BrandTypography(Record):
    """The families of text and headings, and those of them that the brand brings."""

    fonts: tuple[BrandFontFamily, ...] = ()

    base: BrandFont
    headings: BrandFont


class Brand(Record):
    """The closed part of a brand file that may change a page."""

    meta: BrandMeta
    color: BrandColour
    logo: BrandLogo
    typography: BrandTypography
