"""No id occurs twice on a page."""

from collections.abc import Callable
from typing import Any

import pytest

from leafwright.problems import ContentError
from leafwright.sheet import Sheet
from leafwright.sheet.ids import PAGE_PARTS
from tests.workspaces import comparison_of

Maker = Callable[..., Sheet]
TIMELINE = {"kind": "timeline", "id": "plan", "events": [{"when": "Today", "items": ["Rest."]}]}
QUESTIONS = {"kind": "questions", "id": "ask", "items": ["Why?"], "lines": 2}
RISK = {
    "kind": "risk",
    "id": "falls",
    "heading": "Falls",
    "people": "people",
    "event": "fell",
    "otherwise": "did not",
    "n": "3",
    "of": "100",
    "time-frame": "in a year",
    "certainty": "high",
    "source": ["elm1999"],
}


def _text(name: str) -> dict[str, Any]:
    return {"kind": "paragraphs", "id": name, "text": "Rest."}


@pytest.mark.parametrize(
    "name",
    [
        "masthead",
        "opening",
        "glance",
        "closing",
        "sources",
        "source-1",
        "control",
        "disclaimer",
        "sheet-end",
        "sheet-online",
    ],
)
def test_an_id_of_the_page_is_refused(make: Maker, name: str) -> None:
    """An author's id that the page needs itself is an author's mistake with its line."""
    with pytest.raises(ContentError) as caught:
        make(blocks=[_text(name)])

    (problem,) = caught.value.problems
    assert (problem.code, problem.place.file) == ("reserved-id", "handouts/sore-knee/en.yaml")
    assert name in problem.message


@pytest.mark.parametrize(
    ("block", "name"),
    [
        (TIMELINE, "plan-1"),
        (QUESTIONS, "ask-lines"),
        (RISK, "falls-array-1"),
        (comparison_of(2), "a-comparison-row-2"),
        (comparison_of(2), "a-comparison-matters"),
    ],
)
def test_an_id_that_a_block_gives_its_part_is_refused(make: Maker, block: dict[str, Any], name: str) -> None:
    """Ids that are made of a block's own are taken while that block is on the page."""
    with pytest.raises(ContentError, match=f"the page itself uses the id '{name}'"):
        make(blocks=[block, _text(name)])


def test_an_id_is_free_where_no_block_needs_it(make: Maker) -> None:
    """What looks like a part's id is no fault without that part."""
    assert make(blocks=[_text("plan"), _text("plan-1"), _text("sources-of-help")])


def test_a_sections_id_is_checked_too(make: Maker) -> None:
    """A section called `sources` would be lost among the page's own."""
    sections = [{"id": "sources", "heading": "Help", "blocks": [_text("help")]}]
    variants = {"leaflet": {"sections": ["sources"]}}

    with pytest.raises(ContentError, match="reserved-id"):
        make(handout={"sections": sections, "variants": variants})


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("masthead", "the head with the logo"),
        ("opening", "the title and what is below it"),
        ("glance", "the box 'At a glance'"),
        ("closing", "the end of the sheet"),
        ("sources", "the list of sources"),
        ("control", "the document control"),
        ("sheet-online", "the code that leads to the sheet online"),
        ("disclaimer", "the disclaimer"),
        ("sheet-end", "the end of the sheet"),
    ],
)
def test_a_part_of_the_page_is_called_in_words(name: str, called: str) -> None:
    """No author gave it its id, so a message does not say it."""
    assert PAGE_PARTS[name] == called


def test_a_reserved_id_is_reported_with_its_cure(make: Maker) -> None:
    """At the line of the block."""
    with pytest.raises(ContentError) as caught:
        make(blocks=[_text("beside-a")])

    (problem,) = caught.value.problems
    assert str(problem).endswith(": reserved-id: the page itself uses the id 'beside-a'; choose another")
    assert problem.place.line > 1
