"""Show the front of a leaflet: in the look of the clinic, on each of its papers, and in the other looks."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from leafwright.brand.examples import read_examples
from leafwright.brand.make import BrandInputs, make_example_sheet
from leafwright.formats import Variant
from leafwright.library import in_look
from leafwright.model.clinic import Clinic
from leafwright.model.prints import Paper
from leafwright.sheet import Sheet

FRONT: Final = Variant(layout="side-heads", whole=True, strip=True)
"""The kind of sheet of which the front is shown."""
SHOWN: Final = frozenset({"steps", "key-message", "table"})
"""Blocks that fit on the front, and that each look draws in its own way."""


def make_fronts(inputs: BrandInputs) -> Iterator[tuple[str, Sheet]]:
    """Make a leaflet in each look and on each paper that are shown, with a caption that names both.

    Raises ContentError for an example that cannot be printed.
    """
    own, papers = inputs.folder.clinic.look, inputs.folder.clinic.prints.paper
    shown = [(own, paper) for paper in papers]
    shown += [(look, papers[0]) for look in inputs.formats.looks if look != own]
    file = read_examples(inputs.workspace, SHOWN)
    for look, paper in shown:
        folder = in_look(inputs.folder, look, inputs.formats, inputs.workspace)
        on = replace(inputs, folder=replace(folder, clinic=_on_paper(folder.clinic, paper)))
        named = f"{look} on {paper}"
        yield f"{named}, which you print" if look == own else named, make_example_sheet(on, FRONT, file)


def _on_paper(clinic: Clinic, paper: Paper) -> Clinic:
    return clinic.model_copy(update={"prints": clinic.prints.model_copy(update={"paper": (paper,)})})
