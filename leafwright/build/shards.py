"""Merge the outputs of several machines."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from leafwright.build.fingerprint import compare
from leafwright.build.linked import settle_links
from leafwright.build.lock import locked
from leafwright.build.selection import ShardError
from leafwright.files import digest, is_linked, write_whole
from leafwright.manifest import MANIFEST, Entry, OutputState, read_output, write_output
from leafwright.paths import names_below
from leafwright.sheet import SheetKey


def merge(output: Path, shards: Sequence[Path]) -> tuple[Entry, ...]:
    """Copy the sheets of several output folders into one and write one manifest; return its entries.

    Sheets that were in the folder and are in no shard are removed. Shards that are not there, or in which
    nothing could be built, are passed over; nothing is copied unless all others fit. Raises ShardError if
    they do not, or if there are none, OutputError and OSError if the folder cannot be written to.
    """
    entries: dict[SheetKey, tuple[Entry, Path]] = {}
    parts = [_read(shard) for shard in shards if not is_missing(shard)]
    if not parts:
        message = f"no build wrote anything into {', '.join(map(str, shards))}"
        raise ShardError(message)
    for part in parts:
        for entry in part.entries.values():
            entries[entry.key] = _agreed(entries.get(entry.key), entry, part.folder)
    toolchains = {name: versions for part in parts for name, versions in part.toolchains.items()}
    _refuse_different(toolchains)
    _refuse_alike(entries)
    withheld = {sheet.key: sheet for part in parts for sheet in part.withheld}
    with locked(output):
        before = read_output(output)
        for entry, shard in entries.values():
            for name in entry.files:
                write_whole(output / name, (shard / name).read_bytes())
        merged = {key: entry for key, (entry, _) in entries.items()}
        merged |= settle_links(merged, {}, output)
        held = tuple(withheld[key] for key in sorted(withheld))
        write_output(replace(before, entries=merged, toolchains=toolchains, withheld=held))
        left = {name for entry in before.entries.values() for name in entry.files}
        for name in left - {name for entry in merged.values() for name in entry.files}:
            (output / name).unlink(missing_ok=True)
    return tuple(merged.values())


def is_missing(shard: Path) -> bool:
    """Return whether a machine left nothing: no folder, or one without a sheet or a manifest."""
    return not any(name == MANIFEST or name.endswith(".pdf") for name in names_below(shard))


def _read(shard: Path) -> OutputState:
    """Read a shard and compare its manifest with its files, which must not be links."""
    known = read_output(shard)
    if not known.entries:
        damage = f" ({known.damage.message})" if known.damage else ""
        message = f"{shard} has no manifest that can be read{damage}: is it the output of a build?"
        raise ShardError(message)
    for entry in known.entries.values():
        for name in entry.files:
            if is_linked(shard, name):
                message = f"{shard / name} is a link: only files of the shard itself are merged"
                raise ShardError(message)
        if not (entry.describes(shard) and _is_drawn(entry, shard)):
            message = f"{shard / entry.key.path} is missing or is not the file that was built"
            raise ShardError(message)
    return known


def _is_drawn(entry: Entry, shard: Path) -> bool:
    """Return whether the picture of a sheet's first page is the one that was drawn."""
    path = shard / entry.key.thumbnail
    return path.is_file() and digest(path.read_bytes()) == entry.thumbnail


def _refuse_alike(keys: Iterable[SheetKey]) -> None:
    """Refuse sheets whose files have the same name except for capitals."""
    known: dict[str, str] = {}
    for path in sorted(key.path for key in keys):
        if known.setdefault(path.casefold(), path) != path:
            message = f"{known[path.casefold()]} and {path} differ in capitals only: rename one, build again"
            raise ShardError(message)


def _agreed(known: tuple[Entry, Path] | None, entry: Entry, shard: Path) -> tuple[Entry, Path]:
    """Take a sheet; two shards may both have it if it is the same."""
    if known and known[0].sums != entry.sums:
        message = f"{known[1]} and {shard} have different files of {entry.key.path}: build both again"
        raise ShardError(message)
    return known or (entry, shard)


def _refuse_different(toolchains: Mapping[str, Mapping[str, str]]) -> None:
    """Refuse shards that were built with other styles, code or versions."""
    first, *others = toolchains.values() or [{}]
    for other in others:
        differences = ", ".join(
            f"{name} ({one} and {another})" for name, one, another in compare(first, other)
        )
        message = f"the shards were built with different versions: {differences}"
        raise ShardError(message)
