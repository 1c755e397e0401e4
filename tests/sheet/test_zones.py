"""Action plans: zones in order of alarm, each with its headings and numbers."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leafwright.library import load_library
from leafwright.problems import ContentError
from leafwright.sheet import Sheet
from tests.workspaces import PHONES, write_workspace

Maker = Callable[..., Sheet]
PHONES_WITH_WARD = {**PHONES, "ward": {"name": {"en": "The ward"}, "number": "01632 960 309"}}


def _zone(level: str, **changes: Any) -> dict[str, Any]:
    return {"level": level, "name": f"Zone {level}", "signs": ["I walk"], "do": ["I rest"], **changes}


def _zones(*zones: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "zones", "id": "plan", "zones": list(zones)}


def _seen(sheet: Sheet) -> Any:
    (block,) = sheet.sections[0].blocks
    return block


@pytest.mark.parametrize(
    ("lines", "loudest", "all_of_them"),
    [
        ([], "999", ["999"]),
        (["ward"], "01632 960 309", ["01632 960 309", "999"]),
        (["emergency", "ward"], "999", ["999", "01632 960 309"]),
    ],
)
def test_an_emergency_has_a_number_in_its_bar(
    make: Maker, lines: list[str], loudest: str, all_of_them: list[str]
) -> None:
    """The first one that is named, and always the emergency number with it."""
    plan = _zones(_zone("well"), _zone("emergency", lines=lines))

    well, emergency = _seen(make(blocks=[plan], clinic={"phones": PHONES_WITH_WARD})).zones

    assert (well.numbers, well.loudest) == ((), None)
    assert emergency.loudest.text.plain == loudest
    assert [line.text.plain for line in emergency.numbers] == all_of_them


def test_a_zone_has_headings_of_its_own_or_the_usual_ones(make: Maker) -> None:
    """A zone of which one sign is enough can say so."""
    plan = _zones(_zone("well"), _zone("worse", **{"signs-heading": "Any of these", "do-heading": "Now"}))

    headings = [
        (zone.signs_heading.plain, zone.do_heading.plain) for zone in _seen(make(blocks=[plan])).zones
    ]

    assert headings == [("How I know", "What I do"), ("Any of these", "Now")]


def test_a_zone_prints_no_line_that_the_clinic_lacks(make: Maker) -> None:
    """It is reported where it is named."""
    with pytest.raises(ContentError) as caught:
        make(blocks=[_zones(_zone("well", lines=["ward"]), _zone("bad"))])

    (problem,) = caught.value.problems
    assert problem.code == "unknown-line"
    assert problem.place.line > 30


@pytest.mark.parametrize(
    ("levels", "code"),
    [
        (["worse", "well"], "zones-out-of-order"),
        (["well", "well"], "zones-out-of-order"),
        (["well", "emergency", "bad"], "zones-out-of-order"),
        (["well"], "too-few"),
        (["well", "worse", "bad", "emergency", "emergency"], "too-many"),
        (["well", "awful"], "unknown-value"),
    ],
)
def test_zones_go_from_calm_to_alarming(tmp_path: Path, levels: list[str], code: str) -> None:
    """Two to four of them, each level once."""
    problems = load_library(write_workspace(tmp_path, blocks=[_zones(*map(_zone, levels))])).problems

    assert problems[0].code == code
    assert problems[0].place.line > 30
