"""From what models hold to what authors write: no class names, no null, scalars untyped, names listed."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from leafwright.schema.names import Names

Part = dict[str, Any]

# Scalars are read as text whatever YAML takes them for, so `version: 1.0` and `number: 999` need no quotes.
# `true` is left out for texts, or editors would offer it everywhere.
_WRITTEN: Final[Mapping[str, Part]] = {
    "string": {"type": ["string", "number"]},
    "integer": {"type": ["integer", "string"], "pattern": "^[0-9]+$"},
    "number": {"type": ["number", "string"], "pattern": r"^[0-9]+(\.[0-9]+)?$"},
    "boolean": {"type": ["boolean", "string"], "pattern": "^(true|false|yes|no)$"},
}
_DATE: Final = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_CLOSED: Final = ("rules", "profiles")
"""What no workspace adds names to."""


def without_code(schema: Part) -> Part:
    """Leave out what only programs need: titles, discriminators, null and empty defaults."""
    made: Part = {}
    for key, value in schema.items():
        match key:
            case "title" | "discriminator":
                continue
            case "default" if value in (None, [], {}):
                continue
            case "properties" | "patternProperties" | "$defs":
                made[key] = {name: without_code(part) for name, part in value.items()}
            case "anyOf" | "oneOf":
                made |= _choice(key, [without_code(part) for part in value if part != {"type": "null"}])
            case _:
                made[key] = without_code(value) if isinstance(value, dict) else value
    return made | dict(_as_draft_7(made))


def as_written(schema: Part, names: Names) -> Part:
    """Accept scalars in every form that is read, and list the names of things."""
    made: Part = {}
    for key, value in schema.items():
        match key:
            case "properties" | "patternProperties" | "$defs":
                made[key] = {name: as_written(part, names) for name, part in value.items()}
            case "anyOf" | "oneOf" | "allOf":
                made[key] = [as_written(part, names) for part in value]
            case "items" if isinstance(value, list):
                made[key] = [as_written(part, names) for part in value]
            case "items" | "additionalProperties" if isinstance(value, dict):
                made[key] = as_written(value, names)
            case "propertyNames":
                continue
            case _:
                made[key] = value
    made |= _listed_keys(made, schema.get("propertyNames", {}), names)
    return _listed(made | dict(_scalar(made)), names)


def _choice(key: str, options: list[Part]) -> Part:
    return options[0] if len(options) == 1 else {key: options}


def _as_draft_7(part: Part) -> Iterator[tuple[str, Any]]:
    """Say what later drafts of JSON Schema say in words that editors know."""
    if "prefixItems" in part:
        yield "items", [without_code(item) for item in part.pop("prefixItems")]
        yield "additionalItems", False
    if part.get("type") == "array":
        for length, items in (("minLength", "minItems"), ("maxLength", "maxItems")):
            if length in part:
                yield items, part.pop(length)
    if "patternProperties" in part:
        yield "additionalProperties", part.get("additionalProperties", False)


def _scalar(part: Part) -> Iterator[tuple[str, Any]]:
    """Widen a scalar's type; a closed list of words stays as it is, and a date has only one form."""
    if part.get("const") == "true":
        yield from {"type": ["boolean", "string"], "enum": [True, "true"]}.items()
        del part["const"]
    elif part.get("format") == "date":
        yield "pattern", _DATE
    elif part.keys().isdisjoint({"enum", "const", "format"}) and isinstance(kind := part.get("type"), str):
        yield from _WRITTEN.get(kind, {}).items()


def _listed(part: Part, names: Names) -> Part:
    """List the names that a value may be; other ones stay legal where a workspace may add them."""
    known = names.get(kind := part.pop("names", ""), ())
    if not known:
        return part
    if kind in _CLOSED:
        return part | {"enum": [*known]}
    open_form = {key: part.pop(key) for key in ("type", "pattern", "minLength") if key in part}
    return part | {"anyOf": [{"enum": [*known]}, open_form]}


def _listed_keys(part: Part, key: Part, names: Names) -> Part:
    """List the keys that a mapping may have: of a closed list, or names, beside which others are legal."""
    if "enum" in key:
        form = part["additionalProperties"]
        return {"properties": dict.fromkeys(key["enum"], form), "additionalProperties": False}
    known = names.get(key.get("names", ""), ())
    forms = tuple(part.get("patternProperties", {}).values())
    return {"properties": dict.fromkeys(known, forms[0])} if known and forms else {}
