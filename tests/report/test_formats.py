"""The formats: each valid by its own schema, and none losing a finding."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from lxml import etree  # type: ignore[import-untyped]  # it brings no types

from leafwright.problems import Severity
from leafwright.report import FORMATS, Report, at_least
from leafwright.rules.rule import find_codes

HERE = Path(__file__).parent


def _sarif(report: Report) -> Any:
    return json.loads(FORMATS["sarif"](report))["runs"][0]


def _junit(report: Report) -> Any:
    return etree.fromstring(FORMATS["junit"](report).encode())


@pytest.mark.parametrize("which", ["report", "nothing"])
def test_sarif_is_valid(which: str, request: pytest.FixtureRequest) -> None:
    """A log passes the schema of SARIF 2.1.0, with findings or without."""
    schema = json.loads((HERE / "sarif-2.1.0.json").read_text("utf-8"))
    log = json.loads(FORMATS["sarif"](request.getfixturevalue(which)))

    Draft4Validator.check_schema(schema)
    assert [fault.message for fault in Draft4Validator(schema).iter_errors(log)] == []


def test_a_wrong_log_is_not_valid(report: Report) -> None:
    """The schema that is used does refuse."""
    schema = json.loads((HERE / "sarif-2.1.0.json").read_text("utf-8"))
    log = json.loads(FORMATS["sarif"](report))
    log["runs"][0]["results"][0]["level"] = "fatal"

    assert not Draft4Validator(schema).is_valid(log)


def test_sarif_points_at_lines_and_rules(report: Report) -> None:
    """A result has its place, its level and the page of its rule; names of files are made addresses."""
    run = _sarif(report)
    result = next(each for each in run["results"] if each["ruleId"] == "long-sentence")
    where = result["locations"][0]["physicalLocation"]

    assert where["artifactLocation"]["uri"] == "handouts/sore%20knee/en.yaml"
    assert where["region"] == {"startLine": 12, "startColumn": 5}
    assert result["level"] == "error"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "long-sentence"
    assert "Good:" in run["tool"]["driver"]["rules"][result["ruleIndex"]]["help"]["markdown"]


def test_sarif_lists_every_rule(nothing: Report) -> None:
    """A code host can show what was looked for, found or not."""
    assert {rule["id"] for rule in _sarif(nothing)["tool"]["driver"]["rules"]} == set(find_codes())


def test_sarif_knows_findings_again(report: Report) -> None:
    """Two alike findings of a file have different fingerprints, and none depends on its line."""
    prints = [each["partialFingerprints"]["leafwright/v1"] for each in _sarif(report)["results"]]

    assert len(set(prints)) == 4


@pytest.mark.parametrize("which", ["report", "nothing"])
def test_junit_is_valid(which: str, request: pytest.FixtureRequest) -> None:
    """A report passes the schema of JUnit XML."""
    schema = etree.XMLSchema(etree.parse(HERE / "junit-10.xsd"))

    schema.assertValid(_junit(request.getfixturevalue(which)))


def test_junit_counts_what_fails(report: Report) -> None:
    """Findings below the least severity that fails are passed tests, as is a file without any."""
    root = _junit(report)

    assert (root.get("tests"), root.get("failures")) == ("5", "3")
    assert len(root.findall("*/testcase/failure")) == 3
    assert [
        case.get("name") for case in root.findall("testsuite[@name='handouts/fine/en.yaml']/testcase")
    ] == ["no findings"]
    assert "advice" in root.findtext("testsuite[@name='clinics/elm/clinic.yaml']/testcase/system-out")


def test_junit_says_the_day_of_the_check(report: Report) -> None:
    """Each suite has a time, which is that of the check and not of the clock."""
    root = _junit(replace(report, as_of=date(2027, 1, 2)))

    stamps = {(suite.get("time"), suite.get("timestamp")) for suite in root.findall("testsuite")}
    assert stamps == {("0", "2027-01-02T00:00:00")}


def test_github_escapes_what_would_end_a_command(report: Report) -> None:
    """A line is a command: line breaks, per cent signs and colons in properties are written in code."""
    lines = FORMATS["github"](report).removesuffix("\n").split("\n")

    assert len(lines) == 4
    assert lines[0] == "::notice file=clinics/elm/clinic.yaml,line=1,col=1,title=own-code::hm"
    assert "50%25" in lines[2]
    assert "<U+000A>and" in lines[2]


def test_json_tells_everything(report: Report) -> None:
    """Each finding once, with the number of each severity and whether the check failed."""
    told = json.loads(FORMATS["json"](report))

    assert told["counts"] == {"advice": 1, "warning": 1, "error": 2}
    assert told["failed"] is True
    assert told["problems"][0] == {
        "file": "clinics/elm/clinic.yaml",
        "line": 1,
        "column": 1,
        "code": "own-code",
        "severity": "advice",
        "message": "hm",
        "hint": "",
    }


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_the_same_every_time(name: str, report: Report) -> None:
    """No clock, no path of this machine, and a line's end at the end."""
    text = FORMATS[name](report)

    assert text == FORMATS[name](report)
    assert text.endswith("\n")


@pytest.mark.parametrize(
    ("least", "failed"), [(Severity.ADVICE, True), (Severity.WARNING, True), (Severity.ERROR, False)]
)
def test_a_report_fails_from_a_severity_on(report: Report, least: Severity, *, failed: bool) -> None:
    """The asker says how heavy a finding must be."""
    light = [problem for problem in report.problems if problem.severity is not Severity.ERROR]

    assert Report.of(light, [], least).failed is failed
    assert at_least(Severity.ERROR, least)
