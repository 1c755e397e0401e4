"""Components: each has a template, a style and an example, and prints what its golden text says."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, get_args
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5  # type: ignore[import-untyped]  # it brings no types
import yaml

from leafwright.blocks.kinds import KINDS
from leafwright.html import render_html
from leafwright.resources import shared
from tests.workspaces import example_pictures, sheet_of, write_workspace

GOLDEN: Final = Path(__file__).parent / "components"
EXAMPLES: Final = {
    path.stem: path for folder in ("blocks", "parts") for path in shared("templates").glob(f"{folder}/*.yaml")
}
EDITIONS: Final = ("standard", "large-print")
UNDRESSED: Final = {"text"}
"""Templates without a look of their own: running text, dressed by what holds it."""
DRAWN: Final = {"bullet", "heads"}
"""Styles without a template: they draw the sign before the items of many lists, and the heads of pages."""
BESIDE: Final = {"cards", "explained", "glance", "notes", "pair", "partners"}
"""What stands a text beside its source, logos and lines, and what is shown with the opening."""
SPOKEN: Final = frozenset(
    {"h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "th", "td", "figcaption", "img", "svg"}
)


def _stems(pattern: str) -> set[str]:
    folder, _, files = pattern.partition("/")
    return {path.stem for path in shared(folder).glob(files)}


def _example(name: str) -> dict[str, Any]:
    """Read an example: a list of blocks, or the ids of a part of the page and what its handout says."""
    # Like Leafwright itself, take every value as text.
    written = yaml.load(EXAMPLES[name].read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  # text only
    if isinstance(written, dict):
        return written
    parts = [name for block in written for name in (block["id"], *_beside(block))]
    return {"parts": parts, "blocks": written}


def _beside(block: dict[str, Any]) -> Iterator[str]:
    """Name what a block prints beside the element of its own id."""
    if block.get("matters"):
        yield f"{block['id']}-matters"


def _print(name: str, edition: str, root: Path) -> str:
    """Print an example as a screen reader tells it: a line for each thing that is said, and what it is."""
    changes = _example(name)
    parts = changes.pop("parts")
    workspace = write_workspace(root, files=example_pictures(), **changes)
    # A leaflet has its contacts in a strip and in the document control.
    variant = "aftercare" if name == "contacts" else "leaflet"
    html = render_html(sheet_of(workspace, variant, edition), workspace)
    page = tinyhtml5.parse(html, namespace_html_elements=False)
    found = (next(page.iterfind(f".//*[@id='{part}']")) for part in parts)
    return "\n".join("".join(f"{line}\n" for line in _read_aloud(element)) for element in found)


def _read_aloud(element: Element, within: str = "") -> Iterator[str]:
    """Go through the innermost elements with words, each with those around it; some are only seen."""
    name = str(element.tag).rpartition("}")[2]
    within = "seen" if element.get("aria-hidden") == "true" else within
    path = f"{within} {name}".strip() if name in SPOKEN else within
    if name in SPOKEN and not any(str(below.tag) in SPOKEN for below in list(element.iter())[1:]):
        words = (element.get("alt") or "".join(_words_of(element))).replace("\u00a0", "~")
        yield f"{path}: {' '.join(words.split())}".rstrip()
        return
    for below in element:
        yield from _read_aloud(below, path)


def _words_of(element: Element) -> Iterator[str]:
    """Go through the words of an element, with the address of each link after it."""
    yield element.text or ""
    for below in element:
        yield from _words_of(below)
        if address := below.get("href"):
            yield f" <{address}>"
        yield below.tail or ""


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_a_component_prints_its_golden_text(
    name: str, tmp_path: Path, golden: Callable[[Path, str], None]
) -> None:
    """What an example prints is what its golden file says, in standard and in large print."""
    standard, large = (_print(name, edition, tmp_path) for edition in EDITIONS)

    golden(GOLDEN / f"{name}.txt", standard if standard == large else f"{standard}\nlarge print\n\n{large}")


FILES: Final = {
    "record": {*KINDS},
    "template": _stems("templates/blocks/*.html"),
    "style": _stems("styles/blocks/*.css"),
    "example": _stems("templates/blocks/*.yaml"),
}
"""The four files of a kind of block, and the names that there are of each."""


@pytest.mark.parametrize("name", sorted(set().union(*FILES.values())))
def test_a_kind_of_block_has_its_four_files(name: str) -> None:
    """A record, a template, a style and an example have its name; what fails here names what is missing."""
    assert [file for file, names in FILES.items() if name not in names] == []


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_record_is_of_the_kind_it_is_named_for(name: str) -> None:
    """The module, the record and its view say one kind, and its example shows no other."""
    shown = {block["kind"] for block in _example(name)["blocks"]}

    assert get_args(KINDS[name].model_fields["kind"].annotation) == (name,)
    assert shown == {name}


def test_a_part_of_every_page_has_its_files() -> None:
    """What is no block has a template, and a style and an example where it has a look of its own."""
    templates = _stems("templates/parts/*.html")

    assert _stems("styles/parts/*.css") == (templates - UNDRESSED) | DRAWN
    assert _stems("templates/parts/*.yaml") == templates - UNDRESSED - BESIDE


def test_no_golden_text_is_left_behind() -> None:
    """A golden file belongs to an example."""
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {*EXAMPLES}
