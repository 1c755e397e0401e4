"""The words of one paragraph: what its elements say, in their order."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from leafwright.bidi import may_turn
from leafwright.plain_text.lines import clean
from leafwright.plain_text.tree import BLOCKS, Element

UNREAD: Final = frozenset({"colgroup", "head", "nav", "script", "style", "template"})
"""The elements that have no words of the sheet."""
BLANK: Final = "____"
BOX: Final = "[ ]"
WRITTEN_ON: Final[Mapping[str, str]] = {"tick__box": BOX} | dict.fromkeys(
    ("blank", "field__box", "field__line", "table__blank", "table__line", "wallet__line", "write-in"), BLANK
)
"""What stands for something to write on, by its class."""
LABELS: Final = frozenset({"head", "label", "level", "own", "term", "time", "when"})
"""How the class of an element ends that says what the words after it are."""
IN_LINE: Final = LABELS | {"name"}
"""How it may end within a line."""
HEARD: Final = "heard"
"""The class of words for those who do not see how something is marked."""
BELOW: Final = "below"
"""The class of words in the other language, in a line of their own."""
_ADDED: Final = re.compile(r"<(?:(?:https?://|tel:)[^\s>]+|[^\s<>@]+@[^\s<>]+)>|____|\[ \]")
"""What is in a text and not in the words of its page: addresses, and what is written on."""
_STOPPED: Final = re.compile(r"[.,:;?!\u061f\u060c\u2026]$")
_ADDRESS: Final = re.compile("^(?:https?://|mailto:)")
_TELEPHONE: Final = "tel:"
_RAISED: Final = str.maketrans("0123456789+\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
"""Raised signs, as in 10⁹, which would be another number if they were on the line."""
_BLANKS: Final = re.compile(r"____(?: ____)+")
_APART: Final = "\x1f"


def words_of(owner: Element, parts: Sequence[Element | str] | None = None) -> str:
    """Return the words of an element, or of some of its parts; a label at their beginning has a colon."""
    parts = owner.children if parts is None else parts
    said = [_said(part) for part in parts]
    spoken = (at for at, words in enumerate(said) if clean(words) and not _is_heard(parts[at]))
    first, *others = [*spoken] or [0]
    label = parts[first] if others else ""
    if isinstance(label, Element) and is_label(label.classes, IN_LINE):
        said[first] = f"{with_colon(said[first])} "
    return _tidy("".join(said))


def words_in(text: str) -> str:
    """Return the words of a text that are words of its page too."""
    return clean(_ADDED.sub("", text))


def is_label(classes: Iterable[str], names: Collection[str] = LABELS) -> bool:
    """Return whether an element of some classes says what the words after it are."""
    called = (re.split("__|--", name)[1:2] for name in classes)
    return any(name[0].rpartition("-")[2] in names for name in called if name)


def listed(names: Iterable[str]) -> str:
    """Write names in a row, with the commas of their script."""
    names = [name for name in names if name]
    return ("\u060c " if names and may_turn(names[0], "ltr") else ", ").join(names)


def semicolon(words: str) -> str:
    """Return the semicolon of the script of some words."""
    return "\u061b" if may_turn(words, "ltr") else ";"


def with_colon(words: str) -> str:
    """End a label with a colon, unless it ends with a sign."""
    words = _tidy(words)
    return words if _STOPPED.search(words) else f"{words}:"


def stand_in(element: Element) -> str:
    """Return what stands for something to write on; empty for anything else."""
    return next((WRITTEN_ON[name] for name in element.classes if name in WRITTEN_ON), "")


def _tidy(words: str) -> str:
    """Clean words, put parts below each other in one line, and show one line to write on for several."""
    parts = [part for part in map(clean, words.split(_APART)) if part]
    joined = "".join(
        f"{part} " if _STOPPED.search(part) else f"{part}{semicolon(part)} " for part in parts[:-1]
    )
    return _BLANKS.sub(BLANK, joined + parts[-1] if parts else "")


def _said(part: Element | str) -> str:
    if isinstance(part, str):
        return part
    if written := stand_in(part):
        return f" {written} "
    if part.tag in {"svg", "img"}:
        alt = _alt_of(part)
        return f" {alt} " if _is_heard(part) or not alt else f" [{alt}] "
    if part.tag in UNREAD or part.is_hidden:
        return ""
    words = "".join(map(_said, part.children))
    match part.tag:
        case "br":
            return " "
        case "sup":
            words = words.translate(_RAISED)
        case "a":
            words = _with_address(words, part.attributes.get("href", ""))
        case tag if tag in BLOCKS:
            words = f"{_APART}{words}{_APART}"
    return f" / {words}" if BELOW in part.classes else words


def _is_heard(part: Element | str) -> bool:
    """Return whether a part says in words what others see."""
    return isinstance(part, Element) and HEARD in part.classes


def _alt_of(picture: Element) -> str:
    """Return what is read aloud instead of a picture."""
    titles = "".join(_said(child) for title in picture.below("title") for child in title.children)
    return clean(picture.attributes.get("alt", titles))


def _with_address(words: str, address: str) -> str:
    """Write the words of a link with its address, unless they are the address, or have the number it dials.

    Source: RFC 3986, appendix C, on how an address stands in plain text.
    """
    if address.startswith(_TELEPHONE):
        return words if any(map(str.isdecimal, words)) else f"{words} <{address}>"
    shown = _ADDRESS.sub("", address)
    if not _ADDRESS.match(address) or shown.rstrip("/").lower() in clean(words).lower():
        return words
    return f"{words} <{shown if address.startswith('mailto:') else address}>"
