"""What runs against its line is found and isolated, and nothing else is changed."""

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from leafwright.bidi import DirectedText, hold_ahead, isolate, list_direction, own_direction, split_pieces
from leafwright.pdf.order import bare
from tests.visual_orders import LINES, RUNS, on_paper


def _apart(words: str, within: str = "rtl") -> list[str]:
    return [piece.text for piece in split_pieces(words, within) if piece.direction]  # type: ignore[arg-type]  # the two


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        ("اتصل بالرقم 01632 960 142 الآن", ["01632 960 142"]),
        ("اتصل (01632 960 142).", ["01632 960 142"]),
        ("رقم (555) 555-0142، ثم", ["(555) 555-0142"]),
        ("من +44 1632 960142 ثم", ["+44 1632 960142"]),
        ("من 8.30am إلى 5pm يوميًا", ["8.30am", "5pm"]),
        ("(8.30am to 5pm)", ["8.30am to 5pm"]),
        ("خذ 40 mg مرتين", ["40 mg"]),
        ("خذ paracetamol 500\u00a0mg كل", ["paracetamol 500\u00a0mg"]),
        ("حرارة 38°C أو أكثر", ["38°C"]),
        ("من 10% إلى -5", ["10%", "-5"]),
        ("إلى knees@elm.example.org أو example.org/knees/.", ["knees@elm.example.org", "example.org/knees/"]),
        ("رمزها LW-101.", ["LW-101"]),
        ("عيادة Elm (North) في", ["Elm (North)"]),
        ("لا تأخذ warfarin، apixaban قبل", ["warfarin", "apixaban"]),
        ("LW-101، 1.0", ["LW-101"]),
        ("رمزها LW-101 · v1.0", ["LW-101", "v1.0"]),
        ("الوحدة 5\u00a0N·m فقط", ["5\u00a0N·m"]),
        ("المدير, 01632 960 108, ask@elm.example.org", ["01632 960 108", "ask@elm.example.org"]),
    ],
)
def test_what_belongs_together_is_set_apart(words: str, apart: list[str]) -> None:
    """Telephone numbers, doses, times, addresses, codes and names inside Arabic keep their order."""
    assert _apart(words) == apart


@pytest.mark.parametrize(
    "words",
    [
        "3 من كل 100",
        "1,000 شخص",
        "الإصدار 1.0، في 2 نوفمبر 2026",
        "الإصدار 1.0 · 2 نوفمبر 2026",
        "صفحة 2 | 5 أقسام",
        "10:30",
    ],
)
def test_plain_numbers_need_nothing(words: str) -> None:
    """A number that keeps its order without help is left unchanged."""
    assert _apart(words) == []


def test_arabic_in_an_english_line_is_set_apart() -> None:
    """The same is true the other way round."""
    assert _apart("In Arabic: العربية، نعم or اردو, yes", "ltr") == ["العربية، نعم", "اردو"]


@pytest.mark.parametrize(
    ("words", "within", "way"),
    [
        ("1 Elm Street, Saltmouth.", "rtl", "ltr"),
        ("01632 960 142", "rtl", "ltr"),
        ("Elm Street ليست", "rtl", None),
        ("999", "rtl", None),
        ("LW-101، 1.0", "rtl", None),
        ("العربية", "ltr", "rtl"),
        ("Arabic العربية", "ltr", None),
        ("01632 960 142", "ltr", None),
    ],
)
def test_words_without_a_letter_of_the_line_run_their_own_way(
    words: str, within: str, way: str | None
) -> None:
    """A whole text in another script brings its stops and brackets with it."""
    assert own_direction(words, within) == way  # type: ignore[arg-type]  # one of the two


def test_a_list_of_sources_runs_as_its_entries_begin() -> None:
    """English entries run to the right even with an Arabic word in one; an Arabic entry turns them all."""
    english = ["Elm A. Knees. 1999.", "1999 Ash B. متوفر في: https://example.org"]

    assert list_direction(english, "rtl") == "ltr"
    assert list_direction([*english, "علي أ. الركبة."], "rtl") is None
    assert list_direction(english, "ltr") is None
    assert list_direction([], "rtl") is None


def test_strings_are_set_apart_by_isolates() -> None:
    """Where no element is possible, invisible characters do the same."""
    assert isolate("LW-101، الإصدار 1.0", "rtl") == "\u2066LW-101\u2069، الإصدار 1.0"
    assert isolate("Elm Street.", "rtl") == "\u2066Elm Street.\u2069"
    assert isolate("Elm Street.", "ltr") == "Elm Street."


@pytest.mark.parametrize("words", ["مسكن (قرص (2 mg)\u064f مرتين)", "مسكن ((2 mg)\u064f"])
def test_a_mark_on_a_bracket_is_no_bracket(words: str) -> None:
    """Brackets stay a pair even if a vowel sign was pasted after one."""
    pieces = split_pieces(words, "rtl")

    assert "".join(piece.text for piece in pieces) == words
    assert any("2 mg" in piece.text for piece in pieces)


@given(st.text(st.sampled_from("aZ9 0()،.,-+/%@\u00a0عنُ٣é—")))
def test_nothing_is_lost_or_moved(words: str) -> None:
    """The pieces joined are the words, and isolates are all that a string gains."""
    for within in ("rtl", "ltr"):
        assert "".join(piece.text for piece in split_pieces(words, within)) == words
        isolated = isolate(words, within)
        assert isolated.translate(dict.fromkeys([0x200E, *range(0x2066, 0x206A)])) == words


def _shown(words: str) -> str:
    """Set a line by the Unicode algorithm, apart from what is not drawn and the sides of brackets."""
    drawn = get_display(isolate(words, "rtl"), base_dir="R")
    return bare(drawn)


@pytest.mark.parametrize("run", RUNS)
def test_a_run_is_set_apart_whole(run: str) -> None:
    """A dose, a level, a telephone number, a formula or an address is one run, with its signs and unit."""
    assert _apart(f"قبل {run} بعد") == [run]


@pytest.mark.parametrize("run", RUNS)
def test_a_run_is_drawn_in_its_own_order(run: str) -> None:
    """The Unicode algorithm, given our isolates, draws each run from left to right between Arabic words."""
    assert _shown(f"قبل {run} بعد") == bare(on_paper(f"بعد {run} قبل"))


@pytest.mark.parametrize(("words", "parts"), LINES)
def test_a_line_is_drawn_in_the_order_of_its_language(words: str, parts: str) -> None:
    """Runs, numbers, stops and words are where a reader of the language expects them."""
    assert _shown(words) == bare(on_paper(parts))


@pytest.mark.parametrize(
    "words",
    [
        "بين L4–L5 فقط",
        "عند INR 2.0–3.0 فقط",
        "خذ 500 ملغ مرتين",
        "من 1:200 فقط",
        "חומר 1-2 בלבד",
        "خذ \u0661–\u0662 حبة",
    ],
)
def test_what_the_algorithm_draws_right_stays_as_it_draws_it(words: str) -> None:
    """Where UAX 9 has the right order, setting runs apart changes nothing."""
    assert _shown(words) == bare(get_display(words, base_dir="R"))


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("In Arabic: العربية (مصر), yes", ["العربية (مصر)"]),
        ("Say من 1–2 mg يوميا now", ["من", "يوميا"]),
        ("Say اتصل 01632 960 142 الآن now", ["اتصل 01632 960 142 الآن"]),
    ],
)
def test_arabic_words_in_an_english_line_keep_their_brackets(words: str, pieces: list[str]) -> None:
    """A bracket that is opened in Arabic words is closed there; numbers between them go with them."""
    assert _apart(words, "ltr") == pieces


def test_numbers_among_arabic_words_in_an_english_line_keep_their_order() -> None:
    """What is set apart in an English line is read from the right, and the numbers in it from the left."""
    drawn = get_display(isolate("Say اتصل 01632 960 142 الآن now", "ltr"), base_dir="L")

    assert bare(drawn) == bare(on_paper("Say الآن 01632 960 142 اتصل now"))


@pytest.mark.parametrize(
    ("run", "whole"),
    [
        ("01632 960 142", True),
        ("L4–L5", True),
        ("38 °C", True),
        ("knees@elm.example.org", False),
        ("Elm", False),
    ],
)
def test_a_short_measure_is_not_broken(run: str, whole: bool) -> None:  # noqa: FBT001  # what is expected
    """A number stays in one line with its unit; an address may be broken."""
    assert DirectedText(text=run).is_whole is whole


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("ارتفع من 8.9\u00a0إلى\u00a015.9 mmol/L بعدها", ["", "8.9\u00a0إلى\u00a0", ""]),
        ("من 160 إلى 286 mg/dL", ["", ""]),
        ("لدى\u00a0Harbour Row Community Hospital", ["", ""]),
    ],
)
def test_what_is_tied_to_a_measure_is_held_ahead_of_it(words: str, held: list[str]) -> None:
    """The words that a no-break space ties to a measure go with it, and not to longer Latin words."""
    pieces = split_pieces(words, "rtl")
    kept = list(hold_ahead(pieces))

    assert [piece.ahead for piece in kept] == held
    assert "".join(piece.ahead + piece.text for piece in kept) == words
