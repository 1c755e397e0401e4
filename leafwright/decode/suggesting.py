"""Suggest what was probably meant by an unknown name."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final
from unicodedata import normalize

MOST_LISTED: Final = 12
"""How many names are listed at most when none is like the wrong one."""
FEWEST_LETTERS: Final = 2
"""How many letters of a name's beginning are enough to find it."""
_ALIKE: Final = 0.65
_JOINS: Final = re.compile(r"[\W_]+")


def suggest(word: str, known: Sequence[str], most: int = MOST_LISTED) -> str:
    """Return a hint: the name that was probably meant, or all known names if there are at most `most`."""
    if meant := find_meant(word, known):
        return f"did you mean '{meant}'?"
    if len(known) > most:
        return f"none of the {len(known)} known ones is like it"
    return f"there are {', '.join(known)}" if known else ""


def find_meant(word: str, known: Sequence[str]) -> str:
    """Return the known name that was probably meant, or nothing.

    Capitals, spaces, hyphens and underscores make no difference: `timeFrame` finds `time-frame`.
    """
    small = {name.casefold(): name for name in reversed(known)}
    joined = {joined_up(name): name for name in reversed(known)}
    written = word.strip().casefold()
    same = small.get(written) or joined.get(joined_up(word))
    near = [same.casefold()] if same else get_close_matches(written, small, n=1, cutoff=_ALIKE)
    near = near or [name for name in small if len(written) >= FEWEST_LETTERS and name.startswith(written)]
    near = near or [name for name in small if len(written) > FEWEST_LETTERS and written in name]
    return small[near[0]] if near else ""


def plain_key(name: str) -> str:
    """Write a name in small letters without accents, with a hyphen between its words."""
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


def joined_up(name: str) -> str:
    """Reduce a name to its letters and digits, in small letters and one Unicode form."""
    return _JOINS.sub("", normalize("NFKC", name).casefold())
