"""The totals that numbers of people are given out of, and the one that fits several numbers."""

from collections.abc import Iterable
from math import lcm
from typing import Annotated, Final

from pydantic import AfterValidator, Field

from leafwright.blocks.icon_array import ShownNumber
from leafwright.model.record import fault
from leafwright.model.words import Words
from leafwright.phrasing.phrases import fill, say_number
from leafwright.problems import Place
from leafwright.text import Text, phrase

LEAST: Final = 2
MOST: Final = 1_000_000
ROUND: Final = (10, 100, 1000, 10_000, 100_000, MOST)
"""The totals that readers know best."""
_WIDTHS: Final = ((12, 19), (16, 24))
_WIDEST: Final = 30


def _in_bounds(of: int) -> int:
    if not LEAST <= of <= MOST:
        hint = f"write a whole number of people from {LEAST} to {MOST:,}"
        raise fault("bad-denominator", f"'of' is {of}", hint)
    return of


Denominator = Annotated[
    int, Field(json_schema_extra={"minimum": LEAST, "maximum": MOST}), AfterValidator(_in_bounds)
]
"""The total that numbers of people are given out of."""


def refuse_more_than(of: int, counts: Iterable[int], at: Place) -> None:
    """Refuse a number of people that is more than the total."""
    if more := next((n for n in counts if n > of), None):
        message = f"'n' is {more}, more than the {of} people there are"
        raise fault("impossible-risk", message, "check both", at=at)


def common_total(shares: Iterable[tuple[int, int]], least: int = LEAST) -> int | None:
    """Find a total in which each share is a whole number; shares are numbers with their own totals.

    It is the first round number from `least` on, otherwise the least common multiple, unless that is too
    large.
    """
    known = [(n, of) for n, of in shares if of > 0]
    for total in ROUND:
        if total >= least and all(n * total % of == 0 for n, of in known):
            return total
    total = lcm(least, *(of for _, of in known))
    return total if total <= MOST else None


def say_share(n: int, of: int, words: Words) -> Text:
    """Say how many of how many."""
    return fill(words.phrases.risk.figure, words, n=say_number(n, words), of=say_number(of, words))


def show_number(n: int, of: int, words: Words) -> ShownNumber:
    """Say how many of how many, with the number apart from the words, so that it can be printed large."""
    gap = "{n}"
    said = fill(words.phrases.risk.figure, words, n=gap, of=say_number(of, words)).plain
    before, _, after = (part.strip() for part in said.partition(gap))
    return ShownNumber(
        before=phrase(before) if before else None,
        number=phrase(say_number(n, words)),
        after=phrase(after) if after else None,
    )


def width_of(figures: Iterable[Text]) -> int:
    """Measure a column by its longest number, which never breaks, in hundredths of the table's width."""
    most = max(len(figure.plain) for figure in figures)
    return next((width for signs, width in _WIDTHS if most <= signs), _WIDEST)
