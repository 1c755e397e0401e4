"""Language tags, such as `en` for English and `en-GB` for English as it is written in Britain."""

from collections.abc import Mapping
from typing import Self, TypeVar

T = TypeVar("T")


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
        """The country alone: `GB` for `en-GB`, nothing for `en`."""
        return self.partition("-")[2]

    @property
    def nearest(self) -> tuple[Self, ...]:
        """The tags under which there may be something for this one, the nearest first: en-GB, then en."""
        return (self,) if self.base == self else (self, self.base)

    def is_like(self, other: str) -> bool:
        """Tell whether two tags are of one language, of whatever country."""
        return self.base == Language(other).base

    def choose(self, values: Mapping[str, T]) -> T | None:
        """Return what is there for this tag, else for its language; None where there is neither."""
        return next((values[tag] for tag in self.nearest if tag in values), None)
