"""Every script: set in its own fonts, through every proof, and read as it was written."""

import re
from collections import Counter
from collections.abc import Callable
from ctypes import c_ushort, create_string_buffer
from functools import cache
from pathlib import Path
from unicodedata import normalize

import pypdfium2 as pdfium
import pytest
from fontTools.ttLib import TTFont

from leafwright.build.requested import format_of
from leafwright.families import FALLBACKS, SOURCES
from leafwright.html import render_html
from leafwright.library import load_library
from leafwright.pdf import Engine, Proof, prove
from leafwright.pdf.content import Flow
from leafwright.pdf.extract import _actual_texts, read_strips
from leafwright.pdf.ladder import LOOSEST
from leafwright.pdf.page_fonts import PageFonts
from leafwright.pdf.unicode import NOTHING, _made_from
from leafwright.problems import Severity
from leafwright.scripts import SCRIPTS, script_of
from leafwright.sheet import Sheet, SheetKey, make_sheet
from leafwright.sheet.inputs import SheetInputs
from leafwright.workspace import Workspace
from tests.languages import SENTENCES, TURNED, write_in
from tests.workspaces import CLINIC, TOPIC, sheet_of, write_workspace

Proven = Callable[[str], Proof]

pytestmark = pytest.mark.xdist_group("scripts")
"""One process cuts the fonts of each script, and the sheets are proved once."""

FIGURES = "Figures for Atkinson Hyperlegible"
ENGLISH = "<!DOCTYPE html><html lang='en'><title>A page</title><p>{}</p></html>"


def sheet_in(workspace: Workspace, language: str) -> Sheet:
    """Make the one sheet of a workspace."""
    library = load_library(workspace)
    assert not library.problems, "\n".join(map(str, library.problems))
    (file,), (folder,) = library.handouts, library.clinics
    key = SheetKey(clinic=CLINIC, topic=TOPIC, variant="leaflet", edition="standard", language=language)
    words = library.words[language]
    return make_sheet(
        SheetInputs(
            key=key,
            file=file,
            folder=folder,
            words=words,
            references=library.references,
            format=format_of(library, key, file.handout, folder.clinic),
        )
    )


@pytest.fixture(scope="session")
def proven(tmp_path_factory: pytest.TempPathFactory, engine: Engine) -> Proven:
    """Prove a sheet in a language, once."""

    @cache
    def make(language: str) -> Proof:
        workspace = write_in(tmp_path_factory.mktemp(language), language)
        made = sheet_in(workspace, language)
        return prove(made, render_html(made, workspace), engine.with_files(workspace))

    return make


def bare(text: str) -> str:
    """Reduce text to what must be there in any reader: composed, with no blanks."""
    return "".join(normalize("NFC", text).split())


def languages(page: pdfium.PdfPage) -> list[str]:
    """List the languages that elements of a page's tag tree say they are in, in the order of the tree."""
    tree = pdfium.raw.FPDF_StructTree_GetForPage(page)
    count = pdfium.raw.FPDF_StructTree_CountChildren(tree)
    waiting = [pdfium.raw.FPDF_StructTree_GetChildAtIndex(tree, index) for index in reversed(range(count))]
    found = []
    while waiting:
        element = waiting.pop()
        held = create_string_buffer(64)
        if (size := pdfium.raw.FPDF_StructElement_GetLang(element, held, 64)) > 2:
            found.append(held.raw[: size - 2].decode("utf-16-le"))
        count = pdfium.raw.FPDF_StructElement_CountChildren(element)
        children = [pdfium.raw.FPDF_StructElement_GetChildAtIndex(element, index) for index in range(count)]
        waiting += [child for child in reversed(children) if child]
    pdfium.raw.FPDF_StructTree_Close(tree)
    return found


def test_every_script_is_tried() -> None:
    """There is a text in every script that can be printed."""
    assert {script_of(language) for language in SENTENCES} == set(SCRIPTS)


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sheet_passes_every_proof(proven: Proven, language: str) -> None:
    """Nothing is lost, no glyph is missing, no font is wrong; the file is PDF/A-3a and PDF/UA-1."""
    problems = proven(language).problems

    assert [str(problem) for problem in problems if problem.severity is Severity.ERROR] == []


def test_no_arabic_is_set_smaller_than_it_is_read(proven: Proven) -> None:
    """Its letters are smaller than Latin ones of the same size: the smallest print is a tenth larger."""
    sizes = {strip.size for strip in read_strips(proven("ar").content) if "Arabic" in strip.family}

    assert min(sizes) == pytest.approx(9.9, abs=0.01)


@pytest.mark.parametrize("language", SENTENCES)
def test_the_text_is_read_as_it_was_written(proven: Proven, language: str) -> None:
    """What a reader of the file gets is the source, letter by letter in the order it is read in."""
    read = "".join(strip.words for strip in read_strips(proven(language).content))

    assert bare(SENTENCES[language]) in bare(read)


@pytest.mark.parametrize("language", [language for language in SENTENCES if language not in TURNED])
def test_the_text_of_a_page_is_the_source(proven: Proven, language: str) -> None:
    """A copy of the whole page contains the source, too."""
    with pdfium.PdfDocument(proven(language).content) as document:
        copied = document[0].get_textpage().get_text_range()

    assert bare(SENTENCES[language]) in bare(copied)


@pytest.mark.parametrize("language", TURNED)
def test_the_tag_tree_tells_how_a_line_is_read(proven: Proven, language: str) -> None:
    """A text that runs from right to left is in the tag tree in the order it is read in, marks and all."""
    with pdfium.PdfDocument(proven(language).content) as document:
        told = _actual_texts(document[0])

    assert bare(SENTENCES[language]) in bare("".join(text for _, text in sorted(told.items())))


@pytest.mark.parametrize("language", TURNED)
def test_what_is_actual_texts_was_drawn(proven: Proven, language: str) -> None:
    """The tag tree is believed only where the very letters were drawn, and they were everywhere."""
    strips = read_strips(proven(language).content)

    assert [strip.text for strip in strips if strip.mark < 0 and strip.read is not None] == []
    assert sum(strip.read is not None for strip in strips) > len(strips) / 2


@pytest.mark.parametrize("language", [language for language in SENTENCES if script_of(language) in FALLBACKS])
def test_letters_are_set_in_the_family_of_their_script(proven: Proven, language: str) -> None:
    """Letters that the brand's family does not have are set in the fallback font, digits in their own."""
    families = {strip.family for strip in read_strips(proven(language).content)}

    assert families == {"Atkinson Hyperlegible", FIGURES, FALLBACKS[script_of(language)].family}


@pytest.mark.parametrize(
    ("language", "families"),
    [
        ("pl", {"Atkinson Hyperlegible", FIGURES}),
        ("cy", {"Source Sans 3"}),
        ("vi", {"Source Sans 3"}),
        ("el", {"Source Sans 3"}),
        ("uk", {"Source Sans 3"}),
    ],
)
def test_a_family_gives_way_where_it_lacks_letters(proven: Proven, language: str, families: set[str]) -> None:
    """A page is set in one family whole, with the digits that go with it, never with letters of another."""
    assert {strip.family for strip in read_strips(proven(language).content)} == families


def test_an_english_page_never_sees_other_fonts(proven: Proven, tmp_path: Path) -> None:
    """The same bytes come out before and after a page in Arabic, from one process."""
    workspace = write_workspace(tmp_path)
    made = sheet_of(workspace)
    engine = Engine(workspace)
    before = prove(made, render_html(made, workspace), engine).content
    proven("ar")

    assert prove(made, render_html(made, workspace), engine).content == before
    assert prove(made, render_html(made, workspace), Engine(workspace)).content == before


def test_a_letter_of_another_script_is_missing(proven: Proven, tmp_path: Path) -> None:
    """A page in English has no glyph for an Arabic letter, whatever fonts are installed."""
    proven("ar")
    workspace = write_workspace(tmp_path, blocks=[{"kind": "paragraphs", "id": "a", "text": "Rest ش well."}])
    made = sheet_of(workspace)

    problems = prove(made, render_html(made, workspace), Engine(workspace)).problems

    assert "missing-glyph" in {problem.code for problem in problems}


def test_an_arabic_sheet_without_arabic_is_reported(tmp_path: Path) -> None:
    """A fallback font that no letter uses is reported: the text is in another script than its language's."""
    workspace = write_in(tmp_path, "he", sentences="Nothing of this is in Hebrew.")
    made = sheet_in(workspace, "he")

    page = re.sub(r"[\u0590-\u05ff]+|\\5f3 ", "November", render_html(made, workspace))
    problems = prove(made, page, Engine(workspace)).problems

    assert "nothing is set in Heebo" in {problem.message for problem in problems}


def test_a_text_says_its_language(engine: Engine) -> None:
    """A part of the page in another language than the page's says so in the tag tree."""
    html = ENGLISH.format("Ask for <span lang='cy'>dŵr</span>.</p><p lang='pl'>woda")

    with pdfium.PdfDocument(engine.open(html).lay_out(LOOSEST).write()) as document:
        assert languages(document[0]) == ["cy", "pl"]


def test_the_sources_of_an_arabic_page_say_that_they_are_english(tmp_path: Path) -> None:
    """A list that stays as it was published is read aloud in its own language."""
    workspace = write_in(tmp_path, "ar", cited=True)
    made = sheet_in(workspace, "ar")

    with pdfium.PdfDocument(prove(made, render_html(made, workspace), Engine(workspace)).content) as document:
        told = {language for page in document for language in languages(page)}

    assert told == {"en"}


def test_a_name_in_latin_letters_says_its_language(tmp_path: Path) -> None:
    """A clinic's own English is read aloud as English on a page in Arabic; a number has no language."""
    workspace = write_in(tmp_path, "ar")
    page = render_html(sheet_in(workspace, "ar"), workspace)

    assert '<bdi dir="ltr" lang="en">Knee clinic</bdi>' in page
    assert '<bdi class="number" dir="ltr">01632\u00a0960\u00a0142</bdi>' in page


def test_words_in_another_language_say_it_on_an_arabic_page(tmp_path: Path) -> None:
    """A Latin name is read aloud as Latin, and is printed in its order."""
    text = SENTENCES["ar"] + " اسأل عن [Helicobacter pylori](lang:la) قبل 6 ساعات."
    workspace = write_in(tmp_path, "ar", sentences=text)
    made = sheet_in(workspace, "ar")
    proof = prove(made, render_html(made, workspace), Engine(workspace))

    with pdfium.PdfDocument(proof.content) as document:
        told = {language for page in document for language in languages(page)}
    assert told == {"la", "en"}
    assert [str(problem) for problem in proof.problems if problem.code in ("torn-run", "lost-content")] == []


def test_a_number_in_a_sentence_says_in_the_language_of_the_page_that_it_is_phoned(tmp_path: Path) -> None:
    """A screen reader says where a link goes; digits alone do not."""
    text = SENTENCES["pl"] + " Zadzwoń: [01632 960 142](tel:+441632960142)."
    workspace = write_in(tmp_path, "pl", sentences=text)
    page = render_html(sheet_in(workspace, "pl"), workspace)

    assert re.search('href="tel:[+]441632960142" title="Telefon 01632.960.142"', page)


def test_a_page_in_one_language_says_it_once(engine: Engine) -> None:
    """What is in the language of the document need not say so."""
    html = ENGLISH.format("Water")

    with pdfium.PdfDocument(engine.open(html).lay_out(LOOSEST).write()) as document:
        assert languages(document[0]) == []


@pytest.mark.parametrize(("language", "way"), [("ar", "R2L"), ("he", "R2L"), ("hi", ""), ("cy", "")])
def test_a_document_says_its_language_and_its_way(proven: Proven, language: str, way: str) -> None:
    """Pages that are read from the right are turned from the right in a viewer."""
    held, spoken = create_string_buffer(64), (c_ushort * 32)()
    with pdfium.PdfDocument(proven(language).content) as document:
        size = pdfium.raw.FPDF_VIEWERREF_GetName(document, b"Direction", held, 64)
        length = pdfium.raw.FPDFCatalog_GetLanguage(document, spoken, 64)

    assert held.raw[: max(size - 1, 0)].decode() == way
    assert bytes(spoken)[: length - 2].decode("utf-16-le") == language


def test_brackets_stand_for_themselves(engine: Engine) -> None:
    """A bracket that is drawn mirrored in Hebrew does not turn the brackets of Latin text round."""
    page = ENGLISH.format("שלום (שלום)</p><p dir='ltr'>(Row)").replace("lang='en'", "lang='he' dir='rtl'")
    style = "</title><style>p { font-family: 'Atkinson Hyperlegible', Heebo }</style>"
    fonts = PageFonts(scripts=("Hebr",))
    layout = engine.open(page.replace("</title>", style), fonts_of=fonts).lay_out(LOOSEST)
    layout.write()

    (font,) = (font for font in layout.document.fonts.values() if font.family == "Atkinson Hyperlegible")
    with TTFont(SOURCES[0].file(400)) as face:
        own = {sign: face.getGlyphID(face.getBestCmap()[ord(sign)]) for sign in "()"}
    assert {sign: font.to_unicode[glyph] for sign, glyph in own.items()} == {"(": "(", ")": ")"}


def test_a_link_with_parts_is_one_link(engine: Engine) -> None:
    """Words set apart inside a link make no second link beside it."""
    html = ENGLISH.format("<a href='https://example.org' title='Site'>a <bdi>b</bdi> c</a>")

    with pdfium.PdfDocument(engine.open(html).lay_out(LOOSEST).write()) as document:
        assert pdfium.raw.FPDFPage_GetAnnotCount(document[0]) == 1


@pytest.mark.parametrize(
    ("letters", "reads"),
    [("\u0647", "\u0647"), ("\ufeeb", "\u0647"), ("\ufefb", "\ufefb"), ("\u064d", "\u064d"), ("A", "A")],
    ids=["letter", "joined form", "ligature", "mark", "Latin"],
)
def test_a_glyph_stands_for_the_letters_it_is_made_from(letters: str, reads: str) -> None:
    """A form of a letter reads as the letter; a ligature as one sign, since readers turn two round."""
    source = FALLBACKS["Arab"].file(400)
    with TTFont(source) as font:
        glyph = font.getGlyphID(font.getBestCmap()[ord(letters)])

    assert _made_from(source.read_bytes())[glyph] == reads


def test_every_glyph_of_arabic_letters_stands_for_some(proven: Proven) -> None:
    """No letter is mapped to a place holder: each joined form is found in the font's substitutions."""
    drawn = "".join(strip.text for strip in read_strips(proven("ar").content))

    assert NOTHING not in drawn
    assert Counter(filter(str.isalpha, SENTENCES["ar"])) <= Counter(filter(str.isalpha, drawn))


def test_a_actual_texts_text_is_read_once(proven: Proven) -> None:
    """Text that is written beside its glyphs is not read again from them."""
    flow = Flow.of(read_strips(proven("hi").content))

    assert flow.text.count("बिगड़ी") == flow.text.count("स्थिति")
