"""A word advertises a treatment or plays down a worry."""

import re
from typing import Final

from leafwright.rules import Finding, Findings, Reader
from leafwright.rules.counts import PEOPLE
from leafwright.rules.initials import NAMED
from leafwright.rules.listed import read_phrases
from leafwright.rules.wording import FoundWord, WordList

_SAY_WHAT: Final = "say what it does, and for how many people"
_SAY_HOW_OFTEN: Final = "say what may happen, how often, and what to do then"
_SOOTHES: Final = frozenset(read_phrases("praise", "soothing"))
_PRAISE: Final = WordList.saying({_SAY_WHAT: read_phrases("praise", "selling"), _SAY_HOW_OFTEN: _SOOTHES})
_DENIED: Final = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|neither|cannot|without|unless|until|once|whether|if|when)\b|n['’]t\b",
    re.IGNORECASE,
)
_INVITED: Final = re.compile(
    r"\s+about\s+(?:phoning|calling|ringing|contacting|asking|bothering|troubling|disturbing|wasting)\b",
    re.IGNORECASE,
)
"""What the reader is told to do all the same: `do not worry about phoning at night`."""
_SMALL: Final = r"(?:small|tiny|slight|minor|mild|little|low|quick|simple|routine|sharp)"
_HARM: Final = (
    r"(?:risks?|chance|scratch|prick|pinch|sting|stinging|discomfort|pain|bruise|bruising|procedure|operation"
    r"|test|jab|cut|needle|injection|side[ -]effects?|problems?|number\s+of\s+(?:people|patients))"
)
_OF_PEOPLE: Final = (
    rf"(?=\s*(?:$|[).,;:]|(?:of\s+)?(?:(?:all|the|our|these)\s+)*{PEOPLE}\b|(?:\w+\s+)?(?:risks?|chances?|rates?)\b"
    r"|(?:will|may|get|gets|have|has|had|need|needs|develop|lose|die|died|feel|come|came|go|went|stay|do)\b))"
)
"""What follows a percentage of people or a risk, and not one of a body, a budget or a diet."""
_MINIMISED: Final = re.compile(
    rf"""\b(?P<word>only|just|merely)\s+(?:
        (?:an?\s+|some\s+)?(?:very\s+|extremely\s+)?{_SMALL}\s+(?:\w+\s+)?{_HARM}\b
      | (?:an?\s+)?(?:about\s+|around\s+)?\d[\d,.]*\s*
        (?:(?:in|out\s+of)\s+(?:every\s+)?\d|(?:%|per\s?cent\b){_OF_PEOPLE})
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def check(reader: Reader) -> Findings:
    """Report words that advertise, soothe or play down a risk."""
    for praise in _PRAISE.find(reader):
        if not (_INVITED.match(praise.after) if praise.entry in _SOOTHES else _is_taken_back(praise)):
            yield Finding(
                place=praise.passage.place_at(praise.start),
                message=f"'{praise.word}' advertises or soothes, and says nothing",
                hint=praise.advice,
            )
    yield from _minimised(reader)


def _is_taken_back(praise: FoundWord) -> bool:
    """Return whether the sentence denies it, asks it or makes it a condition, or it is a place or a name."""
    if praise.sentence.text.endswith("?") or re.match(r"\s+(?:place|distance|amount|dose)\b", praise.after):
        return True
    return bool(_DENIED.search(praise.before) or NAMED.search(praise.before))


def _minimised(reader: Reader) -> Findings:
    if not {"only", "just", "merely"} & reader.vocabulary.keys():
        return
    for passage in reader.prose:
        for match in _MINIMISED.finditer(passage.text):
            yield Finding(
                place=passage.place_at(match.start()),
                message=f"'{match['word']}' plays down what follows",
                hint=f"leave out '{match['word'].lower()}', and let the reader judge",
            )
