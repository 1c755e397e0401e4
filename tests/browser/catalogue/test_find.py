"""Finding a sheet: search, filters, bookmarks and the back button."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

Open = Callable[..., Page]


def _titles(page: Page) -> Locator:
    return page.locator(".card:visible .card__look")


def _count(page: Page) -> Locator:
    return page.locator("#count")


def _type(page: Page, words: str) -> None:
    page.get_by_role("searchbox").fill(words)


@pytest.mark.parametrize(
    "words",
    ["cafe", "CAFÉ", "cafe\u0301", "strasse", "STRASSE", "lodz", "  strasse   CAFE ", "straße-café"],
)
def test_a_search_hears_no_accents_and_no_capitals(page: Page, site: str, words: str) -> None:
    """What is typed without accents, in capitals or with signs finds what is written with them."""
    page.goto(f"{site}index.html")

    _type(page, words)

    expect(_titles(page)).to_have_text(["Café and straße"])


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("your", "4 of 7 shown"),
        ("your hip", "1 of 7 shown"),
        ("hip knee", "0 of 7 shown"),
        ("EX-7", "3 of 7 shown"),
        ("ex7", "3 of 7 shown"),
        ("ip", "0 of 7 shown"),
        ("hi", "1 of 7 shown"),
        ("large print", "1 of 7 shown"),
        ("ركبتك", "1 of 7 shown"),
    ],
)
def test_every_word_counts(page: Page, site: str, words: str, count: str) -> None:
    """Each word narrows the search; a short one must begin a word; a reference does without its hyphen."""
    page.goto(f"{site}index.html")

    _type(page, words)

    expect(_count(page)).to_have_text(count)


def test_each_key_searches_at_once(desk: Page) -> None:
    """The list follows the typing, without a button."""
    for letter, count in zip("knee", (7, 4, 4, 4), strict=True):
        desk.get_by_role("searchbox").press(letter)
        expect(_titles(desk)).to_have_count(count)
    expect(_count(desk)).to_have_text("4 of 7 shown")


@pytest.mark.parametrize(
    ("label", "choice", "count"),
    [
        ("Clinic", "oak-street", 2),
        ("Subject", "hip", 1),
        ("Kind", "aftercare", 1),
        ("Print size", "large-print", 1),
        ("Language", "ar", 1),
    ],
)
def test_a_filter_chooses(desk: Page, label: str, choice: str, count: int) -> None:
    """Clinic, topic, variant, edition and language each narrow the list."""
    desk.get_by_label(label, exact=True).select_option(choice)

    expect(_titles(desk)).to_have_count(count)


def test_nothing_found_is_said(desk: Page) -> None:
    """An empty list says why it is empty, and one button brings everything back."""
    _type(desk, "no such words")
    expect(desk.get_by_text("No leaflet has all of these words.")).to_be_visible()

    desk.get_by_role("button", name="Clear all").click()

    expect(_count(desk)).to_have_text("All 7 shown")
    expect(desk.get_by_role("searchbox")).to_be_focused()


def test_a_topic_without_a_sheet_shows_no_heading(desk: Page) -> None:
    """Only shelves with content keep their title."""
    _type(desk, "hip")

    expect(desk.locator(".shelf__title:visible")).to_have_text(["Sore hip"])


def test_a_search_can_be_bookmarked(desk: Page, new_page: Open) -> None:
    """The address contains words and choices, and opens the same list in another window."""
    _type(desk, "knee")
    desk.get_by_label("Kind").select_option("aftercare")
    other = new_page()

    other.goto(desk.url)

    expect(_count(other)).to_have_text("1 of 7 shown")
    assert other.get_by_role("searchbox").input_value() == "knee"
    assert other.get_by_label("Kind").input_value() == "aftercare"


def test_back_undoes_one_step(desk: Page) -> None:
    """One step back undoes a choice, the next the whole word that was typed."""
    desk.get_by_role("searchbox").press_sequentially("knee")
    desk.get_by_label("Clinic", exact=True).select_option("oak-street")

    for count in ("4 of 7 shown", "All 7 shown"):
        desk.go_back()
        expect(_count(desk)).to_have_text(count)


def test_a_choice_that_is_no_more_is_left_open(page: Page, site: str) -> None:
    """An old bookmark with a removed clinic shows the rest of its choices."""
    page.goto(f"{site}index.html#q=knee&clinic=elm-avenue&nonsense=1")

    expect(_count(page)).to_have_text("4 of 7 shown")


def test_the_line_at_a_foot_finds_the_sheet_in_hand(desk: Page) -> None:
    """Pasted or typed, with a version that is no longer printed, it leaves the one sheet."""
    _type(desk, "EX-1-OS-LEA-STA-en-GB · v0.9 · 2 Nov 2024 · review Nov 2026 · Example")

    expect(_titles(desk)).to_have_text(["Your hip"])


def test_the_best_come_first_and_the_order_comes_back(desk: Page) -> None:
    """A sheet with a keyword stands before those that only have its letters in their code."""
    before = _titles(desk).all_inner_texts()
    assert before[0] == "Café and straße"

    _type(desk, "ex")
    expect(_titles(desk).first).to_have_text("Your hip")
    _type(desk, "")

    assert _titles(desk).all_inner_texts() == before
