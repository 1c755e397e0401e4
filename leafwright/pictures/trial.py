"""Draw a picture once, before any sheet, to see whether it can be drawn and what it is like on paper.

It runs in its own process, because a drawing or a decoder may need any amount of time and memory.
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
from leafwright.problems import Place, Problem, problem_at

_POINTS_PER_PIXEL: Final = 72 / 96
MODES: Final = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA"})


HERE: Final = Place(file="")
"""Stands for the picture's own file, which the caller knows."""


def try_raster(content: bytes, kind: str) -> PictureMeasure | Problem:
    """Decode a PNG or JPEG completely and measure it, rotated as its camera recorded."""
    try:
        with _strictly(), Image.open(BytesIO(content), formats=(kind,)) as picture:
            if problem := _unprintable(picture):
                return problem
            picture.load()
            return _visible(measure_image(ImageOps.exif_transpose(picture)))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
        message = f"the file cannot be read as {kind}"
        return problem_at(HERE, "bad-picture", message, "export it again")


def try_drawing(content: bytes, size: tuple[float, float]) -> PictureMeasure | Problem:
    """Draw an SVG of that size with the engine and measure it."""
    sides = tuple(max(1, round(side * LONGEST / max(size))) for side in size)
    warnings_given, page = _draw(content, sides)
    if warnings_given:
        message, hint = "the engine cannot draw the SVG", "export it again as plain SVG"
        return problem_at(HERE, "bad-svg", message, hint)
    return _visible(replace(measure_image(page), width=size[0], height=size[1], points=None))


def _unprintable(picture: Image.Image) -> Problem | None:
    """Return why an image cannot be printed as a screen shows it; None if it can."""
    if picture.mode not in MODES:
        deep = picture.mode.startswith(("I", "F"))
        message = "the picture has 16 bits a channel or more" if deep else f"the picture is {picture.mode}"
        return problem_at(HERE, "unprintable-picture", message, "save it as RGB with 8 bits a channel")
    if picture.format == "PNG" and getattr(picture, "is_animated", False):
        hint = "save one of its frames: paper does not move"
        return problem_at(HERE, "unprintable-picture", "the picture moves", hint)
    return None


def _visible(measure: PictureMeasure) -> PictureMeasure | Problem:
    """Return a measure; a Problem if nothing is drawn, or only a white ground."""
    return measure if measure.drawn_width and measure.drawn_height else shows_nothing(HERE)


def shows_nothing(place: Place) -> Problem:
    """Report a picture of which nothing can be seen on paper."""
    hint = "use one with dark shapes: white and empty shapes cannot be seen on paper"
    return problem_at(place, "empty-picture", "the picture shows nothing on white paper", hint)


@contextmanager
def _strictly() -> Iterator[None]:
    """Refuse truncated pictures; importing the engine sets Pillow to accept them."""
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _draw(content: bytes, sides: tuple[int, ...]) -> tuple[list[str], Image.Image]:
    """Draw an SVG on an empty page; returns the engine's warnings, and the page."""
    import pypdfium2  # noqa: PLC0415  # loaded only where something is drawn
    from weasyprint import HTML  # noqa: PLC0415  # as the line above

    width, height = sides
    style = f"@page {{ size: {width}px {height}px; margin: 0 }} body {{ margin: 0 }} img {{ display: block }}"
    source = f"data:image/svg+xml;base64,{b64encode(content).decode()}"
    image = f'<img src="{source}" style="width: {width}px; height: {height}px" alt="">'
    with engine_warnings() as messages:
        pdf = HTML(string=f"<style>{style}</style>{image}").write_pdf()
    with pypdfium2.PdfDocument(pdf) as document:
        bitmap = document[0].render(scale=1 / _POINTS_PER_PIXEL, fill_color=(255, 255, 255, 0))
        return messages, bitmap.to_pil().convert("RGBA")


@contextmanager
def engine_warnings() -> Iterator[list[str]]:
    """Collect the engine's warnings, which are not printed meanwhile."""
    messages: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage())

    logger = logging.getLogger("weasyprint")
    before, logger.handlers = logger.handlers, [Listener(level=logging.WARNING)]
    propagated, logger.propagate = logger.propagate, False
    try:
        yield messages
    finally:
        logger.handlers, logger.propagate = before, propagated
