"""What is reported: the problems of a check, the files that were read and the rules that have a page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Self

from leafwright.problems import Problem, Severity, sort_problems
from leafwright.rules.book import all_pages
from leafwright.rules.page import RulePage

WEIGHTS: Final = {Severity.ADVICE: 1, Severity.WARNING: 2, Severity.ERROR: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The outcome of a check: `fails_on` is the least severity that makes it a failure."""

    problems: tuple[Problem, ...]
    files: tuple[str, ...] = ()
    pages: Mapping[str, RulePage] = field(default_factory=dict, repr=False)
    fails_on: Severity = Severity.ERROR

    @classmethod
    def of(cls, problems: Iterable[Problem], files: Iterable[str], fails_on: Severity) -> Self:
        """Make a report: sorted, each problem told once, the files it was found in among the others."""
        found = sort_problems(problems)
        names = sorted({*files, *(problem.place.file for problem in found)})
        return cls(problems=found, files=tuple(names), pages=all_pages(), fails_on=fails_on)

    @property
    def failed(self) -> bool:
        """Tell whether any problem weighs enough to fail."""
        return any(at_least(problem.severity, self.fails_on) for problem in self.problems)


def at_least(severity: Severity, least: Severity) -> bool:
    """Tell whether a severity is as heavy as another, or heavier."""
    return WEIGHTS[severity] >= WEIGHTS[least]
