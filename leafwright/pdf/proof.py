"""Turn a sheet's HTML into its proof: the PDF, its rung of the ladder, and every problem on it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from weasyprint.urls import FatalURLFetchingError

from leafwright.page_format import LEAF
from leafwright.pdf import (
    content,
    continued,
    cut_out,
    lettering,
    misfit,
    order,
    overprint,
    placement,
    seen,
    soundness,
    two_up,
)
from leafwright.pdf.filling import fills_of
from leafwright.pdf.fitted import fitted
from leafwright.pdf.form.reading import find_lost_fields
from leafwright.pdf.ladder import LOOSEST, Step
from leafwright.pdf.layout import HOUSE_STYLES, Engine
from leafwright.pdf.measure import Check, Measured
from leafwright.pdf.page_fonts import PageFonts
from leafwright.pdf.structure.whole import find_continued_tags
from leafwright.pictures.trial import engine_warnings
from leafwright.problems import Problem, sort_problems
from leafwright.sheet import Sheet
from leafwright.sheet.inventory import parts_of, sheet_place
from leafwright.sheet.page_fill import PageFill

CHECKS: Final[tuple[Check, ...]] = (
    misfit.find_misfit,
    placement.find_outside,
    placement.find_tall_margins,
    placement.find_split,
    placement.find_separated_pictures,
    placement.find_stranded,
    placement.find_late_numbers,
    placement.find_thin_page,
    two_up.find_unfoldable,
    cut_out.find_behind,
    cut_out.find_tall_card,
    overprint.find_overprinted,
    seen.find_unseen,
    content.find_lost,
    content.find_repeated,
    continued.find_unnamed,
    continued.find_missing_head,
    continued.find_false,
    content.find_missing_foot,
    order.find_torn_runs,
    lettering.find_missing_glyphs,
    lettering.find_wrong_fonts,
    lettering.find_small_type,
    soundness.find_engine_warnings,
    soundness.find_nonconformance,
    find_continued_tags,
    find_lost_fields,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A rendered PDF and its problems; it can be published if none of them is an error.

    A booklet also has a `print_file`.
    """

    content: bytes
    pages: int
    step: Step
    problems: tuple[Problem, ...]
    fills: tuple[PageFill, ...] = ()
    print_file: bytes = b""


def _fonts_of(sheet: Sheet) -> PageFonts:
    theme = sheet.theme
    return PageFonts(scripts=theme.scripts, own=frozenset(face.sha256 for _, face in theme.faces))


def prove(sheet: Sheet, html: str, engine: Engine, styles: Iterable[str] = HOUSE_STYLES) -> Proof:
    """Lay a sheet out so that it fits, write it, read it back and check it.

    The same sheet gives the same bytes, whatever the engine laid out before.
    """
    try:
        page, parts = engine.open(html, styles, _fonts_of(sheet)), parts_of(sheet)
        page = replace(page, flavour=sheet.format.flavour)
        layout = fitted(sheet, page, parts)
        with engine_warnings() as late:
            written = layout.write()
    except FatalURLFetchingError as refused:
        return Proof(content=b"", pages=0, step=LOOSEST, problems=(_refusal(sheet, refused),))
    warnings = tuple(dict.fromkeys((*layout.warnings, *late)))
    measured = Measured.of(sheet, layout, written, warnings)
    problems = sort_problems(problem for check in CHECKS for problem in check(measured))
    proof = Proof(
        content=written,
        pages=layout.pages,
        step=layout.step,
        problems=problems,
        fills=fills_of(measured),
    )
    return _imposed(proof, measured) if sheet.format.imposed and layout.pages % LEAF == 0 else proof


def _imposed(proof: Proof, measured: Measured) -> Proof:
    """Add the file to print of a booklet."""
    made = two_up.impose(measured)
    return replace(proof, print_file=made, problems=(*proof.problems, *two_up.find_misplaced(measured, made)))


def _refusal(sheet: Sheet, refused: FatalURLFetchingError) -> Problem:
    hint = "only pictures and styles of the workspace are printed"
    return Problem(place=sheet_place(sheet), code="refused-address", message=str(refused), hint=hint)
