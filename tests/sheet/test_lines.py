"""The phone lines of a clinic: none is required, and a sheet prints what it asks for."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leafwright.blocks.appointment import AppointmentView
from leafwright.blocks.contacts import ContactsView
from leafwright.build.dry_check import check_dry
from leafwright.library import load_library
from leafwright.problems import ContentError
from leafwright.sheet import Sheet, make_sheet
from tests.workspaces import CLINIC, PHONES, inputs_for, sheet_of, write_workspace

Maker = Callable[..., Sheet]
CARD: dict[str, Any] = {"kind": "contacts", "id": "card"}
APPOINTMENT: dict[str, Any] = {"kind": "appointment", "id": "box"}
HELPLINE = {"name": "Helpline", "number": "01632 960 309"}
WARD = {"name": "Ward", "number": "01632 960 310"}
OWN = {"helpline": HELPLINE, "ward": WARD}
NIGHT = {"out-of-hours": PHONES["out-of-hours"]}
UNREACHED = dict.fromkeys(["web", "email", "complaints", "other-formats", "feedback", "department"])


def _warning(level: str, *lines: str) -> dict[str, Any]:
    named = {"lines": list(lines)} if lines else {}
    return {"kind": "warning", "id": "w", "level": level, "heading": "Look", "action": "Act.", **named}


def _printed(sheet: Sheet) -> list[str]:
    (block,) = sheet.sections[0].blocks
    return [line.text.plain for line in block.telephones()]


@pytest.mark.parametrize(
    ("phones", "block", "printed"),
    [
        (OWN, CARD, ["01632 960 309", "01632 960 310"]),
        (OWN | NIGHT, CARD, ["01632 960 309", "01632 960 310", "01632 960 302"]),
        (PHONES | OWN, CARD, ["01632 960 301", "01632 960 302", "999"]),
        (NIGHT, CARD, ["01632 960 302"]),
        (NIGHT, _warning("call"), ["01632 960 302"]),
        (OWN, _warning("call", "ward"), ["01632 960 310"]),
        (OWN, _warning("see", "ward"), ["01632 960 310"]),
    ],
)
def test_a_block_prints_the_lines_it_asks_for(
    make: Maker, phones: dict[str, Any], block: dict[str, Any], printed: list[str]
) -> None:
    """Where it names none, those that are usual; lines with names of their own stand for the department's."""
    assert _printed(make("preparation", blocks=[block], clinic={"phones": phones})) == printed


@pytest.mark.parametrize(
    ("phones", "block", "lacking"),
    [
        ({}, CARD, "department' or 'out-of-hours' or 'emergency"),
        (OWN, _warning("call"), "department' or 'out-of-hours"),
        (OWN, _warning("emergency"), "emergency"),
        (OWN, _warning("emergency", "ward"), "emergency"),
        (NIGHT, {**CARD, "lines": ["department"]}, "department"),
    ],
)
def test_a_line_that_is_asked_for_and_missing_stops_the_sheet(
    make: Maker, phones: dict[str, Any], block: dict[str, Any], lacking: str
) -> None:
    """At the block, with the file of the clinic."""
    with pytest.raises(ContentError) as caught:
        make("preparation", blocks=[block], clinic={"phones": phones})

    (problem,) = caught.value.problems
    assert (problem.code, problem.place.file) == ("unknown-line", "handouts/sore-knee/en.yaml")
    assert problem.message == f"clinics/{CLINIC}/clinic.yaml has no line '{lacking}'"


def test_a_variant_that_must_hold_the_emergency_number_needs_it(make: Maker) -> None:
    """A leaflet is not printed for a clinic without one, though the card would print the others."""
    with pytest.raises(ContentError) as caught:
        make("leaflet", blocks=[CARD], clinic={"phones": OWN | NIGHT})

    (problem,) = caught.value.problems
    assert (problem.code, problem.place.file) == ("unknown-line", f"clinics/{CLINIC}/clinic.yaml")
    assert "'emergency', which the leaflet of sore-knee must print" in problem.message
    assert problem.hint == "add `emergency:` with its `number:` below `phones:`"


@pytest.mark.parametrize(("phones", "number"), [(OWN | NIGHT, "01632 960 309"), (NIGHT, None)])
def test_nobody_phones_about_an_appointment_at_night(
    make: Maker, phones: dict[str, Any], number: str | None
) -> None:
    """The box gives the number of the department, or of the first line with a name of its own."""
    (box,) = make("preparation", blocks=[APPOINTMENT], clinic={"phones": phones}).sections[0].blocks

    assert isinstance(box, AppointmentView)
    assert (box.phone and box.phone.text.plain) == number


@pytest.mark.parametrize(("line", "numbers"), [("department", 0), ("out-of-hours", 1)])
def test_a_number_to_phone_stands_once(make: Maker, line: str, numbers: int) -> None:
    """The box of an appointment leaves the number to a warning that has it."""
    blocks = [APPOINTMENT, _warning("call", line)]
    (section,) = make("preparation", blocks=blocks, clinic={"phones": PHONES}).sections
    (box,) = (block for block in section.blocks if isinstance(block, AppointmentView))

    assert len(box.telephones()) == numbers


def test_a_number_with_an_extension_is_another_number(make: Maker) -> None:
    """A switchboard has one number for all, so the box keeps its own extension."""
    department = {"number": "01632 960 309", "extension": "23"}
    blocks = [APPOINTMENT, _warning("call", "helpline")]
    (section,) = make(
        "preparation", blocks=blocks, clinic={"phones": OWN | {"department": department}}
    ).sections
    (box,) = (block for block in section.blocks if isinstance(block, AppointmentView))

    assert [(line.text.plain, str(line.extension)) for line in box.telephones()] == [
        ("01632 960 309", "extension\u00a023")
    ]


@pytest.mark.parametrize("first", ["call", "appointment"])
def test_in_one_column_a_number_is_left_to_a_warning_before_it(tmp_path: Path, first: str) -> None:
    """A warning that is below the box may be on a later page, so the box keeps its number."""
    blocks = [APPOINTMENT, _warning("call", "department")]
    space = write_workspace(
        tmp_path, blocks=blocks if first == "appointment" else blocks[::-1], clinic={"phones": PHONES}
    )
    (section,) = sheet_of(space, "preparation", "large-print").sections
    (box,) = (block for block in section.blocks if isinstance(block, AppointmentView))

    assert bool(box.telephones()) is (first == "appointment")


def test_check_finds_a_missing_line_in_every_handout_that_names_one(tmp_path: Path) -> None:
    """Two handouts that differ only in the lines they name need different things of a clinic."""
    space = write_workspace(tmp_path, blocks=[_warning("call")])
    text = (tmp_path / "handouts/sore-knee/en.yaml").read_text("utf-8")
    other = tmp_path / "handouts/sore-toe/en.yaml"
    other.parent.mkdir()
    other.write_text(text.replace("EX-1", "EX-2").replace("level: call", "level: call\n    lines: [ward]"))

    problems = check_dry(load_library(space)).problems

    assert {problem.place.file for problem in problems if problem.code == "unknown-line"} == {
        "handouts/sore-toe/en.yaml"
    }


def test_a_clinic_may_say_no_more_than_its_name(make: Maker) -> None:
    """What it does not write is not printed, and leaves no label."""
    sheet = make("preparation", blocks=[CARD], clinic={**UNREACHED, "phones": OWN})

    (card,) = sheet.sections[0].blocks
    assert isinstance(card, ContactsView)
    assert (sheet.masthead.department, card.lines, card.name.plain) == (None, (), "Elm Street Practice")
    labels = {line.label.plain for line in sheet.control}
    assert labels
    assert not labels & {"Complaints", "Tell us what you think", "Other formats and languages"}


def test_sources_on_request_need_somebody_to_ask(tmp_path: Path) -> None:
    """A page that sends its readers to nobody is not printed."""
    prints = {"languages": ["en-GB"], "paper": "A4", "variants": ["leaflet"], "editions": ["standard"]}
    changes = {"other-formats": None, "prints": {**prints, "references": "on-request"}}
    library = load_library(write_workspace(tmp_path, clinic=changes))

    with pytest.raises(ContentError) as caught:
        make_sheet(inputs_for(library))

    (problem,) = caught.value.problems
    assert (problem.code, problem.place.file) == ("missing-field", f"clinics/{CLINIC}/clinic.yaml")


@pytest.mark.parametrize(
    ("language", "said"),
    [("en-GB", "Text relay: 18001 01632 960 301"), ("ar", "ترحيل النصوص: 18001 01632 960 301")],
)
def test_what_is_dialled_for_text_relay_is_printed_below_a_number(
    make: Maker, language: str, said: str
) -> None:
    """In the words of the page, wherever the number is printed."""
    phones = {**PHONES, "department": {"number": "01632 960 301", "text-relay": "18001 01632 960 301"}}
    clinic = {"phones": phones, "disclaimer": dict.fromkeys(["en", "ar"], "This is made up.")}
    strip = make(blocks=[CARD], clinic=clinic, language=language).strip

    assert strip
    line, *others = strip.telephones()
    assert line.relay
    assert line.relay.plain.replace("\u00a0", " ") == said
    assert {other.relay for other in others} == {None}
