"""A list has too many items."""

from typing import Final

from leafwright.blocks.checklist import Checklist
from leafwright.blocks.list import ListOf
from leafwright.blocks.steps import Steps
from leafwright.blocks.warning import WarningBlock
from leafwright.rules import Finding, Findings, Reader
from leafwright.rules.prose import split_words

_WORDS_PER_ITEM: Final = 1.25
_LONGER: Final = 4 / 3


def check(reader: Reader, *, most: int) -> Findings:
    """Report lists of more than `most` items."""
    for block in reader.handout.blocks():
        match block:
            case ListOf() | Checklist() | Steps():
                field, count = "items", len(block.items)
            case WarningBlock():
                field, count = "signs", len(block.signs)
            case _:
                continue
        if count > (int(most * _LONGER) if isinstance(block, ListOf) and _is_of_words(block) else most):
            yield Finding(
                place=block.place_of(field),
                message=f"the list has {count} items",
                hint=f"write at most {most}: make two lists, each with a line that says what it is about",
            )


def _is_of_words(block: ListOf) -> bool:
    """Return whether the items of a list are single words, which people scan and do not read."""
    return sum(len(split_words(item.plain)) for item in block.items) <= _WORDS_PER_ITEM * len(block.items)
