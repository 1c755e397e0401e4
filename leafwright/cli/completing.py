"""Complete the names of topics, clinics and examples in a shell."""

from collections.abc import Callable
from pathlib import Path

import click

from leafwright.resources import shared
from leafwright.workspace import Workspace

Complete = Callable[[click.Context, click.Parameter, str], list[str]]


def complete_folders(top: str) -> Complete:
    """Make the function that completes the names of the folders below one of the workspace's."""

    def complete(ctx: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
        root = ctx.find_root().params.get("workspace") or Path()
        names = (path.name for path in Workspace(root=Path(root).resolve()).folders(top))
        return [name for name in names if name.startswith(begun)]

    return complete


def complete_examples(_ctx: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Complete the leaflets of the gallery and the kinds of sheet that it has."""
    kinds = sorted(path.stem for path in (shared("templates") / "variants").glob("*.yaml"))
    leaflets = (path.name for path in Workspace(root=shared("gallery")).folders("handouts"))
    return [name for name in (*kinds, *leaflets) if name.startswith(begun)]
