"""A warning says to phone somebody, but does not print the number."""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.blocks.warning import WarningBlock
from leafwright.rules import Finding, Findings, Passage, PassageKind, Reader, just_before

_WHO: Final = (
    r"(?:(?:help|hot|advice\s+|phone\s+|telephone\s+|nurse\s+|support\s+)lines?|lines?|numbers?|wards?|clinics?"
    r"|departments?|units?|teams?|nurses?|hospitals?|practice|surgery|offices?|services?|switchboard|desk|midwives"
    r"|midwife|reception)"
)
_LINE: Final = re.compile(
    r"\b(?:phone|phoning|ring|ringing|call|calling|telephone|telephoning|dial|text|contact|contacting"
    r"|speak\s+to|talk\s+to|get\s+in\s+touch\s+with)\s+"
    rf"(?:us\b|(?:the|our|your|this)\s+(?:[\w’'-]+\s+){{0,4}}?{_WHO}\b)",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"\b(?:help|hot|advice\s+)line\b", re.IGNORECASE)
"""A line that a heading names without saying to phone it."""
_NOT_ONES_OWN: Final = re.compile(r"\b(?:emergency|ambulance|gp|doctor)\b", re.IGNORECASE)
_DENIED: Final = re.compile(
    r"(?:\bnot|\bnever|n[’']t|\bwithout|\brather\s+than|\binstead\s+of)(?:\s+\w+)?\s+$", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"\d[\d ()-]*\d\d")
_HINT: Final = (
    "choose `level: call`, which prints the numbers of the department and out of hours, name another line of "
    "the clinic in `lines:`, or only mention the number that is printed"
)


def check(reader: Reader) -> Findings:
    """Report warnings that promise a phone line and do not print its number."""
    for passage in reader.passages:
        block = passage.block
        if not isinstance(block, WarningBlock) or passage.kind is PassageKind.ITEM:
            continue
        if not {*block.line_keys} - {"emergency"}:
            for start, words in _promised(passage):
                printed = "only the emergency number" if block.line_keys else "no number"
                yield Finding(
                    place=passage.place_at(start),
                    message=f"'{words}' promises a number, but the box prints {printed}",
                    hint=_HINT,
                )


def _promised(passage: Passage) -> Iterator[tuple[int, str]]:
    """Go through the lines that a text of a warning says to phone, the first of each sentence."""
    for sentence in passage.sentences:
        if _NUMBER.search(sentence.text):
            continue
        match = next(filter(_is_promise, _LINE.finditer(sentence.text)), None)
        if not match and passage.kind is PassageKind.HEADING:
            match = _NAMED.search(sentence.text)
        if match:
            yield sentence.start + match.start(), match[0]


def _is_promise(match: re.Match[str]) -> bool:
    denied = _DENIED.search(just_before(match.string, match.start()))
    return not denied and not _NOT_ONES_OWN.search(match[0])
