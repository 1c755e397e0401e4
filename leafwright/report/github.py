"""Write findings as workflow commands, which GitHub Actions shows beside the lines of a pull request."""

from typing import Final

from leafwright.problems import Problem, Severity, shown
from leafwright.report.record import Report

COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def as_github(report: Report) -> str:
    """Write a report as one workflow command a line."""
    return "".join(f"{_command(problem)}\n" for problem in report.problems)


def _command(problem: Problem) -> str:
    place = problem.place
    where = f"file={_property(shown(place.file))},line={place.line},col={place.column},title={problem.code}"
    return f"::{COMMANDS[problem.severity]} {where}::{_message(problem.text)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
