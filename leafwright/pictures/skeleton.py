"""Recognise the drawings that `new` puts in the place of a logo or a picture."""

import re
from functools import cache
from typing import Final

from leafwright.resources import PACKAGE

_VARYING: Final = re.compile(rb"\xef\xbb\xbf|<!--.*?-->|<title>.*?</title>|#[0-9a-fA-F]{3,8}|\s+", re.DOTALL)
"""What answers, editors and Git change of such a drawing: names, colours and line ends."""


def is_from_skeleton(content: bytes) -> bool:
    """Return whether a picture is a drawing of the skeletons, in any colour and with any title."""
    return _VARYING.sub(b"", content) in _drawings()


@cache
def _drawings() -> frozenset[bytes]:
    paths = (PACKAGE / "skeletons").glob("*/*.svg")
    return frozenset(_VARYING.sub(b"", path.read_bytes()) for path in paths)
