"""What a sheet must print."""

import pytest

from leafwright.blocks.decisions import DecisionsView
from leafwright.blocks.timeline import TimelineView
from leafwright.sheet import Sheet
from leafwright.sheet.inventory import (
    PrintedPart,
    numbers_in,
    parts_of,
    printed,
    printed_texts,
    sheet_place,
    texts_in,
)
from leafwright.text import Citation, Run, Text, phrase
from leafwright.workspace import Workspace
from tests.workspaces import line_of, sheet_of

WHOLE = {
    "masthead",
    "sheet-strip",
    "a-message",
    "a-call",
    "a-emergency",
    "a-risk",
    "a-difference",
    "an-unknown",
    "an-appointment",
    "a-label",
    "a-picture",
    "a-wallet-card",
    "a-wallet-card-front-1",
    "easy-rows-1",
    "some-exercises-1",
    "some-exercises-week-1",
    "some-zones-1",
    "some-zones-2",
    "a-code",
    "a-balance",
    "a-comparison-row-1",
    "a-comparison-row-2",
    "a-tree",
    "some-bands-1",
    "some-bands-2",
    "some-facts-row-1",
    "dos-do",
    "dos-do-not",
    "a-questionnaire-signed",
    "a-questionnaire-staff-1",
    *(f"some-fields-row-{number}" for number in (1, 2, 3)),
}


@pytest.fixture(scope="session")
def everything(full: Workspace) -> Sheet:
    """Make the leaflet that has a block of every kind."""
    return sheet_of(full)


@pytest.fixture(scope="session")
def parts(everything: Sheet) -> dict[str, PrintedPart]:
    """List its parts by id."""
    return {part.id: part for part in parts_of(everything)}


@pytest.fixture(scope="session")
def printed_words(everything: Sheet) -> set[str]:
    """List what it says."""
    return {entry.text.plain for entry in printed_texts(everything)}


def test_every_block_is_a_part(everything: Sheet, parts: dict[str, PrintedPart]) -> None:
    """No block is forgotten, whatever its kind."""
    blocks = {getattr(block, "id", "") for section in everything.sections for block in section.blocks}

    assert blocks <= parts.keys()


def test_what_must_stay_whole(parts: dict[str, PrintedPart]) -> None:
    """Warnings but advice, risks, rows, cards and boxes to write in are taken in with one look."""
    assert {name for name, part in parts.items() if part.whole} == WHOLE


def test_pieces_know_their_block(parts: dict[str, PrintedPart]) -> None:
    """A row belongs to its comparison, and a block to itself."""
    assert parts["a-comparison-row-2"].block == parts["a-comparison"].block == "a-comparison"


def test_a_block_is_placed_at_its_line(parts: dict[str, PrintedPart], full: Workspace) -> None:
    """The place of a block is where its record begins."""
    assert parts["a-message"].place.line == line_of(full, "id: a-message") - 1


def test_a_row_is_placed_at_its_question(parts: dict[str, PrintedPart], full: Workspace) -> None:
    """A piece without a place of its own is found by its first words."""
    assert parts["a-comparison-row-2"].place.line == line_of(full, "Turtle question 2?")


def test_a_made_up_piece_is_placed_at_its_block(parts: dict[str, PrintedPart], full: Workspace) -> None:
    """A piece whose words were derived has the place of its block."""
    assert parts["a-timeline-1"].place.line == line_of(full, "Newt day")


@pytest.mark.parametrize(
    "words",
    [
        "Looking after a sore knee",
        "For people with a sore knee.",
        "Most sore knees get better.",
        "Keep it cool.",
        "Your knee",
        "Eland lead",
        "Phone us",
        "01632 960 301",
        "Monday to Friday, 9am to 5pm",
        "Jackal group: 3 in 100 people with a jackal fell over. 97 in 100 did not.",
        "Jackal others: 5 in 100 people with a jackal fell over. 95 in 100 did not.",
        "0 is none and 10 is the worst kiwi.",
        "Mole risk",
        "Driving",
        "Do not drive for 24 hours.",
        "A quail’s meaning.",
        "Rabbit caption.",
        "example.org/seal",
        "Turtle wait",
        "Turtle answer.",
        "Written by",
        "This is general information. The practice is made up.",
    ],
)
def test_texts_that_are_printed_are_said(words: str, printed_words: set[str]) -> None:
    """Texts of the handout, the clinic and the phrases are found wherever they hang in the sheet."""
    assert words in {text.replace("\u00a0", " ") for text in printed_words}


@pytest.mark.parametrize("words", ["A rabbit", "Patient label", "Standard print"])
def test_texts_that_are_not_printed_are_not_said(words: str, printed_words: set[str]) -> None:
    """Descriptions for people who cannot see, and phrases that are not printed, are not looked for."""
    assert words not in printed_words


def test_an_array_description_is_not_said(everything: Sheet) -> None:
    """The description of an icon array is read aloud, not printed."""
    assert not any("figures" in entry.text.plain for entry in printed_texts(everything))


def test_texts_in_a_mapping_are_found() -> None:
    """A record with texts by name is walked like any other."""
    assert [text.plain for text in texts_in({"a": (phrase("One."),), "b": phrase("Two.")})] == [
        "One.",
        "Two.",
    ]


def test_the_mark_of_a_decision_is_said_where_one_is(everything: Sheet) -> None:
    """An event with a decision says who decided; a single decision that stands alone does not."""
    blocks = [block for section in everything.sections for block in section.blocks]
    mark = next(block.mark for block in blocks if isinstance(block, TimelineView))
    assert [block.mark for block in blocks if isinstance(block, DecisionsView)] == [None]

    parts = [entry.part for entry in printed_texts(everything) if entry.text == mark]

    assert [part.id for part in parts if part] == ["a-timeline"]


def test_citations_are_printed_as_markers() -> None:
    """A text is looked for with its markers."""
    text = Text(spans=(Run(text="So it is"), Citation(keys=("a", "b"), numbers=(1, 2)), Run(text=".")))

    assert printed(text) == "So it is[1][2]."


def test_a_marker_stands_between_its_word_and_the_stop() -> None:
    """The word that is tied to a marker comes before it, the stop after it."""
    tied = Citation(keys=("a",), numbers=(3,), word=Run(text="is"), after=".")

    assert printed(Text(spans=(Run(text="So it "), tied))) == "So it is[3]."


def test_citations_without_numbers_are_not_printed() -> None:
    """A clinic that prints no sources prints no markers."""
    assert printed(Text(spans=(Run(text="So."), Citation(keys=("a",))))) == "So."


def test_numbers_of_warnings_and_cards(parts: dict[str, PrintedPart]) -> None:
    """The numbers that must be inside are those that the warning's level, the strip or the card prints.

    An appointment leaves its number to the warning.
    """
    numbers = {
        name: [text.plain for text in numbers_in(part)] for name, part in parts.items() if numbers_in(part)
    }

    assert numbers == {
        "a-call": ["01632 960 301", "01632 960 302"],
        "a-emergency": ["999"],
        "sheet-strip": ["01632 960 301", "01632 960 302", "999"],
        "a-questionnaire": ["01632 960 301"],
        "a-wallet-card": ["999"],
        "some-zones": ["01632 960 301", "999"],
    }


def test_texts_stand_at_their_own_line(everything: Sheet, full: Workspace) -> None:
    """A sign of a warning is placed where it is written, not where the warning begins."""
    (place,) = [entry.place for entry in printed_texts(everything) if entry.text.plain == "Iguana sign"]

    assert place.line == line_of(full, "Iguana sign")


def test_texts_of_the_project_stand_at_the_sheet(everything: Sheet) -> None:
    """A text that is in no YAML file is placed at the sheet it is missing from."""
    (place,) = [entry.place for entry in printed_texts(everything) if entry.text.plain == "EX-1, 1.0"]

    assert place == sheet_place(everything)
