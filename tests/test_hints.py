"""The messages and hints about wrong values, for each kind of field."""

import copy
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from leafwright.decode import parse_record
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
    content = copy.deepcopy(CONTENTS[model])
    *above, last = _steps(path)
    node: Any = content
    for step in above:
        node = node[step]
    node[last] = _VALUE
    text = yaml.dump(content, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=10_000)
    return text.replace(f"'{_VALUE}'", written)


def message_of(model: type[Record], path: str, written: str) -> list[str]:
    """Return the message about a value, without its place."""
    with pytest.raises(ContentError) as caught:
        parse_record(model, make_file(model, path, written).encode(), "a.yaml")
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
