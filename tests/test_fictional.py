"""Which telephone numbers and addresses are kept free, and which of their neighbours are not."""

import pytest

from leafwright.fictional import fictional_in, is_fictional_address, is_fictional_number

BRITISH, AMERICAN = ("GB",), ("US",)


@pytest.mark.parametrize(
    ("number", "regions"),
    [
        ("01632 960 142", BRITISH),
        ("(01632) 960142", BRITISH),
        ("+44 (0)1632 960 142", ()),
        ("0044 1632 960142", ()),
        ("020 7946 0018", BRITISH),
        ("0113 496 0018", BRITISH),
        ("0121 496 0018", BRITISH),
        ("0191 498 0018", BRITISH),
        ("028 9649 6018", BRITISH),
        ("029 2018 0018", BRITISH),
        ("07700 900 142", BRITISH),
        ("0808 157 0142", BRITISH),
        ("0306 999 0142", BRITISH),
        ("(555) 555-0142", AMERICAN),
        ("212-555-0142", AMERICAN),
        ("1-212-555-0199", AMERICAN),
        ("+1 212 555 0100", BRITISH),
        ("555-0142", AMERICAN),
        ("01 99 00 12 34", ("FR",)),
        ("+33 6 39 98 12 34", ()),
        ("030 23125 123", ("DE",)),
        ("(02) 5550 1234", ("AU",)),
        ("0491 570 156", ("AU",)),
        ("070-174 06 05", ("SE",)),
        ("٠١٦٣٢ ٩٦٠ ١٤٢", BRITISH),
        ("01632 960 142", ()),
    ],
)
def test_a_number_kept_for_fiction_is_known(number: str, regions: tuple[str, ...]) -> None:
    """However it is grouped, with and without the code of its country."""
    assert is_fictional_number(number, regions)


@pytest.mark.parametrize(
    ("number", "regions"),
    [
        ("01632 961 142", BRITISH),
        ("020 7946 1018", BRITISH),
        ("0121 495 0018", BRITISH),
        ("07700 901 142", BRITISH),
        ("0808 158 0142", BRITISH),
        ("212-555-1212", AMERICAN),
        ("212-556-0142", AMERICAN),
        ("070-174 07 05", ("SE",)),
        ("01 99 00 12 34", BRITISH),
        ("999", BRITISH),
        ("111", ()),
        ("", ()),
        ("[Write the number]", ()),
    ],
)
def test_the_numbers_beside_them_may_ring_somebody(number: str, regions: tuple[str, ...]) -> None:
    """A number of another range, or of another country's, is left alone."""
    assert not is_fictional_number(number, regions)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org", True),
        ("https://a@www.EXAMPLE.com./knees", True),
        ("https://clinic.example/knees", True),
        ("https://clinic.invalid:8080", True),
        ("mailto:ask@clinic.test?subject=Knees", True),
        ("tel:+441632960142;ext=2", True),
        ("https://example.org.uk", False),
        ("https://myexample.org", False),
        ("https://nhs.uk/example.org", False),
        ("mailto:example@nhs.uk", False),
        ("tel:+441632961142", False),
        ("https://[", False),
        ("", False),
    ],
)
def test_an_address_kept_for_examples_is_known(address: str, *, kept: bool) -> None:
    """By the name of its site alone, whatever is before or after it."""
    assert is_fictional_address(address) is kept


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ring 01632 960 142, or 07700 900142.", ["01632 960 142", "07700 900142"]),
        ("Write to ask@clinic.example.", ["clinic.example"]),
        ("See https://a@b.invalid/x and example.net.", ["b.invalid", "example.net"]),
        ("Take a tablet, for example. This is a test. An invalid form.", []),
        ("We repeat the blood.test tomorrow; 10-15 in 1,000 (1632 960).", []),
        ("See example.org.uk and nhs.uk/example.", []),
    ],
)
def test_they_are_found_in_words(text: str, found: list[str]) -> None:
    """Each with the words unchanged."""
    assert [words for words, _ in fictional_in(text)] == found
