"""Make links of the addresses in printed texts, so that who reads on a screen can follow them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from leafwright.phrasing.spacing import ADDRESS
from leafwright.text import Run, Span, Text

_DOI: Final = re.compile(r"(?<=doi: )10\.\d{4,9}/\S*[^\s.]")
"""A DOI as bibliographies print it."""
_BEFORE: Final = ("", " ", "\u00a0", "(", "[")
"""What an address begins after; after anything else it is the end of a longer one."""


def link_addresses(text: Text) -> Text:
    """Make a link of each address and each DOI in a text."""
    return replace(text, spans=tuple(part for span in text.spans for part in _linked(span)))


def _linked(span: Span) -> Iterator[Span]:
    if not isinstance(span, Run) or (span.address and not span.language):
        yield span
        return
    at = 0
    for match in sorted((*ADDRESS.finditer(span.text), *_DOI.finditer(span.text)), key=re.Match.start):
        words = match.group().strip("([.,;:!?)]")
        start = span.text.index(words, match.start())
        if words and start >= at and span.text[:start][-1:] in _BEFORE:
            if start > at:
                yield replace(span, text=span.text[at:start])
            yield replace(span, text=words, address=_address_of(words))
            at = start + len(words)
    if at < len(span.text):
        yield replace(span, text=span.text[at:])


def _address_of(words: str) -> str:
    """Return where an address leads that is printed without its scheme."""
    if "://" in words:
        return words
    if _DOI.match(f"doi: {words}", 5):
        return f"https://doi.org/{words}"
    return f"mailto:{words}" if "@" in words else f"https://{words}"
