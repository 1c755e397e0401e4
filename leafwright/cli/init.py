"""`init`: begin a workspace of one's own."""

import shlex
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click

from leafwright.cli.named_path import NamedPath
from leafwright.scaffold import (
    HOSTS,
    REQUIREMENTS,
    ScaffoldError,
    WorkspaceRequest,
    add_ci,
    find_wheel,
    new_workspace,
)

NONE: Final = "none"
LACKING: Final = (
    "requirements.txt does not name Leafwright itself, because its wheel is not on this machine: with the "
    "wheel, `leafwright upgrade --wheel FILE` adds it."
)


@click.command
@click.argument("folder", type=NamedPath(file_okay=False))
@click.option(
    "--ci",
    type=click.Choice([*HOSTS, NONE]),
    help="The host to write CI files for.  [default: github; none within a larger repository]",
)
@click.option(
    "--wheel",
    type=NamedPath(dir_okay=False, exists=True),
    metavar="FILE",
    help="The wheel of Leafwright to keep.  [default: the installed one]",
)
def command(folder: Path, ci: str | None, wheel: Path | None) -> None:
    """Begin a workspace in FOLDER: a clinic, a leaflet, and what makes them build alike everywhere.

    It builds at once; what is made up stands in square brackets. Nothing that is there is overwritten.
    With --ci a workspace that is there gets the CI files that it lacks.
    """
    folder = folder.resolve()
    try:
        request = WorkspaceRequest(
            folder=folder,
            host=None if ci == NONE else ci,
            wheel=find_wheel(wheel),
            today=datetime.now(tz=UTC).date(),
        )
        if ci is None and request.repository == folder:
            request = request.with_host(HOSTS[0])
        adds = request.is_there and ci in HOSTS
        written, kept = add_ci(request) if adds else (new_workspace(request), ())
    except ScaffoldError as error:
        raise click.UsageError(str(error)) from error
    except OSError as fault:
        message = f"cannot write to {folder}: {(fault.strerror or str(fault)).lower()}"
        raise click.ClickException(message) from fault
    lines = [f"wrote {_near(path)}" for path in written] + [f"kept {_near(path)} as it was" for path in kept]
    lines += [LACKING] if request.wheel is None and folder / REQUIREMENTS in written else []
    lines += [] if adds else _next(request, ci)
    click.echo("\n".join(lines))


def _next(request: WorkspaceRequest, ci: str | None) -> list[str]:
    """Say what to do with a new workspace, and what it has not got."""
    lines = [
        f"Next: cd {shlex.quote(_near(request.folder))}, then `leafwright build`. README.md says the rest."
    ]
    if ci is None and request.host is None:
        lines.insert(
            0, f"No CI files: {request.folder} is within {request.repository}. With --ci they go there."
        )
    return lines


def _near(path: Path) -> str:
    """Name a path from here, if it is below this folder."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
