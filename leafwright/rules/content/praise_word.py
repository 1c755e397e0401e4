"""A word advertises a treatment or plays down a worry.

What (English only): Finds words of advertising ("state-of-the-art", "highly effective", "guaranteed"), of
empty comfort ("don't worry", "nothing to be afraid of", "completely safe"), and "only" or "just" where they
play down a risk or a pain ("only 1 in 100", "just a small scratch"). Words that are denied, asked or made a
condition are left alone: "cannot be guaranteed", "unless it is completely safe".

Why: A leaflet informs a choice and does not make it. IPDAS and the General Medical Council's guidance on
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
from leafwright.rules.lexicon import phrases
from leafwright.rules.wording import FoundWord, WordList

_SAY_WHAT: Final = "say what it does, and for how many people"
_SAY_HOW_OFTEN: Final = "say what may happen, how often, and what to do then"
_SOOTHES: Final = frozenset(phrases("praise", "soothing"))
_PRAISE: Final = WordList.saying({_SAY_WHAT: phrases("praise", "selling"), _SAY_HOW_OFTEN: _SOOTHES})
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
    """Report words that advertise, soothe or play down a risk."""
    for praise in _PRAISE.find(reader):
        if praise.entry in _SOOTHES or not _is_taken_back(praise):
            yield Finding(
                place=praise.passage.place_at(praise.start),
                message=f"'{praise.word}' advertises or soothes, and says nothing",
                hint=praise.advice,
            )
    yield from _minimised(reader)


def _is_taken_back(praise: FoundWord) -> bool:
    """Return whether the sentence denies it, asks it or makes it a condition, or it is about a place."""
    if praise.sentence.text.endswith("?") or re.match(r"\s+(?:place|distance|amount|dose)\b", praise.after):
        return True
    return bool(_DENIED.search(praise.before))


def _minimised(reader: Reader) -> Iterator[Finding]:
    if not {"only", "just", "merely"} & reader.vocabulary.keys():
        return
    for passage in reader.prose:
        for match in _MINIMISED.finditer(passage.text):
            yield Finding(
                place=passage.place_at(match.start()),
                message=f"'{match['word']}' plays down what follows",
                hint=f"leave out '{match['word'].lower()}', and let the reader judge",
            )
