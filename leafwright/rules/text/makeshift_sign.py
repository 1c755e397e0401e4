"""A sign is made of other signs: x for ×, a hyphen for a minus, three dots."""

import re
from typing import Final

from leafwright.rules import Finding, Findings, WrittenFile

_SIGNS: Final = (
    (re.compile(r"(?<![\w.])\d+(?:[.,]\d+)?\s?([xX])\s?(?=\d)"), "×"),
    (re.compile(r"(?:^|(?<=[\s(]))(?<!\d )(-)(?=\d)"), "−"),  # noqa: RUF001  # a minus
    (re.compile(r"(?<!\.)(\.{3})(?!\.)"), "…"),
    (re.compile(r"(\+/-)"), "±"),
    (re.compile(r"(<=)"), "≤"),
    (re.compile(r"(>=)"), "≥"),
    (re.compile(r"(-+>)"), "→"),
)
_ANY: Final = re.compile(r"\d\s?[xX]|-\d|\.{3}|\+/-|[<>]=|->")
"""What every such sign has; most texts have none."""


def check(file: WrittenFile) -> Findings:
    """Report signs that have a letter or punctuation in their place."""
    for text in file.texts:
        for pattern, right in _SIGNS if _ANY.search(text.text) else ():
            for match in pattern.finditer(text.text):
                yield Finding(
                    place=text.place_at(match.start(1)),
                    message=f"'{match[1]}' stands for the sign {right}",
                    hint=f"write {right}, or say it in words",
                )
