"""What the page receives: findings with a way to their lines, and nothing that is not plain."""

import json
from pathlib import Path

import pytest

from leafwright.preview.choice import SheetChoice
from leafwright.preview.presenter import EDITORS, Presenter
from leafwright.preview.rebuild import Rebuilder
from leafwright.preview.viewers import PreviewUpdate
from leafwright.problems import ContentError, Place, Problem, Severity
from leafwright.workspace import Workspace
from tests.workspaces import CLINIC, TOPIC, write_workspace

FILE = f"handouts/{TOPIC}/en.yaml"


@pytest.fixture
def presenter(workspace: Workspace) -> Presenter:
    """Report without an editor."""
    return Presenter(workspace=workspace)


def _problem(file: str = FILE, line: int = 2, column: int = 10, **changes: str | Severity) -> Problem:
    told = {"code": "odd", "message": "something is wrong", **changes}
    return Problem(place=Place(file=file, line=line, column=column), **told)  # type: ignore[arg-type]  # fields as each test names them


def test_a_finding_leads_to_its_line(presenter: Presenter) -> None:
    """Without an editor, the link shows the file as lines, at the line."""
    (finding,) = presenter.findings([_problem()])

    assert finding["place"] == f"{FILE}:2"
    assert finding["address"] == f"source/?file={FILE}#L2"


@pytest.mark.parametrize("editor", EDITORS)
def test_an_editor_is_asked_for_file_and_line(workspace: Workspace, editor: str) -> None:
    """With an editor given, the link opens it."""
    (finding,) = Presenter(workspace=workspace, editor=EDITORS[editor]).findings([_problem(line=7)])

    assert finding["address"].startswith(editor)
    assert str(workspace.root / FILE) in finding["address"]
    assert "7" in finding["address"].removeprefix(editor).replace(str(workspace.root), "")


def test_a_path_is_escaped_for_an_editor(tmp_path: Path) -> None:
    """A folder with a space, a percent sign or a question mark does not spoil the address."""
    workspace = write_workspace(tmp_path / "a b%c?d")
    (finding,) = Presenter(workspace=workspace, editor=EDITORS["vscode"]).findings([_problem()])

    assert "/a%20b%25c%3Fd/handouts/" in finding["address"]


@pytest.mark.parametrize(
    "file",
    ["handouts/", "handouts/none/en.yaml", f"clinics/{CLINIC}/../../../secret.yaml", "/etc/passwd", ""],
)
def test_what_is_no_file_has_no_way(presenter: Presenter, file: str) -> None:
    """A finding on a folder, on a missing file or on one outside is shown without a link."""
    (finding,) = presenter.findings([_problem(file=file)])

    assert (finding["address"], finding["excerpt"]) == ("", None)


def test_the_line_is_cut_where_the_finding_points(presenter: Presenter) -> None:
    """The excerpt says where on the line to look."""
    (finding,) = presenter.findings([_problem(line=2, column=10)])

    excerpt = finding["excerpt"]
    assert excerpt["before"] == "summary: "
    assert excerpt["after"] == "What you can do about a sore knee."


def test_a_long_line_is_shortened(workspace: Workspace, presenter: Presenter) -> None:
    """Of a line as long as a paragraph only what is near is shown."""
    (workspace.root / FILE).write_text(f"title: {'a' * 200} here {'b' * 200}", "utf-8")
    (finding,) = presenter.findings([_problem(line=1, column=209)])

    assert finding["excerpt"]["before"].startswith("…a")
    assert finding["excerpt"]["after"].startswith("here b")
    assert finding["excerpt"]["after"].endswith("b…")


def test_the_weightiest_comes_first(presenter: Presenter) -> None:
    """Errors come before warnings, warnings before advice."""
    found = [_problem(severity=severity) for severity in (Severity.ADVICE, Severity.ERROR, Severity.WARNING)]

    told = [finding["severity"] for finding in presenter.findings(found)]
    assert told == ["error", "warning", "advice"]


def test_findings_of_the_shown_topic_are_before_those_of_the_clinic(presenter: Presenter) -> None:
    """What its clinic lacks, perhaps in another language, is said after them; an error is still first."""
    clinic = f"clinics/{CLINIC}/clinic.yaml"
    problems = [
        _problem(file=clinic, severity=Severity.WARNING),
        _problem(severity=Severity.WARNING),
        _problem(file=clinic),
    ]

    told = [finding["place"].rpartition(":")[0] for finding in presenter.findings(problems, topic=TOPIC)]

    assert told == [clinic, FILE, clinic]


def test_a_rule_says_why(presenter: Presenter) -> None:
    """What a rule found brings the rule's reason along."""
    (finding,) = presenter.findings([_problem(code="hard-word")])

    assert finding["why"]


def test_updates_are_plain_values(presenter: Presenter, rebuilder: Rebuilder) -> None:
    """Everything that is shown can be written as JSON."""
    shown = rebuilder.rebuild(SheetChoice(topic=TOPIC))
    told = [
        presenter.present(update)
        for update in (
            PreviewUpdate(),
            PreviewUpdate(shown=shown, saved=2.5),
            PreviewUpdate(fault=ZeroDivisionError("division by zero")),
            PreviewUpdate(fault=ContentError((_problem(),))),
        )
    ]

    assert json.loads(json.dumps(told)) == told
    assert [next(iter(values)) for values in told] == ["rebuilding", "choice", "fault", "findings"]
    assert told[1]["saved"] == 2500
    assert "ZeroDivisionError: division by zero" in told[2]["fault"]
