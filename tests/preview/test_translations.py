"""A translation beside its source: an edit of either is seen, and what is outdated is shown as outdated."""

from pathlib import Path

import pytest

from leafwright.preview.choice import SheetChoice
from leafwright.preview.rebuild import PreviewState, Rebuilder
from leafwright.workspace import Workspace
from tests.translations import LANGUAGE, NAME, make_translation, write_bilingual_workspace, write_translation
from tests.workspaces import CLINIC, TOPIC

SPANISH = SheetChoice(
    topic=TOPIC, clinic=CLINIC, variant="leaflet", edition="standard", language=LANGUAGE, paper="A4"
)
SOURCE = f"handouts/{TOPIC}/en.yaml"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Write a workspace with a whole and current translation, at a clinic that prints it."""
    workspace = write_bilingual_workspace(tmp_path)
    write_translation(workspace)
    return workspace


def _edit(workspace: Workspace, name: str, old: str, new: str) -> None:
    path = workspace.root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _again(rebuilder: Rebuilder) -> PreviewState:
    rebuilder.mark_changed()
    return rebuilder.rebuild(SPANISH)


def _codes(shown: PreviewState) -> set[str]:
    return {found.code for found in shown.problems}


def test_an_edit_of_the_translation_is_seen(workspace: Workspace, rebuilder: Rebuilder) -> None:
    """New words are on the next pages, and a build would print them."""
    before = rebuilder.rebuild(SPANISH)
    _edit(workspace, NAME, "Traducido: Looking after", "Traducido: Caring for")
    after = _again(rebuilder)

    assert before.choice == SPANISH
    assert after.pages
    assert after.pages.job.facts.title == "Traducido: Caring for a sore knee"
    assert (after.fresh, after.printable) == (True, True)


def test_an_edit_of_the_source_is_seen(workspace: Workspace, rebuilder: Rebuilder) -> None:
    """A change in the source makes the translation outdated: it is shown, and no build would print it."""
    before = rebuilder.rebuild(SPANISH)
    _edit(workspace, SOURCE, "Most sore knees get better", "Most sore knees heal")
    after = _again(rebuilder)

    assert after.pages
    assert before.pages
    assert after.pages.id != before.pages.id
    assert (after.fresh, after.printable) == (True, False)
    assert {"outdated-translation", "stale-block"} <= _codes(after)


def test_what_is_not_translated_yet_leaves_the_last_pages(workspace: Workspace, rebuilder: Rebuilder) -> None:
    """A translation with a gap cannot be set; the source does not take its place."""
    before = rebuilder.rebuild(SPANISH)
    translation = make_translation(workspace)
    del translation["parts"]["claim"]
    write_translation(workspace, translation)
    after = _again(rebuilder)

    assert (after.choice, after.fresh, after.pages) == (SPANISH, False, before.pages)
    assert "missing-block" in _codes(after)


def test_a_broken_translation_leaves_the_last_pages(workspace: Workspace, rebuilder: Rebuilder) -> None:
    """A translation that cannot be read is reported, above its own last pages."""
    before = rebuilder.rebuild(SPANISH)
    _edit(workspace, NAME, "translator:", "translater:")
    after = _again(rebuilder)

    assert (after.choice, after.fresh, after.pages) == (SPANISH, False, before.pages)
    assert NAME in {found.place.file for found in after.problems}


def test_the_source_is_never_shown_for_a_translation(workspace: Workspace, rebuilder: Rebuilder) -> None:
    """A translation that was never complete shows no pages, and not those of the source."""
    rebuilder.rebuild(SheetChoice(topic=TOPIC, language="en"))
    _edit(workspace, NAME, "translator:", "translater:")

    assert _again(rebuilder).pages is None


def test_a_language_the_topic_is_not_written_in_is_replaced(
    workspace: Workspace, rebuilder: Rebuilder
) -> None:
    """Turning to a topic without that language shows it in the first language there is."""
    (workspace.root / NAME).unlink()

    assert _again(rebuilder).choice.language == "en-GB"
