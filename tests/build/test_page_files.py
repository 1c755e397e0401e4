"""What is printed are the bytes that were hashed, whatever becomes of the files meanwhile."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from leafwright.build import BuildRequest, Job, Printed, WorkerPool, draft_sheets, survey
from leafwright.build.page_files import in_brand_colours, own_files, own_styles, shared_files
from leafwright.build.selection import Selection
from leafwright.files import digest
from leafwright.library import load_library
from leafwright.palette import make_palette
from leafwright.workspace import Workspace
from tests.fakes import FakeProver, carry_out, entries_in
from tests.workspaces import CLINIC, LOGO, TOPIC, write_workspace

LOGO_NAME = f"clinics/{CLINIC}/logo.svg"
OTHER = LOGO.replace("#1d4e68", "#8a1538")
PICTURE = {"kind": "picture", "id": "a-picture", "file": "knee.svg", "alt": "A knee."}
ONE = Selection(variants=("leaflet",), editions=("standard",))
FILES = {
    LOGO_NAME: LOGO,
    f"handouts/{TOPIC}/knee.svg": LOGO,
    "styles/variants/leaflet.css": ".sheet { }",
    "templates/icons/phone.svg": LOGO,
}


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_replaced_after_it_was_read_is_not_printed(tmp_path: Path, name: str) -> None:
    """A picture, logo, style or icon replaced once the library is read is neither printed nor hashed."""
    workspace = write_workspace(tmp_path, blocks=[PICTURE], files=FILES)
    library = load_library(workspace)
    toolchain = survey(library.workspace, "the fonts")
    before = draft_sheets(library, ONE, toolchain).jobs[0]

    (tmp_path / name).write_text(FILES[name].replace("#1d4e68", "#8a1538") + "/* other */", "utf-8")
    after = draft_sheets(library, ONE, toolchain).jobs[0]

    assert after.fingerprint == before.fingerprint
    assert {**after.styles, **after.pictures}[name] == FILES[name].encode()
    assert after.inputs == before.inputs


def test_words_replaced_after_they_were_read_have_the_hash_of_what_was_read(tmp_path: Path) -> None:
    """The manifest names the handout, clinic, brand, references and words that the page was made of."""
    library = load_library(write_workspace(tmp_path))
    names = [f"handouts/{TOPIC}/en.yaml", f"clinics/{CLINIC}/clinic.yaml", f"clinics/{CLINIC}/_brand.yml"]
    names += ["handouts/references.yaml"]
    read = {name: digest((tmp_path / name).read_bytes()) for name in names}

    for name in names:
        with (tmp_path / name).open("a", encoding="utf-8") as file:
            file.write("# saved meanwhile\n")
    (job, *_) = draft_sheets(library, ONE, survey(library.workspace, "the fonts")).jobs

    assert {name: job.inputs[name] for name in names} == read


def test_a_file_removed_after_it_was_read_still_counts(tmp_path: Path) -> None:
    """A logo that is gone for a moment, as while an editor saves, is an input all the same."""
    library = load_library(write_workspace(tmp_path))

    (tmp_path / LOGO_NAME).unlink()
    (job, *_) = draft_sheets(library, ONE, survey(library.workspace, "the fonts")).jobs

    assert job.inputs[LOGO_NAME] == digest(LOGO.encode())
    assert job.pictures[LOGO_NAME] == LOGO.encode()


def test_a_template_replaced_after_it_was_read_is_not_used(tmp_path: Path) -> None:
    """Templates are read once as well: the toolchain names the one that made the page."""
    template = (Path(__file__).parents[2] / "templates/parts/masthead.html").read_text("utf-8")
    name = "templates/parts/masthead.html"
    library = load_library(write_workspace(tmp_path, files={name: template}))
    toolchain = survey(library.workspace, "the fonts")

    (tmp_path / name).write_text("<p>another masthead</p>", "utf-8")
    (job, *_) = draft_sheets(library, ONE, toolchain).jobs

    assert "another masthead" not in job.html
    assert toolchain.versions[name] == digest(template.encode())


def test_a_build_with_a_logo_replaced_meanwhile_is_no_other_build(
    build_request: BuildRequest, prover: FakeProver
) -> None:
    """A logo swapped while sheets are printed and put back leaves the sheets of the logo that was hashed."""
    root = build_request.workspace.root
    seen: list[bytes] = []

    def prove(job: Job) -> Printed:
        (root / LOGO_NAME).write_text(OTHER, "utf-8")
        seen.append(job.pictures[LOGO_NAME])
        return prover.prove(job)

    library = load_library(build_request.workspace)
    drafts = draft_sheets(library, Selection(), survey(library.workspace, "the fonts"))
    list(
        carry_out(
            drafts, replace(build_request, pool=WorkerPool(size=2, open=ThreadPoolExecutor, prove=prove))
        )
    )

    assert set(seen[1:]) == {LOGO.encode()}
    hashes = {entry.inputs[LOGO_NAME] for entry in entries_in(build_request.output).values()}
    assert hashes == {digest(LOGO.encode())}


@pytest.mark.parametrize("name", [".logo.svg", ".brand/logo.svg", "a logo.svg", "logo#1.svg", "lögo%20.svg"])
def test_a_logo_of_any_name_counts(tmp_path: Path, name: str) -> None:
    """A hidden file, a hidden folder, blanks and signs that addresses use: each is printed and hashed."""
    logo = {"logo": {"path": name, "alt": "Elm Street Practice"}}
    workspace = write_workspace(tmp_path, brand=logo, files={f"clinics/{CLINIC}/{name}": LOGO})

    before = _with_toolchain(workspace)
    (tmp_path / f"clinics/{CLINIC}/{name}").write_text(OTHER, "utf-8")
    after = _with_toolchain(workspace)

    assert before.pictures == {f"clinics/{CLINIC}/{name}": LOGO.encode()}
    assert before.fingerprint != after.fingerprint
    assert before.inputs != after.inputs


@pytest.mark.parametrize(
    ("style", "name"),
    [
        ('.sheet { background: url("paper.png") }', "styles/variants/paper.png"),
        (".sheet { background: url(../../templates/art/leaf.svg) }", "templates/art/leaf.svg"),
        (f".sheet {{ background: url('/{LOGO_NAME}') }}", LOGO_NAME),
        ('@import "more.CSS";', "styles/variants/more.CSS"),
        ("@import url(.hidden.css);", "styles/variants/.hidden.css"),
    ],
)
def test_what_a_style_loads_counts(tmp_path: Path, style: str, name: str) -> None:
    """A picture or a style that a style sheet names is read with it, whatever its name and folder."""
    workspace = write_workspace(tmp_path, files={"styles/variants/leaflet.css": style, name: LOGO})

    before = survey(workspace, "the fonts")
    (tmp_path / name).write_text(OTHER, "utf-8")

    assert shared_files(workspace)[name] == OTHER.encode()
    assert survey(workspace, "the fonts").fingerprint != before.fingerprint


@pytest.mark.parametrize(
    "html",
    [
        f'<img alt="" src="{LOGO_NAME}">',
        f"<object data='{LOGO_NAME}'></object>",
        f'<p style="background: url({LOGO_NAME})">',
        f"<style>p {{ background: url(&quot;/{LOGO_NAME}&quot;) }}</style>",
    ],
)
def test_whatever_names_a_picture_on_a_page_has_it_read(tmp_path: Path, html: str) -> None:
    """A template of the workspace may show a picture in any way that the engine knows."""
    assert own_files(html, write_workspace(tmp_path)) == {LOGO_NAME: LOGO.encode()}


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ('<path fill="steelblue"/>', '<path fill="#0b4f6c"/>'),
        ('<path stroke = "SteelBlue"/>', '<path stroke = "#0b4f6c"/>'),
        ('<path fill="currentColor"/>', '<path fill="#0b4f6c"/>'),
        ("<path fill='lightsteelblue'/>", "<path fill='#c0d1d9'/>"),
        ('<g style="stroke:steelblue;fill: lightsteelblue"/>', '<g style="stroke:#0b4f6c;fill: #c0d1d9"/>'),
        ('<path fill="#4682b4"/>', '<path fill="#4682b4"/>'),
        ('<title>steelblue</title><path id="steelblue" fill="teal"/>',) * 2,
    ],
)
def test_a_drawing_follows_the_brand(written: str, printed: str) -> None:
    """Named colours of a handout's drawing become the brand's; a logo keeps its own."""
    palette = make_palette("#1a1a1a", "#ffffff", "#0b4f6c")
    files = {f"handouts/{TOPIC}/knee.SVG": written.encode(), LOGO_NAME: written.encode()}

    assert in_brand_colours(files, palette) == {
        f"handouts/{TOPIC}/knee.SVG": printed.encode(),
        LOGO_NAME: written.encode(),
    }


def test_the_colour_of_the_brand_is_a_part_of_the_fingerprint(tmp_path: Path) -> None:
    """The file is listed as it is on the disk, and printed in the brand's colour."""
    name, drawing = f"handouts/{TOPIC}/knee.svg", LOGO.replace("#1d4e68", "steelblue")
    job = _with_toolchain(write_workspace(tmp_path, blocks=[PICTURE], files={name: drawing}))

    assert job.inputs[name] == digest(drawing.encode())
    assert job.pictures[name] == LOGO.replace("#1d4e68", job.sheet.theme.palette.figure).encode()


def test_a_template_that_another_includes_counts(tmp_path: Path) -> None:
    """A part of a template counts for the toolchain whatever it is called: no sheet is passed over."""
    workspace = write_workspace(tmp_path, files={"templates/blocks/note.txt": "one"})

    before = survey(workspace, "the fonts").versions
    (tmp_path / "templates/blocks/note.txt").write_text("two", "utf-8")

    assert survey(workspace, "the fonts").versions != before


def _with_toolchain(workspace: Workspace) -> Job:
    library = load_library(workspace)
    assert not library.problems
    return draft_sheets(library, ONE, survey(library.workspace, "the fonts")).jobs[0]


def test_the_styles_of_the_workspace_itself_are_distinguished(tmp_path: Path) -> None:
    """A job says which styles its authors can correct."""
    workspace = write_workspace(tmp_path, files={"styles/variants/leaflet.css": ".sheet { }"})

    assert own_styles(shared_files(workspace), workspace) == ("styles/variants/leaflet.css",)
