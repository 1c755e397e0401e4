"""A risk is given only as a change, not as a number of people."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from leafwright.blocks.risk import Risk
from leafwright.rules import Finding, Findings, Passage, PassageKind, Reader, Sentence
from leafwright.rules.counts import WORDS, Count
from leafwright.rules.outcome import counts_it, goes_on, is_about, outcome_of
from leafwright.rules.prose import split_words, stems_of

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


def check(reader: Reader) -> Findings:
    """Report changes of a risk without a number of people."""
    prose = reader.prose
    by_passage = {
        at: list(_RELATIVE.finditer(passage.text))
        for at, passage in enumerate(prose)
        if _may_name_risk(passage.text)
    }
    if not any(by_passage.values()):
        return
    shares = _shares(reader, {id(prose[at]): matches for at, matches in by_passage.items()})
    for at, matches in by_passage.items():
        passage = prose[at]
        if passage.kind is not PassageKind.QUESTION and matches:
            near = [other for other in prose[max(at - 1, 0) : at + 2] if other.block is passage.block]
            statements = tuple(_statements(near if passage.block else [passage], shares))
            yield from (
                _finding(passage, match) for match in matches if not _is_counted(passage, match, statements)
            )


def _may_name_risk(text: str) -> bool:
    """Return quickly whether a text may have the words at all."""
    return "isk" in text or "hance" in text or "ikel" in text or "dds" in text or "robab" in text


def _finding(passage: Passage, match: re.Match[str]) -> Finding:
    return Finding(
        place=passage.place_at(match.start()),
        message=f"'{match[0]}' says how much a risk changes, but not how large it is",
        hint="give numbers of people for both: from 2 in 100 people to 4 in 100",
    )


def _shares(reader: Reader, matches: Mapping[int, list[re.Match[str]]]) -> Mapping[int, list[Count]]:
    """Gather the shares of people in each passage that are not part of the words found."""
    shares: dict[int, list[Count]] = {}
    for passage, count in reader.counts:
        changed = any(match.start() <= count.start < match.end() for match in matches.get(id(passage), ()))
        if not changed and not count.change and not _BY.search(passage.text, 0, count.start):
            shares.setdefault(id(passage), []).append(count)
    return shares


@dataclass(frozen=True, slots=True, kw_only=True)
class _Statement:
    """A sentence, the shares of people it gives, and, if it gives any, the stems of its words."""

    sentence: Sentence
    counts: tuple[Count, ...]
    stems: frozenset[str]


def _statements(near: Iterable[Passage], shares: Mapping[int, list[Count]]) -> Iterator[_Statement]:
    """Go through the sentences of some passages in reading order."""
    for passage in near:
        for sentence in passage.sentences:
            end = sentence.start + len(sentence.text)
            counts = [share for share in shares.get(id(passage), ()) if sentence.start <= share.start < end]
            stems = stems_of(sentence.words) if counts else frozenset[str]()
            yield _Statement(sentence=sentence, counts=tuple(counts), stems=stems)


def _is_counted(passage: Passage, match: re.Match[str], statements: Sequence[_Statement]) -> bool:
    """Return whether a sentence nearby, or a risk record beside the block, counts the outcome."""
    own = passage.sentence_at(match.start())
    at = next(index for index, other in enumerate(statements) if other.sentence is own)
    change = match.start() - own.start, match.end() - own.start
    event = outcome_of(own.text, *change)
    others = [other for other in statements if other.counts and other.sentence is not own]
    if any(not event or is_about(event, other.stems) for other in others):
        return True
    beside = [other for other in statements[max(at - 1, 0) : at + 2] if other in others]
    if any(goes_on(other.sentence.text, other.counts) for other in beside):
        return True
    counts = [
        replace(count, start=count.start - own.start, end=count.end - own.start)
        for count in statements[at].counts
    ]
    if counts_it(own.text, counts, change, event):
        return True
    return any(not event or is_about(event, stems_of(split_words(words))) for words in _risks_beside(passage))


def _risks_beside(passage: Passage) -> Iterator[str]:
    """Go through the words of the risk records directly before and after the passage's block."""
    blocks = passage.section.blocks if passage.section else ()
    for one, other in pairwise(blocks):
        if passage.block in (one, other):
            risk = one if other is passage.block else other
            if isinstance(risk, Risk):
                yield f"{risk.heading} {risk.event} {risk.otherwise}"
