"""The ladder on real sheets: trying a few rungs finds what trying one after the other finds.

The profile `nightly` of CONTRIBUTING.md does it for every sheet of the examples.
"""

import pytest
from hypothesis import settings

from leafwright.build import Selection, draft_sheets
from leafwright.build.work import prove_job
from leafwright.pdf.fit import Goal, _Rungs
from leafwright.pdf.layout import Layout
from tests.workspaces import read_examples

CHOSEN = Selection(
    clinics=("cedar-hollow",),
    topics=("facet-joint-injections",),
    variants=("preparation",),
    editions=("standard",),
    languages=("en",),
)


def one_by_one(rungs: _Rungs[Layout], goal: Goal, above: int, *likely: int) -> int | None:
    """Go down the rungs to the first that reaches a goal."""
    return next((rung for rung in range(above + 1, max(likely) + 1) if rungs.reaches(rung, goal)), None)


def test_the_loosest_rung_of_a_real_sheet_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the search relies on is true of the examples: below a rung that reaches a goal, all do."""
    chosen = Selection() if settings.get_current_profile_name() == "nightly" else CHOSEN
    jobs = draft_sheets(read_examples(), chosen).jobs
    found = {job.key: prove_job(job).rung for job in jobs}
    monkeypatch.setattr(_Rungs, "loosest", one_by_one)

    assert {job.key: prove_job(job).rung for job in jobs} == found
