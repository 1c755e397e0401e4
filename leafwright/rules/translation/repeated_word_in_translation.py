"""A word stands twice in a row in a translation."""

from collections.abc import Iterator

from leafwright.rules import Finding
from leafwright.rules.bilingual import Bilingual
from leafwright.rules.repeats import HINT, find_repeats, weight_in


def check(reading: Bilingual) -> Iterator[Finding]:
    """Report words that are written twice, except in texts that are still the source's."""
    for pair in reading.pairs:
        for repeat in () if pair.untouched else find_repeats(pair.translated, reading.language):
            yield Finding(
                place=pair.place_at(repeat.start),
                message=f"'{repeat.word}' stands twice in a row",
                hint=HINT,
                at_most=weight_in(reading.language),
            )
