"""Where an element is on a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """The box of an element on one page, in CSS pixels from the page's top left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """The height of the box."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """The distance of its middle from the top of the page."""
        return (self.top + self.bottom) / 2

    def meets(self, other: "Box") -> bool:
        """Return whether another box on the same page overlaps this one."""
        across = self.left < other.right and other.left < self.right
        return self.page == other.page and across and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: "Box", tolerance: float) -> bool:
        """Return whether another box is within this one, or exceeds it by at most the tolerance."""
        return (
            self.page == other.page
            and self.left - tolerance <= other.left
            and self.top - tolerance <= other.top
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )
