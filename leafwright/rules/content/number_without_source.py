"""A number of people, or another result, has no source."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from leafwright.blocks.comparison import Comparison
from leafwright.blocks.tree import Tree
from leafwright.problems import Place
from leafwright.rules import Finding, Findings, Passage, Reader, just_before
from leafwright.rules.counts import PEOPLE, Count
from leafwright.rules.sourced import needs_source

_CHANCE: Final = (
    r"(?:risks?|chances?|likelihood|probability|(?:success|survival|complication|infection)\s+rates?)"
)
_OUTCOME: Final = re.compile(rf"\b(?:{PEOPLE}|{_CHANCE})\b", re.IGNORECASE)
_ALONE: Final = re.compile(r"[(:]\s?(?:\w+\s){0,3}$")
_END: Final = re.compile(r"\s*(?:[).,;]|$)")
_SAID: Final = re.compile(
    rf"\b(?:(?:half|(?:a|one)[\s-](?:third|quarter|fifth|tenth)|two[\s-]thirds|three[\s-]quarters)\s+of\s+"
    rf"(?:all\s+|the\s+|these\s+|those\s+)?{PEOPLE}|by\s+(?:about\s+|around\s+)?\d+(?:\.\d+)?\s+points?"
    r"|\d+(?:\.\d+)?\s+points?\s+(?:lower|higher|less|more|better|worse|fewer))\b",
    re.IGNORECASE,
)
_DEFINED: Final = re.compile(
    r"\b(?:means?|meaning|we\s+(?:call|say|use)|stands?\s+for|for\s+example|imagine|suppose)\b", re.IGNORECASE
)


def check(reader: Reader) -> Findings:
    """Report results without a source."""
    for passage, start, written in (*_shares(reader), *_other_results(reader)):
        if needs_source(passage) and not _DEFINED.search(passage.sentence_at(start).text):
            yield _finding(passage.place_at(start), written)
    for comparison in reader.blocks(Comparison):
        yield from _answers(comparison)
    for tree in reader.blocks(Tree):
        if not tree.cited:
            yield _finding(tree.place_of("of"), f"a tree of {tree.of:,}")


def _finding(place: Place, written: str) -> Finding:
    return Finding(
        place=place,
        message=f"'{written}' has no source",
        hint="cite the study or guideline it comes from, as [@key], or leave the number out",
    )


def _shares(reader: Reader) -> Iterator[tuple[Passage, int, str]]:
    for passage, count in reader.counts:
        if not count.percent or _is_result(passage, count):
            yield passage, count.start, count.written


@lru_cache(maxsize=64)
def _has_outcome(sentence: str) -> bool:
    return bool(_OUTCOME.search(sentence))


def _is_result(passage: Passage, count: Count) -> bool:
    """Return whether a percentage is of people or of a risk, or follows the name of a harm."""
    if _has_outcome(passage.sentence_at(count.start).text):
        return True
    text = passage.text
    return bool(_END.match(text, count.end) and _ALONE.search(just_before(text, count.start)))


def _other_results(reader: Reader) -> Iterator[tuple[Passage, int, str]]:
    """Find shares in words and differences on a scale."""
    for passage in reader.prose:
        if _is_of_parts(passage.text):
            for match in _SAID.finditer(passage.text):
                yield passage, match.start(), match[0]


def _is_of_parts(text: str) -> bool:
    """Return quickly whether a text may have such words at all."""
    return "point" in text or " of " in text


def _answers(block: Comparison) -> Findings:
    """Find answers that count people and cite nothing."""
    for row in block.rows:
        for answer in row.answers.values():
            if answer.n is not None and not answer.keys and not row.question.keys:
                yield _finding(answer.place_of("n"), f"{answer.n:,} in {row.of:,}")
