"""A day, written as 2026-08-06."""

from datetime import date
from typing import Annotated, Any, Final

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from leafwright.model.csl_date import OPEN, Parts, read_date
from leafwright.model.record import fault

_WRITTEN: Final = "write year-month-day, like 2026-08-06"
_PARTS: Final = ("year", "month", "day")


def _as_day(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise _no_day(value) from error
    return value


def _no_day(written: str) -> PydanticCustomError:
    """Say what is wrong with a value that is not a day, and which day was probably meant."""
    try:
        read = read_date(written)
    except PydanticCustomError as fault_of_date:
        return fault_of_date
    if read is None:
        return fault("bad-date", f"'{written}' is not a date", _WRITTEN)
    first, *rest = read["date-parts"]
    if rest:
        meant = f", like {_iso(first)}" if len(first) == len(_PARTS) and first != OPEN else ""
        return fault("bad-date", f"'{written}' is a range of dates", f"write one day{meant}")
    if len(first) < len(_PARTS):
        missing = " and ".join(_PARTS[len(first) :])
        return fault("bad-date", f"'{written}' does not say the {missing}", _WRITTEN)
    try:
        date(*first)
    except ValueError:
        return fault("bad-date", f"no calendar has the date '{written}'", _WRITTEN)
    return fault("bad-date", f"'{written}' is not written as a date is here", f"write {_iso(first)}")


def _iso(parts: Parts) -> str:
    year, month, day = parts
    return f"{year:04}-{month:02}-{day:02}"


Day = Annotated[date, BeforeValidator(_as_day)]
