"""Looking at a sheet large, by mouse, keyboard and bookmark."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

SHEET = "oak-street/hip-leaflet-standard-en-GB"


@pytest.fixture
def preview(page: Page, site: str) -> Page:
    """Look at the hip sheet, as a bookmark does."""
    page.goto(f"{site}index.html#sheet={SHEET}")
    expect(page.get_by_role("dialog")).to_be_visible()
    return page


def _frame(page: Page) -> str:
    return str(page.locator("dialog iframe").get_attribute("src"))


@pytest.mark.parametrize("part", [".card__stage", ".card__look"])
def test_a_picture_and_a_title_open_the_preview(desk: Page, part: str) -> None:
    """A click on either shows the whole PDF large, under the title of the sheet."""
    desk.get_by_role("searchbox").fill("hip")

    desk.locator(f"{part}:visible").click(force=True)

    expect(desk.get_by_role("dialog", name="Your hip")).to_be_visible()
    assert _frame(desk).startswith(f"{SHEET}.pdf#")


def test_every_page_can_be_seen(page: Page, output: Path) -> None:
    """The browser's own viewer shows the file, so each of its pages is there."""
    with page.expect_event("framenavigated", lambda frame: frame.url.startswith("chrome-extension:")):
        page.goto(f"{output.as_uri()}/index.html#sheet={SHEET}")

    (viewer,) = (frame for frame in page.frames if frame.url.startswith("chrome-extension:"))
    expect(viewer.locator("viewer-page-selector")).to_contain_text("2")


def test_three_clicks_find_look_and_print(new_page: Open, site: str) -> None:
    """One click on a choice, one on a picture, one on Print: the sheet is at the printer."""
    page = new_page()
    page.context.add_init_script(
        "window.print = () => { top.document.documentElement.dataset.printed = location.pathname }"
    )
    page.goto(f"{site}index.html")

    page.get_by_label("Subject").select_option("hip")
    page.locator(".card__stage:visible").click(force=True)
    page.get_by_role("dialog").get_by_role("button", name="Print").click()

    expect(page.locator("html")).to_have_attribute("data-printed", f"/{SHEET}.pdf")


def test_the_preview_tells_what_the_card_tells(preview: Page) -> None:
    """What is known about a sheet is also shown beside its pages."""
    told = preview.get_by_role("dialog").inner_text()

    assert all(words in told for words in ("2\u00a0pages", "A4", "EX-1-OS-LEA-STA-en-GB", "Review due"))


def test_print_has_the_focus(preview: Page) -> None:
    """After the preview is opened by keyboard, the next key prints."""
    expect(preview.get_by_role("dialog").get_by_role("button", name="Print")).to_be_focused()


def test_a_keyboard_opens_and_leaves_the_preview(desk: Page) -> None:
    """Enter on a title opens the preview, Escape leaves it, and the focus is back on the title."""
    title = desk.get_by_role("link", name="Your hip", exact=True)
    title.focus()

    desk.keyboard.press("Enter")
    expect(desk.get_by_role("dialog")).to_be_visible()
    desk.keyboard.press("Escape")

    expect(desk.get_by_role("dialog")).to_be_hidden()
    expect(title).to_be_focused()


@pytest.mark.parametrize("way", ["Close", "back", "beside"])
def test_the_preview_is_left_and_the_search_stays(desk: Page, way: str) -> None:
    """The button, the back button and a click beside the preview lead back to the same list."""
    desk.get_by_role("searchbox").fill("hip")
    desk.locator(".card__look:visible").click()

    match way:
        case "Close":
            desk.get_by_role("button", name="Close").click()
        case "back":
            desk.go_back()
        case _:
            desk.mouse.click(4, 4)

    expect(desk.get_by_role("dialog")).to_be_hidden()
    expect(desk).to_have_url(re.compile("#q=hip$"))
    assert desk.inner_text("#count") == "1 of 7 shown"


def test_a_preview_can_be_bookmarked(preview: Page, site: str) -> None:
    """The address of a preview opens it again; left, it leaves the whole list."""
    preview.get_by_role("button", name="Close").click()

    expect(preview.get_by_role("dialog")).to_be_hidden()
    assert preview.inner_text("#count") == "All 7 shown"
    expect(preview).to_have_url(f"{site}index.html")


def test_without_a_viewer_the_first_page_is_shown(new_page: Open, site: str) -> None:
    """A browser that shows no PDF inside a page shows the picture, and says how to see the rest."""
    page = new_page()
    page.add_init_script("Object.defineProperty(navigator, 'pdfViewerEnabled', { get: () => false })")

    page.goto(f"{site}index.html#sheet={SHEET}")

    expect(page.get_by_text("Open it to see every page.")).to_be_visible()
    assert page.locator("dialog iframe").count() == 0
    assert (
        page.locator("dialog img").evaluate("image => image.decode().then(() => image.naturalWidth)") == 480
    )


def test_a_link_opened_on_purpose_is_left_alone(desk: Page) -> None:
    """With Control held, a title opens the PDF in a new tab, as links do."""
    with desk.context.expect_page() as opened:
        desk.get_by_role("link", name="Your hip", exact=True).click(modifiers=["Control"])

    opened.value.wait_for_url("**/hip-leaflet-standard-en-GB.pdf")
    assert desk.get_by_role("dialog").count() == 0
