"""Find what is to be filled in on the engine's pages: what it is called, and where.

Templates mark it: `data-field` is its kind, `data-label` what it is about, `data-at` whether the place is a
box before the words or the space after them. Of choices within an element that is `one-of`, one is made.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from weasyprint.formatting_structure import boxes

Kind = Literal["text", "lines", "tick", "choice"]

MM: Final = 96 / 25.4
HIGHEST: Final = 7.5 * MM
"""A line to fill in is at most so high, or its letters would be too large."""
LOWEST: Final = 5.5 * MM
"""A line to fill in is at least so high, or its letters would be too small."""
GAP: Final = 1.5 * MM
"""The space between words and the field after them."""
RING: Final = (2 * MM, 0.8 * MM)
"""How far the ring around a chosen word reaches to its sides, and above and below it."""
SECTION: Final = "h2"
ENDS: Final = ".:?!\u061f\u06d4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A rectangle on a page, in pixels from its top left."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldPlace:
    """A place to fill in, below the heading of a section. The choices of one field share their `name`.

    `group` is what a choice is about. A `ringed` choice is a word instead of a box. Text of an `rtl` place
    begins at the right.
    """

    kind: Kind
    name: str
    label: str
    page: int
    area: Area
    section: str = ""
    group: str = ""
    ringed: bool = False
    rtl: bool = False

    @property
    def about(self) -> str:
        """What the field is about, all choices together."""
        return _joined(self.section, self.group or self.label)

    @property
    def says(self) -> str:
        """What a screen reader says at this place."""
        return _joined(self.section, self.group, self.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Within:
    """What is around a box: the nearest id, and the element that contains the choices of one field."""

    name: str = ""
    group: Any = None
    group_name: str = ""


def read_places(pages: Sequence[Any], language: str) -> dict[Any, FieldPlace]:
    """Read the places of laid out pages in reading order, by their boxes; none if the pages are no form."""
    # The engine has no public name for the boxes of a page; its version is pinned.
    roots = [page._page_box for page in pages]  # noqa: SLF001  # there is no public name
    if not any("sheet--fillable" in _classes_of(box) for box in roots[0].children):
        return {}
    reader = _Reader(language)
    for number, root in enumerate(roots):
        reader.read(root, number)
    return reader.named()


def _classes_of(box: Any) -> list[str]:
    return [] if box.element is None else (box.element.get("class") or "").split()


class _Reader:
    """Reads page after page, and knows the heading of the section."""

    def __init__(self, language: str) -> None:
        self._places: dict[Any, FieldPlace] = {}
        self._groups: dict[Any, Any] = {}
        self._language, self._section, self._page = language, "", 0
        self._marked = set[int]()

    def read(self, root: Any, page: int) -> None:
        """Read one page."""
        self._page = page
        self._walk(root, _Within())

    def named(self) -> dict[Any, FieldPlace]:
        """Return the places, with a name for each field: the id around it, and a number if it has several."""
        fields = {box: (place.name, self._groups[box] or box) for box, place in self._places.items()}
        several = Counter(name for name, _ in set(fields.values()))
        numbers: dict[Any, str] = {}
        for name, one in fields.values():
            earlier = sum(given.startswith(f"{name}_") for given in numbers.values())
            numbers.setdefault((name, one), f"{name}_{earlier + 1}" if several[name] > 1 else name)
        return {box: replace(place, name=numbers[fields[box]]) for box, place in self._places.items()}

    def _walk(self, placed: Any, within: _Within) -> None:
        box = getattr(placed, "_box", placed)  # the engine wraps what is positioned
        if isinstance(box, boxes.MarginBox | boxes.TextBox):
            return
        if box.element is not None:
            within = self._read_marks(box, within)
        for child in getattr(box, "children", ()):
            self._walk(child, within)

    def _read_marks(self, box: Any, within: _Within) -> _Within:
        element, tag = box.element, str(box.element_tag)
        if tag == SECTION and box.style["lang"] in {None, self._language}:
            self._section = " ".join("".join(element.itertext()).split())
        if own := element.get("id"):
            within = replace(within, name=own)
        kind, at = element.get("data-field"), element.get("data-at", "")
        if kind == "one-of":
            return replace(within, group=element, group_name=within.name)
        if kind and tag == (f"{element.tag}::before" if at == "before" else element.tag):
            self._add(box, at, within)
        return within

    def _add(self, box: Any, at: str, within: _Within) -> None:
        """Add the place of an element; the boxes of its lines within it belong to the same element."""
        element = box.element
        if id(element) in self._marked:
            return
        self._marked.add(id(element))
        kind = element.get("data-field")
        area, ringed = _area_of(box), kind == "choice" and at == "" and any(_texts_in(box))
        group = within.group if kind == "choice" else None
        self._groups[box] = group
        self._places[box] = FieldPlace(
            kind=kind,
            name=within.name if group is None else within.group_name,
            label=element.get("data-label", ""),
            page=self._page,
            area=_fitted(
                _ringed(area) if ringed else _after(box, area, kind) if at == "after" else area, kind
            ),
            section=self._section,
            group="" if group is None else group.get("data-label", ""),
            ringed=ringed,
            rtl=box.style["direction"] == "rtl",
        )


def _area_of(box: Any) -> Area:
    left, top = box.border_box_x(), box.border_box_y()
    return Area(left=left, top=top, right=left + box.border_width(), bottom=top + box.border_height())


def _texts_in(box: Any) -> Iterator[Area]:
    for part in box.descendants():
        if isinstance(part, boxes.TextBox):
            left, top = part.position_x, part.position_y
            yield Area(left=left, top=top, right=left + part.width, bottom=top + part.height)


def _after(box: Any, area: Area, kind: Kind) -> Area:
    """Return what is left of an area after its words: below them for lines, otherwise beside the last."""
    texts = list(_texts_in(box))
    lowest = max((text.bottom for text in texts), default=area.top)
    if kind == "lines":
        return replace(
            area, left=area.left + GAP, top=lowest + GAP, right=area.right - GAP, bottom=area.bottom - GAP
        )
    last = [text for text in texts if text.bottom > lowest - GAP]
    if box.style["direction"] == "rtl":
        return replace(area, right=min((text.left for text in last), default=area.right) - GAP)
    return replace(area, left=max((text.right for text in last), default=area.left) + GAP)


def _ringed(area: Area) -> Area:
    beside, above = RING
    return Area(
        left=area.left - beside, top=area.top - above, right=area.right + beside, bottom=area.bottom + above
    )


def _fitted(area: Area, kind: Kind) -> Area:
    """Give a line of text the height of letters, above its line."""
    if kind != "text":
        return area
    bottom = area.bottom - 1
    return replace(area, top=bottom - min(max(bottom - area.top, LOWEST), HIGHEST), bottom=bottom)


def _joined(*parts: str) -> str:
    """Join a heading, what is asked and the answer; what ends with a sign of its own gets no colon."""
    said = [part.strip() for part in parts if part.strip()]
    return " ".join([*(part if part[-1] in ENDS else f"{part}:" for part in said[:-1]), *said[-1:]])
