"""What was read stays in the cache until the file changes."""

from collections.abc import Callable
from typing import TypeVar

import pytest

from leafwright.library import load_library
from leafwright.preview.parse_cache import ParseCache
from leafwright.workspace import Workspace
from tests.workspaces import TOPIC

FILE = f"handouts/{TOPIC}/en.yaml"

T = TypeVar("T")


class Watched(ParseCache):
    """Remembers, and lists the files that were parsed."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.parsed: list[str] = []

    def parse(self, parse: Callable[[bytes, str], T], content: bytes, name: str) -> T:
        """List a file when it is parsed."""

        def listed(content: bytes, name: str) -> T:
            self.parsed.append(name)
            return parse(content, name)

        return super().parse(listed, content, name)


@pytest.fixture
def memory() -> Watched:
    """Remember nothing yet."""
    return Watched()


def test_what_has_not_changed_is_not_parsed_again(workspace: Workspace, memory: Watched) -> None:
    """A second look parses no file, and sees the same."""
    first = load_library(workspace, memory.parse)
    memory.parsed.clear()

    again = load_library(workspace, memory.parse)

    assert memory.parsed == []
    assert again == first


def test_what_has_changed_is_parsed_alone(workspace: Workspace, memory: Watched) -> None:
    """After an edit one file is parsed, and what it says is seen."""
    load_library(workspace, memory.parse)
    memory.parsed.clear()
    path = workspace.root / FILE
    path.write_text(path.read_text("utf-8").replace("a sore knee", "a stiff knee"), "utf-8")

    library = load_library(workspace, memory.parse)

    assert memory.parsed == [FILE]
    assert library.handouts[0].handout.title.plain == "Looking after a stiff knee"


def test_mistakes_are_remembered(workspace: Workspace, memory: Watched) -> None:
    """A broken file is reported each time, and parsed once."""
    path = workspace.root / FILE
    path.write_text("title: [", "utf-8")

    looks = [load_library(workspace, memory.parse).problems for _ in range(2)]

    assert looks[0] == looks[1] != ()
    assert memory.parsed.count(FILE) == 1


def test_a_file_that_is_gone_is_reported(workspace: Workspace, memory: Watched) -> None:
    """What was read and is no longer there is as missing as if it had never been read."""
    load_library(workspace, memory.parse)
    (workspace.root / "clinics/elm-street/_brand.yml").unlink()

    library = load_library(workspace, memory.parse)

    assert library.clinics == ()
    assert [found.place.file for found in library.problems] == ["clinics/elm-street/_brand.yml"]
