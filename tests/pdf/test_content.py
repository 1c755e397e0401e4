"""Nothing is lost on the way."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from leafwright.html import render_html
from leafwright.pdf import Engine, Proof, prove
from leafwright.pdf.box import Box
from leafwright.pdf.content import Flow, find_lost, find_missing_foot
from leafwright.pdf.extract import Strip, read_strips
from leafwright.pdf.ladder import LOOSEST
from leafwright.pdf.layout import HOUSE_STYLES
from leafwright.pdf.measure import Measured
from leafwright.problems import quoted
from leafwright.sheet import Sheet
from leafwright.sheet.inventory import bare
from leafwright.text import phrase
from leafwright.workspace import Workspace
from tests.workspaces import VARIANTS, comparison_of, line_of, sheet_of, write_workspace

FOOTLESS = """@page { @bottom-left { content: none } @bottom-center { content: none }
  @bottom-right { content: none } @top-left { content: none } }"""
SILENT = """{% import "parts/text.html" as text with context %}
{% macro render(block) %}<div id="{{ block.id }}"><p>{{ text.rich(block.lead) }}</p></div>{% endmacro %}
"""
MUTE = """{% macro render(block, section=none) %}
<aside id="{{ block.id }}">
  <h3>{{ block.label.plain }}</h3>
  <p>{{ block.heading.plain }}</p>
  <p>{{ block.action.plain }}</p>
</aside>
{% endmacro %}
"""
LIST = {
    "kind": "list",
    "id": "a-list",
    "lead": "Do this:",
    "items": ["Lie down. Do not run.", "Drink water."],
}
NUMBERS = {"kind": "warning", "id": "a-call", "level": "call", "heading": "Swelling", "action": "Phone us."}


def strip(text: str, page: int = 1) -> Strip:
    """Make a strip of which only the words matter."""
    box = Box(page=page, left=0, top=0, right=1, bottom=1)
    return Strip(box=box, text=text, family="A", embedded=True, size=12)


def lost(proof: Proof) -> list[str]:
    """List what a proof says is lost."""
    return [problem.message for problem in proof.problems if problem.code == "lost-content"]


def repeated(proof: Proof) -> list[str]:
    """List what a proof says is printed again."""
    return [problem.message for problem in proof.problems if problem.code == "repeated-content"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("two words", "two\r\nwords"),
        ("3\u00a0in\u00a0100", "3 in 100"),
        ("care\u00adful", "careful"),
        ("self-care", "self\x02care"),
        ("self-care", "self care"),
        ("a\u200bb", "ab"),
        ("Get help now", "GET HELP NOW"),
        ("ﬁnd", "find"),
    ],
)
def test_setting_changes_nothing_that_counts(written: str, read: str) -> None:
    """Blanks, line ends, hyphens, ligatures and capitals do not count."""
    assert bare(written) == bare(read)


@pytest.mark.parametrize(("one", "other"), [("3 in 100", "3 in 10"), ("do", "do not"), ("8.5", "85")])
def test_words_count(one: str, other: str) -> None:
    """A digit, a word or a point too few is not the same text."""
    assert bare(one) != bare(other)


def test_a_flow_knows_where_strips_begin_and_end() -> None:
    """Words end a flow's strip or begin one; in the middle of a strip they do neither."""
    flow = Flow.of([strip("one two "), strip("three")])

    assert (flow.text, flow.ends("two"), flow.ends("one"), flow.begins("three"), flow.begins("two")) == (
        "onetwothree",
        True,
        False,
        True,
        False,
    )


@pytest.mark.parametrize("edition", ["standard", "large-print"])
@pytest.mark.parametrize("variant", VARIANTS)
def test_every_kind_of_block_is_found(full: Workspace, engine: Engine, variant: str, edition: str) -> None:
    """Lists, tables, columns and boxes side by side are read back whole, however they break over pages."""
    made = sheet_of(full, variant, edition)
    layout = engine.with_files(full).open(render_html(made, full), HOUSE_STYLES).lay_out(LOOSEST)

    assert list(find_lost(Measured.of(made, layout, layout.write(), ()))) == []


def test_a_dropped_text_is_reported(prove_blocks: Callable[..., Proof]) -> None:
    """A template that leaves out the items of a list loses each of them."""
    proof = prove_blocks(blocks=[LIST], files={"templates/blocks/list.html": SILENT})

    assert lost(proof) == [
        f"{words} is in the sheet and not in the PDF" for words in ("'Lie down.'", "'Drink water.'")
    ]
    assert {problem.hint for problem in proof.problems if problem.code == "lost-content"} == {
        "a template or a style drops it"
    }


def test_a_dropped_text_is_placed_at_its_line(prove_blocks: Callable[..., Proof]) -> None:
    """The place of a lost text is its own line, not its block's."""
    proof = prove_blocks(blocks=[LIST], files={"templates/blocks/list.html": SILENT})

    lines = [problem.place.line for problem in proof.problems if problem.code == "lost-content"]

    assert lines[1] == lines[0] + 1


def test_a_hidden_text_is_reported(found: Callable[..., set[str]]) -> None:
    """A style loses content as a template does."""
    assert "lost-content" in found(".opening__title { display: none }")


def test_a_text_in_the_margin_is_reported(found: Callable[..., set[str]]) -> None:
    """Text that slid down into the foot is not where it is read."""
    assert "lost-content" in found(".paragraphs__text { position: absolute; inset-block-start: 281mm }")


def test_a_text_that_is_printed_again_is_reported(prove_blocks: Callable[..., Proof]) -> None:
    """A dose that is printed again may be taken twice; words within another text are not printed again."""
    words = "Take one tablet of your own medicine in the morning."
    blocks = [
        {"kind": "list", "id": "a-list", "items": [words, f"{words} Then rest."]},
        {"kind": "key-message", "id": "a-message", "text": "Drink water."},
    ]

    again = prove_blocks(blocks=blocks, style=f'.key-message::after {{ content: "{words}" }}')

    assert repeated(prove_blocks(blocks=blocks)) == []
    assert repeated(again) == [f"'{words}' is in the PDF 3 times, and in the sheet 2"]
    (hint,) = [problem.hint for problem in again.problems if problem.code == "repeated-content"]
    assert hint == "a template, a style or the engine prints it again; make a block near it shorter or longer"


def test_a_text_said_twice_is_printed_twice(prove_blocks: Callable[..., Proof]) -> None:
    """A text lost from one block is not found in another that says the same."""
    blocks = [
        {**LIST, "items": ["Drink water."]},
        {"kind": "key-message", "id": "same", "text": "Drink water."},
    ]
    files = {"templates/blocks/list.html": SILENT}

    proof = prove_blocks(blocks=blocks, files=files)

    (problem,) = [problem for problem in proof.problems if problem.code == "lost-content"]
    assert "'Drink water.'" in problem.message


def test_a_text_said_twice_and_printed_twice_is_found(prove_blocks: Callable[..., Proof]) -> None:
    """Repeating a text is no fault."""
    blocks = [
        {**LIST, "items": ["Drink water."]},
        {"kind": "key-message", "id": "same", "text": "Drink water."},
    ]

    assert lost(prove_blocks(blocks=blocks)) == []


def test_a_dropped_block_is_reported(sheet: Sheet, html: str, engine: Engine) -> None:
    """A block that is printed under no id is printed nowhere, whatever its words."""
    proof = prove(sheet, html.replace('id="claim"', ""), engine)

    assert lost(proof) == ["'claim' is printed nowhere"]


def test_a_whole_sheet_loses_nothing(sheet: Sheet, html: str, engine: Engine) -> None:
    """The short leaflet says all it has to say."""
    assert lost(prove(sheet, html, engine)) == []


def test_a_number_outside_its_warning_is_reported(prove_blocks: Callable[..., Proof]) -> None:
    """The number to call in a warning is printed in the warning, although the contact card has it too."""
    changes = {"blocks": [NUMBERS, {"kind": "contacts", "id": "card"}]}

    proof = prove_blocks(**changes, files={"templates/blocks/warning.html": MUTE})

    assert [message for message in lost(proof) if "inside" in message] == [
        "the number 01632 960 301 is not printed inside 'a-call'",
        "the number 01632 960 302 is not printed inside 'a-call'",
    ]


def test_numbers_inside_are_found(prove_blocks: Callable[..., Proof]) -> None:
    """The shared templates print a warning's numbers in the warning."""
    assert lost(prove_blocks(blocks=[NUMBERS])) == []


def measure(workspace: Workspace, style: str = "") -> Measured:
    """Lay a leaflet out loosely, write it and measure it."""
    made = sheet_of(workspace)
    html = render_html(made, workspace).replace("</head>", f"<style>{style}</style></head>")
    layout = Engine(workspace).open(html, HOUSE_STYLES).lay_out(LOOSEST)
    return Measured.of(made, layout, layout.write(), ())


def test_a_text_broken_over_pages_is_found(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Head and foot lie between the two halves of a paragraph, and neither is in the way."""
    words = " ".join(f"word{number} and" for number in range(150))
    block = {"kind": "paragraphs", "id": "long", "text": f"{words} end."}
    root = tmp_path_factory.mktemp("long")
    style = ".paragraphs__text { break-inside: auto }"
    measured = measure(write_workspace(root, blocks=[block]), style)

    assert len(measured.boxes["long"]) == 2
    assert list(find_lost(measured)) == []


def test_halves_of_a_text_in_the_midst_of_others_are_lost(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Words count as broken over pages only where lines end and begin with them."""
    block = {"kind": "paragraphs", "id": "text", "text": "Rest the knee for a day."}
    space = write_workspace(tmp_path_factory.mktemp("halves"), blocks=[block])
    made = sheet_of(space)
    halves = "Rest the knee</p><p style='break-before: page'>Wait for a day."
    html = render_html(made, space).replace("Rest the knee for a day.", halves)
    layout = Engine(space).open(html, HOUSE_STYLES).lay_out(LOOSEST)

    (problem,) = find_lost(Measured.of(made, layout, layout.write(), ()))

    assert "Rest the knee for a day." in problem.message


def test_every_page_has_its_foot(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Code, review, status and page number are found on the first page and on the others."""
    blocks = [comparison_of(40)]
    root = tmp_path_factory.mktemp("feet")
    measured = measure(write_workspace(root, blocks=blocks))

    assert measured.layout.pages > 1
    assert list(find_missing_foot(measured)) == []


def test_a_missing_foot_is_reported(workspace: Workspace) -> None:
    """A style that empties the foot loses four things on each page."""
    measured = measure(workspace, FOOTLESS)
    foot = measured.sheet.foot

    problems = list(find_missing_foot(measured))

    said = [quoted(words.plain) for words in (foot.code, foot.clinic, foot.status)]
    assert [(problem.message, problem.hint) for problem in problems] == [
        (f"page 1 does not say {words} at its foot", "the foot of every page is set in styles/page.css")
        for words in (*said, "'Page 1 of 1'")
    ]


def test_the_foot_says_that_a_translation_is_outdated(workspace: Workspace) -> None:
    """A translated sheet whose source has changed since says so on every page."""
    measured = measure(workspace)
    status = phrase("Example · translation outdated")
    translated = replace(measured.sheet, foot=replace(measured.sheet.foot, status=status))

    (problem,) = find_missing_foot(replace(measured, sheet=translated))

    assert problem.message == f"page 1 does not say {quoted(status.plain)} at its foot"


def test_a_foot_in_the_head_is_no_foot(workspace: Workspace) -> None:
    """What is above the text of a page is not also below it."""
    style = FOOTLESS.replace("@top-left { content: none }", "@top-left { content: var(--foot-words) }")
    measured = measure(workspace, style + "@page :first { @top-left { content: var(--foot-words) } }")

    assert any("Example" in problem.message for problem in find_missing_foot(measured))


def test_a_status_in_the_text_is_no_foot(workspace: Workspace) -> None:
    """What the control block says once is not said on every page."""
    measured = measure(workspace, "@page { @bottom-left { content: 'Nothing' } }")

    assert any("Example" in problem.message for problem in find_missing_foot(measured))


def test_the_line_of_a_lost_text_is_where_it_stands(full: Workspace) -> None:
    """A text of the clinic is placed in the clinic's file."""
    measured = measure(full, ".disclaimer__text { display: none }")

    (problem,) = find_lost(measured)

    name = "clinics/elm-street/clinic.yaml"
    assert (problem.place.file, problem.place.line) == (name, line_of(full, "made up", name))


def test_an_address_is_read_whole_where_it_is_broken(prove_blocks: Callable[..., Proof]) -> None:
    """A line ends after a sign of the address; at its hyphen a reader would drop that."""
    words = "Please do not wait and write to the-sore-knee-team@our-very-own-elm-street.example.org now."
    text = {"kind": "paragraphs", "id": "a-text", "text": words}

    lines = [strip.text.strip() for strip in read_strips(prove_blocks(blocks=[text]).content)]

    assert "the-sore-knee-team@" in "".join(lines)
    assert not [line for line in lines if line.endswith(("-", "\x02")) and line != "EX-"]
