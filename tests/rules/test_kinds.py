"""The kinds of handouts: the data names what there is, and a comparison is reported for what it is."""

from datetime import date
from pathlib import Path
from typing import Final, get_args

import pytest

from leafwright.blocks.comparison import Comparison
from leafwright.blocks.traits import LeafletPart
from leafwright.formats import Demand, HandoutKind
from leafwright.library import load_library
from leafwright.resources import shared
from leafwright.rules.content.missing_safety_net import PRINTED
from leafwright.rules.kinds import offers_choice, read_kinds, sheet_demands
from leafwright.rules.reader import Reader, read_handout
from tests.workspaces import write_workspace

NUMBERS: Final = ("department", "out-of-hours", "emergency")


def _reader(root: Path, options: tuple[str, ...], *variants: str) -> Reader:
    """Read a handout whose every sheet has one comparison, of options with these names."""
    ids = [f"option-{number}" for number, _ in enumerate(options)]
    block = {
        "kind": "comparison",
        "id": "table",
        "options": [
            {"id": key, "name": name, "definition": "As you know it."}
            for key, name in zip(ids, options, strict=True)
        ],
        "rows": [{"question": "When?", "answers": dict.fromkeys(ids, "At noon.")}],
    }
    made = {name: {"sections": ["part"]} for name in variants}
    workspace = write_workspace(root, blocks=[block], handout={"variants": made})
    library = load_library(workspace)
    return read_handout(library.handouts[0], library, date(2027, 1, 1))


def _asked_of_leaflet(reader: Reader) -> tuple[str, ...]:
    return next(sheet.demands for sheet in sheet_demands(reader) if sheet.name == "leaflet")


def test_the_data_names_what_there_is() -> None:
    """A misspelt name would demand something of every handout, or of none."""
    kinds = read_kinds()
    variants = {path.stem for path in (shared("templates") / "variants").glob("*.yaml")}

    assert {name for made in kinds["kinds"].values() for name in made} <= variants
    assert set(kinds["choices"]["on"]) <= variants
    assert kinds["choices"]["kind"] in kinds["kinds"]
    assert set(kinds["kinds"]) == set(get_args(HandoutKind))
    numbers = (f"{name}-number" for name in NUMBERS)
    assert set(get_args(Demand)) == {*LeafletPart, *PRINTED, *numbers, "audience", "glance"}


@pytest.mark.parametrize(
    ("variants", "demand", "asked"),
    [
        (("leaflet", "preparation", "aftercare"), "aftercare", True),
        (("leaflet", "preparation"), "aftercare", False),
        (("leaflet", "aftercare"), "risks", False),
        (("leaflet", "comparison"), "risks", True),
        (("leaflet", "comparison"), "aftercare", False),
        (("leaflet",), "help", True),
    ],
)
def test_the_variants_show_what_may_be_asked_of_a_leaflet(
    variants: tuple[str, ...], demand: str, *, asked: bool, tmp_path: Path
) -> None:
    """What belongs to a planned procedure is required of it only; what everybody needs, of all."""
    reader = _reader(tmp_path, ("Tablets", "An operation"), *variants)

    assert (demand in _asked_of_leaflet(reader)) is asked


def test_a_comparison_of_two_inhalers_makes_no_handout_on_a_choice(tmp_path: Path) -> None:
    """The leaflet of such a handout need not speak of having no treatment."""
    reader = _reader(tmp_path, ("Blue inhaler", "Brown inhaler"), "leaflet", "comparison")

    assert "no-treatment" not in _asked_of_leaflet(reader)


@pytest.mark.parametrize(
    ("options", "variants", "choice"),
    [
        (("Tablets", "An operation"), ("leaflet",), True),
        (("Tablets", "An operation"), ("preparation",), False),
        (("Keyhole surgery", "Open surgery"), ("comparison",), True),
        (("Tablets", "An operation"), ("consent",), True),
        (("Morning tablets", "Evening tablets"), ("medicine",), False),
        (("Home treatment", "Hospital treatment"), ("discharge",), False),
        (("A gel", "A splint"), ("comparison", "preparation", "aftercare"), True),
        (("A gel", "A splint"), ("leaflet",), False),
        (("Metformin", "Insulin"), ("leaflet",), False),
        (("Reliever", "Preventer"), ("comparison", "preparation", "aftercare"), False),
        (("Green device (daily)", "Red device (if needed)"), ("leaflet", "preparation", "aftercare"), False),
        (("Morning operation", "Afternoon operation"), ("leaflet", "preparation", "aftercare"), False),
    ],
)
def test_a_choice_is_distinguished_from_a_table(
    options: tuple[str, ...], variants: tuple[str, ...], *, choice: bool, tmp_path: Path
) -> None:
    """Treatments can be declined; alternating choices, or what a sheet says to do, cannot."""
    handout = _reader(tmp_path, options, *variants).handout
    (block,) = (block for block in handout.blocks() if isinstance(block, Comparison))

    assert offers_choice(handout, block) is choice
