"""Reviews: counted from the given day."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from leafwright.cli import cli
from leafwright.library import load_library
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_content
from tests.workspaces import write_workspace

RULES = ("review-due-soon", "review-overdue")


def _messages(root: Path, day: date) -> list[str]:
    library = load_library(write_workspace(root))
    ask = RuleOptions(as_of=day, profile="uk-nhs", rules=RULES)
    return [f"{found.code}: {found.message}" for found in run_content(library, library.handouts[0], ask)]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2028, 8, 2), None),
        (date(2028, 8, 3), "review-due-soon: the review is due on 2028-11-01, in 90 days"),
        (date(2028, 10, 31), "review-due-soon: the review is due on 2028-11-01, tomorrow"),
        (date(2028, 11, 1), "review-due-soon: the review is due on 2028-11-01, today"),
        (date(2028, 11, 2), "review-overdue: the review was due on 2028-11-01, 1 day ago"),
        (date(2031, 11, 2), "review-overdue: the review was due on 2028-11-01, 1,096 days ago"),
    ],
)
def test_a_review_is_near_then_overdue(tmp_path: Path, day: date, told: str | None) -> None:
    """On no day are both reported, and on the day itself it is not overdue."""
    assert _messages(tmp_path, day) == ([told] if told else [])


@pytest.mark.parametrize(("day", "status"), [("2028-11-01", 0), ("2028-11-02", 1)])
def test_the_day_can_be_asked_for(tmp_path: Path, day: str, status: int) -> None:
    """Under strict an overdue review ends a check with status 1, on the day it is asked for."""
    write_workspace(tmp_path)
    words = ("check", "--rule", "review-overdue", "--profile", "strict", "--as-of", day)

    assert CliRunner().invoke(cli, ["--workspace", str(tmp_path), *words]).exit_code == status
