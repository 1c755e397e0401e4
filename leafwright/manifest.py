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
SUMS: Final = "SHA256SUMS"
"""The hashes again, as `sha256sum --check` reads them."""

CONFORMANCE: Final = ("PDF/A-3a", "PDF/UA-1")
"""What every sheet of a manifest was found to conform to before it was published."""

FORMAT: Final = 4
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

    `code` is the line at the foot of each page that says which sheet this is; `source_title` says it in the
    language of the source, where the sheet is in another.
    """

    title: str
    summary: str
    keywords: tuple[str, ...]
    names: Names
    paper: str
    reference: str
    version: str
    code: str
    source_title: str
    status: str
    issued: str
    review_due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One published sheet: what it was made from, what came out and what was found on it.

    `inputs` maps the files it was made of, and its page, to their hashes; `ground` names what all stood on.
    """

    key: SheetKey
    facts: Facts
    fingerprint: str
    inputs: Mapping[str, str]
    ground: str
    sha256: str
    size: int
    pages: int
    rung: Rung
    findings: tuple[Problem, ...] = ()

    @property
    def names(self) -> Names:
        """What its choices are called."""
        return self.facts.names

    def describes(self, output: Path) -> bool:
        """Tell whether the file below `output` is still the one that was written."""
        path = output / self.key.path
        try:
            return path.stat().st_size == self.size and digest(path.read_bytes()) == self.sha256
        except OSError:
            return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """A sheet that was asked for and is not printed, because its translation is older than its source."""

    key: SheetKey
    names: Names
    title: str
    source_title: str
    reference: str


def read_manifest(output: Path) -> dict[SheetKey, Entry]:
    """Read the manifest of an output folder; a missing or damaged one is read as none."""
    try:
        entries = [_read_entry(path, entry) for path, entry in _written(output)["sheets"].items()]
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}
    return {entry.key: entry for entry in entries}


def read_withheld(output: Path) -> tuple[Withheld, ...]:
    """Read which sheets an output folder ought to have and must not, sorted by key."""
    try:
        return tuple(_read_withheld(path, entry) for path, entry in _written(output)["withheld"].items())
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return ()


def read_grounds(output: Path) -> dict[str, dict[str, str]]:
    """Read what the sheets of an output folder stood on: hashes and versions, by the name entries use."""
    try:
        return {
            str(name): {str(part): str(value) for part, value in ground.items()}
            for name, ground in _written(output)["grounds"].items()
        }
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


def write_manifest(
    output: Path,
    entries: Iterable[Entry],
    grounds: Mapping[str, Mapping[str, str]],
    withheld: Iterable[Withheld] = (),
) -> None:
    """Write the manifest in one step: sorted, and without a date, so that equal builds leave equal files.

    Only grounds that a sheet stands on are written. Raises OSError when the folder cannot be written to.
    """
    kept = sorted(entries, key=lambda entry: entry.key)
    sheets = {entry.key.path: _write_entry(entry) for entry in kept}
    used = {
        name: dict(ground) for name, ground in grounds.items() if name in {entry.ground for entry in kept}
    }
    held = {each.key.path: _write_withheld(each) for each in withheld}
    whole = {
        "format": FORMAT,
        "conformance": CONFORMANCE,
        "grounds": used,
        "sheets": sheets,
        "withheld": held,
    }
    text = json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True)
    write_whole(output / SUMS, sums_of(kept).encode())
    write_whole(output / NAME, f"{text}\n".encode())


def sums_of(entries: Iterable[Entry]) -> str:
    """Write the hash and name of each sheet as `sha256sum` does, sorted by key."""
    kept = sorted(entries, key=lambda entry: entry.key)
    return "".join(f"{entry.sha256}  {entry.key.path}\n" for entry in kept)


def _written(output: Path) -> dict[str, Any]:
    """Read the file; raises ValueError when it is of another format."""
    written = json.loads((output / NAME).read_text("utf-8"))
    if written["format"] != FORMAT:
        message = f"the manifest is of format {written['format']}, not {FORMAT}"
        raise ValueError(message)
    return dict(written)


def _write_entry(entry: Entry) -> dict[str, Any]:
    findings = [
        {**asdict(found.place), "code": found.code, "message": found.message, "hint": found.hint}
        | {"severity": found.severity.value}
        for found in entry.findings
    ]
    fields = asdict(entry)
    return {**fields.pop("key"), **fields.pop("facts"), **fields, "findings": findings}


def _write_withheld(withheld: Withheld) -> dict[str, Any]:
    fields = asdict(withheld)
    return {**fields.pop("key"), **fields}


def _read_withheld(path: str, written: Mapping[str, Any]) -> Withheld:
    lines = {name: str(written[name]) for name in ("title", "source_title", "reference")}
    return Withheld(key=_read_key(path, written), names=_read_names(written), **lines)


def _read_key(path: str, written: Mapping[str, Any]) -> SheetKey:
    """Read a key back; raises ValueError when the path is not the one that it gives."""
    key = SheetKey(**{name: str(written[name]) for name in SheetKey.__dataclass_fields__})
    if path != key.path or not all(_PART.fullmatch(part) for part in asdict(key).values()):
        message = f"'{path}' is no path of a sheet"
        raise ValueError(message)
    return key


def _read_names(written: Mapping[str, Any]) -> Names:
    return Names(**{name: str(written["names"][name]) for name in Names.__dataclass_fields__})


def _read_entry(path: str, written: Mapping[str, Any]) -> Entry:
    """Read one entry back; raises ValueError when its path is not the one its key gives."""
    return Entry(
        key=_read_key(path, written),
        facts=_read_facts(written),
        fingerprint=str(written["fingerprint"]),
        inputs={str(name): str(value) for name, value in written["inputs"].items()},
        ground=str(written["ground"]),
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
    return Facts(**lines, keywords=tuple(map(str, written["keywords"])), names=_read_names(written))


def _read_finding(written: Mapping[str, Any]) -> Problem:
    place = Place(file=str(written["file"]), line=int(written["line"]), column=int(written["column"]))
    return Problem(
        place=place,
        code=str(written["code"]),
        message=str(written["message"]),
        hint=str(written["hint"]),
        severity=Severity(written["severity"]),
    )
