"""`check`: every problem of the content, without rendering anything."""

from pathlib import Path

import click

from leafwright.batch import Selection, plan
from leafwright.cli.tell import count, for_results, tell_fault, tell_problems
from leafwright.library import load_library
from leafwright.problems import has_errors
from leafwright.workspace import Workspace


@click.command
@click.option("--quiet", is_flag=True, help="Tell problems, and nothing else.")
@click.option("--debug", is_flag=True, help="Show where an internal fault happened.")
@click.pass_obj
def command(root: Path, *, quiet: bool, debug: bool) -> None:
    """Read the whole workspace, settle every sheet and tell each problem; nothing is rendered."""
    library = load_library(Workspace(root=root))
    planned = plan(library, Selection())
    problems = [*library.problems, *planned.problems]
    problems += [problem for refusal in planned.refusals for problem in refusal.problems]
    tell_problems(problems, library.workspace)
    for refusal in planned.refusals:
        if refusal.fault and debug:
            tell_fault(refusal.fault)
    if has_errors(problems):
        raise click.exceptions.Exit(1)
    if not quiet:
        for_results().print(f"{count(len(planned.jobs), 'sheet')} can be built")
