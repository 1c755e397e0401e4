"""`merge`: merge the outputs of several machines."""

from collections.abc import Iterator
from pathlib import Path

import click

from leafwright.build import OutputError, Selection, ShardError, is_missing, locked, merge, sheets_of
from leafwright.catalogue import write_catalogue
from leafwright.cli.console import count, findings_console, results_console
from leafwright.cli.named_path import NamedPath
from leafwright.library import Library, load_library
from leafwright.manifest import OutputState, read_output
from leafwright.problems import ContentError
from leafwright.workspace import Workspace


@click.command
@click.argument("output", type=NamedPath(file_okay=False))
@click.argument("shards", nargs=-1, required=True, type=NamedPath(file_okay=False))
@click.pass_obj
def command(root: Path, output: Path, shards: tuple[Path, ...]) -> None:
    """Copy the sheets of `build --shard` from SHARDS into OUTPUT, with one manifest and one catalogue.

    Every file is compared with its manifest first. Shards that were built with different styles, code or
    versions are refused. A shard or a sheet that is missing is named, and gives status 1.
    """
    try:
        merge(output, shards)
        with locked(output):
            library = load_library(Workspace(root=root))
            write_catalogue(library, read_output(output))
    except (OutputError, ShardError, ContentError) as error:
        raise click.ClickException(str(error)) from error
    except OSError as fault:
        message = f"cannot write to {output}: {(fault.strerror or str(fault)).lower()}"
        raise click.ClickException(message) from fault
    merged = read_output(output)
    missing = [f"{shard}: no build wrote anything into it" for shard in shards if is_missing(shard)]
    missing += [f"{path}: it is in no shard" for path in _missing(library, merged)]
    findings_console().print("".join(f"missing  {line}\n" for line in missing), end="")
    held = f", {len(merged.withheld):,} withheld" if merged.withheld else ""
    results_console().print(
        f"{count(len(merged.entries), 'sheet')} of {count(len(shards), 'shard')} are in {output}{held}"
    )
    if missing:
        raise click.exceptions.Exit(1)


def _missing(library: Library, merged: OutputState) -> Iterator[str]:
    """List the sheets that clinics print, and that are neither there nor withheld."""
    known = merged.entries.keys() | {sheet.key for sheet in merged.withheld}
    yield from (key.path for key in sorted(sheets_of(library, Selection())) if key not in known)
