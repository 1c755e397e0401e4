"""Find the runs from left to right in a line from right to left.

A run is a number with its sign and unit, a range, a level such as L4-L5, a telephone number, a formula, an
address or words in Latin letters, with the brackets and signs within it. A number that keeps its order
without help is not a run. Arabic-Indic digits are left to the Unicode bidirectional algorithm, because their
ranges are read from the right; only telephone numbers, and digits with Latin letters or a degree sign, are
runs.

Sources: UAX 9; CLDR, number symbols; Text Layout Requirements for the Arabic Script (W3C).
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, TypeAlias

from leafwright.bidi.numerals import find_numbers, is_telephone
from leafwright.bidi.signs import BEFORE_NUMBER, Signs

Span: TypeAlias = tuple[int, int]

_STRETCH: Final = re.compile("[^Ro]+")
_TOKEN: Final = re.compile("[^s]+")
_ATOM: Final = re.compile("[L1a]")
_OPERATOR: Final = re.compile("[-<x+$]{1,2}")
_LEAD: Final = re.compile(rf"(?:[<$]s+)?{BEFORE_NUMBER}|[<$%]*(?=L)")
_TAIL: Final = re.compile(r"(?:[L1a]|[L1a)][%$+]+|[1a]s+[%$])$")
_LONE: Final = {":": "x", **dict.fromkeys("\u00b7|\u2014", "o")}
"""The classes of signs alone between blanks: a colon joins, a middle dot, bar or em dash separates."""
_COMMA: Final = re.compile(r",\s+")
_STOP: Final = re.compile(r"[.,;!?]\s+")
_FIGURE: Final = re.compile("[1a]")
_SHORTENED: Final = re.compile(r"\b(?:ext|nos?|nr|tel|max|min|approx|ca|vol|fig|pp?|st)$", re.IGNORECASE)
"""Abbreviations, whose stop does not end a sentence."""
_MEASURE: Final = re.compile(r"(?:[^\w\s(]*|[<>\u2264\u2265]\s)\d(?!\d{3}\b)")
_MEASURED: Final = re.compile(r"\d\S*(?:\s\S{1,10})?$")
_ABBREVIATED: Final = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]\.){2,}$")
_CHARGED: Final = re.compile(r"L[L1]*$")
_COUNTED: Final = re.compile(r"s+(?=[<$%+-]*\.?[1a][1a.x<-]*$)")
_COUNTS: Final = re.compile(r"\u00a0\w")

_NEAR: Final = 24
"""How many characters are checked to see whether words can end."""


def find_runs(line: Signs) -> Iterator[Span]:
    """Find the runs of a line from right to left, in their order."""
    for start, end in _sequences(line):
        if line.has("L", start, end) or is_telephone(line.words[start:end]):
            yield start, end
        else:
            yield from find_numbers(line, start, end)


def _sequences(line: Signs) -> Iterator[Span]:
    """Find words that belong together, whether they need order or not."""
    for stretch in _stretches(line):
        for joined in _joined(line, *stretch):
            for part in _listed(line, *joined):
                start, end = _trimmed(line, *part)
                if start < end:
                    yield from _without_counted(line, start, end)


def _stretches(line: Signs) -> Iterator[Span]:
    """Split a line at right-to-left text, and at brackets and quotation marks without a partner."""
    for match in _STRETCH.finditer(line.classes):
        at, end = match.span()
        for mark in range(at, end):
            if line.classes[mark] in '()"' and not line.is_within(mark, *match.span()):
                yield at, mark
                at = mark + 1
        yield at, end


def _joined(line: Signs, start: int, end: int) -> Iterator[Span]:
    """Join words over the blanks between them; a sign alone joins only the words it belongs to."""
    group: list[Span] = []
    tokens = [match.span() for match in _TOKEN.finditer(line.classes, start, end)]
    for (at, to), following in pairwise([*tokens, (end, end)]):
        lone = "" if _ATOM.search(line.classes, at, to) else line.classes[at:to]
        lone = _LONE.get(line.words[at:to], lone)
        leads = bool(_OPERATOR.fullmatch(lone)) and bool(_ATOM.search(line.classes, *following))
        if (
            not lone
            or (leads and (group or lone in {"<", "$"}))
            or (group and lone.rstrip(".") in {"%", "$"})
        ):
            group.append((at, to))
        elif group:
            yield group[0][0], group[-1][1]
            group = []
    if group:
        yield group[0][0], group[-1][1]


def _listed(line: Signs, start: int, end: int) -> Iterator[Span]:
    """Split a list of telephone numbers, addresses or measures into its entries."""
    places = [start, *(match.end() for match in _COMMA.finditer(line.words, start, end)), end]
    parts = [_trimmed(line, *part) for part in pairwise(places)]
    if len(parts) > 1 and any(
        "@" in line.words[at:to] or is_telephone(line.words[at:to]) for at, to in parts
    ):
        yield from parts
        return
    at = start
    figure = _FIGURE.search(line.classes, at, end)
    for stop in _STOP.finditer(line.words, start, end):
        if figure and figure.start() < stop.start() and _ends_measure(line, stop, end):
            yield at, stop.start() + 1
            at = stop.end()
            figure = _FIGURE.search(line.classes, at, end)
    yield at, end


def _ends_measure(line: Signs, stop: re.Match[str], end: int) -> bool:
    """Return whether a sentence ends with a measure at a stop, or another measure begins after it."""
    near, at = max(stop.start() - _NEAR, 0), stop.start()
    ended = stop.group()[0] != "," and _MEASURED.search(line.words, near, at)
    parted = bool(ended) or bool(_MEASURE.match(line.words, stop.end(), end))
    return parted and not _SHORTENED.search(line.words, near, at) and not line.is_bracketed(at)


def _trimmed(line: Signs, start: int, end: int) -> Span:
    """Leave out what belongs to the sentence: its stops, and brackets around all the words."""
    while start < end and not _begins(line, start, end):
        start += 1
    while start < end and not _ends(line, start, end):
        end -= 1
    around = start < end and line.partners.get(start) == end - 1
    return _trimmed(line, start + 1, end - 1) if around else (start, end)


def _begins(line: Signs, start: int, end: int) -> bool:
    if line.classes[start] in '("':
        return line.is_within(start, start, end)
    return bool(_LEAD.match(line.classes, start, end))


def _ends(line: Signs, start: int, end: int) -> bool:
    last, near = end - 1, max(start, end - _NEAR)
    match line.classes[last]:
        case ")" | '"':
            return line.is_within(last, start, last)
        case ".":
            return bool(_ABBREVIATED.search(line.words, near, end))
        case "x":
            return line.words[last] == "/" and "." in line.words[start:last]
        case "-":
            return bool(_CHARGED.search(line.classes, near, last)) and line.classes[end : end + 1] not in set(
                "R1a"
            )
    return bool(_TAIL.search(line.classes, near, end))


def _without_counted(line: Signs, start: int, end: int) -> Iterator[Span]:
    """Separate a number at the end that counts the next word, to which a no-break space ties it."""
    tied = _COUNTS.match(line.words, end) and line.has("L", start, end)
    if tied and (number := _COUNTED.search(line.classes, start, end)):
        yield start, number.start()
        yield number.end(), end
    else:
        yield start, end
