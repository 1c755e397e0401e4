"""Levers: what makes the engine faster and changes no byte, a file each.

Each replaces a function of the engine wherever that is called by its name. They were written for one version
of the engine, and any other works without them, more slowly.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import weasyprint

from leafwright.pdf.engine import (
    cascade,
    flow,
    lines,
    pages,
    paths,
    percent,
    placed,
    solved,
    struts,
    styles,
    values,
)
from leafwright.pdf.engine.lever import Lever

VERSION: Final = "70.0"
"""The version whose functions the levers replace."""
SWITCH: Final = "LEAFWRIGHT_LEVERS"
"""The variable of the environment that leaves the engine as it is, if it is `off`."""
LEVERS: Final[tuple[Lever, ...]] = (
    lines.LEVER,
    struts.LEVER,
    values.LEVER,
    cascade.LEVER,
    styles.LEVER,
    percent.LEVER,
    flow.LEVER,
    paths.LEVER,
    solved.VARIABLES,
    solved.VALUES,
    solved.SUMS,
    placed.FILLED,
    placed.LEAST,
    placed.MOST,
    pages.WATCHED,
    pages.INTERRUPTED,
)


def pull_levers() -> None:
    """Make the engine of this process faster, if it is the version that the levers were written for."""
    if weasyprint.__version__ == VERSION and os.environ.get(SWITCH) != "off":
        for lever in LEVERS:
            lever.pull()


def forget_sheet() -> None:
    """Forget what is kept for one sheet."""
    lines.forget_lines()
    cascade.forget_cascades()
    solved.forget_solved()


@contextmanager
def levers_released() -> Iterator[None]:
    """Leave the engine as it is for a while."""
    pulled = [lever for lever in LEVERS if lever.is_pulled]
    for lever in LEVERS:
        lever.release()
    try:
        yield
    finally:
        for lever in pulled:
            lever.pull()
