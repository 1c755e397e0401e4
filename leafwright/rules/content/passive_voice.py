"""A passage has many passive sentences."""

import re
from typing import Final

from leafwright.rules import Finding, Findings, Reader
from leafwright.rules.listed import read_words

_IRREGULAR: Final = "|".join(sorted(read_words("passive", "irregular")))
_DESCRIBING: Final = "|".join(sorted(read_words("passive", "describing")))
PASSIVE: Final = re.compile(
    rf"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+|not\s+|also\s+|then\s+|often\s+|usually\s+)?"
    rf"(?!(?:{_DESCRIBING})\b)(?:[a-z]{{2,}}ed|{_IRREGULAR})\b",
    re.IGNORECASE,
)

_OF_THE_READER: Final = re.compile(
    r"\b(?:you|your|yourself|(?:must|should|will|shall|ought\s+to|needs?\s+to|ha(?:s|ve)\s+to)\s+(?:\w+\s+)?be)\b",
    re.IGNORECASE,
)
"""What says that people act on the reader, or ask something of them; nobody does what a body does itself."""


def check(reader: Reader, *, most: int) -> Findings:
    """Report passages in which more than `most` sentences are in the passive."""
    for passage in reader.prose:
        if len(passage.sentences) <= most:
            continue
        passives = [
            (sentence, match) for sentence in passage.sentences if (match := PASSIVE.search(sentence.text))
        ]
        asked = [(sentence, match) for sentence, match in passives if _OF_THE_READER.search(sentence.text)]
        if len(passives) > most and asked:
            sentence, match = asked[0]
            yield Finding(
                place=passage.place_at(sentence.start + match.start()),
                message=f"{len(passives)} sentences are passive; one says '{match[0]}'",
                hint="say who does it: you, we, a nurse",
            )
