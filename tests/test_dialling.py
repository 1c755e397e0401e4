"""Telephone numbers in sentences are links that dial them, and nothing else is."""

from dataclasses import replace
from functools import cache

import pytest

from leafwright.build.requested import list_requested
from leafwright.build.selection import Selection
from leafwright.model.lines import PhoneLine
from leafwright.phrasing.dialling import Dialler
from leafwright.sheet import make_sheet
from leafwright.text import Run, Text, parse_text, phrase
from tests.workspaces import read_examples

SITES = {"GB": ("harbour-row", "en-GB"), "US": ("cedar-hollow", "en-US")}


@cache
def _dialler(country: str, number: str = "01632 960 301") -> Dialler:
    """Know what a clinic in a country knows whose helpline has a number, an extension and text relay."""
    name, language = SITES[country]
    library = read_examples()
    clinic = next(folder.clinic for folder in library.clinics if folder.id == name)
    line = PhoneLine(number=number, text_relay=f"18001 {number}")
    phones = clinic.phones.model_copy(update={"department": line})
    prints = clinic.prints.model_copy(update={"languages": (language,)})
    return Dialler.of(clinic.model_copy(update={"phones": phones, "prints": prints}), library.words[language])


def _links(text: Text) -> dict[str, str]:
    return {span.text: span.address for span in text.spans if isinstance(span, Run) and span.address}


@pytest.mark.parametrize(
    ("country", "sentence", "links"),
    [
        ("GB", "Phone 01632 960 119.", {"01632 960 119": "tel:01632960119"}),
        ("GB", "Phone 01632\u00a0960\u00a0119 now", {"01632\u00a0960\u00a0119": "tel:01632960119"}),
        ("GB", "(020 7946 0018, or us)", {"020 7946 0018": "tel:02079460018"}),
        ("GB", "At 01632 960 119 (24 hours)", {"01632 960 119": "tel:01632960119"}),
        ("GB", "At 01632 960 119 (8am to 6pm)", {"01632 960 119": "tel:01632960119"}),
        ("GB", "From abroad +44 1632 960 119", {"+44 1632 960 119": "tel:+441632960119"}),
        ("GB", "At 01632 960 119 extension 23.", {"01632 960 119 extension 23": "tel:01632960119;ext=23"}),
        ("GB", "Text relay: 18001 01632 960 301", {"18001 01632 960 301": "tel:1800101632960301"}),
        ("GB", "Text relay: 18001 01632 960 119", {}),
        ("US", "Call (206) 555-0142", {"(206) 555-0142": "tel:2065550142"}),
        ("US", "Call 1-800-555-0199", {"1-800-555-0199": "tel:18005550199"}),
    ],
)
def test_a_number_in_a_sentence_dials_what_it_says(
    country: str, sentence: str, links: dict[str, str]
) -> None:
    """No digit is lost or added, an extension belongs to its number, and no word is lost."""
    linked = _dialler(country).text(phrase(sentence))

    assert _links(linked) == links
    assert "".join(span.text for span in linked.spans) == sentence


@pytest.mark.parametrize("country", ["GB", "US"])
@pytest.mark.parametrize(
    "sentence",
    [
        "**12 in 1,000** people fainted, and 988 did not; 111 and 999 of them were older",
        "Take 500 mg, 1,000 mg or 0.5 ml, 8 to 16 mg, 2 x 500",
        "On 01 02 2026, 01-02-2026 10.30, 2026-02-01 or 01/02/2026",
        "From 2016-2019, and 2020 2021 2022",
        "0 1 2 3 4 5 6 7 8 9 10 and 0123456789",
        "1 000 000 of 10 000 000 people, 100 200 300",
        "Reference LW-103-0160632960119, ISBN 978-0-306-40615-7, NHS 943 476 5919",
        "Between 01632 960 142 5 and 01632 960 1190",
        "https://example.org/01632 960 119/x and a@01632.example.org",
    ],
)
def test_what_is_no_number_is_no_link(country: str, sentence: str) -> None:
    """Doses, dates, counts and references are not dialled, whatever their digits are."""
    links = _links(_dialler(country).text(parse_text(sentence)))

    assert links == {}


def test_a_clinic_s_own_number_is_a_link_however_it_is_written() -> None:
    """The plan of another country would not know it, but the clinic has it as a line."""
    assert _links(_dialler("US", "22 555 01 42").text(phrase("Dial 22 555 01 42."))) == {
        "22 555 01 42": "tel:225550142"
    }


@pytest.mark.parametrize(
    ("own", "sentence", "links"),
    [
        ("960142", "Phone (01632) 960142 now", {"(01632) 960142": "tel:01632960142"}),
        ("0300 123", "Phone 0300 123 4567", {"0300 123 4567": "tel:03001234567"}),
    ],
)
def test_a_clinic_s_own_number_within_a_longer_one_is_no_link(
    own: str, sentence: str, links: dict[str, str]
) -> None:
    """Its digits are printed once, and the longer number is dialled."""
    linked = _dialler("GB", own).text(phrase(sentence))

    assert _links(linked) == links
    assert "".join(span.text for span in linked.spans) == sentence


def test_the_lines_at_the_end_of_a_sheet_dial() -> None:
    """Whom to ask for other formats and where complaints go are links; a heading, which is one, has none."""
    wanted = list_requested(read_examples(), Selection(clinics=("harbour-row",), editions=("standard",)))
    sheet = make_sheet(next(iter(wanted)))
    links = {address for line in sheet.control for address in _links(line.text).values()}

    assert {"tel:01632960119", "tel:01632960108"} <= links


def test_bold_numbers_stay_bold() -> None:
    """A number is a link in the style that it had."""
    (run,) = (span for span in _dialler("GB").text(parse_text("**01632 960 119**")).spans)

    assert run == replace(Run(text="01632 960 119", strong=True), address="tel:01632960119")
