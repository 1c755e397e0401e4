"""A passage has many passive sentences."""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.rules import Finding, Reader

_IRREGULAR: Final = (
    "begun|bitten|blown|bought|broken|brought|built|caught|chosen|cut|done|drawn|driven|eaten|fed|felt|forgotten|found"
    "|frozen|given|held|hidden|hurt|kept|known|laid|led|left|lost|made|meant|met|paid|put|read|said|seen|sent|set"
    "|shown|shut|spent|split|taken|taught|thought|thrown|told|understood|withdrawn|worn|written"
)
_DESCRIBING: Final = (
    "advanced|affected|aged|allowed|alleged|ashamed|based|bored|born|called|concerned|confused|connected|covered|dazed|depressed"
    "|detailed|disabled|disappointed|divided|done|excited|exhausted|experienced|frightened|gone|hundred|hurt|indeed|inflamed|infected"
    "|interested|involved|known|left|limited|located|lost|made|married|naked|named|needed|pleased|prepared|related|relaxed"
    "|relieved|required|scared|shocked|supposed|surprised|swollen|tired|trained|united|upset|used|worried|worn"
)
PASSIVE: Final = re.compile(
    rf"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+|not\s+|also\s+|then\s+|often\s+|usually\s+)?"
    rf"(?!(?:{_DESCRIBING})\b)(?:[a-z]{{2,}}ed|{_IRREGULAR})\b",
    re.IGNORECASE,
)


def check(reader: Reader, *, most: int) -> Iterator[Finding]:
    """Report passages in which more than `most` sentences are in the passive."""
    for passage in reader.prose:
        if len(passage.sentences) <= most:
            continue
        passives = [
            (sentence.start + match.start(), match[0])
            for sentence in passage.sentences
            if (match := PASSIVE.search(sentence.text))
        ]
        if len(passives) > most:
            first, words = passives[0]
            yield Finding(
                place=passage.place_at(first),
                message=f"{len(passives)} sentences are passive; the first says '{words}'",
                hint="say who does it: you, we, a nurse",
            )
