"""Whom to phone: telephone lines with their numbers, names and hours."""

from difflib import get_close_matches
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from leafwright.model.localised import Localised, LocalisedName
from leafwright.model.record import (
    BLANK,
    MAIL_OR_BLANK,
    WEB_OR_BLANK,
    Given,
    Key,
    Record,
    fault,
    is_blank,
    kebab,
    uncut,
    without_blank,
)
from leafwright.source import Mapping
from leafwright.telephone import EXTENSION, FORM, dial, split_extension


def _without_extension(value: Any) -> Any:
    if isinstance(value, str) and (parts := split_extension(value)):
        number, extension = parts
        hint = f'write {number}, and beside it `extension: "{extension}"`'
        raise fault("bad-form", f"'{value}' has an extension", hint)
    return value


Number = Annotated[
    str,
    Field(pattern=rf"{FORM}|^{BLANK}$"),
    BeforeValidator(without_blank),
    BeforeValidator(uncut),
    BeforeValidator(_without_extension),
]
"""A telephone number as it is printed; the pattern comes first, or an editor's schema would lack it."""
Extension = Annotated[str, Field(pattern=EXTENSION), BeforeValidator(uncut)]
Web = Annotated[str, Field(pattern=WEB_OR_BLANK)]
Mail = Annotated[str, Field(pattern=MAIL_OR_BLANK)]


class PhoneLine(Record):
    """A number as it is printed, its name, the extension to ask for, and when it is answered."""

    goes_with: ClassVar = {"number": ("extension", "text-relay")}

    name: LocalisedName | None = None
    """What the line is called, in each language or in all of them. A line with a key of its own needs one.

    Example: {en: Helpline}
    """
    number: Number
    """The number as it is printed. Example: 01632 960142"""
    extension: Extension | None = None
    """The extension to ask for.

    Example: "23"
    """
    text_relay: Number | None = None
    """What people dial who cannot hear or speak, the number of the relay service included.

    Example: 18001 01632 960142
    """
    hours: Localised | None = None
    """When it is answered, in each language. Example: {en: "Monday to Friday, 8am to 6pm"}"""

    @property
    def is_blank(self) -> bool:
        """Whether the number is a blank in square brackets that has to be filled in."""
        return is_blank(self.number)

    @property
    def dials(self) -> str:
        """The address that dials it; empty for a blank."""
        return "" if self.is_blank else dial(self.number, self.extension)


class Phones(Record):
    """Whom to phone: the department by day, somebody out of hours, the emergency number at any time.

    Further lines have their own key, such as `helpline`, and a name that is printed with their number. No
    line is required: a sheet prints the lines that it asks for.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[Key, PhoneLine]

    department: Given[PhoneLine] = None
    """The line for working hours."""
    out_of_hours: Given[PhoneLine] = None
    """The line for nights and weekends."""
    emergency: Given[PhoneLine] = None
    """The emergency number of the country."""

    @model_validator(mode="before")
    @classmethod
    def _know_lines_by_their_keys(cls, value: Any) -> Any:
        for key in map(kebab, PhoneLine.model_fields):
            within = value.get(key) if isinstance(value, Mapping) else None
            if within is not None and not (isinstance(within, Mapping) and "number" in within):
                hint = "write it below a line, such as `department:`"
                raise fault("unknown-field", f"'{key}' is no line", hint, at=key)
        return value

    @model_validator(mode="after")
    def _name_further_lines(self) -> Self:
        for key, line in self.__pydantic_extra__.items():
            if line.name is None:
                known = tuple(map(kebab, type(self).model_fields))
                near = get_close_matches(key, known, n=1)
                meant = f"'{near[0]}'" if near else f"one of {', '.join(known)}"
                hint = f"add `name:` to it; or did you mean {meant}?"
                raise fault("nameless-line", f"the line '{key}' has no name", hint, at=key)
        return self

    @property
    def lines(self) -> dict[str, PhoneLine]:
        """Every line by its key: the three that have names of their own, then the others as written."""
        return {kebab(name): line for name, line in self.by_field.items()}

    def below(self, own: "Phones") -> Self:
        """Return these lines with others over them: a line of the same key is replaced whole."""
        return self.model_copy(update=own.by_field)

    @property
    def by_field(self) -> dict[str, PhoneLine]:
        """Every line by the name of its field."""
        own = {name: getattr(self, name) for name in type(self).model_fields}
        return {**{name: line for name, line in own.items() if line}, **self.__pydantic_extra__}

    @property
    def by_day(self) -> tuple[str, ...]:
        """Whom to phone in working hours: every line with a name of its own, if the department has none."""
        own = () if self.department else tuple(self.__pydantic_extra__)
        return own or ("department",)


class Reached(Record):
    """Whom to ask, by telephone or by email."""

    goes_with: ClassVar = {"phone": ("extension",)}

    phone: Number
    """The number as it is printed. Example: 01632 960150"""
    extension: Extension | None = None
    """The extension to ask for.

    Example: "7"
    """
    email: Mail
    """The email address. Example: ask@example.org"""

    @property
    def line(self) -> PhoneLine:
        """The phone line."""
        return PhoneLine(number=self.phone, extension=self.extension)


class Complaints(Reached):
    """Where to take a complaint."""

    name: Localised
    """Who takes complaints, in each language. Example: {en: Patient advice}"""


class OtherFormats(Reached):
    """Whom to ask for large print, braille, audio or another language."""
