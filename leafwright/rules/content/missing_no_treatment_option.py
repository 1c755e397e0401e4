"""A comparison does not offer to do nothing for now.

What: Finds comparisons of treatments that one may decline, if none of the options is marked
`no-treatment: true`. These are the comparisons on the leaflet, comparison or consent sheet of a planned
procedure (a handout with a preparation and an aftercare sheet), and any there with an option called an
operation, an injection, a treatment or the like. Two inhalers, two schedules or two measures are left alone.

Why: Waiting is always a choice, and patients often do not know that they have it. IPDAS, the decision aids of
NICE and the BRAN questions ("what if I do Nothing?") all ask for it.

Bad:
```yaml
- kind: comparison
  id: options
  options:  # <-
    - {id: tablets, name: Tablets, definition: Take them daily.}
    - {id: injection, name: An injection, definition: Have it once.}
  rows:
    - question: What does it involve?
      answers: {tablets: One tablet a day., injection: One visit to us.}
```

Good:
```yaml
- kind: comparison
  id: options
  options:
    - {id: nothing, name: No treatment for now, definition: Wait and see., no-treatment: true}
    - {id: injection, name: An injection, definition: Have it once.}
  rows:
    - question: What does it involve?
      answers: {nothing: You carry on as before., injection: One visit to us.}
```

```yaml
- kind: comparison
  id: inhalers
  options:
    - {id: blue, name: Blue inhaler (reliever), definition: For when you are short of breath.}
    - {id: brown, name: Brown inhaler (preventer), definition: For every day.}
  rows:
    - question: How often?
      answers: {blue: Only when you need it., brown: Morning and evening.}
```

```yaml
sections:
  - id: ill
    heading: When you are ill
    blocks:
      - kind: comparison
        id: when-ill
        options:
          - {id: metformin, name: Metformin, definition: For diabetes.}
          - {id: insulin, name: Insulin, definition: For diabetes.}
        rows:
          - question: What do I do with it?
            answers: {metformin: Phone us first., insulin: Carry on with it.}
variants:
  leaflet:
    sections: [ill]
```
"""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.blocks.comparison import Comparison
from leafwright.rules import Finding, Reader
from leafwright.rules.kinds import offers_choice

_NOTHING: Final = re.compile(
    r"\b(?:no\s+(?:treatment|operation|surgery|injection)|do(?:ing)?\s+nothing|wait(?:ing)?|watchful)\b",
    re.IGNORECASE,
)


def check(reader: Reader) -> Iterator[Finding]:
    """Report comparisons without an option of no treatment."""
    for block in reader.handout.blocks():
        if not isinstance(block, Comparison) or any(option.no_treatment for option in block.options):
            continue
        if offers_choice(reader.handout, block):
            meant = next((option for option in block.options if _NOTHING.search(option.name.plain)), None)
            hint = f"is it '{meant.name}'? mark it with" if meant else "add one, marked with"
            yield Finding(
                place=block.place_of("options"),
                message="no option is to have no treatment for now",
                hint=f"{hint} `no-treatment: true`",
            )
