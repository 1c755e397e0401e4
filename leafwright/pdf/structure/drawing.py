"""Draw the text of a page in the order of its tags.

The engine draws what floats, and what is positioned, after the text around it, and programs that read what is
drawn find it there. So grounds and borders are drawn first, and then texts and pictures as they are read. The
graphics state of each goes with it, so that no pixel changes (ISO 32000-1, 8.4).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final, TypeAlias

import pydyf

HIDDEN: Final = "Leaf_Text"
"""The number of a text that is an artifact, and so has none in the tree; proofs find its parts by it."""

_PENS: Final = frozenset(b"gs rg RG g G k K cs CS sc SC scn SCN w J j M d ri i".split())
_PATHS: Final = frozenset(b"re m l c v y h W W*".split())
_SILENT: Final = frozenset(b"q Q cm BMC BDC EMC".split()) | {b""}
_BLANK: Final = frozenset(b"BT ET".split()) | _PENS | _SILENT

Pens: TypeAlias = Mapping[bytes, bytes]
"""The steps that set how something is drawn, such as its colour, by what they set."""
Frame: TypeAlias = tuple[bytes, ...]
"""The steps that move and clip what is drawn."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A step of a drawing with its operator, if it is one; what moves and clips it, and its pens."""

    written: Any
    operator: bytes
    frame: Frame
    pens: Pens


def put_in_order(stream: Any, ranks: Mapping[int, int]) -> None:
    """Draw the marked content of a page by the ranks of its numbers, after all else."""
    rest, parts = _split(list(_traced(stream.stream)))
    drawn = sorted((number for number in parts if not _is_blank(parts[number])), key=ranks.__getitem__)
    stream.stream[:] = _written(rest)
    for frame, numbers in groupby(drawn, key=lambda number: parts[number][0].frame):
        steps = (step for number in numbers for step in parts[number])
        stream.stream += [b"q", *frame, *_written(steps), b"Q"]


def number_of(facts: object) -> int | None:
    """Return the number of marked content, read or hidden, by its facts."""
    number = facts.get("MCID", facts.get(HIDDEN)) if isinstance(facts, pydyf.Dictionary) else None
    return None if number is None else int(number)


def _traced(steps: Iterable[Any]) -> Iterator[_Step]:
    """Follow the graphics state through the steps of a drawing."""
    frame: Frame = ()
    pens: Pens = {}
    saved: list[tuple[Frame, Pens]] = []
    path: list[bytes] = []
    for step in steps:
        operator = step.rpartition(b" ")[2] if isinstance(step, bytes) else b""
        yield _Step(step, operator, frame, pens)
        if operator in _PATHS:
            path.append(step)
            continue
        if operator == b"q":
            saved.append((frame, pens))
        elif operator == b"Q":
            frame, pens = saved.pop()
        elif operator in _PENS:
            pens = {**pens, _pen_of(step, operator): step}
        elif operator == b"cm" and saved:
            frame = (*frame, step)
        elif operator == b"n":
            frame = (*frame, *path, step)
        path = []


def _pen_of(step: bytes, operator: bytes) -> bytes:
    """Return what a step sets; the opacities of lines and of areas are two things."""
    return step[:2] if operator == b"gs" else operator


def _split(steps: Sequence[_Step]) -> tuple[list[_Step], dict[int, list[_Step]]]:
    """Take the marked content out of a drawing, by its numbers."""
    rest: list[_Step] = []
    parts: dict[int, list[_Step]] = {}
    part = rest
    for step, after in zip(steps, [*steps[1:], steps[-1]], strict=True):
        if isinstance(step.written, str) and (number := number_of(after.written)) is not None:
            part = parts[number] = []
        part.append(step)
        if step.operator == b"EMC":
            part = rest
    return rest, parts


def _is_blank(part: Iterable[_Step]) -> bool:
    """Return whether nothing is drawn, as with a space."""
    return all(step.operator in _BLANK for step in part)


def _written(steps: Iterable[_Step]) -> Iterator[Any]:
    """Write steps, with the pens that they need and that are not set.

    The engine sets widths and dashes in a state of their own, so no pen has to be set back to what a page
    begins with.
    """
    pens: Pens = {}
    saved: list[Pens] = []
    for step in steps:
        if step.operator in _PENS:
            continue
        if step.operator not in _SILENT and pens is not step.pens:
            yield from (wanted for pen, wanted in step.pens.items() if pens.get(pen) != wanted)
            pens = step.pens
        yield step.written
        if step.operator == b"q":
            saved.append(pens)
        elif step.operator == b"Q":
            pens = saved.pop()
