"""An ordinal number has the ending of another one."""

import re
from typing import Final

from leafwright.rules import Finding, Findings, WrittenFile

_ORDINAL: Final = re.compile(r"(?<![\w.,])(\d+)( ?)(st|nd|rd|th)\b")
_ENDINGS: Final = {"1": "st", "2": "nd", "3": "rd"}
_TEENS: Final = ("11", "12", "13")


def check(file: WrittenFile) -> Findings:
    """Report endings that do not fit the number, and those with a space before."""
    for text in file.texts:
        for match in _ORDINAL.finditer(text.text):
            number = match[1]
            right = "th" if number.endswith(_TEENS) else _ENDINGS.get(number[-1], "th")
            if match[2] or match[3] != right:
                yield Finding(
                    place=text.place_at(match.start()),
                    message=f"'{match[0]}' is no ordinal number",
                    hint=f"write {number}{right}, or in words",
                )
