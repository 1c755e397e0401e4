"""Every rule: its page has the form, its Bad examples fire where they say, its Good ones are silent."""

from pathlib import Path

import pytest

from leafwright.rules.profile import load_profile, profile_names
from leafwright.rules.rule import find_codes, find_rule
from tests.rules.examples import PRINTED, judge, write_example

CODES = tuple(find_codes())
BAD = [(code, number) for code in CODES for number in range(len(find_rule(code).page.bad))]
GOOD = [(code, number) for code in CODES for number in range(len(find_rule(code).page.good))]


@pytest.mark.parametrize(("code", "number"), BAD)
def test_a_bad_example_fires_at_its_marked_lines(code: str, number: int, tmp_path: Path) -> None:
    """Each marked line of a Bad example has a finding of the rule, and no other line has.

    What is no line's fault is a printed sheet's; the example of such a rule has no mark.
    """
    rule = find_rule(code)
    example = write_example(tmp_path, rule.folder, rule.page.bad[number])

    found = judge(rule, example)

    assert {problem.code for problem in found} == {code}
    lines = {(example.file, line) for line in example.marked}
    assert {(problem.place.file, problem.place.line) for problem in found} == (lines or {(PRINTED, 1)})


@pytest.mark.parametrize(("code", "number"), GOOD)
def test_a_good_example_is_silent(code: str, number: int, tmp_path: Path) -> None:
    """A Good example has no finding of the rule."""
    rule = find_rule(code)

    assert judge(rule, write_example(tmp_path, rule.folder, rule.page.good[number])) == []


@pytest.mark.parametrize("code", CODES)
def test_a_rule_is_set_by_every_profile(code: str) -> None:
    """Each profile sets each rule, if only to off, and some profile has it on."""
    profiles = [load_profile(name) for name in profile_names()]

    assert all(code in profile.file.rules for profile in profiles)
    assert any(profile.find(code) for profile in profiles)


@pytest.mark.parametrize("name", profile_names())
def test_a_profile_is_sorted_and_sound(name: str) -> None:
    """A profile lists its rules by name, knows each, and gives each what it takes."""
    profile = load_profile(name)

    for code in profile.file.rules:
        profile.find(code)
    assert list(profile.file.rules) == sorted(profile.file.rules)
    assert set(profile.file.rules) <= set(CODES)
