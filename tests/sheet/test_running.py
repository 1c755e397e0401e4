"""What the head of a page repeats if a list continues there."""

from collections.abc import Callable
from typing import Any

from leafwright.sheet import Sheet
from leafwright.sheet.running import running_heads
from tests.workspaces import CITED

LIST: dict[str, Any] = {"kind": "list", "id": "items", "items": ["A coat", "A book"]}
HEADING: dict[str, Any] = {"kind": "heading", "id": "day", "text": "On the day"}


def _heads(sheet: Sheet) -> dict[str, list[str]]:
    return {name: list(texts) for name, texts in running_heads(sheet).items()}


def test_a_list_goes_on_under_its_heading_and_its_lead(make: Callable[..., Sheet]) -> None:
    """Both are repeated without a colon, so that readers know what an item belongs to."""
    heads = _heads(make(blocks=[CITED, LIST | {"lead": "Bring:"}]))

    assert heads == {"part": ["Your knee"], "items": ["Your knee", "Bring"]}


def test_a_list_without_a_lead_goes_on_under_the_nearest_heading(make: Callable[..., Sheet]) -> None:
    """A heading within the section is closer than that of the section."""
    heads = _heads(make(blocks=[CITED, LIST, HEADING, LIST | {"id": "later"}]))

    assert heads == {"part": ["Your knee"], "items": ["Your knee"], "later": ["Your knee", "On the day"]}


def test_a_long_head_names_what_is_nearest(make: Callable[..., Sheet]) -> None:
    """With seven words both names are there; with one more, only that of the list, however long it is."""
    lead = "Bring each of these:"
    short, long = (_heads(make(blocks=[CITED, LIST | {"lead": words}])) for words in (lead, f"Please {lead}"))

    assert short["items"] == ["Your knee", "Bring each of these"]
    assert long["items"] == ["Please Bring each of these"]
