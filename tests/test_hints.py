"""The messages and hints about wrong values, for each kind of field."""

import copy
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, Literal, get_args, get_origin

import pytest
import yaml

from leafwright.decode import parse_record
from leafwright.decode.explaining import MOST_CHOICES
from leafwright.handout import Handout
from leafwright.model.brand_file import BrandFile
from leafwright.model.clinic import Clinic
from leafwright.model.record import Record
from leafwright.model.reference import References
from leafwright.model.translation import Translation
from leafwright.problems import ContentError
from tests.workspaces import BRAND, CLINIC_FILE, HANDOUT, REFERENCES, every_block

BLOCKS: Final = every_block()
CONTENTS: Final[dict[type[Record], dict[str, Any]]] = {
    Handout: {**HANDOUT, "sections": [{"id": "part", "heading": "Your knee", "blocks": BLOCKS}]},
    Clinic: CLINIC_FILE,
    BrandFile: BRAND,
    References: {"references": REFERENCES},
    Translation: {
        "language": "es",
        "translator": {"en": "A", "es": "B"},
        "parts": {"title": {"made-from": "0123456789ab", "words": {"text": "Rodilla"}}},
    },
}
FILES: Final[dict[str, type[Record]]] = {
    "handout": Handout,
    "clinic": Clinic,
    "brand": BrandFile,
    "references": References,
    "translation": Translation,
}
_KINDS: Final = [block["kind"] for block in BLOCKS]
_VALUE: Final = "@@@"


def make_file(model: type[Record], path: str, written: str) -> str:
    """Put a value, as YAML writes it, into a sound file."""
    content, owner, last = _owner_of(model, path)
    owner[last] = _VALUE
    return _dump(content).replace(f"'{_VALUE}'", written)


def message_of(model: type[Record], path: str, written: str) -> list[str]:
    """Return the message about a value, without its place."""
    return _messages_about(model, make_file(model, path, written))


def message_without(model: type[Record], path: str) -> list[str]:
    """Return the message about a field that is missing, without its place."""
    content, owner, last = _owner_of(model, path)
    del owner[last]
    return _messages_about(model, _dump(content))


def _owner_of(model: type[Record], path: str) -> tuple[Any, Any, int | str]:
    """Copy a sound file, and lead to what has a field of it."""
    content = copy.deepcopy(CONTENTS[model])
    *above, last = _steps(path)
    owner: Any = content
    for step in above:
        owner = owner[step]
    return content, owner, last


def _dump(content: Any) -> str:
    return yaml.dump(content, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=10_000)


def _messages_about(model: type[Record], text: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        parse_record(model, text.encode(), "a.yaml")
    return [str(problem).split(": ", 1)[1] for problem in caught.value.problems]


def _steps(path: str) -> list[int | str]:
    """Read a path; `sections.0.blocks.risk` leads to the block of that kind."""
    steps: list[int | str] = []
    for step in path.split("."):
        kind = bool(steps) and steps[-1] == "blocks" and step in _KINDS
        steps.append(int(step) if step.isdigit() else _KINDS.index(step) if kind else step)
    return steps


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, _data: object) -> bool:
        return True


B: Final = "sections.0.blocks"
VALUES: Final = yaml.safe_load((Path(__file__).parent / "hints.yaml").read_text("utf-8"))


@pytest.mark.parametrize("value", VALUES, ids=[f"{each['at']}={each['written'][:30]}" for each in VALUES])
def test_a_value_that_cannot_stand_is_reported_with_its_cure(value: dict[str, str]) -> None:
    """One message in an author's words: no type of Python, no pattern, nothing that contradicts it."""
    assert message_of(FILES[value["file"]], value["at"], value["written"]) == [value["message"]]


@pytest.mark.parametrize(
    ("name", "path", "said"),
    [
        ("handout", "title", ""),
        ("handout", "sections", " with a list"),
        ("handout", "status", " with one of example, draft, approved"),
        ("handout", "issued", " with a day, like 2026-08-06"),
        ("handout", "reference", " with a reference code, like LW-101"),
        ("handout", "sections.0.id", " with a name, like phone-us"),
        ("handout", f"{B}.risk.n", " with a whole number in digits, like 12"),
        ("handout", f"{B}.risk.source", " with a list"),
        ("clinic", "prints.languages", " with a list"),
        ("clinic", "phones.department.number", " with a telephone number, like 01632 960 142"),
    ],
)
def test_a_missing_field_is_reported_with_what_belongs_there(name: str, path: str, said: str) -> None:
    """Words are the author's own; of everything else the message says what it looks like."""
    key = path.rpartition(".")[2]

    assert message_without(FILES[name], path) == [f"missing-field: '{key}' is missing; add `{key}:`{said}"]


def _closed_lists(value: object, path: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Find the fields of a record that must have one of some values, and these values."""
    fields = type(value).model_fields if isinstance(value, Record) else {}
    for name, field in fields.items():
        at = f"{path}{field.alias}"
        if get_origin(field.annotation) is Literal and field.is_required() and name != "kind":
            yield at, get_args(field.annotation)
        yield from _closed_lists(getattr(value, name), f"{at}.")
    inside: Mapping[Any, object] = value if isinstance(value, Mapping) else {}
    for step, part in enumerate(value) if isinstance(value, tuple) else inside.items():
        yield from _closed_lists(part, f"{path}{step}.")


CLOSED: Final = [
    (model, path, values)
    for model in CONTENTS
    for path, values in _closed_lists(parse_record(model, _dump(CONTENTS[model]).encode(), "a.yaml"))
]


@pytest.mark.parametrize(("model", "path", "values"), CLOSED, ids=[path for _, path, _ in CLOSED])
def test_a_missing_field_of_a_closed_list_is_reported_with_its_values(
    model: type[Record], path: str, values: tuple[str, ...]
) -> None:
    """An author does not have to look the values up, whichever record has the field."""
    shown = ", ".join(values[:MOST_CHOICES]) + (", ..." if len(values) > MOST_CHOICES else "")

    (said,) = message_without(model, path)

    assert said.endswith(f"is missing; add `{path.rpartition('.')[2]}:` with one of {shown}")


def test_the_closed_lists_are_those_of_all_files() -> None:
    """Levels, certainties and types are among them, so none of these tests is about nothing."""
    assert {"status", "level", "certainty", "type"} <= {path.rpartition(".")[2] for _, path, _ in CLOSED}


def test_a_block_without_a_kind_is_answered_with_all_of_them() -> None:
    """Whoever leaves the kind out is shown every one there is."""
    (said,) = message_of(Handout, f"{B}.0", "{id: x, text: Rest it.}")

    assert said.startswith("missing-field: 'kind' is missing; add `kind:` with one of ")
    assert all(kind in said for kind in _KINDS)


def test_a_kind_like_no_other_is_answered_with_all_of_them() -> None:
    """An author who guesses a kind is shown every one there is."""
    (said,) = message_of(Handout, f"{B}.0", "{kind: bullets, id: x}")

    assert all(kind in said for kind in _KINDS)


@pytest.mark.parametrize("written", ["review_due", "reviewDue", "Review-Due", "review due", "REVIEW-DUE"])
def test_a_key_in_other_letters_is_reported_with_the_right_one(written: str) -> None:
    """Capitals, spaces, underscores and camel case are reported at the key; the field is not missing."""
    content = {written if key == "review-due" else key: value for key, value in CONTENTS[Handout].items()}
    text = yaml.dump(content, Dumper=_Plain, sort_keys=False)

    with pytest.raises(ContentError) as caught:
        parse_record(Handout, text.encode(), "a.yaml")

    (problem,) = caught.value.problems
    assert problem.message == f"'{written}' is no field of this file"
    assert problem.hint == "did you mean 'review-due'?"
