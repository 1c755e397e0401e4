"""A handout: the content of one topic in one language, and the sheets that are made of it."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from leafwright.blocks.kinds import Block
from leafwright.blocks.traits import PassageKind
from leafwright.model.day import Day
from leafwright.model.record import REFERENCE_CODE, VERSION, Given, Key, Name, Record, Silence, Texts, fault
from leafwright.source import Mapping, Scalar, Sequence
from leafwright.text import Text

Status = Literal["example", "draft", "approved"]

MOST_YEARS = 3
OPENING: Final = ("summary", "audience", "glance")
"""The fields below the title of a variant, in this order."""


class Glance(Record):
    """What to know for people who read nothing else."""

    message: Annotated[Text, PassageKind.MESSAGE]
    points: Annotated[Texts, Field(max_length=5), PassageKind.ITEM]


class Section(Record):
    """A part of the handout under its own heading; variants choose from the sections."""

    id: Key
    heading: Annotated[Text, PassageKind.HEADING]
    blocks: Annotated[tuple[Block, ...], Field(min_length=1)]
    silence: tuple[Silence, ...] = ()


class VariantContent(Record):
    """The content of one sheet; what is missing here comes from the handout.

    Without `sections` it has all of them. `as` names its variant if the sheet has a name of its own, so that
    there can be two of a kind. `pages` is how many it may have, if its variant allows another number. With
    `tested` readers have tried it, and it does not say that they have not.
    """

    as_: Key | None = None
    pages: Annotated[int, Field(ge=1, le=99)] | None = None
    title: Annotated[Text | None, PassageKind.TITLE] = None
    summary: Annotated[Text | None, PassageKind.SUMMARY] = None
    audience: Annotated[Text | None, PassageKind.SUMMARY] = None
    glance: Glance | None = None
    tested: bool = False
    sections: Annotated[tuple[Key, ...], Field(min_length=1)] | None = None


def _by_name(value: Any) -> Any:
    """Read `[leaflet, comparison]` as two sheets without fields of their own."""
    if not isinstance(value, Sequence):
        return value
    sheets = Mapping(value.place)
    for name in value:
        if not isinstance(name, Scalar):
            hint = "write names, `[leaflet, aftercare]`, or below each name what is its own"
            raise fault("wrong-type", "an entry of 'variants' is no name", hint)
        if name in sheets:
            raise fault("duplicate-key", f"'{name}' is written twice", "keep one", at=name.place)
        sheets[name] = Mapping(name.place)
    return sheets


def _in_one_language(value: Any) -> Any:
    """Read `{en: Pacemaker}` as the text; what it is in other languages is in their files."""
    if not isinstance(value, Mapping):
        return value
    if len(value) != 1:
        hint = "keep the name in the language of this file; a translation has it as `slots.` and the key"
        raise fault("wrong-type", "a slot has one name in each file", hint)
    return next(iter(value.values()))


SlotName = Annotated[Text, BeforeValidator(_in_one_language, json_schema_input_type=str | dict[str, str])]
"""The printed name of something that is left to the clinic."""

Sheets = Annotated[
    dict[Key, VariantContent],
    BeforeValidator(_by_name, json_schema_input_type=dict[Key, VariantContent] | tuple[Key, ...]),
    Field(min_length=1),
]
"""The sheets of a handout; a list of names makes each from all sections."""


class Handout(Record):
    """The content of one topic, with its document control.

    `department` is the part of a clinic that it is printed for, where the clinic does not say otherwise.
    `slots` are the names of things that it leaves to each clinic and that the words files do not name.
    `made-up` names the facts in it that nobody has decided yet: they are printed in square brackets, and an
    approved handout has none. `audience` and `glance` are for its whole variants, such as the leaflet, and
    `summary` for sheets without their own.
    """

    title: Annotated[Text, PassageKind.TITLE]
    summary: Annotated[Text | None, PassageKind.SUMMARY] = None
    audience: Annotated[Text | None, PassageKind.SUMMARY] = None
    glance: Glance | None = None
    reference: Annotated[str, Field(pattern=REFERENCE_CODE)]
    version: Annotated[str, Field(pattern=VERSION)]
    issued: Day
    review_due: Day
    status: Status
    owner: Annotated[Text, PassageKind.CONTROL]
    approver: Annotated[Text | None, PassageKind.CONTROL] = None
    funding: Annotated[Text, PassageKind.CONTROL]
    department: Given[Key] = None
    made_up: tuple[Literal["reference", "version", "issued", "review-due"], ...] = ()
    keywords: tuple[Name, ...] = ()
    slots: Annotated[dict[Key, SlotName], PassageKind.NAME] = Field(default_factory=dict)
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    variants: Sheets
    silence: tuple[Silence, ...] = ()

    @model_validator(mode="after")
    def _check_dates(self) -> Self:
        if self.review_due <= self.issued:
            message = f"the review ({self.review_due}) is not after the issue ({self.issued})"
            raise fault("review-before-issue", message, "check both dates", at="review_due")
        if (self.review_due - self.issued).days > MOST_YEARS * 366:
            message = f"the review is more than {MOST_YEARS} years after the issue"
            raise fault("review-too-late", message, "give a nearer date; 2 years is common", at="review_due")
        if self.status == "approved" and self.approver is None:
            raise fault(
                "missing-approver",
                "an approved handout names who approved it",
                "add `approver:`",
                at="status",
            )
        return self

    def kind_of(self, name: str) -> str:
        """Return the variant of a sheet: its own name, unless it has `as`."""
        return str(self.variants[name].as_ or name)

    def sheets_of(self, variants: Iterable[str]) -> tuple[str, ...]:
        """Name the sheets of some variants, in the order of those."""
        kinds = {name: self.kind_of(name) for name in self.variants}
        return tuple(str(name) for kind in dict.fromkeys(variants) for name in kinds if kinds[name] == kind)

    def opening_of(self, name: str, *, whole: bool) -> tuple[Text, Text | None, Text | None, Glance | None]:
        """Choose title, summary, audience and glance of a sheet: its own, or the handout's.

        The handout's audience and glance belong to its `whole` variants; another one has them only if it
        writes them.
        """
        own = self.variants[name]
        return (
            own.title or self.title,
            own.summary or self.summary,
            own.audience or (self.audience if whole else None),
            own.glance or (self.glance if whole else None),
        )

    def shown(self, field: str, written: str) -> str:
        """Return a field as it is printed, in brackets if it is made up."""
        return f"[{written}]" if field in self.made_up else written

    def blocks(self) -> Iterator[Block]:
        """Go through every block in the order of the file."""
        for section in self.sections:
            yield from section.blocks

    def blocks_of(self, *sheets: str) -> Iterator[Block]:
        """Go through the blocks of some sheets, in the order of each."""
        return (block for name in sheets for section in self.sections_of(name) for block in section.blocks)

    def sections_of(self, variant: str) -> tuple[Section, ...]:
        """Return the sections of a variant in its own order; all of them if it names none."""
        chosen = self.variants[variant].sections
        if chosen is None:
            return self.sections
        by_id = {section.id: section for section in self.sections}
        return tuple(by_id[name] for name in chosen if name in by_id)
