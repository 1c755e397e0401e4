"""What goes to translators and comes back: one unit a text, named by its part and its path."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from leafwright.handout import Handout
from leafwright.text import Text, parse_text
from leafwright.translation import Draft, Update, parts_of

BETWEEN: Final = ":"
"""What stands between part and path in the name of a unit; neither has it."""


class UnitState(StrEnum):
    """How far the words of a unit are.

    Source: XLIFF 2.1, section 4.7.2, the attribute `state`.
    """

    INITIAL = "initial"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One text and its words, None where they wait; words that are to be changed are `initial` too."""

    part: str
    path: str
    source: Text
    target: Text | None
    state: UnitState

    @property
    def id(self) -> str:
        """The name that tools keep the unit by; it stays when other texts come or go."""
        return f"{self.part}{BETWEEN}{self.path}"

    @property
    def is_fixed(self) -> bool:
        """Tell whether there is nothing to translate: no letter and no digit."""
        return not any(sign.isalnum() for sign in self.source.plain)


def units_of(handout: Handout, made: Update, *, reviewed: bool) -> Iterator[Unit]:
    """Go through all texts of a handout with the words that a translation has for them."""
    parts = parts_of(handout)
    for draft in made.drafts:
        for path, source in parts[draft.name].texts.items():
            words = draft.words[path]
            target = parse_text(words) if words is not None else None
            yield Unit(
                part=draft.name,
                path=path,
                source=source,
                target=target,
                state=_state(draft, path, reviewed=reviewed),
            )


def _state(draft: Draft, path: str, *, reviewed: bool) -> UnitState:
    if path in draft.source:
        return UnitState.INITIAL
    return UnitState.REVIEWED if reviewed and not draft.todo else UnitState.TRANSLATED
