"""What the Unicode locale data (CLDR) says about a language, and whether a words file agrees with it."""

from collections.abc import Iterator
from functools import cache
from pathlib import PurePath
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from leafwright.model.catalogue import Counted
from leafwright.model.record import Record
from leafwright.model.words import Words
from leafwright.problems import ContentError, Problem
from leafwright.tags import Language

PLURALS: Final = ("zero", "one", "two", "few", "many", "other")
"""All plural forms, in the order of the locale data."""


def locale_of(words: Words) -> Locale:
    """Find the number and date forms of a language.

    Raises ContentError for a language that is not known.
    """
    if locale := find_locale(words.language):
        return locale
    problem = Problem(
        place=words.place_of("language"),
        code="unknown-language",
        message=f"'{words.language}' is no language whose numbers and dates are known",
        hint=suggest_language(words.language),
    )
    raise ContentError([problem])


@cache
def find_locale(tag: str) -> Locale | None:
    """Find the locale data of a language tag, such as `en-GB`; None if there is none for exactly this tag.

    Babel answers `es-ZZ` with the Spanish of Spain, and `en-UK` with the data of `en-GB`.
    """
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
    known = (locale.language, locale.territory or "")
    return locale if known == (Language(tag).base, Language(tag).country) else None


@cache
def name_language(tag: str, within: str) -> str:
    """Name a language as another one does, such as Arabic; empty if one of them is not known."""
    named, speaking = find_locale(tag), find_locale(within)
    return (named and speaking and named.get_display_name(speaking)) or ""


def suggest_language(tag: str) -> str:
    """Suggest the tag that was probably meant: its current name, or the same language in its own country."""
    language, country = Language(tag).base, Language(tag).country
    languages = (get_global("language_aliases").get(language), language)
    countries = (*get_global("territory_aliases").get(country, ()), country)
    meant = (f"{one}-{other}".strip("-") for one in languages if one for other in countries)
    if near := next(filter(find_locale, meant), ""):
        return f"did you mean '{near}'?"
    if find_locale(language):
        likely = get_global("likely_subtags").get(language, "").rpartition("_")[2]
        return f"write {language}, or name a country where it is spoken, as in {language}-{likely}"
    return "write a language tag such as es or pt-BR"


def plurals_of(locale: Locale) -> tuple[str, ...]:
    """Name the plural forms of a language: one and other in English, six in Arabic."""
    rules = locale.plural_form.rules
    return tuple(form for form in PLURALS if form in rules or form == "other")


def check_words(words: Words) -> Iterator[Problem]:
    """Check that a words file is named for its language, and has its direction and its plural forms."""
    try:
        locale = locale_of(words)
    except ContentError as error:
        yield from error.problems
        return
    if (name := PurePath(words.place.file).stem) != words.language:
        place, message = words.place_of("language"), f"'{words.language}' is not what the file is named for"
        hint = f"write `language: {name}`, or rename the file"
        yield Problem(place=place, code="misnamed-language", message=message, hint=hint)
        return  # its forms would be held against another language
    if words.direction != locale.text_direction:
        place, message = words.place_of("direction"), f"{words.language} is not written {words.direction}"
        hint = f"write `direction: {locale.text_direction}`"
        yield Problem(place=place, code="wrong-direction", message=message, hint=hint)
    for counted in _counted(words.phrases):
        yield from _check_plurals(counted, words.language, plurals_of(locale))


def _check_plurals(counted: Counted, language: str, forms: tuple[str, ...]) -> Iterator[Problem]:
    written = [form for form in PLURALS if getattr(counted, form) is not None]
    hint = f"{language} has {', '.join(forms[:-1])} and {forms[-1]}" if forms[1:] else f"{language} has other"
    for form in forms:
        if form not in written:
            message = f"the plural form '{form}' is missing"
            yield Problem(place=counted.place, code="missing-plural", message=message, hint=hint)
    for form in written:
        if form not in forms:
            message, place = f"'{form}' is no plural form of {language}", counted.place_of(form)
            yield Problem(place=place, code="unknown-plural", message=message, hint=hint)


def _counted(record: Record) -> Iterator[Counted]:
    for name in type(record).model_fields:
        match getattr(record, name):
            case Counted() as counted:
                yield counted
            case Record() as below:
                yield from _counted(below)
