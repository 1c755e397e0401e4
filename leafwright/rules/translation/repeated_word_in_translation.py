"""A word stands twice in a row in a translation."""

from leafwright.rules import Bilingual, Finding, Findings
from leafwright.rules.repeats import HINT, find_repeats, weight_in


def check(reading: Bilingual) -> Findings:
    """Report words that are written twice, except in texts that are still the source's."""
    for pair in reading.pairs:
        for repeat in () if pair.untouched else find_repeats(pair.translated, reading.language):
            yield Finding(
                place=pair.place_at(repeat.start),
                message=f"'{repeat.word}' stands twice in a row",
                hint=HINT,
                at_most=weight_in(reading.language),
            )
