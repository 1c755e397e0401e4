"""Exercises: a picture, the steps and how often; and weeks of days to tick."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field

from leafwright.blocks.block import BlockRecord, BlockTraits, BlockView
from leafwright.blocks.context import BlockContext
from leafwright.blocks.traits import LeafletPart, PassageKind
from leafwright.model.block_phrases import Weekday
from leafwright.model.record import KnownName, Record
from leafwright.phrasing.phrases import fill, say_number
from leafwright.problems import quoted
from leafwright.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseView:
    """An exercise, on one page."""

    whole: ClassVar[bool] = True

    id: str
    name: Text
    aim: Text | None
    source: str
    alt: str
    steps: tuple[Text, ...]
    often: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekView(BlockTraits):
    """A week as a table: a cell to tick for each exercise on each day, and perhaps one for pain."""

    id: str
    label: Text
    days: tuple[Text, ...]
    names: tuple[Text, ...]
    pain: Text | None

    @property
    def whole(self) -> bool:
        """Keep a week on one page."""
        return True

    def column_heads(self) -> tuple[tuple[Text, ...], ...]:
        """Head the exercises with the week, and each column of cells with its day."""
        return ((self.label,), *((day,) for day in self.days))


@dataclass(frozen=True, slots=True, kw_only=True)
class ExercisesView(BlockView):
    """Exercises, what they have in common, and the weeks to tick below what to do there."""

    kind = "exercises"
    wide = True

    items: tuple[ExerciseView, ...]
    how_often: Text
    tick: Text | None
    weeks: tuple[WeekView, ...]

    def pieces(self) -> Mapping[str, str]:
        """Name the exercises and the weeks."""
        named = {item.id: f"the exercise {quoted(item.name.plain)} of '{self.id}'" for item in self.items}
        return named | {week.id: f"{quoted(week.label.plain)} of '{self.id}'" for week in self.weeks}


class Exercise(Record):
    """An exercise with its picture and its steps."""

    name: Annotated[Text, PassageKind.NAME]
    """What the exercise is called."""
    aim: Annotated[Text | None, PassageKind.MEANING] = None
    """What it is for."""
    file: KnownName
    """The picture, a file beside this one."""
    alt: Annotated[Text, PassageKind.ALT]
    """What the picture shows, for those who cannot see it."""
    steps: Annotated[tuple[Text, ...], PassageKind.ITEM, Field(min_length=1, max_length=8)]
    """What to do, step by step."""
    often: Annotated[tuple[Text, ...], PassageKind.ITEM, Field(min_length=1, max_length=5)]
    """How often to do it, in a few short lines."""


class Exercises(BlockRecord):
    """Exercises to do at home, each on one page with its picture, which is printed 46 mm wide."""

    picture_width: ClassVar[float | None] = 56
    """As wide as in large print."""
    leaflet_parts: ClassVar[Iterable[LeafletPart]] = (LeafletPart.EXERCISES,)

    kind: Literal["exercises"]
    items: Annotated[tuple[Exercise, ...], Field(min_length=1, max_length=12)]
    """The exercises, in their order."""
    weeks: Annotated[int, Field(ge=0, le=8)] = 0
    """For how many weeks there is a table to tick."""
    pain: bool = False
    """Whether each week has a row for how bad the pain was."""

    def pictures(self) -> Iterable[Exercise]:
        """Go through the pictures."""
        return self.items

    @property
    def written_in(self) -> bool:
        """Whether it has spaces to write in, or boxes to tick."""
        return self.weeks > 0 or super().written_in

    def view(self, context: BlockContext) -> ExercisesView:
        """Name the files as a page asks for them, and count the weeks."""
        words = context.words.phrases.exercises
        return ExercisesView(
            id=self.id,
            items=tuple(
                ExerciseView(
                    id=f"{self.id}-{number}",
                    name=item.name,
                    aim=item.aim,
                    source=context.picture(item.file),
                    alt=item.alt.plain,
                    steps=item.steps,
                    often=item.often,
                )
                for number, item in enumerate(self.items, start=1)
            ),
            how_often=words.how_often,
            tick=words.tick if self.weeks else None,
            weeks=tuple(self._week(number, context) for number in range(1, self.weeks + 1)),
        )

    def _week(self, number: int, context: BlockContext) -> WeekView:
        words = context.words.phrases.exercises
        return WeekView(
            id=f"{self.id}-week-{number}",
            label=fill(words.week, context.words, n=say_number(number, context.words)),
            days=tuple(words.days[day] for day in get_args(Weekday)),
            names=tuple(item.name for item in self.items),
            pain=words.pain if self.pain else None,
        )
