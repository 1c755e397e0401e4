"""Which steps a picture shows."""

import pytest

from leafwright.blocks.block import PrintedBlock
from leafwright.blocks.label import Label
from leafwright.blocks.list import ListOf
from leafwright.blocks.paragraphs import Paragraphs
from leafwright.blocks.picture import PictureView
from leafwright.blocks.steps import Steps
from leafwright.sheet.pictured import MOST_BESIDE, mark_pictured, pictured_steps, pictured_words
from leafwright.text import phrase

PICTURE = PictureView(id="picture", source="a.svg", alt="A knee", caption=None)
STEPS = Steps(kind="steps", id="steps", items=(phrase("Walk."),))
WORDS = Paragraphs(kind="paragraphs", id="words", text=(phrase("Knees bend."),))
LIST = ListOf(kind="list", id="list", items=(phrase("Bones."),))
OTHER = Label(kind="label", id="label")


@pytest.mark.parametrize(
    ("blocks", "pairs"),
    [
        ([PICTURE, STEPS], [(0, 1)]),
        ([STEPS, PICTURE], [(0, 1)]),
        ([STEPS, PICTURE, STEPS], [(1, 2)]),
        ([PICTURE, STEPS, PICTURE], [(0, 1)]),
        ([PICTURE, STEPS, PICTURE, STEPS], [(0, 1), (2, 3)]),
        ([PICTURE, OTHER, STEPS], []),
        ([OTHER, PICTURE], []),
    ],
)
def test_a_picture_shows_the_steps_beside_it(
    blocks: list[PrintedBlock], pairs: list[tuple[int, int]]
) -> None:
    """The steps after it, otherwise those before it; each belongs to one pair."""
    assert list(pictured_steps(blocks)) == pairs


@pytest.mark.parametrize(
    ("blocks", "pairs"),
    [
        ([WORDS, PICTURE], [(0, 1)]),
        ([WORDS, PICTURE, WORDS], [(0, 1)]),
        ([PICTURE, WORDS], [(0, 1)]),
        ([WORDS, PICTURE, PICTURE, WORDS], [(0, 1), (2, 3)]),
        ([WORDS, PICTURE, STEPS], [(1, 2)]),
        ([WORDS, PICTURE, LIST], [(1, 2)]),
        ([OTHER, PICTURE], []),
    ],
)
def test_a_picture_is_beside_the_words_before_it(
    blocks: list[PrintedBlock], pairs: list[tuple[int, int]]
) -> None:
    """Its steps come first, then a list after it, then the text before it, then the text after it."""
    assert list(pictured_words(blocks)) == pairs


def test_a_pair_is_marked_where_it_begins_and_where_it_ends() -> None:
    """A template opens a box before the one and closes it after the other."""
    marked = [(begins, ends) for _, begins, ends in mark_pictured([OTHER, PICTURE, STEPS], beside=False)]

    assert marked == [(False, False), (True, False), (False, True)]


@pytest.mark.parametrize(("letters", "beside"), [(MOST_BESIDE, [(0, 1)]), (MOST_BESIDE + 1, [])])
def test_a_picture_is_beside_short_text_only(letters: int, beside: list[tuple[int, int]]) -> None:
    """Both stay whole on a page, and a long text would leave a hole on the page before."""
    text = ListOf(kind="list", id="list", items=(phrase("x" * letters),))

    assert list(pictured_words([PICTURE, text])) == beside
