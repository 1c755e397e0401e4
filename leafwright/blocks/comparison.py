"""Options across, questions down."""

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from leafwright.blocks.block import BlockRecord
from leafwright.model.record import Key, Record, fault
from leafwright.text import Text


class Option(Record):
    """One of the choices compared; `no-treatment` marks the one of waiting."""

    id: Key
    name: Text
    definition: Text
    no_treatment: bool = False


class Answer(Record):
    """What an option answers to a question: words, and a number out of the row's denominator."""

    text: Text
    n: Annotated[int, Field(ge=0)] | None = None


def _as_answer(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class Row(Record):
    """A patient's question and each option's answer; `of` is the one denominator of its numbers."""

    question: Text
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
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=5)]
    rows: Annotated[tuple[Row, ...], Field(min_length=1)]
    matters: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _check_cells(self) -> Self:
        ids = [option.id for option in self.options]
        for row in self.rows:
            if missing := [name for name in ids if name not in row.answers]:
                message = f"the question '{row.question}' has no answer for {', '.join(missing)}"
                raise fault("empty-cell", message, "every option answers every question", at="rows")
            if strange := [name for name in row.answers if name not in ids]:
                message = f"'{strange[0]}' is no option of this comparison"
                raise fault("unknown-option", message, f"the options are {', '.join(ids)}", at="rows")
        return self
