"""The records of a library: each value read from the workspace, with its file."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from leafwright.formats import Formats
from leafwright.handout import Handout
from leafwright.integrity import PartnerLogo, PrintedLogo, logo_file
from leafwright.library.own_fonts import OwnFonts
from leafwright.model.brand import Brand
from leafwright.model.clinic import Clinic
from leafwright.model.look import Look
from leafwright.model.reference import Reference
from leafwright.model.translation import Translation
from leafwright.model.words import Words
from leafwright.palette import Palette
from leafwright.pictures import PictureMeasure
from leafwright.problems import Problem, Severity
from leafwright.translation import TranslationState
from leafwright.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutFile:
    """A handout and its file; `translated` if it was made from a source and a translation.

    `pictures` are the measures of the pictures beside it, by file name.
    """

    topic: str
    language: str
    name: str
    handout: Handout
    translated: "TranslationFile | None" = None
    pictures: Mapping[str, PictureMeasure] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationFile:
    """A translation, its file, its source, and its state compared with the source."""

    topic: str
    language: str
    name: str
    translation: Translation
    source: HandoutFile
    state: TranslationState


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicFolder:
    """A clinic, its brand and its folder.

    `files` are those that say something about it, its own and those of the clinics that it is part of,
    whether they are there or not. `look` is the record of its look, and `logo` the form of its logo that goes
    with it. `words` are those of each language, with the clinic's own phrases in the place of the others,
    `fonts` are the families that its brand brings, and `partners` the logos of its partners.
    """

    id: str
    name: str
    files: tuple[str, ...]
    clinic: Clinic
    brand: Brand
    palette: Palette
    look: Look
    logo: PrintedLogo
    partners: tuple[PartnerLogo, ...] = ()
    words: Mapping[str, Words] = field(default_factory=dict, repr=False)
    fonts: OwnFonts = field(default_factory=OwnFonts)

    @property
    def own_signs(self) -> dict[str, frozenset[str]]:
        """The characters of each family that its brand brings."""
        return {name: family.signs for name, family in self.fonts.families.items()}

    @property
    def logos(self) -> tuple[PrintedLogo, ...]:
        """Its own logo and those of its partners."""
        return (self.logo, *self.partners)

    @property
    def logo_file(self) -> str:
        """The name of the logo's file for white grounds."""
        return logo_file(self.brand)

    def department_of(self, file: HandoutFile) -> str | None:
        """Return the department that a handout belongs to here, whether the clinic has it or not."""
        return self.clinic.department_of(file.topic, file.handout.department)

    def for_handout(self, file: HandoutFile) -> Self:
        """Return the folder as the department of a handout prints it."""
        key = self.department_of(file)
        if key is None or key not in self.clinic.departments:
            return self
        return replace(self, clinic=self.clinic.in_department(key))

    def with_prints(self, chosen: Mapping[str, str]) -> Self:
        """Return the folder of a clinic that prints in other forms than its file says."""
        prints = self.clinic.prints.model_copy(update=chosen)
        return replace(self, clinic=self.clinic.model_copy(update={"prints": prints}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything that can be printed; files that could not be read are left out and reported in `problems`.

    `lineages` are, for every clinic, whether it prints or not, those on whose files it depends;
    `sites` are, for each clinic to inherit from, those that are part of it or may be.
    A complete translation also makes a handout; an incomplete one is only among the translations.
    """

    workspace: Workspace
    handouts: tuple[HandoutFile, ...]
    translations: tuple[TranslationFile, ...]
    clinics: tuple[ClinicFolder, ...]
    references: dict[str, Reference]
    words: dict[str, Words]
    formats: Formats
    lineages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sites: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = field(default=())

    def with_prints(self, chosen: Mapping[str, str]) -> Self:
        """Return a library whose clinics all print in the chosen forms, by the names of their fields."""
        return replace(self, clinics=tuple(folder.with_prints(chosen) for folder in self.clinics))

    @property
    def faults(self) -> dict[str, tuple[Problem, ...]]:
        """The errors of each file that has some, by the file's name."""
        faults: dict[str, tuple[Problem, ...]] = {}
        for problem in self.problems:
            if problem.severity is Severity.ERROR:
                faults[problem.place.file] = (*faults.get(problem.place.file, ()), problem)
        return faults
