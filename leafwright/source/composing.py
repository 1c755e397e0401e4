"""Normalise characters that can be written in several ways to the form that fonts have."""

import re
import unicodedata
from typing import Final

_NOTHING: Final = dict.fromkeys("\u200b\u2060\ufeff", "")
"""Characters without width that only allow or forbid a line break; they come with copied text."""
_SPACES: Final = dict.fromkeys(
    "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000", " "
)
_KEPT_SPACES: Final = dict.fromkeys("\u2007\u202f", "\u00a0")
_LIGATURES: Final = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
"""Ligatures in text copied from a PDF; fonts that have them join the letters anyway."""
_OTHER_FORMS: Final = str.maketrans({**_NOTHING, **_SPACES, **_KEPT_SPACES, **_LIGATURES})
_ANY: Final = re.compile(f"[{''.join(map(chr, _OTHER_FORMS))}]")


def composed(written: str) -> str:
    """Write a letter with its marks as one character, ligatures as letters, and blanks as plain spaces.

    A subscript, a fraction or a Greek letter has its own meaning and stays. No-break spaces stay, too.
    """
    if written.isascii():
        return str(written)
    plain = written.translate(_OTHER_FORMS) if _ANY.search(written) else written
    return unicodedata.normalize("NFC", plain)


def count_letters(words: str) -> int:
    """Count the characters of a text as it is composed, without blanks and marks on letters."""
    solid = "".join(words.split())
    return len(solid) if solid.isascii() else sum(map(letters_of, solid))


def letters_of(sign: str) -> int:
    """Return how many letters a character becomes: 0 for a mark on a letter, 2 or 3 for a ligature."""
    if sign in _LIGATURES:
        return len(_LIGATURES[sign])
    return 0 if unicodedata.combining(sign) or sign in _NOTHING else 1
