"""A manifest written: sorted, and the same whenever it says the same."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from leafwright.files import write_whole
from leafwright.manifest.form import CONFORMANCE, FORMAT, NAME, SUMS
from leafwright.manifest.record import Entry, Withheld
from leafwright.problems import Problem


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


def _write_entry(entry: Entry) -> dict[str, Any]:
    fields = asdict(entry)
    lists = {"findings": entry.findings, "refused": entry.refused}
    told = {name: [_write_finding(found) for found in problems] for name, problems in lists.items()}
    return {**fields.pop("key"), **fields.pop("facts"), **fields, **told}


def _write_finding(found: Problem) -> dict[str, Any]:
    told = {"code": found.code, "message": found.message, "hint": found.hint}
    return {**asdict(found.place), **told, "severity": found.severity.value}


def _write_withheld(withheld: Withheld) -> dict[str, Any]:
    fields = asdict(withheld)
    return {**fields.pop("key"), **fields}
