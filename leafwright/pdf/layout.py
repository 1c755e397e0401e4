"""Lay out a sheet with the engine, and find where everything is on its pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import Any, Final, Self
from warnings import catch_warnings, simplefilter

import pydyf
from weasyprint import CSS, HTML, Document

from leafwright.flavours import ARCHIVED, Flavour
from leafwright.html import ORIGIN
from leafwright.pdf.box import Box
from leafwright.pdf.claims import claim_standards
from leafwright.pdf.conformance import finish, keep_links_single, options_of
from leafwright.pdf.engine import forget_sheet, pull_levers
from leafwright.pdf.engine.pages import IsHopeless, complete, draft
from leafwright.pdf.fetch import Files, WorkspaceFetcher
from leafwright.pdf.ink import begins_by_style, fill_of, least_fill_of, text_area
from leafwright.pdf.ladder import Step
from leafwright.pdf.margins import MoreHeight
from leafwright.pdf.page_fonts import BUNDLED, Fonts, PageFonts, activate_fonts, refuse_unknown
from leafwright.pdf.settled import settle
from leafwright.pdf.structure.writing import INSTEAD
from leafwright.pdf.unicode import write_letters
from leafwright.pictures.trial import engine_warnings

HOUSE_STYLES: Final = ("styles/index.css", "styles/page.css")
"""The styles of every sheet; a page's own style has only what differs from sheet to sheet."""

SHEET_END: Final = "sheet-end"
"""The id of the element after the last text, and before what is cut out."""
RESERVED: Final = MoreHeight()
"""The head and the foot with the height that the styles reserve for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A document laid out at one rung of the ladder; `faces` are the hashes of the fonts it may use.

    A draft has no heads, feet and grounds; the `rest` adds them.
    """

    document: Document
    step: Step
    warnings: tuple[str, ...]
    faces: frozenset[str] = frozenset()
    more: MoreHeight = RESERVED
    flavour: Flavour = ARCHIVED
    rest: Iterator[Any] | None = None

    def completed(self) -> Self:
        """Complete a draft, once."""
        if self.rest is None:
            return self
        with engine_warnings() as late:
            complete(self.document, self.rest)
        return replace(self, rest=None, warnings=(*self.warnings, *late))

    @property
    def pages(self) -> int:
        """The number of pages."""
        return len(self.document.pages)

    @property
    def text_pages(self) -> int:
        """The number of pages, without the leaves of what is cut out."""
        ends = self.boxes().get(SHEET_END)
        return ends[-1].page if ends else self.pages

    @property
    def last_fill(self) -> float:
        """The share of the last text page's area that is used."""
        return fill_of(self.document.pages[self.text_pages - 1])

    @property
    def least_fill(self) -> float:
        """The share of the emptiest text page before the last that is used, unless a style ends it."""
        return least_fill_of(self.document.pages[: self.text_pages])

    def fills(self) -> tuple[float, ...]:
        """Return the share of each page's text area that is used, down to the lowest ink."""
        return tuple(map(fill_of, self.document.pages))

    def ends_by_style(self, page: int) -> bool:
        """Return whether a style ends a page, so that it need not be full."""
        return begins_by_style(*self.document.pages[page - 1 : page + 1])

    def papers(self) -> tuple[Box, ...]:
        """Return the box of each page."""
        return tuple(
            Box(page=number, left=0, top=0, right=page.width, bottom=page.height)
            for number, page in enumerate(self.document.pages, start=1)
        )

    def areas(self) -> tuple[Box, ...]:
        """Return the text area of each page, inside its margins."""
        return tuple(text_area(page, number) for number, page in enumerate(self.document.pages, start=1))

    def boxes(self) -> Mapping[str, tuple[Box, ...]]:
        """Collect the boxes of every element with an id, one for each of its pages."""
        return boxes_on(self.document.pages)

    def write(self) -> bytes:
        """Write the PDF. Raises FontError if it uses a font that was not checked."""
        with catch_warnings():
            # The engine leaves closing its colour profile to the garbage collector.
            simplefilter("ignore", ResourceWarning)
            keep_links_single(self.document)
            write_letters(self.document)

            def finisher(document: Document, pdf: pydyf.PDF) -> None:
                finish(document, pdf)
                refuse_unknown(document.fonts.values(), self.faces)
                settle(pdf)

            return bytes(self.document.write_pdf(finisher=finisher, **options_of(self.flavour)))


def boxes_on(pages: Sequence[Any]) -> Mapping[str, tuple[Box, ...]]:
    """Collect the boxes of every element with an id on the engine's pages, one for each of its pages."""
    areas: dict[str, list[Box]] = {}
    for number, page in enumerate(pages, start=1):
        for name, (left, top, right, bottom) in page.anchors.items():
            box = Box(page=number, left=left, top=top, right=right, bottom=bottom)
            areas.setdefault(name, []).append(box)
    return {name: tuple(boxes) for name, boxes in areas.items()}


class Engine:
    """Lays out pages with some files, and caches what can be reused from sheet to sheet.

    Style sheets are parsed once; after one was edited, make a new engine. A page sees only the bundled fonts
    and those of its own scripts, whatever else is installed and whatever was laid out before.
    """

    def __init__(self, files: Files, made: Mapping[str, bytes] | None = None) -> None:
        """Prepare for pages with `files`, such as a workspace, and pictures that were `made` for them."""
        pull_levers()
        INSTEAD.pull()
        self._fetcher = WorkspaceFetcher(files, made or {})
        self._fonts: dict[PageFonts, Fonts] = {}
        self._styles: dict[str, Parsed] = {}

    def with_files(self, files: Files) -> Self:
        """Return an engine for other files with the same styles, which are not parsed again."""
        other = copy(self)
        other._fetcher = WorkspaceFetcher(files)  # noqa: SLF001  # it is one of ours
        return other

    def open(self, html: str, styles: Iterable[str] = (), fonts_of: PageFonts = BUNDLED) -> "Page":
        """Read a page and its style sheets, each named from the workspace's root.

        The page's own style element overrides them.
        """
        forget_sheet()
        page = HTML(string=html, base_url=ORIGIN, url_fetcher=self._fetcher)
        parsed = tuple(map(self._parsed, styles))
        return Page(engine=self, html=page, styles=parsed, fonts=self._fonts_for(fonts_of))

    def parse(self, text: str) -> CSS:
        """Parse a few rules of CSS."""
        return CSS(string=text, font_config=self._fonts_for(BUNDLED).configuration, url_fetcher=self._fetcher)

    def _fonts_for(self, page: PageFonts) -> Fonts:
        """Activate the fonts of a page. Raises FontError like `fonts.activate`.

        The fonts that a page loads stay in its configuration, in files that go with it, so it is not kept.
        """
        if page.own:
            return activate_fonts(page)
        if page not in self._fonts:
            self._fonts[page] = activate_fonts(page)
        return self._fonts[page]

    def _parsed(self, name: str) -> "Parsed":
        if name not in self._styles:
            with engine_warnings() as warnings:
                css = CSS(
                    url=ORIGIN + name,
                    font_config=self._fonts_for(BUNDLED).configuration,
                    url_fetcher=self._fetcher,
                )
            self._styles[name] = Parsed(css=css, warnings=tuple(warnings))
        return self._styles[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A style sheet, and the engine's warnings about it."""

    css: CSS
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page that is read once and laid out at as many rungs as needed."""

    engine: Engine
    html: HTML
    styles: tuple[Parsed, ...]
    fonts: Fonts
    flavour: Flavour = ARCHIVED

    def lay_out(self, step: Step, more: MoreHeight = RESERVED) -> Layout:
        """Lay the page out at one rung of the ladder."""
        with engine_warnings() as warnings:
            document = self._render(step, more)
        return self._laid(document, step, more, warnings)

    def draft(self, step: Step, more: MoreHeight, is_hopeless: IsHopeless) -> Layout | None:
        """Draft the page at one rung of the ladder; None if the layout is given up because it is hopeless."""
        with engine_warnings() as warnings:
            drafted = draft(lambda: self._render(step, more), is_hopeless)
        if drafted is None:
            return None
        document, rest = drafted
        return replace(self._laid(document, step, more, warnings), rest=rest)

    def _render(self, step: Step, more: MoreHeight) -> Document:
        rung = self.engine.parse(step.css + more.css)
        styles = [*(style.css for style in self.styles), rung]
        document = self.html.render(
            font_config=self.fonts.configuration, stylesheets=styles, **options_of(self.flavour)
        )
        claim_standards(document, self.flavour)
        return document

    def _laid(self, document: Document, step: Step, more: MoreHeight, warnings: Iterable[str]) -> Layout:
        early = (warning for style in self.styles for warning in style.warnings)
        warned = (*early, *warnings)
        laid = {"document": document, "step": step, "warnings": warned, "more": more}
        return Layout(**laid, faces=self.fonts.faces, flavour=self.flavour)
