"""A clinic's answers: for one topic or for all, and never beside advice that may contradict them."""

from pathlib import Path
from typing import Any

import pytest

from leafwright.blocks.decisions import DecisionsView
from leafwright.build.dry_check import check_dry
from leafwright.library import load_library
from leafwright.problems import Problem
from leafwright.sheet.own_advice import find_own_advice
from tests.fakes import drafts_of
from tests.workspaces import CLINIC_FILE, TOPIC, line_of, sheet_of, write_workspace

LIGHT = "Have a light meal before you come."
NOTHING = "Eat no solid food on the day before."
SHARED = {"decisions": {**CLINIC_FILE["decisions"], "eating-and-drinking": {"en": LIGHT}}}
OWN = {**SHARED, "decisions-for": {TOPIC: {"eating-and-drinking": {"en": NOTHING}}}}
ASKING = {"kind": "decisions", "id": "slots", "slots": ["eating-and-drinking"]}
SAYING = {"kind": "paragraphs", "id": "food", "text": "Do not eat solid food on the day before."}


def _printed(root: Path, clinic: dict[str, Any], *blocks: dict[str, Any]) -> list[str]:
    sheet = sheet_of(write_workspace(root, blocks=list(blocks), clinic=clinic))
    printed = (block for section in sheet.sections for block in section.blocks)
    (view,) = (block for block in printed if isinstance(block, DecisionsView))
    return [line.text.plain for line in view.lines]


def test_an_answer_holds_for_every_topic(tmp_path: Path) -> None:
    """Topics that need the same share it."""
    assert _printed(tmp_path, SHARED, ASKING) == [LIGHT]


def test_an_answer_for_the_topic_comes_first(tmp_path: Path) -> None:
    """It is printed in the place of the one for all, beside what the sheet says itself."""
    assert _printed(tmp_path, OWN, ASKING, SAYING) == [NOTHING]


def test_a_shared_answer_never_stands_beside_other_advice(tmp_path: Path) -> None:
    """The slot is open: the clinic's sheets are refused, with slot, file and what to write."""
    workspace = write_workspace(tmp_path, blocks=[ASKING, SAYING], clinic=SHARED)

    drafts = drafts_of(workspace)

    assert drafts.jobs == ()
    found = drafts.refusals[0].problems[0]
    assert found.code == "missing-decision"
    assert f"line {line_of(workspace, 'solid food')} also gives advice on it" in found.message
    assert f"`{TOPIC}: {{eating-and-drinking: {{en: ...}}}}`" in found.hint
    assert "decisions-for" in found.hint


def test_check_tells_of_it_in_a_library_of_many(tmp_path: Path) -> None:
    """Another topic with the same needs and no faults hides nothing."""
    workspace = write_workspace(tmp_path, blocks=[ASKING], clinic=SHARED)
    text = (tmp_path / f"handouts/{TOPIC}/en.yaml").read_text("utf-8").replace("EX-1", "EX-2")
    (tmp_path / "handouts/zoster").mkdir()
    (tmp_path / "handouts/zoster/en.yaml").write_text(
        text.replace("Your knee", "Do not eat before it"), "utf-8"
    )

    problems = check_dry(load_library(workspace)).problems

    assert {found.code for found in problems} == {"missing-decision"}
    assert all("handouts/zoster/en.yaml" in found.message for found in problems)


def test_an_answer_for_a_topic_that_is_none_is_reported(tmp_path: Path) -> None:
    """A misspelt folder would leave the slot open for good."""
    clinic = {"decisions-for": {"sore-nee": {"eating-and-drinking": {"en": NOTHING}}}}
    problems: tuple[Problem, ...] = load_library(write_workspace(tmp_path, clinic=clinic)).problems

    assert [(found.code, found.hint) for found in problems] == [("unknown-name", f"did you mean '{TOPIC}'?")]


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Do not eat or drink for 6 hours before.", {"eating-and-drinking"}),
        ("You can eat and drink as usual.", {"eating-and-drinking"}),
        ("Drink clear fluids until 2 hours before.", {"eating-and-drinking"}),
        ("Come with an empty stomach.", {"eating-and-drinking"}),
        ("Do not drive for 48 hours.", {"driving"}),
        ("You will not be able to drive.", {"driving"}),
        ("Ask a friend to take you home.", {"escort"}),
        ("Keep taking your blood thinner.", {"blood-thinners"}),
        ("Do not stop warfarin.", {"blood-thinners"}),
        ("Do not drink alcohol for a day.", set()),
        ("Eating well helps you heal.", set()),
        ("Phone us first if you take warfarin.", set()),
        ("A nurse will take you to the ward.", set()),
        ("Our rules on food and driving are on your other sheet.", set()),
    ],
)
def test_a_sheet_speaks_of_a_decision(tmp_path: Path, text: str, slots: set[str]) -> None:
    """Advice on what is left to the clinic is recognised by its words; naming the subject is not advice."""
    block = {"kind": "paragraphs", "id": "advice", "text": text}
    library = load_library(write_workspace(tmp_path, blocks=[block]))

    assert set(find_own_advice(library.handouts[0].handout.sections)) == slots


def test_what_stands_below_do_not_is_advice_too(tmp_path: Path) -> None:
    """An item such as "Drive" is advice against it, since its list is headed "Do not"."""
    block = {
        "kind": "do-and-do-not",
        "id": "lists",
        "do": {"items": ["Drive on the left"]},
        "do-not": {"items": ["Drive for 2 days"]},
    }
    workspace = write_workspace(tmp_path, blocks=[block])
    library = load_library(workspace)
    advice = find_own_advice(library.handouts[0].handout.sections)

    assert {slot: place.line for slot, place in advice.items()} == {
        "driving": line_of(workspace, "Drive for 2 days")
    }
