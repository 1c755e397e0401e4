"""Text relay: what is dialled has to lead to the number of its line."""

import pytest

from leafwright.rules.text_relay import judge_relay

BRITISH, AMERICAN = ("GB",), ("US",)


@pytest.mark.parametrize(
    ("relay", "number", "regions"),
    [
        ("18001 01632 960 191", "01632 960 191", BRITISH),
        ("18002 (01632) 960191", "01632 96 01 91", BRITISH),
        ("18001 01632 960 191", "+44 1632 960191", BRITISH),
        ("18001 01632 960 191", "+44 (0)1632 960191", BRITISH),
        ("18001 020 7946 0018", "020 7946 0018", (*AMERICAN, *BRITISH)),
        ("18001 111", "111", BRITISH),
        ("18000", "999", BRITISH),
        ("711", "(555) 555-0142", AMERICAN),
        ("1-555-555-0142", "(555) 555-0142", AMERICAN),
        ("711", "(555) 555-0142", (*AMERICAN, *BRITISH)),
        ("18001 01632 960 191", "01632 960 191", ()),
        ("+49 30 23125 014", "030 23125 014", ("DE",)),
    ],
)
def test_what_leads_to_the_number_is_left_alone(relay: str, number: str, regions: tuple[str, ...]) -> None:
    """However both are grouped, and with or without the code of the country."""
    assert judge_relay(relay, number, regions) is None


@pytest.mark.parametrize(
    ("relay", "number", "regions", "hint"),
    [
        ("18001 01632 960 111", "01632 960 191", BRITISH, "write 18001 01632 960 191"),
        ("01632 960 191", "01632 960 191", BRITISH, "write 18001 01632 960 191"),
        ("18001 01632 960 999", "01632 960 191", BRITISH, "write 18001 01632 960 191"),
        ("18001", "01632 960 191", BRITISH, "write 18001 01632 960 191"),
        ("18003 01632 960 191", "01632 960 191", BRITISH, "write 18001 01632 960 191"),
        ("18000", "01632 960 191", BRITISH, "write 18001 01632 960 191"),
        ("18001 01632 960 111", "+44 1632 960191", BRITISH, "write 18001 01632 960191"),
        ("18001 112", "111", BRITISH, "write 18001 111"),
        ("18001 01632 960 191", "999", BRITISH, "write 18000"),
        ("(555) 555-0143", "(555) 555-0142", AMERICAN, "write the number of the relay service, such as 711"),
        ("911", "(555) 555-0142", AMERICAN, "write the number of the relay service, such as 711"),
        ("18001 01632 960 111", "01632 960 191", (), "write the number of the relay service, such as 711"),
    ],
)
def test_what_leads_elsewhere_is_found(relay: str, number: str, regions: tuple[str, ...], hint: str) -> None:
    """Another number, no code or a wrong one before it, and the emergency number for another line."""
    fault = judge_relay(relay, number, regions)

    assert fault is not None
    assert fault.message == f"does not lead to {number} by text relay"
    assert fault.hint.startswith(hint)


def test_a_relay_without_its_gaps_is_grouped() -> None:
    """It is read out and dialled like any other number."""
    fault = judge_relay("18001 01632960191", "01632 960 191", BRITISH)

    assert fault is not None
    assert fault.hint == "write 18001 01632 960 191"
