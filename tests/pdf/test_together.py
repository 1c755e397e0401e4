"""What readers compare is on one page: a risk with all its groups, a picture with its steps."""

from collections.abc import Callable

import pytest

from leafwright.pdf import Proof
from leafwright.pdf.extract import read_strips
from leafwright.problems import Problem
from tests.workspaces import LOGO, TOPIC, every_block

Prover = Callable[..., Proof]
RISK = next(block for block in every_block() if block["kind"] == "risk")
PICTURED = [
    {"kind": "picture", "id": "a-picture", "file": "knee.svg", "alt": "A knee"},
    {"kind": "steps", "id": "some-steps", "items": ["Lift your leg and hold it.", "Let it down."]},
]
FILES = {f"handouts/{TOPIC}/knee.svg": LOGO}


def split(proof: Proof) -> list[Problem]:
    """Pick the problems about parts that are split over several pages and must not be."""
    return [problem for problem in proof.problems if problem.code == "split-block"]


def lines(count: int) -> dict[str, str]:
    """Write so many short paragraphs before what is tested."""
    return {"kind": "paragraphs", "id": "filler", "text": "\n\n".join(["A word of the day."] * count)}


def pages_of(words: str, proof: Proof) -> set[int]:
    """Return the pages with these words."""
    return {strip.box.page for strip in read_strips(proof.content) if words in strip.text}


@pytest.mark.parametrize("variant", ["leaflet", "aftercare"])
@pytest.mark.parametrize("edition", ["standard", "large-print"])
def test_a_risk_is_whole_on_a_page(variant: str, edition: str, prove_blocks: Prover) -> None:
    """The groups of a risk, its heading and its sentences are compared in one look, wherever it begins."""
    proof = prove_blocks(variant, edition, blocks=[lines(10 if edition == "standard" else 6), RISK])

    assert split(proof) == []
    assert len(pages_of("Jackal group", proof) | pages_of("Jackal others", proof)) == 1


@pytest.mark.parametrize("edition", ["standard", "large-print"])
def test_two_arrays_of_a_thousand_have_room(edition: str, prove_blocks: Prover) -> None:
    """They are wide: in a column they are below each other, in large print they are made smaller."""
    proof = prove_blocks("leaflet", edition, blocks=[RISK | {"of": "1000"}])

    assert {problem.code for problem in proof.problems} <= {"thin-last-page"}


def test_a_risk_that_is_split_is_reported(prove_blocks: Prover) -> None:
    """One group's figure on a page and the other's on the next cannot be compared."""
    style = ".risk { break-inside: auto } .risk__statement { break-after: page }"

    (problem,) = split(prove_blocks(blocks=[RISK], style=style))

    assert "'a-risk'" in problem.message


@pytest.mark.parametrize("blocks", [PICTURED, PICTURED[::-1]], ids=["picture first", "steps first"])
@pytest.mark.parametrize("count", [4, 6, 7])
def test_a_picture_is_kept_with_the_steps_it_shows(
    count: int, blocks: list[dict[str, object]], prove_blocks: Prover
) -> None:
    """Whether it is before or after them, both are on one page."""
    proof = prove_blocks(blocks=[lines(count), *blocks], files=FILES)

    assert split(proof) == []
    assert len(pages_of("Lift your leg", proof) | pages_of("Let it down", proof)) == 1


def test_a_picture_apart_from_its_steps_is_reported(prove_blocks: Prover) -> None:
    """A style that separates them is reported."""
    style = ".pictured { display: block } #some-steps { break-before: page }"
    proof = prove_blocks(blocks=PICTURED, style=style, files=FILES)

    (problem,) = split(proof)

    assert problem.message == (
        "'a-picture' and 'some-steps', a picture and its steps, are separated: they are on pages 3 to 4"
    )
    assert problem.hint == (
        "shorten them, or put another block between them if the picture does not show the steps"
    )


def test_a_list_of_one_item_does_not_hold_what_follows(prove_blocks: Prover) -> None:
    """It stays where there is room for it, when what is below it is whole and begins the next page."""
    one = {"kind": "list", "id": "one-item", "items": ["Bring this letter."]}
    proof = prove_blocks(blocks=[lines(14), one, RISK])

    (listed,) = pages_of("Bring this letter", proof)
    (compared,) = pages_of("Jackal group", proof)
    assert compared == listed + 1
    assert pages_of("A word of the day.", proof) == {listed}


@pytest.mark.parametrize("count", [13, 15])
def test_a_sentence_stays_with_the_boxes_that_it_introduces(count: int, prove_blocks: Prover) -> None:
    """A heading and one sentence do not end a page when what they are about begins the next one."""
    lead = {"kind": "paragraphs", "id": "a-lead", "text": "All numbers are out of 1000."}
    items = [f"Mole benefit {number} that takes more than a line of its box" for number in range(5)]
    boxes = {"kind": "balance", "id": "a-balance", "benefits": items, "risks": ["Mole risk"]}
    sections = [
        {"id": "first", "heading": "First", "blocks": [lines(count)]},
        {"id": "second", "heading": "Second", "blocks": [lead, boxes]},
    ]
    printed = {"leaflet": {"sections": ["first", "second"]}}
    proof = prove_blocks(handout={"sections": sections, "variants": printed})

    assert pages_of("All numbers", proof) == pages_of("Mole risk", proof) == {2}


@pytest.mark.parametrize("count", [11, 12])
def test_a_paragraph_that_begins_a_section_stays_with_what_is_whole(count: int, prove_blocks: Prover) -> None:
    """A section never ends a page on its first sentence, which may be the mildest, with its risk overleaf."""
    lead = {"kind": "paragraphs", "id": "a-lead", "text": "The needle may hurt."}
    sections = [
        {"id": "first", "heading": "First", "blocks": [lines(count)]},
        {"id": "second", "heading": "Second", "blocks": [lead, RISK]},
    ]
    proof = prove_blocks(
        handout={"sections": sections, "variants": {"leaflet": {"sections": ["first", "second"]}}}
    )

    assert pages_of("The needle", proof) == pages_of("Jackal group", proof) == {2}


@pytest.mark.parametrize(("steps", "pages"), [(6, {2}), (7, {1, 2})])
def test_a_few_steps_are_on_one_page(steps: int, pages: set[int], prove_blocks: Prover) -> None:
    """Up to six are done at one sitting; more of them may go on overleaf."""
    items = [f"Badger step {number}." for number in range(1, steps + 1)]
    some = {"kind": "steps", "id": "some-steps", "items": items}
    proof = prove_blocks(blocks=[lines(14), some])

    assert pages_of("Badger step", proof) == pages
