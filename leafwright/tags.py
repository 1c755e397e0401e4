"""Language tags, such as `en` for English and `en-GB` for English as it is written in Britain."""

import re
from collections.abc import Mapping
from typing import Final, Self, TypeVar

T = TypeVar("T")
_TAG: Final = re.compile("([a-z]{2,3})(?:[-_]([a-z]{2}))?", re.IGNORECASE)


def tidy_tag(written: str) -> str:
    """Write a tag with the capitals of its standard, `EN_gb` as en-GB; other words are kept as they are."""
    if not (match := _TAG.fullmatch(written.strip())):
        return written
    base, country = match[1].lower(), (match[2] or "").upper()
    return f"{base}-{country}" if country else base


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
