"""Write findings for other programs: one module for each format, with a function from a Report to text."""

from collections.abc import Callable, Mapping
from typing import Final

from leafwright.report.github import as_github
from leafwright.report.junit import as_junit
from leafwright.report.listing import as_json
from leafwright.report.record import Report, at_least
from leafwright.report.sarif import as_sarif

FORMATS: Final[Mapping[str, Callable[[Report], str]]] = {
    "json": as_json,
    "sarif": as_sarif,
    "junit": as_junit,
    "github": as_github,
}

OF_HOSTS: Final = frozenset({"sarif", "junit", "github"})
"""The formats for code hosts, which name files from the root of the repository."""
