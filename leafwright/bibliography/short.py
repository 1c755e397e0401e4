"""The short form of a reference: who, when and where."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from string import ascii_lowercase
from typing import Any, Final, cast

from leafwright.bibliography.entries import is_foreign, language_of
from leafwright.bibliography.names import ET_AL, family_name
from leafwright.bibliography.style import Processor, load_processor
from leafwright.bibliography.written import read_line, write_words
from leafwright.text import Text

_WELSH_AND: Final = re.compile(r"\ba/ac (?=(?P<vowel>[aeiouwyâêîôûŵŷ])?)", re.IGNORECASE)


def short_forms(entries: Sequence[Mapping[str, Any]], locale: str) -> tuple[Text, ...]:
    """Return each reference as who, when and where, such as: Carette and others, 1991. N Engl J Med.

    Works of the same authors and year get a letter, 2019a and 2019b, and without a year their titles. Raises
    ValueError for a locale for which CSL has no terms.
    """
    processor = load_processor(locale)
    dates = processor.dates.year_alone
    years = [dates.write(entry["issued"]) if "issued" in entry else "" for entry in entries]
    heads = list(zip((_authors(entry, processor) for entry in entries), years, strict=True))
    lines: list[Text] = []
    shared, seen = Counter(heads), Counter[tuple[str, str]]()
    for head, entry in zip(heads, entries, strict=True):
        who, year = head
        alike = shared[head] > 1
        where = _place(entry)
        if alike and not year and who != _first_text(entry, "title-short", "title"):
            where = ". ".join(dict.fromkeys(filter(None, (_text(entry, "title"), where))))
        letter = _letter(seen[head]) if alike and year else ""
        seen[head] += 1
        foreign = is_foreign(entry, locale)
        groups = (name.get("literal") for name in _names(entry))
        own = foreign and who in {*groups, _first_text(entry, "title-short", "title"), _place(entry)}
        parts = ((who, own), (year + letter, False), (where if where != who else "", foreign))
        *heading, place = (
            write_words(words, processor.quotes, foreign=other) if words else "" for words, other in parts
        )
        sentences = filter(None, (", ".join(filter(None, heading)), place))
        line = " ".join(f"{sentence}." for sentence in sentences)
        lines.append(read_line(line, processor.quotes, language_of(entry)))
    return tuple(lines)


def _letter(number: int) -> str:
    """Return a, b ... z, then aa, ab, as CSL counts."""
    rest, last = divmod(number, len(ascii_lowercase))
    return (_letter(rest - 1) if rest else "") + ascii_lowercase[last]


def _place(entry: Mapping[str, Any]) -> str:
    which = " ".join(_text(entry, key) for key in ("genre", "number") if entry.get(key))
    named = ("container-title-short", "container-title", "title-short", "collection-title", "event")
    return _first_text(entry, *named) or which


def _authors(entry: Mapping[str, Any], processor: Processor) -> str:
    listed = [name.get("literal") or family_name(name) for name in _names(entry)]
    named = [name for name in listed if not ET_AL.fullmatch(name)]
    if not named:
        return _first_text(entry, "title-short", "title") or _place(entry)
    if named[2:] or named != listed:
        return f"{named[0]} {processor.term('and others')}"
    joined = f" {processor.term('and')} ".join(named)
    return _WELSH_AND.sub(lambda match: "ac " if match["vowel"] else "a ", joined)


def _names(entry: Mapping[str, Any]) -> Sequence[Mapping[str, str]]:
    return cast("Sequence[Mapping[str, str]]", entry.get("author") or entry.get("editor") or ())


def _first_text(entry: Mapping[str, Any], *keys: str) -> str:
    return next((text for key in keys if (text := _text(entry, key))), "")


def _text(entry: Mapping[str, Any], key: str) -> str:
    return str(entry.get(key) or "")
