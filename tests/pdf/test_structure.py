"""The tag tree: what a screen reader reads, however pages and lines break."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from pypdfium2 import PdfDocument

from leafwright.pdf import Engine
from leafwright.pdf.ladder import LOOSEST
from leafwright.pdf.structure import writing
from leafwright.pdf.structure.writing import INSTEAD
from tests.readings import read_aloud

Reader = Callable[..., str]

SMALL: Final = """<style>@page { size: 60mm 40mm; margin: 8mm; @top-left { content: "Knees" }
@bottom-left { content: "LW-1" } }
body { font: 10pt "Atkinson Hyperlegible" } ul { list-style: none }</style>"""
ITEMS: Final = "".join(f"<li>Item {number}</li>" for number in range(9))
ROWS: Final = "".join(f'<tr><th scope="row">Row {number}</th><td>{number}</td></tr>' for number in range(9))
TABLE: Final = f"""<table><caption>Days</caption><thead><tr><td></td><th>Day</th></tr></thead>
<tbody>{ROWS}</tbody></table>"""
WORDS: Final = "A sore knee gets better with small steps, and a little more of them each day. " * 3 + "Rest."


@pytest.fixture
def read(engine: Engine, tmp_path: Path) -> Reader:
    """Read what is on small pages aloud."""

    def reading(body: str, language: str = "en") -> str:
        html = f'<html lang="{language}"><head><title>Knees</title>{SMALL}</head><body>{body}</body></html>'
        layout = engine.open(html).lay_out(LOOSEST)
        assert layout.pages > 1 or " page" in body
        (tmp_path / "read.pdf").write_bytes(layout.write())
        return read_aloud(tmp_path / "read.pdf")

    return reading


def _count(role: str, heard: str) -> int:
    return sum(line.split()[0].rstrip(":") == role for line in heard.splitlines())


def test_a_list_over_pages_is_one_list(read: Reader) -> None:
    """Its section, its list and each of its items are one element each."""
    heard = read(f"<section><h2>Steps</h2><ul>{ITEMS}</ul></section>")

    assert [_count(role, heard) for role in ("Sect", "H2", "L", "LI", "LBody")] == [1, 1, 1, 9, 9]


def test_what_is_printed_once_more_is_not_heard_again(read: Reader) -> None:
    """It is on the page, and in no element of the tree."""
    repeated = '<p aria-hidden="true"><strong>Approval</strong> Not approved.</p>'

    heard = read(f"<p>Not approved.</p>{repeated}<p>{WORDS}</p>")

    assert heard.count("Not approved") == 1
    assert (_count("P", heard), "Approval" in heard) == (2, False)


def test_a_paragraph_over_pages_is_one_paragraph(read: Reader) -> None:
    """Its words are not run together where a line or a page ends."""
    assert f"P: {WORDS}\n" in read(f"<p>{WORDS}</p>")


def test_a_table_over_pages_is_one_table(read: Reader) -> None:
    """Its head is repeated for the eye alone, and each head says what it heads."""
    heard = read(TABLE)

    assert [_count(role, heard) for role in ("Table", "Caption", "THead", "TBody", "TR")] == [1, 1, 1, 1, 10]
    assert heard.count("TH Column: Day") == 1
    assert heard.count("TH Row: Row ") == 9


def test_a_word_that_is_broken_over_lines_is_one_word(read: Reader, tmp_path: Path) -> None:
    """A hyphen that only the end of the line asks for is not said; one of the word itself is."""
    style = '<style>p { hyphens: auto; hyphenate-character: "-"; hyphenate-limit-zone: 0 }</style>'
    words = "A page of a non-immunosuppressive and electroencephalographic over-the-counter radiofrequency"

    assert f"P: {words}\n" in read(f"{style}<p>{words}</p>", "en-GB")
    with PdfDocument(tmp_path / "read.pdf") as document:
        assert "electroencephalographic" not in document[0].get_textpage().get_text_range()


def test_what_a_style_adds_is_where_it_is_seen(read: Reader) -> None:
    """A colon after a label, and a number before a step, are not run together with the words after them."""
    added = "<style>b::after { content: ':' } p::before { content: '1' }</style>"

    assert "P: 1 How long: a week page" in read(f"{added}<p><b>How long</b> a week page</p>")


def test_heads_and_feet_are_not_read(read: Reader) -> None:
    """They would be heard in the middle of a sentence."""
    assert read(f"<p>{WORDS}</p>") == f"Document\n  P: {WORDS}\n"


def test_a_link_over_lines_is_one_link(read: Reader) -> None:
    """Both places to click belong to it, and say where it leads in the words of the page."""
    link = f'<a href="https://example.org/knees" title="Web: knees">{WORDS}</a>'

    assert read(f"<p>1 page: {link}</p>").count(f"<{WORDS}: Web: knees>") == 1


def test_steps_have_their_numbers_as_labels(read: Reader) -> None:
    """A number that a style counts is the label of its step."""
    counted = "<style>ol { list-style: none } li::before { content: counter(list-item) }</style>"
    heard = read(f"{counted}<ol>{ITEMS}</ol>")

    assert "L Decimal" in heard
    assert heard.count("Lbl: ") == 9


def test_steps_in_two_languages_have_one_label(read: Reader) -> None:
    """The number of the second language is heard with its words."""
    style = """<style>ol { list-style: none }
    li > div::before { content: counter(list-item); position: absolute; left: 0 }</style>"""
    heard = read(f'{style}<ol><li><div>One page</div><div lang="es">Una página</div></li></ol>')

    assert heard.split("L Decimal\n")[1].splitlines()[:5] == [
        "    LI",
        "      Lbl: 1",
        "      LBody",
        "        P: One page",
        "        P es: 1 Una página",
    ]


def test_terms_are_labels(read: Reader) -> None:
    """A glossary is one list, of terms and what they mean."""
    heard = read("<dl>" + "<div><dt>Cartilage</dt> <dd>What is between the bones</dd></div>" * 6 + "</dl>")

    assert [_count(role, heard) for role in ("L", "LI", "Lbl", "LBody")] == [1, 6, 6, 6]
    assert "P: " not in heard


def test_no_paragraph_has_a_paragraph_or_a_heading(read: Reader) -> None:
    """Where a heading shares its line with text, both are read by themselves."""
    inline = "<style>h2, p { display: inline }</style>"

    assert read(f"{inline}<section><h2>1 page</h2> <p>Rest.</p></section>").splitlines()[2:4] == [
        "    H2: 1 page",
        "    P: Rest.",
    ]


def test_rows_are_read_in_the_order_of_the_page(read: Reader) -> None:
    """A style may draw them from their end, as it does with notes in the leading column."""
    turned = "<style>div { display: flex; flex-direction: row-reverse } .late { order: 1 }</style>"
    heard = read(f"{turned}<div><h2>1 page</h2><p>Note</p></div><div><h2 class=late>2</h2><p>End</p></div>")

    assert [line.strip() for line in heard.splitlines()[1:5]] == ["H2: 1 page", "P: Note", "H2: 2", "P: End"]


def test_other_languages_are_named(read: Reader) -> None:
    """A word, a paragraph and the words of a picture each have their language."""
    heard = read('<p>1 page, <i lang="la">genu</i></p><p lang="cy">Pen-glin</p>')

    assert "<la: genu>" in heard
    assert "P cy: Pen-glin" in heard


def test_words_may_be_heard_and_not_seen(read: Reader) -> None:
    """They say how something is marked; what is only to see is not heard."""
    picture = '<svg {} width="9" height="9"><title>Rule:</title><path d="M0 0h9v9z"/></svg>'
    heard, seen = picture.format('class="heard"'), picture.format('aria-hidden="true"')

    assert "  P: Rule: 1 page\n" in read(f"<p>{heard}1 page{seen}</p>")


def test_a_name_within_words_that_are_only_heard_is_in_its_language(read: Reader) -> None:
    """Such words are apart, and nothing is between them that they do not have."""
    parts = (("la", "Rule of "), ("en", "Clinic"), ("la", ":"))
    heard = "".join(
        f'<svg class="heard" lang="{language}" width="1" height="1"><title>{words}</title></svg>'
        for language, words in parts
    )

    assert "  P: Rule of <en: Clinic>: 1 page\n" in read(f"<p>{heard}1 page</p>", "la")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('<strong class="control__label">Funding</strong> None, 1 page', "Funding: None, 1 page"),
        ('<b class="fields__head">Is it <i>so</i>?</b> Yes, 1 page', "Is it so? Yes, 1 page"),
        ('<b class="a__label">Sure</b><i>of 1 page</i>', "Sure: of 1 page"),
        ('<b class="a__label colon">Sure</b> of 1 page', "Sure: of 1 page"),
        ('<b class="fields__head">1 page</b>', "1 page"),
        ('Rest is <strong class="control__label">best</strong> on 1 page', "Rest is best on 1 page"),
        ("<strong>Rest</strong> is on 1 page", "Rest is on 1 page"),
    ],
)
def test_a_label_is_heard_as_one(read: Reader, written: str, said: str) -> None:
    """A colon that is not drawn ends a label before its text, if it ends with no sign of its own."""
    assert f"  P: {said}\n" in read(f'<style>.colon::after {{ content: ":" }}</style><p>{written}</p>')


PLACED: Final = """<style>@page { size: 90mm } .late { position: relative }
.side { position: absolute; left: 40mm; color: blue }
i { float: left; margin-right: 1em; overflow: hidden; color: green }
div { background: #eee; border: 1px dashed red } svg { position: absolute }
b { text-decoration: underline }</style>
<p class="late">One</p><p><i>two</i> three</p><div>four <span class="side">five</span><br><b>six</b></div>
<p class="late"><svg width="20" height="20" viewBox="0 0 2 2"><title>Dot</title><path d="M0 0h2v2z"/></svg>
seven</p><table><caption>eight</caption><tr><th>nine</th><td>ten</td></tr></table>"""


def test_text_is_drawn_in_the_order_of_its_tags(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs that read what is drawn get what floats in its place, and no pixel changes."""
    html = f'<html lang="en"><head><title>Ten</title>{SMALL}</head><body>{PLACED}</body></html>'
    drawn = engine.open(html).lay_out(LOOSEST).write()
    monkeypatch.setattr(writing, "put_in_order", lambda *_: None)
    by_layers = engine.open(html).lay_out(LOOSEST).write()

    in_order = ["One", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    assert [word for word in _words(drawn) if word in in_order] == in_order
    assert [word for word in _words(by_layers) if word in in_order] != in_order
    assert _pixels(drawn) == _pixels(by_layers)


def _words(file: bytes) -> list[str]:
    with PdfDocument(file) as document:
        return str(document[0].get_textpage().get_text_range()).split()


def _pixels(file: bytes) -> bytes:
    with PdfDocument(file) as document:
        return bytes(document[0].render(scale=3).to_pil().tobytes())


def test_the_proof_sees_what_is_cut_in_two(found: Callable[..., set[str]]) -> None:
    """The engine's own tags have two lists where a list goes on over a page."""
    markup = f"<ul>{ITEMS * 9}</ul>"
    assert "continued-tag" not in found(markup=markup)

    INSTEAD.release()
    try:
        assert "continued-tag" in found(markup=markup)
    finally:
        INSTEAD.pull()
