"""A Latin abbreviation is used instead of plain words."""

import re
from typing import Final

from leafwright.rules import Finding, Findings, Reader

PLAIN: Final = {
    "eg": "for example",
    "ie": "that is",
    "etc": "and so on, or end the list where it ends",
    "nb": "please note, or nothing",
    "cf": "compare",
    "viz": "namely",
}
_LATIN: Final = re.compile(r"(?<![\w.@/-])([Ee]\.?g|[Ii]\.?e|[Ee]tc|N\.?B|n\.b|cf|viz)(?![\w@/-])")


def check(reader: Reader) -> Findings:
    """Report Latin abbreviations."""
    for passage in reader.prose:
        for match in _LATIN.finditer(passage.text):
            plain = PLAIN[match[1].replace(".", "").lower()]
            yield Finding(
                place=passage.place_at(match.start()),
                message=f"'{match[1]}' is a Latin abbreviation",
                hint=f"write: {plain}",
            )
