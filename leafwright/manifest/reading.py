"""A manifest read back: what is damaged, or of another format, is read as none."""

import re
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from leafwright.manifest import values
from leafwright.manifest.form import FORMAT, NAME
from leafwright.manifest.record import (
    Entry,
    Facts,
    FindingCounts,
    Manifest,
    Names,
    Reason,
    Rung,
    Withheld,
)
from leafwright.problems import Place, Problem, Severity
from leafwright.sheet.record import SheetKey

_NO_LINES: Final = frozenset({"keywords", "names", "found"})
"""The facts of a sheet that are no line of text."""
_PART: Final = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_PAGE: Final = re.compile(r"([A-Za-z0-9]+(-[A-Za-z0-9]+)*/)?(index\.html|[A-Za-z0-9]+(-[A-Za-z0-9]+)*\.pdf)")
_FAULTS: Final = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)


def read_whole(output: Path) -> Manifest:
    """Read the manifest of an output folder; of a damaged one nothing is taken, and its `damage` is told."""
    path = output / NAME
    try:
        if not (path.exists() or path.is_symlink()):
            return Manifest()
        if path.is_symlink() or not path.is_file():
            return Manifest(damage="it is no plain file")
        written = values.parse(path.read_bytes())
        return _read(written) if written["format"] == FORMAT else _of_another_format(written["format"])
    except _FAULTS as fault:
        told = (str(fault).strip() or type(fault).__name__).splitlines()[0]
        return Manifest(damage=f"{type(fault).__name__}: {told:.80}")


def read_manifest(output: Path) -> dict[SheetKey, Entry]:
    """Read the sheets of an output folder; of a missing or damaged manifest there are none."""
    return dict(read_whole(output).entries)


def read_withheld(output: Path) -> tuple[Withheld, ...]:
    """Read which sheets an output folder ought to have and must not, sorted by key."""
    return read_whole(output).withheld


def read_toolchains(output: Path) -> dict[str, Mapping[str, str]]:
    """Read what the sheets of an output folder stood on: hashes and versions, by the name entries use."""
    return dict(read_whole(output).toolchains)


def _of_another_format(written: object) -> Manifest:
    """Take a manifest of another release for none; raises TypeError for what no release wrote."""
    values.count(written)
    return Manifest()


def _read(written: Mapping[str, Any]) -> Manifest:
    found = [_read_entry(path, entry) for path, entry in values.items(written["sheets"])]
    return Manifest(
        entries={entry.key: entry for entry in found},
        withheld=tuple(_read_withheld(path, entry) for path, entry in values.items(written["withheld"])),
        toolchains={name: values.texts(toolchain) for name, toolchain in values.items(written["toolchains"])},
        pages={_page(name): values.text(found) for name, found in values.items(written["pages"])},
    )


def _page(name: str) -> str:
    if not _PAGE.fullmatch(name):
        message = f"'{name:.40}' is no page"
        raise ValueError(message)
    return name


def _read_withheld(path: str, written: Mapping[str, Any]) -> Withheld:
    lines = {name: values.text(written[name]) for name in ("title", "source_title", "reference")}
    reason = Reason(written["reason"])
    return Withheld(key=_read_key(path, written), names=_read_names(written), reason=reason, **lines)


def _read_key(path: str, written: Mapping[str, Any]) -> SheetKey:
    """Read a key back; raises ValueError when the path is not the one that it gives."""
    key = SheetKey(**{name: values.text(written[name]) for name in SheetKey.__dataclass_fields__})
    if path != key.path or not all(_PART.fullmatch(part) for part in asdict(key).values()):
        message = f"'{path:.40}' is no path of a sheet"
        raise ValueError(message)
    return key


def _read_names(written: Mapping[str, Any]) -> Names:
    return Names(**{name: values.text(written["names"][name]) for name in Names.__dataclass_fields__})


def _read_entry(path: str, written: Mapping[str, Any]) -> Entry:
    """Read one entry back; raises ValueError when its path is not the one its key gives."""
    lines = {name: values.text(written[name]) for name in ("fingerprint", "toolchain", "sha256", "thumbnail")}
    return Entry(
        **lines,
        key=_read_key(path, written),
        facts=_read_facts(written),
        inputs=values.texts(written["inputs"]),
        size=values.count(written["size"]),
        pages=values.count(written["pages"]),
        rung=Rung(**{name: values.share(written["rung"][name]) for name in Rung.__dataclass_fields__}),
        findings=tuple(map(_read_finding, values.entries(written["findings"]))),
        refused=tuple(map(_read_finding, values.entries(written["refused"]))),
    )


def _read_facts(written: Mapping[str, Any]) -> Facts:
    lines = {name: values.text(written[name]) for name in Facts.__dataclass_fields__ if name not in _NO_LINES}
    found = {name: values.count(written["found"][name]) for name in FindingCounts.__dataclass_fields__}
    return Facts(
        **lines,
        keywords=tuple(map(values.text, values.entries(written["keywords"]))),
        names=_read_names(written),
        found=FindingCounts(**found),
    )


def _read_finding(written: Mapping[str, Any]) -> Problem:
    lines = {name: values.text(written[name]) for name in ("code", "message", "hint")}
    line, column = values.count(written["line"]), values.count(written["column"])
    place = Place(file=values.text(written["file"]), line=line, column=column)
    return Problem(place=place, severity=Severity(written["severity"]), **lines)
