"""Paths as they are typed: an empty one is what a variable of the shell leaves that was never set."""

from pathlib import Path
from typing import Any

import click


class NamedPath(click.Path):
    """A path that names something; without a name the folder one happens to stand in would be meant."""

    def __init__(self, **given: Any) -> None:
        """Take what click's own path takes."""
        super().__init__(path_type=Path, **given)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse an empty path; name this folder by a full stop."""
        if not str(value):
            self.fail("it is empty; write `.` for this folder", param, ctx)
        return super().convert(value, param, ctx)
