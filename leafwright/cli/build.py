"""`build`: prove and publish sheets."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from leafwright import batch, fonts
from leafwright.batch import MOST_WORKERS, Order, Outcome, Plan, Result, Selection
from leafwright.catalogue import write_catalogue
from leafwright.cli.progress import Progress, closing_table, door_of
from leafwright.cli.tell import for_results, tell_fault, tell_problems
from leafwright.library import Library, load_library
from leafwright.problems import Problem, has_errors
from leafwright.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What was typed."""

    topics: tuple[str, ...]
    clinics: tuple[str, ...]
    variants: tuple[str, ...]
    editions: tuple[str, ...]
    languages: tuple[str, ...]
    force: bool
    workers: int | None
    output: Path | None
    quiet: bool
    debug: bool

    @property
    def selection(self) -> Selection:
        """The sheets that were asked for."""
        return Selection(
            topics=self.topics,
            clinics=self.clinics,
            variants=self.variants,
            editions=self.editions,
            languages=self.languages,
        )

    def order(self, library: Library) -> Order:
        """Settle where to and how; what is no longer planned goes only when nobody can plan it."""
        return Order(
            workspace=library.workspace,
            output=(self.output or library.workspace.root / "output").resolve(),
            crew=batch.local_crew(self.workers) if self.workers else batch.default_crew(),
            force=self.force,
            prune=self.selection.everything and not has_errors(library.problems),
        )


@click.command
@click.argument("topics", metavar="[TOPIC]...", nargs=-1)
@click.option("--clinic", "clinics", multiple=True, metavar="NAME", help="Only this clinic.")
@click.option("--variant", "variants", multiple=True, metavar="NAME", help="Only this variant: leaflet, say.")
@click.option(
    "--edition", "editions", multiple=True, metavar="NAME", help="Only this edition: standard, say."
)
@click.option("--lang", "languages", multiple=True, metavar="NAME", help="Only this language: en-GB, say.")
@click.option("--force", is_flag=True, help="Build what has not changed, too.")
@click.option(
    "--workers", type=click.IntRange(1, MOST_WORKERS), help="How many processes.  [default: one a core]"
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where to.  [default: output/ in the workspace]",
)
@click.option("--quiet", is_flag=True, help="Tell problems, and nothing else.")
@click.option("--debug", is_flag=True, help="Show where an internal fault happened.")
@click.pass_obj
def command(root: Path, /, **given: Any) -> None:
    """Build sheets: all of them, or those of the topics and names given.

    A sheet that has not changed is left alone. One that fails its proof is not written; its old file stays.
    Each of --clinic, --variant, --edition and --lang may be repeated.
    """
    ask = Ask(**given)
    library = load_library(Workspace(root=root))
    try:
        batch.check_selection(ask.selection, library)
        planned = _plan(library, ask)
        results = _run(planned, ask.order(library), quiet=ask.quiet)
        _write_catalogue(library, ask.order(library).output)
    except batch.SelectionError as error:
        raise click.UsageError(str(error)) from error
    except (fonts.FontError, batch.EngineError, batch.OutputError) as fault:
        raise click.ClickException(str(fault)) from fault
    problems = [problem for problem in library.problems if ask.selection.concerns(problem)]
    problems += planned.problems
    problems += [problem for result in results for problem in result.problems]
    _close(library, ask, results, problems)
    if has_errors(problems):
        raise click.exceptions.Exit(1)


def _plan(library: Library, ask: Ask) -> Plan:
    if not ask.quiet and fonts.find(fonts.cache_folder()) is None:
        for_results().print("Cutting the fonts, once on this machine ...")
    ground = batch.survey(library.workspace, fonts.activate().fingerprint)
    return batch.plan(library, ask.selection, ground)


def _run(planned: Plan, order: Order, *, quiet: bool) -> list[Result]:
    results: list[Result] = []
    with Progress(len(planned.keys), quiet=quiet) as progress:
        for result in batch.build(planned, order):
            progress.tell(result)
            results.append(result)
    return results


def _write_catalogue(library: Library, output: Path) -> None:
    """Write the pages to find the sheets by; a folder nothing was ever built in gets none."""
    try:
        if output.is_dir():
            write_catalogue(library, output)
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        raise batch.OutputError(f"cannot write the catalogue to {output}: {reason}") from fault


def _close(library: Library, ask: Ask, results: list[Result], problems: list[Problem]) -> None:
    """Tell what was found, what it comes to, and what to open."""
    tell_problems(problems, library.workspace)
    for result in results:
        if result.fault and ask.debug:
            tell_fault(result.fault)
    if ask.quiet:
        return
    console = for_results()
    if results:
        console.print(closing_table(results))
    elif not has_errors(problems):
        console.print(_nothing(library))
    if any(result.outcome in {Outcome.BUILT, Outcome.UNCHANGED} for result in results):
        console.print(f"Open {door_of(ask.order(library).output)}")


def _nothing(library: Library) -> str:
    if not library.clinics:
        return "There is no clinic to print for: `leafwright new clinic NAME` makes one."
    return "There is no such sheet: no clinic prints what was asked for."
