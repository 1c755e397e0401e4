"""A word sells a treatment or waves a worry away.

What: Finds words of advertising ("state-of-the-art", "highly effective", "guaranteed"), of empty comfort
("don't worry", "nothing to be afraid of", "completely safe"), and "only" or "just" where they make a risk
or a pain small ("only 1 in 100", "just a small scratch"). What is denied, asked or made a condition is
left alone: "cannot be guaranteed", "unless it is completely safe". English only.

Why: A leaflet informs a choice; it makes none. IPDAS and the General Medical Council's guidance on
consent ask for words that neither promise nor push, and readers trust a number more than a compliment.

Bad:
```yaml
- kind: paragraphs
  id: sell
  text: |
    Our state-of-the-art clinic is here for you.  # <-
    The scan is completely safe.  # <-
    Don't worry about the needle.  # <-
    A good result is guaranteed.  # <-
    Epidurals are a safe and effective treatment.  # <-
    You will feel just a small scratch.  # <-
    Only 1 in 100 people get an infection.  # <-
    There is only a very small risk of bleeding.  # <-
```

Good:
```yaml
- kind: paragraphs
  id: sell
  text: |
    If you worry about the needle, tell us. It is safe to drive the next day. There is no guarantee that it
    helps. Nobody can guarantee a result. Is it safe? A good result cannot be guaranteed.

    You may go home once it is completely safe. Take only 1 tablet a day. Eat just a small meal. Tell us if
    you have breakthrough pain. Just over 1 in 10 people. A first-class stamp. Drink only a little water.
    We cannot say that it is completely safe.
```
"""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.rules import Finding, Reader
from leafwright.rules.wording import FoundWord, WordList

_SAY_WHAT: Final = "say what it does, and for how many people"
_SAY_HOW_OFTEN: Final = "say what may happen, how often, and what to do then"
_SELLING: Final = """
absolutely painless|absolutely safe|amazing|award-winning|best possible care|best possible outcome
best possible results|best possible service|best possible treatment|breakthrough technology
breakthrough treatment|center of excellence|centre of excellence|clinically proven|completely harmless
completely painless|completely safe|cutting edge|cutting-edge|dedicated team|delighted patients
effective and safe|effortless|entirely safe|excellent outcomes|excellent pain relief|excellent results
exceptional care|exceptional results|expert team|extremely effective|extremely safe|extremely successful
fantastic|first-class care|first-class service|first-class treatment|gold-standard|gold standard|guarantee a
guarantee that|guaranteed|guarantees a|guarantees that|high success rate|highly accurate|highly effective
highly experienced|highly qualified|highly skilled|highly successful|highly trained|latest technology
leading-edge|leading experts|leading specialists|life-changing results|life-changing surgery
life-changing treatment|miracle|miracles|outstanding care|outstanding results|outstanding service
pain-free procedure|painless procedure|painless treatment|perfectly harmless|perfectly safe|pioneering
quick and easy|quick and painless|quick and simple|quick, easy|quick, painless|renowned|revolutionary
risk-free|safe and effective|safe, effective|second to none|spectacular|state-of-the-art|state of the art
superb|thousands of happy patients|totally harmless|totally painless|totally safe|tried and tested
unparalleled|unrivalled|very safe|very successful|virtually painless|without any risk|without any risks
wonderful|works wonders|world-class|world class|world-leading|world leading|world-renowned
"""
_SOOTHING: Final = """
be assured|be reassured|do not be afraid|do not be alarmed|do not be frightened|do not worry|don't be afraid
don't be alarmed|don't be frightened|don't panic|don't worry|in good hands|in safe hands|no cause for alarm
no cause for concern|no need to be afraid|no need to be alarmed|no need to be anxious|no need to be concerned
no need to be frightened|no need to panic|no need to worry|not be alarmed|nothing to be afraid of
nothing to be frightened of|nothing to be scared of|nothing to fear|nothing to worry about|rest assured
try not to be anxious|try not to worry
"""


def _listed(block: str) -> list[str]:
    return [form for line in block.split("\n") for form in line.split("|") if form]


_SOOTHES: Final = frozenset(_listed(_SOOTHING))
_PRAISE: Final = WordList.saying({_SAY_WHAT: _listed(_SELLING), _SAY_HOW_OFTEN: _SOOTHES})
_DENIED: Final = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|neither|cannot|without|unless|until|once|whether|if|when)\b|n['’]t\b",
    re.IGNORECASE,
)
_SMALL: Final = r"(?:small|tiny|slight|minor|mild|little|low|quick|simple|routine|sharp)"
_HARM: Final = (
    r"(?:risks?|chance|scratch|prick|pinch|sting|stinging|discomfort|pain|bruise|bruising|procedure|operation"
    r"|test|jab|cut|needle|injection|side[ -]effects?|problems?|number\s+of\s+(?:people|patients))"
)
_MINIMISED: Final = re.compile(
    rf"""\b(?P<word>only|just|merely)\s+(?:
        (?:an?\s+|some\s+)?(?:very\s+|extremely\s+)?{_SMALL}\s+(?:\w+\s+)?{_HARM}\b
      | (?:an?\s+)?(?:about\s+|around\s+)?\d[\d,.]*\s*(?:(?:in|out\s+of)\s+(?:every\s+)?\d|%|per\s?cent\b)
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def check(reader: Reader) -> Iterator[Finding]:
    """Report words that sell, soothe or make little of a risk."""
    if not reader.is_english:
        return
    for found in _PRAISE.find(reader):
        if found.entry in _SOOTHES or not _is_taken_back(found):
            yield Finding(
                place=found.passage.place_at(found.start),
                message=f"'{found.word}' sells or soothes, and tells nothing",
                hint=found.advice,
            )
    yield from _minimised(reader)


def _is_taken_back(found: FoundWord) -> bool:
    """Tell whether the sentence denies it, asks for it or makes it a condition, or it is said of a place."""
    if found.sentence.text.endswith("?") or re.match(r"\s+(?:place|distance|amount|dose)\b", found.after):
        return True
    return bool(_DENIED.search(found.before))


def _minimised(reader: Reader) -> Iterator[Finding]:
    if not {"only", "just", "merely"} & reader.vocabulary.keys():
        return
    for passage in reader.prose:
        for found in _MINIMISED.finditer(passage.text):
            yield Finding(
                place=passage.place_at(found.start()),
                message=f"'{found['word']}' makes little of what follows",
                hint=f"leave out '{found['word'].lower()}', and let the reader judge",
            )
