"""Signs that are written in several ways and read in one: brought into the form that fonts have."""

import re
import unicodedata
from typing import Final

_NOTHING: Final = dict.fromkeys("\u200b\u2060\ufeff", "")
"""Signs without width that only let a line end or forbid it: they come with text that was copied."""
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
"""Letters that a PDF joins; fonts that have them join them anyway."""
_OTHER_FORMS: Final = str.maketrans({**_NOTHING, **_SPACES, **_KEPT_SPACES, **_LIGATURES})
_ANY: Final = re.compile(f"[{''.join(map(chr, _OTHER_FORMS))}]")


def composed(written: str) -> str:
    """Write letters with their marks as one sign, joined letters one by one, and blanks as plain spaces.

    A subscript, a fraction or a Greek letter has a meaning of its own and stays.
    Spaces that keep a line whole go on doing so.
    """
    if written.isascii():
        return str(written)
    plain = written.translate(_OTHER_FORMS) if _ANY.search(written) else written
    return unicodedata.normalize("NFC", plain)


def count_letters(words: str) -> int:
    """Count the signs of words as they are composed, blanks and marks on letters left out."""
    solid = "".join(words.split())
    return len(solid) if solid.isascii() else sum(map(letters_of, solid))


def letters_of(sign: str) -> int:
    """Tell how many letters become of a sign: none of a mark on a letter, two or three of joined ones."""
    if sign in _LIGATURES:
        return len(_LIGATURES[sign])
    return 0 if unicodedata.combining(sign) or sign in _NOTHING else 1
