"""The ladder that a sheet goes down until it fits: lines closer, then less space, then smaller type."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from leafwright.page_format import Limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rung: the shares of vertical space, of the type size and of the height of a line that are kept.

    `notes` is how many pages for notes there are.
    """

    space: float
    type_size: float
    leading: float = 1.0
    notes: int = 0

    @property
    def css(self) -> str:
        """Return the rung as custom properties, by which sizes in styles/ are multiplied and pages shown."""
        kept = {"space": self.space, "type": self.type_size, "leading": self.leading}
        shown = "".join(f"; --notes-{number}: block" for number in range(1, self.notes + 1))
        return f":root {{ {'; '.join(f'--fit-{name}: {share:g}' for name, share in kept.items())}{shown} }}"


LOOSEST: Final = Step(space=1.0, type_size=1.0)


def ladder(limit: Limit) -> Iterator[Step]:
    """Go down the rungs: first lines come closer, then space is reduced, then type, each down to its least.

    A sheet that is stretched keeps its lines apart until nothing is stretched.
    """
    full = next((space for space in limit.spaces if space <= 1), limit.spaces[-1])
    for space in limit.spaces:
        stretched, tight = space > full, space < full
        for leading in limit.leadings[:1] if stretched else limit.leadings[-1:] if tight else limit.leadings:
            yield Step(space=space, type_size=1.0, leading=leading)
    size = 1.0
    while size > limit.least_type:
        size = max(round(size - 0.02, 4), limit.least_type)
        yield Step(space=limit.spaces[-1], type_size=size, leading=limit.leadings[-1])
