"""Make the schemas, and write them into a folder."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from leafwright.edition import Edition
from leafwright.files import write_whole
from leafwright.formats import Variant
from leafwright.handout import Handout
from leafwright.library import load_library
from leafwright.manifest import SCHEMA as MANIFEST_SCHEMA
from leafwright.manifest.index import INDEX_SCHEMA
from leafwright.model.brand_file import BrandFile
from leafwright.model.clinic import Clinic
from leafwright.model.look import Look
from leafwright.model.record import Record
from leafwright.model.reference import References
from leafwright.model.translation import Translation
from leafwright.model.words import Words
from leafwright.schema.docstrings import joined, notes_of
from leafwright.schema.examples import add_examples, read_example
from leafwright.schema.exported import allow_exported
from leafwright.schema.names import Names, bundled_names, names_of, stamp
from leafwright.schema.samples import read_samples
from leafwright.schema.written import as_written, without_code
from leafwright.workspace import Workspace

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


class _Explained(GenerateJsonSchema):
    """Adds what the docstrings of fields say, and leaves out titles, which say the name again."""

    def model_schema(self, schema: Any) -> dict[str, Any]:
        """Describe a model."""
        return self._explain(super().model_schema(schema), schema["cls"])

    def dataclass_schema(self, schema: Any) -> dict[str, Any]:
        """Describe a dataclass."""
        return self._explain(super().dataclass_schema(schema), schema["cls"])

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002  # what pydantic asks
        """Leave out the title of a field."""
        return False

    def _explain(self, made: dict[str, Any], record: type) -> dict[str, Any]:
        made["description"] = joined(made["description"])
        fields = getattr(record, "model_fields", {})
        for name, note in notes_of(record).items():
            key = (fields[name].alias if name in fields else None) or name
            if part := made.get("properties", {}).get(key):
                part.setdefault("description", made["description"] if name == "kind" else note.words)
                if note.example is not None:
                    part["examples"] = [read_example(note.example)]
        return made


def make_schema(name: str, names: Names | None = None) -> dict[str, Any]:
    """Describe the YAML file called `name` in MODELS: what it may contain, and what it is for.

    With the names of a workspace, editors complete them; they may have others, because a topic may be new.
    """
    made = without_code(MODELS[name].model_json_schema(by_alias=True, schema_generator=_Explained))
    if name in {"clinic", "words"}:
        _require_no_words(made)
    add_examples(made, read_samples(name))
    made = as_written(made, names or bundled_names())
    if name == "clinic":
        made |= _required_of_a_whole(made)
    elif name == "references":
        made = allow_exported(made)
    return {"$schema": DIALECT, "$comment": stamp(names), **made}


def _require_no_words(schema: dict[str, Any]) -> None:
    """Require no phrase: a workspace and a clinic write only what they change."""
    if "phrases" in schema["properties"]:
        del schema["required"]
    for name in Words.model_json_schema()["$defs"].keys() & schema["$defs"].keys():
        schema["$defs"][name].pop("required", None)


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


def write_schemas(folder: Path, names: Names | None = None) -> tuple[Path, ...]:
    """Write every schema into a folder, `handout.schema.json` and so on, for the names of a workspace.

    Raises OSError when it cannot be written to.
    """
    made = {name: make_schema(name, names) for name in MODELS}
    made |= {"manifest": make_manifest_schema(), "catalogue": make_index_schema()}
    return tuple(_write(folder / f"{name}.schema.json", schema) for name, schema in made.items())


def write_workspace_schemas(root: Path) -> tuple[Path, ...]:
    """Write the schemas of a workspace with its own names. Raises OSError when they cannot be written."""
    return write_schemas(root / "schema", names_of(load_library(Workspace(root=root))))


def make_manifest_schema() -> dict[str, Any]:
    """Describe output/manifest.json, for programs that read what was built."""
    return _written_by(MANIFEST_SCHEMA)


def make_index_schema() -> dict[str, Any]:
    """Describe output/catalogue.json, for websites and record systems that list what there is."""
    return _written_by(INDEX_SCHEMA)


def _written_by(adapter: TypeAdapter[Any]) -> dict[str, Any]:
    made = adapter.json_schema(mode="serialization", schema_generator=_Explained)
    add_examples(made)
    return {"$schema": DIALECT, **made}


def _write(path: Path, schema: dict[str, Any]) -> Path:
    text = json.dumps(schema, ensure_ascii=False, indent=2)
    write_whole(path, f"{text}\n".encode())
    return path
