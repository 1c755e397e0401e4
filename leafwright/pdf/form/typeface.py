"""The font in which fields are filled in: the whole of it, because nobody knows which letters come."""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any, Final

import pydyf
from fontTools.ttLib import TTFont

from leafwright import fonts
from leafwright.cache import cache_folder
from leafwright.families import BUNDLED, FALLBACKS, SUBSTITUTE
from leafwright.scripts import LATIN, script_of

NAME: Final = "Typed"
"""What the fields call the font."""
ROMAN: Final = "Public Sans"
"""The smallest of the bundled fonts with the letters of all languages in Latin script."""
EM: Final = 1000
SYMBOLIC: Final = 1 << 2
"""Its glyphs are found by their numbers."""
STEM: Final = 80
"""How thick its strokes are, roughly; fonts do not say."""
_CID: Final = pydyf.Dictionary({"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0})
_MOST: Final = 100
"""How many letters a section of the table of letters may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeface:
    """A font with the letters of a script, and what a PDF says about it, in thousandths of its size."""

    name: str
    content: bytes
    letters: dict[int, int]
    widths: tuple[int, ...]
    box: tuple[int, ...]
    ascent: int
    descent: int


@cache
def typeface_for(language: str) -> Typeface:
    """Read the font of a language's script from the checked set. Raises FontError like `prepare`."""
    script = script_of(language)
    source = FALLBACKS.get(script)
    family = source.family if source else ROMAN if script == LATIN else SUBSTITUTE
    face, _ = fonts.prepare(cache_folder(), (source,) if source else BUNDLED).families[family]
    content = face.path.read_bytes()
    with TTFont(BytesIO(content)) as font:
        head, line, scale = font["head"], font["hhea"], EM / font["head"].unitsPerEm
        return Typeface(
            name=family.replace(" ", ""),
            content=content,
            letters={code: font.getGlyphID(glyph) for code, glyph in font.getBestCmap().items()},
            widths=tuple(round(font["hmtx"][glyph][0] * scale) for glyph in font.getGlyphOrder()),
            box=tuple(round(side * scale) for side in (head.xMin, head.yMin, head.xMax, head.yMax)),
            ascent=round(line.ascent * scale),
            descent=round(line.descent * scale),
        )


def embed(face: Typeface, pdf: pydyf.PDF) -> bytes:
    """Embed a font whole, with the letter of each of its glyphs; return its reference."""
    values = {
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": f"/{face.name}",
        "Encoding": "/Identity-H",
        "DescendantFonts": pydyf.Array([_glyphs(face, pdf)]),
        "ToUnicode": _add(pdf, pydyf.Stream([_letters_of(face)], compress=True)),
    }
    return _add(pdf, pydyf.Dictionary(values))


def _glyphs(face: Typeface, pdf: pydyf.PDF) -> bytes:
    values = {
        "Type": "/Font",
        "Subtype": "/CIDFontType2",
        "BaseFont": f"/{face.name}",
        "CIDSystemInfo": _CID,
        "FontDescriptor": _description(face, pdf),
        "W": pydyf.Array([0, pydyf.Array(face.widths)]),
        "CIDToGIDMap": "/Identity",
    }
    return _add(pdf, pydyf.Dictionary(values))


def _description(face: Typeface, pdf: pydyf.PDF) -> bytes:
    file = pydyf.Stream([face.content], {"Length1": len(face.content)}, compress=True)
    values = {
        "Type": "/FontDescriptor",
        "FontName": f"/{face.name}",
        "Flags": SYMBOLIC,
        "FontBBox": pydyf.Array(face.box),
        "ItalicAngle": 0,
        "Ascent": face.ascent,
        "Descent": face.descent,
        "CapHeight": face.ascent,
        "StemV": STEM,
        "FontFile2": _add(pdf, file),
    }
    return _add(pdf, pydyf.Dictionary(values))


def _add(pdf: pydyf.PDF, part: Any) -> bytes:
    pdf.add_object(part)
    return bytes(part.reference)


def _letters_of(face: Typeface) -> bytes:
    """Write which letter each glyph is (ISO 32000-1, 9.10.3); the first of several."""
    letters = {glyph: code for code, glyph in sorted(face.letters.items(), reverse=True)}
    rows = [f"<{glyph:04x}> <{_hexadecimal(code)}>" for glyph, code in sorted(letters.items())]
    parts = [rows[start : start + _MOST] for start in range(0, len(rows), _MOST)]
    sections = "\n".join("\n".join([f"{len(part)} beginbfchar", *part, "endbfchar"]) for part in parts)
    return f"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{sections}
endcmap
CMapName currentdict /CMap defineresource pop
end
end""".encode()


def _hexadecimal(code: int) -> str:
    return chr(code).encode("utf-16-be").hex()
