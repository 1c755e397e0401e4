"""How styles are written: one class a selector, logical sides, and no class without a use."""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import tinycss2  # type: ignore[import-untyped]  # it brings no types
import yaml

from leafwright.blocks.card import CardView
from leafwright.blocks.qr import draw_code
from leafwright.brand.make import BrandInputs, make_brand_sheet
from leafwright.brand.record import PagePicture
from leafwright.build import Selection
from leafwright.build.requested import list_requested
from leafwright.colour import contrast
from leafwright.html import render_html
from leafwright.library import load_library
from leafwright.palette import Screen
from leafwright.resources import shared
from leafwright.sheet import Sheet, make_sheet
from leafwright.sheet.sheet import ContactStrip, Translated
from leafwright.text import phrase
from leafwright.workspace import Workspace
from tests.translations import write_bilingual_workspace, write_translation
from tests.workspaces import (
    PHONES,
    REFERENCES,
    VARIANTS,
    every_block,
    example_pictures,
    inputs_for,
    sheet_of,
    write_workspace,
)

EXAMPLES = shared("templates") / "blocks"
STYLES = sorted(shared("styles").rglob("*.css"))
ON_SCREEN = sorted(shared("templates").rglob("*.css"))
SELECTOR = re.compile(
    r"(:root|[a-z][a-z0-9]*|\.[a-z][\w-]*)"
    r"(:nth-(last-)?child\([-a-z0-9+ ]+\)(:not\(:only-child\))?)?(::?(before|after|marker))?"
)
HELD = {
    ".glossary__entry:nth-child(2):not(:nth-last-child(1))",
    ".glossary__entry:nth-last-child(2):not(:nth-child(1))",
    ".list + .decisions",
    ".write-in:nth-last-child(1):nth-child(n + 5)",
    "li:nth-child(2):not(:nth-last-child(1))",
    "li:nth-last-child(2):not(:nth-child(1))",
    ".section:has(.appointment__line--filled)",
    ".section:has(.label)",
    ".timeline__event .decision",
    ".zone__item:has(.blank)",
}
"""The few selectors that speak of a part inside another; a new one wants a knob instead."""
BESIDE = re.compile(r"(\.[\w-]+) \+ (\.[\w-]+)")
PHYSICAL = re.compile(
    r"(min-|max-)?(width|height)|(margin-|padding-)?(left|right|top|bottom)|border-(left|right|top|bottom)(-\w+)*"
    r"|border-(top|bottom)-(left|right)-radius"
)
SIDED = {"float", "clear", "text-align", "caption-side", "background-position", "transform-origin"}
LAID_OUT = (*VARIANTS, "easy-read", "medicine", "action-plan")
"""Variants that have every layout and every scale among them."""
BY_NAME = {("tokens", "--icon-side"), ("rtl", "--icon-side"), ("pair", "--icon-side")}
"""Knobs that hold a side: only a picture behind a box has no logical place, so each direction binds it."""
PLAIN = {
    "balance__side--benefits", "balance__side--risks",
    "closing__end",
    "comparison__count", "comparison__words",
    "contacts__link",
    "control__label",
    "decision__text",
    "diary__gap", "diary__half",
    "field--normal", "field__hint",
    "label__text",
    "link",
    "array__of",
    "risk__key--of-1000",
    "risk__groups--of-1000",
    "ring__number", "ring__text",
    "risk__key-entry--off",
    "sheet",
    "sheet--layout-plain",
    "sheet--scale-roomy",
    "sources__note",
    "space",
    "steps__text",
    "strip__note", "strip__telephone",
    "strong",
    "unknown-risk__text",
    "wallet__field--normal", "wallet__number", "wallet__words",
    "warning__frame",
    "zone--well",
}  # fmt: skip
"""Classes that name a part and leave its look to what it lies in."""


def _rules(path: Path) -> Iterator[tuple[str, list[Any]]]:
    """Go through the rules of a style sheet: selector or at-keyword, and the declarations."""
    sheet = tinycss2.parse_stylesheet(path.read_text("utf-8"), skip_comments=True, skip_whitespace=True)
    yield from _below(sheet)


def _below(rules: list[Any], within: str = "") -> Iterator[tuple[str, list[Any]]]:
    for rule in rules:
        assert rule.type in {"qualified-rule", "at-rule"}, rule
        inside = tinycss2.parse_blocks_contents(rule.content or [], skip_comments=True, skip_whitespace=True)
        head = tinycss2.serialize(rule.prelude).strip()
        name = head if rule.type == "qualified-rule" else f"@{rule.at_keyword} {head}".strip()
        yield within + name, [part for part in inside if part.type == "declaration"]
        yield from _below([part for part in inside if part.type != "declaration"], f"{within}{name} > ")


def _selectors(path: Path) -> Iterator[str]:
    for head, _ in _rules(path):
        if not head.startswith("@"):
            yield from (" ".join(selector.split()) for selector in head.split(","))


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_a_selector_holds_one_class(path: Path) -> None:
    """A selector is one class, or a class beside its own like; only base.css speaks of elements."""
    odd = []
    for selector in _selectors(path):
        beside = BESIDE.fullmatch(selector)
        simple = SELECTOR.fullmatch(selector)
        element = simple is not None and not selector.startswith((".", ":root"))
        if (element and path.name != "base.css") or not (simple or (beside and beside[1] == beside[2])):
            odd.append(selector)

    assert set(odd) <= HELD


@pytest.mark.parametrize("path", [*STYLES, *ON_SCREEN], ids=lambda path: path.stem)
def test_sides_are_logical(path: Path) -> None:
    """No declaration names a left or a right, so that a page may be read from either side."""
    faults = [
        declaration.name
        for _, declarations in _rules(path)
        for declaration in declarations
        if PHYSICAL.fullmatch(declaration.name)
        or (_may_name_a_side(path, declaration.name) and re.search(r"\b(left|right)\b", _value(declaration)))
        or _is_lopsided(declaration)
    ]

    assert faults == []


@pytest.mark.parametrize(
    "rule",
    [
        "float: left",
        "background-position: right 4mm top 50%",
        "--side: left",
        "margin: 0 1mm 2mm 3mm",
        "left: 0",
    ],
)
def test_a_named_side_is_found(rule: str, tmp_path: Path) -> None:
    """Each way of naming a side is one that the house does not write."""
    (path := tmp_path / "odd.css").write_text(f".odd {{ {rule} }}")

    with pytest.raises(AssertionError):
        test_sides_are_logical(path)


def _may_name_a_side(path: Path, name: str) -> bool:
    return name in SIDED or (name.startswith("--") and (path.stem, name) not in BY_NAME)


def _is_lopsided(declaration: Any) -> bool:
    """Return whether the four values of a box differ between right and left."""
    if declaration.name not in {"margin", "padding", "inset", "border-width"}:
        return False
    values = [tinycss2.serialize([part]) for part in declaration.value if part.type != "whitespace"]
    return len(values) == 4 and values[1] != values[3]


def _value(declaration: Any) -> str:
    """Serialize a value without the names of the knobs it reads."""
    return re.sub(r"--[\w-]+", "", tinycss2.serialize(declaration.value))


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_a_style_nests_nothing(path: Path) -> None:
    """No rule is nested in another, where a list of selectors leaks; a page's margin boxes do not count."""
    nested = [head for head, _ in _rules(path) if " > " in head]

    assert [head for head in nested if not re.match(r"@page.* > @(top|bottom)-(left|right)$", head)] == []


@pytest.mark.parametrize(
    "path", [path for path in ON_SCREEN if path.name != "colours.css"], ids=lambda path: path.stem
)
def test_colours_on_a_screen_are_the_brands(path: Path) -> None:
    """A style of a page on a screen names no colour: it reads tokens; white is paper, black is shade.

    The preview is in no brand, and has its colours in one file.
    """
    values = [tinycss2.serialize(part.value) for _, found in _rules(path) for part in found]

    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|(rgb|hsl|oklch)\((?!0 0 0 / )", " ".join(values))


def test_every_token_on_a_screen_is_bound() -> None:
    """What a style on a screen reads is a colour or a font of its brand, or its own."""
    text = "".join(path.read_text("utf-8") for path in ON_SCREEN)
    given = {f"--{field.name.replace('_', '-')}" for field in fields(Screen)} | {
        "--font-base",
        "--font-headings",
        *re.findall(
            r"^ +(--[\w-]+):", (shared("templates") / "web/parts/style.html").read_text("utf-8"), re.MULTILINE
        ),
    }
    used = set(re.findall(r"var\((--[\w-]+)", text))
    own = set(re.findall(r"(?<![\w-])(--[\w-]+):", text))

    assert used == own | given


def test_what_wraps_has_no_gap() -> None:
    """From right to left, WeasyPrint 70 adds the gap of a second row on the wrong side."""
    rules = (rule for path in STYLES for rule in re.findall(r"\{([^{}]*)\}", path.read_text("utf-8")))
    wraps = [rule for rule in rules if "flex-wrap:" in rule]

    assert wraps
    assert [rule for rule in wraps if re.search(r"^\s*(column-)?gap:", rule, re.MULTILINE)] == []


def test_a_layouts_style_binds_knobs_only() -> None:
    """A layout, a scale or a direction re-binds knobs of its own sheets; it restyles no component."""
    heads = {"layouts": ".sheet--layout-", "scales": ".sheet--scale-", "directions": ".sheet--"}
    for path in STYLES:
        if start := heads.get(path.parent.name):
            for head, declarations in _rules(path):
                assert f"{start}{path.stem}" in re.split(r",\s*", head)
                assert head.count(".") == head.count(start)
                assert all(declaration.name.startswith("--") for declaration in declarations), path.name


def test_every_class_has_a_use(classes_on_pages: set[str]) -> None:
    """A class that a style speaks of is on a page."""
    styled = {
        name
        for path in STYLES
        for selector in _selectors(path)
        for name in re.findall(r"\.([\w-]+)", selector)
    }

    assert styled - classes_on_pages == set()


def test_every_class_is_known(classes_on_pages: set[str]) -> None:
    """A class on a page has a style, or is known to need none."""
    styled = {
        name
        for path in STYLES
        for selector in _selectors(path)
        for name in re.findall(r"\.([\w-]+)", selector)
    }

    named = {name for name in classes_on_pages if name.startswith("sheet--edition-")}
    assert classes_on_pages - styled - named == PLAIN


@pytest.fixture(scope="module")
def classes_on_pages(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Collect the classes of all example components, in each variant and edition."""
    sections = _sections()
    picked = {"sections": [section["id"] for section in sections]}
    prints = {"languages": ["en-GB"], "paper": "A4", "variants": list(LAID_OUT), "editions": ["standard"]}
    partner = {"path": "logo.svg", "alt": "A partner"}
    partners = [partner, partner | {"at": "end"}]
    phones = PHONES | {"department": {"number": "01632 960 301", "extension": "12"}}
    found: set[str] = set()
    told = {"partners": partners, "web-base": "https://example.org"}
    own = phones | {"emergency": {"number": "01632 960 304"}}
    editions = ("standard", "large-print", "booklet")
    for style, reached, shown_in in (("full", phones, editions), ("on-request", own, editions[:1])):
        workspace = write_workspace(
            tmp_path_factory.mktemp(style),
            handout={"sections": sections, "variants": dict.fromkeys(LAID_OUT, picked)},
            clinic={"prints": {**prints, "references": style}, "phones": reached, **told},
            brand={"color": {"primary": "#1d4e68", "palette": {"pale": "#dddddd"}}},
            references=[{**REFERENCES[0], "title": "<i>Knees</i> at 10<sup>5</sup> H<sub>2</sub>O"}],
            files=example_pictures(),
        )
        library = load_library(workspace)
        assert not library.problems, "\n".join(map(str, library.problems))
        for variant in LAID_OUT:
            for edition in shown_in:
                shown = make_sheet(inputs_for(library, variant, edition))
                found |= _classes_on(render_html(shown, workspace))
        found |= _classes_on(render_html(replace(shown, direction="rtl"), workspace))
    for shown in _other_sheets(sheet_of(workspace, "aftercare")):
        found |= _classes_on(render_html(shown, workspace))
    for html in _bilingual_pages(tmp_path_factory.mktemp("two")):
        found |= _classes_on(html)
    return found | _classes_on(_brand_page(workspace))


def _sections() -> list[dict[str, Any]]:
    """Write every example component, and what else has classes of its own."""
    blocks = [
        block
        for path in sorted(EXAMPLES.glob("*.yaml"))
        for block in yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  # text only
    ]
    booking = {"id": "book", "heading": "Book", "blocks": [{"kind": "appointment", "id": "book-it"}]}
    pair = [[{"label": label, "width": "narrow"} for label in ("Date", "Time")]]
    noted = {"kind": "fields", "id": "reach-when", "rows": pair}
    card = {"id": "reach", "heading": "Reach us", "blocks": [{"kind": "contacts", "id": "reach-us"}, noted]}
    terms = {
        "id": "terms",
        "heading": "Words",
        "blocks": [
            {"kind": "glossary", "id": "terms-list", "terms": [{"term": "Knee", "meaning": "A joint."}]}
        ],
    }
    numbers = {"kind": "list", "id": "numbers", "items": ["اتصل بالرقم 01632 960 301 الآن"]}
    exercise = [
        {"kind": "picture", "id": "exercise-picture", "file": "knee.svg", "alt": "A knee"},
        {"kind": "steps", "id": "exercise-steps", "items": ["Lift your leg."]},
    ]
    risk = next(block for block in every_block() if block["kind"] == "risk")
    led = {"kind": "list", "id": "led", "items": ["**Rest.** Sit down."]}
    choices = next(block for block in every_block() if block["kind"] == "comparison")
    choice = {"id": "choice", "heading": "Choices", "blocks": [choices | {"id": "choice-table"}]}
    begun = [{"kind": "paragraphs", "id": "begun", "text": "It may hurt."}, risk | {"id": "begun-risk"}]
    introduced = {"id": "introduced", "heading": "Risks", "blocks": begun}
    blocks = [*blocks, numbers, led, *exercise, risk | {"id": "of-a-thousand", "of": "1000"}]
    cards = [block for block in blocks if block["kind"] == "card"]
    cut = {"id": "cut", "heading": "Cut", "blocks": [card for card in cards if "back" in card]}
    kept = {"id": "kept", "heading": "Keep", "blocks": [card for card in cards if "back" not in card]}
    blocks = [block for block in blocks if block["kind"] != "card"]
    return [
        {"id": "all", "heading": "All", "blocks": blocks},
        choice,
        introduced,
        booking,
        *_alarms(),
        card,
        terms,
        cut,
        kept,
    ]


def _alarms() -> Iterator[dict[str, Any]]:
    """Make a section of two levels of warning, and one that is only a warning."""
    warned = {"kind": "warning", "heading": "Phone", "action": "Phone us."}
    blocks = [warned | {"id": f"alarm-{level}", "level": level} for level in ("advice", "call")]
    yield {"id": "alarm", "heading": "Alarm", "blocks": blocks}
    yield {"id": "alone", "heading": "Alone", "blocks": [blocks[1] | {"id": "alone-call"}]}


def _brand_page(workspace: Workspace) -> str:
    """Render a brand proof."""
    (folder,) = (library := load_library(workspace)).clinics
    front = PagePicture(source="brand/front-0.png", alt="A front", caption=phrase("band on A4"))
    sheet = make_brand_sheet(BrandInputs.of(library, folder), (front,))
    return render_html(sheet, workspace, "brand/page.html")


def _other_sheets(sheet: Sheet) -> Iterator[Sheet]:
    """Change a sheet into one that is translated, turned, in another look, beside another, ..."""
    yield replace(sheet, translated=Translated(title=phrase("A knee"), stamp=phrase("This is old.")))
    yield replace(sheet, format=replace(sheet.format, landscape=True))
    yield replace(sheet, theme=replace(sheet.theme, look="paper"))
    yield replace(sheet, paired=True)
    yield _with_a_card(sheet)
    plain = replace(sheet.format, templates=("page.html",))
    yield replace(sheet, format=plain, strip=ContactStrip(lines=(), urgent=(), below=True))


def _bilingual_pages(root: Path) -> Iterator[str]:
    """Render every kind of block in two languages, the source in each direction, and on a turned page."""
    risk = next(block for block in every_block() if block["kind"] == "risk")
    alone = {name: value for name, value in risk.items() if name != "comparator"} | {"id": "alone"}
    workspace = write_bilingual_workspace(
        root, blocks=[*every_block(), alone], files=example_pictures(), editions=["bilingual"]
    )
    write_translation(workspace)
    (inputs,) = list_requested(load_library(workspace), Selection())
    sheet = make_sheet(inputs)
    assert sheet.beside
    for direction in ("ltr", "rtl"):
        mirrored = replace(sheet, beside=replace(sheet.beside, direction=direction))
        yield render_html(mirrored, workspace)
    yield render_html(replace(sheet, control=()), workspace)
    yield render_html(replace(sheet, format=replace(sheet.format, control="brief")), workspace)
    turned = replace(sheet.format, layout="side-by-side", landscape=True)
    yield render_html(replace(sheet, format=turned), workspace)
    for shown in (_with_a_card, _with_a_comparison):
        yield render_html(replace(shown(sheet), beside=shown(sheet.beside)), workspace)


def _with_a_card(sheet: Sheet) -> Sheet:
    """Leave a form and a card to keep, which are beside each other."""
    blocks = [block for section in sheet.sections for block in section.blocks]
    form = next(block for block in blocks if block.kind == "fields")
    card = next(replace(block, back=None) for block in blocks if isinstance(block, CardView))
    section, *_ = sheet.sections
    sections = (replace(section, blocks=(form,)), replace(section, id="kept", blocks=(card,)))
    return replace(sheet, sections=sections)


def _with_a_comparison(sheet: Sheet) -> Sheet:
    """Leave a comparison in a section of its own, and give the sheet a code."""
    blocks = [block for section in sheet.sections for block in section.blocks if block.kind == "comparison"]
    online = draw_code("online", "https://example.org/knee", sheet.title)
    return replace(sheet, sections=(replace(sheet.sections[0], blocks=tuple(blocks)),), online=online)


def _classes_on(html: str) -> set[str]:
    return {name for value in re.findall(r'\sclass="([^"]*)"', html) for name in value.split()}


def test_a_double_line_has_one_meaning() -> None:
    """The page itself explains it: it marks what the clinic decides, and nothing else looks like that."""
    doubled = {
        path.name
        for path in STYLES
        for _, declarations in _rules(path)
        for declaration in declarations
        if "double" in _value(declaration).split()
    }

    assert doubled == {"decisions.css"}


def test_the_bars_of_zones_get_darker_from_level_to_level() -> None:
    """Without colours no two of them are alike, and black letters can be read on each grey."""
    styles = shared("styles")
    knobs = dict(re.findall(r"(--[\w-]+): (?:var\()?([^;)]+)", (styles / "tokens.css").read_text("utf-8")))
    zones = (styles / "blocks" / "zones.css").read_text("utf-8")
    bars = re.findall(r"\.zone__bar--(\w+) {\s+background-color: var\(([\w-]+)\)", zones)
    greys = ["#ffffff", *(knobs[knobs[name]] for _, name in bars)]

    assert [level for level, _ in bars] == ["worse", "bad", "emergency"]
    assert all(
        contrast(lighter, "#000000") > contrast(darker, "#000000") for lighter, darker in pairwise(greys)
    )
    assert min(contrast(lighter, darker) for lighter, darker in pairwise(greys)) > 1.15
    assert contrast("#1a1a1a", greys[2]) > 7
