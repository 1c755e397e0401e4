"""A number of the translation is not the number of the source."""

from leafwright.rules import Bilingual, Finding, Findings
from leafwright.rules.number_differences import NumberDifference, compare, texts_of


def check(reading: Bilingual) -> Findings:
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
