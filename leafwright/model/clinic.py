"""A clinic: who prints, how to reach them, what they decided, and how they look."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from leafwright.model.record import (
    BLANK,
    MAIL_OR_BLANK,
    WEB_OR_BLANK,
    Key,
    KnownName,
    Record,
    fault,
    is_blank,
    kebab,
    uncut,
    without_blank,
)
from leafwright.tags import Language
from leafwright.telephone import EXTENSION, FORM, dial, split_extension
from leafwright.text import Text

Paper = Literal["A4", "Letter"]
ReferenceStyle = Literal["full", "short", "on-request"]
SOURCE_LANGUAGE = "en"
ANY_LANGUAGE = "any"
"""The key for a name that is the same in every language."""
DEFAULT_PROFILE = "uk-nhs"
"""The profile of rules for a clinic that names none."""


def _by_language(value: Any) -> Any:
    return {SOURCE_LANGUAGE: value} if isinstance(value, str) else value


def _all_or_list(value: Any) -> Any:
    if value is None:
        raise fault("empty", "'topics' has no value", "write a list, or all")
    if isinstance(value, str) and value != "all":
        hint = "write all" if value.casefold() == "all" else f"write a list: [{value}]; or all"
        raise fault("wrong-type", f"'topics' is '{value}'", hint)
    if not isinstance(value, str | list | tuple):
        raise fault("wrong-type", "'topics' is neither a list nor all", "write a list, or all")
    return value


def _without_extension(value: Any) -> Any:
    if isinstance(value, str) and (parts := split_extension(value)):
        number, extension = parts
        hint = f'write {number}, and beside it `extension: "{extension}"`'
        raise fault("bad-form", f"'{value}' has an extension", hint)
    return value


def _in_any_language(value: Any) -> Any:
    return {ANY_LANGUAGE: value} if isinstance(value, str) else value


Localised = Annotated[
    dict[str, Text],
    BeforeValidator(_by_language, json_schema_input_type=str | dict[str, str]),
    Field(min_length=1),
]
LocalisedName = Annotated[
    dict[str, Text],
    BeforeValidator(_in_any_language, json_schema_input_type=str | dict[str, str]),
    Field(min_length=1),
]
"""A name by language; a plain text is the same on pages in any language."""
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

    name: LocalisedName | None = None
    number: Number
    extension: Extension | None = None
    hours: Localised | None = None

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

    Further lines have their own key, such as `helpline`, and a name that is printed with their number.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[Key, PhoneLine]

    department: PhoneLine
    out_of_hours: PhoneLine
    emergency: PhoneLine

    @model_validator(mode="after")
    def _name_further_lines(self) -> Self:
        for key, line in self.__pydantic_extra__.items():
            if line.name is None:
                known = ", ".join(map(kebab, type(self).model_fields))
                hint = f"add `name:` to it; or did you mean one of {known}?"
                raise fault("nameless-line", f"the line '{key}' has no name", hint, at=key)
        return self

    @property
    def lines(self) -> dict[str, PhoneLine]:
        """Every line by its key, in the order of the file."""
        own = {kebab(name): getattr(self, name) for name in type(self).model_fields}
        return {**own, **self.__pydantic_extra__}


class Reached(Record):
    """Whom to ask, by telephone or by email."""

    phone: Number
    extension: Extension | None = None
    email: Mail

    @property
    def line(self) -> PhoneLine:
        """The phone line."""
        return PhoneLine(number=self.phone, extension=self.extension)


class Complaints(Reached):
    """Where to take a complaint."""

    name: Localised


class OtherFormats(Reached):
    """Whom to ask for large print, braille, audio or another language."""


class Prints(Record):
    """What a clinic prints: languages, paper, topics, variants, editions and how much of the sources.

    A translation older than its source is withheld, or printed with a stamp that says so.
    """

    languages: Annotated[tuple[KnownName, ...], Field(min_length=1)]
    paper: Paper
    topics: Annotated[Literal["all"] | tuple[Key, ...], BeforeValidator(_all_or_list)] = "all"
    variants: Annotated[tuple[Key, ...], Field(min_length=1)]
    editions: Annotated[tuple[Key, ...], Field(min_length=1)]
    references: ReferenceStyle = "full"
    outdated_translations: Literal["withhold", "stamp"] = "withhold"

    @property
    def cited(self) -> bool:
        """Whether pages list their sources, instead of saying how to ask for them."""
        return self.references != "on-request"

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries of the languages, such as GB, which decide how readers dial numbers."""
        return tuple(sorted({Language(tag).country for tag in self.languages} - {""}))


class Clinic(Record):
    """One clinic's own facts; each language it prints needs a disclaimer.

    `decisions` apply to every topic, `decisions-for` to one topic, by its folder, before those for all.
    `profile` chooses the rules, and `rules` sets other limits for some of them.
    """

    name: Text
    department: LocalisedName
    address: Annotated[tuple[Text, ...], Field(min_length=1)]
    phones: Phones
    web: Web
    email: Mail
    complaints: Complaints
    other_formats: OtherFormats
    feedback: Localised
    disclaimer: Localised
    decisions: dict[Key, Localised] = Field(default_factory=dict)
    decisions_for: dict[Key, dict[Key, Localised]] = Field(default_factory=dict)
    profile: Key = DEFAULT_PROFILE
    rules: dict[Key, dict[Key, Any]] = Field(default_factory=dict)
    prints: Prints

    def prints_topic(self, topic: str) -> bool:
        """Return whether the clinic prints a topic."""
        return self.prints.topics == "all" or topic in self.prints.topics


def localised_in(clinic: Clinic) -> Iterator[tuple[str, Localised]]:
    """Go through the clinic's texts in each language, by their paths in its file."""
    for key, line in clinic.phones.lines.items():
        if line.hours:
            yield f"phones.{key}.hours", line.hours
    yield "complaints.name", clinic.complaints.name
    yield "feedback", clinic.feedback
    yield "disclaimer", clinic.disclaimer
    yield from ((f"decisions.{slot}", answer) for slot, answer in clinic.decisions.items())
    for topic, answers in clinic.decisions_for.items():
        yield from ((f"decisions-for.{topic}.{slot}", answer) for slot, answer in answers.items())


def in_language(values: dict[str, Text], language: str) -> Text | None:
    """Return the text for a language such as `en-GB`, or for its base `en`."""
    return Language(language).choose(values)


def name_in(names: dict[str, Text], language: str) -> Text:
    """Return a name for pages in a language; if it is not written in that, the first one."""
    return in_language(names, language) or next(iter(names.values()))
