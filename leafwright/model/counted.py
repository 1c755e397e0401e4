"""The blocks that count people, and compare what was counted."""

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from leafwright.model.block import BlockRecord
from leafwright.model.record import Key, Record, Texts, fault
from leafwright.text import Text

Certainty = Literal["high", "moderate", "low", "very-low"]

DENOMINATORS = (10, 100, 1000, 10_000)
PICTURED = (100, 1000)


class Comparator(Record):
    """The group a risk is compared with, of the same size."""

    group: Text
    n: Annotated[int, Field(ge=0)]


class Risk(BlockRecord):
    """How many of how many: sentence, picture and its description are all derived from this.

    Source of the shape: the framing of natural frequencies recommended by the Patient Information Forum.
    """

    kind: Literal["risk"]
    heading: Text
    people: Text
    event: Text
    otherwise: Text
    n: Annotated[int, Field(ge=0)]
    of: Annotated[int, Field(ge=1)]
    time_frame: Text
    certainty: Certainty
    source: Annotated[tuple[Key, ...], Field(min_length=1)]
    group: Text | None = None
    comparator: Comparator | None = None
    interpretation: Text | None = None
    picture: bool = True

    @model_validator(mode="before")
    @classmethod
    def _refuse_mean_difference(cls, value: Any) -> Any:
        if isinstance(value, dict) and ("difference" in value or value.get("measure") == "mean-difference"):
            hint = "a difference of means is not a number of people; write it as `kind: difference`"
            raise fault("mean-difference", "a risk cannot hold a mean difference", hint)
        return value

    @model_validator(mode="after")
    def _check_numbers(self) -> Self:
        if self.of not in DENOMINATORS:
            hint = "write it as a number in 10, 100, 1000 or 10000"
            raise fault("bad-denominator", f"'of' is {self.of}", hint, at="of")
        if self.n > self.of or (self.comparator and self.comparator.n > self.of):
            raise fault(
                "impossible-risk", f"'n' is more than the {self.of} people there are", "check both", at="n"
            )
        if self.picture and self.of not in PICTURED:
            hint = "give the number in 100 or in 1000, or write `picture: false`"
            raise fault("no-picture", f"there is no icon array of {self.of} figures", hint, at="of")
        if self.comparator and not self.group:
            raise fault("missing-group", "a comparison needs the name of both groups", "add `group:`")
        return self


class Difference(BlockRecord):
    """A difference between averages; never an icon array, for no person is counted by it."""

    kind: Literal["difference"]
    heading: Text
    finding: Text
    scale: Text
    time_frame: Text
    certainty: Certainty
    source: Annotated[tuple[Key, ...], Field(min_length=1)]


class UnknownRisk(BlockRecord):
    """A harm known from reports only, so that no number can be given."""

    kind: Literal["unknown-risk"]
    heading: Text
    text: Text


class Balance(BlockRecord):
    """Possible benefits and possible harms, side by side."""

    kind: Literal["balance"]
    benefits: Texts
    risks: Texts


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
