"""Fit a sheet: draft it at rungs of the ladder, and complete the layout that is kept."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from leafwright.blocks.block import BlockTraits
from leafwright.pdf.box import Box
from leafwright.pdf.fit import Goal, fit
from leafwright.pdf.ink import least_fill_of
from leafwright.pdf.ladder import Step
from leafwright.pdf.layout import RESERVED, SHEET_END, Layout, Page, boxes_on
from leafwright.pdf.margins import MoreHeight
from leafwright.pdf.misfit import has_page_each
from leafwright.pdf.placement import late_numbers, separated_pictures, split_parts, stranded_headings
from leafwright.sheet import Sheet
from leafwright.sheet.inventory import PrintedPart


def fitted(sheet: Sheet, page: Page, parts: tuple[PrintedPart, ...], more: MoreHeight = RESERVED) -> Layout:
    """Lay a sheet out so that it fits.

    It is done again where the head or foot takes more lines than the styles reserve height for.
    """

    def lay_out(step: Step, goal: Goal) -> Layout | None:
        return page.draft(step, more, lambda pages, follow: _misses(goal, pages, follow=follow))

    def _misses(goal: Goal, pages: Sequence[Any], *, follow: bool) -> bool:
        boxes = boxes_on(pages)
        text_follows = follow and SHEET_END not in boxes
        return (
            goal.is_missed_after(len(pages), text_follows=text_follows, follow=follow)
            or (goal.whole and _is_broken(sheet, parts, boxes))
            or (text_follows and least_fill_of(pages[-2:]) < goal.full)
        )

    laid = fit(lay_out, sheet.format.limit, lambda laid: _is_whole(sheet, parts, laid)).completed()
    enough = more.enough_for(laid.document)
    return laid if enough == more else fitted(sheet, page, parts, enough)


def _is_whole(sheet: Sheet, parts: tuple[PrintedPart, ...], laid: Layout) -> bool:
    boxes = laid.boxes()
    separated = separated_pictures(sheet, boxes, laid.areas())
    return not _is_broken(sheet, parts, boxes) and not any(separated)


def _is_broken(sheet: Sheet, parts: tuple[PrintedPart, ...], boxes: Mapping[str, tuple[Box, ...]]) -> bool:
    """Return whether pages, perhaps only the first ones, break what has to be whole."""
    return (
        any(split_parts(parts, boxes))
        or (has_page_each(sheet) and any(_split_tables(parts, boxes)))
        or any(name in boxes for name, _ in stranded_headings(sheet, boxes))
        or any(late_numbers(sheet, boxes))
    )


def _split_tables(
    parts: tuple[PrintedPart, ...], boxes: Mapping[str, tuple[Box, ...]]
) -> Iterator[PrintedPart]:
    """Go through the wide tables that do not end, with what is below them, on the page where they begin."""
    for part in parts:
        if isinstance(part.record, BlockTraits) and part.record.needs_width:
            shown = (box for name in (part.id, *part.record.pieces()) for box in boxes.get(name, ()))
            if len({box.page for box in shown if box.height > 0}) > 1:
                yield part
