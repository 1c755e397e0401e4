"""Check the header of a raster picture: its kind and its size."""

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from PIL import Image, UnidentifiedImageError

from leafwright.problems import Place, Problem, problem_at

MOST_PIXELS: Final = 40_000_000
_SIGNS: Final = (
    (b"\x89PNG\r\n\x1a\n", "a PNG"),
    (b"\xff\xd8\xff", "a JPEG"),
    (b"GIF8", "a GIF"),
    (b"BM", "a BMP"),
    (b"II*\0", "a TIFF"),
    (b"MM\0*", "a TIFF"),
    (b"%PDF", "a PDF"),
    (b"8BPS", "a Photoshop file"),
    (b"<svg", "an SVG"),
    (b"<?xml", "an SVG"),
)
_FAMILIES: Final = ((slice(8, 12), b"WEBP", "a WebP"), (slice(4, 8), b"ftyp", "an AVIF or HEIC"))
_ENDINGS: Final = {"a PNG": "png", "a JPEG": "jpg", "an SVG": "svg"}


def check_head(content: bytes, kind: str, place: Place) -> Iterator[Problem]:
    """Check a PNG or a JPEG before it is decoded, so that a decompression bomb is never unpacked."""
    real_kind = sniff(content)
    if real_kind and real_kind.split()[-1] != kind:
        ending = _ENDINGS.get(real_kind)
        hint = f"let its name end in .{ending}" if ending else "save it as SVG, PNG or JPEG"
        yield problem_at(place, "bad-picture", f"the file is {real_kind}, but its name says {kind}", hint)
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(content), formats=(kind,)) as picture:
                width, height = picture.size
    except Image.DecompressionBombError:
        yield problem_at(place, "picture-too-large", "the picture has far too many points", "make it smaller")
        return
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
        yield problem_at(place, "bad-picture", f"the file cannot be read as {kind}", "export it again")
        return
    if width * height > MOST_PIXELS:
        hint = f"at most {MOST_PIXELS // 1_000_000} million points; 100 mm at 300 dpi are 1,181 across"
        yield problem_at(place, "picture-too-large", f"the picture is {width:,} x {height:,} points", hint)


def sniff(content: bytes) -> str:
    """Name the kind of a file by its first bytes; empty if it is unknown."""
    head = content[:16].lstrip(b"\xef\xbb\xbf \r\n\t")
    named = (name for sign, name in _SIGNS if content.startswith(sign) or head.startswith(sign))
    boxed = (name for at, sign, name in _FAMILIES if content[at] == sign)
    return next(named, "") or next(boxed, "")
