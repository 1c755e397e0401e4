"""Find pictures that have too few pixels for the width at which a sheet prints them."""

from collections.abc import Iterator

from leafwright.pictures.printed import LEAST_DOTS, PrintedWidth, find_coarse
from leafwright.problems import Problem, Severity
from leafwright.sheet.inputs import SheetInputs
from leafwright.source import Scalar


def find_coarse_pictures(inputs: SheetInputs) -> Iterator[Problem]:
    """Report pictures that an edition prints so wide that single pixels are visible."""
    key, handout, measures = inputs.key, inputs.file.handout, inputs.file.pictures
    for block in handout.blocks_of(key.variant):
        width = block.picture_width or inputs.format.picture
        at = PrintedWidth(width=width, where=f"in {key.edition},", asked=LEAST_DOTS)
        for picture in block.pictures():
            if measure := measures.get(str(picture.file)):
                place = picture.file.place if isinstance(picture.file, Scalar) else picture.place_of("file")
                problems = find_coarse(measure, picture.file, place, at)
                yield from (problem for problem in problems if problem.severity is Severity.ERROR)
