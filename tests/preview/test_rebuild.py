"""One sheet at a time: set again when something that it is made of has changed, and only then."""

from dataclasses import replace
from pathlib import Path

import pytest

from leafwright import fonts
from leafwright.preview import rebuild
from leafwright.preview.choice import SheetChoice
from leafwright.preview.rebuild import PreviewState, Rebuilder
from leafwright.preview.renderer import Renderer
from leafwright.resources import shared as shipped
from leafwright.workspace import Workspace
from tests.workspaces import CITED, CLINIC, LOGO, TOPIC, write_workspace

CHOICE = SheetChoice(topic=TOPIC)
PICTURE = {"kind": "picture", "id": "drawn", "file": "knee.svg", "alt": "A knee"}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Write the small workspace, with a picture in its handout."""
    return _write(tmp_path)


def _write(root: Path) -> Workspace:
    return write_workspace(root, blocks=[CITED, PICTURE], files={f"handouts/{TOPIC}/knee.svg": LOGO})


def _edit(workspace: Workspace, name: str, old: str, new: str) -> None:
    """Change a file of the workspace; a shared one becomes the workspace's own."""
    top, _, rest = name.partition("/")
    path = workspace.root / name
    text = (path if path.exists() else shipped(top) / rest).read_text("utf-8")
    assert old in text
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace(old, new), "utf-8")


def _again(rebuilder: Rebuilder, choice: SheetChoice = CHOICE) -> PreviewState:
    rebuilder.mark_changed()
    return rebuilder.rebuild(choice)


def _page(shown: PreviewState) -> str:
    assert shown.pages
    return shown.pages.id


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, renderer: Renderer) -> tuple[Workspace, Rebuilder]:
    """Write one workspace for all edits that are taken back."""
    workspace = _write(tmp_path_factory.mktemp("shared"))
    return workspace, Rebuilder(workspace, renderer, fonts.activate().fingerprint)


@pytest.mark.parametrize(
    "edit",
    [
        (f"handouts/{TOPIC}/en.yaml", "a sore knee", "a stiff knee"),
        (f"handouts/{TOPIC}/knee.svg", "#1d4e68", "#68381d"),
        ("handouts/references.yaml", "A made-up study", "A study"),
        (f"clinics/{CLINIC}/clinic.yaml", "Knee clinic", "Clinic for knees"),
        (f"clinics/{CLINIC}/_brand.yml", "#1d4e68", "#68381d"),
        (f"clinics/{CLINIC}/logo.svg", "#1d4e68", "#68381d"),
        ("words/en-GB.yaml", "at-a-glance: At a glance", "at-a-glance: In short"),
        ("templates/blocks/paragraphs.html", "</p>", "!</p>"),
        ("styles/tokens.css", "--hairline: 0.5pt", "--hairline: 2pt"),
    ],
)
def test_whatever_the_page_is_made_of_may_change(
    shared: tuple[Workspace, Rebuilder], edit: tuple[str, str, str]
) -> None:
    """An edit of any file of the sheet is on the next pages, and taking it back is, too."""
    (workspace, rebuilder), (name, old, new) = shared, edit
    before = rebuilder.rebuild(CHOICE)

    _edit(workspace, name, old, new)
    after = _again(rebuilder)
    _edit(workspace, name, new, old)

    assert after.fresh
    assert _page(after) != _page(before)
    assert _page(_again(rebuilder)) == _page(before)


def test_what_is_the_same_is_not_set_again(workspace: Workspace, rebuilder: Rebuilder) -> None:
    """A change that is on no page costs no layout: the pages are the very ones that were there."""
    before = rebuilder.rebuild(CHOICE)
    _edit(workspace, f"handouts/{TOPIC}/en.yaml", "title:", "# A remark.\ntitle:")

    assert _again(rebuilder).pages is before.pages


def test_the_disk_is_read_when_it_is_said_to_differ(workspace: Workspace, rebuilder: Rebuilder) -> None:
    """Choosing another sheet reads no file again; the watcher reports changes."""
    before = rebuilder.rebuild(CHOICE)
    _edit(workspace, f"handouts/{TOPIC}/en.yaml", "a sore knee", "a stiff knee")

    assert rebuilder.rebuild(CHOICE).pages is before.pages


def test_a_broken_file_leaves_the_last_pages(workspace: Workspace, rebuilder: Rebuilder) -> None:
    """A handout that cannot be read shows what is wrong, over the last pages; once corrected, it is fresh."""
    before = rebuilder.rebuild(CHOICE)
    _edit(workspace, f"handouts/{TOPIC}/en.yaml", "summary:", "sumary:")
    broken = _again(rebuilder)

    assert (broken.fresh, broken.printable, broken.pages) == (False, False, before.pages)
    assert "unknown-field" in {found.code for found in broken.problems}
    assert {found.place.file for found in broken.problems} == {f"handouts/{TOPIC}/en.yaml"}

    _edit(workspace, f"handouts/{TOPIC}/en.yaml", "sumary:", "summary:")
    assert (corrected := _again(rebuilder)).fresh
    assert corrected.pages is before.pages


def test_a_broken_clinic_leaves_its_own_last_pages(workspace: Workspace, rebuilder: Rebuilder) -> None:
    """A clinic that cannot be read is reported, and no other clinic is shown in its place."""
    before = rebuilder.rebuild(CHOICE)
    _edit(workspace, f"clinics/{CLINIC}/clinic.yaml", "department:", "departement:")
    broken = _again(rebuilder, before.choice)

    assert (broken.fresh, broken.pages) == (False, before.pages)
    assert f"clinics/{CLINIC}/clinic.yaml" in {found.place.file for found in broken.problems}


def test_what_a_site_inherits_is_shown_and_its_faults_are_reported(
    workspace: Workspace, rebuilder: Rebuilder
) -> None:
    """The page of a site changes with the clinic above it; a fault there leaves the last pages."""
    site = workspace.root / "clinics/ash/clinic.yaml"
    site.parent.mkdir()
    site.write_text(f"part-of: {CLINIC}\naddress: [2 Ash Street]\n", "utf-8")
    choice, above = replace(CHOICE, clinic="ash"), f"clinics/{CLINIC}/clinic.yaml"
    before = rebuilder.rebuild(choice)
    _edit(workspace, above, "Knee clinic", "Clinic for knees")
    after = _again(rebuilder, choice)
    assert (before.choice.clinic, _page(before) != _page(after)) == ("ash", True)
    _edit(workspace, above, "Clinic for knees", "[[")
    broken = _again(rebuilder, choice)
    assert (_page(broken), broken.fresh) == (_page(after), False)
    assert {problem.place.file for problem in broken.problems} >= {above, "clinics/ash/clinic.yaml"}


def test_a_broken_template_is_reported(workspace: Workspace, rebuilder: Rebuilder) -> None:
    """A fault in a template is a problem of the sheet, over the pages there were."""
    before = rebuilder.rebuild(CHOICE)
    _edit(workspace, "templates/blocks/paragraphs.html", "{% macro", "{% makro")
    broken = _again(rebuilder)

    assert (broken.fresh, broken.pages) == (False, before.pages)
    assert "makro" in " ".join(found.message for found in broken.problems)


def test_an_approved_sheet_with_an_error_is_shown_and_not_printable(
    workspace: Workspace, rebuilder: Rebuilder
) -> None:
    """An author who corrects it sees the page; a build does not print it."""
    name = f"handouts/{TOPIC}/en.yaml"
    _edit(workspace, name, "status: example", "status: approved\napprover: The knee team")
    _edit(workspace, name, "No outside funding.", "TBC")
    shown = rebuilder.rebuild(CHOICE)

    assert (shown.fresh, shown.printable) == (True, False)
    assert "approved-with-errors" in {found.code for found in shown.problems}


def test_pages_that_a_build_would_refuse_are_shown(workspace: Workspace, rebuilder: Rebuilder) -> None:
    """A sheet with a word too wide for its page is seen as it is, and said not to be printable."""
    _edit(workspace, f"handouts/{TOPIC}/en.yaml", "Rest helps", "W" * 200 + " Rest helps")
    shown = rebuilder.rebuild(CHOICE)

    assert (shown.fresh, shown.printable) == (True, False)
    assert shown.pages


def test_the_rules_are_asked(workspace: Workspace, rebuilder: Rebuilder) -> None:
    """Advice is shown beside the page, each at its line."""
    _edit(workspace, f"handouts/{TOPIC}/en.yaml", "Rest helps", "We utilise rest because it helps")

    found = {problem.code: problem.place for problem in rebuilder.rebuild(CHOICE).problems}
    assert found["hard-word"].file == f"handouts/{TOPIC}/en.yaml"


def test_another_edition_is_another_sheet(rebuilder: Rebuilder) -> None:
    """Each choice has pages of its own, and both are kept."""
    standard, large = (
        rebuilder.rebuild(SheetChoice(topic=TOPIC, edition=name)) for name in ("standard", "large-print")
    )

    assert standard.pages
    assert large.pages
    assert [rebuilder.find_pages(shown.pages.id) for shown in (standard, large) if shown.pages] == [
        standard.pages,
        large.pages,
    ]


def test_pages_looked_at_long_ago_are_forgotten(
    rebuilder: Rebuilder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only so many sheets are kept, those looked at last."""
    monkeypatch.setattr(rebuild, "KEPT", 1)
    choices = [SheetChoice(topic=TOPIC, edition=name) for name in ("standard", "large-print")]
    names = [_page(rebuilder.rebuild(choice)) for choice in choices]

    assert [rebuilder.find_pages(name) is None for name in names] == [True, False]


def test_a_topic_that_is_not_there_yet_can_be_waited_for(workspace: Workspace, rebuilder: Rebuilder) -> None:
    """An empty workspace shows the page as soon as there is one."""
    file = workspace.root / "handouts" / TOPIC / "en.yaml"
    written = file.read_text("utf-8")
    file.unlink()
    empty = rebuilder.rebuild(CHOICE)
    file.write_text(written, "utf-8")

    assert (empty.pages, empty.fresh) == (None, False)
    assert _again(rebuilder).fresh
