"""How wide the columns of a comparison are: wider where there are more words, so that its rows are low."""

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise, permutations
from typing import Final

MEASURE: Final = 174
"""How wide the text of a page is, in millimetres."""
TURNED: Final = 255
"""How wide it is on a turned page."""
MOST_UPRIGHT: Final = 5
"""How many columns an upright page has at most."""
STEP: Final = 2
"""By how many millimetres a column becomes wider or narrower."""
LEAST: Final = 22.0
"""How wide a column is at least, so that it is easy to read."""
PADDING: Final = 4
"""How much of the width of a column is empty."""
LETTER: Final = 1.95
"""How wide most letters are, in millimetres."""
BOLD: Final = 2.4
"""How wide most letters of the heads are."""
LITTLE: Final = 0.2
"""How much the lines of a cell count if another cell makes its row as tall."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellWords:
    """The words of a text, which shares the width of its cell with those that are `abreast` of it."""

    text: str
    abreast: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The words in the head of a column, and those in its cell of each row; empty where it has none."""

    head: tuple[CellWords, ...]
    cells: tuple[tuple[CellWords, ...], ...]


@lru_cache(maxsize=256)
def choose_widths(columns: tuple[Column, ...]) -> tuple[int, ...]:
    """Return the share of the width that each column takes, in per cent, for rows as low as possible.

    Kept, because the sheets of a handout in all editions and clinics have the same columns.
    """
    total = MEASURE if len(columns) <= MOST_UPRIGHT else TURNED
    widths = [float(total) / len(columns)] * len(columns)
    while better := _improved(columns, widths):
        widths = better
    ends = [round(100 * sum(widths[:at]) / total) for at in range(len(widths) + 1)]
    return tuple(end - start for start, end in pairwise(ends))


def share_out(widths: tuple[int, ...], parts: int) -> tuple[int, ...]:
    """Divide neighbouring columns among some parts, the first ones with more of them."""
    if parts > len(widths):
        return (sum(widths) // parts,) * parts
    more = [len(widths) // parts + (part < len(widths) % parts) for part in range(parts)]
    ends = [sum(more[: part + 1]) for part in range(parts)]
    return tuple(sum(widths[end - size : end]) for end, size in zip(ends, more, strict=True))


def _improved(columns: tuple[Column, ...], widths: list[float]) -> list[float] | None:
    """Return the best widths with one column a step wider and another one narrower, if they are better."""
    changes = [
        [width + STEP * ((at == wider) - (at == narrower)) for at, width in enumerate(widths)]
        for wider, narrower in permutations(range(len(widths)), 2)
        if widths[narrower] > STEP + PADDING
    ]
    best = min(changes, key=lambda changed: _faults(columns, changed))
    return best if _faults(columns, best) < _faults(columns, widths) else None


def _faults(columns: tuple[Column, ...], widths: list[float]) -> tuple[float, float]:
    """Count the millimetres that words lack, and the lines of the rows.

    The lines of all cells count a little, because no single step may make a row lower.
    """
    fitted = tuple(zip(columns, widths, strict=True))
    lacking = sum(max(0.0, _least(column) - width) for column, width in fitted)
    head = [_lines(column.head, width, BOLD) for column, width in fitted]
    rows = [head] + [
        [_lines(column.cells[row], width, LETTER) for column, width in fitted]
        for row in range(len(columns[0].cells))
    ]
    lines = sum(max(whole for whole, _ in row) for row in rows)
    return lacking, lines + LITTLE * sum(used for row in rows for _, used in row)


@cache
def _least(column: Column) -> float:
    """Return how wide a column must be for its longest word; a soft hyphen parts a word in two."""
    texts = chain(column.head, chain.from_iterable(column.cells))
    words = (word for text in texts for word in text.text.replace("\u00ad", " ").split(" "))
    return max(LEAST, max((len(word) for word in words), default=0) * BOLD + PADDING)


@cache
def _lines(texts: tuple[CellWords, ...], width: float, letter: float) -> tuple[int, float]:
    """Count the lines of some texts, each of which begins a new one, and how many their words would fill."""
    rooms = [(text.text, (width / text.abreast - PADDING) / letter) for text in texts]
    return sum(_wrapped(text, int(room)) for text, room in rooms), sum(
        len(text) / room for text, room in rooms
    )


def _wrapped(words: str, room: int) -> int:
    lines, used = 1, -1
    for word in words.split(" "):
        used += 1 + len(word)
        if used > room and used > len(word):
            lines, used = lines + 1, len(word)
    return lines
