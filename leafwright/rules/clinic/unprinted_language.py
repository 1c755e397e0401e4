"""A clinic has texts in a language in which it prints no sheet.

What: Finds texts in clinic.yaml (opening hours, names, feedback, disclaimer and decisions) in a language that
is not below `prints: languages:`, so that they are printed nowhere. English is left alone, because the other
languages are compared with it.

Why: The author of "Nunca deje la insulina" believes that somebody reads it. If the clinic forgot to list the
language, its readers get nothing.

Bad:
```yaml
department: {en: Pain clinic, ar: عيادة الألم}  # <-
decisions:
  driving: {en: Do not drive., fr: Ne conduisez pas.}  # <-
phones:
  department:
    number: 01632 960 142
    hours: {en: "Monday to Friday, 9am to 5pm", en-US: "Monday to Friday"}  # <-
  out-of-hours: {number: "111"}
  emergency: {number: "999"}
```

Good:
```yaml
decisions:
  driving: {en: Do not drive., es: No conduzca.}
disclaimer:
  en: This is general information.
  es: Esta es información general.
prints:
  languages: [es]
  paper: A4
  variants: [leaflet]
  editions: [standard, large-print]
```
"""

from collections.abc import Iterator

from leafwright.model.clinic import localised_in
from leafwright.model.localised import ANY_LANGUAGE, SOURCE_LANGUAGE, in_language
from leafwright.rules import Finding
from leafwright.rules.clinic_reader import ClinicReader


def check(folder: ClinicReader) -> Iterator[Finding]:
    """Report texts of a clinic in languages that it does not print."""
    clinic = folder.clinic
    for _, texts in (("department", clinic.department), *localised_in(clinic)):
        printed = [in_language(texts, language) for language in clinic.prints.languages]
        for language, text in texts.items():
            if language in {ANY_LANGUAGE, SOURCE_LANGUAGE} or any(text is named for named in printed):
                continue
            message = f"the clinic prints no sheet in '{language}', so this text is printed nowhere"
            hint = f"add {language} to the languages below `prints:`, or take the text out"
            yield Finding(place=text.place or clinic.place_of("prints"), message=message, hint=hint)
