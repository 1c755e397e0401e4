"""Fields of clinic.yaml that have a new name: the old one still counts."""

from collections.abc import Mapping
from typing import Final

from leafwright.library.leaving_out import LEAVE_OUT
from leafwright.problems import refusal_at
from leafwright.source import Mapping as Tree
from leafwright.source import Node, Scalar, Sequence

NEW_NAMES: Final[Mapping[str, str]] = {"sheets-at": "web-base"}
"""The new name of each field, by its old one."""


def renamed(clinic: Tree) -> Tree:
    """Return what a clinic says under the names that fields have now.

    Raises ContentError if it has both names of a field.
    """
    for old in NEW_NAMES.keys() & clinic.keys():
        if (new := NEW_NAMES[old]) in clinic:
            message = f"'{old}' is the former name of '{new}', which is here too"
            raise refusal_at(clinic.key_place(old), "duplicate-key", message, f"keep `{new}:`")
    changed = Tree(clinic.place)
    for key, value in clinic.items():
        changed[_renamed(key) if isinstance(key, Scalar) else key] = (
            _renamed_in(value) if key == LEAVE_OUT else value
        )
    return changed


def _renamed_in(listed: Node) -> Node:
    if not isinstance(listed, Sequence):
        return listed
    changed = Sequence(listed.place)
    changed.extend(_renamed(path) if isinstance(path, Scalar) else path for path in listed)
    return changed


def _renamed(name: Scalar) -> Scalar:
    return Scalar(NEW_NAMES[name], name.place) if name in NEW_NAMES else name
