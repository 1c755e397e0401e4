"""The files of each clinic, and those of the clinics that it is part of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from leafwright.decode import suggest
from leafwright.library.brands import printed_of
from leafwright.library.finding import clinic_folders
from leafwright.library.gathering import FileReader, gather
from leafwright.model.brand_file import BrandFile
from leafwright.model.clinic import Clinic
from leafwright.model.inheritance import inherit
from leafwright.problems import ContentError, Place, Problem, Severity, problem_at, refusal_at
from leafwright.source import Mapping as Tree
from leafwright.source import Node, Scalar, Sequence, parse_source, text_of

MOST_ABOVE: Final = 4
"""How many clinics are above another at most."""
MOST_NAMED: Final = 6
"""How many clinics of a circle are named."""
PART_OF: Final = "part-of"
LEAVE_OUT: Final = "leave-out"
OF_DEPARTMENTS: Final = ("address", "phones", "web", "email", "decisions")
"""What a department says in the place of its clinic, so that it is left out of each department too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFiles:
    """What a clinic's own files say; None for a file that is not there or cannot be read, as `faults` say."""

    id: str
    clinic: Tree | None
    brand: Tree | None
    faults: tuple[Problem, ...]

    @property
    def name(self) -> str:
        """The name of its clinic.yaml."""
        return f"clinics/{self.id}/clinic.yaml"

    @property
    def parent(self) -> Scalar | None:
        """The clinic that it says it is part of."""
        written = self.clinic.get(PART_OF) if self.clinic else None
        return written if isinstance(written, Scalar) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """A clinic's files and, nearest first, those of the clinics above it."""

    files: tuple[OwnFiles, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The clinic and those above it."""
        return tuple(own.id for own in self.files)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files that may say something about it, whether they are there or not."""
        return tuple(f"clinics/{name}/{file}" for name in self.ids for file in ("clinic.yaml", "_brand.yml"))

    @property
    def clinic(self) -> Tree:
        """The whole clinic.yaml: what it says itself, and below that what it inherits."""
        whole = Tree(Place(file="-"))
        for own in reversed(self.files):
            changes = own.clinic or Tree(Place(file=own.name))
            above = tuple(_left_out(whole))
            whole = inherit(Clinic, _inherited(whole, changes), changes)
            _leave_out_too(whole, above)
        return whole

    @property
    def brand(self) -> Tree | None:
        """The whole `_brand.yml`; None if no clinic in the line has one."""
        whole: Tree | None = None
        for brand in (own.brand for own in reversed(self.files) if own.brand):
            whole = inherit(BrandFile, _without(printed_of(whole), "defaults"), brand) if whole else brand
        return whole

    def at_leave_out(self, problem: Problem) -> Problem:
        """Place a fault at the path that is left out although it is needed; return others as they are."""
        tree = self.clinic
        for path in _left_out(tree) if problem.code == "missing-field" else ():
            for *above, key in _everywhere(path.split("."), tree):
                if problem.place in _places_below(tree, above) and problem.message == f"'{key}' is missing":
                    message = f"'{path}' is left out, and nothing can be printed without it"
                    hint = "take it out of `leave-out:`, or write your own"
                    return replace(problem, place=path.place, message=message, hint=hint)
        return problem

    def find_idle(self) -> Iterator[Problem]:
        """Report what changes nothing: keys left empty, and what is left out but would not be inherited."""
        yield from _find_empty(self.files[0].clinic, self.clinic)
        own, *above = self.files
        base = _inherited(Lineage(files=tuple(above)).clinic, Tree(Place(file=own.name)))
        known = tuple(dict.fromkeys(_paths(base)))
        for path in _left_out(own.clinic):
            if path not in known:
                hint = suggest(path, known) if known else f"it is for a clinic with `{PART_OF}:`"
                message = f"'{path}' is not inherited, so it cannot be left out"
                yield Problem(place=path.place, code="unknown-name", message=message, hint=hint)


def read_own_files(reader: FileReader) -> dict[str, OwnFiles]:
    """Read the files of each clinic; one that is part of another needs no `_brand.yml`."""
    return {folder.name: _read_own(folder, reader) for folder in clinic_folders(reader.workspace)}


def lineage_of(clinic: str, known: Mapping[str, OwnFiles]) -> Lineage:
    """Follow `part-of` upwards. Raises ContentError for a clinic that is not there, a circle and too many."""
    files = [known[clinic]]
    while (parent := files[-1].parent) is not None:
        ids = [own.id for own in files]
        if parent in ids:
            raise _in_a_circle(known[parent], ids[ids.index(parent) :])
        if parent not in known:
            raise _unknown(parent, tuple(name for name in known if name not in ids))
        files.append(known[parent])
    if (above := len(files) - 1) > MOST_ABOVE:
        hint = f"at most {MOST_ABOVE} may be: leave some of them out"
        raise refusal_at(_place_of(files[0]), "deep-part-of", f"{above} clinics are above this one", hint)
    return Lineage(files=tuple(files))


def waiting(place: Place, files: Iterable[str]) -> Problem:
    """Say at `part-of:` that errors in other files must be corrected before the clinic can print."""
    message = f"this clinic waits, because it inherits errors of {', '.join(sorted(files))}"
    return problem_at(place, "waiting-for-clinic", message, "correct them first")


def prints_nothing(clinic: Tree) -> bool:
    """Return whether a clinic is there only for those that are part of it."""
    prints = clinic.get("prints")
    return "prints" not in clinic or (isinstance(prints, Tree) and prints.get("topics") == [])


def _read_own(folder: Path, reader: FileReader) -> OwnFiles:
    faults: list[Problem] = []

    def read(path: Path) -> Tree | None:
        return gather(faults, reader.read, _parse, path, reader.workspace.name(path))

    clinic, brand = read(folder / "clinic.yaml"), folder / "_brand.yml"
    has_none = not any(path.exists() or path.is_symlink() for path in (brand, brand.with_suffix(".yaml")))
    inherits = clinic is None or PART_OF in clinic or prints_nothing(clinic)
    look = None if has_none and inherits else read(brand)
    return OwnFiles(id=folder.name, clinic=clinic, brand=look, faults=tuple(faults))


def _parse(content: bytes, name: str) -> Tree:
    return parse_source(text_of(content, name), name)


def _in_a_circle(first: OwnFiles, ids: list[str]) -> ContentError:
    """Report a circle at each clinic in it."""
    named = ids if len(ids) <= MOST_NAMED else [*ids[: MOST_NAMED - 1], "..."]
    message = f"'{first.id}' is part of itself: {' > '.join([*named, first.id])}"
    return refusal_at(_place_of(first), "circular-part-of", message, "take `part-of:` out of one of them")


def _unknown(parent: Scalar, known: tuple[str, ...]) -> ContentError:
    hint = suggest(parent, known)
    return refusal_at(parent.place, "unknown-name", f"there is no clinic '{parent}'", hint)


def _place_of(own: OwnFiles) -> Place:
    return own.parent.place if own.parent else Place(file=own.name)


def _left_out(tree: Tree | None) -> Iterator[Scalar]:
    listed = tree.get(LEAVE_OUT) if tree else None
    yield from (path for path in (listed if isinstance(listed, Sequence) else ()) if isinstance(path, Scalar))


def _leave_out_too(clinic: Tree, above: tuple[Scalar, ...]) -> None:
    """Add what the clinics above leave out, which is not there to be inherited either."""
    own = clinic.get(LEAVE_OUT)
    if above and isinstance(own, Sequence | None):
        listed = Sequence(above[0].place)
        listed.extend([*above, *(own or ())])
        clinic[Scalar(LEAVE_OUT, above[0].place)] = listed


def _inherited(base: Tree, changes: Tree) -> Tree:
    """Return what `changes` may inherit of `base`."""
    for path in (PART_OF, LEAVE_OUT, *_left_out(changes)):
        for keys in _everywhere(path.split("."), base):
            base = _without(base, *keys)
    return base


def _everywhere(keys: list[str], base: Tree) -> Iterator[list[str]]:
    """Go through the paths of a value: that of the clinic, and those of its departments."""
    yield keys
    departments = base.get("departments")
    if keys[0] in OF_DEPARTMENTS and isinstance(departments, Tree):
        yield from (["departments", str(key), *keys] for key in departments)


def _without(tree: Tree, key: str, *further: str) -> Tree:
    kept = Tree(tree.place)
    for name, value in tree.items():
        if name != key:
            kept[name] = value
        elif further:
            kept[name] = _without(value, *further) if isinstance(value, Tree) else value
    return kept


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


def _places_below(tree: Tree, keys: list[str]) -> tuple[Place, ...]:
    """Return the places where a mapping begins, that of its key and its own; none if it is not there."""
    places: tuple[Place, ...] = (tree.place,)
    for key in keys:
        below = tree.get(key)
        if not isinstance(below, Tree):
            return ()
        places, tree = (tree.key_place(key), below.place), below
    return places


def _paths(tree: Tree) -> Iterator[str]:
    """List the path of each value, such as `phones.helpline`, which may be that of a department alone."""
    for key, value in tree.items():
        yield str(key)
        below = tuple(_paths(value)) if isinstance(value, Tree) else ()
        yield from (f"{key}.{path}" for path in below)
        if key == "departments":
            own = (path.partition(".")[2] for path in below)
            yield from (path for path in own if path.partition(".")[0] in OF_DEPARTMENTS)
