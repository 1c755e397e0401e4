"""What a clinic answers for one topic: its answer for that topic, else the one for all topics."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from leafwright.model.clinic import Clinic, in_language
from leafwright.problems import Place, Problem
from leafwright.tags import Language
from leafwright.text import Text


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
