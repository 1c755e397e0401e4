"""Typewriter apostrophes as print has them; feet, inches and minutes stay straight."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from leafwright.text.record import Text
from leafwright.text.spans import Run

APOSTROPHE: Final = "\u2019"
ENGLISH: Final = ("\u2018", APOSTROPHE)
"""The single quotation marks of English, also of most languages that quote by “…”."""
_STRAIGHT: Final = "'"
_ADDRESS: Final = re.compile(r"\S{0,200}(?:@|://|www\.)\S*")
_OPENING: Final = re.compile(r"""(?:^|(?<=[\s(\["“\u2013\u2014/-]))'(?=\S)""")
_CLOSING: Final = re.compile(r"""(?<=[^\s(\["“])'(?!\w)""")
_LEFT_OUT: Final = re.compile(r"'(?=(?:tis|twas|til|cause|em|n|\d\ds)\b)", re.IGNORECASE)
"""Where letters are left out at the beginning of a word."""
_BEFORE: Final = re.compile(r"[^\W\d_\u0590-\u08ff]|[.,;:!?)\]…%]")
"""What an apostrophe stands behind: a letter that has no such sign of its own, or the end of a phrase."""


def curl(text: Text, inner: tuple[str, str] = ENGLISH) -> Text:
    """Put print's apostrophes for straight ones, and `inner` marks for single ones that open and close.

    Behind a number a straight sign may be a foot or a minute, unless it closes what was opened before.
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
    """Go through the signs of a text, each as print has it."""
    addresses = {at for found in _ADDRESS.finditer(whole) for at in range(*found.span())}
    opening = {found.start() for found in _OPENING.finditer(whole)}
    opening -= {found.start() for found in _LEFT_OUT.finditer(whole)}
    closing = {found.start() for found in _CLOSING.finditer(whole)} - opening
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
    """Tell whether a sign that may close is the apostrophe of a word, for another one closes later."""
    return whole[at - 1] in "sS" and bool(_CLOSING.search(whole, at + 1))


def _is_apostrophe(whole: str, at: int) -> bool:
    before, after = whole[at - 1 : at] if at else "", whole[at + 1 : at + 2]
    if before.isdigit():
        return bool(re.match(r"s\b", whole[at + 1 : at + 3]))
    if after.isalnum() and not before.strip():
        return True
    return bool(_BEFORE.match(before)) or before in {'"', "”", "("}
