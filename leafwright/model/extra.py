"""Zotero's field "Extra", which it exports as the note: its lines `PMID: 19129307` are fields of their own.

It is read as citeproc-js reads it, with one exception: a line whose key is not a variable of CSL stays in the
note, because `NB: corrected in 2020` would otherwise be lost. Source:
https://www.zotero.org/support/kb/item_types_and_fields#citing_fields_from_extra
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from leafwright.model.csl import DATES, NAMES, VARIABLES, csl_key

_BRACED: Final = re.compile(r"\{:([A-Za-z_-]+): ?([^{}]*)\}")
_LINE: Final = re.compile(r"([a-z][a-z_-]*|[A-Z]+|Publisher|Place|Section): *(.*\S) *")
_OF_ZOTERO: Final = {"Publisher": "publisher", "Place": "publisher-place", "Section": "section"}
"""Fields that Zotero puts there where the type of a source has none of them."""
_OF_PROGRAMS: Final = re.compile(
    r"(?:Citation Key|citekey|bibtex\*?|tex\.[\w-]+\*?|_eprint|ZSCC|arXiv|ADS Bibcode|MAG ID)\s*[:=].*"
    r"|\d+ citations? \(.*",
    re.IGNORECASE,
)
"""Lines that plug-ins keep there for themselves."""


def read_extra(entry: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Return an entry with the fields in its note that are among `names`, and the rest of the note.

    A field that exists already is kept, except dates and the type, which people write in the note to correct
    them.
    """
    note = entry.get("note")
    if not isinstance(note, str):
        return dict(entry)
    fields = set(map(csl_key, names))
    taken: dict[str, Any] = {}
    kept: list[str] = []
    written = list(_lines(note))
    lines = [line for line in written if not _OF_PROGRAMS.fullmatch(line.strip())]
    for number, line in enumerate(lines):
        field = _LINE.fullmatch(line)
        if field is None and number:
            kept += lines[number:]
            break
        key = _OF_ZOTERO.get(field[1], field[1]) if field else ""
        if field is None or not _is_taken(key, field[2], entry, fields):
            kept.append(line)
        elif key in fields:
            _add(taken, key, field[2])
    rest = {key: value for key, value in entry.items() if key != "note"} | taken
    return rest | ({"note": note if not taken and kept == written else "\n".join(kept)} if kept else {})


def _lines(note: str) -> Iterator[str]:
    """Go through the lines of a note; fields in `{:braces}` are lines of their own."""
    for line in _BRACED.sub(r"\n\1: \2\n", note).splitlines():
        if line.strip():
            yield line.rstrip()


def _is_taken(key: str, value: str, entry: Mapping[str, Any], fields: set[str]) -> bool:
    if key in {"type", *DATES} or key in VARIABLES - fields:
        return True
    return key in fields - {"id", "note", "silence"} and entry.get(key, value) == value


def _add(taken: dict[str, Any], key: str, value: str) -> None:
    if key not in NAMES:
        taken[key] = {"raw": value} if key in DATES else value
        return
    family, parted, given = (part.strip() for part in value.partition("||"))
    taken.setdefault(key, []).append({"family": family, "given": given} if parted else {"literal": family})
