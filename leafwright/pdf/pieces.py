"""Read every piece of text as it was laid out: a text on one line, its owner, its room and its colours."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, Self, TypeAlias

from weasyprint.formatting_structure import boxes

from leafwright.pdf.box import Box
from leafwright.pdf.layout import Layout

_CELLS: Final = frozenset({"td", "th"})

Colour: TypeAlias = tuple[float, float, float]
"""Red, green and blue, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A text on one line, as wide as the text and as high as the line, and the `room` it must not leave.

    `owner` is the id of the element around it. `column` is that of its table cell, counted from 0, or -1
    outside of tables. A picture is a piece without text.
    """

    text: str
    box: Box
    room: Box
    owner: str
    column: int
    ink: Colour
    ground: Colour

    @property
    def is_picture(self) -> bool:
        """Whether the piece is a picture."""
        return not self.text

    @property
    def beyond(self) -> float:
        """How far the text reaches out of its room, in CSS pixels; below 0 if it is within."""
        left, right = self.room.left - self.box.left, self.box.right - self.room.right
        return max(left, right, self.room.top - self.box.top, self.box.bottom - self.room.bottom)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """The surroundings of a box in the engine's tree; `outside` is the room around the innermost box."""

    room: Box
    outside: Box
    line: tuple[float, float] = (0, 0)
    owner: str = ""
    column: int = -1
    ground: Colour = (1.0, 1.0, 1.0)
    opacity: float = 1.0

    def within(self, box: Any) -> Self:
        """Return the surroundings inside a box."""
        if isinstance(box, boxes.LineBox):
            return replace(self, line=(box.position_y, box.position_y + box.height))
        named = box.element.get("id", "") if box.element is not None else ""
        column = getattr(box, "grid_x", self.column) if box.element_tag in _CELLS else self.column
        opacity = self.opacity * box.style["opacity"]
        behind = box.style["background_color"]
        behind = box.style["color"] if behind == "currentcolor" else behind
        ground = _blended(behind, self.ground, opacity)
        inner = replace(self, owner=named or self.owner, column=column, ground=ground, opacity=opacity)
        if isinstance(box, boxes.BlockContainerBox):
            return replace(inner, room=self._narrowed(box), outside=self.room)
        return inner

    def _narrowed(self, box: Any) -> Box:
        """Return the part of this room that is inside a box, with its padding, which holds step numbers.

        A box with a negative margin hangs out of the boxes around it, and what is in a box without height
        stands beside what follows, as they should.
        """
        left, top = box.border_box_x(), box.border_box_y()
        right, height = left + box.border_width(), box.border_height()
        return replace(
            self.room,
            left=left if box.margin_left < 0 else max(left, self.room.left),
            top=max(top, self.room.top),
            right=right if box.margin_right < 0 else min(right, self.room.right),
            bottom=min(top + height, self.room.bottom) if height else self.room.bottom,
        )


def read_pieces(layout: Layout) -> tuple[Piece, ...]:
    """Read the text of every page, with its head and foot, in the order of the tree.

    The engine has no public names for the boxes of text; its version is pinned.
    """
    pieces: list[Piece] = []
    for paper, page in zip(layout.papers(), layout.document.pages, strict=True):
        pieces += _below(page._page_box, _Around(room=paper, outside=paper))  # noqa: SLF001  # there is no public name
    return tuple(pieces)


def _below(box: Any, around: _Around) -> Iterator[Piece]:
    for wrapped in getattr(box, "children", ()):
        child = getattr(wrapped, "_box", wrapped)  # the engine wraps what is positioned
        if isinstance(child, boxes.TextBox):
            if child.text.strip():
                yield _text(child, around)
        elif isinstance(child, boxes.ReplacedBox):
            yield _picture(child, around)
        elif isinstance(child, boxes.BlockContainerBox) and str(child.element_tag).endswith("::marker"):
            # A bullet is before its item, in the room of its list.
            yield from _below(child, replace(around.within(child), room=around.outside))
        else:
            yield from _below(child, around.within(child))


def _text(text: Any, around: _Around) -> Piece:
    left, (top, bottom) = text.position_x, around.line
    return Piece(
        text=text.text,
        box=replace(around.room, left=left, top=top, right=left + text.width, bottom=bottom),
        room=around.room,
        owner=around.owner,
        column=around.column,
        ink=_blended(text.style["color"], around.ground, around.opacity),
        ground=around.ground,
    )


def _picture(picture: Any, around: _Around) -> Piece:
    left, top = picture.content_box_x(), picture.content_box_y()
    box = replace(around.room, left=left, top=top, right=left + picture.width, bottom=top + picture.height)
    owner, column, ground = around.owner, around.column, around.ground
    return Piece(text="", box=box, room=box, owner=owner, column=column, ink=ground, ground=ground)


def _blended(colour: Any, ground: Colour, opacity: float) -> Colour:
    """Blend a colour over another one by its opacity."""
    share = opacity * colour.alpha
    if share == 0:
        return ground
    red, green, blue = colour.to("srgb").coordinates
    return (
        share * red + (1 - share) * ground[0],
        share * green + (1 - share) * ground[1],
        share * blue + (1 - share) * ground[2],
    )
