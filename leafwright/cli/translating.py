"""Find, read, update and write the file of a translation, always as a whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

import click

from leafwright.cli.console import count, print_problems, results_console
from leafwright.decode import suggest
from leafwright.files import write_whole
from leafwright.language import find_locale, suggest_language
from leafwright.library import HandoutFile, Library
from leafwright.model.localised import SOURCE_LANGUAGE
from leafwright.model.record import LANGUAGE
from leafwright.problems import ContentError
from leafwright.source import Tree, parse_source, read_text
from leafwright.tags import Language
from leafwright.translation import (
    PartStatus,
    TranslationFileText,
    Update,
    check_translation_text,
    read_translation_text,
    update,
    write_translation_text,
)

MOST_NAMED: Final = 12
"""How many parts of one status are named."""
_STATUS_NAMES: Final = {
    PartStatus.NEW: "new",
    PartStatus.CHANGED: "changed in English",
    PartStatus.OPEN: "still to do",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationTask:
    """What a translator works on: the source, the language, and the file if it exists."""

    library: Library
    source: HandoutFile
    language: str
    file: TranslationFileText | None

    @classmethod
    def of(cls, library: Library, topic: str, language: str) -> Self:
        """Read source and translation; if one cannot be read, print its problems and exit."""
        source = _find_source(library, topic)
        if not re.fullmatch(LANGUAGE, language) or Language(language).is_like(SOURCE_LANGUAGE):
            message = f"'{language}' is no language to translate into: write es, say, or pt-BR"
            raise click.UsageError(message)
        if find_locale(language) is None:
            message = f"'{language}' is no language that is known: {suggest_language(language)}"
            raise click.UsageError(message)
        path = library.workspace.root / "handouts" / topic / f"{language}.yaml"
        file = _read_file(library, path) if path.exists() else None
        return cls(library=library, source=source, language=language, file=file)

    @property
    def path(self) -> Path:
        """Where the translation is or will be."""
        return self.library.workspace.root / self.name

    @property
    def name(self) -> str:
        """The file as its author knows it."""
        return f"handouts/{self.source.topic}/{self.language}.yaml"

    def update(self) -> Update:
        """Update the translation to its source."""
        return update(self.source.handout, self.file.translation if self.file else None)

    def save(self, made: Update, translator: tuple[str, ...]) -> bool:
        """Write the whole file if anything in it changes; return whether it was written."""
        text = write_translation_text(self.file, made, dict(self._head(made, translator)))
        if self.file and text == self.file.text:
            return False
        try:
            check_translation_text(read_translation_text(text, self.name), self.source.handout, made)
            write_whole(self.path, text.encode())
        except ContentError as error:
            print_problems(error.problems, self.library.workspace)
            raise click.exceptions.Exit(1) from error
        except OSError as fault:
            message = f"cannot write {self.name}: {(fault.strerror or str(fault)).lower()}"
            raise click.ClickException(message) from fault
        return True

    def _head(self, made: Update, translator: tuple[str, ...]) -> Iterator[tuple[str, Tree]]:
        if self.file is None:
            yield "language", self.language
        if translator:
            yield "translator", {SOURCE_LANGUAGE: translator[0], self.language: translator[-1]}
        gone = {name.partition(": ")[2] for name in made.taken_out if name.startswith("pictures: ")}
        if self.file and gone:
            kept = [picture for picture in self.file.translation.pictures if picture.picture not in gone]
            yield (
                "pictures",
                [{"picture": str(picture.picture), "file": str(picture.file)} for picture in kept],
            )


def print_update(task: TranslationTask, made: Update, *, written: bool) -> None:
    """Print what was done to a translation's file, and what is left to do."""
    console = results_console()
    todo = sum(draft.todo for draft in made.drafts)
    done = len(made.drafts) - todo
    console.print(f"wrote {task.name}" if written else f"{task.name} needs no change")
    console.print(f"{count(len(made.drafts), 'part')}: {done} done, {todo} to do")
    for status, label in _STATUS_NAMES.items():
        if names := made.names(status):
            console.print(f"  {label}: {_listed(names)}")
    for name, before in made.renamed.items():
        console.print(f"  renamed: {before} is now {name}")
    if made.taken_out:
        console.print(f"  removed, because the English no longer has it: {_listed(made.taken_out)}")
    if todo:
        console.print("Look for `todo: true`. Write below `words`, then delete `todo` and `source`.")
    for note in _notes(task, made):
        console.print(note)


def _notes(task: TranslationTask, made: Update) -> Iterator[str]:
    """Say what else is missing before the translation is printed."""
    reviewer = task.file and task.file.translation.reviewer
    if reviewer and any(draft.todo for draft in made.drafts):
        yield f"{reviewer} reviewed it before these changes: ask again, or take `reviewer` out."
    languages = [name for name in task.library.words if Language(task.language).is_like(name)]
    if not languages:
        yield f"Nothing is printed in '{task.language}' before there is a words/{task.language}.yaml."
    elif not (
        # A clinic that cannot be read may print it.
        any(name.startswith("clinics/") for name in task.library.faults)
        or any(set(languages) & set(folder.clinic.prints.languages) for folder in task.library.clinics)
    ):
        yield f"No clinic prints it: add `{languages[0]}` to the `languages` of its clinic.yaml."


def _listed(names: tuple[str, ...]) -> str:
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _find_source(library: Library, topic: str) -> HandoutFile:
    """Find the source of a topic; if it cannot be read, print its problems and exit."""
    sources = {file.topic: file for file in library.handouts if file.language == SOURCE_LANGUAGE}
    if topic in sources:
        return sources[topic]
    name = f"handouts/{topic}/{SOURCE_LANGUAGE}.yaml"
    if (library.workspace.root / name).is_file():
        # A handout has no problem of its own if only its references cannot be read.
        own = [problem for problem in library.problems if problem.place.file == name]
        print_problems(own or library.problems, library.workspace)
        raise click.exceptions.Exit(1)
    message = f"there is no handout '{topic}': {suggest(topic, tuple(sources))}"
    raise click.UsageError(message)


def _read_file(library: Library, path: Path) -> TranslationFileText:
    name = library.workspace.name(path)
    try:
        text = read_text(path, name)
        if "parts" not in parse_source(text, name):
            message = f"{name} is a handout of its own and no translation: move it away first"
            raise click.ClickException(message)
        return read_translation_text(text, name)
    except ContentError as error:
        print_problems(error.problems, library.workspace)
        raise click.exceptions.Exit(1) from error
