"""Print `check --readability`: a table of sections and sheets, then the hardest sentences."""

from datetime import date
from typing import Final

from rich import box
from rich.console import Console
from rich.table import Table

from leafwright.cli.console import results_console
from leafwright.library import Library
from leafwright.problems import shown
from leafwright.readability import (
    SMOG_SENTENCES,
    Counts,
    hardest_sentences,
    measure_handout,
    measure_sections,
    measure_sheets,
)
from leafwright.rules.reader import Reader, read_handout

WIDE: Final = 160
"""Columns of a table that goes into a file, whose width has no limit."""


def tables_console() -> Console:
    """Return the console for results; if they go into a file, it is wide enough for a table."""
    console = results_console()
    if not console.is_terminal:
        console.width = WIDE
    return console


def print_readability(library: Library, as_of: date) -> None:
    """Print how hard each handout is to read; only English is measured."""
    console = tables_console()
    for file in library.handouts:
        reader = read_handout(file, library, as_of)
        console.print(file.name)
        if not reader.is_english:
            console.print("  not measured: the formulas are for English")
            continue
        console.print(_table(reader), _hardest(reader), sep="\n")
    console.print(f"* fewer than {SMOG_SENTENCES} sentences, for which SMOG is an estimate")


def _table(reader: Reader) -> Table:
    table = Table(box=box.SIMPLE)
    table.add_column("Part")
    for name in ("Sentences", "Words a sentence", "Flesch-Kincaid grade", "SMOG grade"):
        table.add_column(name, justify="right")
    for measure in measure_sections(reader):
        table.add_row(f"section {measure.name}", *_numbers(measure.counts))
    for measure in measure_sheets(reader):
        table.add_row(f"sheet {measure.name}", *_numbers(measure.counts))
    table.add_row("all", *_numbers(measure_handout(reader)))
    return table


def _numbers(counts: Counts) -> tuple[str, ...]:
    mark = "*" if counts.sentences < SMOG_SENTENCES else " "
    return (
        str(counts.sentences),
        f"{counts.sentence_length:.1f}",
        f"{counts.flesch_kincaid:.1f}",
        f"{counts.smog:.1f}{mark}",
    )


def _hardest(reader: Reader) -> Table:
    table = Table(box=box.SIMPLE, title="Hardest sentences", title_justify="left", title_style="")
    table.add_column("Where")
    table.add_column("Words", justify="right")
    table.add_column("Flesch-Kincaid grade", justify="right")
    table.add_column("Sentence", overflow="fold")
    for hard in hardest_sentences(reader):
        grade = f"{hard.counts.flesch_kincaid:.1f}"
        table.add_row(f"line {hard.place.line}", str(hard.counts.words), grade, shown(hard.text))
    return table
