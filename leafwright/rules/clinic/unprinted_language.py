"""A clinic has texts in a language in which it prints no sheet."""

from leafwright.model.clinic import localised_in
from leafwright.model.localised import ANY_LANGUAGE, SOURCE_LANGUAGE, in_language
from leafwright.rules import ClinicReader, Finding, Findings


def check(folder: ClinicReader) -> Findings:
    """Report texts of a clinic in languages that it does not print."""
    clinic = folder.clinic
    names = (clinic.department or {}, *(part.name for part in clinic.departments.values()))
    for texts in (*names, *(texts for _, texts in localised_in(clinic))):
        printed = [in_language(texts, language) for language in clinic.prints.languages]
        for language, text in texts.items():
            if language in {ANY_LANGUAGE, SOURCE_LANGUAGE} or any(text is named for named in printed):
                continue
            message = f"the clinic prints no sheet in '{language}', so this text is printed nowhere"
            hint = f"add {language} to the languages below `prints:`, or take the text out"
            yield Finding(place=text.place or clinic.place_of("prints"), message=message, hint=hint)
