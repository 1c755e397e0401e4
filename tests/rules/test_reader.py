"""A reader: every text of a handout, once, with its kind, its sentences and its place."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.kinds import KINDS as BLOCKS
from leafwright.blocks.traits import kind_of
from leafwright.handout import Handout
from leafwright.library import load_library
from leafwright.model.record import Record
from leafwright.model.walk import texts_of
from leafwright.rules import Passage, PassageKind, Reader, read_handout
from leafwright.text import Text
from tests.workspaces import LOGO, TOPIC, every_block, write_workspace

AS_OF = date(2027, 1, 1)
FILE = f"handouts/{TOPIC}/en.yaml"
BLOCK = """\
sections:
  - id: part
    heading: Your knee
    blocks:
      - kind: paragraphs
        id: text
        text: |
          Rest **your** knee [@elm1999]. Keep it
          cool, as [we say](https://example.org/cool). Then wait.

          Walk a little,
          and **sit** down
          often.
      - kind: key-message
        id: message
        text: >-
          Most knees get
          better. Some take weeks [@elm1999].
          I rest [[short: hours]] hours a day.
"""


def _records(kind: type[Record], seen: set[type[Record]]) -> set[type[Record]]:
    """Collect the records that a handout may contain."""
    for field in kind.model_fields.values():
        for found in _below(field.annotation):
            if found not in {*seen, BlockRecord}:
                seen.add(found)
                _records(found, seen)
    return seen


def _below(annotation: Any) -> list[type[Record]]:
    inner = [found for part in getattr(annotation, "__args__", ()) for found in _below(part)]
    return [annotation] if isinstance(annotation, type) and issubclass(annotation, Record) else inner


def _has_text(annotation: Any) -> bool:
    return annotation is Text or any(_has_text(part) for part in getattr(annotation, "__args__", ()))


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """Read the handout with the block above."""
    workspace = write_workspace(tmp_path)
    path = tmp_path / FILE
    opening, _, _ = path.read_text("utf-8").partition("variants:")
    path.write_text(f"{opening}variants: {{leaflet: {{sections: [part]}}}}\n{BLOCK}")
    library = load_library(workspace)
    assert not library.problems
    return read_handout(library.handouts[0], library, AS_OF)


def _passage(reader: Reader, start: str) -> Passage:
    return next(passage for passage in reader.passages if passage.text.startswith(start))


def test_every_field_of_text_has_a_kind() -> None:
    """No record of a handout has running text that rules would not see."""
    records: set[type[Record]] = {Handout, *BLOCKS.values()}
    for kind in tuple(records):
        _records(kind, records)
    fields = [(record, name, field) for record in records for name, field in record.model_fields.items()]
    texts = {(record, name) for record, name, field in fields if _has_text(field.annotation)}

    assert [(record, name) for record, name in texts if kind_of(record, name) is None] == []


def test_every_text_is_a_passage_once(tmp_path: Path) -> None:
    """What a handout says is what a reader reads, in the order of the records."""
    workspace = write_workspace(tmp_path, blocks=every_block(), files={f"handouts/{TOPIC}/knee.svg": LOGO})
    library = load_library(workspace)
    (file,) = library.handouts

    read = [passage.text for passage in read_handout(file, library, AS_OF).passages]

    assert read == [text.plain for text in texts_of(file.handout)]


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("Rest your", "Rest **your** knee"),
        ("Rest your", "cool, as"),
        ("Rest your", "Then wait"),
        ("Walk", "Walk a little"),
        ("Walk", "and **sit**"),
        ("Walk", "down"),
        ("Walk", "often"),
        ("Most knees", "Most knees"),
        ("Most knees", "better. Some"),
        ("Most knees", "Some take"),
        ("Most knees", "hours a"),
    ],
)
def test_a_place_is_where_the_words_are_written(
    reader: Reader, tmp_path: Path, start: str, words: str
) -> None:
    """Markup, citations and folded lines before a word do not move its line or its column."""
    passage = _passage(reader, start)
    lines = (tmp_path / FILE).read_text("utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if words in text)

    place = passage.place_at(passage.text.index(words.replace("*", "")))

    assert (place.line, place.column) == (line, lines[line - 1].index(words) + 1)


def test_a_sentence_knows_what_it_cites(reader: Reader) -> None:
    """A citation belongs to the sentence it is in."""
    passage = _passage(reader, "Rest your")

    assert [sentence.keys for sentence in passage.sentences] == [("elm1999",), (), ()]
    assert passage.keys == ("elm1999",)


def test_a_sentence_is_found_in_its_passage(reader: Reader) -> None:
    """The start of a sentence is where its text begins."""
    for passage in reader.passages:
        for sentence in passage.sentences:
            assert passage.text[sentence.start :].startswith(sentence.text)


def test_a_passage_knows_its_block_and_section(reader: Reader) -> None:
    """A passage in a block names it; the title is in none."""
    passage, title = _passage(reader, "Walk"), next(reader.of_kind(PassageKind.TITLE))

    assert passage.block is not None
    assert passage.section is not None
    assert (passage.section.id, passage.block.id, title.block) == ("part", "text", None)


def test_what_is_cited_is_reported_once(reader: Reader) -> None:
    """The references of a handout come in reading order, each once."""
    assert [reference.id for reference in reader.cited] == ["elm1999"]
