"""The messages about a file that is not the YAML we accept, word for word."""

from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from leafwright.problems import ContentError
from leafwright.source import MOST_BYTES, parse_source, read_source, read_text

CASES: Final[list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("messages.yaml").read_text("utf-8")
)


def messages_of(text: str) -> list[str]:
    """Read a file; return the messages to its author."""
    try:
        parse_source(text, "a.yaml")
    except ContentError as error:
        return [str(problem) for problem in error.problems]
    return []


def messages_of_reading(path: Path) -> str:
    """Read a file from the disk, called a.yaml; return the messages to its author."""
    with pytest.raises(ContentError) as caught:
        read_source(path, "a.yaml")
    return "; ".join(str(problem) for problem in caught.value.problems)


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["written"]))
def test_a_fault_is_reported_at_its_place_with_its_cure(case: dict[str, Any]) -> None:
    """Everything that is said of a file: line and column, what is wrong, and what would be right."""
    assert messages_of(case["written"]) == case["messages"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            f"a: b {'x' * 301}",
            "1:6: too-long: a word of 301 letters and signs; at most 300 are read: put spaces into it",
        ),
        (
            f"a: {'x ' * 2500}x",
            "1:4: too-long: a text of 5,001 letters and signs; at most 5,000 are read: split it into several",
        ),
        (f"a: {'[' * 24}b{']' * 24}", "1:28: too-complex: nested too deeply; split the file"),
        (f"a: [{'b,' * 49_998}]", "1:99999: too-complex: more than 50,000 values; split the file"),
    ],
    ids=["a word", "a text", "depth", "values"],
)
def test_what_is_too_much_is_reported(written: str, told: str) -> None:
    """One more than the most that is read."""
    assert messages_of(written) == [f"a.yaml:{told}"]


@pytest.mark.parametrize(
    "written",
    [
        f"a: b {'x' * 300}",
        "a: " + "\u0e01" * 301,
        f"a: {'x ' * 2499}xx",
        f"a: {'[' * 23}b{']' * 23}",
        f"a: [{'b,' * 49_997}]",
    ],
    ids=["a word", "a Thai text", "a text", "depth", "values"],
)
def test_the_most_that_is_allowed_is_read(written: str) -> None:
    """Thai has no spaces between its words."""
    assert messages_of(written) == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"a: caf\xe9", "1:7: not-utf-8: the text is not UTF-8; save the file with the encoding UTF-8"),
        (b"\n\xe9", "2:1: not-utf-8: the text is not UTF-8; save the file with the encoding UTF-8"),
        (b"a: b\nc: \xe9", "2:4: not-utf-8: the text is not UTF-8; save the file with the encoding UTF-8"),
        (
            b"#" * (MOST_BYTES + 1),
            "1:1: file-too-large: the file has 1,000,001 bytes; at most 1,000,000 are read",
        ),
        (b"#" * MOST_BYTES, "1:1: not-a-mapping: the file is empty; write `key: value` lines"),
    ],
    ids=["in the first line", "in an empty file", "in a later line", "too large", "as large as it may be"],
)
def test_bytes_that_are_not_read_are_reported(content: bytes, told: str, tmp_path: Path) -> None:
    """The place is that of the byte that shows it."""
    (tmp_path / "a.yaml").write_bytes(content)

    assert messages_of_reading(tmp_path / "a.yaml") == f"a.yaml:{told}"


def test_the_mark_of_utf_8_is_no_sign_of_the_text(tmp_path: Path) -> None:
    """Some editors begin a file with it."""
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfa: b")

    assert read_text(tmp_path / "a.yaml", "a.yaml") == "a: b"
    assert read_source(tmp_path / "a.yaml", "a.yaml") == {"a": "b"}


def test_the_other_ending_is_named_either_way(tmp_path: Path) -> None:
    """A brand's file ends in .yml."""
    (tmp_path / "mine.yaml").touch()

    assert (
        messages_of_reading(tmp_path / "mine.yml")
        == "a.yaml:1:1: unreadable-file: no such file or directory; mine.yaml is there: rename it to mine.yml"
    )


def test_a_file_that_is_not_there_is_reported(tmp_path: Path) -> None:
    """A file of the same name with the other ending is named; a folder is no file."""
    (tmp_path / "other.yml").touch()
    (tmp_path / "folder.yaml").mkdir()

    assert (
        messages_of_reading(tmp_path / "none.yaml")
        == "a.yaml:1:1: unreadable-file: no such file or directory; check the name and the permissions"
    )
    assert (
        messages_of_reading(tmp_path / "other.yaml")
        == "a.yaml:1:1: unreadable-file: no such file or directory; "
        "other.yml is there: rename it to other.yaml"
    )
    assert (
        messages_of_reading(tmp_path / "folder.yaml")
        == "a.yaml:1:1: unreadable-file: it is not a file; put a file of this name here"
    )
