"""What is on a web page, and what is not: no script, no other machine, nothing the sheet does not say."""

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from leafwright.files import digest
from leafwright.model.prints import WebForm
from leafwright.web import find_page_faults, make_page
from leafwright.web import page as web_page
from leafwright.web.allowed import CLASSES, TAGS
from leafwright.web.files import PageFiles
from leafwright.web.parsed import ParsedPage, parse
from tests.web.conftest import Made
from tests.workspaces import CLINIC, LANGUAGE, TOPIC

ROOT: Final = Path(__file__).resolve().parents[2]
FORMS: tuple[WebForm, ...] = ("single", "linked", "fragment")


def _values(page: ParsedPage, tag: str, name: str) -> list[str]:
    return [named[name] for kind, named in page.tags if kind == tag and name in named]


@pytest.fixture(scope="module")
def page(made: Made) -> ParsedPage:
    """Return the page in English."""
    return parse(made.page(LANGUAGE))


@pytest.mark.parametrize("name", [LANGUAGE, "es", "both"])
@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_lost(made: Made, name: str, form: WebForm) -> None:
    """Every sentence of every kind of block is on the page, in one language and in two, and no id twice."""
    assert [*find_page_faults(made.sheet(name), made.page(name, form).encode())] == []


AGAIN: Final = """
import sys
from pathlib import Path
from leafwright.files import digest
from tests.web.conftest import Made
if __name__ == "__main__":
    files = Made(Path(sys.argv[1])).files("both")
    print(*(f"{name} {digest(content)}" for name, content in files.items()), sep="\\n")
"""


def test_the_same_sheet_has_the_same_page(made: Made, tmp_path: Path) -> None:
    """Another process makes the same, in another folder, with other hashes, in another time zone."""
    program = tmp_path / "again.py"
    program.write_text(AGAIN, "utf-8")
    surroundings = {**os.environ, "PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "PYTHONPATH": str(ROOT)}

    again = subprocess.run(
        [sys.executable, program, tmp_path / "elsewhere"],
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
    )

    here = made.files("both")
    assert again.stdout.splitlines() == [f"{name} {digest(content)}" for name, content in here.items()]


def test_it_names_its_address_on_the_web(made: Made) -> None:
    """A search engine takes copies of it for the same page; without an address it names none."""
    sheet = replace(made.sheet(LANGUAGE), page="https://example.org/knee.html")
    page = parse(make_page(sheet, made.inputs[LANGUAGE]).html)

    assert ("link", {"rel": "canonical", "href": "https://example.org/knee.html"}) in page.tags
    assert "canonical" not in made.page(LANGUAGE)


def test_telephone_numbers_are_links(page: ParsedPage) -> None:
    """A phone dials them."""
    assert {"tel:01632960301", "tel:01632960302", "tel:999"} <= set(_values(page, "a", "href"))


@pytest.mark.parametrize("name", [LANGUAGE, "both"])
def test_the_number_comes_before_what_to_look_for(made: Made, name: str) -> None:
    """In an emergency nobody reads a list to find whom to phone."""
    panel = made.page(name).partition('warning--emergency"')[2].partition("</aside>")[0]

    assert (
        0
        < panel.index("warning__telephone")
        < panel.index("warning__sign" if name == LANGUAGE else "pair__bullet")
    )


def test_citations_lead_there_and_back(page: ParsedPage) -> None:
    """A marker leads to its source, and the source to each of its markers."""
    links = _values(page, "a", "href")
    markers = [name for name in page.ids if name.startswith("cited-1-")]

    assert len(markers) > 1
    assert links.count("#source-1") == len(markers)
    assert all(f"#{name}" in links for name in markers)


def test_every_section_is_in_the_contents_and_has_an_address(made: Made) -> None:
    """Its heading is a link to itself, so that somebody can copy it."""
    page = parse(made.page(LANGUAGE))
    sections = [part.id for part in made.sheet(LANGUAGE).sections if not part.is_a_warning]

    assert set(sections) <= set(page.ids)
    assert {f"#{name}" for name in sections} <= set(_values(page, "a", "href"))


def test_a_picture_of_people_is_heard_as_its_sentence(made: Made) -> None:
    """Nothing that is drawn is read aloud, nor the number beside it; a key is said to be one."""
    page = made.page(LANGUAGE)
    drawn = re.findall(r'<(?:p|div) class="array__(?:group|caption|picture)"([^>]*)>', page)

    assert set(drawn) == {' aria-hidden="true"'}
    assert page.count('--on"><span class="heard">In the picture: </span>') == page.count('--on">') > 0
    assert page.count('<svg class="array__figures ') == page.count('class="array__picture"') > 0


def test_what_is_filled_in_is_a_field_with_a_name(page: ParsedPage) -> None:
    """Lines to write on and boxes to tick are fields, and each says what belongs there."""
    fields = [named for tag, named in page.tags if tag in {"input", "textarea"}]

    assert {"checkbox", "text"} <= {named.get("type", "") for named in fields}
    assert all(named.get("aria-label") or named.get("aria-labelledby") for named in fields)


def test_the_page_leads_to_its_other_forms(made: Made) -> None:
    """Each print edition and each language is an alternate, and the ways there are on the page too."""
    page = parse(made.page(LANGUAGE))
    printed = f"../{TOPIC}-leaflet-standard-{LANGUAGE}.pdf"
    other = f"{TOPIC}-leaflet-es.html"

    assert {printed, other} <= set(_values(page, "link", "href"))
    assert {printed, other} <= set(_values(page, "a", "href"))
    assert _values(page, "link", "rel") == ["alternate"] * len(_values(page, "link", "href"))


def test_it_says_that_nobody_approved_it(made: Made) -> None:
    """The status, the version, the review and the disclaimer are on the page and in its fragment."""
    for form in FORMS:
        text = parse(made.page(LANGUAGE, form)).text
        sheet = made.sheet(LANGUAGE)

        assert sheet.status.plain in text
        assert sheet.disclaimer.plain in text
        assert sheet.foot.code.plain in text
        assert sheet.foot.clinic.plain in text


def test_words_of_the_other_language_say_so(made: Made) -> None:
    """In two languages each side has its language and its direction."""
    page = parse(made.page("both"))
    sides = [named for _, named in page.tags if named.get("class", "").startswith("pair__source")]

    assert sides
    assert {(named["lang"], named["dir"]) for named in sides} == {(LANGUAGE, "ltr")}


def test_search_engines_read_what_the_sheet_says(made: Made) -> None:
    """Its description is a MedicalWebPage in which every value is from the sheet."""
    found = re.search('<script type="application/ld.json">(.*?)</script>', made.page(LANGUAGE), re.DOTALL)
    sheet = made.sheet(LANGUAGE)
    described: dict[str, Any] = json.loads(found[1]) if found else {}

    assert described["@type"] == "MedicalWebPage"
    assert (described["name"], described["inLanguage"]) == (sheet.title.plain, [LANGUAGE])
    assert described["creativeWorkStatus"] == sheet.status.plain
    assert described["datePublished"] == sheet.issued.isoformat()
    assert len(described["citation"]) == len(sheet.sources)
    assert "lastReviewed" not in described


def test_its_policy_allows_its_own_style_and_nothing_else(made: Made) -> None:
    """The policy has the hash of the one style; no script, form or other machine is allowed."""
    html = made.page(LANGUAGE)
    (style,) = re.findall("<style>(.*?)</style>", html, re.DOTALL)
    hashed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = html.partition('Content-Security-Policy" content="')[2].partition('"')[0]

    assert policy.startswith("default-src 'none';")
    assert f"sha256-{hashed}" in policy
    assert "unsafe" not in policy
    assert not re.search(r'\b(?:src|href)="https?:', html.partition("<body>")[0])
    assert not re.search(r'\bsrc="(?!data:)', html)


def test_a_linked_page_shares_its_files(made: Made) -> None:
    """Pictures and fonts are beside it, named by their content, so that pages have them once."""
    english, spanish = made.files(LANGUAGE, "linked"), made.files("es", "linked")
    shared = english.keys() & spanish.keys()
    html = english[f"{CLINIC}/web/{TOPIC}-leaflet-{LANGUAGE}.html"].decode()

    assert any(name.endswith(".woff") for name in shared)
    assert all(english[name] == spanish[name] for name in shared)
    assert all(name.removeprefix(f"{CLINIC}/web/") in html for name in english if "/files/" in name)
    assert len(html) < len(made.page(LANGUAGE)) / 2


def test_a_fragment_is_the_article_alone(made: Made) -> None:
    """It has the tags and classes on the list, no style, and no id of the page around it."""
    html = made.page(LANGUAGE, "fragment")
    page = parse(html)
    classes = {name for _, named in page.tags for name in named.get("class", "").split()}

    assert html.startswith('<article class="article">')
    assert {tag for tag, _ in page.tags} <= TAGS
    assert classes <= CLASSES
    assert not any("style" in named for _, named in page.tags)


def test_a_fragment_needs_no_word_on_how_its_letters_are_written(made: Made) -> None:
    """It has no head to say so, and is opened alone, too."""
    assert made.page("both", "fragment").isascii()
    assert not made.page("both").isascii()


def test_a_look_needs_no_style_for_the_web(made: Made) -> None:
    """A clinic's own look has its brand's colours on a page, even if nobody wrote a style for that."""
    sheet = made.sheet(LANGUAGE)
    own = replace(sheet, theme=replace(sheet.theme, look="of-our-own"))

    html = make_page(own, made.inputs[LANGUAGE]).html

    assert "look-of-our-own" in html
    assert sheet.theme.palette.primary_ink in html


@pytest.mark.parametrize("form", ["single", "linked"])
def test_fonts_that_are_put_in_last_change_nothing(
    form: WebForm, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page is the same as if its fonts were in it from the beginning."""
    files = PageFiles(linked=form == "linked")
    before = made.files("both", form)

    monkeypatch.setattr(web_page, "digest", lambda content: files.address("font.woff", content))

    assert made.files("both", form) == before
    assert "font/woff" in made.page("both")
