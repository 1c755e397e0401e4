"""Check the values of a drawing's attributes and properties, each kind with its own check."""

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from leafwright.colour import is_colour
from leafwright.pictures.geometry import GeometryError, read_length, read_numbers

Check = Callable[[str], object]
"""Checks a value; raises GeometryError if it is not drawn as it is written."""
check_miter: Final[Check] = partial(read_length, least=1)
check_side: Final[Check] = partial(read_length, least=0)
"""The check of a width, a height or a radius."""

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,24}|(?:rgb|hsl)a?\([-+0-9.,%/ a-z]{5,60}\)")
_CLIP: Final = re.compile(r"url\(\s*(['\"]?)#(?P<id>[A-Za-z_][\w.:-]{0,200})\1\s*\)", re.ASCII)
_HREF: Final = re.compile(r"#(?P<id>[A-Za-z_][\w.:-]{0,200})", re.ASCII)
_RATIO: Final = re.compile(r"none|x(Min|Mid|Max)Y(Min|Mid|Max)( +(meet|slice))?")
_SHARE: Final = re.compile(
    r"(?P<number>[0-9]{1,3}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})(?:e-[0-9]{1,2})?(?P<percent>%)?"
)


def check_colour(text: str) -> None:
    """Check that a colour is of a kind that engines agree on. Raises GeometryError for any other."""
    if text != "currentColor" and not (_COLOUR.fullmatch(text) and is_colour(text)):
        raise GeometryError("is no colour such as #1d4e68 or teal")


def check_paint(text: str) -> None:
    """Check a fill or a stroke. Raises GeometryError if it is not drawn."""
    if text.startswith("url("):
        raise GeometryError("is a gradient or a pattern, which PDF readers show in part or not at all")
    if text != "none":
        check_colour(text)


def check_share(text: str) -> None:
    """Check an opacity. Raises GeometryError unless it is between 0 and 1, or 0% and 100%."""
    match = _SHARE.fullmatch(text)
    if not match or float(match["number"]) > (100 if match["percent"] else 1):
        raise GeometryError("is not between 0 and 1")


def check_dashes(text: str) -> None:
    """Check the lengths of dashes. Raises GeometryError unless it is a list of lengths."""
    parts = [part for part in re.split(r"[ ,]+", text, maxsplit=51) if part]
    if len(parts) > 50:  # noqa: PLR2004  # far more than any drawing has
        raise GeometryError("has more than 50 lengths")
    if text != "none":
        for part in parts:
            read_length(part, least=0)


def check_box(text: str) -> None:
    """Check a viewBox. Raises GeometryError unless it is four numbers with an area."""
    numbers = read_numbers(text)
    if len(numbers) != len("xywh") or min(numbers[2:]) <= 0:
        raise GeometryError("is no canvas such as 0 0 100 70")


def check_nothing(text: str) -> None:
    """Check an offset that the engine applies and browsers do not. Raises GeometryError unless it is 0."""
    if read_length(text) != 0:
        raise GeometryError("moves the whole drawing: let viewBox begin there")


def check_clip(text: str) -> None:
    """Check a clip path. Raises GeometryError unless it names an element of the drawing."""
    if text != "none" and not _CLIP.fullmatch(text):
        raise GeometryError("is not url(#id) of a clipPath in the same file")


def clip_of(text: str) -> str | None:
    """Return the id of the element that clips a shape."""
    match = _CLIP.fullmatch(text.strip())
    return match["id"] if match else None


def target_of(text: str) -> str | None:
    """Return the id of the element that a `use` draws."""
    match = _HREF.fullmatch(text.strip())
    return match["id"] if match else None


def one_of(*words: str) -> Check:
    """Make the check of a value that is one of a few words."""

    def check(text: str) -> None:
        if text not in words:
            raise GeometryError(f"is not drawn: only {' or '.join(words)} is")

    return check


def check_fit(text: str) -> None:
    """Check a preserveAspectRatio. Raises GeometryError for an unknown one."""
    if not _RATIO.fullmatch(text):
        raise GeometryError("is no way to fit a canvas, such as xMidYMid meet")
