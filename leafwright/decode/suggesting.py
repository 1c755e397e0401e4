"""What was probably meant by a name that there is not."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

MOST_LISTED: Final = 12
"""So many names are listed when none is like the one that is wrong."""
FEWEST_LETTERS: Final = 2
"""So many letters that a name begins with are enough to find it by."""


def suggest(word: str, known: Sequence[str]) -> str:
    """Say what was probably meant, or what there is to choose from."""
    small = {name.casefold(): name for name in reversed(known)}
    written = word.strip().casefold()
    near = [written] if written in small else get_close_matches(written, small, n=1, cutoff=0.6)
    near = near or [name for name in small if len(written) >= FEWEST_LETTERS and name.startswith(written)]
    near = near or [name for name in small if len(written) > FEWEST_LETTERS and written in name]
    if near:
        return f"did you mean '{small[near[0]]}'?"
    if len(known) > MOST_LISTED:
        return f"none of the {len(known)} there are is like it"
    return f"there are {', '.join(known)}" if known else ""
