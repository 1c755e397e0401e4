"""Check that each logo can be seen and read where it is printed: the clinic's own and those of partners."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from math import ceil
from typing import Final, Self

from leafwright.colour import contrast, over
from leafwright.model.brand import Brand
from leafwright.model.look import Ground, Look
from leafwright.model.partners import Partner
from leafwright.palette import Palette
from leafwright.pictures import PictureMeasure, check_picture, measure_picture
from leafwright.pictures.printed import INCH, LEAST_DOTS, WIDEST_PARTNER, logo_heights, partner_height
from leafwright.problems import ContentError, Place, Problem, Severity, problem_at
from leafwright.workspace import Workspace

WHITE: Final = "#ffffff"
LEAST_SEEN: Final = 1.5
"""The contrast with what is behind it below which most readers do not see a logo, in colour or in grey."""
LEAST_LOGO: Final = 3.0
"""How many millimetres the drawing of a logo must have across and down, wherever it is printed."""
FOR_PAPER: Final = "use the version of it that is made for white paper"
BEHIND: Final[dict[Ground, str]] = {"band": "the band", "box": "the tint of boxes", "paper": "the paper"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Backdrop:
    """What is behind a logo: a ground of the look and its colour, or a white `plate` on that ground."""

    ground: Ground = "paper"
    colour: str = WHITE
    dark: bool = False
    plate: bool = False

    @classmethod
    def of(cls, look: Look, palette: Palette) -> Self:
        """Return what is behind the masthead of a look."""
        colours = {"band": palette.band, "box": palette.tint, "paper": palette.ground}
        dark = look.masthead == "band" and palette.on_band == WHITE
        return cls(ground=look.masthead, colour=colours[look.masthead], dark=dark)

    def below(self, measure: PictureMeasure) -> Self:
        """Put a plate below a logo for white paper on a strong ground, or one that is white itself."""
        needed = self.ground == "band" or (self.ground == "box" and measure.on_white)
        return replace(self, plate=True, colour=WHITE) if needed else self

    @property
    def name(self) -> str:
        """What it is called in messages."""
        return "its white plate on the band" if self.plate else BEHIND[self.ground]

    @property
    def remedy(self) -> str:
        """What to do about a logo that cannot be told from it."""
        if self.plate and self.ground == "band":
            return f"{FOR_PAPER} as `path:` below `logo:`, and this one, for dark grounds, as `dark:`"
        return (
            FOR_PAPER
            if self.plate or not self.dark
            else "use the version of it that is made for dark grounds"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLogo:
    """A logo as sheets print it: where it is named, its measure and its heights there, the lowest first."""

    place: Place
    file: str
    measure: PictureMeasure = field(repr=False)
    heights: tuple[float, ...]
    on: Backdrop = Backdrop()

    @property
    def drawn(self) -> tuple[float, float]:
        """How wide and how high what is drawn of it is at its smallest, in millimetres."""
        logo, height = self.measure, self.heights[0]
        return height * logo.width / logo.height * logo.drawn_width, height * logo.drawn_height

    @property
    def dots(self) -> float | None:
        """The pixels an inch at its largest; None for a drawing."""
        return None if self.measure.points is None else self.measure.points / self.heights[-1] * INCH

    @property
    def contrast(self) -> float | None:
        """The best contrast of its colours with what is behind it; None if it has no colours."""
        ground = self.on.colour
        return max((contrast(over(one, ground), ground) for one in self.measure.colours), default=None)

    @property
    def remedy(self) -> str:
        """What to do if it cannot be told from what is behind it."""
        return self.on.remedy


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerLogo(PrintedLogo):
    """The logo of a partner."""

    partner: Partner

    @property
    def remedy(self) -> str:
        """What to do about it: it has no form for dark grounds."""
        return FOR_PAPER


def logo_file(brand: Brand) -> str:
    """Name the logo's file for white paper: it is beside the `_brand.yml` that names it."""
    return brand.logo.place_of("path").beside(brand.logo.path)


def read_logo(
    brand: Brand, heights: Iterable[float], on: Backdrop, workspace: Workspace
) -> tuple[PrintedLogo, tuple[Problem, ...]]:
    """Choose the form of a logo that goes with what is behind it, and measure it.

    On a dark band that is its form for dark grounds. Without one that can be printed, which is a warning, it
    is the logo for white paper, on a plate.
    """
    place, file, faults = brand.logo.place_of("path"), logo_file(brand), []
    if dark := brand.logo.dark if on.dark else None:
        at = brand.logo.place_of("dark")
        faults = _faults_of(dark, at, workspace)
        place, file = (place, file) if faults else (at, at.beside(dark))
    measure = measure_picture(workspace.root / file, workspace.read_file)
    printed = PrintedLogo(
        place=place,
        file=file,
        measure=measure,
        heights=tuple(logo_heights(measure, heights)),
        on=on if dark and not faults else on.below(measure),
    )
    return printed, tuple(replace(one, severity=Severity.WARNING) for one in faults)


def _faults_of(dark: str, place: Place, workspace: Workspace) -> list[Problem]:
    """Find what is wrong with a logo for dark grounds, which may be all white."""
    folder = workspace.root / place.beside("")
    faults = list(check_picture(folder, dark, place, workspace.read_file))
    if [fault.code for fault in faults] == ["empty-picture"] and measure_picture(
        folder / dark, workspace.read_file
    ).white:
        return []
    return faults


def check_logo(logo: PrintedLogo) -> Iterator[Problem]:
    """Check whether a logo can be seen and read at its smallest and its largest, on what is behind it."""
    place, (across, down) = logo.place, logo.drawn
    if min(across, down) < LEAST_LOGO:
        message = f"what is drawn of the logo is {across:.1f} mm wide and {down:.1f} mm high at its smallest"
        hint = f"use a version of it of which at least {LEAST_LOGO:g} mm are drawn each way"
        yield Problem(place=place, code="tiny-logo", message=message, hint=hint)
    if (dots := logo.dots) is not None and dots < LEAST_DOTS:
        least = ceil(LEAST_DOTS * logo.heights[-1] / INCH)
        message = f"the logo has {dots:.0f} pixels an inch at its largest"
        hint = f"use an SVG, or the same picture at least {least:,} points high"
        yield Problem(place=place, code="coarse-picture", message=message, hint=hint)
    if (best := logo.contrast) is not None and best < LEAST_SEEN:
        message = f"the logo cannot be told from {logo.on.name}: {best:.2f}:1 at most, in colour and in grey"
        yield Problem(place=place, code="invisible-logo", message=message, hint=logo.remedy)


def read_partner(
    partner: Partner, heights: Iterable[float], on: Backdrop, workspace: Workspace
) -> PartnerLogo:
    """Measure the logo of a partner, which is at most as high as logos of some heights.

    Raises ContentError for a file that is unsafe, and for a logo that would be printed too low or too wide.
    """
    place = partner.place_of("path")
    folder = workspace.root / place.beside("")
    if problems := list(check_picture(folder, partner.path, place, workspace.read_file)):
        raise ContentError(problems)
    measure, least = measure_picture(folder / partner.path, workspace.read_file), partner.least_height
    printed = tuple(sorted(partner_height(measure, least, own) for own in (0.0, *heights)))
    if printed[0] < least:
        wide = least * measure.width / measure.height
        message = f"at its least height of {least:g} mm the logo is {wide:.0f} mm wide"
        hint = f"use a version of it that is at most {WIDEST_PARTNER:g} mm wide then"
        raise ContentError([problem_at(place, "wide-logo", message, hint)])
    return PartnerLogo(
        place=place,
        file=place.beside(partner.path),
        measure=measure,
        heights=printed,
        on=on.below(measure),
        partner=partner,
    )
