"""A damaged manifest, reported in one line."""

from leafwright.cli.tell import for_findings
from leafwright.manifest import MANIFEST, OutputState


def tell_damage(output: OutputState) -> None:
    """Say that the manifest of an output folder cannot be read, if so."""
    if output.damage:
        path = output.folder / MANIFEST
        for_findings().print(f"{path} is damaged: a build makes all again that it is asked for")
