"""A risk is said only as a change, not as a number of people.

What: Finds risks that are doubled, halved, "30% less likely" or "3 times higher", with no number of people in
the same or a neighbouring paragraph, list item or risk. English only.

Why: Twice a tiny risk is still tiny, but readers take "doubles the risk" for a great one. The Patient
Information Forum and the CDC Clear Communication Index ask for absolute numbers.

Bad:
```yaml
- kind: paragraphs
  id: smoking
  text: |
    Smoking doubles the risk of a wound infection.  # <-
    You are 30% less likely to need more surgery.  # <-
    It cuts your chance of a stroke by a third.  # <-
    The risk is three times higher after 70.  # <-
    There is a 25% reduction in the risk of falls.  # <-
```

Good:
```yaml
- kind: paragraphs
  id: smoking
  text: |
    Smoking doubles the risk of a wound infection. It rises from 2 in 100 people to 4 in 100.
- kind: paragraphs
  id: pain
  text: |
    Take it twice a day. Your risk is higher if you smoke. A risk factor doubles.

    It lasts twice as long as the old one. Back pain is more likely at night.
```

```yaml
- kind: paragraphs
  id: clots
  text: Long flights triple the risk of a clot.
- kind: risk
  id: clot
  heading: A clot after a long flight
  people: people who fly
  event: had a clot
  otherwise: did not
  n: 3
  of: 10000
  time-frame: in the month after a long flight
  certainty: low
  source: [elm1999]
  picture: false
```
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from leafwright.model.counted import Risk
from leafwright.rules import Finding, Passage, Reader
from leafwright.rules.counts import WORDS
from leafwright.rules.passage import Kind

_RISK: Final = r"(?:risks?(?!\s+factors?)|chances?|odds|likelihood|probability)"
_TIMES: Final = (
    rf"(?:twice|thrice|double|half|(?:\d+(?:\.\d+)?|{'|'.join(WORDS)})(?:\s+times|-fold|\s+fold)|\d+x)"
)
_PERCENT: Final = r"\d+(?:\.\d+)?\s?(?:%|per\s?cent)"
_PART: Final = (
    rf"(?:{_PERCENT}|{_TIMES}|(?:a|one)?[\s-]*(?:half|third|quarter|fifth|tenth)|two[\s-]thirds"
    r"|three[\s-]quarters)"
)
_LESS: Final = r"(?:lower|higher|greater|smaller|bigger|reduced|increased|decreased|less|more|fewer)"
_TURN: Final = (
    r"(?:reduc(?:es?|ed|ing)|lower(?:s|ed|ing)?|cut(?:s|ting)?|increas(?:es?|ed|ing)|rais(?:es?|ed|ing)|higher"
    r"|decreas(?:es?|ed|ing)|rises?|rose|falls?|fell|drops?|dropped|go(?:es)?\s+(?:up|down))"
)
_ABOUT: Final = (
    r"(?:(?:about|around|up\s+to|nearly|almost|roughly|over|more\s+than|at\s+least|as\s+much\s+as)\s+)?"
)
_SOME: Final = r"(?:[\w’'-]+\s+){0,%d}?"
_RELATIVE: Final = re.compile(
    rf"""\b(?:
        (?:doubl|tripl|quadrupl|halv)(?:es?|ed|ing)\s+{_SOME % 3}{_RISK}
      | {_RISK}\s+{_SOME % 7}(?:doubl|tripl|halv)(?:es|ed)
      | {_TIMES}\s+(?:as|more|less)\s+likely
      | {_TIMES}\s+(?:the|your|their)\s+{_SOME % 1}{_RISK}
      | {_PART}\s+(?:less|more)\s+likely
      | {_PART}\s+(?:an?\s+)?{_LESS}\s+{_SOME % 2}{_RISK}
      | {_RISK}\s+{_SOME % 7}{_ABOUT}{_PART}\s+(?:as\s+)?(?:lower|higher|greater|high|great)
      | {_TURN}\s+{_SOME % 3}{_RISK}\s+{_SOME % 9}by\s+{_ABOUT}{_PART}
      | {_RISK}\s+{_SOME % 7}{_TURN}\s+by\s+{_ABOUT}{_PART}
      | {_PERCENT}\s+(?:reduction|increase|decrease|fall|drop|rise)\s+in\s+{_SOME % 3}{_RISK}
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_BY: Final = re.compile(rf"\bby\s+{_ABOUT}$", re.IGNORECASE)


def check(reader: Reader) -> Iterator[Finding]:
    """Report changes of a risk that stand without a number of people."""
    if not reader.language.startswith("en"):
        return
    prose = reader.prose
    found = {
        at: list(_RELATIVE.finditer(each.text)) for at, each in enumerate(prose) if _is_of_risk(each.text)
    }
    if not any(found.values()):
        return
    absolute = _absolute(reader, {id(prose[at]): matches for at, matches in found.items()})
    for at, matches in found.items():
        passage = prose[at]
        if passage.kind is not Kind.QUESTION and not _is_near(absolute, prose, at):
            yield from (_finding(passage, match) for match in matches)


def _is_of_risk(text: str) -> bool:
    """Tell quickly whether the words may be there at all."""
    return "isk" in text or "hance" in text or "ikel" in text or "dds" in text or "robab" in text


def _finding(passage: Passage, match: re.Match[str]) -> Finding:
    return Finding(
        place=passage.place_at(match.start()),
        message=f"'{match[0]}' says how a risk changes, but not how large it is",
        hint="give numbers of people for both: from 2 in 100 people to 4 in 100",
    )


def _absolute(reader: Reader, found: Mapping[int, list[re.Match[str]]]) -> frozenset[int]:
    """Name the passages that give a share of people, other than within the words that were found."""
    return frozenset(
        id(passage)
        for passage, count in reader.counts
        if not count.change
        and not _BY.search(passage.text, 0, count.start)
        and not any(match.start() <= count.start < match.end() for match in found.get(id(passage), ()))
    )


def _is_near(absolute: frozenset[int], prose: tuple[Passage, ...], at: int) -> bool:
    """Tell whether the passage, one beside it in its block, or a risk beside the block gives numbers."""
    passage = prose[at]
    beside = [
        each for each in prose[max(at - 1, 0) : at + 2] if each is passage or each.block is passage.block
    ]
    if any(id(each) in absolute for each in beside):
        return True
    blocks = passage.section.blocks if passage.section else ()
    return any(
        passage.block in (one, other) and isinstance(one if other is passage.block else other, Risk)
        for one, other in pairwise(blocks)
    )
