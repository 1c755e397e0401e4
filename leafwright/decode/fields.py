"""Find what a model expects at a place of a file, by following the model's schema."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Self

from leafwright.model.record import Record
from leafwright.source import Mapping, Node, Sequence

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What a model expects at one place.

    `keys` are those of an expected mapping, `needed` those it must have; `entry_keys` are the keys of each
    entry of an expected list of mappings, `beside` those that the mapping around the place must have.
    `words` says whether a text is expected, `pattern` is that of the first key in `needed`. `choices` are the
    only values that are allowed at the place, or in an expected list; `form` is the type of the value, its
    format or its pattern, whichever says most.
    """

    keys: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    entry_keys: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    words: bool = False
    pattern: str = ""
    choices: tuple[str, ...] = ()
    form: str = ""

    @classmethod
    def at(cls, model: type[Record], tree: Mapping, path: list[int | str]) -> Self:
        """Read it from the schema of `model`, following `path` through the tree."""
        schema = _schema_of(model)
        node: Node = tree
        current = above = schema
        for step in path:
            above = _resolved(schema, current, node)
            current = _schema_below(schema, current, step, node)
            node = _below(node, step)
        here = _resolved(schema, current, node)
        entry = _resolved(schema, dict(here.get("items", {})), None)
        return cls(
            keys=tuple(here.get("properties", {})),
            needed=tuple(here.get("required", ())),
            entry_keys=tuple(entry.get("required") or tuple(entry.get("properties", ()))[:2]),
            beside=tuple(above.get("required", ())),
            pattern=_first_pattern(here),
            words=any(option.get("type") == "string" for option in _options(current)),
            choices=_choices(current) or _choices(here) or _choices(entry),
            form=str(next((here[name] for name in ("pattern", "format", "type") if name in here), "")),
        )

    def takes(self, written: str) -> bool:
        """Return whether a text may be the value of the one key that is needed here."""
        return len(self.needed) == 1 and bool(re.search(self.pattern, written))


def home_of(model: type[Record], name: str) -> str:
    """Name the one field of `model` below which `name` is a field; empty if there is none, or more."""
    schema = _schema_of(model)
    fields = dict(schema.get("properties", {})).items()
    homes = [key for key, field in fields if name in _resolved(schema, field, None).get("properties", {})]
    return homes[0] if len(homes) == 1 else ""


@cache
def _schema_of(model: type[Record]) -> Schema:
    return model.model_json_schema(by_alias=True)


def _choices(schema: Schema) -> tuple[str, ...]:
    """List the values that a schema allows, or the kinds that its blocks may be of."""
    kinds = schema.get("discriminator", {}).get("mapping", ())
    only = [schema["const"]] if "const" in schema else ()
    return tuple(map(str, schema.get("enum") or only or kinds))


def _first_pattern(here: Schema) -> str:
    first = here.get("properties", {}).get(next(iter(here.get("required", ())), ""), {})
    return str(first.get("pattern", ""))


def _below(node: Node, step: int | str) -> Node:
    """Return the node that a step leads to; None where the file differs from the model."""
    match node:
        case Mapping():
            return node.get(str(step))
        case Sequence() if isinstance(step, int) and step < len(node):
            return node[step]
    return None


def _schema_below(schema: Schema, current: Schema, step: int | str, node: Node) -> Schema:
    current = _resolved(schema, current, node)
    if isinstance(step, int):
        return dict(current.get("items", {}))
    below = current.get("properties", {}).get(step) or current.get("additionalProperties")
    if not isinstance(below, dict):
        below = next(iter(current.get("patternProperties", {}).values()), {})
    return dict(below)


def _resolved(schema: Schema, current: Schema, node: Node) -> Schema:
    """Follow references and unions to the schema that describes `node`."""
    if "$ref" in current:
        current = schema["$defs"][current["$ref"].rpartition("/")[2]]
    if "discriminator" in current and isinstance(node, Mapping):
        target = current["discriminator"]["mapping"].get(str(node.get("kind")), "")
        return dict(schema["$defs"].get(target.rpartition("/")[2], {}))
    for option in _options(current):
        resolved = _resolved(schema, option, node)
        if "properties" in resolved or "items" in resolved:
            return resolved
    return current


def _options(schema: Schema) -> Iterator[Schema]:
    yield from schema.get("anyOf", [])
    yield from schema.get("oneOf", [])
