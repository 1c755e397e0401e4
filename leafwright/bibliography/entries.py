"""An entry as it is given to the CSL processor: names, dates and pages as they are printed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, cast

import citeproc

from leafwright.bibliography.names import ET_AL, write_name
from leafwright.bibliography.pages import shorten_pages
from leafwright.bibliography.style import YEAR, Processor
from leafwright.bibliography.written import END, GROUP, write_words
from leafwright.model.csl import NAMES
from leafwright.model.localised import SOURCE_LANGUAGE
from leafwright.tags import Language

_NAME_PARTS: Final = frozenset(
    {"family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"}
)
_TAG: Final = re.compile(r"[a-z]{2}(?:-\w{2,8})*")
_DATE_PARTS: Final = frozenset({"date-parts", "literal", "season", "circa"})
_NOT_WORDS: Final = frozenset({"id", "type", "language", "DOI", "URL", "PMID", "PMCID", "ISBN"})
_OWN_WORDS: Final = frozenset(
    {"title", "title-short", "container-title", "container-title-short", "collection-title", "volume-title"}
    | {"part-title", "publisher", "event", "note"}
)
"""What is written in the language of the entry, whatever that of the list is."""
_ORDINAL: Final = re.compile(r"(\d+)(?:st|nd|rd|th)?")
_EDITIONS: Final = re.compile(rf"{_ORDINAL.pattern}(?:\s*[-\u2010-\u2015,&]\s*{_ORDINAL.pattern})+")
"""Several editions, as in 3-5 and 2 & 4."""
_IN_ALL: Final = re.compile(r"([ivxlc]+, )?(\d+)\s*(?:pp?\b\.?|pages)", re.IGNORECASE)
"""How many pages there are, where other pages are written."""
_COUNT: Final = re.compile(r"([ivxlc]+, )?\d+", re.IGNORECASE)
_NUMBERS: Final = frozenset(
    {"volume", "issue", "number", "edition", "page", "number-of-pages"}
    | {"collection-number", "part-number", "supplement-number"}
)
"""The style asks whether these are numbers, so they end without a sign."""

_IN_PLACE_OF_A_TITLE: Final = (
    ("title-short",),
    ("volume-title",),
    ("part-title",),
    ("event",),
    ("collection-title", "collection-number"),
    ("genre", "number"),
)


def language_of(entry: Mapping[str, object]) -> Language:
    """Return the language of an entry: the source's if it has none, empty if it has no tag."""
    written = str(entry.get("language") or SOURCE_LANGUAGE)
    return Language(written if _TAG.fullmatch(written) else "")


def is_foreign(entry: Mapping[str, object], locale: str) -> bool:
    """Return whether an entry is known to be in another language than its list."""
    language = language_of(entry)
    return bool(language) and not language.is_like(locale)


def prepare_entry(
    entry: Mapping[str, object], processor: Processor, *, foreign: bool = False
) -> dict[str, object]:
    """Return the input of the processor for an entry, which may be in a `foreign` language.

    Raises ValueError for a field that the processor would only warn about, or drop.
    """
    if unknown := ", ".join(_unknown_fields(entry)):
        raise ValueError(
            f"the reference '{entry['id']}' has fields the CSL processor does not know: {unknown}"
        )
    # Of an empty list of names the processor prints "None".
    filled = {key: value for key, value in entry.items() if value}
    if "container-title-short" in filled:
        filled.setdefault("container-title", filled["container-title-short"])
    if filled["type"] != "article-journal" and (pages := _IN_ALL.fullmatch(str(filled.get("page", "")))):
        del filled["page"]
        filled.setdefault("number-of-pages", f"{pages[1] or ''}{pages[2]}")
    _name_it(filled)
    # Fed apart, the style prints "[NICE guideline] ... NICE guideline no.: NG59".
    if filled["type"] == "report" and "genre" in filled and "number" in filled:
        series = f"{filled.pop('genre')} {filled.pop('number')}"
        filled["note"] = ". ".join(str(part) for part in (series, filled.get("note")) if part)
    # The style has no place for a version; NLM prints it as an edition.
    if version := filled.pop("version", None):
        filled.setdefault("edition", f"{processor.term('version').capitalize()} {version}")
    return dict(_prepared(filled, processor, foreign=foreign)) | {"id": "entry"}


def _name_it(entry: dict[str, Any]) -> None:
    """Put what else names an entry in the place of a title it lacks; it is then printed once."""
    if "title" in entry or "container-title" in entry:
        return
    for names in _IN_PLACE_OF_A_TITLE:
        if parts := [str(entry.pop(name)) for name in names if name in entry]:
            entry["title"] = " ".join(parts)
            return


def _prepared(
    entry: Mapping[str, Any], processor: Processor, *, foreign: bool
) -> Iterator[tuple[str, object]]:
    for key, value in entry.items():
        if key in NAMES:
            yield key, list(_prepared_names(value, processor, foreign=foreign))
        elif key in {"issued", "accessed"}:
            yield key, {"literal": processor.dates.write(value)}
        elif key in _NOT_WORDS:
            yield key, value
        else:
            words, own = _number(key, str(value), processor), foreign and key in _OWN_WORDS
            written = write_words(words, processor.quotes, foreign=own)
            yield key, written.removesuffix(END) if key in _NUMBERS else written
    if "issued" in entry:
        yield YEAR, processor.dates.year_alone.write(entry["issued"])


def _number(key: str, written: str, processor: Processor) -> str:
    """Shorten pages, write several editions in the locale's words, and turn 2nd into 2, which becomes 2e."""
    match key:
        case "page":
            return shorten_pages(written)
        case "edition" if _EDITIONS.fullmatch(written):
            ordinals = _ORDINAL.sub(lambda match: processor.ordinal(int(match[1])), written)
            return f"{ordinals} {processor.short_term('edition', plural=True)}"
        case "edition" if match := _ORDINAL.fullmatch(written):
            return match[1]
        case "number-of-pages" if _COUNT.fullmatch(written):
            return f"{written} {processor.short_term('number-of-pages')}"
    return written


def _prepared_names(
    names: Sequence[Mapping[str, str]], processor: Processor, *, foreign: bool
) -> Iterator[dict[str, str]]:
    for position, name in enumerate(names):
        is_group = "literal" in name and not ET_AL.fullmatch(name["literal"])
        written = write_words(write_name(name), processor.quotes, foreign=foreign and is_group)
        yield {"literal": GROUP + written if position and is_group else written}


def _unknown_fields(entry: Mapping[str, object]) -> Iterator[str]:
    for key, value in entry.items():
        variable = key.replace("-", "_")
        if variable in citeproc.NAMES:
            names = cast("Sequence[Mapping[str, str]]", value)
            yield from sorted({f"{key}.{part}" for name in names for part in name.keys() - _NAME_PARTS})
        elif variable in citeproc.DATES:
            date = cast("Mapping[str, object]", value)
            yield from sorted(f"{key}.{part}" for part in date.keys() - _DATE_PARTS)
        elif variable not in citeproc.VARIABLES and key not in {"id", "type"}:
            yield key
