"""`verify`: check an output folder against its manifest."""

from collections.abc import Iterator
from pathlib import Path

import click

from leafwright import build, fonts
from leafwright.cli.console import count, print_problems, results_console
from leafwright.cli.named_path import NamedPath
from leafwright.cli.progress import progress_of
from leafwright.library import load_library
from leafwright.manifest import OutputState, read_output
from leafwright.problems import Advance, Problem, Severity
from leafwright.verify import reproduce, sample, verify
from leafwright.workspace import Workspace


@click.command
@click.option(
    "--output",
    type=NamedPath(),
    metavar="DIR",
    help="The folder to verify.  [default: output/ in the workspace]",
)
@click.option(
    "--reproduce",
    "again",
    type=click.IntRange(1),
    metavar="N",
    help="Build N sheets again as well, in memory, and compare every byte.",
)
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    default=Severity.ERROR.value,
    help="The least severe finding that gives status 1.  [default: error]",
)
@click.pass_obj
def command(root: Path, output: Path | None, again: int | None, fail_on: str) -> None:
    """Check that every file is there and unchanged, and that every sheet has its pages and conforms.

    Files that no build wrote give warnings, which count with --fail-on warning. With --reproduce some sheets
    are built again, the same ones on every machine.
    """
    folder, workspace = (output or root / "output").resolve(), Workspace(root=root)
    try:
        fonts.activate()
        known = read_output(folder)
        with progress_of("Verifying", len(known.entries)) as advance:
            problems = [*verify(known, advance)]
        if again:
            with progress_of("Building again", min(again, len(known.entries))) as advance:
                problems += _reproduced(known, workspace, again, advance)
    except (fonts.FontError, build.EngineError) as fault:
        raise click.ClickException(str(fault)) from fault
    print_problems(problems, workspace)
    sheets = known.entries
    if any(problem.severity.weight >= Severity(fail_on).weight for problem in problems):
        raise click.exceptions.Exit(1)
    pages = sum(entry.pages for entry in sheets.values())
    stale = sum(problem.code == "stale-sheet" for problem in problems)
    built = f"; {count(min(again, len(sheets)) - stale, 'sheet')} built again" if again else ""
    results_console().print(
        f"{count(len(sheets), 'sheet')} of {count(pages, 'page')}: all as they were built{built}"
    )


def _reproduced(output: OutputState, workspace: Workspace, most: int, advance: Advance) -> Iterator[Problem]:
    entries, library = sample(output.entries, most), load_library(workspace)
    toolchain = build.survey(library.workspace, fonts.activate().fingerprint, build.fallbacks_of(library))
    others = frozenset(build.sheets_of(library, build.Selection())) - entries.keys()
    drafts = build.draft_sheets(library, build.Selection(without=others), toolchain)
    yield from reproduce(drafts, entries, build.default_pool(), advance)
