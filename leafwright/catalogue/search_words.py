"""The words by which a search finds a sheet."""

from collections.abc import Iterator
from datetime import date

from leafwright.language import name_language
from leafwright.manifest import Entry, Withheld
from leafwright.model.localised import SOURCE_LANGUAGE
from leafwright.model.words import Words
from leafwright.phrasing.phrases import fill, say_day, say_month


def names_of(entry: Entry | Withheld) -> str:
    """Return the names of what a sheet is about, which count most: titles and keywords."""
    keywords = entry.keywords if isinstance(entry, Entry) else ()
    return _once((entry.title, entry.source_title, entry.names.topic, *keywords))


def codes_of(entry: Entry | Withheld) -> str:
    """Return the code of a sheet, and that of its topic, which was at the foot of older ones."""
    return f"{entry.key.code_of(entry.reference)} {entry.reference}"


def words_of(entry: Entry | Withheld, called: list[str], words: Words) -> str:
    """Return everything else that is known of a sheet; `called` are the names of its choices on the page."""
    names = entry.names
    languages = (name_language(entry.language, tag) for tag in (SOURCE_LANGUAGE, words.language))
    own = (names.clinic, names.variant, names.edition, names.language, names.department)
    said = _said(entry, words) if isinstance(entry, Entry) else ()
    return _once((*called, *own, *languages, entry.paper, entry.key.path, *said))


def _said(entry: Entry, words: Words) -> Iterator[str]:
    """Go through what is printed on a sheet, and the same dates as the page writes them."""
    issued, due = (date.fromisoformat(day) for day in (entry.issued, entry.review_due))
    yield from (entry.summary, entry.code, entry.status)
    yield from (say_day(issued, words), say_day(due, words), say_month(due, words, short=True))
    yield fill(words.phrases.catalogue.card.version, words, reference="", version=entry.version).plain
    if entry.print_file:
        yield entry.key.print_file


def _once(texts: tuple[str, ...]) -> str:
    return " ".join(dict.fromkeys(filter(None, texts)))
