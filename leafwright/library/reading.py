"""Read a workspace's folders into one Library, and report every problem of every file."""

from collections.abc import Iterator
from itertools import chain

from leafwright import integrity
from leafwright.exports import parse_references
from leafwright.formats import Formats
from leafwright.library.clinics import read_clinics
from leafwright.library.finding import (
    EDITIONS,
    LOOKS,
    VARIANTS,
    find_unread,
    format_paths,
    handout_paths,
    reference_paths,
    topic_folders,
    word_paths,
)
from leafwright.library.formats import read_formats
from leafwright.library.gathering import (
    FileReader,
    Parser,
    gather,
    parse_uncached,
    without_garbage_collection,
)
from leafwright.library.handouts import read_topics
from leafwright.library.record import ClinicFolder, Library
from leafwright.library.words import WordsReader
from leafwright.model.reference import Reference
from leafwright.model.words import Words
from leafwright.problems import Place, Problem, Severity, sort_problems
from leafwright.workspace import Workspace


@without_garbage_collection()
def load_library(workspace: Workspace, parser: Parser = parse_uncached) -> Library:
    """Read a whole workspace, each file once; never raises for an author's mistake.

    A caller that reads it repeatedly can pass a parser with a cache.
    """
    workspace = workspace.reading_once()
    reader = FileReader(workspace=workspace, parser=parser)
    problems: list[Problem] = [*find_unread(workspace)]
    entries = _read_references(workspace, problems, reader)
    references = {entry.id: entry for entry in reversed(entries or ())}
    formats = read_formats(problems, reader)
    vocabulary = WordsReader(reader=reader, formats=formats, problems=problems)
    words = vocabulary.read_all()
    known = _known(workspace, references if entries is not None else None, words, formats)
    topics = read_topics(workspace, known, problems, reader)
    clinics = read_clinics(topics.known, problems, reader)
    readable = [one for one in clinics.folders if _has_words(one, words) and _has_formats(one, formats)]
    problems += integrity.check_references(entries or ())
    problems += _nothing_here(workspace)
    return Library(
        workspace=workspace,
        handouts=topics.handouts,
        translations=topics.translations,
        clinics=tuple(vocabulary.change_for(readable, words)),
        lineages=clinics.lineages,
        sites=clinics.sites,
        references=references,
        words=words,
        formats=formats,
        problems=sort_problems(problems),
    )


def _known(
    workspace: Workspace, references: dict[str, Reference] | None, words: dict[str, Words], formats: Formats
) -> integrity.Known:
    """Gather the names that content and clinics may refer to."""
    return integrity.Known(
        variants=tuple(path.stem for path in format_paths(workspace, *VARIANTS)),
        editions=tuple(path.stem for path in format_paths(workspace, *EDITIONS)),
        looks=tuple(path.stem for path in format_paths(workspace, *LOOKS)),
        formats=formats,
        references=None if references is None else tuple(references),
        languages=tuple(path.stem for path in word_paths(workspace)),
        topics=tuple(sorted({path.parent.name for path in handout_paths(workspace)})),
        read=workspace.read_file,
        decisions=tuple(
            sorted({slot for language in words.values() for slot in language.phrases.decision.slots})
        ),
    )


def _read_references(
    workspace: Workspace, problems: list[Problem], reader: FileReader
) -> tuple[Reference, ...] | None:
    """Read the bibliography, if there is one; None if one of its files cannot be read."""
    paths = tuple(reference_paths(workspace))
    files = [gather(problems, reader.read, parse_references, path, workspace.name(path)) for path in paths]
    problems += (
        _nothing_exported(workspace.name(path))
        for path, file in zip(paths, files, strict=True)
        if file and not file.references and path.suffix != ".yaml"
    )
    read = [file.references for file in files if file]
    return tuple(chain.from_iterable(read)) if len(read) == len(files) else None


def _nothing_exported(name: str) -> Problem:
    message = "there is no reference in it"
    hint = "export the collection again, with all its entries, or delete the file"
    return Problem(
        place=Place(file=name), code="no-references", message=message, hint=hint, severity=Severity.WARNING
    )


def _has_words(folder: ClinicFolder, words: dict[str, Words]) -> bool:
    """Return whether the words of a clinic's languages could be read; their faults are reported there."""
    return all(language in words for language in folder.clinic.prints.languages)


def _has_formats(folder: ClinicFolder, formats: Formats) -> bool:
    """Return whether the formats that a clinic prints could be read; their faults are reported there."""
    prints = folder.clinic.prints
    there = {*prints.variants} <= {*formats.variants} and {*prints.editions} <= {*formats.editions}
    return there and folder.clinic.look in formats.looks


def _nothing_here(workspace: Workspace) -> Iterator[Problem]:
    """Report a workspace without handouts."""
    if not any(topic_folders(workspace)):
        message = f"there are no handouts in {workspace.root.name}/handouts/"
        hint = "make one: leafwright new handout NAME, or begin a folder of your own: leafwright init FOLDER"
        yield Problem(place=Place(file="handouts/"), code="no-handouts", message=message, hint=hint)
