"""Every text can be seen."""

import re
from collections.abc import Callable

import pytest

from leafwright.pdf import Proof
from leafwright.problems import Problem
from tests.workspaces import CITED, LOGO, TOPIC

Prover = Callable[..., Proof]
PICTURE = {"kind": "picture", "id": "a-picture", "file": "knee.svg", "alt": "A knee"}
FILES = {f"handouts/{TOPIC}/knee.svg": LOGO}


def unseen(proof: Proof) -> list[Problem]:
    """Pick the problems of texts that cannot be seen."""
    return [problem for problem in proof.problems if problem.code == "unseen-text"]


@pytest.mark.parametrize(
    "style",
    [
        "#claim { color: white }",
        "#claim { color: transparent }",
        "#claim { opacity: 0 }",
        "#claim { color: #eeeeee; background: #dddddd }",
        "#claim { background: currentcolor }",
        "#claim { background: rgb(0 0 0 / 90%) }",
    ],
)
def test_text_in_the_colour_of_its_ground_is_found(style: str, prove_blocks: Prover) -> None:
    """White on white, black on black or transparent: nobody can read it."""
    problem, *_ = unseen(prove_blocks(style=style, blocks=[CITED]))

    message = r"'Rest helps most sore.*' on page 1 has a contrast of [12]\.\d to its background"
    assert re.fullmatch(message, problem.message)
    assert problem.hint == "look at your own templates and styles"


@pytest.mark.parametrize(
    "style",
    [
        "#a-picture { margin-block-start: -20mm }",
        "#a-picture { inset-block-start: 100mm; inset-inline-start: 0; position: absolute }",
    ],
)
def test_text_where_a_picture_is_is_found(style: str, prove_blocks: Prover) -> None:
    """A picture over words hides them, and words over a picture are hard to read."""
    messages = [
        problem.message for problem in unseen(prove_blocks(style=style, blocks=[CITED, PICTURE], files=FILES))
    ]

    assert messages
    assert "is in the same place as a picture" in messages[0]


@pytest.mark.parametrize("style", ["#claim { visibility: hidden }", "#claim { font-size: 0 }"])
def test_text_that_is_not_drawn_is_lost(style: str, prove_blocks: Prover) -> None:
    """What leaves no glyph in the file is found there."""
    assert "lost-content" in {problem.code for problem in prove_blocks(style=style, blocks=[CITED]).problems}


def test_text_on_a_dark_bar_is_seen(prove_blocks: Prover) -> None:
    """White words have enough contrast on the head of an emergency, and a picture beside words hides none."""
    emergency = {
        "kind": "warning",
        "id": "now",
        "level": "emergency",
        "heading": "Get help",
        "signs": ["You cannot breathe."],
        "action": "Phone.",
    }
    assert unseen(prove_blocks(blocks=[emergency, CITED, PICTURE], files=FILES)) == []
