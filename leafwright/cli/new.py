"""`new`: begin a clinic or a handout."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from leafwright.scaffold import ScaffoldError, new_clinic, new_handout
from leafwright.schema import write_schemas
from leafwright.workspace import Workspace


@click.group
def command() -> None:
    """Begin a clinic or a handout: a folder that builds at once, ready for your own words."""


@command.command
@click.argument("name")
@click.pass_obj
def clinic(root: Path, name: str) -> None:
    """Make clinics/NAME with contacts, decisions, colours and a logo, all of them made up."""
    _make(root, lambda workspace: new_clinic(workspace, name))


@command.command
@click.argument("name")
@click.pass_obj
def handout(root: Path, name: str) -> None:
    """Make handouts/NAME with every kind of block, and a word on what each is for."""
    today = datetime.now(tz=UTC).date()
    _make(root, lambda workspace: new_handout(workspace, name, today))


def _make(root: Path, make: Callable[[Workspace], tuple[str, ...]]) -> None:
    """Make a folder and tell what was written; a workspace without schemas is given them for its editor."""
    try:
        written = make(Workspace(root=root))
        if not (root / "schema").exists():
            written += tuple(path.relative_to(root).as_posix() for path in write_schemas(root / "schema"))
    except ScaffoldError as error:
        raise click.UsageError(str(error)) from error
    except OSError as fault:
        message = f"cannot write below {root}: {(fault.strerror or str(fault)).lower()}"
        raise click.ClickException(message) from fault
    click.echo("\n".join(f"wrote {name}" for name in written))
    click.echo("Put your own words in, then run `check`.")
