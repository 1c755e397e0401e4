"""A rule that is right less than nine times in ten on the texts of precision/ is advice at most."""

from collections.abc import Callable
from pathlib import Path

import pytest

from leafwright.resources import PACKAGE
from leafwright.rules.profile import load_profile, profile_names
from tests.rules.precision import measure, texts

LEAST = 0.9
ENOUGH = 5
"""So few findings say nothing of how often a rule is right."""


def test_there_are_texts_enough() -> None:
    """They are of many kinds, and some have nothing wrong with them."""
    names = dict(texts())

    assert len(names) >= 60
    assert len({name.partition("/")[0] for name in names}) >= 10
    assert sum(not text["faults"] for text in names.values()) >= 30


@pytest.mark.parametrize("code", sorted(measure()))
def test_a_rule_is_right_or_advice(code: str) -> None:
    """No profile makes more of a rule than it has earned."""
    score = measure()[code]
    severities = {load_profile(name).file.rules[code].severity for name in profile_names()}

    assert score.precision >= LEAST or score.fired < ENOUGH or severities <= {"off", "advice"}, score.wrong


def test_what_was_measured_is_recorded(golden: Callable[[Path, str], None]) -> None:
    """The table in docs/rules.md is made of a run over the texts as they are now."""
    lines = [
        "# How often each rule is right on the texts of precision/; written by their test, with --update.",
        f"texts: {len(dict(texts()))}",
        "rules:",
    ]
    for code, score in sorted(measure().items()):
        missed = len(score.missed)
        lines.append(f"  {code}: {{fired: {score.fired}, right: {score.right}, missed: {missed}}}")

    golden(PACKAGE / "rules" / "measured.yaml", "\n".join(lines) + "\n")
