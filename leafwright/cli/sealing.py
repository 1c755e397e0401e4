"""The seal of a whole build: its results, and until when they hold."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from leafwright.build import Outcome, Result
from leafwright.cache import cache_folder
from leafwright.cli.build_options import BuildOptions
from leafwright.cli.console import findings_console
from leafwright.library import Library
from leafwright.seal import Seal, SummaryLine, survey_outputs, write_seal


def remember(options: BuildOptions, results: Iterable[Result], seal: Seal) -> None:
    """Add the current results to a seal and save it; without a cache the next build starts over."""
    there = (result for result in results if result.outcome in {Outcome.BUILT, Outcome.UNCHANGED})
    lines = tuple(replace(line_of(result), outcome=Outcome.UNCHANGED) for result in there)
    outputs = survey_outputs(options.folder)
    try:
        write_seal(cache_folder(), options.folder, replace(seal, lines=lines, outputs=outputs))
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        findings_console().print(f"cannot remember this build in {cache_folder()}: {reason}")


def line_of(result: Result) -> SummaryLine:
    """Summarise one result for the table at the end."""
    key, findings = result.key, result.found
    handout = f"{key.topic}/{key.language.partition('-')[0]}"
    return SummaryLine(
        clinic=key.clinic,
        variant=key.variant,
        outcome=result.outcome,
        pages=result.pages,
        found={handout: (findings.errors, findings.warnings)} if findings.errors or findings.warnings else {},
    )


def next_review(library: Library, today: date) -> str:
    """Return the day after which an approved handout that is fine today may be refused."""
    approved = (file.handout.review_due for file in library.handouts if file.handout.status == "approved")
    return min((day.isoformat() for day in approved if day >= today), default="")
