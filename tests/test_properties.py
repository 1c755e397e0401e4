"""Rubbish in, a list of problems out: whatever Hypothesis makes up, the loader ends in words."""

import contextlib
import re
import string
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from leafwright.decode import decode
from leafwright.handout import Handout
from leafwright.model.brand import Brand
from leafwright.model.clinic import Clinic
from leafwright.model.reference import References
from leafwright.problems import ContentError, Place, Problem
from leafwright.source import Scalar, Sequence, parse_source, read_source
from leafwright.text import Run, Text, parse_text, unread
from leafwright.text import record as text_record
from tests.workspaces import TOPIC, every_block, write_workspace


def faults_of(read: Callable[..., object], *args: object) -> tuple[Problem, ...] | None:
    """Call a reader; return the problems it ends in, None when it reads."""
    with contextlib.suppress(ContentError):
        read(*args)
        return None
    with pytest.raises(ContentError) as caught:
        read(*args)
    return caught.value.problems


repeatable = settings(
    derandomize=True,
    max_examples=120,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
words = st.text(alphabet=string.ascii_letters + " .,!?()'-", min_size=1, max_size=40)
trees = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda below: st.lists(below, max_size=4) | st.dictionaries(st.text(max_size=8), below, max_size=4),
    max_leaves=20,
)


@pytest.fixture(scope="module")
def handout(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Write a handout with a block of every kind and return its text."""
    workspace = write_workspace(tmp_path_factory.mktemp("whole"), blocks=every_block())
    return (workspace.root / "handouts" / TOPIC / "en.yaml").read_text("utf-8")


@repeatable
@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """Any text at all is a mapping or a content error."""
    assert faults_of(parse_source, text, "a.yaml") != ()


@repeatable
@given(content=st.binary())
def test_any_bytes_are_read_or_refused(content: bytes, tmp_path: Path) -> None:
    """Any bytes at all are a mapping or a content error."""
    (tmp_path / "a.yaml").write_bytes(content)

    assert faults_of(read_source, tmp_path / "a.yaml", "a.yaml") != ()


@repeatable
@given(
    tree=st.dictionaries(st.sampled_from(["title", "sections", "variants", "references", "name", "x"]), trees)
)
@pytest.mark.parametrize("model", [Handout, Clinic, Brand, References])
def test_any_tree_is_decoded_or_refused(
    model: type[Handout | Clinic | Brand | References], tree: dict[str, object]
) -> None:
    """Any YAML tree at all is a record or a content error, never a traceback."""
    assert faults_of(lambda: decode(model, parse_source(yaml.safe_dump(tree), "a.yaml"))) != ()


@repeatable
@given(data=st.data())
def test_a_damaged_handout_is_reported_inside_its_file(handout: str, data: st.DataObject) -> None:
    """A line lost, doubled or cut short gives a record, or problems whose places lie inside the file."""
    lines = handout.splitlines(keepends=True)
    at = data.draw(st.integers(0, len(lines) - 1))
    damage = data.draw(st.sampled_from(["lose", "double", "cut", "end"]))
    match damage:
        case "lose":
            lines[at : at + 1] = []
        case "double":
            lines[at:at] = lines[at : at + 1]
        case "cut":
            lines[at] = lines[at][: data.draw(st.integers(0, len(lines[at])))] + "\n"
        case _:
            lines = lines[: at + 1]
    problems = faults_of(lambda: decode(Handout, parse_source("".join(lines), "a.yaml")))

    assert all(1 <= problem.place.line <= len(lines) + 1 for problem in problems or ())


@repeatable
@given(st.text(alphabet=st.characters(exclude_characters="*_[\\`<\0", exclude_categories=["Cs"])))
def test_words_without_a_sign_of_markup_are_read_as_beside_one(written: str) -> None:
    """Words without markup are not parsed, with the same result as if they were."""
    if not written.strip(" \t\r\n"):
        return
    unparsed, parsed = parse_text(written), parse_text(f"\\*{written}")

    assert unparsed.spans == (Run(text=re.sub(r"[ \t\r\n]+", " ", written).strip(" ")),)
    assert parsed.spans == (Run(text=re.sub(r"[ \t\r\n]+", " ", f"*{written}").strip(" ")),)


@repeatable
@given(st.lists(words, min_size=1, max_size=4))
def test_plain_words_stay_as_they_are(parts: list[str]) -> None:
    """Words without markup are read as they were written, but for their spaces."""
    written = " ".join(parts)
    if not written.strip():
        return

    assert parse_text(written).plain.replace(" ", "") == written.replace(" ", "")


@repeatable
@given(words, words, st.from_regex(r"[a-z]{2,6}[0-9]{4}", fullmatch=True))
def test_markup_is_never_printed(before: str, bold: str, key: str) -> None:
    """Stars and brackets of valid markup are gone from the words, and the citation is kept."""
    text = parse_text(f"x{before}x **x{bold}x** y [@{key}]")

    assert not set("*[]@") & set(text.plain)
    assert text.keys == (key,)


@repeatable
@given(st.text(alphabet="<>/abp *[]@(;&\"'", max_size=30))
def test_no_text_brings_a_tag_along(written: str) -> None:
    """Whatever is written, the resulting words have no tag, or it was refused."""
    with contextlib.suppress(PydanticCustomError):
        assert not re.search(r"</?[a-z][^<>]*>", parse_text(written).plain)


STYLES = {
    "plain": "a: one two three four",
    "quoted": 'a: "one two three four"',
    "single": "a: 'one two three four'",
    "literal": "a: |\n  one two\n  three four\n",
    "folded": "a: >-\n  one two\n  three\n  four\n",
    "wrapped": "a: one two\n  three\n  four",
}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("word", ["one", "two", "three", "four"])
def test_a_word_knows_its_place(style: str, word: str) -> None:
    """A character of a value points at the same character of the file, however the value is written."""
    text = STYLES[style]
    value = parse_source(text, "a.yaml")["a"]
    assert isinstance(value, Scalar)

    place = value.place_at(value.index(word))

    assert text.splitlines()[place.line - 1][place.column - 1 :].startswith(word)


def test_lists_keep_their_place() -> None:
    """A sequence begins where its first entry does."""
    value = parse_source("a:\n  - x\n", "a.yaml")["a"]

    assert isinstance(value, Sequence)
    assert (value.place.line, value.place.column) == (2, 3)


SIGNS = [
    *"<>&;![]()•~=`@_*\\\"'“”„’«».:#-–|1aé ",
    "\n",
    "\u00a0",
    "\u1fef",
    "\0",
    "[@elm]",
    "**",
    "&amp;",
    "xyz.”.",
]


@settings(derandomize=True, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(signs=st.lists(st.sampled_from(SIGNS), max_size=8), plain=st.booleans())
def test_to_look_for_markup_first_changes_nothing(
    signs: list[str], *, plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text without a sign of markup is read, or refused, as if it were looked through for all of it."""
    text = "".join(signs)
    written = Scalar(text, Place(file="a.yaml")) if plain else text
    quick = _read(written)
    with monkeypatch.context() as patched:
        patched.setattr(text_record, "_MARKED", re.compile(""))
        patched.setattr(unread, "_MARKS", re.compile(""))
        patched.setattr(unread, "_may_begin", lambda _words: True)

        assert _read(written) == quick


def _read(written: str) -> object:
    """Return what is read of a text, or what is wrong with it."""
    try:
        return TypeAdapter(Text).validate_python(written)
    except ValidationError as error:
        return error.errors(include_url=False)
