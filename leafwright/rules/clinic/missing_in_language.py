"""A text of the clinic is missing in a language it prints, so pages in that language do not have it."""

from collections.abc import Iterator

from leafwright.model.clinic import Clinic
from leafwright.model.lines import PhoneLine
from leafwright.model.localised import ANY_LANGUAGE, Localised, in_language
from leafwright.problems import Place
from leafwright.rules import ClinicReader, Finding, Findings
from leafwright.tags import Language
from leafwright.text import Text


def check(folder: ClinicReader) -> Findings:
    """Report texts of the clinic that are missing in a language it prints."""
    for what, written, place in _written(folder.clinic):
        for language in folder.clinic.prints.languages:
            if in_language(written, language) is None:
                message = f"{what} not written in {language}, so pages in {language} do not have it"
                yield Finding(place=place, message=message, hint=f"add `{language}:`")
    yield from _check_department(folder.clinic)
    for line in _lines(folder.clinic):
        yield from _check_one_for_all(line.name or {}, "the line", line.place_of("name"), folder.clinic)


def _check_department(clinic: Clinic) -> Findings:
    named = [(clinic.department or {}, clinic.place_of("department"))]
    named += [(part.name, part.place_of("name")) for part in clinic.departments.values()]
    for names, place in named:
        yield from _check_one_for_all(names, "the department", place, clinic)
        first = next(iter(names), ANY_LANGUAGE)
        for language in clinic.prints.languages:
            if first != ANY_LANGUAGE and in_language(names, language) is None:
                message = f"the department has no name in {language}, so its pages print the name in {first}"
                yield Finding(place=place, message=message, hint=f"add `{language}:`")


def _check_one_for_all(names: Localised, whose: str, place: Place, clinic: Clinic) -> Findings:
    """Report a name that is written once for pages in several languages."""
    bases = dict.fromkeys(Language(language).base for language in clinic.prints.languages)
    if ANY_LANGUAGE in names and len(bases) > 1:
        message = f"{whose} has one name for pages in every language"
        hint = f"write it in each: `{{{', '.join(f'{base}: ...' for base in bases)}}}`"
        yield Finding(place=place, message=message, hint=hint)


def _written(clinic: Clinic) -> Iterator[tuple[str, dict[str, Text], Place]]:
    for line in _lines(clinic):
        if line.hours:
            yield "the hours are", line.hours, line.place_of("hours")
        if line.name and ANY_LANGUAGE not in line.name:
            yield "the name of the line is", line.name, line.place_of("name")
    if clinic.complaints:
        yield "the name for complaints is", clinic.complaints.name, clinic.complaints.place_of("name")
    if clinic.feedback:
        yield "the line on feedback is", clinic.feedback, clinic.place_of("feedback")


def _lines(clinic: Clinic) -> Iterator[PhoneLine]:
    for part in clinic.parts.values():
        yield from part.phones.lines.values()
