"""Any text is read in a time that grows with its length, and no text is without end."""

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from pydantic_core import PydanticCustomError

from leafwright.build.dry_check import check_dry
from leafwright.decode import decode
from leafwright.handout import Handout
from leafwright.library import load_library
from leafwright.problems import ContentError
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_rules
from leafwright.source import parse_source
from leafwright.text import parse_text
from tests.workspaces import CITED, write_workspace

SLACK = 3
"""Four times as long may take so many times four times as long: it would be sixteen if each sign met each."""
SPACED = {
    "shares": "1 in 2 of 3 per cent, ",
    "percentages": "5% ",
    "capitals": "AB ",
    "hard words": "administered ",
    "medicines": "stop your warfarin ",
}
UNSPACED = {
    "a citation left open": "[@" + "a" * 20_000,
    "brackets": "[" * 20_000,
    "links": "[a](" * 5_000,
    "pictures": "![a" * 6_000,
    "footnotes": "[^a" * 6_000,
    "stars": "**a" * 6_000,
    "tags": "<a" * 10_000,
    "entities": "&a" * 10_000,
    "addresses": "a@" * 10_000,
    "keys": "@a" * 10_000,
}


def seconds(work: Callable[[], object]) -> float:
    """Measure the processor's time, which other programs on the machine do not add to."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def checked(root: Path, words: str) -> Callable[[], object]:
    """Make a workspace with some words in it, and return what checks it."""
    block = {"kind": "paragraphs", "id": "long", "text": words}
    workspace = write_workspace(root, blocks=[CITED, block])

    def check() -> None:
        library = load_library(workspace)
        assert not library.problems
        check_dry(library)
        list(run_rules(library, RuleOptions(as_of=date(2026, 11, 2)), whole=True))

    check()  # what is read once for all is not the text's
    return check


@pytest.mark.parametrize("shape", SPACED)
def test_a_check_takes_as_long_as_its_text(shape: str, tmp_path: Path) -> None:
    """Four times the words take about four times the time, whatever they are."""
    words = SPACED[shape] * 2_000
    short = checked(tmp_path / "short", words[:1_200].strip())
    long = checked(tmp_path / "long", words[:4_800].strip())

    assert seconds(long) < 4 * SLACK * max(seconds(short), 0.02)


@pytest.mark.parametrize("shape", UNSPACED)
def test_markup_without_end_is_read_in_its_length(shape: str) -> None:
    """A text that is never closed is refused, or read, as fast as one that is."""
    words = UNSPACED[shape]

    def read(part: str) -> Callable[[], object]:
        def reading() -> None:
            with suppress(PydanticCustomError):
                parse_text(part)

        return reading

    read(words[:100])()
    short, long = read(words[: len(words) // 4]), read(words)
    once = min(seconds(short) for _ in range(3))
    assert min(seconds(long) for _ in range(3)) < 4 * SLACK * max(once, 0.01)


def test_many_faults_are_reported_in_part() -> None:
    """Of twenty thousand unknown keys the first are reported, and how many more there are."""
    text = "".join(f"key{number}: x\n" for number in range(20_000))
    with pytest.raises(ContentError) as caught:
        decode(Handout, parse_source(text, "a.yaml"))

    assert [problem.code for problem in caught.value.problems if problem.code != "unknown-field"]
    assert "more-faults" in {problem.code for problem in caught.value.problems}
    assert len(caught.value.problems) <= 201
