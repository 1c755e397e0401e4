"""What of a brand and a look styles a page."""

from dataclasses import dataclass

from leafwright.families import SUBSTITUTE
from leafwright.fonts.own import OwnFace, OwnFamily
from leafwright.model.look import Look
from leafwright.palette import Palette


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """How the brand styles the page: its palette, the families of the closed list, its logo's proportions.

    `look` is the name of the clinic's look, and `drawn` says what its style cannot. `logo_ratio` is how many
    times as wide as high the logo is. `fallbacks` are the families for the `scripts` whose letters the
    brand's own do not have; `leading` is how much higher lines are for them, and `small` how much larger the
    smallest print. `own` are the families that the brand brings.
    """

    look: str
    drawn: Look
    palette: Palette
    base: str
    headings: str
    logo_ratio: float
    scripts: tuple[str, ...] = ()
    fallbacks: tuple[str, ...] = ()
    leading: float = 1.0
    small: float = 1.0
    kerned: bool = True
    own: tuple[OwnFamily, ...] = ()

    @property
    def faces(self) -> tuple[tuple[str, OwnFace], ...]:
        """Return the faces that the brand brings, each with its family."""
        return tuple((family.family, face) for family in self.own for face in family.faces)

    @property
    def substitutes(self) -> tuple[str, ...]:
        """Return the family in which characters are printed that the brand's own families lack."""
        return (SUBSTITUTE,) if self.own else ()
