"""docs/ as a site: complete, the same words as in the repository, and nothing from another host."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html  # type: ignore[import-untyped]  # it brings no types
from markdown_it import MarkdownIt

from tests.sites import ROOT, build_docs
from tools.docs_site import PAGES

SOURCES = {
    **{path.with_suffix(".html").name: path for path in (ROOT / "docs").glob("*.md")},
    **{Path(uri).with_suffix(".html").name: ROOT / name for name, uri in PAGES.items()},
}
OF_THE_THEME = ".//a[@class='headerlink'] | .//button | .//nav | .//a[starts-with(@id, '__codelineno')]"
SHAPES = {"li", "ol", "ul", "table", "tr", "h1", "h2", "h3", "h4", "pre", "strong", "em", "img"}
LOADED = "//script/@src | //img/@src | //iframe/@src | //link[@rel='stylesheet' or @rel='icon']/@href"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, html.HtmlElement]:
    """Build the site, and read each of its pages."""
    site = build_docs(tmp_path_factory.mktemp("site"))
    return {path: html.parse(str(path)).getroot() for path in site.glob("*.html") if path.name != "404.html"}


def test_there_is_a_page_of_every_document(pages: dict[Path, html.HtmlElement]) -> None:
    """Each document in docs/ and at the root is a page, and the navigation leads to each."""
    (first,) = (page for path, page in pages.items() if path.name == "index.html")
    led_to = set(first.xpath("//nav[contains(@class, 'md-nav--primary')]//a/@href"))

    assert {path.name for path in pages} == SOURCES.keys()
    assert SOURCES.keys() - {"index.html"} <= led_to


def test_a_page_says_the_same_in_both(pages: dict[Path, html.HtmlElement]) -> None:
    """A page has the words, lists, tables and pictures that readers of the repository see.

    The two dialects of Markdown differ, for example in how far what belongs to an item of a list is indented.
    """
    reader = MarkdownIt().enable("table")
    other = {}
    for path, page in pages.items():
        article = html.fromstring(html.tostring(page.xpath("//article")[0]))
        for element in article.xpath(OF_THE_THEME):
            element.drop_tree()
        source = html.fromstring(f"<div>{reader.render(SOURCES[path.name].read_text('utf-8'))}</div>")
        if _letters(article) != _letters(source) or _shape(article) != _shape(source):
            other[path.name] = _shape(article) - _shape(source), _shape(source) - _shape(article)

    assert other == {}


def _letters(element: html.HtmlElement) -> str:
    return re.sub(r"\s+", "", element.text_content())


def _shape(element: html.HtmlElement) -> Counter[str]:
    return Counter(part.tag for part in element.iter() if part.tag in SHAPES)


def test_no_page_asks_another_host(pages: dict[Path, html.HtmlElement]) -> None:
    """Scripts, styles, fonts and pictures are the site's own."""
    loaded = {address for page in pages.values() for address in page.xpath(LOADED)}
    styles = [style.read_text("utf-8") for path in pages for style in path.parent.glob("assets/**/*.css")]

    assert len(loaded) > 50
    assert [address for address in loaded if urlsplit(address).scheme not in {"", "data"}] == []
    assert re.findall(r"url\([\"']?(?!data:)\w*:?//[^)]*\)|@import", "".join(styles)) == []


def test_what_is_linked_is_there(pages: dict[Path, html.HtmlElement]) -> None:
    """Each link within the site finds its file and its place on the page."""
    broken = [
        (path.name, address)
        for path, page in pages.items()
        for address in _relative(page)
        if not _is_there(path, address, pages)
    ]

    assert broken == []


def _relative(page: html.HtmlElement) -> Iterator[str]:
    for address in page.xpath("//article//a/@href | //article//img/@src"):
        if not urlsplit(address).scheme:
            yield address


def _is_there(path: Path, address: str, pages: dict[Path, html.HtmlElement]) -> bool:
    name, _, anchor = unquote(address).partition("#")
    target = path.parent / name if name else path
    return target.is_file() and (not anchor or anchor in pages[target].xpath("//@id"))


def test_every_page_can_be_found(pages: dict[Path, html.HtmlElement]) -> None:
    """The index of the search has each page, in the form that a page on a drive can load."""
    folder = next(iter(pages)).parent
    index = (folder / "search/search_index.js").read_text("utf-8").removeprefix("var __index = ")

    assert SOURCES.keys() <= {entry["location"].partition("#")[0] for entry in json.loads(index)["docs"]}
