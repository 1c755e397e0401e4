"""A page has a large dark area."""

from collections.abc import Iterator
from typing import Final

from leafwright.rules import Finding, Findings
from leafwright.rules.sheet_proof import SheetProof

PATCH: Final = 2.0
"""The side of a patch, in millimetres."""
LEAST: Final = 3
"""The least width and height of a dark area, in patches."""
_DARKEST: Final = 127
"""The lightest grey, of 255, that is more ink than paper."""
_POINTS: Final = 72 / 25.4


def check(proof: SheetProof, *, most: float) -> Findings:
    """Report pages with more than `most` square centimetres of solid dark area."""
    for number, area in enumerate(_dark_areas(proof.content), start=1):
        if area > most:
            yield Finding(
                place=proof.place,
                message=f"page {number} has {area:.0f} square centimetres of dark area",
                hint=f"keep it to {most:g}: use a lighter picture, or an outline instead of a filled shape",
            )


def _dark_areas(content: bytes) -> Iterator[float]:
    """Measure each page of a PDF, in square centimetres."""
    import pypdfium2  # noqa: PLC0415  # loaded only where there is a file to look at

    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            bitmap = page.render(scale=1 / (PATCH * _POINTS), grayscale=True)
            pixels = bytes(bitmap.buffer)
            rows = [pixels[row * bitmap.stride :][: bitmap.width] for row in range(bitmap.height)]
            yield len(_solid([[value <= _DARKEST for value in row] for row in rows])) * PATCH**2 / 100


def _solid(dark: list[list[bool]]) -> set[tuple[int, int]]:
    """Collect the dark patches that belong to a square of `LEAST` by `LEAST` dark ones."""
    solid: set[tuple[int, int]] = set()
    square = [(down, across) for down in range(LEAST) for across in range(LEAST)]
    for top in range(len(dark) - LEAST + 1):
        for left in range(len(dark[top]) - LEAST + 1):
            if dark[top][left] and all(dark[top + down][left + across] for down, across in square):
                solid.update((top + down, left + across) for down, across in square)
    return solid
