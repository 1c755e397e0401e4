"""The answers to a question of a comparison: as they are written, and the cells that they become."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from leafwright.blocks.traits import PassageKind
from leafwright.model.record import Key, Record, fault
from leafwright.model.words import Words
from leafwright.phrasing.phrases import fill, say_number
from leafwright.text import Run, Text, phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class CountView:
    """A `number`, out of what (`of`), and what it counts."""

    number: Text
    of: Text
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The answer to a question: of one option, or of neighbours that have the same."""

    options: tuple[Text, ...]
    text: Text | None
    counts: tuple[CountView, ...] = ()
    note: Text | None = None

    @property
    def texts(self) -> tuple[Text, ...]:
        """All its words, in order."""
        counted = (text for count in self.counts for text in (count.number, count.of, count.text))
        return tuple(text for text in (*counted, self.text, self.note) if text)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A question and its answers in the order of the options."""

    whole = True

    id: str
    question: Text
    cells: tuple[Cell, ...]

    def cell_at(self, column: int) -> Cell | None:
        """Return the cell over an option's column, the first of which is 1."""
        spread = [cell for cell in self.cells for _ in cell.options]
        return spread[column - 1] if 0 < column <= len(spread) else None


class Option(Record):
    """One of the compared choices."""

    id: Key
    """A name for the option, by which the rows answer."""
    name: Annotated[Text, PassageKind.NAME]
    """What the option is called, at the head of its column."""
    definition: Annotated[Text, PassageKind.MEANING]
    """What the option is, in a few words."""
    no_treatment: bool = False
    """Whether it is the choice to have no treatment, or to wait."""


class OtherGroup(Record):
    """The group of people that an answer is compared with."""

    n: Annotated[int, Field(ge=0)]
    """How many of the other group, out of the row's total. Example: 12"""
    text: Annotated[Text, PassageKind.CELL]
    """What the other group is called. Example: without the scan"""


class Answer(Record):
    """The answer of an option to a question: words, and a number out of the row's total."""

    text: Annotated[Text, PassageKind.CELL]
    """The answer in words."""
    n: Annotated[int, Field(ge=0)] | None = None
    """How many people it is true of, out of the row's total."""
    comparator: OtherGroup | None = None
    """The group of people that the number is compared with."""
    note: Annotated[Text | None, PassageKind.CELL] = None
    """What the reader should know of the number. Example: After 2 years"""

    @property
    def texts(self) -> tuple[Text, ...]:
        """All its words, in order."""
        other = self.comparator.text if self.comparator else None
        return tuple(text for text in (self.text, other, self.note) if text)

    @property
    def keys(self) -> tuple[str, ...]:
        """The references that it cites."""
        return tuple(key for text in self.texts for key in text.keys)

    @property
    def plain(self) -> str:
        """Its words without markup."""
        return " ".join(text.plain for text in self.texts)

    @model_validator(mode="after")
    def _check_comparator(self) -> Self:
        if self.comparator and self.n is None:
            message = "the comparator counts people, and the answer counts nobody"
            raise fault("missing-denominator", message, "add `n:` to the answer", at="comparator")
        return self

    def counted(self) -> Iterable[tuple[int, Text]]:
        """Go through its numbers, each with what it counts."""
        if self.n is not None:
            yield self.n, self.text
        if self.comparator:
            yield self.comparator.n, self.comparator.text


def _as_answer(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class Row(Record):
    """A patient's question, and the answer of each option."""

    question: Annotated[Text, PassageKind.QUESTION]
    """The question that a patient asks."""
    of: Annotated[int, Field(ge=1)] | None = None
    """The number of people that all numbers of the row are out of."""
    answers: dict[Key, Annotated[Answer, BeforeValidator(_as_answer, json_schema_input_type=str | Answer)]]
    """The answer of each option, by its id: words, or words and a number."""

    @model_validator(mode="after")
    def _check_numbers(self) -> Self:
        counted = [n for answer in self.answers.values() for n, _ in answer.counted()]
        if counted and self.of is None:
            raise fault(
                "missing-denominator", "the answers count people, but out of how many?", "add `of: 100`"
            )
        if self.of is not None and any(n > self.of for n in counted):
            raise fault(
                "impossible-risk", f"an answer counts more than the {self.of} there are", "check `n`", at="of"
            )
        return self


def cells_of(options: Iterable[Option], row: Row, words: Words) -> Iterable[Cell]:
    """Go through the cells of a row; neighbours with the same answer share one."""

    def said(option: Option) -> object:
        answer = row.answers[option.id]
        return tuple(answer.counted()), answer.texts

    for _, group in groupby(options, key=said):
        same = tuple(group)
        answer = row.answers[same[0].id]
        counts = tuple(_count(n, row.of, text, words) for n, text in answer.counted() if row.of is not None)
        yield Cell(
            options=tuple(option.name for option in same),
            text=None if counts else answer.text,
            counts=counts,
            note=answer.note,
        )


def _count(n: int, of: int, text: Text, words: Words) -> CountView:
    """Split a figure, such as "42 in 100", into its number, which the phrase has in bold, and the rest."""
    figure = words.phrases.comparison.figure
    said = fill(figure, words, n=say_number(n, words), of=say_number(of, words)).spans
    number = (span for span in said if isinstance(span, Run) and span.strong)
    rest = (span for span in said if not (isinstance(span, Run) and span.strong))
    return CountView(number=Text(spans=tuple(number)), of=phrase(Text(spans=tuple(rest)).plain), text=text)
