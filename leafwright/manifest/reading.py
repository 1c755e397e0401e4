"""A manifest read back: what is damaged, or of another format, is read as none."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from leafwright.manifest.form import FORMAT, NAME
from leafwright.manifest.record import Entry, Facts, FindingCounts, Names, Reason, Rung, Withheld
from leafwright.problems import Place, Problem, Severity
from leafwright.sheet.record import SheetKey

_NO_LINES: Final = frozenset({"keywords", "names", "found"})
"""The facts of a sheet that are no line of text."""
_PART: Final = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")


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


def _written(output: Path) -> dict[str, Any]:
    """Read the file; raises ValueError when it is of another format."""
    written = json.loads((output / NAME).read_text("utf-8"))
    if written["format"] != FORMAT:
        message = f"the manifest is of format {written['format']}, not {FORMAT}"
        raise ValueError(message)
    return dict(written)


def _read_withheld(path: str, written: Mapping[str, Any]) -> Withheld:
    lines = {name: str(written[name]) for name in ("title", "source_title", "reference")}
    reason = Reason(written["reason"])
    return Withheld(key=_read_key(path, written), names=_read_names(written), reason=reason, **lines)


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
        findings=tuple(map(_read_finding, written["findings"])),
        refused=tuple(map(_read_finding, written["refused"])),
    )


def _read_facts(written: Mapping[str, Any]) -> Facts:
    lines = {name: str(written[name]) for name in Facts.__dataclass_fields__ if name not in _NO_LINES}
    return Facts(
        **lines,
        keywords=tuple(map(str, written["keywords"])),
        names=_read_names(written),
        found=FindingCounts(**{name: int(written["found"][name]) for name in ("errors", "warnings")}),
    )


def _read_finding(written: Mapping[str, Any]) -> Problem:
    place = Place(file=str(written["file"]), line=int(written["line"]), column=int(written["column"]))
    return Problem(
        place=place,
        code=str(written["code"]),
        message=str(written["message"]),
        hint=str(written["hint"]),
        severity=Severity(written["severity"]),
    )
