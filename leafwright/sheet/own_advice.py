"""Find advice in a handout on something that it also leaves to the clinic.

An answer for all topics is never printed beside other advice. For example, if a handout itself says when to
eat, the clinic must answer for that topic by name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from leafwright.blocks.do_and_do_not import DoAndDoNot
from leafwright.handout import Section
from leafwright.model.identity import once_each
from leafwright.model.walk import texts_of
from leafwright.problems import Place
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
"""By slot, how English text gives advice of its own."""


def find_own_advice(sections: Iterable[Section]) -> dict[str, Place]:
    """Find where sections in English give advice on a slot that they leave to the clinic."""
    first: dict[str, Text] = {}
    for section in sections:
        first = {**_find_subjects(section), **first}
    return {slot: text.place for slot, text in first.items() if text.place}


@once_each
def _find_subjects(section: Section) -> dict[str, Text]:
    """Find the first text with advice on each slot; many sheets print the same section."""
    advice = list(_advice_in(section))
    found = (
        (slot, next((text for text, words in advice if pattern.search(words)), None))
        for slot, pattern in SUBJECTS.items()
    )
    return {slot: text for slot, text in found if text}


def _advice_in(section: Section) -> Iterator[tuple[Text, str]]:
    """Go through the texts of a section with their words; an item of "Do not" gets these words too."""
    yield from ((text, text.plain) for text in texts_of(section))
    for block in section.blocks:
        if isinstance(block, DoAndDoNot):
            yield from ((item, f"do not {item.plain}") for item in block.do_not.items)
