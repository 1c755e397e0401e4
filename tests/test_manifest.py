"""The manifest: what was built from what, kept so that the next build can trust it."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from leafwright.files import digest, write_whole
from leafwright.manifest import MANIFEST, SUMS, Entry, Names, ProblemRecord, Rung, read_output
from leafwright.manifest.output import FORMAT
from leafwright.problems import Severity
from leafwright.sheet import SheetKey
from tests.catalogues import write_entries
from tests.fakes import entries_in, finding

KEY = SheetKey(
    clinic="elm-street", topic="sore-knee", variant="leaflet", edition="standard", language="en-GB"
)
SHEET = b"%PDF-1.7 a sheet %%EOF"
ENTRY = Entry(
    **asdict(KEY),
    title="Ein Blatt über Knie",
    summary="Was einem Knie hilft.",
    keywords=("Knie", "Bein"),
    names=Names(
        clinic="Elm Street Practice",
        topic="Knie",
        variant="Information",
        edition="Normale Schrift",
        language="Deutsch",
    ),
    paper="A4",
    reference="EX-1",
    version="1.0",
    code="EX-1, version 1.0, 2 November 2026",
    source_title="A leaflet on knees",
    status="example",
    issued="2026-11-02",
    review_due="2028-11-01",
    fingerprint="abc",
    inputs={"handouts/sore-knee/en.yaml": "0" * 64},
    toolchain="1" * 64,
    sha256=digest(SHEET),
    thumbnail=digest(b"a picture"),
    size=len(SHEET),
    pages=2,
    conformance=("PDF/A-3a", "PDF/UA-1"),
    rung=Rung(space=0.84, type_size=1.0),
    fills=(0.9, 0.5),
    findings=(ProblemRecord.of(finding(severity=Severity.ADVICE)),),
)
OTHER = replace(ENTRY, variant="aftercare")


def _text(output: Path) -> str:
    return (output / MANIFEST).read_text("utf-8")


def test_what_was_written_is_read(tmp_path: Path) -> None:
    """An entry comes back as it was, findings and all."""
    write_entries(tmp_path, [ENTRY])

    assert entries_in(tmp_path) == {KEY: ENTRY}


def test_the_order_of_entries_does_not_show(tmp_path: Path) -> None:
    """Equal entries in any order give equal bytes."""
    write_entries(tmp_path, [ENTRY, OTHER])
    first = _text(tmp_path)

    write_entries(tmp_path, [OTHER, ENTRY])

    assert _text(tmp_path) == first


def test_sheets_are_named_by_their_path(tmp_path: Path) -> None:
    """A reader finds a sheet by the path of its file."""
    write_entries(tmp_path, [ENTRY])

    assert list(json.loads(_text(tmp_path))["sheets"]) == ["elm-street/sore-knee-leaflet-standard-en-GB.pdf"]


def test_a_reader_finds_what_a_list_of_leaflets_needs(tmp_path: Path) -> None:
    """The fields of an entry have plain names at one level."""
    write_entries(tmp_path, [ENTRY])

    (sheet,) = json.loads(_text(tmp_path))["sheets"].values()
    assert {"clinic", "topic", "variant", "edition", "language"} < set(sheet)
    assert {"title", "version", "status", "reference", "issued", "review_due"} < set(sheet)
    assert {"summary", "keywords", "names", "paper", "code"} < set(sheet)
    assert {"fingerprint", "sha256", "size", "pages", "rung", "findings"} < set(sheet)


def test_there_is_none_at_first(tmp_path: Path) -> None:
    """A folder without a manifest has no entries."""
    assert entries_in(tmp_path / "not there") == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f'"format": {FORMAT}', '"format": 0'),
        (f'"format": {FORMAT}', '"form": 1'),
        (
            "{",
            "[",
        ),
        (f'"size": {len(SHEET)}', '"size": "large"'),
        (f'"size": {len(SHEET)}', '"size": null'),
        ('"pages": 2,', ""),
        ('"names": {', '"names": 1, "were": {'),
        ('"keywords": [', '"keywords": 1, "were": ['),
        ('"clinic": "elm-street"', '"clinic": "oak-street"'),
        ("elm-street", "../elm-street"),
        ('"severity": "advice"', '"severity": "huge"'),
        ('"rung": {', '"rung": 1, "was": {'),
    ],
)
def test_a_damaged_manifest_is_none(tmp_path: Path, old: str, new: str) -> None:
    """A manifest that was cut, edited, made by another release or leads out of the folder is not trusted."""
    write_entries(tmp_path, [ENTRY])
    text = _text(tmp_path)
    assert old in text

    (tmp_path / MANIFEST).write_text(text.replace(old, new), "utf-8")

    assert entries_in(tmp_path) == {}


def test_a_manifest_that_is_not_text_is_none(tmp_path: Path) -> None:
    """Binary rubbish is not trusted either."""
    (tmp_path / MANIFEST).write_bytes(b"\xff\xfe\x00")

    assert entries_in(tmp_path) == {}


@pytest.mark.parametrize(
    ("content", "same"), [(SHEET, True), (SHEET.replace(b"ee", b"oo"), False), (SHEET[:-1], False)]
)
def test_an_entry_knows_its_file(tmp_path: Path, content: bytes, *, same: bool) -> None:
    """An entry describes the file that was written, and no edited or shortened one."""
    write_whole(tmp_path / KEY.path, content)

    assert ENTRY.describes(tmp_path) is same


def test_an_entry_describes_no_missing_file(tmp_path: Path) -> None:
    """A file that is gone is not the one that was written."""
    assert not ENTRY.describes(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"pages": 2', '"pages": -1', f"sheets.{KEY.path}.pages: Input should be greater than or equal to 0"),
        ('"pages": 2', '"pages": 9007199254740992', f"sheets.{KEY.path}.pages: Input should be less than"),
        ('"space": 0.84', '"space": 1e999', f"sheets.{KEY.path}.rung.space: "),
        ('"space": 0.84', '"space": true', f"sheets.{KEY.path}.rung.space: Input should be a valid number"),
        ('"paper": "A4"', '"paper": "A\\u0000"', f"sheets.{KEY.path}.paper: String should match"),
        ('"paper": "A4"', '"paper": "A4", "more": 1', f"sheets.{KEY.path}.more: "),
        ('"clinic": "elm-street"', '"clinic": "oak-street"', f"'{KEY.path}' is no path of its sheet"),
        ("{", "[", "Invalid JSON: "),
    ],
)
def test_the_damage_of_a_manifest_has_a_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    """A value that does not fit its field is reported as one problem."""
    write_entries(tmp_path, [ENTRY])
    (tmp_path / MANIFEST).write_text(_text(tmp_path).replace(old, new, 1), "utf-8")

    known = read_output(tmp_path)

    assert known.damage is not None
    assert told in known.damage.message
    assert (known.damage.code, str(known.damage.place)) == ("damaged-manifest", "manifest.json:1:1")
    assert (known.entries, known.withheld, known.toolchains, known.pages) == ({}, (), {}, {})
    assert known.files == {MANIFEST, SUMS}
