"""Check that a sheet has no more pages than it may, and tell which words make it too long."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from math import ceil
from typing import Final

from leafwright.blocks.block import BlockTraits
from leafwright.blocks.form import FieldRowView
from leafwright.blocks.table import TableView
from leafwright.page_format import NOWHERE
from leafwright.pdf.fit import MM
from leafwright.pdf.measure import Measured, millimetres
from leafwright.pdf.tall_cells import cells_of, lines_to_keep, say_too_tall, tallest_of
from leafwright.problems import Problem
from leafwright.sheet import Sheet
from leafwright.sheet.beside import PREFIX
from leafwright.sheet.inventory import PrintedPart

MOST_NAMED: Final = 4
"""How many cells a message names."""
LEAST_SPACE: Final = 25 * MM
"""How high the space to write on in a block is, at least, if a message names it."""
EDGE: Final = 1
"""How far below a page's edge what ends there may be, in CSS pixels: the engine's sums are not exact."""

LANGUAGES: Final = 2
"""How many languages a bilingual sheet is in, and how many pages it may have if each has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TooLong:
    """A block that is too long, with its parts, and by how much."""

    parts: tuple[PrintedPart, ...]
    excess: float


def has_page_each(sheet: Sheet) -> bool:
    """Return whether each of two languages has a page of its own."""
    return sheet.beside is not None and sheet.format.limit.pages == LANGUAGES


def find_misfit(measured: Measured) -> Iterator[Problem]:
    """Report a sheet with too many pages, its longest block, and what makes that so long."""
    pages, allowed = measured.layout.text_pages, measured.sheet.format.limit.pages
    if allowed is None or pages <= allowed:
        return
    tallest = sorted(measured.parts, key=lambda part: measured.height(part.id), reverse=True)
    longest = next(part for part in tallest if part.is_block)
    found = list(_too_long(measured, allowed, longest))
    by_block = [_to_shorten(measured, block) for block in found]
    shorter = list(chain.from_iterable(by_block)) if all(by_block) else []
    rows = [longest, *(part for part in tallest if part.block == longest.id and not part.is_block)]
    cells = [] if shorter else list(tallest_of(cells_of(measured, rows)))[:MOST_NAMED]
    first = rows[1] if len(rows) > 1 else longest
    named = "; what makes it tall: " + "; ".join(map(str, cells)) if cells else ""
    excess = sum(block.excess for block in found)
    too_long = f"{millimetres(excess)} too long at the tightest{_in_lines(excess, _line_of(measured, rows))}"
    size = f"{measured.name_of(longest.id)} with {millimetres(measured.height(longest.id))}"
    begin = "as `tall-cell` says of its cells" if shorter else f"beginning with line {first.place.line}"
    words = f"it, {begin},{' take a row out of it' if cells else ''}{_fewer_lines(measured)}"
    limit = _limit_of(measured.sheet, pages)
    yield Problem(
        place=cells[0].place if cells else longest.place,
        code="does-not-fit",
        message=f"{pages} pages where {allowed} may be, {too_long}; the longest block is {size}",
        hint=f"shorten {words} or leave a section out of this variant{limit}{named}",
    )
    yield from shorter


def _to_shorten(measured: Measured, block: TooLong) -> tuple[Problem, ...]:
    """Report each cell that is to be shortened so that a block is short enough; none if that cannot help."""
    cells, line = list(cells_of(measured, block.parts)), _line_of(measured, block.parts)
    return tuple(say_too_tall(cells, lines_to_keep(cells, block.excess / line))) if line else ()


def _limit_of(sheet: Sheet, pages: int) -> str:
    """Say where the limit of pages is set, and how a handout raises it to the pages that there are."""
    limit = sheet.format.limit
    if limit.place == NOWHERE:
        return ""
    if not limit.raised:
        return f"; the limit is set in {limit.place.file}, line {limit.place.line}"
    name = sheet.key.variant
    if not limit.listed:
        return f"; `pages: {pages}` below `{name}:` in the handout raises the limit"
    raised = f"; `variants: {{{name}: {{pages: {pages}}}}}` in the handout raises the limit"
    return f"{raised}, and its other sheets are named there too, each with `: {{}}` after it"


def _fewer_lines(measured: Measured) -> str:
    """Name the block with the most space to write on, if it has much."""
    blocks = {part: _space_in(measured, part) for part in measured.parts if part.is_block}
    most = max(blocks, key=lambda part: blocks[part])
    if blocks[most] < LEAST_SPACE:
        return ""
    where = f"{most.place} {measured.name_of(most.id)}, {millimetres(blocks[most])}"
    return f" take out lines or rows to write on ({where}),"


def _space_in(measured: Measured, block: PrintedPart) -> float:
    """Add up the lines, the rows of fields and the empty rows of a block."""
    parts = [part for part in measured.parts if part.block == block.id]
    names = [f"{block.id}-lines", *(part.id for part in parts if isinstance(part.record, FieldRowView))]
    if isinstance(block.record, TableView):
        names += [row.id for row in block.record.rows if not any(cell.text for cell in row.cells)]
    return sum(map(measured.height, names))


def _too_long(measured: Measured, allowed: int, longest: PrintedPart) -> Iterator[TooLong]:
    """Go through the tables that are too long for the page of their language, or else the longest block."""
    beyond = list(_beyond_their_pages(measured, longest)) if has_page_each(measured.sheet) else []
    excess = _excess(measured, allowed, longest)
    yield from beyond or [TooLong(parts=_parts_of(measured, longest.id), excess=excess)]


def _beyond_their_pages(measured: Measured, longest: PrintedPart) -> Iterator[TooLong]:
    """Go through a table and its source, where that is below it, as far as each is too long for a page."""
    own, record = longest.id.removeprefix(PREFIX), longest.record
    pair = [_parts_of(measured, name) for name in (own, f"{PREFIX}{own}")]
    if all(pair) and isinstance(record, BlockTraits) and record.needs_width:
        within = {own, *(name.removeprefix(PREFIX) for name in record.pieces())}
        for parts, names in zip(pair, (within, measured.boxes), strict=True):
            if (excess := _beyond(measured, parts[0], names)) > 0:
                yield TooLong(parts=parts, excess=excess)


def _parts_of(measured: Measured, block: str) -> tuple[PrintedPart, ...]:
    return tuple(part for part in measured.parts if part.block == block)


def _beyond(measured: Measured, block: PrintedPart, names: Iterable[str]) -> float:
    """Return how much more than a page a block and what follows it take, as far as it has these names."""
    first = measured.boxes[block.id][0]
    area = measured.areas[first.page - 1]
    before = first.top - area.top if first.page > 1 else 0
    ends: dict[int, float] = {}
    for box in chain.from_iterable(measured.boxes.get(name, ()) for name in names):
        if box.page >= first.page and box.bottom <= area.bottom + EDGE:
            ends[box.page] = max(box.bottom, ends.get(box.page, 0))
    tops = {page: measured.areas[page - 1].top for page in ends}
    used = sum(end - tops[page] for page, end in ends.items())
    again = len(measured.headed_pages(block.id)) - 1
    return used - before - again * _head_of(measured, block) - area.height


def _excess(measured: Measured, allowed: int, longest: PrintedPart) -> float:
    """Add up the heights on the extra pages, without the room left before them and a repeated table head."""
    pages = measured.areas[: measured.layout.text_pages]
    full = sum(area.height for area in pages[allowed:-1])
    last = pages[allowed - 1]
    ends = (box.bottom for boxes in measured.boxes.values() for box in boxes if box.page == allowed)
    room = last.bottom - max((end for end in ends if end <= last.bottom + EDGE), default=last.bottom)
    begins = max(allowed, measured.pages_of(longest.id)[0])
    again = any(page > begins for page in measured.headed_pages(longest.id))
    head = _head_of(measured, longest) if again else 0
    return max(full + measured.layout.last_fill * pages[-1].height - room - head, MM)


def _head_of(measured: Measured, table: PrintedPart) -> float:
    """Return the height of the head of a table."""
    page = max(measured.headed_pages(table.id), default=0)
    pieces = (piece for piece in measured.pieces if piece.owner == table.id and piece.column >= 0)
    heads = [piece.box for piece in pieces if piece.box.page == page]
    return max(box.bottom for box in heads) - min(box.top for box in heads) if heads else 0


def _in_lines(excess: float, line: float) -> str:
    """Say how many lines have a height."""
    lines = ceil(excess / line) if line else 0
    return f", about {lines} lines" if lines > 1 else ", about a line" if lines else ""


def _line_of(measured: Measured, parts: Iterable[PrintedPart]) -> float:
    """Return how high most lines of a block are."""
    ids = {part.id for part in parts}
    heights = sorted(piece.box.height for piece in measured.pieces if piece.owner in ids and piece.text)
    return heights[len(heights) // 2] if heights else 0
