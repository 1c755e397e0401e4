"""A clinic prints nothing that is easier to read than standard print.

What: Finds clinics that print none of the editions that the profile names, such as large print.

Why: People who cannot read standard print must be able to get the same words in a form they can read: the UK
Accessible Information Standard (DAPB1605) asks this of every provider of NHS care. Every sheet says whom to
ask for other formats, but the clinic can only hand out large print that was made.

Bad:
```yaml
prints:
  languages: [en-GB]
  paper: A4
  variants: [leaflet, comparison, preparation, aftercare]
  editions: [standard]  # <-
```

Good:
```yaml
prints:
  languages: [en-GB]
  paper: A4
  variants: [leaflet, comparison, preparation, aftercare]
  editions: [standard, large-print]
```
"""

from collections.abc import Iterator

from leafwright.library import ClinicFolder
from leafwright.rules import Finding


def check(folder: ClinicFolder, *, any_of: tuple[str, ...]) -> Iterator[Finding]:
    """Report a clinic that prints none of the editions `any_of`."""
    prints = folder.clinic.prints
    if not set(any_of) & set(prints.editions):
        yield Finding(
            place=prints.place_of("editions"),
            message="nothing is printed for people who cannot read standard print",
            hint=f"add {any_of[0]}",
        )
