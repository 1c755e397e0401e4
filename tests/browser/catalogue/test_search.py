"""The search by itself: what is typed, what is found, and in which order."""

from typing import Any, Final

import pytest
from playwright.sync_api import Page

from leafwright.catalogue.text_index import fold, write_index
from leafwright.resources import shared

FOLDED: Final = ("Café-Straße", "ŁÓDŹ æon", "الأَلَم", "İstanbul ΟΔΟΣ", "½ a_b", "LW-101 · v1.0")
BACK: Final = {
    "names": "Steroid injections for back pain Inyecciones",
    "find": "Oak Street Information for patients Standard print English large biopsies v1.0 2 November 2026",
    "codes": "LW-102-OS-LEA-STA-en-GB LW-102",
    "text": "0",
}
FACET: Final = {
    "names": "حقن المفاصل الوجيهية Facet joint injections",
    "find": "Before your injection Large print العربية Arabic oak/facet-joint-preparation-large-print-ar.pdf",
    "codes": "LW-101-OS-PRE-LP-ar LW-101",
    "text": "1",
}
HIP: Final = {
    "names": "Steroid in the hip",
    "find": "Aftercare Standard print English",
    "codes": "LW-102-OS-AFT-STA-en-GB LW-102",
}
SHEETS: Final = {"back": BACK, "facet": FACET, "hip": HIP}
TEXTS: Final = ({"warfarin", "clinic", "driving"}, {"clinical", "warfarin", "حقنه"})


@pytest.fixture(scope="module")
def scripts() -> str:
    """Read the parts of the script that know nothing of the page."""
    folder = shared("templates") / "catalogue"
    return "".join((folder / f"{name}.js").read_text("utf-8") for name in ("fold", "search"))


@pytest.fixture
def bench(page: Page, scripts: str) -> Page:
    """Load them into an empty page, with a search of three sheets."""
    page.add_script_tag(content=scripts)
    values = [[*SHEETS.values()], write_index(TEXTS)]
    page.evaluate(
        "([sheets, texts]) => { find = makeSearch(sheets.map(searched), readIndex(texts)) }", values
    )
    return page


def _found(bench: Page, typed: str) -> list[str]:
    scores: list[Any] = bench.evaluate("typed => find(typed)", typed)
    ranked = sorted(zip(scores, SHEETS, strict=True), key=lambda pair: -pair[0])
    return [name for score, name in ranked if score]


@pytest.mark.parametrize("text", FOLDED)
def test_both_languages_fold_alike(bench: Page, text: str) -> None:
    """A word is in the index as the browser looks for it."""
    assert bench.evaluate("text => fold(text)", text) == fold(text)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["back", "facet", "hip"]),
        ("LW-101-OS-PRE-LP-ar · v0.9 · 2 Nov 2024 · review Nov 2026 · Example", ["facet"]),
        ("LW-101-OS-PRE-LP-ar · الإصدار 1.0 · 2 نوفمبر 2026", ["facet"]),
        ("صفحة  1من 2    · LW-101-OS-PRE-LP-ar\u0627ﻹصد\u0627ر  2 · 1.0نوفمﱪ  · 2026", ["facet"]),
        ("\u2066LW-101-OS-PRE-LP-ar\u2069 · الإصدار 1.0", ["facet"]),
        ("Page 1 of 2 LW-102-OS-AFT-STA-en-GB · v1.0", ["hip"]),
        ("Page 1 of 2 LW-102-OS-AFT-BOO-cy · v1.0", ["back", "hip"]),
        ("aftercare, lw102", ["hip"]),
        ("LW-102 · v1.0 · 2 Nov 2026", ["back", "hip"]),
        ("LW-102, version 1.0, 2 November 2026", ["back", "hip"]),
        ("LW-102, aftercare", ["hip"]),
        ("LW-102-OS-AFT-STA-en-GB", ["hip"]),
        ("LW-102-OS-AFT-BOO-cy · v1.0 · 2 Nov 2026", ["back", "hip"]),
        ("LW-102-OS-", ["back", "hip"]),
        ("LW-1029-OS-AFT-STA-en-GB", []),
        ("lw102osaftstaengb", ["hip"]),
        ("lw102", ["back", "hip"]),
        ("LW-102 aftercare", ["hip"]),
        ("LW-10", ["back", "facet", "hip"]),
        ("aftercare", ["hip"]),
        ("large print arabic", ["facet"]),
        ("العربية", ["facet"]),
        ("facet-joint-preparation-large-print-ar.pdf", ["facet"]),
        ("nothing here", []),
    ],
)
def test_what_is_in_hand_is_found(bench: Page, typed: str, found: list[str]) -> None:
    """The line at the foot, however old, a code with and without signs, names, languages and file names."""
    assert _found(bench, typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("steriod", ["back", "hip"]),
        ("steroids", ["back", "hip"]),
        ("sterod", ["back", "hip"]),
        ("injections", ["facet", "back"]),
        ("biopsy", ["back"]),
        ("inyeccion", ["back"]),
        ("warfrin", ["back", "facet"]),
        ("hop", []),
    ],
)
def test_a_slip_and_a_plural_are_forgiven(bench: Page, typed: str, found: list[str]) -> None:
    """One letter wrong, missing or out of order, and plurals; a short word is not guessed at."""
    assert sorted(_found(bench, typed)) == sorted(found)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("clinic", ["back", "facet"]),
        ("driv", ["back"]),
        ("warfarin hip", []),
        ("الحقنه", ["facet"]),
        ("injection", ["back", "facet"]),
        ("facet steroid", []),
    ],
)
def test_words_of_the_text_are_found_last(bench: Page, typed: str, found: list[str]) -> None:
    """A whole word of the text counts more than the beginning of one, and less than a name."""
    assert _found(bench, typed) == found


def test_a_word_in_too_many_texts_is_in_all(bench: Page) -> None:
    """A word that tells no text from the others leaves every sheet that has a text."""
    texts = write_index([{"pain"}] * 21)
    scores = bench.evaluate("texts => [0, 99, -1].map(readIndex(texts).whole('pain'))", texts)

    assert scores == [True, True, False]
