"""The one way through the texts of a value, reading and changing them."""

from dataclasses import replace

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.checklist import Checklist
from leafwright.blocks.context import LabelledLine
from leafwright.blocks.risk import Comparator
from leafwright.blocks.timeline import Event, Timeline
from leafwright.decode import parse_record
from leafwright.model.lines import PhoneLine, Phones
from leafwright.model.walk import rewrite, rewrite_texts, walk
from leafwright.problems import Place
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


def test_a_record_keeps_its_place() -> None:
    """A rewritten record still knows where it was written."""
    record = parse_record(Comparator, b"# a comment\ngroup: Rest\nn: 3\n", "risk.yaml")

    assert rewrite_texts(record, _loud).place == record.place == Place(file="risk.yaml", line=2, column=1)


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


def test_a_walk_tells_the_way_to_each_text() -> None:
    """A path has the keys that authors write, and the items of a list by their numbers."""
    event = Event(when=phrase("Monday"), items=(phrase("Rest."), phrase("Walk.")))
    timeline = Timeline(kind="timeline", id="week", events=(event,))

    assert [(spot.path, text.plain) for spot, text in walk(timeline)] == [
        ("events.1.when", "Monday"),
        ("events.1.items.1", "Rest."),
        ("events.1.items.2", "Walk."),
    ]
    assert [spot.path for spot, _ in walk({"a-key": LabelledLine(label=phrase("A"), text=phrase("B"))})] == [
        "a-key.label",
        "a-key.text",
    ]


def test_a_walk_tells_what_a_text_stands_in() -> None:
    """The nearest record of a kind is found, and the field it has the text in."""
    event = Event(when=phrase("Monday"), items=(phrase("Rest."),))
    timeline = Timeline(kind="timeline", id="week", events=(event,))

    spot, _ = list(walk(timeline))[1]

    assert (spot.nearest(Event), spot.nearest(BlockRecord), spot.field) == (event, timeline, "items")
    assert spot.nearest(Checklist) is None


def test_a_walk_leaves_out_the_given_fields() -> None:
    """A field of that name is left out, at any depth."""
    timeline = Timeline(
        kind="timeline", id="week", events=(Event(when=phrase("Monday"), items=(phrase("1"),)),)
    )

    assert [text.plain for _, text in walk(timeline, without=frozenset({"when"}))] == ["1"]


def test_leaves_are_changed_by_their_path() -> None:
    """What is no text may be changed as well: ids, say."""
    timeline = Timeline(kind="timeline", id="week", events=(Event(when=phrase("Monday")),))

    changed = rewrite(timeline, lambda path, leaf: f"new-{leaf}" if path == "id" else leaf)

    assert (changed.id, changed.events) == ("new-week", timeline.events)


def test_what_an_author_adds_to_a_record_is_walked_and_rewritten() -> None:
    """A further phone line is no field of the record, but its texts are read and changed like all others."""
    line = PhoneLine(name={"en": phrase("Helpline")}, number="111")
    keys = ("department", "out_of_hours", "emergency", "helpline")
    phones = Phones.model_validate(dict.fromkeys(keys, line))

    assert [spot.path for spot, _ in walk(phones)][-1] == "helpline.name.en"
    assert [text.plain for _, text in walk(rewrite_texts(phones, _loud))] == ["HELPLINE"] * 4
