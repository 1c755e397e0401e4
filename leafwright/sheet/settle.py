"""Settling running text for one sheet: citations numbered in reading order, words spelled the clinic's way."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from leafwright.model.record import Record
from leafwright.model.words import Words
from leafwright.sheet.phrases import keep_numbers_whole
from leafwright.text import Citation, Run, Span, Text, respell

T = TypeVar("T")


class Settler:
    """Settles texts one after the other; `keys` holds the references cited so far, in reading order."""

    def __init__(self, words: Words, *, cited: bool) -> None:
        """Begin with no reference; without `cited` the markers are left out of the text."""
        self.keys: list[str] = []
        self._cited = cited
        self._forms = dict(words.spelling)
        ordered = sorted(self._forms, key=len, reverse=True)
        pattern = "|".join(re.escape(form) for form in ordered) or r"(?!)"
        self._change = re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)

    def text(self, text: Text) -> Text:
        """Settle one text."""
        spans: list[Span] = []
        for span in respell(text, self._change, self._forms).spans:
            if isinstance(span, Citation):
                spans += self._marked(spans, span)
            else:
                spans += _after_marker(spans, replace(span, text=keep_numbers_whole(span.text)))
        return replace(text, spans=tuple(spans))

    def numbers(self, keys: Iterable[str]) -> tuple[int, ...]:
        """Give each reference its number, a new one if it was not cited before."""
        for key in keys:
            if key not in self.keys:
                self.keys.append(key)
        return tuple(self.keys.index(key) + 1 for key in keys)

    def record(self, value: T) -> T:
        """Settle every text below a value, in the order of its fields."""
        settled: Any = value
        if isinstance(value, Text):
            settled = self.text(value)
        elif isinstance(value, Record):
            fields = {name: getattr(value, name) for name in type(value).model_fields}
            settled = value.model_copy(update={name: self.record(field) for name, field in fields.items()})
        elif isinstance(value, tuple):
            settled = tuple(self.record(item) for item in value)
        elif isinstance(value, dict):
            settled = {key: self.record(item) for key, item in value.items()}
        return settled  # type: ignore[no-any-return]  # the same type as came in

    def _marked(self, before: list[Span], citation: Citation) -> list[Span]:
        """Number a citation and tie the word before it to its markers; without markers, take back their space."""
        numbers = self.numbers(citation.keys)
        last = before.pop() if before and isinstance(before[-1], Run) else None
        if not isinstance(last, Run):
            return [replace(citation, numbers=numbers)] if self._cited else []
        if not self._cited:
            return [replace(last, text=last.text.rstrip(" "))]
        start, space, word = last.text.rstrip(" ").rpartition(" ")
        marker = replace(citation, numbers=numbers, word=replace(last, text=word))
        return [replace(last, text=start + space), marker] if start else [marker]


def _after_marker(before: list[Span], run: Run) -> list[Span]:
    """Move a stop that follows a marker to it."""
    stop = re.match(r"[.,;:!?)]+", run.text)
    if not (stop and before and isinstance(before[-1], Citation) and not before[-1].after):
        return [run]
    before[-1] = replace(before[-1], after=stop.group())
    rest = run.text[stop.end() :]
    return [replace(run, text=rest)] if rest else []
