"""What stands beside the clinic's own logo and at the end of a sheet, and in which order."""

from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from leafwright.model.localised import LocalisedName
from leafwright.model.record import KnownName, Record, fault

MastheadPart = Literal["logo", "partners", "department"]
FootLine = Literal["status", "code", "clinic"]
FOOT: Final[tuple[FootLine, ...]] = ("code", "clinic", "status")
"""The usual order of what is at the foot of each page."""


class Partner(Record):
    """The logo of a partner or of an accreditation; one without room in the masthead is at the end."""

    path: KnownName
    """The file of the logo, beside `clinic.yaml`. Example: partner.svg"""
    alt: LocalisedName
    """What the logo says, for those who cannot see it. Example: {en: Elm University}"""
    least_height: Annotated[float, Field(ge=3, le=25)] = 8.0
    """The least height that it is printed at, in millimetres."""
    clear_space: Annotated[float, Field(ge=0, le=15)] = 3.0
    """The space around it that stays empty, in millimetres."""
    at: Literal["masthead", "end"] = "masthead"
    """Where it is printed: in the masthead, or at the end of each sheet."""


def _each_once(parts: tuple[str, ...]) -> tuple[str, ...]:
    if twice := next((part for part in parts if parts.count(part) > 1), None):
        raise fault("repeated-name", f"this list has '{twice}' twice", "write it once")
    return parts


class PrintedOrder(Record):
    """The order of what is in the masthead and at the foot."""

    masthead: Annotated[tuple[MastheadPart, ...], AfterValidator(_each_once)] = (
        "logo",
        "partners",
        "department",
    )
    """The parts of the masthead, from where a line begins. A part that is left out is not printed."""
    foot: Annotated[tuple[FootLine, ...], AfterValidator(_each_once)] = FOOT
    """The parts of the foot of each page. All of them are printed."""

    @model_validator(mode="after")
    def _has_what_each_sheet_needs(self) -> Self:
        """Require the logo, which says whose sheet it is, and every part of the foot."""
        for field, needed in (("masthead", ("logo",)), ("foot", FOOT)):
            if missing := next((part for part in needed if part not in getattr(self, field)), None):
                message = f"'{missing}' is missing, and each sheet needs it"
                raise fault("too-few", message, f"add it to the list: {', '.join(needed)}", at=field)
        return self
