"""`python -m tools.commands`: write docs/commands.md, what `--help` says of every command."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from leafwright.cli import cli

TARGET: Final = Path(__file__).resolve().parents[1] / "docs" / "commands.md"
WIDTH: Final = 100
HEAD: Final = """<!-- Made by `python -m tools.commands`; do not edit. -->

# Commands

In a checkout, write `python generate.py` for `leafwright`. `leafwright COMMAND --help` says the same as this
page. [The shell completes](own-folder.md#install-the-wheel) commands, options and names.
"""


def commands(command: click.Command, above: click.Context | None, name: str) -> Iterator[click.Context]:
    """Go through a command and those below it, each in a context that knows its whole name."""
    settings = {**command.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    with click.Context(command, above, name, **settings) as context:
        yield context
        if isinstance(command, click.Group):
            for below in command.list_commands(context):
                found = command.get_command(context, below)
                assert found is not None  # noqa: S101  # it is of the group's own list
                yield from commands(found, context, below)


def write_page() -> str:
    """Write the page."""
    parts = [HEAD]
    for context in commands(cli, None, "leafwright"):
        if context.parent is not None:
            parts.append(f"## {context.command_path.removeprefix('leafwright ')}\n")
        parts.append(f"```text\n{context.get_help()}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    TARGET.write_text(write_page(), "utf-8")
