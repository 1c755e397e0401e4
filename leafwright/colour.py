"""Work out which colours can be read on which, and the nearest that can."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coloraide import Color

TEXT_CONTRAST = 4.5  # WCAG 2.1, 1.4.3: text
GRAPHIC_CONTRAST = 3.0  # WCAG 2.1, 1.4.11: graphics that carry meaning

PAPER = "#ffffff"
_BLACK = "#000000"
TRACE = 0.03  # the most chroma in a grey: a hint of the brand
_LEAST_TRACE = 0.004  # what is left of it near black and white
_HALVINGS = 16  # finer than one step of an 8-bit channel


def is_colour(text: str) -> bool:
    """Return whether a text is a CSS colour."""
    return _colours().match(text, fullmatch=True) is not None


def as_hex(text: str) -> str | None:
    """Return a CSS colour, such as a name or `rgb(…)`, as #rrggbb; None unless it is an opaque colour."""
    opaque = is_colour(text) and _colours()(text).alpha(nans=False) >= 1
    return _hex(_srgb(text)) if opaque else None


def chroma(colour: str) -> float:
    """Return how far an opaque CSS colour is from grey, in OKLCH: 0 for a grey, 0.3 for a vivid colour."""
    return float(_srgb(colour).convert("oklch")["chroma"])


def contrast(ink: str, ground: str) -> float:
    """Return the contrast ratio of two opaque CSS colours, from 1 to 21.

    Raises ValueError for text that is no colour. Source: WCAG 2.1, relative luminance.
    """
    return _srgb(ink).contrast(_srgb(ground), method="wcag21")


def floored(ratio: float) -> str:
    """Write a ratio with one digit, cut off: 4.46 rounded up would seem to pass."""
    return f"{int(ratio * 10) / 10:.1f}"


@lru_cache(maxsize=1024)
def nearest_passing(ink: str, ground: str, least: float) -> str:
    """Return, as #rrggbb, the ink that reaches the least contrast with the smallest change of lightness.

    The hue is kept; chroma is reduced only where sRGB has no such colour. An ink that passes is returned
    unchanged. Raises ValueError when neither black nor white reaches the least contrast on that ground.
    """
    if contrast(ink, ground) >= least:
        return _hex(_srgb(ink))
    start = _lightness(ink)
    ends = [end for end in (0.0, 1.0) if contrast(_relit(ink, end), ground) >= least]
    if not ends:
        raise ValueError(f"no colour reaches {least:g}:1 on {ground}")
    passing = [_bisected(ink, ground, least, end) for end in ends]
    # Of two equally near ones the darker wins: it is readable even with little toner.
    nearest = min(passing, key=lambda lightness: (abs(lightness - start), lightness))
    return _relit(ink, nearest)


def over(colour: str, ground: str) -> str:
    """Return, as #rrggbb, how a colour, which may be transparent, looks on an opaque ground.

    Raises ValueError for text that is no colour.
    """
    share = min(max(float(_colours()(colour).alpha(nans=False)), 0.0), 1.0)
    return _hex(_srgb(ground).mix(_srgb(colour), share, space="srgb"))


def tint(colour: str, percent: float) -> str:
    """Return, as #rrggbb, the colour printed at that percentage on white paper."""
    return _hex(_colours()(PAPER).mix(_srgb(colour), percent / 100, space="srgb"))


def readable_on(ground: str) -> str:
    """Return black or white, as #rrggbb, whichever stands out more from the ground."""
    return _BLACK if contrast(_BLACK, ground) >= contrast(PAPER, ground) else PAPER


def shaded(hue: str, lightness: float) -> str:
    """Return a grey of that OKLCH lightness with a trace of a colour's hue."""
    colour = _srgb(hue).convert("oklch")
    trace = min(float(colour["chroma"]), TRACE * (1 - abs(2 * lightness - 1)) + _LEAST_TRACE)
    return _hex(colour.set("lightness", lightness).set("chroma", trace).convert("srgb").fit("srgb"))


def passing_in_turn(ink: str, grounds: tuple[str, ...], least: float) -> str:
    """Return an ink that passes on grounds which all lie on the same side of it."""
    for ground in grounds:
        ink = nearest_passing(ink, ground, least)
    return ink


def passing_on_all(ink: str, grounds: tuple[str, ...], least: float) -> str:
    """Return the nearest ink that passes on every ground, the hardest of which is the darkest."""
    hardest = min(grounds, key=lambda ground: contrast(ground, _BLACK))
    passing = nearest_passing(ink, hardest, least)
    if any(contrast(passing, ground) < least for ground in grounds):
        raise ValueError(f"the background is too dark: no text in the hue of {ink} reaches {least:g}:1 on it")
    return passing


def plain(colour: str) -> str:
    """Return a CSS colour as #rrggbb, without its alpha."""
    return _hex(_srgb(colour))


def _bisected(ink: str, ground: str, least: float, end: float) -> float:
    """Return the first OKLCH lightness that passes on the way from the ink's own to an end that passes."""
    failing, passing = _lightness(ink), end
    for _ in range(_HALVINGS):
        middle = (failing + passing) / 2
        if contrast(_relit(ink, middle), ground) >= least:
            passing = middle
        else:
            failing = middle
    return passing


def _relit(ink: str, lightness: float) -> str:
    """Return the ink at another OKLCH lightness, with as much of its chroma as sRGB can show."""
    colour = _srgb(ink).convert("oklch").set("lightness", lightness)
    return _hex(colour.fit("srgb", method="raytrace", pspace="oklch").convert("srgb"))


def _lightness(ink: str) -> float:
    return float(_srgb(ink).convert("oklch")["lightness"])


@cache
def _colours() -> "type[Color]":
    """Load coloraide when a colour is first asked for: it computes tables that not every process needs."""
    from coloraide import Color  # noqa: PLC0415  # as said above

    return Color


def _srgb(colour: str) -> "Color":
    """Read a CSS colour; drop its alpha, because what it would be mixed with is unknown here."""
    return _colours()(colour).convert("srgb").set("alpha", 1).fit("srgb", method="raytrace", pspace="oklch")


def _hex(colour: "Color") -> str:
    return colour.to_string(hex=True)
