"""How many of how many."""

from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from leafwright.blocks.block import BlockRecord
from leafwright.model.phrases import Certainty
from leafwright.model.record import Key, Record, fault
from leafwright.text import Text

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
