"""Paths on the command line: an empty one usually comes from a shell variable that was never set."""

from pathlib import Path
from typing import Any

import click


class NamedPath(click.Path):
    """A path that is not empty, because an empty one would mean the current folder."""

    def __init__(self, **given: Any) -> None:
        """Take the arguments of click's own path."""
        super().__init__(path_type=Path, **given)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse an empty path; the current folder is written as a full stop."""
        if not str(value):
            self.fail("it is empty; write `.` for this folder", param, ctx)
        return super().convert(value, param, ctx)
