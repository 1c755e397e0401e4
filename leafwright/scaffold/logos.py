"""Choose the logo that a new clinic begins with: the first that can be printed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from leafwright import integrity
from leafwright.pictures import PictureMeasure, check_picture, measure_picture
from leafwright.pictures.printed import logo_heights
from leafwright.problems import Place, Problem, has_errors

HEIGHTS: Final = (11.0, 16.0)
"""The least and the greatest height of a logo on the sheets of a new clinic, in millimetres."""
FRAME: Final = "[Put your logo in the place of logo.svg]"
"""The words of the skeleton's logo, which is an empty frame."""
UNSAID: Final = "[Write what the logo says]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A logo: the folder of its file, its name there and in the clinic's folder, and its words."""

    folder: Path
    name: str
    target: str
    alt: str = UNSAID

    @property
    def content(self) -> bytes:
        """The file."""
        return (self.folder / self.name).read_bytes()

    @property
    def measure(self) -> PictureMeasure:
        """Its proportions and colours."""
        return measure_picture(self.folder / self.name)


def given_logo(path: Path) -> Logo:
    """Make a logo of a file anywhere."""
    return Logo(folder=path.parent, name=path.name, target=f"logo{path.suffix.lower()}")


def first_printed(logos: Iterable[Logo], account: list[str]) -> Logo | None:
    """Choose the first logo that can be printed; the account says why others are left out."""
    for logo in logos:
        problems = list(_faults_of(logo))
        if not has_errors(problems):
            account.append(f"took the logo {logo.name}")
            return logo
        account.append(f"left out: {logo.name}: {problems[0].text}")
    return None


def _faults_of(logo: Logo) -> Iterator[Problem]:
    """Report why a logo cannot be printed on white paper."""
    problems = list(check_picture(logo.folder, logo.name, Place(file=logo.name)))
    yield from problems
    if not has_errors(problems):
        heights = tuple(logo_heights(logo.measure, HEIGHTS))
        place = Place(file=logo.name)
        printed = integrity.PrintedLogo(place=place, file=logo.name, measure=logo.measure, heights=heights)
        yield from integrity.check_logo(printed)
