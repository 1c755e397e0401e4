"""`merge`: merge the outputs of several machines."""

from pathlib import Path

import click

from leafwright.build import OutputError, ShardError, locked, merge
from leafwright.catalogue import write_catalogue
from leafwright.cli.console import count, results_console
from leafwright.cli.named_path import NamedPath
from leafwright.library import load_library
from leafwright.manifest import read_output
from leafwright.problems import ContentError
from leafwright.workspace import Workspace


@click.command
@click.argument("output", type=NamedPath(file_okay=False))
@click.argument("shards", nargs=-1, required=True, type=NamedPath(exists=True, file_okay=False))
@click.pass_obj
def command(root: Path, output: Path, shards: tuple[Path, ...]) -> None:
    """Copy the sheets of `build --shard` from SHARDS into OUTPUT, with one manifest and one catalogue.

    Every file is compared with its manifest first. Shards that were built with different styles, code or
    versions are refused.
    """
    try:
        entries = merge(output, shards)
        with locked(output):
            write_catalogue(load_library(Workspace(root=root)), read_output(output))
    except (OutputError, ShardError, ContentError) as error:
        raise click.ClickException(str(error)) from error
    except OSError as fault:
        message = f"cannot write to {output}: {(fault.strerror or str(fault)).lower()}"
        raise click.ClickException(message) from fault
    results_console().print(
        f"{count(len(entries), 'sheet')} of {count(len(shards), 'shard')} are in {output}"
    )
