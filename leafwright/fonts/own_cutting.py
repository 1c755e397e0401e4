"""Make the faces of a brand's own family with fontTools; runs only in a process with limits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from leafwright.fonts.cutting import BOLD, REGULAR, keep_signs, name_font, save_font
from leafwright.fonts.own import FontFile, FontFinding, MadeFamily, made_of

MOST_UNPACKED: Final = 32_000_000
"""The greatest size of a font file that is unpacked, in bytes."""
NEAR: Final = 150
"""How far a weight may be from 400 or 700 to be used in its place."""
KEPT: Final = ((0x20, 0x52F), (0x1E00, 0x1FFF), (0x2000, 0x2BFF), (0xFB00, 0xFB06))
"""Latin, Greek and Cyrillic with their punctuation and signs; other scripts have families of their own."""
LETTERS: Final = frozenset(
    map(chr, (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B)))
) | frozenset(" .,:;!?()/'\"%+-")
"""What every text needs."""
COLOURED: Final = ("COLR", "CPAL", "CBDT", "CBLC", "SVG ", "sbix", "EBDT", "EBLC", "EBSC")
"""Tables of coloured or drawn glyphs, which print as nothing or as pictures."""
RESTRICTED, NO_SUBSET, BITMAPS = 0x2, 0x100, 0x200
"""The bits of fsType that forbid to embed a font as a PDF does."""
SLANTED, LEANING = 0x201, 0x2
"""The bits of fsSelection and of macStyle that an italic or oblique file has."""
OLD_STYLE: Final = 0.08
"""How far a digit may be below the line, as a share of the type size, before it is old-style."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """A file that can be used: its number, the weights it has, and whether it is italic and variable."""

    number: int
    file: FontFile
    weights: tuple[int, int]
    italic: bool
    variable: bool
    signs: frozenset[str]

    def distance(self, weight: int) -> int:
        """Return how far its nearest weight is."""
        low, high = self.weights
        return max(low - weight, weight - high, 0)


class _RefusedError(Exception):
    """A file cannot be used; its arguments are code, message and hint."""


def cut_family(family: str, files: tuple[FontFile, ...]) -> MadeFamily:
    """Make the regular and the bold face of a family, and its italics if there are any."""
    opened: list[_Opened] = []
    findings: list[FontFinding] = []
    for number, file in enumerate(files):
        try:
            opened.append(_open(number, file))
        except _RefusedError as refused:
            code, message, hint = refused.args
            findings.append(FontFinding(code=code, message=message, hint=hint, file=number))
    findings += [] if findings else _lacking(family, opened)
    if findings:
        return MadeFamily(family=None, findings=tuple(findings))
    chosen = [
        (weight, italic, best)
        for italic in (False, True)
        for weight in (REGULAR, BOLD)
        if (best := _nearest(opened, weight, italic=italic))
    ]
    faces = [(weight, italic, _cut(family, best, weight)) for weight, italic, best in chosen]
    signs = frozenset.intersection(*(best.signs for _, italic, best in chosen if not italic))
    return made_of(family, faces, signs, list(_remarks(family, chosen[0][2])))


def _read(content: bytes) -> Any:
    return TTFont(BytesIO(content), recalcTimestamp=False, recalcBBoxes=False)


def _open(number: int, file: FontFile) -> _Opened:
    """Read what must be known of a file. Raises _RefusedError if it cannot be used."""
    _refuse_large(file.content)
    try:
        font = _read(file.content)
        font.flavor = None
        for tag in ("head", "hhea", "maxp", "hmtx", "cmap", "OS/2", "post", "name"):
            font[tag]  # decodes it
        signs = frozenset(map(chr, font.getBestCmap() or ()))
        axes = (
            {axis.axisTag: (round(axis.minValue), round(axis.maxValue)) for axis in font["fvar"].axes}
            if "fvar" in font
            else {}
        )
    except MemoryError:
        raise
    except Exception as fault:
        hint = "use a TTF, OTF or WOFF2 file as the font's maker gives it"
        raise _RefusedError("bad-font", "the file cannot be read as a font", hint) from fault
    _refuse_unprintable(font, signs)
    own = file.weight or min(max(int(font["OS/2"].usWeightClass), 1), 1000)
    weights = axes.get("wght", (own, own))
    leans = bool(font["OS/2"].fsSelection & SLANTED or font["head"].macStyle & LEANING)
    italic = leans if file.italic is None else file.italic
    return _Opened(number=number, file=file, weights=weights, italic=italic, variable=bool(axes), signs=signs)


def _refuse_large(content: bytes) -> None:
    """Refuse a packed file that says that it unpacks to too much; one that lies meets the memory's limit."""
    said = int.from_bytes(content[16:20], "big") if content[:4] in {b"wOF2", b"wOFF"} else len(content)
    if said > MOST_UNPACKED:
        message = f"the file unpacks to {said:,} bytes, more than {MOST_UNPACKED:,}"
        raise _RefusedError("font-too-large", message, "use the plain TTF or OTF file of the font's maker")


def _refuse_unprintable(font: Any, signs: frozenset[str]) -> None:
    bits = font["OS/2"].fsType
    if bits & (NO_SUBSET | BITMAPS) or bits & 0xF == RESTRICTED:
        message = f"the font's maker does not allow it to be embedded in part in a PDF (fsType {bits:#06x})"
        raise _RefusedError("font-not-allowed", message, "ask for a licence and a file that allow it")
    if "glyf" not in font and "CFF " not in font:
        message = "the font has no outlines that a PDF can print"
        raise _RefusedError("bad-font", message, "use a TTF file, or an OTF file with CFF outlines")
    seen = {sign for sign, bounds in _drawn(font, LETTERS & signs) if bounds} | (signs & {" "})
    if missing := "".join(sorted(LETTERS - seen)):
        message = f"the font lacks letters that every text needs: {missing[:12]}"
        raise _RefusedError("font-lacks-letters", message, "use a font for text")


def _nearest(opened: Iterable[_Opened], weight: int, *, italic: bool) -> _Opened | None:
    near = [one for one in opened if one.italic == italic and one.distance(weight) <= NEAR]
    return min(near, key=lambda one: (one.distance(weight), one.number), default=None)


def _lacking(family: str, opened: list[_Opened]) -> Iterator[FontFinding]:
    """Report the upright faces that a family lacks."""
    names = {REGULAR: "regular", BOLD: "bold"}
    for weight, name in names.items():
        if not _nearest(opened, weight, italic=False):
            yield FontFinding(
                code="font-without-weight",
                message=f"'{family}' has no {name} face (weight {weight})",
                hint="add its file below `files:`, with `weight:` if the file does not say it",
            )


def _cut(family: str, opened: _Opened, weight: int) -> bytes:
    """Make a static face with the letters that pages may need, named after the family and the weight."""
    font = _read(opened.file.content)
    font.flavor = None
    if "fvar" in font:
        low, high = opened.weights
        fixed = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
        wanted = {"wght": min(max(weight, low), high)} if "wght" in fixed else {}
        font = instancer.instantiateVariableFont(font, {**fixed, **wanted}, inplace=True)
    for tag in COLOURED:
        if tag in font:
            del font[tag]
    keep_signs(font, (sign for low, high in KEPT for sign in range(low, high + 1)))
    name_font(font, family, weight, italic=opened.italic)
    return save_font(font)


def _remarks(family: str, regular: _Opened) -> Iterator[FontFinding]:
    """Tell of a variable font and of digits that are hard to read."""
    if regular.variable:
        message = f"'{family}' is a variable font, of which pages use the weights {REGULAR} and {BOLD}"
        yield FontFinding(
            code="variable-font", message=message, hint="", file=regular.number, severity="advice"
        )
    if low := "".join(_old_style(regular.file.content)):
        message = (
            f"the digits of '{family}' are old-style: {low} go below the line, and a dose is read less easily"
        )
        hint = "use a font, or a file of it, whose digits are all as high as capitals"
        yield FontFinding(
            code="old-style-digits", message=message, hint=hint, file=regular.number, severity="warning"
        )


def _old_style(content: bytes) -> Iterator[str]:
    """List the digits that go below the line."""
    font = _read(content)
    size = font["head"].unitsPerEm
    for digit, bounds in _drawn(font, "0123456789"):
        if bounds and bounds[1] < -OLD_STYLE * size:
            yield digit


def _drawn(font: Any, signs: Iterable[str]) -> Iterator[tuple[str, tuple[float, float, float, float] | None]]:
    """Go through the boxes of what is drawn for signs; None if that is nothing."""
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    for sign in signs:
        pen = BoundsPen(glyphs)
        glyphs[names[ord(sign)]].draw(pen)
        yield sign, pen.bounds
