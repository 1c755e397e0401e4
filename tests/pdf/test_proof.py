"""A proof as a whole."""

import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from leafwright.html import render_html
from leafwright.pdf import Engine, Proof, prove
from leafwright.pdf.ladder import LOOSEST
from leafwright.pdf.layout import HOUSE_STYLES
from leafwright.problems import Severity
from leafwright.sheet import Sheet
from leafwright.workspace import Workspace
from tests.workspaces import CITED, VARIANTS, comparison_of, sheet_of, write_workspace

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
from pathlib import Path
from leafwright import fonts
fonts.activate()
from leafwright.html import render_html
from leafwright.pdf import Engine, prove
from tests.workspaces import sheet_of
from leafwright.workspace import Workspace
space = Workspace(root=Path(sys.argv[1]))
sys.stdout.buffer.write(prove(sheet_of(space), render_html(sheet_of(space), space), Engine(space)).content)
"""


@pytest.mark.parametrize("edition", ["standard", "large-print"])
@pytest.mark.parametrize("variant", VARIANTS)
def test_a_small_sheet_is_fit_to_publish(
    workspace: Workspace, engine: Engine, variant: str, edition: str
) -> None:
    """The shared templates and styles print a small sheet without a fault, in each variant and edition."""
    made = sheet_of(workspace, variant, edition)

    errors = [
        str(problem)
        for problem in prove(made, render_html(made, workspace), engine).problems
        if problem.severity is Severity.ERROR
    ]

    assert errors == []


def test_a_proof_holds_the_pdf(sheet: Sheet, html: str, engine: Engine) -> None:
    """The content is a PDF, with its pages counted and its rung named."""
    proof = prove(sheet, html, engine)

    assert (proof.content[:5], proof.pages, proof.step) == (b"%PDF-", 1, LOOSEST)


def test_a_tightened_sheet_names_its_rung(prove_blocks: Callable[..., Proof]) -> None:
    """A sheet that fits only when it is tightened says how far it was."""
    style = "#part { padding-block-end: calc(210mm * var(--fit-space, 1)) } .closing { display: none }"

    proof = prove_blocks("comparison", style=style)

    assert proof.pages == 1
    assert proof.step.space < 1


def test_a_warning_of_the_engine_is_an_error(found: Callable[..., set[str]]) -> None:
    """A property that the engine does not know is a fault of the style."""
    assert "engine-warning" in found("p { colour: red }")


def test_a_warning_says_what_the_engine_said(sheet: Sheet, html: str, engine: Engine) -> None:
    """The message is the engine's own."""
    changed = html.replace("</head>", "<style>p { colour: red }</style></head>")

    problems = [problem for problem in prove(sheet, changed, engine).problems if "engine" in problem.code]

    (problem,) = problems
    assert "colour" in problem.message
    assert problem.hint == "correct the template or the style it comes from"


def test_a_quiet_engine_is_not_reported(found: Callable[..., set[str]]) -> None:
    """The shared styles give the engine nothing to warn of."""
    assert "engine-warning" not in found()


def test_a_template_of_the_workspace_is_proved_too(prove_blocks: Callable[..., Proof]) -> None:
    """A heading at the wrong level in a workspace's own template is no PDF/UA."""
    macro = '{% macro render(block) %}<h6 id="{{ block.id }}">{{ block.text.plain }}</h6>{% endmacro %}'
    block = {"kind": "heading", "id": "sub", "text": "Resting"}
    files = {"templates/blocks/heading.html": macro}

    proof = prove_blocks(blocks=[block], files=files)

    assert "not-conformant" in {problem.code for problem in proof.problems}


def test_problems_are_sorted(prove_blocks: Callable[..., Proof]) -> None:
    """Findings are in the order of files and lines, each once."""
    proof = prove_blocks("comparison", blocks=[comparison_of(40)], style="h1, p { colour: red }")

    order = [(problem.place, problem.code, problem.message) for problem in proof.problems]
    assert order == sorted(set(order))


def test_a_proof_is_the_same_twice(sheet: Sheet, html: str, engine: Engine) -> None:
    """Proving again gives the same bytes and the same problems."""
    assert prove(sheet, html, engine) == prove(sheet, html, engine)


def test_a_proof_does_not_depend_on_earlier_ones(workspace: Workspace, full: Workspace) -> None:
    """An engine that has printed other sheets, warnings and all, gives what a new one gives."""
    small = sheet_of(workspace)
    used = Engine(full)

    other = sheet_of(full, edition="large-print")
    odd = render_html(other, full).replace("</head>", "<style>p { colour: red }</style></head>")
    used.open(odd, HOUSE_STYLES).lay_out(LOOSEST).write()

    html = render_html(small, workspace)
    assert prove(small, html, used) == prove(small, html, Engine(full))


@pytest.mark.parametrize("seed", ["0", "1"])
def test_a_proof_is_the_same_in_another_process(workspace: Workspace, seed: str, tmp_path: Path) -> None:
    """Neither hash seed nor working folder nor process changes a byte."""
    made = sheet_of(workspace)
    here = prove(made, render_html(made, workspace), Engine(workspace)).content
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", SCRIPT, str(workspace.root)]

    there = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True).stdout

    assert sha256(there).hexdigest() == sha256(here).hexdigest()


def test_the_place_of_a_workspace_leaves_no_trace(tmp_path: Path) -> None:
    """The same workspace in another folder gives the same bytes."""
    contents = set()
    for name in ("one", "two"):
        space = write_workspace(tmp_path / name)
        made = sheet_of(space)
        contents.add(prove(made, render_html(made, space), Engine(space)).content)

    assert len(contents) == 1


@pytest.mark.parametrize("height", ["240mm", "260mm"])
def test_a_tighter_rung_keeps_a_heading_with_what_it_heads(
    height: str, prove_blocks: Callable[..., Proof]
) -> None:
    """A box too tall for its page, or for its heading's, is set tighter where that saves it."""
    style = f"#a-message {{ block-size: calc({height} * var(--fit-space, 1)) }}"
    blocks = [{"kind": "key-message", "id": "a-message", "text": "Rest."}, CITED]

    proof = prove_blocks(edition="large-print", style=style, blocks=blocks)

    assert proof.step.space < 1
    assert "split-block" not in {problem.code for problem in proof.problems}


def test_a_heading_that_no_rung_saves_costs_no_space(prove_blocks: Callable[..., Proof]) -> None:
    """Where the box is too tall for its heading at every rung, the sheet stays loose."""
    blocks = [{"kind": "key-message", "id": "a-message", "text": "Rest."}, CITED]

    proof = prove_blocks(edition="large-print", style="#a-message { block-size: 228mm }", blocks=blocks)

    assert proof.step == LOOSEST
