"""The code that leads to a sheet online is printed whole, with its address beside it."""

from collections.abc import Callable

import pytest

from leafwright.pdf import Proof
from leafwright.pdf.extract import read_strips

ADDRESS = "https://example.org/elm/{topic}"


@pytest.mark.parametrize("edition", ["standard", "large-print"])
def test_the_code_and_its_address_are_proved(edition: str, prove_blocks: Callable[..., Proof]) -> None:
    """The sheet passes every proof, and says in words where the code leads."""
    proof = prove_blocks(edition=edition, clinic={"web-base": ADDRESS})

    assert {problem.code for problem in proof.problems} <= {"thin-last-page"}
    words = "".join(strip.text for strip in read_strips(proof.content)).replace(" ", "")
    assert "Thisleafletonline" in words
    assert "example.org/elm/sore-knee" in words


def test_a_style_that_hides_the_address_is_refused(prove_blocks: Callable[..., Proof]) -> None:
    """Nobody can see where a code alone leads."""
    proof = prove_blocks(style=".qr__address { display: none }", clinic={"web-base": ADDRESS})

    assert "lost-content" in {problem.code for problem in proof.problems}
