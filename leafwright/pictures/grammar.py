"""The elements, attributes and properties that the engine draws in the same way as browsers.

Everything else is refused by name. The list was made by drawing each with WeasyPrint 70 and Chromium, and by
looking at the engine's output in Poppler and PDFium.
"""

from collections.abc import Mapping
from typing import Final

from leafwright.pictures.geometry import check_path, check_points, check_transform, read_length
from leafwright.pictures.values import (
    Check,
    check_box,
    check_clip,
    check_colour,
    check_dashes,
    check_fit,
    check_miter,
    check_nothing,
    check_paint,
    check_share,
    check_side,
    one_of,
)

MOST_WORDS: Final = 20_000
"""The longest attribute that nothing is drawn from, in characters."""
LINKS: Final = frozenset({"href", "http://www.w3.org/1999/xlink}href"})

PROPERTIES: Final[Mapping[str, Check]] = {
    "clip-path": check_clip,
    "clip-rule": one_of("nonzero", "evenodd"),
    "color": check_colour,
    "display": one_of("inline", "block", "none"),
    "fill": check_paint,
    "fill-opacity": check_share,
    "fill-rule": one_of("nonzero", "evenodd"),
    "filter": one_of("none"),
    "marker": one_of("none"),
    "marker-end": one_of("none"),
    "marker-mid": one_of("none"),
    "marker-start": one_of("none"),
    "mask": one_of("none"),
    "mix-blend-mode": one_of("normal"),
    "opacity": check_share,
    "paint-order": one_of("normal", "fill", "fill stroke", "fill markers stroke", "fill stroke markers"),
    "stroke": check_paint,
    "stroke-dasharray": check_dashes,
    "stroke-dashoffset": read_length,
    "stroke-linecap": one_of("butt", "round", "square"),
    "stroke-linejoin": one_of("miter", "round", "bevel"),
    "stroke-miterlimit": check_miter,
    "stroke-opacity": check_share,
    "stroke-width": check_side,
    "vector-effect": one_of("none"),
    "visibility": one_of("visible", "hidden"),
}
"""The properties in attributes or in `style`, each with its check; each may also be `inherit`."""

IDLE_PROPERTIES: Final = frozenset(
    {
        *("alignment-baseline", "baseline-shift", "block-progression", "cursor", "direction"),
        *("dominant-baseline", "isolation", "kerning"),
        *("enable-background", "font", "image-rendering", "inline-size"),
        *("letter-spacing", "lighting-color", "line-height", "overflow", "pointer-events", "unicode-bidi"),
        *("white-space", "word-spacing", "writing-mode"),
    }
)
"""Properties that have no effect on shapes, and that drawing programs write."""

IDLE_FAMILIES: Final = ("color-", "flood-", "font-", "glyph-", "shape-", "solid-", "stop-", "text-")
"""The beginnings of the names of more such properties."""

IDLE_ATTRIBUTES: Final = frozenset(
    {
        *("id", "class", "lang", "role", "tabindex", "focusable", "name", "title"),
        *("version", "baseProfile", "contentScriptType", "contentStyleType", "zoomAndPan"),
    }
)
NAMED_FREELY: Final = ("data-", "aria-")

_CORNER: Final[Mapping[str, Check]] = {"x": read_length, "y": read_length}
_SIDES: Final[Mapping[str, Check]] = {"width": check_side, "height": check_side}
_CENTRE: Final[Mapping[str, Check]] = {"cx": read_length, "cy": read_length}

SHAPES: Final[Mapping[str, Mapping[str, Check]]] = {
    "path": {"d": check_path},
    "rect": {**_CORNER, **_SIDES, "rx": check_side, "ry": check_side},
    "circle": {**_CENTRE, "r": check_side},
    "ellipse": {**_CENTRE, "rx": check_side, "ry": check_side},
    "line": {"x1": read_length, "y1": read_length, "x2": read_length, "y2": read_length},
    "polyline": {"points": check_points},
    "polygon": {"points": check_points},
}
"""Each shape, with its own attributes."""

ELEMENTS: Final[Mapping[str, Mapping[str, Check]]] = {
    "svg": {
        "viewBox": check_box,
        "preserveAspectRatio": check_fit,
        **_SIDES,
        "x": check_nothing,
        "y": check_nothing,
    },
    "g": {"transform": check_transform},
    "defs": {},
    "use": {**_CORNER, **_SIDES, "transform": check_transform},
    "clipPath": {"clipPathUnits": one_of("userSpaceOnUse")},
    **{name: {**own, "transform": check_transform} for name, own in SHAPES.items()},
}
"""Each element that is drawn or holds others, with its own attributes."""

SPOKEN: Final = frozenset({"title", "desc", "metadata"})
"""Elements that describe a drawing; nothing below them is drawn."""

_ALONE: Final = "take it out: a picture is shapes alone"
_STILL: Final = "take it out: paper does not move"
UNSAFE: Final[Mapping[str, str]] = {
    **dict.fromkeys(("script", "foreignObject", "iframe", "a", "handler", "listener", "feImage"), _ALONE),
    **dict.fromkeys(("animate", "animateColor", "animateMotion", "animateTransform", "set"), _STILL),
    "image": "save the picture in it as a PNG or JPEG of its own and use that",
    "style": "export it with its styles as presentation attributes",
}
"""Elements that do more than draw, each with a hint."""

CURES: Final[Mapping[str, str]] = {
    "text": "turn its letters into outlines (in Inkscape: Path, Object to Path)",
    "tspan": "turn its letters into outlines",
    "textPath": "turn its letters into outlines",
    "tref": "turn its letters into outlines",
    "linearGradient": "fill the shapes with one colour each",
    "radialGradient": "fill the shapes with one colour each",
    "meshgradient": "fill the shapes with one colour each",
    "pattern": "draw what it repeats as shapes",
    "mask": "cut the shapes themselves, or use a clipPath of one shape",
    "filter": "draw the shapes without it, or use a PNG",
    "marker": "turn the strokes that have it into paths",
    "symbol": "make it a <g> in <defs>",
    "switch": "keep the one group in it that is meant",
    "svg": "ungroup it: one <svg> in a file",
}
"""Common elements that are not drawn as written, each with what to use instead."""
