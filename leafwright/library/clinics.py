"""Read the clinics, each with what it inherits from those that it is part of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from leafwright import integrity
from leafwright.library.brands import at_own_choice
from leafwright.library.clinic_folder import make_folder
from leafwright.library.clinic_reading import ClinicReading, decode_clinic
from leafwright.library.gathering import FileReader, gather
from leafwright.library.lineage import lineage_of, read_own_files, waiting
from leafwright.library.record import ClinicFolder
from leafwright.problems import Problem, Severity, has_errors


@dataclass(frozen=True, slots=True, kw_only=True)
class Clinics:
    """The clinics that print something, and for every clinic those on whose files it depends.

    `sites` are, for each clinic to inherit from, those that are or may be part of it.
    """

    folders: tuple[ClinicFolder, ...]
    lineages: Mapping[str, tuple[str, ...]]
    sites: Mapping[str, tuple[str, ...]]


def read_clinics(known: integrity.Known, problems: list[Problem], reader: FileReader) -> Clinics:
    """Read every clinic; problems are added to the list.

    A fault in a clinic is reported in its own file, and once in each clinic that waits for its correction.
    """
    written = read_own_files(reader)
    readings = {name: ClinicReading(own=own, problems=[*own.faults]) for name, own in written.items()}
    for reading in readings.values():
        reading.lineage = gather(reading.problems, lineage_of, reading.own.id, written)
    _decode_all(readings)
    folders = [make_folder(reading, known, reader) for reading in readings.values()]
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


def _decode_all(readings: dict[str, ClinicReading]) -> None:
    """Decode each clinic after those above it; what is part of an unsound one waits."""
    parents = {str(reading.own.parent) for reading in readings.values()}
    lines = [reading.lineage for reading in readings.values() if reading.lineage]
    for lineage in sorted(lines, key=lambda lineage: len(lineage.files)):
        name, *above = lineage.ids
        reading = readings[name]
        if all(readings[parent].sound for parent in above):
            decode_clinic(reading, lineage, is_parent=name in parents)


def _find_silent(reading: ClinicReading) -> Iterator[Problem]:
    """Warn of a site that prints nothing because the clinic above it does not."""
    parent, clinic = reading.own.parent, reading.clinic
    if parent and clinic and not clinic.prints.topics:
        message = "this clinic inherits that it prints no topic"
        hint, severity = "write `prints: {topics: all}`, or a list", Severity.WARNING
        yield Problem(place=parent.place, code="no-topics", message=message, hint=hint, severity=severity)


def _find_waiting(reading: ClinicReading, readings: Mapping[str, ClinicReading]) -> Iterator[Problem]:
    """Say at a clinic without errors of its own that those above it must be corrected first."""
    own = reading.own
    above = [readings[name] for name in reading.lineage.ids[1:]] if reading.lineage else []
    files = {problem.place.file for problem in reading.problems if has_errors([problem])}
    if not reading.sound:
        faults = (problem for other in above for problem in other.problems)
        files |= {problem.place.file for problem in faults if has_errors([problem])}
    if own.parent and files and not any(file.startswith(f"clinics/{own.id}/") for file in files):
        yield waiting(own.parent.place, files)
