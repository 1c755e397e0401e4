"""Changing every text below a value."""

from dataclasses import replace

from leafwright.blocks.checklist import Checklist
from leafwright.blocks.context import LabelledLine
from leafwright.model.walk import rewrite_texts
from leafwright.text import Text, phrase


def _loud(text: Text) -> Text:
    return phrase(text.plain.upper())


def test_records_are_rewritten_all_the_way_down() -> None:
    """Texts in fields, in tuples and in mappings are changed; what is no text stays."""
    list_ = Checklist(
        kind="checklist", id="a-list", lead=phrase("lead"), items=(phrase("one"), phrase("two"))
    )

    changed = rewrite_texts(list_, _loud)

    assert (changed.id, changed.lead, changed.items) == (
        "a-list",
        phrase("LEAD"),
        (phrase("ONE"), phrase("TWO")),
    )
    assert rewrite_texts({"key": (phrase("deep"),)}, _loud) == {"key": (phrase("DEEP"),)}


def test_views_are_rewritten_as_records_are() -> None:
    """A view's texts are changed and its other fields are not."""
    line = LabelledLine(label=phrase("label"), text=phrase("text"), address="tel:1")

    assert rewrite_texts(line, _loud) == replace(line, label=phrase("LABEL"), text=phrase("TEXT"))


def test_a_record_keeps_its_place(words: dict[str, object]) -> None:
    """A rewritten record still knows where it was written."""
    record = words["en-GB"]

    assert rewrite_texts(record, _loud).place == record.place  # type: ignore[attr-defined]  # any record has one
    assert record.place.line > 1 or record.place.column == 1  # type: ignore[attr-defined]  # a record that was written in YAML has a place


def test_texts_are_met_in_the_order_of_reading() -> None:
    """The change sees the fields of a record in the order they are printed."""
    met: list[str] = []

    def note(text: Text) -> Text:
        met.append(text.plain)
        return text

    rewrite_texts(
        Checklist(kind="checklist", id="a", lead=phrase("1"), items=(phrase("2"), phrase("3"))), note
    )

    assert met == ["1", "2", "3"]
