"""Report the progress of a library's translations: one row for each topic and language."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from leafwright.library import HandoutFile, Library, TranslationFile
from leafwright.model.localised import SOURCE_LANGUAGE, in_language
from leafwright.tags import Language
from leafwright.translation import parts_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationProgress:
    """The parts of a translation, counted; one that a clinic prints but nobody has begun has no `file`."""

    topic: str
    language: str
    file: str
    parts: int
    done: int
    stale: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    left_over: tuple[str, ...] = ()
    translator: str = ""
    reviewer: str = ""


def make_progress(library: Library, topic: str | None = None) -> tuple[TranslationProgress, ...]:
    """Count every translation, including those that nobody has begun, sorted; `topic` chooses one."""
    begun = {(file.topic, file.language): _progress(file) for file in library.translations}
    rows = {**dict(_not_begun(library)), **begun}
    return tuple(rows[key] for key in sorted(rows) if topic in {None, key[0]})


def progress_as_json(rows: Iterable[TranslationProgress]) -> str:
    """Write rows as a JSON list."""
    return json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=2) + "\n"


def _progress(file: TranslationFile) -> TranslationProgress:
    state, parts = file.state, len(parts_of(file.source.handout))
    translator = in_language(file.translation.translator, SOURCE_LANGUAGE)
    return TranslationProgress(
        topic=file.topic,
        language=file.language,
        file=file.name,
        parts=parts,
        done=parts - len(state.stale) - len(state.missing),
        stale=state.stale,
        missing=state.missing,
        left_over=state.left_over,
        translator=translator.plain if translator else "",
        reviewer=str(file.translation.reviewer or ""),
    )


def _not_begun(library: Library) -> Iterator[tuple[tuple[str, str], TranslationProgress]]:
    """Go through the translations that a clinic would print if somebody made them."""
    existing = {(file.topic, file.language) for file in library.handouts}
    existing |= {(file.topic, file.language) for file in library.translations}
    for source in library.handouts:
        for language in _printed(library, source):
            key = (source.topic, language)
            if source.language == SOURCE_LANGUAGE and key not in existing:
                parts = tuple(parts_of(source.handout))
                yield (
                    key,
                    TranslationProgress(
                        topic=source.topic,
                        language=language,
                        file="",
                        parts=len(parts),
                        done=0,
                        missing=parts,
                    ),
                )


def _printed(library: Library, source: HandoutFile) -> Iterator[str]:
    """Go through the languages in which clinics print a topic, without their countries."""
    for folder in library.clinics:
        if folder.clinic.prints_topic(source.topic):
            yield from (Language(name).base for name in folder.clinic.prints.languages)
