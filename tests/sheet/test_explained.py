"""Which terms of the glossary are explained beside the text."""

from dataclasses import replace

import pytest

from leafwright.blocks.block import PrintedBlock
from leafwright.blocks.glossary import Glossary, Term
from leafwright.blocks.label import Label
from leafwright.blocks.paragraphs import Paragraphs
from leafwright.sheet import Sheet
from leafwright.sheet.explained import Aside, explain_beside
from leafwright.sheet.sheet import SheetSection
from leafwright.text import phrase
from tests.sheet.conftest import Maker

LONG = "Knees bend and stretch every day, and most of them do it for a whole life without any pain. " * 4
OTHER = Label(kind="label", id="label")


@pytest.fixture
def sheet(make: Maker) -> Sheet:
    """Make a sheet whose sections a test replaces."""
    return make()


def _words(name: str, words: str) -> Paragraphs:
    return Paragraphs(kind="paragraphs", id=name, text=(phrase(words),))


def _explained(sheet: Sheet, *blocks: PrintedBlock, term: str = "Tendon") -> list[tuple[str, str]]:
    """Explain a term in a section of some blocks; give the first and the last block of each aside."""
    terms = (Term(term=phrase(term), meaning=phrase("A cord.")),)
    lookup = Glossary(kind="glossary", id="lookup", terms=terms)
    section = SheetSection(id="knee", heading=phrase("Knee"), blocks=(*blocks, lookup))
    asides: tuple[Aside, ...] = explain_beside(replace(sheet, sections=(section,)))
    return [(aside.first, aside.last) for aside in asides]


def test_a_term_is_explained_beside_the_first_text_that_says_it(sheet: Sheet) -> None:
    """Once, and also in the plural."""
    blocks = _words("a", LONG), _words("b", f"{LONG} Two tendons."), _words("c", f"{LONG} A tendon.")

    assert _explained(sheet, *blocks) == [("b", "b")]


@pytest.mark.parametrize(("term", "said"), [("pain", "paint"), ("cyst", "cystic")])
def test_a_word_that_only_begins_like_a_term_is_not_explained(sheet: Sheet, term: str, said: str) -> None:
    """A short term is the beginning of many other words."""
    words = _words("a", f"{LONG.replace('pain', 'ache')} {said}")

    assert _explained(sheet, words, term=term) == []


def test_texts_that_are_too_low_are_kept_with_the_next(sheet: Sheet) -> None:
    """The heading of the section and the explanation need more height than one line."""
    assert _explained(sheet, _words("a", "A tendon."), _words("b", LONG)) == [("a", "b")]


def test_a_block_that_is_no_text_has_nothing_beside_it(sheet: Sheet) -> None:
    """A term that finds no room is only in the glossary."""
    assert _explained(sheet, _words("a", "A tendon."), OTHER, _words("b", LONG)) == []


@pytest.mark.parametrize("said", ["الوتر", "والوتر", "للوتر"])
def test_a_term_has_an_article_in_arabic(sheet: Sheet, said: str) -> None:
    """It is written in one word with the term."""
    assert _explained(sheet, _words("a", f"{LONG} {said}"), term="وتر") == [("a", "a")]
