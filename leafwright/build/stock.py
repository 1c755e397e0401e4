"""What an output folder holds that is not what the library says now, for whoever looks and builds nothing."""

from dataclasses import dataclass
from pathlib import Path

from leafwright.build.fingerprint import changed_files
from leafwright.build.requested import requested_keys
from leafwright.build.selection import ANY
from leafwright.build.withholding import list_withheld
from leafwright.library import Library
from leafwright.manifest import Entry, Withheld, read_manifest, read_withheld


@dataclass(frozen=True, slots=True, kw_only=True)
class Older:
    """A sheet that is not what the library says, and why."""

    entry: Entry
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """The sheets that are withheld, and those that are older than the library, each sorted by key."""

    withheld: tuple[Withheld, ...] = ()
    older: tuple[Older, ...] = ()


def take_stock(library: Library, output: Path) -> Stock:
    """Compare what was built in a folder with the library, which may have changed since."""
    entries, printable = read_manifest(output), frozenset(requested_keys(library, ANY))
    held = {each.key: each for each in read_withheld(output) if each.key not in printable}
    held |= {each.key: each for each in list_withheld(library, ANY)}
    older = (
        Older(entry=entries[key], why=why)
        for key in sorted(entries.keys() - held.keys())
        if (why := _why_older(entries[key], library))
    )
    return Stock(withheld=tuple(held[key] for key in sorted(held)), older=tuple(older))


def _why_older(entry: Entry, library: Library) -> str:
    if entry.refused:
        return f"its newer version was refused: {', '.join(sorted({each.code for each in entry.refused}))}"
    changed = ", ".join(changed_files(entry.inputs, library.workspace))
    return f"not built since a change of {changed}" if changed else ""
