"""An idea of an easy read sheet has no picture."""

from leafwright.blocks.traits import PassageKind
from leafwright.rules import Finding, Findings, Reader

IDEAS = frozenset({PassageKind.PARAGRAPH, PassageKind.ITEM, PassageKind.MESSAGE})


def check(reader: Reader) -> Findings:
    """Report each block of a pictured sheet that says something without a picture."""
    handout = reader.handout
    names = [name for name in handout.variants if reader.formats.variant_of(handout, name).pictured]
    ideas = {passage.block.id for passage in reader.of_kind(*IDEAS) if passage.block}
    shown = {section.id: section for name in names for section in handout.sections_of(name)}
    for section in shown.values():
        for before, block in zip((section.blocks[0], *section.blocks), section.blocks, strict=False):
            pictured = any(block.pictures()) or any(before.pictures())
            if block.id in ideas and block.role == "text" and not pictured:
                hint = "write it as `kind: rows`, one idea and its picture a row"
                yield Finding(place=block.place, message="this has no picture", hint=hint)
