"""Draft a layout: watch its pages as they are made, and leave for later what only a kept layout needs.

The engine breaks a document into pages first, and adds heads, feet and grounds afterwards. Most layouts are
only tried, so a draft ends before that, or at the page that shows that it is no use. A completed draft has
the pages that the engine would have made at once.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Final, TypeAlias

from weasyprint import Document
from weasyprint.document import Page

from leafwright.pdf.engine.lever import Lever

IsHopeless: TypeAlias = Callable[[Sequence[Page], bool], bool]
"""Decides by its pages so far, and by whether more follow, that a layout is no use."""


class _HopelessError(Exception):
    """The layout is no use."""


@dataclass(slots=True, kw_only=True)
class _Draft:
    """A layout that is being made, its pages so far, and what adds to them what they lack."""

    is_hopeless: IsHopeless
    pages: list[Page] = field(default_factory=list)
    rest: Iterator[Any] | None = None


_BEGUN: list[_Draft] = []


def draft(
    render: Callable[[], Document], is_hopeless: IsHopeless
) -> tuple[Document, Iterator[Any] | None] | None:
    """Render a document without heads, feet and grounds; None if it is given up.

    With it comes what `complete` needs; None if the document is complete.
    """
    begun = _Draft(is_hopeless=is_hopeless)
    _BEGUN.append(begun)
    try:
        document = render()
    except _HopelessError:
        return None
    finally:
        _BEGUN.pop()
    if begun.rest:
        document.pages = begun.pages
    return document, begun.rest


def complete(document: Document, rest: Iterator[Any]) -> None:
    """Add heads, feet and grounds to a draft."""
    document.pages = [Page(box) for box in rest]


def _watched(make: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    def make_all_pages(context: Any, *given: Any) -> Iterator[Any]:
        begun = _BEGUN[-1] if _BEGUN else None
        if begun:
            begun.pages = []
        for number, box in enumerate(make(context, *given), start=1):
            if begun:
                begun.pages.append(Page(box))
                follow = context.page_maker[number][0] is not None
                if begun.is_hopeless(begun.pages, follow):
                    raise _HopelessError
            yield box

    return make_all_pages


def _interrupted(lay_out: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    def layout_document(*given: Any) -> Iterator[Any]:
        boxes = lay_out(*given)
        if not _BEGUN:
            return boxes
        _BEGUN[-1].rest = chain([next(boxes)], boxes)
        return iter(())

    return layout_document


WATCHED: Final = Lever("make_all_pages", ("weasyprint.layout",), _watched)
INTERRUPTED: Final = Lever("layout_document", ("weasyprint.document",), _interrupted)
