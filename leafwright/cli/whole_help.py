"""A group of commands whose help says all of what each does, and which knows what a slip meant."""

from collections.abc import Iterable
from typing import Final

import click

LONGEST: Final = 1000
"""More than any first sentence has; click cuts them to the width of the terminal."""


class WholeHelpGroup(click.Group):
    """Lists its commands with their whole first sentence, on as many lines as that takes."""

    def list_summaries(self, ctx: click.Context) -> Iterable[tuple[str, str]]:
        """List each command with the first sentence of its help."""
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        return [(name, command.get_short_help_str(LONGEST)) for name, command in commands if command]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands."""
        with formatter.section("Commands"):
            formatter.write_dl([*self.list_summaries(ctx)])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; for a name that is none, propose the nearest."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches  # noqa: PLC0415  # only a mistake needs it

            for name in get_close_matches(args[0], self.list_commands(ctx), n=1):
                raise click.UsageError(f"{error.message} Did you mean '{name}'?", ctx) from error
            raise
