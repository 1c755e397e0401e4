"""Read the clinics, each with what it inherits from those that it is part of."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import PurePosixPath
from typing import TypeVar

from leafwright import integrity
from leafwright.decode import decode
from leafwright.library.brands import at_own_choice, make_brand
from leafwright.library.gathering import FileReader, add_problems, gather
from leafwright.library.lineage import (
    PART_OF,
    Lineage,
    OwnFiles,
    lineage_of,
    prints_nothing,
    read_own_files,
    waiting,
)
from leafwright.library.own_fonts import FontFolder, OwnFonts, read_own_fonts
from leafwright.library.record import ClinicFolder
from leafwright.model.brand import Brand
from leafwright.model.clinic import Clinic
from leafwright.pictures import measure_picture
from leafwright.pictures.printed import logo_heights
from leafwright.problems import ContentError, Place, Problem, Severity, has_errors, problem_at
from leafwright.workspace import Workspace

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clinics:
    """The clinics that print something, and for every clinic those on whose files it depends.

    `sites` are, for each clinic to inherit from, those that are or may be part of it.
    """

    folders: tuple[ClinicFolder, ...]
    lineages: Mapping[str, tuple[str, ...]]
    sites: Mapping[str, tuple[str, ...]]


@dataclass(slots=True, kw_only=True)
class _Reading:
    """What is known of a clinic while it is read; it is `sound` if other clinics can inherit from it."""

    own: OwnFiles
    lineage: Lineage | None = None
    clinic: Clinic | None = None
    brand: Brand | None = None
    sound: bool = False
    problems: list[Problem] = field(default_factory=list)

    @property
    def depends_on(self) -> tuple[str, ...]:
        """The clinics on whose files it depends, itself included."""
        files = [problem.place.file for problem in self.problems]
        faulty = (PurePosixPath(file).parts[1] for file in files if file.startswith("clinics/"))
        above = self.lineage.ids if self.lineage else (self.own.id, str(self.own.parent))
        return tuple(dict.fromkeys((*above, *faulty)))

    @property
    def is_only_above(self) -> bool:
        """Whether it is there to be inherited from."""
        return bool(self.own.clinic and self.lineage and prints_nothing(self.lineage.clinic))

    def may_be_of(self, other: str) -> bool:
        """Return whether it is part of another clinic, or nobody can tell because of an error."""
        if self.lineage is None or self.own.clinic is None or other in self.depends_on:
            return True
        unsaid = PART_OF in self.own.clinic and self.own.parent is None
        return unsaid or any(f"'{PART_OF}'" in str(one) for one in self.problems if has_errors([one]))


def read_clinics(known: integrity.Known, problems: list[Problem], reader: FileReader) -> Clinics:
    """Read every clinic; problems are added to the list.

    A fault in a clinic is reported in its own file, and once in each clinic that waits for its correction.
    """
    written = read_own_files(reader)
    readings = {name: _Reading(own=own, problems=[*own.faults]) for name, own in written.items()}
    for reading in readings.values():
        reading.lineage = gather(reading.problems, lineage_of, reading.own.id, written)
    _decode_all(readings)
    folders = [_folder(reading, known, reader) for reading in readings.values()]
    for reading in readings.values():
        reading.problems = [at_own_choice(one, reading.own.brand, reading.brand) for one in reading.problems]
    parents = {str(own.parent) for own in written.values()}
    for name, reading in readings.items():
        problems += [integrity.with_home(problem, known) for problem in reading.problems]
        problems += _find_waiting(reading, readings)
        problems += _find_silent(reading) if name not in parents else ()
    return Clinics(
        folders=tuple(folder for folder in folders if folder),
        lineages={name: reading.depends_on for name, reading in readings.items()},
        sites={
            name: tuple(other for other in readings if name != other and readings[other].may_be_of(name))
            for name, reading in readings.items()
            if name in parents or reading.is_only_above
        },
    )


def _decode_all(readings: dict[str, _Reading]) -> None:
    """Decode each clinic after those above it; what is part of an unsound one waits."""
    parents = {str(reading.own.parent) for reading in readings.values()}
    lines = [reading.lineage for reading in readings.values() if reading.lineage]
    for lineage in sorted(lines, key=lambda lineage: len(lineage.files)):
        name, *above = lineage.ids
        reading = readings[name]
        if all(readings[parent].sound for parent in above):
            _decode(reading, lineage, is_parent=name in parents)


def _decode(reading: _Reading, lineage: Lineage, *, is_parent: bool) -> None:
    tree, brand, problems = lineage.clinic, lineage.brand, reading.problems
    may_lack = prints_nothing(tree) and (is_parent or "prints" in tree)
    if reading.own.clinic is not None:
        problems += lineage.find_idle()
        reading.clinic = _gather(reading, partial(decode, Clinic, tree), may_lack=may_lack)
    if is_parent:
        problems[:] = map(_suggest_no_topics, problems)
    elif "prints" not in tree and not reading.own.parent:
        problems[:] = _only_without_prints(problems, reading.own.id)
    problems[:] = map(lineage.at_leave_out, problems)
    if misspelt := [problem for problem in problems if problem.hint == f"did you mean '{PART_OF}'?"]:
        # What is not inherited is missing only because of that.
        problems[:] = misspelt
        return
    brand_file = f"clinics/{reading.own.id}/_brand.yml"
    if any(fault.place.file == brand_file for fault in reading.own.faults):
        return
    if brand:
        reading.brand, notes = _gather(reading, partial(make_brand, brand), may_lack=may_lack) or (None, ())
        problems += notes
    elif not may_lack and reading.own.clinic is not None:
        hint = "write one here, or for a clinic that this one is part of"
        problems.append(problem_at(Place(file=brand_file), "unreadable-file", "there is no brand", hint))
    reading.sound = not has_errors(problems)


def _suggest_no_topics(problem: Problem) -> Problem:
    """Say how a trust that lacks a value need not have it."""
    if problem.code != "missing-field":
        return problem
    hint = f"{problem.hint}; or write `topics: []` below `prints:`, if only its sites print"
    return replace(problem, hint=hint)


def _only_without_prints(problems: Iterable[Problem], clinic: str) -> Iterator[Problem]:
    """Of what is missing, report only `prints:`, because a clinic that has sites needs none of it."""
    for problem in problems:
        if problem.code != "missing-field" or problem.place.file.endswith("_brand.yml"):
            yield problem
        elif "'prints'" in problem.message:
            site = f"if only its sites print, make one: new clinic NAME --part-of {clinic}"
            yield replace(problem, hint=f"{problem.hint}; or, {site}")


def _gather(reading: _Reading, read: Callable[[], R], *, may_lack: bool) -> R | None:
    """Decode a file; one that is only inherited from may lack what each clinic below it says."""
    try:
        return read()
    except ContentError as error:
        real = (one for one in error.problems if not (may_lack and one.code == "missing-field"))
        reading.problems += real
        return None


def _folder(reading: _Reading, known: integrity.Known, reader: FileReader) -> ClinicFolder | None:
    """Check a clinic and its brand, and measure its logo; None if it has errors or prints nothing."""
    lineage, clinic, brand, problems = reading.lineage, reading.clinic, reading.brand, reading.problems
    faults = clinic is not None and add_problems(integrity.check_clinic(clinic, known), problems)
    workspace = reader.workspace
    palette = gather(problems, integrity.palette_of, brand, workspace) if brand else None
    fonts = _own_fonts(brand, reader, problems) if brand else None
    logos = tuple(known.formats.logos_of(clinic.prints)) if clinic else ()
    if not (lineage and clinic and brand and palette and fonts and logos) or faults:
        return None
    logo = _measure_logo(brand, logos, workspace)
    partners = [gather(problems, integrity.read_partner, one, logos, workspace) for one in clinic.partners]
    found = [integrity.check_logo(one, palette.ground) for one in (logo, *partners) if one]
    if add_problems(chain.from_iterable(found), problems) or None in partners:
        return None
    return ClinicFolder(
        id=reading.own.id,
        name=reading.own.name,
        files=(*lineage.names, *fonts.files),
        fonts=fonts,
        clinic=clinic,
        brand=brand,
        palette=palette,
        logo=logo.measure,
        logo_heights=logo.heights,
        partners=tuple(filter(None, partners)),
    )


def _own_fonts(brand: Brand, reader: FileReader, problems: list[Problem]) -> OwnFonts | None:
    """Read the families that a brand brings; None if there are errors."""
    workspace = reader.workspace
    folder = FontFolder(of=lambda place: workspace.root / place.beside(""), read=workspace.read_file)
    fonts, notes = gather(problems, read_own_fonts, brand, folder) or (None, ())
    problems += notes
    return fonts


def _measure_logo(brand: Brand, heights: Iterable[float], workspace: Workspace) -> integrity.PrintedLogo:
    """Measure a clinic's own logo, whose sheets print it at some heights."""
    file = integrity.logo_file(brand)
    measure = measure_picture(workspace.root / file, workspace.read_file)
    printed = tuple(logo_heights(measure, heights))
    place = brand.logo.place_of("path")
    return integrity.PrintedLogo(place=place, file=file, measure=measure, heights=printed)


def _find_silent(reading: _Reading) -> Iterator[Problem]:
    """Warn of a site that prints nothing because the clinic above it does not."""
    parent, clinic = reading.own.parent, reading.clinic
    if parent and clinic and not clinic.prints.topics:
        message, hint = (
            "this clinic inherits that it prints no topic",
            "write `prints: {topics: all}`, or a list",
        )
        yield Problem(
            place=parent.place, code="no-topics", message=message, hint=hint, severity=Severity.WARNING
        )


def _find_waiting(reading: _Reading, readings: Mapping[str, _Reading]) -> Iterator[Problem]:
    """Say at a clinic without errors of its own that those above it must be corrected first."""
    own = reading.own
    above = [readings[name] for name in reading.lineage.ids[1:]] if reading.lineage else []
    files = {problem.place.file for problem in reading.problems if has_errors([problem])}
    if not reading.sound:
        faults = (problem for other in above for problem in other.problems)
        files |= {problem.place.file for problem in faults if has_errors([problem])}
    if own.parent and files and not any(file.startswith(f"clinics/{own.id}/") for file in files):
        yield waiting(own.parent.place, files)
