"""Which sheets the clinics of a library print: each with what it is made of."""

from collections.abc import Iterator
from dataclasses import replace

from leafwright.build.outdated import is_withheld
from leafwright.build.selection import Selection
from leafwright.formats import Format
from leafwright.handout import Handout
from leafwright.library import ClinicFolder, HandoutFile, Library
from leafwright.model.clinic import SOURCE_LANGUAGE, Clinic
from leafwright.model.words import Words
from leafwright.problems import Problem, Severity
from leafwright.sheet import SheetKey
from leafwright.sheet.make import SheetInputs
from leafwright.tags import Language


def list_requested(library: Library, selection: Selection) -> Iterator[SheetInputs]:
    """List the chosen sheets that clinics print, with what each is made of."""
    for folder in library.clinics:
        for language, file in _printed(library, folder):
            for name in file.handout.sheets_of(folder.clinic.prints.variants):
                for edition in editions_of(library, folder.clinic, file):
                    key = SheetKey(
                        clinic=folder.id,
                        topic=file.topic,
                        variant=name,
                        edition=edition,
                        language=language,
                    )
                    if selection.chooses(key, file.handout.kind_of(name)):
                        yield _inputs_of(library, key, file, folder)


def editions_of(library: Library, clinic: Clinic, file: HandoutFile) -> list[str]:
    """List the editions in which a clinic prints a handout; one with its source is for translations."""
    wanted = dict.fromkeys(map(str, clinic.prints.editions))
    return [name for name in wanted if file.translated or not library.formats.editions[name].beside]


def _inputs_of(library: Library, key: SheetKey, file: HandoutFile, folder: ClinicFolder) -> SheetInputs:
    inputs = SheetInputs(
        key=key,
        file=file,
        folder=folder,
        words=library.words[key.language],
        references=library.references,
        format=format_of(library, key, file.handout, folder.clinic),
    )
    if not file.translated or not library.formats.editions[key.edition].beside:
        return inputs
    words = source_words(library, folder)
    source = file.translated.source
    beside = replace(key, language=words.language)
    return replace(inputs, beside=replace(inputs, key=beside, file=source, ahead=file, words=words))


def format_of(library: Library, key: SheetKey, handout: Handout, clinic: Clinic) -> Format:
    """Settle how a sheet is printed."""
    pages = handout.variants[key.variant].pages
    return library.formats.settle(handout.kind_of(key.variant), key.edition, clinic.prints.paper, pages)


def source_words(library: Library, folder: ClinicFolder) -> Words:
    """Choose the words of the source language that a clinic prints, else the first there are."""
    names = [*map(str, folder.clinic.prints.languages), *sorted(library.words)]
    return next(library.words[name] for name in names if Language(name).is_like(SOURCE_LANGUAGE))


def _printed(library: Library, folder: ClinicFolder) -> Iterator[tuple[str, HandoutFile]]:
    """Pair each language a clinic prints with the handouts written in it, or in its base."""
    files = {(file.topic, file.language): file for file in library.handouts}
    topics = sorted({file.topic for file in library.handouts if folder.clinic.prints_topic(file.topic)})
    for language in dict.fromkeys(folder.clinic.prints.languages):
        for topic in topics:
            names = ((topic, tag) for tag in Language(language).nearest)
            file = next((files[name] for name in names if name in files), None)
            if file and not is_withheld(file, folder.clinic):
                yield str(language), file


def sheets_of(library: Library, selection: Selection) -> Iterator[SheetKey]:
    """List the sheets that were chosen, in the order in which their clinics print them."""
    yield from (inputs.key for inputs in list_requested(library, selection))


def tell_untranslated(library: Library, selection: Selection) -> Iterator[Problem]:
    """Warn of topics that a clinic prints in a language they are not written in.

    A file that is there and cannot be read is told as what it is, and not as one that is not there.
    """
    faults = library.faults
    for folder in library.clinics:
        pairs = {(language, file.topic) for language, file in _printed(library, folder)}
        pairs |= {
            (language, file.topic)
            for language in folder.clinic.prints.languages
            for file in library.translations
            if file.language in Language(language).nearest
        }
        topics = {file.topic for file in library.handouts if folder.clinic.prints_topic(file.topic)}
        for language in folder.clinic.prints.languages:
            for topic in sorted(topics):
                key = SheetKey(clinic=folder.id, topic=topic, variant="", edition="", language=language)
                tags = Language(language).nearest
                broken = any(f"handouts/{topic}/{name}.yaml" in faults for name in tags)
                if (language, topic) not in pairs and not broken and selection.chooses(key):
                    yield Problem(
                        place=folder.clinic.prints.place_of("languages"),
                        code="no-translation",
                        message=f"{topic} is not written in {language}",
                        hint=f"add handouts/{topic}/{tags[-1]}.yaml, or take the language out",
                        severity=Severity.WARNING,
                    )
