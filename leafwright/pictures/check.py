"""What may be printed: kinds that print the same everywhere, of a sane size, nothing hidden inside."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from PIL import Image, ImageFile, UnidentifiedImageError

from leafwright.problems import Place, Problem
from leafwright.workspace import relative_inside

MOST_BYTES: Final = 8_000_000
MOST_PIXELS: Final = 40_000_000
KINDS: Final = {".svg": "SVG", ".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
_FORBIDDEN: Final = {"script", "foreignObject", "image", "style", "a", "animate", "set", "iframe", "feImage"}


def check_picture(folder: Path, name: str, place: Place) -> Iterator[Problem]:
    """Check the picture `name` beside a YAML file; `place` is where the file is named.

    SVG may draw and nothing else: no script, no link, no style sheet, nothing fetched. Raster pictures are
    measured before they are decoded, so that a bomb is never unpacked.
    """
    path = relative_inside(folder, name)
    kind = KINDS.get(Path(name).suffix.lower())
    if path is None:
        yield _problem(
            place, "outside-folder", f"'{name}' leads out of the folder", "put the file beside the YAML"
        )
    elif kind is None:
        yield _problem(
            place, "picture-kind", f"'{name}' is no picture we print", f"use {', '.join(sorted(KINDS))}"
        )
    elif not path.is_file():
        yield _problem(place, "missing-picture", f"there is no file '{name}'", f"put it into {folder.name}/")
    elif (size := path.stat().st_size) > MOST_BYTES:
        yield _problem(place, "picture-too-large", f"'{name}' has {size:,} bytes", f"at most {MOST_BYTES:,}")
    elif kind == "SVG":
        yield from _check_svg(path, name, place)
    else:
        yield from _check_raster(path, name, kind, place)


def _check_svg(path: Path, name: str, place: Place) -> Iterator[Problem]:
    try:
        root = fromstring(path.read_bytes(), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as error:
        told = str(error) or type(error).__name__
        yield _problem(
            place, "bad-svg", f"'{name}' is not a plain SVG: {told}", "export it again as plain SVG"
        )
        return
    if _local(root.tag) != "svg":
        yield _problem(place, "bad-svg", f"'{name}' is not an SVG", "export it again as plain SVG")
    for element in root.iter():
        for what in _unsafe_parts(element):
            hint = "export it as plain SVG: shapes only, nothing linked, no script"
            yield _problem(place, "unsafe-svg", f"'{name}' holds {what}", hint)


def _unsafe_parts(element: Element) -> Iterator[str]:
    tag = _local(element.tag)
    if tag in _FORBIDDEN:
        yield f"<{tag}>"
    for key, value in element.attrib.items():
        attribute = _local(key)
        if attribute.startswith("on"):
            yield f"the event '{attribute}'"
        elif attribute == "href" and not value.startswith("#"):
            yield f"a link to '{value[:40]}'"
        elif re.search(r"url\(\s*['\"]?(?!#)|@import|javascript:", value.strip(), re.IGNORECASE):
            yield f"a link in '{attribute}'"


def _check_raster(path: Path, name: str, kind: str, place: Place) -> Iterator[Problem]:
    try:
        with Image.open(path, formats=(kind,)) as picture:
            width, height = picture.size
            if width * height > MOST_PIXELS:
                hint = (
                    f"at most {MOST_PIXELS // 1_000_000} million points; 100 mm at 300 dpi are 1,181 across"
                )
                yield _problem(place, "picture-too-large", f"'{name}' is {width:,} x {height:,} points", hint)
            else:
                _decode(picture)
    except Image.DecompressionBombError:
        yield _problem(place, "picture-too-large", f"'{name}' has far too many points", "make it smaller")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        yield _problem(place, "bad-picture", f"'{name}' cannot be read as {kind}", "export it again")


def _decode(picture: Image.Image) -> None:
    """Decode a picture whole; the engine, once imported, lets Pillow take what is cut short."""
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        picture.load()
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _local(name: object) -> str:
    return str(name).rpartition("}")[2]


def _problem(place: Place, code: str, message: str, hint: str) -> Problem:
    return Problem(place=place, code=code, message=message, hint=hint)
