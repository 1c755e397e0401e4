"""A manifest written: sorted, and the same whenever it says the same."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from leafwright.files import digest, write_whole
from leafwright.manifest.form import BRAND, CONFORMANCE, FORMAT, NAME, SUMS
from leafwright.manifest.reading import read_whole
from leafwright.manifest.record import Entry, Manifest, Withheld
from leafwright.problems import Problem


def write_manifest(
    output: Path,
    entries: Iterable[Entry],
    toolchains: Mapping[str, Mapping[str, str]],
    withheld: Iterable[Withheld] = (),
) -> None:
    """Write the manifest in one step: sorted, and without a date, so that equal builds leave equal files.

    Only toolchains in use are written. What is known of other pages stays. Raises OSError when
    the folder cannot be written to.
    """
    sheets = {entry.key: entry for entry in entries}
    known = read_whole(output)
    _write(output, replace(known, entries=sheets, toolchains=toolchains, withheld=tuple(withheld)))


def note_catalogue(output: Path, pages: Mapping[str, str]) -> None:
    """Note the hashes of the pages of the catalogue, by name, in place of those that were noted before.

    Raises OSError when the folder cannot be written to.
    """
    known = read_whole(output)
    proofs = {name: told for name, told in known.pages.items() if _is_proof(name)}
    there = {name: told for name, told in proofs.items() if (output / name).is_file()}
    _note(output, known, {**there, **pages})


def note_brand_proof(output: Path, name: str, sha256: str) -> None:
    """Note the hash of a brand proof. Raises OSError when the folder cannot be written to."""
    known = read_whole(output)
    _note(output, known, {**known.pages, name: sha256})


def _is_proof(name: str) -> bool:
    return name.startswith(f"{BRAND}/") and not name.endswith(".html")


def _note(output: Path, known: Manifest, pages: Mapping[str, str]) -> None:
    """Write what is new; nothing is written over a manifest that cannot be read."""
    if not known.damage and dict(pages) != dict(known.pages):
        _write(output, replace(known, pages=pages))


def sums_of(manifest: Manifest, written: bytes) -> str:
    """Write the hash and name of each file as `sha256sum` does, sorted by name; `written` is the manifest."""
    sums = {**manifest.sums, NAME: digest(written)}
    return "".join(f"{sums[name]}  {name}\n" for name in sorted(sums))


def _write(output: Path, manifest: Manifest) -> None:
    kept = sorted(manifest.entries.values(), key=lambda entry: entry.key)
    stood_on = {entry.toolchain for entry in kept}
    whole = {
        "format": FORMAT,
        "conformance": CONFORMANCE,
        "toolchains": {
            name: dict(toolchain) for name, toolchain in manifest.toolchains.items() if name in stood_on
        },
        "sheets": {entry.key.path: _write_entry(entry) for entry in kept},
        "withheld": {each.key.path: _write_withheld(each) for each in manifest.withheld},
        "pages": dict(manifest.pages),
    }
    content = f"{json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True)}\n".encode()
    write_whole(output / SUMS, sums_of(manifest, content).encode())
    write_whole(output / NAME, content)


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
