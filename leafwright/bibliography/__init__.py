"""The bibliography: CSL entries to lines of text, as the US National Library of Medicine prints them."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from leafwright.bibliography.entries import is_foreign, language_of, prepare_entry
from leafwright.bibliography.short import short_forms
from leafwright.bibliography.style import STYLE, load_processor
from leafwright.bibliography.written import read_line
from leafwright.text import Text


def format_bibliography(entries: Sequence[Mapping[str, object]], locale: str) -> tuple[Text, ...]:
    """Format CSL-JSON entries, in the order given, as one line each without its number.

    `locale` is a language tag such as en-GB. Raises ValueError for a field the processor would only warn
    about, and for a locale CSL has no terms for. Follows NLM's "Samples of Formatted References for Authors
    of Journal Articles" (https://www.nlm.nih.gov/bsd/uniform_requirements.html).
    """
    load_processor(locale)
    return tuple(_line(json.dumps(entry, sort_keys=True), locale) for entry in entries)


@lru_cache(maxsize=10_000)
def _line(written: str, locale: str) -> Text:
    """Format one entry, given as JSON; a library cites the same few in hundreds of sheets."""
    processor, entry = load_processor(locale), json.loads(written)
    line = processor.render(prepare_entry(entry, processor, foreign=is_foreign(entry, locale)))
    # NLM closes an address with a full stop where it ends in a slash, and only there.
    return read_line(f"{line}." if line.endswith("/") else line, processor.quotes, language_of(entry))


def reference_url(entry: Mapping[str, Any]) -> str | None:
    """Return the address of a reference: that of its DOI, or its own; None if it has neither."""
    if doi := entry.get("DOI"):
        return f"https://doi.org/{quote(str(doi), safe='/:;()')}"
    return str(entry["URL"]) if entry.get("URL") else None
