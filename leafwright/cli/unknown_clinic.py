"""Refuse the name of a clinic that prints nothing, with the one that was probably meant."""

import click

from leafwright.decode import suggest
from leafwright.library import Library


def unknown_clinic(library: Library, clinic: str) -> click.UsageError:
    """Make the exception for a name that is that of no clinic, or of one that prints nothing itself."""
    printing = tuple(folder.id for folder in library.clinics)
    if clinic in library.lineages:
        sites = [name for name in printing if clinic in library.lineages[name]]
        return click.UsageError(
            f"'{clinic}' prints nothing itself: choose one of its sites: {', '.join(sites)}"
        )
    hint = suggest(clinic, printing) if printing else "make one: new clinic NAME"
    return click.UsageError(f"there is no clinic '{clinic}': {hint}")
