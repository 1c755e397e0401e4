"""Which keys may stand at a place of a file, found by following the model's own schema."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from leafwright.model.record import Record
from leafwright.source import Mapping, Node, Sequence


def known_keys(model: type[Record], tree: Mapping, path: list[int | str]) -> list[str]:
    """List the keys of the record at `path`, found by following the model's own schema."""
    schema = _schema_of(model)
    node: Node = tree
    found: dict[str, Any] = schema
    for step in path:
        found = _schema_below(schema, found, step, node)
        node = node[step] if isinstance(node, Sequence | Mapping) else None  # type: ignore[index]  # path was walked
    found = _resolved(schema, found, node)
    return list(found.get("properties", {}))


@cache
def _schema_of(model: type[Record]) -> dict[str, Any]:
    return model.model_json_schema(by_alias=True)


def _schema_below(
    schema: dict[str, Any], found: dict[str, Any], step: int | str, node: Node
) -> dict[str, Any]:
    found = _resolved(schema, found, node)
    if isinstance(step, int):
        return dict(found.get("items", {}))
    below = found.get("properties", {}).get(step) or found.get("additionalProperties")
    if not isinstance(below, dict):
        below = next(iter(found.get("patternProperties", {}).values()), {})
    return dict(below)


def _resolved(schema: dict[str, Any], found: dict[str, Any], node: Node) -> dict[str, Any]:
    """Follow references and unions to the schema that describes `node`."""
    if "$ref" in found:
        found = schema["$defs"][found["$ref"].rpartition("/")[2]]
    if "discriminator" in found and isinstance(node, Mapping):
        target = found["discriminator"]["mapping"].get(str(node.get("kind")), "")
        return dict(schema["$defs"].get(target.rpartition("/")[2], {}))
    for option in _options(found):
        resolved = _resolved(schema, option, node)
        if "properties" in resolved or "items" in resolved:
            return resolved
    return found


def _options(found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from found.get("anyOf", [])
    yield from found.get("oneOf", [])
