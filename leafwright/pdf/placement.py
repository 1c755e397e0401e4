"""Check where things are printed: on the paper, within the margins, whole, and on the allowed pages."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice, pairwise
from typing import Final

from leafwright.blocks.heading import Heading
from leafwright.blocks.warning import EMERGENCY, WarningView
from leafwright.page_format import HALVED
from leafwright.pdf.box import Box
from leafwright.pdf.fit import LEAST_LAST_PAGE, MM
from leafwright.pdf.margins import LEAST_EDGE, TOLERANCE
from leafwright.pdf.measure import Measured, millimetres
from leafwright.problems import Problem, Severity, quoted
from leafwright.sheet import Sheet
from leafwright.sheet.inventory import PrintedPart
from leafwright.sheet.pictured import pictured_steps
from leafwright.sheet.sheet import STRIP

LEAST_SIDE: Final = 15 * MM
LEAST_SIDE_HALVED: Final = 12 * MM
SWING: Final = 0.12
"""How far a letter may reach beyond its line, in ems, like the tail of a j."""
WIDE_SWING: Final = 0.2
"""How far Arabic may reach beyond its line, in ems, like the bar of gaf and marks."""
MOST_WRAPPED: Final = 1 / 6
"""The share of the height of the paper that the lines of a head or a foot may take beyond their reserve."""
OPENING: Final = "opening"
ROOM: Final = (
    "the sides stay clear and 6 mm above and below; shorten the longest word or line, or correct the style"
)


def find_outside(measured: Measured) -> Iterator[Problem]:
    """Report what is beyond the paper or in its margins, where only the head and the foot may be."""
    yield from _find_narrow_sides(measured)
    for name, boxes in measured.boxes.items():
        for code, fault in (fault for box in boxes for fault in _faults(measured, box)):
            yield Problem(
                place=measured.place_of(name),
                code=code,
                message=f"{measured.name_of(name)} {fault}",
                hint=ROOM,
            )
    wide = frozenset(measured.sheet.theme.fallbacks)
    strips = ((strip, strip.core(WIDE_SWING if strip.family in wide else SWING)) for strip in measured.strips)
    faulty = [(strip, fault) for strip, box in strips for fault in _faults(measured, box)]
    # A head or a foot is reported once: in reversed order, the first page's overwrites the others'.
    once = {(strip.text, code): (strip, fault) for strip, (code, fault) in reversed(faulty)}
    for (text, code), (strip, fault) in once.items():
        yield Problem(place=measured.place_at(strip), code=code, message=f"{quoted(text)} {fault}", hint=ROOM)


def find_tall_margins(measured: Measured) -> Iterator[Problem]:
    """Report a head or a foot whose lines take too much of each page, at the longest text in it."""
    sheet, more = measured.sheet, measured.layout.more
    most = min(paper.height for paper in measured.papers) * MOST_WRAPPED
    feet = (sheet.foot.code, sheet.foot.clinic, sheet.foot.status)
    for name, height, texts in (("head", more.head, (sheet.title,)), ("foot", more.foot, feet)):
        longest = max(filter(None, texts), key=lambda text: len(text.plain))
        if height > most:
            yield Problem(
                place=longest.place or measured.place,
                code="tall-margin",
                message=f"the {name} of each page needs {millimetres(height)} more than is kept for it, and "
                f"may have {millimetres(most)}; its longest text is {quoted(longest.plain)}",
                hint="shorten what is written here, which is on each page",
            )


def find_split(measured: Measured) -> Iterator[Problem]:
    """Report parts that must be whole and are split over two pages."""
    for part, boxes in split_parts(measured.parts, measured.boxes):
        height, room = measured.height(part.id), max(area.height for area in measured.areas)
        message = f"{measured.name_of(part.id)} is split over pages {boxes[0].page} and {boxes[-1].page}"
        hint = "its style needs `break-inside: avoid`"
        if height > room:
            message += f": it is {millimetres(height)} tall and a page holds {millimetres(room)}"
            hint = "shorten it or make two of it"
        yield Problem(place=part.place, code="split-block", message=message, hint=hint)


def split_parts(
    parts: Iterable[PrintedPart], boxes: Mapping[str, tuple[Box, ...]]
) -> Iterator[tuple[PrintedPart, list[Box]]]:
    """Go through the parts that must be on one page and are not, each with its boxes."""
    for part in parts:
        shown = [box for box in boxes.get(part.id, ()) if box.height > 0]
        if part.whole and len(shown) > 1:
            yield part, shown


def find_separated_pictures(measured: Measured) -> Iterator[Problem]:
    """Report a picture that is on another page than the steps it shows."""
    for name, other in separated_pictures(measured.sheet, measured.boxes, measured.areas):
        pages = measured.pages_of(name) + measured.pages_of(other)
        subject = (
            f"{measured.name_of(name)} and {measured.name_of(other)}, a picture and its steps, are separated"
        )
        yield Problem(
            place=measured.place_of(other),
            code="split-block",
            message=f"{subject}: they are on pages {min(pages)} to {max(pages)}",
            hint="shorten them, or put another block between them if the picture does not show the steps",
        )


def separated_pictures(
    sheet: Sheet, boxes: Mapping[str, tuple[Box, ...]], areas: Iterable[Box]
) -> Iterator[tuple[str, str]]:
    """Go through the pictures and steps that belong together, would fit on one page and are on several.

    If they are too tall for a page, they must at least begin on the same one.
    """
    room = max(area.height for area in areas)
    for section in sheet.sections:
        names = [block.id for block in section.blocks]
        for first, second in ((names[one], names[two]) for one, two in pictured_steps(section.blocks)):
            pages = [{box.page for box in boxes.get(name, ()) if box.height > 0} for name in (first, second)]
            tall = sum(box.height for name in (first, second) for box in boxes.get(name, ())) > room
            if len(pages[0] | pages[1]) > 1 and not (tall and pages[0] & pages[1]):
                yield first, second


def late_numbers(sheet: Sheet, boxes: Mapping[str, tuple[Box, ...]]) -> Iterator[str]:
    """Find what says whom to phone in an emergency and belongs on page 1, but is on a later page.

    That is the contact strip, and the first warning of an emergency where such warnings begin a sheet.
    """
    if sheet.strip:
        yield from _unless_first(boxes, STRIP)
    if sheet.format.order != "as-written":
        blocks = (block for section in sheet.sections for block in section.blocks)
        alarms = (block.id for block in blocks if isinstance(block, WarningView) and block.level == EMERGENCY)
        yield from (late for alarm in islice(alarms, 1) for late in _unless_first(boxes, alarm))


def _unless_first(boxes: Mapping[str, tuple[Box, ...]], name: str) -> Iterator[str]:
    if _first_page(boxes, name) > 1:
        yield name


def find_late_numbers(measured: Measured) -> Iterator[Problem]:
    """Report an emergency number that is not on page 1, where a frightened reader looks for it."""
    for name in late_numbers(measured.sheet, measured.boxes):
        yield Problem(
            place=measured.place_of(name),
            code="late-number",
            message=f"whom to phone in an emergency is on page {measured.pages_of(name)[0]}, not on page 1",
            hint="shorten the title, the summary or what else stands before it",
        )


def find_stranded(measured: Measured) -> Iterator[Problem]:
    """Report a heading at the end of a page, because its block is too tall for the rest of the page."""
    for name, below in stranded_headings(measured.sheet, measured.boxes):
        room, height = max(area.height for area in measured.areas), measured.height(below)
        head = "the title" if name == OPENING else f"the heading of {measured.name_of(name)}"
        reason = f"it is {millimetres(height)} tall and a page holds {millimetres(room)}"
        yield Problem(
            place=measured.place_of(name),
            code="stranded-heading",
            message=f"{head} ends page {measured.boxes[name][0].page}, "
            f"because {measured.name_of(below)} begins on the next: {reason}",
            hint="shorten it or make two of it",
            severity=Severity.WARNING,
        )


def stranded_headings(sheet: Sheet, boxes: Mapping[str, tuple[Box, ...]]) -> Iterator[tuple[str, str]]:
    """Go through the sections and headings that are on the page before their block, each with that block.

    The title of a sheet without a glance heads its first section.
    """
    texts = [str(section.id) for section in sheet.sections]
    if texts and not sheet.glance and _first_page(boxes, OPENING) < _first_page(boxes, texts[0]):
        yield OPENING, texts[0]
    for section in sheet.sections:
        names = [block.id for block in section.blocks]
        heads = [block.id for block in section.blocks if isinstance(block, Heading)]
        for name, below in pairwise([section.id, *names]):
            if name in {section.id, *heads} and _first_page(boxes, name) < _first_page(boxes, below):
                yield name, below


def _first_page(boxes: Mapping[str, tuple[Box, ...]], name: str) -> int:
    """Return the page on which an element begins; 0 if it is not printed with this id."""
    return next((box.page for box in boxes.get(name, ()) if box.height > 0), 0)


def find_thin_page(measured: Measured) -> Iterator[Problem]:
    """Report a page without text, unless it is for notes or beside what is cut out, and a thin last one."""
    written = {strip.box.page for strip in measured.strips if measured.is_body(strip)}
    cut_out = (measured.pages_of(section.id)[:1] for section in measured.sheet.cut_out)
    around = {page + side for page in chain.from_iterable(cut_out) for side in (-1, 1)}
    notes, pages = measured.layout.step.notes, measured.layout.text_pages
    noted = set(range(pages + 1, pages + 1 + notes))
    for area in measured.areas:
        if area.page not in written | around | noted:
            message, hint = f"page {area.page} has no text", "look for a forced break"
            yield Problem(place=measured.place, code="empty-page", message=message, hint=hint)
    fill = measured.layout.last_fill
    limit = measured.sheet.format.limit.pages
    fits = limit is None or pages <= limit
    if fits and pages > 1 and fill < LEAST_LAST_PAGE and not notes:
        yield Problem(
            place=measured.place,
            code="thin-last-page",
            message=f"page {pages} is {fill:.0%} full, and no tighter layout avoids it",
            hint="cut some lines, or say more",
            severity=Severity.WARNING,
        )


def _find_narrow_sides(measured: Measured) -> Iterator[Problem]:
    pairs = list(zip(measured.areas, measured.papers, strict=True))
    side = min(min(area.left, paper.right - area.right) for area, paper in pairs)
    least = LEAST_SIDE_HALVED if measured.sheet.format.paper in HALVED else LEAST_SIDE
    if side < least - 1:
        message = f"the margins at the sides are {millimetres(side)} wide"
        hint = f"printers need {millimetres(least)}: see @page in styles/page.css"
        yield Problem(place=measured.place, code="outside-margin", message=message, hint=hint)


def _faults(measured: Measured, box: Box) -> Iterator[tuple[str, str]]:
    """Check a box against its page: it is in the text area, or completely in the head or the foot."""
    paper, area = measured.papers[box.page - 1], measured.areas[box.page - 1]
    if area.holds(box, TOLERANCE):
        return
    where, edge = f"page {box.page}", min(box.top, paper.bottom - box.bottom)
    marginal = box.bottom <= area.top + TOLERANCE or box.top >= area.bottom - TOLERANCE
    if not paper.holds(box, TOLERANCE):
        yield "outside-page", f"reaches {millimetres(_beyond(box, paper))} beyond the edge of {where}"
    elif not marginal or _beyond_sides(box, area) > TOLERANCE:
        yield "outside-margin", f"reaches {millimetres(_beyond(box, area))} into the margin of {where}"
    elif edge < LEAST_EDGE - TOLERANCE:
        yield "outside-margin", f"is {millimetres(edge)} from the edge of {where}"


def _beyond(box: Box, bounds: Box) -> float:
    """Return how far a box reaches out of its bounds."""
    return max(_beyond_sides(box, bounds), bounds.top - box.top, box.bottom - bounds.bottom)


def _beyond_sides(box: Box, bounds: Box) -> float:
    return max(bounds.left - box.left, box.right - bounds.right)
