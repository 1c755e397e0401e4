"""A mark is typed twice."""

import re
from typing import Final

from leafwright.rules import Finding, Findings, WrittenFile

_TWICE: Final = re.compile(
    r"(?<!\.)\.\.(?!\.)|([,;:\u060c\u061b\u061f\u06d4¿¡])\s?\1|([!?])\s?\2+|(?<=\w),\s?[.;:]|[;:]\s?[.,](?![\d.])"
)
_NEAR: Final = re.compile(r"[.,;:!?\u060c\u061b\u061f\u06d4¿¡]\s?[.,;:!?\u060c\u061b\u061f\u06d4¿¡]")
"""Two marks side by side; most texts have none."""


def check(file: WrittenFile) -> Findings:
    """Report marks that are typed twice, and two marks of which one is too much."""
    for text in file.texts:
        for match in _TWICE.finditer(text.text) if _NEAR.search(text.text) else ():
            yield Finding(
                place=text.place_at(match.start()),
                message=f"'{match[0]}' is two marks",
                hint="keep the one that is meant",
            )
