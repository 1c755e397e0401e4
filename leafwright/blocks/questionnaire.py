"""Questions that are answered with a tick, in groups that say whom to phone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Annotated, ClassVar, Final, Literal, Self

from pydantic import Field, model_validator

from leafwright.blocks.block import BlockRecord, BlockTraits, BlockView
from leafwright.blocks.context import BlockContext, LabelledLine
from leafwright.blocks.form import (
    FieldRowView,
    FormRow,
    TickBox,
    check_signatures,
    name_answers,
    say_ticked,
    show_rows,
    sign_row,
    tick_boxes,
)
from leafwright.blocks.traits import LeafletPart, PassageKind
from leafwright.model.names import LineKeys
from leafwright.model.record import Key, Keys, Record, Texts, fault, refuse_same_id
from leafwright.problems import quoted
from leafwright.text import Text

Answers = Annotated[Keys, Field(min_length=2, max_length=4)]
USUAL_LINES: Final = ("department",)
"""The lines of a clinic to phone, if a questionnaire names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedView:
    """A question with its number, and a box for each answer."""

    number: int
    text: Text
    boxes: tuple[TickBox, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RingView:
    """What to do after certain answers, and the numbers to phone."""

    label: Text
    text: Text
    numbers: tuple[LabelledLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView(BlockTraits):
    """A group of questions as a table; its heads are what it asks and the answers."""

    id: str
    lead: Text
    answers: tuple[Text, ...]
    questions: tuple[AskedView, ...]
    ring: RingView | None

    def column_heads(self) -> tuple[tuple[Text, ...], ...]:
        """Return the heads: what the group asks, and the answer of each column of boxes."""
        return ((self.lead,), *((answer,) for answer in self.answers))


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnaireView(BlockView):
    """A questionnaire, numbered from its first group to its last."""

    kind = "questionnaire"
    wide = True

    groups: tuple[GroupView, ...]
    signed: FieldRowView | None
    staff_head: Text | None
    staff: tuple[FieldRowView, ...]

    def pieces(self) -> Mapping[str, str]:
        """Name the groups, and the rows below them."""
        named = {group.id: f"the group {quoted(group.lead.plain)} of '{self.id}'" for group in self.groups}
        signed = {self.signed.id: f"the signature of '{self.id}'"} if self.signed else {}
        return named | signed | {row.id: f"the part for staff of '{self.id}'" for row in self.staff}

    def continued_pieces(self) -> Mapping[str, Text]:
        """Repeat what a group asks."""
        return {group.id: group.lead for group in self.groups}

    def telephones(self) -> tuple[LabelledLine, ...]:
        """List the numbers to phone, each once."""
        return tuple({line: None for group in self.groups if group.ring for line in group.ring.numbers})


class Ring(Record):
    """Whom to phone after some answers."""

    answers: Annotated[Keys, Field(min_length=1)]
    """The answers after which to phone."""
    text: Annotated[Text, PassageKind.ADVICE]
    """What to do then."""
    lines: LineKeys = USUAL_LINES
    """The clinic's lines to phone. Example: [department]"""


class QuestionGroup(Record):
    """Questions that belong together, below the line that introduces them."""

    id: Key
    """A name for the group."""
    lead: Annotated[Text, PassageKind.LEAD]
    """The line that introduces the questions."""
    questions: Annotated[Texts, Field(max_length=60), PassageKind.QUESTION]
    """The questions, which are numbered through all groups."""
    ring: Ring | None = None
    """Whom to phone after some of the answers."""


class Questionnaire(BlockRecord):
    """Numbered questions, each with a box for each answer."""

    written_in: ClassVar[bool] = True

    kind: Literal["questionnaire"]
    answers: Answers = ("yes", "no", "not-sure")
    """The answers that each question has a box for, as the words file names them."""
    groups: Annotated[tuple[QuestionGroup, ...], Field(min_length=1, max_length=12)]
    """Questions that belong together."""
    signed: bool = False
    """Whether there is a line for signature, name and date."""
    staff: Annotated[tuple[FormRow, ...], Field(max_length=10)] = ()
    """Rows of fields for the staff who take it back."""

    @model_validator(mode="after")
    def _check_groups(self) -> Self:
        check_signatures(self.staff, "staff")
        refuse_same_id(self.groups)
        for key, _ in self._rung():
            if key not in self.answers:
                hint = f"the answers are {', '.join(self.answers)}"
                raise fault(
                    "unknown-answer", f"'{key}' is no answer of this questionnaire", hint, at="groups"
                )
        return self

    @property
    def line_keys(self) -> tuple[str, ...]:
        """The lines of the clinic that are printed."""
        return tuple(key for group in self.groups if group.ring for key in group.ring.lines)

    @property
    def leaflet_parts(self) -> Iterable[LeafletPart]:
        """Say whether somebody signs."""
        return (LeafletPart.SIGNATURES,) if self.signed else ()

    def view(self, context: BlockContext) -> QuestionnaireView:
        """Show each question with its answers and the line to phone."""
        answers = name_answers(self.answers, context, self.place_of("answers"))
        starts = accumulate((len(group.questions) for group in self.groups), initial=1)
        return QuestionnaireView(
            id=self.id,
            groups=tuple(
                self._group(group, start, answers, context)
                for group, start in zip(self.groups, starts, strict=False)
            ),
            signed=sign_row(f"{self.id}-signed", context) if self.signed else None,
            staff_head=context.words.phrases.form.staff if self.staff else None,
            staff=show_rows(self.staff, f"{self.id}-staff", context),
        )

    def _group(
        self, group: QuestionGroup, start: int, answers: tuple[Text, ...], context: BlockContext
    ) -> GroupView:
        return GroupView(
            id=f"{self.id}-{group.id}",
            lead=group.lead,
            answers=answers,
            questions=tuple(
                AskedView(number=number, text=text, boxes=tick_boxes(text, answers, context))
                for number, text in enumerate(group.questions, start=start)
            ),
            ring=_show_ring(group.ring, context) if group.ring else None,
        )

    def _rung(self) -> Iterator[tuple[Key, QuestionGroup]]:
        for group in self.groups:
            yield from ((key, group) for key in (group.ring.answers if group.ring else ()))


def _show_ring(ring: Ring, context: BlockContext) -> RingView:
    answers = name_answers(ring.answers, context, ring.place_of("answers"))
    return RingView(
        label=say_ticked(answers, context),
        text=ring.text,
        numbers=context.phone_lines(ring.lines, ring),
    )
