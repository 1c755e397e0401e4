"""Write notes for translators: what a text is, where it is printed, and the sentence it is part of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.risk import Risk
from leafwright.handout import Handout, Section
from leafwright.model.record import Record
from leafwright.model.words import Words
from leafwright.translation import parts_of

_CALLED: Final[Mapping[str, str]] = {
    "alt": "what a picture shows, for readers who cannot see it",
    "answers": "an answer in the table that compares options",
    "audience": "whom the leaflet is for",
    "benefits": "a benefit",
    "caption": "the caption of a picture",
    "definition": "what an option means",
    "funding": "who paid for the leaflet",
    "keywords": "a word to find the leaflet by; it is not printed",
    "matters": "a prompt to write about",
    "message": "the main message, at the top of the leaflet",
    "owner": "who wrote the leaflet",
    "points": "a point of the summary at the top",
    "question": "a question of the table that compares options",
    "slots": "the name of something that each clinic decides for itself",
    "signs": "a sign to watch for",
    "time-frame": "when or for how long",
    "when": "a moment of the timeline",
}
"""What a text is, by the last word of its path, if that does not say it."""
_SENTENCE: Final = frozenset({"people", "event", "otherwise", "group"})
"""The texts of a risk that become part of a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Writes notes on the texts of a handout; `source` and `target` are the two languages' fixed phrases."""

    handout: Handout
    source: Words | None
    target: Words | None

    def of(self, part: str, path: str) -> Iterator[str]:
        """Go through the notes on one text, as far as they are known."""
        owner = parts_of(self.handout)[part].owner
        last = _last_word(path)
        yield f"This is {_CALLED.get(last) or _kind(owner, last)}{self._where(part)}."
        if isinstance(owner, Risk) and last in _SENTENCE and (owner.says_groups or last != "group"):
            yield from self._sentences(owner)

    def _where(self, part: str) -> str:
        variants = self.handout.variants
        for section in self.handout.sections:
            if part in {section.id, *(block.id for block in section.blocks)}:
                printed = [name for name in variants if section in self.handout.sections_of(name)]
                return f", in the section “{section.heading.plain}” of: {', '.join(printed)}"
        variant = part.partition(".")[2]
        return f", of: {variant}" if variant else ""

    def _sentences(self, risk: Risk) -> Iterator[str]:
        if self.source:
            sentences = " ".join(text.plain for text in risk.statements(self.source))
            yield f"It is part of: {sentences}"
        if self.target:
            frames = self.target.phrases.risk
            alone, grouped = (frames.framing, frames.rest), (frames.group_framing, frames.group_rest)
            sentences = " ".join(grouped if risk.says_groups else alone)
            yield f"In {self.target.language} it becomes part of: {sentences}"


def _kind(owner: Record, last: str) -> str:
    """Name a text by its record and its field: `the action of a warning`."""
    if isinstance(owner, Section):
        return "the heading of a section"
    field = "item" if last == "items" else last
    kind = f"a {owner.kind} block" if isinstance(owner, BlockRecord) else "the leaflet"
    return f"the {field} of {kind}"


def _last_word(path: str) -> str:
    """Return the field of a text; for answers and slots it is their field, not the id below it."""
    steps = [step for step in path.split(".") if not step.isdigit()]
    return next((name for name in ("answers", "slots") if name in steps), steps[-1])
