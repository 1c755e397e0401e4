"""Printing a sheet, opening it and copying its code, from a server and from a shared drive."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from leafwright.catalogue import write_catalogue
from leafwright.library import load_library
from leafwright.manifest import read_output
from leafwright.sheet import SheetKey
from tests.catalogues import content_of, entry_of, leave_sheets, make_paper
from tests.workspaces import CLINIC, write_workspace

Open = Callable[..., Page]

STANDARD = {"edition": "standard", "language": "en-GB"}
TEXT = "oak-street/web/hip-leaflet-en-GB.txt"
SHEET = "oak-street/hip-leaflet-standard-en-GB.pdf"
PRINTED = "window.print = () => { top.document.documentElement.dataset.printed = location.pathname }"


def test_print_prints_the_sheet(new_page: Open, site: str) -> None:
    """From a server, Print opens the print of the PDF itself, without leaving the page."""
    page = new_page()
    page.context.add_init_script(PRINTED)
    page.goto(f"{site}index.html#q=hip")

    page.get_by_role("button", name="Print Your hip").click()

    expect(page.locator("html")).to_have_attribute(
        "data-printed", "/oak-street/hip-leaflet-standard-en-GB.pdf"
    )
    assert len(page.context.pages) == 1


def test_print_opens_what_it_may_not_reach_into(page: Page, output: Path) -> None:
    """On a shared drive, where one file may not print another, Print opens the PDF and says what to do."""
    page.goto(f"{output.as_uri()}/index.html#q=hip")

    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Print Your hip").click()

    assert opened.value.url.endswith(f"/{SHEET}")
    expect(page.get_by_role("status").last).to_have_text(
        "The leaflet is open in a new tab. Print it from there."
    )


def test_print_opens_where_printing_is_refused(new_page: Open, site: str) -> None:
    """Where the browser refuses to print a frame, Print opens the PDF as well."""
    page = new_page()
    page.context.add_init_script("window.print = () => { throw new DOMException('no', 'SecurityError') }")
    page.goto(f"{site}index.html#q=hip")

    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Print Your hip").click()

    assert opened.value.url.endswith("/hip-leaflet-standard-en-GB.pdf")


def test_the_sheet_to_fill_in_is_opened(page: Page, tmp_path: Path) -> None:
    """A sheet has a button for its form, which opens in another tab; the form itself has none."""
    paper = make_paper()
    sheet = entry_of(paper, SheetKey(clinic=CLINIC, topic="knee", variant="leaflet", **STANDARD))
    form = replace(sheet, edition="fillable", conformance=("PDF/UA-1",))
    leave_sheets(tmp_path / "output", [sheet, form], paper)
    workspace = write_workspace(tmp_path / "workspace")
    write_catalogue(load_library(workspace), read_output(tmp_path / "output"))
    page.goto(f"{(tmp_path / 'output').as_uri()}/index.html")

    with page.context.expect_page() as opened:
        page.get_by_role("link", name="To fill in on a screen: ").click()

    assert opened.value.url.endswith(f"/{form.key.path}")


@pytest.mark.parametrize("action", ["Open", "Download"])
def test_open_and_download_are_links(desk: Page, output: Path, action: str) -> None:
    """Open and Download lead to the sheet, as any link does."""
    link = desk.get_by_role("link", name=f"{action} Your hip")

    assert (output / str(link.get_attribute("href"))).is_file()
    assert (link.get_attribute("download") is not None) is (action == "Download")


def test_the_code_is_copied(new_page: Open, site: str) -> None:
    """Copy code puts the line at the foot of the sheet on the clipboard, and says so."""
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{site}index.html#q=hip")

    page.get_by_role("button", name="Copy code").locator("visible=true").click()

    expect(page.locator("#announcement")).to_have_text("Copied: EX-1, version 1.0, 2 November 2026")
    assert page.evaluate("navigator.clipboard.readText()") == "EX-1, version 1.0, 2 November 2026"


def test_the_code_is_copied_without_a_clipboard(new_page: Open, site: str) -> None:
    """Where browsers keep the clipboard back, the code is copied the old way and the focus stays."""
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script("Object.defineProperty(Clipboard.prototype, 'writeText', { value: undefined })")
    page.goto(f"{site}index.html#q=hip")

    page.get_by_role("button", name="Copy code").locator("visible=true").click()

    expect(page.locator("#announcement")).to_have_text("Copied: EX-1, version 1.0, 2 November 2026")
    assert page.evaluate("navigator.clipboard.readText()") == "EX-1, version 1.0, 2 November 2026"
    expect(page.get_by_role("button", name="Copy code").locator("visible=true")).to_be_focused()


def test_a_code_that_cannot_be_copied_is_shown(new_page: Open, site: str) -> None:
    """Where nothing may be copied at all, the code is shown to be copied by hand."""
    page = new_page()
    page.add_init_script(
        "Object.defineProperty(Clipboard.prototype, 'writeText', { value: undefined });"
        "document.execCommand = () => false"
    )
    page.goto(f"{site}index.html#q=hip")

    page.get_by_role("button", name="Copy code").locator("visible=true").click()

    expect(page.locator("#announcement")).to_have_text(
        "Copy this by hand: EX-1, version 1.0, 2 November 2026"
    )


def test_text_and_message_are_copied(new_page: Open, site: str) -> None:
    """Copy text puts the plain text of the sheet on the clipboard, Copy message the short message."""
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{site}index.html#q=hip")

    page.get_by_role("button", name="Copy text Your hip").press("Enter")
    expect(page.locator("#announcement")).to_have_text("Copied: Your hip")
    assert page.evaluate("navigator.clipboard.readText()") == content_of(TEXT).decode()

    page.get_by_role("button", name="Copy message Your hip").press("Enter")
    expect(page.locator("#announcement")).to_have_text("Copied: Your hip 01632 960 301")
    assert page.evaluate("navigator.clipboard.readText()") == "Your hip\n01632 960 301"


def test_on_a_shared_drive_the_text_is_opened_to_be_copied(desk: Page, output: Path) -> None:
    """There one file may not read another; the web page is a link, in the preview too."""
    desk.goto(f"{output.as_uri()}/index.html#q=hip")
    page = desk.get_by_role("link", name="Web page Your hip")
    assert (output / str(page.get_attribute("href"))).is_file()

    with desk.context.expect_page() as opened:
        desk.get_by_role("button", name="Copy text Your hip").click()

    assert opened.value.url.endswith(f"/{TEXT}")
    expect(desk.locator("#announcement")).to_have_text("The text is open in a new tab. Copy it from there.")
    desk.get_by_role("link", name="Your hip", exact=True).click()
    expect(desk.get_by_role("dialog").get_by_role("link", name="Web page Your hip")).to_be_visible()


def test_what_was_printed_last_is_listed_first(new_page: Open, site: str) -> None:
    """Each sheet that was printed is listed once, the last one first, until a search begins."""
    page = new_page()
    page.context.add_init_script(PRINTED)
    page.goto(f"{site}index.html")
    for words in ("cafe", "hip", "cafe"):
        page.get_by_role("searchbox").fill(words)
        page.locator(".card [data-action=print]:visible").click()
    links = page.get_by_role("region", name="Recently printed").get_by_role("link")
    expect(links).to_have_count(0)
    page.get_by_role("searchbox").fill("")

    expect(links).to_have_text(["Café and straße", "Your hip"])
    page.reload()
    links.last.click()
    expect(page.get_by_role("dialog", name="Your hip")).to_be_visible()


def test_what_was_printed_is_kept_here_and_can_be_forgotten(new_page: Open, site: str) -> None:
    """Only names of sheets are kept, by this browser and for this page, and one button removes them."""
    page = new_page()
    page.context.add_init_script(PRINTED)
    page.goto(f"{site}index.html")
    page.locator(".card [data-action=print]:visible").first.click()
    kept = page.evaluate("Object.entries(localStorage)")
    assert kept == [["leafwright-printed /index.html", '["elm-street/cafe-leaflet-standard-en-GB"]']]

    page.get_by_role("button", name="Clear this list").click()

    expect(page.get_by_role("region", name="Recently printed")).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0


def test_a_browser_that_keeps_nothing_prints(new_page: Open, site: str) -> None:
    """Where the browser refuses to keep anything, sheets are printed as ever."""
    page = new_page()
    page.context.add_init_script(
        f"{PRINTED}; Storage.prototype.setItem = () => {{ throw new DOMException('no', 'SecurityError') }}"
    )
    page.goto(f"{site}index.html#q=hip")

    page.get_by_role("button", name="Print Your hip").click()

    expect(page.locator("html")).to_have_attribute("data-printed", f"/{SHEET}")


def test_a_pack_is_printed_as_one_file(new_page: Open, site: str) -> None:
    """From a server, Print opens the print of all its sheets; a search hides it."""
    page = new_page()
    page.context.add_init_script(PRINTED)
    page.goto(f"{site}index.html")

    page.get_by_role("button", name="Print All of a knee").click()

    expect(page.locator("html")).to_have_attribute("data-printed", "/elm-street/knees_pack.pdf")
    page.get_by_role("searchbox").fill("hip")
    expect(page.get_by_role("region", name="Packs to print in one go")).to_be_hidden()
