"""Whether a number or a claim has a source."""

from itertools import pairwise
from typing import Final

from leafwright.blocks.checklist import Checklist
from leafwright.blocks.comparison import Comparison
from leafwright.blocks.list import ListOf
from leafwright.blocks.paragraphs import Paragraphs
from leafwright.blocks.steps import Steps
from leafwright.blocks.traits import PassageKind
from leafwright.blocks.tree import Tree
from leafwright.blocks.warning import WarningBlock
from leafwright.rules.passage import Passage
from leafwright.text import Text

_LISTS: Final = (ListOf, Steps, Checklist, WarningBlock)
_STATES_NOTHING: Final = frozenset(
    {PassageKind.TITLE, PassageKind.HEADING, PassageKind.QUESTION, PassageKind.ALT}
)


def needs_source(passage: Passage) -> bool:
    """Return whether a passage makes statements, and neither it nor what is around it cites anything."""
    return passage.kind not in _STATES_NOTHING and not is_sourced(passage)


def is_sourced(passage: Passage) -> bool:
    """Return whether a passage has a citation, or its block or the line above it names the source."""
    if passage.keys:
        return True
    if passage.block is None:
        return False
    if isinstance(passage.block, Comparison):
        rows = (row for row in passage.block.rows if row.question.keys)
        answers = (answer for row in rows for answer in row.answers.values())
        return any(text is passage.written for answer in answers for text in answer.texts)
    if isinstance(passage.block, Tree):
        return bool(passage.block.cited)
    lead = lead_of(passage)
    return bool(lead and lead.keys) or any(passage.block.named_sources())


def lead_of(passage: Passage) -> Text | None:
    """Return the line that introduces a passage's list: its lead, or a paragraph that ends in a colon."""
    if not isinstance(passage.block, _LISTS):
        return None
    if passage.block.lead:
        return passage.block.lead
    neighbours = passage.section.blocks if passage.section else ()
    before = next((one for one, other in pairwise(neighbours) if other is passage.block), None)
    last = before.text[-1] if isinstance(before, Paragraphs) else None
    return last if last and last.plain.endswith(":") else None
