"""What is filled in on paper: lines, boxes, words to circle, signatures, each named for screen readers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Final, Literal, Self

from babel.lists import format_list
from pydantic import Field, model_validator

from leafwright.blocks.block import BlockTraits
from leafwright.blocks.context import BlockContext
from leafwright.blocks.traits import PassageKind
from leafwright.language import locale_of
from leafwright.model.record import Key, Record, Texts, fault
from leafwright.phrasing.phrases import fill, unnamed_answer
from leafwright.problems import ContentError, Place
from leafwright.text import Text

FieldWidth = Literal["narrow", "normal", "wide"]
WIDTHS: Final[Mapping[FieldWidth, int]] = {"narrow": 2, "normal": 3, "wide": 5}
"""The share of a row that a field takes."""
MOST_FIELDS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class TickBox:
    """A box to tick, with its word; a form calls it by its `name`, and screen readers read `alt`."""

    text: Text
    name: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A place to write in: the requested lines, a drawn box, boxes to tick or words to circle.

    A form calls it by its `name`; what is `signed` is no field of a form.
    """

    label: Text
    width: FieldWidth
    name: str
    alt: str
    signed: bool = False
    lines: int = 1
    box: int | None = None
    ticked: tuple[TickBox, ...] = ()
    circled: tuple[Text, ...] = ()
    hint: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRowView(BlockTraits):
    """A row of fields; a row with a signature has a head, and perhaps a statement."""

    whole: ClassVar[bool] = True

    id: str
    fields: tuple[FieldView, ...]
    head: Text | None = None
    statement: Text | None = None


class FormField(Record):
    """A place to write in: one line, unless it says otherwise."""

    label: Annotated[Text | None, PassageKind.NAME] = None
    """What to write in the field."""
    width: FieldWidth = "normal"
    """How wide it is, compared with its neighbours."""
    choose: Annotated[Texts, PassageKind.CELL] = ()
    """Boxes to tick, in place of a line."""
    circle: Annotated[Texts, PassageKind.CELL] = ()
    """Words of which one is circled, in place of a line."""
    lines: Annotated[int | None, Field(ge=2, le=8)] = None
    """How many lines there are to write on."""
    box: Annotated[int | None, Field(ge=10, le=80)] = None
    """How high the frame to write in is, in millimetres."""
    signature: Annotated[Text | None, PassageKind.NAME] = None
    """Who signs here. Lines for name and date are beside it."""
    statement: Annotated[Text | None, PassageKind.PARAGRAPH] = None
    """What is signed, above the signature."""

    @model_validator(mode="after")
    def _check_shape(self) -> Self:
        if (self.label is None) == (self.signature is None):
            raise fault("bad-field", "a field has a label or a signature", "write `label:` or `signature:`")
        forms = [name for name in ("choose", "circle", "lines", "box") if getattr(self, name)]
        if len(forms) > 1 or (forms and self.signature):
            several = " and ".join(["signature"] * bool(self.signature) + forms)
            raise fault("bad-field", f"a field cannot be {several} at once", "keep one of them", at=forms[-1])
        if self.statement and not self.signature:
            raise fault("bad-field", "nobody signs the statement", "add `signature:`", at="statement")
        if len(self.circle) == 1:
            raise fault("bad-field", "one word is no choice", "write two words or more", at="circle")
        return self


FormRow = Annotated[tuple[FormField, ...], Field(min_length=1, max_length=MOST_FIELDS)]
"""A row of fields, at most as many as can be written in."""


def check_signatures(rows: Iterable[tuple[FormField, ...]], at: str) -> None:
    """Refuse a signature in a row with other fields."""
    if any(len(row) > 1 and any(field.signature for field in row) for row in rows):
        raise fault("bad-field", "a signature shares its row", "give it a row of its own", at=at)


def show_rows(
    rows: tuple[tuple[FormField, ...], ...], name: str, context: BlockContext
) -> tuple[FieldRowView, ...]:
    """Show rows of fields; rows with the same number of fields have the same columns."""
    return tuple(
        _signed(row[0], f"{name}-{number}", context)
        if row[0].signature
        else FieldRowView(
            id=f"{name}-{number}",
            fields=tuple(
                replace(_field(field, field.label, context), width=_column_width(rows, len(row), at))
                for at, field in enumerate(row)
                if field.label
            ),
        )
        for number, row in enumerate(rows, start=1)
    )


def sign_row(name: str, context: BlockContext, *, signer: Text | None = None) -> FieldRowView:
    """Show the line of a signature, with name and date beside it."""
    words = context.words.phrases.form
    lines: tuple[tuple[Text, FieldWidth], ...] = (
        (words.signature, "wide"),
        (words.name, "normal"),
        (words.date, "narrow"),
    )
    fields = tuple(
        FieldView(
            label=label,
            width=width,
            name=name,
            alt=say_blank(name, context),
            signed=label is words.signature,
        )
        for label, width in lines
        for name in [_named(signer, label)]
    )
    return FieldRowView(id=name, fields=fields)


def tick_boxes(about: Text, answers: Iterable[Text], context: BlockContext) -> tuple[TickBox, ...]:
    """Show a box for each answer; screen readers read it with its question."""
    words = context.words
    return tuple(
        TickBox(text=answer, name=name, alt=fill(words.phrases.form.tick, words, name=name).plain)
        for answer in answers
        for name in [f"{about.plain} {answer.plain}"]
    )


def name_answers(keys: Iterable[Key], context: BlockContext, place: Place) -> tuple[Text, ...]:
    """Name answers such as `not-sure` in the language of a sheet.

    Raises ContentError for answers that the language has no words for.
    """
    known = context.words.phrases.form.answers
    if unnamed := [key for key in keys if key not in known]:
        raise ContentError(unnamed_answer(key, context.words, place) for key in unnamed)
    return tuple(known[key] for key in keys)


def say_ticked(answers: Iterable[Text], context: BlockContext) -> Text:
    """Say after which answers something must be done."""
    words = context.words
    named = format_list([answer.plain for answer in answers], style="or", locale=locale_of(words))
    return fill(words.phrases.form.ticked, words, answers=named)


def say_blank(name: str, context: BlockContext) -> str:
    """Say what to fill in, for people who listen to the page."""
    return fill(context.words.phrases.blank, context.words, name=name).plain


def _signed(field: FormField, name: str, context: BlockContext) -> FieldRowView:
    row = sign_row(name, context, signer=field.signature)
    return replace(row, head=field.signature, statement=field.statement)


def _named(signer: Text | None, label: Text) -> str:
    return f"{signer.plain}: {label.plain}" if signer else label.plain


def _field(field: FormField, label: Text, context: BlockContext) -> FieldView:
    return FieldView(
        label=label,
        width=field.width,
        name=label.plain,
        alt=say_blank(label.plain, context),
        lines=0 if field.choose or field.circle or field.box else field.lines or 1,
        box=field.box,
        ticked=tick_boxes(label, field.choose, context),
        circled=field.circle,
        hint=context.words.phrases.form.circle if field.circle else None,
    )


def _column_width(rows: tuple[tuple[FormField, ...], ...], count: int, at: int) -> FieldWidth:
    """Return the widest field of a column in all rows with the same number of fields."""
    widths = (row[at].width for row in rows if len(row) == count)
    return max(widths, key=lambda width: WIDTHS[width])
