"""Which sheets need not be built again, and why the others must."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from leafwright.build.clearing import list_held
from leafwright.build.draft import Drafts, Job
from leafwright.build.fingerprint import PAGE, Toolchain, is_current, same_toolchains
from leafwright.build.lagging import list_lagging
from leafwright.build.request import BuildRequest
from leafwright.build.requested import requested_keys
from leafwright.build.selection import Selection
from leafwright.build.withholding import WHY
from leafwright.library import Library
from leafwright.manifest import Entry, read_manifest, read_withheld
from leafwright.problems import has_errors
from leafwright.sheet import SheetKey

STAYS: Final = "the last good one stays, marked as older"


@dataclass(frozen=True, slots=True, kw_only=True)
class Foretold:
    """What a build would do with one sheet, and why; without a reason it would leave it alone.

    It is `done` when a build would find nothing there that it has to take away.
    """

    key: SheetKey
    verb: str
    reason: str
    done: bool = False


def find_kept(
    library: Library, selection: Selection, toolchain: Toolchain, request: BuildRequest
) -> tuple[SheetKey, ...]:
    """List the sheets whose inputs, toolchain and file are what the manifest says: nothing of them is new."""
    if request.force:
        return ()
    entries, alike = read_manifest(request.output), same_toolchains(toolchain, request.output)
    return tuple(
        key
        for key in requested_keys(library, selection)
        if (entry := entries.get(key))
        and is_current(entry, toolchain, alike)
        and entry.describes(request.output)
    )


def foretell(drafts: Drafts, request: BuildRequest) -> Iterator[Foretold]:
    """Say what `build` would do with each sheet, sorted by key within each kind of step."""
    entries = read_manifest(request.output)
    lagging = tuple(list_lagging(drafts, entries))
    faults = {refusal.key: refusal.problems for refusal in drafts.refusals}
    faults |= {each.key: each.faults for each in lagging if not each.withheld}
    for key in sorted(faults):
        codes = ", ".join(sorted({problem.code for problem in faults[key] if has_errors([problem])}))
        reason = f"{codes}; {STAYS}" if key in entries else codes
        yield Foretold(key=key, verb="refuse", reason=reason)
    for job in drafts.jobs:
        entry = entries.get(job.key)
        reason = reason_to_build(job, entry, request) if entry else "it was not built before"
        yield Foretold(key=job.key, verb="build" if reason else "leave", reason=reason)
    yield from (Foretold(key=key, verb="leave", reason="") for key in drafts.kept)
    held = {each.key: each for each in list_held(read_withheld(request.output), drafts, lagging, request)}
    for key in sorted(held):
        done = not (request.output / key.path).exists()
        yield Foretold(key=key, verb="withhold", reason=WHY[held[key].reason], done=done)
    for key in sorted(entries.keys() - drafts.keys - held.keys() - faults.keys()) if request.prune else ():
        yield Foretold(key=key, verb="remove", reason="no clinic prints it any more")


def reason_to_build(job: Job, entry: Entry, request: BuildRequest) -> str:
    """Say why a sheet that was built before must be built again; nothing when it need not be."""
    if request.force:
        return "all are built again"
    if not entry.describes(request.output):
        return "its file is missing or was changed"
    if job.fingerprint == entry.fingerprint:
        return ""
    if job.inputs.get(PAGE) != entry.inputs.get(PAGE):
        return "its page changed"
    return "what all sheets stand on changed: styles, fonts, code or libraries"
