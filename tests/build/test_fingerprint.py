"""The fingerprint: whatever may change a sheet's bytes changes it, and nothing else does."""

from pathlib import Path

import pytest

from leafwright import seal
from leafwright.build import Job, Selection, draft_sheets, fallbacks_of, fingerprint, survey
from leafwright.build.fingerprint import same_inputs
from leafwright.library import load_library
from leafwright.paths import follow
from leafwright.workspace import Workspace
from tests.languages import write_in
from tests.workspaces import CLINIC, LOGO, TOPIC, write_workspace

PICTURE = {"kind": "picture", "id": "a-picture", "file": "knee.svg", "alt": "A knee."}
STYLE = "styles/variants/leaflet.css"


def _workspace(root: Path) -> Workspace:
    blocks = [PICTURE, {"kind": "paragraphs", "id": "text", "text": "Words [@elm1999]."}]
    files = {f"handouts/{TOPIC}/knee.svg": LOGO, STYLE: ".sheet { }", "templates/icons/phone.svg": LOGO}
    return write_workspace(root, blocks=blocks, files=files)


def _fingerprint(workspace: Workspace, fonts: str = "the fonts") -> str:
    drafts = draft_sheets(load_library(workspace), Selection(variants=("leaflet",)), survey(workspace, fonts))
    return drafts.jobs[0].fingerprint


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (f"handouts/{TOPIC}/en.yaml", "Rest it.", "Move it."),
        (f"handouts/{TOPIC}/knee.svg", "#1d4e68", "#1d4e69"),
        (f"clinics/{CLINIC}/clinic.yaml", "01632 960 303", "01632 960 309"),
        (f"clinics/{CLINIC}/logo.svg", "#1d4e68", "#1d4e69"),
        (f"clinics/{CLINIC}/_brand.yml", "#1d4e68", "#1d4e69"),
        ("handouts/references.yaml", "A made-up study", "A study"),
        (STYLE, ".sheet", ".page"),
        ("templates/icons/phone.svg", "#1d4e68", "#1d4e69"),
    ],
)
def test_a_changed_input_changes_it(tmp_path: Path, name: str, old: str, new: str) -> None:
    """Content, pictures, contacts, logo, brand, references, styles and icons all count."""
    workspace = _workspace(tmp_path)
    before = _fingerprint(workspace)
    path = tmp_path / name
    text = path.read_text("utf-8")
    assert old in text

    path.write_text(text.replace(old, new), "utf-8")

    assert _fingerprint(workspace) != before


def test_other_fonts_change_it(tmp_path: Path) -> None:
    """The font set counts."""
    workspace = _workspace(tmp_path)

    assert _fingerprint(workspace, "other fonts") != _fingerprint(workspace)


def _in_hebrew(workspace: Workspace, fallbacks: dict[str, str]) -> Job:
    return draft_sheets(load_library(workspace), Selection(), survey(workspace, "the fonts", fallbacks)).jobs[
        0
    ]


def test_a_new_fallback_font_changes_its_sheet(tmp_path: Path) -> None:
    """The fonts of a sheet's own script count."""
    workspace = write_in(tmp_path, "he")

    before, after = (_in_hebrew(workspace, {"Hebr": fonts}) for fonts in ("old", "new"))

    assert before.fingerprint != after.fingerprint
    assert not same_inputs(before.inputs, survey(workspace, "the fonts", {"Hebr": "new"}))
    assert same_inputs(after.inputs, survey(workspace, "the fonts", {"Hebr": "new"}))


def test_fonts_of_another_script_do_not_change_it(tmp_path: Path) -> None:
    """Adding Arabic to a library builds no sheet in Hebrew or English again."""
    workspace = write_in(tmp_path, "he")

    before, after = (_in_hebrew(workspace, {"Hebr": "own", **other}) for other in ({}, {"Arab": "other"}))

    assert (before.fingerprint, before.inputs) == (after.fingerprint, after.inputs)


def test_the_toolchain_knows_the_scripts_that_clinics_print(tmp_path: Path) -> None:
    """Fallback fonts are cut and fingerprinted for the languages in use, and no others."""
    assert list(fallbacks_of(load_library(write_in(tmp_path / "he", "he")))) == ["Hebr"]
    assert list(fallbacks_of(load_library(_workspace(tmp_path / "en")))) == []


def test_another_engine_changes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The versions of the engine and its libraries count."""
    workspace = _workspace(tmp_path)
    before = _fingerprint(workspace)

    monkeypatch.setattr(fingerprint, "_versions", lambda: {"weasyprint": "71.0"})

    assert _fingerprint(workspace) != before


def test_other_code_changes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leafwright's own code counts, and with it the limits of the fit ladder."""
    workspace = _workspace(tmp_path)
    before = _fingerprint(workspace)

    monkeypatch.setattr(fingerprint, "_code", dict)

    assert _fingerprint(workspace) != before


@pytest.mark.parametrize(
    ("name", "added", "counts"),
    [
        (f"clinics/{CLINIC}/clinic.yaml", "profile: strict\n", True),
        (f"handouts/{TOPIC}/en.yaml", "silence: [{rule: low-ink, reason: a night scene}]\n", True),
        (f"handouts/{TOPIC}/en.yaml", "silence: [{rule: long-sentence, reason: a quote}]\n", False),
    ],
)
def test_how_a_proof_is_read_changes_it(tmp_path: Path, name: str, added: str, *, counts: bool) -> None:
    """A sheet is proved again when other rules read the proof, though no page changes."""
    workspace = _workspace(tmp_path)
    before = _fingerprint(workspace)

    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write(added)

    assert (_fingerprint(workspace) != before) is counts


def test_the_engine_and_what_it_draws_with_are_counted() -> None:
    """The versions name the engine, its libraries, the validator and the libraries of the system."""
    names = set(fingerprint._versions())

    assert {
        "weasyprint",
        "pydyf",
        "fonttools",
        "page-validation",
        "Pango",
        "HarfBuzz subset",
        "zlib",
    } <= names


def test_a_package_that_is_not_installed_is_passed_over() -> None:
    """A requirement for another platform has no version to count."""
    assert fingerprint._packages(["no-such-package-anywhere"]) == {}


def test_the_code_is_all_of_it() -> None:
    """Every module counts, those of the folders too, and the data beside them."""
    names = set(fingerprint._code())

    assert {"leafwright/sheet/make.py", "leafwright/html.py", "leafwright/alphabets.json"} <= names


def test_a_comment_does_not_change_it(tmp_path: Path) -> None:
    """A line that shows on no page changes no fingerprint."""
    workspace = _workspace(tmp_path)
    before = _fingerprint(workspace)

    with (tmp_path / f"handouts/{TOPIC}/en.yaml").open("a", encoding="utf-8") as file:
        file.write("# a remark\n")

    assert _fingerprint(workspace) == before


def test_the_place_of_the_workspace_does_not_change_it(tmp_path: Path) -> None:
    """The same workspace in another folder has the same fingerprint."""
    assert _fingerprint(_workspace(tmp_path / "here")) == _fingerprint(_workspace(tmp_path / "there"))


@pytest.mark.parametrize("picture", [".knee.svg", "__pycache__/knee.svg", f"{'deep/' * 20}knee.svg"])
def test_the_seal_counts_every_file_that_a_fingerprint_does(tmp_path: Path, picture: str) -> None:
    """Whatever a picture's name and folder, a sheet is built again if the picture changed."""
    files = {f"handouts/{TOPIC}/{picture}": LOGO, STYLE: ".sheet { }", "templates/icons/.x.svg": LOGO}
    workspace = write_workspace(tmp_path, blocks=[{**PICTURE, "file": picture}], files=files)
    toolchain = survey(workspace, "the fonts")

    drafts = draft_sheets(load_library(workspace), Selection(), toolchain)

    names = {*toolchain.versions, *(name for job in drafts.jobs for name in job.inputs)}
    counted = {workspace.find(name) for name in names} - {None}
    assert workspace.find(f"handouts/{TOPIC}/{picture}") in counted
    assert counted <= {follow(path) for path in seal.files_of(workspace.root)}
