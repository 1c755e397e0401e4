"""`build` on a terminal: a bar, colours, and the line that is wrong with a caret below it."""

import io
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.cells import cell_len
from rich.console import Console

from leafwright.cli import COMMANDS, cli
from tests.fakes import FakeProver, finding
from tests.workspaces import CLINIC, TOPIC, line_of, write_workspace

LEAFLET = f"{CLINIC}/{TOPIC}-leaflet-standard-en-GB.pdf"

Build = Callable[..., Result]


def _on_a_terminal(monkeypatch: pytest.MonkeyPatch, width: int = 200) -> io.StringIO:
    written = io.StringIO()
    monkeypatch.delenv("CI", raising=False)
    console = Console(
        file=written, force_terminal=True, width=width, highlight=False, markup=False, soft_wrap=True
    )
    for command in COMMANDS:
        import_module(f"leafwright.cli.{command}")  # loaded later, it would keep this console for good
    import_module("leafwright.cli.building")
    for module in ("console", "progress"):
        monkeypatch.setattr(f"leafwright.cli.{module}.findings_console", lambda: console)
    return written


def test_a_terminal_shows_a_bar_and_no_lines(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal a bar with a rate replaces the lines of sheets that passed."""
    terminal = _on_a_terminal(monkeypatch)

    result = build()

    assert "8/8" in terminal.getvalue()
    assert LEAFLET not in result.stdout


def test_a_terminal_shows_refused_sheets(
    build: Build, prover: FakeProver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Above the bar a sheet that was refused is a line."""
    terminal = _on_a_terminal(monkeypatch)
    prover.findings["leaflet"] = (finding(),)

    build()

    assert f"refused  {LEAFLET}" in terminal.getvalue()


def test_a_terminal_shows_the_line_with_a_caret(
    build: Build, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal a problem is followed by its line, with a caret under the column."""
    terminal = _on_a_terminal(monkeypatch)
    workspace = write_workspace(root, handout={"status": "finished"})
    place = f"handouts/{TOPIC}/en.yaml:{line_of(workspace, 'finished')}:9"

    build()

    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", terminal.getvalue())
    told, line, caret = plain[plain.index(place) :].splitlines()[:3]
    assert told.startswith(f"{place}: error: unknown-value:")
    assert line == "    status: finished"
    assert caret == "            ^"


def test_a_problem_without_a_line_shows_none(
    build: Build, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is not text has no line to show."""
    terminal = _on_a_terminal(monkeypatch)
    (root / f"handouts/{TOPIC}/en.yaml").write_bytes(b"\xff\xfe\x00\x00")

    assert build().exit_code == 1
    assert "not-utf-8" in terminal.getvalue()


@pytest.mark.parametrize("width", [200, 80, 50])
@pytest.mark.parametrize(
    "before", ["Ask ", "日本語の漢字 ", "A\ttab ", "Zoe\u0301 ", "日本語 " * 30, "word " * 60, "Take 🚑 "]
)
def test_the_caret_stands_below_the_word(
    root: Path, monkeypatch: pytest.MonkeyPatch, before: str, width: int
) -> None:
    """Signs two columns wide, tabs, accents of their own and cuts at both ends do not move it away."""
    terminal = _on_a_terminal(monkeypatch, width)
    block = {"kind": "paragraphs", "id": "text", "text": "Ask PLACE etc. and so on, " + "more " * 40}
    path = write_workspace(root, blocks=[block]).root / f"handouts/{TOPIC}/en.yaml"
    path.write_text(
        re.sub("text: .*PLACE ", f"text: >-\n          {before}", path.read_text("utf-8")), "utf-8"
    )

    CliRunner().invoke(cli, ["--workspace", str(root), "check", "--rule", "latin-abbreviation"])

    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", terminal.getvalue()).splitlines()
    # A sign that no font has may be told before it.
    *_, caret = (number for number, line in enumerate(plain) if line.strip() == "^")
    line, column = plain[caret - 1], len(plain[caret]) - 1
    assert cell_len(line[: line.index("etc.")]) == column
    assert all(cell_len(each) <= width for each in plain)


def test_a_narrow_terminal_breaks_lines_itself(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If nothing fits, everything is printed nevertheless."""
    terminal = _on_a_terminal(monkeypatch, 7)
    write_workspace(root, blocks=[{"kind": "paragraphs", "id": "text", "text": "Eat toast, etc."}])

    CliRunner().invoke(cli, ["--workspace", str(root), "check", "--rule", "latin-abbreviation"])

    assert "latin-abbreviation" in terminal.getvalue()
    assert "Eat toast, etc." in terminal.getvalue()


def test_a_problem_is_broken_between_words(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line longer than the terminal continues below, indented, with no word cut."""
    terminal = _on_a_terminal(monkeypatch, 80)
    write_workspace(root, blocks=[{"kind": "paragraphs", "id": "text", "text": "Eat toast, etc."}])

    CliRunner().invoke(cli, ["--workspace", str(root), "check", "--rule", "latin-abbreviation"])

    first, second = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", terminal.getvalue()).splitlines()[:2]
    whole = " ".join(f"{first} {second}".split())
    assert whole.endswith("'etc' is a Latin abbreviation; write: and so on, or end the list where it ends")
    assert second.startswith("  ")


def test_a_long_line_is_cut_to_the_terminal(
    build: Build, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a line that is wider than the terminal the part around the caret is shown."""
    terminal = _on_a_terminal(monkeypatch)
    text = "word " * 80 + "<b>bold</b>"
    write_workspace(root, blocks=[{"kind": "paragraphs", "id": "long", "text": [text]}])
    path = root / f"handouts/{TOPIC}/en.yaml"
    path.write_text(re.sub(r"title: .*", f'title: "{text}"', path.read_text("utf-8"), count=1), "utf-8")

    build()

    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", terminal.getvalue()).splitlines()
    place = next(number for number, line in enumerate(plain) if "html-in-text" in line)
    line, caret = plain[place + 1], plain[place + 2]
    assert len(line) <= 200
    assert line[caret.index("^") :].startswith("<b>")


def test_ci_gets_lines_even_where_colour_is_forced(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """In CI there is no bar, though many set up their log to look like a terminal."""
    _on_a_terminal(monkeypatch)
    monkeypatch.setenv("CI", "true")

    assert f"built    {LEAFLET}" in build().stdout


def test_a_terminal_shows_no_sign_that_it_would_obey(
    build: Build, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The faulty line may contain such characters: they are shown, and the caret is below the right one."""
    terminal = _on_a_terminal(monkeypatch)
    path = root / f"handouts/{TOPIC}/en.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("status: example", "status: ::error::\u202e\x07"), "utf-8")

    build()

    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", terminal.getvalue())
    line = next(line for line in plain.splitlines() if "<U+0007>" in line and "status:" in line)
    caret = plain.splitlines()[plain.splitlines().index(line) + 1]
    assert line == "    status: <U+003A>:error::<U+202E><U+0007>"
    assert caret.index("^") == line.index("<U+0007>")
    assert not set("\x07\u202e") & set(plain)


@pytest.mark.parametrize(("patience", "shown"), [(0.0, True), (3600.0, False)])
def test_a_long_check_shows_its_progress(
    root: Path, monkeypatch: pytest.MonkeyPatch, patience: float, *, shown: bool
) -> None:
    """A check that takes longer than somebody waits has a bar, and a short one has none."""
    terminal = _on_a_terminal(monkeypatch)
    monkeypatch.setattr("leafwright.cli.progress.PATIENCE", patience)

    CliRunner().invoke(cli, ["--workspace", str(root), "check"])

    assert ("Checking" in terminal.getvalue() and "1/1" in terminal.getvalue()) is shown


def test_a_long_verification_shows_its_progress(
    build: Build, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each sheet that is verified is counted."""
    build("--quiet")
    terminal = _on_a_terminal(monkeypatch)
    monkeypatch.setattr("leafwright.cli.progress.PATIENCE", 0.0)

    CliRunner().invoke(cli, ["--workspace", str(root), "verify"])

    assert "Verifying" in terminal.getvalue()
    assert "8/8" in terminal.getvalue()


def test_no_bar_is_left_in_the_log_of_a_host(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In CI nobody watches, even where the host pretends to be a terminal."""
    terminal = _on_a_terminal(monkeypatch)
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr("leafwright.cli.progress.PATIENCE", 0.0)

    CliRunner().invoke(cli, ["--workspace", str(root), "check"])

    assert "Checking" not in terminal.getvalue()
