"""A text of the clinic is missing in a language it prints, so pages in that language do not have it.

What: Finds opening hours, the name for complaints and the line on feedback in clinic.yaml that are not
written in each language the clinic prints, and a department that has names by language and lacks one of them.
A missing disclaimer is an error when clinic.yaml is read, and a missing decision when a sheet asks for it. A
department written as one text has the same name in every language.

Why: Pages of one clinic should say the same in each language. Only names are ever printed in another language
than the page's own, so a reader of Spanish would not learn when somebody answers the telephone.

Bad:
```yaml
phones:
  department:
    number: 01632 960 142
    hours: {en: "Monday to Friday, 9am to 5pm"}  # <-
  out-of-hours: {number: "111"}
  emergency: {number: "999"}
disclaimer:
  en: This is general information.
  es: Esta es información general.
complaints:
  name: {en: Practice manager, es: Dirección}
  phone: 01632 960 142
  email: ask@elm-street.example.org
feedback: {en: Tell us at the desk., es: Díganoslo en recepción.}
prints:
  languages: [en-GB, es]
  paper: A4
  variants: [leaflet]
  editions: [standard, large-print]
```

```yaml
disclaimer:
  en: This is general information.
  cy: Gwybodaeth gyffredinol yw hon.
phones:
  department: {number: 01632 960 142}
  out-of-hours: {number: "111"}
  emergency: {number: "999"}
complaints:
  name: Practice manager  # <-
  phone: 01632 960 142
  email: ask@elm-street.example.org
feedback: Tell us at the desk.  # <-
prints:
  languages: [cy]
  paper: A4
  variants: [leaflet]
  editions: [standard, large-print]
```

```yaml
department: {en: Pain clinic}  # <-
disclaimer:
  en: This is general information.
  es: Esta es información general.
feedback: {en: Tell us at the desk., es: Díganoslo en recepción.}
complaints:
  name: {en: Practice manager, es: Dirección}
  phone: 01632 960 142
  email: ask@elm-street.example.org
phones:
  department: {number: 01632 960 142}
  out-of-hours: {number: "111"}
  emergency: {number: "999"}
prints:
  languages: [en-GB, es]
  paper: A4
  variants: [leaflet]
  editions: [standard, large-print]
```

Good:
```yaml
department: {en: Pain clinic, es: Clínica del dolor}
phones:
  department:
    number: 01632 960 142
    hours: {en: "Monday to Friday, 9am to 5pm", es: De lunes a viernes}
  out-of-hours: {number: "111"}
  emergency: {number: "999"}
disclaimer:
  en: This is general information.
  es: Esta es información general.
complaints:
  name: {en: Practice manager, es: Dirección}
  phone: 01632 960 142
  email: ask@elm-street.example.org
feedback: {en: Tell us at the desk., es: Díganoslo en recepción.}
prints:
  languages: [en-GB, es]
  paper: A4
  variants: [leaflet]
  editions: [standard, large-print]
```
"""

from collections.abc import Iterator

from leafwright.library import ClinicFolder
from leafwright.model.clinic import Clinic
from leafwright.model.localised import ANY_LANGUAGE, in_language
from leafwright.problems import Place
from leafwright.rules import Finding
from leafwright.text import Text


def check(folder: ClinicFolder) -> Iterator[Finding]:
    """Report texts of the clinic that are missing in a language it prints."""
    for what, written, place in _written(folder.clinic):
        for language in folder.clinic.prints.languages:
            if in_language(written, language) is None:
                message = f"{what} not written in {language}, so pages in {language} do not have it"
                yield Finding(place=place, message=message, hint=f"add `{language}:`")
    yield from _check_department(folder.clinic)


def _check_department(clinic: Clinic) -> Iterator[Finding]:
    first, *_ = clinic.department
    for language in clinic.prints.languages:
        if first != ANY_LANGUAGE and in_language(clinic.department, language) is None:
            message = f"the department has no name in {language}, so its pages print the name in {first}"
            yield Finding(place=clinic.place_of("department"), message=message, hint=f"add `{language}:`")


def _written(clinic: Clinic) -> Iterator[tuple[str, dict[str, Text], Place]]:
    for line in clinic.phones.lines.values():
        if line.hours:
            yield "the hours are", line.hours, line.place_of("hours")
        if line.name and ANY_LANGUAGE not in line.name:
            yield "the name of the line is", line.name, line.place_of("name")
    yield "the name for complaints is", clinic.complaints.name, clinic.complaints.place_of("name")
    yield "the line on feedback is", clinic.feedback, clinic.place_of("feedback")
