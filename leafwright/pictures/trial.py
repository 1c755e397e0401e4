"""A picture drawn once, before any sheet is: whether it can be drawn, and what it is like on paper.

Runs in a process of its own, for a drawing or a decoder may need any time and memory.
"""

import logging
import warnings
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from typing import Final

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from leafwright.pictures.measure import LONGEST, PictureMeasure, measure_image
from leafwright.problems import Place, Problem

_POINTS_PER_PIXEL: Final = 72 / 96
MODES: Final = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA"})


HERE: Final = Place(file="")
"""Stands for the picture's own file, which whoever asks knows."""


def try_raster(content: bytes, kind: str) -> PictureMeasure | Problem:
    """Decode a PNG or JPEG whole and measure it, turned as its camera says."""
    try:
        with _strictly(), Image.open(BytesIO(content), formats=(kind,)) as picture:
            if problem := _unprintable(picture):
                return problem
            picture.load()
            return _seen(measure_image(ImageOps.exif_transpose(picture)))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
        message = f"the file cannot be read as {kind}"
        return Problem(place=HERE, code="bad-picture", message=message, hint="export it again")


def try_drawing(content: bytes, size: tuple[float, float]) -> PictureMeasure | Problem:
    """Draw an SVG of that size with the engine and measure it."""
    sides = tuple(max(1, round(side * LONGEST / max(size))) for side in size)
    heard, page = _draw(content, sides)
    if heard:
        message, hint = "the engine cannot draw the SVG", "export it again as plain SVG"
        return Problem(place=HERE, code="bad-svg", message=message, hint=hint)
    return _seen(replace(measure_image(page), width=size[0], height=size[1], points=None))


def _unprintable(picture: Image.Image) -> Problem | None:
    """Find what keeps an image from being printed as it is seen on a screen."""
    told = ""
    if picture.mode not in MODES:
        deep = picture.mode.startswith(("I", "F"))
        told = "the picture has 16 bits a channel or more" if deep else f"the picture is {picture.mode}"
        hint = "save it as RGB with 8 bits a channel"
    elif picture.format == "PNG" and getattr(picture, "is_animated", False):
        told, hint = "the picture moves", "save one of its frames: paper does not move"
    if not told:
        return None
    return Problem(place=HERE, code="unprintable-picture", message=told, hint=hint)


def _seen(measure: PictureMeasure) -> PictureMeasure | Problem:
    if not measure.drawn_width or not measure.drawn_height:
        hint = "use one with dark shapes: nothing that is white or empty can be seen on paper"
        message = "the picture shows nothing on white paper"
        return Problem(place=HERE, code="empty-picture", message=message, hint=hint)
    return measure


@contextmanager
def _strictly() -> Iterator[None]:
    """Take no picture that is cut short; the engine, once imported, lets Pillow take it."""
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _draw(content: bytes, sides: tuple[int, ...]) -> tuple[list[str], Image.Image]:
    """Draw an SVG on an empty page; returns what the engine warned of, and the page."""
    import pypdfium2  # noqa: PLC0415  # loaded only where something is drawn
    from weasyprint import HTML  # noqa: PLC0415  # as the line above

    width, height = sides
    style = f"@page {{ size: {width}px {height}px; margin: 0 }} body {{ margin: 0 }} img {{ display: block }}"
    source = f"data:image/svg+xml;base64,{b64encode(content).decode()}"
    image = f'<img src="{source}" style="width: {width}px; height: {height}px" alt="">'
    with _heard() as heard:
        pdf = HTML(string=f"<style>{style}</style>{image}").write_pdf()
    with pypdfium2.PdfDocument(pdf) as document:
        bitmap = document[0].render(scale=1 / _POINTS_PER_PIXEL, fill_color=(255, 255, 255, 0))
        return heard, bitmap.to_pil().convert("RGBA")


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Collect what the engine warns of."""
    heard: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record.getMessage())

    logger = logging.getLogger("weasyprint")
    before, logger.handlers = logger.handlers, [Listener(level=logging.WARNING)]
    propagated, logger.propagate = logger.propagate, False
    try:
        yield heard
    finally:
        logger.handlers, logger.propagate = before, propagated
