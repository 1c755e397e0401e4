"""The recipe for a kind of block: a grid, made of the four files that CONTRIBUTING.md names."""

import json
import os
import re
import shutil
import subprocess
import sys
from itertools import chain
from pathlib import Path
from typing import Any, Final

import pypdfium2
import pytest
import tinyhtml5  # type: ignore[import-untyped]  # it brings no types
import yaml

from leafwright.resources import PACKAGE, SHARED, shared
from leafwright.workspace import Workspace
from tests.translations import LANGUAGE, translated
from tests.workspaces import CLINIC, TOPIC, line_of
from tests.workspaces import LANGUAGE as SOURCE

ROOT: Final = Path(__file__).resolve().parents[2]
FILES: Final = Path(__file__).parent / "grid"
NAME: Final = f"handouts/{TOPIC}/en.yaml"
GRID: Final[dict[str, Any]] = {
    "kind": "grid",
    "id": "shoes",
    "caption": "Shoes for each week",
    "columns": ["Week", "Shoe"],
    "rows": [["First", "A soft shoe"], ["Second", "Your own shoe, e.g. a boot"]],
}
MISSPELT: Final = [
    {"kind": "gird", "id": "shoes"},
    {"kind": "grid", "id": "boots", "caption": "Boots", "colums": ["Boot"], "rows": [["A boot"]]},
]
CELLS: Final = [GRID["caption"], *GRID["columns"], *chain.from_iterable(GRID["rows"])]


def recipe() -> list[str]:
    """Read in CONTRIBUTING.md which files a kind of block is made of."""
    (row,) = re.findall(
        r"^\| a kind of block \|(.*)\|$", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE
    )
    return [name.replace("KIND", "grid") for name in re.findall(r"`([\w/]+/KIND\.\w+)`", row)]


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Follow the recipe in a copy of the program, and try what it makes."""
    root = tmp_path_factory.mktemp("recipe")
    shutil.copytree(PACKAGE, root / "program/leafwright", ignore=shutil.ignore_patterns("__pycache__"))
    for name in SHARED:
        shutil.copytree(shared(name), root / "program" / name)
    for name in recipe():
        shutil.copy(FILES / Path(name).name, root / "program" / name)
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("probe.py"), root],
        input=yaml.safe_dump([GRID, MISSPELT]),
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(root / "program"), str(ROOT)])},
        capture_output=True,
        text=True,
        check=True,
    )
    return {"root": str(root), **json.loads(done.stdout)}


def test_the_recipe_names_four_files() -> None:
    """A kind of block is made of its record, template, style and example, and of nothing else."""
    assert sorted(recipe()) == [
        "leafwright/blocks/grid.py",
        "styles/blocks/grid.css",
        "templates/blocks/grid.html",
        "templates/blocks/grid.yaml",
    ]


def test_what_is_misspelt_is_reported_at_its_place(results: dict[str, str]) -> None:
    """The new kind, and each of its fields, is meant by what is nearly its name."""
    faulty = Workspace(root=Path(results["root"]) / "faulty")
    kind, field = (line_of(faulty, words) for words in ("gird", "colums"))

    told = [line for line in results["misspelt"].splitlines() if line.startswith(NAME)]
    assert told == [
        f"{NAME}:{kind}:11: error: unknown-value: 'gird' is no kind; did you mean 'grid'?",
        f"{NAME}:{field}:5: error: unknown-field: 'colums' is no field of grid; did you mean 'columns'?",
    ]


def test_it_is_in_the_schema_for_editors(results: dict[str, str]) -> None:
    """Editors offer the kind and its fields, and explain each with its docstring and an example."""
    record = json.loads(results["schema"])["$defs"]["Grid"]

    assert record["properties"]["kind"] == {
        "const": "grid",
        "type": "string",
        "description": "Words in rows, below the heads of their columns.",
        "examples": ["grid"],
    }
    assert record["properties"]["caption"]["description"] == "What the grid shows."
    assert {"caption", "columns", "rows"} <= {*record["required"]}


def test_it_is_a_table_with_head_cells(results: dict[str, str]) -> None:
    """It is printed by its template, every cell in its column."""
    page = tinyhtml5.parse(results["page"], namespace_html_elements=False)
    (table,) = page.iterfind(".//table[@id='shoes']")

    assert [head.text for head in table.iterfind("thead/tr/th[@scope='col']")] == GRID["columns"]
    assert [[cell.text for cell in row.iterfind("td")] for row in table.iterfind("tbody/tr")] == GRID["rows"]


def test_each_of_its_texts_is_translated(results: dict[str, str]) -> None:
    """The texts are parts of a translation, by the path to each."""
    words = yaml.safe_load(results["translation"])["parts"]["shoes"]["words"]

    assert [*words] == ["caption", "columns.1", "columns.2", "rows.1.1", "rows.1.2", "rows.2.1", "rows.2.2"]


def test_rules_read_its_cells(results: dict[str, str]) -> None:
    """What is wrong within a cell is reported at the cell."""
    line = next(line for line in results["check"].splitlines() if "latin-abbreviation" in line)

    assert re.match(rf"{NAME}:\d+:\d+: warning: latin-abbreviation: 'e\.g", line)


@pytest.mark.parametrize(
    ("edition", "language"),
    [("standard", SOURCE), ("large-print", SOURCE), ("standard", LANGUAGE), ("bilingual", LANGUAGE)],
)
def test_it_passes_every_proof(results: dict[str, str], edition: str, language: str) -> None:
    """Each edition is built and prints every cell, in both languages if they are side by side."""
    name = f"{CLINIC}/{TOPIC}-leaflet-{edition}-{language}.pdf"
    wanted = CELLS if language == SOURCE else [*map(translated, CELLS)]
    document = pypdfium2.PdfDocument(Path(results["root"]) / "sound/output" / name)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    found = " ".join(text.split())

    assert f"built    {name}" in results["build"]
    assert [cell for cell in wanted + CELLS * (edition == "bilingual") if cell not in found] == []
