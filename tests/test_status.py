"""The state of a library: the table, its files and the calendar of reviews."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from leafwright.build import BuildRequest
from leafwright.cli import cli
from leafwright.ical import as_ical
from leafwright.library import Library, load_library
from leafwright.resources import shared
from leafwright.status import StatusRow, as_csv, as_json, make_rows, unreviewed
from leafwright.workspace import Workspace
from tests.fakes import THREAD, carry_out, drafts_of, fake_prover
from tests.translations import make_translation, write_bilingual_workspace, write_translation
from tests.workspaces import CLINIC, CLINIC_FILE, TOPIC, write_workspace

AS_OF = date(2028, 10, 22)


def _rows(root: Path, **changes: Any) -> tuple[StatusRow, ...]:
    return make_rows(load_library(write_workspace(root, **changes)), AS_OF)


def _run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--workspace", str(root), "status", "--as-of", "2028-10-22", *words])


def test_a_row_tells_what_is_to_be_known(tmp_path: Path) -> None:
    """Document control, days to the review, sources, languages and sheets of each topic."""
    (row,) = _rows(tmp_path)

    assert (row.reference, row.version, row.status, row.due_in) == ("EX-1", "1.0", "example", 10)
    assert (row.references, row.languages, row.sheets) == (1, ("en",), 8)
    assert row.flesch_kincaid is not None


def test_an_overdue_review_is_below_nought(tmp_path: Path) -> None:
    """The days count on after the review was due."""
    assert make_rows(load_library(write_workspace(tmp_path)), date(2028, 11, 3))[0].due_in == -2


def test_languages_of_a_topic_are_one_row(tmp_path: Path) -> None:
    """A translation is no handout of its own."""
    workspace = write_workspace(tmp_path)
    source = tmp_path / f"handouts/{TOPIC}/en.yaml"
    source.with_name("es.yaml").write_text(source.read_text("utf-8"), encoding="utf-8")
    (row,) = make_rows(load_library(workspace), AS_OF)

    assert row.languages == ("en", "es")


def _polyglot(root: Path, **changes: Any) -> Library:
    """Load a workspace whose clinic prints English, Welsh and Spanish."""
    prints: dict[str, Any] = {**CLINIC_FILE["prints"], "languages": ["en-GB", "cy", "es"]}
    disclaimer = dict.fromkeys(("en", "cy", "es"), "General.")
    return load_library(write_workspace(root, clinic={"prints": prints, "disclaimer": disclaimer}, **changes))


def test_phrases_that_no_one_has_reviewed_are_reported(tmp_path: Path) -> None:
    """Languages that a clinic prints are named, English and those no clinic prints are not."""
    assert unreviewed(_polyglot(tmp_path)) == ("Cymraeg (cy)", "Español (es)")
    assert "No one has reviewed the phrases in Cymraeg (cy), Español (es) yet" in _run(tmp_path).stdout


def test_reviewed_phrases_are_not_reported(tmp_path: Path) -> None:
    """A name in `reviewed-by` removes a language from the list."""
    welsh = (shared("words") / "cy.yaml").read_text("utf-8")
    files = {"words/cy.yaml": welsh.replace("direction:", "reviewed-by: A reader of Welsh\ndirection:")}

    assert unreviewed(_polyglot(tmp_path, files=files)) == ("Español (es)",)


def test_a_topic_without_english_has_no_grade(tmp_path: Path) -> None:
    """The formulas are for English alone."""
    workspace = write_workspace(tmp_path)
    source = tmp_path / f"handouts/{TOPIC}/en.yaml"
    source.rename(source.with_name("es.yaml"))
    (row,) = make_rows(load_library(workspace), AS_OF)

    assert (row.flesch_kincaid, row.smog) == (None, None)
    (written,) = csv.DictReader(io.StringIO(as_csv([row])))
    assert (written["flesch_kincaid"], written["smog"]) == ("", "")


def test_json_and_csv_say_the_same(tmp_path: Path) -> None:
    """Both have a field for each of a row's, by the same names."""
    rows = _rows(tmp_path)
    told = json.loads(as_json(rows))
    (written,) = csv.DictReader(io.StringIO(as_csv(rows)))

    assert list(told[0]) == list(written)
    assert (told[0]["review_due"], written["review_due"]) == ("2028-11-01", "2028-11-01")


def _bilingual(root: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Write a workspace with a translation, and build its two sheets."""
    fake_prover(monkeypatch)
    workspace = write_bilingual_workspace(root, editions=["standard"])
    write_translation(workspace)
    build_request = BuildRequest(workspace=workspace, output=root / "output", pool=THREAD)
    list(carry_out(drafts_of(workspace), build_request))
    return workspace


def test_what_is_withheld_or_older_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which sheets, and why, in every form that has room for it."""
    workspace = _bilingual(tmp_path, monkeypatch)
    assert not {"withheld:", "older"} & {*_run(tmp_path).stdout.lower().split()}
    source = workspace.root / f"handouts/{TOPIC}/en.yaml"
    source.write_text(source.read_text("utf-8").replace("Most sore knees", "Few sore knees"), "utf-8")
    spanish = f"{CLINIC}/{TOPIC}-leaflet-standard-es.pdf"
    english = spanish.replace("-es.", "-en-GB.")
    held = "its translation is older than what it was made from"
    older = f"not built since a change of handouts/{TOPIC}/en.yaml"

    assert _run(tmp_path).stdout.splitlines()[-5:-1] == [
        "Withheld:",
        f"  {spanish}: {held}",
        "Marked as older, or changed since they were built:",
        f"  {english}: {older}",
    ]
    (row,) = json.loads(_run(tmp_path, "--format", "json").stdout)
    assert row["withheld"] == [{"sheet": spanish, "why": held}]
    assert row["older"] == [{"sheet": english, "why": older}]
    (written,) = csv.DictReader(io.StringIO(_run(tmp_path, "--format", "csv").stdout))
    assert (written["withheld"], written["older"]) == (f"{spanish}: {held}", f"{english}: {older}")


def test_sheets_of_an_unfinished_translation_are_counted(tmp_path: Path) -> None:
    """A withheld sheet is one of the topic's, whether or not a handout can be made of its translation."""
    workspace = write_bilingual_workspace(tmp_path, editions=["standard"])
    translation = make_translation(workspace)
    del translation["parts"]["opening"]
    write_translation(workspace, translation)
    (row,) = make_rows(load_library(workspace), AS_OF)

    assert row.sheets == 2


def test_a_topic_that_cannot_be_read_is_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is described as its sheets do that are still handed out."""
    workspace = _bilingual(tmp_path, monkeypatch)
    (workspace.root / f"handouts/{TOPIC}/en.yaml").write_text("title: [\n", "utf-8")
    list(
        carry_out(
            drafts_of(workspace), BuildRequest(workspace=workspace, output=tmp_path / "output", pool=THREAD)
        )
    )
    (row,) = json.loads(_run(tmp_path, "--format", "json").stdout)

    assert (row["reference"], row["title"], row["due_in"]) == ("EX-1", "Looking after a sore knee", 10)
    assert [each["why"] for each in row["older"]] == ["its newer version was refused: bad-yaml"] * 2
    waiting = f"  2 sheets: kept, marked as older, until the mistake in handouts/{TOPIC}/en.yaml is corrected"
    assert waiting in _run(tmp_path).stdout.splitlines()
    assert CLINIC not in _run(tmp_path).stdout


def test_csv_is_safe_to_open(tmp_path: Path) -> None:
    """A title that looks like a formula is words for a spreadsheet."""
    (written,) = csv.DictReader(io.StringIO(as_csv(_rows(tmp_path, handout={"title": "=2+3 knees"}))))

    assert written["title"] == "'=2+3 knees"


def test_the_calendar_has_the_form_of_one(tmp_path: Path) -> None:
    """Lines end with CR LF and have at most 75 octets; each event has what RFC 5545 requires."""
    title = "Après l’opération: repos; marche, glace " + "é" * 40
    text = as_ical(_rows(tmp_path, handout={"title": title}))
    lines = text.split("\r\n")

    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in "".join(lines)
    assert max(len(line.encode()) for line in lines) <= 75
    assert [line for line in lines if line.startswith(("UID", "DTSTAMP", "DTSTART"))] == [
        "UID:EX-1.review@leafwright.invalid",
        "DTSTAMP:20261102T000000Z",
        "DTSTART;VALUE=DATE:20281101",
    ]


def test_the_calendar_unfolds_to_what_was_meant(tmp_path: Path) -> None:
    """Escapes and folding lose no sign of a title."""
    title = "Repos; marche, glace \\ " + "é" * 60
    text = as_ical(_rows(tmp_path, handout={"title": title.replace("\\", "\\\\")}))
    (summary,) = [line for line in text.replace("\r\n ", "").split("\r\n") if line.startswith("SUMMARY")]

    assert summary.endswith(f"Repos\\; marche\\, glace \\\\ {'é' * 60}")


def test_the_calendar_does_not_depend_on_the_day(tmp_path: Path) -> None:
    """The same library gives the same calendar next week."""
    library = load_library(write_workspace(tmp_path))

    assert as_ical(make_rows(library, AS_OF)) == as_ical(make_rows(library, date(2027, 1, 1)))


@pytest.mark.parametrize("form", ["table", "json", "csv", "ical"])
def test_every_format_can_be_asked_for(tmp_path: Path, form: str) -> None:
    """Each is written to standard output and names the handout."""
    write_workspace(tmp_path)
    result = _run(tmp_path, "--format", form)

    assert result.exit_code == 0
    assert "EX-1" in result.stdout


def test_the_table_says_when_a_review_is_due(tmp_path: Path) -> None:
    """Days to go, or days past."""
    write_workspace(tmp_path)
    late = CliRunner().invoke(cli, ["--workspace", str(tmp_path), "status", "--as-of", "2029-01-01"])

    assert "in 10 days" in _run(tmp_path).stdout
    assert "61 days overdue" in late.stdout


def test_a_handout_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    """A table without it must not pass for the whole library."""
    write_workspace(tmp_path, handout={"status": "finished"})
    result = _run(tmp_path)

    assert result.exit_code == 1
    assert "unknown-value" in result.stderr


@pytest.mark.parametrize(
    ("issued", "due"), [("9999-01-01", "9999-12-31"), ("0001-01-01", "0002-01-01")], ids=["last", "first"]
)
def test_the_first_and_the_last_year_have_a_calendar(tmp_path: Path, issued: str, due: str) -> None:
    """Every day that a handout may name is one of eight digits in the calendar."""
    text = as_ical(_rows(tmp_path, handout={"issued": issued, "review-due": due}))

    assert f"DTSTART;VALUE=DATE:{due.replace('-', '')}\r\n" in text
