"""Readability: the formulas as published, and what of a handout they are applied to.

The grade of 11.3 for the sentence on the platypus, and -3.4 as the lowest grade there can be, are the worked
examples of Wikipedia's article on the Flesch-Kincaid tests. The numbers of SMOG are those of McGraw's
conversion table, in Making Health Communication Programs Work of the US National Cancer Institute; it rounds
the square root and adds 3, so McLaughlin's exact formula is held to the middle of each grade.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from leafwright.library import load_library
from leafwright.model.walk import TextSpot
from leafwright.readability import (
    Counts,
    count,
    hardest_sentences,
    measure_handout,
    measure_sections,
    measure_sheets,
)
from leafwright.rules import Passage, PassageKind, Reader, read_handout
from leafwright.text import phrase
from leafwright.workspace import Workspace
from tests.workspaces import TOPIC, line_of, write_workspace

PLATYPUS = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
TABLE = [
    (1, 4),
    (4, 5),
    (9, 6),
    (16, 7),
    (25, 8),
    (36, 9),
    (49, 10),
    (64, 11),
    (81, 12),
    (100, 13),
    (121, 14),
]
HARD = "Immediately afterwards, physiotherapy probably alleviates inflammation of your knee joint."


def _counts(text: str) -> Counts:
    passage = Passage.of(phrase(text), PassageKind.PARAGRAPH, TextSpot(), "en")
    return count(passage.sentences)


def _reader(root: Path, **changes: Any) -> Reader:
    workspace = write_workspace(root, **changes)
    library = load_library(workspace)
    return read_handout(library.handouts[0], library, date(2027, 1, 1))


def test_flesch_kincaid_of_the_published_example() -> None:
    """One sentence of 13 words and 24 syllables has grade 11.3."""
    counts = Counts(sentences=1, words=13, syllables=24, polysyllables=4)

    assert round(counts.flesch_kincaid, 1) == 11.3


def test_the_published_example_is_counted() -> None:
    """Sentence and words are counted as published; `reptilian` and `Australian` may have a syllable more."""
    counts = _counts(PLATYPUS)

    assert (counts.sentences, counts.words) == (1, 13)
    assert counts.syllables in {24, 25, 26}


def test_flesch_kincaid_has_a_lowest_grade() -> None:
    """Sentences of one word of one syllable have grade -3.4, the lowest there is."""
    assert round(_counts("Rest. Wait. Stay.").flesch_kincaid, 1) == -3.4


@pytest.mark.parametrize(("hard", "grade"), TABLE)
def test_smog_agrees_with_the_published_table(hard: int, grade: int) -> None:
    """So many words of three syllables or more in 30 sentences give the grade, up to the table's rounding."""
    counts = Counts(sentences=30, words=400, syllables=600, polysyllables=hard)

    assert abs(counts.smog - grade) < 0.75


def test_smog_is_mclaughlins_own() -> None:
    """1.0430 times the root of the hard words of 30 sentences, and 3.1291: 9 in 10 sentences make 8.5."""
    assert Counts(sentences=10, words=1, syllables=1, polysyllables=9).smog == pytest.approx(8.5487, abs=1e-4)


def test_smog_is_scaled_to_30_sentences() -> None:
    """Half as many sentences with half as many hard words are as hard."""
    half = Counts(sentences=15, words=1, syllables=1, polysyllables=10)

    assert half.smog == Counts(sentences=30, words=1, syllables=1, polysyllables=20).smog


def test_sentence_length_is_an_average() -> None:
    """Two and four words make three."""
    assert _counts("Rest it. Keep your knee cool.").sentence_length == 3


def test_nothing_to_read_has_no_grade() -> None:
    """No sentence is no division by zero."""
    counts = count([])

    assert (counts.sentence_length, counts.flesch_kincaid, counts.smog) == (0, 0, 0)


def test_sections_and_sheets_are_measured(tmp_path: Path) -> None:
    """Each section and each variant has its counts; the whole has those of the opening, too."""
    reader = _reader(tmp_path)
    sections, sheets = list(measure_sections(reader)), list(measure_sheets(reader))

    assert [measure.name for measure in sections] == ["part"]
    assert [measure.name for measure in sheets] == ["leaflet", "comparison", "preparation", "aftercare"]
    assert measure_handout(reader).sentences > sections[0].counts.sentences


def test_the_hardest_sentences_come_first_with_their_lines(tmp_path: Path) -> None:
    """The hardest is named with its line; a sentence of few words is not judged alone."""
    text = f"Physiotherapy. You can rest your knee for as long as you like. {HARD}"
    reader = _reader(tmp_path, blocks=[{"kind": "key-message", "id": "long", "text": text}])
    hardest = hardest_sentences(reader)

    assert hardest[0].text == HARD
    assert hardest[0].place.line == line_of(Workspace(root=tmp_path), HARD)
    assert "Physiotherapy." not in {hard.text for hard in hardest}


def test_at_most_five_are_shown(tmp_path: Path) -> None:
    """More than five would not be read."""
    reader = _reader(tmp_path, blocks=[{"kind": "key-message", "id": "a", "text": " ".join([HARD] * 7)}])

    assert len(hardest_sentences(reader)) == 5


@pytest.mark.parametrize(("language", "measured"), [("en", True), ("en-US", True), ("es", False)])
def test_only_english_is_measured(tmp_path: Path, language: str, *, measured: bool) -> None:
    """The formulas were made for English; a number for another language would mislead."""
    workspace = write_workspace(tmp_path)
    source = tmp_path / f"handouts/{TOPIC}/en.yaml"
    source.rename(source.with_name(f"{language}.yaml"))
    library = load_library(workspace)

    assert read_handout(library.handouts[0], library, date(2027, 1, 1)).is_english is measured
