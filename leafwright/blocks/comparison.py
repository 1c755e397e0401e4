"""Options across, patients' questions down."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext
from leafwright.blocks.traits import LeafletPart, PassageKind
from leafwright.model.record import Key, Record, fault, refuse_same_id
from leafwright.model.words import Words
from leafwright.phrasing.phrases import fill, say_number
from leafwright.problems import quoted
from leafwright.text import Text

QUESTIONS: Final = range(33, 48, 3)
"""How wide the column of questions may be on a landscape page, in millimetres."""
LANDSCAPE: Final = 255
"""How wide a landscape page is between its margins."""
PADDING: Final = 4
"""How much of the width of a column is empty."""
LETTER: Final = 2
"""How wide most letters are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """An option's answer to a question."""

    option: Text
    text: Text
    figure: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A question and its answers in the order of the options."""

    whole = True

    id: str
    question: Text
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """An option's head."""

    name: Text
    definition: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView(BlockView):
    """A comparison as a grid whose every cell is filled.

    `questions` is how wide the column of questions is on a landscape page, in millimetres.
    """

    kind = "comparison"
    needs_width = True

    options: tuple[OptionView, ...]
    rows: tuple[RowView, ...]
    questions: int
    matters: tuple[Text, ...]

    def pieces(self) -> Mapping[str, str]:
        """Name the rows, and the list below them."""
        rows = {row.id: f"the row {quoted(row.question.plain)} of '{self.id}'" for row in self.rows}
        return rows | {f"{self.id}-matters": f"the list `matters` of '{self.id}'"}

    def column_heads(self) -> tuple[tuple[Text, ...], ...]:
        """Return the name of each option as the head of its column; the column of questions has none."""
        return ((), *((option.name, option.definition) for option in self.options))


class Option(Record):
    """One of the compared choices; `no-treatment` marks the one to wait."""

    id: Key
    name: Annotated[Text, PassageKind.NAME]
    definition: Annotated[Text, PassageKind.MEANING]
    no_treatment: bool = False


class Answer(Record):
    """The answer of an option to a question: words, and a number out of the row's total."""

    text: Annotated[Text, PassageKind.CELL]
    n: Annotated[int, Field(ge=0)] | None = None


def _as_answer(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class Row(Record):
    """A patient's question and each option's answer; `of` is the total for all of its numbers."""

    question: Annotated[Text, PassageKind.QUESTION]
    of: Annotated[int, Field(ge=1)] | None = None
    answers: dict[Key, Annotated[Answer, BeforeValidator(_as_answer, json_schema_input_type=str | Answer)]]

    @model_validator(mode="after")
    def _check_numbers(self) -> Self:
        counted = [answer.n for answer in self.answers.values() if answer.n is not None]
        if counted and self.of is None:
            raise fault(
                "missing-denominator", "the answers count people, but out of how many?", "add `of: 100`"
            )
        if self.of is not None and any(n > self.of for n in counted):
            raise fault(
                "impossible-risk", f"an answer counts more than the {self.of} there are", "check `n`", at="of"
            )
        return self


class Comparison(BlockRecord):
    """Options across, patients' questions down, every cell filled."""

    kind: Literal["comparison"]
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=6)]
    rows: Annotated[tuple[Row, ...], Field(min_length=1)]
    matters: Annotated[tuple[Text, ...], PassageKind.ITEM] = ()

    @model_validator(mode="after")
    def _check_cells(self) -> Self:
        refuse_same_id(self.options)
        ids = [option.id for option in self.options]
        for row in self.rows:
            if missing := [name for name in ids if name not in row.answers]:
                message = f"the question '{row.question}' has no answer for {', '.join(missing)}"
                raise fault("empty-cell", message, "every option answers every question", at="rows")
            if strange := [name for name in row.answers if name not in ids]:
                message = f"'{strange[0]}' is no option of this comparison"
                raise fault("unknown-option", message, f"the options are {', '.join(ids)}", at="rows")
        return self

    def view(self, context: BlockContext) -> ComparisonView:
        """Lay the answers out as a grid."""
        rows = tuple(
            RowView(
                id=f"{self.id}-row-{index}",
                question=row.question,
                cells=tuple(_cell(option, row, context.words) for option in self.options),
            )
            for index, row in enumerate(self.rows, start=1)
        )
        heads = tuple(OptionView(name=option.name, definition=option.definition) for option in self.options)
        return ComparisonView(
            id=self.id, options=heads, rows=rows, questions=_width_of_questions(rows), matters=self.matters
        )

    @property
    def column_count(self) -> int:
        """How many columns there are: the questions and the options."""
        return 1 + len(self.options)

    @property
    def leaflet_parts(self) -> Iterable[LeafletPart]:
        """Say that there are alternatives, no treatment among them, and what matters to the reader."""
        yield LeafletPart.ALTERNATIVES
        if self.matters:
            yield LeafletPart.MATTERS
        if any(option.no_treatment for option in self.options):
            yield LeafletPart.NO_TREATMENT


def _width_of_questions(rows: tuple[RowView, ...]) -> int:
    """Choose the width that makes the rows as low as possible."""

    def height(width: int) -> int:
        answers = (LANDSCAPE - width) // len(rows[0].cells)
        return sum(
            max(_lines(row.question, width), *(_lines(cell.text, answers) for cell in row.cells))
            for row in rows
        )

    return min(QUESTIONS, key=height)


def _lines(text: Text, width: int) -> int:
    return ceil(len(text.plain) * LETTER / (width - PADDING))


def _cell(option: Option, row: Row, words: Words) -> Cell:
    answer = row.answers[option.id]
    figure = None
    if answer.n is not None and row.of is not None:
        n, of = say_number(answer.n, words), say_number(row.of, words)
        figure = fill(words.phrases.risk.figure, words, n=n, of=of)
    return Cell(option=option.name, text=answer.text, figure=figure)
