"""A sheet without a number that its variant needs: the message helps."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from leafwright.library import load_library
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_content
from tests.workspaces import write_workspace

OPTIONS = RuleOptions(as_of=date(2026, 11, 29), rules=("missing-contact",))


def _warning(level: str, lines: list[str] | None = None) -> dict[str, Any]:
    words = {"heading": "If it gets worse", "action": "Tell us since when."}
    named = {"lines": lines} if lines else {}
    return {"kind": "warning", "id": f"worse-{level}", "level": level, **words, **named}


CONTACTS = {"kind": "contacts", "id": "card"}
LEAFLET = {"variants": {"leaflet": {"sections": ["part"]}}}
ALL = ["department", "out-of-hours", "emergency"]
REMEDIES = [
    ("emergency", "of level call or today", _warning("call")),
    ("emergency", "of level call or today", _warning("today")),
    ("emergency", "lines: [department, out-of-hours]", _warning("see", ALL[:2])),
    ("call", "of level emergency", _warning("emergency")),
    ("call", "lines: [emergency]", _warning("see", ALL[2:])),
    ("advice", "lines: [department, out-of-hours, emergency]", _warning("see", ALL)),
    ("advice", "kind: contacts", CONTACTS),
]


@pytest.mark.parametrize(("level", "hint", "added"), REMEDIES)
def test_what_is_advised_adds_the_numbers_that_are_missing(
    tmp_path: Path, level: str, hint: str, added: dict[str, Any]
) -> None:
    """Whatever is offered prints every number that the sheet lacks beside its warning of a level."""
    (told,) = _found(tmp_path / "before", [_warning(level)])

    assert hint in told
    assert _found(tmp_path / "after", [_warning(level), added]) == []


@pytest.mark.parametrize("level", ["advice", "call", "emergency"])
def test_no_level_is_offered_that_lacks_a_number(tmp_path: Path, level: str) -> None:
    """An emergency warning prints the emergency number alone; no level prints all three."""
    (told,) = _found(tmp_path, [_warning(level)])

    offered = re.findall(r"of level ([a-z ]+),", told)

    assert offered == {"advice": [], "call": ["emergency"], "emergency": ["call or today"]}[level]


def _found(root: Path, blocks: list[dict[str, Any]]) -> list[str]:
    library = load_library(write_workspace(root, handout=LEAFLET, blocks=blocks))
    assert library.problems == ()
    return [problem.text for problem in run_content(library, library.handouts[0], OPTIONS)]
