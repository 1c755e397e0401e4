"""A heading has nothing below it, repeats the heading above it, or is only bold text."""

from itertools import pairwise
from typing import Final

from leafwright.blocks.heading import Heading
from leafwright.handout import Section
from leafwright.rules import Finding, Findings, Passage, PassageKind, Reader
from leafwright.text import Run

_MOST_WORDS: Final = 10
_ENDS: Final = (".", "!", "?", ",", ";", "…")


def check(reader: Reader) -> Findings:
    """Report headings without content, headings that say nothing new, and bold text used as a heading."""
    for section in reader.handout.sections:
        yield from _empty(section)
        yield from _repeated(section)
    for passage, after in pairwise(reader.passages):
        if after.section is passage.section and _is_disguised(passage):
            yield Finding(
                place=passage.place,
                message=f"'{passage.text}' is bold text used as a heading",
                hint="make it a block of its own, `kind: heading`",
            )


def _empty(section: Section) -> Findings:
    for block, after in pairwise((*section.blocks, None)):
        if isinstance(block, Heading) and (after is None or isinstance(after, Heading)):
            yield Finding(
                place=block.place,
                message=f"nothing is below the heading '{block.text.plain}'",
                hint="write what belongs to it, or take it out",
            )


def _repeated(section: Section) -> Findings:
    for block in section.blocks:
        if isinstance(block, Heading) and block.text.plain.casefold() == section.heading.plain.casefold():
            yield Finding(
                place=block.place,
                message=f"'{block.text.plain}' repeats the heading of its section",
                hint="take it out, or say what is new below it",
            )


def _is_disguised(passage: Passage) -> bool:
    """Return whether a whole paragraph is a few bold words and no sentence."""
    if (
        passage.kind is not PassageKind.PARAGRAPH
        or len(passage.words) > _MOST_WORDS
        or passage.text.endswith(_ENDS)
    ):
        return False
    strong = [span.strong for span in passage.written.spans if isinstance(span, Run) and span.text.strip()]
    return bool(strong) and all(strong)
