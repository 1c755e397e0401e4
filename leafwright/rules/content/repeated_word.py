"""A word stands twice in a row."""

from leafwright.rules import Finding, Findings, Reader
from leafwright.rules.repeats import HINT, find_repeats, weight_in


def check(reader: Reader) -> Findings:
    """Report words that are written twice."""
    for passage in reader.passages:
        for repeat in find_repeats(passage.text, reader.language):
            yield Finding(
                place=passage.place_at(repeat.start),
                message=f"'{repeat.word}' stands twice in a row",
                hint=HINT,
                at_most=weight_in(reader.language),
            )
