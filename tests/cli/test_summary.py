"""The closing table of a build: sheets, pages, and what is found in handouts that are not approved."""

from datetime import date
from pathlib import Path
from typing import Self

import pytest

from leafwright import seal
from leafwright.cli.summary import Tally, explain_findings
from leafwright.seal import Seal, SummaryLine, find_seal, survey_outputs, write_seal

DRAFT = {"sore-knee/en": (2, 3)}


def line(clinic: str, variant: str, found: dict[str, tuple[int, int]]) -> SummaryLine:
    """Say that a sheet was built."""
    return SummaryLine(clinic=clinic, variant=variant, outcome="built", pages=2, found=found)


def test_findings_of_a_handout_count_once_in_each_row() -> None:
    """A clinic that prints ten sheets of a draft has no more to put right than one that prints two."""
    tally = Tally.of(
        [line("elm", "leaflet", DRAFT), line("elm", "aftercare", DRAFT), line("oak", "leaflet", DRAFT)]
    )

    assert {name: row["findings"] for name, row in tally.clinics.items()} == {"elm": 5, "oak": 5}
    assert (tally.variants["leaflet"]["findings"], tally.total["findings"]) == (5, 5)
    assert tally.total["pages"] == 6


def test_the_findings_are_reported_by_weight() -> None:
    """The summary of a build says how many findings would prevent approval."""
    tally = Tally.of([line("elm", "leaflet", {**DRAFT, "sore-toe/en": (0, 1)})])

    assert list(explain_findings(tally.found)) == [
        "Findings in handouts that are not approved: 2 errors, 4 warnings; `check` lists them"
    ]


def test_nothing_is_reported_of_findings_where_there_are_none() -> None:
    """There is no column for them, either."""
    tally = Tally.of([line("elm", "leaflet", {})])

    assert list(explain_findings(tally.found)) == []
    assert "Findings" not in [column.header for column in tally.table().columns]


class _Tomorrow(date):
    @classmethod
    def today(cls) -> Self:
        return cls(2028, 11, 2)


@pytest.mark.parametrize(("good_until", "kept"), [("2028-11-01", False), ("2028-11-02", True), ("", True)])
def test_a_seal_holds_until_the_next_review_of_an_approved_handout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, good_until: str, *, kept: bool
) -> None:
    """After that day the handout may be refused, so the library is read again."""
    monkeypatch.setattr(seal, "date", _Tomorrow)
    output = tmp_path / "output"
    written = Seal(inputs="these", outputs=survey_outputs(output), problems=(), good_until=good_until)
    write_seal(tmp_path / "cache", output, written)

    assert find_seal(tmp_path / "cache", output, "these") == (written if kept else None)
