"""`translate`: begin a translation, update it, or list the progress of all."""

from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Final

import click
from rich import box
from rich.table import Table

from leafwright.cli.completing import complete_folders
from leafwright.cli.console import on_a_terminal, print_problems, results_console
from leafwright.cli.exchanging import export, import_
from leafwright.cli.hardness import tables_console
from leafwright.cli.language_tag import LANGUAGE_TAG
from leafwright.cli.named_path import NamedPath
from leafwright.cli.translating import TranslationTask, print_update
from leafwright.library import Library, load_library
from leafwright.progress import TranslationProgress, make_progress, progress_as_json
from leafwright.workspace import Workspace

TABLE: Final = "table"
MOST_TRANSLATORS: Final = 2
"""How often `--translator` may be given: in English, and in the other language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslateOptions:
    """The options on the command line."""

    topic: str | None
    language: str | None
    translator: tuple[str, ...]
    export: Path | None
    import_: Path | None
    form: str


@click.command
@click.argument("topic", required=False, shell_complete=complete_folders("handouts"))
@click.argument("language", required=False, type=LANGUAGE_TAG)
@click.option(
    "--translator",
    multiple=True,
    metavar="TEXT",
    help="Who translates, as it is printed; give it twice for English and LANGUAGE.",
)
@click.option(
    "--export",
    type=NamedPath(),
    metavar="PATH",
    help="Write XLIFF 2.1 for an agency: to a file, or into a folder as TOPIC.LANGUAGE.xlf.",
)
@click.option(
    "--import",
    "import_",
    type=NamedPath(),
    metavar="PATH",
    help="Take the words of an XLIFF file that came back.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice([TABLE, "json"]),
    default=TABLE,
    help="The format of the table of all translations.  [default: table]",
)
@click.pass_obj
def command(root: Path, /, **given: Any) -> None:
    """Begin the translation of TOPIC into LANGUAGE, or update it to the English text.

    Parts with something new or changed are marked `todo`, with that English beside them; all else keeps its
    words. Without LANGUAGE nothing is written, and the progress of the translations is printed.
    """
    options = TranslateOptions(**given)
    _refuse_together(options)
    library = load_library(Workspace(root=root))
    if options.topic is None or options.language is None:
        _print_progress(make_progress(library, options.topic), options.form, library)
        return
    task = TranslationTask.of(library, options.topic, options.language)
    if options.export:
        export(task, options.export)
        return
    translator = _translator(task, options.translator)
    made = import_(task, options.import_) if options.import_ else task.update()
    written = task.save(made, translator)
    print_update(task, made, written=written)


def _refuse_together(options: TranslateOptions) -> None:
    """Refuse options that make no sense together, or without a language."""
    moved = [name for name, path in (("--export", options.export), ("--import", options.import_)) if path]
    if moved and options.language is None:
        message = f"{moved[0]} needs a TOPIC and a LANGUAGE"
        raise click.UsageError(message)
    if len(moved) > 1:
        message = "--export and --import are two steps: use one of them"
        raise click.UsageError(message)


def _translator(task: TranslationTask, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return who translates; a new file needs a name, because every page prints it."""
    if len(names) > MOST_TRANSLATORS:
        message = f"use --translator once, or twice: in English and in '{task.language}'"
        raise click.UsageError(message)
    if names or task.file:
        return names
    if on_a_terminal():
        name = click.prompt("Who translates, as it is printed on the page, in English")
        return (name, click.prompt(f"The same in '{task.language}'", default=name))
    message = (
        f"{task.name} is new, and who translates is printed on its pages: add --translator NAME "
        f"(twice to say it in English and in '{task.language}')"
    )
    raise click.UsageError(message)


def _print_progress(rows: tuple[TranslationProgress, ...], form: str, library: Library) -> None:
    """Print the progress of all translations; files that cannot be read give status 1."""
    if form != TABLE:
        click.echo(progress_as_json(rows).encode(), nl=False)
    elif rows:
        tables_console().print(_table(rows))
    elif not library.faults:
        results_console().print("There are no translations yet. Begin one: translate TOPIC LANGUAGE")
    if library.faults:
        print_problems(chain.from_iterable(library.faults.values()), library.workspace)
        raise click.exceptions.Exit(1)


def _table(rows: tuple[TranslationProgress, ...]) -> Table:
    table = Table(box=box.SIMPLE)
    for name in ("Topic", "Language"):
        table.add_column(name)
    for name in ("Done", "Stale", "Missing", "Left over"):
        table.add_column(name, justify="right")
    for name in ("Translator", "Reviewer"):
        table.add_column(name)
    for row in rows:
        counts = (len(row.stale), len(row.missing), len(row.left_over))
        cells = [f"{row.done} of {row.parts}", *(str(number or "") for number in counts)]
        translator = row.translator if row.file else "not begun"
        table.add_row(
            row.topic, row.language, *cells, translator, row.reviewer or ("none" if row.file else "")
        )
    return table
