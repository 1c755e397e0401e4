"""A clinic answers a decision that no handout asks for."""

from collections.abc import Iterator

from leafwright.model.localised import Localised
from leafwright.model.record import is_blank
from leafwright.rules import Finding
from leafwright.rules.clinic_reader import ClinicReader

_HINT = "name the slot in a handout, or take the answer out"


def check(folder: ClinicReader) -> Iterator[Finding]:
    """Report answers that no sheet asks for."""
    if folder.asked is None:
        return
    clinic = folder.clinic
    for slot, place in clinic.placed("decisions"):
        asking = [topic for topic, slots in folder.asked.items() if slot in slots]
        if _is_blank(clinic.decisions[slot]):
            continue
        if not asking:
            message = f"no sheet that the clinic prints asks for '{slot}'"
            yield Finding(place=place, message=message, hint=_HINT)
        elif all(slot in clinic.decisions_for.get(topic, {}) for topic in asking):
            message = f"each topic that asks for '{slot}' has its own answer below `decisions-for`"
            yield Finding(place=place, message=message, hint="take this answer out, or the others")
    for topic, place in clinic.placed("decisions_for"):
        for slot, texts in clinic.decisions_for[topic].items():
            if slot not in folder.asked.get(topic, ()) and not _is_blank(texts):
                message = f"no sheet of '{topic}' that the clinic prints asks for '{slot}'"
                yield Finding(
                    place=next((text.place for text in texts.values() if text.place), place),
                    message=message,
                    hint=_HINT,
                )


def _is_blank(texts: Localised) -> bool:
    return all(is_blank(text.plain) for text in texts.values())
