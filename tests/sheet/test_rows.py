"""Easy read: a picture and words in each row."""

from pathlib import Path
from typing import Any

import pytest

from leafwright.library import load_library
from tests.translations import make_translation, write_bilingual_workspace, write_translation
from tests.workspaces import LOGO, TOPIC, sheet_of, write_workspace

PICTURES = {f"handouts/{TOPIC}/{name}.svg": LOGO for name in ("knee", "rodilla")}


def _rows(*rows: dict[str, str]) -> dict[str, Any]:
    return {"kind": "rows", "id": "easy", "rows": list(rows)}


ROW = {"file": "knee.svg", "alt": "A knee", "text": "This is a knee."}


def test_a_row_has_its_picture(tmp_path: Path) -> None:
    """From the folder of its topic, with what it shows, and perhaps a hard word explained."""
    blocks = [_rows({**ROW, "explain": "A joint."}, ROW)]

    sheet = sheet_of(write_workspace(tmp_path, blocks=blocks, files=PICTURES))
    seen: Any = sheet.sections[0].blocks[0]

    first, second = seen.rows
    assert (first.source, first.alt) == (f"handouts/{TOPIC}/knee.svg", "A knee")
    assert (str(first.explain), second.explain) == ("A joint.", None)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({**ROW, "file": "foot.svg"}, "missing-picture"),
        ({"file": "knee.svg", "text": "A knee."}, "missing-field"),
        ({**ROW, "text": ""}, "empty"),
    ],
)
def test_a_row_without_picture_or_words_is_reported(tmp_path: Path, row: dict[str, str], code: str) -> None:
    """With its own place, although other rows are sound."""
    workspace = write_workspace(tmp_path, blocks=[_rows(ROW, row)], files=PICTURES)

    problems = load_library(workspace).problems

    assert problems[0].code == code
    assert problems[0].place.line > 30


def test_a_translation_may_have_a_picture_of_its_own_in_a_row(tmp_path: Path) -> None:
    """It replaces the one with words in the source's language, and no other."""
    blocks = [_rows(ROW, {**ROW, "file": "foot.svg"})]
    files = {**PICTURES, f"handouts/{TOPIC}/foot.svg": LOGO}
    workspace = write_bilingual_workspace(tmp_path, blocks=blocks, files=files)
    redrawn = [{"picture": "knee.svg", "file": "rodilla.svg"}]
    write_translation(workspace, make_translation(workspace, pictures=redrawn))

    library = load_library(workspace)

    (spanish,) = (file.handout for file in library.handouts if file.language == "es")
    assert library.problems == ()
    assert [str(picture.file) for block in spanish.blocks() for picture in block.pictures()] == [
        "rodilla.svg",
        "foot.svg",
    ]
