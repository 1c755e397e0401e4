"""A group of commands whose help says all of what each does."""

from typing import Final

import click

LONGEST: Final = 1000
"""More than any first sentence has; click cuts them to the width of the terminal."""


class WholeHelpGroup(click.Group):
    """Lists its commands with their whole first sentence, on as many lines as that takes."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands."""
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, command.get_short_help_str(LONGEST)) for name, command in commands if command]
        with formatter.section("Commands"):
            formatter.write_dl(rows)
