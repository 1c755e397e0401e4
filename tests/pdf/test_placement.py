"""Where things may lie."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from leafwright.html import render_html
from leafwright.page_format import Limit
from leafwright.pdf import Engine, Proof, prove
from leafwright.pdf.box import Box
from leafwright.pdf.ladder import LOOSEST
from leafwright.pdf.layout import HOUSE_STYLES
from leafwright.pdf.measure import Measured
from leafwright.pdf.placement import find_outside, stranded_headings
from leafwright.problems import Problem, Severity, quoted
from leafwright.sheet import Sheet
from tests.workspaces import CITED, TOPIC, comparison_of, line_of, sheet_of, write_workspace

Found = Callable[..., set[str]]
Prover = Callable[..., Proof]
FOOT = "@page { margin: 20mm 20mm 40mm }"
"""Margins with room for the foot, whatever the shared styles give it."""
TALL = {
    "kind": "warning",
    "id": "tall",
    "level": "emergency",
    "heading": "Get help",
    "signs": [f"sign number {number}" for number in range(90)],
    "action": "Phone us.",
}


def with_code(proof: Proof, code: str) -> list[Problem]:
    """Pick the problems with a code."""
    return [problem for problem in proof.problems if problem.code == code]


def text(name: str, words: str) -> dict[str, str]:
    """Write a block of running text."""
    return {"kind": "paragraphs", "id": name, "text": words}


def test_a_comparison_of_forty_rows_does_not_fit(prove_blocks: Prover) -> None:
    """A comparison may have one page, however tightly it is set."""
    (problem,) = with_code(prove_blocks("comparison", blocks=[comparison_of(40)]), "does-not-fit")

    assert problem.severity is Severity.ERROR
    assert "where 1 may be" in problem.message


def test_the_misfit_names_the_words_to_shorten(
    tmp_path_factory: pytest.TempPathFactory, engine: Engine
) -> None:
    """The place is the answer that makes a row tallest; the hint has its row, its option and its lines."""
    comparison = comparison_of(40)
    comparison["rows"][7]["answers"]["wait"] = "A very long answer. " * 20
    space = write_workspace(tmp_path_factory.mktemp("rows"), blocks=[text("short", "Short."), comparison])
    made = sheet_of(space, "comparison")

    (problem,) = with_code(prove(made, render_html(made, space), engine.with_files(space)), "does-not-fit")

    assert problem.place.line == line_of(space, "A very long answer.")
    assert "lines; the longest block is 'a-comparison' with" in problem.message
    told = f"{problem.place} column 1 ('Turtle wait') of the row 'Turtle question 8?', "
    assert told in problem.hint
    pages = problem.message.partition(" pages")[0]
    assert f"`pages: {pages}` below `comparison:` in the handout raises the limit" in problem.hint


def test_a_misfit_is_reported_in_millimetres(sheet: Sheet, html: str, engine: Engine) -> None:
    """If the last page is full, the excess is the height of what is on the extra pages."""
    comparison = replace(sheet, format=replace(sheet.format, limit=Limit(pages=1)))
    full = "<div id='full' style='position: absolute; inset-block-end: 0; block-size: 1mm'></div>"
    more = f"{full}<div id='more' style='break-before: page; block-size: 49mm; border-block-end: 1mm solid'>"
    more += "More.</div></main>"
    longer = html.replace("</head>", "<style>.closing { display: none }</style></head>").replace(
        "</main>", more
    )

    (problem,) = with_code(prove(comparison, longer, engine), "does-not-fit")

    assert problem.message.startswith("2 pages where 1 may be, 50 mm too long at the tightest")


def test_a_sheet_that_fits_is_no_misfit(found: Found) -> None:
    """A leaflet of one page may have six."""
    assert "does-not-fit" not in found()


def test_a_word_too_long_for_the_page_is_outside_it(prove_blocks: Prover) -> None:
    """An unbreakable word is found where it was written."""
    style = ".paragraphs__text { white-space: nowrap }"
    proof = prove_blocks(blocks=[text("long", "Donau" + "dampfschiff" * 26)], style=style)

    (problem,) = with_code(proof, "outside-page")

    assert re.fullmatch(r"'Donaudampf.*' reaches \d+ mm beyond the edge of page 1", problem.message)
    assert problem.hint == (
        "the sides stay clear and 6 mm above and below; shorten the longest word or line, "
        "or correct the style"
    )


def test_an_outside_word_is_placed_at_its_block(
    tmp_path_factory: pytest.TempPathFactory, engine: Engine
) -> None:
    """The block with the beginning of the word is named."""
    blocks = [text("good", "Good."), text("long", "Donau" + "dampfschiff" * 26)]
    space = write_workspace(tmp_path_factory.mktemp("word"), blocks=blocks)
    made = sheet_of(space)
    html = render_html(made, space).replace(
        "</head>", "<style>.paragraphs__text { white-space: nowrap }</style></head>"
    )

    (problem,) = with_code(prove(made, html, engine.with_files(space)), "outside-page")

    assert problem.place.line == line_of(space, "id: long") - 1


def test_text_in_the_margin_is_outside_it(found: Found) -> None:
    """A line that reaches into the margin is reported though it is on the page."""
    codes = found(f"{FOOT} .opening__title {{ margin-inline-start: -10mm }}")

    assert ("outside-margin" in codes, "outside-page" in codes) == (True, False)


def test_a_box_in_the_margin_is_outside_it(sheet: Sheet, html: str, engine: Engine) -> None:
    """A frame counts as the text in it does."""
    style = f"<style>{FOOT} #claim {{ margin-inline: -8mm; padding-inline: 8mm }}</style></head>"

    (problem,) = with_code(prove(sheet, html.replace("</head>", style), engine), "outside-margin")

    assert problem.message == "'claim' reaches 8 mm into the margin of page 1"


def test_a_foot_at_the_edge_is_outside_the_margin_once(sheet: Sheet, html: str, engine: Engine) -> None:
    """Head and foot are in the margin, but not where a printer cannot print; each is one finding."""
    style = "<style>@page { margin: 20mm 20mm 40mm; @bottom-left { vertical-align: bottom } }</style></head>"
    longer = html.replace("</head>", style).replace(
        "</main>", "<p style='break-before: page'>More.</p></main>"
    )

    layout = engine.open(longer, HOUSE_STYLES).lay_out(LOOSEST)
    found = find_outside(Measured.of(sheet, layout, layout.write(), ()))

    messages = [problem.message for problem in found if problem.code == "outside-margin"]
    assert layout.pages > 1
    assert messages
    assert len(messages) == len({message.partition("' ")[0] for message in messages})


def test_narrow_sides_are_outside_the_margin(sheet: Sheet, html: str, engine: Engine) -> None:
    """Text begins at least 15 mm from the side of the paper."""
    style = "<style>@page { margin: 20mm 20mm 40mm 14mm }</style></head>"

    problem, *_ = with_code(prove(sheet, html.replace("</head>", style), engine), "outside-margin")

    assert problem.message == "the margins at the sides are 14 mm wide"
    assert problem.hint == "printers need 15 mm: see @page in styles/page.css"


def test_sides_of_15_mm_are_wide_enough(found: Found) -> None:
    """The least margin is allowed."""
    assert "outside-margin" not in found("@page { margin: 20mm 15mm 40mm }")


def test_everything_inside_is_not_reported(found: Found) -> None:
    """A leaflet within its margins has nothing outside."""
    assert not {"outside-page", "outside-margin"} & found(FOOT)


@pytest.mark.parametrize(
    ("name", "called"), [("masthead", "the head with the logo"), ("message", "'message'")]
)
def test_what_is_split_is_reported(name: str, called: str, prove_blocks: Prover) -> None:
    """A style that lets a box break over two pages is reported."""
    style = f"#{name} {{ break-inside: auto; display: block }} #{name} > * {{ block-size: 200mm }}"
    message = {"kind": "key-message", "id": "message", "text": "One message only. " * 270}

    problems = with_code(prove_blocks(blocks=[message], style=style), "split-block")

    assert f"{called} is split over pages 1 and" in " ".join(problem.message for problem in problems)
    assert problems[0].hint in {"its style needs `break-inside: avoid`", "shorten it or make two of it"}


def test_a_split_row_is_reported(prove_blocks: Prover) -> None:
    """A row of a comparison must not be torn, and is placed at its question."""
    comparison = comparison_of(3, "A long answer. " * 60)
    style = ".comparison__row { break-inside: auto !important } .comparison__cell { orphans: 1; widows: 1 }"

    problems = with_code(prove_blocks(blocks=[comparison], style=style), "split-block")

    assert re.match(r"the row 'Turtle question \d\?' of 'a-comparison' is split", problems[0].message)


def test_what_is_taller_than_a_page_says_how_tall(prove_blocks: Prover) -> None:
    """No style can keep such a block whole: its author learns its height and the page's."""
    (problem,) = with_code(prove_blocks(edition="large-print", blocks=[TALL]), "split-block")

    assert "mm tall and a page holds" in problem.message
    assert problem.hint == "shorten it or make two of it"


@pytest.mark.parametrize("kind", ["list", "steps", "checklist"])
def test_what_may_be_split_is_not_reported(kind: str, prove_blocks: Prover) -> None:
    """A long list runs on over as many pages as it needs."""
    block = {"kind": kind, "id": "long", "items": [f"Item number {number}." for number in range(90)]}

    proof = prove_blocks(blocks=[block])

    assert proof.pages > 1
    assert with_code(proof, "split-block") == []


@pytest.mark.parametrize("edition", ["standard", "large-print"])
def test_the_shared_styles_split_nothing(edition: str, prove_full: Callable[[str, str], Proof]) -> None:
    """One block of each kind: none is split that must not be."""
    assert with_code(prove_full("leaflet", edition), "split-block") == []


def test_an_empty_page_is_reported(found: Found) -> None:
    """A page with nothing but head and foot is a mistake of the style."""
    gap = "<div style='break-before: page'></div><p style='break-before: page'>More.</p>"

    assert "empty-page" in found(markup=gap)


def test_a_page_with_a_line_is_not_empty(found: Found) -> None:
    """One line of text is enough."""
    assert "empty-page" not in found(markup="<p style='break-before: page'>More.</p>")


def test_a_thin_last_page_is_a_warning(sheet: Sheet, html: str, engine: Engine) -> None:
    """A last page less than a third full is reported and does not stop the sheet."""
    longer = html.replace(
        '<div id="sheet-end"', "<p style='break-before: page'>More.</p><div id=\"sheet-end\""
    )

    problems = with_code(prove(sheet, longer, engine), "thin-last-page")

    assert [problem.severity for problem in problems] == [Severity.WARNING]
    assert re.fullmatch(r"page 2 is \d+% full, and no tighter layout avoids it", problems[0].message)
    assert problems[0].hint == "cut some lines, or say more"


def test_a_last_page_that_is_used_is_not_reported(found: Found) -> None:
    """A last page more than a third full is fine."""
    markup = "<div id='more' style='break-before: page; padding-block-start: 120mm'>More.</div>"

    assert "thin-last-page" not in found(".closing { display: none }", markup)


def test_an_only_page_is_never_thin(found: Found) -> None:
    """A short leaflet of one page is no waste."""
    assert "thin-last-page" not in found()


def test_long_words_are_quoted_short() -> None:
    """A message quotes enough to find the place, on one line."""
    assert quoted("one\n two three", most=8) == "'one two…'"


def test_a_stranded_heading_is_reported(prove_blocks: Prover) -> None:
    """A heading that is alone on a page because its block needs its own page is reported with its line."""
    tall = {"kind": "key-message", "id": "tall", "text": "One message only. " * 270}
    proof = prove_blocks(edition="large-print", blocks=[tall])
    (problem,) = with_code(proof, "stranded-heading")

    assert re.fullmatch(
        r"the heading of 'part' ends page \d, because '.*' begins on the next: "
        r"it is \d+ mm tall and a page holds \d+ mm",
        problem.message,
    )
    assert problem.hint == "shorten it or make two of it"
    assert (problem.severity, problem.place.file) == (Severity.WARNING, f"handouts/{TOPIC}/en.yaml")


def test_a_title_that_stands_alone_is_reported(prove_blocks: Prover) -> None:
    """A first page with nothing below the title counts as a heading alone, unless it has a glance."""
    glanced = with_code(prove_blocks(edition="large-print", blocks=[TALL]), "stranded-heading")
    bare = with_code(prove_blocks("aftercare", "large-print", blocks=[TALL]), "stranded-heading")

    assert not any(problem.message.startswith("the title ends") for problem in glanced)
    (title,) = [
        problem for problem in bare if problem.message.startswith("the title ends page 1, because 'part' ")
    ]
    assert title.place.file == f"handouts/{TOPIC}/en.yaml"


def test_a_text_without_a_glance_begins_on_the_page_of_its_title(tmp_path: Path) -> None:
    """A text that is put off leaves its title alone on a page, whatever follows it."""
    glossary = {"kind": "glossary", "id": "words", "terms": [{"term": "Joint", "meaning": "A place."}]}
    sections = [
        {"id": "text", "heading": "Text", "blocks": [CITED]},
        {"id": "aside", "heading": "Aside", "blocks": [glossary]},
    ]
    variants = {"aftercare": {"sections": ["text", "aside"]}}
    space = write_workspace(tmp_path, handout={"sections": sections, "variants": variants})
    made = sheet_of(space, "aftercare")

    def found(text: int) -> list[tuple[str, str]]:
        pages = {"opening": 1, "text": text, "claim": text, "aside": text, "words": text}
        at = {name: (Box(page=page, left=0, top=0, right=9, bottom=9),) for name, page in pages.items()}
        return list(stranded_headings(made, at))

    assert (found(1), found(2)) == ([], [("opening", "text")])


def test_a_heading_on_the_page_of_its_block_is_not(prove_blocks: Prover) -> None:
    """A heading that its block follows at once is as it should be."""
    blocks = [{"kind": "heading", "id": "head", "text": "Head"}, {"kind": "label", "id": "stick"}]

    assert with_code(prove_blocks(blocks=blocks), "stranded-heading") == []


def test_smaller_large_print_keeps_a_heading_with_its_block(prove_blocks: Prover) -> None:
    """A block that would fit a page without its heading is printed a little smaller, with the heading."""
    warning = {**TALL, "signs": TALL["signs"][:21]}
    proof = prove_blocks(edition="large-print", blocks=[warning])

    assert with_code(proof, "split-block") == with_code(proof, "stranded-heading") == []
    assert 16 / 18 <= proof.step.type_size < 1.0
