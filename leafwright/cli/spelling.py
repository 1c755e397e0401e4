"""What `check --spelling` needs, and what it says of languages without a dictionary."""

import click

from leafwright.cli.console import findings_console
from leafwright.library import Library
from leafwright.resources import how_to_add
from leafwright.spelling import FOLDER, SpellCheckers, missing_packages, names_of


def require_dictionaries() -> None:
    """Say how to install the dictionaries, if they are not there."""
    if missing := missing_packages():
        message = f"the check of the spelling needs {missing[0]}: {how_to_add('spelling', 'spelling')}"
        raise click.ClickException(message)


def begin_spelling(library: Library) -> SpellCheckers:
    """Begin to check the spelling of a whole library."""
    return SpellCheckers.of(library.workspace, names_of(library.clinics))


def print_unspelled(spellers: SpellCheckers) -> None:
    """Say once which languages have no dictionary."""
    if missing := spellers.missing:
        files = f"{FOLDER}/{missing[0]}.dic and {missing[0]}.aff"
        languages = ", ".join(missing)
        findings_console().print(f"No dictionary of {languages}: put one in the form of Hunspell at {files}")
