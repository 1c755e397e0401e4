"""An output folder of which nothing is known, told in one line."""

from pathlib import Path

from leafwright.cli.tell import for_findings
from leafwright.manifest import NAME, read_whole


def tell_damage(output: Path) -> None:
    """Say that nothing is known of an output folder, where its manifest cannot be read."""
    if read_whole(output).damage:
        for_findings().print(f"{output / NAME} is damaged: a build makes all again that it is asked for")
