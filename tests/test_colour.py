"""Facts about colours, on paper and on a screen."""

import math
from pathlib import Path

import pytest
from coloraide import Color
from hypothesis import assume, given
from hypothesis import strategies as st

from leafwright.colour import (
    GRAPHIC_CONTRAST,
    TEXT_CONTRAST,
    as_hex,
    chroma,
    contrast,
    is_colour,
    nearest_passing,
    over,
    readable_on,
    tint,
)
from leafwright.palette import (
    ALARM,
    SMALL_CONTRAST,
    STRONG_CONTRAST,
    TINT_PERCENT,
    Palette,
    Screen,
    make_palette,
    make_screen,
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
    """No colour has a contrast of 7:1 to mid grey, and the message says so."""
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
    """Text, rules and figures in the brand's hue pass on what is around them, even for a pale yellow."""
    palette = make_palette("#1a1a1a", background, primary)

    for ground in (palette.ground, palette.tint):
        assert contrast(palette.primary_ink, ground) >= TEXT_CONTRAST
        assert contrast(palette.rule, ground) >= GRAPHIC_CONTRAST
        assert contrast(palette.ink, ground) >= TEXT_CONTRAST
    assert contrast(palette.figure, palette.unfilled) >= GRAPHIC_CONTRAST
    assert contrast(palette.figure, "#ffffff") >= TEXT_CONTRAST
    assert contrast(palette.on_band, palette.band) >= TEXT_CONTRAST


def test_a_palette_keeps_a_brand_that_already_passes() -> None:
    """A dark primary is its own ink and its own rule."""
    palette = make_palette("#1a1a1a", "#ffffff", "#0b4f6c")

    assert (palette.primary, palette.primary_ink, palette.rule) == ("#0b4f6c",) * 3
    assert (palette.ink, palette.ground, palette.on_band) == ("#1a1a1a", "#ffffff", "#ffffff")
    assert palette.band == palette.primary
    assert palette.tint == tint("#0b4f6c", TINT_PERCENT)


@pytest.mark.parametrize("primary", ["#000000", "#1a1a1a", "#2b2b2b"])
def test_a_band_is_never_as_black_as_an_emergency(primary: str) -> None:
    """A brand in black has bands of a dark grey, on which white can be read; a dark blue stays as it is."""
    palette = make_palette("#1a1a1a", "#ffffff", primary)

    assert contrast(palette.band, ALARM) >= 1.9
    assert contrast("#ffffff", palette.band) >= TEXT_CONTRAST
    assert make_palette("#1a1a1a", "#ffffff", "#002147").band == "#002147"
    tokens = (Path(__file__).parents[1] / "styles/tokens.css").read_text("utf-8")
    assert f"--palette-alarm: {ALARM};" in tokens


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
    """However strong a brand's colour is, the background is close to grey."""
    screen = make_screen(primary, dark=dark)

    assert all(oklch(ground)[1] < 0.03 for ground in (screen.ground, screen.raised, screen.stage))


@pytest.mark.parametrize(
    ("written", "opaque"),
    [
        ("teal", "#008080"),
        ("#123", "#112233"),
        ("#0B4F6C", "#0b4f6c"),
        ("#0b4f6cff", "#0b4f6c"),
        ("rgb(11, 79, 108)", "#0b4f6c"),
        ("oklch(70% 0.4 140)", "#3abd00"),
        ("color(display-p3 0 1 0)", "#00f74f"),
        ("#0b4f6c80", None),
        ("rgb(0 0 0 / 99%)", None),
        ("rgb(0 0 0 / none)", None),
    ],
)
def test_a_colour_is_known_however_it_is_written(written: str, opaque: str | None) -> None:
    """One that sRGB has not is the nearest in it, and one that is seen through is no single colour."""
    assert is_colour(written)
    assert as_hex(written) == opaque


@pytest.mark.parametrize("words", ["teel", "teal and more", "a teal", ""])
def test_words_that_are_no_colour_have_none(words: str) -> None:
    """A colour with something before or after it is not a colour."""
    assert not is_colour(words)
    assert as_hex(words) is None


@pytest.mark.parametrize(
    ("colour", "ground", "seen"),
    [
        ("#0b4f6c", "#ffffff", "#0b4f6c"),
        ("#0b4f6c80", "#ffffff", "#85a7b5"),
        ("rgb(0 0 0 / 50%)", "#ffffff", "#808080"),
        ("rgb(0 0 0 / 150%)", "#ffffff", "#000000"),
        ("rgb(0 0 0 / -10%)", "#ffffff", "#ffffff"),
        ("rgb(255 0 0 / none)", "#ffffff", "#ffffff"),
        ("transparent", "#fffaf0", "#fffaf0"),
        ("rgb(255 255 255 / 25%)", "#000000", "#404040"),
    ],
)
def test_a_see_through_colour_is_mixed_with_its_ground(colour: str, ground: str, seen: str) -> None:
    """By its share, which is nothing at the least and all of it at the most."""
    assert over(colour, ground) == seen


@pytest.mark.parametrize(
    ("ink", "ground", "least", "passing"),
    [
        ("#00ff00", "#ffffff", 4.5, "#008a00"),
        ("#ffff00", "#ffffff", 3.0, "#9a9a00"),
        ("#ff00ff", "#ffffff", 4.5, "#d100d1"),
        ("#0000ff", "#000000", 4.5, "#2c68ff"),
        ("#808080", "#777777", 4.0, "#f2f2f2"),
        ("#767676", "#ffffff", 4.5, "#767676"),
        ("TEAL", "#ffffff", 1.0, "#008080"),
    ],
)
def test_the_nearest_ink_that_passes_is_known(ink: str, ground: str, least: float, passing: str) -> None:
    """A loud colour keeps as much of its chroma as sRGB shows at that lightness."""
    assert nearest_passing(ink, ground, least) == passing


@pytest.mark.parametrize(
    ("ground", "text"), [("#757575", "#ffffff"), ("#767676", "#000000"), ("#ffffff", "#000000")]
)
def test_what_stands_out_more_is_set(ground: str, text: str) -> None:
    """From 4.6:1 on, black has more contrast than white."""
    assert readable_on(ground) == text


def test_the_palette_of_a_pale_brand() -> None:
    """A yellow keeps its colour for areas, and is darkened for text and for lines."""
    assert make_palette("#1a1a1a", "#fffaf0", "#f4d35e") == Palette(
        primary="#f4d35e",
        primary_ink="#8a7100",
        tint="#fefbef",
        rule="#ad8f00",
        figure="#836b00",
        middle="#dfd9bd",
        unfilled="#c6c6c6",
        band="#f4d35e",
        on_band="#000000",
        ink="#1a1a1a",
        ground="#fffaf0",
    )


def test_a_background_is_too_dark_only_where_nothing_passes() -> None:
    """The message names the brand's colour and the contrast that is missed."""
    assert make_palette("#000000", "#8a8a8a", "#000000").primary_ink == "#000000"
    with pytest.raises(
        ValueError,
        match=r"^the background is too dark: no text in the hue of #ffffff reaches 4.5:1 on it$",
    ):
        make_palette("#ffffff", "#1a1a1a", "#ffffff")


def test_a_screen_in_the_light() -> None:
    """The grounds have a trace of the brand's hue, and a brand too light for white is darkened."""
    assert make_screen("#00ff00", dark=False) == Screen(
        ground="#f8fbf8",
        raised="#ffffff",
        stage="#eaeeea",
        ink="#1a221a",
        quiet="#556153",
        accent="#007d00",
        fill="#00ad00",
        on_fill="#000000",
        edge="#717f6f",
        line="#d3d9d3",
    )


def test_a_screen_in_the_dark() -> None:
    """A dark brand is lightened, for its buttons and still more for its words."""
    assert make_screen("#0b4f6c", dark=True) == Screen(
        ground="#0f171c",
        raised="#192329",
        stage="#233037",
        ink="#eaeff2",
        quiet="#92a9b4",
        accent="#609cbc",
        fill="#357290",
        on_fill="#ffffff",
        edge="#6a7e89",
        line="#34454f",
    )


def test_a_grey_brand_gives_greys() -> None:
    """Where a brand has no hue its screen has none, and where it is seen through, its alpha is dropped."""
    screen = make_screen("#808080", dark=True)

    assert (screen.ground, screen.line, screen.accent) == ("#161616", "#424242", "#959595")
    assert make_screen("#80808080", dark=True) == screen


@pytest.mark.parametrize(
    ("colour", "expected"), [("#808080", 0), ("white", 0), ("#ff0000", 0.258), ("rgb(0 0 255)", 0.313)]
)
def test_chroma_is_how_far_a_colour_is_from_grey(colour: str, expected: float) -> None:
    """A grey has none; red and blue have what OKLCH gives the primaries of sRGB."""
    assert chroma(colour) == pytest.approx(expected, abs=0.001)
