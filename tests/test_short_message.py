"""A short message about a sheet: one message on any phone, in any language."""

import pytest

from leafwright.short_message import MOST, fits, gsm_length, write_message

ADDRESS = "https://example.org/harbour-row/web/facet-joint-injections-leaflet-en-GB.html"
PHONE = "01632 960 163"


def test_a_message_has_title_address_and_phone() -> None:
    """Each is in a line of its own, so that phones recognise the last two."""
    assert write_message("Sore knee", ADDRESS, PHONE, "Elm Street") == f"Sore knee\n{ADDRESS}\n{PHONE}"
    assert write_message("Sore knee", "", PHONE, "Elm Street") == f"Sore knee\n{PHONE}"
    assert write_message("Sore knee", "", "", "Elm Street") == "Sore knee"
    assert write_message("Sore knee", "", "01632\u00a0960", "Elm Street") == "Sore knee\n01632 960"


@pytest.mark.parametrize(
    ("text", "length"),
    [("Sore knee", 9), ("à è é ñ Ü £ § Δ", 15), ("[a] {b} €", 14), ("á", None), ("ركبة", None), ("ç", None)],
)
def test_the_alphabet_is_that_of_mobile_phones(text: str, length: int | None) -> None:
    """Brackets and the euro sign take the room of two; ç is not in it, though Ç is."""
    assert gsm_length(text) == length


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("a" * 160, True),
        ("a" * 161, False),
        ("€" * 80, True),
        ("€" * 81, False),
        ("ر" * 70, True),
        ("ر" * 71, False),
        ("á" + "a" * 69, True),
        ("á" + "a" * 70, False),
        ("😀" * 35, True),
        ("😀" * 36, False),
    ],
)
def test_a_message_is_at_most_160_of_them_or_70_others(text: str, whole: bool) -> None:  # noqa: FBT001  # a column
    """A character outside the basic plane counts as two."""
    assert fits(text) is whole


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Inyección epidural: qué esperar", "Inyeccion epidural: qué esperar"),
        ("Zastrzyki w kręgosłup", "Zastrzyki w kregoslup"),
        ("Children’s “knees” – what now?", 'Children\'s "knees" - what now?'),
        (
            f"What to know about {'very ' * 30}sore knees",
            "What to know about very very very very very very very very very...",
        ),
        ("حقن المفاصل الوجيهية لألم الظهر", "Harbour Row"),
        ("Taking ½ a tablet, not ¼: what changes", "Harbour Row"),
        ("Pneumonoultramicroscopic" * 7, "Harbour Row"),
    ],
)
def test_a_title_is_shortened_so_that_address_and_phone_have_room(title: str, head: str) -> None:
    """First it loses accents, then its last words; where neither helps, the clinic is named."""
    message = write_message(title, ADDRESS, PHONE, "Harbour Row")

    assert message == f"{head}\n{ADDRESS}\n{PHONE}"
    assert fits(message)


def test_accents_stay_where_there_is_room() -> None:
    """Without an address, 70 characters hold most titles."""
    assert write_message("Inyección epidural", "", PHONE, "Elm") == f"Inyección epidural\n{PHONE}"


def test_a_name_that_no_message_holds_is_left_out() -> None:
    """Then the address and the number say it alone."""
    message = write_message("ر" * 200, ADDRESS, PHONE, "x" * MOST)

    assert message == f"{ADDRESS}\n{PHONE}"
