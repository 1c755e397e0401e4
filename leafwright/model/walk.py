"""Changing every text below a value, in the order of its fields: the order it is read in."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from leafwright.model.record import Record
from leafwright.text import Text

T = TypeVar("T")


def rewrite(value: T, change: Callable[[Text], Text]) -> T:
    """Return a copy of a value with each of its texts changed; what holds no text comes back as it is."""

    def below(names: list[str]) -> dict[str, Any]:
        return {name: rewrite(getattr(value, name), change) for name in names}

    changed: Any = value
    if isinstance(value, Text):
        changed = change(value)
    elif isinstance(value, Record):
        changed = value.model_copy(update=below(list(type(value).model_fields)))
    elif is_dataclass(value) and not isinstance(value, type):
        changed = replace(value, **below([field.name for field in fields(value)]))
    elif isinstance(value, tuple):
        changed = tuple(rewrite(item, change) for item in value)
    elif isinstance(value, dict):
        changed = {key: rewrite(item, change) for key, item in value.items()}
    return changed  # type: ignore[no-any-return]  # the same type as came in
