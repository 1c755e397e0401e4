"""How a clinic looks: its colours can be read and its logo seen, or it alone is reported."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from leafwright.colour import TEXT_CONTRAST, contrast, over
from leafwright.decode import decode
from leafwright.integrity.clinics import palette_from
from leafwright.library import load_library
from leafwright.model.brand import BrandColour
from leafwright.problems import ContentError
from leafwright.source import parse_source
from tests.workspaces import CLINIC, second_clinic, write_workspace

BRAND = f"clinics/{CLINIC}/_brand.yml"
LOGO = f"clinics/{CLINIC}/logo.svg"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}">{2}</svg>'
FULL = '<path fill="{}" d="M0 0H999V999H0Z"/>'

hexes = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
shorts = st.text("0123456789abcdefABCDEF", min_size=1, max_size=8).map(lambda digits: f"#{digits}")
numbers = st.sampled_from(["0", "255", "300", "-5", "50%", "1e9", "none", "nan", "inf", "calc(1)"])
calls = st.builds(
    "{}({})".format,
    st.sampled_from(
        ["rgb", "rgba", "hsl", "hwb", "lab", "oklch", "color", "color-mix", "var", "device-cmyk"]
    ),
    st.lists(numbers, min_size=1, max_size=4).map(" ".join),
)
words = st.sampled_from(
    ["teal", "Teal", "transparent", "currentColor", "inherit", "none", "CanvasText", "main", "x"]
)
colours = hexes | shorts | calls | words


def problems_of(root: Path, **changes: object) -> list[str]:
    """Write a workspace of two clinics, the first of them changed, and return what is wrong with it."""
    files = second_clinic() | changes.pop("files", {})  # type: ignore[operator]  # a mapping
    library = load_library(write_workspace(root, files=files, **changes))
    assert "oak-street" in {folder.id for folder in library.clinics}
    return [str(problem) for problem in library.problems]


@given(colours, colours, colours, colours)
@example("#ffffff", "#000000", "#ffffff", "#000000")
@example("#767676", "#000000", "main", "#777777")
def test_any_colour_is_a_palette_or_is_reported(ink: str, ground: str, primary: str, main: str) -> None:
    """Whatever is given as a colour, pages get readable colours, or a message says which are not."""
    written = {"foreground": ink, "background": ground, "primary": primary}
    text = (
        "".join(f'{role}: "{value}"\n' for role, value in written.items()) + f'palette:\n  main: "{main}"\n'
    )

    faults = {"unknown-colour", "low-contrast"}
    try:
        palette = palette_from(decode(BrandColour, parse_source(text, "_brand.yml")))
    except ContentError as error:
        faults = {problem.code for problem in error.problems} - faults
    else:
        grounds = ("#ffffff", palette.ground, palette.tint)
        faults = {ground for ground in grounds if contrast(palette.primary_ink, ground) < TEXT_CONTRAST}

    assert faults == set()


@pytest.mark.parametrize(
    ("written", "place", "problems_of"),
    [
        ("{main: plun, plun: vilet}", "2:23", "'plun' is 'vilet' in the palette, which is neither a colour"),
        ("{main: Deep-Blue, deepblue: '#00264d'}", "2:11", "did you mean 'deepblue'?"),
        ("{main: main}", "2:11", "the palette goes in a circle: main, main"),
        ("{main: plum, plum: main}", "2:23", "the palette goes in a circle: main, plum, main"),
        ("{main: 1d4e68}", "2:11", "write it as '#1d4e68'"),
        ("{main: '#ff000080'}", "2:11", "on white paper it looks like '#ff7f7f'"),
        ("{main: 'device-cmyk(0 81% 81% 30%)'}", "2:11", "write a colour, like '#1d4e68', or a name of"),
        ("{m-ain: '#1d4e68'}", "1:1", "did you mean 'm-ain'?"),
        ("{}", "1:1", "'main' is neither a colour nor a name of the palette; write a colour, like '#1d4e68'"),
    ],
)
def test_a_colour_that_is_none_is_reported_where_it_is_to_be_changed(
    written: str, place: str, problems_of: str
) -> None:
    """A name is followed through the palette; a dead end is reported with what was meant."""
    tree = parse_source(f"primary: main\npalette: {written}", "_brand.yml")

    with pytest.raises(ContentError) as caught:
        palette_from(decode(BrandColour, tree))

    (problem,) = caught.value.problems
    assert str(problem).startswith(f"_brand.yml:{place}: unknown-colour: ")
    assert problems_of in str(problem)


@pytest.mark.parametrize(
    "written",
    [
        "#0b5",
        "#00bb55",
        "#0b5f",
        "#00BB55FF",
        "rgb(0 187 85)",
        "rgba(0, 187, 85, 1)",
        "rgb(0% 73.33% 33.33% / 100%)",
        "hsl(147.3 100% 36.67%)",
        "hwb(147.3deg 0% 26.67%)",
        "lab(66.654 -58.147 39.381)",
        "oklch(69.2% .1918 149.74)",
        "color(srgb 0 .73333 .33333)",
    ],
)
def test_a_colour_is_read_in_every_notation_of_css(written: str) -> None:
    """A brand file writes its colours as web pages do."""
    tree = parse_source(f"primary: '{written}'\nforeground: rebeccapurple", "_brand.yml")
    color = decode(BrandColour, tree)

    made = [int(color.hex_of("primary")[at : at + 2], 16) for at in (1, 3, 5)]
    assert made == pytest.approx([0, 187, 85], abs=2)
    assert color.hex_of("foreground") == "#663399"


def test_a_name_of_the_palette_may_stand_for_another() -> None:
    """The brand.yml standard lets the names of a palette refer to each other."""
    tree = parse_source("primary: main\npalette: {main: plum, plum: '#5B2A86'}", "_brand.yml")

    assert palette_from(decode(BrandColour, tree)).primary == "#5b2a86"


def test_a_brand_for_dark_grounds_is_reported_for_its_clinic_alone(tmp_path: Path) -> None:
    """White on black are not colours for white paper, which is reported for this clinic only."""
    color = {"primary": "#8fc7e8", "foreground": "#ffffff", "background": "#000000"}

    (line,) = problems_of(tmp_path, brand={"color": color})

    assert line.startswith(f"{BRAND}:")
    assert ": low-contrast: the background is too dark" in line
    assert "near white" in line


def png(size: tuple[int, int], colour: str) -> bytes:
    """Draw a PNG of one colour."""
    out = BytesIO()
    Image.new("RGBA", size, colour).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("drawing", "code"),
    [
        (SVG.format(40, 14, FULL.format("#fff")), "empty-picture"),
        (SVG.format(40, 14, FULL.format("#f4f4f0")), "invisible-logo"),
        (SVG.format(40, 14, FULL.format("#ffff00")), "invisible-logo"),
        (SVG.format(40, 14, FULL.format("#11111118")), "invisible-logo"),
        (SVG.format(280, 1, FULL.format("#111")), "tiny-logo"),
        (SVG.format(1, 20, FULL.format("#111")), "tiny-logo"),
        (SVG.format(40, 14, '<path d="M1 1H2V2H1Z"/>'), "tiny-logo"),
    ],
)
def test_a_logo_that_cannot_be_seen_is_reported(drawing: str, code: str, tmp_path: Path) -> None:
    """A logo that is white, transparent, as light as paper or a sliver is an error of the clinic."""
    (line,) = problems_of(tmp_path, files={LOGO: drawing})

    assert line.startswith(f"clinics/{CLINIC}/")
    assert f": {code}: " in line


@pytest.mark.parametrize(("high", "code"), [(60, "coarse-picture"), (80, "coarse-picture"), (86, "")])
def test_a_logo_of_few_points_is_refused(high: int, code: str, tmp_path: Path) -> None:
    """14 mm are 83 points at 150 an inch."""
    workspace = write_workspace(tmp_path, brand={"logo": {"path": "logo.png", "alt": "Elm"}})
    (workspace.root / f"clinics/{CLINIC}/logo.png").write_bytes(png((3 * high, high), "#111111"))

    lines = [str(problem) for problem in load_library(workspace).problems]

    assert [code in line for line in lines] == ([True] if code else [])


@pytest.mark.parametrize(
    ("colour", "ground", "seen"),
    [
        ("#000000", "#ffffff", "#000000"),
        ("#00000000", "#fff", "#ffffff"),
        ("#ff000080", "#0000ff", "#80007f"),
    ],
)
def test_what_shines_through_counts(colour: str, ground: str, seen: str) -> None:
    """A transparent colour is mixed with its background."""
    assert over(colour, ground) == seen


def test_a_pale_colour_is_reported_where_it_is_written(tmp_path: Path) -> None:
    """That is its line in the palette, not the one that names it."""
    palette = {"palette": {"main": "accent", "accent": "#cccccc"}, "primary": "main"}
    workspace = write_workspace(tmp_path, brand={"color": palette})

    (problem,) = load_library(workspace).problems

    assert problem.code == "low-contrast"
    lines = (tmp_path / problem.place.file).read_text("utf-8").splitlines()
    assert "#cccccc" in lines[problem.place.line - 1]
