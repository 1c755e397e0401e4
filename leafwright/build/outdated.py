"""Translations that are older than their source: not printed, unless their clinic prints them stamped."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Final

from leafwright.build.selection import Selection
from leafwright.library import ClinicFolder, HandoutFile, Library, TranslationFile
from leafwright.manifest import Names, Reason, Withheld
from leafwright.model.clinic import Clinic
from leafwright.model.words import Words
from leafwright.problems import Problem, Severity
from leafwright.sheet import SheetKey
from leafwright.tags import Language
from leafwright.text import Text
from leafwright.translation.parts import OPENING, called

WHY: Final[Mapping[Reason, str]] = {
    Reason.OUTDATED: "its translation is older than what it was made from",
    Reason.UNFINISHED: "its translation is not finished",
    Reason.UNREADABLE: "what it takes to make it cannot be read, and what it was made from has changed",
}
"""Why a sheet is withheld, in words."""

FEW: Final = 3
"""How many parts are named before the others are counted."""


def is_withheld(file: HandoutFile, clinic: Clinic) -> bool:
    """Tell whether a clinic holds back the sheets of a handout, for its source has changed since."""
    outdated = file.translated is not None and not file.translated.state.current
    return outdated and clinic.prints.outdated_translations == "withhold"


def list_withheld(library: Library, selection: Selection) -> Iterator[Withheld]:
    """List the chosen sheets that are withheld."""
    for folder, language, file in _outdated(library):
        if _is_printed(library, folder, file):
            continue
        prints = folder.clinic.prints
        source = file.source.handout
        for name in source.sheets_of(prints.variants):
            for edition in dict.fromkeys(prints.editions):
                key = SheetKey(
                    clinic=folder.id, topic=file.topic, variant=name, edition=edition, language=language
                )
                if selection.chooses(key, source.kind_of(name)):
                    yield _withheld(key, folder, library.words[language], file)


def tell_outdated(library: Library, selection: Selection) -> Iterator[Problem]:
    """Warn of each translation that is older than its source, once for each clinic that prints it."""
    for folder, language, file in _outdated(library):
        key = SheetKey(clinic=folder.id, topic=file.topic, variant="", edition="", language=language)
        if selection.chooses(key):
            kept = _is_printed(library, folder, file)
            verb = "prints with a stamp" if kept else "does not print"
            yield Problem(
                place=file.translation.place,
                code="outdated-translation" if file.state.older else "unfinished-translation",
                message=f"{folder.id} {verb} {file.topic} in {language}: {_behind(file)}",
                hint=f"run `translate {file.topic} {file.language}` and write what is marked to do",
                severity=Severity.WARNING,
            )


def _outdated(library: Library) -> Iterator[tuple[ClinicFolder, str, TranslationFile]]:
    """Pair each clinic and language with the translations that it would print and that are not current."""
    files = {(file.topic, file.language): file for file in library.translations}
    written = {(file.topic, file.language) for file in library.handouts if not file.translated}
    for folder in library.clinics:
        for language in dict.fromkeys(map(str, folder.clinic.prints.languages)):
            for topic in sorted({topic for topic, _ in files if folder.clinic.prints_topic(topic)}):
                names = [(topic, tag) for tag in Language(language).nearest]
                first = next((name for name in names if name in files or name in written), None)
                if first in files and not files[first].state.current:
                    yield folder, language, files[first]


def _is_printed(library: Library, folder: ClinicFolder, file: TranslationFile) -> bool:
    """Tell whether there is a handout of an outdated translation that the clinic prints all the same."""
    made = (each for each in library.handouts if each.translated is file)
    return any(not is_withheld(each, folder.clinic) for each in made)


def _withheld(key: SheetKey, folder: ClinicFolder, words: Words, file: TranslationFile) -> Withheld:
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
        names=names,
        title=title,
        source_title=(source.variants[key.variant].title or source.title).plain,
        reference=str(source.reference),
        reason=Reason.OUTDATED if file.state.older else Reason.UNFINISHED,
    )


def _name_of(name: str, names: Mapping[str, Text]) -> str:
    """Find what a variant or an edition is called; a sheet that is printed may not go without."""
    return names[name].plain if name in names else name


def _title(file: TranslationFile, name: str) -> str:
    part = file.translation.parts.get(name)
    title = part.words.get("title") if part else None
    return title.plain if title else ""


def _behind(file: TranslationFile) -> str:
    """Say which parts are older, and which were never finished."""
    state = file.state
    groups = {
        f"changed in {file.source.name}": state.older,
        "still to do": tuple(name for name in state.stale if name not in state.older),
        "without words": tuple(name for name in state.missing if name not in state.older),
    }
    return ", ".join(f"{told}: {_named(names)}" for told, names in groups.items() if names)


def _named(names: tuple[str, ...]) -> str:
    shown = ", ".join(map(called, names[:FEW]))
    return shown + (f" and {len(names) - FEW} more" if len(names) > FEW else "")
