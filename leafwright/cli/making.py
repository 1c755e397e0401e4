"""Make files in a workspace and tell which."""

from collections.abc import Callable
from pathlib import Path

import click

from leafwright.scaffold import ScaffoldError
from leafwright.schema import lists_names, write_workspace_schemas
from leafwright.workspace import Workspace


def make_files(root: Path, make: Callable[[Workspace], tuple[str, ...]]) -> None:
    """Make files and tell their names; editors are given schemas, which list the new name too."""
    try:
        written = make(Workspace(root=root))
        if not (root / "schema").exists():
            written += tuple(path.relative_to(root).as_posix() for path in write_workspace_schemas(root))
        elif lists_names(root):
            write_workspace_schemas(root)
    except ScaffoldError as error:
        raise click.UsageError(str(error)) from error
    except OSError as fault:
        message = f"cannot write below {root}: {(fault.strerror or str(fault)).lower()}"
        raise click.ClickException(message) from fault
    click.echo("\n".join(f"wrote {name}" for name in written))
    click.echo("Put your own words in, then run `check`.")
