"""Problems in the form in which every room reports them."""

import pytest

from leafwright.problems import Place, Problem, Severity, fold_problems
from leafwright.report import FORMATS, Report


def _lack(file: str, *lines: int, together: str = "{n} of 9 parts lack words") -> list[Problem]:
    """Find that the parts at some lines of a file lack words."""
    return [
        Problem(place=Place(file=file, line=line), code="missing-block", message=str(line), together=together)
        for line in lines
    ]


def test_many_of_a_kind_are_reported_once_for_a_file() -> None:
    """They are counted, and reported at the first of them."""
    folded = fold_problems([*_lack("es.yaml", 9, 5, 7, 8), *_lack("fr.yaml", 1, 2, 3, 4, 5)])

    assert [(found.place.file, found.place.line, found.message) for found in folded] == [
        ("es.yaml", 5, "4 of 9 parts lack words, the first here"),
        ("fr.yaml", 1, "5 of 9 parts lack words, the first here"),
    ]


def test_a_few_are_reported_each_for_itself() -> None:
    """Three findings are listed one by one, and so are many that cannot be grouped."""
    few, own = _lack("es.yaml", 1, 2, 3), _lack("fr.yaml", 1, 2, 3, 4, together="")

    assert fold_problems([*few, *own]) == (*few, *own)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("a\x1b]0;title\x07", "a<U+001B>]0;title<U+0007>"),
        ("a\n::error::b", "a<U+000A><U+003A>:error::b"),
        ("a ::error file=b::c", "a <U+003A>:error file=b::c"),
        ("::warning::b", "<U+003A>:warning::b"),
        ("a ##[error]b", "a <U+0023>#[error]b"),
        ("a##vso[task.x]b", "a<U+0023>#vso[task.x]b"),
        ("a\u202eb\u200bc\x85", "a<U+202E>b<U+200B>c<U+0085>"),
        ("std::string, 10:30 and 1::2", "std::string, 10:30 and 1::2"),
        ("caf\u00e9\u00a0\u00ab5 mg\u00bb \u2013 \u0648", "caf\u00e9\u00a0\u00ab5 mg\u00bb \u2013 \u0648"),
        ("x" * 700, "x" * 600 + "\u2026"),
    ],
)
def test_what_no_one_sees_is_shown_by_its_code_point(words: str, told: str) -> None:
    """No output contains a character that a terminal or a CI host obeys; plain words are unchanged."""
    problem = Problem(place=Place(file=words), code="bad-form", message=words, hint=words)

    assert (problem.message, problem.hint) == (told, told)
    assert str(problem) == f"{told}:1:1: bad-form: {told}; {told}"


@pytest.mark.parametrize("form", FORMATS)
def test_no_report_holds_a_sign_that_is_obeyed(form: str) -> None:
    """A folder's name, a message and a hint reach JSON, SARIF, JUnit and GitHub harmlessly."""
    hostile = "a\x1b[31m\n::error::b ##[error]c\x9b\u202e"
    problem = Problem(place=Place(file=hostile), code="bad-form", message=hostile, hint=hostile)

    written = FORMATS[form](Report.of([problem], [], Severity.ERROR))

    assert not set("\x1b\x9b\u202e") & set(written)
    assert "##[" not in written
    lines = [line.strip() for line in written.splitlines()]
    assert len([line for line in lines if line.startswith("::")]) == (form == "github")
