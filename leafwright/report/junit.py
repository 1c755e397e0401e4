"""Write findings as JUnit XML, which CI servers show as tests: each file is a suite, each finding a test."""

import re
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from leafwright.problems import Problem, shown
from leafwright.report.record import Report, at_least

_NOT_XML: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(report: Report) -> str:
    """Write a report as JUnit XML; a finding not severe enough to fail is a passed test with output.

    The time of a suite is the day of the check, so that the same check gives the same report.
    """
    failures = sum(_fails(problem, report) for problem in report.problems)
    cases = sum(max(1, len(_of_file(report, name))) for name in report.files)
    root = Element("testsuites", name="leafwright", tests=str(cases), failures=str(failures), errors="0")
    for name in report.files:
        _add_suite(root, name, report)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _add_suite(root: Element, name: str, report: Report) -> None:
    problems = _of_file(report, name)
    name = shown(name)
    failures = sum(_fails(problem, report) for problem in problems)
    tests = str(max(1, len(problems)))
    suite = SubElement(root, "testsuite", name=name, tests=tests, failures=str(failures), errors="0")
    # Some servers refuse a suite without these. Reading a file takes no time that is worth a report.
    suite.attrib |= {"time": "0", "timestamp": f"{report.as_of.isoformat()}T00:00:00"}
    if not problems:
        SubElement(suite, "testcase", name="no findings", classname=name)
    for problem in problems:
        place = problem.place
        title = f"{place.line}:{place.column} {problem.code}"
        case = SubElement(suite, "testcase", name=title, classname=name)
        text = _NOT_XML.sub("�", str(problem))
        if _fails(problem, report):
            message = _NOT_XML.sub("�", problem.message)
            SubElement(case, "failure", type=problem.code, message=message).text = text
        else:
            SubElement(case, "system-out").text = f"{problem.severity}: {text}"


def _of_file(report: Report, name: str) -> list[Problem]:
    return [problem for problem in report.problems if problem.place.file == name]


def _fails(problem: Problem, report: Report) -> bool:
    return at_least(problem.severity, report.fails_on)
