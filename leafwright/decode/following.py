"""Follow a validator's location through the tree of a file to what the author wrote."""

from dataclasses import dataclass
from typing import Final

from leafwright.problems import Place
from leafwright.source import Mapping, Node, Scalar, Sequence

OF_A_KEY: Final = "[key]"
"""The end of a validator's location when the key itself is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlace:
    """Where a location leads: the steps that exist in YAML, the place, and the owner of the last step.

    A validator's steps also name the kinds of a union; they are left out.
    """

    path: list[int | str]
    place: Place
    owner: Node

    @property
    def name(self) -> str:
        """The key of the last step, or of the list that it is an entry of."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def subject(self) -> str:
        """The value's name for an author: its key, or its number in a list."""
        if self.path and isinstance(number := self.path[-1], int):
            return f"entry {number + 1} of '{self.name}'"
        return f"'{self.name}'"

    @property
    def owner_name(self) -> str:
        """The owner's name: its kind, the key above it, or the file."""
        if isinstance(self.owner, Mapping) and isinstance(kind := self.owner.get("kind"), str):
            return kind
        above = [step for step in self.path[:-1] if isinstance(step, str)]
        if above and isinstance(self.path[-2], int):
            return f"an entry of '{above[-1]}'"
        return above[-1] if above else "this file"


def follow(tree: Mapping, location: tuple[int | str, ...]) -> FoundPlace:
    """Follow a validator's location through the tree."""
    node: Node = tree
    owner: Node = tree
    place = tree.place
    path: list[int | str] = []
    for index, step in enumerate(location):
        last = index == len(location) - 1
        if isinstance(node, Mapping) and step in node:
            path.append(step)
            owner, node = node, node[str(step)]
            place = _place_of(node) or owner.key_place(str(step))
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
            path.append(step)
            owner, node = node, node[step]
            place = _place_of(node) or place
        elif last and step == OF_A_KEY and isinstance(owner, Mapping):
            place = owner.key_place(str(path[-1]))
        elif last and isinstance(node, Mapping) and not str(step).endswith("]"):
            path.append(step)
            owner, place = node, node.place
    return FoundPlace(path=path, place=place, owner=owner)


def _place_of(node: Node) -> Place | None:
    return node.place if isinstance(node, Scalar | Mapping | Sequence) else None
