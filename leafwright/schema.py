"""JSON Schemas of the YAML files, so that editors complete and check them; made from the models alone."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema

from leafwright.edition import Edition
from leafwright.files import write_whole
from leafwright.formats import Variant
from leafwright.handout import Handout
from leafwright.manifest import SCHEMA as MANIFEST_SCHEMA
from leafwright.model.brand_file import BrandFile
from leafwright.model.clinic import Clinic
from leafwright.model.look import Look
from leafwright.model.record import Record
from leafwright.model.reference import References
from leafwright.model.translation import Translation
from leafwright.model.words import Words

DIALECT: Final = "http://json-schema.org/draft-07/schema#"
"""The newest draft that every editor in use reads."""

MODELS: Final[Mapping[str, type[Record]]] = {
    "brand": BrandFile,
    "clinic": Clinic,
    "edition": Edition,
    "handout": Handout,
    "look": Look,
    "references": References,
    "translation": Translation,
    "variant": Variant,
    "words": Words,
}

# Scalars are read as text whatever YAML takes them for, so `version: 1.0` and `number: 999` need no quotes.
_WRITTEN: Final[Mapping[str, Mapping[str, Any]]] = {
    "string": {"type": ["string", "number", "boolean"]},
    "integer": {"type": ["integer", "string"], "pattern": "^[0-9]+$"},
    "number": {"type": ["number", "string"], "pattern": r"^[0-9]+(\.[0-9]+)?$"},
    "boolean": {"type": ["boolean", "string"], "enum": [True, False, "true", "false", "yes", "no"]},
}


def make_schema(name: str) -> dict[str, Any]:
    """Describe the YAML file called `name` in MODELS: what it may contain, and what each record is for."""
    made = _as_written(MODELS[name].model_json_schema(by_alias=True))
    records = {"Words": made, **made.get("$defs", {})} if name == "words" else made.get("$defs", {})
    for changed in records.keys() & {"Words", *Words.model_json_schema()["$defs"]}:
        records[changed].pop("required", None)  # a workspace and a clinic write only what they change
    if name == "clinic":
        made |= _required_of_a_whole(made)
    return {"$schema": DIALECT, "title": f"Leafwright: {name}", **made}


def _required_of_a_whole(clinic: dict[str, Any]) -> dict[str, Any]:
    """Require values only of a clinic that prints and is part of no other: the one above may have any."""
    records: dict[str, dict[str, Any]] = clinic["$defs"]
    required = {name: record.pop("required") for name, record in records.items() if "required" in record}
    below = {
        field: {"required": required[name]}
        for field, value in clinic["properties"].items()
        if (name := value.get("$ref", "").rpartition("/")[2]) in required
    }
    none = {"required": ["topics"], "properties": {"topics": {"type": "array", "maxItems": 0}}}
    other = {"anyOf": [{"required": ["part-of"]}, {"properties": {"prints": none}}]}
    return {
        "if": {"required": ["prints"], "not": other},
        "then": {"required": clinic.pop("required"), "properties": below},
    }


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write every schema into a folder, `handout.schema.json` and so on.

    Raises OSError when it cannot be written to.
    """
    made = {name: make_schema(name) for name in MODELS} | {"manifest": make_manifest_schema()}
    return tuple(_write(folder / f"{name}.schema.json", schema) for name, schema in made.items())


def make_manifest_schema() -> dict[str, Any]:
    """Describe output/manifest.json, for programs that read what was built."""
    made = MANIFEST_SCHEMA.json_schema(mode="serialization", schema_generator=_Untitled)
    return {"$schema": DIALECT, **made, "title": "Leafwright: manifest"}


class _Untitled(GenerateJsonSchema):
    """Leaves out titles of fields, which say the name again."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002  # what pydantic asks
        return False


def _write(path: Path, schema: dict[str, Any]) -> Path:
    text = json.dumps(schema, ensure_ascii=False, indent=2)
    write_whole(path, f"{text}\n".encode())
    return path


def _as_written(schema: dict[str, Any]) -> dict[str, Any]:
    """Describe what authors write, not what models hold: no null, no class names, scalars untyped."""
    limits: dict[str, Any] = {}
    for key, value in schema.items():
        match key:
            case "title" | "discriminator":
                continue
            case "default" if value is None:
                continue
            case "properties" | "patternProperties" | "$defs":
                limits[key] = {name: _as_written(part) for name, part in value.items()}
            case "anyOf" | "oneOf":
                limits |= _choice(key, [_as_written(part) for part in value if part != {"type": "null"}])
            case _:
                limits[key] = _as_written(value) if isinstance(value, dict) else value
    return limits | dict(_scalar(limits))


def _choice(key: str, options: list[dict[str, Any]]) -> dict[str, Any]:
    return options[0] if len(options) == 1 else {key: options}


def _scalar(schema: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Widen a scalar's type; a closed list of words and a date stay as they are."""
    if schema.keys().isdisjoint({"enum", "const", "format"}) and isinstance(kind := schema.get("type"), str):
        yield from _WRITTEN.get(kind, {}).items()
