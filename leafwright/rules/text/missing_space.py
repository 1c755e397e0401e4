"""A space is missing after a comma or a full stop."""

import re
from typing import Final

from leafwright.rules import Finding, Findings, WrittenFile

_LETTER: Final = r"[^\W\d_]"
_STOP: Final = re.compile(rf"(?<={_LETTER}{{3}})([.!?])({_LETTER})(?={_LETTER})")
_COMMA: Final = re.compile(rf"(?<={_LETTER}{{2}})([,;\u060c\u061b\u061f\u06d4])({_LETTER})")
_GLUED: Final = re.compile(rf"[.!?,;\u060c\u061b\u061f\u06d4]{_LETTER}")
"""What every such place has; most texts have none."""
_ADDRESS: Final = re.compile(r"\S*(?:@|://|www\.)\S*")


def check(file: WrittenFile) -> Findings:
    """Report words that begin directly after a mark; an address may have a full stop within."""
    for text in file.texts:
        if not _GLUED.search(text.text):
            continue
        addresses = [match.span() for match in _ADDRESS.finditer(text.text)]
        for match in (*_STOP.finditer(text.text), *_COMMA.finditer(text.text)):
            inside = any(start <= match.start() < end for start, end in addresses)
            if not inside and (match[1] not in ".!?" or match[2].isupper()):
                yield Finding(
                    place=text.place_at(match.start()),
                    message=f"no space is after '{match[1]}'",
                    hint=f"write '{match[1]} {match[2]}'",
                )
