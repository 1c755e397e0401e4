"""A word stands twice in a row in a translation."""

from leafwright.rules import Bilingual, Findings
from leafwright.rules.repeats import check_repeats


def check(reading: Bilingual) -> Findings:
    """Report words that are written twice, except in texts that are still the source's."""
    for pair in reading.pairs:
        if not pair.untouched:
            yield from check_repeats(pair.translated, reading.language, pair.place_at)
