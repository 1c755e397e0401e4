"""The document on languages: each number, date, mark and sentence in it is what a page prints."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest
import yaml
from babel import Locale

from leafwright.blocks.risk import Risk
from leafwright.library import load_library
from leafwright.model.words import Words
from leafwright.phrasing.phrases import say_day, say_month, say_number
from leafwright.phrasing.spacing import NO_BREAK, quote
from leafwright.resources import PACKAGE, shared
from leafwright.text import parse_text, phrase
from leafwright.workspace import Workspace
from tests.workspaces import write_workspace

DOCUMENT: Final = Path(__file__).resolve().parents[2] / "docs/languages.md"
FIRST: Final = date(2028, 11, 1)


@pytest.fixture(scope="module")
def words() -> dict[str, Words]:
    """Read the words files that Leafwright brings along."""
    return load_library(Workspace(root=PACKAGE.parent)).words


def rows(columns: int) -> Iterator[tuple[str, ...]]:
    """Go through the rows of the tables with so many columns; their first cell names a words file."""
    for line in DOCUMENT.read_text("utf-8").splitlines():
        cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
        if len(cells) == columns and cells[0].startswith("`"):
            yield cells[0].strip("`"), *cells[1:]


def _shown(words: str) -> str:
    return words.replace(NO_BREAK, " ")


@pytest.mark.parametrize("row", list(rows(6)), ids=lambda row: row[0])
def test_the_forms_of_a_language_are_as_described(words: dict[str, Words], row: tuple[str, ...]) -> None:
    """Name, numbers, dates and marks are those of the words file."""
    language = words[row[0]]
    numbers = " · ".join(say_number(number, language) for number in (1000, 10_000))
    said = (numbers, say_day(FIRST, language), say_month(FIRST, language))
    quoted = quote(parse_text('"Help"'), language).plain

    assert row[1:] == (language.name, *map(_shown, said), _shown(quoted))


def test_the_forms_that_are_shown_are_those_of_a_words_file() -> None:
    """Whoever copies the example has French, but for lists of words that are too long to show."""
    (text,) = re.findall(
        r"^```yaml\n(language: .*?)^```", DOCUMENT.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    shown, bundled = yaml.safe_load(text), yaml.safe_load((shared("words") / "fr.yaml").read_text("utf-8"))

    short = {key: set(words) - set(bundled["spacing"][key]) for key, words in shown.pop("spacing").items()}
    assert shown == {key: bundled[key] for key in shown}
    assert not any(short.values())


def test_the_document_shows_every_language(words: dict[str, Words]) -> None:
    """No language is left out of the first table, and none but the American spelling out of the second."""
    assert {row[0] for row in rows(6)} == set(words)
    assert {row[0] for row in rows(5)} == set(words) - {"en-US"}


@pytest.mark.parametrize("row", list(rows(5)), ids=lambda row: row[0])
def test_a_risk_reads_as_described(words: dict[str, Words], row: tuple[str, ...]) -> None:
    """The frame of each language makes these sentences from these parts."""
    language, people, event, otherwise, printed = row
    risk = Risk(
        kind="risk",
        id="fainting",
        heading=phrase("Fainting"),
        people=phrase(people),
        event=phrase(event),
        otherwise=phrase(otherwise),
        n=3,
        of=100,
        time_frame=phrase("soon after"),
        certainty="low",
        source=("elm1999",),
    )

    (statement,) = risk.statements(words[language])
    assert _shown(statement.plain) == printed


def test_the_document_says_what_no_one_has_reviewed(words: dict[str, Words]) -> None:
    """It names the languages of which no words file has a reviewer, in English."""
    (told,) = re.findall(r"\*\*No one has reviewed the phrases in (.*?) yet\.", DOCUMENT.read_text("utf-8"))
    waiting = {tag for tag, language in words.items() if not language.reviewed_by} - {"en-GB", "en-US"}

    assert set(told.replace(" and ", ", ").split(", ")) == {Locale.parse(tag).english_name for tag in waiting}


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("pl-PL", '        few: "{n} strony"\n', ""),
        ("es", '"**{n} de cada {of}** {people}', '"**{número} de cada {of}** {people}'),
        ("fr-CA", "  at-a-glance: L’essentiel\n", ""),
    ],
)
def test_mistakes_are_reported_as_shown(tmp_path: Path, name: str, old: str, new: str) -> None:
    """Each mistake in the document has the message that `check` prints for it, whatever its line."""
    language = name.partition("-")[0]
    written = (shared("words") / f"{language}.yaml").read_text("utf-8").replace(old, new, 1)
    files = {f"words/{name}.yaml": written.replace(f"language: {language}\n", f"language: {name}\n")}

    (problem,) = load_library(write_workspace(tmp_path, files=files)).problems
    shown = re.sub(r":\d+:\d+:", ":", DOCUMENT.read_text("utf-8")).splitlines()
    assert f"{problem.place.file}: error: {problem.code}: {problem.text}" in shown
