"""Numbers of people are out of different totals side by side."""

from itertools import groupby

from leafwright.blocks.comparison import Comparison
from leafwright.rules import Finding, Findings, Reader
from leafwright.rules.shares import offer_total


def check(reader: Reader) -> Findings:
    """Report each number of people that is out of another total than the first of its block."""
    counts = (
        (passage, count)
        for passage, count in reader.counts
        if not count.percent and not isinstance(passage.block, Comparison)
    )
    for _, group in groupby(counts, key=lambda counted: id(counted[0].block or counted[0])):
        (_, first), *others = group
        for passage, count in others:
            if count.total != first.total:
                yield Finding(
                    place=passage.place_at(count.start),
                    message=f"out of {count.total:,}, but the block's first number is out of {first.total:,}",
                    hint=offer_total(first.total, count.total),
                )
