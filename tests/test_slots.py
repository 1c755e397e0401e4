"""Slots that a handout declares itself: what it leaves to each clinic, with a name in each language."""

from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from click.testing import CliRunner

from leafwright.blocks.decisions import DecisionsView
from leafwright.brand.make import BrandInputs, make_brand_sheet
from leafwright.build.dry_check import check_dry
from leafwright.build.requested import list_requested
from leafwright.build.selection import Selection
from leafwright.cli import cli
from leafwright.library import load_library
from leafwright.sheet import Sheet, make_sheet
from leafwright.translation import parts_of
from leafwright.workspace import Workspace
from tests.workspaces import CLINIC, CLINIC_FILE, HANDOUT, TOPIC, write_workspace

FILE: Final = f"handouts/{TOPIC}/en.yaml"
NAME: Final = "If you have a pacemaker"
BLOCK: Final = {"kind": "decisions", "id": "rules", "slots": ["pacemaker", "driving"]}
ANSWERS: Final = {
    "pacemaker": {"en": "Phone us first.", "es": "Llámenos antes."},
    "driving": {"en": "Do not drive.", "es": "No conduzca."},
}


def _write(
    root: Path, slots: object, *, blocks: list[dict[str, Any]] | None = None, **changes: Any
) -> Workspace:
    prints = {
        **CLINIC_FILE["prints"],
        "languages": ["en-GB", "es"],
        "variants": ["leaflet"],
        "editions": ["standard", "bilingual"],
    }
    clinic = {
        "decisions": ANSWERS,
        "prints": prints,
        "disclaimer": {"en": "This is made up.", "es": "Es inventado."},
        **changes.pop("clinic", {}),
    }
    handout = {"variants": ["leaflet"], **({"slots": slots} if slots else {})}
    return write_workspace(root, blocks=blocks or [BLOCK], handout=handout, clinic=clinic, **changes)


def _translate(workspace: Workspace, name: str = "Si lleva marcapasos") -> None:
    """Write a translation of every text; the slot's name among those of the opening."""
    source = load_library(workspace).handouts[0].handout
    parts = {
        key: {
            "made-from": part.made_from,
            "words": {path: f"es {number}" for number, path in enumerate(part.texts)},
        }
        for key, part in parts_of(source).items()
    }
    parts["opening"]["words"]["slots.pacemaker"] = name  # type: ignore[index]  # a mapping of texts
    translation = {
        "language": "es",
        "translator": {"en": "Translated by A", "es": "Traducido por A"},
        "parts": parts,
    }
    path = workspace.root / f"handouts/{TOPIC}/es.yaml"
    path.write_text(yaml.safe_dump(translation, sort_keys=False, allow_unicode=True), "utf-8")


def _sheets(workspace: Workspace) -> dict[tuple[str, str], Sheet]:
    library = load_library(workspace)
    assert not library.problems, "\n".join(map(str, library.problems))
    return {
        (inputs.key.language, inputs.key.edition): make_sheet(inputs)
        for inputs in list_requested(library, Selection())
    }


def _labels(sheet: Sheet) -> list[str]:
    (block,) = sheet.sections[0].blocks
    assert isinstance(block, DecisionsView)
    return [line.label.plain for line in block.lines]


@pytest.mark.parametrize("name", [NAME, {"en": NAME}])
def test_a_slot_is_printed_with_the_name_that_its_handout_gives_it(tmp_path: Path, name: object) -> None:
    """No words file has to be edited for it; slots with a name there keep it."""
    sheets = _sheets(_write(tmp_path, {"pacemaker": name}))

    assert _labels(sheets["en-GB", "standard"]) == [NAME, "Driving"]


def test_the_name_of_a_slot_is_translated_with_the_handout(tmp_path: Path) -> None:
    """On translated sheets it is in their language, and on bilingual ones in both."""
    workspace = _write(tmp_path, {"pacemaker": NAME})
    _translate(workspace)

    sheets = _sheets(workspace)

    both = sheets["es", "bilingual"]
    assert both.beside
    assert _labels(sheets["es", "standard"]) == ["Si lleva marcapasos", "Conducir"]
    assert (_labels(both), _labels(both.beside)) == (["Si lleva marcapasos", "Conducir"], [NAME, "Driving"])


def test_an_agency_gets_the_name_with_a_note(tmp_path: Path) -> None:
    """The exchange file has it among the texts, and says what it is."""
    workspace = _write(tmp_path / "library", {"pacemaker": NAME})
    path = tmp_path / "for-agency.xlf"
    words = ["--workspace", str(workspace.root), "translate", TOPIC, "es", "--export", str(path)]

    done = CliRunner().invoke(cli, words)

    assert done.exit_code == 0, done.output
    written = path.read_text("utf-8")
    assert NAME in written
    assert "This is the name of something that each clinic decides for itself" in written


@pytest.mark.parametrize(
    ("slots", "code", "message"),
    [
        ({"pacemaker": {"en": NAME, "es": "Marcapasos"}}, "wrong-type", "a slot has one name in each file"),
        ({"pacemaker": ""}, "empty", ""),
        ({"pacemaker": [NAME]}, "wrong-type", ""),
        ({"pacemaker": f"{NAME} [[name]]"}, "blank-here", "nobody can write in a name"),
        ({"Pace maker": NAME}, "bad-form", ""),
        ({"pacemaker": NAME, "insulin": "Insulin"}, "unprinted-text", "no block asks for the slot 'insulin'"),
        ([NAME], "wrong-type", ""),
    ],
)
def test_a_slot_that_cannot_be_is_reported(tmp_path: Path, slots: object, code: str, message: str) -> None:
    """In the handout that declares it."""
    problems = load_library(_write(tmp_path, slots)).problems

    assert (problems[0].code, problems[0].place.file) == (code, FILE)
    assert problems[0].message.startswith(message)


def _second(name: str | None) -> dict[str, str]:
    """Write another handout that needs the slot."""
    part = {"id": "part", "heading": "Part", "blocks": [BLOCK]}
    slots = {"slots": {"pacemaker": name}} if name else {}
    handout = {**HANDOUT, "variants": ["leaflet"], "reference": "EX-2", "sections": [part], **slots}
    return {"handouts/sore-toe/en.yaml": yaml.safe_dump(handout, sort_keys=False)}


def test_two_handouts_give_a_slot_one_name(tmp_path: Path) -> None:
    """The clinic answers it once for both, so different names are reported, each with the other's place."""
    same = load_library(_write(tmp_path / "same", {"pacemaker": NAME}, files=_second(NAME)))
    other = load_library(_write(tmp_path / "other", {"pacemaker": NAME}, files=_second("Your pacemaker")))

    assert same.problems == ()
    second, first = sorted(other.problems, key=lambda problem: problem.place.file, reverse=True)
    assert {first.code, second.code} == {"slot-differs"}
    assert (first.place.file, second.place.file) == (FILE, "handouts/sore-toe/en.yaml")
    assert second.place.file in first.message
    assert FILE in second.message


def test_each_handout_declares_the_slots_it_asks_for(tmp_path: Path) -> None:
    """One that does not is found by `check`, though another handout declares the same slot."""
    workspace = _write(tmp_path, {"pacemaker": NAME}, files=_second(None))

    problems = [
        problem for problem in check_dry(load_library(workspace)).problems if problem.code == "missing-phrase"
    ]

    assert {problem.hint for problem in problems} == {
        "add `pacemaker:` and its name to the handout, below `slots:`"
    }


def test_a_misspelt_answer_to_a_declared_slot_is_reported(tmp_path: Path) -> None:
    """With the slot that was probably meant."""
    answers = {"pacemakr": ANSWERS["pacemaker"], **ANSWERS}

    (problem,) = load_library(_write(tmp_path, {"pacemaker": NAME}, clinic={"decisions": answers})).problems

    assert (problem.code, problem.hint) == ("unknown-decision", "did you mean 'pacemaker'?")
    assert problem.place.file == f"clinics/{CLINIC}/clinic.yaml"


def test_the_brand_proof_shows_the_answer_to_a_declared_slot(tmp_path: Path) -> None:
    """With its name; an answer that nothing names is left out of it."""
    answers = {**ANSWERS, "insulin": {"en": "Never stop it."}}
    library = load_library(_write(tmp_path, {"pacemaker": NAME}, clinic={"decisions": answers}))

    sheet = make_brand_sheet(BrandInputs.of(library, library.clinics[0]))

    (own,) = [section for section in sheet.sections if section.id == "brand-section-own-en-GB"]
    assert isinstance(own.blocks[0], DecisionsView)
    assert [line.label.plain for line in own.blocks[0].lines] == [NAME, "Driving"]
