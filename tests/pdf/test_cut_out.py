"""A card is cut out of its leaf: there is no text on the other side of it."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from leafwright.build import Selection, draft_sheets
from leafwright.library import load_library
from leafwright.pdf import Engine, Proof, prove
from leafwright.pdf.box import Box
from leafwright.pdf.cut_out import _grown
from leafwright.pdf.extract import Strip, read_strips
from leafwright.pdf.fit import MM
from leafwright.problems import Severity
from tests.translations import write_bilingual_workspace, write_translation
from tests.workspaces import CITED, CLINIC_FILE, VARIANTS

Prover = Callable[..., Proof]
CARD: Final[dict[str, Any]] = {
    "kind": "card",
    "id": "wallet",
    "front": {
        "heading": "I have a new knee",
        "rows": [[{"label": "Name"}], [{"label": "Date"}, {"label": "Side", "choose": ["left", "right"]}]],
    },
    "back": {"heading": "Phone us for", "signs": ["A hot knee", "Fever"], "lines": ["department"]},
}
POCKET: Final[dict[str, Any]] = {
    "kind": "card",
    "id": "pocket",
    "front": {
        "heading": "I have a new knee",
        "rows": [[{"label": "Name"}]],
        "lines": ["emergency", "department"],
    },
}
FOOT: Final = 30
"""How high the foot of a page is at most, in millimetres."""


def _handout(*beside: dict[str, Any], words: int = 1, card: dict[str, Any] = CARD) -> dict[str, Any]:
    """Write a handout with a card in a section with other blocks, and with so many paragraphs."""
    text = "\n\n".join(f"Paragraph {number} of the text." for number in range(1, words + 1))
    sections = [
        {"id": "carried", "heading": "To carry with you", "blocks": [*beside, card]},
        {"id": "part", "heading": "Your knee", "blocks": [{**CITED, "text": text + " [@elm1999]"}]},
    ]
    variants = {name: {"sections": ["carried", "part"]} for name in VARIANTS}
    return {"sections": sections, "variants": variants}


def _errors(proof: Proof) -> list[str]:
    return [problem.code for problem in proof.problems if problem.severity is Severity.ERROR]


def _read(proof: Proof, page: int) -> list[str]:
    """List what is read on a page between its head and its foot, of a page of A4."""
    top, bottom = 15 * 96 / 25.4, (297 - FOOT) * 96 / 25.4
    strips = (strip for strip in read_strips(proof.content) if strip.box.page == page)
    return [strip.words for strip in strips if top < strip.box.middle < bottom]


def _on(proof: Proof, page: int) -> list[Strip]:
    return [strip for strip in read_strips(proof.content) if strip.box.page == page]


def _strip(proof: Proof, words: str) -> Strip:
    return next(strip for strip in read_strips(proof.content) if strip.words.startswith(words))


@pytest.mark.parametrize(("words", "text_pages", "card"), [(1, 1, 3), (40, 2, 3), (70, 3, 5)])
def test_nothing_lies_behind_a_card(prove_blocks: Prover, words: int, text_pages: int, card: int) -> None:
    """However long the text is, the card is on the front of the last leaf, and its back is empty."""
    proof = prove_blocks(handout=_handout(words=words))

    assert _errors(proof) == []
    assert (_strip(proof, "I have a new knee").box.page, proof.pages) == (card, card)
    written = [page for page in range(1, proof.pages + 1) if _read(proof, page)]
    assert written == [*range(1, text_pages + 1), card]


def test_a_card_counts_for_no_page_of_its_sheet(prove_blocks: Prover) -> None:
    """A sheet of two pages may have them both: the card is cut out and gone."""
    proof = prove_blocks("preparation", handout=_handout(words=40))

    assert (_errors(proof), proof.pages) == ([], 3)


def test_a_section_longer_than_the_page_of_its_card_is_reported(prove_blocks: Prover) -> None:
    """Text that continues on the back of the card would be cut away."""
    long = {"kind": "paragraphs", "id": "long", "text": "\n\n".join(f"Word {n}." for n in range(60))}
    handout = _handout(words=1)
    handout["sections"][0]["blocks"].append(long)

    proof = prove_blocks(handout=handout)

    assert _errors(proof) == ["text-behind-cut"]
    assert proof.problems[0].message == "'Word 23.' on page 4 is behind 'wallet', which is cut out"
    assert proof.problems[0].hint == (
        "let its section take one page: shorten it, or move its other blocks to another section"
    )


def test_what_takes_the_whole_width_stays_on_the_page_of_its_card(prove_blocks: Prover) -> None:
    """A leaflet has a column beside its text, but not beside a card."""
    warning = {"kind": "warning", "id": "loud", "level": "emergency", "heading": "Act", "action": "Ring."}

    proof = prove_blocks(handout=_handout(warning))

    assert _errors(proof) == []


def test_a_card_that_fits_no_wallet_is_reported_at_its_side(prove_blocks: Prover) -> None:
    """By how much, and which side it is."""
    full = {**CARD, "front": {"heading": "I have a knee", "text": "It is new and shines. " * 30}}

    proof = prove_blocks(handout=_handout(card=full))

    assert _errors(proof) == ["card-too-full"]
    assert re.fullmatch(r"the front of 'wallet' takes \d+ mm, and there are 49 mm", proof.problems[0].message)
    assert proof.problems[0].hint == "shorten it: a few words"


def test_a_card_folds_to_the_size_of_a_bank_card(prove_blocks: Prover) -> None:
    """Its two sides are beside each other, 85 mm apart, at the same height."""
    proof = prove_blocks(handout=_handout())

    front, back = _strip(proof, "I have a new knee").box, _strip(proof, "Phone us for").box
    assert (back.left - front.left) * 25.4 / 96 == pytest.approx(85, abs=0.5)
    assert front.top == pytest.approx(back.top, abs=2)


def test_on_narrow_paper_a_card_folds_the_other_way(prove_blocks: Prover) -> None:
    """One side is 55 mm below the other."""
    prints = {**CLINIC_FILE["prints"], "editions": ["standard", "small"]}
    small = {"templates/editions/small.yaml": "paper: A5\nmargins: {side: 15}\nnames: {en: Small}\n"}

    proof = prove_blocks("leaflet", "small", handout=_handout(), clinic={"prints": prints}, files=small)

    front, back = _strip(proof, "I have a new knee").box, _strip(proof, "Phone us for").box
    assert _errors(proof) == []
    assert (back.top - front.top) * 25.4 / 96 == pytest.approx(55, abs=0.5)
    assert front.left == pytest.approx(back.left, abs=1)


def test_a_card_in_large_print_is_read_like_the_rest(prove_blocks: Prover) -> None:
    """In letters no smaller than the edition has; it need not fit a wallet."""
    proof = prove_blocks("preparation", "large-print", handout=_handout())

    assert _errors(proof) == []
    assert _strip(proof, "Name").size >= 18


def test_a_card_stands_in_two_languages(tmp_path: Path) -> None:
    """One below the other on one page, so that each may be cut out."""
    workspace = write_bilingual_workspace(tmp_path, blocks=[CARD], editions=["bilingual"])
    write_translation(workspace)
    (job,) = draft_sheets(load_library(workspace), Selection()).jobs

    proof = prove(job.sheet, job.html, Engine(workspace))

    own, source = _strip(proof, "Traducido: I have a new knee").box, _strip(proof, "I have a new knee").box
    assert _errors(proof) == []
    assert (own.page, source.page) == (3, 3)
    assert own.bottom < source.top


def _in_two_languages(root: Path, *blocks: dict[str, Any]) -> Proof:
    """Print blocks beside their source, each in a section of its own."""
    sections = [_section(str(block["id"]), block) for block in (*blocks, CITED)]
    order = [section["id"] for section in sections]
    variants = {name: {"sections": order} for name in VARIANTS}
    workspace = write_bilingual_workspace(
        root, handout={"sections": sections, "variants": variants}, editions=["bilingual"]
    )
    write_translation(workspace)
    (job,) = draft_sheets(load_library(workspace), Selection()).jobs
    return prove(job.sheet, job.html, Engine(workspace))


def _section(name: str, block: dict[str, Any]) -> dict[str, Any]:
    return {"id": f"part-{name}", "heading": f"The {name}", "blocks": [block]}


def test_one_card_for_two_languages_is_beside_the_form(tmp_path: Path) -> None:
    """It is as large as a bank card, and says everything in both of them."""
    form = {"kind": "fields", "id": "form", "rows": [[{"label": "Date"}], [{"label": "Kind"}]]}
    proof = _in_two_languages(tmp_path, form, POCKET)

    own, source = _strip(proof, "Traducido: I have a new knee").box, _strip(proof, "I have a new knee").box
    assert _errors(proof) == []
    assert own.bottom < source.top
    assert own.left > _strip(proof, "Date").box.right


def test_a_card_for_two_languages_that_fits_no_wallet_is_reported(tmp_path: Path) -> None:
    """It may take no more room than one for a single language."""
    rows = [[{"label": name}] for name in ("Name", "Date", "Kind", "Side")]
    proof = _in_two_languages(tmp_path, {**POCKET, "front": {**POCKET["front"], "rows": rows}})

    assert "card-too-full" in _errors(proof)


@pytest.mark.parametrize(("words", "told"), [(1, set()), (26, {"text-behind-cut"})])
def test_nothing_lies_behind_a_card_for_two_languages(tmp_path: Path, words: int, told: set[str]) -> None:
    """It is cut out, and as wide as both of them, so text on the other side of its leaf would be lost."""
    text = "\n\n".join(f"Paragraph {number} of the text." for number in range(1, words + 1))
    blocks = [POCKET, {**CITED, "text": text + " [@elm1999]"}]
    workspace = write_bilingual_workspace(tmp_path, blocks=blocks, editions=["bilingual"])
    write_translation(workspace)
    (job,) = draft_sheets(load_library(workspace), Selection()).jobs

    assert set(_errors(prove(job.sheet, job.html, Engine(workspace)))) == told


def _aftercare(advice: int, after: int) -> dict[str, Any]:
    """Write aftercare with so many lines that are good to know, and so many paragraphs on its back."""
    heads = {"heading": "Look out", "action": "Ask us."}
    levels = [
        {"kind": "warning", "id": "now", "level": "emergency", **heads},
        {"kind": "warning", "id": "good", "level": "advice", "signs": ["This is usual."] * advice, **heads},
        {"kind": "warning", "id": "us", "level": "call", "signs": ["It hurts."] * 20, **heads},
    ]
    text = "\n\n".join(f"Paragraph {number} of the text." for number in range(1, after + 1))
    sections: list[dict[str, Any]] = [
        {"id": "levels", "heading": "Levels", "blocks": levels},
        {"id": "part", "heading": "Your knee", "blocks": [{**CITED, "text": text + " [@elm1999]"}]},
        {"id": "carried", "heading": "To carry with you", "blocks": [POCKET]},
    ]
    order = [section["id"] for section in sections]
    return {"sections": sections, "variants": {name: {"sections": order} for name in VARIANTS}}


def test_behind_a_card_in_the_text_is_nothing_but_advice(prove_blocks: Prover) -> None:
    """A card of one side takes no further paper: beside the small print, opposite what is good to know."""
    proof = prove_blocks("aftercare", handout=_aftercare(advice=3, after=18))

    card = _strip(proof, "I have a new knee").box
    assert (_errors(proof), proof.pages, card.page) == ([], 2, 2)


def test_what_a_card_in_the_text_would_cut_away_is_reported(prove_blocks: Prover) -> None:
    """With the words that would be lost, and what to do instead."""
    proof = prove_blocks("aftercare", handout=_aftercare(advice=3, after=1))

    (problem,) = (found for found in proof.problems if found.severity is Severity.ERROR)
    assert problem.code == "text-behind-cut"
    assert re.fullmatch(r"'.+' on page 1 is behind 'pocket', which is cut out", problem.message)
    assert problem.hint.startswith("give it a `back:`")


def test_the_frame_of_a_warning_is_not_cut_away_either(prove_blocks: Prover) -> None:
    """It is reported where no word is lost with it."""
    proof = prove_blocks("aftercare", handout=_aftercare(advice=3, after=8))

    (problem,) = (found for found in proof.problems if found.code == "text-behind-cut")
    assert problem.message == "'now' on page 1 is behind 'pocket', which is cut out"


def test_the_sides_of_a_leaf_may_be_out_of_line() -> None:
    """What is up to two millimetres beside a card may be cut away with it."""
    card = Box(page=2, left=100, top=100, right=200, bottom=150)
    hole = _grown(card)

    near = replace(card, top=card.top - 30, bottom=card.top - 1.9 * MM)
    assert hole.meets(near)
    assert not hole.meets(replace(near, bottom=card.top - 2.1 * MM))
    assert hole.meets(replace(card, left=card.right + 1.9 * MM, right=300))


@pytest.mark.parametrize("after", [1, 18, 30])
def test_nothing_lies_behind_a_card_in_large_print(prove_blocks: Prover, after: int) -> None:
    """It is at the foot of its page, and that of the page on its other side is empty."""
    proof = prove_blocks("aftercare", "large-print", handout=_aftercare(advice=3, after=after))

    card = _strip(proof, "I have a new knee").box
    assert (_errors(proof), card.page) == ([], proof.pages)
    assert card.top > 200 * MM
    assert any(strip.words == "999" and strip.box.left > card.right for strip in _on(proof, card.page))


def test_a_folded_card_in_large_print_that_fits_no_wallet_is_reported(prove_blocks: Prover) -> None:
    """Neither of its halves may be higher than a bank card."""
    rows = [[{"label": name}] for name in ("Name", "Date", "Kind", "Side")]
    card = {**POCKET, "front": {**POCKET["front"], "rows": rows}}

    assert "card-too-full" in _errors(prove_blocks("aftercare", "large-print", blocks=[card]))
