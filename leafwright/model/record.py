"""What every record is: typed, frozen, closed to unknown fields, and aware of its place."""

from datetime import date
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ModelWrapValidatorHandler, PrivateAttr
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from leafwright.problems import Place
from leafwright.source import Mapping, Scalar
from leafwright.text import Text


def kebab(name: str) -> str:
    """Turn a field's name into the key authors write: `review_due` to `review-due`."""
    return name.rstrip("_").replace("_", "-")


class Record(BaseModel):
    """A value read from YAML: keys are kebab-case, unknown ones are refused."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=kebab, populate_by_name=True, arbitrary_types_allowed=True
    )
    _place: Place | None = PrivateAttr(default=None)
    _key_places: dict[str, Place] = PrivateAttr(default_factory=dict)

    @property
    def place(self) -> Place:
        """Where the record begins in its file."""
        return self._place or Place(file="-")

    def place_of(self, field: str) -> Place:
        """Where the key of `field` is written; the record's own place when it is not."""
        return self._key_places.get(kebab(field), self.place)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_places(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        record = handler(value)
        if isinstance(value, Mapping):
            record._place = value.place
            record._key_places = {str(key): value.key_place(key) for key in value}
        return record


def fault(code: str, message: str, hint: str, *, at: str = "") -> PydanticCustomError:
    """Make a fault of the author's; `at` names the field it is about, if not the whole record."""
    values = {"message": message, "hint": hint, "at": kebab(at)}
    return PydanticCustomError(code, "{message}", values)  # type: ignore[arg-type]  # code is not a literal


def _split_paragraphs(value: Any) -> Any:
    if not isinstance(value, Scalar):
        return value
    parts: list[Scalar] = []
    start = 0
    for paragraph in value.split("\n\n"):
        if paragraph.strip():
            parts.append(value.part(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return parts


def _as_date(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            message = f"'{value}' is not a date"
            raise fault("bad-date", message, "write year-month-day, like 2026-08-06") from error
    return value


def _without_blank(value: Any) -> Any:
    if isinstance(value, str) and not value.strip():
        raise fault("empty", "nothing is written here", "write the text or take the line out")
    return value


Prose = Annotated[tuple[Text, ...], BeforeValidator(_split_paragraphs, json_schema_input_type=str), Field(min_length=1)]
Name = Annotated[str, BeforeValidator(_without_blank)]
Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]
Day = Annotated[date, BeforeValidator(_as_date)]
