"""What was probably meant by a name that there is not."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final
from unicodedata import normalize

MOST_LISTED: Final = 12
"""So many names are listed when none is like the one that is wrong."""
FEWEST_LETTERS: Final = 2
"""So many letters that a name begins with are enough to find it by."""
_ALIKE: Final = 0.65
_JOINS: Final = re.compile(r"[\W_]+")


def suggest(word: str, known: Sequence[str], most: int = MOST_LISTED) -> str:
    """Say what was probably meant, or what there is to choose from, up to `most` names.

    Large and small letters, spaces, hyphens and underscores make no difference: `timeFrame` is `time-frame`.
    """
    small = {name.casefold(): name for name in reversed(known)}
    joined = {joined_up(name): name for name in reversed(known)}
    written = word.strip().casefold()
    same = small.get(written) or joined.get(joined_up(word))
    near = [same.casefold()] if same else get_close_matches(written, small, n=1, cutoff=_ALIKE)
    near = near or [name for name in small if len(written) >= FEWEST_LETTERS and name.startswith(written)]
    near = near or [name for name in small if len(written) > FEWEST_LETTERS and written in name]
    if near:
        return f"did you mean '{small[near[0]]}'?"
    if len(known) > most:
        return f"none of the {len(known)} there are is like it"
    return f"there are {', '.join(known)}" if known else ""


def joined_up(name: str) -> str:
    """Reduce a name to its letters and digits, in one size and one Unicode form."""
    return _JOINS.sub("", normalize("NFKC", name).casefold())
