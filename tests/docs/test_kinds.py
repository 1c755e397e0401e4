"""The list of the bundled variants in the authors' guide: it says what their records say."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Final, get_args

import pytest

from leafwright.formats import Variant
from leafwright.library import load_library
from leafwright.model.prints import Paper
from leafwright.workspace import Workspace

ROOT: Final = Path(__file__).resolve().parents[2]
GUIDE: Final = ROOT / "docs/authoring.md"
HEAD: Final = """\
| variant | what it is for | pages | it must hold | it is not asked for |
|---|---|---|---|---|
"""
EDITIONS: Final = {"": "standard", "large print ": "large-print", "two languages ": "bilingual"}
FORMATS: Final = load_library(Workspace(root=ROOT)).formats


def rows() -> Iterator[str]:
    """Write a row for each bundled variant, in the order of their names."""
    for path in sorted((ROOT / "templates/variants").glob("*.yaml")):
        variant = FORMATS.variants[path.stem]
        _, first, *lines = path.read_text("utf-8").splitlines()
        about = " ".join([first, *_comments(lines)]).replace("# ", "")
        cells = (f"`{path.stem}`", about, pages_of(path.stem), demands_of(variant), spared(variant))
        yield f"| {' | '.join(cells)} |\n"


def _comments(lines: Iterable[str]) -> Iterator[str]:
    """Go through the lines of the comment that a record begins with."""
    for line in lines:
        if not line.startswith("# "):
            return
        yield line


def pages_of(name: str) -> str:
    """Say how many pages a sheet may have, in each edition and on each paper where they differ."""
    return "; ".join(f"{said}{_most(name, edition)}" for said, edition in EDITIONS.items())


def _most(name: str, edition: str) -> str:
    most = {paper: FORMATS.settle(name, edition, paper).limit.pages for paper in get_args(Paper)}
    said = {paper: str(pages or "any") for paper, pages in most.items()}
    alike = len(set(said.values())) == 1
    return said["A4"] if alike else ", ".join(f"{pages} on {paper}" for paper, pages in said.items())


def demands_of(variant: Variant) -> str:
    """List what a variant demands, and of which handouts only."""
    alone = (f"of a {kind}: {', '.join(asked)}" for kind, asked in variant.of_kind.items())
    return "; ".join([", ".join(variant.must_hold), *alone])


def spared(variant: Variant) -> str:
    """List what a leaflet must have, but not this variant."""
    leaflet = FORMATS.variants["leaflet"]
    asked, own = ([*each.must_hold, *chain(*each.of_kind.values())] for each in (leaflet, variant))
    return ", ".join(dict.fromkeys(demand for demand in asked if demand not in own)) or "\N{EN DASH}"


def test_the_authors_guide_lists_the_variants(pytestconfig: pytest.Config) -> None:
    """Each bundled variant is there with its pages and what it must contain, as in its record."""
    text = GUIDE.read_text("utf-8")
    before, _, rest = text.partition(HEAD)
    after = rest[rest.index("\n\n") + 1 :]
    made = f"{before}{HEAD}{''.join(rows())}{after}"
    if pytestconfig.getoption("--update"):
        GUIDE.write_text(made, "utf-8")

    assert GUIDE.read_text("utf-8") == made
