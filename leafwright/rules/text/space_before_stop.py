"""There is a space before a comma or a full stop."""

import re
from typing import Final

from leafwright.rules import Finding, Findings, WrittenFile
from leafwright.tags import Language

_LOW: Final = re.compile(r"(?<=[\w)\]”’\"'»%\ufffc])[ \u00a0]+([.,\u060c\u06d4])(?=\s|$)")
_HIGH: Final = re.compile(r"(?<=[\w)\]”’\"'»%\ufffc])[ \u00a0]+([;:!?\u061b\u061f])(?=\s|$)(?! \d)")
_ANY: Final = re.compile(r"[ \u00a0][.,;:!?\u060c\u061b\u061f\u06d4]")
_FRENCH: Final = "fr"
"""French has a space before high marks."""


def check(file: WrittenFile) -> Findings:
    """Report spaces before a mark that follows its word at once."""
    french = Language(file.language).base == _FRENCH
    texts = [text for text in file.texts if _ANY.search(text.text)]
    for pattern in (_LOW,) if french else (_LOW, _HIGH):
        for text in texts:
            for match in pattern.finditer(text.text):
                yield Finding(
                    place=text.place_at(match.start(1)),
                    message=f"a space is before '{match[1]}'",
                    hint=f"write '{match[1]}' directly after the word",
                )
