"""Replace straight apostrophes by typographic ones; signs for feet, inches and minutes stay straight."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from leafwright.text.record import Text
from leafwright.text.spans import Run

APOSTROPHE: Final = "\u2019"
ENGLISH: Final = ("\u2018", APOSTROPHE)
"""The single quotation marks of English, and of most languages that use “…”."""
_STRAIGHT: Final = "'"
_ADDRESS: Final = re.compile(r"\S{0,200}(?:@|://|www\.)\S*")
_OPENING: Final = re.compile(r"""(?:^|(?<=[\s(\["“\u2013\u2014/-]))'(?=\S)""")
_CLOSING: Final = re.compile(r"""(?<=[^\s(\["“])'(?!\w)""")
_LEFT_OUT: Final = re.compile(r"'(?=(?:tis|twas|til|cause|em|n|\d\ds)\b)", re.IGNORECASE)
"""An apostrophe for missing letters at the beginning of a word."""
_BEFORE: Final = re.compile(r"[^\W\d_\u0590-\u08ff]|[.,;:!?)\]…%]")
"""What may come before an apostrophe: a letter of a script without its own apostrophe, or a stop."""


def curl(text: Text, inner: tuple[str, str] = ENGLISH) -> Text:
    """Replace straight apostrophes by typographic ones, and paired single quotes by `inner` marks.

    After a number a straight sign may be a foot or a minute, unless it closes a quotation.
    """
    whole = "".join(span.text for span in text.spans)
    if _STRAIGHT not in whole:
        return text
    curled, at, spans = "".join(_curled(whole, inner)), 0, []
    for span in text.spans:
        part = curled[at : at + len(span.text)]
        at += len(span.text)
        spans.append(replace(span, text=part) if isinstance(span, Run) else span)
    return replace(text, spans=tuple(spans))


def _curled(whole: str, inner: tuple[str, str]) -> Iterator[str]:
    """Go through the characters of a text, each as it is printed."""
    addresses = {at for match in _ADDRESS.finditer(whole) for at in range(*match.span())}
    opening = {match.start() for match in _OPENING.finditer(whole)}
    opening -= {match.start() for match in _LEFT_OUT.finditer(whole)}
    closing = {match.start() for match in _CLOSING.finditer(whole)} - opening
    last, is_open = max(closing, default=-1), False
    for at, sign in enumerate(whole):
        if sign != _STRAIGHT or at in addresses:
            yield sign
        elif at in opening and at < last and not is_open:
            is_open = True
            yield inner[0]
        elif at in closing and is_open and not _holds(whole, at):
            is_open = False
            yield inner[1]
        else:
            yield APOSTROPHE if _is_apostrophe(whole, at) else sign


def _holds(whole: str, at: int) -> bool:
    """Return whether a sign that may close is an apostrophe, because another one closes later."""
    return whole[at - 1] in "sS" and bool(_CLOSING.search(whole, at + 1))


def _is_apostrophe(whole: str, at: int) -> bool:
    before, after = whole[at - 1 : at] if at else "", whole[at + 1 : at + 2]
    if before.isdigit():
        return bool(re.match(r"s\b", whole[at + 1 : at + 3]))
    if after.isalnum() and not before.strip():
        return True
    return bool(_BEFORE.match(before)) or before in {'"', "”", "("}
