"""A look is a style and a record; a clinic names it, and a workspace may bring one."""

from pathlib import Path

from leafwright.html import render_html
from leafwright.library import load_library, whole_clinics
from tests.trusts import a_site, a_trust
from tests.workspaces import CLINIC, sheet_of, write_workspace

CLINIC_YAML = f"clinics/{CLINIC}/clinic.yaml"


def problems_of(root: Path, **changes: object) -> list[str]:
    """Write a workspace, and return what is wrong with it."""
    return [str(problem) for problem in load_library(write_workspace(root, **changes)).problems]


def class_of(page: str) -> str:
    """Return which look the styles of a page see."""
    return page.partition("sheet--look-")[2].partition(" ")[0].rstrip('">')


def test_a_clinic_that_names_no_look_has_a_band(tmp_path: Path) -> None:
    """Every page says the name of its look, from which its style follows."""
    workspace = write_workspace(tmp_path)

    assert class_of(render_html(sheet_of(workspace), workspace)) == "band"


def test_a_site_has_the_look_of_its_trust_unless_it_names_another(tmp_path: Path) -> None:
    """A look is inherited like any fact, and `clinic` tells where it was said."""
    files = {**a_trust(look="paper"), **a_site("north"), **a_site("south", look="band")}
    library = load_library(write_workspace(tmp_path, files=files))

    looks = {folder.id: folder.clinic.look for folder in library.clinics}
    assert (looks["north"], looks["south"]) == ("paper", "band")
    facts = {fact.path: fact for fact in whole_clinics(library.workspace)["north"].clinic}
    assert facts["look"].place
    assert (facts["look"].value, facts["look"].place.file) == ("paper", "clinics/trust/clinic.yaml")


def test_an_unknown_look_is_reported_with_the_one_that_was_meant(tmp_path: Path) -> None:
    """The message is at the line that names it, whatever letters it has."""
    assert problems_of(tmp_path, clinic={"look": "Papers"}) == [
        f"{CLINIC_YAML}:48:1: unknown-name: there is no look 'Papers'; did you mean 'paper'?"
    ]


def test_a_record_of_a_look_is_checked_like_any_other(tmp_path: Path) -> None:
    """A wrong field, a wrong value and a look without a style are reported at their lines."""
    files = {"templates/looks/ours.yaml": "masthead: bnd\n"}
    assert problems_of(tmp_path / "value", files=files) == [
        "templates/looks/ours.yaml:1:11: unknown-value: 'bnd' is no value of 'masthead'; did you mean 'band'?"
    ]

    files = {"templates/looks/ours.yaml": "mast-head: band\n"}
    assert "did you mean 'masthead'?" in problems_of(tmp_path / "field", files=files)[0]

    files = {"templates/looks/ours.yaml": "masthead: band\n"}
    (problem,) = problems_of(tmp_path / "style", files=files)
    assert problem.startswith("templates/looks/ours.yaml:1:1: unknown-name: the look 'ours' has no style; ")
