"""The section of the branding guide on a second site, followed to the letter."""

import re
import shlex
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from leafwright.cli import cli
from leafwright.library import ClinicFolder, load_library
from leafwright.workspace import Workspace
from tests.docs.test_docs import ROOT
from tests.workspaces import CLINIC_FILE, write_workspace

GUIDE = (ROOT / "docs/branding.md").read_text("utf-8")
SECTION = GUIDE.partition("## My second site\n")[2].partition("\n## ")[0]
COMMAND = shlex.split(re.findall(r"```sh\nleafwright (.*)\n```", SECTION)[0])
FILE, LEFT_OUT, BRAND = re.findall(r"```yaml\n(.*?)```", SECTION, re.DOTALL)
SITE = "clinics/elm-street-east"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Make a workspace with the first site, and the second as the guide says."""
    root = write_workspace(tmp_path).root
    assert CliRunner().invoke(cli, ["--workspace", str(root), *COMMAND]).exit_code == 0
    return Workspace(root=root)


def _site(workspace: Workspace, files: dict[str, str]) -> ClinicFolder:
    for name, text in files.items():
        (workspace.root / SITE / name).write_text(text, encoding="utf-8")
    library = load_library(workspace)
    assert not library.problems, "\n".join(map(str, library.problems))
    return next(folder for folder in library.clinics if folder.id == "elm-street-east")


def test_the_command_writes_the_file_that_the_guide_shows(workspace: Workspace) -> None:
    """All but the address, which it leaves open."""
    written, shown = (
        yaml.safe_load(text) for text in ((workspace.root / SITE / "clinic.yaml").read_text(), FILE)
    )
    assert all(line.startswith("[") for line in written.pop("address"))
    assert shown.pop("address") == ["9 Ash Road", "Saltmouth ZZ1 2ZZ"]
    assert written == shown


def test_the_site_says_what_differs_and_inherits_the_rest(workspace: Workspace) -> None:
    """The number is its own, the hours are those of the first site."""
    clinic = _site(workspace, {"clinic.yaml": FILE}).clinic
    line = clinic.phones.lines["department"]
    assert (clinic.name.plain, line.number) == ("Elm Street East", "01632 960 310")
    assert line.hours is not None
    assert line.hours["en"].plain == CLINIC_FILE["phones"]["department"]["hours"]["en"]
    assert clinic.disclaimer["en"].plain == CLINIC_FILE["disclaimer"]["en"]


def test_what_the_guide_leaves_out_is_not_inherited(workspace: Workspace) -> None:
    """A field, a field of a line and an answer."""
    clinic = _site(workspace, {"clinic.yaml": FILE + LEFT_OUT}).clinic
    assert clinic.web is None
    assert clinic.phones.lines["out-of-hours"].hours is None
    assert "escort" not in clinic.decisions


def test_the_brand_says_what_differs(workspace: Workspace) -> None:
    """The colour is its own, the logo is that of the first site."""
    folder = _site(workspace, {"clinic.yaml": FILE, "_brand.yml": BRAND})
    assert folder.palette.primary == "#5a2d82"
    assert folder.logo_file == "clinics/elm-street/logo.svg"
