"""`check` remembers what it found, and looks again as soon as anything changes that it may depend on."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leafwright.cli import cli
from leafwright.cli.checked import UNSURE, Checked, CheckMemory
from leafwright.problems import Place, Problem
from tests.workspaces import CLINIC, TOPIC, write_workspace

EN = f"handouts/{TOPIC}/en.yaml"
CLINIC_FILE = f"clinics/{CLINIC}/clinic.yaml"
LATIN = {"kind": "paragraphs", "id": "latin", "text": "Eat toast, etc. Rest for a while."}


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Write a workspace with a finding, and give what checks it with a cache of its own."""
    monkeypatch.setenv("LEAFWRIGHT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "200")
    root = tmp_path / "workspace"
    write_workspace(root, blocks=[LATIN])
    words = ["--workspace", str(root), "check", "--as-of", "2026-12-01"]
    return lambda *further: CliRunner().invoke(cli, [*words, *further])


def _change(path: Path, before: str, after: str) -> None:
    text, count = re.subn(before, after, path.read_text("utf-8"), count=1)
    assert count == 1
    path.write_text(text, "utf-8")


def _forget(tmp_path: Path) -> None:
    for path in (tmp_path / "cache/checks").iterdir():
        path.unlink()


def test_the_same_files_are_not_read_again(
    check: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second check gives the same output and status without a library, in every format."""
    first, listed = check("--fail-on", "warning"), check("--format", "json")
    monkeypatch.delattr("leafwright.cli.check.load_library")

    second = check("--fail-on", "warning")

    assert "latin-abbreviation" in first.stderr
    assert (second.stdout, second.stderr, second.exit_code) == (first.stdout, first.stderr, 1)
    assert check("--format", "json").stdout == listed.stdout


def _add_words(root: Path) -> None:
    (root / "words").mkdir(exist_ok=True)
    (root / "words/en-GB.yaml").write_text("nothing: here\n", "utf-8")


def _nothing(_root: Path) -> None:
    """Change no file."""


CHANGES: dict[str, tuple[Callable[[Path], None], tuple[str, ...]]] = {
    "a handout": (lambda root: _change(root / EN, "Eat toast, etc", "Eat toast"), ()),
    "a file of words": (_add_words, ()),
    "an option of a rule": (
        lambda root: _change(root / CLINIC_FILE, r"\Z", "rules: {long-sentence: {most: 2}}\n"),
        (),
    ),
    "a profile": (lambda root: _change(root / CLINIC_FILE, r"\Z", "profile: strict\n"), ()),
    "the day": (_nothing, ("--as-of", "2041-01-01")),
    "the rules that are asked for": (_nothing, ("--rule", "long-sentence")),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_seen(what: str, check: Callable[..., Result], tmp_path: Path) -> None:
    """What is found then is what a check without a memory finds, and not what was found before."""
    change, options = CHANGES[what]
    before = check()
    change(tmp_path / "workspace")

    after = check(*options)
    _forget(tmp_path)
    cold = check(*options)

    assert (after.stdout, after.stderr, after.exit_code) == (cold.stdout, cold.stderr, cold.exit_code)
    assert after.stderr != before.stderr


@pytest.mark.parametrize("code", sorted(UNSURE))
def test_what_a_slow_machine_may_cause_is_not_remembered(code: str, tmp_path: Path) -> None:
    """A picture or a font that took too long on a busy machine is tried again by the next check."""
    memory = CheckMemory(path=tmp_path / "check.json", inputs="inputs")
    problem = partial(Problem, place=Place(file="a.yaml"), message="what is wrong")

    memory.keep(Checked(problems=(problem(code=code),), files=(), withheld=0, sheets=1, clinics=1))
    assert memory.find() is None

    kept = Checked(
        problems=(problem(code="long-sentence"),), files=("a.yaml",), withheld=0, sheets=1, clinics=1
    )
    memory.keep(kept)
    assert memory.find() == kept
