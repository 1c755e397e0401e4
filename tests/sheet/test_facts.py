"""Facts and bands: every number says what it is out of, and is in the right band."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leafwright.blocks.facts import FactsView
from leafwright.blocks.risk_bands import MOST_TOGETHER, RiskBandsView
from leafwright.library import load_library
from leafwright.phrasing.spacing import NO_BREAK
from leafwright.sheet import Sheet
from leafwright.text import Text
from tests.workspaces import line_of, write_workspace

Maker = Callable[..., Sheet]
SURE: dict[str, Any] = {"certainty": "low", "source": ["elm1999"]}
FACTS: dict[str, Any] = {
    "kind": "facts",
    "id": "scan",
    "of": 1000,
    "people": "People aged 65",
    "time-frame": "in 10 years",
    "groups": ["with the scan", "without"],
    "rows": [{"event": "die early", "n": [2, 4], **SURE}],
}
UNEVEN = (
    "uneven-bands: out of 500 people the bands begin or end at a fraction of a person; "
    "write `of: 1000`, and the first number as `n: 2`"
)
DRAWN = (
    "no-picture: there is no icon array of 250 figures; "
    "write `of: 1000`, with 12 for `n`, or `picture: false`"
)
RISK: dict[str, Any] = {
    "kind": "risk",
    "id": "falls",
    "heading": "Falls",
    "people": "people",
    "event": "fell",
    "otherwise": "did not",
    "time-frame": "in a year",
    **SURE,
}


def bands(of: int, *counts: int, **changes: Any) -> dict[str, Any]:
    """Write a risk of each number of people."""
    rows = [{"event": f"Harm {n}", "n": n, "meaning": "It heals.", **SURE} for n in counts]
    return {"kind": "risk-bands", "id": "harms", "of": of, "rows": rows, **changes}


def _plain(text: Text) -> str:
    return text.plain.replace(NO_BREAK, " ")


def _shown(make: Maker, block: dict[str, Any], language: str = "en-GB") -> Any:
    clinic = {"disclaimer": {"en": "It is general.", language.partition("-")[0]: "It is general."}}
    (shown,) = make(blocks=[block], language=language, clinic=clinic).sections[0].blocks
    return shown


def test_each_number_says_what_it_is_out_of(make: Maker) -> None:
    """The numbers of a row are in the order of the groups, each with its denominator."""
    shown: FactsView = _shown(make, FACTS)

    (row,) = shown.outcomes
    assert [(_plain(number.group), _plain(number.figure)) for number in row.figures] == [
        ("with the scan", "2 in 1,000"),
        ("without", "4 in 1,000"),
    ]
    assert _plain(row.certainty.text) == "This may be right. The research is limited."


@pytest.mark.parametrize(
    ("share", "said"),
    [
        ((100, 100), "Very common: 10 or more in 100"),
        ((10, 100), "Very common: 10 or more in 100"),
        ((9, 100), "Common: 1 to 9 in 100"),
        ((9, 1000), "Uncommon: 1 to 9 in 1,000"),
        ((10, 10_000), "Uncommon: 10 to 99 in 10,000"),
        ((9, 10_000), "Rare: 1 to 9 in 10,000"),
        ((10, 100_000), "Rare: 10 to 99 in 100,000"),
        ((9, 100_000), "Very rare: 1 to 9 in 100,000"),
        ((1, 1_000_000), "Very rare: 1 to 99 in 1,000,000"),
        ((1, 20_000), "Very rare: 1 in 20,000"),
        ((60, 2000), "Common: 20 to 199 in 2,000"),
    ],
)
def test_a_risk_stands_in_the_band_of_its_number(share: tuple[int, int], said: str, make: Maker) -> None:
    """Each band begins at a tenth of the one before, as the European Medicines Agency defines them."""
    n, of = share
    shown: RiskBandsView = _shown(make, bands(of, n))

    (band,) = shown.bands
    assert f"{_plain(band.name.name)}: {_plain(band.name.range)}" == said


def test_the_most_common_stands_first(make: Maker) -> None:
    """However the risks are written, bands and risks are sorted."""
    shown: RiskBandsView = _shown(make, bands(10_000, 3, 4500, 40, 5000))

    assert [[_plain(risk.event) for risk in band.risks] for band in shown.bands] == [
        ["Harm 5000", "Harm 4500"],
        ["Harm 40"],
        ["Harm 3"],
    ]
    assert [band.name.bars for band in shown.bands] == [5, 3, 2]


def test_a_band_too_long_for_a_page_is_named_again(make: Maker) -> None:
    """A band of many risks is split into several with its name, so that no page has a risk without it."""
    shown: RiskBandsView = _shown(make, bands(100, *range(10, 11 + MOST_TOGETHER)))

    assert [len(band.risks) for band in shown.bands] == [MOST_TOGETHER, 1]
    assert {_plain(band.name.name) for band in shown.bands} == {"Very common"}


def test_numbers_that_differ_in_certainty_say_so(make: Maker) -> None:
    """One line covers all numbers of the same certainty, and names them if others differ."""
    block = bands(100, 20, 30)
    alike: RiskBandsView = _shown(make, block)
    block["rows"][0]["certainty"] = "high"
    unlike: RiskBandsView = _shown(make, block)

    assert [_plain(line.label) for line in alike.certainties] == ["How sure we are"]
    assert [_plain(line.label) for line in unlike.certainties] == ["Harm 20", "Harm 30"]


@pytest.mark.parametrize("language", ["ar", "cy", "en-US", "es", "fr", "pl", "ur"])
def test_a_range_is_said_in_every_language(language: str, make: Maker) -> None:
    """It has both bounds and the number of people."""
    shown: RiskBandsView = _shown(make, bands(100, 5), language)

    (band,) = shown.bands
    assert {"1", "9", "100"} <= set(_plain(band.name.range).split())


@pytest.mark.parametrize(
    ("block", "at", "told"),
    [
        (
            FACTS | {"rows": [{"event": "die early", "n": [2], **SURE}]},
            " n:",
            "uneven-numbers: 'die early' has 1 numbers for 2 groups; write one number for each of `groups`",
        ),
        (
            FACTS | {"of": 100, "rows": [{"event": "die early", "n": [2, 400], **SURE}]},
            " n:",
            "impossible-risk: 'n' is 400, more than the 100 people there are; check both",
        ),
        (
            FACTS | {"of": 1},
            " of:",
            "bad-denominator: 'of' is 1; write a whole number of people from 2 to 1,000,000",
        ),
        (
            bands(500, 1),
            " of:",
            UNEVEN,
        ),
        (
            bands(100, 200),
            " n:",
            "impossible-risk: 'n' is 200, more than the 100 people there are; check both",
        ),
        (
            RISK | {"n": 3, "of": 250},
            " of:",
            DRAWN,
        ),
        (
            RISK | {"n": 1, "of": 7},
            " of:",
            "no-picture: there is no icon array of 7 figures; write `picture: false`",
        ),
        (
            RISK | {"n": 1, "of": 1_000_001, "picture": "false"},
            " of:",
            "bad-denominator: 'of' is 1000001; write a whole number of people from 2 to 1,000,000",
        ),
        (bands(100, 0), " n:", "bad-value: 'n' is 0; write 1 or more"),
    ],
    ids=[
        "a number is missing",
        "too many people",
        "of one",
        "fractions",
        "more than all",
        "drawn",
        "not drawn",
        "millions",
        "nobody",
    ],
)
def test_numbers_that_cannot_be_are_reported_where_they_stand(
    block: dict[str, Any], at: str, told: str, tmp_path: Path
) -> None:
    """The message says what would be right."""
    workspace = write_workspace(tmp_path, blocks=[block])

    (problem,) = load_library(workspace).problems

    assert str(problem).partition(" ")[2] == told
    assert problem.place.line == line_of(workspace, at)


@pytest.mark.parametrize("of", [2, 7, 250, 100_000, 1_000_000])
def test_a_risk_is_out_of_any_number_of_people(of: int, make: Maker) -> None:
    """It is said both ways, whatever the number, and drawn only where all figures can be."""
    shown = _shown(make, RISK | {"n": 1, "of": of, "picture": "false"})

    (statement,) = shown.statements
    assert _plain(statement) == f"1 in {of:,} people fell. {of - 1:,} in {of:,} did not."
    assert shown.arrays == ()
