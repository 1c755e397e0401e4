"""An author's words that YAML reads as a comment are reported; comments that hide nothing stay legal."""

from pathlib import Path

import pytest

from leafwright.decode import decode
from leafwright.handout import Section
from leafwright.library import load_library
from leafwright.problems import ContentError
from leafwright.source import parse_source
from leafwright.workspace import Workspace
from tests.workspaces import CLINIC, TOPIC, write_workspace

EN = f"handouts/{TOPIC}/en.yaml"
CLINIC_YAML = f"clinics/{CLINIC}/clinic.yaml"
BRAND = f"clinics/{CLINIC}/_brand.yml"
LIST = "id: part\nheading: Tablets\nblocks:\n  - kind: list\n    id: take\n    items:\n"


def messages_of(text: str) -> list[str]:
    """Read a section and return what is wrong with it: place and code of each problem."""
    try:
        decode(Section, parse_source(text, "a.yaml"))
    except ContentError as error:
        return [str(problem).split(": ", 2)[0] + " " + problem.code for problem in error.problems]
    return []


CUT = {
    "an item": (f"{LIST}      - Take tablet no. # 2 at night\n", "7:25"),
    "an item cut at a number": (f"{LIST}      - Phone the ward #4 nurse\n", "7:24"),
    "a tab before the sign": (f"{LIST}      - Take tablet no.\t# 2 at night\n", "7:25"),
    "two spaces before the sign": (f"{LIST}      - Take tablet no.  # 2 at night\n", "7:26"),
    "a second line": (f"{LIST}      - Take tablets\n        1 and # 2 at night\n", "8:15"),
    "a line that begins with the sign": (
        f"{LIST}      - Take tablets\n        #1 and #2\n      - Rest.\n",
        "8:9",
    ),
    "a list in brackets": (f"{LIST[:-1]} [Rest # now\n      , Sleep]\n", "6:18"),
    "a comma before the sign": (f"{LIST[:-1]} [Rest,#2 now\n      Sleep]\n", "6:18"),
    "a sign behind a quotation": (f'{LIST}      - "Take one"#2 at night\n', "7:19"),
    "a heading": (LIST.replace("Tablets", "Tablet # 2") + "      - Rest.\n", "2:17"),
    "an item that is all comment": (f"{LIST}      - #2 at night\n", "7:9"),
    "a value that is all comment": (
        LIST.replace("items", "lead: # 2 tablets\n    items") + "      - Rest.\n",
        "6:11",
    ),
}


@pytest.mark.parametrize("case", CUT)
def test_words_behind_the_sign_of_a_comment_are_reported(case: str) -> None:
    """The place is that of the sign, so that the author sees what would be lost."""
    text, place = CUT[case]

    assert f"a.yaml:{place} cut-by-comment" in messages_of(text)


FALLING_APART = {
    "thousands in brackets": (f"{LIST[:-1]} [Take 1,000 mg, Rest]\n", "6:19"),
    "a decimal comma in brackets": (f"{LIST[:-1]} [Take 0,5 ml]\n", "6:19"),
}


@pytest.mark.parametrize("case", FALLING_APART)
def test_a_number_that_brackets_part_is_reported(case: str) -> None:
    """`1,000 mg` is one number, and brackets would print it as two items."""
    text, place = FALLING_APART[case]

    assert messages_of(text) == [f"a.yaml:{place} cut-by-comma"]


@pytest.mark.parametrize("items", ["[Rest,Sleep]", "[Rest,2 tablets]", "[Take 2,Rest]"])
def test_a_comma_between_words_parts_two_items(items: str) -> None:
    """Only a comma between two digits belongs to a number."""
    assert messages_of(f"{LIST[:-1]} {items}\n") == []


def test_words_behind_a_comma_in_braces_are_reported() -> None:
    """They are a key without a value, which no answer is."""
    with pytest.raises(ContentError) as caught:
        parse_source("words: {items.1: Rest, and sleep}\n", "a.yaml")

    assert [problem.code for problem in caught.value.problems] == ["cut-by-comma"]


@pytest.mark.parametrize(
    "text",
    [
        LIST.replace("kind: list", "kind: list  # in any order") + "      - Rest.\n",
        LIST.replace("id: part", "id: part # the only one") + "      - Rest.\n",
        f'{LIST}      - "Rest."  # or sleep\n',
        f"{LIST}      - 'Tablet # 2'\n",
        f"{LIST}      # - Sleep.\n      - Rest.\n",
        f"{LIST}      - Rest.\n      # to be written\n",
        f"{LIST}      - Rest.\n        # to be written\n",
        f"{LIST[:-1]}  # what to do\n      - Rest.\n",
        f"{LIST}      - >-  # folded\n        Tablet # 2\n",
        f"{LIST[:-1]} [Rest., Sleep.]  # or walk\n",
        f'{LIST}      - "Rest."  # see ["#2"]\n',
        f"{LIST}      - Ward#4\n",
    ],
)
def test_a_comment_that_takes_no_words_is_legal(text: str) -> None:
    """After a name, a bracket or a text in quotes, in a line of its own, and no comment at all."""
    assert messages_of(text) == []


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (EN, "reference: EX-1", "reference: EX-1  # ours"),
        (EN, "version: '1.0'", "version: 1.0  # why"),
        (EN, "issued: '2026-11-02'", "issued: 2026-11-02 # today"),
        (EN, "status: example", "status: example  # no one approved it"),
        (CLINIC_YAML, "- en-GB", "- en-GB  # English"),
        (CLINIC_YAML, "- en-GB", "- en-GB # 2 of them"),
        (CLINIC_YAML, "paper: A4", "paper: A4  # or Letter"),
        (BRAND, "path: logo.svg", "path: logo.svg  # beside this file"),
        (BRAND, "family: Atkinson Hyperlegible", "family: Atkinson Hyperlegible  # or Figtree"),
    ],
)
def test_a_finished_value_may_have_a_comment(name: str, before: str, after: str, tmp_path: Path) -> None:
    """A code, a date, a name from a list, a file: none of them can continue after a comment."""
    workspace = write_workspace(tmp_path)
    _change(workspace, name, before, after)

    assert [str(problem) for problem in load_library(workspace).problems] == []


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (EN, "title: Looking after a sore knee", "title: Looking after knee # 2"),
        (EN, "owner: The test library", "owner: The team # 4"),
        (EN, "keywords:\n- knee", "keywords:\n- knee # 2"),
        (CLINIC_YAML, "name: Elm Street Practice", "name: Elm Street # 4"),
        (CLINIC_YAML, "- 1 Elm Street", "- 1 Elm Street # 4"),
        (CLINIC_YAML, "number: 01632 960 301", "number: 01632 960 301 # 5"),
        (CLINIC_YAML, "en: Tell us at the desk.", "en: Tell us at desk # 2"),
        (CLINIC_YAML, "en: Bring an adult.", "en: Bring # 1 adult."),
        (BRAND, "alt: Elm Street Practice", "alt: Elm Street # 4"),
        ("handouts/references.yaml", "title: A made-up study", "title: Study # 4 of"),
        ("handouts/references.yaml", "family: Elm", "family: Elm # 2"),
    ],
)
def test_words_of_every_file_are_reported_when_they_are_cut(
    name: str, before: str, after: str, tmp_path: Path
) -> None:
    """Handout, clinic, brand and references: wherever words are written that somebody reads."""
    workspace = write_workspace(tmp_path)
    _change(workspace, name, before, after)

    problems = [problem for problem in load_library(workspace).problems if problem.code == "cut-by-comment"]

    assert [problem.place.file for problem in problems] == [name]


def _change(workspace: Workspace, name: str, before: str, after: str) -> None:
    path = workspace.root / name
    text = path.read_text("utf-8")
    assert before in text, text
    path.write_text(text.replace(before, after), "utf-8")


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ('a: "C:\\bin"', "not-text", "U+0008"),
        ('a: "x\\e[31m"', "not-text", "U+001B"),
        ('a: "x\\0"', "not-text", "U+0000"),
        ("a: x\x07", "not-text", "U+0007"),
        ("a: x\ufffe", "not-text", "U+FFFE"),
        ("a\u200b: x", "tab", "U+200B"),
        ("\u3000a: x", "tab", "U+3000"),
        ("a: x\n...\nb: y", "bad-yaml", "three points"),
        ("a: " + "x " * 2_501, "too-long", "5,001"),
        ("a: " + "x" * 301, "too-long", "a word of 301"),
    ],
)
def test_signs_that_no_reader_sees_are_named(text: str, code: str, told: str) -> None:
    """A sign that shows nothing is reported by its code point, and a text without end by its length."""
    with pytest.raises(ContentError) as caught:
        parse_source(text, "a.yaml")

    (problem,) = caught.value.problems
    assert problem.code == code
    assert told in problem.message


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_a_line_end_of_no_editor_is_a_space(sign: str) -> None:
    """Copied text brings such signs along; what follows keeps the line and column that editors show."""
    tree = parse_source(f"a: Rest{sign}well\nb: x\n", "a.yaml")

    assert tree["a"] == "Rest well"
    assert tree.key_place("b").line == 2
