"""A fault in an exported file is reported at its line and column, with what would be right."""

from pathlib import Path

import pytest
import yaml

from leafwright.exports import parse_references
from leafwright.problems import ContentError

FAULTS = yaml.safe_load((Path(__file__).parent / "faults.yaml").read_text("utf-8"))


def told(text: str, name: str) -> list[str]:
    """Read a file that has faults, and return them, without the name of the file."""
    with pytest.raises(ContentError) as caught:
        parse_references(text.encode(), name)
    return [str(problem).removeprefix(f"{name}:") for problem in caught.value.problems]


@pytest.mark.parametrize("case", FAULTS["json"])
def test_a_fault_in_json_has_its_place(case: dict[str, str]) -> None:
    """What is no JSON, no CSL or no date is reported where it stands."""
    assert told(case["text"], "a.json") == [case["fault"]]


@pytest.mark.parametrize("case", FAULTS["bibtex"])
def test_a_fault_in_bibtex_has_its_place(case: dict[str, str]) -> None:
    """What is no BibTeX, or cannot be printed, is reported at its entry or its field."""
    assert told(case["text"], "a.bib") == [case["fault"]]


def test_a_file_that_is_nested_too_deeply_is_refused() -> None:
    """No export is, and each level takes memory."""
    assert told("[" * 2_000 + "]" * 2_000, "a.json") == [
        "1:1: too-complex: nested too deeply; split the file"
    ]


def test_every_fault_of_a_file_is_reported() -> None:
    """After an entry that cannot be read, the next ones are."""
    text = "@book{a, title = }\n\n@book{b, title = {T}, year 2010}\n\n@book{c, title = {T}}\n"

    assert [fault.partition(": ")[0] for fault in told(text, "a.bib")] == ["1:18", "3:28"]


@pytest.mark.parametrize("name", ["a.json", "a.bib", "a.yaml"])
def test_text_that_is_not_utf_8_is_reported(name: str) -> None:
    """A file in another encoding is refused at its first letter that cannot be read."""
    with pytest.raises(ContentError, match=rf"^{name}:2:3: not-utf-8: "):
        parse_references(b"ab\ncd\xe9", name)


@pytest.mark.parametrize("text", ["", "Only words.\n", "@comment{none}\n", "@string{a = {b}}"])
def test_a_bibtex_file_without_entries_has_no_references(text: str) -> None:
    """It can be read; the workspace warns of it."""
    assert parse_references(text.encode(), "a.bib").references == ()
