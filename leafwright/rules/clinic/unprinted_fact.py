"""A department or a fact of a clinic is printed on none of its sheets."""

from leafwright.decode import suggest
from leafwright.model.clinic import Clinic, Department
from leafwright.problems import Place
from leafwright.rules import ClinicReader, Finding, Findings


def check(folder: ClinicReader) -> Findings:
    """Report departments without topics, and what inherited departments say in the place of the clinic."""
    if folder.slots is None:
        return
    departments = folder.clinic.departments
    for key, place in folder.clinic.placed("departments"):
        if key not in folder.departments.values():
            hint = suggest(key, [other for other in departments if other != key])
            yield Finding(
                place=place,
                message=f"no topic that the clinic prints belongs to the department '{key}'",
                hint=hint if hint.startswith("did") else "list its topics below `topics:`, or take it out",
            )
    yield from _find_hidden(folder)


def _find_hidden(folder: ClinicReader) -> Findings:
    """Report what the clinic itself writes, if the departments of all its topics print something else."""
    clinic = folder.clinic
    keys = {key for key in folder.departments.values() if key is None or key in clinic.departments}
    if None in keys:
        return
    printed = {key: _facts_of(part) for key, part in clinic.departments.items() if key in keys}
    for path, place in _facts_of(clinic).items():
        hiding = {key: facts[path] for key, facts in printed.items() if path in facts}
        inherited = [(key, there) for key, there in hiding.items() if there.file != folder.name]
        if place.file == folder.name and inherited and len(hiding) == len(printed):
            yield _hidden(path, place, *inherited[0])


def _hidden(path: str, place: Place, key: str, there: Place) -> Finding:
    own = "name" if path == "department" else path
    below = f"{{{own.replace('.', ': {')}: ...}}" + "}" * own.count(".")
    return Finding(
        place=place,
        message=f"no sheet prints this '{path}', because the department of each topic has its own, "
        f"such as '{key}' in {there.file}:{there.line}",
        hint=f"write `departments: {{{key}: {below}}}`",
    )


def _facts_of(part: Clinic | Department) -> dict[str, Place]:
    """Return where a clinic or a department writes what is printed of only one of the two."""
    names = {"department": "name" if isinstance(part, Department) else "department"}
    fields = {path: names.get(path, path) for path in ("department", "address", "web", "email")}
    facts = {path: part.place_of(field) for path, field in fields.items() if getattr(part, field)}
    return facts | {f"phones.{key}": part.phones.place_of(key) for key in part.phones.lines}
