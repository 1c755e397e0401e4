"""`translate`: begin a translation, bring it up to its source, or tell how far all of them are."""

import sys
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Final

import click
from rich import box
from rich.table import Table

from leafwright.cli.exchanging import export, import_
from leafwright.cli.hardness import for_tables
from leafwright.cli.named_path import NamedPath
from leafwright.cli.tell import for_results, tell_problems
from leafwright.cli.translating import TranslationTask, tell_update
from leafwright.library import Library, load_library
from leafwright.progress import TranslationProgress, make_progress, progress_as_json
from leafwright.workspace import Workspace

TABLE: Final = "table"
MOST_TRANSLATORS: Final = 2
"""How often `--translator` may be said: in English, and in the other language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslateOptions:
    """What was typed."""

    topic: str | None
    language: str | None
    translator: tuple[str, ...]
    export: Path | None
    import_: Path | None
    form: str


@click.command
@click.argument("topic", required=False)
@click.argument("language", required=False)
@click.option(
    "--translator",
    multiple=True,
    metavar="TEXT",
    help="Who translates, as it is printed; twice to say it in English and in LANGUAGE.",
)
@click.option(
    "--export",
    type=NamedPath(),
    metavar="PATH",
    help="Write it as XLIFF 2.1 for an agency: to a file, or into a folder as TOPIC.LANGUAGE.xlf.",
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
    help="How to tell the state of all translations.  [default: table]",
)
@click.pass_obj
def command(root: Path, /, **given: Any) -> None:
    """Begin the translation of TOPIC into LANGUAGE, or bring it up to the English text.

    What is new or changed is marked `todo`, with the English beside it; all else keeps its words. Without
    LANGUAGE nothing is written: the state of the translations is told.
    """
    wish = TranslateOptions(**given)
    _refuse_together(wish)
    library = load_library(Workspace(root=root))
    if wish.topic is None or wish.language is None:
        _tell_state(make_progress(library, wish.topic), wish.form, library)
        return
    desk = TranslationTask.of(library, wish.topic, wish.language)
    if wish.export:
        export(desk, wish.export)
        return
    translator = _translator(desk, wish.translator)
    made = import_(desk, wish.import_) if wish.import_ else desk.update()
    written = desk.save(made, translator)
    tell_update(desk, made, written=written)


def _refuse_together(wish: TranslateOptions) -> None:
    """Tell options that make no sense together, or without a language."""
    moved = [name for name, path in (("--export", wish.export), ("--import", wish.import_)) if path]
    if moved and wish.language is None:
        message = f"{moved[0]} needs a TOPIC and a LANGUAGE"
        raise click.UsageError(message)
    if len(moved) > 1:
        message = "--export and --import are two steps: say one of them"
        raise click.UsageError(message)


def _translator(desk: TranslationTask, said: tuple[str, ...]) -> tuple[str, ...]:
    """Settle who translates; a new file has to say it, for it is printed on every page."""
    if len(said) > MOST_TRANSLATORS:
        message = f"say --translator once, or twice: in English and in '{desk.language}'"
        raise click.UsageError(message)
    if said or desk.page:
        return said
    if on_a_terminal():
        name = click.prompt("Who translates, as it is printed on the page, in English")
        return (name, click.prompt(f"The same in '{desk.language}'", default=name))
    message = (
        f"{desk.name} is new, and who translates is printed on its pages: add --translator NAME "
        f"(twice to say it in English and in '{desk.language}')"
    )
    raise click.UsageError(message)


def on_a_terminal() -> bool:
    """Tell whether there is somebody to ask."""
    return sys.stdin.isatty()


def _tell_state(rows: tuple[TranslationProgress, ...], form: str, library: Library) -> None:
    """Tell how far all translations are; of what cannot be read nobody knows."""
    if form != TABLE:
        click.echo(progress_as_json(rows).encode(), nl=False)
    elif rows:
        for_tables().print(_table(rows))
    elif not library.faults:
        for_results().print("There are no translations yet. Begin one: translate TOPIC LANGUAGE")
    if library.faults:
        tell_problems(chain.from_iterable(library.faults.values()), library.workspace)
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
        told = [f"{row.done} of {row.parts}", *(str(number or "") for number in counts)]
        translator = row.translator if row.file else "not begun"
        table.add_row(
            row.topic, row.language, *told, translator, row.reviewer or ("none" if row.file else "")
        )
    return table
