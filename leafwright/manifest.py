"""What was built from what: the record a build leaves beside its PDFs, and asks the next time."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from leafwright.files import digest, write_whole
from leafwright.problems import Place, Problem, Severity
from leafwright.sheet.record import SheetKey

NAME: Final = "manifest.json"
FORMAT: Final = 2
"""Raised when the file's shape changes; a manifest of another format is read as none."""

_PART: Final = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """The rung of the fit ladder a sheet stands on: the shares of space and type size that were kept."""

    space: float = 1.0
    type_size: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What the five choices of a sheet are called, in the language of the sheet; a language by itself."""

    clinic: str
    topic: str
    variant: str
    edition: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a reader of the manifest wants to know of a sheet without opening it; dates are year-month-day.

    `code` is the line at the foot of each page that says which sheet this is.
    """

    title: str
    summary: str
    keywords: tuple[str, ...]
    names: Names
    paper: str
    reference: str
    version: str
    code: str
    status: str
    issued: str
    review_due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One published sheet: what it was made from, what came out and what was found on it."""

    key: SheetKey
    facts: Facts
    fingerprint: str
    sha256: str
    size: int
    pages: int
    rung: Rung
    findings: tuple[Problem, ...] = ()

    def describes(self, output: Path) -> bool:
        """Tell whether the file below `output` is still the one that was written."""
        path = output / self.key.path
        try:
            return path.stat().st_size == self.size and digest(path.read_bytes()) == self.sha256
        except OSError:
            return False


def read_manifest(output: Path) -> dict[SheetKey, Entry]:
    """Read the manifest of an output folder; a missing or damaged one is read as none."""
    try:
        written = json.loads((output / NAME).read_text("utf-8"))
        if written["format"] != FORMAT:
            return {}
        entries = [_read_entry(path, entry) for path, entry in written["sheets"].items()]
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}
    return {entry.key: entry for entry in entries}


def write_manifest(output: Path, entries: Iterable[Entry]) -> None:
    """Write the manifest in one step: sorted, and without a date, so that equal builds leave equal files.

    Raises OSError when the folder cannot be written to.
    """
    sheets = {entry.key.path: _write_entry(entry) for entry in entries}
    text = json.dumps({"format": FORMAT, "sheets": sheets}, ensure_ascii=False, indent=2, sort_keys=True)
    write_whole(output / NAME, f"{text}\n".encode())


def _write_entry(entry: Entry) -> dict[str, Any]:
    findings = [
        {**asdict(found.place), "code": found.code, "message": found.message, "hint": found.hint}
        | {"severity": found.severity.value}
        for found in entry.findings
    ]
    fields = asdict(entry)
    return {**fields.pop("key"), **fields.pop("facts"), **fields, "findings": findings}


def _read_entry(path: str, written: Mapping[str, Any]) -> Entry:
    """Read one entry back; raises ValueError when its path is not the one its key gives."""
    key = SheetKey(**{name: str(written[name]) for name in SheetKey.__dataclass_fields__})
    if path != key.path or not all(_PART.fullmatch(part) for part in asdict(key).values()):
        message = f"'{path}' is no path of a sheet"
        raise ValueError(message)
    return Entry(
        key=key,
        facts=_read_facts(written),
        fingerprint=str(written["fingerprint"]),
        sha256=str(written["sha256"]),
        size=int(written["size"]),
        pages=int(written["pages"]),
        rung=Rung(**{name: float(written["rung"][name]) for name in Rung.__dataclass_fields__}),
        findings=tuple(_read_finding(found) for found in written["findings"]),
    )


def _read_facts(written: Mapping[str, Any]) -> Facts:
    lines = {
        name: str(written[name]) for name in Facts.__dataclass_fields__ if name not in {"keywords", "names"}
    }
    names = Names(**{name: str(written["names"][name]) for name in Names.__dataclass_fields__})
    return Facts(**lines, keywords=tuple(map(str, written["keywords"])), names=names)


def _read_finding(written: Mapping[str, Any]) -> Problem:
    place = Place(file=str(written["file"]), line=int(written["line"]), column=int(written["column"]))
    return Problem(
        place=place,
        code=str(written["code"]),
        message=str(written["message"]),
        hint=str(written["hint"]),
        severity=Severity(written["severity"]),
    )
