"""`check`: every problem of the content, told without rendering anything unless a proof is asked for."""

import gc
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import click

from leafwright import build, fonts
from leafwright.build.dry_check import DryCheck, check_dry
from leafwright.build.requested import count_sheets
from leafwright.cli.hardness import tell_readability
from leafwright.cli.tell import count, for_results, tell_fault, tell_problems
from leafwright.decode import suggest
from leafwright.library import Library, load_library
from leafwright.problems import ContentError, Problem, Severity
from leafwright.report import FORMATS, Report
from leafwright.rules.choice import RuleOptions
from leafwright.rules.profile import profile_names
from leafwright.rules.rule import find_codes
from leafwright.rules.run import run_rules
from leafwright.workspace import Workspace

TEXT: Final = "text"
DAY: Final = click.DateTime(["%Y-%m-%d"])


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """What was typed."""

    topics: tuple[str, ...]
    clinics: tuple[str, ...]
    profile: str | None
    rules: tuple[str, ...]
    proof: bool
    form: str
    fail_on: str
    readability: bool
    as_of: datetime | None
    quiet: bool
    debug: bool

    @property
    def selection(self) -> build.Selection:
        """What to read."""
        return build.Selection(topics=self.topics, clinics=self.clinics)

    @property
    def ask(self) -> RuleOptions:
        """How to run the rules."""
        return RuleOptions(as_of=day_of(self.as_of), profile=self.profile, rules=self.rules)

    @property
    def wants_proofs(self) -> bool:
        """Tell whether sheets have to be rendered."""
        return self.proof or any(find_codes()[code] == "proof" for code in self.rules)


@click.command
@click.argument("topics", metavar="[TOPIC]...", nargs=-1)
@click.option("--clinic", "clinics", multiple=True, metavar="NAME", help="Only this clinic; may be repeated.")
@click.option("--profile", metavar="NAME", help="Check by this profile, whatever the clinics chose.")
@click.option("--rule", "rules", multiple=True, metavar="NAME", help="Run only this rule; may be repeated.")
@click.option(
    "--proof", is_flag=True, help="Render every sheet as well, and run the rules for what is printed."
)
@click.option(
    "--format",
    "form",
    type=click.Choice([TEXT, *FORMATS]),
    default=TEXT,
    help="How to tell.  [default: text]",
)
@click.option(
    "--fail-on",
    type=click.Choice([each.value for each in Severity]),
    default=Severity.ERROR.value,
    help="The least that ends with status 1.  [default: error]",
)
@click.option(
    "--readability", is_flag=True, help="Show how hard each handout is to read, and its hardest sentences."
)
@click.option(
    "--as-of", type=DAY, metavar="DATE", help="Count reviews and ages from this day.  [default: today]"
)
@click.option("--quiet", is_flag=True, help="Tell problems, and nothing else.")
@click.option("--debug", is_flag=True, help="Show where an internal fault happened.")
@click.pass_obj
def command(root: Path, /, **given: Any) -> None:
    """Read leaflets as a careful editor would, and tell where and why: all, or those of the topics given.

    Of some topics, or of one clinic, nothing is told that depends on all: a reference that nobody cites, say.
    Nothing is rendered unless --proof or a rule for what is printed asks for it. Each rule has a page, which
    `explain` prints.
    """
    wish = CheckOptions(**given)
    _refuse_unknown(wish)
    library = _read(root, wish.selection)
    gc.freeze()  # what was read stays, and the collector need not look through it again and again
    dry = check_dry(library)
    problems = [problem for problem in library.problems if wish.selection.concerns(problem)]
    problems += dry.problems
    try:
        problems += run_rules(library, wish.ask, whole=wish.selection.everything)
        problems += _proofs(library, wish)
    except ContentError as error:
        raise click.ClickException(str(error)) from error
    names = {file.name for file in library.handouts} | {file.name for file in library.translations}
    names |= {folder.name for folder in library.clinics}
    report = Report.of(problems, names, Severity(wish.fail_on))
    _tell(report, library, dry, wish)
    if report.failed:
        raise click.exceptions.Exit(1)


def day_of(given: datetime | None) -> date:
    """Return the day that was asked for, else today."""
    return (given or datetime.now().astimezone()).date()


def _read(root: Path, selection: build.Selection) -> Library:
    """Read the workspace, and keep what was asked for."""
    library = load_library(Workspace(root=root))
    try:
        build.check_selection(selection, library)
    except build.SelectionError as error:
        raise click.UsageError(str(error)) from error
    return selection.part_of(library)


def _refuse_unknown(wish: CheckOptions) -> None:
    """Tell a misspelt name as the asker's mistake."""
    for name in wish.rules:
        if name not in find_codes():
            message = f"there is no rule '{name}': {suggest(name, tuple(find_codes()))}"
            raise click.UsageError(message)
    if wish.profile and wish.profile not in profile_names():
        message = f"there is no profile '{wish.profile}': {suggest(wish.profile, profile_names())}"
        raise click.UsageError(message)


def _proofs(library: Library, wish: CheckOptions) -> Iterator[Problem]:
    """Prove every sheet and run the proof rules over it, when they are asked for."""
    if not wish.wants_proofs:
        return
    drafts = build.draft_sheets(library, build.Selection())
    jobs = [replace(job, reading=job.reading.asked(wish.ask)) for job in drafts.jobs]
    try:
        # Fonts are cut here, once: a worker has only the time that a sheet may take.
        build.fallbacks_of(library)
        for done in build.run_jobs(jobs, build.default_pool()):
            yield from done.problems if isinstance(done, build.Refusal) else done.printed.problems
    except (fonts.FontError, build.EngineError) as fault:
        raise click.ClickException(str(fault)) from fault


def _tell(report: Report, library: Library, dry: DryCheck, wish: CheckOptions) -> None:
    if wish.form != TEXT:
        click.echo(FORMATS[wish.form](report), nl=False)
        return
    tell_problems(report.problems, library.workspace)
    for refusal in dry.refusals:
        if refusal.fault and wish.debug:
            tell_fault(refusal.fault)
    if wish.readability:
        tell_readability(library, wish.ask.as_of)
    if not report.failed and not wish.quiet:
        for_results().print(f"{count(count_sheets(library).total(), 'sheet')} can be built")
        if not library.clinics:
            for_results().print("No clinic prints any; make one: new clinic NAME")
