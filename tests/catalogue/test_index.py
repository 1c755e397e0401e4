"""The index of all sheets for programs, and the site map."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from leafwright.catalogue import write_catalogue
from leafwright.library import Library
from leafwright.manifest import read_output
from leafwright.schema import make_index_schema
from leafwright.sheet import SheetKey
from leafwright.verify import verify
from tests.catalogues import Paper, entry_of, leave_sheets, on_screens

BASE = "https://example.org/leaflets/"


@pytest.fixture
def published(tmp_path: Path, paper: Paper, key: SheetKey, library: Library) -> Path:
    """Leave a sheet in two editions, which share a page, and the catalogue."""
    first = on_screens(entry_of(paper, key, codes={"icd-10": ("M17.9",)}), BASE)
    large = replace(first, edition="large-print", products={})
    leave_sheets(tmp_path / "output", [first, large], paper)
    write_catalogue(library, read_output(tmp_path / "output"))
    return tmp_path / "output"


def _index(output: Path) -> dict[str, Any]:
    index: dict[str, Any] = json.loads((output / "catalogue.json").read_text("utf-8"))
    return index


def test_the_index_says_what_there_is_and_where(published: Path, key: SheetKey) -> None:
    """Every product has its path and its address, and editions share those for screens."""
    standard, large = sorted(_index(published)["sheets"], key=lambda sheet: sheet["edition"], reverse=True)

    assert standard["codes"] == {"icd-10": ["M17.9"]}
    assert standard["pdf"]["path"] == key.path
    assert standard["pdf"]["address"] == f"{BASE}{key.path}"
    assert standard["web"]["address"] == f"{BASE}{key.product('.html')}"
    assert standard["text"]["type"] == "text/plain; charset=utf-8"
    assert (large["web"], large["text"]) == (standard["web"], standard["text"])
    assert large["pdf"]["path"] != standard["pdf"]["path"]


def test_the_index_is_as_its_schema_says(published: Path) -> None:
    """Programs can rely on `schema/catalogue.schema.json`."""
    Draft7Validator(make_index_schema()).validate(_index(published))


def test_the_site_map_lists_each_page_once(published: Path, key: SheetKey) -> None:
    """Its date is that of the version."""
    written = (published / "sitemap.xml").read_text("utf-8")

    found = re.findall(r"<loc>(.*?)</loc><lastmod>(.*?)</lastmod>", written)
    assert found == [(f"{BASE}{key.product('.html')}", "2026-11-02")]


def test_index_and_site_map_are_verified(published: Path) -> None:
    """They are in the manifest, and a change of them is found."""
    assert not [problem for problem in verify(read_output(published)) if problem.code == "stray-file"]

    (published / "catalogue.json").write_text("{}", "utf-8")

    assert "changed-file" in {problem.code for problem in verify(read_output(published))}


def test_without_addresses_there_is_no_site_map(published: Path, library: Library) -> None:
    """One of an earlier build goes; the index has paths only."""
    state = read_output(published)
    entries = {key: replace(entry, page="") for key, entry in state.entries.items()}

    write_catalogue(library, replace(state, entries=entries))

    assert not (published / "sitemap.xml").exists()
    assert "sitemap.xml" not in read_output(published).pages
    assert _index(published)["sheets"][0]["pdf"]["address"] == ""
