"""Check that each space to write in is in a place where people can write, and is printed."""

from collections.abc import Iterator, Mapping
from typing import Final

from leafwright.blocks.traits import PassageKind, kind_of
from leafwright.handout import Handout
from leafwright.model.record import Record
from leafwright.model.walk import texts_of, walk
from leafwright.problems import Place, Problem
from leafwright.text import Blank, Text
from leafwright.text.markup import BLANK

NOWHERE: Final[Mapping[PassageKind, str]] = {
    PassageKind.TITLE: "a title",
    PassageKind.HEADING: "a heading",
    PassageKind.NAME: "a name or the head of a table",
    PassageKind.FACT: "a part of a sentence that is made up of several",
    PassageKind.ALT: "the description of a picture",
    PassageKind.CONTROL: "document control",
}
"""The kinds of place where nobody can write, or where a space would be lost."""


def check_blanks(handout: Handout) -> Iterator[Problem]:
    """Report each space to write in where nobody can write, and those in keywords."""
    # Most handouts have none, and to say where each text stands takes the longest.
    for spot, text in walk(handout) if any(map(_has_blank, texts_of(handout))) else ():
        owner = spot.nearest(Record)
        kind = kind_of(type(owner), spot.field) if owner else None
        if kind and kind in NOWHERE and _has_blank(text):
            yield _misplaced(NOWHERE[kind], _place_in(text) or handout.place)
    for word, place in handout.placed("keywords"):
        if BLANK.search(word):
            yield _misplaced("a keyword", place)


def _has_blank(text: Text) -> bool:
    return any(isinstance(span, Blank) for span in text.spans)


def _place_in(text: Text) -> Place | None:
    """Find the first space to write in."""
    return text.source.place_at(max(text.source.find("[["), 0)) if text.source is not None else None


def _misplaced(where: str, place: Place) -> Problem:
    return Problem(
        place=place,
        code="blank-here",
        message=f"nobody can write in {where}",
        hint="move the space into a sentence or a list, or use a block of `kind: fields`",
    )
