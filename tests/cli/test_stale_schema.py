"""`check` tells when the schemas of a workspace are out of date."""

from pathlib import Path

import pytest

import leafwright
from leafwright.library import load_library
from leafwright.schema import find_stale, write_schemas, write_workspace_schemas
from leafwright.workspace import Workspace
from tests.workspaces import TOPIC, write_workspace


def _told(root: Path) -> list[str]:
    return [str(problem) for problem in find_stale(load_library(Workspace(root=root)))]


def _make(root: Path) -> Path:
    write_workspace(root)
    return root


def test_no_schemas_are_no_fault(tmp_path: Path) -> None:
    """A workspace without schemas is told nothing."""
    assert _told(_make(tmp_path)) == []


@pytest.mark.parametrize("listing", [True, False])
def test_new_schemas_are_no_fault(tmp_path: Path, *, listing: bool) -> None:
    """Schemas of this release, with the names that there are or without names, are not mentioned."""
    root = _make(tmp_path)
    write_workspace_schemas(root) if listing else write_schemas(root / "schema")

    assert _told(root) == []


def test_a_new_topic_makes_them_stale(tmp_path: Path) -> None:
    """A topic that they do not list is a piece of advice, with the command that writes them again."""
    root = _make(tmp_path)
    write_workspace_schemas(root)
    (root / f"handouts/{TOPIC}").rename(root / "handouts/new-topic")

    (told,) = _told(root)

    assert told.startswith("schema/handout.schema.json:1:1: stale-schema: ")
    assert told.endswith("leafwright schema --workspace")


def test_names_that_are_not_listed_cannot_be_stale(tmp_path: Path) -> None:
    """Schemas without names stay right when a topic is added."""
    root = _make(tmp_path)
    write_schemas(root / "schema")
    (root / f"handouts/{TOPIC}").rename(root / "handouts/new-topic")

    assert _told(root) == []


def test_another_release_makes_them_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Schemas that another release wrote, or one that left no mark, are told."""
    root = _make(tmp_path)
    write_schemas(root / "schema")
    monkeypatch.setitem(vars(leafwright), "__version__", "99.0")

    (told,) = _told(root)

    assert told.endswith("not of this release, 99.0; write them again: leafwright schema")
