"""The schemas: editors accept what the loader accepts."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from leafwright.resources import PACKAGE
from leafwright.schema import MODELS, bundled_names, make_manifest_schema, make_schema, write_schemas
from tests.catalogues import write_entries
from tests.test_hints import FILES, VALUES, make_file
from tests.test_manifest import ENTRY
from tests.workspaces import CLINIC, TOPIC, every_block, write_workspace

ROOT = PACKAGE.parent
PATTERNS = {
    "brand": "clinics/*/_brand.yml",
    "clinic": "clinics/*/clinic.yaml",
    "handout": "handouts/*/en.yaml",
    "references": "handouts/references.yaml",
    "words": "words/*.yaml",
}
EXAMPLES = [(name, path) for name, pattern in PATTERNS.items() for path in sorted(ROOT.glob(pattern))]


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as an editor does: numbers are numbers, dates are text, and so are yes and no."""


EditorLoader.yaml_implicit_resolvers = {
    sign: [pair for pair in pairs if pair[0] not in {"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"}]
    for sign, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)


@cache
def _schema(name: str) -> dict[str, Any]:
    return make_manifest_schema() if name == "manifest" else make_schema(name)


def _faults(name: str, value: object) -> list[str]:
    return [fault.message for fault in Draft7Validator(_schema(name)).iter_errors(value)]


def _handout(root: Path, **changes: Any) -> Any:
    write_workspace(root, **changes)
    return yaml.load((root / f"handouts/{TOPIC}/en.yaml").read_text("utf-8"), EditorLoader)  # noqa: S506  # a SafeLoader


def _records(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "the file", schema
    yield from schema.get("$defs", {}).items()


@pytest.mark.parametrize("name", MODELS)
def test_a_schema_is_one(name: str) -> None:
    """Each schema is valid in the dialect it names."""
    schema = _schema(name)

    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize(("name", "path"), EXAMPLES, ids=lambda value: getattr(value, "stem", value))
@pytest.mark.parametrize("loader", [EditorLoader, yaml.BaseLoader])
def test_the_examples_pass(name: str, path: Path, loader: type[Any]) -> None:
    """Every YAML file of the library passes, its scalars typed as editors type them or all text."""
    value = yaml.load(path.read_text("utf-8"), loader)  # noqa: S506  # both are safe

    assert _faults(name, value) == []


@pytest.mark.parametrize(("name", "path"), EXAMPLES, ids=lambda value: getattr(value, "stem", value))
def test_the_examples_name_their_schema(name: str, path: Path) -> None:
    """The first line of each file leads to the schema of its kind, in schema/ of the workspace."""
    first = path.read_text("utf-8").splitlines()[0]
    prefix = "# yaml-language-server: $schema="

    assert first.startswith(prefix)
    assert (path.parent / first.removeprefix(prefix)).resolve() == ROOT / f"schema/{name}.schema.json"


def test_every_block_passes(tmp_path: Path) -> None:
    """A handout with every kind of block passes."""
    assert _faults("handout", _handout(tmp_path, blocks=every_block())) == []


@pytest.mark.parametrize(
    ("written", "faults"),
    [
        ({}, 0),
        ({"phrases": {"foot": {"page": "{page}/{pages}"}}}, 0),
        ({"phrases": {"warning": {"levels": {"call": "Ring us"}}}}, 0),
        ({"phrases": {"fot": {}}}, 1),
        ({"phrases": {"foot": {"pages": "{page}"}}}, 1),
    ],
)
def test_a_words_file_may_hold_only_what_it_changes(written: dict[str, Any], faults: int) -> None:
    """No phrase is required, and one that does not exist is marked."""
    assert len(_faults("words", written)) == faults


@pytest.mark.parametrize(
    "wrong",
    [
        {"titel": "A slip"},
        {"status": "finished"},
        {"reference": "no code"},
        {"issued": 5},
        {"sections": []},
        {"review_due": "2028-01-01"},
        {"title": None},
    ],
)
def test_a_mistake_is_seen(tmp_path: Path, wrong: dict[str, Any]) -> None:
    """Unknown keys, wrong choices, wrong forms and missing parts are marked in the editor."""
    value = {**_handout(tmp_path), **wrong}

    assert _faults("handout", {key: part for key, part in value.items() if part is not None}) != []


@pytest.mark.parametrize("value", VALUES, ids=[f"{each['at']}={each['written'][:30]}" for each in VALUES])
def test_what_the_loader_refuses_is_marked(value: dict[str, str]) -> None:
    """A value of another form than that of its field is marked while it is typed, not only by `check`."""
    written = yaml.load(make_file(FILES[value["file"]], value["at"], value["written"]), EditorLoader)  # noqa: S506  # a SafeLoader

    assert _faults(value["file"], written) != [] or "no calendar" in value["message"]


@pytest.mark.parametrize(("value", "fits"), [(999, True), ("999", True), ("nine", False)])
def test_a_number_may_be_written_either_way(tmp_path: Path, value: object, *, fits: bool) -> None:
    """What is text for the loader may look like a number to the editor, if its form is right."""
    write_workspace(tmp_path)
    clinic = yaml.safe_load((tmp_path / f"clinics/{CLINIC}/clinic.yaml").read_text("utf-8"))
    clinic["phones"]["emergency"]["number"] = value

    assert (_faults("clinic", clinic) == []) is fits


@pytest.mark.parametrize(
    ("clinic", "right"),
    [
        ({"part-of": "trust"}, True),
        ({"part-of": "trust", "prints": {"topics": "all"}, "phones": {"ward": {"hours": "By day"}}}, True),
        ({"name": "A trust"}, True),
        ({"name": "A trust", "prints": {"topics": [], "paper": "A4"}}, True),
        ({"name": "Elm Street", "prints": {"topics": "all", "paper": "A4"}}, False),
        ({"part-of": "trust", "prints": {"topic": "all"}}, False),
    ],
)
def test_only_a_clinic_that_inherits_nothing_must_say_everything(
    clinic: dict[str, Any], *, right: bool
) -> None:
    """What a site and a trust lack is not marked in the editor, and what is misspelt is."""
    assert (_faults("clinic", clinic) == []) is right


@pytest.mark.parametrize("name", MODELS)
def test_every_record_is_closed_and_explained(name: str) -> None:
    """Each record refuses unknown keys or says what they contain, and says what it is for."""
    loose = [
        title
        for title, record in _records(_schema(name))
        if record.get("additionalProperties", True) is True or not record.get("description")
    ]

    assert loose == []


@pytest.mark.parametrize("name", [*MODELS, "manifest"])
def test_every_property_is_explained_by_an_example(name: str) -> None:
    """Each property has a description and an example, which is valid there."""
    schema = _schema(name)
    poor = [
        (title, key)
        for title, record in _records(schema)
        for key, part in record.get("properties", {}).items()
        if not part.get("description") or not _is_valid(schema, part)
    ]

    assert poor == []


def _is_valid(schema: dict[str, Any], part: dict[str, Any]) -> bool:
    examples = part.get("examples", ())
    validator = Draft7Validator({**part, "$defs": schema.get("$defs", {})})
    return bool(examples) and all(validator.is_valid(example) for example in examples)


@pytest.mark.parametrize(
    ("name", "record", "key", "example"),
    [
        ("handout", "Risk", "n", 12),
        ("handout", "VariantContent", "tested", False),
        ("handout", "WarningBlock", "lines", ["department"]),
        ("clinic", "PhoneLine", "number", "01632 960142"),
        ("words", "RiskWords", "figure", "**{n} in {of}**"),
    ],
)
def test_an_example_is_a_real_one(name: str, record: str, key: str, example: object) -> None:
    """An example is that of the docstring or of a file that comes with Leafwright, as an editor types it."""
    assert _schema(name)["$defs"][record]["properties"][key]["examples"] == [example]


def test_names_of_a_workspace_are_listed_beside_others() -> None:
    """With names, a topic may be one of them or another; without, what comes with Leafwright is listed."""
    names = {**bundled_names(), "topics": ("sore-knee",)}
    prints = make_schema("clinic", names)["$defs"]["Prints"]["properties"]

    assert prints["topics"]["anyOf"][1]["items"]["anyOf"][0] == {"enum": ["sore-knee"]}
    assert "leaflet" in prints["variants"]["items"]["anyOf"][0]["enum"]


@pytest.mark.parametrize("name", MODELS)
def test_no_name_of_the_code_shows(name: str) -> None:
    """Keys are those authors write, with hyphens."""
    keys = {key for _, record in _records(_schema(name)) for key in record["properties"]}

    of_csl = {"archive_collection", "archive_location"}  # its own names

    assert {key for key in keys if "_" in key} <= of_csl


def test_the_repository_has_the_newest(tmp_path: Path) -> None:
    """The schemas that a clone's editor reads are those of the models, byte by byte."""
    made = {path.name: path.read_bytes() for path in write_schemas(tmp_path)}

    assert made == {path.name: path.read_bytes() for path in (ROOT / "schema").iterdir()}


def test_the_manifest_is_what_its_schema_says(tmp_path: Path) -> None:
    """A manifest with a finding is valid, and one with a field too many is not."""
    write_entries(tmp_path, [ENTRY], **{ENTRY.toolchain: {"fonts": "0"}})
    written = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    validator = Draft7Validator(make_manifest_schema())

    assert list(validator.iter_errors(written)) == []
    assert not validator.is_valid({**written, "more": 1})
