"""A word stands twice in a row."""

from leafwright.rules import Findings, Reader
from leafwright.rules.repeats import check_repeats


def check(reader: Reader) -> Findings:
    """Report words that are written twice."""
    for passage in reader.passages:
        yield from check_repeats(passage.text, reader.language, passage.place_at)
