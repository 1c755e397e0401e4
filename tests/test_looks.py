"""A look is a style and a record; a clinic names it, and a workspace may bring one."""

from pathlib import Path

import pytest

from leafwright.html import render_html
from leafwright.library import load_library, whole_clinics
from leafwright.problems import Severity
from tests.trusts import a_site, a_trust
from tests.workspaces import CLINIC, every_block, sheet_of, write_workspace

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


WHITE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 14"><path fill="#fff" d="M2 2H38V12H2Z"/></svg>'
)
DARK = {"logo": {"path": "logo.svg", "dark": "white.svg", "alt": "Elm"}}
FILES = {f"clinics/{CLINIC}/white.svg": WHITE}


@pytest.mark.parametrize(
    ("look", "brand", "printed"),
    [
        ("band", DARK, ("white.svg", False)),
        ("band", {}, ("logo.svg", True)),
        ("paper", DARK, ("logo.svg", False)),
    ],
)
def test_the_logo_goes_with_what_is_behind_it(
    tmp_path: Path, look: str, brand: dict[str, object], printed: tuple[str, bool]
) -> None:
    """A dark band has the logo for dark grounds, or the logo for paper on a white plate."""
    workspace = write_workspace(tmp_path, clinic={"look": look}, brand=brand, files=FILES)

    masthead = sheet_of(workspace).masthead

    assert (masthead.logo.removeprefix(f"clinics/{CLINIC}/"), masthead.plate) == printed
    assert load_library(workspace).problems == ()


def test_a_logo_with_a_white_ground_is_on_a_plate_of_its_own(tmp_path: Path) -> None:
    """On a tinted card its ground would look like a mistake."""
    opaque = WHITE.replace('fill="#fff" d="', 'fill="#fff" d="M0 0H40V14H0Z"/><path fill="#1d4e68" d="')
    files = {f"clinics/{CLINIC}/logo.svg": opaque}
    workspace = write_workspace(tmp_path, clinic={"look": "paper"}, files=files)

    assert sheet_of(workspace).masthead.plate


def test_a_logo_for_dark_grounds_that_cannot_be_printed_is_a_warning(tmp_path: Path) -> None:
    """The sheet has the logo for paper instead; so has one with a form for dark grounds that is too dark."""
    library = load_library(write_workspace(tmp_path, brand=DARK))

    (problem,) = library.problems
    assert str(problem).startswith(f"clinics/{CLINIC}/_brand.yml:7:9: missing-picture: there is no file ")
    assert problem.severity is Severity.WARNING
    assert library.clinics[0].logo.file == f"clinics/{CLINIC}/logo.svg"


@pytest.mark.parametrize(
    ("brand", "files", "told"),
    [
        (
            {"logo": {"path": "white.svg", "alt": "Elm"}},
            FILES,
            "empty-picture: the picture shows nothing on white paper",
        ),
        (
            DARK,
            {f"clinics/{CLINIC}/white.svg": WHITE.replace("#fff", "#1a4a60")},
            "invisible-logo: the logo cannot be told from the band: 1.",
        ),
        (
            {},
            {f"clinics/{CLINIC}/logo.svg": WHITE.replace("#fff", "#eee")},
            "paper as `path:` below `logo:`, and this one, for dark grounds, as `dark:`",
        ),
    ],
)
def test_a_logo_that_nobody_could_see_is_refused(
    tmp_path: Path, brand: dict[str, object], files: dict[str, str], told: str
) -> None:
    """A white one for paper, and a dark one for dark grounds; the message says which version to use."""
    assert any(told in problem for problem in problems_of(tmp_path, brand=brand, files=files))


def test_partners_are_on_a_plate_where_the_clinic_is_on_a_band(tmp_path: Path) -> None:
    """Their logos are made for paper."""
    partners = [{"path": "logo.svg", "alt": "A partner"}]
    workspace = write_workspace(tmp_path, clinic={"partners": partners})

    assert 'class="partners partners--plate"' in render_html(sheet_of(workspace), workspace)


def test_a_thousand_people_are_squares_or_dots(tmp_path: Path) -> None:
    """A dot is in the middle of the square that it replaces, and there are as many."""
    risk = next(block for block in every_block() if block["kind"] == "risk")
    blocks = [risk | {"of": "1000"}]
    pages = []
    for look in ("band", "paper"):
        workspace = write_workspace(tmp_path / look, clinic={"look": look}, blocks=blocks)
        pages.append(render_html(sheet_of(workspace), workspace))
    squares, dots = pages

    assert squares.count('stroke-dasharray="1.2 0.45" stroke-linecap="butt"') > 1
    assert 'stroke-linecap="round"' not in squares
    paths = 'transform="translate(0.59 0)" d="'
    assert dots.count(paths) == dots.count('stroke-dasharray="0.02 1.63" stroke-linecap="round"')
    assert dots.count(paths) == squares.count('stroke-dasharray="1.2 0.45"')


@pytest.mark.parametrize(("look", "leads"), [("band", False), ("paper", True)])
def test_the_emergency_number_leads_if_the_look_says_so(tmp_path: Path, look: str, *, leads: bool) -> None:
    """It is before or after what to look for; in any other box it is after."""
    warning = {"kind": "warning", "heading": "Do not wait", "signs": ["a fever"], "action": "Phone us."}
    blocks = [
        warning | {"id": "the-panel", "level": "emergency"},
        warning | {"id": "the-box", "level": "call"},
    ]
    workspace = write_workspace(tmp_path, clinic={"look": look}, blocks=blocks)
    _, panel, box = render_html(sheet_of(workspace), workspace).split('<aside class="warning')

    assert (panel.index('"warning__numbers') < panel.index("a fever")) is leads
    assert box.index('"warning__numbers') > box.index("a fever")
