"""Facts about colours, on paper and on a screen."""

import math

import pytest
from coloraide import Color
from hypothesis import assume, given
from hypothesis import strategies as st

from leafwright.colour import (
    GRAPHIC_CONTRAST,
    SMALL_CONTRAST,
    STRONG_CONTRAST,
    TEXT_CONTRAST,
    TINT_PERCENT,
    contrast,
    make_palette,
    make_screen,
    nearest_passing,
    readable_on,
    tint,
)

colours = st.integers(min_value=0, max_value=0xFFFFFF).map(lambda number: f"#{number:06x}")
# Black or white reaches 4.58:1 on any ground, so a colour that passes always exists up to there.
reachable = st.floats(min_value=1.0, max_value=4.5)


def oklch(colour: str) -> tuple[float, float, float]:
    """Return lightness, chroma and hue in degrees."""
    lightness, chroma, hue = Color(colour).convert("oklch").coords(nans=False)
    return lightness, chroma, hue


@pytest.mark.parametrize(
    ("ink", "ground", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#949494", "#ffffff", 3.03),
        ("#0000ff", "#ffffff", 8.59),
        ("#ff0000", "#000000", 5.25),
        ("#777", "white", 4.48),
    ],
)
def test_contrast_is_the_ratio_of_wcag(ink: str, ground: str, ratio: float) -> None:
    """Published ratios come out to two places."""
    assert contrast(ink, ground) == pytest.approx(ratio, abs=0.005)


@given(colours, colours)
def test_contrast_is_the_same_both_ways(one: str, other: str) -> None:
    """Ink on ground and ground on ink are one ratio."""
    assert contrast(one, other) == contrast(other, one)


def test_a_word_that_is_no_colour_is_refused() -> None:
    """A misspelt colour raises instead of reading as black."""
    with pytest.raises(ValueError, match="teel"):
        contrast("teel", "#ffffff")


def test_the_grey_that_just_fails_becomes_the_grey_that_just_passes() -> None:
    """#777777 fails text contrast on white; #767676 is one step away and passes."""
    assert contrast("#777777", "#ffffff") < TEXT_CONTRAST
    assert nearest_passing("#777777", "#ffffff", TEXT_CONTRAST) == "#767676"


@given(colours, colours, reachable)
def test_nearest_passing_passes(ink: str, ground: str, least: float) -> None:
    """What comes back reaches the contrast after rounding to eight bits."""
    assert contrast(nearest_passing(ink, ground, least), ground) >= least


@given(colours, colours, reachable)
def test_a_colour_that_passes_is_left_alone(ink: str, ground: str, least: float) -> None:
    """Asking again changes nothing, and neither does asking about a good colour."""
    passing = nearest_passing(ink, ground, least)

    assert nearest_passing(passing, ground, least) == passing
    assert passing == ink or contrast(ink, ground) < least


@given(colours, colours, reachable)
def test_nearest_passing_keeps_the_hue(ink: str, ground: str, least: float) -> None:
    """A brand's colour gets darker or lighter, never another colour."""
    _, chroma, hue = oklch(ink)
    lightness, chroma_after, hue_after = oklch(nearest_passing(ink, ground, least))
    # Close to grey and close to black one 8-bit step is a visible turn of hue, so nothing can be said there.
    assume(min(chroma, chroma_after) > 0.03 and lightness > 0.25)

    turn = math.radians(hue_after - hue)
    assert abs(math.sin(turn / 2)) * 2 * chroma_after < 0.006


@given(colours, colours, reachable)
def test_no_nearer_lightness_would_have_done(ink: str, ground: str, least: float) -> None:
    """One hundredth of the way back towards the ink, the contrast is no longer reached."""
    passing = nearest_passing(ink, ground, least)
    assume(passing != ink)
    start, end = oklch(ink)[0], oklch(passing)[0]
    assume(abs(end - start) > 0.05)

    nearer = Color(ink).convert("oklch").set("lightness", end + (start - end) / abs(start - end) * 0.02)
    fitted = nearer.fit("srgb", method="raytrace", pspace="oklch").convert("srgb").to_string(hex=True)
    assert contrast(fitted, ground) < least


def test_a_light_ink_on_a_dark_ground_gets_lighter() -> None:
    """The nearer way is taken, whichever way that is."""
    assert oklch(nearest_passing("#5a7f8c", "#10222b", TEXT_CONTRAST))[0] > oklch("#5a7f8c")[0]
    assert oklch(nearest_passing("#7fb4c6", "#ffffff", TEXT_CONTRAST))[0] < oklch("#7fb4c6")[0]


def test_a_contrast_that_nothing_reaches_is_refused() -> None:
    """No colour stands 7:1 from mid grey, and the message says so."""
    with pytest.raises(ValueError, match=r"no colour reaches 7:1 on #808080"):
        nearest_passing("#0b4f6c", "#808080", 7)


def test_a_tint_is_the_colour_thinned_with_white() -> None:
    """A tenth of black on white paper is a tenth less light."""
    assert tint("#000000", 10) == "#e6e6e6"
    assert tint("#0b4f6c", 0) == "#ffffff"
    assert tint("#0b4f6c", 100) == "#0b4f6c"


@given(colours)
def test_black_or_white_can_be_read_on_any_ground(ground: str) -> None:
    """Text on an area of colour passes whatever the colour is."""
    assert contrast(readable_on(ground), ground) >= TEXT_CONTRAST


def test_black_is_set_on_light_and_white_on_dark() -> None:
    """The choice follows the ground."""
    assert readable_on("#f4d35e") == "#000000"
    assert readable_on("#0b4f6c") == "#ffffff"


@given(colours, st.sampled_from(["#ffffff", "#fffaf0", "#eef3f5"]))
def test_a_palette_can_be_read_whatever_the_brand(primary: str, background: str) -> None:
    """Text and rules in the brand's hue pass on the ground and on the tint, even for a pale yellow."""
    palette = make_palette("#1a1a1a", background, primary)

    for ground in (palette.ground, palette.tint):
        assert contrast(palette.primary_ink, ground) >= TEXT_CONTRAST
        assert contrast(palette.rule, ground) >= GRAPHIC_CONTRAST
        assert contrast(palette.ink, ground) >= TEXT_CONTRAST
    assert contrast(palette.on_primary, palette.primary) >= TEXT_CONTRAST


def test_a_palette_keeps_a_brand_that_already_passes() -> None:
    """A dark primary is its own ink and its own rule."""
    palette = make_palette("#1a1a1a", "#ffffff", "#0b4f6c")

    assert (palette.primary, palette.primary_ink, palette.rule) == ("#0b4f6c",) * 3
    assert (palette.ink, palette.ground, palette.on_primary) == ("#1a1a1a", "#ffffff", "#ffffff")
    assert palette.tint == tint("#0b4f6c", TINT_PERCENT)


def test_a_palette_refuses_a_dark_background() -> None:
    """No ink in one hue passes on dark paper and on a pale box at once."""
    with pytest.raises(ValueError, match="background is too dark"):
        make_palette("#ffffff", "#1a1a1a", "#0b4f6c")


@pytest.mark.parametrize("dark", [False, True])
@given(primary=colours)
def test_a_screen_can_be_read_whatever_the_brand(primary: str, *, dark: bool) -> None:
    """Each ink passes on each ground, and a button's word on its button, in the light and in the dark."""
    screen = make_screen(primary, dark=dark)
    least = {
        screen.ink: STRONG_CONTRAST,
        screen.quiet: SMALL_CONTRAST,
        screen.accent: TEXT_CONTRAST,
        screen.edge: GRAPHIC_CONTRAST,
    }

    for ground in (screen.ground, screen.raised, screen.stage):
        assert all(contrast(ink, ground) >= ratio for ink, ratio in least.items())
    assert contrast(screen.fill, screen.raised) >= GRAPHIC_CONTRAST
    assert contrast(screen.on_fill, screen.fill) >= TEXT_CONTRAST


def test_a_screen_keeps_a_brand_that_already_passes() -> None:
    """A brand dark enough for white paper is the colour of buttons and links in the light."""
    screen = make_screen("#0b4f6c", dark=False)

    assert (screen.fill, screen.accent, screen.on_fill) == ("#0b4f6c", "#0b4f6c", "#ffffff")


@pytest.mark.parametrize("dark", [False, True])
@given(primary=colours)
def test_the_grounds_of_a_screen_are_quiet(primary: str, *, dark: bool) -> None:
    """However loud a brand is, what everything lies on is close to grey."""
    screen = make_screen(primary, dark=dark)

    assert all(oklch(ground)[1] < 0.03 for ground in (screen.ground, screen.raised, screen.stage))
