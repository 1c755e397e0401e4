"""A risk as a sentence, its other half, and an icon array, all from one record."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext, LabelledLine
from leafwright.blocks.denominator import Denominator, refuse_more_than, show_number
from leafwright.blocks.icon_array import BLOCK, GRIDS, IconArray
from leafwright.blocks.traits import CountedEvent, LeafletPart, PassageKind
from leafwright.model.block_phrases import Certainty
from leafwright.model.names import Sources
from leafwright.model.record import Record, SentencePart, fault
from leafwright.model.words import Words
from leafwright.phrasing.phrases import fill, say_number
from leafwright.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskView(BlockView):
    """A risk in words and as a picture; every part comes from the one record."""

    kind = "risk"
    whole = True
    noted = True

    heading: Text
    statements: tuple[Text, ...]
    arrays: tuple[IconArray, ...]
    affected: Text | None
    spared: Text | None
    blocks: Text | None
    interpretation: Text | None
    facts: tuple[LabelledLine, ...]

    def pieces(self) -> Mapping[str, str]:
        """Name the pictures."""
        named = enumerate(self.arrays, start=1)
        return {array.id: f"picture {number} of '{self.id}'" for number, array in named}


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskGroup:
    """The people whom one of a risk's numbers is about; a single group needs no name."""

    number: int
    name: Text | None
    n: int


class Comparator(Record):
    """The group that a risk is compared with, of the same size."""

    group: Annotated[SentencePart, PassageKind.NAME]
    """What the other group is called."""
    n: Annotated[int, Field(ge=0)]
    """How many of the other group."""


class Risk(BlockRecord):
    """How many people out of a number: sentence and picture are both derived from this.

    Source of the shape: the framing of natural frequencies recommended by the Patient Information Forum.
    """

    leaflet_parts: ClassVar[Iterable[LeafletPart]] = (LeafletPart.NUMBERS,)

    kind: Literal["risk"]
    heading: Annotated[Text, PassageKind.HEADING]
    """The heading of the block."""
    people: Annotated[SentencePart, PassageKind.FACT]
    """Who the people are. It follows the number: 42 in 100 people."""
    event: Annotated[SentencePart, PassageKind.FACT]
    """What happened to `n` of them, as the end of the sentence."""
    otherwise: Annotated[SentencePart, PassageKind.FACT]
    """What happened to the others: whom it is, and what they did or felt."""
    n: Annotated[int, Field(ge=0)]
    """How many people it happened to."""
    of: Denominator
    """Out of how many people."""
    time_frame: Annotated[Text, PassageKind.FACT]
    """Within which time it happened."""
    certainty: Certainty
    """How sure research is."""
    source: Sources
    """The references that the numbers come from, by their ids."""
    group: Annotated[SentencePart | None, PassageKind.NAME] = None
    """What the people are called, where they are compared with others."""
    comparator: Comparator | None = None
    """The group that the risk is compared with, of the same size."""
    interpretation: Annotated[Text | None, PassageKind.PARAGRAPH] = None
    """What the numbers say, in a sentence."""
    picture: bool = True
    """Whether the people are drawn too."""

    @model_validator(mode="before")
    @classmethod
    def _refuse_mean_difference(cls, value: Any) -> Any:
        if isinstance(value, dict) and ("difference" in value or value.get("measure") == "mean-difference"):
            hint = "a difference of means is not a number of people; write it as `kind: difference`"
            raise fault("mean-difference", "a risk cannot be a mean difference", hint)
        return value

    @model_validator(mode="after")
    def _check_numbers(self) -> Self:
        refuse_more_than(self.of, [self.n], self.place_of("n"))
        if self.comparator:
            refuse_more_than(self.of, [self.comparator.n], self.comparator.place_of("n"))
        if self.picture and self.of not in GRIDS:
            message = f"there is no icon array of {self.of} figures"
            raise fault("no-picture", message, self._drawable(), at="of")
        if self.comparator and not self.group:
            raise fault("missing-group", "a comparison needs the name of both groups", "add `group:`")
        return self

    def view(self, context: BlockContext) -> RiskView:
        """Write and draw it, with its references only if the clinic prints them."""
        words, parts = context.words, self._parts()
        phrases, groups = words.phrases.risk, tuple(self._groups())
        return RiskView(
            id=self.id,
            heading=self.heading,
            statements=self.statements(words),
            arrays=tuple(self._draw(group, words) for group in groups if self.picture),
            affected=fill(phrases.affected, words, **parts) if self.picture else None,
            spared=fill(phrases.spared, words, **parts) if self.picture else None,
            blocks=phrases.blocks if self.picture and self.of > BLOCK else None,
            interpretation=self.interpretation,
            facts=context.list_evidence(self.time_frame, self.certainty, self.source),
        )

    def counted(self) -> Iterator[CountedEvent]:
        """Count the people of both groups."""
        groups = tuple(self._groups())
        yield CountedEvent(
            event=self.event.plain,
            shares=tuple((group.n, self.of) for group in groups),
            place=self.place_of("n"),
            source=self.source,
            people=self.people.plain,
            groups=tuple(group.name for group in groups if group.name),
            when=self.time_frame.plain,
        )

    @property
    def says_groups(self) -> bool:
        """Whether its sentences name its groups: each number is said with what it is of."""
        return self.group is not None

    def statements(self, words: Words) -> tuple[Text, ...]:
        """Say each number both ways: how many people it happened to, and how many not."""
        phrases = words.phrases.risk
        return tuple(
            fill(
                f"{phrases.group_framing} {phrases.group_rest}"
                if self.says_groups
                else f"{phrases.framing} {phrases.rest}",
                words,
                **self._values(group, words),
            )
            for group in self._groups()
        )

    def _drawable(self) -> str:
        """Say which of the drawn totals would show all numbers as whole people, if any does."""
        counts = [group.n for group in self._groups()]
        total = next((to for to in GRIDS if all(n * to % self.of == 0 for n in counts)), None)
        if total is None:
            return "write `picture: false`"
        numbers = " and ".join(str(n * total // self.of) for n in counts)
        return f"write `of: {total}`, with {numbers} for `n`, or `picture: false`"

    def _groups(self) -> Iterator[RiskGroup]:
        yield RiskGroup(number=1, name=self.group, n=self.n)
        if self.comparator:
            yield RiskGroup(number=2, name=self.comparator.group, n=self.comparator.n)

    def _draw(self, group: RiskGroup, words: Words) -> IconArray:
        return IconArray(
            id=f"{self.id}-array-{group.number}",
            n=group.n,
            of=self.of,
            grid=GRIDS[self.of],
            mirrored=words.direction == "rtl",
            caption=show_number(group.n, self.of, words),
            group=group.name,
        )

    def _parts(self) -> dict[str, str]:
        return {"people": self.people.plain, "event": self.event.plain, "otherwise": self.otherwise.plain}

    def _values(self, group: RiskGroup, words: Words) -> dict[str, str]:
        numbers = {"n": group.n, "of": self.of, "left": self.of - group.n}
        written = {name: say_number(number, words) for name, number in numbers.items()}
        return self._parts() | written | {"group": group.name.plain if group.name else ""}
