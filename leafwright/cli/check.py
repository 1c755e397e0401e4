"""`check`: print every problem of the content; sheets are rendered only for proof rules."""

import gc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import click

from leafwright import build, fonts
from leafwright.build.dry_check import check_dry
from leafwright.build.outdated import list_withheld
from leafwright.build.selection import ANY
from leafwright.cli.check_options import DAY, CheckOptions
from leafwright.cli.checked import Checked, CheckMemory
from leafwright.cli.completing import complete_folders
from leafwright.cli.console import count, print_problems, print_traceback, results_console
from leafwright.cli.hardness import print_readability
from leafwright.cli.progress import progress_of
from leafwright.cli.spelling import begin_spelling, print_unspelled, require_dictionaries
from leafwright.decode import suggest
from leafwright.library import Library, load_library
from leafwright.library.gathering import without_garbage_collection
from leafwright.paths import find_repository
from leafwright.problems import ContentError, Problem, Severity, sort_problems
from leafwright.report import FORMATS, OF_HOSTS, Report
from leafwright.rules.profile import profile_names
from leafwright.rules.rule import find_codes
from leafwright.rules.run import run_rules
from leafwright.schema import find_stale
from leafwright.workspace import Workspace

TEXT: Final = "text"


@click.command
@click.argument("topics", metavar="[TOPIC]...", nargs=-1, shell_complete=complete_folders("handouts"))
@click.option(
    "--clinic",
    "clinics",
    multiple=True,
    metavar="NAME",
    help="Only this clinic; may be repeated.",
    shell_complete=complete_folders("clinics"),
)
@click.option("--profile", metavar="NAME", help="Check with this profile instead of the clinics' own.")
@click.option("--rule", "rules", multiple=True, metavar="NAME", help="Run only this rule; may be repeated.")
@click.option(
    "--proof", is_flag=True, help="Render every sheet as well, and run the rules for what is printed."
)
@click.option("--spelling", is_flag=True, help="Look up each word in the dictionary of its language as well.")
@click.option(
    "--format",
    "form",
    type=click.Choice([TEXT, *FORMATS]),
    default=TEXT,
    help="The format of the output.  [default: text]",
)
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    default=Severity.ERROR.value,
    help="The least severe finding that gives status 1.  [default: error]",
)
@click.option(
    "--readability", is_flag=True, help="Show how hard each handout is to read, and its hardest sentences."
)
@click.option(
    "--as-of", type=DAY, metavar="DATE", help="Count reviews and ages from this day.  [default: today]"
)
@click.option("--quiet", is_flag=True, help="Print only problems.")
@click.option("--debug", is_flag=True, help="Show where an internal fault happened.")
@click.pass_obj
def command(root: Path, /, **given: Any) -> None:
    """Read all leaflets, or the given topics, as a careful editor would, and report each problem.

    If you choose topics or clinics, findings that need all of them are left out, such as a reference that
    nobody cites. Sheets are rendered only with --proof or a rule for proofs. `explain` prints a rule's page.
    """
    options = CheckOptions(**given)
    _refuse_unknown(options)
    memory = CheckMemory.of(root, options)
    checked = memory.find() if memory else None
    if checked is None:
        checked = _check(root, options)
        # What changed meanwhile may have been read before or after.
        if memory and memory == CheckMemory.of(root, options):
            memory.keep(checked)
    report = Report.of(checked.problems, checked.files, Severity(options.fail_on))
    report = replace(report, as_of=options.ask.as_of)
    _tell(report, checked, root, options)
    if report.failed:
        raise click.exceptions.Exit(1)


def _check(root: Path, options: CheckOptions) -> Checked:
    """Read the workspace and find its problems."""
    with without_garbage_collection():
        whole = load_library(Workspace(root=root))
        gc.freeze()  # the library stays in memory, so the collector need not look through it, not even once
    options = replace(options, clinics=options.selection.with_sites(whole).clinics)
    library = _chosen(whole, options.selection)
    with progress_of("Drafting", len(library.clinics)) as advance:
        dry = check_dry(library, advance)
    spellers = begin_spelling(whole) if options.wants_spelling else None
    packs = build.find_unknown_sheets(whole, options.selection)
    problems = [*dry.problems, *packs, *_unread(library, options)]
    try:
        whole_library, every_topic = options.selection.everything, not options.topics
        with progress_of("Checking", len(library.handouts)) as advance:
            ask = replace(options.ask, advance=advance, spellers=spellers)
            problems += run_rules(library, ask, whole=whole_library, every_topic=every_topic)
        problems += [*(spellers.problems if spellers else ()), *_proofs(library, options)]
    except ContentError as error:
        raise click.ClickException(str(error)) from error
    names = {file.name for file in library.handouts} | {file.name for file in library.translations}
    names |= {file for folder in library.clinics for file in folder.files if file.endswith("/clinic.yaml")}
    return Checked(
        problems=sort_problems(problems),
        files=tuple(sorted(names)),
        sheets=sum(1 for _ in build.sheets_of(library, ANY)),
        withheld=sum(1 for _ in list_withheld(library, ANY)),
        clinics=len(library.clinics),
        read=(library, dry),
        spellers=spellers,
    )


def _unread(library: Library, options: CheckOptions) -> Iterator[Problem]:
    """Go through what is wrong with files, without reading what is written in them."""
    yield from options.selection.problems_in(library)
    if options.selection.everything:
        yield from find_stale(library)
    for problem in build.find_unprinted(library, options.selection):
        yield replace(problem, severity=Severity.WARNING)


def _chosen(library: Library, selection: build.Selection) -> Library:
    """Keep the chosen part of a library."""
    try:
        build.check_selection(selection, library)
    except build.SelectionError as error:
        raise click.UsageError(str(error)) from error
    return selection.part_of(library)


def _refuse_unknown(options: CheckOptions) -> None:
    """Refuse the name of a rule or a profile that does not exist."""
    for name in options.rules:
        if name not in find_codes():
            message = f"there is no rule '{name}': {suggest(name, tuple(find_codes()))}"
            raise click.UsageError(message)
    if options.wants_spelling:
        require_dictionaries()
    if options.profile and options.profile not in profile_names():
        message = f"there is no profile '{options.profile}': {suggest(options.profile, profile_names())}"
        raise click.UsageError(message)


def _proofs(library: Library, options: CheckOptions) -> Iterator[Problem]:
    """Prove every sheet and run the proof rules over it, if they are chosen."""
    if not options.wants_proofs:
        return
    drafts = build.draft_sheets(library, build.Selection())
    jobs = [replace(job, reading=job.reading.with_options(options.ask)) for job in drafts.jobs]
    try:
        # Make the fonts here, once: a worker has only the time that a sheet may take.
        build.fallbacks_of(library)
        with progress_of("Proving", len(jobs)) as advance:
            for done in build.run_jobs(jobs, build.default_pool()):
                advance()
                yield from done.problems if isinstance(done, build.Refusal) else done.printed.problems
    except (fonts.FontError, build.EngineError) as fault:
        raise click.ClickException(str(fault)) from fault


def _tell(report: Report, checked: Checked, root: Path, options: CheckOptions) -> None:
    if options.form in OF_HOSTS and (above := find_repository(root)):
        report = report.below(root.relative_to(above).as_posix())
    if options.form != TEXT:
        click.echo(FORMATS[options.form](report), nl=False)
    else:
        print_problems(report.problems, Workspace(root=root))
        _tell_more(checked, options)
        if not report.failed and not options.quiet:
            results_console().print(_outlook(checked, options))
            if not checked.clinics:
                results_console().print("No clinic prints any; make one: new clinic NAME")
    if checked.spellers and not options.quiet:
        print_unspelled(checked.spellers)


def _outlook(checked: Checked, options: CheckOptions) -> str:
    """Say how many sheets a build would write; which fit their pages is only known once they are laid out."""
    unless = "" if options.wants_proofs else ", if they fit their pages"
    held = f"; {checked.withheld:,} withheld" if checked.withheld else ""
    return f"{count(checked.sheets, 'sheet')} can be built{unless}{held}"


def _tell_more(checked: Checked, options: CheckOptions) -> None:
    """Print what is never remembered: tracebacks, and how hard handouts are to read."""
    if not checked.read:
        return
    library, dry = checked.read
    for refusal in dry.refusals:
        if refusal.fault and options.debug:
            print_traceback(refusal.fault)
    if options.readability:
        print_readability(library, options.ask.as_of)
