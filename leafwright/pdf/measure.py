"""A sheet with its file and its measurements, which every check of a proof receives."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Self, TypeAlias

from leafwright.pdf.box import Box
from leafwright.pdf.extract import Strip, read_strips
from leafwright.pdf.fit import MM
from leafwright.pdf.layout import Layout
from leafwright.pdf.naming import name_of, place_near
from leafwright.pdf.pieces import Piece, read_pieces
from leafwright.problems import Place, Problem
from leafwright.sheet import Sheet
from leafwright.sheet.inventory import PrintedPart, parts_of, sheet_place


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A sheet, its layout, and its PDF, read back."""

    sheet: Sheet
    layout: Layout
    content: bytes
    warnings: tuple[str, ...]
    boxes: dict[str, tuple[Box, ...]]
    areas: tuple[Box, ...]
    papers: tuple[Box, ...]
    strips: tuple[Strip, ...]
    pieces: tuple[Piece, ...]
    parts: tuple[PrintedPart, ...]

    @classmethod
    def of(cls, sheet: Sheet, layout: Layout, content: bytes, warnings: tuple[str, ...]) -> Self:
        """Read a finished file back and measure it."""
        return cls(
            sheet=sheet,
            layout=layout,
            content=content,
            warnings=warnings,
            boxes=dict(layout.boxes()),
            areas=layout.areas(),
            papers=layout.papers(),
            strips=read_strips(content),
            pieces=read_pieces(layout),
            parts=parts_of(sheet),
        )

    @property
    def place(self) -> Place:
        """The place of problems that no line of YAML causes."""
        return sheet_place(self.sheet)

    def place_of(self, name: str) -> Place:
        """Find where the element with an id was written."""
        known = {part.id: part.place for part in self.parts}
        places = (known.get(name), self.sheet.places.get(name), place_near(self.sheet, name))
        return next(filter(None, places), self.place)

    def name_of(self, name: str) -> str:
        """Return what a message calls the element with an id, which may not be from its author."""
        return name_of(self.sheet, name)

    def place_at(self, strip: Strip) -> Place:
        """Find where a strip was written: the smallest part whose box contains its beginning."""
        x, y = strip.box.left + 1, strip.box.middle
        around = [
            ((box.right - box.left) * box.height, name)
            for name in (part.id for part in self.parts)
            for box in self.boxes.get(name, ())
            if box.page == strip.box.page and box.left <= x <= box.right and box.top <= y <= box.bottom
        ]
        return self.place_of(min(around)[1]) if around else self.place

    def piece_of(self, strip: Strip) -> Piece:
        """Find the text of a line that a strip is a part of: digits in another font are a strip."""

        def distance(piece: Piece) -> tuple[bool, float]:
            box = piece.box
            aside = max(box.left - strip.box.left, strip.box.right - box.right, 0)
            return strip.text.strip() not in piece.text, aside + abs(box.middle - strip.box.middle)

        texts = (piece for piece in self.pieces if not piece.is_picture)
        return min((piece for piece in texts if piece.box.page == strip.box.page), key=distance)

    def is_body(self, strip: Strip) -> bool:
        """Return whether a strip is between the head and the foot of its page."""
        area = self.areas[strip.box.page - 1]
        return area.top <= strip.box.middle <= area.bottom

    def pages_of(self, name: str) -> list[int]:
        """List the pages on which an element is visible."""
        return [box.page for box in self.boxes.get(name, ()) if box.height > 0]

    def headed_pages(self, table: str) -> frozenset[int]:
        """List the pages with the column heads of a table, which are its cells outside of rows."""
        heads = (piece for piece in self.pieces if piece.owner == table and piece.column >= 0)
        return frozenset(piece.box.page for piece in heads)

    def head_of(self, page: int) -> Iterator[Strip]:
        """Go through the strips above the text of a page."""
        top = self.areas[page - 1].top
        return (strip for strip in self.strips if strip.box.page == page and strip.box.middle < top)

    def foot_of(self, page: int) -> Iterator[Strip]:
        """Go through the strips below the text of a page."""
        bottom = self.areas[page - 1].bottom
        return (strip for strip in self.strips if strip.box.page == page and strip.box.middle > bottom)

    def height(self, name: str) -> float:
        """Add up the heights of an element's boxes."""
        return sum(box.height for box in self.boxes.get(name, ()))


Check: TypeAlias = Callable[[Measured], Iterator[Problem]]


def millimetres(pixels: float) -> str:
    """Write a length for people."""
    return f"{pixels / MM:.0f} mm"
