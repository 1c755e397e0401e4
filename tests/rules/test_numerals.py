"""Numbers as languages write them: their values, and when two of them are the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leafwright.rules.number_differences import LanguageText, compare
from leafwright.rules.numerals import figures_of


def read(text: str, language: str = "en") -> list[set[str]]:
    """List the values of the numbers in a text."""
    return [set(figure.readings) for figure in figures_of(text, language)]


def differences(source: str, words: str, language: str = "es") -> list[tuple[str, str]]:
    """List how the numbers of a translation differ from those of its English source."""
    found = compare(LanguageText(text=source, language="en"), LanguageText(text=words, language=language))
    return [(each.lost, each.new) for each in found]


@pytest.mark.parametrize(
    ("language", "written", "meant"),
    [
        ("en", "1,000", "1000"),
        ("en", "1,000.5", "1000.5"),
        ("en", "0.125", "0.125"),
        ("en", ".5", "0.5"),
        ("es", ",5", "0.5"),
        ("ar", "٫٥", "0.5"),
        ("es", "1.000", "1000"),
        ("es", "1,000", "1"),
        ("es", "1.000,5", "1000.5"),
        ("es", "1 000", "1000"),
        ("es-MX", "1,000", "1000"),
        ("fr", "1\u202f000", "1000"),
        ("pl", "1\u00a0000,5", "1000.5"),
        ("de", "1.000", "1000"),
        ("de-CH", "1’000", "1000"),  # as it is written there
        ("hi", "१,००,०००", "100000"),
        ("ar", "١٬١٧٩", "1179"),
        ("ar", "٨٫٩", "8.9"),
        ("ar", "8,9", "8.9"),
        ("ur", "۴۲", "42"),
        ("th", "๔๒", "42"),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(language: str, written: str, meant: str) -> None:
    """Thousands and decimals have the signs of the locale data, in the digits of any script."""
    assert read(written, language) == [{meant}]


def test_a_language_that_nobody_knows_leaves_both_readings() -> None:
    """Where the sign for thousands is not known, nothing is called wrong for it."""
    assert read("1.179", "zxx") == [{"1179", "1.179"}]


@pytest.mark.parametrize(
    ("language", "written", "meant"),
    [
        ("en", "8.30am", "8:30"),
        ("en", "5 p.m.", "17:00"),
        ("es", "5 de la tarde", "17:00"),
        ("es", "8:30 a. m.", "8:30"),
        ("fr", "17 h 30", "17:30"),
        ("fr", "17h30", "17:30"),
        ("ar", "8:30 صباحًا", "8:30"),
        ("ar", "٥ مساءً", "17:00"),
    ],
)
def test_a_time_of_day_is_one(language: str, written: str, meant: str) -> None:
    """An hour with a word or sign for the time of day is no number but a time."""
    assert read(written, language) == [{meant}]


def test_a_ratio_is_no_time_of_day() -> None:
    """Chances of 50:50 are two numbers."""
    assert read("50:50") == [{"50"}, {"50"}]


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "6 August 2026"),
        ("en", "6th of August, 2026"),
        ("es", "6 de agosto de 2026"),
        ("ar", "6 أغسطس 2026"),
        ("ar", "6 آب 2026"),
        ("pl", "6 sierpnia 2026"),
        ("de", "6. August 2026"),
        ("cy", "6 Awst 2026"),
        ("vi", "6 tháng 8 năm 2026"),
        ("es", "06/08/2026"),
        ("es", "2026-08-06"),
    ],
)
def test_a_date_is_its_three_numbers(language: str, written: str) -> None:
    """A month beside a day is its number."""
    assert sorted(min(each) for each in read(written, language)) == ["2026", "6", "8"]


def test_a_word_like_a_month_is_none() -> None:
    """May is a month beside a day only."""
    assert read("About 1 in 10 may feel sick.") == [{"1"}, {"10"}]


def test_a_telephone_number_is_one_number() -> None:
    """How it is grouped does not count, and it is not thousands."""
    assert differences("Phone 01632 960 142.", "Llame al 01632 960142.") == []
    assert differences("Phone +44 1632 960 142.", "Llame al (+44) 1632-960142.") == []


def test_marks_of_direction_and_vowels_are_not_seen() -> None:
    """A number in isolation is the number, and a unit is known with and without its vowels."""
    assert differences("Phone 01632 960 142.", "اتصل \u206601632\u200e 960 142\u2069.", "ar") == []
    assert differences("Wait for 14 days.", "انتظر 14 يوماً.", "ar") == []


def test_the_unit_counts_where_both_name_one() -> None:
    """24 hours are not 24 days, be it the unit's own word or its sign; a unit not known is not judged."""
    assert differences("Wait for 24 hours.", "Espere 24 días.") == [("24 hours", "24 días")]
    assert differences("Take 5 mg.", "Tome 5 g.") == [("5 mg", "5 g")]
    assert differences("Take 5 mg.", "Tome 5 unidades.") == []


def test_a_percentage_stays_one() -> None:
    """20% are not 20 people; how the language says percent does not count."""
    assert differences("About 20% of people.", "Unas 20 personas.") == [("20%", "20")]
    assert differences("About 20% of people.", "Un 20 por cien de las personas.") == []
    assert differences("5% to 10% of people.", "Entre el 5 y el 10 % de las personas.") == []
    assert differences("About 20% of people.", "نحو 20 في المئة من الناس.", "ar") == []
    assert differences("About 20% of people.", "U 20 procentów osób.", "pl") == []


def test_a_unit_stays_with_its_number() -> None:
    """2 tablets of 500 mg are not 500 tablets of 2 mg, though all the numbers are there."""
    assert differences("Take 2 tablets of 500 mg.", "Tome 2 comprimidos de 500 mg.") == []
    assert differences("Take 2 tablets of 500 mg.", "Tome 500 comprimidos de 2 mg.") == [("2", "2 mg")]


def test_the_first_of_a_range_has_the_unit_of_the_last() -> None:
    """7 to 14 days are 7 days to 14 days."""
    assert differences("For 1 to 2 days.", "لمدة يوم أو يومين.", "ar") == []


def test_words_of_the_source_may_become_digits_once() -> None:
    """One `two` counts as one 2."""
    assert differences("Wait for two weeks.", "Espere 2 semanas.") == []
    assert differences("Wait for two weeks.", "Espere 2 semanas, 2.") == [("", "2")]


def test_two_numbers_side_by_side_are_not_thousands() -> None:
    """A space between them is thousands only if that is what the source says."""
    assert differences("On page 2, 100 people.", "En la página 2 100 personas.") == []


def test_what_is_lost_and_what_is_new_are_reported_together() -> None:
    """A changed number is one difference, not two."""
    assert differences("42 in 100 people.", "24 de cada 100 personas.") == [("42", "24")]
    assert differences("42 in 100 people.", "42 personas.") == [("100", "")]


@settings(max_examples=200)
@given(
    text=st.text(
        alphabet="0123456789٠١٢۳۴०१½.,:'’٫٬ -+()/%٪hHapm\u00a0\u202f\u200e\u2066abc", max_size=40
    ),  # signs of numbers
    language=st.sampled_from(["en", "es", "ar", "fr", "pl", "ur", "hi", "zxx"]),
)
def test_a_text_has_the_numbers_of_itself(text: str, language: str) -> None:
    """Whatever is written, reading it ends, and a text does not differ from itself."""
    said = LanguageText(text=text, language=language)

    assert compare(said, said) == ()
    assert all(figure.readings for figure in figures_of(text, language))


@pytest.mark.parametrize(
    ("source", "words", "difference"),
    [
        ("Take .5 mg.", "Tome 5 mg.", [(".5 mg", "5 mg")]),
        ("Take .5 mg.", "Tome 0,5 mg.", []),
        ("Keep it at -20 °C.", "Guárdelo a 20 °C.", [("-20 °C", "20 °C")]),
        ("Keep it at -20 °C.", "Guárdelo a \u221220 °C.", []),
        ("if it is <5", "si es >5", [("<5", ">5")]),
        ("if it is <= 2", "si es ≤ 2", []),
        ("if it is ≥ 2", "si es ≤ 2", [("≥2", "≤2")]),
        ("if it is <5", "si es menor que 5", []),
        ("below <5, above >5", "más de >5, menos de <5", []),
        ("5 -10 days", "10-5 días", []),
        ("COVID-19", "la covid 19", []),
    ],
)
def test_a_number_keeps_its_point_and_its_sign(
    source: str, words: str, difference: list[tuple[str, str]]
) -> None:
    """A point before the first figure makes a tenth of it; a minus or a comparison is part of it, too."""
    assert differences(source, words) == difference
