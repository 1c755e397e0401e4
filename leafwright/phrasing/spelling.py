"""Spell words as a clinic's language does, except in addresses and numbers."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final, TypeVar

from leafwright.model.identity import once_each
from leafwright.model.walk import rewrite_texts
from leafwright.model.words import Words
from leafwright.phrasing.spacing import keep_runs_whole, keep_with_blanks, quote
from leafwright.text import Run, Span, Text, curl

T = TypeVar("T")
MOST_KEPT: Final = 2048
"""How many texts a speller keeps: those of some handouts, each of which is printed on several sheets."""

_ADDRESS: Final = r"\S{1,64}@\S+|https?://\S+|\b[\w-]{1,64}(?:\.[\w-]{1,64})+\S*"
"""Addresses, which may contain a word of the map but lead elsewhere if they are respelled."""


def name_slots(words: Words, names: Mapping[str, Text]) -> Words:
    """Add the names of a handout's own slots to the words that it is printed with."""
    if not names:
        return words
    phrases, speller = words.phrases, Speller(words)
    slots = phrases.decision.slots | {slot: speller.text(curl(name)) for slot, name in names.items()}
    decision = phrases.decision.model_copy(update={"slots": slots})
    return words.model_copy(update={"phrases": phrases.model_copy(update={"decision": decision})})


class Speller:
    """Spells texts in one language, keeps their numbers on one line and uses its quotation marks."""

    def __init__(self, words: Words) -> None:
        """Use the spelling map of `words`."""
        self._words = words
        self._forms = {form.lower(): spelled for form, spelled in words.spelling.items()}
        # The longest first, so that a phrase is found before a word of it.
        known = "|".join(re.escape(form) for form in sorted(self._forms, key=len, reverse=True))
        self._pattern = re.compile(rf"{_ADDRESS}|\b(?P<form>{known or '(?!)'})\b", re.IGNORECASE)
        self._kept: dict[tuple[Span, ...], tuple[Span, ...]] = {}

    def text(self, text: Text) -> Text:
        """Spell one text; citations and the addresses of links are not touched."""
        if text.spans not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[text.spans] = self._spans(text.spans)
        return replace(text, spans=self._kept[text.spans])

    def _spans(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        spelled = tuple(
            replace(span, text=self._spelled(span.text)) if isinstance(span, Run) else span for span in spans
        )
        whole = keep_with_blanks(keep_runs_whole(spelled, self._words.spacing))
        return quote(Text(spans=whole), self._words).spans

    def below(self, value: T) -> T:
        """Spell every text below a value."""
        return rewrite_texts(value, self.text)

    def _spelled(self, words: str) -> str:
        return self._pattern.sub(self._form_of, words)

    def _form_of(self, match: re.Match[str]) -> str:
        """Return the new form of a match, with the same capitals."""
        written = match.group()
        if match["form"] is None:
            return written
        form = self._forms[written.lower()]
        if written.isupper():
            return form.upper()
        return form[:1].upper() + form[1:] if written[:1].isupper() else form


@once_each
def speller_of(words: Words) -> Speller:
    """Return the speller of a language's words, which all sheets that are printed with them share."""
    return Speller(words)
