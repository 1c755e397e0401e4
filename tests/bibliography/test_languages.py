"""The words of a source are in its own language, whatever that of the list is."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from leafwright.bibliography import format_bibliography, short_forms
from leafwright.text import Run, Text

JOURNAL: dict[str, Any] = {
    "id": "a",
    "type": "article-journal",
    "author": [{"family": "Roe", "given": "R"}],
    "title": "On <i>knees</i>",
    "container-title": "Knee J",
    "issued": {"date-parts": [[2019]]},
    "volume": "7",
}
REPORT: dict[str, Any] = {
    "id": "b",
    "type": "report",
    "author": [{"literal": "The Knee Board"}],
    "title": "Knees today",
    "issued": {"date-parts": [[2020]]},
    "genre": "guideline",
    "number": "K5",
}

List = Callable[[Sequence[Mapping[str, Any]], str], tuple[Text, ...]]


def foreign(write: List, entry: Mapping[str, Any], locale: str) -> list[tuple[str, str]]:
    """Write a list of one source; return its words in another language, with that."""
    (line,) = write([entry], locale)
    return [(run.language, run.text) for run in line.spans if isinstance(run, Run) and run.language]


@pytest.mark.parametrize(
    ("write", "entry", "words"),
    [
        (format_bibliography, JOURNAL, ["On ", "knees", "Knee J"]),
        (format_bibliography, REPORT, ["The Knee Board", "Knees today", "guideline K5"]),
        (short_forms, JOURNAL, ["Knee J"]),
        (short_forms, REPORT, ["The Knee Board", "guideline K5"]),
    ],
)
def test_what_a_source_says_is_read_aloud_in_its_language(
    write: List, entry: dict[str, Any], words: list[str]
) -> None:
    """Its title, its journal and an organisation are; people, dates and what the style adds are not."""
    assert foreign(write, entry, "es") == [("en", text) for text in words]
    assert foreign(write, entry, "en-GB") == []
    assert foreign(write, entry | {"language": "fr-CA"}, "en-GB") == [("fr-CA", text) for text in words]
    assert foreign(write, entry | {"language": "es"}, "es") == []


@pytest.mark.parametrize("write", [format_bibliography, short_forms])
def test_a_language_without_a_tag_marks_nothing(write: List) -> None:
    """Of `Deutsch` nobody knows how to read it aloud, so it is read as the list is."""
    assert foreign(write, JOURNAL | {"language": "Deutsch"}, "es") == []


def test_a_list_has_the_same_words_whatever_their_language() -> None:
    """Marks change no sign of a line, and leave none in it."""
    for write in (format_bibliography, short_forms):
        for entry in (JOURNAL, REPORT):
            (own,) = write([entry | {"language": "es"}], "es")
            (other,) = write([entry], "es")
            assert other.plain == own.plain


def test_a_source_without_authors_is_foreign_from_its_first_word() -> None:
    """Its short form begins with its title."""
    entry = {key: value for key, value in JOURNAL.items() if key != "author"}

    assert foreign(short_forms, entry, "es")[0] == ("en", "On ")
