"""How full the pages of a printed sheet are, and what was pushed off a page that is not full."""

from dataclasses import dataclass

from leafwright.problems import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class PushedPart:
    """What was pushed to the next page: its `need` and the `room` that was left, in millimetres."""

    name: str
    place: Place
    need: float
    room: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFill:
    """The share of a page's text area down to the lowest ink.

    Nothing is `pushed` off a page that is meant to end where it does: the last one, one before a break that
    the style asks for, and the leaf of what is cut out.
    """

    share: float
    pushed: PushedPart | None = None
