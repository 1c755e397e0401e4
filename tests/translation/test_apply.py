"""A handout taken apart, compared with a translation, and put together again in its words."""

from pathlib import Path
from typing import Any

import pytest

from leafwright.blocks.picture import Picture
from leafwright.blocks.risk import Risk
from leafwright.library import HandoutFile, Library, TranslationFile, load_library
from leafwright.problems import Severity
from leafwright.translation import parts_of
from leafwright.workspace import Workspace
from tests.translations import LANGUAGE, NAME, make_translation, translated, write_translation
from tests.workspaces import LOGO, TOPIC, every_block, line_of, write_workspace

REDRAWN = [{"picture": "knee.svg", "file": "rodilla.svg"}]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Write a workspace whose handout has every kind of block."""
    return write_workspace(tmp_path, blocks=every_block(), files={f"handouts/{TOPIC}/knee.svg": LOGO})


def in_spanish(library: Library) -> HandoutFile:
    """Find the handout that the translation makes."""
    return next(file for file in library.handouts if file.language == LANGUAGE)


def state_of(workspace: Workspace, translation: dict[str, Any]) -> TranslationFile:
    """Write a translation and load it."""
    write_translation(workspace, translation)
    (file,) = load_library(workspace).translations
    return file


def test_every_text_is_exchanged(workspace: Workspace) -> None:
    """A translation has every text of the source, and nothing else of it."""
    write_translation(workspace)
    library = load_library(workspace)
    source = next(file for file in library.handouts if file.language == "en").handout
    made = in_spanish(library).handout

    assert library.problems == ()
    assert [
        (name, path, translated(text))
        for name, part in parts_of(source).items()
        for path, text in part.sources.items()
    ] == [(name, path, text) for name, part in parts_of(made).items() for path, text in part.sources.items()]
    assert made.keywords == tuple(map(translated, source.keywords))


def test_numbers_are_the_sources(workspace: Workspace) -> None:
    """What is counted, by whom and how surely is no matter of language."""
    write_translation(workspace)
    library = load_library(workspace)
    risks = {
        file.language: next(block for block in file.handout.blocks() if isinstance(block, Risk))
        for file in library.handouts
    }

    for name in ("id", "n", "of", "certainty", "source", "picture"):
        assert getattr(risks["es"], name) == getattr(risks["en"], name)


def test_a_text_knows_its_line_in_the_translation(workspace: Workspace) -> None:
    """Faults in translated words are reported at their place."""
    write_translation(workspace)
    place = in_spanish(load_library(workspace)).handout.title.place

    assert place
    assert (place.file, place.line) == (NAME, line_of(workspace, "title:", NAME))


def test_a_change_of_the_source_makes_its_part_stale(workspace: Workspace) -> None:
    """The part that was changed is stale, and no other."""
    translation = make_translation(workspace)
    path = workspace.root / f"handouts/{TOPIC}/en.yaml"
    path.write_text(path.read_text("utf-8").replace("Ferret message.", "Ferret message, changed."), "utf-8")
    state = state_of(workspace, translation).state

    assert (state.stale, state.missing) == (("a-message",), ())
    assert state.whole
    assert not state.current


def test_where_lines_break_does_not_matter(workspace: Workspace) -> None:
    """If a source is only wrapped differently, its translation stays current."""
    translation = make_translation(workspace)
    path = workspace.root / f"handouts/{TOPIC}/en.yaml"
    broken = path.read_text("utf-8").replace(
        "text: Ferret message.", "text: >-\n      Ferret\n      message."
    )
    path.write_text(broken, "utf-8")

    assert "Ferret\n" in broken
    assert state_of(workspace, translation).state.current


def test_a_part_still_to_do_is_stale(workspace: Workspace) -> None:
    """A translator's mark counts even where the fingerprint is the source's."""
    translation = make_translation(workspace)
    translation["parts"]["a-message"]["todo"] = True

    assert state_of(workspace, translation).state.stale == ("a-message",)


@pytest.mark.parametrize("path", ["lead", "items.2"])
def test_a_text_without_words_is_missing(workspace: Workspace, path: str) -> None:
    """A translation that does not say everything makes no handout."""
    translation = make_translation(workspace)
    del translation["parts"]["a-list"]["words"][path]
    file = state_of(workspace, translation)

    assert file.state.missing == ("a-list",)
    assert {file.language for file in load_library(workspace).handouts} == {"en"}


def test_a_new_block_is_missing(workspace: Workspace) -> None:
    """A part of the source that a translation does not know is missing from it."""
    translation = make_translation(workspace)
    del translation["parts"]["a-message"]

    assert state_of(workspace, translation).state.missing == ("a-message",)


def test_what_the_source_has_not_is_left_over(workspace: Workspace) -> None:
    """Parts, paths and pictures of no source are reported with their lines, and stop nothing."""
    translation = make_translation(workspace, pictures=[{"picture": "elbow.svg", "file": "codo.svg"}])
    translation["parts"]["gone"] = {"made-from": "0" * 12, "words": {"heading": "Nada"}}
    translation["parts"]["a-message"]["words"]["text.2"] = "Nada"
    write_translation(workspace, translation)
    library = load_library(workspace)
    found = {problem.message.split("'")[1]: problem for problem in library.problems}

    assert found.keys() == {"gone", "a-message: text.2", "pictures: elbow.svg"}
    assert {problem.severity for problem in found.values()} == {Severity.WARNING}
    assert in_spanish(library)


def test_a_picture_may_be_redrawn(workspace: Workspace) -> None:
    """A picture with words in it is exchanged for the one that the translation names."""
    (workspace.root / f"handouts/{TOPIC}/rodilla.svg").write_text(LOGO, "utf-8")
    write_translation(workspace, make_translation(workspace, pictures=REDRAWN))
    blocks = in_spanish(load_library(workspace)).handout.blocks()

    assert [block.file for block in blocks if isinstance(block, Picture)] == ["rodilla.svg"]


def test_a_redrawn_picture_must_be_there(workspace: Workspace) -> None:
    """A picture that the translation names and that does not exist is reported at the name."""
    write_translation(workspace, make_translation(workspace, pictures=REDRAWN))
    (problem,) = load_library(workspace).problems

    assert (problem.place.file, problem.place.line) == (NAME, line_of(workspace, "rodilla.svg", NAME))


def test_the_language_is_the_files(workspace: Workspace) -> None:
    """A translation that says another language than its name is reported, and makes nothing."""
    write_translation(
        workspace, make_translation(workspace, language="fr", translator={"en": "A", "fr": "B"})
    )
    library = load_library(workspace)

    assert [problem.code for problem in library.problems] == ["wrong-language"]
    assert library.translations == ()


def test_who_translated_is_said_in_both_languages(workspace: Workspace) -> None:
    """Staff read the one, patients the other."""
    write_translation(workspace, make_translation(workspace, translator={"en": "Nobody"}))
    (problem,) = load_library(workspace).problems

    assert (problem.code, problem.place.line) == (
        "missing-translator",
        line_of(workspace, "translator", NAME),
    )


def test_a_translation_needs_a_source(workspace: Workspace) -> None:
    """Without a source there is nothing to translate."""
    write_translation(workspace)
    (workspace.root / f"handouts/{TOPIC}/en.yaml").unlink()
    codes = [problem.code for problem in load_library(workspace).problems]

    assert "no-source" in codes


def test_a_fault_of_the_source_is_reported_once(workspace: Workspace) -> None:
    """What is wrong with the source is not reported again for its translation."""
    write_translation(workspace)
    path = workspace.root / f"handouts/{TOPIC}/en.yaml"
    path.write_text(path.read_text("utf-8").replace("elm1999", "oak1999"), "utf-8")
    problems = load_library(workspace).problems

    assert problems
    assert {problem.place.file for problem in problems} == {f"handouts/{TOPIC}/en.yaml"}
