"""Make links of the telephone numbers in sentences, so that who reads on a phone can dial them.

A dose, a date or a count is never a link: only what is written as nothing but a telephone number is, and what
the clinic itself has as the number of a line. Three digits are no link in a sentence: people are counted so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Self, TypeVar

from leafwright.model.clinic import Clinic
from leafwright.model.walk import rewrite_texts
from leafwright.model.words import Words
from leafwright.telephone import can_dial, dial, digits_of, find_numbers
from leafwright.text import Run, Span, Text

T = TypeVar("T")

FEWEST_OF_OWN: Final = 5
"""How many digits a clinic's own number has at least that is a link where a sentence writes it alike."""
_AFTER: Final = re.compile(r"\d[ -]$")
_NO_BREAK: Final = str.maketrans("\u00a0\u202f", "  ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialler:
    """Knows the numbers of a clinic and the countries of its readers.

    `own` finds the numbers as the clinic writes them, `extension` what is written after one that has one.
    """

    own: re.Pattern[str]
    extension: re.Pattern[str]
    regions: tuple[str, ...]

    @classmethod
    def of(cls, clinic: Clinic, words: Words) -> Self:
        """Learn the numbers of a clinic, and how a language writes an extension."""
        # The longest first: the number of a line is within what is dialled for text relay.
        numbers = "|".join(map(re.escape, sorted({*_numbers_of(clinic)}, key=len, reverse=True)))
        before, _, after = words.phrases.contact.extension.partition("{n}")
        return cls(
            own=re.compile(rf"(?<![\w.,/+-])(?:{numbers or '(?!)'})(?![\w/-]|[.,]\d)"),
            extension=re.compile(rf" {re.escape(before)}(\d{{1,7}})(?!\d){re.escape(after)}"),
            regions=clinic.prints.countries,
        )

    def text(self, text: Text) -> Text:
        """Make a link of each telephone number in a text."""
        if not any(map(str.isdecimal, text.plain)):
            return text
        return replace(text, spans=tuple(part for span in text.spans for part in self._linked(span)))

    def below(self, value: T) -> T:
        """Make a link of each telephone number in the texts below a value."""
        return rewrite_texts(value, self.text)

    def _linked(self, span: Span) -> Iterator[Span]:
        if not isinstance(span, Run) or span.address:
            yield span
            return
        at, words = 0, span.text.translate(_NO_BREAK)
        for start, number in sorted(self._numbers(words).items()):
            if start < at:
                continue  # it is the end of the number before it
            if start > at:
                yield replace(span, text=span.text[at:start])
            extension = self.extension.match(words, start + len(number))
            at = extension.end() if extension else start + len(number)
            address = dial(number, extension[1] if extension else None)
            yield replace(span, text=span.text[start:at], address=address)
        if at < len(words):
            yield replace(span, text=span.text[at:])

    def _numbers(self, words: str) -> dict[int, str]:
        """Find the numbers in words, each by its offset."""
        numbers: dict[int, str] = {}
        for found in find_numbers(words):
            bracket = found[0].startswith("(") and ")" not in found[0]
            numbers[found.start() + bracket] = self._dialled(found[0][bracket:])
        for found in self.own.finditer(words):
            numbers[found.start()] = max(numbers.get(found.start(), ""), found[0], key=len)
        # What follows digits is the end of a longer number, such as that of a text relay.
        return {at: number for at, number in numbers.items() if number and not _AFTER.search(words[:at])}

    def _dialled(self, number: str) -> str:
        """Return what can be dialled of a number: not the hours in brackets after it, perhaps nothing."""
        shorter, _, _ = number.rpartition(" (")
        return next((part for part in (number, shorter) if part and can_dial(part, self.regions)), "")


def _numbers_of(clinic: Clinic) -> Iterator[str]:
    """Go through the numbers of a clinic that are long enough to be nothing else."""
    asked = (clinic.other_formats, clinic.complaints)
    lines = (*clinic.phones.lines.values(), *(reached.line for reached in asked if reached))
    for line in lines:
        for number in (line.number, line.text_relay or ""):
            if not line.is_blank and len(digits_of(number)) >= FEWEST_OF_OWN:
                yield number
