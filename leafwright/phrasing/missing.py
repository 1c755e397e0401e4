"""What a words file does not say and a sheet needs."""

from leafwright.model.words import Words
from leafwright.problems import Problem

CODE = "missing-phrase"


def unnamed_sheet(name: str, words: Words) -> Problem:
    """Report a variant or an edition that has no name in a language."""
    return Problem(
        place=words.phrases.place,
        code=CODE,
        message=f"'{name}' has no name in {words.language}",
        hint=f"add `{name}:` below variants or editions",
    )


def unnamed_slot(slot: str, words: Words) -> Problem:
    """Report a decision that has no name in a language."""
    return Problem(
        place=words.phrases.decision.place_of("slots"),
        code=CODE,
        message=f"the decision '{slot}' has no name in {words.language}",
        hint=f"add `{slot}:` to phrases, decision, slots",
    )
