"""Which standards PDFs keep: what the clinic says, or the command line instead."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from leafwright.cli import cli
from leafwright.manifest import Entry
from tests.fakes import THREAD, entries_in
from tests.workspaces import CLINIC, CLINIC_FILE, write_workspace

ARCHIVED = ("PDF/A-3a", "PDF/UA-1")
NEWER = ("PDF/A-4", "PDF/UA-2", "WTPDF 1.0")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a workspace whose clinic prints one sheet, for this process alone to print."""
    monkeypatch.setattr("leafwright.build.default_pool", lambda *_: THREAD)
    monkeypatch.setenv("COLUMNS", "200")
    prints = {**CLINIC_FILE["prints"], "variants": ["leaflet"], "editions": ["standard"]}
    return write_workspace(tmp_path, clinic={"prints": prints}).root


def _run(root: Path, *words: str) -> Result:
    done = CliRunner().invoke(cli, ["--workspace", str(root), *words])
    assert done.exit_code == 0, done.output
    return done


def _built(root: Path, *words: str) -> tuple[Entry, bytes, str]:
    """Build, and return the entry of the sheet, its file and what was printed."""
    told = _run(root, "build", *words).stdout
    (entry,) = entries_in(root / "output").values()
    return entry, (root / "output" / entry.key.path).read_bytes(), told


def test_a_sheet_of_one_flavour_is_never_taken_for_the_other(root: Path) -> None:
    """Asked for the other, a build makes the sheet again; asked for the same, it keeps it."""
    first = _built(root)
    newer = _built(root, "--pdf", "ua-2")
    kept = _built(root, "--pdf", "ua-2")
    back = _built(root)

    entries = [entry for entry, _, _ in (first, newer, kept, back)]
    assert [entry.conformance for entry in entries] == [ARCHIVED, NEWER, NEWER, ARCHIVED]
    assert [told.startswith("built") for _, _, told in (first, newer, kept, back)] == [
        True,
        True,
        False,
        True,
    ]
    assert newer[1].startswith(b"%PDF-2.0")
    assert kept[1] == newer[1]
    assert back[1] == first[1]


def test_a_dry_run_says_which_standards(root: Path) -> None:
    """The reason to build a sheet again is what it is to keep."""
    _built(root)

    told = _run(root, "build", "--dry-run", "--pdf", "ua-2").stdout

    assert "it is to keep PDF/A-4, PDF/UA-2, WTPDF 1.0" in told


def test_a_clinic_may_say_so_for_all_builds(root: Path) -> None:
    """Its own field does what the option does, and the option goes before it; a check of files knows both."""
    by_option = _built(root, "--pdf", "ua-2")
    path = root / f"clinics/{CLINIC}/clinic.yaml"
    clinic = yaml.safe_load(path.read_text("utf-8"))
    clinic["prints"]["pdf"] = "ua-2"
    path.write_text(yaml.safe_dump(clinic), "utf-8")

    by_field = _built(root)

    assert (by_field[0].conformance, by_field[1]) == (NEWER, by_option[1])
    assert "all as they were built; 1 sheet built again" in _run(root, "verify", "--reproduce", "1").stdout
    assert _built(root, "--pdf", "a-3a")[0].conformance == ARCHIVED
    _run(root, "verify")


def test_a_form_keeps_what_forms_keep(root: Path) -> None:
    """What is filled in is PDF/UA-1, whatever flavour is asked for, and is kept by both builds."""
    blocks = [{"kind": "questions", "id": "some-questions", "items": ["Does it hurt?"], "lines": 2}]
    prints = {**CLINIC_FILE["prints"], "variants": ["leaflet"], "editions": ["fillable"]}
    write_workspace(root, clinic={"prints": prints}, blocks=blocks)

    form = _built(root)
    asked = _built(root, "--pdf", "ua-2")

    assert (form[0].conformance, asked[0].conformance) == (("PDF/UA-1",), ("PDF/UA-1",))
    assert not asked[2].startswith("built")
    assert asked[1] == form[1]


def test_an_unknown_flavour_is_a_mistake_of_usage(root: Path) -> None:
    """The message lists those that there are."""
    done = CliRunner().invoke(cli, ["--workspace", str(root), "build", "--pdf", "ua-3"])

    assert done.exit_code == 2
    assert "'a-3a', 'ua-2'" in done.stderr
