"""What a build would do, and why, told without doing it."""

from leafwright.batch import Order, Plan, SelectionError, foretell
from leafwright.batch.changes import compare
from leafwright.cli.tell import count, for_results
from leafwright.decode import suggest
from leafwright.manifest import read_grounds, read_manifest


def tell_plan(planned: Plan, order: Order) -> None:
    """Say of each sheet what a build would do with it, and why."""
    console = for_results()
    steps = tuple(foretell(planned, order))
    for step in steps:
        if step.reason:
            console.print(f"{step.verb:<9}{step.key.path}: {step.reason}")
    idle = sum(not step.reason for step in steps)
    console.print(f"{count(len(steps) - idle, 'sheet')} to do, {idle:,} unchanged; nothing was written")


def tell_changes(sheet: str, planned: Plan, order: Order) -> None:
    """Say which inputs of one sheet changed since it was built, each with its old and new hash.

    Raises SelectionError for a sheet that is not planned.
    """
    jobs = {job.key.path: job for job in planned.jobs}
    path = sheet.removeprefix(f"{order.output.name}/")
    if path not in jobs:
        message = f"there is no sheet '{sheet}': {suggest(path, tuple(jobs))}"
        raise SelectionError(message)
    job, entry = jobs[path], read_manifest(order.output).get(jobs[path].key)
    console = for_results()
    if entry is None:
        console.print(f"{path} was not built before")
        return
    stood = read_grounds(order.output).get(entry.ground, {})
    stands = planned.ground.told if planned.ground else {}
    for change in compare({**stood, **entry.inputs}, {**stands, **job.inputs}):
        console.print(f"{change.name}: {change.before} -> {change.after}")
    (step,) = (step for step in foretell(planned, order) if step.key == job.key)
    console.print(f"{path}: {step.reason}" if step.reason else f"{path} would be left alone")
