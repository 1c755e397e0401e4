"""`doctor`: say what this machine lacks."""

import click

from leafwright import doctor
from leafwright.licences import list_licences
from leafwright.resources import shared
from leafwright.scaffold.wheels import LOCK, find_unlocked


@click.command
@click.option("--licences", is_flag=True, help="List the licence of every installed package instead.")
def command(*, licences: bool) -> None:
    """Say what this machine lacks and how to get it."""
    if licences:
        click.echo("\n".join(list_licences()))
        return
    checks = doctor.diagnose()
    for check in checks:
        click.echo(str(check))
    if others := ", ".join(find_unlocked(shared(LOCK))):
        click.echo(f"other    packages: {others}; the requirements.txt of a folder has those of the lock")
    if not all(check.ok for check in checks):
        raise click.exceptions.Exit(1)
