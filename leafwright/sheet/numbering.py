"""Number citations in reading order, and keep each marker with the word before it."""

import re
from collections.abc import Container, Iterator
from dataclasses import replace
from typing import TypeVar

from leafwright.model.walk import rewrite_texts
from leafwright.problems import Place, Problem
from leafwright.text import Blank, Citation, Run, Span, Text

T = TypeVar("T")


class Numberer:
    """Numbers texts one after the other; `keys` are the references cited so far, in reading order."""

    def __init__(self, known: Container[str], *, cited: bool) -> None:
        """Begin with the `known` references, none of them cited; without `cited` no marker is printed."""
        self.keys: list[str] = []
        self.problems: list[Problem] = []
        self._known = known
        self._cited = cited

    def below(self, value: T) -> T:
        """Give every citation below a value its number."""
        return rewrite_texts(value, self.text)

    def text(self, text: Text) -> Text:
        """Give the citations of one text their numbers; one that refers to nothing becomes a problem."""
        self.problems += self._unknown(text)
        spans: list[Span] = []
        for span in text.spans:
            if isinstance(span, Run):
                spans += _after_marker(spans, span) if spans else _without_lead(span)
            elif isinstance(span, Blank):
                spans.append(span)
            elif self._cited:
                spans += _tied(spans, replace(span, numbers=self._numbers(span.keys)))
            else:
                self._numbers(span.keys)
                _take_back_space(spans)
        return replace(text, spans=tuple(spans))

    def _numbers(self, keys: tuple[str, ...]) -> tuple[int, ...]:
        """Return the number of each reference, a new one if it was not cited before."""
        self.keys += [key for key in dict.fromkeys(keys) if key not in self.keys]
        return tuple(self.keys.index(key) + 1 for key in keys)

    def _unknown(self, text: Text) -> Iterator[Problem]:
        for key in text.keys:
            if key not in self._known:
                yield Problem(
                    place=text.place or Place(file="-"),
                    code="unknown-citation",
                    message=f"there is no reference '{key}'",
                    hint="add it to handouts/references.yaml, or take the citation out",
                )


def _tied(before: list[Span], citation: Citation) -> list[Span]:
    """Move the last word before a citation into it, so that its marker never begins a line."""
    _take_back_space(before)
    last = before[-1] if before else None
    if not isinstance(last, Run):
        return [citation]
    before.pop()
    start, space, word = last.text.rpartition(" ")
    marker = replace(citation, word=replace(last, text=word))
    return [replace(last, text=start + space), marker] if start + space else [marker]


def _take_back_space(before: list[Span]) -> None:
    """Remove the space before a marker, and a run that is nothing but a space."""
    while before and isinstance(last := before[-1], Run):
        before.pop()
        if kept := last.text.rstrip(" "):
            before.append(replace(last, text=kept))
            return


def _without_lead(run: Run) -> list[Span]:
    """Drop the space that a marker left at the beginning of a text."""
    kept = run.text.lstrip(" ")
    return [replace(run, text=kept)] if kept else []


def _after_marker(before: list[Span], run: Run) -> list[Span]:
    """Move a full stop that follows a marker into it."""
    stop = re.match(r"[.,;:!?)]+", run.text)
    if not (stop and before and isinstance(before[-1], Citation) and not before[-1].after):
        return [run]
    before[-1] = replace(before[-1], after=stop.group())
    rest = run.text[stop.end() :]
    return [replace(run, text=rest)] if rest else []
