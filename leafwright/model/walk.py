"""One way through the texts of anything: records, views, lists and mappings, in the order of reading."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from leafwright.model.record import Record, kebab
from leafwright.text import Text

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSpot:
    """Where something stands below a value.

    The path has the names of fields joined by points, the items of a list counted from 1. `field` is the
    nearest field, `owners` are the records around, the outermost first.
    """

    path: str = ""
    field: str = ""
    owners: tuple[object, ...] = ()

    def step(self, name: str) -> "TextSpot":
        """Go to an item of a list or of a mapping."""
        return TextSpot(path=join(self.path, name), field=self.field, owners=self.owners)

    def enter(self, owner: object, field: str) -> "TextSpot":
        """Go to a field of a record."""
        return TextSpot(path=join(self.path, kebab(field)), field=field, owners=(*self.owners, owner))

    def nearest(self, kind: type[T]) -> T | None:
        """Return the innermost record of a kind that it stands in."""
        return next((owner for owner in reversed(self.owners) if isinstance(owner, kind)), None)


def walk(
    value: object, spot: TextSpot = TextSpot(), *, without: frozenset[str] = frozenset()
) -> Iterator[tuple[TextSpot, Text]]:
    """Go through the texts below a value, each with where it stands; the fields `without` are left out."""
    return ((there, leaf) for there, leaf in leaves(value, spot, without) if isinstance(leaf, Text))


def texts_of(value: object) -> Iterator[Text]:
    """Go through the texts below a value."""
    return (text for _, text in walk(value))


def leaves(
    value: object, spot: TextSpot = TextSpot(), without: frozenset[str] = frozenset()
) -> Iterator[tuple[TextSpot, object]]:
    """Go through whatever below a value holds nothing more, each with where it stands."""
    match value:
        case tuple():
            for number, item in enumerate(value, start=1):
                yield from leaves(item, spot.step(str(number)), without)
        case dict():
            for key, item in value.items():
                yield from leaves(item, spot.step(str(key)), without)
        case _ if names := fields_of(value):
            for name in names:
                if name not in without:
                    yield from leaves(getattr(value, name), spot.enter(value, name), without)
        case _:
            yield spot, value


def rewrite(value: T, change: Callable[[str, Any], Any], path: str = "") -> T:
    """Copy a value with each leaf below it changed; `change` is told the path to it."""
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
    """Copy a value with each text below it changed."""
    return rewrite(value, lambda _, leaf: change(leaf) if isinstance(leaf, Text) else leaf)


def fields_of(value: object) -> tuple[str, ...]:
    """Name the fields of a record or a view; a text is one thing, and has none."""
    match value:
        case Record():
            return tuple(type(value).model_fields)
        case _ if is_dataclass(value) and not isinstance(value, Text | type):
            return tuple(field.name for field in fields(value))
    return ()


def join(path: str, step: str) -> str:
    """Lengthen a path by a step."""
    return f"{path}.{step}" if path else step
