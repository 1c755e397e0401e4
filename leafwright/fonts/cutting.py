"""Make static faces from font files: the same bytes on every machine with the same fontTools."""

from io import BytesIO
from pathlib import Path

from leafwright.families import STYLES, FontSource


def make_face(source: FontSource, weight: int) -> bytes:
    """Make one weight of a family; a static file is used unchanged."""
    origin = source.file(weight)
    return _instance(origin, source.family, weight) if is_variable(origin) else origin.read_bytes()


def is_variable(origin: Path) -> bool:
    """Return whether a font file is a variable font, by its name."""
    return "[" in origin.name


def name_face(source: FontSource, weight: int) -> str:
    """Name the file of a face."""
    return f"{source.family.replace(' ', '')}-{STYLES[weight]}.ttf"


def _instance(origin: Path, family: str, weight: int) -> bytes:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # 60 ms that only the first run on a machine needs
    from fontTools.varLib import instancer  # noqa: PLC0415  # as the line above

    font = TTFont(origin, recalcTimestamp=False)
    normal = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    cut = {**normal, "wght": weight}
    font = instancer.instantiateVariableFont(font, cut, inplace=True, updateFontNames=True)
    postscript = f"{family.replace(' ', '')}-{STYLES[weight]}"
    names = font["name"]
    names.removeNames(nameID=25)  # the prefix of a variable font's instances: there are none left
    names.setName(postscript, 6, 3, 1, 0x409)
    names.setName(f"{names.getDebugName(5)};{postscript}", 3, 3, 1, 0x409)
    out = BytesIO()
    font.save(out)
    return out.getvalue()
