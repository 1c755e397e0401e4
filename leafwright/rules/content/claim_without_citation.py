"""A claim about research has no citation."""

import re
from typing import Final

from leafwright.rules import Finding, Findings, Passage, Reader
from leafwright.rules.sourced import is_sourced, needs_source

_VERB: Final = (
    r"(?:show(?:s|ed|n)?|finds?|found|suggest(?:s|ed)?|prove[sdn]?|confirm(?:s|ed)?|indicate[sd]?|demonstrate[sd]?"
    r"|conclude[sd]?|report(?:s|ed)?|says?|support(?:s|ed)?|estimate[sd]?|could\s+not\s+tell)"
)
_PAPER: Final = r"(?:stud(?:y|ies)|trials?|reviews?|surveys?)"
_FIELD: Final = r"(?:research|evidence|researchers|scientists|data)"
_ON: Final = (
    r"(?:\s+(?:of|with|in|from|into|on|by|involving|comparing)\s+(?!your\b)"
    r"(?:(?!\b(?:to|can|will|may|might|could|should|before|whether|they|we)\b)[^.;:,]){0,60}?)?"
)
_CLAIM: Final = re.compile(
    rf"""(?<![\w-])(?:
        (?P<known>(?:the|this|that|these|those|its|their|both|same|second)\s+)?
        (?P<test>(?:sleep|nerve|conduction|swallow\w*|imaging|bowel|pressure|flow|contrast|blood|your|my|our)\s+)?
        (?:(?P<paper>{_PAPER})|{_FIELD}(?!\s+of\b)){_ON}
        \s+(?:(?:has|have|had|also|now|clearly|strongly|not|did)\s+){{0,3}}{_VERB}(?!\s+(?:by|an?\s+(?:way|cure))\b)
      | (?:there\s+(?:is|was)|we\s+have)\s+
        (?:(?:currently|also|no|not|enough|little|some|good|strong|clear|weak|reliable|limited|only)\s+)+
        (?:evidence|proof)\s+(?:that|for|against|to)
      | (?:clinically|scientifically|medically)\s+proven
      | (?<!you\s)(?:has|have)\s+(?:also\s+|now\s+)?(?:not\s+)?been\s+(?:shown|proven|proved)\s+to
      | according\s+to\s+(?:\w+\s+){{0,3}}(?:{_PAPER}|{_FIELD})
      | (?-i:In)\s+(?:one|some|several|many|most|two|three|large|recent)\s+(?:\w+\s+){{0,2}}
        (?:study|studies|trials?)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_IF: Final = re.compile(r"\b(?:when|if|whether|until|unless|once|what)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_PARTS: Final = (
    "tudies", "tudy", "rial", "eview", "urvey", "esearch", "vidence", "cientists", "ata ", "proof", "proven",
    "shown", "proved",
)  # fmt: skip


def check(reader: Reader) -> Findings:
    """Report claims about research that cite nothing."""
    for at, passage in enumerate(reader.prose):
        text = passage.text
        if not any(part in text for part in _PARTS) or not needs_source(passage):
            continue
        for match in _CLAIM.finditer(text):
            if _IF.search(text, 0, match.start()) or match["test"]:
                continue
            if not (match["paper"] and match["known"] and _is_cited_before(reader.prose, at)):
                yield Finding(
                    place=passage.place_at(match.start()),
                    message=f"'{match[0]}' cites nothing",
                    hint="cite what shows it, as [@key], or leave the claim out",
                )


def _is_cited_before(prose: tuple[Passage, ...], at: int) -> bool:
    """Return whether the same section has a citation before this passage."""
    section = prose[at].section
    return any(is_sourced(before) for before in prose[:at] if before.section is section)
