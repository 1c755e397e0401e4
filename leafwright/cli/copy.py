"""`copy`: put a bundled file into the workspace, to change it there."""

from pathlib import Path
from typing import Any

import click

from leafwright.cli.making import make_files
from leafwright.scaffold import KINDS, WantedCopy, copy_file


@click.command
@click.argument("kind", type=click.Choice([*KINDS]))
@click.argument("name", required=False)
@click.argument("phrases", nargs=-1)
@click.option("--as", "new", default="", metavar="NEW", help="Another name; for words, another language.")
@click.pass_obj
def command(root: Path, /, kind: str, name: str | None, **more: Any) -> None:
    """Copy a bundled file, which then takes its place; without NAME, list what there is.

    An edition or a look comes with its style. Of words, only the PHRASES that you name are copied, such as
    foot.clinic; without any, all of them as comments. For another language all are copied, to be translated.
    """
    if more["phrases"] and kind != "words":
        message = f"a {kind} is copied whole: name one, without phrases"
        raise click.UsageError(message)
    if more["new"] and not KINDS[kind].renamed:
        message = f"a {kind} keeps its name, by which pages find it"
        raise click.UsageError(message)
    if name is None:
        click.echo("\n".join(KINDS[kind].names))
    else:
        wanted = WantedCopy(kind=kind, name=name, **more)
        make_files(root, lambda workspace: copy_file(workspace, wanted))
