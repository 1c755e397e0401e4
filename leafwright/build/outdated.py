"""Translations that are older than their source: withheld, unless their clinic prints them with a stamp."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from typing import Final

from leafwright.build.editions import editions_of, papers_of
from leafwright.build.requested import RequestedTopic, list_topics, sheets_of
from leafwright.build.selection import ANY, Selection
from leafwright.library import Library, TranslationFile
from leafwright.manifest import Names, Reason, Withheld
from leafwright.problems import Problem, Severity
from leafwright.sheet import SheetKey
from leafwright.text import Text
from leafwright.translation.parts import OPENING, called

WHY: Final[Mapping[Reason, str]] = {
    Reason.OUTDATED: "its translation is older than what it was made from",
    Reason.UNFINISHED: "its translation is not finished",
    Reason.UNREADABLE: "some of its files cannot be read, and others have changed",
}
"""Why a sheet is withheld, in words."""

FEW: Final = 3
"""How many parts are named; the others are only counted."""


def list_withheld(library: Library, selection: Selection) -> Iterator[Withheld]:
    """List the chosen sheets that are withheld.

    If a translation for one country is outdated and the one for all countries is printed instead, nothing is
    withheld.
    """
    for topic, file in _outdated(library):
        source, prints, formats = file.source.handout, topic.folder.clinic.prints, library.formats
        for name in source.sheets_of(prints.variants) if not topic.printed else ():
            kind = source.kind_of(name)
            for edition in editions_of(formats, prints, replace(file.source, translated=file), name):
                for other, paper in papers_of(formats, prints, edition):
                    key = replace(topic.key, variant=name, edition=edition, other_paper=other)
                    if selection.chooses(key, kind, paper):
                        yield _withheld(key, paper, topic, file)


def list_all(library: Library) -> Iterator[SheetKey]:
    """List the sheets that clinics print, and those that they withhold."""
    yield from sheets_of(library, ANY)
    yield from (sheet.key for sheet in list_withheld(library, ANY))


def find_outdated(library: Library, selection: Selection) -> Iterator[Problem]:
    """Warn of each chosen translation that is older than its source, once for each clinic that prints it."""
    for topic, file in _outdated(library):
        if selection.chooses_topic(topic.key):
            stamped = topic.printed is not None and topic.printed.translated is file
            verb = "prints with a stamp" if stamped else "does not print"
            yield Problem(
                place=file.translation.place,
                code="outdated-translation" if file.state.older else "unfinished-translation",
                message=f"{topic.folder.id} {verb} {file.topic} in {topic.language}: {_behind(file)}",
                hint=f"{_how_to_mark(file)}write what is marked to do",
                severity=Severity.WARNING,
            )


def _how_to_mark(file: TranslationFile) -> str:
    """Say which command marks what is to do, unless all of it is marked already."""
    state, parts = file.state, file.translation.parts
    marked = not state.older and all(
        name in parts and parts[name].todo for name in (*state.missing, *state.stale)
    )
    return "" if marked else f"run `translate {file.topic} {file.language}` and "


def _outdated(library: Library) -> Iterator[tuple[RequestedTopic, TranslationFile]]:
    for topic in list_topics(library):
        if topic.translation and not topic.translation.state.current:
            yield topic, topic.translation


def _withheld(key: SheetKey, paper: str, topic: RequestedTopic, file: TranslationFile) -> Withheld:
    folder, words = topic.folder, topic.folder.words[topic.language]
    names = Names(
        clinic=folder.clinic.name.plain,
        topic=_title(file, OPENING) or file.source.handout.title.plain,
        variant=_name_of(file.source.handout.kind_of(key.variant), words.phrases.variants),
        edition=_name_of(key.edition, words.phrases.editions),
        language=str(words.name),
    )
    source = file.source.handout
    title = _title(file, f"{OPENING}.{key.variant}") or names.topic
    return Withheld(
        **asdict(key),
        paper=paper,
        names=names,
        title=title,
        source_title=(source.variants[key.variant].title or source.title).plain,
        reference=str(source.reference),
        reason=Reason.OUTDATED if file.state.older else Reason.UNFINISHED,
    )


def _name_of(name: str, names: Mapping[str, Text]) -> str:
    """Find the name of a variant or an edition; only a withheld sheet may have none."""
    return names[name].plain if name in names else name


def _title(file: TranslationFile, name: str) -> str:
    part = file.translation.parts.get(name)
    title = part.words.get("title") if part else None
    return title.plain if title else ""


def _behind(file: TranslationFile) -> str:
    """Say which parts are outdated, and which were never finished."""
    state = file.state
    groups = {
        f"changed in {file.source.name}": state.older,
        "still to do": tuple(name for name in state.stale if name not in state.older),
        "without words": tuple(name for name in state.missing if name not in state.older),
    }
    return ", ".join(f"{state}: {_named(names)}" for state, names in groups.items() if names)


def _named(names: tuple[str, ...]) -> str:
    shown = ", ".join(map(called, names[:FEW]))
    return shown + (f" and {len(names) - FEW} more" if len(names) > FEW else "")
