"""Findings as JSON of this project's own, in a shape that only grows."""

import json
from typing import Final

from leafwright.problems import Severity, shown
from leafwright.report.record import Report

FORMAT: Final = 1
"""Raised when a field changes its meaning or goes."""


def as_json(report: Report) -> str:
    """Write a report as JSON: every problem with its place, and how many there are of each severity."""
    problems = [
        {
            "file": shown(problem.place.file),
            "line": problem.place.line,
            "column": problem.place.column,
            "code": problem.code,
            "severity": problem.severity.value,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in report.problems
    ]
    counts = {each.value: sum(problem.severity is each for problem in report.problems) for each in Severity}
    told = {"format": FORMAT, "failed": report.failed, "counts": counts, "files": [*map(shown, report.files)]}
    told["problems"] = problems
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
