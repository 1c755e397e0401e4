"""A damaged manifest, reported in one line."""

from leafwright.cli.console import findings_console
from leafwright.manifest import MANIFEST, OutputState


def print_damage(output: OutputState) -> None:
    """Say that the manifest of an output folder cannot be read, if so."""
    if output.damage:
        path = output.folder / MANIFEST
        findings_console().print(f"{path} is damaged: a build makes every chosen sheet again")
