"""A translation brought up to its source: what waits for words, what moves along, what stays."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from leafwright.decode import decode
from leafwright.handout import Handout
from leafwright.library import load_library
from leafwright.source import Tree, parse_source
from leafwright.translation import (
    PartStatus,
    Update,
    check_translation_text,
    parts_of,
    read_translation_text,
    update,
    write_translation_text,
)
from leafwright.translation.parts import fingerprint_of_part
from leafwright.workspace import Workspace
from tests.translations import NAME, make_translation, translated, write_translation
from tests.workspaces import LOGO, TOPIC, every_block, write_workspace

ENGLISH = f"handouts/{TOPIC}/en.yaml"
LIST = {"kind": "list", "id": "a-list", "lead": "Lead", "items": ["One", "Two", "Three", "Four"]}
Edit = Callable[[str, str], None]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Write a workspace whose handout has every kind of block, and a whole translation of it."""
    blocks = [LIST if block["id"] == "a-list" else block for block in every_block()]
    made = write_workspace(tmp_path, blocks=blocks, files={f"handouts/{TOPIC}/knee.svg": LOGO})
    write_translation(made)
    return made


@pytest.fixture
def edit(workspace: Workspace) -> Edit:
    """Change the English text."""
    path = workspace.root / ENGLISH

    def replace(old: str, new: str) -> None:
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    return replace


def items(*words: str) -> str:
    """Write the items of the list as they are in the file."""
    return "items:\n" + "".join(f"    - {word}\n" for word in words)


def bring_up(workspace: Workspace) -> Update:
    """Bring the translation up to its source and write it; what was written must be what was meant."""
    source = next(file for file in load_library(workspace).handouts if file.language == "en").handout
    path = workspace.root / NAME
    page = read_translation_text(path.read_text("utf-8"), NAME)
    made = update(source, page.translation)
    path.write_text(write_translation_text(page, made, {}), "utf-8")
    check_translation_text(read_translation_text(path.read_text("utf-8"), NAME), source, made)
    return made


def part_of(workspace: Workspace, name: str) -> dict[str, Any]:
    """Read a part of the translation's file as any reader of YAML does."""
    part: dict[str, Any] = yaml.safe_load((workspace.root / NAME).read_text("utf-8"))["parts"][name]
    return part


def test_a_current_translation_is_left_alone(workspace: Workspace) -> None:
    """Where nothing changed, not a byte of the file does."""
    before = (workspace.root / NAME).read_bytes()
    made = bring_up(workspace)

    assert {draft.status for draft in made.drafts} == {PartStatus.DONE}
    assert (workspace.root / NAME).read_bytes() == before


def test_a_changed_part_keeps_its_words_to_be_amended(workspace: Workspace, edit: Edit) -> None:
    """It is marked, and the current English is beside the earlier words."""
    edit("Ferret message.", "Ferret message, changed.")
    made = bring_up(workspace)

    assert made.names(PartStatus.CHANGED) == ("a-message",)
    part = part_of(workspace, "a-message")
    assert part["todo"] is True
    assert part["source"] == {"text": "Ferret message, changed."}
    assert part["words"] == {"text": translated("Ferret message.")}


def test_a_marked_part_is_not_current(workspace: Workspace, edit: Edit) -> None:
    """Its fingerprint is the source's, and the mark keeps it stale until the translator removes it."""
    edit("Ferret message.", "Ferret message, changed.")
    bring_up(workspace)
    (file,) = load_library(workspace).translations

    assert file.state.stale == ("a-message",)


def test_taking_the_mark_away_finishes_a_part(workspace: Workspace, edit: Edit) -> None:
    """The English beside it may stay; the next update removes it."""
    edit("Ferret message.", "Ferret message, changed.")
    bring_up(workspace)
    path = workspace.root / NAME
    path.write_text(path.read_text("utf-8").replace("    todo: true\n", ""), "utf-8")
    (file,) = load_library(workspace).translations
    made = bring_up(workspace)

    assert file.state.current
    assert {draft.status for draft in made.drafts} == {PartStatus.DONE}
    assert part_of(workspace, "a-message").keys() == {"made-from", "words"}


def test_updating_twice_changes_nothing_more(workspace: Workspace, edit: Edit) -> None:
    """The second update finds everything as the first one left it."""
    edit("Ferret message.", "Ferret message, changed.")
    edit(items("One", "Two", "Three", "Four"), items("One", "Two", "New", "Three", "Four"))
    bring_up(workspace)
    first = (workspace.root / NAME).read_bytes()
    made = bring_up(workspace)

    assert (workspace.root / NAME).read_bytes() == first
    assert made.names(PartStatus.OPEN) == ("a-list", "a-message")


def test_a_new_part_waits_for_all_its_words(workspace: Workspace) -> None:
    """Each of its paths is there, ready for the words."""
    translation = make_translation(workspace)
    del translation["parts"]["a-list"]
    write_translation(workspace, translation)
    made = bring_up(workspace)

    assert made.names(PartStatus.NEW) == ("a-list",)
    part = part_of(workspace, "a-list")
    assert part["source"]["items.2"] == "Two"
    assert part["words"] == dict.fromkeys(["lead", "items.1", "items.2", "items.3", "items.4"])


def test_words_move_along_with_an_item_put_in(workspace: Workspace, edit: Edit) -> None:
    """Only the new item waits; nobody reads the others again."""
    edit(items("One", "Two", "Three", "Four"), items("One", "New", "Two", "Three", "Four"))
    bring_up(workspace)
    part = part_of(workspace, "a-list")

    assert part["source"] == {"items.2": "New"}
    assert part["words"] == {
        "lead": translated("Lead"),
        "items.1": translated("One"),
        "items.2": None,
        "items.3": translated("Two"),
        "items.4": translated("Three"),
        "items.5": translated("Four"),
    }


def test_words_move_along_with_several_items_put_in(workspace: Workspace, edit: Edit) -> None:
    """New items are distinguished from the old ones, however many there are."""
    edit(items("One", "Two", "Three", "Four"), items("A", "One", "Two", "B", "Three", "D", "Four", "C"))
    bring_up(workspace)
    news = {"items.1": "A", "items.4": "B", "items.6": "D", "items.8": "C"}

    assert part_of(workspace, "a-list")["source"] == news


def test_a_moved_item_takes_its_words_and_nothing_is_to_do(workspace: Workspace, edit: Edit) -> None:
    """Another order of the same items needs no translator."""
    edit(items("One", "Two", "Three", "Four"), items("Four", "One", "Two", "Three"))
    made = bring_up(workspace)

    assert {draft.status for draft in made.drafts} == {PartStatus.DONE}
    assert part_of(workspace, "a-list")["words"]["items.1"] == translated("Four")
    assert all(file.state.current for file in load_library(workspace).translations)


def test_rows_of_a_comparison_move_whole(workspace: Workspace, edit: Edit) -> None:
    """An item may be a record: its question and all its answers go along."""
    first = "    - question: Turtle question 1?\n"
    edit(first, f"    - question: New?\n      answers: {{wait: No., rest: Yes.}}\n{first}")
    bring_up(workspace)
    part = part_of(workspace, "a-comparison")

    assert set(part["source"]) == {"rows.1.question", "rows.1.answers.wait.text", "rows.1.answers.rest.text"}
    assert part["words"]["rows.2.question"] == translated("Turtle question 1?")


def test_of_a_changed_part_only_the_changed_texts_are_asked_for(workspace: Workspace, edit: Edit) -> None:
    """One other word in an item, and one item less: the rest is done."""
    edit(items("One", "Two", "Three", "Four"), items("One", "Two, changed", "Three"))
    made = bring_up(workspace)
    part = part_of(workspace, "a-list")

    assert part["source"] == {"items.2": "Two, changed"}
    assert part["words"]["items.2"] == translated("Two")
    assert made.taken_out == ("a-list: items.4",)


def as_before(workspace: Workspace) -> None:
    """Give each part of the translation the one fingerprint that earlier releases wrote."""
    source = next(file for file in load_library(workspace).handouts if file.language == "en").handout
    translation = make_translation(workspace)
    for name, part in parts_of(source).items():
        translation["parts"][name]["made-from"] = fingerprint_of_part(part.sources)
    write_translation(workspace, translation)


def test_a_file_of_an_earlier_release_gets_its_new_fingerprints(workspace: Workspace) -> None:
    """It is current as it is; nothing else in the file changes, comments inside of parts neither."""
    as_before(workspace)
    path = workspace.root / NAME
    words = "    words:\n      text: 'Traducido: Ferret message.'"
    commented = f"    # A comment.\n{words}"
    path.write_text(path.read_text("utf-8").replace(words, commented), "utf-8")
    (file,) = load_library(workspace).translations
    made = bring_up(workspace)

    assert file.state.current
    assert {draft.status for draft in made.drafts} == {PartStatus.DONE}
    assert yaml.safe_load(path.read_text("utf-8")) == make_translation(workspace)
    assert commented in path.read_text("utf-8")


def test_a_changed_part_of_an_earlier_release_is_asked_for_whole(workspace: Workspace, edit: Edit) -> None:
    """Its one fingerprint does not tell which text was changed."""
    as_before(workspace)
    edit(items("One", "Two", "Three", "Four"), items("One", "Two, changed", "Three", "Four"))
    made = bring_up(workspace)

    assert made.names(PartStatus.CHANGED) == ("a-list",)
    assert len(part_of(workspace, "a-list")["source"]) == 5


def test_a_renamed_block_of_an_earlier_release_keeps_its_words(workspace: Workspace, edit: Edit) -> None:
    """The one fingerprint of a part finds it too."""
    as_before(workspace)
    edit("id: a-message", "id: the-message")

    assert bring_up(workspace).renamed == {"the-message": "a-message"}


def test_a_second_change_is_seen_beside_the_first(workspace: Workspace, edit: Edit) -> None:
    """The note beside open words shows what changed since, and what was open stays open."""
    edit(items("One", "Two", "Three", "Four"), items("One", "New", "Two", "Three", "Four"))
    bring_up(workspace)
    edit("- Three\n", "- Three\n    - Newer\n")
    bring_up(workspace)
    part = part_of(workspace, "a-list")

    assert part["source"] == {"items.2": "New", "items.5": "Newer"}
    assert part["words"]["items.6"] == translated("Four")


def test_a_renamed_block_keeps_its_words(workspace: Workspace, edit: Edit) -> None:
    """A part that says what a part of no other name said is that part."""
    edit("id: a-message", "id: the-message")
    made = bring_up(workspace)

    assert made.renamed == {"the-message": "a-message"}
    assert {draft.status for draft in made.drafts} == {PartStatus.DONE}
    assert made.taken_out == ()
    assert part_of(workspace, "the-message")["words"] == {"text": translated("Ferret message.")}


def test_what_the_english_has_no_more_is_taken_out(workspace: Workspace, edit: Edit) -> None:
    """It is reported by name."""
    edit("  - kind: key-message\n    id: a-message\n    text: Ferret message.\n", "")
    made = bring_up(workspace)

    assert made.taken_out == ("a-message",)
    assert "a-message" not in (workspace.root / NAME).read_text("utf-8")


def test_words_that_are_missing_are_asked_for(workspace: Workspace) -> None:
    """A part with deleted words is to do again, for these words only."""
    translation = make_translation(workspace)
    del translation["parts"]["a-list"]["words"]["items.2"]
    write_translation(workspace, translation)
    made = bring_up(workspace)

    assert made.names(PartStatus.OPEN) == ("a-list",)
    assert part_of(workspace, "a-list")["source"] == {"items.2": "Two"}


def test_a_mark_without_english_gets_all_of_it(workspace: Workspace) -> None:
    """Who only writes `todo: true` is given the English of the whole part."""
    translation = make_translation(workspace)
    translation["parts"]["a-list"]["todo"] = True
    write_translation(workspace, translation)
    bring_up(workspace)

    assert len(part_of(workspace, "a-list")["source"]) == 5


HANDOUT = """
title: A
summary: A
audience: A
glance: {message: A, points: [A]}
reference: EX-1
version: 1.0
issued: 2026-11-02
review-due: 2028-11-01
status: example
owner: A
funding: A
variants: {leaflet: {sections: [part]}}
sections:
  - id: part
    heading: A
    blocks:
"""


def handout_of(lists: list[list[str]]) -> Handout:
    """Make a handout of some lists."""
    blocks = "".join(
        f"      - {{kind: list, id: list-{number}, items: {json.dumps(items)}}}\n"
        for number, items in enumerate(lists, start=1)
    )
    return decode(Handout, parse_source(HANDOUT + blocks, "en.yaml"))


LISTS = st.lists(st.lists(st.sampled_from("ABCDEF"), min_size=1, max_size=6), min_size=1, max_size=3)


@settings(max_examples=150)
@given(before=LISTS, after=LISTS)
def test_no_edit_puts_words_beside_another_text(before: list[list[str]], after: list[list[str]]) -> None:
    """Whatever is added, moved or removed: words that need no attention belong to their text."""
    first = update(handout_of(before), None)
    spoken = tuple(
        replace(
            draft,
            status=PartStatus.DONE,
            source={},
            words={path: translated(text) for path, text in said.items()},
        )
        for draft in first.drafts
        for said in [draft.source]
    )
    head: dict[str, Tree] = {"language": "es", "translator": {"en": "A", "es": "B"}}
    page = read_translation_text(write_translation_text(None, replace(first, drafts=spoken), head), NAME)
    source = handout_of(after)
    made = update(source, page.translation)
    check_translation_text(read_translation_text(write_translation_text(page, made, {}), NAME), source, made)

    texts = {name: part.sources for name, part in parts_of(source).items()}
    assert all(
        draft.words[path] == translated(text)
        for draft in made.drafts
        for path, text in texts[draft.name].items()
        if path not in draft.source
    )


def test_a_no_break_space_stays(workspace: Workspace, edit: Edit) -> None:
    """A space that keeps a number and its unit together is not an ordinary space."""
    edit("Ferret message.", "Take 5\u00a0mg.")
    bring_up(workspace)

    assert part_of(workspace, "a-message")["source"] == {"text": "Take 5\u00a0mg."}
