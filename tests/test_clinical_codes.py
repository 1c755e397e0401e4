"""Codes of a topic in clinical terminologies: a slip is found before a record looks it up."""

from pathlib import Path
from typing import Any

import pytest

from leafwright.library import load_library
from leafwright.model.clinical_codes import is_checked
from tests.workspaces import write_workspace

CODES = {"snomed-ct": ["239873007"], "icd-10": ["M17.9", "S83.2XA", "I10"], "icd-11": ["FA01.Z", "8B20"]}


def test_a_handout_has_its_codes(tmp_path: Path) -> None:
    """They are as written."""
    (file,) = load_library(write_workspace(tmp_path, handout={"codes": CODES})).handouts

    assert file.handout.codes.model_dump(by_alias=True, exclude={"silence"}, mode="json") == CODES


@pytest.mark.parametrize(
    ("codes", "told"),
    [
        ({"snomed-ct": ["239873008"]}, "bad-value: the check digit of '239873008' is wrong; copy the"),
        ({"snomed-ct": ["293873007"]}, "bad-value: the check digit of '293873007' is wrong"),
        ({"snomed-ct": ["680946014"]}, "bad-value: '680946014' is not a concept of SNOMED CT; give the"),
        ({"snomed-ct": ["12345"]}, "bad-form: '12345' is not an identifier of SNOMED CT"),
        ({"snomed-ct": ["239873007", "239873007"]}, "repeated-name: this list has '239873007' twice"),
        (
            {"icd-10": ["m17.9"]},
            "bad-form: 'm17.9' is not a code of ICD-10; write it as in the list: write M17.9",
        ),
        ({"icd-11": ["FAO1"]}, "bad-form: 'FAO1' is not a code of ICD-11"),
        ({"icd10": ["M17"]}, "unknown-field: 'icd10' is no field of codes; did you mean 'icd-10'?"),
    ],
)
def test_a_slip_in_a_code_is_reported_at_its_place(tmp_path: Path, codes: Any, told: str) -> None:
    """The message says what would be right."""
    (problem,) = load_library(write_workspace(tmp_path, handout={"codes": codes})).problems

    assert problem.place.line > 1
    assert f"{problem.code}: {problem.text}".startswith(told)


@pytest.mark.parametrize("known", ["138875005", "404684003", "22298006", "680946014", "2363"])
def test_the_check_digit_is_that_of_verhoeff(known: str) -> None:
    """These are published: three concepts and a description of SNOMED CT, and the example of Verhoeff."""
    assert is_checked(known)
    assert not any(is_checked(known[:-1] + digit) for digit in "0123456789" if digit != known[-1])
