"""Explain a block whose `kind` is missing or unknown."""

from collections.abc import Sequence
from typing import Final

from leafwright.decode.following import FoundPlace
from leafwright.decode.mistyped import called
from leafwright.decode.suggesting import joined_up, suggest
from leafwright.problems import Problem
from leafwright.source import Mapping, Scalar

_KIND: Final = "kind"
_MOST_KINDS: Final = 60


def wrong_kind(field: FoundPlace, written: object, known: Sequence[str]) -> Problem:
    """Report a block without a kind, or of none of the known ones, or a value that is no block."""
    if not isinstance(written, Mapping):
        hint = "write a block: `- kind: paragraphs`, and below it `id:` and `text:`"
        message = f"{field.subject} is {called(written)}"
        return Problem(place=field.place, code="wrong-type", message=message, hint=hint)
    return _bad_kind(written, known) if _KIND in written else _no_kind(field, written, known)


def _no_kind(field: FoundPlace, written: Mapping, known: Sequence[str]) -> Problem:
    for key in written:
        if joined_up(key) == _KIND:
            place, message = written.key_place(key), f"'{key}' is no field of a block"
            hint = f"did you mean '{_KIND}'?"
            return Problem(place=place, code="unknown-field", message=message, hint=hint, meant=_KIND)
    hint = f"add `kind:` with one of {', '.join(known)}"
    return Problem(place=field.place, code="missing-field", message="'kind' is missing", hint=hint)


def _bad_kind(written: Mapping, known: Sequence[str]) -> Problem:
    """Report the value of `kind`, at its own place."""
    kind = written[_KIND]
    if isinstance(kind, Scalar):
        hint = suggest(kind, known, _MOST_KINDS)
        return Problem(place=kind.place, code="unknown-value", message=f"'{kind}' is no kind", hint=hint)
    code, message = (
        ("empty", "'kind' has no value") if kind is None else ("wrong-type", f"'kind' is {called(kind)}")
    )
    place, hint = written.key_place(_KIND), f"write one of {', '.join(known)}"
    return Problem(place=place, code=code, message=message, hint=hint)
