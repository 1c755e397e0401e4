"""A glossary is in the alphabetical order of its readers' language."""

from collections.abc import Callable
from pathlib import Path

import pytest

from leafwright.blocks.glossary import Glossary
from leafwright.model.words import Words
from leafwright.sheet import Sheet
from leafwright.sheet.alphabet import COMMON, alphabetical
from tests.fakes import drafts_of
from tests.translations import make_translation, write_bilingual_workspace, write_translation

Maker = Callable[..., Sheet]


def glossary(*terms: str) -> dict[str, object]:
    """Write a glossary in an order of its own."""
    entries = [{"term": term, "meaning": f"What {term.lower()} is."} for term in terms]
    return {"kind": "glossary", "id": "some-words", "terms": entries}


def terms_of(sheet: Sheet) -> list[str]:
    """List the terms of the one glossary as they are printed."""
    (block,) = sheet.sections[0].blocks
    assert isinstance(block, Glossary)
    return [entry.term.plain for entry in block.terms]


@pytest.mark.parametrize(
    ("language", "terms"),
    [
        ("en-GB", "Ankle, Blood thinner, Blood-thinning, Élan, Elbow"),
        ("es", "Anestésico, Ántrax, Dolor, Nuca, Ñame, Oído"),
        ("fr", "Côte, Écart, Œdème, Opération, Os"),
        ("pl", "Alergia, Ąkr, Lek, Łokieć, Zabieg, Źródło, Żyła"),
        ("cy", "Cwsg, Chwydu, Dolur, Ddoe, Gwaed, Llawdriniaeth, Meddyg"),
        ("ar", "إبرة, ألم, بنج, تورد, حقنة, ستيرويد, مخدر, وريد"),
        ("ur", "آنکھ, بخار, پٹھا, ٹانگ, درد, ڈاکٹر, کمر, ہڈی"),
    ],
)
def test_terms_stand_as_the_language_has_its_letters(
    language: str, terms: str, words: dict[str, Words]
) -> None:
    """Letters of its own have their place, two signs may be one letter, and marks elsewhere do not count."""
    ordered = terms.split(", ")
    alphabet, mixed = words[language].alphabet or COMMON, set(ordered)

    assert sorted(mixed, key=lambda term: alphabetical(term, alphabet)) == ordered


@pytest.mark.parametrize(
    "terms", [["a2", "a-b", "a c", "ab"], ["2a", "a", "β"], ["as", "ßa", "st"], ["\u0663", "a"]]
)
def test_what_is_no_letter_comes_first(terms: list[str]) -> None:
    """Digits and hyphens come before all letters, letters of other alphabets after them."""
    mixed = set(terms)

    assert sorted(mixed, key=lambda term: alphabetical(term, COMMON)) == terms


def test_a_glossary_is_printed_in_order(make: Maker) -> None:
    """Whatever the order it was written in."""
    assert terms_of(make(blocks=[glossary("Swelling", "Ankle", "Knee")])) == ["Ankle", "Knee", "Swelling"]


def test_what_stands_beside_follows_its_translation(tmp_path: Path) -> None:
    """In two languages a term stays on one height with its translation, whose reader looks it up."""
    workspace = write_bilingual_workspace(
        tmp_path, blocks=[glossary("Ankle", "Knee")], editions=["bilingual"]
    )
    translation = make_translation(workspace)
    translation["parts"]["some-words"]["words"] |= {"terms.1.term": "Tobillo", "terms.2.term": "Rodilla"}
    write_translation(workspace, translation)

    (job,) = drafts_of(workspace).jobs

    assert terms_of(job.sheet) == ["Rodilla", "Tobillo"]
    assert job.sheet.beside
    assert terms_of(job.sheet.beside) == ["Knee", "Ankle"]
