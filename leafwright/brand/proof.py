"""Prove a clinic's brand: one PDF with the same checks as a leaflet."""

from typing import Final

from leafwright.brand.examples import example_pictures
from leafwright.brand.grey import draw_grey
from leafwright.brand.make import GREY, Stand, make_brand_sheet, make_grey_sheet
from leafwright.html import render_html
from leafwright.library import ClinicFolder, Library
from leafwright.pdf import Engine, Proof, prove
from leafwright.pdf.layout import HOUSE_STYLES

TEMPLATE: Final = "brand/page.html"
STYLES: Final = (*HOUSE_STYLES, "styles/brand.css")
"""The styles of a brand proof: those of leaflets, and one for the parts that no leaflet has."""


def prove_brand(library: Library, folder: ClinicFolder) -> Proof:
    """Show a clinic's whole brand, with a page without colour.

    Raises ContentError for an example that cannot be printed, FontError when there are no fonts.
    """
    stand = Stand.of(library, folder)
    pictures = {**example_pictures(stand.workspace), **folder.fonts.contents}
    sheet, grey = make_brand_sheet(stand), make_grey_sheet(stand)
    plain = prove(grey, render_html(grey, stand.workspace), Engine(stand.workspace, pictures))
    html = render_html(sheet, stand.workspace, TEMPLATE)
    engine = Engine(stand.workspace, {**pictures, GREY: draw_grey(plain.content)})
    return prove(sheet, html, engine, STYLES)
