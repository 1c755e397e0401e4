"""A clinic has texts in a language in which it prints no sheet."""

from collections.abc import Callable, Iterator

from leafwright.model.clinic import Clinic, localised_in
from leafwright.model.localised import ANY_LANGUAGE, SOURCE_LANGUAGE, Localised, in_language, name_in
from leafwright.problems import Place
from leafwright.rules import ClinicReader, Finding, Findings
from leafwright.tags import Language
from leafwright.text import Text


def check(folder: ClinicReader) -> Findings:
    """Report texts and phrases of a clinic in languages that it does not print."""
    clinic = folder.clinic
    for language, place, what in (*_texts(clinic), *_phrases(clinic)):
        message = f"the clinic prints no sheet in '{language}', so {what} printed nowhere"
        hint = f"add {language} to the languages below `prints:`, or take the text out"
        yield Finding(place=place, message=message, hint=hint)


def _texts(clinic: Clinic) -> Iterator[tuple[str, Place, str]]:
    written: list[tuple[Localised, Callable[[Localised, str], Text | None]]]
    written = [(names, name_in) for names in _names(clinic)]
    written += [(texts, in_language) for _, texts in localised_in(clinic)]
    for texts, choose in written:
        printed = [choose(texts, language) for language in clinic.prints.languages]
        for language, text in texts.items():
            if language not in {ANY_LANGUAGE, SOURCE_LANGUAGE} and not any(text is one for one in printed):
                yield language, text.place or clinic.place_of("prints"), "this text is"


def _names(clinic: Clinic) -> Iterator[Localised]:
    """Go through the names; one that is missing in a language is printed there in another."""
    for part in clinic.parts.values():
        name = part.department if isinstance(part, Clinic) else part.name
        lines = (line.name for line in part.phones.lines.values())
        yield from filter(None, (name, *lines))
    yield from (partner.alt for partner in clinic.partners)


def _phrases(clinic: Clinic) -> Iterator[tuple[str, Place, str]]:
    """Go through the languages of phrases that no sheet has; English may stand beside any other."""
    languages = [Language(name) for name in clinic.prints.languages]
    tags = {SOURCE_LANGUAGE, *(tag for language in languages for tag in language.nearest)}
    in_english = any(language.is_like(SOURCE_LANGUAGE) for language in languages)
    for name, place in clinic.placed("words"):
        if name not in tags and (in_english or not Language(name).is_like(SOURCE_LANGUAGE)):
            yield name, place, "these phrases are"
