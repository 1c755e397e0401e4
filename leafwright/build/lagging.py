"""Sheets on record that a file at fault keeps from being made again: the last good one stays, or goes."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from leafwright.build.draft import Drafts
from leafwright.build.fingerprint import Toolchain, changed_files
from leafwright.manifest import Entry, Reason, Withheld
from leafwright.problems import Problem
from leafwright.sheet import SheetKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Lagging:
    """A sheet that was printed and cannot be made as the library is now, and the faults that are in its way.

    It is `withheld` when it must not even stay as it was.
    """

    entry: Entry
    faults: tuple[Problem, ...]
    withheld: Withheld | None

    @property
    def key(self) -> SheetKey:
        """Which sheet it is."""
        return self.entry.key


def list_lagging(drafts: Drafts, entries: Mapping[SheetKey, Entry]) -> Iterator[Lagging]:
    """Go through the sheets that lag behind, sorted by key, whatever was chosen to be built.

    A sheet in the language of its source stays. A translated one can no longer be held against the source:
    it stays only while all that it was made of, and that can be read, is what it was. Where none of its own
    files is at fault, any fault may be what hides it: a clinic without its words prints nothing.
    """
    held = {each.key for each in drafts.withheld}
    for key in sorted(entries.keys() - drafts.printable - held) if drafts.faults else ():
        entry = entries[key]
        own = drafts.faults.keys() & entry.inputs.keys()
        found = tuple(each for name in sorted(own or drafts.faults) for each in drafts.faults[name])
        goes = bool(entry.facts.source_title) and _is_changed(entry, drafts.faults, drafts.toolchain)
        withheld = Withheld.of(entry, Reason.UNREADABLE) if goes else None
        yield Lagging(entry=entry, faults=found, withheld=withheld)


def _is_changed(entry: Entry, faults: Container[str], toolchain: Toolchain | None) -> bool:
    """Tell whether a file that can be read differs from what a sheet was made of."""
    return toolchain is None or any(
        name not in faults for name in changed_files(entry.inputs, toolchain.workspace)
    )
