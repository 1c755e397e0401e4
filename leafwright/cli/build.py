"""`build`: prove and publish sheets. A sealed build ends here, before anything heavy is loaded."""

from pathlib import Path
from typing import Any, get_args

import click

from leafwright.cache import cache_folder
from leafwright.cli.build_options import BuildOptions, PdfForm, WebForm
from leafwright.cli.completing import complete_folders
from leafwright.cli.console import print_problems, results_console
from leafwright.cli.language_tag import LANGUAGE_TAG
from leafwright.cli.named_path import NamedPath
from leafwright.cli.summary import Tally, explain_findings
from leafwright.seal import Seal, find_seal, survey_inputs
from leafwright.workspace import Workspace


@click.command
@click.argument("topics", metavar="[TOPIC]...", nargs=-1, shell_complete=complete_folders("handouts"))
@click.option(
    "--clinic",
    "clinics",
    multiple=True,
    metavar="NAME",
    help="Only this clinic.",
    shell_complete=complete_folders("clinics"),
)
@click.option("--variant", "variants", multiple=True, metavar="NAME", help="Only this variant, e.g. leaflet.")
@click.option(
    "--edition", "editions", multiple=True, metavar="NAME", help="Only this edition, e.g. standard."
)
@click.option(
    "--lang",
    "languages",
    multiple=True,
    type=LANGUAGE_TAG,
    metavar="NAME",
    help="Only this language, e.g. en-GB.",
)
@click.option("--paper", "papers", multiple=True, metavar="NAME", help="Only this paper, e.g. A4.")
@click.option("--force", is_flag=True, help="Also build sheets that have not changed.")
@click.option("--dry-run", is_flag=True, help="Print what would be built and why, and build nothing.")
@click.option(
    "--shard",
    metavar="I/N",
    help="Build the I-th of N shares of the sheets, so that N machines divide the work; see merge.",
)
@click.option(
    "--web",
    type=click.Choice(get_args(WebForm)),
    help="How web pages are written, instead of what clinics say: a fragment is the article alone.",
)
@click.option(
    "--pdf",
    type=click.Choice(get_args(PdfForm)),
    help="Which standards PDFs keep, instead of what clinics say: a-3a with PDF/UA-1, or ua-2 with PDF/A-4.",
)
@click.option("--explain", metavar="SHEET", help="Print which inputs of this sheet changed; build nothing.")
@click.option("--workers", type=click.IntRange(1, 61), help="How many processes.  [default: one per core]")
@click.option("--scheduler", metavar="ADDRESS", help="Build on a Dask cluster, e.g. tcp://host:8786.")
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
    help="The output folder.  [default: output/ in the workspace]",
)
@click.option("--quiet", is_flag=True, help="Print only problems.")
@click.option("--json", "as_json", is_flag=True, help="Print the result of each sheet as JSON.")
@click.option("--debug", is_flag=True, help="Show where an internal fault happened.")
@click.pass_obj
def command(root: Path, /, **given: Any) -> None:
    """Build all sheets, or those of the given topics and names.

    A sheet that has not changed is kept. A sheet that fails its proof is not written; its old file stays.
    Each of --clinic, --variant, --edition, --lang and --paper may be repeated.
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
    print_problems(seal.problems, Workspace(root=options.root))
    if not options.quiet:
        console = results_console()
        tally = Tally.of(seal.lines)
        console.print(tally.table())
        for line in explain_findings(tally.found):
            console.print(line)
        console.print(f"Open {options.start_page}")
