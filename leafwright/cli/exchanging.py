"""A translation sent out as XLIFF, and what came back of it taken."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from leafwright.cli.tell import count, for_results, tell_problems
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
"""The phrases that translators are shown the English sentences in."""


def export(desk: TranslationTask, path: Path) -> None:
    """Write a translation as it is now for others to go on with; its own file stays as it is."""
    path = _file_of(desk, path)
    reviewed = bool(desk.page and desk.page.translation.reviewer)
    units = tuple(units_of(desk.source.handout, desk.update(), reviewed=reviewed))
    target = _words(desk, desk.language)
    export = ExportJob(
        topic=desk.source.topic,
        original=desk.source.name,
        language=desk.language,
        direction=target.direction if target else "auto",
    )
    try:
        write_whole(path, write_xliff(export, _noted(desk, units, target)).encode())
    except OSError as fault:
        message = f"cannot write {path}: {(fault.strerror or str(fault)).lower()}"
        raise click.ClickException(message) from fault
    todo = sum(unit.state is UnitState.INITIAL for unit in units)
    console = for_results()
    console.print(f"wrote {path}")
    console.print(f"{count(len(units), 'text')}, {todo} of them to do")
    back = f"translate {desk.source.topic} {desk.language} --import FILE"
    console.print(f"When it is back: {back}")


def import_(desk: TranslationTask, path: Path) -> Update:
    """Take the words of a file that came back; ends with all that is wrong with it when something is."""
    path, workspace = _file_of(desk, path), desk.library.workspace
    try:
        if path.stat().st_size > MOST_BYTES:
            message = f"{path} is too large: at most {MOST_BYTES:,} bytes are read"
            raise click.ClickException(message)
        returned = read_xliff(path.read_bytes(), str(path), desk.source.topic, desk.language)
        merged = merge(desk.source.handout, desk.update(), returned)
    except OSError as fault:
        message = f"cannot read {path}: {(fault.strerror or str(fault)).lower()}"
        raise click.ClickException(message) from fault
    except ContentError as error:
        tell_problems(error.problems, workspace)
        raise click.exceptions.Exit(1) from error
    tell_problems(merged.problems, workspace)
    console = for_results()
    console.print(f"took {count(merged.taken, 'text')} from {path}")
    if merged.absent:
        console.print(f"{count(merged.absent, 'text')} did not come back: nothing of them was changed")
    if merged.reviewed and not (desk.page and desk.page.translation.reviewer):
        console.print(f"All of it came back reviewed: say by whom, as `reviewer` at the top of {desk.name}")
    return merged.update


def _file_of(desk: TranslationTask, path: Path) -> Path:
    """Name the file: in a folder, or what has no suffix, the one of the topic and the language."""
    if path.is_dir() or not path.suffix:
        return path / f"{desk.source.topic}.{desk.language}.xlf"
    return path


def _noted(
    desk: TranslationTask, units: tuple[Unit, ...], target: Words | None
) -> Iterator[tuple[Unit, tuple[str, ...]]]:
    """Pair each text with what a translator is told of it."""
    notes = Notes(handout=desk.source.handout, source=_words(desk, SOURCE_WORDS), target=target)
    yield from ((unit, tuple(notes.of(unit.part, unit.path))) for unit in units)


def _words(desk: TranslationTask, language: str) -> Words | None:
    """Find the phrases of a language, or of the same language elsewhere."""
    wanted = Language(language)
    alike = (words for name, words in desk.library.words.items() if wanted.is_like(name))
    return desk.library.words.get(language) or next(alike, None)
