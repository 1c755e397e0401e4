"""A clinic answers what no handout asks.

What: Finds answers below `decisions` in a clinic.yaml for which no handout that the clinic prints has a
place, so that they are printed nowhere. Answers that are still in square brackets are left alone, and so is
all while a handout cannot be read, or only some are checked.

Why: Whoever writes "Never stop your insulin" believes that patients read it.

Bad:
```yaml
decisions:
  insulin: {en: Never stop your insulin.}  # <-
```

Good:
```yaml
decisions:
  driving: {en: "[Write what you decided about driving.]"}
```
"""

from collections.abc import Iterator

from leafwright.model.record import is_blank
from leafwright.rules import Finding
from leafwright.rules.clinic_reader import ClinicReader


def check(folder: ClinicReader) -> Iterator[Finding]:
    """Report answers for which no handout has a place."""
    if folder.asked is None:
        return
    for slot, place in folder.clinic.placed("decisions"):
        answers = folder.clinic.decisions[slot].values()
        if slot not in folder.asked and not all(is_blank(text.plain) for text in answers):
            message = f"no handout that the clinic prints asks for '{slot}'"
            hint = "name the slot in a handout, or take the answer out"
            yield Finding(place=place, message=message, hint=hint)
