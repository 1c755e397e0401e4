"""A word such as "rare" or "common" does not fit the number beside it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from leafwright.blocks.heading import Heading
from leafwright.blocks.list import ListOf
from leafwright.blocks.risk import Risk
from leafwright.problems import Place
from leafwright.rules import Finding, Findings, Passage, Reader
from leafwright.rules.counts import Bound, Count, find_counts


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLabel:
    """A label and the shares it stands for."""

    name: str
    low: float
    high: float

    def holds(self, least: float, most: float) -> bool:
        """Return whether a range of shares is in the band, at least in part."""
        return most * _SLACK >= self.low and least <= self.high * _SLACK


BANDS: Final = {
    "very common": NumberLabel(name="very common", low=1 / 10, high=1.0),
    "common": NumberLabel(name="common", low=1 / 100, high=1 / 10),
    "uncommon": NumberLabel(name="uncommon", low=1 / 1000, high=1 / 100),
    "rare": NumberLabel(name="rare", low=1 / 10_000, high=1 / 1000),
    "very rare": NumberLabel(name="very rare", low=0.0, high=1 / 10_000),
}
"""What each label stands for in a list of harms. Source: the EMA's guideline on product characteristics."""
IN_PROSE: Final = {
    **BANDS,
    "common": replace(BANDS["common"], high=1.0),
    "uncommon": replace(BANDS["uncommon"], low=0.0),
    "rare": replace(BANDS["rare"], low=0.0),
}
"""What each label stands for in a sentence, where very rare harms are rare, too."""
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
_STOP: Final = re.compile(
    r"[.;!?]|,\s+(?:the|but|and|while|although|however)\b|\b(?:accounts?|makes?\s+up)\b", re.IGNORECASE
)
_BEGINNING: Final = re.compile(r"(?:^|[.;:!?•]\s*)$")
_FARTHEST: Final = 60
_SLACK: Final = 1.05


def check(reader: Reader) -> Findings:
    """Report numbers that lie outside the band of their label."""
    ruling = dict(_rulings(reader))
    before: tuple[Passage | None, int] = (None, 0)
    for passage, count in reader.counts:
        previous_end = before[1] if before[0] is passage else 0
        before = (passage, count.end)
        label = _label_of(passage, count, previous_end) or ruling.get(id(passage.block))
        if label and not count.change and not _fits(label, count):
            yield _finding(passage.place_at(count.start), label, f"'{count.written}'")
    for risk in reader.blocks(Risk):
        label = _said_of(risk) or ruling.get(id(risk))
        numbers = (risk.n, risk.comparator.n) if risk.comparator else (risk.n,)
        if label and not any(label.holds(n / risk.of, n / risk.of) for n in numbers):
            yield _finding(risk.place_of("n"), label, f"{risk.n:,} in {risk.of:,}")


def _finding(place: Place, label: NumberLabel, number: str) -> Finding:
    band = f"below 1 in {1 / label.high:,.0f}"
    if label.low:
        band = f"from 1 in {1 / label.high:,.0f} to 1 in {1 / label.low:,.0f}"
    return Finding(
        place=place,
        message=f"{number} is not '{label.name}', which is {band}",
        hint="check the number, or leave the word out: readers over-estimate it",
    )


def _rulings(reader: Reader) -> Iterator[tuple[int, NumberLabel | None]]:
    """Find the lists and risks that stand under a heading or a line such as "Rare risks:"."""
    for section in reader.handout.sections:
        over = _title_label(section.heading.plain)
        for block in section.blocks:
            match block:
                case Heading():
                    over = _title_label(block.text.plain)
                case ListOf():
                    yield id(block), (_title_label(block.lead.plain) if block.lead else None) or over
                case Risk():
                    yield id(block), over


def _title_label(title: str) -> NumberLabel | None:
    """Return the label that a heading begins with, if it is about harms or says nothing else."""
    match = _LABEL.match(title)
    return _look_up(match, BANDS) if match and _TITLE_END.match(title, match.end()) else None


def _look_up(match: re.Match[str], bands: Mapping[str, NumberLabel]) -> NumberLabel | None:
    if match["not"]:
        return None
    return bands.get(f"{'very ' if match['very'] else ''}{match['label'].lower()}")


def _label_of(passage: Passage, count: Count, previous_end: int) -> NumberLabel | None:
    """Return the label a sentence gives a number: before it, but after the previous number, or after it."""
    start, text = max(passage.sentence_at(count.start).start, previous_end), passage.text
    *_, last = (None, *_LABEL.finditer(text, start, count.start))
    if last and _governs(text, last, count.start):
        return _look_up(last, BANDS if _BEGINNING.search(text, 0, last.start()) else IN_PROSE)
    after = _LABEL.search(text, count.end, count.end + _FARTHEST)
    if not after or _STOP.search(text, count.end, after.start()):
        return None
    return _look_up(after, IN_PROSE) if _IS.search(text, count.end, after.start()) else None


def _governs(text: str, label: re.Match[str], end: int) -> bool:
    """Return whether a label is about the number that begins at `end`."""
    if end - label.end() > _FARTHEST or _STOP.search(text, label.end(), end):
        return False
    return bool(_LINK.match(text, label.end()) or _IS.search(text, 0, label.start()))


def _said_of(risk: Risk) -> NumberLabel | None:
    """Return the label that a risk's own heading or interpretation gives it."""
    if label := _title_label(risk.heading.plain):
        return label
    text = risk.interpretation.plain if risk.interpretation else ""
    match = next((label for label in _LABEL.finditer(text) if _IS.search(text, 0, label.start())), None)
    return _look_up(match, IN_PROSE) if match and not find_counts(text) else None


def _fits(label: NumberLabel, count: Count) -> bool:
    """Return whether a share may lie in a label's band; a rare harm may be given by those it spares."""
    match count.bound:
        case Bound.MOST:
            return count.most * _SLACK >= label.low
        case Bound.LEAST:
            return count.least <= label.high * _SLACK
    spared = label.name not in COMMON and label.holds(1 - count.most, 1 - count.least)
    return spared or label.holds(count.least, count.most)
