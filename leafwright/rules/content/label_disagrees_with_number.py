"""A word such as "rare" or "common" does not fit the number beside it.

What: Finds very common, common, uncommon, rare and very rare next to a number that lies in another band, in a
sentence, in a list under such a heading, and in a risk. A band's two ends belong to both bands. English only.

Why: Readers trust the word, and over-estimate it. For the European Medicines Agency, very common begins at
1 in 10, common at 1 in 100, uncommon at 1 in 1,000 and rare at 1 in 10,000. What is less is very rare.

Bad:
```yaml
- kind: paragraphs
  id: harms
  text: |
    Nausea is common.
    Infection is rare (about 1 in 50 people).  # <-
    Common side effects, which affect fewer than 1 in 1,000 people, are rashes.  # <-
    About 1 in 500 people bleed, which is very common.  # <-
- kind: list
  id: rare
  lead: "Rare risks:"
  items:
    - nerve damage, in 1 in 5,000 people
    - bleeding, in 3% of people  # <-
- kind: risk
  id: fainting
  heading: Fainting
  people: people who had an epidural
  event: fainted
  otherwise: did not
  n: 12  # <-
  of: 1000
  time-frame: after the injection
  certainty: low
  source: [elm1999]
  interpretation: This is very rare.
```

Good:
```yaml
- kind: paragraphs
  id: harms
  text: |
    Very common (may affect more than 1 in 10 people): nausea.
    Common (may affect up to 1 in 10 people): headache.
    Rare (between 1 in 1,000 and 1 in 10,000 people): nerve damage.

    It is a common operation. About 1 in 500 people bleed. The most common problem is a rash, in 1 in 2,000.
    Common colds: 1 in 5,000 people stay at home. Infection is uncommon: 0.5%. Rarely, in under 1%, it bleeds.
```
"""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.model import blocks
from leafwright.model.counted import Risk
from leafwright.problems import Place
from leafwright.rules import Finding, Passage, Reader
from leafwright.rules.counts import Bound, Count, find_counts

BANDS: Final = {
    "very common": (1 / 10, 1.0),
    "common": (1 / 100, 1 / 10),
    "uncommon": (1 / 1000, 1 / 100),
    "rare": (1 / 10_000, 1 / 1000),
    "very rare": (0.0, 1 / 10_000),
}
"""The shares each label stands for. Source: the EMA's guideline on the summary of product characteristics."""
COMMON: Final = frozenset({"very common", "common"})
_HARM: Final = r"(?:side[\s-]effects?|risks?|complications?|problems?|harms?|effects?|reactions?)\b"
_LABEL: Final = re.compile(
    r"(?<![\w-])(?P<not>(?:most|more|less|least|not|how|so|as|too)\s+)?"
    r"(?P<very>(?:very|extremely)\s+)?(?P<label>common|uncommon|rare)(?:ly)?(?![\w-])",
    re.IGNORECASE,
)
_LINK: Final = re.compile(rf"\s*[:(–—,-]|\s+(?:(?:but\s+)?\w+\s+)?{_HARM}", re.IGNORECASE)
_TITLE_END: Final = re.compile(rf"\s*(?:[:(]|$)|\s+(?:(?:but\s+)?\w+\s+)?{_HARM}", re.IGNORECASE)
_IS: Final = re.compile(r"\b(?:is|are|was|were)\s+(?:(?:quite|fairly|relatively)\s+)?$", re.IGNORECASE)
_STOP: Final = re.compile(r"[.;!?]")
_FARTHEST: Final = 60
_SLACK: Final = 1.05


def check(reader: Reader) -> Iterator[Finding]:
    """Report numbers that lie outside the band of their label."""
    if not reader.language.startswith("en"):
        return
    ruling = dict(_rulings(reader))
    before: tuple[Passage | None, int] = (None, 0)
    for passage, count in reader.counts:
        told = before[1] if before[0] is passage else 0
        before = (passage, count.end)
        label = _label_of(passage, count, told) or ruling.get(id(passage.block), "")
        if label and not count.change and not _fits(label, count):
            yield _finding(passage.place_at(count.start), label, f"'{count.written}'")
    for risk in (block for block in reader.handout.blocks() if isinstance(block, Risk)):
        label = _said_of(risk) or ruling.get(id(risk), "")
        if label and not any(_lies_in(label, n / risk.of, n / risk.of) for n in _numbers(risk)):
            yield _finding(risk.place_of("n"), label, f"{risk.n:,} in {risk.of:,}")


def _finding(place: Place, label: str, number: str) -> Finding:
    low, high = BANDS[label]
    band = f"from 1 in {1 / high:,.0f} to 1 in {1 / low:,.0f}" if low else f"below 1 in {1 / high:,.0f}"
    return Finding(
        place=place,
        message=f"{number} is not '{label}', which is {band}",
        hint="check the number, or leave the word out: readers over-estimate it",
    )


def _rulings(reader: Reader) -> Iterator[tuple[int, str]]:
    """Find the lists and risks that stand under a heading or a line such as "Rare risks:"."""
    for section in reader.handout.sections:
        over = _title_label(section.heading.plain)
        for block in section.blocks:
            match block:
                case blocks.Heading():
                    over = _title_label(block.text.plain)
                case blocks.ListOf():
                    yield id(block), (_title_label(block.lead.plain) if block.lead else "") or over
                case Risk():
                    yield id(block), over


def _title_label(title: str) -> str:
    """Return the label that a heading begins with, if it is about harms or says nothing else."""
    found = _LABEL.match(title)
    return _name(found) if found and _TITLE_END.match(title, found.end()) else ""


def _name(found: re.Match[str]) -> str:
    return "" if found["not"] else f"{'very ' if found['very'] else ''}{found['label'].lower()}"


def _label_of(passage: Passage, count: Count, told: int) -> str:
    """Return the label a sentence gives a number: before it, but behind the number at `told`, or after it."""
    start = max(passage.sentence_at(count.start).start, told)
    text = passage.text
    *_, last = (None, *_LABEL.finditer(text, start, count.start))
    if last and _governs(text, last, count.start):
        return _name(last)
    after = _LABEL.search(text, count.end, count.end + _FARTHEST)
    if (
        after
        and _IS.search(text, count.end, after.start())
        and not _STOP.search(text, count.end, after.start())
    ):
        return _name(after)
    return ""


def _governs(text: str, label: re.Match[str], end: int) -> bool:
    """Tell whether a label is about the number that begins at `end`."""
    if end - label.end() > _FARTHEST or _STOP.search(text, label.end(), end):
        return False
    return bool(_LINK.match(text, label.end()) or _IS.search(text, 0, label.start()))


def _said_of(risk: Risk) -> str:
    """Return the label that a risk's own heading or interpretation gives it."""
    if label := _title_label(risk.heading.plain):
        return label
    said = risk.interpretation.plain if risk.interpretation else ""
    found = next((each for each in _LABEL.finditer(said) if _IS.search(said, 0, each.start())), None)
    return _name(found) if found and not find_counts(said) else ""


def _numbers(risk: Risk) -> tuple[int, ...]:
    return (risk.n, risk.comparator.n) if risk.comparator else (risk.n,)


def _fits(label: str, count: Count) -> bool:
    """Tell whether a share may lie in a label's band; a rare harm may be said by those who are spared."""
    low, high = BANDS[label]
    match count.bound:
        case Bound.MOST:
            return count.most * _SLACK >= low
        case Bound.LEAST:
            return count.least <= high * _SLACK
    spared = label not in COMMON and _lies_in(label, 1 - count.most, 1 - count.least)
    return spared or _lies_in(label, count.least, count.most)


def _lies_in(label: str, least: float, most: float) -> bool:
    low, high = BANDS[label]
    return most * _SLACK >= low and least <= high * _SLACK
