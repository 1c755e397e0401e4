"""Export a translation as XLIFF, and import what comes back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from leafwright.cli.console import count, print_problems, results_console
from leafwright.cli.translating import TranslationTask
from leafwright.files import write_whole
from leafwright.model.words import Words
from leafwright.problems import ContentError
from leafwright.tags import Language
from leafwright.translation import Update
from leafwright.xliff import (
    MOST_BYTES,
    ExportJob,
    Notes,
    Unit,
    UnitState,
    merge,
    read_xliff,
    units_of,
    write_xliff,
)

SOURCE_WORDS: Final = "en-GB"
"""The words file for the English sentences that translators see."""


def export(task: TranslationTask, path: Path) -> None:
    """Export a translation as it is now; its own file is not changed."""
    path = _file_of(task, path)
    reviewed = bool(task.file and task.file.translation.reviewer)
    units = tuple(units_of(task.source.handout, task.update(), reviewed=reviewed))
    target = _words(task, task.language)
    export = ExportJob(
        topic=task.source.topic,
        original=task.source.name,
        language=task.language,
        direction=target.direction if target else "auto",
    )
    try:
        write_whole(path, write_xliff(export, _noted(task, units, target)).encode())
    except OSError as fault:
        message = f"cannot write {path}: {(fault.strerror or str(fault)).lower()}"
        raise click.ClickException(message) from fault
    todo = sum(unit.state is UnitState.INITIAL for unit in units)
    console = results_console()
    console.print(f"wrote {path}")
    console.print(f"{count(len(units), 'text')}, {todo} of them to do")
    back = f"translate {task.source.topic} {task.language} --import FILE"
    console.print(f"When it is back: {back}")


def import_(task: TranslationTask, path: Path) -> Update:
    """Take the words of a file that came back; if it has faults, print them all and exit."""
    path, workspace = _file_of(task, path), task.library.workspace
    try:
        if path.stat().st_size > MOST_BYTES:
            message = f"{path} is too large: at most {MOST_BYTES:,} bytes are read"
            raise click.ClickException(message)
        returned = read_xliff(path.read_bytes(), str(path), task.source.topic, task.language)
        merged = merge(task.source.handout, task.update(), returned)
    except OSError as fault:
        message = f"cannot read {path}: {(fault.strerror or str(fault)).lower()}"
        raise click.ClickException(message) from fault
    except ContentError as error:
        print_problems(error.problems, workspace)
        raise click.exceptions.Exit(1) from error
    print_problems(merged.problems, workspace)
    console = results_console()
    console.print(f"took {count(merged.taken, 'text')} from {path}")
    if merged.absent:
        console.print(f"{count(merged.absent, 'text')} did not come back: nothing of them was changed")
    if merged.reviewed and not (task.file and task.file.translation.reviewer):
        console.print(f"All of it came back reviewed: say by whom, as `reviewer` at the top of {task.name}")
    return merged.update


def _file_of(task: TranslationTask, path: Path) -> Path:
    """Return the path of the file; in a folder, it is named by topic and language."""
    if path.is_dir() or not path.suffix:
        return path / f"{task.source.topic}.{task.language}.xlf"
    return path


def _noted(
    task: TranslationTask, units: tuple[Unit, ...], target: Words | None
) -> Iterator[tuple[Unit, tuple[str, ...]]]:
    """Pair each text with the notes for its translator."""
    notes = Notes(handout=task.source.handout, source=_words(task, SOURCE_WORDS), target=target)
    yield from ((unit, tuple(notes.of(unit.part, unit.path))) for unit in units)


def _words(task: TranslationTask, language: str) -> Words | None:
    """Find the words of a language, or of the same language in another country."""
    wanted = Language(language)
    alike = (words for name, words in task.library.words.items() if wanted.is_like(name))
    return task.library.words.get(language) or next(alike, None)
