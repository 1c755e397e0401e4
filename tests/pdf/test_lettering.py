"""Whether a sheet is set in its own type."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from leafwright.html import render_html
from leafwright.pdf import Engine, Proof, prove
from leafwright.pdf.ladder import LOOSEST
from leafwright.pdf.layout import HOUSE_STYLES
from leafwright.pdf.lettering import find_wrong_fonts
from leafwright.pdf.measure import Measured
from leafwright.problems import Problem
from leafwright.sheet import Sheet
from tests.workspaces import TOPIC, line_of, sheet_of, write_workspace

Found = Callable[..., set[str]]
Prover = Callable[..., Proof]
FIGTREE = {"typography": {"base": {"family": "Atkinson Hyperlegible"}, "headings": {"family": "Figtree"}}}


def with_code(proof: Proof, code: str) -> list[Problem]:
    """Pick the problems with a code."""
    return [problem for problem in proof.problems if problem.code == code]


def text(words: str) -> dict[str, str]:
    """Write a block of running text."""
    return {"kind": "paragraphs", "id": "text", "text": words}


def test_a_character_without_a_glyph_is_named(prove_blocks: Prover) -> None:
    """A sign that no bundled font has is reported with its number and name."""
    (problem,) = with_code(prove_blocks(blocks=[text("Rest \u4e2d well.")]), "missing-glyph")

    assert problem.message == "no font has the character '\u4e2d' (U+4E2D, cjk unified ideograph-4e2d)"


def test_a_missing_glyph_is_placed_at_the_character(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The place is the line and the column of the sign itself."""
    root = tmp_path_factory.mktemp("sign")
    space = write_workspace(root, blocks=[text("Rest \u4e2d well.")])
    made = sheet_of(space)

    (problem,) = with_code(prove(made, render_html(made, space), Engine(space)), "missing-glyph")

    line = (
        (root / f"handouts/{TOPIC}/en.yaml").read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
    )
    assert line[problem.place.column - 1] == "\u4e2d"


def test_a_missing_glyph_is_not_reported_as_a_warning_too(prove_blocks: Prover) -> None:
    """One fault, one finding."""
    assert not with_code(prove_blocks(blocks=[text("Rest \u4e2d well.")]), "engine-warning")


def test_a_sign_of_a_template_is_placed_at_the_sheet(sheet: Sheet, html: str, engine: Engine) -> None:
    """A sign that no text of the sheet has came from a template."""
    proof = prove(sheet, html.replace("</main>", "<p>\u4e2d</p></main>"), engine)

    assert [problem.place.file for problem in with_code(proof, "missing-glyph")] == [sheet.key.path]


def test_letters_the_fonts_have_are_not_reported(prove_blocks: Prover) -> None:
    """Accents, quotes, fractions and signs of sums are all there."""
    proof = prove_blocks(blocks=[text("Caf\u00e9 \u2018now\u2019 \u2013 \u00bd \u00d7 2 \u00b0C.")])

    assert not with_code(proof, "missing-glyph")


def test_a_family_nobody_asked_for_is_reported(prove_blocks: Prover) -> None:
    """A workspace's own style cannot bring in another family."""
    files = {"styles/blocks/heading.css": '.heading { font-family: "Figtree" }'}
    block = {"kind": "heading", "id": "sub", "text": "Resting"}

    problems = with_code(prove_blocks(blocks=[block], files=files), "wrong-font")

    assert [problem.message for problem in problems] == ["'Resting' is set in Figtree"]


def test_a_wrong_family_is_placed_at_its_block(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The block that is set in it is to blame."""
    block = {"kind": "heading", "id": "sub", "text": "Resting"}
    files = {"styles/blocks/heading.css": '.heading { font-family: "Figtree" }'}
    space = write_workspace(tmp_path_factory.mktemp("font"), blocks=[block], files=files)
    made = sheet_of(space)

    (problem,) = with_code(prove(made, render_html(made, space), Engine(space)), "wrong-font")

    assert problem.place.line == line_of(space, "id: sub") - 1


def test_a_letter_of_another_family_is_reported(prove_blocks: Prover) -> None:
    """The engine takes a letter that the brand's family lacks from another family, without a warning."""
    (problem,) = with_code(prove_blocks(blocks=[text("An \u03b1 wave.")]), "wrong-font")

    assert problem.message.startswith("'\u03b1' is set in")


def test_a_family_asked_for_in_vain_is_reported(sheet: Sheet, html: str, engine: Engine) -> None:
    """A family that is nowhere on the page is missed."""
    styled = replace(sheet, theme=replace(sheet.theme, headings="Figtree"))

    problems = with_code(prove(styled, html, engine), "wrong-font")

    assert [problem.message for problem in problems] == ["nothing is set in Figtree"]


def test_two_families_asked_for_are_both_found(prove_blocks: Prover) -> None:
    """A brand may set its headings in another family than its text."""
    assert not with_code(prove_blocks(brand=FIGTREE), "wrong-font")


def test_one_family_is_found(found: Found) -> None:
    """The short leaflet is set in the one family its brand names."""
    assert "wrong-font" not in found()


def test_a_font_left_out_of_the_file_is_reported(sheet: Sheet, html: str, engine: Engine) -> None:
    """A file that counts on the reader's fonts prints differently everywhere."""
    layout = engine.open(html, HOUSE_STYLES).lay_out(LOOSEST)
    measured = Measured.of(sheet, layout, layout.write(), ())
    strips = tuple(replace(strip, embedded=False) for strip in measured.strips)

    messages = [problem.message for problem in find_wrong_fonts(replace(measured, strips=strips))]

    assert messages == [
        f"{family} is not embedded in the file"
        for family in ("Atkinson Hyperlegible", "Figures for Atkinson Hyperlegible")
    ]


def test_digits_are_set_in_the_figures_of_their_family(sheet: Sheet, html: str, engine: Engine) -> None:
    """No digit has the slash through its zero, and a style that names the family alone is told so."""
    layout = engine.open(html, HOUSE_STYLES).lay_out(LOOSEST)
    measured = Measured.of(sheet, layout, layout.write(), ())
    assert not [
        strip for strip in measured.strips if strip.family == "Atkinson Hyperlegible" and "0" in strip.text
    ]
    strips = tuple(
        replace(strip, family="Atkinson Hyperlegible", text="20 hours") for strip in measured.strips
    )

    problem, *_ = find_wrong_fonts(replace(measured, strips=strips))

    assert problem.message == "the digits of '20 hours' are not set in Figures for Atkinson Hyperlegible"


def test_type_below_the_least_is_reported(sheet: Sheet, html: str, engine: Engine) -> None:
    """All that is set in one size is one finding, with the first piece of it."""
    style = "<style>.glance__point { font-size: 8pt }</style></head>"

    (problem,) = with_code(prove(sheet, html.replace("</head>", style), engine), "small-type")

    assert problem.message.startswith("'Rest it.' on page 1 is set in 8 pt, and so are ")


def test_large_print_has_a_larger_least(prove_blocks: Prover) -> None:
    """What is large enough for standard print is too small for large print."""
    style = "body, body *, html { font-size: 12pt }"

    proof = prove_blocks(edition="large-print", style=style)

    (hint,) = {problem.hint for problem in with_code(proof, "small-type")}
    assert hint.startswith(
        "large-print has at least 16 pt, set in templates/editions/large-print.yaml, line "
    )


def test_standard_print_is_large_enough(found: Found) -> None:
    """The shared styles keep to the least size of standard print."""
    assert "small-type" not in found()
