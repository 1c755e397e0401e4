"""What one file takes from another that it is part of, while both are still as they were read."""

from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from leafwright.model.record import Record, kebab
from leafwright.source import Mapping

ONE_FACT: Final = "one fact"
"""Marks a mapping that is taken whole or not at all, such as a text in each language."""
EXTRA: Final = "__pydantic_extra__"


def inherit(shape: Any, base: Mapping, changes: Mapping) -> Mapping:
    """Return `changes` with what they lack taken from `base`, key by key; `shape` is a record or a dict.

    A list and ONE_FACT replace the whole value, and what belongs to a value goes with it. A key with nothing
    below it changes nothing of a mapping. What a record keeps as it was read, a Mapping, is merged at any
    depth.
    """
    merged = Mapping(changes.place)
    gone = {name for key, names in _bound(shape).items() if key in changes for name in names}
    for key in _keys(base, changes):
        own, inner = changes.get(key), below(shape, key)
        if key not in changes:
            merged |= {} if key in gone else {key: base[key]}
        elif inner and isinstance(under := base.get(key), Mapping) and isinstance(own, Mapping | None):
            merged[key] = under if own is None else inherit(inner, under, own)
        else:
            merged[key] = own
    return merged


def _keys(base: Mapping, changes: Mapping) -> list[str]:
    """List the keys in the order of `base`, then the new ones; each knows the place that was written last."""
    return [*({str(key): key for key in base} | {str(key): key for key in changes}).values()]


def _bound(shape: Any) -> dict[str, tuple[str, ...]]:
    return shape.goes_with if isinstance(shape, type) and issubclass(shape, Record) else {}


def below(shape: Any, key: str) -> Any:
    """Return the record or the dict that is expected below a key; None if the value is one fact."""
    if shape is None:
        return None
    if get_origin(shape) is dict:
        return _mapping_in(get_args(shape)[1])
    for name, field in shape.model_fields.items():
        if kebab(name) == key:
            return None if ONE_FACT in field.metadata else _mapping_in(field.annotation)
    return _mapping_in(get_args(shape.__annotations__.get(EXTRA, dict[str, str]))[1])


def _mapping_in(annotation: Any) -> Any:
    origin, options = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return None if ONE_FACT in options[1:] else _mapping_in(options[0])
    if origin in {Union, UnionType}:
        return next(filter(None, map(_mapping_in, options)), None)
    if annotation is Mapping:
        return dict[str, Mapping]
    is_record = isinstance(annotation, type) and issubclass(annotation, Record)
    return annotation if origin is dict or is_record else None
