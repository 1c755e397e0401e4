"""The units that go to translators and come back: one for each text, named by its part and its path."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from leafwright.handout import Handout
from leafwright.text import Text, parse_text
from leafwright.translation import Draft, Update, parts_of

BETWEEN: Final = ":"
"""Separates part and path in the name of a unit; neither contains it."""


class UnitState(StrEnum):
    """The state of a unit's words.

    Source: XLIFF 2.1, section 4.7.2, the attribute `state`.
    """

    INITIAL = "initial"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One text and its words, None if they are missing; words that must be changed are `initial`, too."""

    part: str
    path: str
    source: Text
    target: Text | None
    state: UnitState

    @property
    def id(self) -> str:
        """The name by which tools know the unit; it stays when other texts are added or removed."""
        return f"{self.part}{BETWEEN}{self.path}"

    @property
    def is_fixed(self) -> bool:
        """Whether there is nothing to translate: no letter and no digit."""
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
