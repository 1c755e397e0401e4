"""PDF/A-4, PDF/UA-2 and WTPDF in one file: what it must have, and what is heard of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pydyf
import pymupdf
import pytest
from pypdfium2 import PdfDocument
from weasyprint import Document

from leafwright.flavours import ARCHIVED, FLAVOURS, NEWER
from leafwright.html import render_html
from leafwright.pdf import Engine, prove
from leafwright.pdf.conformance import check_conformance, finish, options_of
from leafwright.pdf.ladder import LOOSEST
from leafwright.pdf.layout import HOUSE_STYLES, Layout
from leafwright.pdf.objects import read_objects
from leafwright.workspace import Workspace
from tests.pdf.test_conformance import SKIPPED, write_by_hand
from tests.readings import read_aloud
from tests.workspaces import sheet_of

Objects = list[pydyf.Dictionary]


@pytest.fixture(scope="module")
def layout(full: Workspace, engine: Engine) -> Layout:
    """Lay out a leaflet with a block of every kind for the newer standards."""
    page = engine.with_files(full).open(render_html(sheet_of(full), full), HOUSE_STYLES)
    return replace(page, flavour=NEWER).lay_out(LOOSEST)


@pytest.fixture(scope="module")
def written(layout: Layout) -> bytes:
    """Write it."""
    return layout.write()


def _rules(content: bytes) -> set[str]:
    return {f"{profile} {rule}" for profile, rule, _ in check_conformance(content, NEWER.conformance)}


def test_a_sheet_keeps_the_newer_standards(written: bytes) -> None:
    """A leaflet with a block of every kind has what they ask for; those before would not know it."""
    assert _rules(written) == set()
    assert {profile for profile, _, _ in check_conformance(written)} == {"3a", "ua1"}


def test_an_archived_sheet_does_not_keep_them(engine: Engine, html: str) -> None:
    """A file of the other flavour is not taken for one of these."""
    archived = engine.open(html, HOUSE_STYLES).lay_out(LOOSEST).write()

    assert {"4 6.1.2", "4 6.1.3", "4 6.7.3", "ua2 5", "wt1a 6.1.3", "ua2 8.2.5.2"} <= _rules(archived)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (b"%PDF-2.0", b"%PDF-1.7", "4 6.1.2"),
        (b'pdfaid:part="4"', b'pdfaid:part="3"', "4 6.7.3"),
        (b"<pdfaid:rev>2020", b"<pdfaid:rev>2019", "4 6.7.3"),
        (b'pdfuaid:part="2"', b'pdfuaid:part="1"', "ua2 5"),
        (b'pdfuaid:rev="2024"', b'pdfuaid:rev="2014"', "ua2 5"),
        (b"wtpdf#accessibility1.0", b"wtpdf#reuse1.0........", "wt1a 6.1.3"),
    ],
)
def test_a_file_says_which_standards_it_keeps(old: bytes, new: bytes, rule: str, written: bytes) -> None:
    """The header says PDF 2.0; the metadata declares each part, its year, and WTPDF."""
    assert old in written

    assert _rules(written.replace(old, new)) == {rule}


def _elements(objects: Objects, role: str) -> Objects:
    return [found for found in objects if found.get("Type") == "/StructElem" and found["S"] == f"/{role}"]


def _inform(pdf: pydyf.PDF, _objects: Objects) -> None:
    pdf.info["Title"] = pydyf.String("Knees")


def _claim_a_level(pdf: pydyf.PDF, _objects: Objects) -> None:
    (found,) = (part for part in pdf.objects if isinstance(part, pydyf.Stream) and b"<rdf:" in part.stream[0])
    found.stream[0] = found.stream[0].replace(b'part="4"', b'part="4" pdfaid:conformance="F"')


def _unname_the_document(_pdf: pydyf.PDF, objects: Objects) -> None:
    del _elements(objects, "Document")[0]["NS"]


def _add_a_document(_pdf: pydyf.PDF, objects: Objects) -> None:
    (root,) = (found for found in objects if found.get("Type") == "/StructTreeRoot")
    root["K"] *= 2


def _unname_a_paragraph(_pdf: pydyf.PDF, objects: Objects) -> None:
    del _elements(objects, "P")[0]["NS"]


def _quote_in_the_namespace(_pdf: pydyf.PDF, objects: Objects) -> None:
    _elements(objects, "P")[0]["S"] = "/BlockQuote"


def _leave_lists_unnumbered(_pdf: pydyf.PDF, objects: Objects) -> None:
    for found in _elements(objects, "L"):
        found["A"]["ListNumbering"] = "/None"


def _say_nothing_of_lists(_pdf: pydyf.PDF, objects: Objects) -> None:
    for found in _elements(objects, "L"):
        del found["A"]


def _name_places(pdf: pydyf.PDF, _objects: Objects) -> None:
    named = pdf.catalog["Names"]["Dests"]["Names"]
    named[1] = named[1]["D"]


def _mark_places(_pdf: pydyf.PDF, objects: Objects) -> None:
    mark = next(found for found in objects if "Title" in found)
    mark["Dest"] = mark.pop("A")["D"]


def _lead_to_a_page(_pdf: pydyf.PDF, objects: Objects) -> None:
    goal = next(found["A"] for found in objects if "Title" in found)
    goal["SD"][0] = goal["D"][0]


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        (_inform, {"4 6.1.3"}),
        (_claim_a_level, {"4 6.7.3"}),
        (_unname_the_document, {"ua2 8.2.5.2", "ua2 8.2.4"}),
        (_add_a_document, {"ua2 8.2.5.2"}),
        (_unname_a_paragraph, {"ua2 8.2.4"}),
        (_quote_in_the_namespace, {"ua2 8.2.4"}),
        (_leave_lists_unnumbered, {"ua2 8.2.5.25"}),
        (_say_nothing_of_lists, {"ua2 8.2.5.25"}),
        (_name_places, {"ua2 8.8"}),
        (_mark_places, {"ua2 8.8"}),
        (_lead_to_a_page, {"ua2 8.8"}),
    ],
)
def test_what_a_file_lacks_is_found(
    change: Callable[[pydyf.PDF, Objects], None], rules: set[str], layout: Layout
) -> None:
    """Each thing that the newer standards ask for is missed if it is not there."""

    def finisher(document: Document, pdf: pydyf.PDF) -> None:
        finish(document, pdf)
        change(pdf, [found for found in pdf.objects if isinstance(found, pydyf.Dictionary)])

    assert _rules(write_by_hand(layout, finisher=finisher, **options_of(NEWER))) == rules


def test_what_the_standards_before_ask_for_is_asked_for_still(
    full: Workspace, engine: Engine, html: str
) -> None:
    """A heading that skips a level is refused in this flavour, too."""
    sheet = sheet_of(full)
    newer = replace(sheet, format=replace(sheet.format, pdf="ua-2"))

    proof = prove(newer, html.replace("</main>", f"{SKIPPED}</main>"), engine)

    assert "not-conformant" in {problem.code for problem in proof.problems}
    assert proof.content.startswith(b"%PDF-2.0")


@pytest.mark.parametrize("variant", ["leaflet", "aftercare", "comparison"])
def test_the_same_is_heard(variant: str, full: Workspace, engine: Engine, tmp_path: Path) -> None:
    """Of a sheet in both flavours a screen reader says the same, and that a glossary has terms."""
    page = engine.with_files(full).open(render_html(sheet_of(full, variant), full), HOUSE_STYLES)
    heard = {}
    for name, flavour in FLAVOURS.items():
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(replace(page, flavour=flavour).lay_out(LOOSEST).write())
        heard[name] = read_aloud(path)

    assert "Description" not in heard["a-3a"]
    assert heard["ua-2"].replace(" Description", " None") == heard["a-3a"]


def _said_at(content: bytes, goal: pydyf.Array) -> str:
    """Return the role of the element that a destination leads to."""
    number = int(goal[0].split()[0])
    return read_objects(content)[number].partition(b"/S /")[2].partition(b"/")[0].decode()


def test_links_and_bookmarks_lead_to_what_they_name(layout: Layout) -> None:
    """A bookmark leads to a heading, a name to the element with it, both at their places on the page."""
    kept: list[Any] = []
    content = write_by_hand(layout, finisher=lambda _, pdf: kept.append(pdf), **options_of(NEWER))
    (pdf,) = kept
    marks = [found["A"] for found in pdf.objects if isinstance(found, pydyf.Dictionary) and "Title" in found]
    names = pdf.catalog["Names"]["Dests"]["Names"]
    named = {name.string: goal for name, goal in zip(names[::2], names[1::2], strict=True)}

    assert {_said_at(content, goal["SD"])[0] for goal in marks} == {"H"}
    assert _said_at(content, named["part"]["SD"]) == "Sect"
    assert all(goal["SD"][1:] == goal["D"][1:] for goal in [*marks, *named.values()])


def _places(content: bytes) -> tuple[list[Any], list[Any]]:
    """List where two viewers that know no elements go from bookmarks and links."""
    with pymupdf.open(stream=content) as pages:  # type: ignore[no-untyped-call]  # it brings few types
        links = [
            (page.number, link.get("page"), str(link.get("to")))
            for page in pages
            for link in page.get_links()
        ]
    with PdfDocument(content) as document:
        dests = [(mark.get_title(), mark.get_dest()) for mark in document.get_toc()]
        return links, [(title, dest.get_index(), dest.get_view()) for title, dest in dests if dest]


def test_other_viewers_go_where_they_went(layout: Layout, written: bytes) -> None:
    """Bookmarks and links lead to the same places of the same pages in both flavours."""
    links, marks = _places(written)

    assert (links, marks) == _places(replace(layout, flavour=ARCHIVED).write())
    assert links
    assert marks


def test_quotes_stay_in_the_namespace_before(engine: Engine) -> None:
    """PDF 2.0 has no block quote of its own, so a template's is not said to be one."""
    html = '<html lang="en"><title>Knees</title><blockquote><p>Rest it.</p></blockquote></html>'
    page = engine.open(html)

    assert _rules(replace(page, flavour=NEWER).lay_out(LOOSEST).write()) == set()
