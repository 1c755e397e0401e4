"""Blocks as they are printed for one clinic."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from leafwright.blocks.comparison import ComparisonView
from leafwright.blocks.qr import QUIET_ZONE, QRView
from leafwright.blocks.timeline import TimelineView
from leafwright.blocks.warning import WarningView
from leafwright.library import load_library
from leafwright.phrasing.phrases import shown_address
from leafwright.problems import ContentError
from leafwright.sheet import Sheet
from tests.workspaces import CLINIC_FILE, LOGO, PHONES, TOPIC, comparison_of, sheet_of, write_workspace

Maker = Callable[..., Sheet]
CLINIC = "clinics/elm-street/clinic.yaml"
CARD = {"kind": "contacts", "id": "a-card"}


def _warning(level: str) -> dict[str, Any]:
    return {
        "kind": "warning",
        "id": "a-warning",
        "level": level,
        "heading": "Do not wait",
        "signs": ["a fever"],
        "action": "Phone 112 at once.",
    }


def _decisions(*slots: str) -> dict[str, Any]:
    return {"kind": "decisions", "id": "some-decisions", "slots": list(slots)}


def _one(sheet: Sheet) -> Any:
    (block,) = sheet.sections[0].blocks
    return block


def test_the_emergency_number_is_the_clinics(make: Maker) -> None:
    """Whatever number content writes, the one to ring in an emergency is printed from the clinic's file."""
    seen = _one(make(blocks=[_warning("emergency")]))

    assert isinstance(seen, WarningView)
    assert [(line.text.plain, line.address) for line in seen.numbers] == [("999", "tel:999")]


def test_hours_are_spelled_as_any_text(make: Maker) -> None:
    """No line ends between a time and what it is of."""
    phones = {**CLINIC_FILE["phones"], "department": {"number": "555", "hours": {"en": "From 9 am to 5 pm"}}}
    seen = _one(make("preparation", blocks=[CARD], clinic={"phones": phones}))

    assert str(seen.phones[0].note) == "From 9\u00a0am to 5\u00a0pm"


def test_a_call_warning_prints_day_and_night_numbers(make: Maker) -> None:
    """Whom to call by day and out of hours, with the hours."""
    seen = _one(make(blocks=[_warning("call")]))

    assert [(line.text.plain, str(line.note)) for line in seen.numbers] == [
        ("01632 960 301", "Monday to Friday, 9am to 5pm"),
        ("01632 960 302", "Nights and weekends"),
    ]
    assert [line.address for line in seen.numbers] == ["tel:01632960301", "tel:01632960302"]


def test_advice_prints_no_number(make: Maker) -> None:
    """What is good to know needs no telephone."""
    seen = _one(make(blocks=[_warning("advice")]))

    assert (seen.numbers, seen.label.plain) == ((), "Good to know")


LINES: dict[str, Any] = {
    **CLINIC_FILE["phones"],
    "helpline": {"name": {"en": "Nurses' helpline"}, "number": "01632 960 309", "extension": "12"},
}


@pytest.mark.parametrize(
    ("level", "lines", "shown"),
    [
        ("advice", ["helpline"], ["01632 960 309"]),
        ("see", None, []),
        ("call", [], []),
        ("call", ["helpline", "department"], ["01632 960 309", "01632 960 301"]),
        ("today", None, ["01632 960 301", "01632 960 302"]),
        ("emergency", ["helpline"], ["01632 960 309", "999"]),
        ("emergency", ["emergency", "helpline"], ["999", "01632 960 309"]),
        ("emergency", [], []),
    ],
)
def test_a_warning_prints_the_lines_it_names(
    make: Maker, level: str, lines: list[str] | None, shown: list[str]
) -> None:
    """In their order; the emergency number follows after other lines of an emergency."""
    named = {} if lines is None else {"lines": lines}

    seen = _one(make(blocks=[{**_warning(level), **named}], clinic={"phones": LINES}))

    assert [line.text.plain for line in seen.numbers] == shown


def test_a_further_line_has_its_own_name(make: Maker) -> None:
    """It is printed with its number, and dialled with its extension."""
    seen = _one(make(blocks=[{**_warning("call"), "lines": ["helpline"]}], clinic={"phones": LINES}))

    (line,) = seen.numbers
    assert line.label.plain == "Nurses\N{RIGHT SINGLE QUOTATION MARK} helpline"
    assert line.address == "tel:01632960309;ext=12"


def test_a_warning_may_have_words_of_its_own(make: Maker) -> None:
    """They take the place of the level's, and the frame stays."""
    seen = _one(make(blocks=[{**_warning("today"), "label": "Ring before noon"}]))

    assert (seen.label.plain, seen.level) == ("Ring before noon", "today")


def test_a_line_that_the_clinic_lacks_is_reported(make: Maker) -> None:
    """At the block, with the lines there are."""
    with pytest.raises(ContentError) as caught:
        make(blocks=[{**_warning("call"), "lines": ["ward"]}], clinic={"phones": LINES})

    (problem,) = caught.value.problems
    assert problem.place.line > 1
    assert str(problem).endswith(
        f"unknown-line: {CLINIC} has no line 'ward'; its lines are department, out-of-hours, emergency, "
        "helpline; add it below `phones:`, or name another with `lines:`"
    )


def test_a_misspelt_line_is_reported_at_its_word_with_the_right_one(tmp_path: Path) -> None:
    """The line that was probably meant is named first."""
    block = {**_warning("call"), "lines": ["department", "help-line"]}
    space = write_workspace(tmp_path, blocks=[block], clinic={"phones": LINES})

    with pytest.raises(ContentError) as caught:
        sheet_of(space)

    (problem,) = caught.value.problems
    written = (tmp_path / problem.place.file).read_text("utf-8").splitlines()[problem.place.line - 1]
    assert written[problem.place.column - 1 :].startswith("help-line")
    assert problem.hint.startswith("did you mean 'helpline'? Its lines are department,")


def test_a_misspelt_key_of_a_missing_line_is_pointed_at(tmp_path: Path) -> None:
    """Where a clinic may add lines, a key similar to the missing one was probably meant for it."""
    phones = {name.replace("department", "departement"): line for name, line in PHONES.items()}

    (problem,) = load_library(write_workspace(tmp_path, clinic={"phones": phones})).problems

    assert (problem.code, problem.message) == ("nameless-line", "the line 'departement' has no name")
    assert problem.hint == "add `name:` to it; or did you mean 'department'?"


def test_a_line_without_a_name_is_reported(tmp_path: Path) -> None:
    """A misspelt key does not add a line that nobody uses."""
    phones = {**CLINIC_FILE["phones"], "ward": {"number": "01632 960 309"}}

    problems = load_library(write_workspace(tmp_path, clinic={"phones": phones})).problems

    assert str(problems[0]).partition(": ")[2] == (
        "nameless-line: the line 'ward' has no name; add `name:` to it; or did you mean one of "
        "department, out-of-hours, emergency?"
    )


def test_an_international_number_can_be_dialled(make: Maker) -> None:
    """The link of a number keeps its plus and its digits only."""
    phones = {
        "department": {"number": "+1 (555) 555-0142"},
        "out-of-hours": {"number": "01632 960 302"},
        "emergency": {"number": "911"},
    }

    seen = _one(make("preparation", blocks=[CARD], clinic={"phones": phones}))

    assert [line.address for line in seen.phones] == [
        "tel:+15555550142",
        "tel:01632960302",
        "tel:911",
    ]


def test_decisions_are_the_clinics(make: Maker) -> None:
    """Each slot is printed with its name, the clinic's answer and whose decision it is."""
    seen = _one(make(blocks=[_decisions("escort", "driving")]))

    assert [(line.label.plain, line.text.plain) for line in seen.lines] == [
        ("Getting home", "Bring an adult."),
        ("Driving", "Do not drive for 24\u00a0hours."),
    ]
    assert "Elm Street Practice" in seen.mark.plain
    assert {line.heard for line in seen.lines} == {"Rule of Elm Street Practice:"}


def test_an_open_decision_names_slot_file_and_line(make: Maker) -> None:
    """The message says which slot is open, which file to edit, and which line of the handout needs it."""
    blocks = [{"kind": "paragraphs", "id": "some-text", "text": "Rest."}, _decisions("blood-thinners")]

    with pytest.raises(ContentError) as caught:
        make(blocks=blocks)

    (problem,) = caught.value.problems
    block = re.search(r"handouts/sore-knee/en\.yaml:(\d+)", problem.message)
    assert (problem.code, problem.place.file) == ("missing-decision", CLINIC)
    assert "'blood-thinners'" in problem.message
    assert f"add to {CLINIC}, below `decisions:`, `blood-thinners: {{en: ...}}`" in problem.hint
    assert block is not None
    assert int(block[1]) > 20


def test_all_open_decisions_are_reported_at_once(make: Maker) -> None:
    """Open slots of different blocks and moments are gathered and reported together."""
    events = [
        {"when": "Before", "items": ["Rest."], "decisions": ["blood-thinners"]},
        {"when": "After", "items": ["Rest."], "decisions": ["eating-and-drinking", "driving"]},
    ]
    timeline = {"kind": "timeline", "id": "plan", "events": events}

    with pytest.raises(ContentError) as caught:
        make(blocks=[timeline, _decisions("eating-and-drinking")])

    told = [(problem.code, problem.message.split("'")[1]) for problem in caught.value.problems]
    assert sorted(set(told)) == [
        ("missing-decision", "blood-thinners"),
        ("missing-decision", "eating-and-drinking"),
    ]
    assert len(told) == 3


def test_a_slot_without_a_name_is_reported(make: Maker) -> None:
    """A decision that the language has no name for is a fault of its words file."""
    decisions = {"snacks": {"en": "None."}}

    with pytest.raises(ContentError, match="the decision 'snacks' has no name in en-GB") as caught:
        make(blocks=[_decisions("snacks")], clinic={"decisions": decisions})

    assert caught.value.problems[0].place.file == "words/en-GB.yaml"


def test_a_timeline_without_decisions_has_no_mark(make: Maker) -> None:
    """Only where the clinic decided something is it said that it did."""
    plain = {"kind": "timeline", "id": "plan", "events": [{"when": "Today", "items": ["Rest."]}]}
    decided = {"kind": "timeline", "id": "plan", "events": [{"when": "Today", "decisions": ["driving"]}]}

    seen = [_one(make(blocks=[timeline])) for timeline in (plain, decided)]

    assert all(isinstance(timeline, TimelineView) for timeline in seen)
    assert [timeline.mark is None for timeline in seen] == [True, False]


def test_every_cell_stands_below_its_option(make: Maker) -> None:
    """Answers follow the options, in whatever order the author wrote them."""
    comparison = comparison_of(1)
    comparison["rows"][0] |= {
        "of": "100",
        "answers": {"rest": {"n": "42", "text": "of them"}, "wait": "Unknown."},
    }

    seen = _one(make(blocks=[comparison]))

    assert isinstance(seen, ComparisonView)
    assert [
        (*map(str, cell.options), *(text.plain.strip() for text in cell.texts)) for cell in seen.rows[0].cells
    ] == [("Turtle wait", "Unknown."), ("Turtle rest", "42", "in\u00a0100", "of them")]


def test_neighbours_with_the_same_answer_share_a_cell(make: Maker) -> None:
    """Only neighbours do, and only if their numbers are the same too."""
    comparison = comparison_of(1)
    comparison["options"] += [{"id": name, "name": name, "definition": name} for name in ("walk", "swim")]
    same = {"n": "42", "text": "of them", "comparator": {"n": "33", "text": "of others"}}
    names = [option["id"] for option in comparison["options"]]
    answers = dict(zip(names, (same, same, {**same, "n": "41"}, same), strict=True))
    comparison["rows"] = [{"question": "How many?", "of": "100", "answers": answers}]

    (row,) = _one(make(blocks=[comparison])).rows

    assert [len(cell.options) for cell in row.cells] == [2, 1, 1]
    assert [row.cell_at(column) for column in range(6)] == [
        None,
        *(row.cells[at] for at in (0, 0, 1, 2)),
        None,
    ]


def test_a_picture_lies_beside_its_handout(make: Maker) -> None:
    """A picture's address is made of its topic, and its alt text carries no markup."""
    picture = {"kind": "picture", "id": "a-picture", "file": "knee.svg", "alt": "A **bent** knee"}

    seen = _one(make(blocks=[picture], files={f"handouts/{TOPIC}/knee.svg": LOGO}))

    assert (seen.source, seen.alt) == (f"handouts/{TOPIC}/knee.svg", "A bent knee")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "https://example.org/harbour-row/pain-clinic?lang=en#top",
        "https://e.org/" + "a" * 106,
    ],
)
def test_a_code_is_the_one_of_its_address(make: Maker, address: str) -> None:
    """The path draws, module by module, the same as an independent encoding of the address."""
    seen = _one(make(blocks=[{"kind": "qr", "id": "a-code", "address": address, "label": "Read on"}]))

    expected = segno.make(address, error="q", boost_error=False, micro=False)
    assert _matrix(seen) == [[bool(module) for module in row] for row in expected.matrix]
    assert (expected.error, expected.is_micro) == ("Q", False)


def test_a_code_has_a_quiet_zone(make: Maker) -> None:
    """Four modules on each side stay white, as ISO/IEC 18004 asks."""
    code = {"kind": "qr", "id": "a-code", "address": "https://example.org/knee", "label": "Read on"}

    seen = _one(make(blocks=[code]))

    dark = list(_dark(seen))
    assert {min(x for x, _ in dark), min(y for _, y in dark)} == {4}
    assert {max(x for x, _ in dark), max(y for _, y in dark)} == {seen.size - 5}


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/knee", "example.org/knee"),
        ("https://www.example.org/", "example.org"),
        ("http://example.org/a/", "example.org/a"),
        ("https://wwwide.example.org", "wwwide.example.org"),
    ],
)
def test_an_address_is_shown_as_people_type_it(address: str, shown: str) -> None:
    """Scheme, www and the last slash are left out."""
    assert shown_address(address) == shown


@given(path=st.text("abc/-.", max_size=20))
def test_a_shown_address_is_part_of_the_address(path: str) -> None:
    """Nothing is made up that is not in the address."""
    assert shown_address(f"https://example.org/{path}") in f"https://example.org/{path}"


def _dark(code: QRView) -> Iterator[tuple[int, int]]:
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", code.path):
        yield from ((at, int(y)) for at in range(int(x), int(x) + int(width)))


def _matrix(code: QRView) -> list[list[bool]]:
    dark = set(_dark(code))
    inside = range(QUIET_ZONE, code.size - QUIET_ZONE)
    return [[(x, y) in dark for x in inside] for y in inside]


def test_a_contact_card_prints_the_lines_that_it_names(make: Maker) -> None:
    """They are in the given order, each with its name; without any, the three of every clinic are used."""
    card = {"kind": "contacts", "id": "card"}

    named = _one(
        make("preparation", blocks=[card | {"lines": ["emergency", "helpline"]}], clinic={"phones": LINES})
    )
    usual = _one(make("preparation", blocks=[card], clinic={"phones": LINES}))

    assert [line.text.plain for line in usual.phones] == ["01632 960 301", "01632 960 302", "999"]
    emergency, helpline = named.telephones()
    assert emergency == usual.phones[2]
    assert (helpline.text.plain, helpline.address) == ("01632 960 309", "tel:01632960309;ext=12")


def test_a_contact_card_with_a_line_the_clinic_does_not_have_is_refused(make: Maker) -> None:
    """The refusal is where the card names it."""
    card = {"kind": "contacts", "id": "card", "lines": ["ward"]}

    with pytest.raises(ContentError) as refused:
        make(blocks=[card], clinic={"phones": LINES})

    (problem,) = refused.value.problems
    assert (problem.code, problem.place.file.endswith("en.yaml")) == ("unknown-line", True)


def test_an_extension_is_printed_and_dialled(make: Maker) -> None:
    """An extension follows its number without a line break, and the link dials it (RFC 3966)."""
    phones = {
        "department": {"number": "01632 960 301", "extension": "23"},
        "out-of-hours": {"number": "(555) 555-0142", "extension": "4142"},
        "emergency": {"number": "999"},
    }

    shown = _one(make("preparation", blocks=[CARD], clinic={"phones": phones})).phones

    assert [(line.text.plain, line.extension and line.extension.plain) for line in shown] == [
        ("01632 960 301", "extension\u00a023"),
        ("(555) 555-0142", "extension\u00a04142"),
        ("999", None),
    ]
    assert [line.address for line in shown] == [
        "tel:01632960301;ext=23",
        "tel:5555550142;ext=4142",
        "tel:999",
    ]


def test_every_number_of_a_clinic_may_have_an_extension(make: Maker) -> None:
    """Complaints and other formats are reached by an extension too."""
    reached = {"phone": "01632 960 303", "extension": "7", "email": "ask@elm-street.example.org"}

    sheet = make(clinic={"complaints": {"name": "Practice manager", **reached}, "other-formats": reached})

    told = " ".join(line.text.plain for line in sheet.control).replace("\u00a0", " ")
    assert told.count("01632 960 303 extension 7") == 2
