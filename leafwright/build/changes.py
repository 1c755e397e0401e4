"""Why a sheet is built again: what it was made of then, and what it would be made of now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

ABSENT: Final = "absent"
SHOWN: Final = 12
"""How much of a hash is told; enough to tell two apart by eye."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An input whose content differs: the beginnings of both hashes, or `absent`."""

    name: str
    before: str
    after: str


def compare(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    """Go through the inputs that differ, by name."""
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name, ABSENT), after.get(name, ABSENT)
        if old != new:
            yield Change(name=name, before=old[:SHOWN], after=new[:SHOWN])
