"""The style, `nlm.csl`, and citeproc-py, the processor that reads it.

`nlm.csl` is CSL's own NLM style, of which ICMJE's is an alias, changed so that it prints what the samples of
the National Library of Medicine show. `_adapt` removes from it what citeproc-py 0.11 cannot do; that is done
before the processor runs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Final

import citeproc
from citeproc.formatter import plain
from citeproc.model import to_ordinal
from citeproc.source.json import CiteProcJSON

from leafwright.bibliography.dates import DateFormat, DatePart
from leafwright.bibliography.quotes import Quotes
from leafwright.tags import Language

STYLE: Final = Path(__file__).with_name("nlm.csl")
YEAR: Final = "date"
"""The variable for the year of publication, in parts of the style that print nothing else."""

_LATER: Final = (
    "archive_collection",
    "part_number",
    "part_title",
    "supplement_number",
    "version",
    "volume_title",
)
"""Variables that CSL has had since citeproc-py listed them; it prints them, but warns of them."""
citeproc.VARIABLES.extend(name for name in _LATER if name not in citeproc.VARIABLES)

_CSL: Final = "http://purl.org/net/xbiblio/csl"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True, kw_only=True)
class Processor:
    """A loaded style; citeproc-py keeps the state of a rendering in it, hence the lock."""

    style: Any
    quotes: Quotes
    dates: DateFormat
    lock: Lock = field(default_factory=Lock)

    def render(self, entry: Mapping[str, object]) -> str:
        """Return the processor's own line for a prepared entry."""
        with self.lock:
            source = CiteProcJSON([entry])
            # Names are kept with an underscore, and looked up as the style writes them.
            if "collection-editor" in entry:
                source[str(entry["id"])]["collection-editor"] = source[str(entry["id"])]["collection_editor"]
            bibliography = citeproc.CitationStylesBibliography(self.style, source, plain)
            bibliography.register(citeproc.Citation([citeproc.CitationItem(str(entry["id"]))]))
            (line,) = bibliography.bibliography()
            return str(line)

    def ordinal(self, number: int) -> str:
        """Write a number as the locale counts: 3rd."""
        with self.lock:
            return str(to_ordinal(number, self.style.root))

    def term(self, name: str) -> str:
        """Return a phrase of the locale."""
        with self.lock:
            return str(self.style.root.get_single_term(name))

    def short_term(self, name: str, *, plural: bool = False) -> str:
        """Return a short word of the locale, such as p. for pages."""
        root = self.style.root
        with self.lock:
            return str((root.get_plural_term if plural else root.get_single_term)(name, form="short"))


@cache
def load_processor(locale: str) -> Processor:
    """Load the style for a locale; raises ValueError for one that CSL has no terms for."""
    if locale not in citeproc.LANGUAGE_NAMES and Language(locale).base not in citeproc.PRIMARY_DIALECTS:
        raise ValueError(f"CSL has no terms for the locale '{locale}'")
    style = citeproc.CitationStylesStyle(STYLE, validate=False)
    root = style.root
    _adapt(root)
    root.set_locale_list(locale, validate=False)
    _join_locales(root)
    root.formatter = plain
    return Processor(style=style, quotes=_quotes(root), dates=_date_format(root))


def _adapt(root: Any) -> None:
    """Remove from the style what is done before the processor runs."""
    # Of a range of pages it would keep 1-2 of 1-12.
    del root.attrib["page-range-format"]
    # A date is given as written, which is printed whole wherever the style asks for a part of it.
    for date in list(root.iterfind("c:macro//c:date[@date-parts='year']", {"c": _CSL})):
        date.getparent().replace(date, root.makeelement(f"{{{_CSL}}}text", variable=YEAR))


def _join_locales(root: Any) -> None:
    """Give the style's own terms the tag of their locale, because ordinals are looked up in only one."""
    tags = [locale.get(_LANG) for locale in root.locales]
    whole = next(tag for tag, locale in zip(tags, root.locales, strict=True) if locale.getparent() is None)
    for tag, locale in zip(tags, root.locales, strict=True):
        if locale.getparent() is not None and (tag is None or whole.startswith(tag)):
            locale.set(_LANG, whole)


def _quotes(root: Any) -> Quotes:
    terms = [str(root.get_single_term(name)) for name in _QUOTES]
    stops = str(root.get_locale_option("punctuation-in-quote")).lower() == "true"
    return Quotes(outer=(terms[0], terms[1]), inner=(terms[2], terms[3]), take_stops=stops)


_QUOTES: Final = ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")


def _date_format(root: Any) -> DateFormat:
    date = root.get_date("text")
    parts = tuple(
        DatePart(
            name=part.get("name"),
            form=part.get("form", "long"),
            prefix=part.get("prefix", ""),
            suffix=part.get("suffix", ""),
            dash=part.get("range-delimiter", "\N{EN DASH}"),
            strip_periods=part.get("strip-periods") == "true",
        )
        for part in date
    )
    form = next((part.form for part in parts if part.name == "month" and part.form == "short"), None)
    words = {name: str(root.get_single_term(name)) for name in ("ad", "bc", "circa")}
    words |= {f"season-{count:02}": str(root.get_single_term(f"season-{count:02}")) for count in range(1, 5)}
    for count in range(1, 13):
        words[f"month-{count:02}"] = str(root.get_single_term(f"month-{count:02}", form=form))
    words |= {f"ordinal-{day}": str(to_ordinal(day, root)) for day in range(1, 32)}
    return DateFormat(parts=parts, delimiter=date.get("delimiter", ""), words=words)
