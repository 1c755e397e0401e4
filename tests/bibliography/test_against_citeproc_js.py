"""The bibliography beside citeproc-js, the processor of Zotero: the same style, locale and sources.

Its answers were made by `tools/citeproc_answers.py` and are kept in answers/, one line a source.
"""

import json
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from leafwright.bibliography import format_bibliography
from leafwright.decode import read_record
from leafwright.exports import parse_references
from leafwright.model.reference import Reference, References
from leafwright.text import Run, Text
from tools.citeproc_answers import items_of_types

HERE = Path(__file__).parent
DELIBERATE = yaml.safe_load((HERE / "deliberate.yaml").read_text("utf-8"))
STYLES = {"i": "italic", "b": "bold", "sup": "superscript", "sub": "subscript"}
STYLES |= {"font-style:normal;": "italic", "font-variant:small-caps;": "small capitals"}

Letters = list[tuple[str, frozenset[str]]]


class Answer(HTMLParser):
    """A line of citeproc-js, letter by letter with how each is set."""

    def __init__(self, line: str) -> None:
        """Read the line."""
        super().__init__()
        self.letters: Letters = []
        self._open: list[str] = []
        self.feed(line)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin another style; upright letters within italics end the italics."""
        style = dict(attrs).get("style", tag)
        self._open.append(STYLES[style or tag])

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  # HTMLParser's signature
        """End it."""
        self._open.pop()

    def handle_data(self, data: str) -> None:
        """Take letters."""
        styles = frozenset(style for style in self._open if self._open.count(style) % 2)
        self.letters += [(letter, styles) for letter in data]


def letters_of(text: Text) -> Letters:
    """Take a text of ours apart in the same way."""
    return [
        (letter, run.styles | ({"bold"} if run.strong else set()))
        for run in text.spans
        if isinstance(run, Run)
        for letter in run.text
    ]


@cache
def items() -> dict[str, Reference]:
    """Read the sources as those of a workspace are read."""
    path = HERE / "items.yaml"
    of_types = parse_references(json.dumps(items_of_types()).encode(), "types.json")
    entries = (*read_record(References, path, path.name).references, *of_types.references)
    return {entry.id: entry for entry in entries}


def cases() -> Iterator[tuple[str, str, str]]:
    """Go through the answers of every locale: whose, where, and what."""
    for path in sorted((HERE / "answers").glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            name, _, answer = line.partition(": ")
            yield name, path.stem, answer


@pytest.mark.parametrize(
    ("name", "locale", "answer"), [pytest.param(*case, id="-".join(case[:2])) for case in cases()]
)
def test_a_source_prints_as_citeproc_js_prints_it(name: str, locale: str, answer: str) -> None:
    """Words, marks and what is set in italics, raised or lowered are the same, but where ours is meant."""
    (line,) = format_bibliography([items()[name].as_csl()], locale)
    ours = {case["line"] for case in DELIBERATE if case["id"] == name and case["locale"] == locale}

    if ours:
        assert {line.plain} == ours
        assert letters_of(line) != Answer(answer).letters
    else:
        assert letters_of(line) == Answer(answer).letters


def test_each_difference_has_a_reason() -> None:
    """What is meant to differ says why, and belongs to an answer that is there."""
    known = {case[:2] for case in cases()}

    assert all(case["why"] for case in DELIBERATE)
    assert {(case["id"], case["locale"]) for case in DELIBERATE} <= known
