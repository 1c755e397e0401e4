"""What a clinic answers for one topic: its answer for that topic, else the one for all topics.

An answer for all topics never stands beside other advice: where a handout says itself when to eat, say, the
clinic has to answer for that topic by name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from leafwright.handout import Section
from leafwright.integrity import texts_of
from leafwright.model.clinic import Clinic, in_language
from leafwright.problems import Place, Problem
from leafwright.tags import Language
from leafwright.text import Text

_NOT: Final = r"(?:do\s+not|don[’']t|must\s+not|never|cannot|can[’']t|should\s+not|avoid|stop)"
_FEW: Final = r"(?:[\w,]+\s+){0,3}?"
SUBJECTS: Final[Mapping[str, re.Pattern[str]]] = {
    "eating-and-drinking": re.compile(
        rf"\b(?:{_NOT}\s+{_FEW}(?:eat|eating|drink|drinking|food)\b(?!\s+(?:any\s+)?alcohol)"
        r"|nothing\s+to\s+(?:eat|drink)|nil\s+by\s+mouth|empty\s+stomach|solid\s+food|clear\s+(?:fluids?|liquids?)"
        r"|(?:can|may)\s+(?:still\s+)?(?:eat|drink)\b|eat\s+and\s+drink|light\s+(?:meal|breakfast)|\bfast\s+(?:for|from))",
        re.IGNORECASE,
    ),
    "driving": re.compile(
        rf"\b(?:(?:{_NOT}|you\s+(?:can|may))\s+{_FEW}(?:drive|driving)\b|not\s+be\s+able\s+to\s+drive)",
        re.IGNORECASE,
    ),
    "escort": re.compile(
        r"\b(?:someone|somebody|adult|friend|relative)\s+(?:[\w,]+\s+){0,4}?(?:take|drive|collect|bring)\s+you\b"
        r"|\byou\s+(?:can|may)\s+(?:go|travel)\s+home\s+(?:alone|by\s+yourself)",
        re.IGNORECASE,
    ),
    "blood-thinners": re.compile(
        rf"\b(?:{_NOT}|keep|continue|carry\s+on|go\s+on)\s+(?:taking\s+)?{_FEW}"
        r"(?:blood[\s-]thinn\w+|anticoagulants?|warfarin|apixaban|rivaroxaban|clopidogrel|edoxaban|dabigatran)",
        re.IGNORECASE,
    ),
}
"""How English says itself what a slot leaves to the clinic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers of a clinic for one topic; `spoken` are the slots that its handout speaks of itself."""

    clinic: Clinic
    clinic_file: str
    topic: str
    spoken: Mapping[str, Place] = field(default_factory=dict)

    def find(self, slot: str, language: str) -> Text | None:
        """Return the answer in a language, if there is one for this topic."""
        own = self.clinic.decisions_for.get(self.topic, {}).get(slot)
        shared = {} if slot in self.spoken else self.clinic.decisions.get(slot, {})
        return in_language(shared if own is None else own, language)

    def tell_open(self, slot: str, language: str, asked: Place) -> Problem:
        """Name a slot that is open, what asks for it, and the file and lines to write."""
        where = f"{asked.file}:{asked.line}"
        message = f"the decision '{slot}' is not made for {language}, and {where} asks for it"
        if spoken := self.spoken.get(slot):
            message += f"; line {spoken.line} speaks of it too, which an answer for all may contradict"
        return Problem(
            place=self.clinic.place_of("decisions"),
            code="missing-decision",
            message=message,
            hint=self._how_to_decide(slot, Language(language).base),
        )

    def _how_to_decide(self, slot: str, language: str) -> str:
        if slot in self.spoken:
            line = f"{self.topic}: {{{slot}: {{{language}: ...}}}}"
            return f"answer for this topic: add to {self.clinic_file}, below `decisions-for:`, `{line}`"
        if slot in self.clinic.decisions:
            return f"add `{language}: ...` to {self.clinic_file}, below the `{slot}:` that is there"
        return f"add to {self.clinic_file}, below `decisions:`, `{slot}: {{{language}: ...}}`"


def find_spoken(sections: Iterable[Section]) -> dict[str, Place]:
    """Find where sections in English say themselves what a slot leaves to the clinic."""
    texts = [text for section in sections for text in texts_of(section)]
    return dict(_spoken(texts))


def _spoken(texts: list[Text]) -> Iterator[tuple[str, Place]]:
    for slot, pattern in SUBJECTS.items():
        found = next((text for text in texts if pattern.search(text.plain)), None)
        if found and found.place:
            yield slot, found.place
