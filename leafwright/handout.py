"""A handout: the content of one topic in one language, and the sheets that are made of it."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from leafwright.blocks.kinds import Block
from leafwright.blocks.traits import PassageKind
from leafwright.model.clinical_codes import ClinicalCodes
from leafwright.model.day import Day
from leafwright.model.names import DepartmentKey, VariantKey
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
    """The one thing that every reader should know."""
    points: Annotated[Texts, Field(max_length=5), PassageKind.ITEM]
    """The points below it, at most five short ones."""


class Section(Record):
    """A part of the handout under its own heading; variants choose from the sections."""

    id: Key
    """The name by which variants choose the section. It never changes, because translations know it too.

    Example: before
    """
    heading: Annotated[Text, PassageKind.HEADING]
    """The heading, as a reader would ask. Example: What happens before the scan?"""
    blocks: Annotated[tuple[Block, ...], Field(min_length=1)]
    """What the section consists of, in order."""
    silence: tuple[Silence, ...] = ()
    """Rules that do not apply in this section."""


class VariantContent(Record):
    """The content of one sheet; what is missing here comes from the handout."""

    as_: VariantKey | None = None
    """The kind of the sheet, if it has a name of its own, so that there can be two of a kind.

    Example: discharge
    """
    pages: Annotated[int, Field(ge=1, le=99)] | None = None
    """How many pages it may have, if its kind allows another number. Example: 3"""
    title: Annotated[Text | None, PassageKind.TITLE] = None
    """Its title, if it is not the handout's. Example: After a bump on your child's head"""
    summary: Annotated[Text | None, PassageKind.SUMMARY] = None
    """Its summary, if it is not the handout's.

    Example: How to look after a child with a bump on the head.
    """
    audience: Annotated[Text | None, PassageKind.SUMMARY] = None
    """Whom it is for, if not those of the handout. Example: For parents and carers."""
    glance: Glance | None = None
    """What to know from it, if not what the handout says."""
    tested: bool = False
    """Whether readers have tried it. An easy-read sheet says so if they have not."""
    sections: Annotated[tuple[Key, ...], Field(min_length=1)] | None = None
    """The ids of its sections. Without them it has all. Example: [what, before, contact]"""


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
    BeforeValidator(
        _by_name, json_schema_input_type=dict[VariantKey, VariantContent] | tuple[VariantKey, ...]
    ),
    Field(min_length=1),
]
"""The sheets of a handout; a list of names makes each from all sections."""


class Handout(Record):
    """The content of one topic, with its document control."""

    title: Annotated[Text, PassageKind.TITLE]
    """The title, as patients call the topic."""
    summary: Annotated[Text | None, PassageKind.SUMMARY] = None
    """What it is about, in a sentence or two."""
    audience: Annotated[Text | None, PassageKind.SUMMARY] = None
    """Whom it is for. Sheets such as the leaflet print it below the title."""
    glance: Glance | None = None
    """What to know for people who read nothing else."""
    reference: Annotated[str, Field(pattern=REFERENCE_CODE)]
    """A short code of its own, printed on every page. Example: EX-1"""
    version: Annotated[str, Field(pattern=VERSION)]
    """Its version. Raise it when the content changes.

    Example: "1.0"
    """
    issued: Day
    """The day on which it is issued. Example: 2026-11-02"""
    review_due: Day
    """The day by which it is reviewed, at most three years after it is issued. Example: 2028-11-01"""
    status: Status
    """Whether it is an example, a draft or approved. Only `approved` prints without a stamp."""
    owner: Annotated[Text, PassageKind.CONTROL]
    """The team that writes it. Example: The knee team"""
    approver: Annotated[Text | None, PassageKind.CONTROL] = None
    """Who approved it. Only an approved handout has one. Example: The patient information group"""
    funding: Annotated[Text, PassageKind.CONTROL]
    """Who paid for it, and any interests that compete. Example: No outside funding."""
    department: Given[DepartmentKey] = None
    """The department of clinics that it is for, by its key. Example: endoscopy"""
    made_up: tuple[Literal["reference", "version", "issued", "review-due"], ...] = ()
    """The facts in it that nobody has decided yet. They are printed in square brackets."""
    made_up_names: tuple[Name, ...] = ()
    """Invented names in its words, such as those of the leaflet that it was begun with.

    Example: [Arthrolin]
    """
    keywords: tuple[Name, ...] = ()
    """Words that people may search for. Example: [knee, arthritis]"""
    codes: ClinicalCodes = ClinicalCodes()
    """What it is about in clinical terminologies, for records and websites that look it up.

    Example: {snomed-ct: ["239873007"], icd-10: [M17.9]}
    """
    slots: Annotated[dict[Key, SlotName], PassageKind.NAME] = Field(default_factory=dict)
    """What is left to each clinic and has no name in the words files: a key and its printed name.

    Example: {pacemaker: If you have a pacemaker}
    """
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    """Every section once. Variants choose from them."""
    variants: Sheets
    """The sheets that are made: a list of kinds, each with all sections, or what is each one's own below
    its name.

    Example: [leaflet, aftercare]
    """
    silence: tuple[Silence, ...] = ()
    """Rules that do not apply in this handout."""

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
