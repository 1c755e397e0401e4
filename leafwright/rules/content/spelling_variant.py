"""A word has British spelling in American text, or the other way round."""

from typing import Final

from leafwright.rules import Finding, Findings, Reader
from leafwright.rules.lexicon import spellings

AMERICAN: Final = "en-US"


def check(reader: Reader) -> Findings:
    """Report words that are not in the spelling of the handout."""
    british = reader.language != AMERICAN
    for american in spellings(american=british).find(reader):
        if not american.is_name:
            yield Finding(
                place=american.passage.place_at(american.start),
                message=f"'{american.word}' is {'American' if british else 'British'} spelling",
                hint=f"write: {american.advice}",
            )
