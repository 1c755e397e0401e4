"""Prove a clinic's brand: one PDF with the same checks as a leaflet."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from leafwright.brand.drawing import draw_page
from leafwright.brand.examples import example_pictures
from leafwright.brand.fronts import make_fronts
from leafwright.brand.make import GREY, BrandInputs, make_brand_sheet, make_grey_sheet
from leafwright.brand.record import PagePicture
from leafwright.html import render_html
from leafwright.library import ClinicFolder, Library
from leafwright.pdf import Engine, Proof, prove
from leafwright.pdf.layout import HOUSE_STYLES
from leafwright.problems import Problem, sort_problems
from leafwright.text import phrase

TEMPLATE: Final = "brand/page.html"
STYLES: Final = (*HOUSE_STYLES, "styles/brand.css")
"""The styles of a brand proof: those of leaflets, and one for the parts that no leaflet has."""


def prove_brand(library: Library, folder: ClinicFolder) -> Proof:
    """Show a clinic's whole brand, with the front of a leaflet in each look and a page without colour.

    Raises ContentError for an example that cannot be printed, FontError when there are no fonts.
    """
    inputs = BrandInputs.of(library, folder)
    pictures = {**example_pictures(inputs.workspace), **folder.fonts.contents}
    fronts, drawn, problems = _draw_fronts(inputs, pictures)
    sheet, grey = make_brand_sheet(inputs, fronts), make_grey_sheet(inputs)
    plain = prove(grey, render_html(grey, inputs.workspace), Engine(inputs.workspace, pictures))
    html = render_html(sheet, inputs.workspace, TEMPLATE)
    made = {**pictures, **drawn, GREY: draw_page(plain.content, grey=True)}
    proof = prove(sheet, html, Engine(inputs.workspace, made), STYLES)
    return replace(proof, problems=sort_problems((*problems, *proof.problems)))


def _draw_fronts(
    inputs: BrandInputs, pictures: Mapping[str, bytes]
) -> tuple[tuple[PagePicture, ...], dict[str, bytes], list[Problem]]:
    """Draw the fronts of a leaflet; returns them, their files by name, and what their proofs found."""
    shown: list[PagePicture] = []
    drawn: dict[str, bytes] = {}
    problems: list[Problem] = []
    engine = Engine(inputs.workspace, pictures)
    for caption, sheet in make_fronts(inputs):
        proof = prove(sheet, render_html(sheet, inputs.workspace), engine)
        source = f"brand/front-{len(shown)}.png"
        drawn[source] = draw_page(proof.content)
        shown.append(
            PagePicture(source=source, alt=f"The front of a leaflet: {caption}", caption=phrase(caption))
        )
        problems += proof.problems
    return tuple(shown), drawn, problems
