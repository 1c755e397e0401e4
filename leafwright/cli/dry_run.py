"""Print the decisions of a build without carrying them out."""

from typing import Final

from leafwright.build import Decision, Drafts, SelectionError, Verb
from leafwright.build.fingerprint import compare
from leafwright.cli.console import count, results_console
from leafwright.cli.summary import count_waiting
from leafwright.decode import suggest
from leafwright.manifest import OutputState

PASSIVE: Final = {
    Verb.REFUSE: "is refused",
    Verb.WITHHOLD: "is withheld",
    Verb.REMOVE: "would be removed",
}
"""What a dry run says about a sheet that a build would not make."""


def print_decisions(decisions: tuple[Decision, ...]) -> None:
    """Print what a build would do with each chosen sheet, and why."""
    console, verbs = results_console(), [*Verb]
    chosen = sorted(
        (decision for decision in decisions if decision.chosen),
        key=lambda decision: verbs.index(decision.verb),
    )
    for line in count_waiting(chosen):
        console.print(f"{Verb.REFUSE:<9}{line}")
    for decision in chosen:
        if decision.verb is not Verb.KEEP and not decision.waits_for:
            console.print(f"{decision.verb:<9}{decision.key.path}: {decision.why}")
    done = sum(decision.done for decision in chosen)
    kept = sum(decision.verb is Verb.KEEP for decision in chosen)
    held = f", {done:,} withheld already" if done else ""
    console.print(
        f"{count(len(chosen) - kept - done, 'sheet')} to do, {kept:,} unchanged{held}; nothing was written"
    )


def print_changes(sheet: str, decisions: tuple[Decision, ...], drafts: Drafts, output: OutputState) -> None:
    """Say what a build would do with one sheet and why: which of its inputs changed, if it can be made.

    Raises SelectionError for a sheet that nobody prints.
    """
    known = {decision.key.path: decision for decision in decisions if decision.chosen}
    path = sheet.removeprefix(f"{output.folder.name}/")
    if path not in known:
        message = f"there is no sheet '{sheet}': {suggest(path, tuple(known))}"
        raise SelectionError(message)
    decision, console = known[path], results_console()
    if decision.verb in PASSIVE:
        console.print(f"{path} {PASSIVE[decision.verb]}: {decision.why}")
        return
    entry, job = output.entries.get(decision.key), decision.job
    if entry is None or job is None:
        console.print(f"{path} was not built before")
        return
    before = {**output.toolchains.get(entry.toolchain, {}), **entry.inputs}
    now = {**(drafts.toolchain.versions if drafts.toolchain else {}), **job.inputs}
    for name, old, new in compare(before, now):
        console.print(f"{name}: {old} -> {new}")
    console.print(f"{path}: {decision.why}" if decision.why else f"{path} would be kept")
