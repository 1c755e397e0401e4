"""Sheets that are filled in on a screen: their fields, and what becomes of typed words."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from ctypes import c_ushort
from io import BytesIO
from typing import Any

import pymupdf
import pypdfium2 as pdfium
import pytest
import tinyhtml5  # type: ignore[import-untyped]  # it brings no types
from pypdfium2 import raw

from leafwright.html import render_html
from leafwright.library import load_library
from leafwright.pdf import Engine, Proof
from leafwright.pdf.form.places import FieldPlace, read_places
from leafwright.pdf.form.reading import read_fields
from leafwright.pdf.ladder import LOOSEST
from leafwright.workspace import Workspace
from tests.pdf.conftest import Prover
from tests.workspaces import sheet_of

TYPED = "Anna, 9.30"
SIGNED = {
    "kind": "fields",
    "id": "agreed",
    "rows": [
        [
            {"label": "Side", "choose": ["left", "right"]},
            {"label": "How often", "circle": ["daily", "weekly"]},
        ],
        [{"label": "Why", "lines": 3}],
        [{"signature": "Patient"}],
    ],
}
TABLES = [
    {"kind": "table", "id": "days", "head": ["Day", "Pain"], "days": 2},
    {"kind": "table", "id": "walks", "head": ["Date", "Minutes"], "empty-rows": 2},
    {"kind": "table", "id": "parts", "head": ["Part", "How it feels"], "rows": [["Knee", {"blank": "true"}]]},
]
LISTS = [
    {
        "name": name,
        "days": [{"day": "The day before", "events": [{"blank": "true", "text": f"Eat at {name}."}]}],
    }
    for name in ("noon", "night")
]
WRITTEN = [
    {"kind": "paragraphs", "id": "dose", "text": "I take [[short: how many]] puffs."},
    {"kind": "schedule", "id": "plan", "lists": LISTS},
    *TABLES,
    SIGNED,
]


@pytest.fixture(scope="module")
def form(prove_full: Callable[[str, str], Proof]) -> Proof:
    """Prove a leaflet with a block of every kind."""
    return prove_full("leaflet", "fillable")


class Objects:
    """The objects of a file by their numbers, read by another program than those that write it."""

    def __init__(self, content: bytes) -> None:
        """Open a file."""
        self._file = _opened(content)
        self.root: int = self._file.pdf_catalog()
        self.pages: list[int] = [page.xref for page in self._file]
        self.fields = self.linked(self.root, "AcroForm/Fields")
        self.notes = [note for page in self.pages for note in self.linked(page, "Annots")]
        self.widgets = [note for note in self.notes if self.value(note, "Subtype") == "/Widget"]

    def values(self, path: str) -> set[str]:
        """Return what is written at a path below any object."""
        return {self.value(number, path) for number in range(1, self._file.xref_length())}

    def value(self, number: int, path: str) -> str:
        """Return what is written at a path below an object; empty if there is nothing."""
        kind, text = self._file.xref_get_key(number, path)
        return "" if kind == "null" else str(text)

    def linked(self, number: int, path: str) -> list[int]:
        """List the objects at a path below an object: one, or those that an array lists."""
        text = re.sub(r"<<.*?>>", "", self.value(number, path))
        return [int(found) for found in re.findall(r"\b(\d+) 0 R\b", text)]

    def stream(self, number: int, path: str) -> bytes:
        """Return the stream at a path below an object."""
        (found,) = self.linked(number, path)
        return bytes(self._file.xref_stream(found))


def _opened(content: bytes) -> Any:
    return pymupdf.open(stream=content, filetype="pdf")  # type: ignore[no-untyped-call]  # it brings few types


@pytest.fixture(scope="module")
def opened(form: Proof) -> Objects:
    """Open the same leaflet to read its objects."""
    return Objects(form.content)


def _says(proof: Proof) -> dict[str, str]:
    return {field.name: field.says for field in read_fields(proof.content)}


def _forms(file: Objects, element: int) -> Iterator[int]:
    """Go through the elements of the tag tree that are fields, in reading order."""
    if file.value(element, "S") == "/Form":
        yield element
    for kid in file.linked(element, "K"):
        yield from _forms(file, kid)


def _places(engine: Engine, body: str, direction: str = "ltr") -> list[FieldPlace]:
    html = f'<html class="sheet--fillable" lang="en" dir="{direction}"><title>T</title>'
    layout = engine.open(f'{html}<body id="all">{body}</body></html>').lay_out(LOOSEST)
    return list(read_places(layout.document.pages, "en").values())


def test_a_form_passes_its_proof(form: Proof) -> None:
    """It is PDF/UA-1, everything to fill in is a field, and nothing is heard twice."""
    found = {problem.code for problem in form.problems}

    assert not found & {"not-conformant", "lost-field", "continued-tag", "engine-warning"}


def test_a_form_does_not_claim_to_be_for_archives(form: Proof, opened: Objects) -> None:
    """Its metadata name PDF/UA-1 and nothing else, because what is filled in changes the file."""
    metadata = opened.stream(opened.root, "Metadata")

    assert (b"pdfuaid:part" in metadata, b"pdfaid" in metadata) == (True, False)
    assert b"pdfaid" not in form.content


def test_fields_are_named_after_their_blocks(form: Proof) -> None:
    """An author finds the block by the name of a field, and no two fields have the same."""
    fields = list(read_fields(form.content))
    single = Counter(field.name for field in fields if "choice" not in field.kinds)

    assert {"a-checklist_1", "an-appointment_2", "a-label", "some-questions-lines", "a-timeline-1"} <= {
        *single
    }
    assert max(single.values()) == 1


def test_a_field_is_called_by_its_section_and_its_label(form: Proof) -> None:
    """Whoever listens knows what to type without what is around it."""
    says = _says(form)

    assert says["an-appointment_2"] == "Your knee: Time"
    assert says["a-checklist_1"] == "Your knee: Eland one"
    assert says["some-exercises-week-1_2"] == "Your knee: Zebra walk: Week 1: Tue"


def test_whatever_is_written_on_paper_is_a_field(prove_blocks: Prover) -> None:
    """A blank, each entry of a schedule, cells of tables, choices and lines have fields of their kinds."""
    proof = prove_blocks(edition="fillable", blocks=WRITTEN)
    fields = [*read_fields(proof.content)]
    kinds = {(field.name, field.says.partition(": ")[2]): field.kinds[0] for field in fields}

    assert [problem.code for problem in proof.problems] == []
    assert kinds == {
        ("dose", "how many"): "text",
        ("plan", "noon / night"): "choice",
        ("plan-1-1_1", "Eat at noon."): "tick",
        ("plan-1-1_2", "Time"): "text",
        ("plan-2-1_1", "Eat at night."): "tick",
        ("plan-2-1_2", "Time"): "text",
        ("days-row-1", "Day 1: Pain"): "text",
        ("days-row-2", "Day 2: Pain"): "text",
        ("walks-row-1_1", "Date 1"): "text",
        ("walks-row-1_2", "Minutes 1"): "text",
        ("walks-row-2_1", "Date 2"): "text",
        ("walks-row-2_2", "Minutes 2"): "text",
        ("parts-row-1", "Knee: How it feels"): "text",
        ("agreed-row-1_1", "Side left"): "tick",
        ("agreed-row-1_2", "Side right"): "tick",
        ("agreed-row-1_3", "How often"): "choice",
        ("agreed-row-2", "Why"): "text",
        ("agreed-row-3_1", "Patient: Name"): "text",
        ("agreed-row-3_2", "Patient: Date"): "text",
    }


def test_the_tab_key_goes_as_the_sheet_is_read(opened: Objects) -> None:
    """Fields have one place each in the tag tree, and stand on their page in that order."""
    (tree,) = opened.linked(opened.root, "StructTreeRoot")
    targets = [opened.value(form, "K") for form in _forms(opened, tree)]
    expected = [
        f"[<</Type/OBJR/Pg {page} 0 R/Obj {widget} 0 R>>]"
        for widget in opened.widgets
        for page in opened.linked(widget, "P")
    ]

    assert targets == expected != []
    assert {opened.value(page, "Tabs") for page in opened.pages} == {"/S"}


def test_nothing_is_drawn_twice_for_who_listens(opened: Objects) -> None:
    """The line of a field is no picture besides."""
    drawn = {text for text in opened.values("Alt") if "fill in" in text}

    assert drawn == {"Urchin signs: Signature, to fill in", "Signature, to fill in"}


def test_a_form_does_nothing_by_itself(opened: Objects) -> None:
    """It has no script, no action besides links, and nowhere to send what is typed."""
    wrong = ("A", "AA", "JS", "OpenAction", "CO", "XFA", "NeedAppearances")
    parts = [opened.root, *opened.pages, *opened.widgets, *opened.fields]
    paths = [*wrong, *(f"AcroForm/{key}" for key in wrong)]

    assert {opened.value(note, "A/S") for note in opened.notes if opened.value(note, "A")} == {"/URI"}
    assert [path for part in parts for path in paths if opened.value(part, path)] == []


def test_text_is_typed_in_a_font_of_the_file(opened: Objects) -> None:
    """Viewers need no font of the computer: the whole font is there, with the letter of each glyph."""
    (font,) = opened.linked(opened.root, "AcroForm/DR/Font/Typed")
    (descendant,) = opened.linked(font, "DescendantFonts")
    letters = opened.stream(font, "ToUnicode")

    assert opened.value(opened.root, "AcroForm/DA").startswith("/Typed ")
    assert opened.value(descendant, "FontDescriptor/FontFile2")
    assert all(f"<{ord(letter):04x}>".encode() in letters for letter in "Ażŵñé9")
    assert all(opened.value(widget, "AP/N") for widget in opened.widgets)


def test_an_empty_field_draws_nothing(form: Proof) -> None:
    """The lines and boxes on the page are those of paper."""

    def pictures(*, forms: bool) -> list[bytes]:
        with pdfium.PdfDocument(form.content) as document:
            document.init_forms()
            return [page.render(scale=0.5, may_draw_forms=forms).to_pil().tobytes() for page in document]

    assert pictures(forms=True) == pictures(forms=False)


def _fill_in(content: bytes) -> bytes:
    """Type into every field, and click on every box, as a viewer does; save the file."""
    saved = BytesIO()
    with pdfium.PdfDocument(content) as document:
        document.init_forms()
        for page in document:
            for index in range(raw.FPDFPage_GetAnnotCount(page)):
                note = raw.FPDFPage_GetAnnot(page, index)
                if raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_WIDGET:
                    _use(document.formenv, page, note)
                raw.FPDFPage_CloseAnnot(note)
        document.save(saved)
    return saved.getvalue()


def _use(form: object, page: pdfium.PdfPage, note: object) -> None:
    area = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(note, area)
    middle = (area.left + area.right) / 2, (area.top + area.bottom) / 2
    raw.FORM_OnLButtonDown(form, page, 0, *middle)
    raw.FORM_OnLButtonUp(form, page, 0, *middle)
    if raw.FPDFAnnot_GetFormFieldType(form, note) == raw.FPDF_FORMFIELD_TEXTFIELD:
        letters = f"{TYPED}\0".encode("utf-16-le")
        raw.FORM_ReplaceSelection(form, page, (c_ushort * (len(letters) // 2)).from_buffer_copy(letters))
    raw.FORM_ForceToKillFocus(form)


def test_typed_words_and_ticks_are_saved(form: Proof) -> None:
    """A viewer fills in every field and saves; the file has all of it, and is a form as before."""
    filled = _fill_in(form.content)

    file = Objects(filled)
    values = [(file.value(field, "FT"), file.value(field, "V")) for field in file.fields]

    assert {value for kind, value in values if kind == "/Tx"} == {TYPED}
    assert {"", "/Off"}.isdisjoint(value for kind, value in values if kind == "/Btn")
    assert {kind for kind, _ in values} == {"/Tx", "/Btn"}
    assert [*read_fields(filled)] == [*read_fields(form.content)]


def test_of_choices_one_is_made(form: Proof) -> None:
    """The answers of a question are one field, which has the last one that was clicked."""
    file = Objects(_fill_in(form.content))
    (asked,) = [field for field in file.fields if file.value(field, "T") == "a-questionnaire-first_1"]

    assert file.value(asked, "Opt") == "[(Yes)(No)(Not sure)]"
    assert [file.value(kid, "AS") for kid in file.linked(asked, "Kids")] == ["/Off", "/Off", "/2"]
    assert file.value(asked, "TU") == "Your knee: Vole one?"


def test_what_is_written_from_the_right_is_typed_from_the_right(engine: Engine) -> None:
    """On a page from right to left, the space after the words is at their left."""
    line = '<p data-field="text" data-label="Date" data-at="after">Date</p>'
    (left,), (right,) = _places(engine, line), _places(engine, line, "rtl")

    assert (left.rtl, right.rtl) == (False, True)
    assert left.area.left > right.area.left
    assert left.area.right - left.area.left == pytest.approx(right.area.right - right.area.left)


def test_a_field_is_high_enough_for_letters_and_no_higher(engine: Engine) -> None:
    """A thin blank and a high cell have fields of like heights, which end where both end."""
    boxes = [f'<div data-field="text" data-label="A" style="height: {height}mm"></div>' for height in (1, 12)]
    heights = [place.area.bottom - place.area.top for place in _places(engine, "<br>".join(boxes))]

    assert [round(height / 96 * 25.4, 1) for height in heights] == [5.5, 7.5]


def test_the_section_of_a_field_is_in_the_language_of_the_page(engine: Engine) -> None:
    """A heading in another language beside it does not count."""
    body = '<h2>Diary</h2><h2 lang="cy">Dyddiadur</h2><div data-field="text" data-label="Day"></div>'

    (place,) = _places(engine, body)

    assert place.says == "Diary: Day"


def test_a_page_that_is_no_form_has_no_fields(engine: Engine) -> None:
    """Marks count on the pages of a fillable edition only."""
    html = '<html lang="en"><title>T</title><p id="a" data-field="text" data-label="A">Words</p></html>'

    assert read_places(engine.open(html).lay_out(LOOSEST).document.pages, "en") == {}


def test_a_place_that_is_no_field_is_reported(prove_blocks: Prover) -> None:
    """A template of the workspace that marks a place without a label stops the sheet."""
    template = (
        '{% macro render(block) %}<p id="{{ block.id }}" data-field="text">Badger text</p>{% endmacro %}'
    )
    files = {"templates/blocks/paragraphs.html": template}
    block = {"kind": "paragraphs", "id": "dose", "text": "Badger text"}

    proof = prove_blocks(edition="fillable", blocks=[block], files=files)

    assert "lost-field" in {problem.code for problem in proof.problems}


def test_a_sheet_with_nothing_to_fill_in_is_no_form(prove_blocks: Prover) -> None:
    """If one is made all the same, it is not published."""
    block = {"kind": "paragraphs", "id": "dose", "text": "Badger text"}

    proof = prove_blocks(edition="fillable", blocks=[block])

    assert "nothing-to-fill-in" in {problem.code for problem in proof.problems}


def test_a_block_is_written_in_where_its_template_has_fields(full: Workspace) -> None:
    """What is not made because nothing is written in has no fields, and the other way round."""
    page = tinyhtml5.parse(render_html(sheet_of(full, "leaflet", "fillable"), full))
    (file,) = load_library(full).handouts

    def has_fields(block: str) -> bool:
        own = (part for part in page.iter() if re.fullmatch(rf"{block}(-.*)?", part.get("id", "")))
        return any(part.get("data-field") for element in own for part in element.iter())

    wrong = [block.kind for block in file.handout.blocks() if block.written_in != has_fields(block.id)]

    assert wrong == []
