"""The catalogue for everybody: screen readers, small screens, the dark, no scripts, paper, hostile words."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

Open = Callable[..., Page]
Violations = Callable[[Page], list[str]]

SMALL = {"width": 320, "height": 640}
STATES = (
    "index.html",
    "elm-street/index.html",
    "index.html#q=nothing+like+it",
    "index.html#q=hip&sheet=oak-street/hip-leaflet-standard-en-GB",
)
OUTLINED = """() => [null, "::after"]
  .map((part) => getComputedStyle(document.activeElement, part))
  .some((style) => style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2)"""
INTRUDER = """() => {
  const script = document.createElement("script");
  try { script.text = "window.harmed = 1"; document.body.append(script); }
  catch (fault) { return fault.name; }
}"""
CONTROLS = ("input", "select", "button", ".action", ".clinics__link")
PAGES = ("index.html", "elm-street/index.html")


@pytest.fixture
def shown(new_page: Open, violations: Violations) -> Callable[..., list[str]]:
    """Open an address and let axe-core judge the page; takes the options of a browser context."""

    def show(address: str, **look: Any) -> list[str]:
        page = new_page(**look)
        page.goto(address)
        return violations(page)

    return show


@pytest.mark.parametrize("look", [{"color_scheme": "light"}, {"color_scheme": "dark", "viewport": SMALL}])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(
    site: str, shown: Callable[..., list[str]], state: str, look: dict[str, Any]
) -> None:
    """axe-core finds no violation: not on the lists, not on an empty one, not in the preview."""
    assert shown(f"{site}{state}", **look) == []


def test_axe_finds_nothing_in_what_was_printed(page: Page, site: str, violations: Violations) -> None:
    """The list of sheets that were printed last is as accessible as the rest."""
    page.goto(f"{site}index.html")
    printed = '["oak-street/hip-leaflet-standard-en-GB"]'
    page.evaluate("printed => localStorage.setItem('leafwright-printed /index.html', printed)", printed)
    page.reload()
    expect(page.get_by_role("region", name="Recently printed")).to_be_visible()

    assert violations(page) == []


def test_no_heading_is_empty_and_the_icon_has_no_spaces(page: Page, site: str) -> None:
    """Also the headings of what is still hidden, and an address is one without spaces."""
    page.goto(f"{site}index.html")

    assert "" not in [text.strip() for text in page.locator("h1, h2, h3").all_text_contents()]
    assert " " not in str(page.locator("link[rel=icon]").get_attribute("href"))


def test_a_title_with_the_focus_has_a_line_around_its_words(page: Page, site: str) -> None:
    """The picture has one, too, but on a large card it may be out of sight."""
    page.goto(f"{site}index.html#q=hip")
    page.keyboard.press("/")
    page.keyboard.press("Shift+Tab")
    page.locator(".card__look:visible").focus()

    style = page.locator(".card__look:visible").evaluate("title => getComputedStyle(title).outlineStyle")
    assert style == "solid"


@pytest.mark.parametrize("width", [320, 375, 768, 1280, 2560])
def test_no_width_scrolls_sideways(new_page: Open, site: str, width: int) -> None:
    """From the smallest phone to a wide screen, nothing sticks out."""
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(f"{site}index.html")

    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_large_letters_stick_out_nowhere(new_page: Open, site: str) -> None:
    """With letters twice as large on a small screen there is still no scrolling sideways."""
    page = new_page(viewport={"width": 640, "height": 800})
    page.goto(f"{site}index.html")
    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_finger_hits_every_control(new_page: Open, site: str) -> None:
    """Each control is at least 24 pixels high and wide, as WCAG 2.2 asks (2.5.8)."""
    page = new_page(viewport=SMALL)
    page.goto(f"{site}index.html")

    controls = page.locator(", ".join(f"{part}:visible" for part in CONTROLS))
    boxes = [box for control in controls.all() if (box := control.bounding_box())]
    assert len(boxes) > 20
    assert min(min(box["width"], box["height"]) for box in boxes) >= 24


def test_the_number_found_is_reported(page: Page, site: str) -> None:
    """The count is a live region that belongs to what was typed."""
    page.goto(f"{site}index.html")
    page.get_by_role("searchbox").fill("hip")

    expect(page.get_by_role("status").first).to_have_text("1 of 7 shown")


def test_a_slash_leads_to_the_search(page: Page, site: str) -> None:
    """From anywhere on the page, one key goes to the search; in the search it is an ordinary character."""
    page.goto(f"{site}index.html")

    page.keyboard.press("/")
    page.keyboard.type("a/b")

    expect(page.get_by_role("searchbox")).to_have_value("a/b")


def test_the_first_key_skips_to_the_sheets(page: Page, site: str) -> None:
    """The first stop of the tabulator leads past the search, and what was searched for stays."""
    page.goto(f"{site}index.html#q=hip")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the leaflets")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.get_by_role("link", name="Your hip", exact=True)).to_be_focused()
    assert page.inner_text("#count") == "1 of 7 shown"


def test_a_card_has_one_stop_for_picture_and_title(page: Page, site: str) -> None:
    """A keyboard passes the title, then Print and what else can be done with the sheet."""
    page.goto(f"{site}index.html#q=hip")
    page.locator(".card:visible .card__look").focus()
    stops = []
    for _ in range(7):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.textContent"))

    assert stops[:4] == ["Print", "Open", "Download", "Web page"]
    assert stops[4:] == ["Copy text", "Copy message", "Copy code"]


def test_what_has_the_focus_is_seen(page: Page, site: str) -> None:
    """Each control draws a line around itself, or around its picture, when a keyboard reaches it."""
    page.goto(f"{site}index.html")
    seen = set()
    for _ in range(12):
        page.keyboard.press("Tab")
        seen.add(page.evaluate(OUTLINED))

    assert seen == {True}


def test_an_overdue_review_is_said(new_page: Open, site: str) -> None:
    """A sheet whose review is past says so in words, on the day that the browser has."""
    page = new_page()
    page.clock.set_fixed_time("2026-11-01T12:00:00")

    page.goto(f"{site}index.html")

    assert page.locator(".card:has-text('Review overdue') .card__look").all_inner_texts() == ["Your hip"]


def test_on_its_day_a_review_is_not_overdue(new_page: Open, site: str) -> None:
    """The day that a review is due on is not past."""
    page = new_page()
    page.clock.set_fixed_time("2026-10-31T23:00:00")

    page.goto(f"{site}index.html")

    assert page.locator(".card:has-text('Review overdue')").count() == 0


def test_an_example_is_said_to_be_one(page: Page, site: str) -> None:
    """A sheet that is only an example says so in words, on its card."""
    page.goto(f"{site}index.html")

    assert page.locator(".card:has-text('Example, not approved')").count() == 3


def test_another_script_keeps_its_direction(page: Page, site: str) -> None:
    """An Arabic title and the name of its language are marked as Arabic and run from the right."""
    page.goto(f"{site}index.html#language=ar")

    for words in ("ركبتك", "العربية"):
        part = page.locator(".card:visible").get_by_text(words, exact=True)
        assert part.evaluate("part => [part.lang, getComputedStyle(part).direction]") == ["ar", "rtl"]


def test_without_scripts_there_is_the_whole_list(new_page: Open, site: str, output: Path) -> None:
    """Without scripts every sheet is listed with links that work, and no control that would not answer."""
    page = new_page(java_script_enabled=False)
    page.goto(f"{site}index.html")

    links = [str(link.get_attribute("href")) for link in page.locator(".card__look").all()]
    assert len(links) == 7
    assert all((output / link).is_file() for link in links)
    assert page.locator("form:visible, button:visible").count() == 0


def test_hostile_words_stay_words(page: Page, site: str) -> None:
    """A title that tries to be a script is shown as it was written, everywhere, and does nothing."""
    page.goto(f"{site}index.html#q=harmed")

    (title,) = page.locator(".card:visible .card__look").all_inner_texts()
    page.locator(".card__look:visible").click()
    page.get_by_role("dialog").get_by_role("button", name="Copy code").click()

    assert title.startswith("</script><script>window.harmed = 1</script><img src=x")
    assert page.evaluate("window.harmed") is None
    assert page.locator("img[src=x]").count() == 0


@pytest.mark.parametrize("name", PAGES)
def test_the_policy_lets_no_other_script_in(output: Path, name: str) -> None:
    """The policy names the digests of the page's own scripts and styles, and allows nothing besides."""
    text = (output / name).read_text("utf-8")
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', text)

    assert "default-src &#39;none&#39;" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_a_script_from_elsewhere_does_not_run(browser: Browser, site: str) -> None:
    """A script that is put into the page is refused by the browser."""
    with browser.new_page() as page:
        page.goto(f"{site}index.html")

        refused = page.evaluate(INTRUDER)

        assert refused == "TypeError"
        assert page.evaluate("window.harmed") is None


def test_on_paper_it_is_a_list(page: Page, site: str) -> None:
    """Printed, the page lists what is shown, without pictures and controls, in the colours of paper."""
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"{site}index.html#q=hip")

    assert page.locator(".card__look:visible").all_inner_texts() == ["Your hip"]
    assert page.locator("img:visible, form:visible, button:visible, .action:visible").count() == 0
    assert page.evaluate("getComputedStyle(document.documentElement).color") == "rgb(23, 33, 39)"


def test_nothing_moves_for_who_does_not_want_it(new_page: Open, site: str) -> None:
    """Asked to reduce motion, the page has no transition and no animation."""
    page = new_page(reduced_motion="reduce")
    page.goto(f"{site}index.html")

    moving = "all => all.map((part) => getComputedStyle(part)).filter((style) =>"
    assert (
        page.locator("*").evaluate_all(
            f"{moving} parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none').length"
        )
        == 0
    )
