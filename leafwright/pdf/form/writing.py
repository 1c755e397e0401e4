"""Write the fields of a form into a file (ISO 32000-1, 12.7).

Lines, boxes and words are drawn by the page itself, so an empty field draws nothing.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

import pydyf

from leafwright.pdf.form.places import Area, FieldPlace
from leafwright.pdf.form.typeface import NAME, embed, typeface_for

POINT: Final = 72 / 96
PRINTED: Final = 1 << 2
MULTILINE: Final = 1 << 12
RADIO: Final = 1 << 15
AT_END: Final = 2
"""Text begins at the right."""
OFF: Final = "/Off"
ON: Final = "/Yes"
INK: Final = "0 0 0 RG 0 0 0 rg"
ROUND: Final = 0.5523
"""How far the handles of a quarter of a circle are, as a share of its radius."""


def write_fields(
    pdf: pydyf.PDF, pages: Sequence[Any], places: Mapping[Any, FieldPlace], language: str
) -> dict[Any, pydyf.Dictionary]:
    """Write the fields at some places, and what viewers need to fill them in.

    Returns the annotation of each place, by its box.
    """
    if not places:
        return {}
    writer = _Writer(pdf, embed(typeface_for(language), pdf))
    widgets = {box: writer.add(place, pages[place.page].height) for box, place in places.items()}
    pdf.catalog["AcroForm"] = writer.form()
    return widgets


class _Writer:
    """Writes fields; the choices of one field are added to it one by one."""

    def __init__(self, pdf: pydyf.PDF, font: bytes) -> None:
        self._pdf = pdf
        self._resources = pydyf.Dictionary({"Font": pydyf.Dictionary({NAME: font})})
        self._fields: dict[str, pydyf.Dictionary] = {}

    def form(self) -> pydyf.Dictionary:
        """Return what the catalogue of the file says about the form."""
        fields = pydyf.Array([field.reference for field in self._fields.values()])
        return pydyf.Dictionary({"Fields": fields, "DR": self._resources, "DA": self._letters()})

    def add(self, place: FieldPlace, height: float) -> pydyf.Dictionary:
        """Add a place to the field that it belongs to, or as a field of its own."""
        widget = self._widget(place, height)
        if place.group:
            self._choose(place, widget)
        else:
            widget |= {"T": pydyf.String(place.name)}
            self._fields[place.name] = widget
        return widget

    def _widget(self, place: FieldPlace, height: float) -> pydyf.Dictionary:
        area = place.area
        corners = (area.left, height - area.bottom, area.right, height - area.top)
        page = self._pdf.page_references[place.page]
        widget = pydyf.Dictionary(
            {
                "Type": "/Annot",
                "Subtype": "/Widget",
                "Rect": pydyf.Array([round(side * POINT, 2) for side in corners]),
                "P": page,
                "F": PRINTED,
                "TU": pydyf.String(place.says),
            }
        )
        widget |= self._text(place) if place.kind in {"text", "lines"} else self._ticked(place)
        self._pdf.add_object(widget)
        return widget

    def _text(self, place: FieldPlace) -> dict[str, Any]:
        values = {"FT": "/Tx", "DA": self._letters(), "AP": {"N": self._drawn(place.area, "/Tx BMC EMC")}}
        if place.kind == "lines":
            values["Ff"] = MULTILINE
        if place.rtl:
            values["Q"] = AT_END
        return values | {"AP": pydyf.Dictionary(values["AP"])}

    def _ticked(self, place: FieldPlace, on: str = ON) -> dict[str, Any]:
        states = {on[1:]: self._drawn(place.area, _mark(place)), OFF[1:]: self._drawn(place.area, "")}
        appearance = pydyf.Dictionary({"N": pydyf.Dictionary(states)})
        return {"FT": "/Btn", "AS": OFF, "V": OFF, "AP": appearance}

    def _choose(self, place: FieldPlace, widget: pydyf.Dictionary) -> None:
        """Make a box or a word one of the choices of a field; another click takes a choice back."""
        if place.name not in self._fields:
            field = pydyf.Dictionary(
                {
                    "FT": "/Btn",
                    "Ff": RADIO,
                    "T": pydyf.String(place.name),
                    "TU": pydyf.String(place.about),
                    "V": OFF,
                    "Kids": pydyf.Array(),
                    "Opt": pydyf.Array(),
                }
            )
            self._pdf.add_object(field)
            self._fields[place.name] = field
        field = self._fields[place.name]
        on = f"/{len(field['Kids'])}"
        widget |= self._ticked(place, on) | {"Parent": field.reference}
        del widget["FT"], widget["V"]
        field["Kids"].append(widget.reference)
        field["Opt"].append(pydyf.String(place.label))

    def _letters(self) -> pydyf.String:
        """Say with which font text is typed; at a size of 0, long text gets smaller until all is seen."""
        return pydyf.String(f"/{NAME} 0 Tf 0 g")

    def _drawn(self, area: Area, content: str) -> bytes:
        """Write what a field looks like; return its reference."""
        box = [0, 0, round((area.right - area.left) * POINT, 2), round((area.bottom - area.top) * POINT, 2)]
        stream = pydyf.Stream(
            [content] if content else [],
            {
                "Type": "/XObject",
                "Subtype": "/Form",
                "BBox": pydyf.Array(box),
                "Resources": self._resources,
            },
        )
        self._pdf.add_object(stream)
        return bytes(stream.reference)


def _mark(place: FieldPlace) -> str:
    """Draw a tick, or a ring around a word."""
    area = place.area
    width, height = (area.right - area.left) * POINT, (area.bottom - area.top) * POINT
    return f"q {INK} {_ring(width, height) if place.ringed else _tick(width, height)} Q"


def _tick(width: float, height: float) -> str:
    side = min(width, height)
    left, low = (width - side) / 2, (height - side) / 2
    corners = ((0.2, 0.5), (0.42, 0.25), (0.8, 0.78))
    begin, *others = [f"{left + side * x:.2f} {low + side * y:.2f}" for x, y in corners]
    return f"{side / 8:.2f} w 1 J 1 j {begin} m {' l '.join(others)} l S"


def _ring(width: float, height: float) -> str:
    across, up = width / 2, height / 2
    wide, high = across - 1, up - 1
    turns = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))
    drawn = [f"1.4 w {across + wide:.2f} {up:.2f} m"]
    for (x, y), (to_x, to_y) in pairwise(turns):
        points = (
            (x + ROUND * to_x, y + ROUND * to_y),
            (to_x + ROUND * x, to_y + ROUND * y),
            (to_x, to_y),
        )
        drawn.append(" ".join(f"{across + wide * px:.2f} {up + high * py:.2f}" for px, py in points) + " c")
    return " ".join([*drawn, "s"])
