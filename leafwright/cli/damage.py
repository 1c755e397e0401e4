"""An output folder of which nothing is known, told in one line."""

from leafwright.cli.tell import for_findings
from leafwright.manifest import MANIFEST, OutputState


def tell_damage(output: OutputState) -> None:
    """Say that nothing is known of an output folder, where its manifest cannot be read."""
    if output.damage:
        path = output.folder / MANIFEST
        for_findings().print(f"{path} is damaged: a build makes all again that it is asked for")
