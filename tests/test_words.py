"""The words files that are brought along: whole, in their own language, and held against the locale data."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from babel import Locale
from babel.numbers import get_group_symbol

from leafwright.build import survey
from leafwright.decode import decode, read_record
from leafwright.language import plurals_of
from leafwright.library import load_library
from leafwright.model.words import Words
from leafwright.phrasing.phrases import say_count, say_day, say_number
from leafwright.phrasing.spacing import NO_BREAK, keep_whole
from leafwright.problems import ContentError, Problem
from leafwright.resources import shared
from leafwright.source import Mapping, parse_source
from tests.workspaces import sheet_of, write_workspace

FILES: Final = {path.stem: path for path in sorted(shared("words").glob("*.yaml"))}
TRANSLATED: Final = sorted(name for name in FILES if not name.startswith("en-"))
NOT_THE_LOCALE_S: Final = {"es": NO_BREAK, "fr": NO_BREAK}
"""Where thousands are set apart otherwise than by the locale data; each file says why."""
LEAST_GROUPED: Final = {"es": 10_000, "pl": 10_000}
"""Where thousands begin to be set apart, but for 1000: CLDR's minimumGroupingDigits, which Babel lacks."""
QUOTES: Final = {
    "ar": "”“",
    "cy": "“”",
    "en-GB": "“”",
    "en-US": "“”",
    "es": "“”",
    "fr": "«»",
    "pl": "„”",
    "ur": "”“",
}
"""Source: the delimiters of CLDR, which Babel leaves out."""
ALIKE: Final = {
    "fr": {
        "Rare",
        "Date",
        "Signature",
        "Source",
        "{n} page",
        "{n} pages",
        "{reference}, version {version}",
    },
}


def read(name: str) -> Words:
    """Read one words file."""
    return read_record(Words, FILES[name], f"words/{name}.yaml")


def leaves(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Go through every phrase of a words file, with the keys that lead to it."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from leaves(below, (*path, key))
    else:
        yield path, str(value)


def phrases_of(name: str) -> dict[tuple[str, ...], str]:
    """Read the phrases of a words file as they are written."""
    return dict(leaves(yaml.safe_load(FILES[name].read_text("utf-8"))["phrases"]))


def with_plain_spaces(words: str) -> str:
    """Show spaces that do not break as spaces that do."""
    return words.replace(NO_BREAK, " ")


@pytest.mark.parametrize("name", FILES)
def test_dates_are_written_as_the_locale_data_has_them(name: str) -> None:
    """Day and month have the long patterns of the language."""
    locale, dates = Locale.parse(name, sep="-"), read(name).dates

    assert (dates.day, dates.month) == (
        str(locale.date_formats["long"]),
        str(locale.datetime_skeletons["yMMMM"]),
    )


@pytest.mark.parametrize("name", FILES)
def test_a_language_is_called_what_it_calls_itself(name: str) -> None:
    """Its name is the locale data's, in its own script."""
    assert read(name).name.lower() == str(Locale.parse(name, sep="-").get_display_name()).lower()


@pytest.mark.parametrize("name", FILES)
def test_thousands_are_set_apart_as_the_locale_data_does(name: str) -> None:
    """From the same number on, and by the same sign but where the file says why not."""
    words = read(name)
    sign = NOT_THE_LOCALE_S.get(name) or get_group_symbol(Locale.parse(name, sep="-"))

    assert words.numbers.grouped_from == LEAST_GROUPED.get(name, 1000)
    assert say_number(10_000, words) == f"10{sign}000"


@pytest.mark.parametrize("name", FILES)
def test_quotation_marks_are_those_of_the_locale_data(name: str) -> None:
    """The outer pair, in French with its spaces."""
    assert "".join(read(name).quotes).replace(NO_BREAK, "") == QUOTES[name]


@pytest.mark.parametrize("language", ["ar", "ar-EG", "ur", "ur-IN"])
def test_digits_are_the_same_in_every_language(language: str) -> None:
    """Numbers and dates have the digits 0 to 9, also where a country's locale data has others."""
    words = read(language.partition("-")[0]).model_copy(update={"language": language})
    printed = say_number(12_345, words) + say_day(date(2026, 10, 28), words)

    assert {sign for sign in printed if sign.isdigit()} == set("01234586")


def test_the_first_of_a_month_has_its_own_form_in_french() -> None:
    """1er novembre, and 2 novembre."""
    french = read("fr")

    assert [with_plain_spaces(say_day(date(2028, 11, day), french)) for day in (1, 2)] == [
        "1er novembre 2028",
        "2 novembre 2028",
    ]


@pytest.mark.parametrize(
    ("name", "number", "pages"),
    [
        ("ar", 0, "لا صفحات"),
        ("ar", 1, "صفحة واحدة"),
        ("ar", 2, "صفحتان"),
        ("ar", 3, "3 صفحات"),
        ("ar", 11, "11 صفحة"),
        ("ar", 100, "100 صفحة"),
        ("cy", 1, "1 dudalen"),
        ("cy", 2, "2 dudalen"),
        ("cy", 3, "3 tudalen"),
        ("cy", 6, "6 thudalen"),
        ("es", 1, "1 página"),
        ("es", 2, "2 páginas"),
        ("fr", 0, "0 page"),
        ("fr", 2, "2 pages"),
        ("pl", 1, "1 strona"),
        ("pl", 2, "2 strony"),
        ("pl", 5, "5 stron"),
        ("pl", 22, "22 strony"),
        ("ur", 1, "1 صفحہ"),
        ("ur", 2, "2 صفحات"),
    ],
)
def test_pages_are_counted_in_the_plural_of_the_language(name: str, number: int, pages: str) -> None:
    """Each number takes the form that the plural rules give it."""
    words = read(name)

    assert with_plain_spaces(say_count(number, words.phrases.catalogue.card.pages, words).plain) == pages


@pytest.mark.parametrize("name", FILES)
def test_a_count_has_each_plural_form_and_no_other(name: str) -> None:
    """What the file writes is what the locale data names."""
    written = yaml.safe_load(FILES[name].read_text("utf-8"))["phrases"]["catalogue"]["card"]["pages"]

    assert tuple(written) == plurals_of(Locale.parse(name, sep="-"))


@pytest.mark.parametrize(
    ("name", "written", "whole"),
    [
        ("es", "3 de cada 100 personas en 24 horas", "3~de~cada~100 personas en 24~horas"),
        ("es", "a las 9 a. m. o 5 %", "a las 9~a.~m. o 5~%"),
        ("fr", "Sur 100 personnes, 3 sur 100 : pourquoi ?", "Sur~100~personnes, 3~sur~100~: pourquoi~?"),
        ("fr", "dites « oui » dans 24 heures", "dites «~oui~» dans 24~heures"),
        ("pl", "U 3 na 100 osób i w 24 godziny", "U~3~na~100~osób i~w~24~godziny"),
        ("es", "de 8,9 a 15,9 mmol/L, entre 13 y 35", "de 8,9~a~15,9~mmol/L, entre 13~y~35"),
        ("es", "16 638 personas en 7 a 14 días", "16~638~personas en 7~a~14~días"),
        ("fr", "de 8,9 à 15,9 mmol/L, 1 000 fois", "de 8,9~à~15,9~mmol/L, 1~000~fois"),
        ("pl", "od 8,9 do 15,9 mmol/L w 7 do 14 dni", "od 8,9~do~15,9~mmol/L w~7~do~14~dni"),
        ("cy", "o 8.9 i 15.9 mmol/L, neu 7 i 14 diwrnod", "o 8.9~i~15.9~mmol/L, neu 7~i~14~diwrnod"),
        ("ar", "من 8.9 إلى 15.9 mmol/L و13 و35", "من 8.9~إلى~15.9~mmol/L و13~و35"),
        ("ur", "8.9 سے 15.9 mmol/L، 7 سے 14 دن", "8.9~سے~15.9~mmol/L، 7~سے~14~دن"),
        ("en-US", "from 8.9 to 15.9 mmol/L, at 9 a.m.", "from 8.9~to~15.9~mmol/L, at 9~a.m."),
        ("cy", "Roedd 3 o bob 100 mewn 24 awr", "Roedd 3~o~bob~100~mewn 24~awr"),
        ("ar", "لدى 3 من كل 100 خلال 24 ساعة", "لدى~3~من~كل~100 خلال 24~ساعة"),
        ("en-GB", "980 did not, and phone 01632 960 119", "980~did~not, and phone~01632~960~119"),
        ("en-US", "980 were not; 34 centers", "980~were~not; 34~centers"),
        ("es", "a 980 no les pasa; llame al (555) 555-0119", "a 980~no~les pasa; llame al~(555)~555-0119"),
        ("fr", "980 n'ont pas eu mal, 34 centres", "980~n'ont~pas eu mal, 34~centres"),
        ("pl", "980 nie miało bólu, 34 ośrodki", "980~nie~miało bólu, 34~ośrodki"),
        ("cy", "980 ddim yn sâl, 34 canolfan", "980~ddim~yn sâl, 34~canolfan"),
        ("ar", "ولا يحدث لدى 988، ويزداد لدى نحو 20", "ولا يحدث لدى~988، ويزداد لدى~نحو~20"),
        ("ur", "980 کو نہیں ہوا، 34 مراکز", "980~کو~نہیں ہوا، 34 مراکز"),
        ("ur", "ہر 100 میں سے 3 لوگ 24 گھنٹے", "ہر~100~میں~سے~3~لوگ 24~گھنٹے"),
    ],
)
def test_numbers_are_kept_whole_in_each_language(name: str, written: str, whole: str) -> None:
    """No line ends inside `3 de cada 100`, nor between a number and what it counts."""
    assert keep_whole(written, read(name).spacing) == whole.replace("~", NO_BREAK)


@pytest.mark.parametrize("name", TRANSLATED)
def test_who_reviewed_a_translation_is_reported_at_its_top(name: str) -> None:
    """A file says that no one has reviewed it for as long as it names no one."""
    second = FILES[name].read_text("utf-8").splitlines()[1]

    assert second.startswith("# Machine draft, reviewed by no one yet.") is (read(name).reviewed_by is None)


@pytest.mark.parametrize("name", TRANSLATED)
def test_no_phrase_is_left_english(name: str) -> None:
    """Every phrase with words differs from the English one, except words that are the same."""
    english = phrases_of("en-GB")
    same = {words for path, words in phrases_of(name).items() if english.get(path) == words}

    assert {words for words in same if re.search(r"[^\W\d_]{3}", re.sub(r"\{\w+\}", "", words))} == ALIKE.get(
        name, set()
    )


@pytest.mark.parametrize("name", ["ar", "ur"])
def test_a_language_of_another_script_has_no_latin_words(name: str) -> None:
    """Only the names in braces are Latin."""
    bare = [re.sub(r"\{\w+\}", "", words) for words in phrases_of(name).values()]

    assert [words for words in bare if re.search("[A-Za-z]", words)] == []


@pytest.mark.parametrize("name", TRANSLATED)
def test_phrases_have_the_marks_of_print(name: str) -> None:
    """No straight quotation mark or apostrophe of a keyboard is printed."""
    assert [words for words in phrases_of(name).values() if set(words) & set("'\"")] == []


@pytest.mark.parametrize("name", FILES)
def test_a_missing_phrase_is_an_error_in_every_language(name: str) -> None:
    """Whichever phrase is taken out, the file is refused; none is taken from English instead."""
    open_lists, closed_lists = {"variants", "editions", "slots"}, {"levels", "certainty", "answers", "days"}
    named = [path for path in phrases_of(name) if not open_lists & set(path) and "pages" not in path]
    text = FILES[name].read_text("utf-8")

    tree = parse_source(text, "words/x.yaml")
    assert len(named) > 100  # far more than half of all phrases
    for path in named:
        codes = {problem.code for problem in _problems_without(path, tree)}
        assert codes == {"missing-phrase" if closed_lists & set(path) else "missing-field"}, path


def _problems_without(path: tuple[str, ...], tree: Mapping) -> tuple[Problem, ...]:
    """Decode a words file with one phrase taken out, and put the phrase back."""
    below: Any = tree["phrases"]
    for key in path[:-1]:
        below = below[key]
    phrase = below.pop(path[-1])
    with pytest.raises(ContentError) as caught:
        decode(Words, tree)
    below[path[-1]] = phrase
    return tuple(caught.value.problems)


FOOT: Final = (
    "phrases:\n  foot:\n    clinic: '{clinic}. Ring us with any question. Review due {review_due}.'\n"
)


def test_a_workspace_changes_the_foot_by_one_file(tmp_path: Path) -> None:
    """A phrase of a workspace's words file replaces the bundled one, and all others stay."""
    before = sheet_of(write_workspace(tmp_path / "before"))

    after = sheet_of(write_workspace(tmp_path / "after", files={"words/en-GB.yaml": FOOT}))

    assert after.foot.clinic.plain.startswith("Elm Street Practice. Ring us with any question. Review due ")
    assert replace(after.foot, clinic=before.foot.clinic, heard=before.foot.heard) == before.foot
    assert after.kicker == before.kicker


def test_a_slip_in_words_that_change_a_phrase_is_reported_at_its_place(tmp_path: Path) -> None:
    """A misspelt phrase is reported where the workspace has it, and the bundled words do not hide it."""
    workspace = write_workspace(tmp_path, files={"words/en-GB.yaml": FOOT.replace("clinic:", "clinik:")})

    problems = load_library(workspace).problems

    assert str(problems[0]).startswith("words/en-GB.yaml:3:5: unknown-field: 'clinik'")


SLIPS: Final = {
    "foot: {clinic: '{clinic}. {review_due}.'}": "'foot' is no field of this file; write it below `phrases:`",
    "phrases: {foot: {clinic: '{clinic}.'}}": ("'{review_due}' is missing; the phrase contains {review_due}"),
    "phrases: {foot: {clinic: }}": "'clinic' has no value; write words",
    "phrases: {catalogue: {card: {pages: {few: '{n} pages'}}}}": (
        "'few' is no plural form of en-GB; en-GB has one and other"
    ),
    "phrases: {variants: {leaflt: Our leaflet}}": "'leaflt' is none of the variants; did you mean 'leaflet'?",
    "phrases: {editions: {large: Our print}}": "'large' is none of the editions; did you mean 'large-print'?",
    "language: fr": "'fr' is not what the file is named for; write `language: en-GB`, or rename the file",
}


@pytest.mark.parametrize("written", SLIPS)
def test_a_slip_in_a_file_that_changes_some_words_is_reported_once(tmp_path: Path, written: str) -> None:
    """The one message says what is right: where a phrase belongs, what it contains, which names there are."""
    workspace = write_workspace(tmp_path, files={"words/en-GB.yaml": written})

    told = [str(problem).split(": ", 2)[2] for problem in load_library(workspace).problems]

    assert told == [SLIPS[written]]


@pytest.mark.parametrize("written", ["language: en-GB", "phrases:", "phrases: {foot: }", "phrases: {}"])
def test_a_file_that_changes_no_words_is_sound(tmp_path: Path, written: str) -> None:
    """A heading with nothing below it leaves the phrases as they were."""
    library = load_library(write_workspace(tmp_path, files={"words/en-GB.yaml": written}))

    assert library.problems == ()
    assert library.words["en-GB"].phrases.foot.clinic == read("en-GB").phrases.foot.clinic


def test_the_bundled_words_count_among_what_a_sheet_is_made_of(tmp_path: Path) -> None:
    """A sheet is settled again when the words change that the workspace's own lie over."""
    workspace = write_workspace(tmp_path, files={"words/en-GB.yaml": FOOT})

    toolchain = survey(workspace, fonts="")

    assert {name for name in toolchain.versions if name.startswith("bundled ")} == {
        "bundled words/en-GB.yaml"
    }
