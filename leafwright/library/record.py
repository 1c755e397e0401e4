"""What a library consists of: each value read from the workspace, with where it lives."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from leafwright.colour import Palette
from leafwright.formats import Formats
from leafwright.handout import Handout
from leafwright.model.brand import Brand
from leafwright.model.clinic import Clinic
from leafwright.model.reference import Reference
from leafwright.model.translation import Translation
from leafwright.model.words import Words
from leafwright.pictures import PictureMeasure
from leafwright.problems import Problem, Severity
from leafwright.translation import TranslationState
from leafwright.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutFile:
    """A handout and where it lives; `translated` when it was made of a source and a translation.

    `pictures` are what the pictures beside it are like, by the name of their file.
    """

    topic: str
    language: str
    name: str
    handout: Handout
    translated: "TranslationFile | None" = None
    pictures: Mapping[str, PictureMeasure] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationFile:
    """A translation, where it lives, the source it was made from, and how it stands to that."""

    topic: str
    language: str
    name: str
    translation: Translation
    source: HandoutFile
    state: TranslationState


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicFolder:
    """A clinic, its brand and where both live.

    `logo` is what its logo is like, `logo_heights` how high the formats it prints show it, in millimetres,
    the lowest first.
    """

    id: str
    name: str
    clinic: Clinic
    brand: Brand
    palette: Palette
    logo: PictureMeasure
    logo_heights: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything that can be printed; what could not be read is told in `problems` and left out.

    A translation that is not whole is among the translations only, a whole one makes a handout as well.
    """

    workspace: Workspace
    handouts: tuple[HandoutFile, ...]
    translations: tuple[TranslationFile, ...]
    clinics: tuple[ClinicFolder, ...]
    references: dict[str, Reference]
    words: dict[str, Words]
    formats: Formats
    problems: tuple[Problem, ...] = field(default=())

    @property
    def faults(self) -> dict[str, tuple[Problem, ...]]:
        """The errors of each file that has some, by its name: it may lack what it is read for."""
        found: dict[str, tuple[Problem, ...]] = {}
        for problem in self.problems:
            if problem.severity is Severity.ERROR:
                found[problem.place.file] = (*found.get(problem.place.file, ()), problem)
        return found
