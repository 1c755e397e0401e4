"""What continues on the next page repeats what it belongs to."""

from collections.abc import Callable
from typing import Any

import pytest

from leafwright.pdf import Proof
from leafwright.pdf.extract import read_strips
from leafwright.problems import Problem
from tests.workspaces import comparison_of

Prover = Callable[..., Proof]
SILENT = "@page { @top-left { content: none } }"
HEADLESS = ".comparison thead { display: table-row-group }"


def drinks(part_of_day: str) -> list[dict[str, Any]]:
    """Write a heading and a timeline, each of whose hours sounds like those of another."""
    hours = [{"when": f"{hour}pm", "items": [f"Drink a glass, {part_of_day}."] * 3} for hour in range(1, 9)]
    return [
        {"kind": "heading", "id": part_of_day, "text": part_of_day.title()},
        {"kind": "timeline", "id": f"{part_of_day}-hours", "events": hours},
    ]


def many(kind: str) -> list[dict[str, Any]]:
    """Write a list that takes more than a page."""
    return [{"kind": kind, "id": "a-list", "lead": "Do not take:", "items": ["A medicine."] * 60}]


def heads(proof: Proof) -> dict[int, str]:
    """Read the first text of each page except the first page."""
    strips = [strip for strip in read_strips(proof.content) if strip.box.page > 1 and strip.text.strip()]
    pages = {strip.box.page for strip in strips}
    lines = {page: min(strip.box.middle for strip in strips if strip.box.page == page) for page in pages}
    return {
        page: "".join(strip.text for strip in strips if strip.box.page == page and strip.box.middle < top + 3)
        for page, top in lines.items()
    }


def unnamed(proof: Proof) -> list[Problem]:
    """Pick the problems of pages that do not say what they go on with."""
    return [problem for problem in proof.problems if problem.code == "unnamed-continuation"]


@pytest.mark.parametrize("edition", ["standard", "large-print"])
def test_a_page_says_which_timeline_it_goes_on_with(edition: str, prove_blocks: Prover) -> None:
    """Of two timelines each that is split is named at the head of the next page, by its heading."""
    proof = prove_blocks("leaflet", edition, blocks=[*drinks("morning"), *drinks("afternoon")])

    told = " ".join(heads(proof).values())
    assert "Your knee · Morning" in told
    assert "Your knee · Afternoon" in told
    assert unnamed(proof) == []


@pytest.mark.parametrize("kind", ["list", "steps", "checklist"])
def test_a_page_says_which_list_it_goes_on_with(kind: str, prove_blocks: Prover) -> None:
    """The lead is said again with the heading: an item alone may mean its opposite."""
    proof = prove_blocks("leaflet", "large-print", blocks=many(kind))

    assert heads(proof)[3] == "Your knee · Do not take (continued)"
    assert unnamed(proof) == []


def test_a_list_with_a_long_lead_goes_on_under_that_alone(prove_blocks: Prover) -> None:
    """A head of more than seven words leaves out the section, which need not be named there."""
    (listed,) = many("list")
    proof = prove_blocks(
        "leaflet", "large-print", blocks=[listed | {"lead": "Of these medicines do not take:"}]
    )

    assert heads(proof)[3] == "Of these medicines do not take (continued)"
    assert unnamed(proof) == []


def test_a_page_that_begins_after_a_list_is_headed_by_the_section(prove_blocks: Prover) -> None:
    """What stood above a list is no heading of what follows it."""
    text = {"kind": "paragraphs", "id": "after", "text": "\n\n".join(["A word of the day."] * 60)}
    proof = prove_blocks(blocks=[*many("list")[:1], text])

    assert heads(proof)[proof.pages] == "Your knee (continued)"
    assert unnamed(proof) == []


def test_a_page_that_begins_with_a_section_has_the_title(prove_blocks: Prover) -> None:
    """What stood before a section has ended, and its heading is right below."""
    sections = [
        {"id": name, "heading": name.title(), "blocks": [block]}
        for name, block in (
            ("first", many("list")[0]),
            ("second", {"kind": "questions", "id": "q", "lines": 9}),
        )
    ]
    handout = {"sections": sections, "variants": {"leaflet": {"sections": ["first", "second"]}}}
    proof = prove_blocks(handout=handout, style="#second { break-before: page }")

    assert heads(proof)[proof.pages] == "Looking after a sore knee"


def test_a_page_that_does_not_say_what_it_goes_on_with_is_refused(prove_blocks: Prover) -> None:
    """A head without its words is found for each of them, at the list."""
    problems = unnamed(prove_blocks(style=SILENT, blocks=many("steps")))

    message = "page 2 goes on with 'a-list' and does not say 'Do not take' above it"
    assert message in {problem.message for problem in problems}
    assert {problem.hint for problem in problems} == {
        "the head of a page is set in styles/page.css, what it says in styles/parts/section.css"
    }


def test_a_page_that_says_that_what_begins_there_goes_on_is_refused(prove_blocks: Prover) -> None:
    """A reader would look on the page before for what is not there."""
    style = (
        ".list__lead { string-set: running 'Your knee \\b7  Do not take (continued)'; break-before: page }"
    )
    text = {"kind": "paragraphs", "id": "text", "text": "A word of the day."}
    proof = prove_blocks(style=style, blocks=[text, {**many("list")[0], "items": ["A medicine."] * 3}])

    (problem,) = [problem for problem in proof.problems if problem.code == "false-continuation"]
    assert problem.message == "page 2 says above it that 'a-list' goes on, which begins there"


def test_a_page_without_its_head_is_refused(prove_blocks: Prover) -> None:
    """Each page but the first says the title."""
    text = {"kind": "paragraphs", "id": "long", "text": "\n\n".join(["A word of the day."] * 60)}
    proof = prove_blocks(style=SILENT, blocks=[text])

    (message, *_) = [problem.message for problem in proof.problems if problem.code == "missing-head"]
    assert message == "page 2 does not say 'Looking after a sore knee' at its head"


def test_a_table_has_its_heads_on_every_page(prove_blocks: Prover) -> None:
    """Heads that are printed again on the next page are no repetition."""
    comparison = comparison_of(12, "An answer that takes some lines of its cell. " * 4)
    for option in comparison["options"]:
        option["definition"] = "A definition of ten words that says what happens to you."
    proof = prove_blocks("leaflet", blocks=[comparison])

    assert proof.pages > 1
    assert {problem.code for problem in proof.problems} <= {"thin-last-page"}


def test_a_table_without_its_heads_on_the_next_page_is_refused(prove_blocks: Prover) -> None:
    """A column that does not say whose it is may be taken for another option's."""
    comparison = comparison_of(12, "An answer that takes some lines of its cell. " * 4)
    (problem,) = unnamed(prove_blocks("leaflet", style=HEADLESS, blocks=[comparison]))[:1]

    assert "'a-comparison'" in problem.message
    assert "Turtle wait, Turtle rest" in problem.message


def test_a_definition_that_is_printed_again_in_a_block_is_found(prove_blocks: Prover) -> None:
    """Heads may be repeated as often as there are pages of the table, and no more."""
    comparison = comparison_of(2)
    comparison["options"][0]["definition"] = definition = "A definition of ten words that says what happens."
    style = f".comparison__definition::after {{ content: '{definition}' }}"
    codes = [problem.code for problem in prove_blocks("leaflet", style=style, blocks=[comparison]).problems]

    assert "repeated-content" in codes
