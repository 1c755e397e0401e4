"""Translations as the rules read them: what is judged, by whose profile, and what silences do."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from leafwright.cli import cli
from leafwright.library import TranslationFile, load_library
from leafwright.problems import Problem, Severity, fold_problems
from leafwright.rules.bilingual import read_translation
from leafwright.rules.choice import RuleChoice, RuleOptions
from leafwright.rules.number_differences import LanguageText, compare
from leafwright.rules.run import run_rules
from leafwright.workspace import Workspace
from tests.translations import NAME, make_translation, write_translation
from tests.workspaces import CLINIC_FILE, TOPIC, line_of, read_examples, write_workspace
from tools.bench.libraries import MEASURED, write_translated

RULES = ("changed-number", "stale-block", "missing-block")
BLOCKS = [
    {"kind": "key-message", "id": "first", "text": "Wait for 2 days."},
    {"kind": "key-message", "id": "second", "text": "Wait for 3 days."},
]
SILENCE = [{"rule": "changed-number", "reason": "a word is natural here"}]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Write a workspace with two texts that have numbers."""
    return write_workspace(tmp_path, blocks=BLOCKS)


def run(workspace: Workspace, *rules: str, profile: str | None = None) -> list[Problem]:
    """Run some rules over a workspace that has no problems of its own."""
    library = load_library(workspace)
    assert not library.problems, "\n".join(map(str, library.problems))
    return list(
        run_rules(library, RuleOptions(as_of=date(2027, 1, 1), profile=profile, rules=rules or RULES))
    )


def translate(workspace: Workspace, first: str, **changes: Any) -> None:
    """Write a translation that is whole and current, with other words for the first text."""
    translation = make_translation(workspace)
    translation["parts"]["first"] |= {"words": {"text": first}, **changes}
    write_translation(workspace, translation)


def test_a_changed_number_is_reported_where_it_stands(workspace: Workspace) -> None:
    """The place is that of the number in the words."""
    translate(workspace, "Espere 5 días.")
    (found,) = run(workspace)

    assert (found.code, found.place.file) == ("changed-number", NAME)
    assert found.place.line == line_of(workspace, "Espere 5", NAME)


@pytest.mark.parametrize("profile", ["strict", "uk-nhs", "us-plain"])
def test_a_changed_number_is_an_error_to_everybody(workspace: Workspace, profile: str) -> None:
    """No profile lets a wrong number pass."""
    translate(workspace, "Espere 5 días.")
    (found,) = run(workspace, profile=profile)

    assert found.severity is Severity.ERROR


def test_a_part_can_be_silenced(workspace: Workspace) -> None:
    """A silence with a reason counts for its own part."""
    translate(workspace, "Espere dos días.", silence=SILENCE)

    assert run(workspace) == []


def test_a_silence_holds_for_no_other_part(workspace: Workspace) -> None:
    """What follows the part is read, and the silence that answers nothing is reported."""
    translation = make_translation(workspace)
    translation["parts"]["first"]["silence"] = SILENCE
    translation["parts"]["second"]["words"]["text"] = "Espere 5 días."
    write_translation(workspace, translation)

    assert {problem.code for problem in run(workspace)} == {"changed-number", "idle-silence"}


def test_a_silence_waits_for_its_part(workspace: Workspace) -> None:
    """While a part is stale no other rule reads it, and its silence is not called idle."""
    translate(workspace, "Espere dos días.", silence=SILENCE, **{"made-from": "0" * 12})

    assert [problem.code for problem in run(workspace)] == ["stale-block"]


@pytest.mark.parametrize(("made_from", "told"), [("0" * 12, True), ("abcdefgh", False)])
def test_a_fingerprint_of_a_whole_part_is_explained(
    workspace: Workspace, made_from: str, *, told: bool
) -> None:
    """An earlier release wrote it, and it does not tell which texts changed."""
    translate(workspace, "Espere 2 días.", **{"made-from": made_from})
    (found,) = run(workspace)

    assert ("does not tell which texts changed" in found.hint) is told


def test_a_handout_made_by_a_translation_is_not_read_as_english(workspace: Workspace) -> None:
    """The rules for what a leaflet says read what is written, not what a translation makes of it."""
    translate(workspace, f"Espere {'muchos ' * 30} 2 días.")

    assert run(workspace, "long-sentence") == []


def test_the_profile_of_the_clinic_that_prints_it_counts(workspace: Workspace) -> None:
    """A clinic that prints only English has no say in the Spanish."""
    translate(workspace, "Espere 2 días.", todo=True)
    (found,) = run(workspace)
    (strict,) = run(workspace, profile="strict")

    assert (found.severity, strict.severity) == (Severity.WARNING, Severity.ERROR)


def test_what_a_clinic_says_for_itself_is_compared_too(tmp_path: Path) -> None:
    """A decision must not be another one in another language."""
    clinic = {
        "decisions": {"driving": {"en": "Do not drive for 24 hours.", "es": "No conduzca durante 12 horas."}},
        "disclaimer": {"en": "Example.", "es": "Ejemplo."},
        "prints": {**dict(CLINIC_FILE)["prints"], "languages": ["en-GB", "es"]},
    }
    workspace = write_workspace(tmp_path, blocks=BLOCKS, clinic=clinic)
    write_translation(workspace)
    (found,) = run(workspace)

    assert "'24 hours' of the source is '12 horas' here" in found.message
    assert found.place.file.endswith("clinic.yaml")


def test_a_language_without_words_is_reported(tmp_path: Path) -> None:
    """A translation without a words file cannot be printed."""
    workspace = write_workspace(tmp_path, blocks=BLOCKS)
    translation = make_translation(workspace, language="eo", translator={"en": "A", "eo": "B"})
    write_translation(workspace, translation)
    (workspace.root / NAME).rename((workspace.root / NAME).with_name("eo.yaml"))
    (found,) = run(workspace, "missing-phrase")

    assert found.message == "there is no words file for 'eo'"


EXAMPLES = read_examples()


@pytest.mark.parametrize("file", EXAMPLES.translations, ids=lambda file: file.name)
def test_no_digit_of_the_examples_can_change_unseen(file: TranslationFile) -> None:
    """Each digit of the bundled translations is reported if it becomes another one."""
    unseen = []
    for pair in read_translation(file, EXAMPLES).pairs:
        for digit in re.finditer(r"\d", pair.translated):
            other = (int(digit[0]) + 1) % 10
            words = f"{pair.translated[: digit.start()]}{other}{pair.translated[digit.end() :]}"
            source, changed = (
                LanguageText(text=pair.source_plain, language="en"),
                LanguageText(text=words, language=file.language),
            )
            unseen += [] if compare(source, changed) else [words]

    assert unseen == []


def test_a_translation_just_begun_drowns_nothing(tmp_path: Path) -> None:
    """People read how much is left to do and where it begins; a program gets each part at its place."""
    root = ["--workspace", str(write_workspace(tmp_path, blocks=BLOCKS).root)]
    CliRunner().invoke(cli, [*root, "translate", TOPIC, "fr", "--translator", "A"])
    check = [*root, "check", "--rule", "missing-block"]
    told, tally = CliRunner().invoke(cli, check).stderr.splitlines()
    found = json.loads(CliRunner().invoke(cli, [*check, "--format", "json"]).stdout)["problems"]

    place, _, said = told.partition(": ")
    assert said.startswith(
        f"warning: missing-block: {len(found)} of {len(found)} parts lack words, the first here; write"
    )
    assert place == f"handouts/{TOPIC}/fr.yaml:{found[0]['line']}:{found[0]['column']}"
    assert tally.startswith("1 ")
    assert len({each["line"] for each in found}) == len(found) > 3


def test_a_few_parts_are_reported_each_for_itself(workspace: Workspace) -> None:
    """Two parts that lack words are two findings, because each can be corrected at once."""
    translation = make_translation(workspace)
    for name in ("first", "second"):
        del translation["parts"][name]
    write_translation(workspace, translation)

    assert len(fold_problems(run(workspace))) == 2


def test_the_texts_of_clinics_that_are_read_once_give_the_same_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two clinics and three translations find what they find if each translation reads the clinics again."""
    write_translated(tmp_path, 3)
    for clinic in MEASURED:
        path = tmp_path / "clinics" / clinic / "clinic.yaml"
        text = path.read_text("utf-8")
        path.write_text(text.replace("24 horas", "25 horas").replace("10 días", "11 días"), "utf-8")
    library, options = load_library(Workspace(root=tmp_path)), RuleOptions(as_of=date(2027, 1, 1))
    once = run_rules(library, options)

    monkeypatch.setattr(RuleChoice, "is_first", lambda *_names: True)

    assert run_rules(library, options) == once
    assert "clinics/cedar-hollow/clinic.yaml" in {
        problem.place.file for problem in once if problem.code == "changed-number"
    }
