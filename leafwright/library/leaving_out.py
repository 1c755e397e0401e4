"""What a clinic does not take from those that it is part of, by `leave-out`."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from leafwright.decode import suggest
from leafwright.problems import Problem, Severity
from leafwright.source import Mapping as Tree
from leafwright.source import Node, Scalar, Sequence

PART_OF: Final = "part-of"
LEAVE_OUT: Final = "leave-out"
OF_DEPARTMENTS: Final = ("address", "phones", "web", "email", "decisions")
"""What a department says in the place of its clinic, so that it is left out of each department too."""


def left_out(tree: Tree | None) -> Iterator[Scalar]:
    """List the paths that a clinic leaves out, such as `phones.helpline`."""
    listed = tree.get(LEAVE_OUT) if tree else None
    yield from (path for path in (listed if isinstance(listed, Sequence) else ()) if isinstance(path, Scalar))


def leave_out_too(clinic: Tree, above: tuple[Scalar, ...]) -> None:
    """Add what the clinics above leave out, which is not there to be inherited either."""
    own = clinic.get(LEAVE_OUT)
    if above and isinstance(own, Sequence | None):
        listed = Sequence(above[0].place)
        listed.extend([*above, *(own or ())])
        clinic[Scalar(LEAVE_OUT, above[0].place)] = listed


def inheritable(base: Tree, changes: Tree) -> Tree:
    """Return what `changes` may inherit of `base`."""
    for path in (PART_OF, LEAVE_OUT, *left_out(changes)):
        for keys in _everywhere(path, base):
            base = without(base, *keys)
    return base


def without(tree: Tree, key: str, *further: str) -> Tree:
    """Return a mapping without the value at a path of keys."""
    kept = Tree(tree.place)
    for name, value in tree.items():
        if name != key:
            kept[name] = value
        elif further:
            kept[name] = without(value, *further) if isinstance(value, Tree) else value
    return kept


def at_leave_out(problem: Problem, clinic: Tree) -> Problem:
    """Place a fault at the path that is left out although it is needed; return others as they are."""
    for path in left_out(clinic) if problem.code == "missing-field" else ():
        if problem.path in _everywhere(path, clinic):
            message = f"'{path}' is left out, and nothing can be printed without it"
            hint = "take it out of `leave-out:`, or write your own"
            return replace(problem, place=path.place, message=message, hint=hint)
    return problem


def find_idle(own: Tree, inherited: Tree, whole: Tree) -> Iterator[Problem]:
    """Report what changes nothing: keys left empty, and what is left out but would not be inherited."""
    yield from _find_empty(own, whole)
    known = tuple(dict.fromkeys(_paths(inherited)))
    for path in left_out(own):
        if path not in known:
            hint = suggest(path, known) if known else f"it is for a clinic with `{PART_OF}:`"
            message = f"'{path}' is not inherited, so it cannot be left out"
            yield Problem(place=path.place, code="unknown-name", message=message, hint=hint)


def _everywhere(path: str, base: Tree) -> Iterator[tuple[str, ...]]:
    """Go through the keys to a value: that of the clinic, and those of its departments."""
    keys = tuple(path.split("."))
    yield keys
    departments = base.get("departments")
    if keys[0] in OF_DEPARTMENTS and isinstance(departments, Tree):
        yield from (("departments", str(key), *keys) for key in departments)


def _find_empty(own: Node, whole: Node) -> Iterator[Problem]:
    """Warn of a key with nothing below it where everything is inherited."""
    if not (isinstance(own, Tree) and isinstance(whole, Tree)):
        return
    for key, value in own.items():
        yield from _find_empty(value, whole.get(key))
        if value is None and isinstance(whole.get(key), Tree):
            message = f"'{key}' is empty, so all of it is inherited"
            hint = "write what differs below it, or take the line out"
            place, severity = own.key_place(key), Severity.WARNING
            yield Problem(place=place, code="empty", message=message, hint=hint, severity=severity)


def _paths(tree: Tree) -> Iterator[str]:
    """List the path of each value, such as `phones.helpline`, which may be that of a department alone."""
    for key, value in tree.items():
        yield str(key)
        below = tuple(_paths(value)) if isinstance(value, Tree) else ()
        yield from (f"{key}.{path}" for path in below)
        if key == "departments":
            own = (path.partition(".")[2] for path in below)
            yield from (path for path in own if path.partition(".")[0] in OF_DEPARTMENTS)
