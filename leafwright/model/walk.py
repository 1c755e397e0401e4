"""One way through the texts of anything: records, views, lists and mappings, in reading order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cache
from types import NoneType
from typing import Any, Final, TypeVar

from leafwright.model.record import Record, kebab
from leafwright.text import Text

T = TypeVar("T")
_TEXTLESS: Final = (str, int, float, date, NoneType)
"""What most fields hold, with no text below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSpot:
    """The position of something below a value.

    `steps` are the names of fields and the items of lists, counted from 1. `field` is the nearest field,
    `owners` are the surrounding records, the outermost first.
    """

    steps: tuple[str | int, ...] = ()
    field: str = ""
    owners: tuple[object, ...] = ()

    @property
    def path(self) -> str:
        """The steps as authors write them, joined by points."""
        return ".".join(step if isinstance(step, str) else str(step) for step in self.steps)

    def step(self, name: str | int) -> "TextSpot":
        """Go to an item of a list or of a mapping."""
        return TextSpot(steps=(*self.steps, name), field=self.field, owners=self.owners)

    def enter(self, owner: object, field: str) -> "TextSpot":
        """Go to a field of a record."""
        return TextSpot(steps=(*self.steps, kebab(field)), field=field, owners=(*self.owners, owner))

    def nearest(self, kind: type[T]) -> T | None:
        """Return the innermost record of a kind around it."""
        return next((owner for owner in reversed(self.owners) if isinstance(owner, kind)), None)


def walk(
    value: object, spot: TextSpot = TextSpot(), *, without: frozenset[str] = frozenset()
) -> Iterator[tuple[TextSpot, Text]]:
    """Go through the texts below a value, each with its position; the fields `without` are left out."""
    return _leaves(value, spot, without, Text)


def texts_of(value: object) -> Iterator[Text]:
    """Go through the texts below a value."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Text):
            yield value
        elif isinstance(value, tuple):
            waiting += reversed(value)
        elif isinstance(value, dict):
            waiting += reversed(value.values())
        else:
            below = (getattr(value, name) for name in reversed(fields_of(value)))
            waiting += [item for item in below if not isinstance(item, _TEXTLESS)]


def leaves(
    value: object, spot: TextSpot = TextSpot(), without: frozenset[str] = frozenset()
) -> Iterator[tuple[TextSpot, object]]:
    """Go through the innermost values below a value, each with its position."""
    return _leaves(value, spot, without, object)


def _leaves(
    value: object, spot: TextSpot, without: frozenset[str], kind: type[T]
) -> Iterator[tuple[TextSpot, T]]:
    match value:
        case tuple():
            for number, item in enumerate(value, start=1):
                yield from _leaves(item, spot.step(number), without, kind)
        case dict():
            for key, item in value.items():
                yield from _leaves(item, spot.step(str(key)), without, kind)
        case _ if names := fields_of(value):
            for name in names:
                item = getattr(value, name)
                # Most fields have no text, and to find their positions would take most of the time.
                if name not in without and (isinstance(item, kind) or _holds_more(item)):
                    yield from _leaves(item, spot.enter(value, name), without, kind)
        case _ if isinstance(value, kind):
            yield spot, value


def rewrite(value: T, change: Callable[[str, Any], Any], path: str = "") -> T:
    """Copy a value with each leaf below it changed; `change` gets its path."""
    changed: Any = value
    names = fields_of(value)
    below = {name: rewrite(getattr(value, name), change, join(path, kebab(name))) for name in names}
    match value:
        case Record():
            changed = value.model_copy(update=below)
        case tuple():
            numbered = enumerate(value, start=1)
            changed = tuple(rewrite(item, change, join(path, str(number))) for number, item in numbered)
        case dict():
            changed = {key: rewrite(item, change, join(path, str(key))) for key, item in value.items()}
        case _:
            changed = replace(value, **below) if names else change(path, value)  # type: ignore[type-var]  # names are those of a dataclass
    return changed  # type: ignore[no-any-return]  # the same type as came in


def rewrite_texts(value: T, change: Callable[[Text], Text]) -> T:
    """Copy a value with each text below it changed; what has no text is not copied."""
    changed: Any = value
    if isinstance(value, Text):
        changed = change(value)
    elif isinstance(value, tuple):
        changed = tuple(rewrite_texts(item, change) for item in value)
    elif isinstance(value, dict):
        changed = {key: rewrite_texts(item, change) for key, item in value.items()}
    elif names := fields_of(value):
        before = {name: item for name in names if not isinstance(item := getattr(value, name), _TEXTLESS)}
        below = {name: rewrite_texts(item, change) for name, item in before.items()}
        below = {name: item for name, item in below.items() if item is not before[name]}
        if isinstance(value, Record):
            changed = value.model_copy(update=below) if below else value
        elif below:
            changed = replace(value, **below)  # type: ignore[type-var]  # names are those of a dataclass
    return changed  # type: ignore[no-any-return]  # the same type as came in


def fields_of(value: object) -> tuple[str, ...]:
    """Name the fields of a record or a view, and the keys that authors add; a text has none."""
    kind: Any = type(value)
    names = _fields_of(kind)
    further = getattr(value, "model_extra", None) if _takes_more(kind) else None
    return (*names, *further) if further else names


@cache
def _takes_more(kind: type) -> bool:
    return issubclass(kind, Record) and kind.model_config.get("extra") == "allow"


@cache
def _fields_of(kind: type) -> tuple[str, ...]:
    if issubclass(kind, Record):
        return tuple(kind.model_fields)
    if is_dataclass(kind) and not issubclass(kind, Text):
        return tuple(field.name for field in fields(kind))
    return ()


def _holds_more(value: object) -> bool:
    return isinstance(value, tuple | dict) or bool(fields_of(value))


def join(path: str, step: str) -> str:
    """Add a step to a path."""
    return f"{path}.{step}" if path else step
