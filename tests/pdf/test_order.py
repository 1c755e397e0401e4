"""What is read from left to right keeps its order on a page that is read from right to left."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from leafwright.html import render_html
from leafwright.pdf import Engine, Proof, prove
from leafwright.pdf.glyphs import lines_of, read_glyphs
from leafwright.pdf.order import bare
from leafwright.problems import Severity
from leafwright.sheet import Sheet
from leafwright.text import phrase
from leafwright.workspace import Workspace
from tests.languages import write_in
from tests.pdf.test_scripts import sheet_in
from tests.visual_orders import LINES, RUNS, on_paper
from tests.workspaces import TOPIC, comparison_of

Made = tuple[Sheet, Workspace]

pytestmark = pytest.mark.xdist_group("scripts")
"""One process cuts the fonts of the scripts."""

NO_GLYPH = re.compile("[₂→≈]")
"""What the fonts of the small workspace do not have."""
SENTENCE = "لا تأكل قبل موعدك."
DRESSED = (
    ("خذ **2**–4 mg غدا", "غدا 2–4 mg خذ"),
    ("خذ paracetamol **500 mg** غدا", "غدا paracetamol 500 mg خذ"),
    ("عند **INR** [2.0–3.0](https://example.org) فقط", "فقط INR 2.0–3.0 عند"),
    ("خذ paracetamol 500 mg [@elm1999].", ".[1] paracetamol 500 mg خذ"),
    ("عند INR [@elm1999] 2.0–3.0 فقط", "فقط 2.0–3.0 [1] INR عند"),
)
"""Runs of several styles, or with a marker at their end or within."""


def made_with(root: Path, items: Iterable[str], **clinic: Any) -> Made:
    """Make an Arabic sheet with a list."""
    workspace = write_in(root, "ar", SENTENCE, cited=True)
    path = root / f"handouts/{TOPIC}/ar.yaml"
    handout = yaml.safe_load(path.read_text("utf-8"))
    (block,) = handout["sections"][0]["blocks"]
    block |= {"kind": "list", "lead": SENTENCE, "items": [*items, f"{SENTENCE} [@elm1999]"]}
    del block["text"]
    path.write_text(yaml.safe_dump(handout, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")
    path = root / "clinics/elm-street/clinic.yaml"
    told = yaml.safe_load(path.read_text("utf-8")) | clinic
    path.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False), "utf-8")
    return sheet_in(workspace, "ar"), workspace


def at_foot(words: str, made: Made) -> Made:
    """Print other words in the middle of the foot."""
    sheet, workspace = made
    return replace(sheet, foot=replace(sheet.foot, clinic=phrase(words))), workspace


def proven(made: Made, change: Callable[[str], str] = str) -> Proof:
    """Prove a sheet, with its page changed."""
    sheet, workspace = made
    return prove(sheet, change(render_html(sheet, workspace)), Engine(workspace))


def without_isolation(page: str) -> str:
    """Leave it to the algorithm how a page is set."""
    return re.sub(r"</?bdi[^>]*>", "", page)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Proof]:
    """Print all runs and lines, once."""

    @cache
    def make() -> Proof:
        runs = [f"قبل {run} بعد" for run in RUNS if not NO_GLYPH.search(run)]
        lines = [line for line, _ in (*LINES, *DRESSED) if not re.search("[\u0590-\u05ff]", line)]
        return proven(made_with(tmp_path_factory.mktemp("order"), [*runs, *lines]))

    return make


@pytest.fixture(scope="module")
def lines(printed: Callable[[], Proof]) -> list[str]:
    """Read the lines of the page, each from left to right."""
    return [bare(line.text) for line in lines_of(read_glyphs(printed().content))]


def test_a_page_with_every_kind_of_run_passes(printed: Callable[[], Proof]) -> None:
    """No proof finds anything wrong with it."""
    assert [str(problem) for problem in printed().problems if problem.severity is Severity.ERROR] == []


@pytest.mark.parametrize("run", [run for run in RUNS if not NO_GLYPH.search(run)])
def test_a_run_is_printed_from_left_to_right(lines: list[str], run: str) -> None:
    """On paper a dose, a level or a telephone number looks as it does on an English page."""
    assert any(bare(on_paper(f"بعد {run} قبل")) in line for line in lines)


@pytest.mark.parametrize(
    ("written", "parts"), [pair for pair in (*LINES, *DRESSED) if not re.search("[\u0590-\u05ff]", pair[0])]
)
def test_a_line_is_printed_as_it_is_read(lines: list[str], written: str, parts: str) -> None:
    """Words, runs, stops and markers are in the order of the language, whatever is bold or a link."""
    assert any(bare(on_paper(parts)) in line for line in lines), written


def test_a_torn_dose_is_refused_where_it_was_written(tmp_path: Path) -> None:
    """A page on which the point of a dose went to its other end is not printed."""
    made = made_with(tmp_path, ["خذ .5 mg غدا", "بين L4–L5 فقط"])
    line = (tmp_path / f"handouts/{TOPIC}/ar.yaml").read_text("utf-8").split(".5 mg")[0].count("\n") + 1

    torn = [problem for problem in proven(made, without_isolation).problems if problem.code == "torn-run"]

    assert "'.5 mg' is not printed in its reading order" in {problem.message for problem in torn}
    assert torn[0].hint == (
        "a template or a style separates its parts; write it differently, for example in words, "
        "until it is fixed"
    )
    assert (f"handouts/{TOPIC}/ar.yaml", line) in {
        (problem.place.file, problem.place.line) for problem in torn
    }


def test_a_dose_torn_once_is_found_beside_a_sound_one(tmp_path: Path) -> None:
    """The same dose printed right elsewhere hides nothing."""
    made = made_with(tmp_path, ["خذ .5 mg غدا", "ثم .5 mg غدا"])

    problems = proven(
        made, lambda page: page.replace(">.5\u00a0mg</bdi> غدا", ">5\u00a0mg.</bdi> غدا")
    ).problems

    assert "torn-run" in {problem.code for problem in problems}


def test_a_name_may_go_on_in_the_next_line_of_the_foot(tmp_path: Path) -> None:
    """A clinic's name in Latin letters of more than a line keeps its order, and its sheet is published."""
    name = "The Teaching Hospitals and Community Clinics of the Northern Coast, the Bay and the Islands"

    proof = proven(at_foot(name, made_with(tmp_path, [])))

    assert [str(problem) for problem in proof.problems if problem.severity is Severity.ERROR] == []


def test_a_name_torn_at_the_foot_is_refused(tmp_path: Path) -> None:
    """The order is checked in the margins, too."""
    made = at_foot("1–2 Elm (North)", made_with(tmp_path, []))

    torn = [
        problem.message
        for problem in proven(made, lambda page: page.replace("\\2066 ", "").replace("\\2069 ", "")).problems
        if problem.code == "torn-run"
    ]

    assert torn
    assert "torn-run" not in {problem.code for problem in proven(made).problems}


def test_a_name_that_a_table_repeats_or_not_is_sought_once(tmp_path: Path) -> None:
    """A table says the names of its options at its head alone; runs in its cells are each found."""
    comparison = comparison_of(3, "خذ 1–2 mg أو 38 °C")
    comparison["options"][0]["name"] = "خيار 1–2 mg"
    made = made_with(tmp_path, [])
    path = tmp_path / f"handouts/{TOPIC}/ar.yaml"
    handout = yaml.safe_load(path.read_text("utf-8"))
    handout["sections"][0]["blocks"] = [comparison, *handout["sections"][0]["blocks"]]
    path.write_text(yaml.safe_dump(handout, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")
    made = sheet_in(made[1], "ar"), made[1]

    assert "torn-run" not in {problem.code for problem in proven(made).problems}
    assert "torn-run" in {problem.code for problem in proven(made, without_isolation).problems}
