"""The file of a translation: what a person wrote in it stays, and what is written again is easy to read."""

from pathlib import Path

import pytest

from leafwright.handout import Handout
from leafwright.library import load_library
from leafwright.problems import ContentError
from leafwright.translation import (
    PartStatus,
    TranslationFileText,
    check_translation_text,
    read_translation_text,
    update,
    write_translation_text,
)
from leafwright.translation.writing import SCHEMA
from leafwright.workspace import Workspace
from tests.translations import NAME, TRANSLATOR, make_translation
from tests.workspaces import TOPIC, write_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Write a small workspace."""
    return write_workspace(tmp_path)


@pytest.fixture
def source(workspace: Workspace) -> Handout:
    """Read its handout."""
    (file,) = load_library(workspace).handouts
    return file.handout


def a_page(workspace: Workspace, comments: str = "  # ours") -> TranslationFileText:
    """Write a translation by hand: comments everywhere, a quoted value, a key after the parts."""
    made = make_translation(workspace)
    parts = made["parts"]
    lines = [
        "# Begun in spring",
        SCHEMA,
        "language: es  # of Spain",
        "",
        "# Who did it",
        f"translator: {{en: \"{TRANSLATOR['en']}\", es: '{TRANSLATOR['es']}'}}",
        f"parts:{comments}",
    ]
    for name, part in parts.items():
        lines += [f"    # About {name}", f"    {name}:", f"        made-from: {part['made-from']}"]
        lines += ["        words:  # all of them"]
        lines += [f"            {path}: '{words}'  # {path}" for path, words in part["words"].items()]
    lines += ["# Who looked at it", "reviewer: Nobody  # so far", "# The end", ""]
    return read_translation_text("\n".join(lines), NAME)


def rewritten(page: TranslationFileText, source: Handout) -> str:
    """Bring a page up to its source."""
    made = update(source, page.translation)
    text = write_translation_text(page, made, {})
    check_translation_text(read_translation_text(text, NAME), source, made)
    return text


def test_a_new_file_is_whole(source: Handout) -> None:
    """It names its schema, its language and who translates, and asks for every text."""
    text = write_translation_text(None, update(source, None), {"language": "es", "translator": TRANSLATOR})

    assert text.startswith(f"{SCHEMA}\nlanguage: es\ntranslator:\n  en: Machine draft, not reviewed\n")
    assert "    todo: true\n" in text
    assert "      heading: Your knee\n    words:\n      heading:\n" in text


def test_what_stays_is_copied_line_by_line(workspace: Workspace, source: Handout) -> None:
    """Quotes, indents and comments of an author are unchanged; only the parts move to the end."""
    page = a_page(workspace)
    text = rewritten(page, source)

    assert sorted(text.splitlines()) == sorted(page.text.splitlines())
    assert text.index("reviewer: Nobody  # so far") < text.index("parts:  # ours")
    assert rewritten(read_translation_text(text, NAME), source) == text


def test_comments_of_a_part_written_anew_stand_above_it(workspace: Workspace) -> None:
    """None is lost, wherever it was in the part."""
    page = a_page(workspace)
    path = workspace.root / f"handouts/{TOPIC}/en.yaml"
    path.write_text(path.read_text("utf-8").replace("Your knee", "Your knees"), "utf-8")
    (source,) = (file.handout for file in load_library(workspace).handouts)
    text = rewritten(page, source)

    assert "    # About part\n    # all of them\n    # heading\n    part:\n" in text
    assert "# The end" in text


def test_a_comment_before_a_part_that_is_gone_stays(workspace: Workspace, source: Handout) -> None:
    """It goes to the next part, or to the end of the file."""
    page = a_page(workspace)
    text = page.text.replace("    # About claim\n    claim:", "    # About gone\n    gone:")
    made = rewritten(read_translation_text(text, NAME), source)

    assert "    # About gone\n" in made
    assert "gone:" not in made


def test_a_file_between_braces_is_written_anew(source: Handout) -> None:
    """Its words are all there, its comments at the top."""
    part = '{made-from: "000000000000", words: {heading: Rodilla}}'
    text = f"{{language: es, translator: {{en: A, es: B}}, # note\n parts: {{part: {part}}}}}\n"
    made = rewritten(read_translation_text(text, NAME), source)

    assert made.startswith("# note\nlanguage: es\ntranslator:\n  en: A\n  es: B\nparts:\n  opening:\n")
    assert "heading: Rodilla\n" in made


def test_parts_between_braces_are_written_anew(source: Handout) -> None:
    """What comes before them stays unchanged."""
    text = "language: es # keep\ntranslator: {en: A, es: B}\nparts: {} # none\n"
    made = rewritten(read_translation_text(text, NAME), source)

    assert made.startswith("language: es # keep\ntranslator: {en: A, es: B}\n# none\nparts:\n  opening:\n")


def test_a_part_keeps_what_it_has_beside_its_words(workspace: Workspace, source: Handout) -> None:
    """A silence, for example, stays with a part that is written again."""
    page = a_page(workspace)
    silence = "        silence: [{rule: changed-number, reason: it is a name}]\n"
    text = page.text.replace("    part:\n", f"    part:\n{silence}        todo: true\n")
    made = rewritten(read_translation_text(text, NAME), source)

    (part,) = read_translation_text(made, NAME).translation.parts["part"].silence
    assert part.rule == "changed-number"


def test_keys_of_the_head_are_set_and_taken_out(workspace: Workspace, source: Handout) -> None:
    """A key is written where it was, or after the others; one without a value is removed."""
    page = a_page(workspace)
    head = {"translator": {"en": "C", "es": "D"}, "reviewer": None}
    text = write_translation_text(page, update(source, page.translation), head)

    assert "# Who did it\ntranslator:\n  en: C\n  es: D\n" in text
    assert "reviewer" not in text


def test_line_ends_of_another_system_are_read(workspace: Workspace, source: Handout) -> None:
    """A file with the line ends of Windows is the same file."""
    page = a_page(workspace)

    assert rewritten(read_translation_text(page.text.replace("\n", "\r\n"), NAME), source) == rewritten(
        page, source
    )


def test_what_would_not_come_back_is_refused(workspace: Workspace, source: Handout) -> None:
    """A page that does not say what was meant never replaces a good one."""
    page = a_page(workspace)
    other = read_translation_text(page.text.replace("Traducido: Your knee", "Otro"), NAME)

    with pytest.raises(ContentError) as caught:
        check_translation_text(other, source, update(source, page.translation))

    assert [str(problem) for problem in caught.value.problems] == [
        (
            f"{NAME}:9:5: not-rewritten: "
            "the new file would not be read back correctly, so the file was not changed; "
            "write every part on lines of its own, as in a new file"
        )
    ]


def test_a_new_file_is_all_new(source: Handout) -> None:
    """Without a translation every part is new."""
    assert {draft.status for draft in update(source, None).drafts} == {PartStatus.NEW}
