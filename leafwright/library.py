"""A workspace's folders to one Library, with every problem of every file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import ParamSpec, TypeVar

from leafwright import integrity
from leafwright.colour import Palette
from leafwright.decode import read_record
from leafwright.model.clinic import Brand, Clinic
from leafwright.model.handout import Handout
from leafwright.model.reference import Reference, References
from leafwright.model.words import Words
from leafwright.pictures import Measure, measure_picture
from leafwright.problems import ContentError, Place, Problem, sort_problems
from leafwright.workspace import Workspace

T = TypeVar("T")
P = ParamSpec("P")


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutFile:
    """A handout and where it lives."""

    topic: str
    language: str
    name: str
    handout: Handout


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicFolder:
    """A clinic, its brand and where both live; `logo` is what its logo is like."""

    id: str
    name: str
    clinic: Clinic
    brand: Brand
    palette: Palette
    logo: Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything that can be printed; what could not be read is told in `problems` and left out."""

    workspace: Workspace
    handouts: tuple[HandoutFile, ...]
    clinics: tuple[ClinicFolder, ...]
    references: dict[str, Reference]
    words: dict[str, Words]
    variants: tuple[str, ...]
    editions: tuple[str, ...]
    problems: tuple[Problem, ...] = field(default=())


def load_library(workspace: Workspace) -> Library:
    """Read a workspace whole; never raises for an author's mistake."""
    problems: list[Problem] = []
    entries = _read_references(workspace, problems)
    references = {entry.id: entry for entry in reversed(entries)}
    words = dict(_read_words(workspace, problems))
    handouts = tuple(_read_handouts(workspace, problems))
    known = _known(workspace, references, words)
    clinics = tuple(_read_clinics(workspace, known, problems))
    sound = [file for file in handouts if not _found(_check_handout(workspace, file, known), problems)]
    problems += integrity.check_codes((file.name, file.handout) for file in handouts)
    problems += integrity.check_references(entries)
    if not any(_handout_paths(workspace)):
        problems.append(_nothing_here(workspace))
    return Library(
        workspace=workspace,
        handouts=tuple(sound),
        clinics=clinics,
        references=references,
        words=words,
        variants=known.variants,
        editions=known.editions,
        problems=sort_problems(problems),
    )


def _known(
    workspace: Workspace, references: dict[str, Reference], words: dict[str, Words]
) -> integrity.Known:
    """Gather the names that content and clinics may refer to."""
    return integrity.Known(
        variants=tuple(path.stem for path in workspace.list("templates", "variants/*.html")),
        editions=tuple(path.stem for path in workspace.list("styles", "editions/*.css")),
        references=tuple(references),
        languages=tuple(words),
        topics=tuple(sorted({path.parent.name for path in _handout_paths(workspace)})),
    )


def _handout_paths(workspace: Workspace) -> Iterator[Path]:
    return workspace.list("handouts", "*/*.yaml")


def _gather(problems: list[Problem], read: Callable[P, T], *args: P.args, **options: P.kwargs) -> T | None:
    """Call `read`; what it finds wrong goes to the problems."""
    try:
        return read(*args, **options)
    except ContentError as error:
        problems += error.problems
        return None


def _found(new: Iterator[Problem], problems: list[Problem]) -> bool:
    """Add the new problems; tell whether there were any."""
    before = len(problems)
    problems.extend(new)
    return len(problems) > before


def _read_references(workspace: Workspace, problems: list[Problem]) -> tuple[Reference, ...]:
    path = workspace.root / "handouts" / "references.yaml"
    if not path.exists():
        return ()
    read = _gather(problems, read_record, References, path, workspace.name(path))
    return read.references if read else ()


def _read_words(workspace: Workspace, problems: list[Problem]) -> Iterator[tuple[str, Words]]:
    for path in workspace.list("words", "*.yaml"):
        words = _gather(problems, read_record, Words, path, f"words/{path.name}")
        if words:
            yield path.stem, words


def _read_handouts(workspace: Workspace, problems: list[Problem]) -> Iterator[HandoutFile]:
    for path in _handout_paths(workspace):
        name = workspace.name(path)
        if not integrity.is_key(path.parent.name):
            problems.append(integrity.bad_folder(name, path.parent.name))
            continue
        handout = _gather(problems, read_record, Handout, path, name)
        if handout:
            yield HandoutFile(topic=path.parent.name, language=path.stem, name=name, handout=handout)


def _check_handout(workspace: Workspace, file: HandoutFile, known: integrity.Known) -> Iterator[Problem]:
    yield from integrity.check_handout(file.handout, known, workspace.root / "handouts" / file.topic)


def _read_clinics(
    workspace: Workspace, known: integrity.Known, problems: list[Problem]
) -> Iterator[ClinicFolder]:
    for folder in sorted(path for path in (workspace.root / "clinics").glob("*") if path.is_dir()):
        name = workspace.name(folder / "clinic.yaml")
        if not integrity.is_key(folder.name):
            problems.append(integrity.bad_folder(name, folder.name))
            continue
        clinic = _gather(problems, read_record, Clinic, folder / "clinic.yaml", name)
        brand_name = workspace.name(folder / "_brand.yml")
        brand = _gather(problems, read_record, Brand, folder / "_brand.yml", brand_name)
        faults = clinic is not None and _found(integrity.check_clinic(clinic, known), problems)
        palette = _gather(problems, integrity.palette_of, brand, folder) if brand else None
        if clinic and brand and palette and not faults:
            logo = measure_picture(folder / brand.logo.path)
            yield ClinicFolder(
                id=folder.name, name=name, clinic=clinic, brand=brand, palette=palette, logo=logo
            )


def _nothing_here(workspace: Workspace) -> Problem:
    message = f"there are no handouts in {workspace.root.name}/handouts/"
    return Problem(
        place=Place(file="handouts/"),
        code="no-handouts",
        message=message,
        hint="make one: leafwright new handout NAME",
    )
