"""A build that has something to do: load, plan, prove, publish, and tell what came of it."""

import json
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

import click

from leafwright import build, fonts
from leafwright.build import BuildRequest, Drafts, Outcome, Result, Selection
from leafwright.build.stock import take_stock
from leafwright.catalogue import write_catalogue
from leafwright.cli.ask import BuildOptions
from leafwright.cli.check import day_of
from leafwright.cli.damage import tell_damage
from leafwright.cli.foretelling import tell_changes, tell_plan
from leafwright.cli.progress import BuildProgress
from leafwright.cli.sealing import line_of, next_review, remember
from leafwright.cli.summary import Tally, slowest, tell_found, tell_older, tell_unasked
from leafwright.cli.tell import for_findings, for_results, tell_fault, tell_problems
from leafwright.library import Library, load_library
from leafwright.problems import ContentError, Problem, has_errors
from leafwright.seal import Inputs, Seal, stamp_inputs
from leafwright.workspace import Workspace


def carry_out(ask: BuildOptions, inputs: Inputs | None) -> None:
    """Do what was asked for; `inputs` is what was there to read, for the seal of a whole build.

    Raises the errors of click, each one line for whoever asked.
    """
    tell_damage(ask.folder)
    library = load_library(Workspace(root=ask.root))
    selection = _selection(ask)
    try:
        build.check_selection(selection, library)
        request = _order(library, selection, ask)
        drafts = _plan(library, selection, request, ask)
        if ask.explain or ask.dry_run:
            _foretell(drafts, request, ask)
            _end_dry(library, selection, drafts)
            return
        with _alone(drafts, request, ask):
            results = _run(drafts, request, ask)
            _write_catalogue(library, request)
    except (build.SelectionError, build.ShardError) as error:
        raise click.UsageError(str(error)) from error
    except (fonts.FontError, build.ClusterError, build.EngineError, build.OutputError) as fault:
        raise click.ClickException(str(fault)) from fault
    problems = [problem for problem in library.problems if selection.concerns(problem)]
    problems += drafts.problems
    problems += [problem for result in results for problem in result.problems]
    _close(library, ask, results, problems)
    if has_errors(problems):
        raise click.exceptions.Exit(1)
    if inputs and inputs.stamp == stamp_inputs(ask.root):
        until = next_review(library, day_of(None))
        remember(ask, results, Seal(inputs=inputs.fingerprint, problems=tuple(problems), good_until=until))


def _end_dry(library: Library, selection: Selection, drafts: Drafts) -> None:
    """Tell what a build would tell before it proves anything; an error counts as it does there."""
    problems = [problem for problem in library.problems if selection.concerns(problem)]
    problems += [problem for refusal in drafts.refusals for problem in refusal.problems]
    tell_problems([*problems, *drafts.problems], library.workspace)
    if has_errors(problems):
        raise click.exceptions.Exit(1)


def _foretell(drafts: Drafts, request: BuildRequest, ask: BuildOptions) -> None:
    if ask.explain:
        tell_changes(ask.explain, drafts, request)
    else:
        tell_plan(drafts, request)


def _alone(drafts: Drafts, request: BuildRequest, ask: BuildOptions) -> AbstractContextManager[None]:
    """Hold the output folder, unless there is neither anything to write nor anything written."""
    if not (drafts.keys or request.output.exists()):
        return nullcontext()
    return build.locked(request.output, lambda: _tell_waiting(ask))


def _selection(ask: BuildOptions) -> Selection:
    return Selection(
        topics=ask.topics,
        clinics=ask.clinics,
        variants=ask.variants,
        editions=ask.editions,
        languages=ask.languages,
    )


def _order(library: Library, selection: Selection, ask: BuildOptions) -> BuildRequest:
    """Settle where to and how; what nobody prints any more goes only with a build of everything."""
    return BuildRequest(
        workspace=library.workspace,
        output=ask.folder,
        pool=_crew(ask),
        force=ask.force,
        prune=selection.everything and not ask.shard and not has_errors(library.problems),
    )


def _crew(ask: BuildOptions) -> build.WorkerPool:
    if ask.scheduler:
        return build.cluster_pool(ask.scheduler)
    limits = build.Limits(seconds=ask.time_limit, memory=ask.memory_limit)
    return build.local_pool(ask.workers, limits) if ask.workers else build.default_pool(limits)


def _plan(library: Library, selection: Selection, request: BuildRequest, ask: BuildOptions) -> Drafts:
    """Draft what is not known to be as it was; to explain a sheet, or to share them out, draft all."""
    if not (ask.quiet or ask.as_json or fonts.are_cut(build.scripts_in(library))):
        for_results().print("Cutting the fonts, once on this machine ...")
    surveyed = build.survey(library.workspace, fonts.activate().fingerprint, build.lent_to(library))
    toolchain = replace(surveyed, as_of=day_of(None))
    shard = build.Shard.read(ask.shard or "1/1")
    kept = () if ask.shard or ask.explain else build.find_kept(library, selection, toolchain, request)
    drafts = build.draft_sheets(library, replace(selection, without=frozenset(kept)), toolchain, shard)
    return replace(drafts, kept=kept)


def _run(drafts: Drafts, request: BuildRequest, ask: BuildOptions) -> list[Result]:
    results: list[Result] = []
    with BuildProgress(len(drafts.keys), quiet=ask.quiet or ask.as_json) as progress:
        for result in build.build_sheets(drafts, request):
            progress.tell(result)
            results.append(result)
    return results


def _tell_waiting(ask: BuildOptions) -> None:
    if not ask.quiet:
        for_findings().print(f"Another build is writing to {ask.folder}: waiting for it to end ...")


def _write_catalogue(library: Library, request: BuildRequest) -> None:
    """Write the pages to find the sheets by; a folder nothing was ever built in gets none."""
    try:
        if (request.output / "manifest.json").is_file():
            write_catalogue(library, request.output)
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        raise build.OutputError(f"cannot write the catalogue to {request.output}: {reason}") from fault
    except ContentError as error:
        raise build.OutputError(str(error)) from error


def _close(library: Library, ask: BuildOptions, results: list[Result], problems: list[Problem]) -> None:
    """Tell what was found, what it comes to, and what to open."""
    if ask.as_json:
        click.echo(json.dumps({"sheets": [_as_json(result) for result in results]}, indent=2))
    tell_problems(problems, library.workspace)
    for result in results:
        if result.fault and ask.debug:
            tell_fault(result.fault)
    if ask.quiet or ask.as_json:
        return
    console = for_results()
    if results:
        tally = Tally.of(map(line_of, results))
        console.print(tally.table())
        further = [*slowest(results), *tell_older(results), *tell_unasked(_count_unasked(library, ask))]
        for line in [*tell_found(tally.found), *further]:
            console.print(line)
    elif not has_errors(problems):
        console.print(_nothing(library))
    if any(result.outcome in {Outcome.BUILT, Outcome.UNCHANGED} for result in results):
        console.print(f"Open {ask.door}")


def _count_unasked(library: Library, ask: BuildOptions) -> int:
    """Count the sheets of a file that has changed since they were built, which nobody asked to be built."""
    if _selection(ask).everything and not ask.shard:
        return 0
    stock = take_stock(library, ask.folder)
    return sum(not each.entry.refused for each in stock.older)


def _as_json(result: Result) -> dict[str, object]:
    return {
        "path": result.key.path,
        "outcome": result.outcome,
        "pages": result.pages,
        "seconds": round(result.seconds, 3),
        "memory_mib": result.memory,
        "older": result.older,
        "why": result.why,
        "problems": [
            {
                "place": str(found.place),
                "severity": found.severity,
                "code": found.code,
                "message": found.message,
                "hint": found.hint,
            }
            for found in result.problems
        ],
    }


def _nothing(library: Library) -> str:
    if not library.clinics:
        return "There is no clinic to print for: `leafwright new clinic NAME` makes one."
    return "There is no such sheet: no clinic prints what was asked for."
