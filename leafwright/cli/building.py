"""A build that has something to do: load, decide, prove, publish and report."""

import json
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace

import click

from leafwright import build, fonts
from leafwright.build import BuildRequest, Decision, Drafts, Outcome, Result, Selection
from leafwright.catalogue import write_catalogue
from leafwright.cli.build_options import BuildOptions
from leafwright.cli.check_options import day_of
from leafwright.cli.console import findings_console, print_problems, print_traceback, results_console
from leafwright.cli.damage import print_damage
from leafwright.cli.dry_run import print_changes, print_decisions
from leafwright.cli.progress import BuildProgress
from leafwright.cli.sealing import line_of, next_review, remember
from leafwright.cli.summary import (
    Tally,
    count_older,
    count_unasked,
    explain_findings,
    files_awaited,
    slowest,
)
from leafwright.library import Library, load_library
from leafwright.manifest import MANIFEST, OutputState, read_output
from leafwright.problems import ContentError, Problem, has_errors, sort_problems
from leafwright.seal import Inputs, Seal, stamp_inputs
from leafwright.workspace import Workspace


def carry_out(options: BuildOptions, inputs: Inputs | None) -> None:
    """Build what was chosen; `inputs` is what was there to read, for the seal of a whole build.

    Raises the errors of click, each in one line.
    """
    library = _library(options)
    selection = _selection(options).with_sites(library)
    try:
        build.check_selection(selection, library)
        build.check_printed(library, selection)
        request = _request(library, selection, options)
        if options.explain or options.dry_run:
            _print_decisions(_plan(library, selection, request, options), options)
            return
        with _locked(library, selection, options):
            plan = _plan(library, selection, request, options)
            results = _build(plan, options)
            _write_catalogue(library, request)
    except (build.SelectionError, build.ShardError) as error:
        raise click.UsageError(str(error)) from error
    except (fonts.FontError, build.ClusterError, build.EngineError, build.OutputError) as fault:
        raise click.ClickException(str(fault)) from fault
    problems = [*plan.problems, *(problem for result in results for problem in result.problems)]
    _close(plan, options, results, problems)
    if has_errors(problems):
        raise click.exceptions.Exit(1)
    if inputs and inputs.stamp == stamp_inputs(options.root):
        until = next_review(library, day_of(None))
        remember(
            options, results, Seal(inputs=inputs.fingerprint, problems=tuple(problems), good_until=until)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildPlan:
    """The request, the library, the drafts and the decisions of one build."""

    library: Library
    request: BuildRequest
    output: OutputState
    drafts: Drafts
    decisions: tuple[Decision, ...]

    @property
    def problems(self) -> list[Problem]:
        """The problems of the chosen files that belong to no single sheet."""
        chosen = self.drafts.selection
        return [
            *chosen.problems_in(self.library),
            *self.drafts.problems,
            *build.find_unprinted(self.library, chosen),
        ]


def _library(options: BuildOptions) -> Library:
    """Load the library, with web pages and PDFs in the forms that were asked for."""
    library = load_library(Workspace(root=options.root))
    return library.with_prints(options.forms) if options.forms else library


def _plan(library: Library, selection: Selection, request: BuildRequest, options: BuildOptions) -> BuildPlan:
    output = read_output(options.folder)
    print_damage(output)
    drafts = _draft(library, selection, output, options)
    decisions = build.decide(drafts, output, request)
    return BuildPlan(library=library, request=request, output=output, drafts=drafts, decisions=decisions)


def _print_decisions(plan: BuildPlan, options: BuildOptions) -> None:
    """Print what a build prints before it proves anything; an error has the same exit status."""
    if options.explain:
        print_changes(options.explain, plan.decisions, plan.drafts, plan.output)
    else:
        print_decisions(plan.decisions)
    refused = (problem for refusal in plan.drafts.refusals for problem in refusal.problems)
    problems = [*plan.problems, *refused]
    print_problems(problems, plan.library.workspace)
    if has_errors(problems):
        raise click.exceptions.Exit(1)


def _locked(library: Library, selection: Selection, options: BuildOptions) -> AbstractContextManager[None]:
    """Lock the output folder, unless nothing will be written and nothing is there."""
    if not options.folder.exists() and not any(build.sheets_of(library, selection)):
        return nullcontext()
    return build.locked(options.folder, lambda: _print_waiting(options))


def _selection(options: BuildOptions) -> Selection:
    return Selection(
        topics=options.topics,
        clinics=options.clinics,
        variants=options.variants,
        editions=options.editions,
        languages=options.languages,
        papers=options.papers,
    )


def _request(library: Library, selection: Selection, options: BuildOptions) -> BuildRequest:
    """Make the request; only a build of everything removes sheets that nobody prints any more."""
    return BuildRequest(
        workspace=library.workspace,
        output=options.folder,
        pool=_pool(options),
        force=options.force,
        prune=selection.everything and not options.shard and not has_errors(library.problems),
        shard=bool(options.shard),
    )


def _pool(options: BuildOptions) -> build.WorkerPool:
    if options.scheduler:
        return build.cluster_pool(options.scheduler)
    limits = build.Limits(seconds=options.time_limit, memory=options.memory_limit)
    return build.local_pool(options.workers, limits) if options.workers else build.default_pool(limits)


def _draft(library: Library, selection: Selection, output: OutputState, options: BuildOptions) -> Drafts:
    """Draft the sheets that may have changed; to explain a sheet or to build a shard, draft all."""
    if not (options.quiet or options.as_json or fonts.are_cut(build.scripts_in(library))):
        results_console().print("Cutting the fonts, once on this machine ...")
    surveyed = build.survey(library.workspace, fonts.activate().fingerprint, build.fallbacks_of(library))
    toolchain = replace(surveyed, as_of=day_of(None))
    shard = build.Shard.read(options.shard or "1/1")
    every = options.force or options.shard or options.explain
    kept = () if every else build.find_kept(library, selection, toolchain, output)
    chosen = replace(selection, without=frozenset(kept))
    drafts = build.draft_sheets(library, chosen, toolchain, shard)
    packs = build.find_unknown_sheets(library, selection) if shard.number == 1 else ()
    return replace(drafts, kept=kept, problems=sort_problems((*drafts.problems, *packs)))


def _build(plan: BuildPlan, options: BuildOptions) -> list[Result]:
    results: list[Result] = []
    # What is wrong with a file is said once, however many sheets wait for it.
    known = frozenset(plan.problems)
    with BuildProgress(len(plan.drafts.keys), quiet=options.quiet or options.as_json) as progress:
        for result in build.build_sheets(plan.decisions, plan.output, plan.request, plan.drafts.toolchain):
            results.append(result)
            if not files_awaited(result, known):
                progress.tell(result)
    return results


def _print_waiting(options: BuildOptions) -> None:
    if not options.quiet:
        findings_console().print(f"Another build is writing to {options.folder}: waiting for it to end ...")


def _write_catalogue(library: Library, request: BuildRequest) -> None:
    """Write the catalogue, unless nothing was ever built in the folder."""
    try:
        if (request.output / MANIFEST).is_file():
            write_catalogue(library, read_output(request.output))
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        raise build.OutputError(f"cannot write the catalogue to {request.output}: {reason}") from fault
    except ContentError as error:
        raise build.OutputError(str(error)) from error


def _close(plan: BuildPlan, options: BuildOptions, results: list[Result], problems: list[Problem]) -> None:
    """Print the findings, the totals and what to open."""
    if options.as_json:
        click.echo(json.dumps({"sheets": [_as_json(result) for result in results]}, indent=2))
    print_problems(problems, plan.library.workspace)
    for result in results:
        if result.fault and options.debug:
            print_traceback(result.fault)
    if options.quiet or options.as_json:
        return
    console = results_console()
    if results:
        tally = Tally.of(map(line_of, results))
        console.print(tally.table())
        further = [*slowest(results), *count_older(results, plan.problems), *count_unasked(plan.decisions)]
        for line in [*explain_findings(tally.found), *further]:
            console.print(line)
    elif not has_errors(problems):
        console.print(_nothing(plan.library))
    if any(result.outcome in {Outcome.BUILT, Outcome.UNCHANGED} for result in results):
        console.print(f"Open {options.start_page}")


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
                "place": str(problem.place),
                "severity": problem.severity,
                "code": problem.code,
                "message": problem.message,
                "hint": problem.hint,
            }
            for problem in result.problems
        ],
    }


def _nothing(library: Library) -> str:
    if not library.clinics:
        return "There is no clinic to print for: `leafwright new clinic NAME` makes one."
    return "There is no such sheet: no clinic prints what was asked for."
