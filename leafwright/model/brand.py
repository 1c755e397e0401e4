"""A clinic's brand: the closed part of the brand.yml standard that may change a page."""

import re
from typing import Final, Literal

from pydantic import Field
from pydantic_core import PydanticCustomError

from leafwright.colour import as_hex
from leafwright.model.record import Key, KnownName, Name, Record, fault
from leafwright.text import Text


class BrandMeta(Record):
    """Whose brand it is."""

    name: Name


_HEX: Final = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


def _joined(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


class BrandColour(Record):
    """The colours of the brand.yml standard that a page uses."""

    palette: dict[Key, KnownName] = Field(default_factory=dict)
    foreground: KnownName = "#1a1a1a"
    background: KnownName = "#ffffff"
    primary: KnownName

    def hex_of(self, role: Literal["foreground", "background", "primary"]) -> str:
        """Resolve a role to #rrggbb through the palette, in which one name may refer to another.

        Raises a fault if the name is not in the palette or the value is not a colour; its `at` is the role,
        or the name in the palette that must be changed.
        """
        names = [str(getattr(self, role))]
        while (value := self.palette.get(names[-1])) is not None:
            if value in names:
                message = f"the palette goes in a circle: {', '.join([*names, value])}"
                raise fault(
                    "unknown-colour", message, "give one of them a colour, like '#1d4e68'", at=names[-1]
                )
            names.append(str(value))
        if match := _HEX.fullmatch(names[-1]):
            digits = match[1].lower()
            return "#" + (digits if len(digits) > 3 else "".join(digit * 2 for digit in digits))  # noqa: PLR2004  # #rgb
        raise self._no_colour(names[-1], names[-2] if len(names) > 1 else role)

    def _no_colour(self, value: str, at: str) -> PydanticCustomError:
        """Suggest how to write a value that is not #rrggbb: as the colour or the name it probably means."""
        palette = ", ".join(self.palette)
        hint = f"write '#rrggbb', or a name of the palette: {palette}" if palette else "write '#rrggbb'"
        if meant := next((name for name in self.palette if _joined(name) == _joined(value)), None):
            hint = f"did you mean '{meant}'?"
        elif (colour := as_hex(value) or as_hex(f"#{value}")) is not None:
            hint = f"write it as '{colour}'" + (
                f", or add `{value}:` to the palette" if value.isalpha() else ""
            )
        what = "in the palette, which is neither a colour as '#rrggbb' nor a name of the palette"
        message = (
            f"'{at}' is '{value}' {what}"
            if at in self.palette
            else f"'{value}' is neither a colour as '#rrggbb' nor in the palette"
        )
        return fault("unknown-colour", message, hint, at=at)


class BrandLogo(Record):
    """The logo, a file beside `_brand.yml`, and its text alternative."""

    path: KnownName
    alt: Text


class BrandFont(Record):
    """A bundled font of the closed list."""

    family: KnownName


class BrandTypography(Record):
    """The families of text and headings."""

    base: BrandFont
    headings: BrandFont


class Brand(Record):
    """`_brand.yml`: the closed part of the brand.yml standard that may change a page.

    Source: the brand.yml standard (posit-dev.github.io/brand-yml).
    """

    meta: BrandMeta
    color: BrandColour
    logo: BrandLogo
    typography: BrandTypography
