"""A brand proof: everything that a clinic's brand decides; tests/cli/test_brand.py prints one."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from leafwright.brand.colours import prove_colours
from leafwright.brand.drawing import draw_page
from leafwright.brand.examples import read_examples
from leafwright.brand.fronts import make_fronts
from leafwright.brand.logo import prove_logo
from leafwright.brand.make import GREY, UNDECIDED, BrandInputs, make_brand_sheet
from leafwright.brand.proof import prove_brand
from leafwright.brand.record import ColourPair
from leafwright.brand.type import prove_scripts, prove_sizes
from leafwright.library import ClinicFolder, Library, load_library
from leafwright.pdf import Engine, Proof, prove
from leafwright.pdf.ladder import LOOSEST
from leafwright.resources import shared
from leafwright.sheet import Sheet
from leafwright.sheet.inventory import texts_in
from leafwright.workspace import Workspace
from tests.workspaces import CLINIC, CLINIC_FILE, write_workspace

PALE = {"color": {"primary": "#1d4e68", "palette": {"pale": "#dddddd", "middle": "#888888"}}}


def library_of(root: Path, **changes: Any) -> tuple[Library, ClinicFolder]:
    """Load a small workspace and its one clinic."""
    library = load_library(write_workspace(root, **changes))
    (folder,) = library.clinics
    return library, folder


@pytest.fixture
def pairs(tmp_path: Path) -> dict[str, ColourPair]:
    """Show the colours of a brand of which two cannot be read on paper."""
    _, folder = library_of(tmp_path, brand=PALE)
    return {pair.name.plain: pair for pair in prove_colours(folder).pairs}


def test_a_brand_proof_is_made_of_the_same_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its page and its picture without colour are equal; equal pages give equal bytes, as with leaflets."""
    made: list[tuple[str, bytes]] = []

    def note(sheet: Sheet, html: str, engine: Engine, styles: tuple[str, ...] = ()) -> Proof:
        if not styles:
            return prove(sheet, html, engine)
        made.append((html, engine._fetcher.made[GREY]))
        return Proof(content=b"", pages=0, step=LOOSEST, problems=())

    monkeypatch.setattr("leafwright.brand.proof.prove", note)
    library, folder = library_of(tmp_path, brand=PALE)
    for _ in range(2):
        prove_brand(library, folder)

    assert made[0] == made[1]


def test_every_component_is_shown(tmp_path: Path) -> None:
    """Each component that authors write has a section of its own."""
    sheet = make_brand_sheet(BrandInputs.of(*library_of(tmp_path)))

    shown = {section.id for section in sheet.sections}
    blocks = {
        path.stem
        for path in shared("templates").glob("blocks/*.yaml")
        if path.read_text("utf-8").startswith("- ")
    }
    assert {f"example-{name}" for name in blocks} <= shown


def test_an_open_decision_stops_no_brand(tmp_path: Path) -> None:
    """What the examples need and the clinic has not decided is reported as open."""
    sheet = make_brand_sheet(BrandInputs.of(*library_of(tmp_path, clinic={"decisions": {}})))

    said = {text.plain for section in sheet.sections for text in texts_in(section.blocks)}
    assert UNDECIDED in said


def test_own_decisions_are_shown_as_they_print(tmp_path: Path) -> None:
    """A clinic's decisions are in a section for its language."""
    sheet = make_brand_sheet(BrandInputs.of(*library_of(tmp_path)))

    (own,) = (section for section in sheet.sections if section.id == "brand-section-own-en-GB")
    said = {text.plain.replace("\u00a0", " ") for text in texts_in(own.blocks)}
    assert {"Do not drive for 24 hours.", "Bring an adult."} <= said


def test_the_examples_ask_for_decisions_in_both_places(workspace: Workspace) -> None:
    """Slots are found in a list of decisions and in the events of a timeline."""
    asked = [
        slot for block in read_examples(workspace).handout.blocks() for slot, _ in block.named_decisions()
    ]
    assert list(dict.fromkeys(asked)) == ["driving", "escort"]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Write the small workspace."""
    return write_workspace(tmp_path)


def test_a_pair_that_passes_says_so(pairs: dict[str, ColourPair]) -> None:
    """The contrast is reported with the least it needs."""
    pair = pairs["Primary ink on paper"]

    assert (pair.passes, pair.verdict.plain) == (True, "passes for text (4.5 to 1)")


def test_a_pair_that_fails_says_what_would_pass(pairs: dict[str, ColourPair]) -> None:
    """A pale colour on paper comes with the nearest colour that can be read."""
    pair = pairs["Your “pale” on paper"]

    assert not pair.passes
    assert pair.ratio.plain == "1.3 to 1"
    assert pair.verdict.plain == "fails; the nearest that passes for text is #767676"


def test_a_pair_may_do_for_shapes_only(pairs: dict[str, ColourPair]) -> None:
    """Between 3 and 4.5 to 1 a colour may draw lines, and a ratio is never rounded up."""
    pair = pairs["Your “middle” on paper"]

    assert (pair.ratio.plain, pair.verdict.plain.split(";")[0]) == ("3.5 to 1", "shapes only")


def test_a_colour_is_not_shown_on_itself(tmp_path: Path) -> None:
    """White on white says nothing about a brand."""
    _, folder = library_of(tmp_path, brand={"color": {"primary": "#1d4e68", "palette": {"paper": "#ffffff"}}})

    assert "Your “paper” on paper" not in {pair.name.plain for pair in prove_colours(folder).pairs}


def test_the_sizes_are_those_of_the_styles(workspace: Workspace) -> None:
    """Large print shows the sizes that its own style sets, none below 16 points."""
    editions = load_library(workspace).formats.editions
    standard, large = (prove_sizes(workspace, name, editions[name]) for name in ("standard", "large-print"))

    assert {"Title, 28 pt", "Body, 12 pt"} <= {step.caption.plain for step in standard.steps}
    assert min(float(step.size.removesuffix("pt")) for step in large.steps) >= 16


def test_a_script_is_shown_by_fonts_that_have_it() -> None:
    """Welsh is shown in Source Sans 3, and not in Atkinson Hyperlegible, which lacks its letters."""
    have, lack = (
        {line.script.plain for line in prove_scripts({family}, ()).specimens}
        for family in ("Source Sans 3", "Atkinson Hyperlegible")
    )

    assert "Latin, Welsh" in have - lack


def test_a_script_is_shown_if_its_fallback_font_is_used() -> None:
    """Arabic is shown to a clinic that prints it, and to no other."""
    have, lack = (
        {line.script.plain for line in prove_scripts({"Figtree"}, scripts).specimens}
        for scripts in (("Arab",), ())
    )

    assert have - lack == {"Arabic"}


def test_a_page_without_colour_has_none() -> None:
    """The picture has one channel."""
    with Image.open(BytesIO(draw_page(one_red_page(), grey=True))) as picture:
        assert picture.mode == "L"
        assert picture.getpixel((5, 5)) not in {0, 255}


def one_red_page() -> bytes:
    """Draw a red page of one square inch."""
    written = BytesIO()
    Image.new("RGB", (72, 72), "#cc0000").save(written, "PDF")
    return written.getvalue()


LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}"><path d="M0 0H{0}V{1}H0Z"/></svg>'


@pytest.mark.parametrize(
    ("sides", "printed", "wide"),
    [((40, 14), (40, 14), False), ((200, 10), (100, 5), True), ((10, 20), (7, 14), False)],
)
def test_the_logo_is_shown_as_on_a_leaflet(
    sides: tuple[int, int],
    printed: tuple[float, float],
    wide: object,
    tmp_path: Path,  # a parameter
) -> None:
    """A wide logo is no wider than there, and has a row for itself; its smaller sizes are shares of that."""
    _, folder = library_of(tmp_path, files={f"clinics/{CLINIC}/logo.svg": LOGO.format(*sides)})

    shown = prove_logo(folder)

    assert [(size.width, size.height) for size in shown.sizes] == [
        pytest.approx((printed[0] * share, printed[1] * share), abs=0.02) for share in (1, 0.7, 0.5)
    ]
    assert shown.wide is wide


def test_the_form_of_the_logo_that_is_printed_is_shown_first(tmp_path: Path) -> None:
    """A look with a band prints the form for dark grounds; the form for paper is shown on each ground."""
    logo = {"path": "logo.svg", "dark": "white.svg", "alt": "Elm"}
    white = LOGO.format(40, 14).replace('d="M0 0H40V14H0Z"', 'fill="#fff" d="M2 2H38V12H2Z"')
    _, folder = library_of(tmp_path, brand={"logo": logo}, files={f"clinics/{CLINIC}/white.svg": white})

    first, *others = prove_logo(folder).grounds

    assert (first.source, first.ground) == (f"clinics/{CLINIC}/white.svg", folder.palette.band)
    assert first.caption.plain == "on the band, where leaflets print it"
    assert {other.source for other in others} == {f"clinics/{CLINIC}/logo.svg"}


def test_every_look_and_each_paper_is_shown(tmp_path: Path) -> None:
    """First the clinic's own look on each of its papers, then the others; each is a whole sheet."""
    prints = {**CLINIC_FILE["prints"], "paper": ["Letter", "A4"]}
    library, folder = library_of(tmp_path, clinic={"look": "paper", "prints": prints})

    fronts = list(make_fronts(BrandInputs.of(library, folder)))

    assert [caption for caption, _ in fronts] == [
        "paper on Letter, which you print",
        "paper on A4, which you print",
        "band on Letter",
    ]
    assert [(sheet.theme.look, sheet.format.paper) for _, sheet in fronts] == [
        ("paper", "Letter"),
        ("paper", "A4"),
        ("band", "Letter"),
    ]


def test_a_palette_may_hold_colours_that_no_page_uses(tmp_path: Path) -> None:
    """A name of the palette that is no colour we read is shown nowhere, and stops nothing."""
    color = {"primary": "#1d4e68", "palette": {"odd": "rgb(1 2 3 / none)", "fine": "#444444"}}
    _, folder = library_of(tmp_path, brand={"color": color})

    names = {pair.name.plain for pair in prove_colours(folder).pairs}

    assert "Your “fine” on paper" in names
    assert not any("odd" in name for name in names)
