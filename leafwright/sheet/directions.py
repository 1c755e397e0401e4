"""Find what is read against the direction of its line in a text, across bold words, links and markers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from typing import TypeAlias

from leafwright.bidi import DirectedText, Direction, find_islands, may_turn
from leafwright.bidi.runs import Span as Extent
from leafwright.phrasing.spacing import ADDRESS, NO_BREAK, keep_units
from leafwright.text import Blank, Citation, Run, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class StyledWords:
    """Words in one style, and their pieces by direction; a `space` may follow them."""

    run: Run
    pieces: tuple[DirectedText, ...]
    space: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """The markers of a citation with the word before and the full stop after them.

    It is `bound` to the text before it if the word is part of that.
    """

    numbers: tuple[int, ...]
    word: StyledWords | None
    after: str
    bound: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectedGroup:
    """Parts of a text; with a `direction`, parts in several styles make one run against the line."""

    parts: tuple[StyledWords | Marker | Blank, ...]
    direction: Direction | None = None

    @property
    def plain(self) -> str:
        """The words only."""
        words = (part for part in self.parts if isinstance(part, StyledWords))
        return "".join(part.run.text + " " * part.space for part in words)

    @property
    def is_whole(self) -> bool:
        """Whether no line should break in it."""
        return DirectedText(text=self.plain).is_whole


Runs: TypeAlias = Sequence[Run]


def bare_words(text: Text, within: Direction) -> str:
    """Return the words of a text that needs no element, as most do; empty if any part of it needs one."""
    if len(text.spans) == 1 and isinstance(run := text.spans[0], Run):
        bare = not (run.strong or run.address or run.styles)
        return _bare_words(run.text, within) if bare else ""
    return ""


@lru_cache(maxsize=4096)
def _bare_words(words: str, within: Direction) -> str:
    needs = words.endswith(" ") or may_turn(words, within) or ADDRESS.search(words)
    return "" if needs else keep_units(words)


def group_spans(text: Text, within: Direction) -> Iterator[DirectedGroup]:
    """Split a text into parts along its line and runs against it, which may have several styles.

    A citation marker or a blank ends a run.
    """
    runs: list[Run] = []
    for span in text.spans:
        if isinstance(span, Run):
            runs.append(span)
            continue
        if isinstance(span, Blank):
            yield from _grouped(runs, within)
            yield DirectedGroup(parts=(span,))
            runs = []
            continue
        groups = list(_grouped([*runs, span.word] if span.word else runs, within))
        yield from _with_marker(groups, span)
        runs = []
    yield from _grouped(runs, within)


def _with_marker(groups: list[DirectedGroup], citation: Citation) -> Iterator[DirectedGroup]:
    """Add the word before a citation to it, unless that is part of a longer run."""
    word = None
    if citation.word and groups and not groups[-1].direction:
        last = groups.pop()
        *before, word = last.parts
        groups += [replace(last, parts=tuple(before))] if before else []
    bound = citation.word is not None and word is None
    yield from groups
    styled = word if isinstance(word, StyledWords) else None
    yield DirectedGroup(
        parts=(Marker(numbers=citation.numbers, word=styled, after=citation.after, bound=bound),)
    )


def _grouped(runs: Runs, within: Direction) -> Iterator[DirectedGroup]:
    """Group words that have no marker between them."""
    ends = list(accumulate(len(run.text) for run in runs))
    islands = list(find_islands("".join(run.text for run in runs), within))
    across = [island for island in islands if any(island[0] < end < island[1] for end in ends)]
    other = [island for island in islands if island not in across]
    way: Direction = "ltr" if within == "rtl" else "rtl"
    at = 0
    for start, end in across:
        yield from _along(runs, (at, start), other, way)
        parts = (_styled(run, begins) for run, begins in _clipped(runs, (start, end)))
        yield DirectedGroup(parts=tuple(parts), direction=way)
        at = end
    yield from _along(runs, (at, ends[-1] if ends else 0), other, way)


def _along(runs: Runs, extent: Extent, islands: Sequence[Extent], way: Direction) -> Iterator[DirectedGroup]:
    """Group words in the direction of the line, each with its pieces of the other direction."""
    parts = tuple(_styled(run, begins, islands, way) for run, begins in _clipped(runs, extent))
    if parts:
        yield DirectedGroup(parts=parts)


def _clipped(runs: Runs, extent: Extent) -> Iterator[tuple[Run, int]]:
    """Cut the words of an extent out of runs, each with the offset where it begins."""
    begins = 0
    for run in runs:
        start, end = max(extent[0], begins), min(extent[1], begins + len(run.text))
        if start < end:
            yield replace(run, text=run.text[start - begins : end - begins]), start
        begins += len(run.text)


def _styled(
    run: Run, begins: int, islands: Sequence[Extent] = (), way: Direction | None = None
) -> StyledWords:
    # From right to left, WeasyPrint 70 breaks words that are bound to the next element at their first space.
    kept = run.text.rstrip(f" {NO_BREAK}" if way == "ltr" else " ")
    pieces = tuple(_pieces(kept, begins, islands, way))
    return StyledWords(run=replace(run, text=kept), pieces=pieces, space=kept != run.text)


def _pieces(
    words: str, begins: int, islands: Sequence[Extent], way: Direction | None
) -> Iterator[DirectedText]:
    at = 0
    for start, end in ((start - begins, end - begins) for start, end in islands):
        if start < 0 or end > len(words):
            continue
        if at < start:
            yield DirectedText(text=words[at:start])
        yield DirectedText(text=words[start:end], direction=way)
        at = end
    if at < len(words):
        yield DirectedText(text=words[at:])
