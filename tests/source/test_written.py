"""A character of a scalar points at the same character of its file, however the scalar is written."""

import pickle
import string

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from leafwright.blocks.paragraphs import Paragraphs
from leafwright.decode import decode
from leafwright.problems import Place
from leafwright.source import Scalar, parse_source

PARAGRAPHS = {
    "literal": "a: |\n  Rest it.\n  Cool it.\n\n  Walk a\n  little.\n",
    "literal with a comment": "a: |-  # two lines\n\n  Rest it.\n  Cool it.\n\n\n  Walk a\n  little.\n",
    "literal with an indent of its own": "a: |2\n   Rest it.\n  Cool it.\n\n  Walk a\n  little.\n",
    "literal with quotes": 'a: |\n  Rest it.\n  Cool it.\n\n  "Walk" a\n  little.\n',
    "folded": "a: >\n  Rest it.\n  Cool it.\n\n\n  Walk a\n  little.\n",
    "plain": "a: Rest it.\n  Cool it.\n\n\n  Walk a\n  little.\n",
    "single quotes": "a: 'Rest it.\n  Cool it.\n\n\n  Walk a\n  little.'\n",
    "double quotes": 'a: "Rest it.\n  Cool it.\\n\n  \\n  Walk \\\n  a\n  little."\n',
    "double quotes in one line": 'a: "Rest it. Cool it.\\n\\nWalk a little."\n',
    "within braces": "x: 1\nb: {c: 2, a: 'Rest it. Cool it.\n\n\n  Walk a little.'}\n",
    "other line ends": "a: |\r\n  Rest it.\r\n  Cool it.\r\n\r\n  Walk a\r\n  little.\r\n",
}
signs = string.ascii_letters + " \n\t'\"\\#:|>-äé\u00a0"
values = st.text(alphabet=signs, min_size=1, max_size=60)


def _scalar(text: str) -> Scalar:
    tree = parse_source(text, "a.yaml")
    value = tree.get("a", tree.get("b"))
    value = value["a"] if isinstance(value, dict) else value
    assert isinstance(value, Scalar)
    return value


def _at(text: str, place: Place) -> str:
    """Return the text from a place to the end of its line."""
    return text.splitlines()[place.line - 1][place.column - 1 :]


@pytest.mark.parametrize("style", PARAGRAPHS)
@pytest.mark.parametrize("word", ["Rest", "Cool", "it.", "Walk", "little"])
def test_a_word_of_a_whole_text_knows_its_place(style: str, word: str) -> None:
    """Lines, paragraphs, quotes, escapes and comments before a word do not move it."""
    text = PARAGRAPHS[style]
    value = _scalar(text)

    assert _at(text, value.place_at(value.index(word))).startswith(word)


@pytest.mark.parametrize("style", PARAGRAPHS)
@pytest.mark.parametrize("word", ["Walk", "a", "little"])
def test_a_word_of_a_part_knows_its_place(style: str, word: str) -> None:
    """A word in a later line of a later part points at its own line, not at the part's first."""
    text = PARAGRAPHS[style]
    value = _scalar(text)
    part = value.part(value.index("Cool"), len(value))

    place = part.place_at(part.index(word, part.index("Walk")))

    assert _at(text, place).startswith(word)


@pytest.mark.parametrize("style", PARAGRAPHS)
def test_a_part_of_a_part_knows_its_place(style: str) -> None:
    """Cutting twice counts from the same beginning."""
    text = PARAGRAPHS[style]
    value = _scalar(text)
    first = value.part(value.index("Cool"), len(value))
    second = first.part(first.index("Walk"), len(first))

    assert _at(text, second.place).startswith(second[:4])
    assert _at(text, second.place_at(second.index("little"))).startswith("little")


@pytest.mark.parametrize("style", PARAGRAPHS)
def test_a_copy_in_another_process_knows_its_place(style: str) -> None:
    """A part that was pickled finds its words where it found them before."""
    value = _scalar(PARAGRAPHS[style])
    part = value.part(value.index("Walk"), len(value))
    copy = pickle.loads(pickle.dumps(part))  # noqa: S301  # its own

    assert copy == part
    assert copy.place_at(5) == part.place_at(5)


@pytest.mark.parametrize("style", PARAGRAPHS)
def test_the_end_is_behind_the_last_word(style: str) -> None:
    """An offset after the text is in its last line, not in the one after."""
    text = PARAGRAPHS[style]
    value = _scalar(text)
    place = value.place_at(len(value))

    assert text.splitlines()[place.line - 1][: place.column - 1].endswith("little.")


def test_each_paragraph_of_a_block_begins_at_its_line() -> None:
    """The paragraphs of a block are parts of one scalar, each at its own line."""
    text = "kind: paragraphs\nid: a\ntext: >\n  Rest\n  it.\n\n\n  Walk a\n  little.\n"
    block = decode(Paragraphs, parse_source(text, "a.yaml"))

    places = [paragraph.place for paragraph in block.text if paragraph.place]

    assert [(place.line, place.column) for place in places] == [(4, 3), (8, 3)]


@settings(derandomize=True, max_examples=300)
@given(value=values, style=st.sampled_from(["|", ">", '"', "'", ""]), width=st.sampled_from([8, 20, 200]))
def test_any_character_knows_its_place(value: str, style: str, width: int) -> None:
    """Each character that is not blank has its place in the file, or that of its escape."""
    text = yaml.dump({"a": {"b": value}}, default_style=style or None, width=width, allow_unicode=True)
    inner = parse_source(text, "a.yaml")["a"]
    assert isinstance(inner, dict)
    read = inner["b"]
    assert isinstance(read, Scalar)

    for offset, character in enumerate(str(read)):
        if not character.isspace():
            there = _at(text, read.place_at(offset))
            assert there.startswith((character, "\\", "''")), (text, offset)


@pytest.mark.parametrize(
    "before", ["Zoe\u0301 ", "pro\ufb01le ", "rest\u200bing ", "\u0643\u064e\u062a\u064e ", "a\u2003b "]
)
@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_letters_that_are_composed_move_no_place(before: str, quote: str) -> None:
    """What is found in the words that are printed is reported where the file has it."""
    paragraph = decode(
        Paragraphs, parse_source(f"kind: paragraphs\nid: a\ntext: {quote}{before}etc.{quote}\n", "a.yaml")
    ).text[0]
    assert paragraph.source is not None
    offset = paragraph.plain.index("etc.")

    printed = Scalar(paragraph.plain, paragraph.source.place, paragraph.source.written)

    assert printed.place_at(offset).column == len(f"text: {quote}{before}") + 1


@pytest.mark.parametrize(
    "escape",
    [
        "t",
        "n",
        "r",
        " ",
        "_",
        "x20",
        "xa0",
        "u0020",
        "u2003",
        "U00003000",
        "x41",
        "u00e9",
    ],
)
def test_an_escape_moves_no_word(escape: str) -> None:
    """An escape for a blank does not count, and any other counts as one character."""
    value = _scalar(f'a: "Rest \\{escape} it."')

    assert value.place_at(value.index("it.")).column == len(f'a: "Rest \\{escape} ') + 1
