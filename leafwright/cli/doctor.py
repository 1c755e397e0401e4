"""`doctor`: say what this machine lacks."""

import click

from leafwright import doctor
from leafwright.licences import list_licences


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
    if not all(check.ok for check in checks):
        raise click.exceptions.Exit(1)
