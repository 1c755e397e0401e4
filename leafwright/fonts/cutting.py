"""Make static faces from font files: the same bytes on every machine with the same fontTools."""

import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from leafwright.families import ITALIC, STYLES, FontSource

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FIGURES: Final = "0123456789 \u00a0"
"""What a family of digits has: without the spaces, the engine would look for those between digits in vain."""
REGULAR, BOLD = STYLES


def make_face(source: FontSource, weight: int) -> bytes:
    """Make one weight of a family; a static file is used unchanged."""
    origin = source.file(weight)
    if source.beside:
        return _figures(source, source.beside, weight)
    return _instance(origin, source.family, weight) if is_variable(origin) else origin.read_bytes()


def is_variable(origin: Path) -> bool:
    """Return whether a font file is a variable font, by its name."""
    return "[" in origin.name


def name_face(source: FontSource, weight: int) -> str:
    """Name the file of a face."""
    return f"{source.family.replace(' ', '')}-{STYLES[weight]}.ttf"


def keep_signs(font: "TTFont", signs: Iterable[int]) -> None:
    """Take every character but some out of a font."""
    from fontTools import subset  # noqa: PLC0415  # as in _at_weight

    options = subset.Options(
        layout_features=["*"], name_IDs=["*"], notdef_outline=True, recalc_timestamp=False
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=signs)
    subsetter.subset(font)


def name_font(font: Any, family: str, weight: int, *, italic: bool) -> None:
    """Give a face the family, the weight and the style under which pages ask for it."""
    style = (
        " ".join(filter(None, ("Bold" if weight == BOLD else "", "Italic" if italic else ""))) or "Regular"
    )
    names = font["name"]
    names.names = []
    postscript = f"{re.sub('[^A-Za-z0-9]', '', family) or 'Brand'}-{style.replace(' ', '')}"
    for number, text in {1: family, 2: style, 3: postscript, 4: f"{family} {style}", 6: postscript}.items():
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    kept = font["OS/2"].fsSelection & ~0b1100001
    font["OS/2"].fsSelection = (
        kept | (0x20 if weight == BOLD else 0) | (0x1 if italic else 0) | (0x40 if style == "Regular" else 0)
    )
    font["head"].macStyle = (1 if weight == BOLD else 0) | (2 if italic else 0)


def _instance(origin: Path, family: str, weight: int) -> bytes:
    font = _at_weight(origin, weight)
    postscript = f"{family.replace(' ', '')}-{STYLES[weight]}"
    names = font["name"]
    names.removeNames(nameID=25)  # the prefix of a variable font's instances: there are none left
    names.setName(postscript, 6, 3, 1, 0x409)
    names.setName(f"{names.getDebugName(5)};{postscript}", 3, 3, 1, 0x409)
    return save_font(font)


def _figures(source: FontSource, host: FontSource, weight: int) -> bytes:
    """Make digits to stand among the letters of another family: as high, and as far from line to line."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # as in _at_weight

    at = dict(zip(STYLES, host.figures_weights, strict=True))[weight]
    font, beside = _at_weight(source.file(weight), at), TTFont(host.file(weight))
    keep_signs(font, map(ord, FIGURES))
    # All lengths of a font are in shares of this number, so a larger one makes its digits smaller.
    taller = _height_of_one(font) / _height_of_one(beside)
    font["head"].unitsPerEm = round(font["head"].unitsPerEm * taller)
    share = font["head"].unitsPerEm / beside["head"].unitsPerEm
    space = beside["hmtx"][beside.getBestCmap()[ord(" ")]][0]
    for sign in " \u00a0":
        font["hmtx"][font.getBestCmap()[ord(sign)]] = (round(space * share), 0)
    for table, names in {
        "hhea": ("ascent", "descent", "lineGap"),
        "OS/2": ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"),
    }.items():
        for name in names:
            setattr(font[table], name, round(getattr(beside[table], name) * share))
    family = source.family.removesuffix(ITALIC)
    name_font(font, family, weight, italic=source.family != family)
    return save_font(font)


def _height_of_one(font: "TTFont") -> float:
    """Return how high a 1 is, as a share of the type size."""
    from fontTools.pens.boundsPen import BoundsPen  # noqa: PLC0415  # as in _at_weight

    glyphs = font.getGlyphSet()
    pen = BoundsPen(glyphs)
    glyphs[font.getBestCmap()[ord("1")]].draw(pen)
    return float(pen.bounds[3] / font["head"].unitsPerEm)


def _at_weight(origin: Path, weight: int) -> "TTFont":
    """Open a font file; a variable font is made static."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # 60 ms that only the first run on a machine needs
    from fontTools.varLib import instancer  # noqa: PLC0415  # as the line above

    font = TTFont(origin, recalcTimestamp=False)
    if "fvar" not in font:
        return font
    normal = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    cut = {**normal, "wght": weight}
    return instancer.instantiateVariableFont(font, cut, inplace=True, updateFontNames=weight in STYLES)


def save_font(font: "TTFont") -> bytes:
    """Return the bytes of a font file."""
    out = BytesIO()
    font.save(out)
    return out.getvalue()
