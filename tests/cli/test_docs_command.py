"""`docs`: the pages of the documentation, wherever Leafwright is installed."""

from pathlib import Path

import pytest
from click.shell_completion import BashComplete
from click.testing import CliRunner, Result

from leafwright.cli import cli

DOCS = Path(__file__).resolve().parents[2] / "docs"


def _run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["docs", *words])


def test_every_page_is_listed_with_its_title() -> None:
    """The names are those that the command takes."""
    lines = _run().stdout.splitlines()

    assert [line.split()[0] for line in lines] == sorted(path.stem for path in DOCS.glob("*.md"))
    assert "own-folder    A folder of your own" in lines


@pytest.mark.parametrize("name", ["translating", "Translating", "docs/translating.md"])
def test_a_page_is_printed(name: str) -> None:
    """By its name, or as messages and links name its file."""
    assert _run(name).stdout.rstrip("\n") == (DOCS / "translating.md").read_text("utf-8").rstrip("\n")


def test_the_path_of_a_page_is_printed() -> None:
    """That of the folder without a name."""
    assert _run("ci", "--path").stdout == f"{DOCS / 'ci.md'}\n"
    assert _run("--path").stdout == f"{DOCS}\n"


def test_a_page_that_is_not_there_is_a_mistake_of_usage() -> None:
    """The one that was probably meant is named."""
    done = _run("brandin")

    assert done.exit_code == 2
    assert "there is no page 'brandin': did you mean 'branding'?" in done.stderr


def test_a_shell_completes_pages() -> None:
    """Names that begin with what is typed."""
    found = BashComplete(cli, {}, "leafwright", "_LEAFWRIGHT_COMPLETE").get_completions(["docs"], "tra")

    assert [item.value for item in found] == ["translating"]
