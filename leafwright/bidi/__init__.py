"""Find text that runs against its line: Latin words, numbers and addresses inside Arabic, and the reverse.

The Unicode bidirectional algorithm (UAX 9) orders a plain text, but not always as it is meant: in an Arabic
line it turns `01632 960 142` into 142 960 01632 and `40 mg` into mg 40. This room finds what belongs together
and isolates it, so that it keeps its order.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final, Literal, TypeAlias

from leafwright.bidi.runs import Span, find_runs
from leafwright.bidi.signs import Signs

Direction: TypeAlias = Literal["ltr", "rtl"]

_ISOLATES: Final = {"ltr": "\u2066", "rtl": "\u2067"}
_END: Final = "\u2069"
_TO_THE_RIGHT: Final = "\u200e"
_HAS_DIGIT: Final = re.compile(r"\d")
_LEVEL, _MEASURE = 16, 12
"""The longest level, and the longest measure with its unit, that must not break: more may fill a column."""
_NO_BREAK: Final = "\u00a0"
_ISLAND: Final = re.compile(r"R(?:[^L]*R)?")
_NATIVE: Final = re.compile(r"([\u0660-\u0669\u066b\u066c]+)")
_RIGHT_TO_LEFT: Final = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks of scripts that run from right to left. Source: DerivedBidiClass.txt of Unicode 15."""
_LEFT_TO_RIGHT: Final = re.compile(r"[^\W_\u0590-\u065f\u066d-\u06ef\u06fa-\u08ff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectedText:
    """Words of a line; `direction` is set if they run against the line. What is `ahead` is on its line."""

    text: str
    direction: Direction | None = None
    ahead: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether no line should break in it: a telephone number, a level or a short measure."""
        most = _MEASURE if " " in self.text else _LEVEL
        is_short = len(self.text) <= most and bool(_HAS_DIGIT.search(self.text))
        return is_short or not any(sign.isalpha() for sign in self.text)


def may_turn(words: str, within: Direction) -> bool:
    """Return whether anything in a text may run against its line."""
    return bool((_RIGHT_TO_LEFT if within == "ltr" else _LEFT_TO_RIGHT).search(words))


def own_direction(words: str, within: Direction) -> Direction | None:
    """Return the direction of words without a letter of the line's script; None if they run with the line."""
    if not may_turn(words, within):
        return None
    line = Signs.of(words)
    letters = set(line.classes) & {"L", "R"}
    against, way = _against(within)
    if letters == {against}:
        return way
    inner = words.strip()
    whole = way == "ltr" and not letters and list(find_runs(Signs.of(inner))) == [(0, len(inner))]
    return way if whole else None


def list_direction(entries: Iterable[str], within: Direction) -> Direction | None:
    """Return the direction of a list if every entry begins against the line, as English sources do in Arabic.

    None if one of them does not. An entry may hold a few words of the line's own script.
    """
    against, way = _against(within)
    begins = {next((sign for sign in Signs.of(entry).classes if sign in "LR"), "") for entry in entries}
    return way if begins == {against} else None


def find_islands(words: str, within: Direction) -> Iterator[Span]:
    """Find the words of a line that run against it."""
    if not may_turn(words, within):
        return
    line = Signs.of(words)
    if within == "rtl":
        yield from find_runs(line)
        return
    for match in _ISLAND.finditer(line.classes):
        start, end = match.span()
        # A bracket that opens in the island belongs to it with its partner.
        while line.classes[end : end + 1] == ")" and line.is_within(end, start, end):
            end += 1
        yield start, end


def split_pieces(words: str, within: Direction) -> tuple[DirectedText, ...]:
    """Split words where they begin or stop running against their line."""
    pieces: list[DirectedText] = []
    at = 0
    _, way = _against(within)
    for start, end in find_islands(words, within):
        if start > at:
            pieces.append(DirectedText(text=words[at:start]))
        pieces.append(DirectedText(text=words[start:end], direction=way))
        at = end
    return (*pieces, DirectedText(text=words[at:])) if at < len(words) else tuple(pieces)


def hold_ahead(pieces: Sequence[DirectedText]) -> Iterator[DirectedText]:
    """Put words that a no-break space ties to a measure after them with it, as `8.9 to` in a range.

    The measure has a box of its own, before which the engine would break the line.
    """
    ahead = ""
    for piece, after in zip_longest(pieces, pieces[1:]):
        tied = not piece.direction and piece.text.endswith(_NO_BREAK) and after and after.is_whole
        held = piece.text[piece.text.rfind(" ") + 1 :] if tied else ""
        text = piece.text.removesuffix(held)
        if text:
            yield replace(piece, text=text, ahead=ahead)
        ahead = held


def number_boxes(words: str) -> list[str]:
    """Split words at Arabic-Indic digits, which need their own boxes in words from left to right."""
    return [part for part in _NATIVE.split(words) if part]


def isolate(words: str, within: Direction) -> str:
    """Isolate text that runs against its line with invisible characters, for strings without elements.

    Source: the isolates of UAX 9, revision 6.3.
    """
    if whole := own_direction(words, within):
        return _isolated(DirectedText(text=words, direction=whole))
    return "".join(_isolated(piece) for piece in split_pieces(words, within))


def _isolated(piece: DirectedText) -> str:
    match piece.direction:
        case "ltr":
            # A sign between two Arabic numbers would run from right to left, like them.
            marked = _NATIVE.sub(rf"\1{_TO_THE_RIGHT}", piece.text)
            return f"{_ISOLATES['ltr']}{marked}{_END}"
        case "rtl":
            return f"{_ISOLATES['rtl']}{isolate(piece.text, 'rtl')}{_END}"
    return piece.text


def _against(within: Direction) -> tuple[str, Direction]:
    """Name the letters that run against a line, and their direction."""
    return ("L", "ltr") if within == "rtl" else ("R", "rtl")
