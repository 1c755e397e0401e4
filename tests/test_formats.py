"""Variants and editions are records: what the two settle, and what a workspace adds by a file."""

from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from leafwright.build import Selection
from leafwright.build.requested import list_requested, sheets_of
from leafwright.build.selection import ANY
from leafwright.edition import Edition
from leafwright.formats import Formats, Variant
from leafwright.handout import VariantContent
from leafwright.library import load_library
from leafwright.model.prints import Paper
from leafwright.page_format import PICTURE, Margins, TypeSizes
from leafwright.problems import ContentError
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_rules
from leafwright.sheet import Sheet, make_sheet
from leafwright.workspace import Workspace
from tests.fakes import drafts_of
from tests.translations import make_translation, write_bilingual_workspace, write_translation
from tests.workspaces import (
    CITED,
    CLINIC,
    CLINIC_FILE,
    TOPIC,
    line_of,
    second_clinic,
    write_workspace,
)

ROOT: Final = Path(__file__).resolve().parents[1]
KITCHEN_PLAN: Final = """\
layout: kitchen-plan
pages: 1
must-hold: [warning-of-emergency]
names: {en: Kitchen plan}
"""
KITCHEN_PAGE: Final = """\
{% extends "page.html" %}
{% block body %}
<div class="zones">
  {% for part in sheet.sections %}
  {{ section.render(part) }}
  {% endfor %}
</div>
{% endblock %}
"""
KITCHEN_STYLE: Final = ".sheet--layout-kitchen-plan { --title-measure: none }"


def formats_of(variant: Variant, edition: Edition) -> Formats:
    """Name one variant and one edition."""
    return Formats(variants={"poster": variant}, editions={"large": edition})


def with_variants(root: Path, variants: dict[str, Any], **changes: Any) -> Workspace:
    """Write a workspace whose handout makes sheets by these names, each of its one section."""
    made = {name: {"sections": ["part"], **said} for name, said in variants.items()}
    kinds = sorted({said.get("as", name) for name, said in variants.items()})
    prints = {**CLINIC_FILE["prints"], "variants": kinds, "editions": ["standard"]}
    handout = {"variants": made, **changes.pop("handout", {})}
    clinic = {"prints": prints, **changes.pop("clinic", {})}
    return write_workspace(root, handout=handout, clinic=clinic, **changes)


def only_sheet(workspace: Workspace) -> Sheet:
    """Make the one sheet of a workspace."""
    (inputs,) = list_requested(load_library(workspace), Selection())
    return make_sheet(inputs)


@pytest.mark.parametrize(
    ("name", "pages", "type_kept", "layout"),
    [
        ("leaflet standard", 8, (1, 9), "side-heads"),
        ("comparison standard", 1, (10.5 / 12, 9), "grid"),
        ("preparation standard", 2, (1, 9), "form"),
        ("aftercare standard", 2, (1, 9), "fridge"),
        ("leaflet bilingual", None, (1, 9), "side-by-side"),
        ("comparison bilingual", 2, (10.5 / 12, 9), "side-by-side"),
        ("action-plan standard", 1, (11 / 12, 9), "zones"),
        ("action-plan bilingual", 2, (11 / 12, 9), "side-by-side"),
        ("medicine standard", 2, (11.5 / 12, 9), "side-heads"),
        ("screening standard", 1, (11 / 12, 9), "side-heads"),
        ("consent standard", 2, (11 / 12, 9), "side-heads"),
        ("medicine bilingual", None, (11.5 / 12, 9), "side-by-side"),
        ("leaflet large-print", None, (16 / 18, 16), "single-column"),
        ("comparison large-print", None, (16 / 18, 16), "single-column"),
        ("aftercare large-print", None, (16 / 18, 16), "single-column"),
        ("leaflet booklet", None, (11 / 12, 9), "single-column"),
    ],
)
def test_the_bundled_formats(
    name: str, pages: int | None, type_kept: tuple[float, float], layout: str
) -> None:
    """Each kind of sheet has its pages, its least type and its layout, and large print 16 points at least."""
    variant, edition = name.split()
    settled = load_library(Workspace(root=ROOT)).formats.settle(variant, edition, "A4")

    assert (settled.limit.pages, settled.layout) == (pages, layout)
    assert (settled.limit.least_type, settled.type.smallest) == pytest.approx(type_kept)


@pytest.mark.parametrize(
    ("spaces", "layout", "tried"),
    [
        ((1.5, 1, 0.8), None, (1.5, 1, 0.8)),
        ((1.5, 1, 0.8), "narrow", (1, 0.8)),
        ((1.5,), "narrow", (1.5,)),
    ],
)
def test_only_the_own_layout_of_a_variant_is_stretched(
    spaces: tuple[float, ...], layout: str | None, tried: tuple[float, ...]
) -> None:
    """Large print would take more pages for the same words."""
    settled = formats_of(Variant(spaces=spaces), Edition(layout=layout)).settle("poster", "large", "A4")

    assert settled.limit.spaces == tried


@pytest.mark.parametrize(("edition", "tried"), [(None, (1, 0.9)), ((1, 0.98), (1, 0.98))])
def test_an_edition_may_have_its_own_leadings(
    edition: tuple[float, ...] | None, tried: tuple[float, ...]
) -> None:
    """Large type needs its lines further apart than the variant's."""
    formats = formats_of(Variant(leadings=(1, 0.9)), Edition(leadings=edition))

    assert formats.settle("poster", "large", "A4").limit.leadings == tried


def test_what_an_edition_says_goes_before_what_a_variant_says() -> None:
    """Paper, type, margins and logo are the edition's if it has them, otherwise the variant's."""
    mine, other = Margins(side=20), TypeSizes(body=14, least=14)
    variant = Variant(margins=mine, type=TypeSizes(body=11, least=10), logo=9)

    plain = formats_of(variant, Edition()).settle("poster", "large", "Letter")
    settled = formats_of(variant, Edition(paper="A5", type=other, logo=20)).settle(
        "poster", "large", "Letter"
    )

    assert (plain.paper, plain.type, plain.margins, plain.logo) == ("Letter", variant.type, mine, 9)
    assert (settled.paper, settled.type, settled.margins, settled.logo) == ("A5", other, mine, 20)


def test_a_full_width_is_what_the_margins_leave() -> None:
    """A picture as wide as the text of an A5 page with 15 mm at the sides has 118 mm."""
    edition = Edition(paper="A5", margins=Margins(side=15), pictures="full-width")

    assert formats_of(Variant(), edition).settle("poster", "large", "A4").picture == 118


def test_paper_is_turned_for_so_many_columns() -> None:
    """A format is turned from a number of columns on, and its pictures stay as wide as on upright paper."""
    variant, edition = Variant(landscape_from=6), Edition(pictures="full-width")
    settled = formats_of(variant, edition).settle("poster", "large", "A4")

    assert not settled.turned_for(5).landscape
    assert settled.turned_for(6).landscape
    assert settled.turned_for(6).picture == PICTURE


def test_paper_is_not_turned_where_tables_are_stacked() -> None:
    """Cards need no more width for more options."""
    formats = formats_of(Variant(landscape_from=6), Edition(tables="stacked"))

    assert not formats.settle("poster", "large", "A4").turned_for(7).landscape


def test_pages_are_limited_by_paper() -> None:
    """A limit may be for one paper alone."""
    formats = formats_of(Variant.model_validate({"pages": {"A4": 2}}), Edition())

    assert [formats.settle("poster", "large", paper).limit.pages for paper in ("A4", "Letter")] == [2, None]


def test_another_layout_has_no_limit_but_its_own() -> None:
    """What must fit one page in several columns may take as many pages as it needs in one column."""
    variant = Variant.model_validate({"pages": 1, "layouts": {"wide": {"pages": 3}}})
    sheet = VariantContent(pages=5)

    def pages(layout: str | None) -> int | None:
        return formats_of(variant, Edition(layout=layout)).settle("poster", "large", "A4", sheet).limit.pages

    assert [pages(layout) for layout in (None, "wide", "narrow")] == [5, 3, None]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("variants/poster", "layuot: wide", "1:1: unknown-field: 'layuot' is no field of this file; did you"),
        ("variants/poster", "must-hold: [benfits]", "1:13: unknown-value: 'benfits' is no value of"),
        (
            "variants/poster",
            "type: {body: 9, least: 11}",
            "1:7: bad-sizes: 9, 11 and 9 points are in",
        ),
        (
            "variants/poster",
            "layout: singel-column",
            "1:1: unknown-name: there is no layout 'singel-column'; did you mean",
        ),
        ("variants/poster", "scale: closr", "1:1: unknown-name: there is no scale 'closr'; did you mean"),
        ("variants/poster", "layouts: {single-colum: {pages: 2}}", "1:11: unknown-name: there is no layout"),
        (
            "variants/poster",
            "layouts: {single-column: {layout: urgent}}",
            "1:27: unknown-name: there is no",
        ),
        ("editions/small", "layout: single-colum", "1:1: unknown-name: there is no layout 'single-colum'"),
        ("variants/poster", "spaces: [0.6, 1]", "1:1: bad-sizes: the shares of 'spaces' do not go down"),
        ("variants/poster", "pages: many", "1:8: wrong-type: "),
        ("editions/small", "type: {body: large}", "1:14: wrong-type: "),
        ("editions/small", "paper: A6", "1:8: unknown-value: 'A6' is no value of 'paper'"),
        ("editions/small", "paper: A4\nimposed: two-up", "1:1: bad-value: two pages of A4 are on no paper"),
        ("editions/small", "imposed: four-up", "1:10: unknown-value: 'four-up' is no value of 'imposed'"),
        ("editions/small", "variants: [leaflet, leafet]", "1:21: unknown-name: there is no variant 'leafet'"),
        ("editions/small", "margins: {side: nan}", "1:17: bad-value: "),
    ],
)
def test_a_slip_in_a_record_is_reported_at_its_place(tmp_path: Path, name: str, text: str, told: str) -> None:
    """A record is read like any content, and an unreadable one stops only the clinics that print it."""
    workspace = write_workspace(tmp_path, files={f"templates/{name}.yaml": text})

    library = load_library(workspace)

    assert [str(problem)[: len(f"templates/{name}.yaml:{told}")] for problem in library.problems] == [
        f"templates/{name}.yaml:{told}"
    ]
    assert [folder.id for folder in library.clinics] == [CLINIC]


def test_who_prints_a_variant_that_cannot_be_read_waits_for_it(tmp_path: Path) -> None:
    """Its clinic is held back with the record's own fault, and the other one prints."""
    other = {**CLINIC_FILE["prints"], "variants": ["leaflet"]}
    files = {"templates/variants/aftercare.yaml": "layuot: wide", **second_clinic(prints=other)}

    library = load_library(write_workspace(tmp_path, files=files))

    assert [problem.place.file for problem in library.problems] == ["templates/variants/aftercare.yaml"]
    assert [folder.id for folder in library.clinics] == ["oak-street"]


def test_a_name_of_the_words_goes_before_that_of_the_record(tmp_path: Path) -> None:
    """A words file names the variants it knows; a record names itself in the languages it says."""
    files = {"templates/variants/leaflet.yaml": "{whole: true, names: {en: Poster}}"}
    named = with_variants(tmp_path / "own", {"kitchen-plan": {}}, files=kitchen_plan(), blocks=[CITED, ALARM])

    library = load_library(write_workspace(tmp_path / "words", files=files))

    assert library.words["en-GB"].phrases.variants["leaflet"].plain == "Information for patients"
    assert only_sheet(named).kicker.plain == "Kitchen plan"


def test_a_variant_without_a_name_in_the_language_is_reported(tmp_path: Path) -> None:
    """Nothing is silently English: a sheet in Welsh of a variant that is named in English is refused."""
    prints = {
        **CLINIC_FILE["prints"],
        "languages": ["cy"],
        "variants": ["kitchen-plan"],
        "editions": ["standard"],
    }
    disclaimer = {"cy": "Gwybodaeth gyffredinol yw hon."}
    workspace = with_variants(
        tmp_path,
        {"kitchen-plan": {}},
        files=kitchen_plan(),
        blocks=[ALARM],
        clinic={"prints": prints, "disclaimer": disclaimer},
    )
    path = tmp_path / f"handouts/{TOPIC}/en.yaml"
    path.rename(path.with_name("cy.yaml"))

    with pytest.raises(ContentError, match="missing-phrase: 'kitchen-plan' has no name in cy"):
        only_sheet(workspace)


ALARM: Final = {
    "kind": "warning",
    "id": "alarm",
    "level": "emergency",
    "heading": "You cannot breathe",
    "action": "Phone now.",
}


def kitchen_plan() -> dict[str, str]:
    """Write the files that make a variant: its record, its template and its style."""
    return {
        "templates/variants/kitchen-plan.yaml": KITCHEN_PLAN,
        "templates/variants/kitchen-plan.html": KITCHEN_PAGE,
        "styles/layouts/kitchen-plan.css": KITCHEN_STYLE,
    }


def test_a_workspace_adds_a_variant_by_its_files(tmp_path: Path) -> None:
    """A variant needs only a record, a template and a style, and passes every proof."""
    workspace = with_variants(tmp_path, {"kitchen-plan": {}}, files=kitchen_plan(), blocks=[CITED, ALARM])

    assert load_library(workspace).problems == ()
    (job,) = drafts_of(workspace).jobs

    assert '<div class="zones">' in job.html
    assert "sheet--layout-kitchen-plan" in job.html
    assert job.styles["styles/layouts/kitchen-plan.css"] == KITCHEN_STYLE.encode()


@pytest.mark.parametrize(
    ("edition", "papers"),
    [
        (Edition(), {"A4": "A4", "Letter": "Letter", "Legal": "Legal"}),
        (Edition(paper="A5"), {"A4": "A5", "Letter": "A5", "Legal": "A5"}),
        (Edition(imposed="two-up"), {"A4": "A5", "Letter": "Half-Letter", "Legal": "Half-Letter"}),
        (Edition(imposed="two-up", paper="A5"), {"A4": "A5", "Letter": "A5", "Legal": "A5"}),
    ],
)
def test_a_booklet_has_half_the_paper(edition: Edition, papers: dict[Paper, str]) -> None:
    """Any other edition has its own paper, or that of the clinic."""
    assert {paper: edition.paper_on(paper) for paper in papers} == papers


def test_facing_pages_have_a_margin_for_the_fold() -> None:
    """The text is as wide as both margins leave it."""
    bound = Edition(imposed="two-up", margins=Margins(side=13, inner=18))
    settled = formats_of(Variant(), bound).settle("poster", "large", "A4")

    assert (settled.facing, settled.measure) == (True, 148 - 13 - 18)
    assert (settled.imposed, settled.limit.multiple, settled.sheet_paper) == (True, 4, "A4")


def test_one_topic_may_have_two_sheets_of_a_kind(tmp_path: Path) -> None:
    """An aftercare sheet for children has a name, a title and a limit of its own, and prints as the other."""
    child = {"as": "aftercare", "title": "After a child's visit", "pages": 3}
    workspace = with_variants(tmp_path, {"aftercare": {}, "aftercare-child": child})
    library = load_library(workspace)
    assert library.problems == ()

    made = {inputs.key.variant: inputs for inputs in list_requested(library, Selection())}
    adult, young = (make_sheet(made[name]) for name in ("aftercare", "aftercare-child"))

    assert young.key.path == f"{CLINIC}/{TOPIC}-aftercare-child-standard-en-GB.pdf"
    assert (young.kicker.plain, young.title.plain) == ("After your procedure", "After a child’s visit")
    assert (adult.format.limit.pages, young.format.limit.pages) == (2, 3)
    assert adult.format.layout == young.format.layout


def test_a_sheet_with_a_name_of_its_own_is_judged_as_its_kind(tmp_path: Path) -> None:
    """What rules demand of a variant, and the kind of a handout, do not depend on its name."""
    block = {**CITED, "text": "Rest your knee."}
    workspace = with_variants(
        tmp_path,
        {"leaflet": {}, "before": {"as": "preparation"}, "after": {"as": "aftercare"}},
        blocks=[block],
    )

    found = run_rules(load_library(workspace), RuleOptions(as_of=date(2026, 12, 1)))

    told = {problem.message for problem in found if problem.code == "missing-safety-net"}
    assert told == {
        "the before sheet has no 'Phone us' warning",
        "the after sheet has no 'Phone us' warning",
        "the after sheet has no 'Get help now' warning",
    }


def test_a_translation_names_the_kind_of_a_sheet(tmp_path: Path) -> None:
    """A second sheet of a kind needs no name in any words file."""
    workspace = write_bilingual_workspace(tmp_path, blocks=[CITED])
    path = tmp_path / f"handouts/{TOPIC}/en.yaml"
    second = "\nvariants:\n  leaflet-short:\n    as: leaflet\n    sections: [part]\n"
    path.write_text(path.read_text("utf-8").replace("\nvariants:\n", second), "utf-8")
    write_translation(workspace, make_translation(workspace))
    library = load_library(workspace)
    assert library.problems == ()

    found = run_rules(library, RuleOptions(as_of=date(2026, 12, 1)))

    assert [problem for problem in found if problem.code == "missing-phrase"] == []
    assert {key.variant for key in sheets_of(library, ANY)} == {"leaflet", "leaflet-short"}


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [
        ("aftercare", {"aftercare", "aftercare-child"}),
        ("aftercare-child", {"aftercare-child"}),
    ],
)
def test_a_sheet_is_chosen_by_its_name_or_its_kind(tmp_path: Path, asked: str, chosen: set[str]) -> None:
    """A chosen variant chooses all sheets of it."""
    workspace = with_variants(
        tmp_path, {"aftercare": {}, "aftercare-child": {"as": "aftercare"}, "leaflet": {}}
    )

    keys = tuple(sheets_of(load_library(workspace), Selection(variants=(asked,))))

    assert {key.variant for key in keys} == chosen


def test_a_kind_that_is_none_is_reported_where_it_is_named(tmp_path: Path) -> None:
    """`as` names a variant that there is, and the nearest one is offered."""
    workspace = write_workspace(
        tmp_path, handout={"variants": {"leaflet": {"sections": ["part"]}, "child": _as("aftercar")}}
    )

    (problem,) = load_library(workspace).problems

    assert (problem.code, problem.place.line) == ("unknown-variant", line_of(workspace, "aftercar"))
    assert problem.hint == "did you mean 'aftercare'?"


def _as(kind: str) -> dict[str, Any]:
    return {"as": kind, "sections": ["part"]}


def test_only_a_form_is_not_for_archives() -> None:
    """What is filled in changes, so it is PDF/UA-1 alone."""
    settled = {
        edition.fillable: formats_of(Variant(), edition).settle("poster", "large", "A4").flavour.conformance
        for edition in (Edition(), Edition(fillable=True))
    }

    assert settled == {False: ("PDF/A-3a", "PDF/UA-1"), True: ("PDF/UA-1",)}
