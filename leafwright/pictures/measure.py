"""Measure a picture: its proportions, how much of it is drawn on, and its colours."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Self

from PIL import Image, ImageChops

_PAPER: Final = 250
"""The least value of the darkest channel, of 255, that looks like bare paper."""
_FEWEST: Final = 0.002
"""The least share of the drawn area that counts as a colour; less is the edge of a shape."""
LONGEST: Final = 1000
"""The longer side of a picture when it is measured, in pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureMeasure:
    """A picture's width and height in its own units, and the part of each that is drawn on, from 0 to 1.

    `points` is the height of a raster picture in pixels; `colours` are #rrggbbaa, each once, the most common
    first. One `on_white` brings its own white ground, and a `white` one cannot be seen on paper; `seen` is
    the share of the drawn part, as a box, that can be. One `from_skeleton` was drawn by `new`, in the place
    of a picture.
    """

    width: float
    height: float
    drawn_width: float = 1.0
    drawn_height: float = 1.0
    points: int | None = None
    colours: tuple[str, ...] = field(default=(), repr=False)
    on_white: bool = False
    white: bool = False
    seen: float = 1.0
    from_skeleton: bool = False

    @classmethod
    def read(cls, written: Mapping[str, Any]) -> Self:
        """Read a cached measure; raises TypeError for anything else."""
        return cls(**{**written, "colours": tuple(written["colours"])})


def measure_image(picture: Image.Image) -> PictureMeasure:
    """Measure an image in pixels."""
    small = _reduced(picture)
    left, top, right, bottom = drawn = _drawn_on(small)
    seen = _unlike_paper(small)
    return PictureMeasure(
        width=picture.width,
        height=picture.height,
        drawn_width=(right - left) / small.width,
        drawn_height=(bottom - top) / small.height,
        points=picture.height,
        colours=tuple(_common_colours(small)),
        on_white=all(min(corner) >= _PAPER for corner in _corners(small)),
        white=seen is None,
        seen=_area(seen) / _area(drawn) if seen else 0.0,
    )


def _area(box: tuple[int, int, int, int]) -> int:
    left, top, right, bottom = box
    return (right - left) * (bottom - top)


def _reduced(picture: Image.Image) -> Image.Image:
    """Make an image small enough to measure, mixing its colours as little as possible."""
    factor = -(-max(picture.size) // LONGEST)
    if picture.mode not in {"L", "RGB", "RGBA"}:
        picture = picture.convert("RGBA")
    return (picture.reduce(factor) if factor > 1 else picture).convert("RGBA")


def _corners(picture: Image.Image) -> list[tuple[int, ...]]:
    right, bottom = picture.width - 1, picture.height - 1
    corners = ((0, 0), (right, 0), (0, bottom), (right, bottom))
    return [pixel for at in corners if isinstance(pixel := picture.getpixel(at), tuple)]


def _drawn_on(picture: Image.Image) -> tuple[int, int, int, int]:
    """Return the box of what is not transparent; of a picture with a ground, what differs from paper."""
    has_ground = all(alpha for *_, alpha in _corners(picture))
    return (_unlike_paper(picture) if has_ground else picture.getchannel("A").getbbox()) or (0, 0, 0, 0)


def _unlike_paper(picture: Image.Image) -> tuple[int, int, int, int] | None:
    """Return the box of everything that differs from white paper, if there is anything."""
    flat = Image.new("RGBA", picture.size, "#ffffff")
    flat.alpha_composite(picture)
    channels = flat.convert("RGB").split()
    darkest = ImageChops.darker(ImageChops.darker(channels[0], channels[1]), channels[2])
    return darkest.point(lambda value: 255 if value < _PAPER else 0).getbbox()


def _common_colours(picture: Image.Image) -> Iterator[str]:
    """List the colours that cover more than an edge, the most common first; of similar ones only that one."""
    counts = picture.getcolors(picture.width * picture.height) or []
    visible = [(count, colour) for count, colour in counts if isinstance(colour, tuple) and colour[3]]
    alike: dict[tuple[int, ...], list[tuple[int, tuple[int, ...]]]] = {}
    for count, colour in visible:
        alike.setdefault(tuple(channel // 16 for channel in colour), []).append((count, colour))
    least = sum(count for count, _ in visible) * _FEWEST
    for group in sorted(alike.values(), key=lambda group: -sum(count for count, _ in group)):
        if sum(count for count, _ in group) >= least:
            yield "#" + "".join(f"{channel:02x}" for channel in max(group)[1])
