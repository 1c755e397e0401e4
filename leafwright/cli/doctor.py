"""`doctor`: say what this machine lacks."""

import click

from leafwright import doctor


@click.command
def command() -> None:
    """Say what this machine lacks and how to get it."""
    checks = doctor.diagnose()
    for check in checks:
        click.echo(str(check))
    if not all(check.ok for check in checks):
        raise click.exceptions.Exit(1)
