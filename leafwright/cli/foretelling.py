"""What a build would do, and why, told without doing it."""

from typing import Final

from leafwright.build import BuildRequest, Drafts, SelectionError, foretell
from leafwright.build.changes import compare
from leafwright.cli.tell import count, for_results
from leafwright.decode import suggest
from leafwright.manifest import read_manifest, read_toolchains

PASSIVE: Final = {"refuse": "is refused", "withhold": "is withheld", "remove": "would be removed"}
"""What is said of a sheet that a build would not make."""


def tell_plan(drafts: Drafts, request: BuildRequest) -> None:
    """Say of each sheet what a build would do with it, and why."""
    console = for_results()
    steps = tuple(foretell(drafts, request))
    for step in steps:
        if step.reason:
            console.print(f"{step.verb:<9}{step.key.path}: {step.reason}")
    done = sum(step.done for step in steps)
    idle = sum(not step.reason for step in steps)
    held = f", {done:,} withheld already" if done else ""
    console.print(
        f"{count(len(steps) - idle - done, 'sheet')} to do, {idle:,} unchanged{held}; nothing was written"
    )


def tell_changes(sheet: str, drafts: Drafts, request: BuildRequest) -> None:
    """Say what a build would do with one sheet and why: which of its inputs changed, if it can be made.

    Raises SelectionError for a sheet that nobody prints.
    """
    steps = {step.key.path: step for step in foretell(drafts, request)}
    path = sheet.removeprefix(f"{request.output.name}/")
    if path not in steps:
        message = f"there is no sheet '{sheet}': {suggest(path, tuple(steps))}"
        raise SelectionError(message)
    step, console = steps[path], for_results()
    job = next((job for job in drafts.jobs if job.key == step.key), None)
    if job is None:
        console.print(f"{path} {PASSIVE[step.verb]}: {step.reason}")
        return
    entry = read_manifest(request.output).get(job.key)
    if entry is None:
        console.print(f"{path} was not built before")
        return
    stood = read_toolchains(request.output).get(entry.toolchain, {})
    stands = drafts.toolchain.told if drafts.toolchain else {}
    for change in compare({**stood, **entry.inputs}, {**stands, **job.inputs}):
        console.print(f"{change.name}: {change.before} -> {change.after}")
    console.print(f"{path}: {step.reason}" if step.reason else f"{path} would be left alone")
