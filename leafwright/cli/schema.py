"""`schema`: JSON Schemas for editors."""

from pathlib import Path

import click

from leafwright.cli.named_path import NamedPath
from leafwright.schema import write_schemas


@click.command
@click.argument("folder", metavar="[DIR]", required=False, type=NamedPath(file_okay=False))
@click.pass_obj
def command(root: Path, folder: Path | None) -> None:
    """Write the JSON Schemas that let editors complete and check the YAML files.

    They go into DIR, or into schema/ of the workspace, to which the first line of each YAML file points.
    """
    try:
        for path in write_schemas(folder or root / "schema"):
            click.echo(path)
    except OSError as fault:
        message = f"cannot write to {folder or root / 'schema'}: {(fault.strerror or str(fault)).lower()}"
        raise click.ClickException(message) from fault
