"""Logos of partners are printed whole, in the masthead and at the end, and the sheet passes every proof."""

from collections.abc import Callable

import pytest

from leafwright.pdf import Proof

MARK = {"path": "logo.svg", "alt": "A partner"}
LAST = {"path": "logo.svg", "alt": "An award", "at": "end", "least-height": 14}


@pytest.mark.parametrize(("edition", "number"), [("standard", 1), ("standard", 5), ("large-print", 5)])
def test_partners_are_proved(edition: str, number: int, prove_blocks: Callable[..., Proof]) -> None:
    """Beside the clinic's logo or at the end, with the foot in another order."""
    order = {"foot": ["clinic", "status", "code"], "masthead": ["partners", "department", "logo"]}

    proof = prove_blocks(edition=edition, clinic={"partners": [MARK] * number + [LAST], "order": order})

    assert {problem.code for problem in proof.problems} <= {"thin-last-page"}
