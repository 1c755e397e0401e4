"""The sheets of a handout: which sections each has, and what the bundled variants require of it."""

from pathlib import Path
from typing import Any, Final

import pytest

from leafwright.handout import Handout
from leafwright.html import render_html
from leafwright.library import load_library
from tests.workspaces import TOPIC, line_of, sheet_of, write_workspace

SECTIONS: Final = [
    {"id": name, "heading": name, "blocks": [{"kind": "paragraphs", "id": f"{name}-text", "text": "Rest."}]}
    for name in ("what", "how")
]


def read(root: Path, variants: Any, **changes: Any) -> Handout:
    """Read a handout of two sections that makes these sheets."""
    handout = {**changes, "sections": SECTIONS, "variants": variants}
    library = load_library(write_workspace(root, handout=handout))
    assert library.problems == ()
    return library.handouts[0].handout


@pytest.mark.parametrize(
    ("variants", "made"),
    [
        (["aftercare"], {"aftercare": ("what", "how")}),
        (["aftercare", "preparation"], {"aftercare": ("what", "how"), "preparation": ("what", "how")}),
        ({"aftercare": {"summary": "What to do."}}, {"aftercare": ("what", "how")}),
        (
            {"aftercare": {"sections": ["how"]}, "at-home": {"as": "aftercare"}},
            {"aftercare": ("how",), "at-home": ("what", "how")},
        ),
    ],
)
def test_a_sheet_that_names_no_sections_has_all(
    tmp_path: Path, variants: Any, made: dict[str, tuple[str, ...]]
) -> None:
    """A topic with one kind needs only its name, and none of its sections is lost."""
    handout = read(tmp_path, variants, **_summary(variants))

    assert {name: tuple(each.id for each in handout.sections_of(name)) for name in handout.variants} == made


def _summary(variants: Any) -> dict[str, Any]:
    """Leave the handout's summary out where each sheet has its own."""
    return {"summary": None} if "'summary'" in str(variants) else {}


@pytest.mark.parametrize(
    ("variants", "code", "message"),
    [
        (["aftercare", "aftercare"], "duplicate-key", "'aftercare' is written twice"),
        (["aftercare", {"leaflet": {}}], "wrong-type", "an entry of 'variants' is no name"),
        (["After Care"], "bad-form", "'After Care' is not"),
        (["aftercar"], "unknown-variant", "'aftercar' is no variant"),
        ([], "too-few", "'variants' has no entries"),
        ({"aftercare": {"sections": []}}, "too-few", "'sections' has no entries"),
    ],
)
def test_a_slip_in_the_list_is_reported_at_its_line(
    tmp_path: Path, variants: Any, code: str, message: str
) -> None:
    """A list of names is read as closely as names with lines below them."""
    workspace = write_workspace(tmp_path, handout={"variants": variants})

    (found,) = (each for each in load_library(workspace).problems if each.code != "unprinted-text")

    assert (found.code, found.message[: len(message)]) == (code, message)
    assert found.place.line >= line_of(workspace, "variants:")


@pytest.mark.parametrize("top", ["audience: For adults.", "glance: {message: It heals., points: [Rest it.]}"])
@pytest.mark.parametrize(
    ("variant", "printed"),
    [
        ("medicine", True),
        ("screening", True),
        ("consent", True),
        ("action-plan", False),
        ("exercises", False),
    ],
)
def test_whose_top_a_sheet_prints(tmp_path: Path, variant: str, top: str, *, printed: bool) -> None:
    """A whole sheet has the handout's, or does without; a sheet of one use prints only what is its own."""
    workspace = write_workspace(tmp_path, handout={"variants": [variant]})
    path = workspace.root / f"handouts/{TOPIC}/en.yaml"
    path.write_text(f"{top}\n{path.read_text('utf-8')}", "utf-8")

    told = {(found.code, found.place.line) for found in load_library(workspace).problems}

    assert told == (set() if printed else {("unprinted-text", 1)})


@pytest.mark.parametrize(("own", "printed"), [({}, 1), ({"tested": "true"}, 0)])
def test_easy_read_says_that_no_reader_has_tested_it(
    tmp_path: Path, own: dict[str, str], printed: int
) -> None:
    """It says so below its title, until the handout says that readers have."""
    workspace = write_workspace(tmp_path, handout={"variants": {"easy-read": own}})
    sheet = sheet_of(workspace, "easy-read")

    assert (sheet.mark is not None) == bool(printed)
    assert render_html(sheet, workspace).count("Not yet tested with readers") == printed


@pytest.mark.parametrize(
    ("sheet", "own", "told"),
    [
        ("action-plan standard", {}, "templates/variants/action-plan.yaml; raised"),
        ("action-plan large-print", {}, "templates/variants/action-plan.yaml"),
        ("action-plan standard", {"pages": "3"}, f"handouts/{TOPIC}/en.yaml"),
    ],
)
def test_a_limit_of_pages_knows_where_it_is_set(
    tmp_path: Path, sheet: str, own: dict[str, str], told: str
) -> None:
    """In the record of the variant, where a handout may raise it for one sheet, or in the handout itself."""
    variant, edition = sheet.split()
    workspace = write_workspace(tmp_path, handout={"variants": {variant: own}})
    limit = sheet_of(workspace, variant, edition).format.limit

    assert f"{limit.place.file}{'; raised' if limit.raised else ''}" == told
    assert limit.place.line > 1
