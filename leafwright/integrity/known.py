"""The names that content and clinics may use, and what is said of one that is none of them."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from leafwright.problems import Place, Problem

_KEY: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ALIKE: Final = 0.8
"""How alike two names are when one is the other misspelt: `drivng` and `driving`, not `driving-home`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The names that content and clinics may refer to; without `references` those cannot be read."""

    variants: tuple[str, ...]
    editions: tuple[str, ...]
    references: tuple[str, ...] | None
    languages: tuple[str, ...]
    topics: tuple[str, ...]
    decisions: tuple[str, ...]


def is_key(name: str) -> bool:
    """Tell whether a folder's name can be a topic's or a clinic's."""
    return bool(_KEY.fullmatch(name))


def bad_folder(file: str, folder: str) -> Problem:
    """Report a folder whose name cannot be used, once for all its files."""
    near = "-".join(re.findall(r"[a-z0-9]+", folder.lower()))
    hint = "use small letters, digits and single hyphens" + (f": {near}" if near else "")
    return Problem(
        place=Place(file=file), code="bad-folder", message=f"the folder '{folder}' is no name", hint=hint
    )


def unknown_decision(slot: str, known: Known, place: Place) -> Problem | None:
    """Report a decision that is another one misspelt; one that is like no other may be a clinic's own."""
    if slot in known.decisions:
        return None
    near = get_close_matches(slot, known.decisions, n=1, cutoff=_ALIKE)
    if not near:
        return None
    message, hint = f"there is no decision '{slot}'", f"did you mean '{near[0]}'?"
    return Problem(place=place, code="unknown-decision", message=message, hint=hint)
