"""An example for each property: of its docstring, of the files that come with Leafwright, or made."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from leafwright.model.record import BLANK
from leafwright.source import parse_source

Part = dict[str, Any]
Written = Mapping[tuple[str, str], Any]
"""The values that files have, by record and key."""
_FEW: Final = 3
"""How many entries of a list are an example."""


def add_examples(schema: Part, files: Iterable[Any] = ()) -> None:
    """Give each property an example, unless it has one."""
    found: dict[tuple[str, str], Any] = {}
    for written in files:
        for place, value in _values_in(schema, schema, "", written):
            found.setdefault(place, value)
    for name, record in (("", schema), *schema.get("$defs", {}).items()):
        for key, part in record.get("properties", {}).items():
            part["examples"] = [_example(schema, part, found, (name, key))]


def _values_in(schema: Part, part: Part, name: str, written: Any) -> Iterator[tuple[tuple[str, str], Any]]:
    """Go through the scalars, and lists of them, that a file has for the properties of each record."""
    for option, record in _options(schema, part, name):
        if isinstance(written, dict):
            if not _may_be(option, written):
                continue
            below = next(
                iter(option.get("patternProperties", {}).values()), option.get("additionalProperties")
            )
            for key, value in written.items():
                known = option.get("properties", {}).get(key, below)
                if key in option.get("properties", {}) and (short := _shortened(value)) is not None:
                    yield (record, key), short
                if isinstance(known, dict):
                    yield from _values_in(schema, known, f"{record}.{key}", value)
        elif isinstance(written, list) and isinstance(option.get("items"), dict):
            for value in written:
                yield from _values_in(schema, option["items"], record, value)


def _options(schema: Part, part: Part, name: str) -> Iterator[tuple[Part, str]]:
    """Follow references and choices to what a value may be, each with the name of its record."""
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        part = schema["$defs"][name]
    choices = part.get("anyOf") or part.get("oneOf")
    if not choices:
        yield part, name
    for choice in choices or ():
        yield from _options(schema, choice, name)


def _may_be(option: Part, written: Mapping[str, Any]) -> bool:
    """Return whether the constants of a record, such as the kind of a block, are those of a value."""
    properties = option.get("properties", {})
    return all(
        part["const"] == written[key]
        for key, part in properties.items()
        if key in written and "const" in part
    )


def _shortened(value: Any) -> Any:
    """Return a scalar, or the first few of a list or of a mapping of scalars; None for anything larger."""
    match value:
        case list() if all(isinstance(part, str) for part in value):
            return value[:_FEW] or None
        case dict() if all(isinstance(part, str) for part in value.values()):
            return dict([*value.items()][:_FEW]) or None
        case str() if not re.search(rf"^{BLANK}$", value):
            return value
    return None


def _example(schema: Part, part: Part, found: Written, place: tuple[str, str]) -> Any:
    """Make the example of a property; None if nobody gave one."""
    if "examples" in part:
        return _typed(schema, part, part["examples"][0])
    if place in found:
        return _typed(schema, part, found[place])
    return _made(schema, part, found, place[0])


def _made(schema: Part, part: Part, found: Written, name: str) -> Any:
    for option, record in _options(schema, part, name):
        match option:
            case {"const": value} | {"examples": [value, *_]} | {"enum": [value, *_]} | {"default": value}:
                return value
            case {"properties": properties}:
                keys = option.get("required") or tuple(properties)[:1]
                return {key: _example(schema, properties[key], found, (record, key)) for key in keys}
            case {"items": dict(item)}:
                return [_made(schema, item, found, record)] * option.get("minItems", 1)
    return None


def _typed(schema: Part, part: Part, value: Any) -> Any:
    """Turn a scalar as it is written into what an editor takes it for."""
    options = [option for option, _ in _options(schema, part, "")]
    if isinstance(value, dict):
        return _plain(value)
    if isinstance(value, list):
        items: Part = next(
            (option["items"] for option in options if isinstance(option.get("items"), dict)), {}
        )
        return [_typed(schema, items, entry) for entry in value]
    if not isinstance(value, str):
        return value
    kinds = {option.get("type") for option in options}
    if kinds & {"integer", "number"} and "string" not in kinds:
        return json.loads(value)
    if "boolean" in kinds:
        return value in {"true", "yes"}
    return str(value)


def read_example(written: str) -> Any:
    """Read an example as it stands in a docstring: a value in YAML."""
    return _plain(parse_source(f"example: {written}\n", "docstring")["example"])


def _plain(node: Any) -> Any:
    match node:
        case dict():
            return {str(key): _plain(value) for key, value in node.items()}
        case list():
            return [_plain(value) for value in node]
    return str(node)
