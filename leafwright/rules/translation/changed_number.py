"""A number of the translation is not the number of the source."""

from collections.abc import Iterator

from leafwright.rules import Finding
from leafwright.rules.bilingual import Bilingual
from leafwright.rules.number_differences import NumberDifference, compare, texts_of


def check(reading: Bilingual) -> Iterator[Finding]:
    """Report numbers that are not the same in both languages."""
    for pair in reading.pairs:
        for difference in compare(*texts_of(pair, reading)):
            yield Finding(
                place=pair.place_at(difference.offset),
                message=_message(difference),
                hint="write it as the source does, in digits",
            )


def _message(difference: NumberDifference) -> str:
    if not difference.new:
        return f"'{difference.lost}' of the source is missing here"
    if not difference.lost:
        return f"'{difference.new}' is not in the source"
    return f"'{difference.lost}' of the source is '{difference.new}' here"
