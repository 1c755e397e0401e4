"""A card to cut out: what it may contain, and where its section is printed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leafwright.library import load_library
from leafwright.problems import ContentError
from leafwright.sheet import Sheet
from tests.workspaces import CITED, VARIANTS, line_of, sheet_of, write_workspace

Maker = Callable[..., Sheet]
FRONT: dict[str, Any] = {"heading": "I have a new knee", "rows": [[{"label": "Name"}]]}
BACK: dict[str, Any] = {"lines": ["out-of-hours"]}


def _card(front: dict[str, Any] | None = None, back: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"kind": "card", "id": "wallet", "front": front or FRONT, "back": back or BACK}


def _section(name: str, *blocks: dict[str, Any]) -> dict[str, Any]:
    return {"id": name, "heading": f"The {name}", "blocks": list(blocks)}


def test_a_section_with_a_card_stands_last(make: Maker) -> None:
    """After all others and the closing part, wherever it is written; the others keep their order."""
    sections = [
        _section("card", _card()),
        _section("first", CITED),
        _section("second", {**CITED, "id": "more"}),
    ]
    variants = {name: {"sections": ["card", "first", "second"]} for name in VARIANTS}

    sheet = make(handout={"sections": sections, "variants": variants})

    assert [section.id for section in sheet.sections] == ["first", "second", "card"]
    assert [section.id for section in sheet.flow] == ["first", "second"]
    assert [section.id for section in sheet.cut_out] == ["card"]


def test_a_card_has_the_numbers_that_it_names(make: Maker) -> None:
    """On its back, and nothing beside them."""
    (block,) = make(blocks=[_card()]).sections[0].blocks
    card: Any = block

    assert [line.text.plain for line in card.back.numbers] == ["01632 960 302"]
    assert card.telephones() == card.back.numbers
    assert [row.fields[0].alt for row in card.front.rows] == ["Name, to fill in"]


@pytest.mark.parametrize(
    ("front", "code", "told"),
    [
        ({"heading": "A card"}, "empty", "says nothing"),
        ({"rows": [[{"label": "Name"}]]}, "missing-field", "'heading'"),
        ({"heading": "A card", "rows": [[{"label": "x"}]] * 5}, "too-many", "'rows'"),
        ({"heading": "A card", "rows": [[{"label": "x"}] * 3]}, "too-many", "entries"),
        ({"heading": "A card", "rows": [[{"label": "x", "lines": "3"}]]}, "bad-field", "'lines'"),
        ({"heading": "A card", "rows": [[{"label": "x", "box": "20"}]]}, "bad-field", "'box'"),
        ({"heading": "A card", "rows": [[{"signature": "x"}]]}, "bad-field", "'signature'"),
        ({"heading": "A [[card]]", "text": "Look."}, "blank-here", "a name"),
    ],
)
def test_what_has_no_room_on_a_card_is_reported(
    tmp_path: Path, front: dict[str, Any], code: str, told: str
) -> None:
    """At the card, with what it may contain."""
    workspace = write_workspace(tmp_path, blocks=[_card(front)])

    (problem, *_) = load_library(workspace).problems

    assert (problem.code, told in problem.message) == (code, True), problem
    assert problem.place.line >= line_of(workspace, "kind: card")


def test_a_line_that_the_clinic_does_not_have_is_reported(make: Maker) -> None:
    """With the lines that it has."""
    with pytest.raises(ContentError, match="has no line 'ward'"):
        make(blocks=[_card(back={"lines": ["ward"]})])


def test_a_card_without_a_back_has_its_numbers_on_its_front(make: Maker) -> None:
    """Without the hours, for which it has no room; the one for emergencies is apart."""
    card: Any = (
        make(blocks=[{"kind": "card", "id": "one", "front": {**FRONT, "lines": ["emergency", "department"]}}])
        .sections[0]
        .blocks[0]
    )

    assert [line.text.plain for line in card.front.urgent] == ["999"]
    assert [(line.text.plain, line.note) for line in card.front.numbers] == [("01632 960 301", None)]
    assert card.telephones() == (*card.front.urgent, *card.front.numbers)


def test_in_large_print_a_card_to_keep_is_folded_below_the_small_print(tmp_path: Path) -> None:
    """It says that, and the page before the small print leaves room behind it."""
    card = {"kind": "card", "id": "keep", "front": {**FRONT, "lines": ["emergency", "department"]}}
    workspace = write_workspace(tmp_path, blocks=[card])
    large, small = (sheet_of(workspace, "aftercare", edition) for edition in ("large-print", "standard"))

    assert (large.leaves_room, small.leaves_room) == (True, False)
    assert [[block.id for block in part.blocks] for part in large.kept] == [["keep"]]
    assert [part for part in large.flow if part.is_kept] == []
    told: list[Any] = [sheet.kept[0].blocks[0] for sheet in (large, small)]
    assert ["fold" in card.cut.plain for card in told] == [True, False]


@pytest.mark.parametrize(
    ("before", "pair", "kept"), [("form", ("form", "card"), ()), ("text", (), ("card",))]
)
def test_a_card_to_keep_is_beside_the_form_before_it(
    make: Maker, before: str, pair: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    """Both are at the foot of the sheet; without a form it is beside the small print."""
    blocks: dict[str, Any] = {
        "form": {"kind": "fields", "id": "date", "rows": [[{"label": "Date"}]]},
        "text": CITED,
    }
    card = {"kind": "card", "id": "keep", "front": {**FRONT, "lines": ["department"]}}
    sections = [
        _section(before, blocks[before]),
        _section("card", card),
        _section("end", {**CITED, "id": "on"}),
    ]
    order = [section["id"] for section in sections]

    sheet = make(handout={"sections": sections, "variants": {name: {"sections": order} for name in VARIANTS}})

    assert tuple(section.id for section in sheet.filled_in) == pair
    assert tuple(section.id for section in sheet.kept) == kept
    assert [section.id for section in sheet.flow] == [name for name in order if name not in (*pair, *kept)]


def test_a_folded_card_has_its_numbers_on_its_back(tmp_path: Path) -> None:
    """Where else they would be looked for twice."""
    workspace = write_workspace(tmp_path, blocks=[_card({**FRONT, "lines": ["department"]})])

    (problem, *_) = load_library(workspace).problems

    assert "the numbers of a folded card are on its back" in str(problem)
