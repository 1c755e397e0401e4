"""A page: strict, escaped, sound in its structure, and open to a workspace's own templates."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
import tinycss2  # type: ignore[import-untyped]  # it brings no types
import tinyhtml5  # type: ignore[import-untyped]  # it brings no types
from hypothesis import given, settings
from hypothesis import strategies as st

from leafwright.bidi import Direction
from leafwright.blocks.block import PrintedBlock
from leafwright.html import _environment, counted, css_string, render_html
from leafwright.library import load_library
from leafwright.problems import ContentError
from leafwright.sheet import Sheet, make_sheet
from leafwright.sheet.ids import PAGE_IDS
from leafwright.text import phrase
from leafwright.web import ScreenInputs, make_page
from leafwright.workspace import Workspace
from tests.workspaces import (
    LOGO,
    REFERENCES,
    TOPIC,
    VARIANTS,
    every_block,
    example_pictures,
    inputs_for,
    sheet_of,
    write_workspace,
)

EDITIONS = ("standard", "large-print")
PAGES = [(variant, edition) for variant in VARIANTS for edition in EDITIONS]
ISOLATES = dict.fromkeys((0x2060, *range(0x2066, 0x206A)))
"""What is not drawn: it keeps units such as `mmol/L` whole, and words in order within another script."""
WRITTEN = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1, max_size=40)
"""Text as YAML lets it through: no control characters."""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Write a workspace with a block of every kind."""
    files = {f"handouts/{TOPIC}/knee.svg": LOGO}
    return write_workspace(tmp_path_factory.mktemp("every"), blocks=every_block(), files=files)


@pytest.fixture(scope="module", params=PAGES, ids=" ".join)
def page(request: pytest.FixtureRequest, workspace: Workspace) -> tuple[Sheet, Element]:
    """Render a sheet of every block, in each variant and edition, and read it as a browser would."""
    sheet = sheet_of(workspace, *request.param)
    return sheet, _read(render_html(sheet, workspace))


def _read(html: str) -> Element:
    root: Element = tinyhtml5.parse(html, namespace_html_elements=False)
    return root


def _all(root: Element, *names: str) -> list[Element]:
    return [element for element in root.iter() if element.tag in names]


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _ids(root: Element) -> list[str]:
    return [name for element in root.iter() if (name := element.get("id"))]


def _page_of(root: Path, **changes: Any) -> tuple[Element, str]:
    workspace = write_workspace(root, **changes)
    html = render_html(sheet_of(workspace), workspace)
    return _read(html), html


def test_a_page_says_its_language_and_direction(page: tuple[Sheet, Element]) -> None:
    """The root element has both, so that a screen reader chooses its voice and the engine its side."""
    _, root = page

    assert (root.get("lang"), root.get("dir")) == ("en-GB", "ltr")


def test_a_language_written_from_the_right_turns_the_page(workspace: Workspace) -> None:
    """The direction is the language's, as its words file says; styles learn of it by a class."""
    inputs = inputs_for(load_library(workspace))
    words = inputs.words.model_copy(update={"direction": "rtl"})

    root = _read(render_html(make_sheet(replace(inputs, words=words)), workspace))

    assert root.get("dir") == "rtl"
    assert "sheet--rtl" in root.get("class", "").split()


def test_a_page_has_one_title(page: tuple[Sheet, Element]) -> None:
    """One h1, the same as the document's title, comes before every other heading."""
    sheet, root = page
    headings = _all(root, "h1", "h2", "h3", "h4", "h5", "h6")

    assert [heading.tag for heading in headings].count("h1") == 1
    assert headings[0].tag == "h1"
    assert [_words(heading) for heading in _all(root, "h1", "title")][:2] == [sheet.title.plain] * 2


def test_no_heading_level_is_skipped(page: tuple[Sheet, Element]) -> None:
    """A heading is at most one level below the one before it."""
    _, root = page
    levels = [int(heading.tag[1]) for heading in _all(root, "h1", "h2", "h3", "h4", "h5", "h6")]

    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_every_part_is_on_the_page(page: tuple[Sheet, Element]) -> None:
    """Each section, each block and each piece of a block that has an id is found under it."""
    sheet, root = page
    wanted = {name for section in sheet.sections for name in (section.id, *_parts(section.blocks))}

    assert wanted - set(_ids(root)) == set()


def test_no_id_stands_twice(page: tuple[Sheet, Element]) -> None:
    """An id names one element, so that links and findings lead to one place."""
    _, root = page

    assert [name for name, times in Counter(_ids(root)).items() if times > 1] == []


def test_the_page_has_no_ids_but_those_it_is_known_for(page: tuple[Sheet, Element]) -> None:
    """An id of the page's own that authors may not use is on the list they are checked against."""
    sheet, root = page
    wanted = {name for section in sheet.sections for name in (section.id, *_parts(section.blocks))}

    assert [name for name in _ids(root) if name not in wanted and not PAGE_IDS.fullmatch(name)] == []


def test_every_link_inside_the_page_arrives(page: tuple[Sheet, Element]) -> None:
    """A marker leads to an entry of the sources."""
    _, root = page
    inside = [address[1:] for link in _all(root, "a") if (address := link.get("href", "")).startswith("#")]

    assert inside
    assert set(inside) <= set(_ids(root))


def test_markers_are_met_in_order(page: tuple[Sheet, Element]) -> None:
    """Read from top to bottom, the first marker of each reference is the next number."""
    _, root = page
    met = [link.get("href", "") for link in _all(root, "a") if link.get("href", "").startswith("#source-")]

    assert list(dict.fromkeys(met)) == [f"#source-{number}" for number in range(1, len(set(met)) + 1)]


def test_every_picture_is_reported(page: tuple[Sheet, Element]) -> None:
    """Images have alt text and drawings a title; an empty one would be a figure nobody can hear."""
    _, root = page
    told = [image.get("alt") for image in _all(root, "img")]
    told += [_words(title) for drawing in _svgs(root) for title in drawing[:1]]

    assert len(told) == len(_all(root, "img")) + len(_svgs(root)) >= 5
    assert all(told)


def test_tables_say_what_their_heads_are_for(page: tuple[Sheet, Element]) -> None:
    """A header cell names its scope, and no header is empty; in large print only weeks to tick are tables."""
    sheet, root = page
    heads = _all(root, "th")

    assert ({table.get("class") for table in _all(root, "table")} == {"week"}) == (
        sheet.key.edition == "large-print"
    )
    assert all(head.get("scope") in {"col", "row", "rowgroup"} and _words(head) for head in heads)


def test_a_page_carries_no_script(page: tuple[Sheet, Element]) -> None:
    """Nothing on a page runs, and nothing but the shared styles and the workspace's pictures is loaded."""
    _, root = page
    loaded = [link.get("href") for link in _all(root, "link")] + [
        image.get("src") for image in _all(root, "img")
    ]

    assert not _all(root, "script", "iframe", "object", "embed", "base")
    assert not [name for element in root.iter() for name in element.attrib if str(name).startswith("on")]
    assert all(re.match(r"(styles|clinics|handouts)/", str(address)) for address in loaded)


def test_the_foot_reaches_the_engine(workspace: Workspace) -> None:
    """The style gets the texts of the foot as strings."""
    sheet = sheet_of(workspace)
    values = _properties(_read(render_html(sheet, workspace)))

    assert values["--foot-code"] == sheet.foot.code.plain
    assert values["--foot-clinic"] == sheet.foot.clinic.plain
    assert values["--foot-status"] == "Example"
    assert values["--head-title"] == "Looking after a sore knee"


def test_letters_that_html_reads_are_printed(tmp_path: Path) -> None:
    """Less-than signs, ampersands and quotes of the content are text on the page."""
    odd = """If 1 < 2 & 3 > 2, "then" 'so' R&D; too"""
    blocks = [
        {"kind": "paragraphs", "id": "odd", "text": odd},
        {"kind": "questions", "id": "ask", "items": [odd]},
    ]

    root, _ = _page_of(tmp_path, blocks=blocks, handout={"title": odd, "keywords": [odd]})

    paragraph, question = (next(root.iterfind(f".//*[@id='{name}']")) for name in ("odd", "ask"))
    quoted = odd.replace('"then"', "“then”").replace("'so'", "‘so’")
    assert _words(paragraph) == quoted
    assert _words(question).startswith(quoted)
    assert [_words(element) for element in _all(root, "title", "h1")][:2] == [quoted, quoted]
    assert [meta.get("content") for meta in _all(root, "meta") if meta.get("name") == "keywords"] == [odd]


def test_words_in_another_language_are_named(tmp_path: Path) -> None:
    """They are read aloud in it, and are no link."""
    block = {"kind": "paragraphs", "id": "odd", "text": "The knee (**[genu](lang:la)**) hurts."}

    root, _ = _page_of(tmp_path, blocks=[block])

    paragraph = next(root.iterfind(".//*[@id='odd']"))
    assert _words(paragraph) == "The knee (genu) hurts."
    assert [(part.tag, _words(part)) for part in paragraph.iter() if part.get("lang")] == [("span", "genu")]
    assert [_words(part) for part in _all(paragraph, "strong")] == ["genu"]


def test_a_source_keeps_its_markup(tmp_path: Path) -> None:
    """Italics, bold, raised and lowered letters of a title are set as such, and each word is printed once."""
    title = "<i>B. exempli <b>at</b></i> 10<sup>5</sup> in H<sub>2</sub>O"

    root, _ = _page_of(tmp_path, references=[{**REFERENCES[0], "title": title}])

    entry = next(root.iterfind(".//*[@id='source-1']"))
    assert "A. B. exempli at 105 in H2O. J Examples" in _words(entry)
    assert [(span.get("class"), _words(span)) for span in entry.iter() if span.get("class") != "space"][
        1:
    ] == [
        ("italic", "B. exempli"),
        ("strong", "at"),
        ("italic", "at"),
        ("superscript", "5"),
        ("subscript", "2"),
    ]


def test_template_code_in_content_never_runs(tmp_path: Path) -> None:
    """Braces in handouts and in a clinic's file are printed as they are."""
    code = "{{ 7*7 }} {% include page.html %} {# gone #} {{ sheet }}"
    blocks = [{"kind": "paragraphs", "id": "code", "text": code}]

    root, html = _page_of(
        tmp_path, blocks=blocks, handout={"title": code}, clinic={"name": code, "department": code}
    )

    assert _words(next(root.iterfind(".//*[@id='code']"))) == code
    assert _words(_all(root, "h1")[0]) == code
    assert "49" not in html


@given(text=st.text())
def test_a_css_string_stays_one(text: str) -> None:
    """Whatever the text, the style reads it back as one string and the page as one style element."""
    quoted = css_string(text)
    (token,) = tinycss2.parse_component_value_list(quoted)
    (style,) = _all(_read(f"<style>a {{ content: {quoted} }}</style>"), "style")

    assert (token.type, token.value) == ("string", text.replace("\0", "\ufffd"))
    assert style.text == f"a {{ content: {quoted} }}"


@pytest.fixture(scope="module")
def titled(workspace: Workspace) -> Callable[[str], Element]:
    """Render the leaflet of the workspace, made once, with a text as its title and its clinic's name."""
    sheet = sheet_of(workspace)

    def page(text: str) -> Element:
        said = phrase(text)
        named = replace(sheet.foot, clinic=said)
        return _read(render_html(replace(sheet, title=said, summary=said, foot=named), workspace))

    return page


@settings(max_examples=500 if settings.get_current_profile_name() == "nightly" else 30)
@given(text=WRITTEN)
def test_no_title_breaks_out(titled: Callable[[str], Element], text: str) -> None:
    """Whatever a title or a clinic's name says, it is a title and a name on a page of the same build."""
    root = titled(text)

    assert len(_all(root, "style")) == len(_all(root, "h1")) == 1
    assert _words(_all(root, "h1")[0]).translate(ISOLATES) == " ".join(text.split()).translate(ISOLATES)
    values = [_properties(root)[name] for name in ("--head-title", "--foot-clinic")]
    assert [value.translate(ISOLATES) for value in values] == [phrase(text).plain.translate(ISOLATES)] * 2


def test_a_title_with_a_closing_tag_is_words(workspace: Workspace) -> None:
    """A text that would close the style element and open a script does neither."""
    attack = '"}</style><script>alert(1)</script><style>*{color:red}'

    root = _read(render_html(replace(sheet_of(workspace), title=phrase(attack)), workspace))

    assert not _all(root, "script")
    assert _words(_all(root, "h1")[0]) == attack


def test_sources_on_request_leave_no_marker_on_the_page(tmp_path: Path) -> None:
    """A clinic that gives its sources on request prints whom to ask, and no link that leads nowhere."""
    prints = {"languages": ["en-GB"], "paper": "A4", "variants": ["leaflet"], "editions": ["standard"]}

    root, _ = _page_of(
        tmp_path,
        blocks=every_block(),
        files=example_pictures(),
        clinic={"prints": {**prints, "references": "on-request"}},
    )

    (sources,) = root.iterfind(".//*[@id='sources']")
    assert "Phone 01632 960 303 or email ask@elm-street.example.org" in _words(sources)
    assert [link for link in _all(root, "a") if link.get("href", "").startswith("#")] == []
    assert _words(next(root.iterfind(".//*[@id='a-text']"))) == "Badger text with bold. Second badger."


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Page {page} of {pages}", '"Page " counter(page) " of " counter(pages)'),
        ("{page}/{pages}", 'counter(page) "/" counter(pages)'),
        ('{page} "of"', r'counter(page) " \22 of\22 "'),
        ("{other}", r'"\7b other\7d "'),
    ],
)
def test_pages_are_counted_by_the_engine(written: str, value: str) -> None:
    """The phrase of the foot becomes a value with the engine's own counters in it."""
    assert counted(written) == value


def test_a_template_that_asks_for_what_is_not_there_fails(tmp_path: Path) -> None:
    """A misspelled name in a template is an error and never a hole in a page."""
    files = {"templates/parts/masthead.html": "{{ sheet.logo_of_the_clinic }}"}

    with pytest.raises(ContentError, match="logo_of_the_clinic"):
        _page_of(tmp_path, files=files)


def test_a_workspaces_own_template_comes_first(tmp_path: Path) -> None:
    """A workspace may replace one template and keeps the shared ones beside it."""
    own = "{% macro render(block) %}<p id='{{ block.id }}'>Own</p>{% endmacro %}"
    files = {"templates/blocks/key-message.html": own}
    blocks = [{"kind": "key-message", "id": "key", "text": "Shared"}, {"kind": "label", "id": "a-label"}]

    root, _ = _page_of(tmp_path, blocks=blocks, files=files)

    assert _words(next(root.iterfind(".//*[@id='key']"))) == "Own"
    assert _words(next(root.iterfind(".//*[@id='a-label']"))) == "Patient label"


def test_a_workspaces_template_is_escaped_too(tmp_path: Path) -> None:
    """Templates of a workspace are held to the same safety as those Leafwright brings along."""
    files = {"templates/parts/masthead.html": "<p id='own'>{{ sheet.title.plain }}</p>"}

    root, _ = _page_of(tmp_path, handout={"title": "Knees & <3"}, files=files)

    assert _words(next(root.iterfind(".//*[@id='own']"))) == "Knees & <3"


def test_a_template_cannot_be_taken_from_elsewhere(tmp_path: Path) -> None:
    """A name that leads out of the templates is not found, even if there is a file."""
    files = {
        "templates/parts/masthead.html": "{% include '../handouts/secret.html' %}",
        "handouts/secret.html": "secret",
    }

    with pytest.raises(ContentError, match=r"there is no template '\.\./handouts/secret\.html'"):
        _page_of(tmp_path, files=files)


def _parts(blocks: tuple[PrintedBlock, ...]) -> Iterator[str]:
    for block in blocks:
        yield block.id
        yield from block.pieces()


def _svgs(root: Element) -> list[Element]:
    """Find the drawings that are heard."""
    hidden = [element for element in root.iter() if element.get("aria-hidden") == "true"]
    silent = {id(element) for parent in hidden for element in parent.iter()}
    drawings = (element for element in root.iter() if str(element.tag).endswith("svg"))
    return [drawing for drawing in drawings if id(drawing) not in silent]


def _properties(root: Element) -> dict[str, str]:
    """Read the custom properties that the page sets to one string each.

    Beside them it only names what goes on in each section, sets the size of its paper, and keeps parts whole.
    """
    rules = tinycss2.parse_stylesheet(_all(root, "style")[0].text, skip_whitespace=True)
    written = [" ".join(tinycss2.serialize([rule]).split()) for rule in rules[1:]]
    size = next(number for number, rule in enumerate(written) if rule.startswith("@page { size: "))
    named, kept = written[:size], written[size + 1 :]
    assert all(re.fullmatch(r'#[\w-]+ \{ --running: "[^"]*" \}', rule) for rule in named), named
    assert len(kept) <= 1
    assert all(re.fullmatch(r"(#[\w-]+,? )+\{ break-inside: avoid \}", rule) for rule in kept), kept
    declarations = tinycss2.parse_blocks_contents(rules[0].content, skip_whitespace=True)
    assert {declaration.type for declaration in declarations} == {"declaration"}
    values = {name.name: [part for part in name.value if part.type != "whitespace"] for name in declarations}
    return {
        name: parts[0].value for name, parts in values.items() if [part.type for part in parts] == ["string"]
    }


def test_the_key_shows_the_figure_that_is_counted(page: tuple[Sheet, Element]) -> None:
    """The key of a picture of a hundred people shows a person, like the picture."""
    (key,) = (element for element in page[1].iter() if "risk__key" in (element.get("class") or "").split())

    assert "risk__key--of-100" in (key.get("class") or "")


@pytest.mark.parametrize("inside", ["{{ sheet.__class__.__mro__ }}", "{{ sheet.places.clear() }}"])
def test_a_template_of_a_workspace_stays_in_its_sandbox(tmp_path: Path, inside: str) -> None:
    """It reaches no Python objects through the values it prints, and changes none of them."""
    workspace = write_workspace(tmp_path, files={"templates/variants/leaflet.html": inside})

    with pytest.raises(ContentError, match="unsafe"):
        render_html(sheet_of(workspace), workspace)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_bare_words_are_written_as_the_other_macros_write_them(
    direction: Direction, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The short way through the templates gives the same pages to the byte, for print and for screens."""
    sheet = replace(sheet_of(workspace), direction=direction)

    def written() -> tuple[str, str]:
        _environment.cache_clear()
        page = make_page(sheet, ScreenInputs(workspace=workspace, siblings=()))
        return render_html(sheet, workspace), page.html

    bare = written()
    monkeypatch.setattr("leafwright.html.bare_words", lambda _text, _within: "")

    assert written() == bare
    _environment.cache_clear()
