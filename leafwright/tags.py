"""Language tags, such as `en` for English and `en-GB` for English as it is written in Britain."""

from collections.abc import Mapping
from typing import Self, TypeVar

T = TypeVar("T")


def tidy_tag(written: str) -> str:
    """Write a language tag with the capitals of its standard: `en-gb` and `EN_GB` are en-GB."""
    base, hyphen, country = written.strip().replace("_", "-").partition("-")
    return f"{base.lower()}{hyphen}{country.upper()}"


class Language(str):
    """A language tag: a language, and perhaps a country for its way of writing.

    Content is written in a language, `en`, and printed as a country writes it, `en-GB`.
    """

    __slots__ = ()

    @property
    def base(self) -> Self:
        """The language without its country: `en` for `en-GB`."""
        return type(self)(self.partition("-")[0])

    @property
    def country(self) -> str:
        """The country alone: `GB` for `en-GB`, empty for `en`."""
        return self.partition("-")[2]

    @property
    def nearest(self) -> tuple[Self, ...]:
        """The tags that fit this one, the nearest first: en-GB, then en."""
        return (self,) if self.base == self else (self, self.base)

    def is_like(self, other: str) -> bool:
        """Return whether two tags are of the same language, of any country."""
        return self.base == Language(other).base

    def choose(self, values: Mapping[str, T]) -> T | None:
        """Return the value for this tag, otherwise for its language; None if there is neither."""
        return next((values[tag] for tag in self.nearest if tag in values), None)
