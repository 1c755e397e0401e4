"""The outcomes of one choice, with it and without it, out of one number of people."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext, LabelledLine
from leafwright.blocks.denominator import Denominator, refuse_more_than, say_share, width_of
from leafwright.blocks.traits import CountedEvent, LeafletPart, PassageKind
from leafwright.model.block_phrases import Certainty
from leafwright.model.names import Sources
from leafwright.model.record import Record, fault
from leafwright.problems import Place, quoted
from leafwright.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFigure:
    """How many of a group."""

    group: Text
    figure: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeView:
    """An outcome, how many of each group it happens to, and how certain that is."""

    whole: ClassVar[bool] = True

    id: str
    event: Text
    figures: tuple[GroupFigure, ...]
    certainty: LabelledLine


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsView(BlockView):
    """Outcomes down, groups across; each number is printed with its total."""

    kind = "facts"
    needs_width = True

    people: Text
    time_frame: Text
    groups: tuple[Text, ...]
    width: int
    certainty: Text
    outcomes: tuple[OutcomeView, ...]
    interpretation: Text | None

    def pieces(self) -> Mapping[str, str]:
        """Name the outcomes."""
        return {row.id: f"the row {quoted(row.event.plain)} of '{self.id}'" for row in self.outcomes}

    def column_heads(self) -> tuple[tuple[Text, ...], ...]:
        """Return the head of each column; the first says whom it is about, and when."""
        return ((self.people, self.time_frame), *((group,) for group in self.groups), (self.certainty,))


class CountedOutcome(Record):
    """An outcome, and how many people of each group it happens to, in the order of `groups`."""

    event: Annotated[Text, PassageKind.FACT]
    """What happens to them."""
    n: Annotated[tuple[Annotated[int, Field(ge=0)], ...], Field(min_length=1)]
    """How many people of each group, in the order of `groups`."""
    certainty: Certainty
    """How sure research is."""
    source: Sources
    """The references that the numbers come from, by their ids."""


class ChoiceFacts(BlockRecord):
    """The outcomes of one choice, with it and without it, out of one number of people."""

    leaflet_parts: ClassVar[Iterable[LeafletPart]] = (
        LeafletPart.BENEFITS,
        LeafletPart.RISKS,
        LeafletPart.NUMBERS,
    )

    kind: Literal["facts"]
    of: Denominator
    """The number of people that all numbers are out of."""
    people: Annotated[Text, PassageKind.FACT]
    """Who these people are."""
    time_frame: Annotated[Text, PassageKind.FACT]
    """Within which time it happens."""
    groups: Annotated[tuple[Text, ...], PassageKind.NAME, Field(min_length=1, max_length=2)]
    """What the one or two groups are called."""
    rows: Annotated[tuple[CountedOutcome, ...], Field(min_length=1, max_length=12)]
    """The outcomes, each with its numbers."""
    interpretation: Annotated[Text | None, PassageKind.PARAGRAPH] = None
    """What the numbers say, in a sentence."""

    @model_validator(mode="after")
    def _check_numbers(self) -> Self:
        for row in self.rows:
            refuse_more_than(self.of, row.n, row.place_of("n"))
            if len(row.n) != len(self.groups):
                message = f"'{row.event.plain}' has {len(row.n)} numbers for {len(self.groups)} groups"
                raise fault(
                    "uneven-numbers", message, "write one number for each of `groups`", at=row.place_of("n")
                )
        return self

    def view(self, context: BlockContext) -> FactsView:
        """Write each number with its total."""
        outcomes = tuple(self._outcome(number, row, context) for number, row in enumerate(self.rows, start=1))
        return FactsView(
            id=self.id,
            people=self.people,
            time_frame=self.time_frame,
            groups=self.groups,
            width=width_of(number.figure for outcome in outcomes for number in outcome.figures),
            certainty=context.words.phrases.risk.certainty_label,
            outcomes=outcomes,
            interpretation=self.interpretation,
        )

    def counted(self) -> Iterator[CountedEvent]:
        """Go through the outcomes."""
        for row in self.rows:
            yield CountedEvent(
                event=row.event.plain,
                shares=tuple((n, self.of) for n in row.n),
                place=row.place_of("n"),
                source=row.source,
                people=self.people.plain,
                groups=self.groups if len(self.groups) > 1 else (),
                when=self.time_frame.plain,
            )

    def named_sources(self) -> Iterator[tuple[str, Place]]:
        """Go through the references of all numbers."""
        for row in self.rows:
            yield from row.placed("source")

    def _outcome(self, number: int, row: CountedOutcome, context: BlockContext) -> OutcomeView:
        phrases, shares = context.words.phrases.risk, zip(self.groups, row.n, strict=True)
        return OutcomeView(
            id=f"{self.id}-row-{number}",
            event=context.cite(row.event, row.source),
            figures=tuple(
                GroupFigure(group=group, figure=say_share(n, self.of, context.words)) for group, n in shares
            ),
            certainty=LabelledLine(label=phrases.certainty_label, text=phrases.certainty[row.certainty]),
        )
