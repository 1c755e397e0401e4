"""What runs the other way in a line: Latin words, numbers and addresses inside Arabic, and the reverse.

The Unicode bidirectional algorithm (UAX 9) settles the order of a plain text, yet not always the one that is
meant: in an Arabic line it turns `01632 960 142` into 142 960 01632 and `40 mg` into mg 40. What belongs
together is found here and set apart, so that it keeps its order wherever it stands.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Direction: TypeAlias = Literal["ltr", "rtl"]

_ISOLATES: Final = {"ltr": "\u2066", "rtl": "\u2067"}
_END: Final = "\u2069"

# One sign a character: L and R run to the right and to the left, 1 is a digit, e stands at a number's side,
# j may stand within a word, s is a blank.
_CLASSES: Final = {"L": "L", "R": "R", "AL": "R", "AN": "a", "EN": "1", "ES": "e", "ET": "e", "WS": "s"}
_BRACKETS: Final = frozenset("()")
_JOINING: Final = frozenset(".,:;/_@&=?~!'\u2019*")
_ARABIC_COMMA: Final = "\u060c"
"""Unicode gives it no direction, unlike the Arabic semicolon; yet what it parts runs to the left."""
_WORD: Final = r"(?:(?<![L1])e(?=1))?[L1](?:[L1ej]*[L1])?(?:e(?![L1ej]))?"
_SEQUENCE: Final = rf"{_WORD}(?:j?s+{_WORD})*"
_LATIN: Final = re.compile(rf"(?:\(1+\)s*)?{_WORD}(?:j?s+(?:{_WORD}|\({_SEQUENCE}\)))*")
_ARABIC: Final = re.compile(r"R(?:[^L]*R)?")
_NUMBER: Final = re.compile(r"\d+(?:[.,:/]\d+)*")
_LISTED: Final = re.compile(r"[^\s,](?:[^,]|,(?!\s))*")
_GROUPS: Final = re.compile(r"\S+")
_TELEPHONE: Final = re.compile(r"[+(0][\d() -]+\d|(?:\d[ -]?){6,}\d")
_RIGHT_TO_LEFT: Final = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks of the scripts that run to the left. Source: DerivedBidiClass.txt of Unicode 15."""
_LEFT_TO_RIGHT: Final = re.compile(r"[^\W_\u0590-\u08ff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a line; `direction` is their own where they run otherwise than the line."""

    text: str
    direction: Direction | None = None

    @property
    def is_number(self) -> bool:
        """Tell whether it is a number of several parts, which no line should end in."""
        return not any(sign.isalpha() for sign in self.text)


def may_turn(words: str, within: Direction) -> bool:
    """Tell whether anything in a text may run otherwise than its line."""
    return bool((_RIGHT_TO_LEFT if within == "ltr" else _LEFT_TO_RIGHT).search(words))


def own_direction(words: str, within: Direction) -> Direction | None:
    """Tell which way words run that have no letter of the line's own script; None when they run with it."""
    if not may_turn(words, within):
        return None
    letters = set(_classify(words)) & {"L", "R"}
    against, way = _against(within)
    if letters == {against}:
        return way
    return way if way == "ltr" and not letters and _needs_order(words.strip()) else None


def list_direction(entries: Iterable[str], within: Direction) -> Direction | None:
    """Tell which way a list runs whose every entry begins against the line, as English sources do in Arabic.

    None when one of them begins with it. An entry may hold a few words of the line's own script.
    """
    against, way = _against(within)
    begins = {next((sign for sign in _classify(entry) if sign in "LR"), "") for entry in entries}
    return way if begins == {against} else None


def split_pieces(words: str, within: Direction) -> tuple[Piece, ...]:
    """Split words where they begin or end to run otherwise than the line they stand in."""
    if not may_turn(words, within):
        return (Piece(text=words),) if words else ()
    pieces: list[Piece] = []
    at = 0
    _, way = _against(within)
    for start, end in _islands(words, within):
        if start > at:
            pieces.append(Piece(text=words[at:start]))
        pieces.append(Piece(text=words[start:end], direction=way))
        at = end
    return (*pieces, Piece(text=words[at:])) if at < len(words) else tuple(pieces)


def isolate(words: str, within: Direction) -> str:
    """Set apart what runs otherwise by characters that are not drawn, for strings that can hold no element.

    Source: the isolates of UAX 9, revision 6.3.
    """
    if whole := own_direction(words, within):
        return f"{_ISOLATES[whole]}{words}{_END}"
    return "".join(
        f"{_ISOLATES[piece.direction]}{piece.text}{_END}" if piece.direction else piece.text
        for piece in split_pieces(words, within)
    )


def _against(within: Direction) -> tuple[str, Direction]:
    """Name the letters that run against a line, and their direction."""
    return ("L", "ltr") if within == "rtl" else ("R", "rtl")


def _classify(words: str) -> str:
    signs: list[str] = []
    for sign in words:
        kind = unicodedata.bidirectional(sign)
        if kind == "NSM" and signs:
            signs.append(signs[-1])
        elif sign in _BRACKETS:
            signs.append(sign)
        elif sign in _JOINING:
            signs.append("j")
        elif sign == _ARABIC_COMMA:
            signs.append("R")
        else:
            signs.append("s" if sign.isspace() else _CLASSES.get(kind, "o"))
    return "".join(signs)


def _islands(words: str, within: Direction) -> Iterator[tuple[int, int]]:
    """Find where words run against their line."""
    classes = _classify(words)
    if within == "ltr":
        yield from (found.span() for found in _ARABIC.finditer(classes))
        return
    for found in _LATIN.finditer(classes):
        for start, end in _listed(words, *found.span()):
            if "L" in classes[start:end] or _is_telephone(words[start:end]):
                yield start, end + _is_cut(words, start, end)
            else:
                yield from _numbers(words, start, end)


def _listed(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part a list at its commas where it has telephone numbers or addresses: each is read for itself."""
    parts = [found.span() for found in _LISTED.finditer(words, start, end)]
    alone = any("@" in words[at:to] or _is_telephone(words[at:to]) for at, to in parts)
    yield from parts if alone else [(start, end)]


def _is_telephone(words: str) -> bool:
    return bool(_TELEPHONE.fullmatch(words.replace("\u00a0", " ")))


def _is_cut(words: str, start: int, end: int) -> bool:
    """Tell whether the slash that ends an address was left behind."""
    return "." in words[start:end] and words.startswith("/", end)


def _numbers(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Find the numbers that would be turned, such as -5 and 10%; the others keep their order."""
    for found in _GROUPS.finditer(words, start, end):
        number = found.group().rstrip(".,:;")
        if _needs_order(number):
            yield found.start(), found.start() + len(number)


def _needs_order(number: str) -> bool:
    return any(sign.isdecimal() for sign in number) and not _NUMBER.fullmatch(number)
