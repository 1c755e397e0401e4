"""A time is too vague to act on."""

import re
from typing import Final

from leafwright.rules import Finding, Findings, PassageKind, Reader
from leafwright.rules.listed import read_phrases
from leafwright.rules.wording import FoundWord, WordList

_SAY_WHEN: Final = "say when: within 2 days, by Friday"
_SAY_HOW_LONG: Final = "say for how long: 30 minutes, 2 days"
_SAY_HOW_OFTEN: Final = "say how often: every 4 hours, twice a year"
_UNSAID: Final = {_SAY_WHEN: "when", _SAY_HOW_LONG: "how long", _SAY_HOW_OFTEN: "how often"}
_HOW_OFTEN: Final = frozenset(read_phrases("vague-times", "how-often"))
_HOW_LONG: Final = frozenset(read_phrases("vague-times", "how-long"))
_AS_POSSIBLE: Final = frozenset(read_phrases("vague-times", "as-possible"))
_VAGUE: Final = WordList.saying(
    {
        _SAY_WHEN: (*read_phrases("vague-times", "when"), *_AS_POSSIBLE),
        _SAY_HOW_LONG: _HOW_LONG,
        _SAY_HOW_OFTEN: _HOW_OFTEN,
        "": ("once in a while",),
    }
)
_NO_INSTRUCTION: Final = frozenset(
    {PassageKind.TITLE, PassageKind.HEADING, PassageKind.QUESTION, PassageKind.ALT, PassageKind.CAPTION}
)
_AFTER: Final = re.compile(r"\s+(?:after|before|afterwards|following|enough|as|thereafter)\b", re.IGNORECASE)
_COMPARED: Final = re.compile(r"\b(?:as|too|how|so|that)\s+$", re.IGNORECASE)
_TO_DO: Final = (
    r"(?:rest|wait|stay|remain|sit|lie|keep|stop|avoid|hold|pause|relax|apply|press|drink|eat|leave|sleep|stand"
    r"|make|book|phone|call|ring|contact|see|visit|arrange|come|take|return|check|change|clean|drain|turn|move|test)"
)
_INSTRUCTED: Final = re.compile(
    rf"^\W*(?:(?:please|then|and|after that|afterwards)\W+)*(?:do\s+not\s+)?{_TO_DO}\b"
    rf"|(?:\b(?:please|must|should|need\s+to|have\s+to|then|and)|,)\s+(?:not\s+)?{_TO_DO}\b",
    re.IGNORECASE,
)
_WISHED: Final = re.compile(r"\b(?:whether|if)\s+you\b[^,;]*$", re.IGNORECASE)
"""What the reader plans for: nobody else can say when."""
_WILL: Final = re.compile(r"\b(?:will|shall)\b(?!\s+(?:need|have)\s+to)|['’]ll\b", re.IGNORECASE)


def check(reader: Reader) -> Findings:
    """Report times that nobody can act on."""
    for vague in _VAGUE.find(reader):
        if vague.passage.kind not in _NO_INSTRUCTION and _matters(vague):
            yield Finding(
                place=vague.passage.place_at(vague.start),
                message=f"'{vague.word}' does not say {_UNSAID[vague.advice]}",
                hint=vague.advice,
            )


def _matters(vague: FoundWord) -> bool:
    """Return whether the reader has to act on it or wait for it, and nothing else says when."""
    if vague.entry in _HOW_LONG:
        return bool(_INSTRUCTED.search(vague.before))
    if vague.entry in _HOW_OFTEN:
        return bool(_INSTRUCTED.search(vague.before) or _WILL.search(vague.before))
    if _AFTER.match(vague.after):
        return False
    if vague.entry in _AS_POSSIBLE:
        return bool(_WILL.search(vague.before))
    if vague.entry in {"soon", "very soon"}:
        expected = _WILL.search(vague.sentence.text) or _INSTRUCTED.search(vague.before)
        return bool(expected) and not _COMPARED.search(vague.before)
    return not _WISHED.search(vague.before)
