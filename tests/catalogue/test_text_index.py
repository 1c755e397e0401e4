"""The index of the words in texts."""

from random import Random

import pytest

from leafwright.catalogue.text_index import fold, index_texts, write_index
from leafwright.library import Library
from leafwright.sheet import SheetKey
from tests.catalogues import Paper, entry_of


def test_the_words_of_a_text_are_indexed(library: Library, paper: Paper, key: SheetKey) -> None:
    """A word of a handout leads to the number of its text, without capitals."""
    entry = entry_of(paper, key)
    index = index_texts([entry], library)

    assert index.number_of(entry) == "0"
    assert "0rest 0" in index.written.split("\n")


def test_a_sheet_without_a_handout_has_no_text(library: Library, paper: Paper, key: SheetKey) -> None:
    """A sheet that is older than its removed handout is still listed."""
    entry = entry_of(paper, SheetKey(**{**_fields(key), "topic": "gone"}))

    assert index_texts([entry], library).number_of(entry) == ""


def _fields(key: SheetKey) -> dict[str, str]:
    return {name: getattr(key, name) for name in ("clinic", "topic", "variant", "edition", "language")}


def test_numbers_are_gaps_and_words_share_letters() -> None:
    """A line says how much of the word before it to keep, then the rest, then the gaps between the texts."""
    texts = [{"knee"}, {"kneel"}, *([{"rest"}] * 21), {"knee"}]

    assert write_index(texts) == "0knee 0 n\n4l 1\n0rest *"


def test_the_index_of_a_thousand_sheets_is_small() -> None:
    """128 texts as the library has them, in which new words become fewer and fewer: under 200 KB."""
    chance = Random(1)  # noqa: S311  # words, not secrets
    letters = "etaoinshrdlucmfwypvbgkjqxz"
    words = ["".join(chance.choices(letters, range(26, 0, -1), k=chance.randint(4, 12))) for _ in range(9000)]
    shares = [1 / (rank + 3) for rank in range(len(words))]
    texts = [set(chance.choices(words, shares, k=860)) for _ in range(128)]

    assert min(map(len, texts)) > 350
    assert len(write_index(texts).encode()) < 200_000


@pytest.mark.parametrize(
    ("text", "folded"), [("Café-Straße, ŁÓDŹ", "cafe strasse lodz"), ("الأَلم", "الالم"), ("i\u0307", "i")]
)
def test_a_text_is_folded(text: str, folded: str) -> None:
    """Accents, capitals and signs are removed, in every script."""
    assert fold(text) == folded
