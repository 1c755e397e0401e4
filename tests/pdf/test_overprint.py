"""Every text stays in its box, and none covers another."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from leafwright.pdf import Proof
from leafwright.pdf.box import Box
from leafwright.pdf.extract import Strip, read_strips
from leafwright.pdf.overprint import overlapping
from leafwright.problems import Problem, Severity
from tests.workspaces import CITED, CLINIC_FILE, PUBLIC_SANS

Prover = Callable[..., Proof]
NAMES = (
    "Radiofrequency denervation",
    "Immunosuppressants",
    "Emergency department",
    "Physiotherapy",
    "Thromboprophylaxis",
    "Hospitalisation",
)
UNBROKEN = ".comparison { hyphens: none } .section { margin-inline-end: 0 }"
"""How tables were set before: no word was broken, and a leaflet's table was as narrow as its text."""
PLACE = "Llanfairpwllgwyngyll"


def options_of(count: int, answer: str = "Go to the emergency department.") -> dict[str, Any]:
    """Write a comparison of so many options with long names."""
    options = [
        {"id": f"option-{number}", "name": name, "definition": f"{name} for you."}
        for number, name in enumerate(NAMES[:count])
    ]
    options[0]["no-treatment"] = "true"
    answers = {str(option["id"]): f"{answer} {at}" for at, option in enumerate(options)}
    rows = [{"question": "Where is your hospitalisation?", "answers": answers}]
    return {"kind": "comparison", "id": "a-comparison", "options": options, "rows": rows}


def strip(text: str, left: float, top: float, **changes: Any) -> Strip:
    """Make a strip of 10 pt, 60 by 10 pixels."""
    box = Box(page=changes.pop("page", 1), left=left, top=top, right=left + 60, bottom=top + 10)
    known = {"text": text, "family": "Atkinson Hyperlegible", "embedded": True, "size": 10.0}
    return Strip(box=box, **{**known, **changes})


def overprinted(proof: Proof) -> list[Problem]:
    """Pick the problems of texts that leave their boxes or lie over others."""
    return [problem for problem in proof.problems if problem.code == "overprinted-text"]


@pytest.mark.parametrize(("variant", "count"), [("leaflet", 4), ("comparison", 6)])
def test_columns_that_overprint_each_other_are_refused(
    variant: str, count: int, prove_blocks: Prover
) -> None:
    """Long words in narrow columns are found where they are not broken, each with its column."""
    problems = overprinted(prove_blocks(variant, style=UNBROKEN, blocks=[options_of(count)]))

    assert any("the head of column 2 ('Immunosuppressants')" in problem.message for problem in problems)


def test_the_refusal_names_row_and_column(prove_blocks: Prover) -> None:
    """A word too long for its cell is reported with the row, the column and its own line."""
    proof = prove_blocks(style=UNBROKEN, blocks=[options_of(5, "Radiofrequency")])

    found = next(problem for problem in overprinted(proof) if "of the row" in problem.message)
    assert re.search(r"column [1-5] \('\w+( \w+)?'\) of the row", found.message)
    assert "of the row 'Where is your hospitalisation?'" in found.message
    assert found.place.file.endswith("en.yaml")
    assert found.hint == (
        "shorten the longest word, or write a soft hyphen (U+00AD) where it may break, "
        "or have fewer columns: in a comparison, fewer options"
    )


@pytest.mark.parametrize(
    ("sheet", "paper", "count"),
    [
        ("leaflet standard", "A4", 2),
        ("leaflet standard", "A4", 5),
        ("leaflet standard", "Letter", 4),
        ("comparison standard", "A4", 6),
        ("comparison standard", "Letter", 6),
        ("comparison standard", "Letter", 4),
        ("leaflet large-print", "A4", 5),
        ("comparison large-print", "Letter", 4),
    ],
)
def test_long_words_stay_in_their_columns(sheet: str, paper: str, count: int, prove_blocks: Prover) -> None:
    """A table of two to six options with long words is printed, in each edition and on each paper."""
    clinic = {"prints": {**CLINIC_FILE["prints"], "paper": paper}}
    proof = prove_blocks(*sheet.split(), blocks=[options_of(count)], clinic=clinic)

    assert [str(problem) for problem in proof.problems if problem.code != "thin-last-page"] == []


def test_a_word_that_cannot_be_broken_is_refused(prove_blocks: Prover) -> None:
    """A name in another language that no pattern breaks leaves its cell, and the sheet is refused."""
    (problem,) = overprinted(prove_blocks(blocks=[options_of(5, PLACE.upper())]))[:1]

    assert "reaches" in problem.message


@pytest.mark.parametrize(
    ("variant", "edition"),
    [
        ("leaflet", "standard"),
        ("leaflet", "large-print"),
        ("leaflet", "booklet"),
        ("comparison", "standard"),
        ("comparison", "large-print"),
    ],
)
@pytest.mark.parametrize("number", ["112", "01632 960 304", "+44 1632 960 304"])
def test_the_number_for_emergencies_is_whole(
    variant: str, edition: str, number: str, prove_blocks: Prover
) -> None:
    """A clinic may give a line of its own for emergencies, as long as any, with its hours."""
    line = {"number": number, "hours": "Every day and every night, at weekends, too"}
    clinic = {"phones": {**CLINIC_FILE["phones"], "emergency": line}}
    proof = prove_blocks(variant, edition, blocks=[CITED], clinic=clinic, brand=PUBLIC_SANS)

    assert [str(problem) for problem in proof.problems if problem.severity is Severity.ERROR] == []


def test_a_soft_hyphen_breaks_a_word(prove_blocks: Prover) -> None:
    """Where nothing knows how to break a word its author says it."""
    broken = "Llan\u00adfair\u00adpwll\u00adgwyn\u00adgyll"

    assert overprinted(prove_blocks("comparison", blocks=[options_of(5, broken)])) == []


def test_a_word_that_fits_a_line_is_not_broken(prove_blocks: Prover) -> None:
    """A word that fits the next line goes there whole."""
    words = "Thromboprophylaxis is not what most people need. " * 8
    strips = read_strips(prove_blocks(blocks=[{"kind": "paragraphs", "id": "long", "text": words}]).content)

    assert sum(strip.text.count("Thromboprophylaxis") for strip in strips) == 8


@pytest.mark.parametrize(
    "style",
    [
        "#claim { white-space: nowrap; inline-size: 20mm }",
        "#claim { block-size: 2mm; overflow: hidden }",
        "#claim { inline-size: 5mm; overflow: hidden }",
        "#claim { block-size: 1mm }",
    ],
)
def test_text_that_leaves_its_box_is_found(style: str, prove_blocks: Prover) -> None:
    """To the side or below, cut off or not: what does not fit its box is refused."""
    problem, *_ = overprinted(prove_blocks(style=style, blocks=[CITED]))

    assert re.fullmatch(r"'.*' reaches \d+ mm out of its box in 'claim' on page 1", problem.message)


def test_text_moved_over_other_text_is_found(prove_blocks: Prover) -> None:
    """Two texts on one spot are found, and both are named."""
    (problem,) = overprinted(
        prove_blocks(style=".opening__summary { margin-block: -12mm 12mm }", blocks=[CITED])
    )

    assert re.fullmatch(r"'What .*' lies over 'Looking .*' in .* on page 1", problem.message)


def test_texts_side_by_side_do_not_overlap() -> None:
    """Letters may touch, above each other and beside each other."""
    strips = [strip("a", 0, 0), strip("b", 59.6, 0), strip("c", 0, 9.6), strip("d", 0, 0, page=2)]

    assert list(overlapping(strips)) == []


def test_texts_on_one_spot_overlap() -> None:
    """Two letters' breadth of one text over another is found, in the order in which they were drawn."""
    below, above = strip("below", 0, 5), strip("above", 50, 0)

    assert list(overlapping([below, above])) == [(below, above)]


def test_a_mark_belongs_to_the_letter_it_stands_over() -> None:
    """What is one text to a reader is not two that overlap."""
    assert list(overlapping([strip("a", 0, 0, mark=4), strip("b", 0, 0, mark=4)])) == []
    assert list(overlapping([strip("a", 0, 0, mark=4), strip("b", 0, 0, mark=5)])) != []


@pytest.mark.parametrize("mark", ["\u064b", "\u0301", " \u0e48"])
def test_a_mark_alone_covers_no_text(mark: str) -> None:
    """A mark that is drawn apart from its letter may stand close to the line above."""
    assert list(overlapping([strip("a", 0, 0), strip(mark, 0, 5)])) == []


def test_arabic_letters_may_swing_out_of_their_line() -> None:
    """Marks and tails of a family that swings are no overprint."""
    strips = [strip("a", 0, 0, family="Noto Sans Arabic"), strip("b", 0, 7, family="Noto Sans Arabic")]

    assert list(overlapping(strips, ["Noto Sans Arabic"])) == []
    assert list(overlapping(strips)) != []
