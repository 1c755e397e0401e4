"""The markup CSL allows in a reference: <i>, <b>, <sup>, <sub>, spans, and entities such as &amp;.

Sources: https://docs.citationstyles.org/en/stable/specification.html and citeproc-js, which reads the same
tags.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Annotated, Final, Literal

from pydantic import AfterValidator

from leafwright.model.record import Name
from leafwright.text.faults import fault

Markup = Literal["italic", "bold", "superscript", "subscript"]

_TAG: Final = re.compile(
    r"<(?P<close>/)?(?P<name>[a-zA-Z][a-zA-Z0-9]*(?::[a-zA-Z]+)?)(?P<attributes>\s[^<>]*)?/?>|<!--"
)
_PLAIN_SPAN: Final = re.compile(r'class="no(?:case|decor)"|style="font-variant: ?small-caps;?"')
"""Tags that are ignored: nothing changes words here, and small capitals would be smaller than any type may
be."""
_MARKS: Final[dict[str, Markup | None]] = {
    "sc": None,
    "i": "italic",
    "b": "bold",
    "sup": "superscript",
    "sub": "subscript",
}
_MEANT: Final = {"em": "i", "italic": "i", "strong": "b", "bold": "b"}
"""Tags of web pages and of publishers with the same meaning as one of CSL's, without their prefix `jats:`."""
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_KNOWN: Final = (
    'write <i>, <b>, <sup>, <sub> or <span style="font-variant:small-caps">, and &lt; for a plain <'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedText:
    """Words in one style."""

    text: str
    marks: frozenset[Markup] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    """A tag that is not closed yet."""

    name: str
    start: int
    mark: Markup | None


def read_markup(written: str) -> Iterator[MarkedText]:
    """Split the text of a reference at its tags, and read its entities.

    Raises PydanticCustomError for a tag that CSL does not know and for one without its partner. Italics
    inside italics are upright, as citeproc-js prints them.
    """
    opened: list[_Open] = []
    end = 0
    for tag in _TAG.finditer(written):
        yield from _piece(written[end : tag.start()], opened)
        end = tag.end()
        if tag["close"]:
            _close(opened, tag)
        else:
            opened.append(_Open(name=(tag["name"] or "").lower(), start=tag.start(), mark=_mark_of(tag)))
    if opened:
        name = opened[-1].name
        raise fault(
            "html-in-text", f"'<{name}>' is never closed", f"write </{name}> where it ends", opened[-1].start
        )
    yield from _piece(written[end:], opened)


def plain_words(written: str) -> str:
    """Return only the words of a field, as they are read aloud."""
    return "".join(piece.text for piece in read_markup(written))


def _piece(words: str, opened: list[_Open]) -> Iterator[MarkedText]:
    if words:
        marks = [tag.mark for tag in opened if tag.mark]
        odd = frozenset(mark for mark in marks if marks.count(mark) % 2)
        yield MarkedText(text=_ENTITY.sub(lambda entity: unescape(entity[0]), words), marks=odd)


def _mark_of(tag: re.Match[str]) -> Markup | None:
    """Return the style that a tag gives its words; None if it gives none."""
    name, attributes = (tag["name"] or "").lower(), (tag["attributes"] or "").strip()
    if name == "span" and _PLAIN_SPAN.fullmatch(attributes):
        return None
    if name not in _MARKS or attributes:
        meant = _MEANT.get(name.rpartition(":")[2])
        hint = f"write <{meant}> and </{meant}>" if meant else _KNOWN
        raise fault("html-in-text", f"'{tag[0]}' is no tag of a reference", hint, tag.start())
    return _MARKS[name]


def _close(opened: list[_Open], tag: re.Match[str]) -> None:
    name = tag["name"].lower()
    if not opened or opened[-1].name != name:
        known = name in _MARKS or name == "span"
        hint = (
            f"close first what was opened last: </{opened[-1].name}>"
            if opened
            else f"open <{name}> before it"
        )
        raise fault("html-in-text", f"'{tag[0]}' closes nothing here", hint if known else _KNOWN, tag.start())
    opened.pop()


def _check_markup(written: str) -> str:
    if not plain_words(written).strip():
        raise fault(
            "html-in-text", "nothing is written here but tags", "write the words, or take the line out", 0
        )
    return written


MarkedName = Annotated[Name, AfterValidator(_check_markup)]
"""Words of a reference, which may contain CSL's own tags."""
