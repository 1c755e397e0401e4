"""`copy`: put a bundled file into the workspace, to change it there."""

from pathlib import Path

import click

from leafwright.cli.making import make_files
from leafwright.scaffold import KINDS, copy_file


@click.command
@click.argument("kind", type=click.Choice([*KINDS]))
@click.argument("name", required=False)
@click.argument("phrases", nargs=-1)
@click.pass_obj
def command(root: Path, /, kind: str, name: str | None, phrases: tuple[str, ...]) -> None:
    """Copy a bundled file, which then takes its place; without NAME, list what there is.

    Of words, only the PHRASES that you name are copied, such as foot.clinic; without any, all of them as
    comments.
    """
    if phrases and kind != "words":
        message = f"a {kind} is copied whole: name one, without phrases"
        raise click.UsageError(message)
    if name is None:
        click.echo("\n".join(KINDS[kind].names))
    else:
        wanted = name
        make_files(root, lambda workspace: (copy_file(workspace, kind, wanted, phrases),))
