"""Telephone numbers: which can be dialled, and how a wrong one should have been grouped.

All of them are kept free for fiction, or lack a digit that a real one would have.
"""

import pytest

from leafwright.telephone import dial, digits_of, is_for_emergencies, judge, split_extension

BRITISH, AMERICAN, GERMAN = ("GB",), ("US",), ("DE",)


@pytest.mark.parametrize(
    ("number", "regions"),
    [
        ("01632 960142", BRITISH),
        ("01632 960 142", BRITISH),
        ("(01632) 960 142", BRITISH),
        ("01632 96 01 42", BRITISH),
        ("020 7946 0018", BRITISH),
        ("0113 496 0018", BRITISH),
        ("0161 496 0018", BRITISH),
        ("07700 900142", BRITISH),
        ("07700 900 142", BRITISH),
        ("077 0090 0142", BRITISH),
        ("0808 157 0142", BRITISH),
        ("0306 999 0142", BRITISH),
        ("0800 11 22 33", BRITISH),
        ("01204 96014", BRITISH),
        ("01204 960142", BRITISH),
        ("015394 96014", BRITISH),
        ("01539 496014", BRITISH),
        ("016977 9601", BRITISH),
        ("0800 1111", BRITISH),
        ("111", BRITISH),
        ("116 117", GERMAN),
        ("+44 1632 960142", BRITISH),
        ("+44 20 7946 0018", AMERICAN),
        ("+441632 960142", BRITISH),
        ("(555) 555-0142", AMERICAN),
        ("555-555-0142", AMERICAN),
        ("555.555.0142", AMERICAN),
        ("1-800-555-0142", AMERICAN),
        ("1 (800) 555-0142", AMERICAN),
        ("+1 555 555 0142", BRITISH),
        ("988", AMERICAN),
        ("999", AMERICAN),
        ("112", BRITISH),
        ("101", BRITISH),
        ("100", GERMAN),
        ("18001 0113 496 0018", BRITISH),
        ("18002 01632 960 142", BRITISH),
        ("18001 111", BRITISH),
        ("+33 1 99 00 12 34", BRITISH),
        ("+49 30 23125 000", GERMAN),
        ("030 23125 000", GERMAN),
        ("01632 960 142", ("GB", "US")),
        ("(555) 555-0142", ("GB", "US")),
    ],
)
def test_a_number_that_can_be_dialled_is_left_alone(number: str, regions: tuple[str, ...]) -> None:
    """Every usual way of writing the numbers of a country, of another country and of everybody."""
    assert judge(number, regions) is None


@pytest.mark.parametrize(
    ("number", "regions", "right"),
    [
        ("01632960142", BRITISH, "01632 960 142"),
        ("0163 296 0142", BRITISH, "01632 960 142"),
        ("016329 60142", BRITISH, "01632 960 142"),
        ("0207 946 0018", BRITISH, "020 7946 0018"),
        ("020 79460018", BRITISH, "020 7946 0018"),
        ("01134 960018", BRITISH, "0113 496 0018"),
        ("07700900142", BRITISH, "07700 900 142"),
        ("03069 990142", BRITISH, "0306 999 0142"),
        ("0800123123", BRITISH, "0800 123 123"),
        ("0120496014", BRITISH, "01204 96014"),
        ("0153 9496014", BRITISH, "015394 96014"),
        ("+441632960142", AMERICAN, "+44 1632 960 142"),
        ("+44 163 296 0142", BRITISH, "+44 1632 960 142"),
        ("+44 (0)20 7946 0018", BRITISH, "+44 20 7946 0018"),
        ("+44 01632 960142", AMERICAN, "+44 1632 960 142"),
        ("5555550142", AMERICAN, "(555) 555-0142"),
        ("555 5550142", AMERICAN, "(555) 555-0142"),
        ("1800 555 0142", AMERICAN, "1-800-555-0142"),
        ("+15555550142", BRITISH, "+1 555 555 0142"),
    ],
)
def test_the_right_grouping_is_reported(number: str, regions: tuple[str, ...], right: str) -> None:
    """A number with all its digits is written as it should be."""
    fault = judge(number, regions)

    assert fault is not None
    assert fault.hint == f"write {right}"


@pytest.mark.parametrize(
    ("number", "regions", "told"),
    [
        ("01632 960 14", BRITISH, "lacks 1 digit"),
        ("01632 960 1422", BRITISH, "has 1 digit too many"),
        ("01632 960 142/143", BRITISH, "has 3 digits too many"),
        ("01204 9601", BRITISH, "lacks 1 digit"),
        ("020 7946 018", BRITISH, "lacks 1 digit"),
        ("+44 1632 960 14", BRITISH, "lacks 1 digit"),
        ("+44", BRITISH, "begins as no number of the United Kingdom does"),
        ("960 142", BRITISH, "has no area code"),
        ("4142", BRITISH, "has no area code"),
        ("100", BRITISH, "is no short number at which somebody answers who can help"),
        ("411", AMERICAN, "is no short number at which somebody answers who can help"),
        ("18001", BRITISH, "has no area code"),
        ("18001 01632 960 14", BRITISH, "lacks 1 digit"),
        ("0432 960 1422", BRITISH, "begins as no number of the United Kingdom does"),
        ("0044 1632 960142", BRITISH, "begins with the 00 of calls abroad"),
        ("(555) 555-0142", BRITISH, "has no area code"),
        ("(555) 555-014", AMERICAN, "lacks 1 digit"),
        ("555-0142", AMERICAN, "lacks 3 digits"),
        ("+1 555 555 01420", AMERICAN, "has 1 digit too many"),
        ("055-555-0142", AMERICAN, "begins as no number of North America does"),
        ("+33 1 99", BRITISH, "lacks 2 digits"),
        ("+49 1234 5678 9012 3456", GERMAN, "has 3 digits too many"),
        ("+33199001234", BRITISH, "is one long row of digits"),
        ("4142", GERMAN, "lacks 1 digit"),
        ("4142", ("GB", "US"), "has no area code"),
    ],
)
def test_what_is_wrong_is_reported(number: str, regions: tuple[str, ...], told: str) -> None:
    """A digit too few or too many, the wrong first digits, no area code."""
    fault = judge(number, regions)

    assert fault is not None
    assert fault.message == told


@pytest.mark.parametrize(
    "written",
    [
        "0113 496 0018 ext. 23",
        "0113 496 0018 ext 23",
        "0113 496 0018 Ext: 23",
        "0113 496 0018 extension 23",
        "0113 496 0018 x23",
        "0113 496 0018 #23",
        "0113 496 0018, ext. 23",
        "0113 496 0018;ext=23",
    ],
)
def test_an_extension_is_read_apart_from_its_number(written: str) -> None:
    """However an extension is written after a number, both are recognised."""
    assert split_extension(written) == ("0113 496 0018", "23")


@pytest.mark.parametrize(
    "written", ["0113 496 0018", "ring us", "", "999", "9" * 5000, "ext. 23", "01632 960 142/143"]
)
def test_what_has_no_extension_is_not_parted(written: str) -> None:
    """Plain numbers, words and rows of digits have none."""
    assert split_extension(written) is None


@pytest.mark.parametrize(
    ("number", "regions", "emergency"),
    [
        ("999", BRITISH, True),
        ("9 9 9", BRITISH, True),
        ("112", BRITISH, True),
        ("911", BRITISH, True),
        ("111", BRITISH, False),
        ("111", ("NZ",), True),
        ("911", AMERICAN, True),
        ("988", AMERICAN, False),
        ("999", (), True),
        ("111", (), False),
        ("01632 960 999", BRITISH, False),
    ],
)
def test_emergency_numbers_are_distinguished_from_others(
    number: str, regions: tuple[str, ...], emergency: object
) -> None:
    """111 is a health line in the United Kingdom and the emergency number of New Zealand."""
    assert is_for_emergencies(number, regions) is emergency


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("01632 960 142", "tel:01632960142"),
        ("(020) 7946-0018", "tel:02079460018"),
        ("999", "tel:999"),
        ("18001 0113 496 0018", "tel:1800101134960018"),
        ("1-800-555-0142", "tel:18005550142"),
        ("+44 1632 960 142", "tel:+441632960142"),
        ("+44 (0)20 7946 0018", "tel:+442079460018"),
        ("+44 020 7946 0018", "tel:+442079460018"),
        ("+39 06 1234567", "tel:+39061234567"),
        ("+999 12", "tel:+99912"),
    ],
)
def test_a_number_is_dialled_as_it_is_rung(number: str, address: str) -> None:
    """After its country code a number has no 0 that is dialled within the country; Italy keeps it."""
    assert dial(number, None) == address
    assert dial(number, "23") == f"{address};ext=23"


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("01632 960-142", "01632960142"),
        ("+44 (0)20", "4420"),
        ("\u0660\u0661", "01"),
        ("ring us", ""),
    ],
)
def test_digits_are_those_that_are_dialled(written: str, digits: str) -> None:
    """Of whatever script they are."""
    assert digits_of(written) == digits
