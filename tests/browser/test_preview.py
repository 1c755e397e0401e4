"""The preview in a real browser: what an author sees between saving a file and going on."""

import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from tests.workspaces import CLINIC, TOPIC, write_workspace

ROOT: Final = Path(__file__).resolve().parents[2]
LINES: Final = 30
"""Enough for two pages."""
EACH: Final = 6
"""So many lines to a list. It has a lead, for without one it would stay with what is before it."""
PATIENCE: Final = 20_000
STATES: Final = ("sound", "broken", "refused", "words")
SHOWN: Final = "#pages[data-shown]:not([data-shown=''])"

NewPage = Callable[..., Page]
Violations = Callable[[Page], list[str]]


@dataclass(frozen=True, kw_only=True)
class Preview:
    """A preview that runs: its address, and the files it shows."""

    address: str
    root: Path

    @property
    def handout(self) -> Path:
        """The file of the one handout."""
        return self.root / "handouts" / TOPIC / "en.yaml"

    def edit(self, old: str, new: str) -> None:
        """Change the handout on disk, as an editor does that writes in place."""
        text = self.handout.read_text("utf-8")
        assert old in text
        self.handout.write_text(text.replace(old, new), "utf-8")


def _blocks() -> list[dict[str, Any]]:
    lines = [f"Line {number} of what is to be said about the knee." for number in range(LINES)]
    return [
        {"kind": "list", "id": f"lines-{start}", "lead": "To be said:", "items": lines[start : start + EACH]}
        for start in range(0, LINES, EACH)
    ]


def _second_clinic(root: Path) -> None:
    for name in ("clinic.yaml", "_brand.yml", "logo.svg"):
        text = (root / "clinics" / CLINIC / name).read_text("utf-8")
        path = root / "clinics" / "oak-street" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.replace("Elm Street", "Oak Street"), "utf-8")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Run the command, once for all tests of this file."""
    root = tmp_path_factory.mktemp("workspace")
    write_workspace(root, blocks=_blocks(), references=[])
    _second_clinic(root)
    words = [sys.executable, "generate.py", "--workspace", str(root), "preview", TOPIC, "--clinic", CLINIC]
    process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    with process:
        yield Preview(address=process.stdout.readline().strip(), root=root)
        process.send_signal(signal.SIGINT)


@pytest.fixture
def preview(running: Preview) -> Iterator[Preview]:
    """Give the preview, and leave the handout as it was."""
    before = running.handout.read_text("utf-8")
    yield running
    running.handout.write_text(before, "utf-8")


@pytest.fixture
def shown(preview: Preview, page: Page) -> Page:
    """Open the page and wait for the sheet."""
    _open(page, preview)
    return page


def _open(page: Page, preview: Preview) -> None:
    page.goto(preview.address)
    page.wait_for_selector(SHOWN, timeout=PATIENCE)


def _await_other(page: Page, before: str | None) -> None:
    """Wait until other pages than before were painted."""
    expect(page.locator("#pages")).not_to_have_attribute("data-shown", before or "", timeout=PATIENCE)


def _id(page: Page) -> str | None:
    return page.get_attribute("#pages", "data-shown")


def _scroll(page: Page) -> tuple[float, float]:
    """Return how far the stage is scrolled, and where the second page is on the screen."""
    top = page.evaluate("document.querySelector('#stage').scrollTop")
    box = page.locator(".page").nth(1).bounding_box()
    assert box
    return round(float(top)), round(box["y"])


def test_the_sheet_is_shown(shown: Page) -> None:
    """The pages of the sheet are there, each a picture with this screen's own pixels."""
    pictures = shown.locator(".page__picture")

    assert pictures.count() == 2
    assert shown.title().endswith("Looking after a sore knee – preview")
    assert shown.evaluate("[...document.images].map((one) => one.naturalWidth / one.width)") == [1, 1]


def test_a_dense_screen_gets_dense_pictures(preview: Preview, new_page: NewPage) -> None:
    """On a screen with two pixels for one the pictures have them."""
    page = new_page(device_scale_factor=2)
    _open(page, preview)

    assert page.evaluate("document.images[0].naturalWidth / document.images[0].width") == 2


def test_an_edit_keeps_the_page_and_the_place_on_it(preview: Preview, shown: Page) -> None:
    """A viewer of the second page stays at the same place of it."""
    shown.locator("#stage").hover()
    shown.mouse.wheel(0, 900)
    shown.wait_for_timeout(200)
    before, was = _scroll(shown), _id(shown)

    preview.edit("Line 9 of", "Nine lines, and this is the last of")
    _await_other(shown, was)

    assert before[0] == 900
    assert _scroll(shown) == before


def test_loading_the_page_again_keeps_the_place(shown: Page) -> None:
    """After the browser's own reload the same place is shown again."""
    shown.locator("#stage").hover()
    shown.mouse.wheel(0, 700)
    shown.wait_for_timeout(200)
    before = _scroll(shown)

    shown.reload()
    shown.wait_for_selector(SHOWN)

    assert _scroll(shown) == before


def test_an_error_is_shown_over_the_last_page_and_cleared(preview: Preview, shown: Page) -> None:
    """A broken file leaves its last pages, paler, and shows what to correct; then all is as before."""
    was = _id(shown)
    preview.edit("summary:", "sumary:")
    error = shown.locator(".finding", has_text="did you mean 'summary'?")
    expect(error).to_be_visible(timeout=PATIENCE)

    assert error.locator(".finding__place").inner_text() == f"handouts/{TOPIC}/en.yaml:2"
    assert error.locator(".finding__point").inner_text() == "sumary:"
    assert (_id(shown), shown.locator(".page__picture").count()) == (was, 2)
    expect(shown.locator("#note")).to_contain_text("from before the last change")
    expect(shown.locator("#pages")).to_have_class(re.compile("pages--old"))

    preview.edit("sumary:", "summary:")
    expect(error).to_have_count(0, timeout=PATIENCE)
    expect(shown.locator("#note")).to_be_hidden()
    expect(shown.locator("#pages")).not_to_have_class(re.compile("pages--old"))


def test_what_is_to_be_written_is_shown_as_code(preview: Preview, shown: Page) -> None:
    """A hint quotes it between backticks, which nobody is to copy."""
    preview.edit("reference:", "# reference:")
    hint = shown.locator(".finding", has_text="'reference' is missing").locator(".finding__hint")
    expect(hint.locator("code")).to_have_text("reference:", timeout=PATIENCE)

    assert "`" not in hint.inner_text()
    preview.edit("# reference:", "reference:")


def test_a_click_copies_the_place(preview: Preview, new_page: NewPage) -> None:
    """The place of a finding goes to the clipboard, for whatever editor there is."""
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    _open(page, preview)
    preview.edit("funding:", "fundin:")
    finding = page.locator(".finding", has_text="did you mean")

    finding.get_by_role("button", name="Copy").click()

    expect(finding.locator(".finding__copied", has_text="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == finding.get_by_role("link").inner_text()


def test_a_finding_is_a_link_to_its_line(preview: Preview, shown: Page, violations: Violations) -> None:
    """Without an editor named, the place of a finding opens the file, with its line marked and in view."""
    preview.edit("funding:", "fundin:")
    link = shown.locator(".finding", has_text="did you mean").get_by_role("link")
    number = link.inner_text().rpartition(":")[2]
    with shown.context.expect_page() as opened:
        link.click()
    line = opened.value.locator(f"#L{number}")

    assert line.evaluate("line => line.matches(':target') && line.innerText.trim()").startswith("fundin:")
    expect(line).to_be_in_viewport()
    assert violations(opened.value) == []


def test_the_clinic_can_be_turned(shown: Page) -> None:
    """Another clinic's sheet is shown and is in the address, so that a reload shows it again."""
    was = _id(shown)
    shown.get_by_label("Clinic", exact=True).select_option(label="Oak Street Practice")
    _await_other(shown, was)
    other = _id(shown)

    assert "clinic=oak-street" in shown.url
    shown.reload()
    shown.wait_for_selector(SHOWN)
    assert _id(shown) == other


@pytest.mark.parametrize(
    ("part", "choice", "says"),
    [("Variant", "aftercare", "variant=aftercare"), ("Edition", "large-print", "edition=large-print")],
)
def test_variant_and_edition_can_be_turned(shown: Page, part: str, choice: str, says: str) -> None:
    """Another variant or edition of the sheet is shown."""
    was = _id(shown)
    shown.get_by_label(part, exact=True).select_option(choice)
    _await_other(shown, was)

    assert says in shown.url


def test_the_words_can_be_read(shown: Page) -> None:
    """What the pages say is there as text, with the headings of the sheet."""
    shown.get_by_label("Words").check()
    words = shown.frame_locator("#words")

    expect(words.get_by_role("heading", level=1)).to_have_text("Looking after a sore knee")
    expect(words.get_by_role("listitem").filter(has_text="Line 7 of")).to_be_visible()
    expect(words.get_by_role("img", name="Elm Street Practice")).to_be_visible()


def test_keys_turn_pages_and_size(shown: Page) -> None:
    """With the focus on the pages, keys go from page to page and set the size."""
    shown.locator("#stage").focus()
    shown.keyboard.press("n")
    box = shown.locator(".page").nth(1).bounding_box()
    stage = shown.locator("#stage").bounding_box()

    assert box
    assert stage
    assert box["y"] == pytest.approx(stage["y"], abs=2)

    shown.keyboard.press("+")
    assert shown.locator("#size").input_value() == "1.5"
    shown.keyboard.press("0")
    assert shown.locator("#size").input_value() == "fit"


@pytest.mark.parametrize("look", [(scheme, state) for scheme in ("light", "dark") for state in STATES])
def test_axe_finds_nothing(
    preview: Preview, new_page: NewPage, violations: Violations, look: tuple[str, str]
) -> None:
    """No page of the preview has a fault that axe-core knows, in the light and in the dark."""
    scheme, state = look
    page = new_page(color_scheme=scheme)
    _open(page, preview)
    if state == "broken":
        preview.edit("summary:", "sumary:")
        page.locator(".finding").first.wait_for()
    if state == "refused":
        preview.edit("Line 3 of", f"{'W' * 200} Line 3 of")
        page.get_by_text("A build would not write this sheet").wait_for()
    if state == "words":
        page.get_by_label("Words").check()
        page.frame_locator("#words").get_by_role("heading", level=1).wait_for()

    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 768, 1280, 2560])
def test_nothing_runs_over_the_side(preview: Preview, new_page: NewPage, width: int) -> None:
    """From 320 pixels to a wide screen, nothing is wider than the window."""
    page = new_page(viewport={"width": width, "height": 800})
    _open(page, preview)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_screen_reader_gets_it(preview: Preview, shown: Page) -> None:
    """What became of a change is announced, in one line."""
    preview.edit("summary:", "sumary:")
    expect(shown.get_by_role("status").filter(has_text="Not rebuilt, 1 error")).to_be_attached(
        timeout=PATIENCE
    )

    preview.edit("sumary:", "summary:")
    expect(shown.get_by_role("status").filter(has_text="2 pages")).to_be_attached(timeout=PATIENCE)
