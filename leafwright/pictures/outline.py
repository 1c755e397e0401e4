"""The box that the shapes of an SVG fill, from their coordinates alone; nothing is drawn to find it.

Curves are taken with their control points, so the box is never too small. Source: SVG 2, paths and shapes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import dist
from typing import Final
from xml.etree.ElementTree import Element

_NUMBER: Final = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_STEP: Final = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_ARGUMENTS: Final = {"m": 2, "l": 2, "t": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "a": 7, "z": 0}
_MOVED: Final = frozenset({"use", "text", "image", "symbol", "pattern", "marker", "mask", "clipPath", "svg"})
"""Elements whose place on the page is not in their own coordinates."""

_PAPER: Final = frozenset({"#fff", "#ffffff", "white"})

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """A box, in the units of the drawing; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def clipped(self, other: "Bounds") -> "Bounds":
        """Return the part of the box that lies within another."""
        return Bounds(
            left=max(self.left, other.left),
            top=max(self.top, other.top),
            right=min(self.right, other.right),
            bottom=min(self.bottom, other.bottom),
        )


def bounds_of(root: Element) -> Bounds | None:
    """Find the box of all shapes; None where it cannot be told from the coordinates, or nothing is drawn."""
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    if any("transform" in each.attrib or local_name(each) in _MOVED for each in elements[1:]):
        return None
    try:
        points = [point for element in elements for point in _points_of(element)]
    except (ValueError, KeyError, IndexError):
        return None
    if not points:
        return None
    across, down = zip(*points, strict=True)
    return Bounds(left=min(across), top=min(down), right=max(across), bottom=max(down))


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def numbers_of(text: str) -> list[float]:
    """Read the numbers of an attribute, units left out."""
    return [float(found) for found in _NUMBER.findall(text)]


def _points_of(element: Element) -> Iterator[Point]:
    """Go through corners of a box around one shape, its stroke included; what is white is paper."""
    if element.get("fill", "").lower() in _PAPER and "stroke" not in element.attrib:
        return
    half = max(numbers_of(element.get("stroke-width", "")), default=0.0) / 2
    for x, y in _corners_of(element):
        yield x - half, y - half
        yield x + half, y + half


def _corners_of(element: Element) -> Iterator[Point]:
    def value(name: str) -> float:
        return next(iter(numbers_of(element.get(name, "0"))))

    match local_name(element):
        case "path":
            yield from _along(element.get("d", ""))
        case "rect":
            yield value("x"), value("y")
            yield value("x") + value("width"), value("y") + value("height")
        case "circle":
            yield value("cx") - value("r"), value("cy") - value("r")
            yield value("cx") + value("r"), value("cy") + value("r")
        case "ellipse":
            yield value("cx") - value("rx"), value("cy") - value("ry")
            yield value("cx") + value("rx"), value("cy") + value("ry")
        case "line":
            yield value("x1"), value("y1")
            yield value("x2"), value("y2")
        case "polyline" | "polygon":
            numbers = numbers_of(element.get("points", ""))
            yield from zip(numbers[::2], numbers[1::2], strict=True)


def _along(path: str) -> Iterator[Point]:
    """Go along the data of a path, control points and ends alike."""
    x = y = 0.0
    start = (x, y)
    for letter, rest in _STEP.findall(path):
        step, numbers = letter.lower(), _arguments(letter, rest)
        count = _ARGUMENTS[step]
        if step == "z":
            x, y = start
        for first in range(0, len(numbers), count or 1):
            group = numbers[first : first + count]
            base = (x, y) if letter.islower() else (0.0, 0.0)
            points = _reached(step, group, base, (x, y))
            yield from points
            x, y = points[-1]
            if step == "m" and first == 0:
                start = (x, y)


def _reached(step: str, group: list[float], base: Point, now: Point) -> list[Point]:
    """Return where one step of a path leads, by way of which control points."""
    match step:
        case "h":
            return [(base[0] + group[0], now[1])]
        case "v":
            return [(now[0], base[1] + group[0])]
        case "a":
            end = (base[0] + group[5], base[1] + group[6])
            reach = max(2 * group[0], 2 * group[1], dist(now, end))
            most = (max(now[0], end[0]) - reach, max(now[1], end[1]) - reach)
            least = (min(now[0], end[0]) + reach, min(now[1], end[1]) + reach)
            return [most, least, end]
    return [(base[0] + across, base[1] + down) for across, down in zip(group[::2], group[1::2], strict=True)]


def _arguments(letter: str, rest: str) -> list[float]:
    """Read the numbers of a step; the flags of an arc may be run into what follows, as in `0 01.5`."""
    if letter not in "Aa":
        return numbers_of(rest)
    arc = re.compile(
        rf"({_NUMBER.pattern})[\s,]*({_NUMBER.pattern})[\s,]*({_NUMBER.pattern})[\s,]*([01])[\s,]*([01])[\s,]*"
        rf"({_NUMBER.pattern})[\s,]*({_NUMBER.pattern})"
    )
    return [float(number) for found in arc.findall(rest) for number in found]
