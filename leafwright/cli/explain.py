"""`explain`: print the page of a rule, or what another code means."""

import click

from leafwright.codes import read_codes, write_code
from leafwright.decode import suggest
from leafwright.rules.book import write_book, write_page
from leafwright.rules.rule import find_codes


def _complete(_ctx: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    return sorted(code for code in {*find_codes(), *read_codes()} if code.startswith(begun))


@click.command
@click.argument("name", metavar="[CODE]", required=False, shell_complete=_complete)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Print the pages of all rules, as `leafwright docs rules` has them.",
)
def command(name: str | None, *, everything: bool) -> None:
    """Explain the CODE of a message: what it means, why, and what to do. Without CODE, list all codes.

    The rules come first, each with its page and examples, then the codes of everything else.
    """
    if everything:
        click.echo(write_book(), nl=False)
    elif name is None:
        click.echo("\n".join([*find_codes(), "", *sorted(read_codes())]))
    else:
        click.echo("\n".join(_pages(name)), nl=False)


def _pages(name: str) -> list[str]:
    """Return the pages of a code; both a rule and a sheet may report a missing phrase."""
    code = name.strip().lower().rstrip(":")
    pages = [write_page(code)] if code in find_codes() else []
    pages += [write_code(code)] if code in read_codes() else []
    if not pages:
        message = f"there is no code '{name}': {suggest(code, tuple({*find_codes(), *read_codes()}))}"
        raise click.UsageError(message)
    return pages
