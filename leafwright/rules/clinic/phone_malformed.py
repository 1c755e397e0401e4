"""A phone number cannot be right, or its groups make it hard to read out and dial.

What: Finds numbers in clinic.yaml that are too short or too long, that begin like no number of their country,
whose area code is split or runs into the rest, and emergency numbers of another country. Numbers that begin
with `+44` and `+1` are read as those of the United Kingdom and of North America; others without a `+` by the
country of the languages the clinic prints. For other countries only the length is checked. Short numbers that
reach help, such as 999, 911, 112 and 111, are left alone; others are found, because 100 rings the operator.
A space that makes a number easier to remember is left alone, and so are 18001 and 18002 before a number, for
text relay. Emergency numbers are found where another line is meant. Letters are refused when clinic.yaml is
read; an extension is written beside its number.

Why: Somebody reads a number out, one group at a time, to somebody who dials it, perhaps at night. With a
missing digit or a 0 after +44 nobody answers, and the link in the file dials nobody either. The forms are
those of Ofcom, of the North American Numbering Plan and of ITU-T E.123 and E.164.

Bad:
```yaml
phones:
  department: {number: 0163 296 0142}  # <-
  out-of-hours: {number: 02079460018}  # <-
  emergency: {number: "911"}  # <-
```

```yaml
complaints:
  name: {en: Practice manager}
  phone: +44 (0)1632 960142  # <-
  email: ask@elm-street.example.org
other-formats:
  phone: 01632 96 01  # <-
  email: ask@elm-street.example.org
```

```yaml
phones:
  department: {number: "4142"}  # <-
  out-of-hours: {number: 0632 960 142}  # <-
  emergency: {number: +1 555 555 014}  # <-
```

```yaml
phones:
  department: {number: 01632 960 142, extension: "23"}
  out-of-hours: {number: "100"}  # <-
  emergency: {number: "999"}
```

```yaml
phones:
  department: {number: "999"}  # <-
  out-of-hours: {number: "911"}  # <-
  emergency: {number: "999"}
complaints:
  name: {en: Practice manager}
  phone: "112"  # <-
  email: ask@elm-street.example.org
```

Good:
```yaml
phones:
  department: {number: 01632 960 142, extension: "23"}
  out-of-hours: {number: "111"}
  emergency: {number: "999"}
complaints:
  name: {en: Practice manager}
  phone: +44 1632 960142
  email: ask@elm-street.example.org
other-formats:
  phone: (020) 7946 0018
  email: ask@elm-street.example.org
```

```yaml
phones:
  department: {number: (555) 555-0142}
  out-of-hours: {number: 1-555-555-0175}
  emergency: {number: "911"}
complaints:
  name: {en: Patient Relations}
  phone: +1 555 555 0108
  email: ask@elm-street.example.org
other-formats:
  phone: +33 1 99 00 12 34
  email: ask@elm-street.example.org
prints:
  languages: [en-US]
  paper: Letter
  variants: [leaflet]
  editions: [standard]
```
"""

from collections.abc import Iterator

from leafwright.library import ClinicFolder
from leafwright.model.clinic import Clinic
from leafwright.model.lines import PhoneLine
from leafwright.problems import Place
from leafwright.rules import Finding
from leafwright.telephone import EMERGENCY, is_for_emergencies, judge


def check(folder: ClinicFolder) -> Iterator[Finding]:
    """Report numbers that cannot be dialled as they stand, or are hard to read out."""
    clinic = folder.clinic
    regions, emergency = clinic.prints.countries, clinic.phones.emergency
    lines = tuple(_ordinary(clinic))
    for line, place in ((emergency, emergency.place_of("number")), *lines):
        if not line.is_blank and (fault := judge(line.number, regions)):
            yield Finding(place=place, message=f"'{line.number}' {fault.message}", hint=fault.hint)
    for line, place in lines:
        if is_for_emergencies(line.number, regions):
            message = f"'{line.number}' is an emergency number, but another line is meant here"
            yield Finding(place=place, message=message, hint="write the number of this line")
    known = [number for region in regions for number in EMERGENCY.get(region, ())]
    is_abroad = any(emergency.number in numbers for numbers in EMERGENCY.values())
    if is_abroad and known and emergency.number not in known:
        message = f"'{emergency.number}' is the emergency number of another country"
        hint = f"write {' or '.join(dict.fromkeys(known))}"
        yield Finding(place=emergency.place_of("number"), message=message, hint=hint)


def _ordinary(clinic: Clinic) -> Iterator[tuple[PhoneLine, Place]]:
    """Go through the lines that are not for emergencies, each with the place of its number."""
    for key, line in clinic.phones.lines.items():
        if key != "emergency":
            yield line, line.place_of("number")
    for reached in (clinic.complaints, clinic.other_formats):
        yield reached.line, reached.place_of("phone")
