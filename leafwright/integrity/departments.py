"""Check that a clinic has the departments that handouts name, and that each topic belongs to one."""

from collections.abc import Iterable, Iterator

from leafwright.decode import suggest
from leafwright.handout import Handout
from leafwright.model.clinic import Clinic
from leafwright.problems import Place, Problem


def check_departments(clinic: Clinic, topics: tuple[str, ...]) -> Iterator[Problem]:
    """Check that the topics of a clinic's departments exist, and that no topic is in two of them."""
    first: dict[str, str] = {}
    for key, department in clinic.departments.items():
        for topic, place in department.placed("topics"):
            if topic not in topics:
                message, hint = f"'{topic}' is none of the topics", suggest(topic, topics)
                yield Problem(place=place, code="unknown-name", message=message, hint=hint)
            if (other := first.setdefault(topic, key)) != key:
                yield _repeated_topic(clinic, topic, (other, key))


def _repeated_topic(clinic: Clinic, topic: str, departments: tuple[str, str]) -> Problem:
    """Report a topic of two departments; one that is moved from an inherited one, where it was moved to."""
    places = {key: dict(clinic.departments[key].placed("topics"))[topic] for key in departments}
    inherited, here = sorted(places, key=lambda key: places[key].file == clinic.place.file)
    hint = "keep it in one"
    if places[inherited].file != places[here].file:
        left = ", ".join(other for other in clinic.departments[inherited].topics if other != topic)
        moved = f"`departments: {{{inherited}: {{topics: [{left}]}}}}`"
        hint = f"to move it here, write {moved if left else f'`leave-out: [departments.{inherited}.topics]`'}"
    message = f"'{topic}' is a topic of '{departments[0]}' and of '{departments[1]}'"
    return Problem(place=places[here], code="repeated-topic", message=message, hint=hint)


def check_same_department(handouts: Iterable[tuple[str, Handout]]) -> Iterator[Problem]:
    """Check that a topic written whole in several languages is for one department; each has its topic."""
    first: dict[str, Handout] = {}
    for topic, handout in handouts:
        known = first.setdefault(topic, handout)
        if known.department != handout.department:
            there = f"'{known.department}'" if known.department else "no department"
            yield Problem(
                place=handout.place_of("department"),
                code="other-department",
                message=f"{known.place.file} is for {there}, so this would print other numbers and answers",
                hint="write the same `department:` in both",
            )


def lacks_department(clinic: Clinic, clinic_file: str, topic: str, handout: Handout) -> Iterator[Problem]:
    """Report, at the handout and at the clinic, that a topic belongs to a department that is not there."""
    key = clinic.department_of(topic, handout.department)
    if key is None or key in clinic.departments:
        return
    known = tuple(clinic.departments)
    hint = suggest(key, known) if known else f"add it to {clinic_file}, below `departments:`"
    message = f"{clinic_file} has no department '{key}'"
    place = handout.place_of("department")
    yield Problem(place=place, code="unknown-department", message=message, hint=hint)
    departments = clinic.place_of("departments")
    yield Problem(
        place=departments if known and departments.file == clinic_file else Place(file=clinic_file),
        code="unknown-department",
        message=f"{place.file} is for the department '{key}', which this clinic does not have",
        hint=f"add `{key}:` below `departments:`, or '{topic}' to the `topics:` of another department",
    )
