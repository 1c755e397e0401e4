"""Values written as YAML come back as they were, and look as authors write them."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leafwright.source import Mapping as Node
from leafwright.source import Tree, comments_in, entries_of, parse_source, write_lines
from leafwright.source.writing import WIDTH

SIGNS = st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"]) | st.sampled_from(
    " :#-'\"*&!|>%@`[]{},?\n\t~\\\u00a0\u200f"
)
WORDS = st.text(SIGNS, min_size=1, max_size=260).filter(lambda words: not words.endswith("\n"))


def written(tree: Mapping[str, Tree]) -> str:
    """Write a mapping as the text of a file."""
    return "\n".join([*write_lines(tree), ""])


@settings(max_examples=150)
@given(st.dictionaries(WORDS, WORDS | st.none(), min_size=1, max_size=4))
def test_every_text_comes_back(texts: dict[str, str | None]) -> None:
    """Any text is read as it was written: as a value, in a list, in a mapping of a list."""
    tree = parse_source(written({"map": texts, "list": list(texts.values()), "maps": [texts]}), "a.yaml")

    assert tree == {"map": texts, "list": list(texts.values()), "maps": [texts]}


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("Keep moving", "key: Keep moving"),
        ("¿Qué es?", 'key: "¿Qué es?"'),
        ("حركة", "key: حركة"),
        ("0\u200e", 'key: "0\u200e"'),
        ("**42 in 100** people", 'key: "**42 in 100** people"'),
        ("You can try:", 'key: "You can try:"'),
        ('Say "stop".', 'key: Say "stop".'),
        ('"Stop", say I.', "key: '\"Stop\", say I.'"),
        ("no", 'key: "no"'),
        ("Ward #4", 'key: "Ward #4"'),
        ("Ward #", 'key: "Ward #"'),
        ("Ward#", "key: Ward#"),
        ("1.10", 'key: "1.10"'),
        ("a\u2028b", 'key: "a\\u2028b"'),
        ("null", 'key: "null"'),
        (True, "key: true"),
        (None, "key:"),
        ([], "key: []"),
    ],
)
def test_quotes_stand_only_where_they_must(value: Tree, line: str) -> None:
    """Plain words stay plain; what a YAML reader would take for something else is quoted."""
    assert list(write_lines({"key": value})) == [line]


def test_a_long_text_is_folded() -> None:
    """A text that is wider than a line is below its key, broken between words."""
    lines = list(write_lines({"key": "word " * 50 + "end"}))

    assert lines[0] == "key: >-"
    assert len(lines) > 2
    assert max(map(len, lines)) <= WIDTH


def test_what_folding_would_change_is_not_folded() -> None:
    """Two spaces in a row would come back as one."""
    assert len(list(write_lines({"key": "two  spaces " * 20 + "end"}))) == 1


FILE = """# above
one: 1  # beside
# before two

two: |
  # no comment
  text # nor this
# before three
three:
  # inside
  - "a # b"  # item
# below
"""


def test_entries_are_taken_apart_line_by_line() -> None:
    """Each entry has its lines and the comments before it; together they are the whole file."""
    lines = FILE.splitlines()
    entries = entries_of(parse_source(FILE, "a.yaml"), lines, 0, len(lines))

    assert entries
    assert [(entry.key, entry.above, entry.lines[0]) for entry in entries] == [
        ("one", ("# above",), "one: 1  # beside"),
        ("two", ("# before two", ""), "two: |"),
        ("three", ("# before three",), "three:"),
    ]
    assert entries.below == ("# below",)
    assert [line for entry in entries for line in (*entry.above, *entry.lines)] + ["# below"] == lines


def test_comments_are_found_and_texts_are_not() -> None:
    """What looks like a comment within a text is not a comment."""
    lines = FILE.splitlines()

    assert list(comments_in(parse_source(FILE, "a.yaml"), lines, 0, len(lines))) == [
        "# above",
        "# beside",
        "# before two",
        "# before three",
        "# inside",
        "# item",
        "# below",
    ]


@pytest.mark.parametrize("text", ["{a: 1, b: 2}", "{\n a: 1,\n b: 2}"])
def test_entries_between_braces_have_no_lines(text: str) -> None:
    """A mapping between braces cannot be taken apart by lines."""
    assert entries_of(parse_source(text, "a.yaml"), text.splitlines(), 0, 1) is None
    assert isinstance(parse_source(text, "a.yaml"), Node)
