"""`status`: print the state of each handout."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Final

import click
from rich import box
from rich.table import Table
from rich.text import Text

from leafwright.build import BuildRequest, Decision, decide, list_sheets
from leafwright.cli.check_options import DAY, day_of
from leafwright.cli.console import print_problems, results_console
from leafwright.cli.damage import print_damage
from leafwright.cli.hardness import tables_console
from leafwright.cli.named_path import NamedPath
from leafwright.cli.summary import count_waiting
from leafwright.ical import as_ical
from leafwright.library import Library, load_library
from leafwright.manifest import OutputState, read_output
from leafwright.problems import has_errors, shown
from leafwright.status import StatusRow, as_csv, as_json, make_rows, unreviewed
from leafwright.workspace import Workspace

TABLE: Final = "table"
FORMATS: Final = {"json": as_json, "csv": as_csv, "ical": as_ical}
SOON: Final = 90
"""From how many days before a review it is marked."""
LEFT: Final = ("Reference", "Title", "Version", "Issued", "Review due", "Approval")
RIGHT: Final = ("References", "Grade", "Languages", "Sheets")


@click.command
@click.option("--as-of", type=DAY, metavar="DATE", help="Print the state on this day.  [default: today]")
@click.option(
    "--format",
    "form",
    type=click.Choice([TABLE, *FORMATS]),
    default=TABLE,
    help="The format of the output; ical is a calendar of the reviews.  [default: table]",
)
@click.option(
    "--output",
    type=NamedPath(),
    metavar="DIR",
    help="Where the sheets are.  [default: output/ in the workspace]",
)
@click.pass_obj
def command(root: Path, *, as_of: datetime | None, form: str, output: Path | None) -> None:
    """Print for every handout its version, dates, approval, sources, readability, languages and sheets.

    The grades are Flesch-Kincaid and SMOG. Sheets that are withheld are listed too, and sheets that may be
    older than the library.
    """
    library = load_library(Workspace(root=root))
    folder = (output or root / "output").resolve()
    known = read_output(folder)
    print_damage(known)
    decisions = _decisions(library, known)
    rows = make_rows(library, day_of(as_of), decisions)
    if form == TABLE:
        tables_console().print(_table(rows))
        for line in _notes(rows, decisions):
            results_console().print(line)
        if waiting := unreviewed(library):
            click.echo(
                f"No one has reviewed the phrases in {', '.join(waiting)} yet: "
                "`leafwright docs languages` says how."
            )
    else:
        # As bytes, so that the line ends stay those of the format.
        click.echo(FORMATS[form](rows).encode(), nl=False)
    broken = [problem for problem in library.problems if has_errors([problem])]
    print_problems(broken, library.workspace)
    if broken:
        raise click.exceptions.Exit(1)


def _decisions(library: Library, output: OutputState) -> tuple[Decision, ...]:
    """Decide on the sheets in the output folder, without drafting any."""
    prune = not has_errors(library.problems)
    request = BuildRequest(workspace=library.workspace, output=output.folder, prune=prune)
    return decide(list_sheets(library), output, request)


def _table(rows: tuple[StatusRow, ...]) -> Table:
    table = Table(box=box.SIMPLE)
    for name in LEFT:
        table.add_column(name)
    for name in RIGHT:
        table.add_column(name, justify="right")
    for row in rows:
        table.add_row(
            row.reference,
            shown(row.title),
            row.version,
            str(row.issued),
            _due(row.review_due, row.due_in),
            f"approved by {shown(row.approver)}" if row.approver else row.status,
            str(row.references),
            "" if row.smog is None else f"{row.flesch_kincaid} / {row.smog}",
            " ".join(row.languages),
            str(row.sheets),
        )
    return table


def _notes(rows: tuple[StatusRow, ...], decisions: tuple[Decision, ...]) -> Iterator[str]:
    """List the sheets that are withheld or older than the library; those that wait for a file are counted."""
    waiting = {decision.key.path for decision in decisions if decision.waits_for}
    older = [str(note) for row in rows for note in row.older if note.sheet not in waiting]
    for title, noted in (
        ("Withheld:", [str(note) for row in rows for note in row.withheld]),
        ("Marked as older, or changed since they were built:", [*count_waiting(decisions), *older]),
    ):
        if noted:
            yield title
            yield from (f"  {note}" for note in noted)


def _due(day: date, days: int) -> Text:
    """Say when a review is due, and mark it if that is soon or past."""
    if days < 0:
        return Text(f"{day}, {-days} days overdue", style="bold red")
    return Text(f"{day}, in {days} days", style="bold yellow" if days <= SOON else "")
