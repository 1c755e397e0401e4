"""Addresses in printed texts are links."""

import pytest

from leafwright.phrasing.linking import link_addresses
from leafwright.text import Run, phrase


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Write to leaflets@example.org.", {"leaflets@example.org": "mailto:leaflets@example.org"}),
        ("Available from: https://example.org/a-b", {"https://example.org/a-b": "https://example.org/a-b"}),
        ("See (example.org/knees), or ask.", {"example.org/knees": "https://example.org/knees"}),
        (
            "BMJ. 2025;388:e07. doi: 10.1136/bmj-2024-07.",
            {"10.1136/bmj-2024-07": "https://doi.org/10.1136/bmj-2024-07"},
        ),
        ("Write to leaf*lets*@example.org.", {}),
        ("Ask 10.30am, or 1.5 mg.", {}),
    ],
)
def test_an_address_is_a_link(text: str, links: dict[str, str]) -> None:
    """The stop after it is no part of it, and no word is lost."""
    linked = link_addresses(phrase(text))

    runs = [span for span in linked.spans if isinstance(span, Run)]
    assert "".join(run.text for run in runs) == text
    assert {run.text: run.address for run in runs if run.address} == links
