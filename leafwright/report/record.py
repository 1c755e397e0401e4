"""The content of a report: the problems of a check, the files that were read and the pages of the rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self

from leafwright.problems import Problem, Severity, sort_problems
from leafwright.rules.book import all_pages
from leafwright.rules.page import RulePage


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of a check for a day, which fails if a problem is at least as severe as `fails_on`."""

    problems: tuple[Problem, ...]
    files: tuple[str, ...] = ()
    pages: Mapping[str, RulePage] = field(default_factory=dict, repr=False)
    fails_on: Severity = Severity.ERROR
    as_of: date = date.min

    @classmethod
    def of(cls, problems: Iterable[Problem], files: Iterable[str], fails_on: Severity) -> Self:
        """Make a report with sorted problems, and the files that were read or have a problem."""
        ordered = sort_problems(problems)
        names = sorted({*files, *(problem.place.file for problem in ordered)})
        return cls(problems=ordered, files=tuple(names), pages=all_pages(), fails_on=fails_on)

    def below(self, folder: str) -> Self:
        """Name all files from above the workspace, which is this folder there."""
        if folder in {"", "."}:
            return self
        problems = tuple(
            replace(problem, place=replace(problem.place, file=f"{folder}/{problem.place.file}"))
            for problem in self.problems
        )
        return replace(self, problems=problems, files=tuple(f"{folder}/{name}" for name in self.files))

    @property
    def failed(self) -> bool:
        """Whether any problem is severe enough to fail."""
        return any(at_least(problem.severity, self.fails_on) for problem in self.problems)


def at_least(severity: Severity, least: Severity) -> bool:
    """Return whether a severity is as high as another, or higher."""
    return severity.weight >= least.weight
