"""What each clinic answers where a handout leaves something to it: by topic and slot, with what is open."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Literal

from leafwright.library import ClinicFolder, HandoutFile, Library
from leafwright.model.clinic import Clinic
from leafwright.model.localised import SOURCE_LANGUAGE, Localised, in_language
from leafwright.problems import Place
from leafwright.rules.placeholder import find_placeholders
from leafwright.sheet.own_advice import find_own_advice

Source = Literal["topic", "department", "clinic", "nobody"]
"""Whose answer it is: a topic's takes precedence over its department's, and that over the clinic's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicAnswer:
    """What a clinic answers to one slot of one topic, or to one that no sheet asks for, which has no topic.

    `department` is that of the topic. `place` is where the answer is written, or for an open slot what asks
    for it. `open_in` are languages in which no sheet can be made, because the answer is missing. `shared` are
    the other topics that print the same answer.
    """

    clinic: str
    topic: str
    slot: str
    source: Source
    place: Place
    department: str = ""
    words: Mapping[str, str]
    open_in: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()

    @property
    def is_placeholder(self) -> bool:
        """Tell whether it is only words to replace, such as those of `new clinic`."""
        return any(any(find_placeholders(words)) for words in self.words.values())


def list_answers(library: Library, clinic: str | None = None) -> tuple[ClinicAnswer, ...]:
    """List the answers of every clinic, or of one: by slot and topic, then its own that no sheet prints."""
    return tuple(
        answer
        for folder in library.clinics
        if clinic in {None, folder.id}
        for answer in _answers_of(folder, tuple(_sources(library, folder)))
    )


def answers_as_json(answers: Iterable[ClinicAnswer]) -> str:
    """Write answers as a JSON list."""
    rows = [
        {
            **{key: value for key, value in asdict(answer).items() if key != "place"},
            "file": answer.place.file,
            "line": answer.place.line,
        }
        for answer in answers
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _sources(library: Library, folder: ClinicFolder) -> Iterator[HandoutFile]:
    """Go through the topics that a clinic prints, each as it is written first."""
    first: dict[str, HandoutFile] = {}
    for file in sorted(library.handouts, key=lambda file: file.language != SOURCE_LANGUAGE):
        if folder.clinic.prints_topic(file.topic):
            first.setdefault(file.topic, file)
    yield from (first[topic] for topic in sorted(first))


def _answers_of(folder: ClinicFolder, files: tuple[HandoutFile, ...]) -> list[ClinicAnswer]:
    asked = [answer for file in files for answer in _asked_by(folder, file)]
    topics: dict[Place, list[str]] = {}
    for answer in asked:
        topics.setdefault(answer.place, []).append(answer.topic)
    shared = [
        replace(answer, shared=tuple(topic for topic in topics[answer.place] if topic != answer.topic))
        for answer in sorted(asked, key=lambda answer: (answer.slot, answer.topic))
    ]
    unasked = (answer for answer in _written(folder) if answer.place not in topics)
    # What is inherited is for sheets of other clinics, too.
    return [*shared, *(answer for answer in unasked if answer.place.file == folder.name)]


def _asked_by(folder: ClinicFolder, file: HandoutFile) -> Iterator[ClinicAnswer]:
    """Go through the slots that the sheets of a topic ask for, each once."""
    handout, prints = file.handout, folder.clinic.prints
    whole, department = folder.for_handout(file).clinic, folder.department_of(file)
    lacking = department is not None and department not in folder.clinic.departments
    found: dict[str, Place] = {}
    advised: set[str] = set()
    for name in handout.sheets_of(prints.variants):
        sections = handout.sections_of(name)
        blocks = (block for section in sections for block in section.blocks)
        asked = {slot: place for block in blocks for slot, place in block.named_decisions()}
        advised |= asked.keys() & find_own_advice(sections).keys()
        found = asked | found
    for slot, place in found.items():
        answer = {} if lacking else whole.answer(file.topic, slot, shared=slot not in advised) or {}
        source = _source_of(folder.clinic, file.topic, slot, department) if answer else "nobody"
        open_in = tuple(name for name in prints.languages if in_language(answer, name) is None)
        yield ClinicAnswer(
            clinic=folder.id,
            topic=file.topic,
            slot=slot,
            source=source,
            place=_place_of(answer) or place,
            department=department or "",
            words=_plain(answer),
            open_in=open_in,
        )


def _source_of(clinic: Clinic, topic: str, slot: str, department: str | None) -> Source:
    if slot in clinic.decisions_for.get(topic, {}):
        return "topic"
    own = clinic.departments.get(department or "")
    return "department" if own and slot in own.decisions else "clinic"


def _written(folder: ClinicFolder) -> Iterator[ClinicAnswer]:
    """Go through every answer that a clinic writes."""
    clinic = folder.clinic
    written: list[tuple[Source, str, Mapping[str, Localised]]] = [("clinic", "", clinic.decisions)]
    written += [("department", key, part.decisions) for key, part in clinic.departments.items()]
    written += [("topic", "", answers) for answers in clinic.decisions_for.values()]
    for source, department, answers in written:
        for slot, answer in answers.items():
            yield ClinicAnswer(
                clinic=folder.id,
                topic="",
                slot=slot,
                source=source,
                place=_place_of(answer) or clinic.place,
                department=department,
                words=_plain(answer),
            )


def _place_of(answer: Localised) -> Place | None:
    return next((text.place for text in answer.values() if text.place), None)


def _plain(answer: Localised) -> dict[str, str]:
    return {language: text.plain for language, text in answer.items()}
