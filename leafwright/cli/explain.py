"""`explain`: a rule's own page."""

import click

from leafwright.decode import suggest
from leafwright.rules.book import write_book, write_page
from leafwright.rules.rule import find_codes


@click.command
@click.argument("name", required=False)
@click.option(
    "--all", "everything", is_flag=True, help="Print the pages of all rules, as docs/rules.md has them."
)
def command(name: str | None, *, everything: bool) -> None:
    """Print what a rule finds, why, and examples; without a NAME, list the rules."""
    if everything:
        click.echo(write_book(), nl=False)
    elif name is None:
        click.echo("\n".join(find_codes()))
    elif name in find_codes():
        click.echo(write_page(name), nl=False)
    else:
        message = f"there is no rule '{name}': {suggest(name, tuple(find_codes()))}"
        raise click.UsageError(message)
