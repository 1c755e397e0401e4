"""A rule is an error or a warning only if it was right on texts in which each fault is marked."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from leafwright.resources import PACKAGE
from leafwright.rules.profile import load_profile, profile_names
from leafwright.rules.rule import find_codes
from tests.rules.corpus import HERE, SEEN, UNSEEN, read_corpus
from tests.rules.precision import Outcome, measure, measured_codes

LEAST = 0.9
ENOUGH = 8
"""A rule that found less has not shown what it does, and is advice like one that is often wrong."""

pytestmark = pytest.mark.xdist_group("precision")


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Find once what the rules make of the texts they were put right on."""
    return measure(tmp_path_factory.mktemp("seen"), read_corpus(SEEN))


@pytest.fixture(scope="module")
def unseen(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Find once what the rules make of the others."""
    return measure(tmp_path_factory.mktemp("unseen"), read_corpus(UNSEEN))


@pytest.mark.parametrize("folder", [SEEN, UNSEEN], ids=["seen", "unseen"])
def test_there_are_texts_enough(folder: Path) -> None:
    """They have names of their own, and many have nothing wrong with them."""
    samples = read_corpus(folder)

    assert len({sample.name for sample in samples}) == len(samples) >= 60
    assert sum(not sample.faults for sample in samples) >= 20


@pytest.mark.parametrize("folder", [SEEN, UNSEEN], ids=["seen", "unseen"])
def test_labels_name_rules_and_words_that_there_are(folder: Path) -> None:
    """A mistake in a label would look like a fault that a rule missed."""
    for sample in read_corpus(folder):
        written = " ".join(str({**sample.written, "faults": ""}).replace("\\n", " ").replace("*", "").split())
        words = [part for labels in sample.faults.values() for label in labels for part in label]

        assert set(sample.faults) <= set(find_codes()), sample.name
        assert [each for each in words if each.lstrip("@") not in written and each != HERE] == [], sample.name


def test_every_rule_that_reads_is_measured() -> None:
    """No rule of the content or the library that any profile makes more of than advice is left out."""
    there = find_codes()
    heavy = {
        code
        for name in profile_names()
        for code, setting in load_profile(name).file.rules.items()
        if there[code] in {"content", "text", "library"} and setting.severity in {"warning", "error"}
    }

    assert heavy <= set(measured_codes())


@pytest.mark.parametrize("code", measured_codes())
def test_a_rule_is_right_or_advice(code: str, seen: Outcome, unseen: Outcome) -> None:
    """No profile makes more of a rule than it has earned."""
    hits = (*seen.hits_of(code), *unseen.hits_of(code))
    wrong = [hit for hit in hits if not hit.right]
    severities = {load_profile(name).file.rules[code].severity for name in profile_names()}

    earned = len(hits) >= ENOUGH and len(hits) - len(wrong) >= LEAST * len(hits)
    assert earned or severities <= {"off", "advice"}, wrong


def test_what_was_measured_is_recorded(
    seen: Outcome, unseen: Outcome, golden: Callable[[Path, str], None]
) -> None:
    """The table in docs/rules.md is made of a run over the texts and the rules as they are now."""
    lines = [
        "# How often each rule is right on the texts of its test, which writes this with --update.",
        *_recorded("seen", len(read_corpus(SEEN)), seen),
        *_recorded("unseen", len(read_corpus(UNSEEN)), unseen),
    ]

    golden(PACKAGE / "rules" / "measured.yaml", "\n".join(lines) + "\n")


def _recorded(name: str, texts: int, outcome: Outcome) -> Iterator[str]:
    yield f"{name}:"
    yield f"  texts: {texts}"
    yield "  rules:"
    for code in measured_codes():
        hits, missed = outcome.hits_of(code), len(outcome.misses_of(code))
        right = sum(hit.right for hit in hits)
        yield f"    {code}: {{fired: {len(hits)}, right: {right}, missed: {missed}}}"
