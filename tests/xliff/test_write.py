"""What is sent to translators: by the published schema, with states, codes and notes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree  # type: ignore[import-untyped]  # it brings no types

from leafwright.library import load_library
from leafwright.workspace import Workspace
from leafwright.xliff import ExportJob, Notes, write_xliff
from tests.translations import make_translation, write_translation
from tests.workspaces import LOGO, TOPIC, every_block, write_workspace
from tests.xliffs import RoundTrip, unit_of

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schema/xliff_core_2.0.xsd"))
MARKED = {
    "kind": "list",
    "id": "marked",
    "items": [
        "A **bold [link](https://example.org/?a=1&b=2)** & <3 “quotes” 'and' \"more\" [@elm1999].",
        "Take 5\u00a0mg\u200f, \u2067قدم\u2069.",
        "[@elm1999]",
    ],
}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Write a workspace with every kind of block and with signs that XML has other ideas of."""
    return write_workspace(
        tmp_path, blocks=[*every_block(), MARKED], files={f"handouts/{TOPIC}/knee.svg": LOGO}
    )


def faults(text: str) -> Iterator[str]:
    """Go through what the published schema has against a file."""
    if not SCHEMA.validate(etree.fromstring(text.encode())):
        yield from (str(fault) for fault in SCHEMA.error_log)


def test_a_file_follows_the_published_schema(workspace: Workspace) -> None:
    """With and without words, and with every kind of block."""
    without = RoundTrip.of(workspace).export(notes=("Look at this < that.",))
    write_translation(workspace)

    assert list(faults(without)) == []
    assert list(faults(RoundTrip.of(workspace).export())) == []


def test_the_schema_finds_faults(workspace: Workspace) -> None:
    """An unknown state would be found, so a file without a finding says something."""
    text = RoundTrip.of(workspace).export().replace('state="initial"', 'state="new"', 1)

    assert list(faults(text))


def test_languages_are_tags(workspace: Workspace) -> None:
    """The final standard requires it of both; the schema here does not check."""
    root = etree.fromstring(RoundTrip.of(workspace).export().encode())

    assert (root.get("srcLang"), root.get("trgLang"), root.get("version")) == ("en", "es", "2.1")


def test_names_are_unique_and_stay(workspace: Workspace) -> None:
    """Part and path name a unit; tools keep its history by that name."""
    root = etree.fromstring(RoundTrip.of(workspace).export().encode())
    names = [unit.get("id") for unit in root.iter("{*}unit")]

    assert len(set(names)) == len(names)
    assert {"opening:title", "a-list:items.2", "a-comparison:rows.1.answers.wait.text"} <= set(names)


def test_markup_is_codes(workspace: Workspace) -> None:
    """Bold words and links are paired codes around words, a citation is a single code; tools keep them."""
    unit = unit_of(RoundTrip.of(workspace).export(), "marked:items.1")
    (source,) = (line for line in unit.splitlines() if "<source>" in line)

    assert source.strip() == (
        '<source>A <pc id="1" dataRefStart="d1" dataRefEnd="d1" type="fmt" subType="xlf:b">bold '
        '<pc id="2" dataRefStart="d2" dataRefEnd="d3" type="link" canDelete="no">link</pc></pc>'
        " &amp; &lt;3 “quotes” 'and' \"more\" "
        '<ph id="3" dataRef="d4" disp="[@elm1999]" type="other" subType="leafwright:citation" canCopy="no"'
        ' canDelete="no"/>.</source>'
    )


def test_words_keep_the_numbers_of_their_codes(workspace: Workspace) -> None:
    """A code of the source has the same number in the words, wherever it moved; one more has the next."""
    translation = make_translation(workspace)
    said = "Según [@elm1999], **otro [enlace](https://example.org/?a=1&b=2)** y **más**."
    translation["parts"]["marked"]["words"]["items.1"] = said
    write_translation(workspace, translation)
    target = unit_of(RoundTrip.of(workspace).export(), "marked:items.1").split("<target>")[1]
    root = etree.fromstring(f"<target>{target.split('</target>')[0]}</target>")

    assert [code.get("id") for code in root.iter("ph", "pc")] == ["3", "1", "2", "4"]


@pytest.mark.parametrize(
    ("changes", "reviewer", "state"),
    [
        ({}, "", "translated"),
        ({}, "Somebody", "reviewed"),
        ({"todo": True}, "Somebody", "initial"),
        ({"words": {}}, "", "initial"),
    ],
)
def test_states_say_how_far_words_are(
    workspace: Workspace, changes: dict[str, object], reviewer: str, state: str
) -> None:
    """Open and marked words are initial; the others are translated, or reviewed if somebody did."""
    translation = make_translation(workspace)
    translation["parts"]["a-message"] |= changes
    write_translation(workspace, translation)
    text = RoundTrip.of(workspace).export(reviewed=bool(reviewer))

    assert f'state="{state}"' in unit_of(text, "a-message:text")


def test_what_has_no_words_is_not_translated(workspace: Workspace) -> None:
    """A text that is only a citation is sent as done, and marked so that nobody touches it."""
    unit = unit_of(RoundTrip.of(workspace).export(), "marked:items.3")

    assert 'translate="no"' in unit
    assert 'state="final"' in unit


def test_the_way_of_writing_is_reported(workspace: Workspace) -> None:
    """Tools show Arabic from the right."""
    export = ExportJob(topic=TOPIC, original="en.yaml", language="ar", direction="rtl")

    assert 'srcDir="ltr" trgDir="rtl"' in write_xliff(export, [])
    assert RoundTrip.of(workspace).handout


@pytest.mark.parametrize(
    ("part", "path", "told"),
    [
        ("opening", "title", "This is the title of the leaflet."),
        ("opening", "keywords.1", "it is not printed"),
        (
            "part",
            "heading",
            "the heading of a section, in the section “Your knee” of: leaflet, comparison",
        ),
        ("a-call", "action", "This is the action of a warning block, in the section"),
        ("a-comparison", "rows.1.answers.wait.text", "an answer in the table"),
        (
            "a-risk",
            "event",
            "people with a jackal fell over. 97 in 100 did not.",
        ),
        ("a-risk", "otherwise", "In es it becomes part of: **{group}:** **{n} de cada {of}** {people}"),
        ("a-risk", "comparator.group", "This is the group of a risk block"),
    ],
)
def test_a_translator_sees_what_a_text_is(workspace: Workspace, part: str, path: str, told: str) -> None:
    """Its position, and for the parts of a risk the sentences that they become part of."""
    library = load_library(workspace)
    (file,) = library.handouts
    notes = Notes(handout=file.handout, source=library.words["en-GB"], target=library.words["es"])

    assert told in "\n".join(notes.of(part, path)).replace("\u00a0", " ")
