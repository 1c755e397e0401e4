"""Two numbers for the same thing do not agree.

What: Finds a percentage and a number of people side by side, such as "5% (1 in 25)", that are not the same.
Finds a number of people in a sentence that differs from the risk record it speaks of: a sentence with all the
words of the record's event, no other time, and the same source or none. Rounding is allowed. English only.

Why: One of the two is wrong, and readers cannot know which. A leaflet in use said "0.235% or 1 in 23,500".

Bad:
```yaml
- kind: paragraphs
  id: harms
  text: |
    There is a small risk.
    It is 0.235%, or 1 in 23,500 people.  # <-
    About 1 in 25 people (10%) have a bruise.  # <-
    Some have a scar: 20 in 1,000 (that is 1 in 500).  # <-
```

```yaml
- kind: paragraphs
  id: fainted
  text: |
    In one study, 12 in 100 people fainted [@elm1999].  # <-
- kind: risk
  id: fainting
  heading: Fainting
  people: people who had an epidural
  event: fainted
  otherwise: did not
  n: 12
  of: 1000
  time-frame: during the injection
  certainty: low
  source: [elm1999]
```

Good:
```yaml
- kind: paragraphs
  id: harms
  text: |
    About 1 in 3 people (33%) have a bruise. It itches in 14% (1 in 7). Under 1% (1 in 250 people) need help.
    About 95% do well (5 in 100 do not). Of 20% who bleed, 1 in 2 need a stitch.

    It is 2% in women and 1 in 10 in men. 5 in 100 people (about 1 in 20) feel sick.
- kind: paragraphs
  id: fainted
  text: |
    With the injection, 12 in 1,000 people fainted. After 3 months, 5 in 100 fainted [@elm1999].

    In another study, 3 in 100 people fainted [@oak2001].

    About 1 in 100 people fainted, or 988 in 1,000 did not.
- kind: risk
  id: fainting
  heading: Fainting
  people: people who had an epidural
  event: fainted
  otherwise: did not
  n: 12
  of: 1000
  time-frame: during the injection
  certainty: low
  source: [elm1999]
```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from leafwright.model.counted import Answer, Comparison, Risk
from leafwright.problems import Place
from leafwright.rules import Finding, Passage, Reader
from leafwright.rules.counts import PEOPLE, Bound, Count
from leafwright.rules.events import Event

_BOUND: Final = (
    r"(?:about|around|roughly|nearly|almost|approximately|less\s+than|fewer\s+than|under|up\s+to|at\s+most"
    r"|more\s+than|over|at\s+least|[~<>≤≥])"
)
_WORD: Final = r"(?:or|that\s+is|which\s+is|i\.e\.|equal\s+to)"
_SAME: Final = re.compile(
    rf"(?:\s+{PEOPLE})?(?:\s*[(\[]|\s*[,;]?\s+(?P<word>{_WORD})\s|\s*[=/])[\s,]*(?:(?:{_WORD},?|{_BOUND})\s*)*",
    re.IGNORECASE,
)
_CLOSED: Final = re.compile(rf"(?:\s+{PEOPLE})?\s*[)\],;]", re.IGNORECASE)
_CLOSE: Final = 0.18
_FEW: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence or an answer that gives shares of people, and what it cites."""

    text: str
    keys: tuple[str, ...]
    counts: tuple[Count, ...]
    where: Passage | Answer

    @property
    def place(self) -> Place:
        """Where the first of its numbers is written."""
        if isinstance(self.where, Passage):
            return self.where.place_at(self.counts[0].start)
        return self.where.place_of("n")


def check(reader: Reader) -> Iterator[Finding]:
    """Report numbers side by side that are not the same, and such as differ from a risk record."""
    for (passage, first), (other, second) in pairwise(reader.counts):
        if other is passage and _is_same(passage.text, first, second) and not _agree(first, second):
            yield Finding(
                place=passage.place_at(first.start),
                message=f"'{first.written}' is not '{second.written}'",
                hint="find out which is right, and keep the number of people",
            )
    risks = [(risk, Event.of(risk)) for risk in reader.handout.blocks() if isinstance(risk, Risk)]
    if risks:
        for statement in (*_sentences(reader), *_answers(reader)):
            yield from _contradicted(statement, risks)


def _is_same(text: str, first: Count, second: Count) -> bool:
    """Tell whether the second number only repeats the first: `5% (1 in 20)`, `5%, or 1 in 20`."""
    link = _SAME.fullmatch(text, first.end, second.start)
    if not link or first.change or second.change:
        return False
    if (link["word"] or "").lower() == "or" and first.percent == second.percent:
        return False
    return "(" not in link[0] or bool(_CLOSED.match(text, second.end))


def _sentences(reader: Reader) -> Iterator[Statement]:
    told = (pair for pair in reader.counts if not isinstance(pair[0].block, Risk) and not pair[1].change)
    for _, group in groupby(told, key=lambda pair: (id(pair[0]), pair[0].sentence_at(pair[1].start).start)):
        pairs = tuple(group)
        passage, first = pairs[0]
        sentence = passage.sentence_at(first.start)
        yield Statement(
            text=sentence.text,
            keys=sentence.keys or passage.keys,
            counts=tuple(count for _, count in pairs),
            where=passage,
        )


def _answers(reader: Reader) -> Iterator[Statement]:
    for block in reader.handout.blocks():
        for row in block.rows if isinstance(block, Comparison) else ():
            for answer in row.answers.values():
                if answer.n is not None and row.of:
                    yield Statement(
                        text=f"{row.question.plain} {answer.text.plain}",
                        keys=answer.text.keys,
                        counts=(_counted(answer.n, row.of),),
                        where=answer,
                    )


def _contradicted(statement: Statement, risks: list[tuple[Risk, Event]]) -> Iterator[Finding]:
    """Report a statement that says the event of a risk, and none of its numbers."""
    said = [
        risk
        for risk, event in risks
        if event.is_in(statement.text) and (not statement.keys or {*statement.keys} & {*risk.source})
    ]
    shares = [share for risk in said for share in _shares(risk)]
    if said and not any(_agree(count, share) for count in statement.counts for share in shares):
        risk = said[0]
        yield Finding(
            place=statement.place,
            message=f"'{statement.counts[0].written}' is not the {risk.n:,} in {risk.of:,} of '{risk.id}'",
            hint=f"the risk is in line {risk.place.line}; find out which is right",
        )


def _shares(risk: Risk) -> Iterator[Count]:
    """Go through the shares of people a risk gives, of those affected and of those spared."""
    for n in (risk.n, risk.comparator.n) if risk.comparator else (risk.n,):
        yield _counted(n, risk.of)
        yield _counted(risk.of - n, risk.of)


def _counted(n: int, of: int) -> Count:
    return Count(written=f"{n:,} in {of:,}", start=0, end=0, least=n / of, most=n / of, total=of)


def _agree(first: Count, second: Count) -> bool:
    """Tell whether two shares can be the same, each as exact as it is written."""
    bounds = {first.bound, second.bound}
    if len(bounds) == 1:
        return _is_close(first, second)
    if Bound.NONE not in bounds:
        return True
    bound, exact = (first, second) if second.bound is Bound.NONE else (second, first)
    if bound.bound is Bound.MOST:
        return exact.least <= bound.most * (1 + _CLOSE)
    return exact.most * (1 + _CLOSE) >= bound.least


def _is_close(first: Count, second: Count) -> bool:
    (low, high), (other_low, other_high) = _rounded(first), _rounded(second)
    if low < other_high and other_low < high:
        return True
    apart = max(first.least - second.most, second.least - first.most)
    return apart <= _CLOSE * max(first.most, second.most)


def _rounded(count: Count) -> tuple[float, float]:
    """Return the shares that are written like this one when they are rounded."""
    if count.percent:
        _, point, decimals = count.written.rstrip(" %percnt").partition(".")
        half = 0.005 / 10 ** (len(decimals) if point else 0)
    else:
        half = 0.5 / count.total if count.total <= _FEW else 0.0
    if not count.percent and round(count.most * count.total) == 1 and count.total <= _FEW:
        return 1 / (count.total + 0.5), 1 / (count.total - 0.5)
    return count.least - half, count.most + half
