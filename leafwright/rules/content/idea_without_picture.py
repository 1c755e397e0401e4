"""An idea of an easy read sheet has no picture.

What: Finds paragraphs and lists on sheets whose variant asks for a picture for each idea, such as easy read,
unless a picture stands directly before them. Warnings, forms, contacts and a glossary need none.

Why: People who find reading hard look at the picture first. Guides to easy read ask for a picture beside each
idea, on the leading side, and for one idea each.

Bad:
```yaml
sections:
  - id: test
    heading: Your blood test
    blocks:
      - {kind: paragraphs, id: arm, text: A nurse puts a needle in your arm.}  # <-
      - {kind: list, id: after, items: [You can eat., You can go home.]}  # <-
variants: [easy-read]
```

Good:
```yaml
sections:
  - id: test
    heading: Your blood test
    blocks:
      - kind: rows
        id: what
        rows:
          - {file: light.svg, alt: A nurse, text: A nurse puts a needle in your arm.}
      - {kind: picture, id: home, file: light.svg, alt: A house}
      - {kind: paragraphs, id: home-text, text: You can go home.}
      - {kind: warning, id: sore, level: call, heading: If it hurts, action: Ask for the nurse.}
variants: [easy-read]
```

```yaml
sections:
  - id: test
    heading: Your blood test
    blocks:
      - {kind: paragraphs, id: arm, text: A nurse puts a needle in your arm.}
variants: [discharge]
```
"""

from collections.abc import Iterator

from leafwright.blocks.traits import PassageKind
from leafwright.rules import Finding, Reader

IDEAS = frozenset({PassageKind.PARAGRAPH, PassageKind.ITEM, PassageKind.MESSAGE})


def check(reader: Reader) -> Iterator[Finding]:
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
