"""`new`: create a clinic or a handout."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

import click

from leafwright import build
from leafwright.cli.completing import complete_examples, complete_folders
from leafwright.cli.console import on_a_terminal, print_problems
from leafwright.cli.language_tag import LANGUAGE_TAG
from leafwright.cli.making import make_files
from leafwright.cli.whole_help import WholeHelpGroup
from leafwright.fonts import FAMILIES
from leafwright.library import load_library
from leafwright.problems import Severity
from leafwright.scaffold import CLINIC_ANSWERS, HANDOUT_ANSWERS, begin_brand, new_clinic, new_handout
from leafwright.workspace import Workspace

BRANDED: Final = frozenset({"primary", "family"})
"""What a brand file says, so that nobody is asked for it."""


@click.group(cls=WholeHelpGroup)
def command() -> None:
    """Create a clinic or a handout: a folder that builds at once, ready for your own words."""


@command.command
@click.argument("name")
@click.option(
    "--part-of",
    metavar="CLINIC",
    shell_complete=complete_folders("clinics"),
    help="The clinic that it is part of: only what differs is written.",
)
@click.option("--title", help="What the clinic is called, in full.")
@click.option("--department", help="The department that prints the leaflets.")
@click.option("--phone", help="The department's number, as it is printed.")
@click.option("--paper", metavar="[A4|Letter|Legal]", help="The paper in the printer.")
@click.option("--language", type=LANGUAGE_TAG, help="The words and spelling, e.g. en-GB.")
@click.option("--primary", metavar="#RRGGBB", help="The colour of the brand.")
@click.option("--family", metavar="NAME", help=f"The type: {', '.join(FAMILIES)}.")
@click.option(
    "--brand",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A _brand.yml or a logo to begin with; may be repeated.",
)
@click.pass_obj
def clinic(root: Path, /, name: str, brand: tuple[Path, ...], **answers: str | None) -> None:
    """Make clinics/NAME with contacts, decisions, colours and a logo; a fact that you do not give stays open.

    On a terminal it asks for what no option says. With --part-of, what you do not give is taken from CLINIC.
    """
    asked = {option: words for option, words in CLINIC_ANSWERS.items() if not (brand and option in BRANDED)}
    known = _ask(answers, asked)

    def make(workspace: Workspace) -> tuple[str, ...]:
        start = begin_brand(brand, known)
        written = new_clinic(workspace, name, known, start)
        click.echo("".join(f"{line}\n" for line in start.account), nl=False)
        return written

    make_files(root, make)


@command.command
@click.argument("name")
@click.option(
    "--like",
    metavar="TOPIC",
    shell_complete=complete_examples,
    help="A leaflet of the gallery, or a kind of sheet such as medicine.",
)
@click.option("--title", help="What the leaflet is called.")
@click.option("--reference", help="Its code, which no other leaflet has.")
@click.option("--owner", help="The team that writes it.")
@click.pass_obj
def handout(root: Path, /, name: str, **answers: str | None) -> None:
    """Make handouts/NAME with every kind of block, and a word on what each is for.

    With --like it is a draft of a made-up leaflet of the gallery, with pictures and sources, to rewrite. On a
    terminal it asks for what no option says.
    """
    known = _ask(answers, HANDOUT_ANSWERS)
    today = datetime.now(tz=UTC).date()
    make_files(root, lambda workspace: new_handout(workspace, name, today, known))
    library = load_library(Workspace(root=root))
    unprinted = build.find_unprinted(library, build.Selection(topics=(name,)))
    print_problems((replace(problem, severity=Severity.WARNING) for problem in unprinted), library.workspace)


def _ask(answers: Mapping[str, str | None], asked: Mapping[str, str]) -> dict[str, str]:
    """Ask on a terminal for options that are missing; an empty answer keeps the invented value."""
    known = {name.replace("_", "-"): answer for name, answer in answers.items() if answer}
    if not on_a_terminal():
        return known
    for name in asked:
        kind = LANGUAGE_TAG if name == "language" else str
        ask = partial(click.prompt, name.capitalize(), default="", show_default=False, type=kind)
        if name not in known and (answer := ask()):
            known[name] = answer
    return known
