"""A report with one of everything that is hard to write down."""

import pytest

from leafwright.problems import Place, Problem, Severity
from leafwright.report import Report

FILE = "handouts/sore knee/en.yaml"


@pytest.fixture
def report() -> Report:
    """Make a report of three severities, signs that formats escape, a file without findings and a sheet."""
    long = Problem(
        place=Place(file=FILE, line=12, column=5),
        code="long-sentence",
        message="the sentence has 24 words: 50% <of> “it”,\nand \x0b more",
        hint="write at most 20 & no more",
    )
    again = Problem(place=Place(file=FILE, line=30, column=1), code=long.code, message=long.message)
    soft = Problem(
        place=Place(file="clinics/elm/clinic.yaml"), code="own-code", message="hm", severity=Severity.ADVICE
    )
    middle = Problem(
        place=Place(file="elm/sheet.pdf"), code="low-ink", message="dark", severity=Severity.WARNING
    )
    return Report.of([middle, soft, long, again, long], ["handouts/fine/en.yaml", FILE], Severity.WARNING)


@pytest.fixture
def nothing() -> Report:
    """Make a report of a library without a finding."""
    return Report.of([], ["handouts/fine/en.yaml"], Severity.ERROR)
