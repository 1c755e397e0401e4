"""Web pages of sheets in a browser: on any screen, in the light and in the dark, for every reader."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Final

import pytest
from playwright.sync_api import Page

from leafwright.build.products import make_products
from leafwright.build.requested import list_requested, list_siblings
from leafwright.build.selection import Selection
from leafwright.model.prints import WebForm
from leafwright.sheet import make_sheet
from leafwright.web import ScreenInputs
from tests.web.conftest import Made
from tests.workspaces import read_examples

NewPage = Callable[..., Page]
Violations = Callable[[Page], list[str]]

TOPIC: Final = "facet-joint-injections"
SHOWN: Final = {
    "leaflet": f"harbour-row/web/{TOPIC}-leaflet-en-GB.html",
    "comparison": f"cedar-hollow/web/{TOPIC}-comparison-en-US.html",
    "aftercare from the right": f"harbour-row/web/{TOPIC}-aftercare-ar.html",
    "leaflet in two languages": f"cedar-hollow/web/{TOPIC}-leaflet-es_bilingual.html",
}
HOST: Final = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A hospital</title>'
    '<meta name="viewport" content="width=device-width"><style>body {{ line-height: 1.6 }}</style></head>'
    "<body><main>{}</main></body></html>"
)
"""A page of a content system, with a fragment in it and hardly a style."""
WIDTHS: Final = (320, 390, 768, 1280)
WIDER: Final = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
"""How much a reader would have to scroll sideways."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Make the pages, and return their addresses."""
    folder = tmp_path_factory.mktemp("pages")
    _make_pages(folder, "single")
    return {name: (folder / path).as_uri() for name, path in SHOWN.items()}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """Make the pages with files beside them and the fragments within a page; yields folder and address."""
    folder = tmp_path_factory.mktemp("served")
    _make_pages(folder / "linked", "linked")
    _make_pages(folder / "fragment", "fragment")
    for path in SHOWN.values():
        written = folder / "fragment" / path
        written.write_text(HOST.format(written.read_text("ascii")), "ascii")
    (folder / "favicon.ico").write_bytes(b"")  # a browser asks for it by itself
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield folder, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def _make_pages(folder: Path, form: WebForm) -> None:
    library = read_examples()
    siblings, wanted = list_siblings(library), set(SHOWN.values())
    for inputs in list_requested(library, Selection(topics=(TOPIC,))):
        beside = siblings.beside(inputs.key)
        if beside and inputs.key.product(".html", beside=inputs.beside is not None) in wanted:
            screens = ScreenInputs(workspace=library.workspace, siblings=beside, form=form)
            _write(folder, make_products(make_sheet(inputs), screens))


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_every_screen_and_reader(
    pages: Mapping[str, str], new_page: NewPage, violations: Violations, scheme: str
) -> None:
    """Nobody scrolls sideways from a small phone to a desk, and axe-core finds nothing in light and dark."""
    page = new_page(color_scheme=scheme)
    for name, address in pages.items():
        page.goto(address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(WIDER) == 0, (name, width)
        assert violations(page) == [], name


def test_files_beside_it_are_loaded(
    served: tuple[Path, str], new_page: NewPage, violations: Violations
) -> None:
    """A linked page gets its pictures and fonts from the folder beside it, as its policy says."""
    page, (_, address) = new_page(), served
    page.goto(f"{address}/linked/{SHOWN['leaflet']}")
    loaded = page.evaluate("document.fonts.ready.then(all => [...all].some(face => face.status == 'loaded'))")
    widths = page.eval_on_selector_all("img", "all => all.map(picture => picture.naturalWidth)")

    assert loaded
    assert widths
    assert all(widths)
    assert violations(page) == []


def test_a_fragment_fits_a_page_of_a_content_system(
    served: tuple[Path, str], new_page: NewPage, violations: Violations
) -> None:
    """One that styles hardly anything shows it whole, and axe-core finds nothing."""
    page, (_, address) = new_page(), served
    for name, path in SHOWN.items():
        page.goto(f"{address}/fragment/{path}")
        assert page.locator("article h1").count() == 1, name
        assert violations(page) == [], name


def test_text_can_be_four_times_as_large(pages: Mapping[str, str], new_page: NewPage) -> None:
    """At 400% a window of 1,280 pixels has the room of 320, and text alone may grow too."""
    page = new_page(viewport={"width": 320, "height": 256}, device_scale_factor=4)
    for address in pages.values():
        page.goto(address)
        assert page.evaluate(WIDER) == 0


@pytest.mark.parametrize("options", [{"forced_colors": "active"}, {"reduced_motion": "reduce"}], ids=str)
def test_a_reader_s_own_settings_hold(
    pages: Mapping[str, str], new_page: NewPage, options: dict[str, Any]
) -> None:
    """In forced colours figures still differ and the emergency has a frame; nothing moves if asked not to."""
    page = new_page(**options)
    page.goto(pages["leaflet"])
    style = "(name, what, part) => getComputedStyle(document.querySelector(name), part)[what]"
    read = f"([name, what]) => ({style})(name, what)"

    if "forced_colors" in options:
        affected = page.evaluate(read, [".array__figures path[stroke=currentColor]", "stroke"])
        assert affected != page.evaluate(read, [".array__figures path:not([stroke=currentColor])", "stroke"])
        assert page.evaluate(read, [".warning--emergency", "borderTopStyle"]) == "solid"
    else:
        assert page.evaluate(read, ["html", "scrollBehavior"]) == "auto"


def test_without_scripts_all_of_it_works(pages: Mapping[str, str], new_page: NewPage) -> None:
    """The contents lead to sections, markers to sources and back, and a field keeps what is written."""
    page = new_page(java_script_enabled=False)
    page.goto(pages["leaflet"])
    page.locator(".contents__link").nth(1).click()
    assert "#" in page.url
    page.locator(".marker").first.click()
    assert page.url.endswith("#source-1")
    page.locator(".sources__back").first.click()
    assert page.url.endswith("#cited-1-1")
    page.locator("textarea").first.fill("Will it hurt?")
    assert page.locator("textarea").first.input_value() == "Will it hurt?"


def test_a_comparison_is_a_table_or_cards(pages: Mapping[str, str], new_page: NewPage) -> None:
    """On a desk it has columns; on a phone each answer says which option it is about."""
    page = new_page()
    page.goto(pages["comparison"])
    cells = page.locator(".comparison__row").first.locator("td")
    tops = {round(cells.nth(index).bounding_box()["y"]) for index in range(cells.count())}  # type: ignore[index]  # they are shown
    assert len(tops) == 1
    assert not page.locator(".cell-head").first.is_visible()

    page.set_viewport_size({"width": 390, "height": 800})
    tops = {round(cells.nth(index).bounding_box()["y"]) for index in range(cells.count())}  # type: ignore[index]  # they are shown
    assert len(tops) == cells.count()
    assert page.locator(".cell-head").first.is_visible()


def test_labels_and_terms_are_heard_as_such(pages: Mapping[str, str], new_page: NewPage) -> None:
    """A pause ends a label, a glossary in two languages is one list, and no name is said for a section."""
    page = new_page()
    page.goto(pages["leaflet in two languages"])
    control = page.locator(".control").aria_snapshot()
    names = page.locator("#words dt").evaluate_all("terms => terms.map(one => one.closest('[lang]').lang)")

    assert re.search(r'- strong: "Financiación ?:"', control)
    assert re.search(r'- strong: "Funding ?:"', control)
    assert (page.locator("#words dl").count(), set(names)) == (1, {"es", "en-US"})
    assert "- region" not in page.locator("main").aria_snapshot()


def test_it_prints_without_what_only_a_screen_needs(pages: Mapping[str, str], new_page: NewPage) -> None:
    """Navigation is left out, and black text is on white, whatever the screen shows."""
    page = new_page(color_scheme="dark")
    page.goto(pages["leaflet"])
    page.emulate_media(media="print")

    assert not page.locator(".contents").is_visible()
    assert not page.locator(".versions").is_visible()
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert ground == "rgb(255, 255, 255)"


def test_a_page_from_the_right_begins_there(pages: Mapping[str, str], new_page: NewPage) -> None:
    """The title is at the right edge, and a telephone number keeps its order."""
    page = new_page()
    page.goto(pages["aftercare from the right"])
    title = page.evaluate("getComputedStyle(document.querySelector('h1')).direction")

    assert title == "rtl"
    assert page.locator("a[href^='tel:'] bdi[dir=ltr]").first.is_visible()


def test_a_band_of_risks_has_its_name_and_its_range_in_lines(tmp_path: Path, new_page: NewPage) -> None:
    """In one line they read as one number: very common 100 or more."""
    page = new_page()
    page.set_content(Made(tmp_path).page("es"))

    name, extent = (page.locator(f".risk-bands__{part}").first.bounding_box() for part in ("name", "range"))
    assert name
    assert extent
    assert extent["y"] >= name["y"] + name["height"]
