"""A clinic's brand to its proof: one PDF that holds to everything a leaflet must."""

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
"""What a brand proof is set in: what leaflets are, and the few parts that no leaflet has."""


def prove_brand(library: Library, folder: ClinicFolder) -> Proof:
    """Show a clinic's brand whole, a page without colour among the rest.

    Raises ContentError for an example that cannot be printed, FontError when there are no fonts.
    """
    stand = Stand.of(library, folder)
    pictures = example_pictures(stand.workspace)
    sheet, grey = make_brand_sheet(stand), make_grey_sheet(stand)
    plain = prove(grey, render_html(grey, stand.workspace), Engine(stand.workspace, pictures))
    html = render_html(sheet, stand.workspace, TEMPLATE)
    engine = Engine(stand.workspace, {**pictures, GREY: draw_grey(plain.content)})
    return prove(sheet, html, engine, STYLES)
