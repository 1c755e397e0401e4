"""Numbers that are compared are out of different totals."""

from collections.abc import Iterator
from itertools import pairwise

from leafwright.blocks.answers import Row
from leafwright.blocks.comparison import Comparison
from leafwright.blocks.facts import ChoiceFacts
from leafwright.blocks.risk import Risk
from leafwright.problems import Place
from leafwright.rules import Finding, Findings, Reader
from leafwright.rules.shares import offer_total


def check(reader: Reader) -> Findings:
    """Report totals that differ from the first one of a comparison."""
    for block in reader.blocks(Comparison):
        yield from _differing([total for row in block.rows for total in _totals(reader, row)])
    for first, second in _compared(reader):
        yield from _differing([(first.of, first.place_of("of")), (second.of, second.place_of("of"))])


def _totals(reader: Reader, row: Row) -> Iterator[tuple[int, Place]]:
    """Go through the totals of a row's numbers."""
    if row.of is not None:
        yield row.of, row.place_of("of")
    answers = {id(text) for answer in row.answers.values() for text in answer.texts}
    for passage, count in reader.counts:
        if id(passage.written) in answers and not count.percent:
            yield count.total, passage.place_at(count.start)


def _compared(reader: Reader) -> Iterator[tuple[Risk | ChoiceFacts, Risk | ChoiceFacts]]:
    """Go through the numbers that a reader compares: neighbours, and risks that share a heading."""
    first_of: dict[str, Risk] = {}
    for section in reader.handout.sections:
        for before, block in pairwise((None, *section.blocks)):
            if isinstance(block, Risk):
                first = first_of.setdefault(block.heading.plain, block)
                yield (before, block) if isinstance(before, Risk) else (first, block)
            elif isinstance(block, ChoiceFacts) and isinstance(before, ChoiceFacts):
                yield before, block


def _differing(totals: list[tuple[int, Place]]) -> Findings:
    for total, place in totals:
        if total != totals[0][0]:
            yield Finding(
                place=place,
                message=f"out of {total:,}, but compared with numbers out of {totals[0][0]:,}",
                hint=offer_total(totals[0][0], total),
            )
