"""What is told of a table that does not fit: the cells to shorten, by how much, and that this is enough."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from leafwright.blocks.comparison import ComparisonView
from leafwright.build import Selection, draft_sheets
from leafwright.library import load_library
from leafwright.pdf import Engine, Proof, prove
from leafwright.pdf.tall_cells import TallCell, lines_to_keep, say_too_tall, tallest_of
from leafwright.problems import Place
from tests.translations import write_bilingual_workspace, write_translation
from tests.workspaces import TOPIC, sheet_of, write_workspace

Prover = Callable[..., Proof]
OPTIONS: Final = ("wait", "rest", "walk", "swim", "sleep")


def cell(row: str, lines: int, words: int = 20) -> TallCell:
    """Make a cell of a row."""
    place = Place(file="en.yaml", line=lines)
    return TallCell(place=place, name=f"a cell of {row}", row=row, lines=lines, words=words)


CELLS: Final = [cell("one", 6), cell("one", 3), cell("two", 5), cell("three", 2)]


@pytest.mark.parametrize(
    ("excess", "kept"),
    [
        (0.0, {"one": 6, "two": 5, "three": 2}),
        (0.2, {"one": 5, "two": 5, "three": 2}),
        (4.0, {"one": 3, "two": 4, "three": 2}),
        (7.0, {"one": 2, "two": 2, "three": 2}),
    ],
)
def test_the_tallest_rows_give_up_as_many_lines_as_there_are_too_many(
    excess: float, kept: dict[str, int]
) -> None:
    """Line by line, each from the row that is the tallest then."""
    assert lines_to_keep(CELLS, excess) == kept


def test_rows_of_two_lines_are_not_asked_for_more() -> None:
    """A row of one line says nothing; somebody has to leave a row out."""
    assert lines_to_keep(CELLS, 8) == {}
    assert lines_to_keep([], 1) == {}


def test_each_cell_says_how_many_words_are_too_many() -> None:
    """Only cells with more lines than their row keeps are named, each at the place of its words."""
    problems = [str(problem) for problem in say_too_tall(CELLS, {"one": 4, "two": 5, "three": 2})]

    assert problems == [
        (
            "en.yaml:6:1: tall-cell: a cell of one takes 6 lines, and the sheet has room for 4; "
            "write about 7 words fewer"
        )
    ]
    assert list(say_too_tall(CELLS, {})) == []


def test_the_tallest_cells_of_each_row_come_in_order() -> None:
    """What is not the tallest of its row does not make it tall."""
    assert [str(found) for found in tallest_of(CELLS)] == [
        "en.yaml:6:1 a cell of one, 6 lines",
        "en.yaml:5:1 a cell of two, 5 lines",
        "en.yaml:2:1 a cell of three, 2 lines",
    ]


def comparison(words: int) -> dict[str, Any]:
    """Write a comparison of five options whose answers have so many words."""
    answer = " ".join(["rest"] * words)
    questions = ("What is it?", "What harm can it do?", "How soon does it help?", "What does it cost me?")
    return {
        "kind": "comparison",
        "id": "five",
        "options": [
            {
                "id": name,
                "name": name,
                "definition": "Some rest.",
                "no-treatment": str(name == "wait").lower(),
            }
            for name in OPTIONS
        ],
        "rows": [
            {"question": question, "answers": {name: f"{answer} {name}" for name in OPTIONS}}
            for question in questions
        ],
    }


def test_five_options_fit_once_each_cell_is_as_short_as_was_advised(prove_blocks: Prover) -> None:
    """The sheet is refused with every answer that is too long; with so many words fewer it fits its page."""
    refused = prove_blocks("comparison", blocks=[comparison(60)])
    told = [problem for problem in refused.problems if "tall-cell: column" in str(problem)]
    fewer = max(int(re.findall(r"about (\d+) words", problem.hint)[0]) for problem in told)

    assert "does-not-fit" in {problem.code for problem in refused.problems}
    assert len({problem.place.line for problem in told}) == len(told) == 20
    assert fewer < 60
    assert prove_blocks("comparison", blocks=[comparison(60 - fewer)]).problems == ()


@pytest.mark.parametrize(
    ("question", "answer", "width"),
    [("Why?", 20, range(5, 14)), ("How many have little pain after 3 months? " * 2, 4, range(20, 40))],
)
def test_the_column_of_questions_is_as_wide_as_keeps_the_rows_low(
    tmp_path: Path, question: str, answer: int, width: range
) -> None:
    """Long questions with short answers get more of the width than short questions with long answers."""
    written = comparison(answer)
    written["rows"] = [{**row, "question": question} for row in written["rows"]]
    sheet = sheet_of(write_workspace(tmp_path, blocks=[written]), "comparison")

    (view,) = (block for part in sheet.sections for block in part.blocks if isinstance(block, ComparisonView))
    assert view.widths[0] in width
    assert sum(view.widths) == 100


def test_in_two_languages_each_table_is_shortened_to_its_own_page(tmp_path: Path) -> None:
    """What is too long for the first page is named in the translation, and for the second in the source."""
    workspace = write_bilingual_workspace(
        tmp_path, blocks=[comparison(60)], editions=["bilingual"], variants=["comparison"]
    )
    write_translation(workspace)
    (job,) = draft_sheets(load_library(workspace), Selection()).jobs
    problems = prove(job.sheet, job.html, Engine(workspace)).problems
    told = Counter(problem.place.file for problem in problems if "tall-cell: column" in str(problem))

    assert told == {f"handouts/{TOPIC}/{language}.yaml": 20 for language in ("en", "es")}
