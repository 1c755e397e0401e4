"""`decisions`: print what each clinic answers where handouts leave something to it."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import click
from rich import box
from rich.table import Table
from rich.text import Text

from leafwright.answers import ClinicAnswer, answers_as_json, list_answers
from leafwright.cli.completing import complete_folders
from leafwright.cli.console import print_problems, results_console
from leafwright.cli.hardness import tables_console
from leafwright.cli.unknown_clinic import unknown_clinic
from leafwright.library import load_library
from leafwright.problems import has_errors
from leafwright.workspace import Workspace


@click.command
@click.argument("clinic", required=False, shell_complete=complete_folders("clinics"))
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON, for programs.")
@click.pass_obj
def command(root: Path, *, clinic: str | None, as_json: bool) -> None:
    """Print the answers of CLINIC, or of every clinic, to what handouts leave to it.

    Each answer is listed once, with its file and line and the topics that print it. Open ones come with what
    asks for them, and those that no sheet asks for at the end.
    """
    library = load_library(Workspace(root=root))
    clinics = tuple(folder.id for folder in library.clinics)
    broken = [problem for problem in library.problems if has_errors([problem])]
    if clinic and clinic not in clinics and not any(f"/{clinic}/" in one.place.file for one in broken):
        raise unknown_clinic(library, clinic)
    answers = list_answers(library, clinic)
    if as_json:
        click.echo(answers_as_json(answers), nl=False)
    else:
        _print(answers, clinic)
    print_problems(broken, library.workspace)
    if broken:
        raise click.exceptions.Exit(1)


def _print(answers: Iterable[ClinicAnswer], clinic: str | None) -> None:
    for name, own in groupby(answers, key=lambda answer: answer.clinic):
        rows = list(own)
        if not clinic:
            results_console().print(name)
        tables_console().print(_table(rows))
        missing = sum(bool(answer.open_in) or answer.is_placeholder for answer in rows if answer.topic)
        asked = sum(bool(answer.topic) for answer in rows)
        results_console().print(f"Open: {missing} of {asked}.")


def _table(answers: list[ClinicAnswer]) -> Table:
    """Write one row for each answer, with the topics that print it."""
    table = Table(box=box.SIMPLE)
    table.add_column("Decision", ratio=3)
    table.add_column("Answer", ratio=6, overflow="fold")
    table.add_column("Topics", ratio=4)
    slot = ""
    for answer in _once(answers):
        table.add_row("" if answer.slot == slot else answer.slot, _said(answer), _topics(answer))
        slot = answer.slot
    return table


def _once(answers: Iterable[ClinicAnswer]) -> Iterator[ClinicAnswer]:
    """Leave out the topics that share an answer with one before them."""
    seen = set()
    for answer in answers:
        if (answer.slot, answer.place) not in seen:
            yield answer
        seen.add((answer.slot, answer.place))


def _said(answer: ClinicAnswer) -> Text:
    """Say whose answer it is and where it is written; an open one is marked."""
    of = {
        "topic": "for this topic",
        "department": f"of the department {answer.department}",
        "clinic": "of the clinic",
        "nobody": "",
    }[answer.source]
    parts = [Text(of)] if of else []
    if answer.open_in:
        parts.append(Text(f"OPEN in {', '.join(answer.open_in)}", style="bold red"))
    if answer.is_placeholder:
        parts.append(Text("STILL IN BRACKETS", style="bold red"))
    if answer.source == "nobody":
        parts.append(Text("asked for at"))
    return Text(" ").join([*parts, Text(f"\n{answer.place.file}:{answer.place.line}")])


def _topics(answer: ClinicAnswer) -> str:
    return "\n".join([answer.topic, *answer.shared]) if answer.topic else "asked for by no sheet"
