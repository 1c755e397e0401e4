"""Complete the names of topics and clinics in a shell."""

from collections.abc import Callable
from pathlib import Path

import click

from leafwright.workspace import Workspace

Complete = Callable[[click.Context, click.Parameter, str], list[str]]


def complete_folders(top: str) -> Complete:
    """Make the function that completes the names of the folders below one of the workspace's."""

    def complete(ctx: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
        root = ctx.find_root().params.get("workspace") or Path()
        names = (path.name for path in Workspace(root=Path(root).resolve()).folders(top))
        return [name for name in names if name.startswith(begun)]

    return complete
