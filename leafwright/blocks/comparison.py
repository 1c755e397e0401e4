"""Options across, patients' questions down."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from leafwright.blocks.answers import Cell, Option, Row, RowView, cells_of
from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.column_widths import CellWords, Column, choose_widths, share_out
from leafwright.blocks.context import BlockContext
from leafwright.blocks.form import FieldView, say_blank
from leafwright.blocks.traits import LeafletPart, PassageKind
from leafwright.model.record import fault, refuse_same_id
from leafwright.problems import quoted
from leafwright.text import Text

LINES: Final = 3
"""How many lines there are to write on below each prompt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """An option's head."""

    name: Text
    definition: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptView:
    """What a reader writes about, and the share of the width that its lines take, in per cent."""

    field: FieldView
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView(BlockView):
    """A comparison as a grid whose every cell is filled.

    `widths` are the shares of the width that its columns take, in per cent: the questions, then the options.
    """

    kind = "comparison"
    needs_width = True

    options: tuple[OptionView, ...]
    rows: tuple[RowView, ...]
    widths: tuple[int, ...]
    matters: tuple[PromptView, ...]

    def pieces(self) -> Mapping[str, str]:
        """Name the rows, and the list below them."""
        rows = {row.id: f"the row {quoted(row.question.plain)} of '{self.id}'" for row in self.rows}
        return rows | {f"{self.id}-matters": f"the list `matters` of '{self.id}'"}

    def column_heads(self) -> tuple[tuple[Text, ...], ...]:
        """Return the name of each option as the head of its column; the column of questions has none."""
        return ((), *((option.name, option.definition) for option in self.options))


class Comparison(BlockRecord):
    """Options across, patients' questions down, every cell filled."""

    kind: Literal["comparison"]
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=6)]
    """The choices, at most six, in the order of their columns."""
    rows: Annotated[tuple[Row, ...], Field(min_length=1)]
    """The questions of patients, each with the answer of every option."""
    matters: Annotated[tuple[Text, ...], PassageKind.ITEM] = ()
    """What may matter to the reader, to tick."""

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

    @property
    def written_in(self) -> bool:
        """Whether it has spaces to write in, or boxes to tick."""
        return bool(self.matters) or super().written_in

    def view(self, context: BlockContext) -> ComparisonView:
        """Lay the answers out as a grid."""
        rows = tuple(
            RowView(
                id=f"{self.id}-row-{index}",
                question=row.question,
                cells=tuple(cells_of(self.options, row, context.words)),
            )
            for index, row in enumerate(self.rows, start=1)
        )
        heads = tuple(OptionView(name=option.name, definition=option.definition) for option in self.options)
        widths = choose_widths(_columns(heads, rows))
        return ComparisonView(
            id=self.id,
            options=heads,
            rows=rows,
            widths=widths,
            matters=_prompts(self.matters, widths, context),
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


def _columns(heads: Iterable[OptionView], rows: Iterable[RowView]) -> tuple[Column, ...]:
    """Return what the columns hold, row by row; a cell over several columns makes none of them wider."""
    rows = tuple(rows)
    questions = Column(head=(), cells=tuple((CellWords(text=row.question.plain),) for row in rows))
    options = (
        Column(
            head=(CellWords(text=head.name.plain), CellWords(text=head.definition.plain)),
            cells=tuple(_words_of(row.cell_at(at)) for row in rows),
        )
        for at, head in enumerate(heads, start=1)
    )
    return (questions, *options)


def _words_of(cell: Cell | None) -> tuple[CellWords, ...]:
    """Return the words of a cell; numbers are beside each other, and what they count is below them."""
    if cell is None or len(cell.options) > 1:
        return ()
    counted = max((f"{count.of} {count.text}" for count in cell.counts), key=len, default="")
    texts = (CellWords(text=text.plain) for text in (cell.text, cell.note) if text)
    return (CellWords(text=counted, abreast=len(cell.counts)), *texts) if counted else tuple(texts)


def _prompts(
    matters: tuple[Text, ...], widths: tuple[int, ...], context: BlockContext
) -> tuple[PromptView, ...]:
    """Give each prompt its lines to write on, below the columns of the options."""
    fields = (
        FieldView(label=text, width="normal", name=name, alt=say_blank(name, context), lines=LINES)
        for text in matters
        for name in [text.plain]
    )
    shares = share_out(widths[1:], len(matters))
    return tuple(PromptView(field=field, width=width) for field, width in zip(fields, shares, strict=True))
