"""A clinic: who prints, how to reach them, what they decided, and how they look."""

import re
from collections.abc import Iterator
from typing import Annotated, Any, Final, Self

from pydantic import BeforeValidator, Field

from leafwright.model.lines import Complaints, Mail, OtherFormats, Phones, Web
from leafwright.model.localised import Localised, LocalisedName
from leafwright.model.look import DEFAULT_LOOK
from leafwright.model.names import ClinicKey, LanguageTag, LookName, ProfileKey, RuleKey, TopicKey
from leafwright.model.online import WebBase
from leafwright.model.partners import Partner, PrintedOrder
from leafwright.model.phrases import Phrases
from leafwright.model.prints import Prints
from leafwright.model.record import UNIQUE, Given, Key, KnownName, Record, fault, refuse_repeated
from leafwright.problems import Place
from leafwright.source import Mapping
from leafwright.text import Text

_TAG: Final = re.compile(r"[A-Za-z]{2,3}([-_]\w+)*")
DEFAULT_PROFILE = "uk-nhs"
"""The profile of rules for a clinic that names none."""


def _as_phrases(value: Any) -> Any:
    if not isinstance(value, Mapping) or "phrases" in value:
        hint = "write phrases, such as `foot:`, and below it `clinic:`, directly below the language"
        raise fault("wrong-type", "these are no phrases by their names", hint)
    return value


OwnPhrases = Annotated[Mapping, BeforeValidator(_as_phrases, json_schema_input_type=Phrases)]
"""Phrases of a clinic's own, as they are written: they take the place of those in the words of a language."""


def _in_languages(value: Any) -> Any:
    """Refuse the answers of a topic among those for all topics."""
    for slot, answer in value.items() if isinstance(value, Mapping) else ():
        if other := [
            key for key in (answer if isinstance(answer, Mapping) else ()) if not _TAG.fullmatch(key)
        ]:
            hint = "write `{en: ...}`; answers for one topic are below `decisions-for:`"
            raise fault("wrong-type", f"'{other[0]}' below '{slot}' is no language", hint, at=str(slot))
    return value


Answers = Annotated[dict[Key, Localised], BeforeValidator(_in_languages)]
"""Answers to the decisions that handouts leave to a clinic, for all topics."""


class Department(Record):
    """A part of a clinic with lines, an address and answers of its own; the rest is the clinic's."""

    name: LocalisedName
    """What the department is called, in each language or in all of them.

    Example: {en: Endoscopy, cy: Endosgopi}
    """
    address: Given[Annotated[tuple[Text, ...], Field(min_length=1)]] = None
    """Its address, a line each, in place of the clinic's.

    Example: [Endoscopy unit, "Elm House, 2 Elm Street"]
    """
    phones: Phones = Phones()
    """Its lines. They take the place of the clinic's lines of the same keys."""
    web: Given[Web] = None
    """Its web address, in place of the clinic's. Example: https://example.org/endoscopy"""
    email: Given[Mail] = None
    """Its email address, in place of the clinic's. Example: endoscopy@example.org"""
    topics: Annotated[tuple[TopicKey, ...], BeforeValidator(refuse_repeated), UNIQUE] = ()
    """The topics that it sees patients for, besides those whose handouts name it. Example: [sore-knee]"""
    decisions: Answers = Field(default_factory=dict)
    """Its answers, in place of the clinic's. Example: {escort: An adult must take you home.}"""


SheetName = Annotated[str, Field(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*(_[A-Za-z-]+)?$")]
"""The name of a sheet's file, without its folder and `.pdf`."""


class Pack(Record):
    """Sheets that are printed together, as one file in their order; each is named like its file."""

    name: LocalisedName
    """What the pack is called, on the page for staff. Example: {en: Before a knee operation}"""
    sheets: Annotated[tuple[SheetName, ...], BeforeValidator(refuse_repeated), UNIQUE, Field(min_length=2)]
    """The files of its sheets in their order, without their folder and `.pdf`.

    Example: [sore-knee-preparation-standard-en-GB, sore-knee-aftercare-standard-en-GB]
    """


class Clinic(Record):
    """One clinic's own facts; each language it prints needs a disclaimer.

    Whom to reach is printed where it is written, and a sheet that asks for a line needs that line. A clinic
    that is `part-of` another says only what differs.
    """

    part_of: ClinicKey | None = None
    """The clinic that this one is a site of, by its folder. What it does not say itself comes from there.

    Example: elm-trust
    """
    leave_out: tuple[KnownName, ...] = ()
    """What a site does not take from the clinic above it, as paths.

    Example: [phones.out-of-hours, departments.endoscopy]
    """
    name: Text
    """The clinic's name, as it is printed. Example: Elm Street Clinic"""
    department: Given[LocalisedName] = None
    """What the masthead and the contact card call the clinic on sheets of no department.

    Example: Physiotherapy
    """
    departments: dict[Key, Department] = Field(default_factory=dict)
    """Its departments by their keys, each with the lines, address and answers of its own.

    Example: {endoscopy: {name: Endoscopy}}
    """
    address: Annotated[tuple[Text, ...], Field(min_length=1)]
    """The address as it is printed, a line each.

    Example: [Elm Street Clinic, "2 Elm Street, Exampleton"]
    """
    phones: Phones = Phones()
    """Whom to phone. A sheet prints the lines that it asks for."""
    web: Given[Web] = None
    """The web address on the contact card. Example: https://example.org"""
    email: Given[Mail] = None
    """The email address on the contact card. Example: knees@example.org"""
    complaints: Given[Complaints] = None
    """Where to take a complaint."""
    other_formats: Given[OtherFormats] = None
    """Whom to ask for large print, braille, audio or another language."""
    feedback: Given[Localised] = None
    """How readers can say what they think of a sheet, in each language.

    Example: {en: Tell us at the desk.}
    """
    disclaimer: Localised
    """What the clinic says about all of its sheets. Each language it prints needs one.

    Example: {en: This is general information.}
    """
    decisions: Answers = Field(default_factory=dict)
    """Its answers to what handouts leave to clinics, for all topics, in each language.

    Example: {driving: {en: Do not drive for 24 hours.}}
    """
    decisions_for: dict[TopicKey, dict[Key, Localised]] = Field(default_factory=dict)
    """Answers for one topic, by its folder. They go before those for all topics.

    Example: {sore-knee: {driving: Do not drive for 2 weeks.}}
    """
    look: LookName = DEFAULT_LOOK
    """How its sheets are drawn. Example: band"""
    profile: ProfileKey = DEFAULT_PROFILE
    """The rules that its content is held against. Example: uk-nhs"""
    rules: dict[RuleKey, dict[Key, Any]] = Field(default_factory=dict)
    """Other settings of single rules: a severity, or the rule's limits.

    Example: {long-sentence: {most: 20}}
    """
    partners: Annotated[tuple[Partner, ...], Field(max_length=6)] = ()
    """Logos of partners and accreditations, beside its own."""
    order: PrintedOrder = PrintedOrder()
    """The order of what is in the masthead and at the foot of each page."""
    web_base: WebBase = Field(default_factory=dict)
    """The web address at which the output folder is published. Each sheet has a code that leads to its page.

    If its pages are elsewhere, an address with `{topic}`, `{variant}`, `{language}`, or one by topic.

    Example: https://leaflets.example.org
    """
    words: dict[LanguageTag, OwnPhrases] = Field(default_factory=dict)
    """Phrases that only its own sheets print, by language. Those that it does not change stay as they are.

    Example: {en-GB: {my-notes: For your notes}}
    """
    packs: dict[Key, Pack] = Field(default_factory=dict)
    """Sheets that are printed together, by their keys.

    Example: {knee: {name: Knee, sheets: [sore-knee-leaflet-standard-en-GB,
    sore-knee-aftercare-standard-en-GB]}}
    """
    prints: Prints
    """What it prints: languages, paper, topics, variants and editions."""

    @property
    def parts(self) -> dict[str, "Clinic | Department"]:
        """The clinic and its departments, each by how the paths of its fields begin."""
        return {"": self, **{f"departments.{key}.": part for key, part in self.departments.items()}}

    def left_out(self, path: str) -> Place | None:
        """Return where a fact, or what it is below, is left out on purpose; None if it is not."""
        listed = self.placed("leave_out")
        return next((place for one, place in listed if f"{path}.".startswith(f"{one}.")), None)

    def department_of(self, topic: str, named: str | None) -> str | None:
        """Return the department of a topic: the one that lists it, or the one that its handout names."""
        listing = (key for key, department in self.departments.items() if topic in department.topics)
        return next(listing, named)

    def in_department(self, key: str) -> Self:
        """Return the clinic as a department prints it: its own name, lines, addresses and answers first."""
        own = self.departments[key]
        return self.model_copy(
            update={
                "department": own.name,
                "address": own.address or self.address,
                "phones": self.phones.below(own.phones),
                "web": own.web or self.web,
                "email": own.email or self.email,
                "decisions": self.decisions | own.decisions,
            }
        )

    def answer(self, topic: str, slot: str, *, shared: bool = True) -> Localised | None:
        """Return the answer for a topic, otherwise the one for all topics if that may be `shared`."""
        own = self.decisions_for.get(topic, {}).get(slot)
        return own or (self.decisions.get(slot) if shared else None)

    def prints_topic(self, topic: str) -> bool:
        """Return whether the clinic prints a topic."""
        return self.prints.topics == "all" or topic in self.prints.topics


def localised_in(clinic: Clinic) -> Iterator[tuple[str, Localised]]:
    """Go through the texts in each language of a clinic and its departments, by their paths in its file."""
    for path, part in clinic.parts.items():
        for key, line in part.phones.lines.items():
            if line.hours:
                yield f"{path}phones.{key}.hours", line.hours
        yield from ((f"{path}decisions.{slot}", answer) for slot, answer in part.decisions.items())
    if clinic.complaints:
        yield "complaints.name", clinic.complaints.name
    if clinic.feedback:
        yield "feedback", clinic.feedback
    yield "disclaimer", clinic.disclaimer
    for topic, answers in clinic.decisions_for.items():
        yield from ((f"decisions-for.{topic}.{slot}", answer) for slot, answer in answers.items())
