"""List the sheets that the clinics of a library print, each with its inputs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from leafwright.build.editions import clinic_paper, editions_of, papers_of
from leafwright.build.selection import ANY, Selection, SelectionError
from leafwright.build.siblings import Siblings
from leafwright.build.unprinted import find_unprinted
from leafwright.handout import Handout
from leafwright.library import ClinicFolder, HandoutFile, Library, TranslationFile
from leafwright.model.clinic import Clinic
from leafwright.model.localised import SOURCE_LANGUAGE
from leafwright.model.words import Words
from leafwright.page_format import Format
from leafwright.problems import Problem, Severity, has_errors
from leafwright.sheet import SheetKey
from leafwright.sheet.inputs import SheetInputs
from leafwright.sheet.sibling import Sibling
from leafwright.tags import Language

OPTIONS: Final = {
    "papers": "paper",
    "editions": "edition",
    "variants": "variant",
    "languages": "language",
    "clinics": "clinic",
    "topics": "topic",
}
"""What sheets are chosen by, and what a key calls it."""
MOST_NAMED: Final = 5
"""How many others a message names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestedTopic:
    """A topic that a clinic prints in a language, with the handout in that language or the nearest one.

    There may be a `translation` from which no handout can be made.
    """

    folder: ClinicFolder
    topic: str
    language: str
    handout: HandoutFile | None
    translation: TranslationFile | None

    @property
    def key(self) -> SheetKey:
        """The key that its sheets share, to select by."""
        names = {"clinic": self.folder.id, "topic": self.topic, "language": self.language}
        return SheetKey(**names, variant="", edition="")

    @property
    def printed(self) -> HandoutFile | None:
        """The handout that is printed, unless the clinic withholds it because its source has changed."""
        withholds = self.folder.clinic.prints.outdated_translations == "withhold"
        file = self.handout
        outdated = file is not None and file.translated is not None and not file.translated.state.current
        return None if outdated and withholds else file


def list_topics(library: Library) -> Iterator[RequestedTopic]:
    """List what clinics print, by clinic, language and topic, whether there is a handout or not."""
    handouts = {(file.topic, file.language): file for file in library.handouts}
    translations = {(file.topic, file.language): file for file in library.translations}
    sources = {name for name, file in handouts.items() if not file.translated}
    topics = sorted({topic for topic, _ in (*handouts, *translations)})
    for folder in library.clinics:
        for language in dict.fromkeys(map(str, folder.clinic.prints.languages)):
            for topic in filter(folder.clinic.prints_topic, topics):
                names = [(topic, tag) for tag in Language(language).nearest]
                first = next((name for name in names if name in translations or name in sources), None)
                yield RequestedTopic(
                    folder=folder,
                    topic=topic,
                    language=language,
                    handout=next((handouts[name] for name in names if name in handouts), None),
                    translation=translations.get(first) if first else None,
                )


def list_requested(library: Library, selection: Selection) -> Iterator[SheetInputs]:
    """List the chosen sheets that clinics print, with their inputs."""
    for topic, key, _ in _chosen(library, selection):
        if file := topic.printed:
            yield _inputs_of(library, key, file, topic.folder)


def _chosen(library: Library, selection: Selection) -> Iterator[tuple[RequestedTopic, SheetKey, str]]:
    """Go through the chosen sheets that clinics print or withhold, each with its paper."""
    for topic in list_topics(library):
        if file := topic.handout:
            formats, prints = library.formats, topic.folder.clinic.prints
            for name in file.handout.sheets_of(prints.variants):
                kind = file.handout.kind_of(name)
                for edition in editions_of(formats, prints, file, name):
                    for other, paper in papers_of(formats, prints, edition):
                        key = replace(topic.key, variant=name, edition=edition, other_paper=other)
                        if selection.chooses(key, kind, paper):
                            yield topic, key, paper


def check_printed(library: Library, selection: Selection) -> None:
    """Check that clinics print or withhold what is chosen, if all of it can be read and is translated.

    Raises SelectionError with the name to change, and those that there are.
    """
    untranslated = any(
        not topic.handout and selection.chooses_topic(topic.key) for topic in list_topics(library)
    )
    unread = not library.clinics or has_errors(selection.problems_in(library))
    # Of a topic that was named, this reports the line of the clinic to change.
    unlisted = has_errors(find_unprinted(library, selection))
    if unread or unlisted or untranslated or any(_chosen(library, selection)):
        return
    for field, option in OPTIONS.items():
        if names := getattr(selection, field):
            wider = Selection(**{name: getattr(selection, name) for name in OPTIONS if name != field})
            if others := {
                paper if option == "paper" else getattr(key, option)
                for _, key, paper in _chosen(library, wider)
            }:
                there = ", ".join(sorted(others)[:MOST_NAMED])
                message = f"no clinic prints that with the {option} {', '.join(names)}: there are {there}"
                raise SelectionError(message)
    if not selection.everything:
        message = "no clinic prints what was asked for"
        raise SelectionError(message)


def _inputs_of(library: Library, key: SheetKey, file: HandoutFile, folder: ClinicFolder) -> SheetInputs:
    inputs = SheetInputs(
        key=key,
        file=file,
        folder=folder.for_handout(file),
        words=folder.words[key.language],
        references=library.references,
        format=format_of(library, key, file.handout, folder.clinic),
    )
    if not file.translated or not library.formats.editions[key.edition].beside:
        return inputs
    words = source_words(folder)
    source = file.translated.source
    beside = replace(key, language=words.language)
    return replace(inputs, beside=replace(inputs, key=beside, file=source, ahead=file, words=words))


def format_of(library: Library, key: SheetKey, handout: Handout, clinic: Clinic) -> Format:
    """Return the format of a sheet."""
    sheet = handout.variants[key.variant]
    paper = clinic_paper(library.formats, clinic.prints, key.edition, key.other_paper)
    settled = library.formats.settle(handout.kind_of(key.variant), key.edition, paper, sheet)
    blocks = handout.blocks_of(key.variant)
    settled = replace(settled, pdf=clinic.prints.pdf)
    return settled.turned_for(max((block.column_count for block in blocks), default=1))


def source_words(folder: ClinicFolder) -> Words:
    """Choose the words of the source language that a clinic prints, or the first that exist."""
    names = [*map(str, folder.clinic.prints.languages), *sorted(folder.words)]
    return next(folder.words[name] for name in names if Language(name).is_like(SOURCE_LANGUAGE))


def sheets_of(library: Library, selection: Selection) -> Iterator[SheetKey]:
    """List the chosen sheets, in the order in which their clinics print them."""
    yield from (key for topic, key, _ in _chosen(library, selection) if topic.printed)


def list_siblings(library: Library) -> Siblings:
    """List what clinics print by topic and variant, whatever is chosen."""
    return Siblings.of(
        Sibling(
            key=key,
            beside=library.formats.editions[key.edition].beside is not None,
            language=str(topic.folder.words[key.language].name),
        )
        for topic, key, _ in _chosen(library, ANY)
        if topic.printed
    )


def find_untranslated(library: Library, selection: Selection) -> Iterator[Problem]:
    """Warn of topics that a clinic prints in a language without a handout.

    If the file exists and cannot be read, its own problems are reported instead.
    """
    faults = library.faults
    for topic in list_topics(library):
        tags = Language(topic.language).nearest
        written = topic.handout or topic.translation
        broken = any(f"handouts/{topic.topic}/{name}.yaml" in faults for name in tags)
        if not written and not broken and selection.chooses_topic(topic.key):
            yield Problem(
                place=topic.folder.clinic.prints.place_of("languages"),
                code="no-translation",
                message=f"{topic.topic} is not written in {topic.language}",
                hint=f"add handouts/{topic.topic}/{tags[-1]}.yaml, or take the language out",
                severity=Severity.WARNING,
            )
