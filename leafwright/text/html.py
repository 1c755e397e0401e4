"""Refuse HTML, which is never printed."""

import re
from html import unescape
from html.entities import html5
from typing import Final

from leafwright.text.faults import fault

_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
_PLAINLY: Final = {
    "br": "leave an empty line between paragraphs",
    "p": "leave an empty line between paragraphs",
}
_ENTITY: Final = re.compile(r"&(#\d+;|#[xX][0-9a-fA-F]+;|[a-zA-Z][a-zA-Z0-9]*;)")


def refuse_html(written: str) -> None:
    """Refuse tags and entities; raises PydanticCustomError."""
    if tag := _TAG.search(written):
        address = tag.group().strip("<>")
        hint = "write plain words; **two stars** make them bold"
        if "://" in address or "@" in address:
            hint = f"write [words]({'' if '://' in address else 'mailto:'}{address})"
        hint = _PLAINLY.get(tag.group().strip("</ >").lower(), hint)
        raise fault("html-in-text", f"'{tag.group()}' is HTML, which is never printed", hint, tag.start())
    for entity in _ENTITY.finditer(written):
        if entity[1] in html5 or entity[1].startswith("#"):
            message = f"'{entity[0]}' is HTML, which is never printed"
            raise fault("html-in-text", message, _instead(entity[0]), entity.start())


def _instead(entity: str) -> str:
    """Return a hint on what to type instead of an entity."""
    sign = unescape(entity)
    if sign.isspace() or not sign.isprintable():
        return "type a plain space: numbers and their units are kept in one line anyway"
    return f"type the sign itself: {sign}"
