"""The second file of a booklet: its pages two by two on sheets of paper, to be printed, folded and stapled.

The sheets are printed on both sides and flipped on the short edge. The file is only to print: it shows the
pages of the booklet without their tags. So it is proved in its own way: every text of every page is in it
once, where the page belongs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final, NamedTuple
from unicodedata import mirrored

import pypdfium2 as pdfium
from pypdfium2 import raw

from leafwright.page_format import LEAF
from leafwright.pdf.extract import POINT, Strip, read_strips
from leafwright.pdf.measure import Measured
from leafwright.print_only import PrintOnly, describe_print_only
from leafwright.problems import Problem, quoted
from leafwright.sheet import Sheet

INCH: Final = 72
MM: Final = INCH / 25.4
"""In points, in which a PDF measures."""
SIZES: Final = {"A4": (297 * MM, 210 * MM), "Letter": (11 * INCH, 8.5 * INCH)}
"""The sheets of paper, lying on their side."""
TICK: Final = 9 * MM
"""How long the mark of the fold is, from the edge of the paper, of which a printer may leave out half."""
GREY: Final = 140
TOLERANCE: Final = 1.0
"""How far a text may be from where it belongs, in pixels."""


class PaperSide(NamedTuple):
    """One side of a sheet of paper: the numbers of its two pages."""

    left: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a text is, or belongs, in the file to print.

    The spaces of a text, the order of what runs from right to left and which way a bracket opens are read
    differently without tags; so its `letters` are sorted, without brackets.
    """

    text: str
    letters: str
    side: int
    left: float
    top: float

    def is_near(self, other: "_Place") -> bool:
        """Return whether both are in the same place."""
        return max(abs(self.left - other.left), abs(self.top - other.top)) <= TOLERANCE


def sides_of(pages: int, *, rtl: bool = False) -> tuple[PaperSide, ...]:
    """List the sides of a booklet, front and back in turn, the outermost sheet first.

    A booklet that is read from right to left is bound on its right.
    """
    sides = [
        side
        for sheet in range(0, pages // 2, 2)
        for side in (PaperSide(pages - sheet, 1 + sheet), PaperSide(2 + sheet, pages - 1 - sheet))
    ]
    return tuple(PaperSide(right, left) for left, right in sides) if rtl else tuple(sides)


def impose(measured: Measured) -> bytes:
    """Put the pages of a booklet two by two on sheets of paper; equal booklets give equal bytes."""
    width, height = SIZES[measured.sheet.format.sheet_paper]
    with pdfium.PdfDocument(measured.content) as booklet, pdfium.PdfDocument.new() as made:
        for side in _sides(measured):
            page = made.new_page(width, height)
            for number, across in zip(side, _starts(measured), strict=True):
                placed = booklet.page_as_xobject(number - 1, made)
                drawn = placed.as_pageobject()
                drawn.set_matrix(pdfium.PdfMatrix().translate(across, 0))
                page.insert_obj(drawn)
                placed.close()
            for start in (0, height - TICK):
                page.insert_obj(_tick(width / 2, start, made))
            page.gen_content()
            page.close()
        written = BytesIO()
        made.save(written)
    return describe_print_only(written.getvalue(), _about(measured.sheet), measured.content)


def _about(sheet: Sheet) -> PrintOnly:
    return PrintOnly(
        title=f"{sheet.title.plain} ({sheet.edition_name.plain})",
        author=sheet.masthead.clinic.plain,
        subject=sheet.phrases.catalogue.card.print_file.replace("{paper}", sheet.format.sheet_paper),
        language=sheet.key.language,
        issued=sheet.issued,
        duplex="DuplexFlipShortEdge",
    )


def find_unfoldable(measured: Measured) -> Iterator[Problem]:
    """Report a booklet whose pages do not fill its sheets of paper."""
    pages = measured.layout.pages
    if measured.sheet.format.imposed and pages % LEAF:
        yield Problem(
            place=measured.place,
            code="unfoldable",
            message=f"a booklet of {pages} pages does not fill its sheets of paper, {LEAF} pages on each",
            hint="a page for notes must fit on one page, and a template must print them: parts/notes.html",
        )


def find_misplaced(measured: Measured, made: bytes) -> Iterator[Problem]:
    """Report a text of the booklet that is not once in the file to print, where its page belongs."""
    wanted = list(_wanted(measured))
    there = [_place(strip, strip.box.page, 0) for strip in read_strips(made)]
    known: dict[tuple[str, int], list[_Place]] = {}
    for place in there:
        known.setdefault((place.letters, place.side), []).append(place)
    for place in wanted:
        alike = known.get((place.letters, place.side), [])
        near = next(filter(place.is_near, alike), None)
        if near is None:
            yield _misplaced(measured, f"{quoted(place.text)} is not where it belongs on side {place.side}")
            return
        alike.remove(near)
    if len(there) > len(wanted):
        yield _misplaced(measured, "it has more texts than the booklet")


def _misplaced(measured: Measured, fault: str) -> Problem:
    hint = "this is a fault of the program: please report it"
    message = f"the file to print is not the booklet: {fault}"
    return Problem(place=measured.place, code="misplaced-page", message=message, hint=hint)


def _wanted(measured: Measured) -> Iterator[_Place]:
    starts = [start * POINT for start in _starts(measured)]
    for number, side in enumerate(_sides(measured), start=1):
        for page, across in zip(side, starts, strict=True):
            strips = (strip for strip in measured.strips if strip.box.page == page)
            yield from (_place(strip, number, across) for strip in strips)


def letters_of(text: str) -> str:
    """Sort the letters of a text, which are the same whichever way it is read."""
    return "".join(sorted(sign for sign in text if not (sign.isspace() or mirrored(sign))))


def _place(strip: Strip, side: int, across: float) -> _Place:
    box, letters = strip.box, letters_of(strip.text)
    return _Place(text=strip.text, letters=letters, side=side, left=box.left + across, top=box.top)


def _sides(measured: Measured) -> tuple[PaperSide, ...]:
    return sides_of(measured.layout.pages, rtl=measured.sheet.direction == "rtl")


def _starts(measured: Measured) -> tuple[float, float]:
    """Return where the left and the right page begin, in points: they meet at the fold."""
    middle = SIZES[measured.sheet.format.sheet_paper][0] / 2
    return middle - measured.papers[0].right / POINT, middle


def _tick(across: float, start: float, made: pdfium.PdfDocument) -> pdfium.PdfObject:
    """Draw a mark at which the paper is folded."""
    line = raw.FPDFPageObj_CreateNewPath(across, start)
    raw.FPDFPath_LineTo(line, across, start + TICK)
    raw.FPDFPageObj_SetStrokeColor(line, GREY, GREY, GREY, 255)
    raw.FPDFPageObj_SetStrokeWidth(line, 0.5)
    raw.FPDFPath_SetDrawMode(line, raw.FPDF_FILLMODE_NONE, True)  # noqa: FBT003  # the library's own signature
    return pdfium.PdfObject(line, pdf=made)
