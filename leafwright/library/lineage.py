"""The files of each clinic, and those of the clinics that it is part of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from leafwright.decode import suggest
from leafwright.library.brands import lay_over, printed_of
from leafwright.library.finding import clinic_folders
from leafwright.library.gathering import FileReader, gather
from leafwright.library.leaving_out import PART_OF, inheritable, leave_out_too, left_out, without
from leafwright.library.renaming import renamed
from leafwright.model.clinic import Clinic
from leafwright.model.inheritance import inherit
from leafwright.problems import ContentError, Place, Problem, problem_at, refusal_at
from leafwright.source import Mapping as Tree
from leafwright.source import Scalar, parse_source, text_of

MOST_ABOVE: Final = 4
"""How many clinics are above another at most."""
MOST_NAMED: Final = 6
"""How many clinics of a circle are named."""


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
            above = tuple(left_out(whole))
            whole = inherit(Clinic, inheritable(whole, changes), changes)
            leave_out_too(whole, above)
        return whole

    @property
    def inherited(self) -> Tree:
        """What its clinic.yaml would take from those above it if it left nothing out."""
        own, *above = self.files
        return inheritable(Lineage(files=tuple(above)).clinic, Tree(Place(file=own.name)))

    @property
    def brand(self) -> Tree | None:
        """The whole `_brand.yml`; None if no clinic in the line has one."""
        whole: Tree | None = None
        for brand in (own.brand for own in reversed(self.files) if own.brand):
            whole = lay_over(without(printed_of(whole), "defaults"), brand) if whole else brand
        return whole


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

    written, brand = read(folder / "clinic.yaml"), folder / "_brand.yml"
    clinic = gather(faults, renamed, written) if written else None
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
