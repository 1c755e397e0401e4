"""The command line: one module for each command, loaded only when the command is used."""

import os
import signal
import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Final, NoReturn

import click

import leafwright
from leafwright.cli.named_path import NamedPath
from leafwright.cli.whole_help import WholeHelpGroup
from leafwright.resources import PACKAGE

COMMANDS: Final = {
    "brand": "Make one PDF of everything that CLINIC's brand decides.",
    "build": "Build all sheets, or those of the given topics and names.",
    "check": "Read all leaflets, or the given topics, as a careful editor would, and report each problem.",
    "clinic": "Print everything that the clinic NAME says and inherits, and the file and line of each.",
    "copy": "Copy a bundled file, which then takes its place; without NAME, list what there is.",
    "decisions": "Print the answers of CLINIC, or of every clinic, to what handouts leave to it.",
    "docs": "Print a PAGE of the documentation; without PAGE, list all pages.",
    "doctor": "Say what this machine lacks and how to get it.",
    "explain": "Explain the CODE of a message: what it means, why, and what to do.",
    "init": "Begin a workspace in FOLDER: a clinic, a leaflet, and what makes them build alike everywhere.",
    "merge": "Copy the sheets of `build --shard` from SHARDS into OUTPUT, with one manifest and one "
    "catalogue.",
    "new": "Create a clinic or a handout: a folder that builds at once, ready for your own words.",
    "preview": "Show TOPIC in a browser as it will be printed, and rebuild it after each change.",
    "schema": "Write the JSON Schemas that let editors complete, explain and check the YAML files.",
    "status": "Print for every handout its version, dates, approval, sources, readability, languages and "
    "sheets.",
    "translate": "Begin the translation of TOPIC into LANGUAGE, or update it to the English text.",
    "upgrade": "Renew requirements.txt, wheels/, schema/ and the set-up of CI for the installed release.",
    "verify": "Check that every file is there and unchanged, and that every sheet has its pages and "
    "conforms.",
}
"""The commands with the first sentence of their help, which is listed without loading them."""
ALONE: Final = ("docs", "doctor", "explain", "init")
"""The commands that read no workspace."""
INTERRUPTED: Final = 130
"""What a shell expects of a command that was ended with Ctrl-C: 128 and the number of the signal."""


class LazyGroup(WholeHelpGroup):
    """Finds a command in the module of its name, and ends quietly on Ctrl-C."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """List the commands."""
        return list(COMMANDS)

    def list_summaries(self, ctx: click.Context) -> Iterable[tuple[str, str]]:  # noqa: ARG002  # click's context
        """List each command with the first sentence of its help, loading none."""
        return COMMANDS.items()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        """Load a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"leafwright.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; after Ctrl-C every file is complete."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo(
                "Stopped. Every file written so far is whole; the next build goes on from here.", err=True
            )
            ctx.exit(INTERRUPTED)


def _show_version(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:  # noqa: FBT001  # click's signature
    if asked:
        click.echo(f"leafwright, version {leafwright.__version__}")
        ctx.exit()


@click.group(
    cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)
@click.option(
    "--workspace",
    type=NamedPath(file_okay=False, exists=True),
    help="The folder that holds handouts/ and clinics/. [default: this one]",
)
@click.pass_context
def cli(ctx: click.Context, workspace: Path | None) -> None:
    """Turn leaflet content kept as YAML into clinic-ready, accessible PDF leaflets.

    Without a command the whole library is built. Begin with `leafwright init FOLDER`; `leafwright docs` lists
    the pages that explain the rest.
    """
    ctx.obj = _root(workspace)
    if not workspace and ctx.obj == PACKAGE.parent != Path.cwd() and ctx.invoked_subcommand not in ALONE:
        click.echo(f"There is no folder handouts here: reading the library in {ctx.obj}", err=True)
    if ctx.invoked_subcommand is None:
        ctx.invoke(import_module("leafwright.cli.build").command)


def main() -> None:
    """Run the command line; a signal to end, such as that of a cancelled CI job, counts as Ctrl-C."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that has no Arabic, for example, gets the codes of the letters.
            stream.reconfigure(errors="backslashreplace")
    try:
        cli()
    except OSError as fault:
        _end_without_output(fault)


def _end_without_output(fault: OSError) -> NoReturn:
    """Print an error of the system in one line, such as a full disk behind standard output."""
    with suppress(OSError, ValueError):
        # Otherwise Python would try again to write what is in the buffer when it exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    named = f"{fault.filename}: " if fault.filename else ""
    click.echo(f"Error: {named}{(fault.strerror or str(fault)).lower()}", err=True)
    sys.exit(1)


def _root(asked: Path | None) -> Path:
    """Return the workspace: the given one, this folder, or the checkout that this program runs from."""
    if asked:
        return asked.resolve()
    try:
        here = Path.cwd()
    except FileNotFoundError as gone:
        message = "this folder is gone: change to another one, or use --workspace DIR"
        raise click.UsageError(message) from gone
    if not (here / "handouts").is_dir() and (PACKAGE.parent / "handouts").is_dir():
        return PACKAGE.parent
    return here.resolve()
