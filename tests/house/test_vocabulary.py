"""The words of the code and the guides: those of the trade, and of today."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENGINE = ROOT / "leafwright"
MODULES = sorted(path for path in ENGINE.rglob("*.py") if "skeletons" not in path.parts)
HELPERS = sorted(path for path in (ROOT / "tests").glob("*.py") if not path.name.startswith("test_"))
GUIDES = sorted(
    [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md"), *ENGINE.rglob("*.md")]
)
QUOTED = {"codes.md", "components.md", "rules.md"}
"""Guides that quote leaflets, whose words are their authors'."""

INSTEAD = {
    "bench": "rebuilder",
    "crew": "pool",
    "door": "cli",
    "dress": "theme",
    "dressed": "styled",
    "errand": "job",
    "ingredients": "inputs",
    "lagging": "outdated",
    "lend": "fall back",
    "lent": "fallback",
    "parcel": "job",
    "press": "renderer",
    "rehearsal": "dry check",
    "seat": "viewer",
    "tongues": "languages",
    "venue": "settings",
    "wanting": "requested",
    "wish": "choice",
}
"""Private words for things that the trade has a word for."""
EMPTY = {"each", "told"}
"""Names that do not say what they hold."""
PRINTED = {"model/block_phrases.py": {"venue"}}
"""Names of phrases, which are the words that patients read."""
OLD = (
    *("albeit", "amiss", "anew", "befalls?", "forthwith", "herein", "hitherto", "lends?", "lent", "mend"),
    *("mended", "mends", "nought", "reckoned", "reckons?", "thereof", "therein", "whence", "whereof"),
    *("whither", "withal"),
)
"""Words that nobody says to a colleague."""


@cache
def names_in(path: Path) -> frozenset[str]:
    """Collect the names that a module defines: its own, classes, functions, parameters and locals."""
    names = {path.stem}
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
                names.add(node.name)
            case ast.arg():
                names.add(node.arg)
            case ast.Name(ctx=ast.Store()):
                names.add(node.id)
    return frozenset(names)


def words_in(name: str) -> Iterator[str]:
    """Split a name into its words."""
    yield from re.findall(r"[a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower())


def old_words_in(path: Path) -> list[str]:
    """Find words in a file that are only in old books."""
    return re.findall(rf"\b(?:{'|'.join(OLD)})\b", path.read_text("utf-8"), re.IGNORECASE)


@pytest.mark.parametrize("path", [*MODULES, *HELPERS], ids=lambda path: str(path.relative_to(ROOT)))
def test_a_name_is_a_word_of_the_trade(path: Path) -> None:
    """Whoever knows Python and print, and not this project, guesses what a name is."""
    allowed = PRINTED.get(path.relative_to(ENGINE).as_posix(), set()) if path in MODULES else set()
    words = {word for name in names_in(path) for word in words_in(name)} - allowed

    assert {word: INSTEAD[word] for word in words & INSTEAD.keys()} == {}
    assert names_in(path) & EMPTY == set()


@pytest.mark.parametrize(
    "path", [*MODULES, *(path for path in GUIDES if path.name not in QUOTED)], ids=lambda path: path.name
)
def test_english_is_of_today(path: Path) -> None:
    """Docstrings, comments, messages and guides have no word that is only in old books."""
    assert old_words_in(path) == []


def test_english_of_tests_and_styles_is_of_today() -> None:
    """What a test states and what a style explains is read as often as the code."""
    tests = (path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__))
    others = (*tests, *(ROOT / "styles").rglob("*.css"), *(ROOT / "templates").rglob("*.html"))

    assert {path.name: words for path in others if (words := old_words_in(path))} == {}


def test_words_are_taken_apart() -> None:
    """A word is found within a name, whether that is a function or a class."""
    assert [*words_in("_lent_scripts"), *words_in("SlowBench")] == ["lent", "scripts", "slow", "bench"]
