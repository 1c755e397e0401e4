"""Work out which colours can be read, and the palettes of a clinic's brand, for paper and for a screen."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coloraide import Color

TEXT_CONTRAST = 4.5  # WCAG 2.1, 1.4.3: text
GRAPHIC_CONTRAST = 3.0  # WCAG 2.1, 1.4.11: graphics that carry meaning
TINT_PERCENT = 10  # office lasers dither anything above 15% into visible dots
MIDDLE_PERCENT = 26  # for areas of a picture, which may be dithered
UNFILLED = "#c6c6c6"  # a figure of somebody to whom nothing happened: it prints as a quarter of black

SMALL_CONTRAST = 5.5  # more than the least, for text that is smaller than the rest
STRONG_CONTRAST = 7.0  # WCAG 2.1, 1.4.6: running text, read at a desk all day

_PAPER = "#ffffff"
_BLACK = "#000000"
ALARM = "#1a1a1a"  # the ground of emergencies, as in styles/tokens.css
_UNLIKE = 2.0  # the contrast at which a dark grey is no longer taken for black
_TRACE = 0.03  # the most chroma in a grey: a hint of the brand
_LEAST_TRACE = 0.004  # what is left of it near black and white
_HALVINGS = 16  # finer than one step of an 8-bit channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Hold every colour the page may use, each as #rrggbb."""

    primary: str
    """The brand's own colour, for areas and decoration."""
    primary_ink: str
    """The brand's hue, dark enough for text on the ground and on the tint."""
    tint: str
    """The ground of boxes and of alternate rows."""
    rule: str
    """The brand's hue, dark enough for lines and shapes on the ground and on the tint."""
    figure: str
    """The brand's hue, dark enough to be told from the grey of unfilled figures."""
    middle: str
    """A tint of the figure's colour, for areas in pictures."""
    unfilled: str
    """The grey of unfilled figures, the same in every brand."""
    band: str
    """The brand's own colour for the ground of heads, which is not the black of an emergency."""
    on_band: str
    """White, or black if the brand's colour is pale, for text on the band."""
    ink: str
    """The colour of running text."""
    ground: str
    """The colour of the paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """Hold every colour of a page on a screen, in the light or in the dark, each as #rrggbb."""

    ground: str
    """The background of the page."""
    raised: str
    """The ground of fields, cards and dialogs."""
    stage: str
    """The ground around a picture of a sheet."""
    ink: str
    """Running text."""
    quiet: str
    """Secondary text."""
    accent: str
    """The brand's hue, for text and for the element with the focus."""
    fill: str
    """The brand's own colour, or the nearest that stands out from the ground, for buttons."""
    on_fill: str
    """Black or white, for text on the fill."""
    edge: str
    """The border of controls."""
    line: str
    """A decorative line."""


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
        message = f"no colour reaches {least:g}:1 on {ground}"
        raise ValueError(message)
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
    return _hex(_colours()(_PAPER).mix(_srgb(colour), percent / 100, space="srgb"))


def readable_on(ground: str) -> str:
    """Return black or white, as #rrggbb, whichever stands out more from the ground."""
    return _BLACK if contrast(_BLACK, ground) >= contrast(_PAPER, ground) else _PAPER


def make_palette(foreground: str, background: str, primary: str) -> Palette:
    """Derive every colour of the page from the three that a brand sets.

    The foreground and background are used unchanged; a rule judges whether their contrast is enough.
    Raises ValueError for text that is no colour, or a background too dark for text in the brand's hue.
    """
    box = tint(primary, TINT_PERCENT)
    grounds = (_PAPER, background, box)
    figure = nearest_passing(primary, UNFILLED, GRAPHIC_CONTRAST)
    band = _unlike_alarm(primary)
    return Palette(
        primary=_hex(_srgb(primary)),
        primary_ink=_passing_on_all(primary, grounds, TEXT_CONTRAST),
        tint=box,
        rule=_passing_on_all(primary, grounds, GRAPHIC_CONTRAST),
        figure=figure,
        middle=tint(figure, MIDDLE_PERCENT),
        unfilled=UNFILLED,
        band=band,
        on_band=_PAPER if contrast(_PAPER, band) >= TEXT_CONTRAST else readable_on(band),
        ink=_hex(_srgb(foreground)),
        ground=_hex(_srgb(background)),
    )


def make_screen(primary: str, *, dark: bool) -> Screen:
    """Derive every colour of a page on a screen from a brand's primary colour.

    The grounds are greys with a trace of the brand's hue. Raises ValueError for text that is no colour.
    """
    steps = (0.2, 0.25, 0.3, 0.38) if dark else (0.985, 1.0, 0.945, 0.88)
    ground, raised, stage, line = (_shaded(primary, step) for step in steps)
    grounds = (ground, raised, stage)
    pole = _shaded(primary, 0.95 if dark else 0.24)
    middle = _shaded(primary, 0.58)
    fill = nearest_passing(primary, raised, GRAPHIC_CONTRAST)
    return Screen(
        ground=ground,
        raised=raised,
        stage=stage,
        ink=_passing_in_turn(pole, grounds, STRONG_CONTRAST),
        quiet=_passing_in_turn(middle, grounds, SMALL_CONTRAST),
        accent=_passing_in_turn(primary, grounds, TEXT_CONTRAST),
        fill=fill,
        on_fill=readable_on(fill),
        edge=_passing_in_turn(middle, grounds, GRAPHIC_CONTRAST),
        line=line,
    )


def _unlike_alarm(colour: str) -> str:
    """Return a colour as it is, but a grey near black lighter: solid black is kept for emergencies."""
    return _hex(_srgb(colour)) if chroma(colour) > _TRACE else nearest_passing(colour, ALARM, _UNLIKE)


def _shaded(hue: str, lightness: float) -> str:
    """Return a grey of that OKLCH lightness with a trace of a colour's hue."""
    colour = _srgb(hue).convert("oklch")
    trace = min(float(colour["chroma"]), _TRACE * (1 - abs(2 * lightness - 1)) + _LEAST_TRACE)
    return _hex(colour.set("lightness", lightness).set("chroma", trace).convert("srgb").fit("srgb"))


def _passing_in_turn(ink: str, grounds: tuple[str, ...], least: float) -> str:
    """Return an ink that passes on grounds which all lie on the same side of it."""
    for ground in grounds:
        ink = nearest_passing(ink, ground, least)
    return ink


def _passing_on_all(ink: str, grounds: tuple[str, ...], least: float) -> str:
    """Return the nearest ink that passes on every ground, the hardest of which is the darkest."""
    hardest = min(grounds, key=lambda ground: contrast(ground, _BLACK))
    passing = nearest_passing(ink, hardest, least)
    if any(contrast(passing, ground) < least for ground in grounds):
        message = f"the background is too dark: no text in the hue of {ink} reaches {least:g}:1 on it"
        raise ValueError(message)
    return passing


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
