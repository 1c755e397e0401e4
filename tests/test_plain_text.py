"""A page as plain text: what it says, in lines that a person, a braille printer or a voice can read."""

import pytest

from leafwright.plain_text import words_in, write_text
from leafwright.plain_text.lines import COLUMNS, width_of

ISOLATED = "\u2066{}\u2069"


def _text(body: str, direction: str = "ltr") -> str:
    return write_text(f'<!doctype html><html dir="{direction}"><head><title>T</title></head>{body}</html>')


@pytest.mark.parametrize(
    ("page", "written"),
    [
        ("<h1>Sore knee</h1><p>Rest.</p>", "Sore knee\n=========\n\nRest.\n"),
        ("<h2>Rest</h2><p>A.</p>", "Rest\n----\n\nA.\n"),
        ("<h3>At home</h3><p>A.</p><p>B.</p>", "At home\nA.\n\nB.\n"),
        ("<p>Do:</p><ul><li>a</li><li><p>b</p><p>c</p></li></ul>", "Do:\n\n- a\n- b\n  c\n"),
        ("<ol><li>Sit.</li><li>Stand.</li></ol>", "1. Sit.\n2. Stand.\n"),
        ("<dl><dt class='glossary__term'>Gel</dt><dd>A salve.</dd></dl>", "Gel: A salve.\n"),
        ("<p><strong class='risk__label'>When</strong> 1 year</p>", "When: 1 year\n"),
        ("<p><strong class='strong'>Rest</strong> is best.</p>", "Rest is best.\n"),
        ("<p class='strip__label'>Phone</p><p>999</p>", "Phone: 999\n"),
        ("<p class='field__label'>Name</p><svg class='field__line'></svg>", "Name: ____\n"),
        ("<p><svg class='tick__box'><title>yes</title></svg> yes</p>", "[ ] yes\n"),
        ("<p>Write <svg class='blank'><title>write</title></svg> mg.</p>", "Write ____ mg.\n"),
        ("<p><span class='appointment__label'>Time</span> <input class='blank'></p>", "Time: ____\n"),
        (
            "<p><span class='heard'>Our rule: </span><b class='decision__label'>Food</b> No.</p>",
            "Our rule: Food: No.\n",
        ),
        ("<p>Mine</p><div class='write-in'></div><div class='write-in'></div>", "Mine: ____\n"),
        ("<div class='write-in'></div><div class='write-in'></div>", "____\n"),
        ("<img alt='A knee'><p>It bends.</p>", "[A knee]\n\nIt bends.\n"),
        ("<p>It helps <a href='#source-1'>[1]</a>.</p>", "It helps [1].\n"),
        ("<p>See <a href='https://a.example/x'>our page</a>.</p>", "See our page <https://a.example/x>.\n"),
        ("<p><a href='https://a.example/x'>a.example/x</a></p>", "a.example/x\n"),
        ("<p>Or <a href='mailto:a@b.example'>write</a></p>", "Or write <a@b.example>\n"),
        ("<p><a href='tel:+44'>01632\u00a0960</a></p>", "01632 960\n"),
        ("<p><a href='tel:01632960142'>Call us</a></p>", "Call us <tel:01632960142>\n"),
        ("<p>10<sup>9</sup>/L, 10<sup>\u22123</sup></p>", "10⁹/L, 10⁻³\n"),
        ("<nav><a href='#a'>Contents</a></nav><p hidden>No</p><p aria-hidden='true'>No</p><p>A</p>", "A\n"),
        ("<p>a&amp;b\u00ad\u2060 c</p>", "a&b c\n"),
    ],
)
def test_every_element_has_its_form(page: str, written: str) -> None:
    """Headings are underlined, labels end with a colon, what is written on is a line or a box."""
    assert _text(page) == written


TABLE = """<table><thead><tr><td></td>
<th><span class="comparison__name">Rest</span> <span class="comparison__definition">You wait.</span></th>
<th><span class="comparison__name">Surgery</span></th></tr></thead><tbody>
<tr><th scope="row">Does it hurt?</th><td>No.</td><td><div>A little</div><div>for a week</div></td></tr>
<tr><th scope="row">Who can?</th><td colspan="2">Everybody.</td></tr></tbody></table>"""


def test_a_comparison_says_each_option_with_its_answer() -> None:
    """An answer for both names both."""
    assert _text(TABLE).splitlines() == [
        *("- Rest: You wait.", "", "Does it hurt?", "- Rest: No.", "- Surgery: A little; for a week"),
        *("", "Who can?", "- Rest, Surgery: Everybody."),
    ]


def test_in_arabic_the_commas_are_its_own() -> None:
    """So are the semicolons between what stands below each other."""
    page = TABLE.replace("Rest<", "راحة<").replace("Surgery", "جراحة").replace("A little", "قليل")

    lines = _text(page, "rtl").splitlines()

    assert "- راحة، جراحة: Everybody." in [line.replace("\u200f", "") for line in lines]
    assert any(line.startswith("- جراحة: قليل؛") for line in lines)


@pytest.mark.parametrize(
    ("rows", "written"),
    [
        (
            "<tr><td rowspan='2'>Rare</td><td>Rash</td></tr><tr><td>Fever</td></tr>",
            "- A: Rare\n- B: Rash\n\n- A: Rare\n- B: Fever\n",
        ),
        (
            "<tr><td>C</td><td rowspan='2'>1%</td></tr><tr><td>D</td></tr><tr><td>E</td><td>9%</td></tr>",
            "- A: C\n- B: 1%\n\n- A: D\n- B: 1%\n\n- A: E\n- B: 9%\n",
        ),
    ],
)
def test_a_cell_over_several_rows_is_said_in_each(rows: str, written: str) -> None:
    """Whoever hears a row need not remember the one before it, and no row after them has it too."""
    head = "<thead><tr><th>A</th><th>B</th></tr></thead>"

    assert _text(f"<table>{head}<tbody>{rows}</tbody></table>") == written


def test_a_row_to_write_in_is_one_line() -> None:
    """A diary of fourteen days takes fourteen lines."""
    rows = "".join(f"<tr><th scope='row'>{day}</th><td></td></tr>" for day in (1, 2))
    page = f"<table><thead><tr><th>Day</th><th>Pain</th></tr></thead><tbody>{rows}</tbody></table>"

    assert _text(page) == "- Day: 1; Pain: ____\n- Day: 2; Pain: ____\n"


def test_lines_are_at_most_72_columns_by_what_is_seen() -> None:
    """Marks above letters take no column, and a no-break space is never a break."""
    words = "أَخْبِرْنَا قَبْلَ أَنْ تَأْتِيَ " * 20 + "40\u00a0mg " * 20
    lines = _text(f"<ul><li>{words}</li></ul>", "rtl").splitlines()

    assert max(map(width_of, lines)) <= COLUMNS
    assert max(map(len, lines)) > COLUMNS
    assert all(line.count("40") == line.count("mg") for line in lines)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("اتصل على 01632\u00a0960\u00a0163 اليوم", f"اتصل على {ISOLATED.format('01632 960 163')} اليوم"),
        ("خذ 40 حبة", "خذ 40 حبة"),
        ("مستشفى Harbour Row هنا", "مستشفى Harbour Row هنا"),
        ("Harbour Row هنا", "\u200fHarbour Row هنا"),
    ],
)
def test_only_what_a_line_would_turn_round_has_marks(words: str, line: str) -> None:
    """A number with blanks needs them in Arabic, and a line that begins with a Latin word."""
    assert _text(f"<p>{words}</p>", "rtl") == f"{line}\n"


def test_the_words_of_a_text_are_those_of_its_page() -> None:
    """What was added is left out: lines to write on, boxes and addresses."""
    assert words_in("Name: ____\nSee our page <https://a.example/x>. [ ] yes") == "Name: See our page . yes"
    assert words_in("Call us <tel:01632960142>.") == "Call us ."
    assert words_in("Or write <a@b.example>, if it is <5/>3.") == "Or write , if it is <5/>3."


def test_the_key_to_a_picture_shows_what_each_entry_marks() -> None:
    """Its entries differ in colour on a page: in a text one is filled in, and the other is not."""
    text = write_text(
        '<ul class="risk__key"><li class="risk__key-entry risk__key-entry--on">felt better</li>'
        '<li class="risk__key-entry risk__key-entry--off">did not</li></ul>'
    )

    assert text == "■ felt better\n□ did not\n"
