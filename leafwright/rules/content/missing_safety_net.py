"""A sheet for before or after a procedure does not say when to get help.

What: Finds sheets without a warning that the record of their variant asks for: of level `call`, printed as
"Phone us", or `emergency`, printed as "Get help now". Aftercare and discharge sheets must have both, the
preparation for a planned procedure the first, a medicine sheet and an action plan the second. A zone of that
level is a warning too, and so is one that says whom to phone.

Why: People who go home with a sheet act on what it says. UK guidance on safety-netting asks that it says what
to look for, how soon to act and whom to contact. The clinic's numbers are printed only with such a warning.

Bad:
```yaml
sections:
  - id: home
    heading: Going home
    blocks:
      - {kind: paragraphs, id: home-text, text: Rest your knee for two days.}
variants:
  leaflet: {sections: [home]}
  aftercare:
    sections: [home]  # <-
```

```yaml
sections:
  - id: home
    heading: Going home
    blocks:
      - {kind: warning, id: sore, level: advice, heading: What is usual, action: Rest your knee.}
      - {kind: warning, id: worse, level: call, heading: If it gets worse, action: Tell us since when.}
variants:
  aftercare:
    sections: [home]  # <-
```

Good:
```yaml
sections:
  - id: before
    heading: Before you come
    blocks:
      - {kind: warning, id: first, level: call, heading: If you are ill, action: Ask for another day.}
  - id: home
    heading: Going home
    blocks:
      - {kind: warning, id: worse, level: call, heading: If it gets worse, action: Tell us since when.}
      - {kind: warning, id: alarm, level: emergency, heading: Do not wait, action: Say what was done.}
  - id: about
    heading: What it is
    blocks:
      - {kind: paragraphs, id: about-text, text: A needle goes into your knee.}
variants:
  leaflet: {sections: [about]}
  preparation: {sections: [before]}
  aftercare: {sections: [home]}
```

```yaml
sections:
  - id: plan
    heading: The week before your blood test
    blocks:
      - {kind: paragraphs, id: plan-text, text: Eat and drink as usual.}
variants:
  preparation:
    sections: [plan]
```
"""

from collections.abc import Iterator
from typing import Final

from leafwright.blocks.kinds import Block
from leafwright.blocks.warning import EMERGENCY, WarningBlock
from leafwright.blocks.zones import Zones
from leafwright.rules import Finding, Reader
from leafwright.rules.kinds import asked_of

PRINTED: Final = {
    "warning-to-call": (("call", "today"), "Phone us"),
    "warning-of-emergency": (("emergency",), "Get help now"),
}
"""The levels that answer each demand of a variant for a warning, and the name of the first on the sheet."""


def check(reader: Reader) -> Iterator[Finding]:
    """Report sheets that lack a warning which the record of their variant asks for."""
    for name, variant in reader.handout.variants.items():
        blocks = (block for section in reader.handout.sections_of(name) for block in section.blocks)
        levels = frozenset[str]().union(*map(_levels, blocks))
        asked = [PRINTED[demand] for demand in asked_of(reader, name) if demand in PRINTED]
        for answers, printed in asked:
            if not levels & {*answers}:
                hint = f"add a block `kind: warning`, `level: {answers[0]}`: what to look for, and what to do"
                message = f"the {name} sheet has no '{printed}' warning"
                yield Finding(place=variant.place_of("sections"), message=message, hint=hint)


def _levels(block: Block) -> frozenset[str]:
    """Return the levels of warning that a block is."""
    match block:
        case WarningBlock():
            return frozenset({block.level})
        case Zones():
            return frozenset(
                zone.level if zone.level == EMERGENCY else "call" for zone in block.zones if zone.line_keys
            )
    return frozenset()
