"""The table of scripts says what they are set in, and how to get it."""

import re
from pathlib import Path
from typing import Final

import pytest

from leafwright.families import FALLBACKS, SUBSTITUTE, how_to_install
from leafwright.scripts import SCRIPTS, Script, script_of

DOCUMENT: Final = Path(__file__).resolve().parents[2] / "docs/languages.md"
SPOKEN: Final = {
    "English": "en",
    "Spanish": "es",
    "Polish": "pl",
    "Welsh": "cy",
    "Vietnamese": "vi",
    "Russian": "ru",
    "Ukrainian": "uk",
    "Greek": "el",
    "Arabic": "ar",
    "Urdu": "ur",
    "Persian": "fa",
    "Pashto": "ps",
    "Kurdish (Sorani)": "ckb",
    "Hebrew": "he",
    "Hindi": "hi",
    "Nepali": "ne",
    "Marathi": "mr",
    "Bengali": "bn",
    "Assamese": "as",
    "Tamil": "ta",
    "Thai": "th",
    "Chinese": "zh",
}
TABLE: Final = re.compile(
    r"^\| (?P<script>[\w ]+) \| (?P<languages>[^|]+) \| (?P<family>[^|]+) \| (?P<extra>[^|]+) \|$",
    re.MULTILINE,
)


def rows() -> dict[str, re.Match[str]]:
    """Read the rows of the table, by script."""
    return {
        found["script"]: found
        for found in TABLE.finditer(DOCUMENT.read_text("utf-8"))
        if found["script"] != "script"
    }


def test_the_table_has_every_script() -> None:
    """Every script is listed, and no other."""
    assert set(rows()) == {script.name for script in SCRIPTS.values()}


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=lambda script: script.name)
def test_a_script_is_set_in_what_the_table_says(script: Script) -> None:
    """Family and extra are those of the code."""
    row = rows()[script.name]
    family = FALLBACKS[script.code].family if script.code in FALLBACKS else SUBSTITUTE

    assert family in row["family"]
    assert row["extra"] == (f"`{script.extra}`" if script.extra else "none")


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=lambda script: script.name)
def test_the_languages_are_written_in_it(script: Script) -> None:
    """Each language that is named has the script of its row."""
    told = rows()[script.name]["languages"].split(", ")

    assert {script_of(SPOKEN[name]) for name in told} == {script.code}


def test_a_missing_font_is_reported_as_shown() -> None:
    """The message in the document ends with the command that the program prints."""
    assert how_to_install("hebrew") in DOCUMENT.read_text("utf-8")
