"""`schema`: JSON Schemas for editors."""

from pathlib import Path

import click

from leafwright.cli.named_path import NamedPath
from leafwright.library import load_library
from leafwright.problems import has_errors
from leafwright.schema import names_of, write_schemas
from leafwright.workspace import Workspace


@click.command
@click.argument("folder", metavar="[DIR]", required=False, type=NamedPath(file_okay=False))
@click.option(
    "--workspace",
    "of_workspace",
    is_flag=True,
    help="List the topics, clinics, departments, references and other names of this workspace.",
)
@click.pass_obj
def command(root: Path, folder: Path | None, *, of_workspace: bool) -> None:
    """Write the JSON Schemas that let editors complete, explain and check the YAML files.

    They go into DIR, or into schema/ of the workspace, to which the first line of each YAML file points. With
    --workspace they also complete the names that there are; `check` says when these are out of date.
    """
    library = load_library(Workspace(root=root)) if of_workspace else None
    names = names_of(library) if library else None
    try:
        for path in write_schemas(folder or root / "schema", names):
            click.echo(path)
        if library and has_errors(library.problems):
            click.echo("Some files cannot be read, so names may be missing: run `check`.", err=True)
    except OSError as fault:
        message = f"cannot write to {folder or root / 'schema'}: {(fault.strerror or str(fault)).lower()}"
        raise click.ClickException(message) from fault
