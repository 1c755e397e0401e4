"""What is suggested in place of a name that there is not."""

import pytest

from leafwright.decode import suggest
from leafwright.decode.suggesting import MOST_LISTED

MANY = tuple(f"name-{number}" for number in range(MOST_LISTED + 1))


@pytest.mark.parametrize(
    ("word", "known", "told"),
    [
        ("stnadard", ("standard", "large-print"), "did you mean 'standard'?"),
        ("STANDARD", ("standard", "large-print"), "did you mean 'standard'?"),
        ("large", ("standard", "large-print"), "did you mean 'large-print'?"),
        ("print", ("standard", "large-print"), "did you mean 'large-print'?"),
        ("uk", ("strict", "uk-nhs"), "did you mean 'uk-nhs'?"),
        ("x", ("standard", "large-print"), "there are standard, large-print"),
        ("zebra", MANY, f"none of the {len(MANY)} known ones is like it"),
        ("zebra", (), ""),
    ],
)
def test_a_name_is_suggested(word: str, known: tuple[str, ...], told: str) -> None:
    """Letters of another size or half a name are enough; a few names are listed, many are counted."""
    assert suggest(word, known) == told
