"""Write findings as SARIF 2.1.0, which editors and code hosts show beside the lines.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

from leafwright import __version__
from leafwright.problems import Problem, Severity
from leafwright.report.record import Report

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def as_sarif(report: Report) -> str:
    """Write a report as a SARIF log; files are named as in the report."""
    # There is no informationUri: it must be absolute, and the project has no address that everybody can open.
    codes = sorted({*report.pages, *(problem.code for problem in report.problems)})
    driver = {"name": "Leafwright", "version": __version__, "rules": [_rule(code, report) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _address(name)}} for name in report.files],
        "results": list(_results(report, codes)),
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, report: Report) -> dict[str, Any]:
    if not (page := report.pages.get(code)):
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.what},
        "help": {"text": f"{page.what}\n\n{page.why}", "markdown": str(page)},
    }


def _results(report: Report, codes: list[str]) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for problem in report.problems:
        alike = f"{problem.place.file} {problem.code} {problem.message}"
        seen[alike] += 1
        yield _result(problem, codes.index(problem.code)) | {
            "partialFingerprints": {"leafwright/v1": _digest(f"{alike} {seen[alike]}")}
        }


def _result(problem: Problem, index: int) -> dict[str, Any]:
    place = problem.place
    location = {
        "artifactLocation": {"uri": _address(place.file)},
        "region": {"startLine": place.line, "startColumn": place.column},
    }
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": LEVELS[problem.severity],
        "message": {"text": problem.text},
        "locations": [{"physicalLocation": location}],
    }


def _digest(words: str) -> str:
    """Fingerprint a finding, so that it is recognised when its line moves."""
    return hashlib.sha256(words.encode()).hexdigest()[:32]


def _address(name: str) -> str:
    return quote(name)
