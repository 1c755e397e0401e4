"""What is known of a clinic while it and those above it are read."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import PurePosixPath
from typing import TypeVar

from leafwright.decode import decode
from leafwright.library.brands import make_brand
from leafwright.library.leaving_out import PART_OF, at_leave_out, find_idle
from leafwright.library.lineage import Lineage, OwnFiles, prints_nothing
from leafwright.model.brand import Brand
from leafwright.model.clinic import Clinic
from leafwright.problems import ContentError, Place, Problem, has_errors, problem_at

R = TypeVar("R")


@dataclass(slots=True, kw_only=True)
class ClinicReading:
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
        return unsaid or any(_is_of_part_of(one) for one in self.problems if has_errors([one]))


def decode_clinic(reading: ClinicReading, lineage: Lineage, *, is_parent: bool) -> None:
    """Decode a clinic and its brand after those above it; `is_parent` says whether others are part of it."""
    tree, brand, problems = lineage.clinic, lineage.brand, reading.problems
    may_lack = prints_nothing(tree) and (is_parent or "prints" in tree)
    if reading.own.clinic is not None:
        problems += find_idle(reading.own.clinic, lineage.inherited, tree)
        reading.clinic = _gather(reading, partial(decode, Clinic, tree), may_lack=may_lack)
    if is_parent:
        problems[:] = map(_suggest_no_topics, problems)
    elif "prints" not in tree and not reading.own.parent:
        problems[:] = _only_without_prints(problems, reading.own.id)
    problems[:] = (at_leave_out(problem, tree) for problem in problems)
    if misspelt := [problem for problem in problems if problem.meant == PART_OF]:
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
        elif "prints" in problem.path:
            site = f"if only its sites print, make one: new clinic NAME --part-of {clinic}"
            yield replace(problem, hint=f"{problem.hint}; or, {site}")


def _gather(reading: ClinicReading, read: Callable[[], R], *, may_lack: bool) -> R | None:
    """Decode a file; one that is only inherited from may lack what each clinic below it says."""
    try:
        return read()
    except ContentError as error:
        real = (one for one in error.problems if not (may_lack and one.code == "missing-field"))
        reading.problems += real
        return None


def _is_of_part_of(problem: Problem) -> bool:
    """Return whether a problem is that of `part-of:`, misspelt or in the wrong place."""
    return problem.meant == PART_OF or PART_OF in problem.path
