"""A clinic answers a decision that no handout asks for."""

from collections.abc import Mapping

from leafwright.model.clinic import Clinic, Department
from leafwright.model.localised import Localised
from leafwright.model.record import is_blank
from leafwright.rules import ClinicReader, Finding, Findings

_HINT = "name the slot in a handout, or take the answer out"


def check(folder: ClinicReader) -> Findings:
    """Report answers that no sheet asks for."""
    if folder.slots is None:
        return
    clinic = folder.clinic
    yield from _check_shared(folder, clinic, "that the clinic prints", folder.slots)
    for key, department in clinic.departments.items():
        own = {topic: slots for topic, slots in folder.slots.items() if folder.departments[topic] == key}
        yield from _check_shared(folder, department, f"of the department '{key}'", own)
    for topic, place in clinic.placed("decisions_for"):
        for slot, texts in clinic.decisions_for[topic].items():
            if slot not in folder.slots.get(topic, ()) and not _is_blank(texts):
                message = f"no sheet of '{topic}' that the clinic prints asks for '{slot}'"
                yield Finding(
                    place=next((text.place for text in texts.values() if text.place), place),
                    message=message,
                    hint=_HINT,
                )


def _check_shared(
    folder: ClinicReader, part: Clinic | Department, whose: str, asked: Mapping[str, frozenset[str]]
) -> Findings:
    """Report the answers of a clinic or a department that none of its topics that ask for them prints."""
    for slot, place in part.placed("decisions"):
        asking = [topic for topic, slots in asked.items() if slot in slots]
        if _is_blank(part.decisions[slot]):
            continue
        if not asking:
            yield Finding(place=place, message=f"no sheet {whose} asks for '{slot}'", hint=_HINT)
        elif all(part is not _answering(folder, slot, topic) for topic in asking):
            message = f"each topic that asks for '{slot}' has its own answer below `decisions-for`"
            hint = "take this answer out, or the others"
            others = [topic for topic in asking if slot not in folder.clinic.decisions_for.get(topic, {})]
            if others:
                message = f"each topic that asks for '{slot}' has its own answer, or its department's"
                hint = _departments_answer(folder, slot, others[0])
            yield Finding(place=place, message=message, hint=hint)


def _departments_answer(folder: ClinicReader, slot: str, topic: str) -> str:
    """Name the answer of the department of a topic, and say where the clinic's own would be printed."""
    key = folder.departments[topic] or ""
    there = dict(folder.clinic.departments[key].placed("decisions"))[slot]
    write = f"write `departments: {{{key}: {{decisions: {{{slot}: ...}}}}}}`"
    return f"{write}, in the place of {there.file}:{there.line}, or take this answer out"


def _answering(folder: ClinicReader, slot: str, topic: str) -> Clinic | Department | None:
    """Return whose answer for all topics a topic prints; None if it has its own."""
    clinic = folder.clinic
    department = clinic.departments.get(folder.departments[topic] or "")
    if slot in clinic.decisions_for.get(topic, {}):
        return None
    return department if department and slot in department.decisions else clinic


def _is_blank(texts: Localised) -> bool:
    return all(is_blank(text.plain) for text in texts.values())
