"""Recognise the drawings that `new` puts in the place of a logo or a picture."""

import re
from functools import cache
from typing import Final

from leafwright.resources import PACKAGE

_BLANKS: Final = b" \t\n\r\f\v"
_VARYING: Final = re.compile(rb"\xef\xbb\xbf|<!--.*?-->|<title>.*?</title>|#[0-9a-fA-F]{3,8}", re.DOTALL)
"""What answers, editors and Git change of such a drawing, besides blanks: names and colours."""


def is_from_skeleton(content: bytes) -> bool:
    """Return whether a picture is a drawing of the skeletons, in any colour and with any title."""
    return _fixed(content) in _drawings()


@cache
def _drawings() -> frozenset[bytes]:
    paths = (PACKAGE / "skeletons").glob("*/*.svg")
    return frozenset(_fixed(path.read_bytes()) for path in paths)


def _fixed(content: bytes) -> bytes:
    """Return what stays the same of a drawing."""
    return _VARYING.sub(b"", content.translate(None, _BLANKS))
