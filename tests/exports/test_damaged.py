"""A damaged export is read or refused; nothing else happens."""

from random import Random

import pytest

from leafwright.bibliography import format_bibliography
from leafwright.exports import parse_references
from leafwright.problems import ContentError
from tests.exports.test_forms import FORMS

PUT_IN = (
    *"{}[]\",:\\'$@#=% \n~^_-&<>aé0\x00",
    *("null", '""', "[]", "{}", "\\ud800", " and ", "\\foo", '\\"', "<i>", "[[", "@book{x,", "year = {}", ""),
)


def read(text: str, name: str) -> tuple[list[dict[str, object]], set[str]]:
    """Read a file: its entries, and the files that its faults are in."""
    try:
        return [entry.as_csl() for entry in parse_references(text.encode(), name).references], set()
    except ContentError as error:
        return [], {problem.place.file for problem in error.problems}


def damaged(text: str, chance: Random) -> str:
    """Take something out of a text, or put something in."""
    at = chance.randrange(len(text))
    taken = chance.choice((0, 0, 1, 12))
    return f"{text[:at]}{chance.choice(PUT_IN)}{text[at + taken :]}"


@pytest.mark.parametrize("name", FORMS)
def test_a_damaged_export_gives_a_line_or_a_fault(name: str) -> None:
    """What is read can be printed, and each fault is in the file."""
    chance = Random(name)  # noqa: S311  # no secret
    for _ in range(40):
        text = damaged(damaged(FORMS[name], chance), chance)

        entries, files = read(text, name)

        assert files <= {name}
        assert all(line.plain for line in format_bibliography(entries, "en-GB"))
