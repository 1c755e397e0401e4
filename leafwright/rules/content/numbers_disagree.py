"""Two numbers for the same thing do not agree."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final

from leafwright.blocks.answers import Answer, OtherGroup
from leafwright.blocks.block import BlockRecord
from leafwright.blocks.comparison import Comparison
from leafwright.blocks.risk import Risk
from leafwright.problems import Place
from leafwright.rules import Finding, Findings, Passage, Reader
from leafwright.rules.compared import DENIED, Compared, RecordedEvent, may_share
from leafwright.rules.counts import PEOPLE, Count, find_counts
from leafwright.rules.group_counts import claims_of, counts_for
from leafwright.rules.shares import agree, both_of, counted, repeats

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence or an answer, the shares of people it gives, and its citations; it begins at `start`."""

    text: str
    keys: tuple[str, ...]
    counts: tuple[Count, ...]
    where: Passage | Answer | OtherGroup
    start: int = 0

    def place_of(self, count: Count) -> Place:
        """Find where one of its numbers is written."""
        if isinstance(self.where, Passage):
            return self.where.place_at(self.start + count.start)
        return self.where.place_of("n")

    def counts_for(self, risk: Compared) -> tuple[Count, ...]:
        """Return the shares it may give for the groups of a risk."""
        return counts_for(self.text, risk) if isinstance(self.where, Passage) else self.counts


def check(reader: Reader) -> Findings:
    """Report numbers side by side that are not the same, and numbers that differ from a risk record."""
    for (passage, first), (other, second) in pairwise(reader.counts):
        if other is passage and _is_same(passage.text, first, second) and not agree(first, second):
            yield Finding(
                place=passage.place_at(first.start),
                message=f"'{first.written}' is not '{second.written}'",
                hint="find out which is right, and keep the number of people",
            )
    events = [event for block in reader.handout.blocks() for event in RecordedEvent.all_of(block)]
    yield from _contradicted_records(events)
    if events:
        risks = [Compared.of(risk) for risk in reader.blocks(Risk)]
        for statement in (*_sentences(reader), *_answers(reader)):
            yield from _contradicted_group(statement, risks) or _contradicted(statement, events)


def _is_same(text: str, first: Count, second: Count) -> bool:
    """Return whether the second number only repeats the first: `5% (1 in 20)`, `5%, or 1 in 20`."""
    link = _SAME.fullmatch(text, first.end, second.start)
    if not link or first.change or second.change:
        return False
    if (link["word"] or "").lower() == "or" and first.percent == second.percent:
        return False
    return "(" not in link[0] or bool(_CLOSED.match(text, second.end))


def _sentences(reader: Reader) -> Iterator[Statement]:
    for passage in reader.passages:
        for sentence in () if isinstance(passage.block, Risk) else passage.sentences:
            yield Statement(
                text=sentence.text,
                keys=sentence.keys or passage.keys,
                counts=tuple(count for count in find_counts(sentence.text) if not count.change),
                where=passage,
                start=sentence.start,
            )


def _answers(reader: Reader) -> Iterator[Statement]:
    for row in (row for block in reader.blocks(Comparison) for row in block.rows):
        for answer in row.answers.values():
            for group in (answer, answer.comparator):
                if group and group.n is not None and row.of:
                    yield Statement(
                        text=f"{row.question.plain} {group.text.plain}",
                        keys=answer.keys,
                        counts=(counted(group.n, row.of),),
                        where=group,
                    )


def _contradicted_group(statement: Statement, risks: list[Compared]) -> list[Finding]:
    """Report a number that differs from the number of each group that the statement names."""
    named = [
        risk
        for risk in risks
        if may_share(statement.keys, risk.risk.source) and risk.groups_in(statement.text)
    ]
    denied = bool(DENIED.search(statement.text))
    right: set[int] = set()
    wrong: list[tuple[Count, str, Risk]] = []
    for risk in named:
        counts = [count for count in statement.counts_for(risk) if not count.change]
        for count, groups in claims_of(statement.text, risk, counts):
            shares = [share for group in groups for share in both_of(group.n, risk.risk.of)[: 1 + denied]]
            if any(repeats(count, share) for share in shares):
                right.add(count.start)
            wrong += [(count, f"{group.n:,} in {risk.risk.of:,}", risk.risk) for group in groups]
    wrong = [claim for claim in wrong if claim[0].start not in right]
    if not wrong:
        return []
    count, _, first = wrong[0]
    numbers = dict.fromkeys(number for other, number, _ in wrong if other.start == count.start)
    return [_finding(statement, count, " or ".join(numbers), first)]


def _contradicted(statement: Statement, events: list[RecordedEvent]) -> list[Finding]:
    """Report a statement with an event that is counted in a block, and none of its numbers."""
    candidates = (event for event in events if may_share(statement.keys, event.counted.source))
    named = [event for event in candidates if event.is_in(statement.text)] if statement.counts else []
    shares = [share for event in named for share in event.shares]
    agreed = any(agree(count, share) for count in statement.counts for share in shares)
    if agreed or not named:
        return []
    return [_finding(statement, statement.counts[0], named[0].written, named[0].block)]


def _contradicted_records(events: list[RecordedEvent]) -> Findings:
    """Report each event that an earlier block counts in another number."""
    for first, second in combinations(events, 2):
        if first.contradicts(second):
            yield Finding(
                place=second.counted.place,
                message=f"'{second.written}' is not the {first.written} of '{first.block.id}'",
                hint=f"'{first.block.id}' is in line {first.block.place.line}; find out which is right",
            )


def _finding(statement: Statement, wrong: Count, right: str, block: BlockRecord) -> Finding:
    return Finding(
        place=statement.place_of(wrong),
        message=f"'{wrong.written}' is not the {right} of '{block.id}'",
        hint=f"'{block.id}' is in line {block.place.line}; find out which is right",
    )
