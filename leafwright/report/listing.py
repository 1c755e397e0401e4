"""Write findings as JSON in this project's own format, which only gains fields."""

import json
from typing import Final

from leafwright.problems import Severity, shown
from leafwright.report.record import Report

FORMAT: Final = 1
"""Raised when a field is removed or changes its meaning."""


def as_json(report: Report) -> str:
    """Write a report as JSON: every problem with its place, and the number of each severity."""
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
    severities = [problem.severity for problem in report.problems]
    content = {
        "format": FORMAT,
        "failed": report.failed,
        "counts": {severity.value: severities.count(severity) for severity in Severity},
        "files": [*map(shown, report.files)],
        "problems": problems,
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
