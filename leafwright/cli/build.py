"""`build`: prove and publish sheets. A sealed build ends here, before anything heavy is loaded."""

from pathlib import Path
from typing import Any

import click

from leafwright.cache import cache_folder
from leafwright.cli.build_options import BuildOptions
from leafwright.cli.named_path import NamedPath
from leafwright.cli.summary import Tally, tell_found
from leafwright.cli.tell import for_results, tell_problems
from leafwright.seal import Seal, find_seal, survey_inputs
from leafwright.workspace import Workspace


@click.command
@click.argument("topics", metavar="[TOPIC]...", nargs=-1)
@click.option("--clinic", "clinics", multiple=True, metavar="NAME", help="Only this clinic.")
@click.option("--variant", "variants", multiple=True, metavar="NAME", help="Only this variant: leaflet, say.")
@click.option(
    "--edition", "editions", multiple=True, metavar="NAME", help="Only this edition: standard, say."
)
@click.option("--lang", "languages", multiple=True, metavar="NAME", help="Only this language: en-GB, say.")
@click.option("--force", is_flag=True, help="Build what has not changed, too.")
@click.option("--dry-run", is_flag=True, help="Say what would be built and why, and build nothing.")
@click.option(
    "--shard", metavar="I/N", help="Build the I-th of N parts, for a matrix of machines; see merge."
)
@click.option("--explain", metavar="SHEET", help="Say which inputs of this sheet changed; build nothing.")
@click.option("--workers", type=click.IntRange(1, 61), help="How many processes.  [default: one a core]")
@click.option("--scheduler", metavar="ADDRESS", help="Build on the Dask cluster there, tcp://host:8786 say.")
@click.option(
    "--time-limit", type=click.FloatRange(1), default=120, help="Seconds a sheet may take.  [default: 120]"
)
@click.option(
    "--memory-limit", type=click.IntRange(512), default=4096, help="MiB a process may use.  [default: 4096]"
)
@click.option(
    "--output",
    type=NamedPath(),
    metavar="DIR",
    help="Where to.  [default: output/ in the workspace]",
)
@click.option("--quiet", is_flag=True, help="Tell problems, and nothing else.")
@click.option("--json", "as_json", is_flag=True, help="Tell what became of each sheet as JSON.")
@click.option("--debug", is_flag=True, help="Show where an internal fault happened.")
@click.pass_obj
def command(root: Path, /, **given: Any) -> None:
    """Build sheets: all of them, or those of the topics and names given.

    A sheet that has not changed is kept. One that fails its proof is not written; its old file stays.
    Each of --clinic, --variant, --edition and --lang may be repeated.
    """
    options = BuildOptions(root=root, **given)
    inputs = survey_inputs(root) if options.whole else None
    if inputs and (seal := find_seal(cache_folder(), options.folder, inputs.fingerprint)):
        _tell(seal, options)
        return
    from leafwright.cli import building  # noqa: PLC0415  # half a second that a sealed build need not wait for

    building.carry_out(options, inputs)


def _tell(seal: Seal, options: BuildOptions) -> None:
    """Report the results that a seal has kept."""
    tell_problems(seal.problems, Workspace(root=options.root))
    if not options.quiet:
        console = for_results()
        tally = Tally.of(seal.lines)
        console.print(tally.table())
        for line in tell_found(tally.found):
            console.print(line)
        console.print(f"Open {options.door}")
