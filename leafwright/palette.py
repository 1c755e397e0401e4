"""The colours of a page, on paper and on a screen, derived from a clinic's brand."""

from dataclasses import dataclass

from leafwright.colour import (
    GRAPHIC_CONTRAST,
    PAPER,
    TEXT_CONTRAST,
    TRACE,
    chroma,
    contrast,
    nearest_passing,
    passing_in_turn,
    passing_on_all,
    plain,
    readable_on,
    shaded,
    tint,
)

TINT_PERCENT = 10  # office lasers dither anything above 15% into visible dots
MIDDLE_PERCENT = 26  # for areas of a picture, which may be dithered
UNFILLED = "#c6c6c6"  # a figure of somebody to whom nothing happened: it prints as a quarter of black
SMALL_CONTRAST = 5.5  # more than the least, for text that is smaller than the rest
STRONG_CONTRAST = 7.0  # WCAG 2.1, 1.4.6: running text, read at a desk all day
ALARM = "#1a1a1a"  # the ground of emergencies, as in styles/tokens.css
_UNLIKE = 2.0  # the contrast at which a dark grey is no longer taken for black


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


def make_palette(foreground: str, background: str, primary: str) -> Palette:
    """Derive every colour of the page from the three that a brand sets.

    The foreground and background are used unchanged; a rule judges whether their contrast is enough.
    Raises ValueError for text that is no colour, or a background too dark for text in the brand's hue.
    """
    box = tint(primary, TINT_PERCENT)
    grounds = (PAPER, background, box)
    figure = nearest_passing(primary, UNFILLED, GRAPHIC_CONTRAST)
    band = _unlike_alarm(primary)
    return Palette(
        primary=plain(primary),
        primary_ink=passing_on_all(primary, grounds, TEXT_CONTRAST),
        tint=box,
        rule=passing_on_all(primary, grounds, GRAPHIC_CONTRAST),
        figure=figure,
        middle=tint(figure, MIDDLE_PERCENT),
        unfilled=UNFILLED,
        band=band,
        on_band=PAPER if contrast(PAPER, band) >= TEXT_CONTRAST else readable_on(band),
        ink=plain(foreground),
        ground=plain(background),
    )


def make_screen(primary: str, *, dark: bool) -> Screen:
    """Derive every colour of a page on a screen from a brand's primary colour.

    The grounds are greys with a trace of the brand's hue. Raises ValueError for text that is no colour.
    """
    steps = (0.2, 0.25, 0.3, 0.38) if dark else (0.985, 1.0, 0.945, 0.88)
    ground, raised, stage, line = (shaded(primary, step) for step in steps)
    grounds = (ground, raised, stage)
    pole = shaded(primary, 0.95 if dark else 0.24)
    middle = shaded(primary, 0.58)
    fill = nearest_passing(primary, raised, GRAPHIC_CONTRAST)
    return Screen(
        ground=ground,
        raised=raised,
        stage=stage,
        ink=passing_in_turn(pole, grounds, STRONG_CONTRAST),
        quiet=passing_in_turn(middle, grounds, SMALL_CONTRAST),
        accent=passing_in_turn(primary, grounds, TEXT_CONTRAST),
        fill=fill,
        on_fill=readable_on(fill),
        edge=passing_in_turn(middle, grounds, GRAPHIC_CONTRAST),
        line=line,
    )


def _unlike_alarm(colour: str) -> str:
    """Return a colour as it is, but a grey near black lighter: solid black is kept for emergencies."""
    return plain(colour) if chroma(colour) > TRACE else nearest_passing(colour, ALARM, _UNLIKE)
