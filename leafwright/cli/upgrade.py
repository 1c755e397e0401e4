"""`upgrade`: move a workspace to the release that is installed."""

from pathlib import Path

import click

from leafwright.cli.named_path import NamedPath
from leafwright.scaffold import ScaffoldError, find_wheel, renew_workspace


@click.command
@click.option(
    "--wheel",
    type=NamedPath(dir_okay=False, exists=True),
    metavar="FILE",
    help="The wheel of this release to keep.  [default: the installed one]",
)
@click.pass_obj
def command(root: Path, wheel: Path | None) -> None:
    """Renew requirements.txt, wheels/, schema/ and the set-up of CI for the installed release.

    Content, and the CI files that call the set-up, stay as they are.
    """
    try:
        written = renew_workspace(root, find_wheel(wheel))
    except ScaffoldError as error:
        raise click.ClickException(str(error)) from error
    except OSError as fault:
        message = f"cannot write below {root}: {(fault.strerror or str(fault)).lower()}"
        raise click.ClickException(message) from fault
    click.echo("".join(f"wrote {path}\n" for path in written), nl=False)
