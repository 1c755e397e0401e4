"""Characters that do not belong in a text, and blank ones that only look like a space."""

import re
import unicodedata
from dataclasses import replace
from typing import Final

from leafwright.problems import Problem
from leafwright.source.nodes import Scalar

NO_TEXT: Final = re.compile(
    r"[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)
"""Control characters, surrogates and code points that Unicode reserves."""
UNSPACED: Final = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Characters of scripts without spaces between words: Thai, Lao, Burmese, Khmer, Chinese and Japanese."""
_LINE_ENDS: Final = re.compile("[\x85\u2028\u2029]")
UNSEEN: Final = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Characters that nobody sees, which a key may hold within quotes only."""
_BLANK: Final = re.compile(rf"^[^\S ]|[^\S ]$|{UNSEEN.pattern}")


def with_plain_lines(text: str) -> str:
    """Replace the characters that end a line in YAML, but not in an editor, by a space.

    They come with copied text. Lines and columns stay the same as in an editor.
    """
    return _LINE_ENDS.sub(" ", text)


def named(sign: str) -> str:
    """Name a character that cannot be shown: its code point, and its Unicode name."""
    name = unicodedata.name(sign, "").lower()
    return f"U+{ord(sign):04X}" + (f" ({name})" if name else "")


def explain_key(key: Scalar) -> Problem | None:
    """Explain a plain key that begins or ends with a blank, or has an invisible character."""
    if not (match := _BLANK.search(key)):
        return None
    name = unicodedata.name(match.group(), "blank sign").lower()
    article = "an" if name[0] in "aeiou" else "a"
    message = f"there is {article} {name} where plain spaces belong (U+{ord(match.group()):04X})"
    hint = "delete it, and type spaces: such signs come with text that was copied"
    place = replace(key.place, column=key.place.column + match.start())
    return Problem(place=place, code="tab", message=message, hint=hint)
