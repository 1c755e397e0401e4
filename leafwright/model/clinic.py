"""A clinic: who prints, how to reach them, what they decided, and how they look."""

import re
from collections.abc import Iterator
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BeforeValidator, Field

from leafwright.model.lines import Complaints, Mail, OtherFormats, Phones, Web
from leafwright.model.localised import Localised, LocalisedName
from leafwright.model.look import DEFAULT_LOOK
from leafwright.model.online import SheetsAt
from leafwright.model.partners import Partner, PrintedOrder
from leafwright.model.phrases import Phrases
from leafwright.model.record import LANGUAGE, Given, Key, Keys, KnownName, Record, fault, refuse_repeated
from leafwright.problems import Place
from leafwright.source import Mapping
from leafwright.tags import Language
from leafwright.text import Text

Paper = Literal["A4", "Letter", "Legal"]
ReferenceStyle = Literal["full", "short", "on-request"]
_TAG: Final = re.compile(r"[A-Za-z]{2,3}([-_]\w+)*")
DEFAULT_PROFILE = "uk-nhs"
"""The profile of rules for a clinic that names none."""


def _all_or_list(value: Any) -> Any:
    if value is None:
        raise fault("empty", "'topics' has no value", "write a list, or all")
    if isinstance(value, str) and value != "all":
        hint = "write all" if value.casefold() == "all" else f"write a list: [{value}]; or all"
        raise fault("wrong-type", f"'topics' is '{value}'", hint)
    if not isinstance(value, str | list | tuple):
        raise fault("wrong-type", "'topics' is neither a list nor all", "write a list, or all")
    return value


def _as_phrases(value: Any) -> Any:
    if not isinstance(value, Mapping) or "phrases" in value:
        hint = "write phrases, such as `foot:`, and below it `clinic:`, directly below the language"
        raise fault("wrong-type", "these are no phrases by their names", hint)
    return value


def _one_or_list(value: Any) -> Any:
    return (value,) if isinstance(value, str) else refuse_repeated(value)


Papers = Annotated[
    tuple[Paper, ...],
    BeforeValidator(_one_or_list, json_schema_input_type=Paper | tuple[Paper, ...]),
    Field(min_length=1),
]
"""One paper, or a list of them, each only once."""

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


class Prints(Record):
    """What a clinic prints: languages, papers, topics, variants, editions and how much of the sources.

    Each sheet is printed on each `paper`, except in an edition that has a paper of its own.
    A translation older than its source is withheld, or printed with a stamp that says so.
    """

    languages: Annotated[tuple[KnownName, ...], Field(min_length=1)]
    paper: Papers
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


class Department(Record):
    """A part of a clinic with lines, an address and answers of its own; the rest is the clinic's.

    Its `topics` are those that it sees patients for, besides those whose handouts name it.
    """

    name: LocalisedName
    address: Given[Annotated[tuple[Text, ...], Field(min_length=1)]] = None
    phones: Phones = Phones()
    web: Given[Web] = None
    email: Given[Mail] = None
    topics: Keys = ()
    decisions: Answers = Field(default_factory=dict)


SheetName = Annotated[str, Field(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*(_[A-Za-z-]+)?$")]
"""The name of a sheet's file, without its folder and `.pdf`."""


class Pack(Record):
    """Sheets that are printed together, as one file in their order; each is named like its file."""

    name: LocalisedName
    sheets: Annotated[tuple[SheetName, ...], BeforeValidator(refuse_repeated), Field(min_length=2)]


class Clinic(Record):
    """One clinic's own facts; each language it prints needs a disclaimer.

    `department` is what it is called in the masthead and on the contact card, on sheets that belong to none
    of its `departments`. Whom to reach is printed where it is written, and a sheet that asks for a line needs
    that line.

    `sheets-at` is where each sheet is online: a code beside the address leads there. `partners` are logos
    beside its own, and `order` is that of the masthead and of the foot.

    `decisions` apply to every topic, `decisions-for` to one topic, by its folder, before those for all.
    `packs` are sheets that are printed together. `look` is how its sheets are drawn. `profile` chooses the
    rules, and `rules` sets other limits for some of them. `words` are phrases that only its own sheets print,
    by language; those that it does not change stay as they are. A clinic that is `part-of` another says only
    what differs; `leave-out` lists, as paths, what it does not take from there.
    """

    part_of: Key | None = None
    leave_out: tuple[KnownName, ...] = ()
    name: Text
    department: Given[LocalisedName] = None
    departments: dict[Key, Department] = Field(default_factory=dict)
    address: Annotated[tuple[Text, ...], Field(min_length=1)]
    phones: Phones = Phones()
    web: Given[Web] = None
    email: Given[Mail] = None
    complaints: Given[Complaints] = None
    other_formats: Given[OtherFormats] = None
    feedback: Given[Localised] = None
    disclaimer: Localised
    decisions: Answers = Field(default_factory=dict)
    decisions_for: dict[Key, dict[Key, Localised]] = Field(default_factory=dict)
    look: KnownName = DEFAULT_LOOK
    profile: Key = DEFAULT_PROFILE
    rules: dict[Key, dict[Key, Any]] = Field(default_factory=dict)
    partners: Annotated[tuple[Partner, ...], Field(max_length=6)] = ()
    order: PrintedOrder = PrintedOrder()
    sheets_at: SheetsAt = Field(default_factory=dict)
    words: dict[Annotated[str, Field(pattern=LANGUAGE)], OwnPhrases] = Field(default_factory=dict)
    packs: dict[Key, Pack] = Field(default_factory=dict)
    prints: Prints

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
