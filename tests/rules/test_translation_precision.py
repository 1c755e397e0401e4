"""A rule on translations is an error or a warning only if it was right where each fault is marked."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeAlias

import pytest
import yaml

from leafwright.library import load_library
from leafwright.resources import PACKAGE
from leafwright.rules.choice import RuleOptions
from leafwright.rules.profile import load_profile, profile_names
from leafwright.rules.run import run_translation
from tests.rules.pairs import write_bilingual

FOLDER: Final = Path(__file__).parent / "bilingual"
CODES: Final = ("changed-number", "swapped-numbers", "untranslated-text", "wrong-script")
"""The rules that judge words; the others compare what needs no judgement."""
LOTS: Final = ("seen", "unseen")
"""Samples on which the rules were put right, and those written after that, on which none was."""
LEAST: Final = 0.9
ENOUGH: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A text and a translation of it, with the rules that should report it."""

    language: str
    source: str
    words: str
    faults: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A sample and the rules that reported it."""

    sample: Sample
    told: frozenset[str]


Outcomes: TypeAlias = dict[str, tuple[Outcome, ...]]


def read_samples(lot: str) -> Iterator[Sample]:
    """Go through the samples of a lot, in the order of their files."""
    for path in sorted((FOLDER / lot).glob("*.yaml")):
        for written in yaml.safe_load_all(path.read_text("utf-8")):
            for pair in written["pairs"]:
                yield Sample(
                    language=written["language"],
                    source=pair["en"],
                    words=pair["words"],
                    faults=frozenset(pair.get("faults", ())),
                )


def _judge(root: Path, language: str, samples: list[Sample]) -> Iterator[Outcome]:
    """Read the samples of one language by every measured rule."""
    parts: dict[str, Any] = {
        f"part-{number}": {"words": {"text": sample.words}, "source": {"text": sample.source}}
        for number, sample in enumerate(samples)
    }
    lines = [f"language: {language}", "parts:"]
    for name, part in parts.items():
        lines += [f"  {name}:", *(f"    {key}: {json.dumps(value)}" for key, value in part.items())]
    example = write_bilingual(root, "\n".join(lines))
    library = load_library(example.workspace)
    assert not library.problems, library.problems
    (file,) = library.translations
    found = run_translation(library, file, RuleOptions(as_of=date(2027, 1, 1), profile="strict", rules=CODES))
    places = {
        words.place.line: name
        for name, part in file.translation.parts.items()
        for words in part.words.values()
        if words.place
    }
    told = {(places[problem.place.line], problem.code) for problem in found}
    for name, sample in zip(parts, samples, strict=True):
        yield Outcome(sample=sample, told=frozenset(code for there, code in told if there == name))


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Outcomes:
    """Find once what the rules make of all samples."""
    return {
        lot: tuple(
            outcome
            for language in sorted({sample.language for sample in read_samples(lot)})
            for outcome in _judge(
                tmp_path_factory.mktemp(f"{lot}-{language}"),
                language,
                [sample for sample in read_samples(lot) if sample.language == language],
            )
        )
        for lot in LOTS
    }


def _count(code: str, outcomes: Iterable[Outcome]) -> tuple[int, int, int]:
    """Count how often a rule reported a sample, was right, and missed one."""
    fired = right = missed = 0
    for outcome in outcomes:
        told, marked = code in outcome.told, code in outcome.sample.faults
        fired, right, missed = fired + told, right + (told and marked), missed + (marked and not told)
    return fired, right, missed


@pytest.mark.parametrize("lot", LOTS)
def test_there_are_samples_enough(lot: str) -> None:
    """Many have nothing wrong with them, and labels name rules that are measured."""
    samples = tuple(read_samples(lot))

    assert sum(not sample.faults for sample in samples) >= 40
    assert {code for sample in samples for code in sample.faults} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_rule_is_right_or_advice(code: str, outcomes: Outcomes) -> None:
    """No profile makes more of a rule than it has earned."""
    every = [outcome for lot in LOTS for outcome in outcomes[lot]]
    fired, right, _ = _count(code, every)
    severities = {load_profile(name).file.rules[code].severity for name in profile_names()}
    wrong = [each.sample for each in every if code in each.told - each.sample.faults]

    assert (fired >= ENOUGH and right >= LEAST * fired) or severities <= {"off", "advice"}, wrong


def test_what_was_measured_is_recorded(outcomes: Outcomes, golden: Callable[[Path, str], None]) -> None:
    """The table in docs/rules.md is made of a run over the samples and the rules as they are now."""
    lines = [
        "# How often rules are right on the translations of their test, which writes this with --update."
    ]
    for lot in LOTS:
        lines += [f"{lot}:", f"  texts: {len(outcomes[lot])}", "  rules:"]
        for code in CODES:
            fired, right, missed = _count(code, outcomes[lot])
            lines.append(f"    {code}: {{fired: {fired}, right: {right}, missed: {missed}}}")

    golden(PACKAGE / "rules" / "measured-translations.yaml", "\n".join(lines) + "\n")
